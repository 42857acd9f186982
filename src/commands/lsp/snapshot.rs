//! The findings of `check` for a project as open in the editor.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::overlay::Overlay;
use crate::config::{self, Config};
use crate::draft::People;
use crate::project::draft_files::DraftFile;
use crate::project::guard::guarded;
use crate::project::{Composed, Memo, Project, Stop, compose, discovery, outputs, stale};
use crate::report::Finding;

/// The state of a project.
#[derive(Default)]
pub(super) struct Snapshot {
    /// The outputs of the posts; `None` where the configuration is invalid.
    pub composed: Composed,
    /// The folder of the posts.
    pub posts: String,
    /// The folder of the drafts.
    pub drafts: String,
    /// The people whose handles are known.
    pub people: People,
    /// The findings, by file.
    pub findings: BTreeMap<String, Vec<Finding>>,
    /// Why the check failed.
    pub failed: Option<String>,
}

/// Checks a project; an error in one post hides nothing of others.
pub(super) fn check(tree: &Overlay, memo: &Arc<Memo>) -> Snapshot {
    let looked = guarded(config::FILE, || attempt(tree, memo));
    let looked = looked.unwrap_or_else(|finding| Err(Stop::Failed(finding.message.clone())));
    looked.unwrap_or_else(|stop| match stop {
        Stop::Config(findings) | Stop::Conflict(findings) => {
            Snapshot { findings: by_file(findings), ..Snapshot::default() }
        }
        Stop::Failed(why) => Snapshot { failed: Some(why), ..Snapshot::default() },
    })
}

fn attempt(tree: &Overlay, memo: &Arc<Memo>) -> Result<Snapshot, Stop> {
    let mut project = Project::configured(tree)?;
    project.memo = Arc::clone(memo);
    let options =
        compose::Options { keep_going: true, sources: true, ..compose::Options::default() };
    let mut composed = compose(&project, options)?;
    let mut findings = std::mem::take(&mut composed.findings);
    let outputs = outputs::outputs(&project, &composed, tree)?;
    let of_outputs = outputs
        .notes
        .into_iter()
        .chain(stale::findings(&outputs.plan, &project, tree))
        .chain(discovery::check(&project, composed.newest.as_ref()));
    findings.extend(project.config.apply_levels(of_outputs.collect()));
    let Config { posts, drafts, .. } = project.config;
    Ok(Snapshot {
        composed,
        posts: posts.dir,
        drafts: drafts.dir,
        people: project.people,
        findings: by_file(findings),
        failed: None,
    })
}

fn by_file(findings: Vec<Finding>) -> BTreeMap<String, Vec<Finding>> {
    let mut files: BTreeMap<String, Vec<Finding>> = BTreeMap::new();
    for finding in findings {
        if let Some(file) = finding.file() {
            files.entry(file.to_owned()).or_default().push(finding);
        }
    }
    files
}

impl Snapshot {
    /// The draft at a path, as a build would find it.
    pub(super) fn draft_file<'a>(&'a self, tree: &Overlay, path: &'a str) -> Option<DraftFile<'a>> {
        let composed = self.composed.drafts.get(path)?;
        DraftFile::read(path, composed, tree).ok()
    }
}
