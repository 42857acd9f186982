//! The drafts of a project: what their posts give, and their current files.

use super::outputs::{pending_path, text};
use super::{Composed, Stop};
use crate::draft::Draft;
use crate::draft::reconcile::{Outcome, Pending, reconcile};
use crate::tree::Tree;

/// A draft of the project: what its post gives, and its current file.
pub struct DraftFile<'a> {
    /// The draft's file.
    pub path: &'a str,
    /// The text that its post gives.
    pub composed: &'a Draft,
    /// The file's text, if it exists.
    pub existing: Option<String>,
    /// The text of the pending file beside it, if it exists.
    pub pending: Option<String>,
    /// What a build would do with them.
    pub outcome: Outcome,
}

/// Every draft of the window, sorted by path.
///
/// # Errors
/// A draft cannot be read.
pub fn draft_files<'a>(
    composed: &'a Composed,
    tree: &dyn Tree,
) -> Result<Vec<DraftFile<'a>>, Stop> {
    let drafts = composed.drafts.iter();
    drafts.map(|(path, draft)| DraftFile::read(path, draft, tree)).collect()
}

impl<'a> DraftFile<'a> {
    /// Reads the file of a draft and the pending one beside it.
    pub(crate) fn read(path: &'a str, composed: &'a Draft, tree: &dyn Tree) -> Result<Self, Stop> {
        let existing = text(tree, path)?;
        let pending = text(tree, &pending_path(path))?;
        Ok(Self {
            path,
            composed,
            outcome: reconcile(existing.as_deref(), pending.as_deref(), composed),
            existing,
            pending,
        })
    }

    /// The text that waits beside the draft, as it would be after a build.
    pub fn waiting(&self) -> Option<&str> {
        match &self.outcome.pending {
            Pending::Write(text) => Some(text),
            Pending::Leave => self.pending.as_deref(),
            Pending::Remove => None,
        }
    }

    /// The draft as it would be after a build.
    pub fn shown(&self) -> &str {
        (self.outcome.draft.as_deref()).or(self.existing.as_deref()).unwrap_or_default()
    }
}
