//! Posts named on the command line, in any project.

use std::path::Path;

use url::Url;

use super::shell::{Shell, complain, inside};
use crate::command_line;
use crate::config::FILE;
use crate::draft::reconcile::is_draft;
use crate::generator::permalink;
use crate::post::Post;
use crate::project::guard::guarded;
use crate::project::{Project, Stop};
use crate::read::{self, PostFile};
use crate::report::Finding;
use crate::tree::worktree::Worktree;
use crate::tree::{Entry, Kind, TreeError};

/// A post named on the command line, read by the rules of its project.
pub(super) struct NamedPost<'a> {
    /// The path as it was given.
    pub given: &'a str,
    /// The post.
    pub post: Post,
    /// Its URL.
    pub link: Url,
    /// The findings about it.
    pub findings: Vec<Finding>,
}

/// Reads the posts one by one, each in its project, and passes them to `each`. Returns whether all of
/// them could be read.
///
/// # Errors
/// A project's configuration is invalid.
pub(super) fn read<'a>(
    shell: &Shell,
    given: &'a [String],
    mut each: impl FnMut(&Project<'_>, NamedPost<'a>),
) -> Result<bool, Stop> {
    let mut all = true;
    for given in given {
        let file = shell.absolute(given);
        let folder = file.parent().unwrap_or(&shell.here);
        let root = folder.ancestors().find(|folder| folder.join(FILE).is_file()).unwrap_or(folder);
        let Some(path) = inside(&file, root) else {
            complain(&format!("{given}: its name cannot be written as UTF-8"));
            all = false;
            continue;
        };
        let tree = Worktree::new(root)?;
        let project = Project::open(&tree)?;
        let shown = || one(&project, given, &path).map(|named| each(&project, named));
        let why = match guarded(given, shown) {
            Ok(Ok(())) => continue,
            Ok(Err(why)) => why,
            Err(finding) => format!("{given}: {}", finding.message),
        };
        complain(&why);
        all = false;
    }
    Ok(all)
}

/// Reads the post at `path`, displayed as `given`.
///
/// # Errors
/// It cannot be read, or is not text; in words.
pub(super) fn one<'a>(
    project: &Project<'_>,
    given: &'a str,
    path: &str,
) -> Result<NamedPost<'a>, String> {
    let below = path.strip_prefix(project.config.drafts.dir.as_str());
    let below = below.and_then(|below| below.strip_prefix('/'));
    if below.is_some_and(is_draft) {
        return Err(format!(
            "{given}: is a draft; name its post, or see `afterword draft diff {}`",
            command_line::path(given)
        ));
    }
    let read = project.tree.read_posts(&[path.to_owned()]).pop();
    let bytes = read.unwrap_or_else(|| Err(TreeError::Missing(path.to_owned())));
    let bytes = bytes.map_err(|error| error.to_string())?;
    let (file, skipped) = locate(project, path);
    let mut reading = read::post(&file.path, bytes, &file.key, &project.context);
    let Some(mut post) = reading.post else {
        let why = reading.findings.pop().map_or_else(String::new, |finding| finding.message);
        return Err(format!("{given}: {why}"));
    };
    project.plain(&mut post);
    reading.findings.extend(skipped);
    let site = &project.config.site.url;
    let link = match permalink::of(&post, &project.context, site) {
        Ok(link) => link,
        Err(finding) => {
            reading.findings.push(*finding);
            site.clone()
        }
    };
    Ok(NamedPost { given, post, link, findings: reading.findings })
}

/// The post's key: as in its project, else its file's name (a bundle: its folder's). Also why a build
/// does not read the file, if it does not.
fn locate(project: &Project<'_>, path: &str) -> (PostFile, Vec<Finding>) {
    let entry = Entry { path: path.to_owned(), kind: Kind::File };
    let (files, findings) = read::locate(
        &[entry],
        &project.config.posts.dir,
        project.context.dialect,
        &project.context.facts,
    );
    if let Some(file) = files.into_iter().next() {
        return (file, Vec::new());
    }
    let stem = Path::new(path).file_stem().and_then(|stem| stem.to_str()).unwrap_or(path);
    let file = PostFile { path: path.to_owned(), key: stem.to_owned(), bundle: None };
    (file, findings)
}
