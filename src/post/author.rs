//! An author from a table in a front matter or a data file.

use super::Author;
use super::front_matter::Node;

/// The author in a table, which must have a name.
pub(crate) fn author_of(node: &Node<'_>) -> Option<Author> {
    let name = node.first_line(&["name", "display_name", "title"]);
    let url = node.first_line(&["url", "uri", "web", "website", "homepage", "link", "site"]);
    Some(Author {
        name: name.filter(|name| !name.is_empty())?,
        url: url.and_then(|url| web(&url)),
        email: node.first_line(&["email", "mail"]),
    })
}

/// An http or https URL.
pub(crate) fn web(url: &str) -> Option<String> {
    let web = url.starts_with("https://") || url.starts_with("http://");
    (web && url::Url::parse(url).is_ok()).then(|| url.to_owned())
}
