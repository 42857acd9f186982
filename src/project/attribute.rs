//! Moves findings about our own feeds to the post or configuration key that caused them, once for all
//! feeds.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::config::Config;
use crate::feed::{Feed, Format};
use crate::report::{Finding, Level, Source, Span};
use crate::validate::rules::history::INCOMPLETE_ARCHIVE;
use crate::validate::rules::html::{HTML_IN_TEXT, UNDECLARED_HTML};
use crate::validate::rules::ids::DUPLICATE_UPDATED;
use crate::validate::rules::texts::MISSING_LANGUAGE;
use crate::validate::{Input, Outcome, Outline, World, disagreements, validate};

/// A feed written in one format, with the result of its validation.
pub(super) struct WrittenFeed<'f> {
    format: &'static Format,
    feed: Cow<'f, Feed>,
    outcome: Outcome,
}

impl<'f> WrittenFeed<'f> {
    /// Writes a feed and validates it as any other feed.
    pub(super) fn of(
        feed: Cow<'f, Feed>,
        format: &'static Format,
        path: String,
        world: &dyn World,
    ) -> Result<Self, Finding> {
        let source = Source::new(path, format.write(&feed)?);
        let outcome = validate(&Input {
            source: Some(&source),
            base: Some(format.url(&feed)),
            world: Some(world),
            outline: true,
            ..Input::new(source.path(), source.text().as_bytes())
        });
        Ok(Self { format, feed, outcome })
    }

    /// The file.
    pub(super) fn source(&self) -> &Source {
        &self.outcome.source
    }

    /// Its findings, given the same feed in the formats before this one. A finding inside an entry
    /// moves to the entry's post; others are about the configuration and stay.
    pub(super) fn findings(&self, before: &[Self], config: &Config) -> Vec<AttributedFinding> {
        let before: Vec<(&str, &Outline)> =
            before.iter().map(|other| (other.source().path(), &other.outcome.outline)).collect();
        let mut findings = self.outcome.findings.clone();
        findings.extend(disagreements(&self.outcome, &before));
        findings.sort_by_key(|finding| finding.at.as_ref().map_or(0, |span| span.range.start));
        attributed(findings, self.source(), &self.feed, self.format, config)
    }
}

/// A finding about one of our feeds.
pub(super) struct AttributedFinding {
    finding: Finding,
    feed: String,
    cause: Cause,
}

/// The cause of a fault in a feed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cause {
    /// The post, with the span for the finding.
    Post,
    /// The configuration.
    Config,
    /// Unknown; the finding stays at the feed.
    Unknown,
}

/// The findings about all feeds, one per cause: every feed in every format repeats a title.
pub(super) fn joined(all: Vec<AttributedFinding>) -> Vec<Finding> {
    let mut joined: Vec<(AttributedFinding, usize)> = Vec::new();
    let mut known: BTreeMap<(String, usize, String), usize> = BTreeMap::new();
    for caused in all {
        let html = is_html(&caused.finding);
        let message = if html { "HTML" } else { caused.finding.message.as_str() };
        let (file, start, _) = caused.finding.order();
        if caused.cause != Cause::Unknown {
            let key = (file.to_owned(), start, message.to_owned());
            if let Some(at) = known.get(&key) {
                joined[*at].1 += 1;
                continue;
            }
            known.insert(key, joined.len());
        }
        joined.push((caused, 0));
    }
    let joined = joined.into_iter();
    let findings = joined.map(|(caused, more)| {
        let mut finding = caused.finding;
        let feeds = match more {
            0 => caused.feed,
            1 => format!("{} and another feed", caused.feed),
            more => format!("{} and {more} other feeds", caused.feed),
        };
        let place = match caused.cause {
            Cause::Post => format!("in {feeds}, the entry of this post: "),
            Cause::Config if more > 0 => format!("in {feeds}: "),
            Cause::Config | Cause::Unknown => return finding,
        };
        finding.message.insert_str(0, &place);
        finding
    });
    findings.collect()
}

fn is_html(finding: &Finding) -> bool {
    [&HTML_IN_TEXT, &UNDECLARED_HTML].contains(&finding.rule)
}

fn attributed(
    mut findings: Vec<Finding>,
    source: &Source,
    feed: &Feed,
    format: &Format,
    config: &Config,
) -> Vec<AttributedFinding> {
    // Authors need the errors of their feeds; `afterword validate` reports the rest. The oldest
    // archive page has no page before it, and no page links to the one after it, so that none
    // changes. Two posts on one day are not a fault.
    let meant = [&INCOMPLETE_ARCHIVE, &DUPLICATE_UPDATED];
    findings.retain(|finding| {
        let asked_for = config.levels.contains_key(finding.rule.name);
        asked_for || (finding.level > Level::Info && !meant.contains(&finding.rule))
    });
    if findings.is_empty() {
        return Vec::new();
    }
    let mut starts = format.entry_starts(source.text());
    // A text that contains the mark of an entry would shift the entries: then no finding moves.
    if starts.len() != feed.entries.len() {
        starts.clear();
    }
    findings
        .into_iter()
        .map(|finding| {
            let at = finding.at.as_ref().map_or(0, |span| span.range.start);
            let before = starts.partition_point(|start| *start <= at);
            let entry = before.checked_sub(1).and_then(|index| feed.entries.get(index));
            let key =
                (entry.is_none() && is_html(&finding)).then(|| key_of(&finding, config)).flatten();
            let (finding, cause) = match (entry, key) {
                (Some(entry), _) => (moved(finding, entry.origin.clone()), Cause::Post),
                (None, Some(key)) => (moved(finding, key), Cause::Config),
                (None, None) if finding.rule == &MISSING_LANGUAGE => {
                    (without_language(finding, config), Cause::Config)
                }
                (None, None) => (finding, Cause::Unknown),
            };
            AttributedFinding { finding, feed: source.path().to_owned(), cause }
        })
        .collect()
}

/// The feed's language is the site's, from the configuration.
fn without_language(mut finding: Finding, config: &Config) -> Finding {
    let place = finding.at.replace(config.span_of("site", "language"));
    finding.also.extend(place.map(|place| (place, "in the feed".to_owned())));
    finding.help("write `language = \"en\"`, or whatever the posts are written in, under `[site]`")
}

/// The line of the configuration whose text a feed has as its title, description or author. A feed
/// without a description or an author repeats its title there.
fn key_of(finding: &Finding, config: &Config) -> Option<Span> {
    let own = match finding.subject.element.as_deref()? {
        "title" => None,
        "description" | "subtitle" => Some(("site", "description")),
        "name" => Some(("site.author", "name")),
        _ => return None,
    };
    let keys = own.into_iter().chain([("site", "title")]);
    let mut lines = keys.map(|(table, key)| (key, config.span_of(table, key)));
    lines.find_map(|(key, span)| span.text().trim_start().starts_with(key).then_some(span))
}

fn moved(mut finding: Finding, cause: Span) -> Finding {
    if is_html(&finding) {
        // The author cannot change whether a feed declares HTML.
        finding.help = Some("remove the tags and entities".to_owned());
    }
    // Its edits are those of the feed.
    finding.fix = None;
    let place = finding.at.replace(cause);
    if let Some(place) = place {
        finding.also.push((place, "in the feed".to_owned()));
    }
    finding
}
