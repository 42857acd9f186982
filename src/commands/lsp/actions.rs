//! Code actions: a finding's fix, and the commands for drafts and posts.

use std::ops::Range;

use lsp_types::{
    CodeAction, CodeActionKind, CreateFile, DocumentChangeOperation, DocumentChanges, OneOf,
    OptionalVersionedTextDocumentIdentifier, ResourceOp, TextDocumentEdit, TextEdit, Uri,
    WorkspaceEdit,
};

use super::document::Document;
use super::hover;
use super::place::place;
use super::show::{diagnostic, uri};
use crate::commands::trash;
use crate::draft::reconcile::{self, State};
use crate::output::Plan;
use crate::recap;
use crate::report::Finding;

/// The actions at these bytes of a file; `creates` where the editor can create files.
pub(super) fn actions(document: Document<'_>, at: &Range<usize>, creates: bool) -> Vec<CodeAction> {
    let mut all = Vec::new();
    let touches = |range: &Range<usize>| range.start <= at.end && at.start <= range.end;
    for finding in document.findings() {
        if finding.at.as_ref().is_some_and(|span| touches(&span.range)) {
            all.extend(fix(document, finding));
        }
    }
    if document.network().is_some() {
        all.extend(of_draft(document, creates));
    } else if document.is_post() {
        all.extend(of_post(document, touches));
    }
    all
}

fn fix(document: Document<'_>, finding: &Finding) -> Option<CodeAction> {
    let fix = finding.fix.as_ref()?;
    let edits = fix
        .edits
        .iter()
        .map(|(range, new)| TextEdit { range: document.place(range), new_text: new.clone() });
    Some(CodeAction {
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: Some(vec![diagnostic(finding, document.project.tree.root(), document.text)]),
        is_preferred: Some(true),
        ..action(&fix.title, document.uri, edits.collect())
    })
}

fn of_draft(document: Document<'_>, creates: bool) -> Vec<CodeAction> {
    let (tree, snapshot) = (&document.project.tree, &document.project.snapshot);
    let Some(draft) = snapshot.draft_file(tree, document.path) else { return Vec::new() };
    let mut all = Vec::new();
    let mut offer = |title: &str, text: Option<String>| {
        all.extend(text.and_then(|text| replaced(title, document, &text)));
    };
    if let Some(waiting) = draft.waiting() {
        offer("Keep mine", reconcile::keep(document.text, waiting));
        offer("Use the new text", reconcile::accept(document.text, waiting));
        if creates && let Some(accept) = all.last_mut() {
            // As `draft accept` does: the edited text goes to the trash.
            keep_copy(document, accept);
        }
    } else if !matches!(draft.outcome.state, State::Approved | State::Posted) {
        offer("Approve this draft", reconcile::approve(document.text));
    }
    all
}

/// Makes the action put the replaced text into the trash first.
fn keep_copy(document: Document<'_>, action: &mut CodeAction) {
    let (tree, snapshot) = (&document.project.tree, &document.project.snapshot);
    let mut plan = Plan::default();
    if trash::copy(&mut plan, &snapshot.drafts, document.path, tree).is_err() {
        return;
    }
    let Some(edit) = &mut action.edit else { return };
    let Some(changes) = edit.changes.take() else { return };
    let start = place("", &(0..0));
    let mut all = Vec::new();
    for change in plan.write {
        let Some(uri) = uri(tree.root(), &change.artifact.path) else { continue };
        all.push(DocumentChangeOperation::Op(ResourceOp::Create(CreateFile {
            uri: uri.clone(),
            options: None,
            annotation_id: None,
        })));
        let text = String::from_utf8_lossy(&change.artifact.bytes).into_owned();
        all.push(edits_of(uri, vec![TextEdit::new(start, text)]));
    }
    all.extend(changes.into_iter().map(|(uri, edits)| edits_of(uri, edits)));
    edit.document_changes = Some(DocumentChanges::Operations(all));
}

fn edits_of(uri: Uri, edits: Vec<TextEdit>) -> DocumentChangeOperation {
    DocumentChangeOperation::Edit(TextDocumentEdit {
        text_document: OptionalVersionedTextDocumentIdentifier { uri, version: None },
        edits: edits.into_iter().map(OneOf::Left).collect(),
    })
}

fn of_post(document: Document<'_>, touches: impl Fn(&Range<usize>) -> bool) -> Vec<CodeAction> {
    let Some((post, recap)) = hover::read(document) else { return Vec::new() };
    let mut all = Vec::new();
    let mut offer = |title: &str, text: Option<String>| {
        all.extend(text.and_then(|text| replaced(title, document, &text)));
    };
    offer("Write what was understood into the front matter", recap::write_back(&post, &recap));
    let mut doubtful = recap.doubtful.sessions.iter();
    if let Some(asked) = doubtful.find(|session| touches(&session.range)) {
        offer("Ask nothing of this talk again", recap::without(&post, &recap, asked));
    }
    all
}

/// An action that replaces a file's text. The common beginning and end stay, and with them the cursor.
fn replaced(title: &str, document: Document<'_>, new: &str) -> Option<CodeAction> {
    let old = document.text;
    if old == new {
        return None;
    }
    let same = |pairs: &mut dyn Iterator<Item = (char, char)>| {
        pairs.take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum::<usize>()
    };
    let start = same(&mut old.chars().zip(new.chars()));
    let (rest, new) = (old.get(start..)?, new.get(start..)?);
    let end = same(&mut rest.chars().rev().zip(new.chars().rev()));
    let edit = TextEdit {
        range: document.place(&(start..old.len() - end)),
        new_text: new.get(..new.len() - end)?.to_owned(),
    };
    Some(CodeAction {
        kind: Some(CodeActionKind::EMPTY),
        ..action(title, document.uri, vec![edit])
    })
}

#[expect(clippy::disallowed_types, reason = "the type is the protocol's, and it has one entry")]
fn action(title: &str, uri: &Uri, edits: Vec<TextEdit>) -> CodeAction {
    CodeAction {
        title: title.to_owned(),
        edit: Some(WorkspaceEdit {
            changes: Some(std::collections::HashMap::from([(uri.clone(), edits)])),
            ..WorkspaceEdit::default()
        }),
        ..CodeAction::default()
    }
}
