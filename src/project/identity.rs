//! The ids that readers already know: the feed of the base commit is the ledger.
//!
//! A reader shows an entry as new when its id changes, so an id that differs from the published
//! one is an error unless it is meant. An entry is the same one when its permalink is, else when
//! its title and published date are.

use chrono::DateTime;

use super::compose::under;
use super::rules::ID_CHANGED;
use super::{Project, Stop};
use crate::feed::{Entry, FORMATS};
use crate::report::Finding;
use crate::site::kept::Published;
use crate::tree::Tree;

/// What readers already know: the entries of the feeds in the base commits; where there is no base
/// commit, of the feed that lies in the tree.
///
/// # Errors
/// git fails.
pub fn ledger(project: &Project<'_>) -> Result<Vec<Published>, Stop> {
    let base = project.tree.base()?;
    let mut trees: Vec<&dyn Tree> = base.iter().map(AsRef::as_ref).collect();
    if trees.is_empty() {
        trees.push(project.tree);
    }
    let mut known = Vec::new();
    for tree in trees {
        // One format is enough; the first that can be read serves.
        let feeds = FORMATS.iter().filter_map(|format| {
            let path = under(&project.config.feeds.dir, format.file_name());
            read(&tree.read_output(&path).ok()?)
        });
        known.extend(feeds.take(1).flatten());
    }
    Ok(known)
}

/// Reads the entries of a published feed, whatever its format. `None` where it is no well-formed
/// feed: a conflicted or broken file is no ledger.
#[must_use]
pub fn read(bytes: &[u8]) -> Option<Vec<Published>> {
    rss(bytes).or_else(|| atom(bytes)).or_else(|| json(bytes))
}

fn rss(bytes: &[u8]) -> Option<Vec<Published>> {
    let channel = rss::Channel::read_from(bytes).ok()?;
    let known = channel.items.into_iter().filter_map(|item| {
        // A link post's own page is the related one.
        let links = item.atom_ext.map(|atom| atom.links).unwrap_or_default();
        let own = links.into_iter().find(|link| link.rel == "related");
        Some(Published {
            id: item.guid?.value,
            permalink: own.map(|link| link.href).or(item.link),
            title: item.title.unwrap_or_default(),
            date: item
                .pub_date
                .and_then(|date| DateTime::parse_from_rfc2822(&date).ok()),
        })
    });
    Some(known.collect())
}

fn atom(bytes: &[u8]) -> Option<Vec<Published>> {
    let feed = atom_syndication::Feed::read_from(bytes).ok()?;
    let known = feed.entries.into_iter().map(|entry| Published {
        permalink: ["related", "alternate"].iter().find_map(|rel| {
            let link = entry.links.iter().find(|link| link.rel == *rel)?;
            Some(link.href.clone())
        }),
        id: entry.id,
        title: entry.title.value,
        date: entry.published.or(Some(entry.updated)),
    });
    Some(known.collect())
}

fn json(bytes: &[u8]) -> Option<Vec<Published>> {
    let feed: serde_json::Value = serde_json::from_slice(bytes).ok()?;
    let known = feed.get("items")?.as_array()?.iter().filter_map(|item| {
        let text = |key: &str| {
            item.get(key)
                .and_then(|value| value.as_str())
                .map(str::to_owned)
        };
        Some(Published {
            id: text("id")?,
            permalink: text("url"),
            title: text("title").unwrap_or_default(),
            date: text("date_published").and_then(|date| DateTime::parse_from_rfc3339(&date).ok()),
        })
    });
    Some(known.collect())
}

/// The entries whose id is not the one that readers know.
#[must_use]
pub fn changed(known: &[Published], entries: &[Entry]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for entry in entries {
        if known.iter().any(|known| known.id == entry.id) {
            continue;
        }
        let same_page =
            |known: &&Published| known.permalink.as_deref() == Some(entry.permalink.as_str());
        let same_title =
            |known: &&Published| known.title == entry.title && known.date == Some(entry.published);
        let Some(before) = known
            .iter()
            .find(same_page)
            .or_else(|| known.iter().find(same_title))
        else {
            continue;
        };
        findings.push(
            Finding::new(&ID_CHANGED, format!("the entry id would change from {} to {}", before.id, entry.id))
                .at(entry.origin.clone())
                .help(format!(
                    "write `id: \"{}\"` in the front matter, so that readers do not show the post as new; `afterword build --new-ids` where that is meant",
                    before.id
                )),
        );
    }
    findings
}
