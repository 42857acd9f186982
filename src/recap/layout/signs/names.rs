//! Features of an offer's speaker.

use super::{Reader, Sheet};
use crate::language::fold;
use crate::recap::layout::offer::Offer;
use crate::recap::mention::Tie;
use crate::recap::name::LIKELY;

impl Reader<'_> {
    pub(super) fn names(&self, sheet: &mut Sheet, offer: &Offer) {
        let first = offer.candidate.speakers.first();
        let value = first.map_or("", |person| person.name.value.as_str());
        let scored = first.map_or(0.0, |person| person.score);
        sheet.set("name-score", scored);
        sheet.flag("name-unlikely", first.is_some() && scored < LIKELY);
        sheet.flag("name-single", offer.has_one_word_name());
        let mut words = value.split([' ', '-']);
        let upper = |word: &str| word.chars().filter(|c| c.is_uppercase()).count() > 2;
        sheet.flag("name-upper", words.any(upper));
        // "S's talk" is one by S.
        sheet.flag("tie-by", offer.tie >= Tie::Owner);
        sheet.flag("tie-verb", offer.tie == Tie::Verb);
        let folded = fold(value);
        let lines = self.named.get(&folded);
        let again = lines.is_some_and(|lines| lines.iter().any(|line| *line != offer.line));
        sheet.flag("name-elsewhere", first.is_some() && again);
        let place = (offer.index, offer.words.start);
        let before = |word: &str| self.first.get(word).is_some_and(|first| *first < place);
        let last = folded.split_ascii_whitespace().next_back();
        sheet.flag("name-before", last.is_some_and(before));
    }
}
