//! Hover texts.

use std::ops::Range;

use lsp_types::{Hover, HoverContents, MarkupContent, MarkupKind};

use super::document::Document;
use super::place::line_at;
use crate::commands::{explain, posts};
use crate::draft::network::Network;
use crate::markdown::Place;
use crate::post::Post;
use crate::project::Project;
use crate::recap::{self, Recap, Session, Understood};

/// The hover text, in Markdown, for a byte of a file.
pub(super) fn hover(document: Document<'_>, at: usize) -> Option<Hover> {
    let mut all: Vec<String> = Vec::new();
    for finding in document.findings() {
        let range = finding.at.as_ref().map_or(0..0, |at| at.range.clone());
        if range.start <= at && at <= range.end {
            all.push(format!("```text\n{}```", explain::in_words(finding.rule)));
        }
    }
    if let Some(network) = document.network() {
        all.extend(cost(document, network, at));
    } else if document.is_post() {
        all.extend(understood(document, at));
    }
    (!all.is_empty()).then(|| Hover {
        contents: HoverContents::Markup(MarkupContent {
            kind: MarkupKind::Markdown,
            value: all.join("\n\n"),
        }),
        range: None,
    })
}

/// The word between spaces around a byte of a line.
pub(super) fn word_at(text: &str, at: usize) -> Range<usize> {
    let line = line_at(text, at);
    let before = text.get(line.start..at).unwrap_or_default();
    let after = text.get(at..line.end).unwrap_or_default();
    let start = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let end = after.split(char::is_whitespace).next().unwrap_or_default();
    at - start.len()..at + end.len()
}

/// How many characters a URL or a handle counts for.
fn cost(document: Document<'_>, network: &Network, at: usize) -> Option<String> {
    let file = document.draft();
    let post = (file.posts.iter()).find(|post| {
        let range = post.range(&(0..post.text.len()));
        range.start <= at && at <= range.end
    })?;
    let from = post.place(0);
    // Only lines that look like the separator of posts are escaped, which no word does.
    let word = word_at(document.text, at);
    let written = document.text.get(word.clone())?;
    let is_one = written.contains("://") || written.trim_start_matches(['(', '"']).starts_with('@');
    if !is_one || word.start < from {
        return None;
    }
    let inside = |offset: usize| {
        let place = post.place(offset);
        word.start <= place && place < word.end
    };
    let costs = (network.costs)(&post.text);
    let units: usize =
        costs.iter().filter(|cost| inside(cost.range.start)).map(|cost| cost.units).sum();
    let (title, limit, unit) = (network.title, network.limit, network.unit);
    Some(format!("`{written}` costs {units} of {title}'s {limit} {unit}"))
}

/// A post of the project, read by its rules.
pub(super) fn read(document: Document<'_>) -> Option<(Post, Recap)> {
    let project = Project::configured(&document.project.tree).ok()?;
    let named = posts::one(&project, document.path, document.path).ok()?;
    let parsed = project.document(&named.post, Place::new(&named.link, ""));
    let recap = recap::understand(&named.post, &parsed);
    Some((named.post, recap))
}

/// What was understood at the line of a byte of a post.
fn understood(document: Document<'_>, at: usize) -> Option<String> {
    let (_, recap) = read(document)?;
    let here = |range: &Range<usize>| range.start <= at && at <= range.end;
    let mut lines = Vec::new();
    let sessions = recap.sessions.iter().map(|one| (one, "A session"));
    let doubtful = recap.doubtful.sessions.iter().map(|one| (one, "Perhaps a session"));
    for (session, what) in sessions.chain(doubtful) {
        if here(&session.range) {
            lines.push(format!("**{what}**"));
            lines.extend(described(session));
        }
    }
    let event = &recap.event;
    let fields = [("The event", &event.name), ("The event's place", &event.place)];
    for (what, field) in fields.into_iter().chain([("The drafts' first sentence", &recap.hook)]) {
        if let Some(field) = field.as_ref().filter(|field| here(&field.range)) {
            lines.push(format!("**{what}**: {}", field.value));
        }
    }
    (!lines.is_empty()).then(|| lines.join("\n\n"))
}

fn described(session: &Session) -> impl Iterator<Item = String> {
    let value = |own: &Option<Understood<String>>| own.as_ref().map(|own| own.value.clone());
    let speakers: Vec<&str> = session.speakers.iter().map(|own| own.value.as_str()).collect();
    let fields = [
        ("title", value(&session.title)),
        ("speakers", (!speakers.is_empty()).then(|| speakers.join(", "))),
        ("takeaway", value(&session.takeaway)),
        ("slides", value(&session.slides)),
        ("video", value(&session.video)),
    ];
    fields.into_iter().filter_map(|(name, value)| Some(format!("{name}: {}", value?)))
}
