//! Why a build leaves a post out.

#[cfg(feature = "cli")]
use {
    super::{Project, clock},
    crate::post::rules::HELD_BACK,
    crate::report::{Finding, Level},
    chrono::{DateTime, FixedOffset},
};

use crate::post::{Post, Spanned};

/// What keeps a post out of feeds and drafts at any time: a key, the folder of its file, its missing date.
pub(super) fn always(post: &Post) -> Option<Spanned<String>> {
    let undated = || Spanned { value: "its missing date".to_owned(), range: 0..0 };
    let held = || post.head.held_by.clone().unwrap_or_else(undated);
    (!post.is_published()).then(held)
}

/// A note that `build` makes no drafts of a post at a time, and why.
#[cfg(feature = "cli")]
pub(crate) fn note(
    project: &Project<'_>,
    post: &Post,
    now: DateTime<FixedOffset>,
) -> Option<Finding> {
    let context = &project.context;
    let shown = (context.dialect.shown)(post, &context.facts);
    let by_date = || {
        let date = shown.held_at(now)?;
        Some(Spanned { value: clock::reason(post, date, &shown), range: date.range.clone() })
    };
    let left_out = || post.head.left_out_of.drafts.clone();
    let by = always(post).or_else(by_date).or_else(left_out)?;
    let message = format!("this post is held back by {}; `build` makes no drafts of it", by.value);
    let note = Finding::new(&HELD_BACK, message).at(post.span(&by.range));
    Some(note.at_most(Level::Info))
}
