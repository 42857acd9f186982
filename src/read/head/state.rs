//! The visibility of a post: drafts, states, and exclusion from feeds.

use super::Reader;
use super::instead::Wanted;
use crate::generator::plain;
use crate::nearly;
use crate::post::front_matter::{Data, Format, Kind, Node};
use crate::post::{LeftOut, Visibility, rules};
use crate::report::Level;

/// The states of a post, by their names.
pub(crate) const STATES: [(&str, Visibility); 5] = [
    ("published", Visibility::Public),
    ("public", Visibility::Public),
    ("draft", Visibility::Draft),
    ("private", Visibility::Private),
    ("unlisted", Visibility::Unlisted),
];

impl Reader<'_> {
    /// Reads a boolean that hides the post when it is `hides`. An unreadable value hides it too.
    pub(super) fn hide(&mut self, key: &str, node: &Node<'_>, hides: bool, into: Visibility) {
        if self.spelled(node) == Some(!hides) && boolean_words(node) == Some(hides) {
            // `draft: yes` is text for its generator, but its meaning is clear.
            self.hold_for_author(key, node, into);
            return;
        }
        let Some(value) = self.truth(key, node, hides) else {
            return;
        };
        if value != hides {
            self.head.is_published |= into == Visibility::Draft;
            return;
        }
        let is_ignored = into == Visibility::Draft && self.context.facts.ignores_drafts;
        if is_ignored || !self.dialect().holds_back_by(key) {
            self.hold_for_author(key, node, into);
        } else if !(into == Visibility::Draft && self.context.facts.shows_drafts) {
            // `buildDrafts` and the like: the site publishes drafts.
            self.hold_natively(key, node, into);
        }
    }

    /// Reads Hugo's table that controls whether a page is rendered and listed.
    pub(super) fn build_options(&mut self, key: &str, node: &Node<'_>) {
        const HIDING: [(&str, &[&str]); 2] =
            [("render", &["never", "false"]), ("list", &["never", "false", "local"])];
        let Data::Table(pairs) = &node.data else {
            return;
        };
        for pair in pairs {
            let hides = HIDING.iter().any(|(option, values)| {
                let value = pair.value.scalar().unwrap_or_default().to_ascii_lowercase();
                pair.key.eq_ignore_ascii_case(option) && values.contains(&value.as_str())
            });
            if hides {
                let name = format!("{key}.{}", pair.key);
                self.hold_natively(&name, &pair.value, Visibility::Unlisted);
            }
        }
    }

    pub(super) fn leave_out(
        &mut self,
        key: &str,
        node: &Node<'_>,
        when: bool,
        leave: impl FnOnce(&mut LeftOut),
    ) {
        // A table here is another tool's settings (jekyll-feed's `feed: {excerpt_only: …}`).
        if matches!(node.data, Data::Table(_) | Data::List(_)) && !self.dialect().is_strict {
            return;
        }
        if self.truth(key, node, when) == Some(when) {
            leave(&mut self.head.left_out_of);
        }
    }

    /// A boolean, including the texts that YAML 1.1 reads as one; `fallback` for other values.
    pub(super) fn truth(&mut self, key: &str, node: &Node<'_>, fallback: bool) -> Option<bool> {
        if node.is_empty() {
            return None;
        }
        if let Data::Scalar(_, Kind::Bool(value)) = node.data {
            return Some(value);
        }
        let read = self.spelled(node);
        let plain_text = self.format == Format::Header && read.is_some();
        if !plain_text {
            self.no_boolean(key, node, read, fallback);
        }
        Some(read.unwrap_or(fallback))
    }

    /// Reports a value that is not a boolean, and which one it probably means.
    fn no_boolean(&mut self, key: &str, node: &Node<'_>, read: Option<bool>, fallback: bool) {
        let word = |truth: bool| if truth { "true" } else { "false" };
        let meant = (plain().truth)(node.scalar().unwrap_or_default().trim());
        let taken = read.unwrap_or(fallback);
        if meant.is_none_or(|meant| meant == taken) {
            let word = word(taken);
            self.wrong_type(key, node, "`true` or `false`", &Wanted::Word(word));
            return;
        }
        let message =
            format!("`{key}` is text, which {} reads as `{}`", self.dialect().name, word(taken));
        let help = format!(
            "write `{}` where that is not meant",
            self.format.line(key, word(!taken), word(!taken))
        );
        self.fault(&rules::WRONG_TYPE, &node.range, message, help);
    }

    /// The boolean of a value for this dialect's generator.
    pub(super) fn spelled(&self, node: &Node<'_>) -> Option<bool> {
        match &node.data {
            Data::Scalar(_, Kind::Bool(value)) => Some(*value),
            Data::Scalar(_, Kind::Date) => None,
            _ => (self.dialect().truth)(node.scalar()?.trim()),
        }
    }

    pub(super) fn status(&mut self, key: &str, node: &Node<'_>) {
        /// Words of generators, and the states that they mean.
        const ELSEWHERE: [(&str, &str, Visibility); 4] = [
            ("hidden", "unlisted", Visibility::Unlisted),
            ("skip", "draft", Visibility::Draft),
            ("expired", "unlisted", Visibility::Expired),
            ("archived", "published", Visibility::Public),
        ];
        if node.is_empty() {
            return;
        }
        let status = node.scalar().unwrap_or_default().trim();
        let folds = self.format == Format::Header;
        let is = |name: &str| name == status || folds && name.eq_ignore_ascii_case(status);
        let elsewhere = ELSEWHERE.iter().find(|(name, ..)| is(name));
        let state =
            STATES.iter().find(|(name, _)| is(name)).map(|(_, state)| *state).or_else(|| {
                let (.., state) = elsewhere.filter(|_| !self.dialect().is_strict)?;
                Some(*state)
            });
        if let Some(state) = state {
            if self.dialect().holds_back_by(key) {
                self.hold_natively(key, node, state);
            } else {
                self.hold_for_author(key, node, state);
            }
            return;
        }
        let lower = status.to_ascii_lowercase();
        let names = || STATES.iter().map(|(name, _)| *name);
        let meant = elsewhere
            .map(|(_, ours, _)| *ours)
            .or_else(|| names().find(|name| *name == lower))
            .or_else(|| nearly::meant(status, names()));
        let better = meant.unwrap_or("draft");
        let help = format!(
            "write `{}`; the states are published, draft, private and unlisted",
            self.format.line(key, better, &format!("\"{better}\""))
        );
        let message = match meant {
            Some(meant) => format!("there is no status `{status}`; did you mean `{meant}`?"),
            None => format!("there is no status `{status}`"),
        };
        self.fault_at(&rules::UNKNOWN_STATUS, &node.range, message, help, Level::Error);
        if let Some(meant) = meant {
            self.replaced_by(self.quoted(meant));
        }
        self.hold_natively(key, node, Visibility::Draft);
    }
}

/// The usual meaning of a word, whatever a generator makes of it.
pub(super) fn boolean_words(node: &Node<'_>) -> Option<bool> {
    (plain().truth)(node.scalar()?.trim().trim_matches(['"', '\'']))
}
