//! The heads of posts, read without their text.

use std::sync::Arc;

use url::Url;

use super::Project;
use super::clock::Instants;
use super::guard::guarded;
use super::held;
use super::window::ReadyPost;
use crate::generator::permalink;
use crate::post::Visibility;
use crate::read::{self, PostFile};
use crate::report::{Finding, has_error};
use crate::site::identity::{self, Stub};
use crate::tree::{TreeError, git};
use crate::{conflicts, secrets};

/// What remains of a post once its head is checked.
#[derive(Clone, Default)]
pub(super) struct CheckedHead {
    pub path: String,
    pub stub: Option<Stub>,
    /// The page of an unlisted post: other posts may link to it.
    pub unlisted: Option<Stub>,
    pub ready: Option<ReadyPost>,
    pub held_by: Option<String>,
    /// Whether its date holds it back.
    pub is_ahead: bool,
    /// Whether the last build held it back and this one does not, or the other way round.
    pub changed: bool,
    pub findings: Vec<Finding>,
}

impl CheckedHead {
    /// The head of a file that is never read. Where the configuration lowers the error, the post is not published.
    pub(super) fn refused(project: &Project<'_>, path: &str, finding: Finding) -> Self {
        let findings = project.config.apply_levels(vec![finding]);
        Self {
            path: path.to_owned(),
            held_by: (!has_error(&findings)).then(|| "its size or kind".to_owned()),
            findings,
            ..Self::default()
        }
    }
}

/// A post before its head is checked.
pub(super) enum Input {
    /// Its head is known from an earlier run.
    Known(Box<CheckedHead>),
    /// Its file was read.
    Read(Result<Vec<u8>, TreeError>),
}

/// Reads the files of posts whose heads are not known from an earlier run.
pub(super) fn inputs(project: &Project<'_>, files: &[PostFile]) -> Vec<Input> {
    let known: Vec<Option<CheckedHead>> =
        (files.iter()).map(|file| project.memo.head(&file.path)).collect();
    let unknown = files.iter().zip(&known).filter(|(_, head)| head.is_none());
    let paths: Vec<String> = unknown.map(|(file, _)| file.path.clone()).collect();
    let mut bytes = project.tree.read_posts(&paths).into_iter();
    let missing = |file: &PostFile| Err(TreeError::Missing(file.path.clone()));
    (files.iter().zip(known))
        .map(|(file, head)| match head {
            Some(head) => Input::Known(Box::new(head)),
            None => Input::Read(bytes.next().unwrap_or_else(|| missing(file))),
        })
        .collect()
}

/// Reads one post; a panic becomes an error of this post.
pub(super) fn read_safely(
    project: &Project<'_>,
    instants: Instants,
    file: &PostFile,
    bytes: Result<Vec<u8>, TreeError>,
) -> Result<CheckedHead, TreeError> {
    match bytes {
        Err(TreeError::Refused(path, what)) => {
            Ok(CheckedHead::refused(project, &file.path, read::refused(&path, what)))
        }
        Err(error) => Err(error),
        Ok(bytes) if git::large_file_length(&bytes).is_some() => Ok(CheckedHead::refused(
            project,
            &file.path,
            read::refused(&file.path, "a pointer of Git LFS")
                .help("fetch the text by `git lfs pull`, or keep the posts out of Git LFS"),
        )),
        Ok(bytes) => Ok(guarded(&file.path, || read_one(project, instants, file, bytes))
            .unwrap_or_else(|finding| CheckedHead {
                path: file.path.clone(),
                findings: vec![*finding],
                ..CheckedHead::default()
            })),
    }
}

fn read_one(
    project: &Project<'_>,
    instants: Instants,
    file: &PostFile,
    bytes: Vec<u8>,
) -> CheckedHead {
    let mut findings = Vec::new();
    // No published text may contain secrets or merge conflicts.
    if let Ok(text) = std::str::from_utf8(&bytes) {
        findings.extend(secrets::scan(&file.path, text));
        findings.extend(conflicts::find(&file.path, text));
    }
    let reading = read::post(&file.path, bytes, &file.key, &project.context);
    findings.extend(reading.findings);
    let mut head = CheckedHead {
        path: file.path.clone(),
        // An error leaves a post out, and `[rules]` or `[[allow]]` may lower it: levels are applied before.
        findings: project.config.apply_levels(findings),
        ..CheckedHead::default()
    };
    let Some(mut post) = reading.post else { return head };
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
        head.held_by = held::always(&post).map(|by| by.value);
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
        head.ready = Some(ReadyPost {
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
