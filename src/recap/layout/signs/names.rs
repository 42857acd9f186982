//! Features of an offer's speaker.

use super::{Reader, Sheet, scaled};
use crate::language::fold;
use crate::recap::layout::offer::{Offer, given};
use crate::recap::mention::{self, Tie};
use crate::recap::name::{self, LIKELY};

impl Reader<'_> {
    pub(super) fn names(&self, sheet: &mut Sheet, offer: &Offer) {
        let speakers = &offer.candidate.speakers;
        let first = speakers.first();
        let value = first.map_or("", |person| person.name.value.as_str());
        sheet.flag("speaker", first.is_some());
        sheet.flag("name-given", first.is_some() && given(value));
        let scored = first.map_or(0.0, |person| person.score);
        sheet.set("name-score", scored);
        sheet.flag("name-unlikely", first.is_some() && scored < LIKELY);
        sheet.flag(
            "name-single",
            first.is_some() && !value.contains(' ') && !mention::mostly_cjk(value),
        );
        let common = |word: &str| {
            let lower = word.to_lowercase();
            word.len() > 3 && self.small.contains(lower.as_str())
        };
        let words = value.split([' ', '-']);
        sheet.flag("name-common", first.is_some() && words.clone().any(common));
        sheet.flag(
            "name-upper",
            words.clone().any(|w| w.chars().filter(|c| c.is_uppercase()).count() > 2),
        );
        let folded = fold(value);
        // "S's talk" is one by S.
        sheet.flag("tie-by", offer.tie >= Tie::Owner);
        sheet.flag("tie-verb", offer.tie == Tie::Verb);
        sheet.flag("tie-profile", offer.tie == Tie::Profile);
        let again = |person: &name::Person| {
            let lines = self.named.get(&fold(&person.name.value));
            lines.is_some_and(|lines| lines.iter().any(|line| *line != offer.line))
        };
        sheet.flag("name-elsewhere", first.is_some_and(again));
        let place = (offer.index, offer.words.start);
        let before = |word: &str| self.first.get(word).is_some_and(|first| *first < place);
        let last = folded.split_ascii_whitespace().next_back();
        sheet.flag("name-before", last.is_some_and(before));
        // Later sentences mention a speaker by the family name or the given one.
        let count = |word: &str| self.capitalised.get(word).copied().unwrap_or_default();
        let most = value.split(' ').map(count).max().unwrap_or_default();
        sheet.set("name-told", scaled(most.saturating_sub(1), 4.0));
        let share = self.shares.get(self.group(offer)).cloned().unwrap_or_default();
        let odd = first.is_some() && (scored < LIKELY || !value.contains(' '));
        sheet.set("name-odd-among-full", if odd { share.full } else { 0.0 });
    }
}
