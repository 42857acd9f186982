//! Bare URLs as Goldmark's extension `linkify` finds them.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

/// The patterns of URLs and of addresses of mail.
static GOLDMARK: LazyLock<Option<[Regex; 2]>> = LazyLock::new(|| {
    let path = r#"(?:[/#?][-a-zA-Z0-9@:%_+.~#$!?&/=();,'">^{}\[\]`]*)?"#;
    let host = r"[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-z]+";
    // The name of a mailbox has at most 64 characters.
    let part = "[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?";
    let url = format!(r"^(?:(?:https?|ftp)://{host}(?::\d+)?|www\.{host}){path}");
    let mail =
        format!(r"^[a-zA-Z0-9][a-zA-Z0-9.!#$%&'*+/=?^_`{{|}}~-]{{0,63}}@{part}(?:\.{part})+");
    Some([Regex::new(&url).ok()?, Regex::new(&mail).ok()?])
});

/// URLs and mail addresses at the beginning of a text, after a space, or after a mark such as `(`; after quotation
/// marks and dashes only where `after_quotes` holds.
pub(super) fn links(text: &str, after_quotes: bool) -> Vec<Range<usize>> {
    let Some([url, mail]) = &*GOLDMARK else {
        return Vec::new();
    };
    let mut links = Vec::new();
    let mut end = 0;
    let mut before = None;
    for (at, letter) in text.char_indices() {
        let begins = before.is_none_or(|before: char| {
            before.is_whitespace()
                || "*_~(".contains(before)
                || after_quotes && "\"'“”„‘’«»–—…".contains(before)
        });
        before = Some(letter);
        if at < end || !begins || !letter.is_ascii_alphanumeric() {
            continue;
        }
        let rest = &text[at..];
        let length = match url.find(rest) {
            Some(found) => without_marks(found.as_str()).len(),
            None => mail.find(rest).map_or(0, |found| {
                let is_cut = rest[found.end()..].starts_with(['-', '_']);
                if is_cut { 0 } else { found.end() }
            }),
        };
        if length > 0 {
            end = at + length;
            links.push(at..end);
        }
    }
    links
}

/// A URL without the marks, the quotes and the parenthesis of the text around it.
fn without_marks(mut url: &str) -> &str {
    let [opened, mut closed] = ['(', ')'].map(|mark| url.matches(mark).count());
    loop {
        let shorter = url.trim_end_matches(['?', '!', '.', ',', ':', '*', '_', '~', '"', '\'']);
        let is_closing = shorter.ends_with(')') && closed > opened;
        closed -= usize::from(is_closing);
        let shorter = &shorter[..shorter.len() - usize::from(is_closing)];
        if shorter.len() == url.len() {
            return url;
        }
        url = shorter;
    }
}

#[cfg(test)]
mod tests {
    use super::links;

    #[test]
    fn a_url_in_quotation_marks_is_linked_where_the_typographer_reads_them() {
        let text = r#""https://quote.example", (https://bracket.example) and https://end.example."#;
        let found = |after_quotes| -> Vec<&str> {
            links(text, after_quotes).into_iter().map(|link| &text[link]).collect()
        };
        let others = ["https://bracket.example", "https://end.example"];
        assert_eq!(found(false), others);
        assert_eq!(found(true), [["https://quote.example"].as_slice(), &others].concat());
    }
}
