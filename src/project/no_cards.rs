//! Replaces `cards` in a build without the feature; the configuration reports `[cards]`.

use std::convert::Infallible;
use std::marker::PhantomData;

use super::{Project, Stop};
use crate::feed::Enclosure;
use crate::output::Artifact;
use crate::post::{Image, Post};
use crate::recap::Recap;
use crate::report::Finding;

/// Draws nothing.
pub(super) struct CardPainter<'a> {
    never: Infallible,
    _of: PhantomData<&'a ()>,
}

/// Nothing is drawn.
pub(super) struct PostCards {
    /// No files.
    pub files: Vec<Artifact>,
    /// No findings.
    pub findings: Vec<Finding>,
}

#[expect(clippy::unnecessary_wraps, reason = "the same as where cards are drawn")]
impl<'a> CardPainter<'a> {
    pub(super) fn open(_: &'a Project<'_>) -> Result<Option<Self>, Stop> {
        Ok(None)
    }

    pub(super) fn leaks(&self) -> Vec<Finding> {
        match self.never {}
    }

    pub(super) fn draw(&self, _: &Project<'_>, _: &Post, _: &Recap) -> PostCards {
        match self.never {}
    }

    pub(super) fn enclosure(&self, _: &PostCards) -> Option<Enclosure> {
        match self.never {}
    }

    pub(super) fn image(&self, _: &PostCards) -> Option<Image> {
        match self.never {}
    }
}
