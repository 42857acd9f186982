//! Values that posts inherit from other files: typos, and those that are computed.

use crate::config::Config;
use crate::generator::configuration::text;
use crate::generator::script::without_comments;
use crate::generator::{Dialect, Facts, Field};
use crate::read;
use crate::report::{Finding, Source, Span, has_error};
use crate::rules::configuration::UNREAD_SETTING;
use crate::tree::{Tree, under};

/// The most findings about one file.
const MOST: usize = 50;

/// A finding for each inherited key that would hold posts back without its typo. Where it is an error, the
/// posts are left out, whether or not the others are built.
pub(super) fn misspelt(tree: &dyn Tree, config: &Config, facts: &mut Facts) -> Vec<Finding> {
    let dialect = config.posts.dialect;
    let mut findings = Vec::new();
    for defaults in &facts.defaults {
        let keys: Vec<_> = read::misspelt(dialect, &defaults.values).take(MOST).collect();
        if keys.is_empty() {
            continue;
        }
        let configurations =
            || (dialect.configurations.iter()).map(|name| under(&facts.root, name));
        let paths = match &defaults.path {
            Some(path) => vec![path.clone()],
            None => configurations().collect(),
        };
        let files: Vec<Code> =
            (paths.into_iter()).filter_map(|path| Code::of(tree, path)).collect();
        for (key, meant) in keys {
            let at = files.iter().find_map(|file| file.key(key));
            let at = at.unwrap_or_else(|| config.source.start());
            let finding = read::unknown_key(key, meant).at(at);
            let finding = config.apply_levels(vec![finding]);
            if has_error(&finding) {
                let by = "a misspelt key that it inherits";
                facts.excluded.push((defaults.scope.clone(), by));
            }
            findings.extend(finding);
        }
    }
    findings
}

/// A finding for each key that a data file computes.
pub(super) fn computed(tree: &dyn Tree, dialect: &Dialect, facts: &Facts) -> Vec<Finding> {
    let is_read = |key: &str| {
        let mut keys = dialect.keys.iter();
        key.is_empty()
            || read::holds_back(key)
            || keys.any(|(name, field)| *name == key && *field != Field::Foreign)
    };
    let mut findings = Vec::new();
    for of_file in facts.computed.chunk_by(|(one, _), (other, _)| one == other) {
        let keys: Vec<&str> = (of_file.iter().map(|(_, key)| key.as_str()))
            .filter(|key| is_read(key))
            .take(MOST)
            .collect();
        let path = of_file.first().filter(|_| !keys.is_empty());
        let Some(file) = path.and_then(|(path, _)| Code::of(tree, path.clone())) else { continue };
        findings.extend(keys.into_iter().map(|key| {
            let (message, at) = if key.is_empty() {
                ("this data file exports no object, so its values are not read".to_owned(), None)
            } else {
                (format!("`{key}` is computed by a program, so it is not read"), file.key(key))
            };
            Finding::new(&UNREAD_SETTING, message)
                .at(at.unwrap_or_else(|| file.source.start()))
                .help("where it holds posts back or sets their URLs, write the value itself, here or in the posts")
        }));
    }
    findings
}

/// A file of values that posts inherit.
struct Code {
    source: Source,
    /// Its text without comments.
    code: String,
}

impl Code {
    fn of(tree: &dyn Tree, path: String) -> Option<Self> {
        let text = text(tree, &path)?;
        let code = without_comments(&path, &text);
        Some(Self { source: Source::new(path, text), code })
    }

    /// The place of a key.
    fn key(&self, key: &str) -> Option<Span> {
        let at = place(&self.code, key)?;
        Some(self.source.span(at..at + key.len()))
    }
}

/// The first place where a text without comments has a word as a key.
fn place(text: &str, key: &str) -> Option<usize> {
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    let mut places = text.match_indices(key).map(|(at, _)| at);
    places.find(|at| {
        let (before, after) = (&text[..*at], &text[at + key.len()..]);
        let sign = after.trim_start_matches(['"', '\'']).trim_start_matches(' ');
        // `addGlobalData("key", value)`
        let is_argument = before.trim_end_matches(['"', '\'', ' ']).ends_with('(');
        let is_key = sign.starts_with([':', '=']) || is_argument && sign.starts_with(',');
        !before.ends_with(is_word) && is_key
    })
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn a_key_is_not_a_value() {
        for (text, expected) in [
            ("title: pirvate\n\"pirvate\" : true", Some(16)),
            ("a = { pirvate=true }", Some(6)),
            ("add('pirvate', true)", Some(5)),
            ("a = ['pirvate', true]", None),
            ("title: pirvate things", None),
        ] {
            assert_eq!(place(text, "pirvate"), expected, "{text}");
        }
    }
}
