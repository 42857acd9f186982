//! Reads a generator's configuration file of any format.

use crate::post::front_matter::{Data, Format, Node, Pair, parse_file};
use crate::post::{Author, author_of};
use crate::tree::{Tree, under};

/// The text of a file, if it exists and is UTF-8.
pub(crate) fn text(tree: &dyn Tree, path: &str) -> Option<String> {
    String::from_utf8(tree.read(path).ok()?).ok()
}

/// The format by a file's extension.
pub(super) fn format(path: &str) -> Option<Format> {
    let (_, extension) = path.rsplit_once('.')?;
    match extension {
        "yml" | "yaml" => Some(Format::Yaml),
        "toml" => Some(Format::Toml),
        "json" => Some(Format::Json),
        _ => None,
    }
}

/// The values of a configuration or data file; unreadable parts are left out.
pub(super) fn values(tree: &dyn Tree, path: &str) -> Option<Node<'static>> {
    let text = text(tree, path)?;
    let values = parse_file(&text, format(path)?);
    let table = Node::unplaced(values.pairs);
    Some(table.into_owned())
}

/// The first of `names` under `root` that can be read.
pub(super) fn first(tree: &dyn Tree, root: &str, names: &[&str]) -> Option<Node<'static>> {
    names.iter().find_map(|name| values(tree, &under(root, name)))
}

/// The value of a key, in any case.
pub(super) fn get<'n>(node: &'n Node<'static>, key: &str) -> Option<&'n Node<'static>> {
    let Data::Table(pairs) = &node.data else {
        return None;
    };
    pairs.iter().find(|pair| pair.key.eq_ignore_ascii_case(key)).map(|pair| &pair.value)
}

/// The value at a path of keys, in any case, with dots between them.
pub(super) fn at<'n>(node: &'n Node<'static>, path: &str) -> Option<&'n Node<'static>> {
    path.split('.').try_fold(node, get)
}

/// The text at the first of these paths that has one; `paths` has spaces between them.
pub(super) fn string_at(node: &Node<'static>, paths: &str) -> Option<String> {
    let mut texts = paths.split(' ').filter_map(|path| Some(at(node, path)?.scalar()?.trim()));
    texts.find(|text| !text.is_empty()).map(str::to_owned)
}

/// The switch at a path.
pub(super) fn switch(node: &Node<'static>, path: &str) -> Option<bool> {
    at(node, path)?.scalar()?.trim().parse().ok()
}

/// The items of the list at a path.
pub(super) fn items<'n>(node: &'n Node<'static>, path: &str) -> &'n [Node<'static>] {
    at(node, path).map(Node::items).unwrap_or_default()
}

/// Keys and values of a table.
pub(super) fn pairs<'n>(node: &'n Node<'static>) -> &'n [Pair<'static>] {
    match &node.data {
        Data::Table(pairs) => pairs,
        _ => &[],
    }
}

/// A tag such as `en-us` or `en_US` in canonical case; `None` where it is not a language tag.
pub(crate) fn language(tag: &str) -> Option<String> {
    let tag = tag.trim().replace('_', "-");
    oxilangtag::LanguageTag::parse_and_normalize(&tag).ok().map(oxilangtag::LanguageTag::into_inner)
}

/// The authors of a data file, `{key: {name, url}}` or `{key: Name}`.
pub(super) fn authors(node: &Node<'static>) -> Vec<(String, Author)> {
    pairs(node)
        .iter()
        .filter_map(|pair| {
            let author = match pair.value.scalar() {
                Some(name) => Author::named(name.trim()),
                None => author_of(&pair.value)?,
            };
            Some((pair.key.to_string(), author))
        })
        .collect()
}

/// The same values without positions, since they are in no post.
pub(super) fn placeless(mut node: Node<'static>) -> Node<'static> {
    erase(&mut node);
    node
}

/// Recursion ends at the depth that the parsers allow.
fn erase(node: &mut Node<'static>) {
    node.range = 0..0;
    match &mut node.data {
        Data::List(items) => items.iter_mut().for_each(erase),
        Data::Table(pairs) => {
            for pair in pairs {
                pair.key_range = 0..0;
                erase(&mut pair.value);
            }
        }
        Data::Scalar(..) => {}
    }
}
