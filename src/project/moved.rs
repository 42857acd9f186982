//! Drafts of posts that were renamed: they go with their posts, so that none is posted twice.

use std::collections::{BTreeMap, BTreeSet};

use super::outputs::{places, text};
use super::render::About;
use super::{Composed, Project, Stop, orphans};
use crate::draft::file::{self, File};
use crate::draft::{Draft, followup};
use crate::generator::parts;
use crate::output::{Artifact, Plan};
use crate::report::Source;
use crate::site::identity;
use crate::tree::{Tree, under};

/// Folders of drafts whose posts were renamed.
#[derive(Debug, Clone, Default)]
pub struct Moved {
    /// The old folder and the new one.
    pub folders: Vec<(String, String)>,
    /// The old path and the new one of each file.
    files: Vec<(String, String)>,
}

impl Moved {
    /// Finds the posts of drafts whose post is gone: a post without drafts that has the old entry id or
    /// the old URL, or gives the same text.
    ///
    /// # Errors
    /// The folder or a draft cannot be read.
    pub fn find(project: &Project<'_>, composed: &Composed, tree: &dyn Tree) -> Result<Self, Stop> {
        let mut moved = Self::default();
        let dir = &project.config.drafts.dir;
        let orphans = orphans::paths(project, composed, tree)?;
        let mut folders: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for path in &orphans {
            let (folder, _) = followup::folder(parts(path).0);
            // A follow-up with nothing to announce is in the folder of a post that exists.
            if !composed.keys.iter().any(|key| under(dir, key) == folder) {
                folders.entry(folder).or_default().push(path);
            }
        }
        if folders.is_empty() {
            return Ok(moved);
        }
        let mut free = without_drafts(composed, dir, tree)?;
        if free.is_empty() {
            return Ok(moved);
        }
        for (folder, paths) in folders {
            let old = Old::read(folder, &paths, tree)?;
            let Some(at) = (free.iter()).position(|about| old.is_of(about, project, composed))
            else {
                continue;
            };
            let new = under(dir, &free.swap_remove(at).key);
            let to = |path: &str| format!("{new}{}", &path[folder.len()..]);
            let paths = paths.into_iter();
            moved.files.extend(paths.map(|path| (path.to_owned(), to(path))));
            moved.folders.push((folder.to_owned(), new));
        }
        Ok(moved)
    }

    /// The plan that moves them.
    ///
    /// # Errors
    /// A draft cannot be read.
    pub fn plan(&self, project: &Project<'_>, tree: &dyn Tree) -> Result<Plan, Stop> {
        let mut plan = Plan::within(places(&project.config));
        for (from, to) in &self.files {
            if let Some(text) = text(tree, from)? {
                plan.add(Artifact::text(to.as_str(), text), tree)?;
                plan.remove(from, tree)?;
            }
        }
        Ok(plan)
    }

    /// Whether a draft is to be moved.
    pub(super) fn has(&self, path: &str) -> bool {
        self.files.iter().any(|(from, _)| from == path)
    }
}

/// The posts that have composed drafts, but no draft file yet.
fn without_drafts<'c>(
    composed: &'c Composed,
    dir: &str,
    tree: &dyn Tree,
) -> Result<Vec<&'c About>, Stop> {
    let written: BTreeSet<String> = tree.list(dir)?.into_iter().map(|entry| entry.path).collect();
    let posts = composed.about.values().map(|about| (about.key.as_str(), about));
    let mut posts: BTreeMap<&str, &About> = posts.collect();
    posts.retain(|key, _| {
        let folder = under(dir, key) + "/";
        let next = written.range(folder.clone()..).next();
        next.is_none_or(|path| !path.starts_with(&folder))
    });
    Ok(posts.into_values().collect())
}

/// The drafts of a post that is gone.
struct Old<'a> {
    folder: &'a str,
    /// The name and the file of each.
    files: Vec<(&'a str, File)>,
}

impl<'a> Old<'a> {
    fn read(folder: &'a str, paths: &[&'a str], tree: &dyn Tree) -> Result<Self, Stop> {
        let mut files = Vec::new();
        for path in paths {
            let name = path[folder.len()..].trim_start_matches('/');
            if let Some(text) = text(tree, path)?.filter(|_| !name.contains('/')) {
                files.push((name, File::parse(&Source::new(*path, text))));
            }
        }
        Ok(Self { folder, files })
    }

    fn is_of(&self, about: &About, project: &Project<'_>, composed: &Composed) -> bool {
        let dir = &project.config.drafts.dir;
        let key = self.folder.strip_prefix(dir.as_str()).unwrap_or(self.folder);
        let key = key.trim_start_matches('/');
        let has_id = (project.config.site.id_base.as_deref())
            .is_some_and(|base| about.id == identity::of_key(base, key));
        let folder = under(dir, &about.key);
        has_id
            || self.files.iter().any(|(name, file)| {
                let draft = composed.drafts.get(&under(&folder, name));
                draft.is_some_and(|draft| is_same(file, draft))
            })
    }
}

/// Whether a draft was made for the URL of this one, or with the same text but for the URL.
fn is_same(file: &File, draft: &Draft) -> bool {
    let Some(link) = &file.header.link else { return false };
    let texts: Vec<String> =
        (draft.posts.iter()).map(|text| text.replace(&draft.link, link)).collect();
    *link == draft.link || file.header.generated.as_ref() == Some(&file::hash(&texts))
}
