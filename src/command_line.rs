//! Words of the commands that messages suggest, as a POSIX shell reads them.

/// A word, in quotation marks where a shell would change or split it.
pub(crate) fn word(text: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "/._-+,@%:".contains(c);
    if !text.is_empty() && text.chars().all(is_plain) {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// The path of a file: no option, and no pattern of git's, is read from its first character.
pub(crate) fn path(path: &str) -> String {
    if path.starts_with(['-', ':']) { word(&format!("./{path}")) } else { word(path) }
}

/// The `git add` line for `paths`.
pub(crate) fn git_add<'a>(paths: impl IntoIterator<Item = &'a str>) -> String {
    paths.into_iter().fold("git add --".to_owned(), |line, one| line + " " + &path(one))
}

#[cfg(test)]
mod tests {
    use super::{git_add, path, word};

    #[test]
    fn a_shell_reads_each_word_as_it_was() {
        for plain in ["posts/2026-01-02-a.md", "HEAD", "ä.md"] {
            assert_eq!(word(plain), plain);
        }
        for text in ["", "a b", "$HOME", "*.md", "`x`", "\"", "\\", "~", "a;b", "#a", "a\nb", "=a"]
        {
            assert_eq!(word(text), format!("'{text}'"));
        }
        assert_eq!(word("it's"), r"'it'\''s'");
    }

    #[test]
    fn a_path_is_no_option() {
        assert_eq!(path("-x y.md"), "'./-x y.md'");
        assert_eq!(path(":x.md"), "./:x.md");
        assert_eq!(
            git_add(["feeds/rss.xml", "drafts/it's me/x.txt"]),
            r"git add -- feeds/rss.xml 'drafts/it'\''s me/x.txt'"
        );
    }
}
