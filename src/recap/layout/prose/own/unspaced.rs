//! The author's own talk in Chinese, Japanese and Korean.

use std::ops::Range;

use super::Own;
use crate::language::names::{
    COLLEAGUES_ZH, HONOURS, LISTS_ZH, OBJECTS_CJK, OTHERS_CJK, PARTICLES_CJK, SUBJECTS, TOLD_CJK,
    WITH_CJK, behind_honorific,
};
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
        let alone = || !self.names(&self.range) && !is_of_another(&phrase);
        if phrase.len() != self.range.len() || self.company().is_empty() && !alone() {
            return None;
        }
        let mine = self.my_talk(&phrase);
        let me = first(&phrase, &own.me).filter(|(at, _)| *at < NEAR);
        // Chinese does not leave out who spoke.
        let told = me.is_some() || own.code != "zh";
        let is_own = |(at, _): &Place| {
            let between = me.and_then(|(start, length)| phrase.get(start + length..*at));
            let another = |between: &str| OTHERS_CJK.iter().any(|word| between.contains(word));
            told && between.map_or(own.code != "zh", |between| !another(between))
        };
        let spoke = first(&phrase, &own.spoke).filter(is_own);
        // "LT をしました" says it without "I".
        let says = own.code == "ja" || me.is_some();
        let talks = || own.talks.iter().any(|talk| phrase.contains(talk));
        let gave = first(&phrase, &own.gave).filter(|gave| says && is_own(gave) && talks());
        if mine.is_none() && spoke.is_none() && gave.is_none() {
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
            let about = first(&phrase, &own.about).map(|(at, _)| at);
            let about = about.or_else(|| object(&phrase, spoke.or(gave), mine.is_some()))?;
            let comma = phrase.get(..about)?.rfind(['、', ',']);
            let comma =
                comma.and_then(|at| Some(at + phrase.get(at..)?.chars().next()?.len_utf8()));
            let me = me.filter(|(at, _)| *at < about);
            let me = me.map_or(0, |(at, length)| at + length);
            let talk = self.behind_talk(phrase.get(..about)?).max(mine.filter(|at| *at < about));
            let talk = talk.max(self.behind_company(phrase.get(..about)?));
            comma.unwrap_or_default().max(me).max(talk.unwrap_or_default())..about
        };
        let start = self.range.start;
        let topic = self.text.trim(start + topic.start..start + topic.end);
        (LEAST..2 * NEAR).contains(&topic.len()).then_some(topic)
    }

    /// Where "my talk" ends, with the particle behind it.
    fn my_talk(&self, phrase: &str) -> Option<usize> {
        let own = self.lexicon.own;
        let mut mine = own
            .mine
            .iter()
            .flat_map(|mine| phrase.match_indices(mine).map(|(at, mine)| at + mine.len()));
        mine.find_map(|start| {
            let rest = phrase.get(start..)?;
            let talk = own
                .talks
                .iter()
                .filter(|talk| rest.starts_with(**talk))
                .map(|talk| talk.len())
                .max()?;
            let after = rest.get(talk..)?;
            let particle = PARTICLES_CJK.iter().find(|particle| after.starts_with(**particle));
            Some(start + talk + particle.map_or(0, |particle| particle.len()))
        })
    }

    /// Where a talk ends in which something was told: "LT枠で", "라이트닝 토크로".
    fn behind_talk(&self, before: &str) -> Option<usize> {
        let talks = self
            .lexicon
            .own
            .talks
            .iter()
            .flat_map(|talk| before.match_indices(talk).map(|(at, talk)| at + talk.len()));
        let ends = talks.filter_map(|end| {
            let rest = before.get(end..)?;
            let particle = PARTICLES_CJK.iter().find(|particle| rest.starts_with(**particle))?;
            Some(end + particle.len())
        });
        ends.max()
    }

    /// Where the people end with whom the author gave a talk: "S さんと一緒に".
    fn behind_company(&self, before: &str) -> Option<usize> {
        let last = self.company().last()?.range.end.checked_sub(self.range.start)?;
        let after = before.get(last..)?;
        let ends = WITH_CJK.iter().filter_map(|with| Some(after.find(with)? + with.len()));
        ends.min().map(|end| last + end)
    }

    /// The people with whom the author gave a talk: "私は S さんと一緒に", "S 님과 함께", "我和S一起".
    pub(super) fn is_unspaced_company(&self, names: &Range<usize>) -> bool {
        let before = self.text.plain.get(self.range.start..names.start).unwrap_or_default();
        let after = self.text.plain.get(names.end..self.range.end).unwrap_or_default();
        let own = self.lexicon.own;
        if own.code == "zh" {
            let lead = COLLEAGUES_ZH.iter().find_map(|role| before.strip_suffix(role));
            let lead = lead.unwrap_or(before);
            let lead = lead.strip_suffix(LISTS_ZH).unwrap_or_default();
            return own.me.iter().any(|me| lead.ends_with(me));
        }
        let after = after.trim_start();
        let after = behind_honorific(after).unwrap_or(after);
        WITH_CJK.iter().any(|with| after.starts_with(with))
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

/// Where the object of a verb of speakers ends: "T を話しました", "T를 이야기했다"; behind "my talk" of further verbs: "私の
/// 発表では T を紹介しました".
fn object(phrase: &str, spoke: Option<Place>, mine: bool) -> Option<usize> {
    let before = spoke.and_then(|(at, _)| phrase.get(..at));
    let spoken = before.and_then(|before| {
        let bare = before.trim_end();
        OBJECTS_CJK.iter().find_map(|object| bare.strip_suffix(object))
    });
    let tells = || {
        let mut verbs = TOLD_CJK.iter().filter_map(|verb| phrase.find(verb));
        verbs.next()
    };
    spoken.map(str::len).or_else(|| mine.then(tells).flatten())
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
