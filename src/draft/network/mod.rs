//! The networks, one file each: limits, counting, and the form of handles.

mod bluesky;
mod linkedin;
mod mastodon;
mod threads;
mod x;

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// Every network, in the order of drafts.
pub static NETWORKS: &[&Network] =
    &[&mastodon::MASTODON, &bluesky::BLUESKY, &x::X, &linkedin::LINKEDIN, &threads::THREADS];

/// The network of this name (`mastodon`, `bluesky`, `x`, `linkedin`, `threads`).
pub fn named(name: &str) -> Option<&'static Network> {
    NETWORKS.iter().copied().find(|network| network.name == name)
}

/// Whether `url` can be that of a post on `network`.
pub fn is_post_of(network: &Network, url: &str) -> bool {
    let Ok(url) = url::Url::parse(url) else { return false };
    if network.scheme == Some(url.scheme()) {
        return true;
    }
    let is_on = |network: &Network| {
        let host = url.host_str().unwrap_or_default();
        network.hosts.iter().any(|own| {
            host.strip_suffix(own).is_some_and(|before| before.is_empty() || before.ends_with('.'))
        })
    };
    let web = matches!(url.scheme(), "http" | "https") && url.path().len() > 1;
    let elsewhere = || NETWORKS.iter().any(|other| is_on(other));
    web && (is_on(network) || network.hosts.is_empty() && !elsewhere())
}

/// A social network.
pub struct Network {
    /// Its name in file names and configuration.
    pub name: &'static str,
    /// Its display name.
    pub title: &'static str,
    /// The longest post, in the units of [`Network::count`].
    pub limit: usize,
    /// What the limit counts, for messages.
    pub unit: &'static str,
    /// How many bytes a unit of the limit may have on average.
    bytes: usize,
    /// The cost of each part of a text, in order, without gaps.
    pub costs: fn(&str) -> Vec<Cost>,
    /// The cost of a content warning.
    warning_cost: fn(&str) -> usize,
    /// How many hashtags a post may have before it looks like spam.
    pub hashtags: usize,
    /// How many different links a post may have.
    pub links: Option<usize>,
    /// How many images a post may have.
    pub images: usize,
    /// Which post of a thread has the link.
    pub link: LinkPlace,
    /// Whether a recap becomes a thread or a single post.
    pub form: Form,
    /// How much of a post is visible before “more”.
    pub fold: Option<Fold>,
    /// How it shows a URL.
    pub shown_url: fn(&str) -> String,
    /// Whether a host without a scheme becomes a link.
    pub links_bare_hosts: bool,
    /// Whether programs say which parts of a post are links, mentions and hashtags, which are the facets of
    /// [`export::detect`](super::export::detect) then.
    pub has_facets: bool,
    /// Whether followers do not see posts that begin with a mention.
    pub hides_leading_mention: bool,
    /// The hosts of its posts' URLs; empty where anybody may run a server.
    pub hosts: &'static [&'static str],
    /// A scheme of its own for the URLs of its posts.
    scheme: Option<&'static str>,
    /// An example of a post's URL.
    pub post_example: &'static str,
    /// The form of handles, printed after "write".
    pub handle: &'static str,
    /// The domain of handles without one.
    handle_domain: Option<&'static str>,
    is_handle: fn(&str) -> bool,
}

/// What most networks have in common.
const PLAIN: Network = Network {
    name: "",
    title: "",
    limit: 0,
    unit: "characters",
    bytes: usize::MAX,
    costs: |text| graphemes(text, &[], |_| 1),
    warning_cost: |_| 0,
    hashtags: 0,
    links: None,
    images: 4,
    link: LinkPlace::First,
    form: Form::Thread,
    fold: None,
    shown_url: |url| shortened(without_scheme(url).trim_end_matches('/'), 27, 26),
    links_bare_hosts: false,
    has_facets: false,
    hides_leading_mention: false,
    hosts: &[],
    scheme: None,
    post_example: "",
    handle: "",
    handle_domain: None,
    is_handle: |_| false,
};

impl Network {
    /// The handle in the URL of a profile, or of a name without the usual host.
    pub(super) fn handle_of(&self, written: &str) -> Option<String> {
        let bare = written.rsplit("://").next()?.trim_end_matches('/');
        let (host, name) = (bare.split('/').next()?, bare.rsplit('/').next()?);
        let name = name.trim_start_matches('@');
        let whole = self.handle_domain.map(|domain| format!("@{name}.{domain}"));
        let mut handles = [format!("@{name}@{host}"), format!("@{name}")].into_iter().chain(whole);
        handles.find(|handle| self.is_handle(handle))
    }

    /// Whether a handle has the form of this network's.
    pub fn is_handle(&self, handle: &str) -> bool {
        (self.is_handle)(handle)
    }

    /// The length of a post with its content warning, as this network counts; never less than in the
    /// network's own code.
    pub fn count(&self, text: &str, warning: Option<&str>) -> usize {
        let units: usize = (self.costs)(text).iter().map(|cost| cost.units).sum();
        units.max(text.len().div_ceil(self.bytes)) + warning.map_or(0, self.warning_cost)
    }

    /// Where a post exceeds the limit: the first byte of the first part that does not fit.
    pub fn crossing(&self, text: &str, warning: Option<&str>) -> Option<usize> {
        let mut sum = warning.map_or(0, self.warning_cost);
        let mut costs = (self.costs)(text).into_iter();
        let over = costs.find(|cost| {
            sum += cost.units;
            sum.max(cost.range.end.div_ceil(self.bytes)) > self.limit
        });
        over.map(|cost| cost.range.start)
    }

    /// Whether the network accepts this post.
    pub fn takes(&self, text: &str, warning: Option<&str>) -> bool {
        let has_links = |links| self.links.is_none_or(|most| links <= most);
        self.count(text, warning) <= self.limit && has_links(different_links(text))
    }
}

/// What a URL counts on Mastodon and X, whatever its length.
const LINK: usize = 23;

/// The cost of a part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cost {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// In the network's units.
    pub units: usize,
}

/// How much of a post is visible before “more”: the less of the two.
#[derive(Debug, Clone, Copy)]
pub struct Fold {
    /// UTF-16 units.
    pub units: usize,
    /// Lines.
    pub lines: usize,
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
pub fn different_links(text: &str) -> usize {
    let urls = super::text::entities::urls(text);
    let different: std::collections::BTreeSet<&str> =
        urls.iter().filter_map(|url| text.get(url.range.clone())).collect();
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
    for (offset, grapheme) in text.get(range).unwrap_or_default().grapheme_indices(true) {
        let at = start + offset;
        costs.push(Cost { range: at..at + grapheme.len(), units: units(grapheme) });
    }
}

/// A URL as most networks show it.
fn without_scheme(url: &str) -> &str {
    url.split_once("://").map_or(url, |(_, rest)| rest).trim_start_matches("www.")
}

/// The first `shown` characters of a text that has more than `longest`.
fn shortened(text: &str, longest: usize, shown: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    text.chars().take(shown).chain(['…']).collect()
}

/// A handle `@name` of these characters, at most `longest` of them.
fn simple_handle(handle: &str, longest: usize, allowed: impl Fn(char) -> bool) -> bool {
    handle
        .strip_prefix('@')
        .is_some_and(|name| !name.is_empty() && name.len() <= longest && name.chars().all(allowed))
}
