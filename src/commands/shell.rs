//! What every command needs of the outside: the project's folder, the streams and the exit code.

use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;

use crate::cli::Format;
use crate::config;
use crate::project::Stop;
use crate::report::{Finding, Level, github, human, json, sarif, visible};

/// How a command ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Nothing is wrong.
    Clean = 0,
    /// Something is stale or invalid, or was changed under `--fail-on-change`.
    Wrong = 1,
    /// The command could not do its work: usage, configuration, files, git.
    Failed = 2,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// What a command is told: where the project is, and how to speak.
#[derive(Debug)]
pub struct Shell {
    /// The folder of `afterword.toml`.
    pub root: PathBuf,
    /// The folder that the command was called in.
    pub here: PathBuf,
    /// How findings are printed.
    pub format: Format,
}

impl Shell {
    /// Finds the project upwards from the current folder.
    ///
    /// # Errors
    /// The current folder is gone, or `root` is no folder.
    pub fn new(root: Option<PathBuf>, format: Format) -> io::Result<Self> {
        let here = std::env::current_dir()?;
        let root = match root {
            Some(root) => std::fs::canonicalize(root)?,
            None => {
                // A configuration above the repository is not the repository's.
                let top = here
                    .ancestors()
                    .position(|folder| folder.join(".git").exists());
                here.ancestors()
                    .take(top.map_or(usize::MAX, |top| top + 1))
                    .find(|folder| folder.join(config::FILE).is_file())
                    .unwrap_or(&here)
                    .to_path_buf()
            }
        };
        Ok(Self { root, here, format })
    }

    /// A path given on the command line, absolute and without `..`.
    #[must_use]
    pub fn absolute(&self, given: &str) -> PathBuf {
        let mut absolute = PathBuf::new();
        for component in self.here.join(given).components() {
            match component {
                Component::ParentDir => {
                    absolute.pop();
                }
                Component::CurDir => {}
                component => absolute.push(component),
            }
        }
        absolute
    }

    /// A path given on the command line as a path from the project's root, with `/`; `None` where
    /// it leads out of it or is no UTF-8.
    #[must_use]
    pub fn relative(&self, given: &str) -> Option<String> {
        inside(&self.absolute(given), &self.root)
    }

    /// Whether people read the output.
    #[must_use]
    pub fn for_people(&self) -> bool {
        self.format == Format::Human
    }

    /// Prints findings: for people on standard error, for programs on standard output.
    pub fn findings(&self, findings: &[Finding]) {
        match self.format {
            Format::Human => {
                for finding in findings {
                    error(&format!("{}\n", human::finding(finding)));
                }
            }
            Format::Json => findings
                .iter()
                .for_each(|finding| line(&json::finding(finding))),
            Format::Github => findings
                .iter()
                .for_each(|finding| line(&github::finding(finding))),
            Format::Sarif => line(&sarif::document(findings)),
        }
    }

    /// Prints a sentence for people; programs do not get it.
    pub fn say(&self, sentence: &str) {
        if self.for_people() {
            line(sentence);
        }
    }

    /// Prints why a command could not do its work.
    #[must_use]
    pub fn stop(&self, stop: &Stop) -> Exit {
        match stop {
            Stop::Config(findings) => self.findings(findings),
            Stop::Unsettled(findings) => {
                self.findings(findings);
                return Exit::Wrong;
            }
            Stop::Failed(why) => complain(why),
        }
        Exit::Failed
    }
}

/// An absolute path as one from `folder`, with `/`.
#[must_use]
pub fn inside(path: &Path, folder: &Path) -> Option<String> {
    let names: Option<Vec<&str>> = path
        .strip_prefix(folder)
        .ok()?
        .iter()
        .map(|name| name.to_str())
        .collect();
    Some(names?.join("/"))
}

/// Prints a line on standard output. A stream that is full or closed is nobody's fault.
pub fn line(text: &str) {
    let _ = writeln!(anstream::stdout().lock(), "{text}");
}

/// Prints text as it is on standard output.
pub fn text(text: &str) {
    let mut out = io::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

fn error(text: &str) {
    let _ = writeln!(anstream::stderr().lock(), "{text}");
}

/// Says on standard error why a command failed.
pub fn complain(why: &str) {
    error(&format!("afterword: {}", visible(why)));
}

/// "1 error and 2 warnings", or nothing.
#[must_use]
pub fn tally(findings: &[Finding]) -> String {
    let count = |level| {
        findings
            .iter()
            .filter(|finding| finding.level == level)
            .count()
    };
    let parts: Vec<String> = [(Level::Error, "error"), (Level::Warning, "warning")]
        .into_iter()
        .map(|(level, name)| (count(level), name))
        .filter(|(count, _)| *count > 0)
        .map(|(count, name)| plural(count, name))
        .collect();
    parts.join(" and ")
}

/// "1 post", "2 posts".
#[must_use]
pub fn plural(count: usize, name: &str) -> String {
    match (count, name.strip_suffix('y')) {
        (1, _) => format!("1 {name}"),
        (_, Some(stem)) => format!("{count} {stem}ies"),
        _ => format!("{count} {name}s"),
    }
}
