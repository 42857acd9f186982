//! URLs, with and without a scheme.

use std::ops::Range;

use super::LONGEST_URL;
use super::chars::Chars;
use super::classes::{
    ends_path, ends_query, is_directional, is_label, is_path, is_query, may_precede,
};
use super::domain::{Run, ascii_domain, valid_domain};
use crate::draft::text::Tld;

/// A URL in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UrlAt {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// Whether it begins with `http://` or `https://`.
    pub scheme: bool,
    /// Whether twitter-text has its top-level domain; if not, X may count the text in full.
    pub sure: bool,
}

/// The longest name after `t.co/`.
const LONGEST_SLUG: usize = 40;

/// Every URL in `text`, in order, including those without a scheme (`example.org/talks`).
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

/// Matches a URL whose domain begins at `domain`; pushes it if it is valid and returns the end of the
/// match.
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
        let digits = text.run_end(end + 1, |c| c.is_ascii_digit());
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
    if !valid_domain(labels, end - start + if scheme { 0 } else { "https://".len() }) {
        return Some(end);
    }
    if scheme {
        end = cut_short_link(text, start, domain, end)?;
        found.push(UrlAt { range: text.bytes(&(start..end)), scheme, sure });
        return Some(end);
    }
    if before.is_some_and(|c| matches!(c, '-' | '_' | '.' | '/')) {
        return Some(end);
    }
    // Without a scheme only the ASCII parts of a domain are linked.
    let mut last = None;
    let mut from = domain;
    while let Some(ascii) = ascii_domain(text, from, domain_end) {
        from = ascii.end;
        found.push(UrlAt { range: text.bytes(&ascii), scheme, sure });
        last = Some(found.len() - 1);
    }
    if path && let Some(url) = last.and_then(|last| found.get_mut(last)) {
        url.range.end = text.bytes(&(end..end)).end;
    }
    Some(end)
}

/// `t.co` takes one name and a query, nothing else; `None` where the name is too long.
fn cut_short_link(text: &Chars, start: usize, domain: usize, end: usize) -> Option<usize> {
    let slug = domain + "t.co/".len();
    let stop = text.run_end(slug, |c| c.is_ascii_alphanumeric());
    if !text.has(domain, "t.co/") || stop == slug || start == domain {
        return Some(end);
    }
    (stop - slug <= LONGEST_SLUG).then(|| query_end(text, stop).min(end))
}

/// The end of the path that begins after the slash before `from`.
fn path_end(text: &Chars, from: usize) -> usize {
    let mut end = from;
    let mut index = from;
    while let Some(c) = text.at(index) {
        if c == '(' {
            let Some(close) = balanced(text, index) else { break };
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

/// The end of a pair of brackets that opens at `open` and contains path characters and at most one more
/// level of brackets.
fn balanced(text: &Chars, open: usize) -> Option<usize> {
    let mut depth = 0_usize;
    let mut filled = false;
    let mut inner = false;
    for (offset, c) in
        text.slice(open..text.chars.len()).iter().copied().enumerate().take(LONGEST_URL)
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
