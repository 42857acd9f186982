//! Reads and checks every post's head; keeps the newest posts whole.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
use rayon::prelude::*;
use url::Url;

use super::clock::Instants;
use super::compose::Options;
use super::heads::{CheckedHead, Input, inputs, read_safely};
use super::{Project, Stop};
use crate::command_line::git_add;
use crate::post::Post;
use crate::post::rules::REFUSED_FILE;
use crate::read::{self, PostFile};
use crate::report::{Finding, has_error};
use crate::rules::outputs::{FUTURE_POST, UNTRACKED_POST};
use crate::site::identity::{self, Stub};
use crate::tree::{Entry, Kind, TreeError, is_under};

/// How many posts are read before the older ones among them are dropped.
const AT_ONCE: usize = 512;

/// A post of the outputs.
#[derive(Debug, Clone)]
pub struct ReadyPost {
    /// The post.
    pub post: Arc<Post>,
    /// The folder whose files belong to this post only, where it is a bundle.
    pub bundle: Option<String>,
    /// Its edition of the site, where that is not the first language's.
    pub edition: Option<String>,
    /// Whether it is among the newest of its edition: the others go to archives only.
    pub is_new: bool,
    /// Its URL.
    pub permalink: Url,
    /// Its entry id.
    pub id: String,
    /// When it was published.
    pub published: DateTime<FixedOffset>,
}

/// The newest posts, and the findings about all posts.
#[derive(Debug, Default)]
pub struct Window {
    /// Public posts without errors, up to the feed's limit for each edition, newest first; posts of the
    /// same time in the order of their ids.
    pub posts: Vec<ReadyPost>,
    /// How many files could be posts.
    pub total: usize,
    /// How many of them are held back or have no date, without an error.
    pub unpublished: usize,
    /// Path, id and URL of every public post, then path and URL of the unlisted ones.
    pub stubs: Vec<Stub>,
    /// The keys of all posts, public or not, sorted.
    pub keys: Vec<String>,
    /// The files of all posts.
    pub files: BTreeSet<String>,
    /// Why posts are held back, by their paths.
    pub held: Vec<(String, String)>,
    /// The time, if it holds a post back.
    pub as_of: Option<DateTime<FixedOffset>>,
    /// The findings.
    pub findings: Vec<Finding>,
}

/// The newest post of a project, if there is one.
///
/// # Errors
/// The tree cannot be read.
pub fn newest(project: &Project<'_>) -> Result<Option<ReadyPost>, Stop> {
    let window = read(project, &Options::default(), &BTreeSet::new())?;
    Ok(window.posts.into_iter().next())
}

/// Reads every post and keeps the newest. `left_out` are the files of posts in which another run found
/// errors.
///
/// # Errors
/// The tree cannot be read.
pub fn read(
    project: &Project<'_>,
    options: &Options,
    left_out: &BTreeSet<String>,
) -> Result<Window, Stop> {
    let instants = Instants::of(project, options.clock, options.as_of);
    let (mut holds, mut changed) = (false, false);
    let mut unlisted = Vec::new();
    let config = &project.config;
    let entries = project.tree.list(&config.posts.dir)?;
    readable_folder(project, &entries)?;
    let (files, findings) =
        read::locate(&entries, &config.posts.dir, project.context.dialect, &project.context.facts);
    let (refused, findings): (Vec<Finding>, Vec<Finding>) =
        findings.into_iter().partition(|finding| finding.rule == &REFUSED_FILE);
    let newest = if config.feeds.archive { usize::MAX } else { config.feeds.limit.count() };
    let mut window = Window { total: files.len(), findings, ..Window::default() };
    for finding in refused {
        window.refuse(project, finding);
    }
    project.progress.expect(files.len());
    for files in files.chunks(AT_ONCE) {
        let bytes = inputs(project, files);
        // Once the window is full, anything older need not be kept.
        let oldest = window.posts.get(newest.wrapping_sub(1));
        let one_edition = window.posts.iter().all(|ready| ready.edition.is_none());
        let since = oldest.filter(|_| one_edition).map(|ready| ready.published);
        let read: Vec<Result<CheckedHead, TreeError>> = files
            .par_iter()
            .zip(bytes)
            .map(|(file, bytes)| {
                project.progress.step();
                let mut head = match bytes {
                    Input::Known(head) => *head,
                    Input::Read(bytes) => {
                        let head = read_safely(project, instants, file, bytes)?;
                        project.memo.keep_head(&head);
                        head
                    }
                };
                head.ready = (head.ready).filter(|ready| {
                    ready.edition.is_some() || since.is_none_or(|since| ready.published >= since)
                });
                Ok(head)
            })
            .collect();
        for head in read {
            let mut head = head?;
            window.unpublished += usize::from(head.stub.is_none() && !has_error(&head.findings));
            if left_out.contains(&head.path) {
                (head.stub, head.ready) = (None, None);
            }
            window.findings.extend(head.findings);
            window.held.extend(head.held_by.map(|by| (head.path, by)));
            holds |= head.is_ahead;
            changed |= head.changed;
            window.stubs.extend(head.stub);
            unlisted.extend(head.unlisted);
            window.posts.extend(head.ready);
        }
        window.posts.sort_by(|a, b| b.published.cmp(&a.published).then_with(|| a.id.cmp(&b.id)));
        let mut number = counter();
        window.posts.retain(|ready| number(ready) <= newest);
    }
    if project.context.dialect.is_strict {
        window.hold_expired();
    }
    let shown = config.feeds.limit.count();
    let mut number = counter();
    for ready in &mut window.posts {
        ready.is_new = number(ready) <= shown;
    }
    window.as_of = instants.kept_or_now(changed).filter(|_| holds);
    window.held.sort();
    window.findings.extend(identity::duplicates(&window.stubs));
    window.stubs.append(&mut unlisted);
    window.findings.extend(untracked(project, &files)?);
    for file in files {
        window.keys.push(file.key);
        window.files.insert(file.path);
    }
    window.keys.sort_unstable();
    if let Some(as_of) = options.as_of {
        let ahead = window.posts.iter().filter(|ready| ready.published > as_of);
        window.findings.extend(ahead.map(future));
    }
    Ok(window)
}

/// Makes sure that the files of the posts folder belong to the tree.
fn readable_folder(project: &Project<'_>, entries: &[Entry]) -> Result<(), Stop> {
    let dir = &project.config.posts.dir;
    // A folder above it may not belong to the tree.
    let above = match dir.split_once('/') {
        Some((first, _)) if entries.is_empty() => project.tree.list(first)?,
        _ => Vec::new(),
    };
    let holds = |entry: &&Entry| is_under(dir, &entry.path);
    let Some(Entry { path, kind: Kind::Refused(what) }) = entries.iter().chain(&above).find(holds)
    else {
        return Ok(());
    };
    Err(Stop::Failed(format!(
        "{path}: the folder of the posts is {what}, so its files are not part of {}; set `[posts] dir` to a folder that is",
        project.tree.describe()
    )))
}

impl Window {
    /// Adds a file that is never read.
    fn refuse(&mut self, project: &Project<'_>, finding: Finding) {
        let path = finding.file().unwrap_or_default().to_owned();
        let head = CheckedHead::refused(project, &path, finding);
        let unpublished = usize::from(head.held_by.is_some());
        self.total += unpublished;
        self.unpublished += unpublished;
        self.held.extend(head.held_by.map(|by| (path.clone(), by)));
        self.files.insert(path);
        self.findings.extend(head.findings);
    }

    /// Holds back what expired by the newest post's date, in place of a clock.
    fn hold_expired(&mut self) {
        let Some(newest) = self.posts.first().map(|ready| ready.published) else { return };
        let shown = |ready: &ReadyPost| {
            let expires = ready.post.head.expires.as_ref();
            expires.is_none_or(|expires| expires.value > newest)
        };
        let (posts, expired): (Vec<ReadyPost>, Vec<ReadyPost>) =
            std::mem::take(&mut self.posts).into_iter().partition(shown);
        self.posts = posts;
        let by = |ready: ReadyPost| (ready.post.source.path().to_owned(), "`expires`".to_owned());
        self.held.extend(expired.into_iter().map(by));
    }
}

/// Counts posts: the number of each within its edition.
fn counter() -> impl FnMut(&ReadyPost) -> usize {
    let mut counts: BTreeMap<Option<String>, usize> = BTreeMap::new();
    move |ready| {
        let count = counts.entry(ready.edition.clone()).or_default();
        *count += 1;
        *count
    }
}

/// Posts in this build that a commit made now would leave out.
fn untracked(project: &Project<'_>, files: &[PostFile]) -> Result<Vec<Finding>, Stop> {
    let dir = &project.config.posts.dir;
    let status = project.tree.git_status(dir)?;
    if let Some(why) = status.refused {
        let message = format!("{why}; until then no untracked post and no changed id is noticed");
        let finding = Finding::new(&UNTRACKED_POST, message).at(project.config.source.start());
        return Ok(vec![finding]);
    }
    if let Some(submodule) = status.submodule {
        let message =
            format!("`{submodule}` is a submodule: no commit of this repository has the posts");
        let finding = Finding::new(&UNTRACKED_POST, message)
            .at(project.config.span_of("posts", "dir"))
            .help("a check of the index or of a commit stops there; run `afterword check` in the work tree, or set `[posts] dir` to a folder of this repository");
        return Ok(vec![finding]);
    }
    let untracked = status.untracked;
    let is_untracked = |file: &&PostFile| untracked.binary_search(&file.path).is_ok();
    // Before the first `git add` there is no commit to compare with.
    if files.iter().all(|file| is_untracked(&file)) {
        return Ok(Vec::new());
    }
    Ok(files
        .iter()
        .filter(is_untracked)
        .map(|file| {
            let message = "git does not know this post, but the outputs show it";
            Finding::new(&UNTRACKED_POST, message).in_file(file.path.as_str()).help(format!(
                "`{}`, or build what is staged: `afterword build --from index`",
                git_add([file.path.as_str()])
            ))
        })
        .collect())
}

fn future(ready: &ReadyPost) -> Finding {
    let range = ready.post.head.date.as_ref().map_or(0..0, |date| date.range.clone());
    Finding::new(&FUTURE_POST, "this post is dated ahead").at(ready.post.span(&range))
}
