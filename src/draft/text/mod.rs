//! Texts as the networks parse them: URLs, hashtags, mentions, emoji, and possible cuts.

mod address;
pub mod cut;
pub mod emoji;
pub mod entities;
pub mod tidy;
mod tld;

pub use address::addresses;
pub use tld::{Tld, known_tld};
