//! Which repository a project lies in, and how git is called there.

use std::collections::BTreeSet;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::process::Process;
use crate::tree::TreeError;

/// Variables by which a hook's git speaks of *its* repository. They are cleared, since the
/// project may lie in another one and since git would take the current folder for the top level.
const OF_ONE_REPOSITORY: [&str; 6] = [
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_PREFIX",
    "GIT_COMMON_DIR",
    "GIT_NAMESPACE",
];

/// Where objects lie: cleared as well where the hook's repository is not the project's.
const OF_ITS_OBJECTS: [&str; 3] = [
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_QUARANTINE_PATH",
];

/// A repository with a work tree.
#[derive(Debug, Clone)]
pub(in crate::tree) struct Repo {
    top: PathBuf,
    git_dir: PathBuf,
    /// The project's folder from the top level: empty or with a final `/`.
    pub(super) prefix: Vec<u8>,
    /// `GIT_DIR` and `GIT_WORK_TREE` where only the environment knows the repository.
    named: Vec<(&'static str, PathBuf)>,
    /// The environment speaks of another repository.
    foreign: bool,
}

impl Repo {
    /// The repository of the folder `root`; `None` where there is none.
    pub(in crate::tree) fn find(root: &Path) -> Result<Option<Self>, TreeError> {
        if let Some(mut repo) = Self::discover(root, Vec::new())? {
            repo.foreign = env::var_os("GIT_DIR")
                .is_some_and(|named| fs::canonicalize(named).ok().as_ref() != Some(&repo.git_dir));
            return Ok(Some(repo));
        }
        let Some(git_dir) = env::var_os("GIT_DIR") else {
            return Ok(None);
        };
        let here = |value: OsString| std::path::absolute(value).ok();
        let work_tree = env::var_os("GIT_WORK_TREE").unwrap_or_else(|| ".".into());
        match (here(git_dir), here(work_tree)) {
            (Some(git_dir), Some(work_tree)) => Self::discover(
                root,
                vec![("GIT_DIR", git_dir), ("GIT_WORK_TREE", work_tree)],
            ),
            _ => Ok(None),
        }
    }

    fn discover(
        root: &Path,
        named: Vec<(&'static str, PathBuf)>,
    ) -> Result<Option<Self>, TreeError> {
        let mut repo = Self {
            top: root.to_owned(),
            git_dir: PathBuf::new(),
            prefix: Vec::new(),
            named,
            foreign: false,
        };
        let asked = [
            "rev-parse",
            "--absolute-git-dir",
            "--show-prefix",
            "--show-toplevel",
        ];
        let said = match repo.run(&asked) {
            Ok(said) => said,
            Err(TreeError::Git(why)) if why.contains("not a git repository") => return Ok(None),
            Err(error) => return Err(error),
        };
        let mut lines = said.split(|byte| *byte == b'\n');
        let mut line = || lines.next().unwrap_or_default();
        repo.git_dir = path(line());
        repo.prefix = line().to_vec();
        repo.top = path(line());
        repo.git_dir = fs::canonicalize(&repo.git_dir).unwrap_or(repo.git_dir);
        Ok(Some(repo))
    }

    /// Runs git to its end and gives what it printed.
    pub(in crate::tree) fn run(&self, arguments: &[&str]) -> Result<Vec<u8>, TreeError> {
        self.start(arguments, &[])?.finish()
    }

    /// Runs git with `input` and gives what it printed.
    pub(in crate::tree) fn ask(
        &self,
        arguments: &[&str],
        input: &[u8],
    ) -> Result<Vec<u8>, TreeError> {
        self.ask_with(arguments, input, &[])
    }

    /// Those of `paths` (from the project's folder) that an ignore file of the work tree names and
    /// the index does not have. None where there is no work tree, or git cannot answer.
    pub(in crate::tree) fn ignored(&self, paths: &[&str]) -> BTreeSet<String> {
        if paths.is_empty() {
            return BTreeSet::new();
        }
        let mut asked = Vec::new();
        for path in paths {
            asked.extend_from_slice(self.full(path).as_bytes());
            asked.push(0);
        }
        // This command takes no literal pathspecs, and fails where git ignores none of the paths.
        let command = ["--no-literal-pathspecs", "check-ignore", "-z", "--stdin"];
        let said = self.ask(&command, &asked).unwrap_or_default();
        said.split(|byte| *byte == 0)
            .filter_map(|full| std::str::from_utf8(self.below(full)?).ok())
            .filter(|path| !path.is_empty())
            .map(str::to_owned)
            .collect()
    }

    /// The bytes that `git add` would make of the file at `path` (from the project's folder) with
    /// these bytes: clean filters, encodings and line ends applied. Nothing is added.
    pub(in crate::tree) fn cleaned(&self, path: &str, bytes: &[u8]) -> Result<Vec<u8>, TreeError> {
        let failed = |error| TreeError::Git(format!("no temporary folder: {error}"));
        let objects = tempfile::tempdir().map_err(failed)?;
        let apart = [("GIT_OBJECT_DIRECTORY", objects.path())];
        let full = self.full(path);
        let name = self.ask_with(
            &["hash-object", "-w", "--stdin", "--path", &full],
            bytes,
            &apart,
        )?;
        let name = String::from_utf8_lossy(&name);
        self.start(&["cat-file", "blob", name.trim_end()], &apart)?
            .finish()
    }

    fn ask_with(
        &self,
        arguments: &[&str],
        input: &[u8],
        more: &[(&str, &Path)],
    ) -> Result<Vec<u8>, TreeError> {
        let mut process = self.start(arguments, more)?;
        process.send(input)?;
        process.finish()
    }

    /// Starts git at the top level with `more` in its environment.
    pub(super) fn start(
        &self,
        arguments: &[&str],
        more: &[(&str, &Path)],
    ) -> Result<Process, TreeError> {
        let mut command = Command::new("git");
        command
            .current_dir(&self.top)
            .args(["--no-pager", "--literal-pathspecs"])
            .args(arguments);
        for name in OF_ONE_REPOSITORY {
            command.env_remove(name);
        }
        if self.foreign {
            for name in OF_ITS_OBJECTS {
                command.env_remove(name);
            }
        }
        command
            .env("LC_ALL", "C")
            .env("GIT_OPTIONAL_LOCKS", "0")
            .env("GIT_TERMINAL_PROMPT", "0")
            // No network, whatever a partial clone lacks; git before 2.45 knows the second alone.
            .env("GIT_NO_LAZY_FETCH", "1")
            .env("GIT_ALLOW_PROTOCOL", "none")
            .envs(self.named.iter().map(|(name, value)| (name, value)))
            .envs(more.iter().copied());
        Process::start(command, arguments.first().copied().unwrap_or_default())
    }

    /// The index of the commit being made: the one that `GIT_INDEX_FILE` names where it speaks of
    /// this repository, else the repository's own. `commit -a` and `commit PATH` have one of
    /// their own; a relative name starts at the top level, wherever the hook went since.
    pub(super) fn index(&self) -> PathBuf {
        let own = self.git_dir.join("index");
        let Some(named) = env::var_os("GIT_INDEX_FILE").filter(|named| !named.is_empty()) else {
            return own;
        };
        let named = self.top.join(named);
        let folder = named
            .parent()
            .and_then(|folder| fs::canonicalize(folder).ok());
        let of_another = folder.is_some_and(|folder| {
            folder != self.git_dir
                && folder.join("HEAD").exists()
                && folder.join("objects").exists()
                || folder != self.git_dir && folder.join("commondir").exists()
        });
        if of_another || !named.exists() {
            own
        } else {
            named
        }
    }

    /// The folders from the top level down to the one above the project's.
    pub(super) fn above(&self) -> impl Iterator<Item = PathBuf> {
        let prefix = path(&self.prefix);
        let top = self.top.clone();
        let folders: Vec<PathBuf> = prefix
            .ancestors()
            .skip(1)
            .map(|folder| top.join(folder))
            .collect();
        folders.into_iter()
    }

    /// Where a path under the project's folder lies on disk.
    pub(super) fn place(&self, path_below: &str) -> PathBuf {
        self.top.join(path(&self.prefix)).join(path_below)
    }

    /// The repository's own `info` folder; a linked work tree has the one of the main repository.
    pub(super) fn info(&self) -> PathBuf {
        let common = fs::read_to_string(self.git_dir.join("commondir")).unwrap_or_default();
        self.git_dir.join(common.trim_end()).join("info")
    }

    /// The path from the top level of a path under the project's folder.
    pub(in crate::tree) fn full(&self, path: &str) -> String {
        format!("{}{path}", String::from_utf8_lossy(&self.prefix))
    }

    /// The path under the project's folder of a path from the top level.
    pub(super) fn below<'a>(&self, path: &'a [u8]) -> Option<&'a [u8]> {
        path.strip_prefix(self.prefix.as_slice())
    }
}

#[cfg(unix)]
fn path(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    std::ffi::OsStr::from_bytes(bytes).into()
}

#[cfg(not(unix))]
fn path(bytes: &[u8]) -> PathBuf {
    String::from_utf8_lossy(bytes).into_owned().into()
}
