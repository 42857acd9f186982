//! The repository of a project, and how git is called in it.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use super::process::Process;
use crate::command_line;
use crate::tree::TreeError;

/// Variables that describe the repository of the hook that called us. They are cleared, since the
/// project may be in another one, and since git would take the current folder for the top level.
const OF_ONE_REPOSITORY: [&str; 6] =
    ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE"];

/// Where objects are: cleared too where the hook's repository is not the project's.
const OF_ITS_OBJECTS: [&str; 3] =
    ["GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_QUARANTINE_PATH"];

/// A repository.
#[derive(Debug, Clone)]
pub(in crate::tree) struct Repo {
    top: PathBuf,
    git_dir: PathBuf,
    /// The project's folder from the top level: empty or with a final `/`.
    pub(super) prefix: Vec<u8>,
    /// It has no work tree: only commits can be read.
    pub(in crate::tree) is_bare: bool,
    /// `GIT_DIR` and `GIT_WORK_TREE`, where only the environment locates the repository.
    named: Vec<(&'static str, PathBuf)>,
    /// The environment describes another repository.
    foreign: bool,
}

impl Repo {
    /// The repository of the folder `root`; `None` where there is none.
    pub(in crate::tree) fn find(root: &Path) -> Result<Option<Self>, TreeError> {
        let found = Self::discover(root, Vec::new())?;
        // A folder that only looks like a bare repository yields to the one in the environment.
        let found = found.filter(|repo| !repo.is_bare || env::var_os("GIT_DIR").is_none());
        if let Some(mut repo) = found {
            repo.foreign = env::var_os("GIT_DIR")
                .is_some_and(|named| fs::canonicalize(named).ok().as_ref() != Some(&repo.git_dir));
            return Ok(Some(repo));
        }
        let Some(git_dir) = env::var_os("GIT_DIR") else {
            return Ok(None);
        };
        let here = |value: OsString| std::path::absolute(value).ok();
        let Some(git_dir) = here(git_dir) else {
            return Ok(None);
        };
        // A bare repository, as in a server's hooks, has no work tree.
        let alone = vec![("GIT_DIR", git_dir.clone())];
        if let Ok(Some(repo)) = Self::discover(root, alone)
            && repo.is_bare
        {
            return Ok(Some(repo));
        }
        let work_tree = env::var_os("GIT_WORK_TREE").unwrap_or_else(|| ".".into());
        let Some(work_tree) = here(work_tree) else {
            return Ok(None);
        };
        Self::discover(root, vec![("GIT_DIR", git_dir), ("GIT_WORK_TREE", work_tree)])
    }

    fn discover(
        root: &Path,
        named: Vec<(&'static str, PathBuf)>,
    ) -> Result<Option<Self>, TreeError> {
        let mut repo = Self {
            top: root.to_owned(),
            git_dir: PathBuf::new(),
            prefix: Vec::new(),
            is_bare: false,
            named,
            foreign: false,
        };
        let mut output =
            repo.run(&["rev-parse", "--absolute-git-dir", "--is-bare-repository", "--show-prefix"]);
        // The folder is a repository without a work tree, or looks like one. Its commits can be
        // read by its name.
        let implicit =
            matches!(&output, Err(TreeError::Git(why)) if why.contains("safe.bareRepository"));
        if implicit && env::var_os("GIT_DIR").is_some() {
            return Ok(None);
        }
        if implicit {
            repo.named = vec![("GIT_DIR", root.to_owned())];
            repo.is_bare = true;
            output = repo.run(&["rev-parse", "--absolute-git-dir"]);
        }
        let output = match output {
            Ok(output) => output,
            Err(TreeError::Git(why)) if why.contains("not a git repository") => return Ok(None),
            Err(TreeError::Git(why)) if why.contains("dubious ownership") => {
                return Err(TreeError::Git(owned_by_another(&why)));
            }
            Err(error) => return Err(error),
        };
        let mut lines: Vec<&[u8]> = output.split(|byte| *byte == b'\n').collect();
        if implicit {
            lines.splice(1..1, [b"true".as_slice(), b""]);
        }
        let location = if let [git_dir, bare, prefix, b""] = lines.as_slice() {
            [*git_dir, *bare, *prefix].map(<[u8]>::to_vec)
        } else {
            // A name with a line end: ask for each answer separately.
            let alone = |asked: &str| {
                let mut output = repo.run(&["rev-parse", asked])?;
                output.truncate(output.len().saturating_sub(1));
                Ok::<_, TreeError>(output)
            };
            [alone("--absolute-git-dir")?, alone("--is-bare-repository")?, alone("--show-prefix")?]
        };
        let [git_dir, bare, prefix] = location;
        repo.git_dir = path(&git_dir);
        repo.is_bare |= bare == b"true";
        // A bare repository has no folder to which the project's could be relative.
        if !repo.is_bare {
            let depth = memchr::memchr_iter(b'/', &prefix).count();
            root.ancestors().nth(depth).unwrap_or(root).clone_into(&mut repo.top);
            repo.prefix = prefix;
        }
        repo.git_dir = fs::canonicalize(&repo.git_dir).unwrap_or(repo.git_dir);
        Ok(Some(repo))
    }

    /// Runs git and returns its output.
    pub(in crate::tree) fn run(&self, arguments: &[&str]) -> Result<Vec<u8>, TreeError> {
        self.start(arguments, &[])?.finish()
    }

    /// Runs git with `input` and returns its output.
    pub(in crate::tree) fn ask(
        &self,
        arguments: &[&str],
        input: &[u8],
    ) -> Result<Vec<u8>, TreeError> {
        self.ask_with(arguments, input, &[])
    }

    /// Those of `paths` (from the project's folder) that an ignore file names and the index does not
    /// have. Empty without a work tree, or where git fails.
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
        let output = self.ask(&command, &asked).unwrap_or_default();
        output
            .split(|byte| *byte == 0)
            .filter_map(|full| std::str::from_utf8(self.below(full)?).ok())
            .filter(|path| !path.is_empty())
            .map(str::to_owned)
            .collect()
    }

    /// What `git add` would store for the file at `path` (from the project's folder) with these bytes:
    /// clean filters, encodings and line ends applied. Nothing is added.
    pub(in crate::tree) fn cleaned(&self, path: &str, bytes: &[u8]) -> Result<Vec<u8>, TreeError> {
        let objects = temporary()?;
        let apart = [("GIT_OBJECT_DIRECTORY", objects.path())];
        let full = self.full(path);
        let name =
            self.ask_with(&["hash-object", "-w", "--stdin", "--path", &full], bytes, &apart)?;
        let name = String::from_utf8_lossy(&name);
        self.start(&["cat-file", "blob", name.trim_end()], &apart)?.finish()
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
            // A checked-out or unpacked folder may look like a repository and have commands in its
            // configuration; none of them runs.
            .args(["-c", "safe.bareRepository=explicit"])
            .args(["-c", "core.fsmonitor=false"])
            .args(["-c", "core.hooksPath=/dev/null"])
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
            // The commit itself, not what `git replace` puts in its place on this machine.
            .env("GIT_NO_REPLACE_OBJECTS", "1")
            .env("GIT_TERMINAL_PROMPT", "0")
            // No network, even in a partial clone; git before 2.45 knows the second variable alone.
            .env("GIT_NO_LAZY_FETCH", "1")
            .env("GIT_ALLOW_PROTOCOL", "none")
            .envs(self.named.iter().map(|(name, value)| (name, value)))
            .envs(more.iter().copied());
        Process::start(command, arguments.first().copied().unwrap_or_default())
    }

    /// The index of the commit in progress: `GIT_INDEX_FILE` where that belongs to this repository,
    /// else the repository's own. `commit -a` and `commit PATH` use their own; a relative name
    /// starts at the top level, whatever the hook's current folder.
    pub(super) fn index(&self) -> PathBuf {
        let own = self.git_dir.join("index");
        let Some(named) = env::var_os("GIT_INDEX_FILE").filter(|named| !named.is_empty()) else {
            return own;
        };
        let named = self.top.join(named);
        let folder = named.parent().and_then(|folder| fs::canonicalize(folder).ok());
        let of_another = folder.is_some_and(|folder| {
            folder != self.git_dir
                && folder.join("HEAD").exists()
                && folder.join("objects").exists()
                || folder != self.git_dir && folder.join("commondir").exists()
        });
        if of_another || !named.exists() { own } else { named }
    }

    /// The folders from the top level down to the one above the project's.
    pub(super) fn above(&self) -> Vec<PathBuf> {
        let prefix = path(&self.prefix);
        prefix.ancestors().skip(1).map(|folder| self.top.join(folder)).collect()
    }

    /// The location on disk of a path under the project's folder.
    pub(super) fn place(&self, path_below: &str) -> PathBuf {
        self.top.join(path(&self.prefix)).join(path_below)
    }

    /// The repository's `info` folder; a linked work tree uses that of the main repository.
    pub(super) fn info(&self) -> PathBuf {
        let common = fs::read_to_string(self.git_dir.join("commondir")).unwrap_or_default();
        self.git_dir.join(common.trim_end()).join("info")
    }

    /// A path under the project's folder, from the top level.
    pub(in crate::tree) fn full(&self, path: &str) -> String {
        format!("{}{path}", String::from_utf8_lossy(&self.prefix))
    }

    /// A path from the top level, under the project's folder.
    pub(super) fn below<'a>(&self, path: &'a [u8]) -> Option<&'a [u8]> {
        path.strip_prefix(self.prefix.as_slice())
    }
}

/// The fix, in one line, where git refuses a repository because of its owner.
fn owned_by_another(why: &str) -> String {
    let folder = why.split('\'').nth(1).unwrap_or("FOLDER");
    format!(
        "git does not read {folder}, because the folder belongs to another user; if you trust it, run `git config --global --add safe.directory {}`",
        command_line::word(folder)
    )
}

/// Whether git refused the repository because of its owner.
pub(in crate::tree) fn is_of_another(why: &str) -> bool {
    why.contains("safe.directory")
}

/// A temporary folder: in `TMPDIR` where that exists, else elsewhere.
pub(super) fn temporary() -> Result<tempfile::TempDir, TreeError> {
    let usual = ["/tmp", "/var/tmp", "/dev/shm"].into_iter();
    tempfile::tempdir().or_else(|error| {
        let made = usual.filter_map(|folder| tempfile::tempdir_in(folder).ok());
        let failed = TreeError::Git(format!("a temporary folder cannot be made: {error}"));
        made.take(1).next().ok_or(failed)
    })
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
