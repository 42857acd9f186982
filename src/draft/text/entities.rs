//! Addresses, hashtags and mentions in a text, found as twitter-text 3.1 finds them (Apache-2.0,
//! <https://github.com/twitter/twitter-text>): X counts by these rules and Mastodon took them over.
//! The rules are regular expressions there; here they are written out, so that every text takes
//! linear time.

use std::ops::Range;

use super::tld::{Tld, known_tld};

/// An address in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UrlAt {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// Whether it begins with `http://` or `https://`.
    pub scheme: bool,
    /// Whether twitter-text knows its top-level domain; where it does not, X may count the text as
    /// it stands.
    pub sure: bool,
}

/// Longest address that X takes for one.
const LONGEST_URL: usize = 4096;
/// Longest label of a domain, in its ASCII form (RFC 1035, section 2.3.4).
const LONGEST_LABEL: usize = 63;
/// Longest name behind `t.co/`.
const LONGEST_SLUG: usize = 40;

fn is_directional(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}')
}

fn is_invalid(c: char) -> bool {
    matches!(c, '\u{fffe}' | '\u{feff}' | '\u{ffff}')
}

fn is_space(c: char) -> bool {
    matches!(c, '\t'..='\r' | ' ' | '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{180e}'
        | '\u{2000}'..='\u{200a}' | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

fn is_latin_accent(c: char) -> bool {
    matches!(c, '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{24f}'
        | '\u{253}' | '\u{254}' | '\u{256}' | '\u{257}' | '\u{259}' | '\u{25b}' | '\u{263}' | '\u{268}'
        | '\u{26f}' | '\u{272}' | '\u{289}' | '\u{28b}' | '\u{2bb}' | '\u{300}'..='\u{36f}'
        | '\u{1e00}'..='\u{1eff}')
}

/// A character that may stand in a domain's label.
fn is_label(c: char) -> bool {
    !matches!(
        c,
        '!' | '\''
            | '#'
            | '%'
            | '&'
            | '('
            | ')'
            | '*'
            | '+'
            | ','
            | '\\'
            | '-'
            | '.'
            | '/'
            | ':'
            | ';'
            | '<'
            | '='
            | '>'
            | '?'
            | '@'
            | '['
            | ']'
            | '^'
            | '_'
            | '{'
            | '|'
            | '}'
            | '~'
            | '$'
    ) && !is_space(c)
        && !is_invalid(c)
        && !is_directional(c)
}

/// A character that an address may follow.
fn may_precede(c: char) -> bool {
    !(c.is_ascii_alphanumeric() || matches!(c, '@' | '＠' | '$' | '#' | '＃') || is_invalid(c))
}

fn is_path(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || ('\u{400}'..='\u{4ff}').contains(&c)
        || matches!(
            c,
            '!' | '*'
                | '\''
                | ';'
                | ':'
                | '='
                | '+'
                | ','
                | '.'
                | '$'
                | '/'
                | '%'
                | '#'
                | '['
                | ']'
                | '-'
                | '\u{2013}'
                | '_'
                | '~'
                | '@'
                | '|'
                | '&'
        )
        || is_latin_accent(c)
}

fn ends_path(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || ('\u{400}'..='\u{4ff}').contains(&c)
        || matches!(c, '=' | '_' | '#' | '/' | '+' | '-')
        || is_latin_accent(c)
}

fn is_query(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(
            c,
            '!' | '?'
                | '*'
                | '\''
                | '@'
                | '('
                | ')'
                | ';'
                | ':'
                | '&'
                | '='
                | '+'
                | '$'
                | '/'
                | '%'
                | '#'
                | '['
                | ']'
                | '-'
                | '_'
                | '.'
                | ','
                | '~'
                | '|'
        )
}

fn ends_query(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '&' | '=' | '#' | '/')
}

/// A text as characters with their byte offsets.
struct Chars {
    chars: Vec<char>,
    offsets: Vec<usize>,
}

impl Chars {
    fn new(text: &str) -> Self {
        let mut chars = Vec::with_capacity(text.len());
        let mut offsets = Vec::with_capacity(text.len() + 1);
        for (offset, character) in text.char_indices() {
            chars.push(character);
            offsets.push(offset);
        }
        offsets.push(text.len());
        Self { chars, offsets }
    }

    fn at(&self, index: usize) -> Option<char> {
        self.chars.get(index).copied()
    }

    fn bytes(&self, range: &Range<usize>) -> Range<usize> {
        let end = self.offsets.last().copied().unwrap_or(0);
        let byte = |index: usize| self.offsets.get(index).copied().unwrap_or(end);
        byte(range.start)..byte(range.end)
    }

    fn slice(&self, range: Range<usize>) -> &[char] {
        self.chars.get(range).unwrap_or_default()
    }

    /// Where `http://` or `https://` that begins at `index` ends.
    fn scheme(&self, index: usize) -> Option<usize> {
        let starts = |word: &str, from: usize| {
            word.chars().enumerate().all(|(n, c)| {
                self.at(from + n)
                    .is_some_and(|own| own.eq_ignore_ascii_case(&c))
            })
        };
        if !starts("http", index) {
            return None;
        }
        let colon = if starts("s", index + 4) {
            index + 5
        } else {
            index + 4
        };
        starts("://", colon).then_some(colon + 3)
    }

    /// The longest prefix of `from..` that is a top-level domain, and who knows it.
    fn tld(&self, from: usize) -> Option<(usize, Tld)> {
        let mut end = from;
        let mut found = None;
        let mut name = String::new();
        // `xn--` and digits, hyphens, ASCII letters.
        let punycode = self
            .slice(from..from + 4)
            .iter()
            .copied()
            .map(|c| c.to_ascii_lowercase())
            .eq("xn--".chars());
        if punycode {
            let mut stop = from + 4;
            while self
                .at(stop)
                .is_some_and(|c| c == '-' || c.is_ascii_alphanumeric())
            {
                stop += 1;
            }
            return (stop > from + 4).then_some((stop, Tld::Both));
        }
        while let Some(c) = self.at(end).filter(|c| is_label(*c)) {
            if name.len() > LONGEST_LABEL {
                break;
            }
            name.extend(c.to_lowercase());
            end += 1;
            let goes_on = self
                .at(end)
                .is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '@' | '+' | '-'));
            if !goes_on && let Some(who) = known_tld(&name) {
                found = Some((end, who));
            }
        }
        found
    }
}

/// A run of label characters, dots, hyphens and underscores, analysed once for every address that
/// might begin in it.
struct Run {
    range: Range<usize>,
    labels: Vec<Label>,
}

struct Label {
    range: Range<usize>,
    /// Begins and ends with a label character, and is no domain's own name without this.
    whole: bool,
    /// Where the top-level domain that begins this label ends.
    tld: Option<(usize, Tld)>,
    last_underscore: Option<usize>,
    /// The label that holds the top-level domain of the longest domain of which this label is a
    /// part and that begins before it.
    best: Option<usize>,
}

impl Run {
    fn new(text: &Chars, start: usize) -> Self {
        let mut labels = Vec::new();
        let mut from = start;
        let mut index = start;
        let mut last_underscore = None;
        loop {
            match text.at(index) {
                Some('_') => last_underscore = Some(index),
                Some('-') => {}
                Some(c) if c != '.' && is_label(c) => {}
                other => {
                    let edge = |c: Option<char>| c.is_some_and(is_label);
                    let whole = index > from
                        && edge(text.at(from))
                        && edge(index.checked_sub(1).and_then(|last| text.at(last)));
                    labels.push(Label {
                        range: from..index,
                        whole,
                        tld: text.tld(from),
                        last_underscore: last_underscore.take(),
                        best: None,
                    });
                    if other != Some('.') {
                        break;
                    }
                    from = index + 1;
                }
            }
            index += 1;
        }
        for at in (0..labels.len()).rev() {
            let next = labels.get(at + 1);
            let best = labels
                .get(at)
                .and_then(|own| own.goes_to(at, next, own.range.start));
            if let Some(own) = labels.get_mut(at) {
                own.best = best;
            }
        }
        Self {
            range: start..index,
            labels,
        }
    }

    /// The longest domain that begins at `start`: its end and who knows its top-level domain.
    fn domain(&self, text: &Chars, start: usize) -> Option<(usize, Tld)> {
        if !text.at(start).is_some_and(is_label) {
            return None;
        }
        let at = self.labels.partition_point(|label| label.range.end < start);
        let own = self.labels.get(at)?;
        let ends_well = own
            .range
            .end
            .checked_sub(1)
            .and_then(|last| text.at(last))
            .is_some_and(is_label);
        if !ends_well {
            return None;
        }
        let last = own.reaches(at, self.labels.get(at + 1), start)?;
        self.labels.get(last)?.tld
    }
}

impl Label {
    /// As [`Label::reaches`] where the whole label takes part.
    fn goes_to(&self, at: usize, next: Option<&Self>, start: usize) -> Option<usize> {
        if self.whole {
            self.reaches(at, next, start)
        } else {
            None
        }
    }

    /// The label of the farthest top-level domain that a domain reaches whose first label is the
    /// part of this one from `start`.
    fn reaches(&self, at: usize, next: Option<&Self>, start: usize) -> Option<usize> {
        let next = next?;
        let is_name = self
            .last_underscore
            .is_none_or(|underscore| underscore < start);
        next.best
            .or_else(|| (is_name && next.tld.is_some()).then_some(at + 1))
    }
}

/// Every address in `text`, in order, also without a scheme (`example.org/talks`).
#[must_use]
pub fn urls(text: &str) -> Vec<UrlAt> {
    if !text.contains('.') {
        return Vec::new();
    }
    let text = Chars::new(text);
    let mut found = Vec::new();
    let mut run: Option<Run> = None;
    let mut behind_scheme: Option<Run> = None;
    let mut position = 0;
    while position < text.chars.len() {
        let starts: &[usize] = match text.at(position) {
            Some(c) if may_precede(c) || is_directional(c) => {
                if position == 0 {
                    &[1, 0]
                } else {
                    &[1]
                }
            }
            _ if position == 0 => &[0],
            _ => &[],
        };
        let end = starts.iter().find_map(|step| {
            let start = position + step;
            let before = (*step == 1).then(|| text.at(position)).flatten();
            if let Some(domain) = text.scheme(start)
                && let Some(end) =
                    match_at(&text, start, domain, before, &mut behind_scheme, &mut found)
            {
                return Some(end);
            }
            match_at(&text, start, start, before, &mut run, &mut found)
        });
        position = end.map_or(position + 1, |end| end.max(position + 1));
    }
    found
}

/// Matches an address whose domain begins at `domain`; pushes it where it is valid and returns
/// where the match ends.
fn match_at(
    text: &Chars,
    start: usize,
    domain: usize,
    before: Option<char>,
    run: &mut Option<Run>,
    found: &mut Vec<UrlAt>,
) -> Option<usize> {
    if !text.at(domain).is_some_and(is_label) {
        return None;
    }
    if !run.as_ref().is_some_and(|run| run.range.contains(&domain)) {
        *run = Some(Run::new(text, domain));
    }
    let (domain_end, tld) = run.as_ref()?.domain(text, domain)?;
    let sure = tld != Tld::RootZone;
    let mut end = domain_end;
    if text.at(end) == Some(':') {
        let mut digits = end + 1;
        while text.at(digits).is_some_and(|c| c.is_ascii_digit()) {
            digits += 1;
        }
        if digits > end + 1 {
            end = digits;
        }
    }
    let path = text.at(end) == Some('/');
    if path {
        end = path_end(text, end + 1);
    }
    end = query_end(text, end);

    let scheme = domain > start;
    let labels = text.slice(domain..domain_end);
    if !valid_domain(
        labels,
        end - start + if scheme { 0 } else { "https://".len() },
    ) {
        return Some(end);
    }
    if scheme {
        end = cut_short_link(text, start, domain, end)?;
        found.push(UrlAt {
            range: text.bytes(&(start..end)),
            scheme,
            sure,
        });
        return Some(end);
    }
    if before.is_some_and(|c| matches!(c, '-' | '_' | '.' | '/')) {
        return Some(end);
    }
    // Without a scheme only the ASCII parts of a domain are addresses.
    let mut last = None;
    let mut from = domain;
    while let Some(ascii) = ascii_domain(text, from, domain_end) {
        from = ascii.end;
        found.push(UrlAt {
            range: text.bytes(&ascii),
            scheme,
            sure,
        });
        last = Some(found.len() - 1);
    }
    if path && let Some(url) = last.and_then(|last| found.get_mut(last)) {
        url.range.end = text.bytes(&(end..end)).end;
    }
    Some(end)
}

/// `t.co` takes one name and a query, nothing else; `None` where the name is too long.
fn cut_short_link(text: &Chars, start: usize, domain: usize, end: usize) -> Option<usize> {
    let is_short = text
        .slice(domain..domain + 5)
        .iter()
        .map(char::to_ascii_lowercase)
        .eq("t.co/".chars());
    let slug = domain + 5;
    if !is_short || !text.at(slug).is_some_and(|c| c.is_ascii_alphanumeric()) || start == domain {
        return Some(end);
    }
    let mut stop = slug;
    while text.at(stop).is_some_and(|c| c.is_ascii_alphanumeric()) {
        stop += 1;
    }
    (stop - slug <= LONGEST_SLUG).then(|| query_end(text, stop).min(end))
}

/// The end of the path that begins behind the slash before `from`.
fn path_end(text: &Chars, from: usize) -> usize {
    let mut end = from;
    let mut index = from;
    while let Some(c) = text.at(index) {
        if c == '(' {
            let Some(close) = balanced(text, index) else {
                break;
            };
            index = close;
            end = close;
        } else if is_path(c) {
            index += 1;
            if ends_path(c) {
                end = index;
            }
        } else {
            break;
        }
    }
    end
}

/// The end of a pair of brackets that opens at `open` and holds path characters and at most one
/// level of further brackets.
fn balanced(text: &Chars, open: usize) -> Option<usize> {
    let mut depth = 0_usize;
    let mut filled = false;
    let mut inner = false;
    for (offset, c) in text
        .slice(open..text.chars.len())
        .iter()
        .copied()
        .enumerate()
        .take(LONGEST_URL)
    {
        match c {
            '(' if depth == 0 => depth = 1,
            '(' if depth == 1 && !inner => {
                (depth, filled, inner) = (2, false, true);
            }
            ')' if depth == 2 && filled => depth = 1,
            ')' if depth == 1 && filled => return Some(open + offset + 1),
            c if is_path(c) => filled = true,
            _ => return None,
        }
    }
    None
}

fn query_end(text: &Chars, from: usize) -> usize {
    let mut end = from;
    if text.at(from) == Some('?') {
        let mut index = from + 1;
        while let Some(c) = text.at(index).filter(|c| is_query(*c)) {
            index += 1;
            if ends_query(c) {
                end = index;
            }
        }
    }
    end
}

fn valid_domain(domain: &[char], length: usize) -> bool {
    let mut longer = 0;
    let fits = domain.split(|c| *c == '.').all(|label| {
        if label.len() > LONGEST_LABEL {
            return false;
        }
        let name: String = label.iter().collect();
        let ascii = if name.is_ascii() {
            name.len()
        } else {
            idna::punycode::encode_str(&name).map_or(usize::MAX, |code| code.len() + "xn--".len())
        };
        longer += ascii.saturating_sub(label.len()).min(LONGEST_URL);
        (1..=LONGEST_LABEL).contains(&ascii)
    });
    let prefixed = domain.starts_with(&['x', 'n', '-', '-']);
    let ascii = domain
        .iter()
        .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.') || is_latin_accent(*c));
    fits && (!prefixed || ascii) && length + longer <= LONGEST_URL
}

/// The next domain in `from..end` whose labels are ASCII or accented Latin.
fn ascii_domain(text: &Chars, from: usize, end: usize) -> Option<Range<usize>> {
    let plain = |c: char| c == '-' || c.is_ascii_alphanumeric() || is_latin_accent(c);
    let mut start = from;
    while start < end {
        if !text.at(start).is_some_and(plain) {
            start += 1;
            continue;
        }
        let mut index = start;
        let mut found = None;
        loop {
            while index < end && text.at(index).is_some_and(plain) {
                index += 1;
            }
            if index >= end || text.at(index) != Some('.') {
                break;
            }
            index += 1;
            if let Some((stop, _)) = text.tld(index).filter(|(stop, _)| *stop <= end) {
                found = Some(start..stop);
            }
            if !text.at(index).is_some_and(plain) {
                break;
            }
        }
        if found.is_some() {
            return found;
        }
        start = index.max(start + 1);
    }
    None
}

fn is_tag_letter(c: char) -> bool {
    c.is_alphabetic() || unicode_normalization::char::is_combining_mark(c)
}

fn is_tag(c: char) -> bool {
    is_tag_letter(c)
        || c.is_numeric()
        || matches!(
            c,
            '_' | '\u{200c}'
                | '\u{200d}'
                | '\u{a67e}'
                | '\u{5be}'
                | '\u{5f3}'
                | '\u{5f4}'
                | '\u{ff5e}'
                | '\u{301c}'
                | '\u{309b}'
                | '\u{309c}'
                | '\u{30a0}'
                | '\u{30fb}'
                | '\u{3003}'
                | '\u{f0b}'
                | '\u{f0c}'
                | '\u{b7}'
        )
}

/// Every hashtag in `text`, sign included, in order; none inside an address.
#[must_use]
pub fn hashtags(text: &str) -> Vec<Range<usize>> {
    if !text.contains(['#', '＃']) {
        return Vec::new();
    }
    let urls = urls(text);
    let chars = Chars::new(text);
    let mut found = Vec::new();
    let mut index = 0;
    while let Some(c) = chars.at(index) {
        let sign = index;
        index += 1;
        let before = sign.checked_sub(1).and_then(|before| chars.at(before));
        let free =
            before.is_none_or(|c| matches!(c, '\u{fe0e}' | '\u{fe0f}') || !is_tag(c) && c != '&');
        if !matches!(c, '#' | '＃')
            || !free
            || matches!(chars.at(index), Some('\u{fe0f}' | '\u{20e3}'))
        {
            continue;
        }
        let mut end = index;
        let mut last_letter = None;
        while let Some(c) = chars.at(end).filter(|c| is_tag(*c)) {
            if is_tag_letter(c) {
                last_letter = Some(end);
            }
            end += 1;
        }
        if last_letter.is_none() {
            continue;
        }
        let goes_on = matches!(chars.at(end), Some('#' | '＃'))
            || chars.slice(end..end + 3).iter().collect::<String>() == "://";
        if !goes_on {
            let range = chars.bytes(&(sign..end));
            let overlaps = |url: &UrlAt| url.range.start < range.end && range.start < url.range.end;
            if !urls.iter().any(overlaps) {
                found.push(range);
            }
        }
        index = end;
    }
    found
}

/// Every `@name` that X takes for a mention, sign included, lists (`@name/list`) as a whole.
#[must_use]
pub fn mentions(text: &str) -> Vec<Range<usize>> {
    if !text.contains(['@', '＠']) {
        return Vec::new();
    }
    let chars = Chars::new(text);
    let mut found = Vec::new();
    let mut index = 0;
    while let Some(c) = chars.at(index) {
        let sign = index;
        index += 1;
        if !matches!(c, '@' | '＠') || !may_mention(&chars, sign) {
            continue;
        }
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let mut end = index;
        while end - index < 20 && chars.at(end).is_some_and(is_name) {
            end += 1;
        }
        if end == index {
            continue;
        }
        if chars.at(end) == Some('/') && chars.at(end + 1).is_some_and(|c| c.is_ascii_alphabetic())
        {
            let list = end + 1;
            end = list;
            while end - list < 25 && chars.at(end).is_some_and(|c| is_name(c) || c == '-') {
                end += 1;
            }
        }
        let goes_on = chars
            .at(end)
            .is_some_and(|c| matches!(c, '@' | '＠') || is_latin_accent(c))
            || chars.slice(end..end + 3).iter().collect::<String>() == "://";
        if !goes_on {
            found.push(chars.bytes(&(sign..end)));
        }
        index = end;
    }
    found
}

/// Whether a mention may begin at `sign`: at the start, behind what is no part of a name, or
/// behind "RT".
fn may_mention(chars: &Chars, sign: usize) -> bool {
    let before = |back: usize| sign.checked_sub(back).and_then(|index| chars.at(index));
    let Some(last) = before(1) else { return true };
    let part = last.is_ascii_alphanumeric()
        || matches!(last, '_' | '!' | '#' | '$' | '%' | '&' | '*' | '@' | '＠');
    if !part {
        return true;
    }
    let retweet = before(1).is_some_and(|c| c.eq_ignore_ascii_case(&'t'))
        && before(2).is_some_and(|c| c.eq_ignore_ascii_case(&'r'));
    retweet
        && before(3).is_none_or(|c| {
            !(c.is_ascii_alphanumeric() || matches!(c, '_' | '+' | '~' | '.' | '-'))
        })
}
