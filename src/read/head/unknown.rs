//! Keys that the dialect does not know: typos, synonyms, and keys of other programs.

use super::{EVENT_KEYS, Reader};
use crate::generator::Field;
use crate::nearly;
use crate::post::front_matter::Pair;
use crate::post::rules;
use crate::report::{Finding, Level, named};

/// Other words for keys of events and talks, which a generator's site may have for data of its own.
const SYNONYMS: [(&str, &str); 6] = [
    ("talk", "sessions"),
    ("talks", "sessions"),
    ("workshops", "sessions"),
    ("conf", "event"),
    ("conference", "event"),
    ("meetup", "event"),
];

impl Reader<'_> {
    /// Reports once per post the keys that resemble none. A generator's own keys are silent.
    pub(super) fn report_unknown(&mut self, unknown: &[&Pair<'_>]) {
        let Some(first) = unknown.first().filter(|_| self.dialect().is_strict) else {
            return;
        };
        let names = named(unknown.iter().map(|pair| pair.key.as_ref()));
        let verb = if unknown.len() == 1 { "means" } else { "mean" };
        let message = format!("{names} {verb} nothing to Afterword");
        let mut finding = Finding::new(&rules::UNKNOWN_KEY, message)
            .at(self.source.span(first.key_range.clone()))
            .at_most(Level::Info);
        let mut keys = unknown.iter().map(|pair| pair.key.as_ref());
        if let Some(key) = keys.find(|key| EVENT_KEYS.contains(key)) {
            finding = finding.help(format!("write `{key}` inside of `event`"));
        }
        self.findings.push(finding);
    }

    /// Reports a key that resembles a known one; `false` where it does not.
    pub(super) fn slip(&mut self, pair: &Pair<'_>, known: &[(usize, Field, &Pair<'_>)]) -> bool {
        let keys = self.dialect().keys;
        let fields = keys.iter().filter(|(_, field)| *field != Field::Foreign);
        let cased = keys.iter().find(|(name, _)| name.eq_ignore_ascii_case(&pair.key));
        let mut synonyms = SYNONYMS.iter().filter(|_| self.dialect().is_strict);
        let meant = cased
            .map(|(name, _)| *name)
            .or_else(|| nearly::meant(&pair.key, fields.map(|(name, _)| *name)))
            .or_else(|| synonyms.find_map(|(word, key)| (*word == pair.key).then_some(*key)));
        let Some(meant) = meant else {
            return false;
        };
        let field = keys.iter().find(|(name, _)| *name == meant).map(|(_, field)| *field);
        let has_both = known.iter().any(|(_, other, _)| Some(*other) == field);
        // Authors of a generator's site have keys of their own beside the known one that
        // theirs resembles.
        if has_both && !self.dialect().is_strict {
            return true;
        }
        let finding = unknown_key(&pair.key, meant).at_most(self.mild());
        self.findings.push(self.renamed(finding, pair, meant));
        self.reported.extend(field);
        true
    }

    /// The finding at a key, with the key to write in its place in the same quotes.
    pub(super) fn renamed(&self, finding: Finding, pair: &Pair<'_>, meant: &str) -> Finding {
        let span = self.source.span(pair.key_range.clone());
        let renamed = match span.text().chars().next() {
            Some(quote @ ('"' | '\'')) => format!("{quote}{meant}{quote}"),
            _ => meant.to_owned(),
        };
        finding.at(span).replaced_by(renamed)
    }
}

/// A key that is spelled nearly like a known one.
pub(crate) fn unknown_key(key: &str, meant: &str) -> Finding {
    let message = format!("there is no key `{key}`; did you mean `{meant}`?");
    Finding::new(&rules::UNKNOWN_KEY, message).help(format!("write `{meant}`"))
}
