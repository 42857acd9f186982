//! Every rule of every room, for `explain`, the documentation and `[rules]`.

use crate::report::Rule;
use crate::{
    card, config, conflicts, draft, feed, import, markdown, post, project, secrets, validate,
};

/// The rooms' registries in the order in which they are documented.
static ROOMS: &[&[&Rule]] = &[
    config::rules::RULES,
    post::rules::RULES,
    conflicts::RULES,
    secrets::RULES,
    markdown::rules::RULES,
    feed::rules::RULES,
    draft::rules::RULES,
    import::rules::RULES,
    card::rules::RULES,
    project::rules::RULES,
    validate::rules::RULES,
];

/// Every rule, room by room.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    ROOMS.iter().flat_map(|rules| rules.iter().copied())
}

/// The rule with this name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.name == name)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    #[test]
    fn names_are_unique_and_speakable() {
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
