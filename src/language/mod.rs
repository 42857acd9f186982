//! The language-dependent data of recaps, drafts and imports, one file per language.
//!
//! [`words`] has what `recap` looks for in a post, [`wording`] the phrases that drafts are made of.

pub(crate) mod bylines;
pub(crate) mod cities;
mod cs;
mod de;
mod detect;
mod en;
mod es;
pub(crate) mod events;
mod folded;
mod fr;
mod it;
mod ja;
mod ko;
pub(crate) mod lists;
pub(crate) mod names;
mod nl;
mod phrases;
mod pl;
mod pt;
mod ru;
pub(crate) mod sessions;
mod sv;
pub(crate) mod topics;
pub(crate) mod wording;
mod words;
mod zh;

pub(crate) use detect::{guess, guess_on};
pub(crate) use folded::{Folded, fold, inflected, skeleton};
pub(crate) use phrases::Phrases;
pub(crate) use words::{
    ALL, DateMark, Lexicon, List, WEEKDAYS, Words, any_of, date_mark, has_dotted_ordinals, is_cjk,
    is_no_name, named, spaced, surely_by,
};
