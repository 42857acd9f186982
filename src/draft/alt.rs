//! Images of a post's drafts that lack alt text: reported once per post, at their place in it.

use std::ops::Range;

use super::Draft;
use super::rules::MISSING_ALT;
use crate::post::{Image, Post};
use crate::recap::Recap;
use crate::report::{Finding, Span};

/// The finding at the post for images of `drafts` without alt text.
pub fn missing<'d>(
    post: &Post,
    recap: &Recap,
    drafts: impl Iterator<Item = &'d Draft>,
) -> Option<Finding> {
    let mut names: Vec<&str> = Vec::new();
    for name in drafts.flat_map(|draft| without(&draft.images)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let places = names.iter().filter_map(|name| place(post, recap, name));
    let mut places = places.map(|range| post.source.span(range));
    let first = places.next().unwrap_or_else(|| post.source.start());
    let help = help(&first);
    let mut finding = about(&names)?.at(first.alone()).help(help);
    let more = places.map(|span| (span.alone(), "and this one".to_owned()));
    finding.also.extend(more);
    Some(finding)
}

/// The names of the images without alt text.
pub(super) fn without(images: &[Image]) -> impl Iterator<Item = &str> {
    let images = images.iter().filter(|image| image.alt.is_none());
    images.map(|image| image.src.as_str())
}

/// The finding about images without alt text, without a position.
pub(super) fn about(names: &[&str]) -> Option<Finding> {
    let message = match names {
        [] => return None,
        [name] => format!("the image `{name}` has no alt text"),
        names => format!("{} images have no alt text: `{}`", names.len(), names.join("`, `")),
    };
    Some(Finding::new(&MISSING_ALT, message))
}

/// Whether the finding at the post covers all images of one of its drafts that lack alt text.
pub fn is_reported_at_post(in_file: &[Image], composed: &Draft) -> bool {
    without(in_file).all(|name| without(&composed.images).any(|known| known == name))
}

/// Where the post names the image.
fn place(post: &Post, recap: &Recap, name: &str) -> Option<Range<usize>> {
    let head = post.head.image.as_ref();
    let head = head.filter(|image| image.value.src == name);
    head.map(|image| image.range.clone()).or_else(|| {
        let image = recap.images.iter().find(|image| image.src == name)?;
        Some(image.range.clone())
    })
}

/// The help for an image, depending on where it is written.
fn help(image: &Span) -> &'static str {
    let text = image.text().trim_start();
    if text.starts_with("![") {
        "write what it shows between the brackets: `![What it shows](…)`"
    } else if text.starts_with('<') {
        "add what it shows: `alt=\"…\"`"
    } else if text.starts_with('{') || text.contains(": ") {
        "add what it shows as `alt` in the image's table"
    } else {
        "add what it shows as `image_alt` beside the image's key"
    }
}
