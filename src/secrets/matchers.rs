//! Matchers for the parts of a secret: kinds of bytes, lengths, and what precedes it.

/// At least `least` characters of one kind, looking at no more than `most`. A placeholder of one
/// repeated character (`xxxx`, `0000`) is not a secret.
pub(super) fn run(rest: &[u8], kind: fn(u8) -> bool, least: usize, most: usize) -> Option<usize> {
    let length = rest.iter().take(most).take_while(|byte| kind(**byte)).count();
    let value = rest.get(..length)?;
    let varied = value.iter().any(|byte| Some(byte) != value.first());
    (length >= least && varied).then_some(length)
}

/// Exactly `length` characters of one kind, followed by something else.
pub(super) fn exactly(rest: &[u8], kind: fn(u8) -> bool, length: usize) -> Option<usize> {
    run(rest, kind, length, length).filter(|_| !rest.get(length).copied().is_some_and(word))
}

/// Whether the first `length` bytes have both letters and digits, as random values do.
pub(super) fn mixed(rest: &[u8], length: usize) -> bool {
    let value = rest.get(..length).unwrap_or_default();
    value.iter().any(u8::is_ascii_digit) && value.iter().any(u8::is_ascii_alphabetic)
}

/// No letter before it, which would make it part of a longer word, most often of base 64; but a name
/// that ends in `_` or `-` (`TOKEN_`, `x-`) may precede it.
pub(super) fn apart(before: &[u8]) -> Option<usize> {
    const LONGEST: usize = 40;
    match before.last() {
        Some(b'_' | b'-') => {}
        Some(byte) if dashed(*byte) => return None,
        _ => return Some(0),
    }
    let joined = before.iter().rev().take_while(|byte| dashed(**byte));
    let mut length = 0;
    let named = joined.take(LONGEST).all(|byte| {
        length += 1;
        !byte.is_ascii_digit()
    });
    (named && length < LONGEST).then_some(0)
}

/// The number of a Telegram bot.
pub(super) fn number_before(before: &[u8]) -> Option<usize> {
    let digits = before.iter().rev().take(12).take_while(|byte| byte.is_ascii_digit());
    let length = digits.count();
    (8..12).contains(&length).then_some(length)
}

/// Three characters and a digit, the beginning of Azure client secrets.
pub(super) fn four_before(before: &[u8]) -> Option<usize> {
    let four = before.get(before.len().checked_sub(4)?..)?;
    let fits = four.iter().take(3).all(|byte| dotted(*byte)) && four.get(3)?.is_ascii_digit();
    let outside = before.len().checked_sub(5).and_then(|at| before.get(at));
    (fits && !outside.is_some_and(|byte| dotted(*byte))).then_some(4)
}

/// After `-----BEGIN `: a private key's label and at least a few characters of its body, up to
/// the dashes of the end line.
pub(super) fn private_key(rest: &[u8]) -> Option<usize> {
    let label = rest.iter().take(64).position(|byte| *byte == b'-')?;
    let name = std::str::from_utf8(rest.get(..label)?).ok()?;
    let start = label + 5;
    if !name.contains("PRIVATE KEY") || rest.get(label..start)? != b"-----" {
        return None;
    }
    let body = rest.get(start..)?;
    let body = body.get(..body.len().min(16 * 1024))?;
    let end = body.windows(2).position(|two| two == b"--").unwrap_or(body.len());
    // `\n` between quotes, as in JSON, counts as a line end.
    let of_block = |byte: u8| base64(byte) || b"\n\r -\\:,".contains(&byte);
    let length = body.iter().take(end).take_while(|byte| of_block(**byte)).count();
    let mut lines = body.get(..length)?.split(|byte| !base64(*byte));
    lines.any(|line| line.len() >= 8).then_some(start + length)
}

/// After `Private-Lines: `: the number of lines and the lines.
pub(super) fn key_lines(rest: &[u8]) -> Option<usize> {
    let number = length_of(rest, |byte| byte.is_ascii_digit(), 3);
    let lines: usize = std::str::from_utf8(rest.get(..number)?).ok()?.parse().ok()?;
    let mut parts = rest.split_inclusive(|byte| *byte == b'\n').take(lines + 1);
    let head = parts.next()?.len();
    let body: usize = parts
        .take_while(|line| length_of(line, base64, 80) >= line.trim_ascii().len().max(4))
        .map(<[u8]>::len)
        .sum();
    (body >= 32).then_some(head + body)
}

/// After a variable's name: a short separator and `length` characters of one kind.
pub(super) fn after_key(rest: &[u8], kind: fn(u8) -> bool, length: usize) -> Option<usize> {
    let gap = length_of(rest, |byte| b" \t=:>,\"'`\\".contains(&byte), 8);
    let value = rest.get(gap..)?;
    let found = run(value, kind, length, length + 1)?;
    (gap > 0 && found == length && mixed(value, length)).then_some(gap + length)
}

/// After the name of a token: 43 characters, as Mastodon's have.
pub(super) fn access_token(rest: &[u8]) -> Option<usize> {
    let length = after_key(rest, dashed, 43)?;
    let value = rest.get(length - 43..length)?;
    value.iter().any(u8::is_ascii_uppercase).then_some(length)
}

/// After the word for a password, on its line: four groups as in [`groups`].
pub(super) fn app_password(rest: &[u8]) -> Option<usize> {
    const NEAR: usize = 16;
    let line = rest.iter().take(NEAR).take_while(|byte| **byte != b'\n');
    (1..=line.count())
        .find(|at| !rest.get(at - 1).copied().is_some_and(dashed) && groups(rest, *at).is_some())
        .map(|at| at + GROUPS)
}

/// The length of a Bluesky app password.
pub(super) const GROUPS: usize = 19;

/// Four groups of four base-32 characters at `at`; returns how many of them have a digit.
pub(super) fn groups(text: &[u8], at: usize) -> Option<usize> {
    let value = text.get(at..at + GROUPS)?;
    let of_base32 = |byte: &u8| byte.is_ascii_lowercase() || matches!(byte, b'2'..=b'7');
    let mut with_digits = 0;
    for (index, group) in value.chunks(5).enumerate() {
        let (group, dash) = group.split_at(4);
        let fits = group.iter().all(of_base32) && group.iter().any(u8::is_ascii_lowercase);
        if !fits || (index < 3 && dash != b"-") {
            return None;
        }
        with_digits += usize::from(group.iter().any(u8::is_ascii_digit));
    }
    let follows = text.get(at + GROUPS).copied();
    let varied = value.get(..4) != value.get(5..9);
    (varied && !follows.is_some_and(dashed)).then_some(with_digits)
}

/// After `://`: a name and a password. Placeholders are not secrets, and neither are credentials for
/// the local machine.
pub(super) fn userinfo(rest: &[u8]) -> Option<usize> {
    const PLACEHOLDERS: &str = "pass passwd password pwd secret token key apikey api_key example \
        changeme user username x-oauth-basic";
    fn of_part(byte: u8) -> bool {
        byte.is_ascii_graphic()
            && !matches!(byte, b'/' | b'?' | b'#' | b'@' | b'"' | b'\'' | b'`' | b'<' | b'>')
            && !matches!(byte, b'[' | b']' | b'{' | b'}' | b'(' | b')' | b'$' | b'|' | b'\\' | b'*')
    }
    let name = length_of(rest, |byte| of_part(byte) && byte != b':', 64);
    let after = rest.get(name..)?.strip_prefix(b":")?;
    let length = length_of(after, of_part, 128);
    let host = after.get(length..)?.strip_prefix(b"@")?;
    let password = std::str::from_utf8(after.get(..length)?).ok()?.to_ascii_lowercase();
    let user = std::str::from_utf8(rest.get(..name)?).ok()?.to_ascii_lowercase();
    let is_placeholder = |word: &str| {
        password.replace(['-', '_'], "").trim_start_matches("my") == word.replace(['-', '_'], "")
    };
    let end = length_of(host, |byte| alphanumeric(byte) || b".-".contains(&byte), 255);
    let host = std::str::from_utf8(host.get(..end)?).ok()?;
    let harmless = PLACEHOLDERS.split(' ').any(is_placeholder)
        || password == user
        || user.is_empty()
        || run(password.as_bytes(), of_part, 6, 128).is_none()
        || !host.contains('.')
        || host.contains("example")
        || host.starts_with("127.");
    (!harmless).then_some(name + 1 + length)
}

/// Parts, each with the text before it, its least and its most characters of [`dashed`].
fn parts(rest: &[u8], parts: &[(&str, usize, usize)]) -> Option<usize> {
    let mut length = 0;
    for (before, least, most) in parts {
        let part = rest.get(length..)?.strip_prefix(before.as_bytes())?;
        length += before.len() + run(part, dashed, *least, *most)?;
    }
    Some(length)
}

/// The bot's number, a time and a signature.
pub(super) fn discord_bot(rest: &[u8]) -> Option<usize> {
    parts(rest, &[("", 23, 28), (".", 6, 7), (".", 27, 45)])
}

pub(super) fn sendgrid(rest: &[u8]) -> Option<usize> {
    let length = parts(rest, &[("", 22, 22), (".", 43, 43)])?;
    (!rest.get(length).copied().is_some_and(word)).then_some(length)
}

/// `eyJ` header, `eyJ` payload, signature.
pub(super) fn json_web_token(rest: &[u8]) -> Option<usize> {
    parts(rest, &[("", 10, 1024), (".eyJ", 10, 8192), (".", 20, 1024)])
}

/// How many bytes of one kind begin a text, `most` at the most.
fn length_of(bytes: &[u8], kind: impl Fn(u8) -> bool, most: usize) -> usize {
    bytes.iter().take(most).take_while(|byte| kind(**byte)).count()
}

pub(super) fn alphanumeric(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
}

pub(super) fn letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic()
}

pub(super) fn capital(byte: u8) -> bool {
    byte.is_ascii_uppercase() || byte.is_ascii_digit()
}

pub(super) fn hexadecimal(byte: u8) -> bool {
    byte.is_ascii_hexdigit()
}

pub(super) fn word(byte: u8) -> bool {
    alphanumeric(byte) || byte == b'_'
}

pub(super) fn dashed(byte: u8) -> bool {
    word(byte) || byte == b'-'
}

pub(super) fn dotted(byte: u8) -> bool {
    dashed(byte) || matches!(byte, b'.' | b'~')
}

pub(super) fn path(byte: u8) -> bool {
    dashed(byte) || byte == b'/'
}

pub(super) fn percent(byte: u8) -> bool {
    dashed(byte) || matches!(byte, b'%' | b'=')
}

pub(super) fn base64(byte: u8) -> bool {
    alphanumeric(byte) || matches!(byte, b'+' | b'/' | b'=')
}
