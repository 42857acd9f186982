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
}

impl<'p> Ledger<'p> {
    /// Asks for what will be read, before others ask git for much; the answer is not waited for.
    ///
    /// # Errors
    /// git fails.
    pub fn expect(project: &'p Project<'p>) -> Result<Self, Stop> {
        let ledger = Self {
            project,
            base: project.tree.base()?,
        };
        let first = FORMATS.first().map(|format| ledger.path(*format));
        for tree in ledger.trees() {
            tree.expect(first.as_slice());
        }
        Ok(ledger)
    }

    /// Reads the entries. One format is enough; the first that can be read serves.
    #[must_use]
    pub fn known(&self) -> Vec<Published> {
        let mut known = Vec::new();
        for tree in self.trees() {
            let feed = |format: &&dyn Format| read(&tree.read_output(&self.path(*format)).ok()?);
            known.extend(FORMATS.iter().find_map(feed).unwrap_or_default());
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

    fn path(&self, format: &dyn Format) -> String {
        under(&self.project.config.feeds.dir, format.file_name())
    }
}

/// Reads the entries of a published feed, whatever its format. `None` where it is no well-formed
/// feed: a conflicted or broken file is no ledger.
#[must_use]
pub fn read(bytes: &[u8]) -> Option<Vec<Published>> {
    let articles = feed::read::read_heads(bytes)?.into_iter();
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
