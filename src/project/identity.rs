//! Published entry ids, from the feeds of the base commit.
//!
//! A reader shows an entry as new when its id changes, so an id that differs from the published one
//! is an error unless it is intended. An entry is the same if its permalink is, else if its title and
//! published date are; and an entry whose id no post has any more is the one with the same summary
//! and the same title or text, for example a renamed post with another date.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::OnceLock;

use super::compose::Options;
use super::{Project, Stop};
use crate::feed::{self, Entry, FORMATS, Format};
use crate::generator::Field;
use crate::output::Artifact;
use crate::post::front_matter;
use crate::report::Finding;
use crate::site::identity::Stub;
use crate::site::kept::Published;
use crate::tree::{Tree, under};
use crate::validate::rules::beyond::ID_CHANGED;

/// The published entries: of the feeds of the base commits; without a base commit, of the feed in the
/// tree.
pub(super) struct Ledger<'p> {
    project: &'p Project<'p>,
    base: OnceLock<Vec<Box<dyn Tree>>>,
    known: Option<Vec<Published>>,
}

impl<'p> Ledger<'p> {
    /// Requests the feeds from git early, without waiting for the answer.
    ///
    /// # Errors
    /// git fails.
    pub(super) fn expect(project: &'p Project<'p>) -> Result<Self, Stop> {
        let known = project.memo.published();
        let ledger = Self { project, base: OnceLock::new(), known };
        if ledger.known.is_none() {
            let _ = ledger.base.set(project.tree.base()?);
            let first = FORMATS.first().map(|format| ledger.path(format));
            for tree in ledger.trees() {
                tree.expect(first.as_slice());
            }
        }
        Ok(ledger)
    }

    /// The content of a published entry, if its feed has it.
    pub(super) fn content(&self, id: &str) -> Option<String> {
        let tree = self.trees().into_iter();
        let feeds = tree.flat_map(|tree| {
            let read = move |format: &&Format| tree.read_output(&self.path(format)).ok();
            FORMATS.iter().filter_map(read)
        });
        feeds.filter_map(|bytes| feed::read::read(&bytes)).find_map(|articles| {
            let mut articles = articles.into_iter();
            articles.find(|article| article.id.as_deref() == Some(id))?.content
        })
    }

    /// Reads the entries from the first format that can be read.
    pub(super) fn known(&self) -> Vec<Published> {
        if let Some(known) = &self.known {
            return known.clone();
        }
        let mut known = Vec::new();
        for tree in self.trees() {
            let feed = |format: &&Format| read(&tree.read_output(&self.path(format)).ok()?);
            known.extend(FORMATS.iter().find_map(feed).unwrap_or_default());
        }
        self.project.memo.keep_published(&known);
        known
    }

    fn trees(&self) -> Vec<&dyn Tree> {
        // Where git fails here, the next run that reads the published feeds reports it.
        let base = || self.project.tree.base().unwrap_or_default();
        let base = self.base.get_or_init(base);
        if base.is_empty() {
            vec![self.project.tree]
        } else {
            base.iter().map(AsRef::as_ref).collect()
        }
    }

    fn path(&self, format: &Format) -> String {
        under(&self.project.config.feeds.dir, format.file_name)
    }
}

/// Reads the entries of a published feed of any format. `None` where it is not a well-formed feed, such
/// as one with conflict markers.
pub fn read(bytes: &[u8]) -> Option<Vec<Published>> {
    let articles = feed::read::read(bytes)?.into_iter();
    let known = articles.filter_map(|article| {
        Some(Published {
            id: article.id?,
            permalink: article.related.or(article.link),
            title: article.title,
            date: article.published,
            summary: article.summary,
        })
    });
    Some(known.collect())
}

/// The file beside the feeds in which `build --new-ids` records intended changes of ids, for every
/// later check.
const MEANT: &str = "new-ids.toml";

/// The intended changes of ids: the new id of each old one.
type Meant = BTreeMap<String, String>;

/// Reads the intended changes. A file that cannot be read allows nothing.
fn meant(project: &Project<'_>) -> Meant {
    let path = under(&project.config.feeds.dir, MEANT);
    let text = project.tree.read(&path).ok();
    let text = text.and_then(|bytes| String::from_utf8(bytes).ok());
    text.and_then(|text| toml::from_str(&text).ok()).unwrap_or_default()
}

/// The file that allows the changes in `findings` in addition to the recorded ones; `None` where
/// nothing changes.
fn allowing(
    project: &Project<'_>,
    mut meant: Meant,
    more: Vec<(String, String)>,
) -> Option<Artifact> {
    if more.is_empty() {
        return None;
    }
    meant.extend(more);
    let mut text =
        String::from("# Ids of entries that `afterword build --new-ids` has changed: OLD = NEW.\n");
    for (old, new) in &meant {
        let (old, new) = (toml::Value::from(old.as_str()), toml::Value::from(new.as_str()));
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{old} = {new}");
    }
    Some(Artifact::text(under(&project.config.feeds.dir, MEANT), text))
}

/// The entries whose id differs from the published one without being allowed, each with the old and
/// the new id. `posts` are the ids of all posts, including those outside the window; `content` returns
/// the content of a published entry.
fn changed(
    known: &[Published],
    content: &dyn Fn(&str) -> Option<String>,
    entries: &[Entry],
    posts: &BTreeSet<&str>,
    meant: &Meant,
) -> Vec<(Finding, (String, String))> {
    let ids: BTreeSet<&str> = known.iter().map(|known| known.id.as_str()).collect();
    // The first of several wins, so insert from last to first.
    let pages: BTreeMap<&str, &Published> =
        known.iter().rev().filter_map(|known| Some((known.permalink.as_deref()?, known))).collect();
    let titles: BTreeMap<_, &Published> = known
        .iter()
        .rev()
        .filter_map(|known| Some(((known.title.as_str(), known.date?), known)))
        .collect();
    let gone: BTreeMap<&str, &Published> = known
        .iter()
        .rev()
        .filter(|known| !known.summary.is_empty() && !posts.contains(known.id.as_str()))
        .map(|known| (known.summary.as_str(), known))
        .collect();
    let mut findings = Vec::new();
    for entry in entries {
        if ids.contains(entry.id.as_str()) {
            continue;
        }
        let same_page = pages.get(entry.permalink.as_str());
        let same_title = || titles.get(&(entry.title.as_str(), entry.published));
        let same_summary = || {
            let found = gone.get(entry.summary.as_str());
            found.filter(|known| {
                known.title == entry.title || begins_alike(entry, content(&known.id).as_deref())
            })
        };
        let Some(before) = same_page.or_else(same_title).or_else(same_summary) else { continue };
        if meant.get(&before.id) == Some(&entry.id) {
            continue;
        }
        let ids = (before.id.clone(), entry.id.clone());
        let message = format!("the entry id would change from {} to {}", before.id, entry.id);
        let finding = Finding::new(&ID_CHANGED, message).at(entry.origin.clone());
        findings.push((finding, ids));
    }
    findings
}

/// Whether an entry begins like a published one; compares summaries where feeds have no content.
fn begins_alike(entry: &Entry, before: Option<&str>) -> bool {
    const BEGINNING: usize = 400;
    let beginning = |html: &str| -> String {
        let mut is_tag = false;
        let text = html.chars().filter(|character| {
            is_tag = *character == '<' || is_tag && *character != '>';
            !is_tag && character.is_alphanumeric()
        });
        text.take(BEGINNING).collect()
    };
    match (entry.content.as_deref(), before) {
        (Some(content), Some(before)) => beginning(content) == beginning(before),
        _ => true,
    }
}

/// Compares these entries with the published feeds.
pub(super) fn published_before(
    project: &Project<'_>,
    ledger: &Ledger<'_>,
    known: &[Published],
    entries: &[Entry],
    stubs: &[Stub],
    options: Options,
) -> (Vec<Finding>, Option<Artifact>) {
    let meant = meant(project);
    let posts = stubs.iter().map(|stub| stub.id.as_str()).collect();
    let changed = changed(known, &|id| ledger.content(id), entries, &posts, &meant);
    if options.new_ids {
        let more = changed.into_iter().map(|(_, ids)| ids).collect();
        return (Vec::new(), allowing(project, meant, more));
    }
    let help = |(finding, (old, _)): (Finding, (String, String))| {
        let path = finding.at.as_ref().map_or("", |span| span.source.path());
        let line = id_line(project, path, &old);
        finding.help(format!("write {line}, so that readers do not show the post as new; if that is intended, run `afterword build --new-ids` and commit what it writes"))
    };
    (changed.into_iter().map(help).collect(), None)
}

/// The line that gives the post at `path` this id, in the format of its front matter.
fn id_line(project: &Project<'_>, path: &str, id: &str) -> String {
    let dialect = project.context.dialect;
    let text = project.tree.read(path).unwrap_or_default();
    let format = front_matter::format(&String::from_utf8_lossy(&text), dialect.header_lines);
    let (table, key) = dialect.home(Field::Id).unwrap_or(("", "id"));
    let quoted = front_matter::quoted(id);
    let yaml = if format == front_matter::Format::Header { id } else { &quoted };
    let line = format.line(key, yaml, &quoted);
    format!("`{line}` {}", front_matter::place(table))
}
