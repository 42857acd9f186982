//! git's view of a work tree.

use std::collections::BTreeMap;
use std::fs;

use super::blobs::Blobs;
use super::output;
use super::repo::Repo;
use crate::tree::name::checked_name;
use crate::tree::{GitStatus, TreeError};

/// Attributes that make the bytes on disk differ from the commit's, line ends aside.
const CONVERSIONS: [&str; 3] = ["filter", "working-tree-encoding", "ident"];

/// git's view of the files under the project's folder.
pub(in crate::tree) struct Known {
    /// Untracked, absent and unmerged files.
    pub(in crate::tree) git_status: GitStatus,
    /// Every other file of the index, sorted; an ignore file may name some.
    pub(in crate::tree) tracked: Vec<String>,
    /// Files that git converts on `git add`, each with its filter if it has one.
    converted: BTreeMap<String, Option<String>>,
    repo: Repo,
    staged: Blobs,
}

impl Known {
    /// Asks git.
    pub(in crate::tree) fn of(repo: &Repo) -> Result<Self, TreeError> {
        let prefix = String::from_utf8_lossy(&repo.prefix).into_owned();
        let command = "ls-files -z -t -c -o --exclude-standard --full-name --";
        let mut command: Vec<&str> = command.split(' ').collect();
        if !prefix.is_empty() {
            command.push(&prefix);
        }
        let listed = repo.run(&command)?;
        let mut git_status = GitStatus::default();
        let mut tracked = Vec::new();
        for record in listed.split(|byte| *byte == 0) {
            let Some((tag, path)) = record.split_first_chunk::<2>() else {
                continue;
            };
            let Some(path) = repo.below(path) else {
                continue;
            };
            let path = checked_name(path).0.into_owned();
            match tag {
                b"? " => git_status.untracked.push(path),
                b"S " => git_status.absent.push(path),
                b"M " => git_status.unmerged.push(path),
                _ => tracked.push(path),
            }
        }
        for list in [
            &mut git_status.untracked,
            &mut git_status.absent,
            &mut git_status.unmerged,
            &mut tracked,
        ] {
            list.sort();
            list.dedup();
        }
        let converted = if may_convert(repo, &tracked, &git_status) {
            converted(repo, &listed)?
        } else {
            BTreeMap::new()
        };
        Ok(Self { git_status, tracked, converted, repo: repo.clone(), staged: Blobs::default() })
    }

    /// Whether the index has exactly this path.
    pub(in crate::tree) fn is_tracked(&self, path: &str) -> bool {
        self.tracked.binary_search_by(|tracked| tracked.as_str().cmp(path)).is_ok()
    }

    /// The bytes of a file that only the index has.
    pub(in crate::tree) fn staged(&self, path: &str) -> Result<Vec<u8>, TreeError> {
        let name = format!(":{}", self.repo.full(path));
        let answer = self.staged.get(&self.repo, &[name.as_bytes()]).pop();
        answer
            .map_or_else(|| Err(TreeError::Missing(path.to_owned())), |answer| output(answer, path))
    }

    /// Whether the index has the file and a sparse checkout keeps it off the disk.
    pub(in crate::tree) fn is_absent(&self, path: &str) -> bool {
        self.git_status.absent.binary_search_by(|absent| absent.as_str().cmp(path)).is_ok()
    }

    /// Whether git converts the file on `git add`.
    pub(in crate::tree) fn is_converted(&self, path: &str) -> bool {
        self.converted.contains_key(path)
    }

    /// The name of the filter that git runs over the file.
    pub(in crate::tree) fn filter(&self, path: &str) -> Option<&str> {
        self.converted.get(path)?.as_deref()
    }

    /// Whether a file on disk is unchanged since `git add`, by its size and time. git itself would run
    /// the filter to find out.
    pub(in crate::tree) fn is_unchanged(&self, path: &str, about: &fs::Metadata) -> bool {
        let full = self.repo.full(path);
        let Ok(output) = self.repo.run(&["ls-files", "--debug", "--", &full]) else {
            return false;
        };
        let output = String::from_utf8_lossy(&output);
        let after = |name: &str| {
            let (_, rest) = output.split_once(name)?;
            rest.split_whitespace().next().map(str::to_owned)
        };
        let modified = about.modified().ok().and_then(|time| {
            let since = time.duration_since(std::time::UNIX_EPOCH).ok()?;
            Some(format!("{}:{}", since.as_secs(), since.subsec_nanos()))
        });
        modified.is_some()
            && after("\n  mtime:") == modified
            && after("\n  size:") == Some(about.len().to_string())
    }
}

/// Whether some attributes file configures a conversion: most projects have none, which saves a git
/// process.
fn may_convert(repo: &Repo, tracked: &[String], git_status: &GitStatus) -> bool {
    let above = repo.above().into_iter().map(|folder| folder.join(".gitattributes"));
    let below = tracked
        .iter()
        .chain(&git_status.untracked)
        .filter(|path| path.rsplit('/').next() == Some(".gitattributes"))
        .map(|path| repo.place(path));
    let files = above.chain(below).chain([repo.info().join("attributes")]);
    files.into_iter().any(|file| {
        fs::read_to_string(file)
            .is_ok_and(|text| CONVERSIONS.iter().any(|name| text.contains(name)))
    })
}

/// The files with an attribute that converts them.
fn converted(repo: &Repo, listed: &[u8]) -> Result<BTreeMap<String, Option<String>>, TreeError> {
    let mut paths = Vec::with_capacity(listed.len());
    for record in listed.split(|byte| *byte == 0) {
        if let Some((_, path)) = record.split_first_chunk::<2>() {
            paths.extend_from_slice(path);
            paths.push(0);
        }
    }
    let mut command = vec!["check-attr", "-z", "--stdin"];
    command.extend(CONVERSIONS);
    let answered = repo.ask(&command, &paths)?;
    // PATH NUL ATTRIBUTE NUL VALUE NUL, for each path and attribute.
    let mut fields = answered.split(|byte| *byte == 0);
    let mut converted: BTreeMap<String, Option<String>> = BTreeMap::new();
    while let (Some(path), Some(attribute), Some(value)) =
        (fields.next(), fields.next(), fields.next())
    {
        if !matches!(value, b"unspecified" | b"unset")
            && let Some(path) = repo.below(path)
        {
            let filter = converted.entry(checked_name(path).0.into_owned()).or_default();
            if attribute == b"filter" {
                *filter = Some(String::from_utf8_lossy(value).into_owned());
            }
        }
    }
    Ok(converted)
}
