//! Text beside its source: which bytes each part of it was written with.

use std::ops::Range;

use crate::recap::html;
use crate::recap::shortcode::Shortcode;

/// Splits text that differs from its source by escapes, entities and template code, so that each part has
/// its bytes; the value of template code has all bytes of the code.
pub(super) fn aligned<'t>(
    phrase: &'t str,
    source: &str,
    offset: usize,
    codes: &[Shortcode],
) -> Vec<(&'t str, Range<usize>)> {
    let mut parts = Vec::new();
    let (mut from, mut at, mut here, mut start) = (0, 0, 0, 0);
    while let (Some(c), Some(written)) = (
        phrase.get(at..).and_then(|rest| rest.chars().next()),
        source.get(here..).and_then(|rest| rest.chars().next()),
    ) {
        if c == written
            && !(c == '&' && html::entity(source.get(here + 1..).unwrap_or_default()).is_some())
        {
            at += c.len_utf8();
            here += c.len_utf8();
            continue;
        }
        parts.push((phrase.get(from..at).unwrap_or_default(), offset + start..offset + here));
        let entity = html::entity(source.get(here + 1..).unwrap_or_default());
        if let Some((_, len)) = entity.filter(|_| written == '&') {
            let end = here + 1 + len;
            let shown = at + c.len_utf8();
            parts.push((phrase.get(at..shown).unwrap_or_default(), offset + here..offset + end));
            at = shown;
            here = end;
        } else if let Some(code) = code_at(codes, offset + here) {
            here += code.source.len();
            let follows = source.get(here..).unwrap_or_default();
            // Text that begins with code and ends with it is not the author's.
            let value = phrase.get(at..).and_then(|rest| value(rest, follows));
            if let Some(value) = value.filter(|_| at > 0 || !follows.is_empty()) {
                parts.push((value, code.source.clone()));
                at += value.len();
            }
        } else {
            here += written.len_utf8();
        }
        from = at;
        start = here;
    }
    parts.push((
        phrase.get(from..at).unwrap_or_default(),
        offset + start..offset + start + (at - from),
    ));
    parts.retain(|(part, _)| !part.is_empty());
    parts
}

/// The template code that begins at a byte of the source.
fn code_at(codes: &[Shortcode], at: usize) -> Option<&Shortcode> {
    let found = codes.binary_search_by_key(&at, |code| code.source.start);
    found.ok().and_then(|found| codes.get(found))
}

/// The beginning of `phrase` that template code made: all before the text that follows the code in the
/// source. `None` where that text is not in `phrase`.
fn value<'t>(phrase: &'t str, follows: &str) -> Option<&'t str> {
    let next = follows.split(['{', '&', '\\', '\n']).next()?;
    let next = &next[..next.floor_char_boundary(24)];
    if next.is_empty() {
        return follows.is_empty().then_some(phrase);
    }
    phrase.find(next).map(|end| &phrase[..end])
}

#[cfg(test)]
mod tests {
    use super::aligned;

    #[test]
    fn an_entity_has_all_of_its_bytes() {
        assert_eq!(
            aligned("<T> & co", "&lt;T&gt; & co", 3, &[]),
            [("<", 3..7), ("T", 7..8), (">", 8..12), (" & co", 12..17)]
        );
    }
}
