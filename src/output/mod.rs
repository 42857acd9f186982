//! What is to be written, and writing it so that nothing is ever lost or half there.

use crate::report::Span;

/// A file that should be there with just these bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifact {
    /// Path from the project's root, with `/`.
    pub path: String,
    /// The whole content.
    pub bytes: Vec<u8>,
    /// The post that it comes from, where it comes from one.
    pub origin: Option<Span>,
}
