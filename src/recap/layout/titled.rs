//! The title that a section gives for the talk of its heading: `her talk "T"` below "What we learned".

use super::View;
use super::decide::within;
use super::offer::{Form, Offer, Offers};
use crate::recap::line::Shape;
use crate::recap::text::Found;

/// The title in quotation marks behind a word for talks, of the same speakers, below a heading. `None` where the
/// section has several.
pub(super) fn below(view: &View<'_>, offers: &Offers, heading: &Offer) -> Option<Found> {
    if heading.form != Form::Heading || heading.title.is_none() {
        return None;
    }
    let own = &heading.candidate;
    let mut titles = (offers.all.iter())
        .filter(|offer| offer.form == Form::Prose && offer.shape == Shape::Quoted)
        .filter(|offer| heading.blocks.contains(&offer.index))
        .filter(|offer| within(&offer.candidate, own) && within(own, &offer.candidate))
        .filter(|offer| is_talk(view, offer))
        .filter_map(|offer| offer.candidate.title.as_ref());
    let title = titles.next()?;
    let is_only = titles.all(|other| other.value == title.value);
    is_only.then(|| title.clone())
}

/// Whether the word before a title in quotation marks is one for talks.
fn is_talk(view: &View<'_>, offer: &Offer) -> bool {
    let Some((title, block)) = offer.title.as_ref().zip(view.block(offer.index)) else {
        return false;
    };
    let before = block.text.plain.get(..title.start).unwrap_or_default();
    let quote = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
    let before = before.trim_end().trim_end_matches(quote).trim_end();
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    view.lexicon.is(word, |words| &words.talks)
}
