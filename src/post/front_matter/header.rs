//! `Key: value` lines without a fence, in the syntax of Python-Markdown's Meta extension for Pelican.

use std::borrow::Cow;

use super::{Data, Format, Kind, Node, Pair, Parts, Values, line_end};

/// Parts a post whose header lines start at `start`: they end at the first line that is neither
/// `Key: value` nor an indented continuation.
pub(super) fn split(text: &str, bom: usize, start: usize) -> Parts {
    let mut at = start;
    let mut any = false;
    while at < text.len() {
        let line = line_end(text, at);
        let words = &text[at..line.text];
        let continues = any && words.starts_with("    ") && !words.trim().is_empty();
        if !continues && key(words).is_none() {
            break;
        }
        any = true;
        at = line.next;
    }
    let mut body = at;
    if any && at < text.len() {
        let line = line_end(text, at);
        if text[at..line.text].trim().is_empty() {
            body = line.next;
        }
    }
    Parts {
        format: any.then_some(Format::Header),
        fence: bom..bom,
        head: if any { start..at } else { bom..bom },
        body: if any { body } else { bom }..text.len(),
        closed: true,
    }
}

/// Whether a post's first line can only be a header line.
pub(super) fn begins(line: &str) -> bool {
    line.split_once(':').is_some_and(|(key, _)| {
        key.eq_ignore_ascii_case("title") || key.eq_ignore_ascii_case("date")
    })
}

/// The length of a line's key, if the line is `Key: value`.
fn key(line: &str) -> Option<usize> {
    let indent = line.len() - line.trim_start_matches(' ').len();
    let colon = line.find(':')?;
    let name = line.get(indent..colon)?;
    let is_key = indent <= 3
        && !name.is_empty()
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-');
    is_key.then_some(colon)
}

/// Parses `text`, which starts at byte `offset` of the source. Continuation lines are joined to the
/// value; of a repeated key the first counts, as in Pelican.
pub(super) fn parse(text: &str, offset: usize) -> Values<'_> {
    let mut pairs: Vec<Pair<'_>> = Vec::new();
    let mut at = 0;
    let mut twice = false;
    while at < text.len() {
        let line = line_end(text, at);
        let words = &text[at..line.text];
        let colon = if words.starts_with("    ") { None } else { key(words) };
        if let Some(colon) = colon {
            let name = &text[at..at + colon];
            let begin = at + name.len() - name.trim_start().len();
            let name = name.trim();
            twice = pairs.iter().any(|pair| pair.key.eq_ignore_ascii_case(name));
            if !twice {
                pairs.push(Pair {
                    key: Cow::Borrowed(name),
                    key_range: offset + begin..offset + begin + name.len(),
                    value: value(text, at + colon + 1, line.text, offset),
                });
            }
        } else if let Some(last) = pairs.last_mut().filter(|_| !twice) {
            join(&mut last.value, &value(text, at, line.text, offset));
        }
        at = line.next;
    }
    Values { pairs, faults: Vec::new() }
}

fn value(text: &str, start: usize, end: usize, offset: usize) -> Node<'_> {
    let written = &text[start..end];
    let words = written.trim();
    let begin = start + written.len() - written.trim_start().len();
    let begin = begin.min(end);
    let kind = if words.is_empty() { Kind::Null } else { Kind::Text };
    Node {
        range: offset + begin..offset + begin + words.len(),
        data: Data::Scalar(Cow::Borrowed(words), kind),
    }
}

fn join<'a>(to: &mut Node<'a>, more: &Node<'a>) {
    let Some(words) = more.scalar() else {
        return;
    };
    match to.scalar() {
        None => *to = more.clone(),
        Some(text) => {
            let joined = format!("{text} {words}");
            *to = Node::text(to.range.start..more.range.end, joined);
        }
    }
}
