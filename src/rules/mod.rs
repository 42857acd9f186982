//! The registry of every module's rules, for `explain`, the documentation and `[rules]`. The rules of
//! the configuration and of outputs are declared here, since those modules use this registry.

pub mod configuration;
pub mod outputs;

use std::fmt::Write as _;

use crate::report::Rule;
use crate::{card, conflicts, draft, feed, import, markdown, post, secrets, validate};

/// The modules' rules with the titles of their sections, in the order of the documentation. Those of
/// feeds come last, one section per family.
static MODULES: &[(&str, &[&Rule])] = &[
    ("Configuration", configuration::RULES),
    ("Posts and their front matter", post::rules::RULES),
    ("Unresolved merge conflicts", conflicts::RULES),
    ("Secrets", secrets::RULES),
    ("Text and links of a post", markdown::rules::RULES),
    ("Entries", feed::rules::RULES),
    ("Drafts", draft::rules::RULES),
    ("Imported texts", import::rules::RULES),
    ("Share cards", card::rules::RULES),
    ("Outputs", outputs::RULES),
];

fn sections() -> impl Iterator<Item = (&'static str, &'static [&'static Rule])> {
    MODULES.iter().chain(validate::rules::FAMILIES).copied()
}

/// Every rule, module by module.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    sections().flat_map(|(_, rules)| rules.iter().copied())
}

/// The rule with this name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.name == name)
}

/// The documentation of every rule, in Markdown.
#[must_use]
pub fn documentation() -> String {
    let mut text = format!(
        "# Rules\n\n{} rules: first what holds for posts, drafts and outputs, then, from *{}* on, what `afterword validate` asks of any feed. This page is made from the rules themselves; `afterword explain RULE` prints one of them. The level of each can be changed under `[rules]` in `afterword.toml`, unless the rule is an error *always*: without that error something would be lost.\n\n",
        all().count(),
        validate::rules::FAMILIES[0].0,
    );
    for (section, rules) in sections() {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "## {section}\n");
        for rule in rules {
            document(rule, &mut text);
        }
    }
    text
}

/// The level of a rule, and whether it stays.
#[must_use]
pub fn level(rule: &Rule) -> String {
    let always = if rule.is_fixed { ", always" } else { "" };
    format!("{}{always}", rule.level)
}

fn document(rule: &Rule, text: &mut String) {
    let mut about = level(rule);
    if !rule.formats.is_empty() {
        let _ = write!(about, " · {}", rule.formats.join(", "));
    }
    if let Some(id) = rule.w3c {
        let _ = write!(about, " · `{id}` of the W3C Feed Validator");
    }
    // Write invisible characters as escapes.
    let shown = |code: &str| {
        let lines: Vec<String> = code
            .split('\n')
            .map(|line| {
                line.chars()
                    .map(|c| match c {
                        '"' | '\'' | '\\' => c.to_string(),
                        c => c.escape_debug().to_string(),
                    })
                    .collect()
            })
            .collect();
        lines.join("\n")
    };
    let _ = writeln!(
        text,
        "### {}\n\n*{about}*\n\n{}\n\n{}\n\nWrong:\n\n```text\n{}\n```\n\nRight:\n\n```text\n{}\n```\n",
        rule.name,
        prose(rule.what),
        prose(rule.why),
        shown(rule.example),
        shown(rule.instead),
    );
}

/// Text in which an element's name outside of code is not HTML.
fn prose(text: &str) -> String {
    let parts = text.split('`').enumerate().map(|(index, part)| {
        if index % 2 == 0 {
            part.replace('<', "\\<").replace('*', "\\*")
        } else {
            part.to_owned()
        }
    });
    parts.collect::<Vec<_>>().join("`")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    #[test]
    fn names_are_unique_and_of_lower_case_words() {
        let mut seen = BTreeSet::new();
        for rule in super::all() {
            assert!(seen.insert(rule.name), "{} twice", rule.name);
            assert!(
                rule.name
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'),
                "{}",
                rule.name
            );
            assert!(
                ![rule.what, rule.why, rule.example, rule.instead].contains(&""),
                "{} is not explained",
                rule.name
            );
        }
    }
}
