//! Reads and checks every post's head; keeps the newest posts whole.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
use rayon::prelude::*;
use url::Url;

use super::clock::Instants;
use super::compose::Options;
use super::guard::guarded;
use super::{Project, Stop};
use crate::conflicts;
use crate::generator::permalink;
use crate::post::rules::REFUSED_FILE;
use crate::post::{Post, Visibility};
use crate::read::{self, PostFile};
use crate::report::{Finding, Source, has_error};
use crate::rules::outputs::{FUTURE_POST, UNTRACKED_POST};
use crate::secrets;
use crate::site::identity::{self, Stub};
use crate::tree::{Entry, Kind, TreeError, git, is_under};

/// How many posts are read before the older ones among them are dropped.
const AT_ONCE: usize = 512;

/// A post of the outputs.
#[derive(Debug, Clone)]
pub struct Ready {
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
    pub posts: Vec<Ready>,
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
pub fn newest(project: &Project<'_>) -> Result<Option<Ready>, Stop> {
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
    let (files, findings) = read::locate(
        &entries,
        &config.posts.dir,
        project.context.dialect,
        &project.context.facts,
    );
    let (refused, findings): (Vec<Finding>, Vec<Finding>) = findings
        .into_iter()
        .partition(|finding| finding.rule == &REFUSED_FILE);
    let newest = if config.feeds.archive {
        usize::MAX
    } else {
        config.feeds.limit.count()
    };
    let mut window = Window {
        total: files.len(),
        findings,
        ..Window::default()
    };
    for finding in refused {
        window.pass_over(project, finding);
    }
    project.progress.expect(files.len());
    for files in files.chunks(AT_ONCE) {
        let bytes = unread(project, files);
        // Once the window is full, anything older need not be kept.
        let oldest = window.posts.get(newest.wrapping_sub(1));
        let one_edition = window.posts.iter().all(|ready| ready.edition.is_none());
        let since = oldest.filter(|_| one_edition).map(|ready| ready.published);
        let read: Vec<Result<Head, TreeError>> = files
            .par_iter()
            .zip(bytes)
            .map(|(file, bytes)| {
                project.progress.step();
                let mut head = match bytes {
                    Bytes::Known(head) => *head,
                    Bytes::Read(bytes) => {
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
        window
            .posts
            .sort_by(|a, b| b.published.cmp(&a.published).then_with(|| a.id.cmp(&b.id)));
        keep_newest(&mut window.posts, newest);
    }
    if project.context.dialect.is_strict {
        window.hold_expired();
    }
    let shown = config.feeds.limit.count();
    let mut counts = Counts::new();
    for ready in &mut window.posts {
        ready.is_new = counts.next(ready) <= shown;
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
        window.findings.extend(
            window
                .posts
                .iter()
                .filter(|ready| ready.published > as_of)
                .map(future),
        );
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
    let Some(Entry {
        path,
        kind: Kind::Refused(what),
    }) = entries.iter().chain(&above).find(holds)
    else {
        return Ok(());
    };
    Err(Stop::Failed(format!(
        "{path}: the folder of the posts is {what}, so its files are not part of {}; set `[posts] dir` to a folder that is",
        project.tree.describe()
    )))
}

/// What to read a post from.
enum Bytes {
    /// Its head is known from an earlier run.
    Known(Box<Head>),
    /// Its file.
    Read(Result<Vec<u8>, TreeError>),
}

/// Reads the files of posts whose heads are not known.
fn unread(project: &Project<'_>, files: &[PostFile]) -> Vec<Bytes> {
    let known: Vec<Option<Head>> = (files.iter())
        .map(|file| project.memo.head(&file.path))
        .collect();
    let unknown = files.iter().zip(&known).filter(|(_, head)| head.is_none());
    let paths: Vec<String> = unknown.map(|(file, _)| file.path.clone()).collect();
    let mut bytes = project.tree.read_posts(&paths).into_iter();
    let missing = |file: &PostFile| Err(TreeError::Missing(file.path.clone()));
    (files.iter().zip(known))
        .map(|(file, head)| match head {
            Some(head) => Bytes::Known(Box::new(head)),
            None => Bytes::Read(bytes.next().unwrap_or_else(|| missing(file))),
        })
        .collect()
}

/// Reads one post; a panic becomes an error of this post.
fn read_safely(
    project: &Project<'_>,
    instants: Instants,
    file: &PostFile,
    bytes: Result<Vec<u8>, TreeError>,
) -> Result<Head, TreeError> {
    match bytes {
        Err(TreeError::Refused(path, what)) => Ok(Head::refused(
            project,
            &file.path,
            read::refused(&path, what),
        )),
        Err(error) => Err(error),
        Ok(bytes) if git::large_file_length(&bytes).is_some() => Ok(Head::refused(
            project,
            &file.path,
            read::refused(&file.path, "a pointer of Git LFS")
                .help("fetch the text by `git lfs pull`, or keep the posts out of Git LFS"),
        )),
        Ok(bytes) => Ok(
            guarded(&file.path, || read_one(project, instants, file, bytes))
                .unwrap_or_else(|finding| Head::without(&file.path, *finding)),
        ),
    }
}

impl Window {
    /// Takes in a file that is never read.
    fn pass_over(&mut self, project: &Project<'_>, finding: Finding) {
        let path = finding.file().unwrap_or_default().to_owned();
        let head = Head::refused(project, &path, finding);
        let is_passed_over = usize::from(head.held_by.is_some());
        self.total += is_passed_over;
        self.unpublished += is_passed_over;
        self.held.extend(head.held_by.map(|by| (path.clone(), by)));
        self.files.insert(path);
        self.findings.extend(head.findings);
    }

    /// Holds back what expired by the newest post's date, in place of a clock.
    fn hold_expired(&mut self) {
        let Some(newest) = self.posts.first().map(|ready| ready.published) else {
            return;
        };
        let shown = |ready: &Ready| {
            let expires = ready.post.head.expires.as_ref();
            expires.is_none_or(|expires| expires.value > newest)
        };
        let (posts, expired): (Vec<Ready>, Vec<Ready>) =
            std::mem::take(&mut self.posts).into_iter().partition(shown);
        self.posts = posts;
        let by = |ready: Ready| (ready.post.source.path().to_owned(), "`expires`".to_owned());
        self.held.extend(expired.into_iter().map(by));
    }
}

/// How many posts there are of each edition.
struct Counts(BTreeMap<Option<String>, usize>);

impl Counts {
    fn new() -> Self {
        Self(BTreeMap::new())
    }

    /// The index of a post within its edition.
    fn next(&mut self, ready: &Ready) -> usize {
        let count = self.0.entry(ready.edition.clone()).or_default();
        *count += 1;
        *count
    }
}

/// Keeps the limit of posts for each edition.
fn keep_newest(posts: &mut Vec<Ready>, newest: usize) {
    let mut counts = Counts::new();
    posts.retain(|ready| counts.next(ready) <= newest);
}

/// What remains of a post once its head is checked.
#[derive(Clone, Default)]
pub(super) struct Head {
    pub path: String,
    stub: Option<Stub>,
    /// The page of an unlisted post: other posts may link to it.
    unlisted: Option<Stub>,
    pub ready: Option<Ready>,
    held_by: Option<String>,
    /// Whether its date holds it back.
    is_ahead: bool,
    /// Whether the last build decided otherwise about its date.
    changed: bool,
    findings: Vec<Finding>,
}

impl Head {
    fn without(path: &str, finding: Finding) -> Self {
        Self {
            path: path.to_owned(),
            findings: vec![finding],
            ..Self::default()
        }
    }

    /// A file that is never read: where the configuration lowers the error, it counts as not published.
    fn refused(project: &Project<'_>, path: &str, finding: Finding) -> Self {
        let findings = project.config.apply_levels(vec![finding]);
        Self {
            path: path.to_owned(),
            held_by: (!has_error(&findings)).then(|| "its size or kind".to_owned()),
            findings,
            ..Self::default()
        }
    }
}

fn read_one(project: &Project<'_>, instants: Instants, file: &PostFile, bytes: Vec<u8>) -> Head {
    let mut findings = match std::str::from_utf8(&bytes) {
        Ok(text) => unpublishable(&file.path, text),
        Err(_) => Vec::new(),
    };
    let reading = read::post(&file.path, bytes, &file.key, &project.context);
    findings.extend(reading.findings);
    let mut head = Head {
        path: file.path.clone(),
        // `[rules]` and `[[allow]]` keep a post in, so levels are applied here.
        findings: project.config.apply_levels(findings),
        ..Head::default()
    };
    let Some(mut post) = reading.post else {
        return head;
    };
    project.plain(&mut post);
    let context = &project.context;
    let site = &project.config.site;
    let permalink = permalink::of(&post, context, &site.url);
    let stub = |id: &str, permalink: &Url| Stub {
        path: file.path.clone(),
        id: id.to_owned(),
        permalink: permalink.to_string(),
    };
    // A page without a date is not an entry, and a draft's URL does not matter yet.
    if !post.is_published() {
        let has_date = post.head.date.is_some();
        let is_page = post.head.visibility == Visibility::Unlisted && has_date;
        let page = permalink.ok().filter(|_| is_page);
        head.unlisted = page.map(|permalink| stub("", &permalink));
        let undated = || (!has_date).then(|| "its missing date".to_owned());
        head.held_by = post.head.held_by.map(|by| by.value).or_else(undated);
        return head;
    }
    let publication = instants.publication(&post, &(context.dialect.shown)(&post, &context.facts));
    head.findings.extend(publication.due);
    head.changed = publication.changed;
    head.is_ahead = publication.held_by.is_some();
    head.held_by = publication.held_by;
    if head.is_ahead {
        return head;
    }
    let permalink = match permalink {
        Ok(permalink) => permalink,
        Err(finding) => {
            head.findings.push(*finding);
            return head;
        }
    };
    let id = identity::entry_id(&post, site.id_base.as_deref(), &permalink);
    head.stub = Some(stub(&id, &permalink));
    let date = post.head.date.as_ref().map(|date| date.value);
    if let Some(published) = date.filter(|_| !has_error(&head.findings)) {
        head.ready = Some(Ready {
            published,
            bundle: file.bundle.clone(),
            edition: ((context.dialect.edition)(&file.path, &context.facts)).map(str::to_owned),
            is_new: false,
            post: Arc::new(post),
            permalink,
            id,
        });
    }
    head
}

/// Secrets and merge conflicts, which no published text may contain.
fn unpublishable(path: &str, text: &str) -> Vec<Finding> {
    let mut findings = secrets::scan(path, text);
    findings.extend(conflicts::find(path, text));
    findings
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
            Finding::new(&UNTRACKED_POST, message)
                .at(Source::new(file.path.as_str(), "").start())
                .help(format!(
                    "`git add {}`, or build what is staged: `afterword build --from index`",
                    file.path
                ))
        })
        .collect())
}

fn future(ready: &Ready) -> Finding {
    let range = ready
        .post
        .head
        .date
        .as_ref()
        .map_or(0..0, |date| date.range.clone());
    Finding::new(&FUTURE_POST, "this post is dated ahead").at(ready.post.span(&range))
}
