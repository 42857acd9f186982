//! Typos in the values that posts inherit from other files.

use crate::config::Config;
use crate::generator::configuration::text;
use crate::generator::script::without_comments;
use crate::generator::{Facts, under};
use crate::read;
use crate::report::{Finding, Source, has_error};
use crate::tree::Tree;

/// A finding for each inherited key that would hold posts back without its typo. Where it is an error, the
/// posts are left out, whether or not the others are built.
pub(super) fn misspelt(tree: &dyn Tree, config: &Config, facts: &mut Facts) -> Vec<Finding> {
    let dialect = config.posts.dialect;
    let mut findings = Vec::new();
    for defaults in &facts.defaults {
        for (key, meant) in read::misspelt(dialect, &defaults.values) {
            let configurations =
                || (dialect.configurations.iter()).map(|name| under(&facts.root, name));
            let paths = match &defaults.path {
                Some(path) => vec![path.clone()],
                None => configurations().collect(),
            };
            let finding = read::unknown_key(key, meant).at(paths
                .into_iter()
                .find_map(|path| {
                    let text = text(tree, &path)?;
                    let at = place(&without_comments(&path, &text), key)?;
                    Some(Source::new(path, text).span(at..at + key.len()))
                })
                .unwrap_or_else(|| config.source.start()));
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

/// The first place where a text without comments has a word as a key.
pub(super) fn place(text: &str, key: &str) -> Option<usize> {
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    let mut places = text.match_indices(key).map(|(at, _)| at);
    places.find(|at| {
        let (before, after) = (&text[..*at], &text[at + key.len()..]);
        let sign = after
            .trim_start_matches(['"', '\''])
            .trim_start_matches(' ');
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
