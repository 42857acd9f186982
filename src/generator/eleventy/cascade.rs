//! Eleventy's data cascade: the front matter of a post over the data of its file, its folders and the site.

use std::borrow::Cow;

use crate::generator::Facts;
use crate::post::Post;
use crate::post::front_matter::{Data, Node, Pair, parse, split};

/// A text in quotation marks, or a single value of the cascade: `key`, `table.key`, `list[0]`.
pub(super) fn value(post: &Post, key: &str, facts: &Facts) -> Option<String> {
    for quote in ['"', '\''] {
        if let Some(text) = key.strip_prefix(quote) {
            return text.strip_suffix(quote).map(str::to_owned);
        }
    }
    let (key, place) = match key.strip_suffix(']').and_then(|key| key.split_once('[')) {
        Some((key, place)) => (key, Some(place.parse::<usize>().ok()?)),
        None => (key, None),
    };
    let parts = split(post.source.text(), false);
    let own = parse(post.source.text(), &parts).pairs;
    let inherited = facts.defaults.iter();
    let inherited = inherited.filter(|defaults| defaults.scope.covers(post.source.path(), None));
    let inherited = inherited.filter_map(|defaults| match &defaults.values.data {
        Data::Table(pairs) => Some(pairs.as_slice()),
        _ => None,
    });
    // The nearest first.
    let layers = std::iter::once(own.as_slice()).chain(inherited);
    let mut nodes = layers.filter_map(|pairs| find(pairs, key));
    match place {
        Some(place) => joined(nodes, key)?.get(place).map(ToString::to_string),
        None => nodes.next()?.scalar().map(str::to_owned),
    }
}

/// The value at a path such as `table.key`.
fn find<'a>(pairs: &'a [Pair<'a>], path: &str) -> Option<&'a Node<'a>> {
    let (key, rest) = path.split_once('.').map_or((path, None), |(key, rest)| (key, Some(rest)));
    let node = &pairs.iter().find(|pair| pair.key == key)?.value;
    match (rest, &node.data) {
        (None, _) => Some(node),
        (Some(rest), Data::Table(inner)) => find(inner, rest),
        _ => None,
    }
}

/// The items of a list: those of the folders come before the post's own. A text in place of a list replaces it,
/// except for `tags`.
fn joined<'a>(nodes: impl Iterator<Item = &'a Node<'a>>, key: &str) -> Option<Vec<Cow<'a, str>>> {
    let mut lists: Vec<Vec<Cow<'a, str>>> = Vec::new();
    for node in nodes {
        match &node.data {
            Data::List(items) => {
                let items = items.iter().map(|item| item.scalar().map(Cow::from));
                lists.push(items.collect::<Option<_>>()?);
            }
            Data::Scalar(text, _) if key == "tags" => {
                lists.push(text.split(',').map(|tag| Cow::from(tag.trim())).collect());
            }
            _ => break,
        }
    }
    Some(lists.into_iter().rev().flatten().collect())
}
