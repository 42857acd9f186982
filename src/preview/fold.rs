//! Cuts long entries, so that the page stays small enough for any browser.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Page, data};

/// The target size of a page in bytes, images aside.
const LARGEST: usize = 480_000;

/// The size that every entry may have, however long the others are.
const LEAST: usize = 4_000;

/// An entry, cut to its share of the page.
#[derive(Serialize)]
pub(super) struct Folded<'p> {
    html: &'p str,
    /// How many kilobytes are omitted.
    more: usize,
}

/// The entries by the posts' keys, cut to fit into a page that has `rest` bytes without them. Short
/// ones stay whole.
pub(super) fn folded(page: &Page, rest: usize) -> BTreeMap<&str, Folded<'_>> {
    let entries = || {
        let posts = page.posts.iter();
        posts.filter_map(|post| Some((post.key.as_str(), post.article.as_ref()?.html.as_str())))
    };
    let weights = entries().map(|(_, html)| weight(html)).collect();
    let share = share(weights, LARGEST.saturating_sub(rest)).max(LEAST);
    entries().map(|(key, html)| (key, fold(html, share))).collect()
}

/// The size of HTML in the page.
fn weight(html: &str) -> usize {
    data(&serde_json::Value::from(html)).len()
}

/// The size up to which each may go, so that the total is at most `room`.
fn share(mut weights: Vec<usize>, room: usize) -> usize {
    weights.sort_unstable();
    let mut left = room;
    for (index, weight) in weights.iter().enumerate() {
        let share = left / (weights.len() - index);
        if *weight > share {
            return share;
        }
        left -= weight;
    }
    usize::MAX
}

/// The blocks of an entry that fit into `share`.
fn fold(html: &str, share: usize) -> Folded<'_> {
    let weight = weight(html);
    if weight <= share {
        return Folded { html, more: 0 };
    }
    let shown = &html[..html.floor_char_boundary(html.len() * share / weight)];
    // Cut after a line that ends with an end tag; the parser closes what is still open there.
    let ends_block = |(end, _): &(usize, &str)| {
        let tag = shown[..*end].rfind('<');
        tag.is_some_and(|tag| shown[tag..].starts_with("</"))
    };
    let end = shown.rmatch_indices(">\n").find(ends_block);
    let end =
        end.map_or_else(|| shown.rfind('<').unwrap_or(shown.len()), |(end, mark)| end + mark.len());
    Folded { html: &html[..end], more: (html.len() - end).div_ceil(1000) }
}

#[cfg(test)]
mod tests {
    use super::{fold, share};

    #[test]
    fn short_ones_stay_whole_and_long_ones_share_the_rest() {
        assert_eq!(share(vec![10, 20, 30], 60), usize::MAX);
        assert_eq!(share(vec![1000, 10, 500], 110), 50);
        assert_eq!(share(Vec::new(), 0), usize::MAX);
        assert_eq!(share(vec![1], 0), 0);
    }

    #[test]
    fn an_entry_is_folded_behind_a_block() {
        let html = "<ul>\n<li>One &amp; two.</li>\n<li>\n<p>Three.</p>\n</li>\n</ul>\n";
        let of = |share| fold(html, share);
        assert_eq!((of(1000).html, of(1000).more), (html, 0));
        assert_eq!(of(80).html, "<ul>\n<li>One &amp; two.</li>\n");
        assert_eq!((of(3).html, of(3).more), ("", 1));
    }
}
