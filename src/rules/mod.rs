//! The registry of every module's rules, for `explain`, the documentation and `[rules]`. The rules of
//! the configuration and of outputs are declared here, since those modules use this registry.

pub mod configuration;
pub mod outputs;

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

/// The titles of the documentation's sections, each with its rules.
pub fn sections() -> impl Iterator<Item = (&'static str, &'static [&'static Rule])> {
    MODULES.iter().chain(validate::rules::FAMILIES).copied()
}

/// Every rule, module by module.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    sections().flat_map(|(_, rules)| rules.iter().copied())
}

/// The rule with this name.
pub fn find(name: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.name == name)
}

/// The level of a rule, and whether it stays.
pub fn level(rule: &Rule) -> String {
    let always = if rule.is_fixed { ", always" } else { "" };
    format!("{}{always}", rule.level)
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
