//! URLs, hashtags and mentions in a text, by the rules of twitter-text 3.1 (Apache-2.0,
//! <https://github.com/twitter/twitter-text>), which X uses to count and Mastodon adopted. There the
//! rules are regular expressions; here they are code, so that every text takes linear time.

mod chars;
mod classes;
mod domain;
mod hashtag;
mod mention;
mod url;

pub use hashtag::hashtags;
pub use mention::mentions;
pub use url::{UrlAt, urls};

/// The longest URL for X.
const LONGEST_URL: usize = 4096;
/// Longest label of a domain, in its ASCII form (RFC 1035, section 2.3.4).
const LONGEST_LABEL: usize = 63;
