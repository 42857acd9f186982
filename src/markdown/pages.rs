//! The pages that content files become.

use crate::post::names::steps;
use std::borrow::Cow;
use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;
use url::Url;

/// The pages of a site by their source files.
#[derive(Debug, Default)]
pub struct Pages<'p> {
    by_path: BTreeMap<String, &'p str>,
    /// By the last part of the path alone; `None` where it is ambiguous.
    by_name: BTreeMap<String, Option<&'p str>>,
}

impl<'p> Pages<'p> {
    /// Pages from the paths of their files, relative to the content's root, with their URLs.
    pub fn new(pages: impl IntoIterator<Item = (&'p str, &'p str)>) -> Self {
        let mut all = Self::default();
        for (path, url) in pages {
            let path = plain(path);
            let name = path.rsplit('/').next().unwrap_or(&path).to_owned();
            all.by_name.entry(name).and_modify(|known| *known = None).or_insert(Some(url));
            all.by_path.insert(path, url);
        }
        all
    }

    /// The page that `target` names in the file at `from`.
    pub fn find(&self, from: &str, target: &str) -> Option<Url> {
        let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
        let target = target.trim();
        let rooted = plain(target);
        let near = plain(&format!("{folder}/{target}"));
        let by_path = if target.starts_with('/') {
            self.by_path.get(&rooted)
        } else {
            self.by_path.get(&near).or_else(|| self.by_path.get(&rooted))
        };
        let name = (!target.starts_with('/') && !rooted.contains('/')).then_some(&rooted);
        let url = match by_path {
            Some(url) => Some(*url),
            None => *self.by_name.get(name?)?,
        };
        Url::parse(url?).ok()
    }
}

/// A normalised path, without what links may omit: extension, `index`, case, dots and redundant
/// slashes.
fn plain(path: &str) -> String {
    let decoded = percent_decode_str(path).decode_utf8();
    let path = decoded.unwrap_or(Cow::Borrowed(path));
    let mut parts = steps(&path);
    if let Some(last) = parts.last_mut() {
        for extension in [".md", ".markdown", ".mdx", ".html"] {
            *last = last.strip_suffix(extension).unwrap_or(last);
        }
    }
    if parts.len() > 1 && matches!(parts.last(), Some(&("index" | "_index"))) {
        parts.pop();
    }
    parts.join("/").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::Pages;

    #[test]
    fn files_are_found_as_generators_name_them() {
        let pages = Pages::new([
            ("posts/2024/talk/index.md", "https://example.org/talk/"),
            ("posts/one.md", "https://example.org/one/"),
            ("_posts/2024-01-02-two.markdown", "https://example.org/two/"),
            ("a/same.md", "https://example.org/a/same/"),
            ("b/same.md", "https://example.org/b/same/"),
        ]);
        let find =
            |from: &str, target: &str| pages.find(from, target).map(|url| url.path().to_owned());
        let found = |path: &str| Some(path.to_owned());
        assert_eq!(find("x.md", "/posts/2024/talk/index.md"), found("/talk/"));
        assert_eq!(find("posts/one.md", "2024/talk"), found("/talk/"));
        assert_eq!(find("posts/2024/talk/index.md", "../../one.md"), found("/one/"));
        assert_eq!(find("x.md", "2024-01-02-two"), found("/two/"));
        assert_eq!(find("x.md", "_posts/2024-01-02-two.markdown"), found("/two/"));
        assert_eq!(find("x.md", "same"), None);
        assert_eq!(find("a/x.md", "same"), found("/a/same/"));
    }
}
