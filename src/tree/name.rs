//! Names of files: which are read, how they are displayed, and which lead out of the project.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::Kind;
use crate::report::visible;

/// A path from git or the file system, as displayed, and whether it may be read.
///
/// Refused are names that are not UTF-8, contain a control character, a double quote or a backslash,
/// or begin with a dash: not every system can pass them on, print them or check them out.
pub(super) fn checked_name(raw: &[u8]) -> (Cow<'_, str>, Option<Kind>) {
    let Ok(path) = std::str::from_utf8(raw) else {
        return (escaped(raw).into(), Some(Kind::Refused("a file whose name is not UTF-8")));
    };
    let refused = if path.chars().any(char::is_control) {
        Some("a file with a control character in its name")
    } else if path.contains(['"', '\\']) {
        Some("a file with a quotation mark or a backslash in its name")
    } else if path.split('/').any(|name| name.starts_with('-')) {
        Some("a file whose name begins with a dash")
    } else {
        None
    };
    match refused {
        Some(what) => (visible(path).into_owned().into(), Some(Kind::Refused(what))),
        None => (path.into(), None),
    }
}

/// The bytes with every part that is not UTF-8 escaped as `\xff`.
fn escaped(raw: &[u8]) -> String {
    let mut shown = String::with_capacity(raw.len() + 8);
    for chunk in raw.utf8_chunks() {
        shown.push_str(&visible(chunk.valid()));
        for byte in chunk.invalid() {
            // Writing to a string cannot fail.
            let _ = write!(shown, "\\x{byte:02x}");
        }
    }
    shown
}

/// Whether some part of the path begins with a dot: such files are neither posts nor outputs.
pub(super) fn is_hidden(path: &str) -> bool {
    path.split('/').any(|name| name.starts_with('.'))
}

/// A path in a folder of the project, or the folder itself; the project's own folder is `""`.
pub fn under(folder: &str, path: &str) -> String {
    match (folder.is_empty(), path.is_empty()) {
        (true, _) => path.to_owned(),
        (_, true) => folder.to_owned(),
        _ => format!("{folder}/{path}"),
    }
}

/// The part of a path below a folder (`""` for the root).
pub fn below<'p>(path: &'p str, folder: &str) -> Option<&'p str> {
    if folder.is_empty() { Some(path) } else { path.strip_prefix(folder)?.strip_prefix('/') }
}

/// The folder of a file; `""` for the project's own.
pub fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// Resolves a path from a folder; `None` where it leaves the project.
pub fn joined(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Whether `path` lies under `folder` (`""` for the root).
pub fn is_under(path: &str, folder: &str) -> bool {
    folder.is_empty()
        || path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// A path from the project's root, normalised: no `./`, no doubled or final slash. `None` where it
/// leads out of the project or into a `.git`, or is a Windows path.
pub fn inside(path: &str) -> Option<String> {
    if path.starts_with('/')
        || path.contains(['\\', '\0'])
        || path.as_bytes().get(1) == Some(&b':')
        || leads_into_git(path)
    {
        return None;
    }
    let parts: Vec<&str> =
        path.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    (!parts.contains(&"..")).then(|| parts.join("/"))
}

/// Whether a component of the path is git's own folder in any spelling that some file system accepts
/// for it: other letter case, the short name and trailing dots, spaces and streams of Windows, the
/// characters that HFS+ ignores.
pub fn leads_into_git(path: &str) -> bool {
    path.split(['/', '\\']).any(|name| {
        let name = name.split(':').next().unwrap_or_default();
        let seen = name.chars().filter(|character| !is_skipped(*character));
        let plain: String = seen.flat_map(char::to_lowercase).collect();
        matches!(plain.trim_end_matches(['.', ' ']), ".git" | "git~1")
    })
}

/// Characters that HFS+ ignores when it compares names (as in git's `utf8.c`).
const fn is_skipped(character: char) -> bool {
    matches!(character, '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{206a}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::{checked_name, inside, is_under, leads_into_git};
    use crate::tree::Kind;

    #[test]
    fn only_paths_within_the_project_pass() {
        assert_eq!(inside("./posts//2024/").as_deref(), Some("posts/2024"));
        assert_eq!(inside(".").as_deref(), Some(""));
        for bad in ["/etc", "../x", "a/../../x", "a/..", "C:\\x", "C:x", "a\\b"] {
            assert_eq!(inside(bad), None, "{bad}");
        }
    }

    #[test]
    fn no_path_leads_into_a_repository() {
        for bad in [
            ".git",
            ".git/hooks",
            "a/.GIT/config",
            "GIT~1/hooks",
            ".git./x",
            ".git /x",
            ".git::$INDEX_ALLOCATION/x",
            ".g\u{200c}it/hooks",
            "a\\.git\\x",
        ] {
            assert!(leads_into_git(bad), "{bad}");
            assert_eq!(inside(bad), None, "{bad}");
        }
        for good in [".gitignore", "git", ".github/x", "a.git/x", "git~10"] {
            assert!(!leads_into_git(good), "{good}");
        }
    }

    #[test]
    fn strange_names_are_refused_and_shown_escaped() {
        let (shown, kind) = checked_name(b"posts/a\xff\n.md");
        assert_eq!(shown, "posts/a\\xff\\u{a}.md");
        assert!(matches!(kind, Some(Kind::Refused(_))));
        for bad in ["a\nb.md", "say \"hi\".md", "-rf.md", "x/-y.md", "a\u{9b}.md"] {
            assert!(checked_name(bad.as_bytes()).1.is_some(), "{bad:?}");
        }
        for good in ["what's new.md", "日本.md", "a-b.md", "%2e.md"] {
            assert_eq!(checked_name(good.as_bytes()), (good.into(), None));
        }
    }

    #[test]
    fn a_folder_contains_itself_and_its_subfolders() {
        assert!(is_under("posts/a.md", "posts"));
        assert!(is_under("posts", "posts"));
        assert!(!is_under("posts-old/a.md", "posts"));
        assert!(is_under("a", ""));
    }
}
