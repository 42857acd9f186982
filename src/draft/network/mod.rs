//! The networks, one file each: limits, counting, and the form of handles.

mod bluesky;
mod linkedin;
mod mastodon;
mod threads;
mod x;

use std::ops::Range;

use super::text::graphemes;

/// Every network, in the order of drafts.
pub static NETWORKS: &[&dyn Network] = &[
    &mastodon::Mastodon,
    &bluesky::Bluesky,
    &x::X,
    &linkedin::LinkedIn,
    &threads::Threads,
];

/// The network of this name (`mastodon`, `bluesky`, `x`, `linkedin`, `threads`).
#[must_use]
pub fn named(name: &str) -> Option<&'static dyn Network> {
    NETWORKS
        .iter()
        .copied()
        .find(|network| network.name() == name)
}

/// Whether `url` can be that of a post on `network`.
#[must_use]
pub fn is_post_of(network: &dyn Network, url: &str) -> bool {
    let Ok(url) = url::Url::parse(url) else {
        return false;
    };
    if url.scheme() == "at" {
        return network.name() == "bluesky";
    }
    let is_on = |network: &dyn Network| {
        let host = url.host_str().unwrap_or_default();
        network.hosts().iter().any(|own| {
            host.strip_suffix(own)
                .is_some_and(|before| before.is_empty() || before.ends_with('.'))
        })
    };
    let web = matches!(url.scheme(), "http" | "https") && url.path().len() > 1;
    let elsewhere = || NETWORKS.iter().any(|other| is_on(*other));
    web && (is_on(network) || network.hosts().is_empty() && !elsewhere())
}

/// A social network.
pub trait Network: Sync {
    /// Its name in file names and configuration.
    fn name(&self) -> &'static str;
    /// Its display name.
    fn title(&self) -> &'static str;
    /// The longest post, in the units of [`Network::count`].
    fn limit(&self) -> usize;
    /// What the limit counts, for messages ("characters").
    fn unit(&self) -> &'static str {
        "characters"
    }
    /// The cost of each part of a text, in order, without gaps.
    fn costs(&self, text: &str) -> Vec<Cost>;
    /// The cost of a content warning.
    fn warning_cost(&self, warning: &str) -> usize {
        let _ = warning;
        0
    }
    /// How many hashtags a post may have before it looks like spam.
    fn hashtags(&self) -> usize;
    /// How many different links a post may have.
    fn links(&self) -> Option<usize> {
        None
    }
    /// How many images a post may have.
    fn images(&self) -> usize {
        4
    }
    /// Which post of a thread has the link.
    fn link(&self) -> LinkPlace {
        LinkPlace::First
    }
    /// Whether a recap becomes a thread or a single post.
    fn form(&self) -> Form {
        Form::Thread
    }
    /// How much of a post is visible before “more”, in UTF-16 units.
    fn fold(&self) -> Option<usize> {
        None
    }
    /// Whether followers do not see posts that begin with a mention.
    fn hides_leading_mention(&self) -> bool {
        false
    }
    /// The hosts of its posts' URLs; empty where anybody may run a server.
    fn hosts(&self) -> &'static [&'static str];
    /// An example of a post's URL.
    fn post_example(&self) -> &'static str;
    /// Checks a handle's form; `Err` is the expected form, printed after "write".
    ///
    /// # Errors
    /// The expected form.
    fn handle(&self, handle: &str) -> Result<(), &'static str>;

    /// The length of a post with its content warning, as this network counts; never less than in the
    /// network's own code.
    fn count(&self, text: &str, warning: Option<&str>) -> usize {
        let text: usize = self.costs(text).iter().map(|cost| cost.units).sum();
        text + warning.map_or(0, |warning| self.warning_cost(warning))
    }

    /// Where a post exceeds the limit: the first byte of the first part that does not fit.
    fn crossing(&self, text: &str, warning: Option<&str>) -> Option<usize> {
        let mut sum = warning.map_or(0, |warning| self.warning_cost(warning));
        for cost in self.costs(text) {
            sum += cost.units;
            if sum > self.limit() {
                return Some(cost.range.start);
            }
        }
        None
    }

    /// Whether the network accepts this post.
    fn takes(&self, text: &str, warning: Option<&str>) -> bool {
        let short = || {
            at_most(text).is_some_and(|(units, links)| {
                units <= self.limit() && self.links().is_none_or(|most| links <= most)
            })
        };
        // Most posts are so short that counting is unnecessary.
        if warning.is_none() && short() {
            return true;
        }
        self.count(text, warning) <= self.limit()
            && self
                .links()
                .is_none_or(|links| different_links(text) <= links)
    }
}

/// What a URL counts on Mastodon and X, whatever its length; no network counts more for a shorter one.
const LINK: usize = 23;

/// An upper bound, cheap to compute, of a text's length on any network, and of its links: each byte,
/// and a URL at each dot. `None` for texts beyond the basic plane, where some characters count more
/// than their bytes once they are composed.
fn at_most(text: &str) -> Option<(usize, usize)> {
    let basic = text.bytes().all(|byte| byte < 0xf0);
    let links = memchr::memchr_iter(b'.', text.as_bytes()).count();
    basic.then_some((text.len() + LINK * links, links))
}

/// The cost of a part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cost {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// In the network's units.
    pub units: usize,
}

/// Which post of a thread has the link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkPlace {
    /// The first post, so that the network shows the link's card.
    First,
    /// The last post: the network shows posts with links to fewer people.
    Last,
}

/// The shape of a recap's draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A post per session.
    Thread,
    /// One text, with a line per session.
    Single,
}

/// How many different URLs a text has.
#[must_use]
pub fn different_links(text: &str) -> usize {
    let urls = super::text::entities::urls(text);
    let different: std::collections::BTreeSet<&str> = urls
        .iter()
        .filter_map(|url| text.get(url.range.clone()))
        .collect();
    different.len()
}

/// Every grapheme of `text` at the cost that `units` returns, except in the ranges of `whole`.
fn graphemes(text: &str, whole: &[Cost], units: impl Fn(&str) -> usize) -> Vec<Cost> {
    let mut costs = Vec::with_capacity(text.len());
    let mut from = 0;
    for cost in whole {
        if cost.range.start < from {
            continue;
        }
        plain(text, from..cost.range.start, &units, &mut costs);
        from = cost.range.end;
        costs.push(cost.clone());
    }
    plain(text, from..text.len(), &units, &mut costs);
    costs
}

fn plain(text: &str, range: Range<usize>, units: &impl Fn(&str) -> usize, costs: &mut Vec<Cost>) {
    let start = range.start;
    for (offset, grapheme) in graphemes::graphemes(text.get(range).unwrap_or_default()) {
        let at = start + offset;
        costs.push(Cost {
            range: at..at + grapheme.len(),
            units: units(grapheme),
        });
    }
}

/// A handle `@name` of these characters, at most `longest` of them.
fn simple_handle(handle: &str, longest: usize, allowed: impl Fn(char) -> bool) -> bool {
    handle
        .strip_prefix('@')
        .is_some_and(|name| !name.is_empty() && name.len() <= longest && name.chars().all(allowed))
}

#[cfg(test)]
mod tests {
    use super::{NETWORKS, at_most, different_links};

    #[test]
    fn no_network_counts_more_than_a_glance_says() {
        let characters = ('\0'..='\u{ffff}').map(String::from);
        let texts = [
            "a.de",
            "see x.co, http://a.bc and @ada@b.example",
            "日本。http://日本.jp",
            "1\u{fe0f}\u{20e3} \u{1100}\u{1161}\u{11a8} e\u{301}",
        ];
        for text in characters.chain(texts.map(str::to_owned)) {
            let (units, links) = at_most(&text).expect("no character beyond the basic plane");
            assert!(different_links(&text) <= links, "{text:?}");
            for network in NETWORKS {
                let count = network.count(&text, None);
                assert!(count <= units, "{}: {text:?} {count}", network.name());
            }
        }
        assert_eq!(at_most("🐱"), None);
    }
}
