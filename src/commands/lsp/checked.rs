//! A project that is checked again whenever the editor's text or its files change.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use lsp_server::{Connection, Notification};
use lsp_types::notification::{LogMessage, Notification as Method, PublishDiagnostics};
use lsp_types::{Diagnostic, LogMessageParams, MessageType, PublishDiagnosticsParams};

use super::overlay::{Overlay, Text};
use super::show;
use super::snapshot::{self, Snapshot};
use crate::commands::shell::{complain, inside};
use crate::project::Memo;
use crate::tree::TreeError;

/// What to do before the next answer.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Due {
    #[default]
    Nothing,
    /// To check the project: the editor's texts changed.
    Check,
    /// The same, after reading files again.
    Reread,
}

/// The diagnostics of a version of a file.
type Published = (Option<i32>, Vec<Diagnostic>);

pub(super) struct Checked {
    pub tree: Overlay,
    pub snapshot: Snapshot,
    pub memo: Arc<Memo>,
    due: Due,
    /// Whether there were edits since files were read.
    pub is_edited: bool,
    /// What was published last for each open file.
    published: BTreeMap<String, Published>,
}

impl Checked {
    pub(super) fn new(root: &Path) -> Result<Self, TreeError> {
        Ok(Self {
            tree: Overlay::new(root)?,
            snapshot: Snapshot::default(),
            memo: Arc::new(Memo::keeping()),
            due: Due::Check,
            is_edited: false,
            published: BTreeMap::new(),
        })
    }

    /// The path of a file from the project's root.
    pub(super) fn path(&self, file: &Path) -> Option<String> {
        inside(file, self.tree.root())
    }

    /// Sets the editor's text of a file that it opened or changed.
    pub(super) fn put(&mut self, path: &str, text: Text) {
        self.tree.put(path, Some(text));
        self.edited();
    }

    /// Takes a file from the disk again: the editor closed it.
    pub(super) fn close(&mut self, path: &str, connection: &Connection) {
        self.tree.put(path, None);
        self.edited();
        self.published.remove(path);
        self.publish(path, Published::default(), connection);
    }

    fn edited(&mut self) {
        self.due = self.due.max(Due::Check);
        self.is_edited = true;
    }

    /// Has the files read again before the next answer.
    pub(super) fn reread(&mut self) {
        self.due = Due::Reread;
    }

    /// Checks the project where that is due, and publishes the diagnostics that changed.
    pub(super) fn refresh(&mut self, connection: &Connection) {
        let due = std::mem::take(&mut self.due);
        if due == Due::Nothing {
            return;
        }
        if due == Due::Reread {
            self.is_edited = false;
            self.memo.forget_published();
            if let Err(error) = self.tree.reread() {
                complain(&error.to_string());
            }
        }
        for path in self.tree.take_changed() {
            self.memo.forget(&path);
        }
        self.snapshot = snapshot::check(&self.tree, &self.memo);
        if let Some(why) = &self.snapshot.failed {
            let params = LogMessageParams {
                typ: MessageType::WARNING,
                message: format!("afterword: {why}"),
            };
            notify::<LogMessage>(params, connection);
        }
        let mut changed = Vec::new();
        for (path, open) in self.tree.open() {
            let findings = self.snapshot.findings.get(path).into_iter().flatten();
            let diagnostics = findings
                .map(|finding| show::diagnostic(finding, self.tree.root(), &open.text))
                .collect();
            let published = (Some(open.version), diagnostics);
            if self.published.get(path) != Some(&published) {
                changed.push((path.clone(), published));
            }
        }
        for (path, published) in changed {
            self.publish(&path, published.clone(), connection);
            self.published.insert(path, published);
        }
    }

    fn publish(&self, path: &str, (version, diagnostics): Published, connection: &Connection) {
        if let Some(uri) = show::uri(self.tree.root(), path) {
            let params = PublishDiagnosticsParams::new(uri, diagnostics, version);
            notify::<PublishDiagnostics>(params, connection);
        }
    }
}

fn notify<M: Method>(params: M::Params, connection: &Connection) {
    let message = Notification::new(M::METHOD.to_owned(), params);
    // If the editor is gone, the next read ends the server.
    let _ = connection.sender.send(message.into());
}
