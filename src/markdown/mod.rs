//! A post's Markdown, parsed once, and its views: HTML for feeds, plain text for summaries and
//! drafts, links and images. [`crate::recap`] walks the same events.

pub mod rules;

use std::ops::Range;

use pulldown_cmark::Event;
use url::Url;

use crate::post::Post;
use crate::report::Finding;

/// A parsed body: pulldown-cmark's events, each with the bytes of the post's source that it came from.
#[derive(Debug)]
pub struct Document<'a> {
    /// Events in order; ranges are bytes of `post.source`, not of the body.
    pub events: Vec<(Event<'a>, Range<usize>)>,
}

/// What rendering needs to know of the world.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The post's own address: relative links start here.
    pub permalink: &'a Url,
    /// A short name, unique among the entries of a feed, that ids of footnotes and headings begin with.
    pub scope: &'a str,
}

/// Content that is safe to put into a feed.
#[derive(Debug, Clone, Default)]
pub struct Html {
    /// The HTML; every address in it is absolute.
    pub html: String,
    /// What had to be left out, and links that lead nowhere.
    pub findings: Vec<Finding>,
}

/// An image of the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BodyImage {
    /// Address as written.
    pub src: String,
    /// Alt text, plain; empty where there is none.
    pub alt: String,
    /// Title attribute.
    pub title: Option<String>,
    /// Bytes of the post's source.
    pub range: Range<usize>,
}

/// Parses a post's body.
#[must_use]
pub fn parse(post: &Post) -> Document<'_> {
    let _ = post;
    todo!()
}

impl Document<'_> {
    /// Safe, absolute HTML.
    #[must_use]
    pub fn html(&self, post: &Post, place: Place<'_>) -> Html {
        let _ = (post, place);
        todo!()
    }

    /// The whole text without markup, a blank line between blocks.
    #[must_use]
    pub fn text(&self) -> String {
        todo!()
    }

    /// The first sentences of the text, `longest` characters at most, cut at a sentence or a word.
    #[must_use]
    pub fn summary(&self, longest: usize) -> String {
        let _ = longest;
        todo!()
    }

    /// The images in order.
    #[must_use]
    pub fn images(&self) -> Vec<BodyImage> {
        todo!()
    }
}
