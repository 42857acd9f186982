//! Diagnostics and inlay hints of a file.

use std::path::Path;

use lsp_types::{
    Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, InlayHint, InlayHintLabel,
    Location, NumberOrString, Uri,
};

use super::document::Document;
use super::place::{place, position};
use crate::draft::file::Text;
use crate::report::{Finding, Level, Span};

/// The URI of a file.
pub(super) fn uri(root: &Path, path: &str) -> Option<Uri> {
    url::Url::from_file_path(root.join(path)).ok()?.as_str().parse().ok()
}

/// A finding as a diagnostic; `text` is the file as the editor has it.
pub(super) fn diagnostic(finding: &Finding, root: &Path, text: &str) -> Diagnostic {
    let range = finding.at.as_ref().map_or(0..0, |at| at.range.clone());
    let mut message = finding.message.clone();
    if let Some(help) = &finding.help {
        message.push_str("\nhelp: ");
        message.push_str(help);
    }
    let also: Vec<DiagnosticRelatedInformation> =
        (finding.also.iter()).filter_map(|(span, words)| related(span, words, root)).collect();
    Diagnostic {
        range: place(text, &range),
        severity: Some(match finding.level {
            Level::Error => DiagnosticSeverity::ERROR,
            Level::Warning => DiagnosticSeverity::WARNING,
            Level::Info => DiagnosticSeverity::INFORMATION,
        }),
        code: Some(NumberOrString::String(finding.rule.name.to_owned())),
        source: Some("afterword".to_owned()),
        message,
        related_information: (!also.is_empty()).then_some(also),
        ..Diagnostic::default()
    }
}

fn related(span: &Span, words: &str, root: &Path) -> Option<DiagnosticRelatedInformation> {
    Some(DiagnosticRelatedInformation {
        location: Location {
            uri: uri(root, span.source.path())?,
            range: place(span.source.text(), &span.range),
        },
        message: words.to_owned(),
    })
}

/// "271/300" at the end of each post of a draft.
pub(super) fn hints(document: Document<'_>) -> Option<Vec<InlayHint>> {
    let network = document.network()?;
    let file = document.draft();
    let cw = file.header.cw.as_deref();
    let hint = |post: &Text| InlayHint {
        position: position(document.text, post.place(post.text.len())),
        label: InlayHintLabel::String(format!(
            "{}/{}",
            network.count(&post.text, cw),
            network.limit
        )),
        kind: None,
        text_edits: None,
        tooltip: None,
        padding_left: Some(true),
        padding_right: None,
        data: None,
    };
    Some(file.posts.iter().map(hint).collect())
}
