//! Every post's head is read and judged; the newest posts are kept whole.

use chrono::{DateTime, FixedOffset};
use rayon::prelude::*;
use url::Url;

use super::guard::guarded;
use super::rules::{FUTURE_POST, UNTRACKED_POST};
use super::{Project, Stop};
use crate::conflicts;
use crate::post::{self, Post, PostFile};
use crate::report::{Finding, Source, has_error};
use crate::secrets;
use crate::site::identity::{self, Stub};
use crate::site::permalink;
use crate::tree::TreeError;

/// How many posts are read before the older ones among them are dropped again.
const AT_ONCE: usize = 512;

/// A post that goes into the outputs.
#[derive(Debug)]
pub struct Ready {
    /// The post.
    pub post: Post,
    /// The folder whose files belong to the post alone, where it is a bundle.
    pub bundle: Option<String>,
    /// Its address.
    pub permalink: Url,
    /// Its entry id.
    pub id: String,
    /// When it was published.
    pub published: DateTime<FixedOffset>,
}

/// The newest posts, and what is wrong with any post.
#[derive(Debug, Default)]
pub struct Window {
    /// Public posts without errors, newest first; posts of one instant in the order of their ids.
    pub posts: Vec<Ready>,
    /// How many files there are in all that could be posts.
    pub total: usize,
    /// How many of them are held back or have no date, without an error.
    pub unpublished: usize,
    /// Path, id and address of every public post.
    pub stubs: Vec<Stub>,
    /// The keys of all posts, public or not, sorted.
    pub keys: Vec<String>,
    /// What is wrong.
    pub findings: Vec<Finding>,
}

/// Reads every post and keeps the newest.
///
/// # Errors
/// The tree cannot be read.
pub fn read(project: &Project<'_>, as_of: Option<DateTime<FixedOffset>>) -> Result<Window, Stop> {
    let config = &project.config;
    let entries = project.tree.list(&config.posts.dir)?;
    let (files, findings) = post::locate(&entries, &config.posts.dir, project.context.dialect);
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
    project.progress.expect(files.len());
    for files in files.chunks(AT_ONCE) {
        let paths: Vec<String> = files.iter().map(|file| file.path.clone()).collect();
        let bytes = project.tree.read_posts(&paths);
        // Once the window is full, what is older than all of it need not be kept.
        let oldest = window.posts.get(newest.wrapping_sub(1));
        let since = oldest.map(|ready| ready.published);
        let read: Vec<Result<Head, TreeError>> = files
            .par_iter()
            .zip(bytes)
            .map(|(file, bytes)| {
                project.progress.step();
                let mut head = match bytes {
                    Err(TreeError::Refused(path, what)) => {
                        Head::without(post::refused(&path, what))
                    }
                    bytes => {
                        let bytes = bytes?;
                        guarded(&file.path, || read_one(project, file, bytes))
                            .unwrap_or_else(|finding| Head::without(*finding))
                    }
                };
                head.ready =
                    (head.ready).filter(|ready| since.is_none_or(|since| ready.published >= since));
                Ok(head)
            })
            .collect();
        for head in read {
            let head = head?;
            window.unpublished += usize::from(head.stub.is_none() && !has_error(&head.findings));
            window.findings.extend(head.findings);
            window.stubs.extend(head.stub);
            window.posts.extend(head.ready);
        }
        window
            .posts
            .sort_by(|a, b| b.published.cmp(&a.published).then_with(|| a.id.cmp(&b.id)));
        window.posts.truncate(newest);
    }
    // Without a clock the newest post tells what has expired.
    if let Some(newest) = window.posts.first().map(|ready| ready.published) {
        let now = as_of.map_or(newest, |as_of| as_of.max(newest));
        let shown = |ready: &Ready| {
            let expires = ready.post.head.expires.as_ref();
            expires.is_none_or(|expires| expires.value > now)
        };
        window.posts.retain(shown);
    }
    window.findings.extend(identity::duplicates(&window.stubs));
    window.findings.extend(untracked(project, &files)?);
    window.keys = files.into_iter().map(|file| file.key).collect();
    window.keys.sort_unstable();
    if let Some(as_of) = as_of {
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

/// What is left of a post once its head is judged.
struct Head {
    stub: Option<Stub>,
    ready: Option<Ready>,
    findings: Vec<Finding>,
}

impl Head {
    fn without(finding: Finding) -> Self {
        Self {
            stub: None,
            ready: None,
            findings: vec![finding],
        }
    }
}

fn read_one(project: &Project<'_>, file: &PostFile, bytes: Vec<u8>) -> Head {
    // What an author allows must not keep the post out, so these are judged at once.
    let mut findings = match std::str::from_utf8(&bytes) {
        Ok(text) => project.config.judge(unpublishable(&file.path, text)),
        Err(_) => Vec::new(),
    };
    let reading = post::read(&file.path, bytes, &file.key, &project.context);
    findings.extend(reading.findings);
    let Some(mut post) = reading.post else {
        return Head {
            stub: None,
            ready: None,
            findings,
        };
    };
    project.plain(&mut post);
    // A page without a date is no entry, and a draft's address is nobody's concern yet.
    if !post.is_published() {
        return Head {
            stub: None,
            ready: None,
            findings,
        };
    }
    let site = &project.config.site;
    let permalink = match permalink::of(&post, &project.context, &site.url) {
        Ok(permalink) => permalink,
        Err(finding) => {
            findings.push(*finding);
            return Head {
                stub: None,
                ready: None,
                findings,
            };
        }
    };
    let id = identity::entry_id(&post, site.id_base.as_deref(), &permalink);
    let stub = Some(Stub {
        path: file.path.clone(),
        id: id.clone(),
        permalink: permalink.to_string(),
    });
    let ready = match &post.head.date {
        Some(date) if !has_error(&findings) => Some(Ready {
            published: date.value,
            bundle: file.bundle.clone(),
            post,
            permalink,
            id,
        }),
        _ => None,
    };
    Head {
        stub,
        ready,
        findings,
    }
}

/// Secrets and merge conflicts: what no text may hold that is about to be published.
fn unpublishable(path: &str, text: &str) -> Vec<Finding> {
    let mut findings = secrets::scan(path, text);
    findings.extend(conflicts::find(path, text));
    findings
}

/// Posts that a commit made now would leave out although this build shows them.
fn untracked(project: &Project<'_>, files: &[PostFile]) -> Result<Vec<Finding>, Stop> {
    let untracked = project.tree.standing(&project.config.posts.dir)?.untracked;
    let is_untracked = |file: &&PostFile| untracked.binary_search(&file.path).is_ok();
    // Before the first `git add` there is nothing to be left out of.
    if files.iter().all(|file| is_untracked(&file)) {
        return Ok(Vec::new());
    }
    Ok(files
        .iter()
        .filter(is_untracked)
        .map(|file| {
            Finding::new(
                &UNTRACKED_POST,
                "git does not know this post, but the outputs show it",
            )
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
