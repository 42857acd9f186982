//! Long entries are folded, so that the page can be opened anywhere, however much there is to show.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::{Article, Page, data};

/// What a page may weigh without its pictures, in bytes, as far as entries can help it.
const LARGEST: usize = 480_000;

/// What every entry may weigh, whatever else there is.
const LEAST: usize = 4_000;

/// The entries' HTML by the posts' keys, folded so that a page that weighs `rest` without them has
/// room for them. Short ones stay whole.
pub(super) fn folded(page: &Page, rest: usize) -> BTreeMap<&str, Cow<'_, str>> {
    let articles = || {
        let posts = page.posts.iter();
        posts.filter_map(|post| Some((post, post.article.as_ref()?)))
    };
    let weights = articles().map(|(_, article)| weight(&article.html));
    let share = share(weights.collect(), LARGEST.saturating_sub(rest)).max(LEAST);
    articles()
        .map(|(post, article)| {
            let link = article.link.as_deref().unwrap_or(&post.link);
            (post.key.as_str(), fold(article, link, share))
        })
        .collect()
}

/// What HTML weighs in the page.
fn weight(html: &str) -> usize {
    data(&serde_json::Value::from(html)).len()
}

/// The weight up to which each may go, so that all together have no more than `room`.
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

/// The blocks of an entry that `share` has room for, and what else there would be.
fn fold<'a>(article: &'a Article, link: &str, share: usize) -> Cow<'a, str> {
    let html = article.html.as_str();
    let weight = weight(html);
    if weight <= share {
        return Cow::Borrowed(html);
    }
    let shown = &html[..html.floor_char_boundary(html.len() * share / weight)];
    // No block ends within a tag or a word; what is still open there is closed by the parser.
    let end = shown.rfind(">\n").map_or_else(
        || shown.rfind('<').unwrap_or(shown.len()),
        |end| end + ">\n".len(),
    );
    let kilobytes = (html.len() - end).div_ceil(1000);
    let link = link.replace('&', "&amp;").replace('"', "&quot;");
    Cow::Owned(format!(
        "{}<p class=\"unseen\">The entry goes on for {kilobytes} kB, which are in the feed and on <a href=\"{link}\">its page</a>.</p>",
        &html[..end]
    ))
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn short_ones_stay_whole_and_long_ones_share_the_rest() {
        assert_eq!(share(vec![10, 20, 30], 60), usize::MAX);
        assert_eq!(share(vec![1000, 10, 500], 110), 50);
        assert_eq!(share(Vec::new(), 0), usize::MAX);
        assert_eq!(share(vec![1], 0), 0);
    }
}
