//! Portable names, for slugs and for files of posts.

/// The components of a path, without redundant dots and slashes; `..` above the root stays there.
pub fn steps(path: &str) -> Vec<&str> {
    let mut steps = Vec::new();
    for name in path.split('/') {
        match name {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            _ => steps.push(name),
        }
    }
    steps
}

/// Why a name is not portable; `None` where it is.
///
/// The reserved words and characters are those of Windows, the strictest system.
pub fn unusable(name: &str) -> Option<&'static str> {
    const RESERVED: [&str; 22] = [
        "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
        "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
    ];
    if name.trim().is_empty() {
        return Some("is empty");
    }
    if name == "." || name == ".." {
        return Some("names a folder's own place");
    }
    if name.len() > 255 {
        return Some("is longer than 255 bytes");
    }
    if name.ends_with(['.', ' ']) {
        return Some("ends with a dot or a space");
    }
    if name.starts_with('-') {
        return Some("begins with `-`, which programs take for an option");
    }
    if name.chars().any(char::is_control) {
        return Some("contains a control character");
    }
    if name.contains(['<', '>', ':', '"', '\\', '|', '?', '*']) {
        return Some(
            "contains a character that Windows forbids (`<`, `>`, `:`, `\"`, `\\`, `|`, `?`, `*`)",
        );
    }
    let stem = name.split('.').next().unwrap_or_default().trim_end();
    if RESERVED.iter().any(|word| stem.eq_ignore_ascii_case(word)) {
        return Some("is a word that Windows reserves");
    }
    None
}

/// The text as a part of a URL: letters and digits in lower case, everything else one `-`. Empty
/// where the text has neither (only emoji).
pub fn slug(text: &str) -> String {
    let letters = text.chars().flat_map(char::to_lowercase);
    // "don't" is one word.
    let letters: String = letters.filter(|c| !matches!(c, '\'' | '\u{2019}')).collect();
    let slug = hyphenated(&letters, |c| c.is_alphanumeric() || !c.is_ascii() && is_mark(c));
    slug.trim_start_matches(|c| c == '-' || is_mark(c)).to_owned()
}

/// One hyphen for every run of characters that do not stay, none at the ends.
pub(crate) fn hyphenated(text: &str, stays: impl Fn(char) -> bool) -> String {
    let words = text.split(|c| !stays(c)).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

/// Whether a character belongs to the letter before it.
pub(crate) fn is_mark(character: char) -> bool {
    unicode_normalization::char::is_combining_mark(character)
}

#[cfg(test)]
mod tests {
    use super::{slug, unusable};

    #[test]
    fn portable_names() {
        for name in ["pycascades-2020", "Zoë", "東京", "v1.2", "console", "a b"] {
            assert_eq!(unusable(name), None, "{name}");
        }
        let long = "é".repeat(128);
        for name in
            ["CON", "nul.txt", "a.", "a ", "a:b", "", " ", "..", "-rf", "a\nb", "a\"b", &long]
        {
            assert!(unusable(name).is_some(), "{name:?}");
        }
    }

    #[test]
    fn slugs() {
        assert_eq!(slug("PyCascades 2020: Day 1!"), "pycascades-2020-day-1");
        assert_eq!(slug("Don’t panic"), "dont-panic");
        assert_eq!(slug("東京 Ünconf"), "東京-ünconf");
        assert_eq!(slug("🎉"), "");
    }
}
