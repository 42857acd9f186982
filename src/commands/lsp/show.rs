//! Diagnostics and inlay hints of a file.

use std::path::Path;

use lsp_types::{
    Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, InlayHint, InlayHintLabel,
    Location, NumberOrString, Uri,
};

use super::place::{place, position};
use crate::draft::file::File;
use crate::draft::network::{self, Network};
use crate::report::{Finding, Level, Source, Span};

/// The URI of a file.
pub(super) fn uri(root: &Path, path: &str) -> Option<Uri> {
    url::Url::from_file_path(root.join(path))
        .ok()?
        .as_str()
        .parse()
        .ok()
}

/// A finding as a diagnostic; `text` is the file as the editor has it.
pub(super) fn diagnostic(finding: &Finding, root: &Path, text: &str) -> Diagnostic {
    let range = finding.at.as_ref().map_or(0..0, |at| at.range.clone());
    let mut message = finding.message.clone();
    if let Some(help) = &finding.help {
        message.push_str("\nhelp: ");
        message.push_str(help);
    }
    let also: Vec<DiagnosticRelatedInformation> = (finding.also.iter())
        .filter_map(|(span, words)| related(span, words, root))
        .collect();
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

/// The network of a draft's file, pending or not.
pub(super) fn network_of(path: &str, drafts: &str) -> Option<&'static Network> {
    let inside = path.strip_prefix(drafts)?.strip_prefix('/')?;
    let (_, name) = inside.rsplit_once('/')?;
    let name = name.strip_suffix(".txt")?;
    network::named(name.strip_suffix(".pending").unwrap_or(name))
}

/// "271/300" at the end of each post of a draft.
pub(super) fn hints(path: &str, text: &str, network: &Network) -> Vec<InlayHint> {
    let file = File::parse(&Source::new(path, text));
    let cw = file.header.cw.as_deref();
    let hint = |post: &crate::draft::file::Text| InlayHint {
        position: position(text, post.place(post.text.len())),
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
    file.posts.iter().map(hint).collect()
}
