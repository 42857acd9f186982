//! Results of composing that are kept for the next time, by a program that composes a project after every edit.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::Project;
use super::heads::CheckedHead;
use super::render::Rendered;
use super::window::ReadyPost;
use crate::site::identity::Stub;
use crate::site::kept::Published;
use crate::tree::{is_under, under};

/// Heads and rendered posts whose files did not change. The default keeps nothing.
#[derive(Default)]
pub struct Memo(Option<Mutex<Kept>>);

#[derive(Default)]
struct Kept {
    heads: BTreeMap<String, CheckedHead>,
    /// The facts by which heads are read.
    facts: String,
    /// The folder of the drafts.
    drafts: String,
    rendered: BTreeMap<String, Rendered>,
    /// The posts that those rendered can link to.
    stubs: Vec<Stub>,
    published: Option<Vec<Published>>,
}

impl Memo {
    /// A memo that keeps results until [`Memo::forget`].
    pub fn keeping() -> Self {
        Self(Some(Mutex::default()))
    }

    fn kept(&self) -> Option<MutexGuard<'_, Kept>> {
        let kept = self.0.as_ref()?;
        Some(kept.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Drops what depends on a changed file: for a post or a draft what is known of that post, for
    /// any other file everything.
    pub fn forget(&self, path: &str) {
        let Some(mut kept) = self.kept() else { return };
        let drafts = kept.drafts.clone();
        if kept.heads.remove(path).is_some() {
            kept.rendered.remove(path);
        } else if !drafts.is_empty() && is_under(path, &drafts) {
            let is_of = |post: &Rendered| is_under(path, &under(&drafts, &post.about.key));
            kept.rendered.retain(|_, post| !is_of(post));
        } else {
            *kept = Kept::default();
        }
    }

    /// Drops what was read from git.
    pub fn forget_published(&self) {
        if let Some(mut kept) = self.kept() {
            kept.published = None;
        }
    }

    /// Prepares for a project: heads are read by its facts.
    pub(super) fn begin(&self, project: &Project<'_>) {
        if let Some(mut kept) = self.kept() {
            let facts = format!("{:?}", project.context.facts);
            if kept.facts != facts {
                *kept =
                    Kept { facts, drafts: project.config.drafts.dir.clone(), ..Kept::default() };
            }
        }
    }

    /// Prepares for rendering posts that can link to these.
    pub(super) fn begin_rendering(&self, stubs: &[Stub]) {
        if let Some(mut kept) = self.kept()
            && kept.stubs != stubs
        {
            kept.rendered.clear();
            kept.stubs = stubs.to_vec();
        }
    }

    pub(super) fn head(&self, path: &str) -> Option<CheckedHead> {
        self.kept()?.heads.get(path).cloned()
    }

    pub(super) fn keep_head(&self, head: &CheckedHead) {
        if let Some(mut kept) = self.kept() {
            kept.heads.insert(head.path.clone(), head.clone());
        }
    }

    pub(super) fn rendered(&self, ready: &ReadyPost) -> Option<Rendered> {
        let kept = self.kept()?;
        let found = kept.rendered.get(ready.post.source.path())?;
        (found.is_new == ready.is_new).then(|| found.clone())
    }

    pub(super) fn keep_rendered(&self, rendered: Option<&Rendered>) {
        if let (Some(mut kept), Some(rendered)) = (self.kept(), rendered) {
            let path = rendered.about.path.clone();
            kept.rendered.insert(path, rendered.clone());
        }
    }

    pub(super) fn published(&self) -> Option<Vec<Published>> {
        self.kept()?.published.clone()
    }

    pub(super) fn keep_published(&self, published: &[Published]) {
        if let Some(mut kept) = self.kept() {
            kept.published = Some(published.to_vec());
        }
    }

    /// The tags or categories of every post but the one at `path`.
    pub fn terms(&self, path: &str, categories: bool) -> BTreeSet<String> {
        let mut terms = BTreeSet::new();
        let Some(kept) = self.kept() else { return terms };
        let heads = kept.heads.values().filter(|head| head.path != path);
        for ready in heads.filter_map(|head| head.ready.as_ref()) {
            let head = &ready.post.head;
            let own = if categories { &head.categories } else { &head.tags };
            terms.extend(own.iter().map(|term| term.value.clone()));
        }
        terms
    }
}
