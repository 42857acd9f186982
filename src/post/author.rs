//! An author from a table in a front matter or a data file.

use super::Author;
use super::front_matter::{Node, one_line};

/// The author in a table, which must have a name.
pub(crate) fn author_of(node: &Node<'_>) -> Option<Author> {
    let first = |keys: &[&str]| keys.iter().find_map(|key| node.get(key)?.scalar().map(one_line));
    Some(Author {
        name: first(&["name", "display_name", "title"]).filter(|name| !name.is_empty())?,
        url: first(&["url", "uri", "web", "website", "homepage", "link", "site"])
            .and_then(|url| web(&url)),
        email: first(&["email", "mail"]),
    })
}

pub(crate) fn web(address: &str) -> Option<String> {
    let web = address.starts_with("https://") || address.starts_with("http://");
    (web && url::Url::parse(address).is_ok()).then(|| address.to_owned())
}
