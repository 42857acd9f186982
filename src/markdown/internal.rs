//! Links to a content file instead of a page of the site.

use url::Url;

/// The target of such a link.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Internal<'a> {
    /// A content file or a note by name, and what follows it (`?query#heading`).
    File(&'a str, &'a str),
    /// A content file, or a file that the site serves as it is.
    Perhaps(&'a str, &'a str),
    /// A URL on the site.
    Path(&'a str),
    /// A list of posts, by its kind and name.
    List(&'a str, &'a str),
}

/// The target of an internal link: `@/…` of Zola, `@site/…` of Docusaurus, `{filename}…` of Pelican, a
/// Markdown file.
pub(super) fn internal(written: &str) -> Option<Internal<'_>> {
    let from_root = written
        .strip_prefix('@')
        .map(|path| path.strip_prefix("site").unwrap_or(path))
        .filter(|path| path.starts_with('/'));
    if let Some(path) = from_root {
        let (file, rest) = split(path);
        return Some(Internal::File(file, rest));
    }
    for (open, close) in [('{', '}'), ('|', '|')] {
        let Some((kind, rest)) = written.strip_prefix(open).and_then(|rest| rest.split_once(close))
        else {
            continue;
        };
        return match kind {
            "filename" => {
                let (file, rest) = split(rest);
                Some(Internal::File(file, rest))
            }
            "static" | "attach" => Some(Internal::Path(rest)),
            "index" => Some(Internal::Path("/index.html")),
            "tag" | "category" | "author" => Some(Internal::List(kind, rest)),
            _ => None,
        };
    }
    let (file, rest) = split(written);
    let is_markdown =
        [".md", ".markdown", ".mdx"].iter().any(|extension| file.ends_with(extension));
    (is_markdown && !file.contains(':') && !file.starts_with("//"))
        .then_some(Internal::Perhaps(file, rest))
}

/// The path of a static file, without the placeholder for its folder (`{static}`).
pub(crate) fn served(written: &str) -> &str {
    match internal(written) {
        Some(Internal::Path(path)) => path,
        _ => written,
    }
}

pub(super) fn split(target: &str) -> (&str, &str) {
    target.split_at(target.find(['?', '#']).unwrap_or(target.len()))
}

/// The usual URL of the page of a file that is named from the content's root.
pub(super) fn guess(base: &Url, file: &str, rest: &str) -> Option<Url> {
    let path = file.strip_prefix('/').or_else(|| file.strip_prefix('_'))?;
    let stem = [".md", ".markdown", ".mdx", ".html"]
        .iter()
        .find_map(|extension| path.strip_suffix(extension))
        .unwrap_or(path);
    let stem = stem.strip_suffix("_index").or_else(|| stem.strip_suffix("index")).unwrap_or(stem);
    let path = format!("/{}/{rest}", stem.trim_matches('/'));
    base.join(&path.replace("//", "/")).ok()
}
