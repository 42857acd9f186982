//! What is wrong in one of our own feeds is reported at the post that caused it.

use std::borrow::Cow;

use crate::config::Config;
use crate::feed::{Entry, Feed, Format};
use crate::report::{Finding, Level, Source};
use crate::validate::rules::history::INCOMPLETE_ARCHIVE;
use crate::validate::rules::ids::DUPLICATE_UPDATED;
use crate::validate::rules::texts::MISSING_LANGUAGE;
use crate::validate::{Input, Judged, Outline, World, disagreements, validate};

/// A feed as it was written in one format, and what is to be said about it.
pub(super) struct Written<'f> {
    format: &'static dyn Format,
    feed: Cow<'f, Feed>,
    judged: Judged,
}

impl<'f> Written<'f> {
    /// Writes a feed and judges it as if it were a stranger's.
    pub(super) fn of(
        feed: Cow<'f, Feed>,
        format: &'static dyn Format,
        path: String,
        world: &dyn World,
    ) -> Result<Self, Finding> {
        let source = Source::new(path, format.write(&feed)?);
        let judged = validate(&Input {
            source: Some(&source),
            base: Some(format.address(&feed)),
            world,
            ..Input::new(source.path(), source.text().as_bytes())
        });
        Ok(Self {
            format,
            feed,
            judged,
        })
    }

    /// The file.
    pub(super) fn source(&self) -> &Source {
        &self.judged.source
    }

    /// What is wrong with it, given the same feed in the formats before this one. A finding inside
    /// an entry is moved to the entry's post; others are about the configuration and stay.
    pub(super) fn findings(&self, before: &[Self], config: &Config) -> Vec<Finding> {
        let before: Vec<(&str, &Outline)> = before
            .iter()
            .map(|other| (other.source().path(), &other.judged.outline))
            .collect();
        let mut findings = self.judged.findings.clone();
        findings.extend(disagreements(&self.judged, &before));
        findings.sort_by_key(|finding| finding.at.as_ref().map_or(0, |span| span.range.start));
        attributed(findings, self.source(), &self.feed, self.format, config)
    }
}

fn attributed(
    mut findings: Vec<Finding>,
    source: &Source,
    feed: &Feed,
    format: &dyn Format,
    config: &Config,
) -> Vec<Finding> {
    let (path, text) = (source.path(), source.text());
    // Whoever builds a feed wants to know what is wrong with it; `afterword validate` tells the rest.
    // The oldest archive page has none before it, and no page links to the one after it: so none
    // changes. Two posts of one day are no fault of their author.
    let meant = [&INCOMPLETE_ARCHIVE, &DUPLICATE_UPDATED];
    findings.retain(|finding| {
        let asked_for = config.levels.contains_key(finding.rule.name);
        asked_for || (finding.level > Level::Info && !meant.contains(&finding.rule))
    });
    if findings.is_empty() {
        return findings;
    }
    let starts = starts(text, &feed.entries, format);
    findings
        .into_iter()
        .map(|finding| {
            let at = finding.at.as_ref().map_or(0, |span| span.range.start);
            let before = starts.partition_point(|start| *start <= at);
            match before
                .checked_sub(1)
                .and_then(|index| feed.entries.get(index))
            {
                Some(entry) => moved(finding, path, entry),
                None if finding.rule == &MISSING_LANGUAGE => without_language(finding, config),
                None => finding,
            }
        })
        .collect()
}

/// The feed's language is the site's, and stands in the configuration.
fn without_language(mut finding: Finding, config: &Config) -> Finding {
    let table = config.source.text().find("[site]");
    let at = table.map_or(0..0, |at| at..at + "[site]".len());
    let place = finding.at.replace(config.source.span(at));
    finding
        .also
        .extend(place.map(|place| (place, "in the feed".to_owned())));
    finding.help("write `language = \"en\"`, or whatever the posts are written in, under `[site]`")
}

/// The byte at which each entry begins.
fn starts(text: &str, entries: &[Entry], format: &dyn Format) -> Vec<usize> {
    let starts: Vec<usize> =
        memchr::memmem::find_iter(text.as_bytes(), format.entry_start()).collect();
    // A text that speaks of the mark would shift the entries; then nothing is moved at all.
    if starts.len() == entries.len() {
        starts
    } else {
        Vec::new()
    }
}

fn moved(mut finding: Finding, path: &str, entry: &Entry) -> Finding {
    let place = finding.at.replace(entry.origin.clone());
    finding.message = format!("in {path}, the entry of this post: {}", finding.message);
    if let Some(place) = place {
        finding.also.push((place, "in the feed".to_owned()));
    }
    finding
}
