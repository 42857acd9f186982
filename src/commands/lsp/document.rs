//! An open file, in its project as it was checked last.

use std::ops::Range;

use lsp_types::{Range as Place, Uri};

use super::checked::Checked;
use super::place::place;
use crate::draft::file::File;
use crate::draft::network::{self, Network};
use crate::report::{Finding, Source};
use crate::tree::is_under;

/// An open file.
#[derive(Clone, Copy)]
pub(super) struct Document<'a> {
    pub project: &'a Checked,
    pub uri: &'a Uri,
    pub path: &'a str,
    pub text: &'a str,
}

impl<'a> Document<'a> {
    /// The findings of the last check.
    pub(super) fn findings(self) -> impl Iterator<Item = &'a Finding> {
        let findings = self.project.snapshot.findings.get(self.path);
        findings.into_iter().flatten()
    }

    /// Whether the file is in the folder of posts.
    pub(super) fn is_post(self) -> bool {
        is_under(self.path, &self.project.snapshot.posts)
    }

    /// The network of the draft that the file is, pending or not.
    pub(super) fn network(self) -> Option<&'static Network> {
        let inside = self.path.strip_prefix(self.project.snapshot.drafts.as_str())?;
        let (_, name) = inside.strip_prefix('/')?.rsplit_once('/')?;
        let name = name.strip_suffix(".txt")?;
        network::named(name.strip_suffix(".pending").unwrap_or(name))
    }

    /// The file, read as a draft.
    pub(super) fn draft(self) -> File {
        File::parse(&Source::new(self.path, self.text))
    }

    /// The positions of a range of bytes.
    pub(super) fn place(self, range: &Range<usize>) -> Place {
        place(self.text, range)
    }
}
