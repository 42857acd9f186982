//! Texts as the networks parse them: URLs, hashtags, mentions, emoji, and possible cuts.

pub mod cut;
pub mod emoji;
pub mod entities;
pub mod tidy;
mod tld;
mod url;

pub use tld::{Tld, known_tld};
pub use url::urls;
