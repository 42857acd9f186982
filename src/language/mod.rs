//! Everything that recaps and drafts say in a language: one file a language, nothing but data.
//!
//! [`words`] is what recaps are read with, [`wording`] what drafts say.

pub mod cities;
mod de;
mod en;
mod es;
mod folded;
mod fr;
pub mod given;
mod it;
mod ja;
mod ko;
mod phrases;
mod pt;
pub mod wording;
mod words;
mod zh;

pub use folded::{Folded, fold};
pub use phrases::Phrases;
pub use words::{
    ALL, DateMark, Lexicon, List, Words, any_of, date_mark, guess, guess_on, is_cjk, spaced,
    surely_by,
};
