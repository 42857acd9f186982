//! Small repairs of text that came from somewhere else, so that no draft shows the seams.

use unicode_segmentation::UnicodeSegmentation;

/// The longest piece of text that is looked at: more than any network takes.
const LONGEST: usize = 4000;

/// One line of text: white space folded into single spaces, control, bidirectional and
/// zero-width characters dropped, no space before a stop.
#[must_use]
pub fn line(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len().min(LONGEST));
    let mut space = false;
    for grapheme in text.graphemes(true).take(LONGEST) {
        if grapheme.chars().all(char::is_whitespace) {
            // A no-break space is kept where it stands alone: French needs it.
            if !space && !tidy.is_empty() {
                space = true;
                tidy.push(if matches!(grapheme, "\u{a0}" | "\u{202f}") {
                    '\u{a0}'
                } else {
                    ' '
                });
            }
            continue;
        }
        if grapheme.chars().all(is_unwanted) {
            continue;
        }
        space = false;
        tidy.extend(grapheme.chars().filter(|c| !is_unwanted(*c)));
    }
    tidy.truncate(tidy.trim_end().len());
    tidy
}

/// Controls and marks that nobody sees. Joiners stay: emoji, Persian and Indic words need them.
fn is_unwanted(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
            | '\u{feff}' | '\u{ad}' | '\u{fff9}'..='\u{ffff}')
}

/// Several lines: each tidied, no more than one empty line in a row, none at the ends.
#[must_use]
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

/// The text for comparing: letters and digits alone, lower case, single spaces.
#[must_use]
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

/// Whether `text` says `part`, word for word, whatever the case and the marks between.
#[must_use]
pub fn says(text: &str, part: &str) -> bool {
    let (text, part) = (fold(text), fold(part));
    !part.is_empty()
        && (text.contains(&part)
            && (!part.is_ascii() || format!(" {text} ").contains(&format!(" {part} "))))
}

/// A piece of text on its way into a draft: one line, no space before a stop unless the language
/// has one there, no joint left at the end.
#[must_use]
pub fn piece(text: &str, language: &str) -> String {
    let french = language
        .split(['-', '_'])
        .next()
        .is_some_and(|code| code.eq_ignore_ascii_case("fr"));
    let text = line(text);
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
    let end = tidy
        .trim_end_matches(|c: char| {
            c.is_whitespace() || matches!(c, ',' | ';' | ':' | '(' | '“' | '–' | '—' | '-')
        })
        .len();
    tidy.truncate(end);
    tidy
}

/// The text with its first letter as a capital.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}
