//! Values of a post from its path, by named groups of a regular expression.

use regex::Regex;

use crate::post::front_matter::{Node, Pair};

/// A pattern of file names or of paths, at whose beginning it has to match.
#[derive(Debug, Clone)]
pub struct PathPattern {
    pattern: Regex,
    /// Whether it is of names without extension, not of paths.
    is_of_names: bool,
}

impl PathPattern {
    /// `None` where this is not a regular expression.
    pub(super) fn new(pattern: &str, is_of_names: bool) -> Option<Self> {
        let pattern = Regex::new(&format!("^(?:{pattern})")).ok()?;
        Some(Self { pattern, is_of_names })
    }

    /// The values of all patterns for the file at `path` in the folder `content`.
    pub(crate) fn values(patterns: &[Self], path: &str, content: &str) -> Option<Node<'static>> {
        let path = path.strip_prefix(content)?.trim_start_matches('/');
        let name = super::parts(path).1;
        let name = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let values = patterns.iter().flat_map(|one| {
            let text = if one.is_of_names { name } else { path };
            let found = one.pattern.captures(text);
            let names = one.pattern.capture_names().flatten();
            names.filter_map(move |name| {
                let value = found.as_ref()?.name(name)?.as_str().to_owned();
                Some(Pair::unplaced(name.to_lowercase(), Node::text(0..0, value)))
            })
        });
        Some(Node::unplaced(values.collect())).filter(|_| !patterns.is_empty())
    }
}
