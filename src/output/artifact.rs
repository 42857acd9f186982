//! An output: a path and the content that it should have.

use std::ops::Deref;
use std::sync::Arc;

use crate::report::Source;

/// An output with its exact content. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifact {
    /// Path from the project's root, with `/`.
    pub path: String,
    /// The whole content.
    pub bytes: Bytes,
}

impl Artifact {
    /// A file of text.
    pub fn text(path: impl Into<String>, text: impl Into<String>) -> Self {
        Source::new(path, text).into()
    }

    /// A binary file such as an image.
    pub fn binary(path: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self { path: path.into(), bytes: Bytes::Binary(bytes.into()) }
    }
}

impl From<Source> for Artifact {
    fn from(source: Source) -> Self {
        Self { path: source.path().to_owned(), bytes: Bytes::Text(source) }
    }
}

/// The content of an output: text that findings may point into, shared with them, or bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bytes {
    /// Text.
    Text(Source),
    /// Bytes.
    Binary(Arc<[u8]>),
}

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Self::Text(source) => source.text().as_bytes(),
            Self::Binary(bytes) => bytes,
        }
    }
}
