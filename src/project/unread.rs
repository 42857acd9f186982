//! Settings of a generator's configuration that Afterword does not read.

use crate::generator::configuration::text;
use crate::generator::script::without_comments;
use crate::generator::{Dialect, Facts};
use crate::report::{Finding, Source};
use crate::rules::configuration::UNREAD_SETTING;
use crate::tree::{Tree, under};

/// A finding for each setting of the configuration by which the feeds may differ from the site.
pub(super) fn unread(tree: &dyn Tree, dialect: &Dialect, facts: &Facts) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    if dialect.unread.is_empty() {
        return findings;
    }
    let paths = dialect.configurations.iter().map(|name| under(&facts.root, name));
    for path in paths {
        let Some(text) = text(tree, &path) else { continue };
        let code = without_comments(&path, &text);
        let source = Source::new(path, text);
        for (setting, level, effect) in dialect.unread {
            let Some(at) = position(&code, setting) else { continue };
            let message = format!("`{setting}` is not read: {effect}");
            findings.push(
                Finding::new(&UNREAD_SETTING, message)
                .at(source.span(at..at + setting.len()))
                .at_most(*level)
                .help(
                    "compare the feeds with the site; `unread-setting = \"off\"` under `[rules]` silences this",
                ),
            );
        }
    }
    findings
}

/// The first place where a text has the setting: as a word of its own, and not switched off.
fn position(text: &str, setting: &str) -> Option<usize> {
    let is_word = |character: char| character.is_alphanumeric() || character == '_';
    text.match_indices(setting).map(|(at, _)| at).find(|at| {
        let after = &text[at + setting.len()..];
        let after = after.lines().next().unwrap_or_default();
        let value = after.trim_start_matches(['"', '\'', ']', ' ', '=', ':']);
        let off = ["false", "False", "None", "null", "[]", "{}", "()", "''", "\"\""];
        !text[..*at].ends_with(is_word)
            && !after.starts_with(is_word)
            && !off.iter().any(|off| value.starts_with(off))
    })
}

#[cfg(test)]
mod tests {
    use super::{position, unread, without_comments};
    use crate::generator::{DIALECTS, Facts};
    use crate::tree::memory::Memory;

    #[test]
    fn every_setting_that_is_not_read_is_found() {
        for dialect in DIALECTS {
            for (setting, ..) in dialect.unread {
                let path = dialect.configurations.first().expect("a configuration");
                let tree = Memory::new().with(path, format!("{setting}: x\n"));
                let found = unread(&tree, dialect, &Facts::default());
                let messages: Vec<&str> = found.iter().map(|one| one.message.as_str()).collect();
                let [message] = messages.as_slice() else {
                    panic!("{setting}: {messages:?}");
                };
                assert!(message.starts_with(&format!("`{setting}`")), "{message}");
            }
        }
    }

    #[test]
    fn settings_in_comments_and_those_that_are_off_do_not_count() {
        assert_eq!(position("a = 1\nenableGitInfo = true\n", "enableGitInfo"), Some(6));
        assert_eq!(position("enableGitInfo: false\n", "enableGitInfo"), None);
        let python = without_comments("a.py", "X = '#' # PATH_METADATA = 'x'\n");
        assert_eq!(position(&python, "PATH_METADATA"), None);
        assert_eq!(position("EXTRA_PATH_METADATA = {'x': 1}\n", "PATH_METADATA"), None);
        assert_eq!(position("EXTRA_PATH_METADATA = {}\n", "EXTRA_PATH_METADATA"), None);
    }
}
