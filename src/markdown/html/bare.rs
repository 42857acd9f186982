//! Bare URLs in the text, which GitHub's Markdown and several generators link.

use std::ops::Range;
use std::sync::LazyLock;

use linkify::{LinkFinder, LinkKind};
use regex::Regex;

use super::super::address::Use;
use super::Renderer;
use crate::generator::Bare;

impl Renderer<'_> {
    /// Writes a text with its URLs as links.
    pub(super) fn linked(&mut self, text: &str, range: &Range<usize>) {
        let has_address = ["://", "www.", "WWW.", "@"]
            .iter()
            .any(|mark| memchr::memmem::find(text.as_bytes(), mark.as_bytes()).is_some());
        let links = match self.bare {
            _ if !has_address || self.is_in_link() || self.formula.passes() => Vec::new(),
            Bare::Text => Vec::new(),
            Bare::GitHub => by_github(text),
            Bare::Goldmark => by_goldmark(text),
        };
        let mut at = 0;
        for link in links {
            let shown = &text[link.clone()];
            let to = if is_www(shown) {
                format!("{}://{shown}", self.bare_scheme)
            } else if shown.contains("://") {
                shown.to_owned()
            } else {
                format!("mailto:{shown}")
            };
            let Some(address) = self.address(&to, Use::Link, range) else {
                continue;
            };
            self.text(&text[at..link.start], range);
            self.out.push_str("<a");
            self.attribute("href", &address);
            self.out.push('>');
            self.text(shown, range);
            self.out.push_str("</a>");
            at = link.end;
        }
        self.text(&text[at..], range);
    }
}

/// Whether a URL lacks its scheme; `://` further on is part of its path.
fn is_www(url: &str) -> bool {
    url.get(..4)
        .is_some_and(|start| start.eq_ignore_ascii_case("www."))
}

/// URLs of `http:`, `https:` and `www.`, and addresses of mail.
fn by_github(text: &str) -> Vec<Range<usize>> {
    let mut finder = LinkFinder::new();
    let kinds = [LinkKind::Url, LinkKind::Email];
    finder.kinds(&kinds).url_must_have_scheme(false);
    let links = finder.links(text).filter_map(|link| {
        // Marks at the end belong to the text around a link.
        let shown = link.as_str().trim_end_matches(['_', '*', '~']);
        let end = link.start() + shown.len();
        let scheme = shown.split_once("://").map(|(scheme, _)| scheme);
        let is_link = match (link.kind(), scheme) {
            (LinkKind::Email, _) => !text[end..].starts_with(['-', '_']),
            _ if is_www(shown) => true,
            (_, Some(scheme)) => ["http", "https"]
                .iter()
                .any(|known| scheme.eq_ignore_ascii_case(known)),
            _ => false,
        };
        is_link.then_some(link.start()..end)
    });
    links.collect()
}

/// The patterns of Goldmark's extension `linkify`.
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

/// URLs and addresses of mail at the beginning of a text, or behind a blank or a mark such as `(`.
fn by_goldmark(text: &str) -> Vec<Range<usize>> {
    let Some([url, mail]) = &*GOLDMARK else {
        return Vec::new();
    };
    let mut links = Vec::new();
    let mut end = 0;
    let mut before = None;
    for (at, letter) in text.char_indices() {
        let begins = before.is_none_or(|before: char| {
            // Quotes and dashes are what typographic ones are made of.
            before.is_whitespace() || "*_~(\"'“”„‘’«»–—…".contains(before)
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
