//! Addresses, hashtags and mentions in a text, found as twitter-text 3.1 finds them (Apache-2.0,
//! <https://github.com/twitter/twitter-text>): X counts by these rules and Mastodon took them over.
//! The rules are regular expressions there; here they are written out, so that every text takes
//! linear time.

mod chars;
mod classes;
mod domain;
mod hashtag;
mod mention;
mod url;

pub use hashtag::hashtags;
pub use mention::mentions;
pub use url::{UrlAt, urls};

/// Longest address that X takes for one.
const LONGEST_URL: usize = 4096;
/// Longest label of a domain, in its ASCII form (RFC 1035, section 2.3.4).
const LONGEST_LABEL: usize = 63;
