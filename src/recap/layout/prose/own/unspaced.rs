//! The author's own talk in Chinese, Japanese and Korean.

use std::ops::Range;

use super::Own;
use crate::language::names::{HONOURS, SUBJECTS};
use crate::recap::layout::prose::NEAR;
use crate::recap::layout::prose::spans::HOSTED;

/// The least bytes of a topic.
const LEAST: usize = 6;

/// Where a phrase is, and its bytes.
type Place = (usize, usize);

impl Own<'_> {
    /// The bytes of the talk's title or topic, where nobody else is named.
    pub(super) fn unspaced(&self) -> Option<Range<usize>> {
        let phrase = self.text.plain.get(self.range.clone())?.to_lowercase();
        let own = self.lexicon.own;
        if phrase.len() != self.range.len() || self.names(&self.range) || is_of_another(&phrase) {
            return None;
        }
        let talk = |rest: &str| own.talks.iter().any(|talk| rest.starts_with(talk));
        let mut mine = own.mine.iter();
        let mine = mine.any(|mine| phrase.split(mine).skip(1).any(talk));
        let me = first(&phrase, &own.me).filter(|(at, _)| *at < NEAR);
        // Chinese does not leave out who spoke.
        let told = me.is_some() || own.code != "zh";
        let spoke = first(&phrase, &own.spoke).filter(|_| told);
        let gave = first(&phrase, &own.gave).filter(|_| told);
        if !mine && spoke.is_none() && gave.is_none() {
            return None;
        }
        let linked = |span: &Range<usize>| self.text.link_over(span).is_some();
        let mut spans = self.spans.iter();
        if let Some((span, _)) = spans.find(|(span, sure)| *sure >= HOSTED || !linked(span)) {
            return Some(span.clone());
        }
        if own.company.iter().any(|company| phrase.contains(company)) {
            return None;
        }
        let topic = if own.code == "zh" {
            self.after(&phrase, spoke)?
        } else {
            let (about, _) = first(&phrase, &own.about)?;
            let comma = phrase.get(..about)?.rfind(['、', ',']);
            let comma =
                comma.and_then(|at| Some(at + phrase.get(at..)?.chars().next()?.len_utf8()));
            let me = me.filter(|(at, _)| *at < about);
            let me = me.map_or(0, |(at, length)| at + length);
            comma.unwrap_or_default().max(me)..about
        };
        let start = self.range.start;
        let topic = self.text.trim(start + topic.start..start + topic.end);
        (LEAST..2 * NEAR).contains(&topic.len()).then_some(topic)
    }

    /// A Chinese topic: between "about" and "of", or after the verb.
    fn after(&self, phrase: &str, spoke: Option<Place>) -> Option<Range<usize>> {
        let own = self.lexicon.own;
        let about = first(phrase, &own.about);
        let (at, length) = about.or(spoke)?;
        let start = at + length;
        let rest = phrase.get(start..)?;
        let end = if about.is_some() {
            own.of.iter().filter_map(|of| rest.find(of)).min()?
        } else {
            rest.find(['，', '。', ',', '！']).unwrap_or(rest.len())
        };
        Some(start..start + end)
    }
}

/// Whether somebody with an honorific is the subject: "ひさしげさんが発表しました".
fn is_of_another(phrase: &str) -> bool {
    let mut rests = HONOURS.iter().flat_map(|honorific| phrase.split(honorific).skip(1));
    rests.any(|rest| SUBJECTS.iter().any(|subject| rest.starts_with(subject)))
}

/// The first of the phrases of a list in a text.
fn first(text: &str, list: &[&str]) -> Option<Place> {
    let found = list.iter().filter_map(|word| Some((text.find(word)?, word.len())));
    found.min()
}
