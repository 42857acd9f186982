//! The folders of outputs, so that no write follows a symbolic link to a file that is not an output.

use crate::tree::{is_under, leads_into_git};

/// A folder of outputs.
#[derive(Debug, Clone)]
pub struct Place {
    /// Its path from the project's root; `""` for the root.
    pub folder: String,
    /// Whether a file in it, by its path there, is an output.
    pub is_output: fn(&str) -> bool,
}

impl Place {
    fn is_output(&self, path: &str) -> bool {
        let Some(rest) = path.strip_prefix(self.folder.as_str()) else { return false };
        is_under(path, &self.folder) && (self.is_output)(rest.trim_start_matches('/'))
    }
}

/// Why the output at `path` must not be written when symbolic links lead it to `end`; both are paths
/// from the root. `None` where it may: there is no link, or it ends at an output of the same folder.
pub(super) fn refusal(places: &[Place], path: &str, end: &str) -> Option<String> {
    let mut own = places.iter().filter(|place| place.is_output(path));
    let allowed = path == end || !leads_into_git(end) && own.any(|place| place.is_output(end));
    (!allowed).then(|| {
        format!("a symbolic link leads to `{end}`, which is not an output of the same folder; delete the link")
    })
}

#[cfg(test)]
mod tests {
    use super::{Place, refusal};

    #[test]
    fn a_link_may_only_end_at_an_output_of_its_folder() {
        let places = [
            Place {
                folder: "feeds".into(),
                is_output: |path| {
                    std::path::Path::new(path).extension().is_some_and(|end| end == "xml")
                },
            },
            Place {
                folder: String::new(),
                is_output: |path| {
                    std::path::Path::new(path).extension().is_some_and(|end| end == "txt")
                },
            },
        ];
        for (path, end) in
            [("feeds/a.xml", "feeds/a.xml"), ("feeds/a.xml", "feeds/b.xml"), ("a/x.txt", "b/x.txt")]
        {
            assert_eq!(refusal(&places, path, end), None, "{path} -> {end}");
        }
        for (path, end) in [
            ("feeds/a.xml", ".git/hooks/pre-commit"),
            ("feeds/a.xml", "feeds/index.html"),
            ("feeds/a.xml", "feeds2/b.xml"),
            ("feeds/a.xml", "posts/a.txt"),
            ("a/x.txt", ".GIT/x.txt"),
        ] {
            assert!(refusal(&places, path, end).is_some(), "{path} -> {end}");
        }
        assert!(refusal(&[], "posts/a.md", "posts/b.md").is_some());
    }
}
