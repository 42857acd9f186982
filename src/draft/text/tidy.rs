//! Cleans up text from other sources for drafts.

use super::{entities, urls};
use crate::entities::unescape;
use crate::language::{self, is_cjk};
use crate::recap::shortcode;

/// The longest text that is processed, in characters: longer than any network's limit.
const LONGEST: usize = 4000;

/// One line of text: white space collapsed, control, bidirectional and zero-width characters removed.
pub fn line(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len().min(LONGEST));
    let mut rest = text;
    // No character is shorter than a byte.
    if text.len() > LONGEST
        && let Some((end, _)) = text.char_indices().nth(LONGEST)
    {
        rest = text.get(..end).unwrap_or_default();
    }
    // Copy words of ASCII at once, all other characters one by one.
    while let Some(c) = rest.chars().next() {
        let graphic = rest.bytes().take_while(u8::is_ascii_graphic).count();
        let (next, after) = rest.split_at(graphic.max(c.len_utf8()));
        rest = after;
        if c.is_whitespace() {
            // Keep a single no-break space: French needs it.
            if !tidy.is_empty() && !tidy.ends_with([' ', '\u{a0}']) {
                let no_break = matches!(c, '\u{a0}' | '\u{202f}');
                tidy.push(if no_break { '\u{a0}' } else { ' ' });
            }
        } else if graphic > 0 || !is_unwanted(c) {
            tidy.push_str(next);
        }
    }
    tidy.truncate(tidy.trim_end().len());
    tidy
}

/// Invisible control characters and marks. Joiners stay: emoji, Persian and Indic words need them, and
/// [`NO_MENTION`] is one.
fn is_unwanted(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2061}'..='\u{2069}'
            | '\u{feff}' | '\u{ad}' | '\u{fff9}'..='\u{ffff}')
}

/// Several lines: each cleaned up, at most one empty line in a row, none at the ends.
pub fn lines(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len().min(LONGEST));
    let mut empty = 0;
    for text in text.lines() {
        let text = line(text);
        if text.is_empty() {
            empty += 1;
            continue;
        }
        if !tidy.is_empty() {
            tidy.push_str(if empty > 0 { "\n\n" } else { "\n" });
        }
        empty = 0;
        tidy.push_str(&text);
    }
    tidy
}

/// The text for comparison: only letters and digits, lower case, single spaces.
pub fn fold(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkc().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            folded.push(c);
        } else if !folded.ends_with(' ') && !folded.is_empty() {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Whether `text` contains `part` word for word, ignoring case and punctuation.
pub fn says(text: &str, part: &str) -> bool {
    says_folded(&fold(text), &fold(part))
}

/// The same for two texts from [`fold`].
pub fn says_folded(text: &str, part: &str) -> bool {
    let ascii = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    // Scripts without spaces have no word ends; a Latin name ends where another script begins.
    let ends_word = |(start, found): (usize, &str)| {
        let before = text.get(..start).and_then(|text| text.chars().next_back());
        let after = text.get(start + found.len()..).and_then(|text| text.chars().next());
        !(ascii(before) && ascii(found.chars().next())
            || ascii(after) && ascii(found.chars().next_back()))
    };
    let Some(first) = part.bytes().next() else { return false };
    // Most texts do not have the part: searching for its first byte is cheaper than a searcher.
    memchr::memchr_iter(first, text.as_bytes())
        .filter(|at| {
            let rest = text.as_bytes().get(*at..);
            rest.is_some_and(|rest| rest.starts_with(part.as_bytes()))
        })
        .any(|at| ends_word((at, part)))
}

/// A piece of text for a draft: one line, no space before a full stop unless the language requires it,
/// no conjunction left at the end.
pub fn piece(text: &str, language: &str) -> String {
    let french =
        language.split(['-', '_']).next().is_some_and(|code| code.eq_ignore_ascii_case("fr"));
    let text = without_shortcodes(unlinked(&line(&unmarked(text))));
    let mut tidy = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let stop = matches!(c, ',' | '.' | ';' | ':' | '!' | '?')
            && chars.peek().is_none_or(|next| next.is_whitespace())
            && !(french && matches!(c, ';' | ':' | '!' | '?'));
        if stop {
            tidy.truncate(tidy.trim_end().len());
        }
        tidy.push(c);
    }
    if ![":(", ":-(", ";("].iter().any(|face| tidy.ends_with(face)) {
        let is_joint = |c: char| matches!(c, ',' | ';' | ':' | '(' | '“' | '–' | '—' | '-');
        let end = tidy.trim_end_matches(|c: char| c.is_whitespace() || is_joint(c));
        tidy.truncate(end.len());
    }
    unmentioned(&tidy)
}

/// Inserted after the `@` of a name that must not be a mention.
pub const NO_MENTION: char = '\u{2060}';

/// The text without mentions: `@property` and `@scope/package` in a sentence are code or an account on
/// another network, and would notify the wrong people. A word joiner after the sign is invisible and
/// keeps networks from recognising an account.
fn unmentioned(text: &str) -> String {
    if !text.contains(['@', '＠']) {
        return text.to_owned();
    }
    let mut urls = urls(text);
    urls.extend(entities::urls(text).into_iter().map(|url| url.range));
    let mut out = String::with_capacity(text.len());
    let mut chars = text.char_indices().peekable();
    let mut last = None;
    while let Some((at, c)) = chars.next() {
        out.push(c);
        // X recognises an account behind a letter of a script without spaces.
        let free = last.is_none_or(|c: char| !(c.is_alphanumeric() || c == '_') || is_cjk(c));
        let name = chars.peek().is_some_and(|(_, c)| c.is_alphanumeric() || *c == '_');
        let inside = || urls.iter().any(|url| url.contains(&at));
        if matches!(c, '@' | '＠') && free && name && !inside() {
            out.push(NO_MENTION);
        }
        last = Some(c);
    }
    out
}

/// The text without emoji codes such as `:unicorn:`, which networks do not render.
fn without_shortcodes(text: String) -> String {
    if !text.contains(':') {
        return text;
    }
    let mut words: Vec<String> = Vec::new();
    for word in text.split(' ') {
        // Punctuation after the code belongs to the word before it.
        let code = word.trim_end_matches(['.', ',', '!', '?', ';', ')', '"', '”']);
        if !shortcode::is_emoji(code) {
            words.push(word.to_owned());
        } else if let (Some(last), Some(mark)) = (words.last_mut(), word.get(code.len()..)) {
            last.push_str(mark);
        }
    }
    words.join(" ")
}

/// The text without brackets that had only a link: "(slides)".
fn unlinked(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, inside, after)) = rest.split_once('(').and_then(|(before, from)| {
        from.split_once(')').map(|(inside, after)| (before, inside, after))
    }) {
        let folded = fold(inside);
        if language::ALL.iter().any(|words| words.link_texts.has(&folded)) {
            plain.push_str(before.trim_end());
        } else {
            plain.push_str(before);
            plain.push('(');
            plain.push_str(inside);
            plain.push(')');
        }
        rest = after;
    }
    plain.push_str(rest);
    plain
}

/// HTML tags that authors write into front matter.
const TAGS: &[&str] = &[
    "a", "b", "i", "em", "strong", "code", "span", "br", "br/", "p", "sup", "sub", "img", "div",
    "small", "u", "mark", "center",
];

/// The text without the most common Markdown and HTML: links, code, emphasis, inline tags, entities.
fn unmarked(text: &str) -> String {
    if !text.contains(['[', '*', '<', '&', '_', '`']) {
        return text.to_owned();
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['[', '<', '`']) {
        let (before, from) = rest.split_at(at);
        plain.push_str(before);
        let tag = || autolink(from).or_else(|| inline_tag(from).map(|after| ("", after)));
        let taken = link_text(from).or_else(|| code(from)).or_else(tag);
        if let Some((kept, after)) = taken {
            plain.push_str(kept.trim_matches('`'));
            rest = after;
        } else {
            let marks = from.len() - from.trim_start_matches('`').len();
            let (before, after) = from.split_at(marks.max(1));
            plain.push_str(before);
            rest = after;
        }
    }
    plain.push_str(rest);
    for mark in ["**", "__"] {
        if plain.matches(mark).count() >= 2 && plain.matches(mark).count() % 2 == 0 {
            plain = plain.replace(mark, "");
        }
    }
    unescape(&plain).into_owned()
}

/// The text without emphasis and lines through it: `*so* _called_ ~~not~~`. Elsewhere than in a title,
/// single marks are probably code.
fn unstressed(text: &str) -> String {
    let mut plain = text.to_owned();
    for mark in ["**", "__", "~~", "*", "_"] {
        let pieces: Vec<&str> = plain.split(mark).collect();
        let is_edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        // Each mark is between two pieces; every second piece is inside a pair.
        let is_pair = |pair: &[&str]| {
            pair[1].trim() == pair[1]
                && !pair[1].is_empty()
                && is_edge(pair[0].chars().next_back())
                && is_edge(pair[2].chars().next())
        };
        let starts = (0..pieces.len().saturating_sub(1)).step_by(2);
        if pieces.len() % 2 == 1 && { starts }.all(|at| is_pair(&pieces[at..at + 3])) {
            plain = pieces.concat();
        }
    }
    plain
}

/// A title for a draft: a piece of text without emphasis.
pub fn title(text: &str, language: &str) -> String {
    piece(&unstressed(text), language)
}

/// The text of a code span and what follows it.
fn code(text: &str) -> Option<(&str, &str)> {
    let inner = text.trim_start_matches('`');
    let marks = text.get(..text.len() - inner.len())?;
    let (code, after) = inner.split_once(marks).filter(|_| !marks.is_empty())?;
    Some((code.trim(), after.trim_start_matches('`')))
}

/// The URL of `<https://example.org>` and what follows it.
fn autolink(text: &str) -> Option<(&str, &str)> {
    let text = text.strip_prefix('<')?;
    let (url, after) = text.split_at(text.find(['<', '>', ' '])?);
    let scheme = url.starts_with("https://") || url.starts_with("http://");
    after.strip_prefix('>').filter(|_| scheme).map(|after| (url, after))
}

/// The text of `[text](url)` and what follows it.
fn link_text(text: &str) -> Option<(&str, &str)> {
    // Each search stops at the next bracket, so that many brackets cost no more than one.
    let text = text.strip_prefix('[')?;
    let (inner, after) = text.split_at(text.find(['[', ']', '\n'])?);
    let url = after.strip_prefix("](")?;
    let (_, after) = url.split_at(url.find([')', '[', '\n'])?);
    Some((inner, after.strip_prefix(')')?))
}

/// The rest after a tag such as `<em>`, `</a>` or `<a href="…">`.
fn inline_tag(text: &str) -> Option<&str> {
    let text = text.strip_prefix('<')?;
    let (tag, after) = text.split_at(text.find(['<', '>'])?);
    let after = after.strip_prefix('>')?;
    let name = tag.trim_start_matches('/').split_whitespace().next()?;
    TAGS.contains(&name.to_ascii_lowercase().as_str()).then_some(after)
}

/// The text with its first letter as a capital.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::{entities, line, lines, piece, says, title};

    #[test]
    fn markup_of_front_matter_goes() {
        for (written, plain) in [
            ("the [unconf](/blog/2018/) was **fun**", "the unconf was fun"),
            ("Tom &amp; Jerry&#8217;s <em>best</em>", "Tom & Jerry’s best"),
            ("Vec<u8> and [0] and a ** b", "Vec<u8> and [0] and a ** b"),
            ("[a](b", "[a](b"),
            ("`Vec<b>` and [`grep`](/g) in ``a`` and ` alone", "Vec<b> and grep in a and ` alone"),
            ("More at <https://example.org/a>.", "More at https://example.org/a."),
            (":tada: We met :+1:", "We met"),
            ("std::io and 10:30", "std::io and 10:30"),
        ] {
            assert_eq!(piece(written, "en"), plain);
        }
    }

    #[test]
    fn emphasis_of_titles_goes() {
        for (written, plain) in [
            ("**great** and *really* _fine_", "great and really fine"),
            ("~~cancelled~~ &mdash; moved &amp; shown", "cancelled — moved & shown"),
            ("snake_case_name and 2*3*4", "snake_case_name and 2*3*4"),
            ("5 * 3 and 2 * 2", "5 * 3 and 2 * 2"),
            ("*args and **kwargs", "*args and **kwargs"),
            ("Tabs :) or spaces :(", "Tabs :) or spaces :("),
        ] {
            assert_eq!(title(written, "en"), plain);
        }
    }

    #[test]
    fn names_after_a_sign_are_not_mentions() {
        for (written, plain) in [
            ("Use @property.", "Use @\u{2060}property."),
            ("(@storybook/react)", "(@\u{2060}storybook/react)"),
            ("ada@example.org @ noon", "ada@example.org @ noon"),
            ("https://example.social/@ada", "https://example.social/@ada"),
            ("example.org/@ada and post@example.org", "example.org/@ada and post@example.org"),
            ("tabs/@types and .@layer", "tabs/@\u{2060}types and .@\u{2060}layer"),
            ("型は＠propertyと@dataclassの話", "型は＠\u{2060}propertyと@\u{2060}dataclassの話"),
        ] {
            let text = piece(written, "en");
            assert_eq!(text, plain);
            let in_url = text.contains("/@ada");
            assert!(in_url || entities::mentions(&text).is_empty(), "{text}");
        }
    }

    #[test]
    fn spaces_before_stops_go_but_for_french() {
        assert_eq!(piece("one , two . Three:", "en"), "one, two. Three");
        assert_eq!(piece("Vraiment ? Oui , oui !", "fr"), "Vraiment ? Oui, oui !");
    }

    #[test]
    fn hidden_characters_go_and_joiners_stay() {
        assert_eq!(line(" a\u{200b}b \t c\u{202e} 👩\u{200d}💻\n"), "ab c 👩\u{200d}💻");
        assert_eq!(lines("\n a \n\n\n b\nc \n"), "a\n\nb\nc");
    }

    #[test]
    fn words_are_compared_whole() {
        assert!(says("RubyKaigi2025の帰り道", "RubyKaigi2025"));
        assert!(says("At PyCon, 2020", "pycon 2020"));
        assert!(!says("PyConf 2020", "PyCon"));
    }
}
