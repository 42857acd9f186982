//! The drafts of a project: what their posts give, and their current files.

use super::stale::{pending_path, text};
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
    let mut all = Vec::new();
    for (path, draft) in &composed.drafts {
        let existing = text(tree, path)?;
        let pending = text(tree, &pending_path(path))?;
        let outcome = reconcile(existing.as_deref(), pending.as_deref(), draft);
        all.push(DraftFile {
            path,
            composed: draft,
            existing,
            pending,
            outcome,
        });
    }
    Ok(all)
}

impl DraftFile<'_> {
    /// The text that waits beside the draft, as it would be after a build.
    #[must_use]
    pub fn waiting(&self) -> Option<&str> {
        match &self.outcome.pending {
            Pending::Write(text) => Some(text),
            Pending::Leave => self.pending.as_deref(),
            Pending::Remove => None,
        }
    }

    /// The draft as it would be after a build.
    #[must_use]
    pub fn shown(&self) -> &str {
        (self.outcome.draft.as_deref())
            .or(self.existing.as_deref())
            .unwrap_or_default()
    }
}
