//! Text as the networks see it: addresses, hashtags and mentions in it, emoji, where it may be cut.

pub mod cut;
pub mod emoji;
pub mod entities;
pub mod graphemes;
pub mod tidy;
mod tld;

pub use tld::{Tld, known_tld};
