//! The ids that readers already know: the feed of the base commit is the ledger.
//!
//! A reader shows an entry as new when its id changes, so an id that differs from the published
//! one is an error unless it is meant. An entry is the same one when its permalink is, else when
//! its title and published date are.

use std::collections::{BTreeMap, BTreeSet};

use super::compose::under;
use super::rules::ID_CHANGED;
use super::{Project, Stop};
use crate::feed::{self, Entry, FORMATS};
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
    let articles = feed::read::read(bytes)?.into_iter();
    let known = articles.filter_map(|article| {
        Some(Published {
            id: article.id?,
            permalink: article.related.or(article.link),
            title: article.title,
            date: article.published,
        })
    });
    Some(known.collect())
}

/// The entries whose id is not the one that readers know.
#[must_use]
pub fn changed(known: &[Published], entries: &[Entry]) -> Vec<Finding> {
    let ids: BTreeSet<&str> = known.iter().map(|known| known.id.as_str()).collect();
    // The first of several counts, so they are put in last to first.
    let pages: BTreeMap<&str, &Published> = known
        .iter()
        .rev()
        .filter_map(|known| Some((known.permalink.as_deref()?, known)))
        .collect();
    let titles: BTreeMap<_, &Published> = known
        .iter()
        .rev()
        .filter_map(|known| Some(((known.title.as_str(), known.date?), known)))
        .collect();
    let mut findings = Vec::new();
    for entry in entries {
        if ids.contains(entry.id.as_str()) {
            continue;
        }
        let same_page = pages.get(entry.permalink.as_str());
        let same_title = || titles.get(&(entry.title.as_str(), entry.published));
        let Some(before) = same_page.or_else(same_title) else {
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
