//! LinkedIn: 3000 characters, counted in UTF-16 units; drafts are for pasting and never escaped.

use super::{Fold, Form, LinkPlace, Network, PLAIN, graphemes};

pub(super) static LINKEDIN: Network = Network {
    name: "linkedin",
    title: "LinkedIn",
    hosts: &["linkedin.com", "lnkd.in"],
    post_example: "https://www.linkedin.com/feed/update/ID",
    limit: 3000,
    costs: |text| graphemes(text, &[], |grapheme| grapheme.encode_utf16().count()),
    hashtags: 5,
    images: 20,
    link: LinkPlace::Last,
    form: Form::Single,
    // This much is visible everywhere.
    fold: Some(Fold { units: 210, lines: 3 }),
    shown_url: str::to_owned,
    handle: "`urn:li:person:ID`, `@name` or the profile's URL",
    is_handle: |handle| {
        let starts = ["urn:li:", "@", "https://"];
        starts.iter().any(|start| handle.starts_with(start))
    },
    ..PLAIN
};
