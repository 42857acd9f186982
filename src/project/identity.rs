//! The ids that readers already know: the feed of the base commit is the ledger.
//!
//! A reader shows an entry as new when its id changes, so an id that differs from the published
//! one is an error unless it is meant. An entry is the same one when its permalink is, else when
//! its title and published date are.

use std::collections::{BTreeMap, BTreeSet};

use super::compose::under;
use super::rules::ID_CHANGED;
use super::{Project, Stop};
use crate::feed::{self, Entry, FORMATS, Format};
use crate::report::Finding;
use crate::site::kept::Published;
use crate::tree::Tree;

/// What readers already know: the feeds of the base commits; where there is no base commit, the feed
/// that lies in the tree.
pub struct Ledger<'p> {
    project: &'p Project<'p>,
    base: Vec<Box<dyn Tree>>,
    /// The first format of each feed, where it is there.
    fetched: Vec<Option<Vec<u8>>>,
}

impl<'p> Ledger<'p> {
    /// Fetches what will be read, so that git is asked before others ask it for much.
    ///
    /// # Errors
    /// git fails.
    pub fn fetch(project: &'p Project<'p>) -> Result<Self, Stop> {
        let mut ledger = Self {
            project,
            base: project.tree.base()?,
            fetched: Vec::new(),
        };
        let first = FORMATS.first();
        let feeds = ledger.trees().into_iter();
        ledger.fetched = feeds.map(|tree| ledger.feed(tree, *first?)).collect();
        Ok(ledger)
    }

    /// Reads the entries. One format is enough; the first that can be read serves.
    #[must_use]
    pub fn known(&self) -> Vec<Published> {
        let mut known = Vec::new();
        for (tree, fetched) in self.trees().into_iter().zip(&self.fetched) {
            let first = fetched.as_deref().and_then(read);
            let others = FORMATS.iter().skip(1);
            let mut others = others.filter_map(|format| read(&self.feed(tree, *format)?));
            known.extend(first.or_else(|| others.next()).unwrap_or_default());
        }
        known
    }

    fn trees(&self) -> Vec<&dyn Tree> {
        if self.base.is_empty() {
            vec![self.project.tree]
        } else {
            self.base.iter().map(AsRef::as_ref).collect()
        }
    }

    fn feed(&self, tree: &dyn Tree, format: &dyn Format) -> Option<Vec<u8>> {
        let path = under(&self.project.config.feeds.dir, format.file_name());
        tree.read_output(&path).ok()
    }
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
