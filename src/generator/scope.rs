//! The files that defaults in a configuration apply to.

use globset::{GlobBuilder, GlobMatcher};
use regex::Regex;

use crate::generator::parts;
use crate::tree::{is_under, under};

/// A folder or a file, and perhaps a pattern of paths in it and a language.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    /// From the project's root; `""` for everything.
    folder: String,
    pattern: Option<Pattern>,
    /// The language of the pages, as the configuration writes it.
    language: Option<String>,
}

#[derive(Debug, Clone)]
enum Pattern {
    /// Of pages, by their paths in lower case.
    Pages(GlobMatcher),
    /// Of files by their whole names; a matching folder includes everything in it.
    Files(GlobMatcher),
    /// Of files by their whole paths.
    Whole(GlobMatcher),
    /// A regular expression that is somewhere in a path.
    Text(Regex),
    /// Of Jekyll's `exclude`: a pattern of files and of folders above `_posts`, or how their paths begin.
    Excluded(GlobMatcher, String),
}

impl From<String> for Scope {
    fn from(folder: String) -> Self {
        Self { folder, ..Self::default() }
    }
}

impl Scope {
    /// The meaning of a pattern of pages (Hugo's `target.path`) in the content's folder; `None`
    /// where it is not a valid pattern.
    pub(super) fn of_pages(content: &str, pattern: &str) -> Option<Self> {
        Self::fitting(content, &pattern.to_lowercase(), false)
    }

    /// As [`Scope::of_pages`], for a pattern of files (Jekyll's `scope.path`) in the site's folder.
    pub(super) fn of_files(root: &str, pattern: &str) -> Option<Self> {
        Self::fitting(root, pattern, true)
    }

    fn fitting(folder: &str, pattern: &str, is_of_files: bool) -> Option<Self> {
        // Paths of pages begin with a slash, those of files do not.
        let slash = if is_of_files || pattern.starts_with(['/', '{']) { "" } else { "/" };
        let glob = GlobBuilder::new(&format!("{slash}{pattern}")).literal_separator(true).build();
        let matcher = glob.ok()?.compile_matcher();
        let pattern = if is_of_files { Pattern::Files(matcher) } else { Pattern::Pages(matcher) };
        Some(Self { pattern: Some(pattern), ..Self::from(folder.to_owned()) })
    }

    /// The posts that a pattern of Jekyll's `exclude` leaves out: `*` includes slashes, and a path may
    /// begin with the pattern. Of folders, those above `_posts` count: everything below it is listed.
    pub(super) fn of_excluded(root: &str, pattern: &str) -> Option<Self> {
        let pattern = pattern.trim_start_matches('/');
        let without_braces = pattern.replace("**", "*").replace('{', "[{]");
        let glob = GlobBuilder::new(&without_braces).build().ok()?;
        Some(Self {
            pattern: Some(Pattern::Excluded(glob.compile_matcher(), pattern.to_owned())),
            ..Self::from(root.to_owned())
        })
    }

    /// The files whose whole paths on the disk match a pattern in which `*` includes slashes (Zola's
    /// `ignored_content`).
    pub(super) fn of_whole_paths(pattern: &str) -> Option<Self> {
        let glob = GlobBuilder::new(pattern).build().ok()?;
        Some(Self { pattern: Some(Pattern::Whole(glob.compile_matcher())), ..Self::default() })
    }

    /// The files whose paths match a regular expression somewhere.
    pub(super) fn matching(pattern: &str) -> Option<Self> {
        let pattern = Some(Pattern::Text(Regex::new(pattern).ok()?));
        Some(Self { pattern, ..Self::default() })
    }

    /// The scope, for pages of one language only.
    pub(super) fn in_language(mut self, language: Option<String>) -> Self {
        self.language = language.or(self.language);
        self
    }

    /// Whether the values apply to a file whose page is in this language.
    pub fn covers(&self, path: &str, language: Option<&str>) -> bool {
        is_under(path, &self.folder)
            && self.language.is_none() | (self.language.as_deref() == language)
            && (self.pattern.as_ref()).is_none_or(|pattern| pattern.fits(&self.folder, path))
    }

    /// How specific it is: of two that apply, the longer one wins.
    pub(super) fn weight(&self) -> usize {
        let pattern = match &self.pattern {
            Some(
                Pattern::Pages(glob)
                | Pattern::Files(glob)
                | Pattern::Whole(glob)
                | Pattern::Excluded(glob, _),
            ) => glob.glob().glob(),
            Some(Pattern::Text(pattern)) => pattern.as_str(),
            None => "",
        };
        self.folder.len() + pattern.len()
    }
}

impl Pattern {
    fn fits(&self, folder: &str, path: &str) -> bool {
        let inner = path.strip_prefix(folder).unwrap_or(path).trim_matches('/');
        let pages = match self {
            Self::Whole(glob) => return glob.is_match(format!("/{path}")),
            Self::Text(pattern) => return pattern.is_match(&format!("/{path}")),
            Self::Files(glob) => return fits_folder(glob, inner) || glob.is_match(inner),
            Self::Excluded(glob, start) => {
                let above =
                    ["_posts/", "_drafts/"].iter().filter_map(|name| inner.find(name)).min();
                return inner.starts_with(start)
                    || fits_folder(glob, &inner[..above.unwrap_or(0)])
                    || glob.is_match(inner);
            }
            Self::Pages(glob) => glob,
        };
        let (above, name) = parts(inner);
        // A page is named without its extension and language, a bundle by its folder.
        let name = name.split('.').next().unwrap_or(name);
        let page = match name {
            "index" => above.to_owned(),
            name => under(above, name),
        };
        pages.is_match(format!("/{}", page.to_lowercase()))
    }
}

/// Whether one of the folders of a path matches.
fn fits_folder(glob: &GlobMatcher, path: &str) -> bool {
    let mut folders = path.match_indices('/').map(|(at, _)| &path[..at]);
    folders.any(|folder| glob.is_match(folder))
}

#[cfg(test)]
mod tests {
    use super::Scope;

    #[test]
    fn patterns_of_pages_and_files() {
        let pages = |pattern: &str, path: &str| {
            Scope::of_pages("content", pattern).is_some_and(|scope| scope.covers(path, None))
        };
        assert!(pages("/posts/**", "content/posts/2020/a.md"));
        assert!(pages("/posts/secret-*", "content/posts/Secret-talk.es.md"));
        assert!(pages("/posts/secret-*", "content/posts/secret-talk/index.md"));
        assert!(!pages("/posts/*", "content/posts/2020/a.md"));
        assert!(pages("{/a/**,/posts/**}", "content/posts/a.md"));
        assert!(!pages("/posts/[", "content/posts/a.md"));
        assert!(!pages("/posts/**", "other/posts/a.md"));
        let whole = Scope::of_whole_paths("*/entwürfe/*").expect("a pattern");
        assert!(whole.covers("content/entwürfe/a.md", None));
        assert!(!whole.covers("content/posts/a.md", None));
        let files = |pattern: &str, path: &str| {
            Scope::of_files("", pattern).is_some_and(|scope| scope.covers(path, None))
        };
        assert!(files("_posts/*-secret.md", "_posts/2020-01-01-secret.md"));
        assert!(files("section/*/inner", "section/a/inner/_posts/2020-01-01-a.md"));
        assert!(!files("section/*", "other/a.md"));
        let spanish = Scope::from("content".to_owned()).in_language(Some("es".to_owned()));
        assert!(spanish.covers("content/a.es.md", Some("es")));
        assert!(!spanish.covers("content/a.md", Some("en")));
    }
}
