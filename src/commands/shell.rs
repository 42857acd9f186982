//! What every command needs: the project's folder, the output streams and the exit code.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;

use anstream::ColorChoice;

use crate::cli::Format;
use crate::project::Stop;
use crate::report::{Finding, Level, github, human, json, sarif, visible};
use crate::{config, secrets};

/// The exit code of a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// No findings of level error.
    Clean = 0,
    /// An output is stale or invalid, or changed under `--fail-on-change`.
    Wrong = 1,
    /// The command failed: usage, configuration, files, git.
    Failed = 2,
}

impl Exit {
    /// Whether something is wrong.
    pub const fn of(is_wrong: bool) -> Self {
        if is_wrong { Self::Wrong } else { Self::Clean }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// The environment of a command.
#[derive(Debug)]
pub struct Shell {
    /// The folder of `afterword.toml`.
    pub root: PathBuf,
    /// The folder that the command was called in.
    pub here: PathBuf,
    /// The output format of findings.
    pub format: Format,
    /// Whether to print every finding.
    pub all: bool,
}

/// How many findings of one rule and file are printed for people.
const AT_MOST: usize = 20;

impl Shell {
    /// Finds the project upwards from the current folder.
    ///
    /// # Errors
    /// The current folder does not exist, or `root` is not a folder.
    pub fn new(root: Option<PathBuf>, format: Format, all: bool) -> io::Result<Self> {
        let here = std::env::current_dir()?;
        let root = if let Some(root) = root {
            std::fs::canonicalize(&root).map_err(|error| {
                io::Error::new(error.kind(), format!("{}: {error}", root.display()))
            })?
        } else {
            // A configuration above the repository is not the repository's.
            let top = here.ancestors().position(|folder| folder.join(".git").exists());
            here.ancestors()
                .take(top.map_or(usize::MAX, |top| top + 1))
                .find(|folder| folder.join(config::FILE).is_file())
                .unwrap_or(&here)
                .to_path_buf()
        };
        Ok(Self { root, here, format, all })
    }

    /// A path given on the command line, absolute and without `..`.
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
    /// it leads out of it or is not UTF-8.
    pub fn relative(&self, given: &str) -> Option<String> {
        inside(&self.absolute(given), &self.root)
    }

    /// Whether the output is for people.
    pub fn for_people(&self) -> bool {
        self.format == Format::Human
    }

    /// Prints findings: for people on standard error, for programs on standard output.
    ///
    /// People get a few of each rule and file, and the count of the rest; programs get them all.
    pub fn findings(&self, findings: &[Finding]) {
        let mut counts: BTreeMap<(&str, Option<&str>), usize> = BTreeMap::new();
        let mut shown: Vec<Finding> = Vec::new();
        for finding in findings {
            let of = (finding.rule.name, finding.file());
            let count = counts.entry(of).or_default();
            *count += 1;
            if self.all || !self.for_people() || *count <= AT_MOST {
                shown.push(finding.clone());
            }
        }
        secrets::mask(&mut shown);
        let lines = |shown: &[Finding], line: fn(&Finding) -> String| {
            let lines = shown.iter().map(|finding| line(finding) + "\n");
            masked(&lines.collect::<String>());
        };
        match self.format {
            Format::Human => {
                let render = if anstream::stderr().current_choice() == ColorChoice::Never {
                    human::plain
                } else {
                    human::finding
                };
                let mut text: String = shown.iter().map(|one| render(one) + "\n\n").collect();
                counts.retain(|_, count| !self.all && *count > AT_MOST);
                for ((rule, file), count) in counts {
                    let file = file.map_or_else(String::new, |file| {
                        format!(" in {}", visible(&secrets::hide(file)))
                    });
                    let more = count - AT_MOST;
                    let more = format!("and {more} more of `{rule}`{file}; `--all` shows them\n\n");
                    text += &more;
                }
                error(&text);
            }
            Format::Json => lines(&shown, json::finding),
            Format::Github => lines(&shown, github::finding),
            Format::Sarif => line(&sarif::document(&shown)),
        }
    }

    /// As [`Shell::findings`], but people get only the first info of each rule unless they ask for all.
    pub fn brief_findings(&self, findings: &[Finding], all: bool) {
        if all || !self.for_people() {
            return self.findings(findings);
        }
        let mut shown: BTreeSet<&str> = BTreeSet::new();
        let (brief, left): (Vec<Finding>, Vec<Finding>) = findings
            .iter()
            .cloned()
            .partition(|finding| finding.level > Level::Info || shown.insert(finding.rule.name));
        // All at once: counting and masking need all of them.
        self.findings(&brief);
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for finding in left {
            *counts.entry(finding.rule.name).or_default() += 1;
        }
        for (rule, count) in counts {
            error(&format!("info[{rule}]: {count} more; `--verbose` shows them\n\n"));
        }
    }

    /// Whether the project lies in a git repository.
    pub fn is_in_git(&self) -> bool {
        let mut folders = self.root.ancestors();
        folders.any(|folder| folder.join(".git").exists())
    }

    /// Prints a sentence for people only.
    pub fn say(&self, sentence: &str) {
        if self.for_people() {
            line(sentence);
        }
    }

    /// Prints why a command failed.
    pub fn stop(&self, stop: &Stop) -> Exit {
        match stop {
            Stop::Config(findings) => self.findings(findings),
            Stop::Conflict(findings) => {
                self.findings(findings);
                return Exit::Wrong;
            }
            Stop::Failed(why) => complain(why),
        }
        Exit::Failed
    }
}

/// An absolute path as one from `folder`, with `/`.
pub fn inside(path: &Path, folder: &Path) -> Option<String> {
    let names: Option<Vec<&str>> =
        path.strip_prefix(folder).ok()?.iter().map(|name| name.to_str()).collect();
    Some(names?.join("/"))
}

/// Prints a line on standard output. Ignores write errors (closed pipe, full disk).
pub fn line(text: &str) {
    let _ = writeln!(anstream::stdout().lock(), "{}", secrets::hide(text));
}

/// Prints text on standard output, with secrets masked.
pub fn text(text: &str) {
    masked(&secrets::hide(text));
}

/// Prints text in which secrets are masked already.
pub fn masked(text: &str) {
    let mut out = io::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// Prints text in which secrets are masked already on standard error.
fn error(text: &str) {
    // Text for a stream without colours has none.
    let _ = match anstream::stderr().current_choice() {
        ColorChoice::Never => io::stderr().lock().write_all(text.as_bytes()),
        _ => anstream::stderr().lock().write_all(text.as_bytes()),
    };
}

/// Prints on standard error why a command failed.
pub fn complain(why: &str) {
    let why = format!("afterword: {}\n", visible(why));
    error(&secrets::hide(&why));
}

/// "1 error and 2 warnings", or an empty string.
pub fn tally(findings: &[Finding]) -> String {
    Counts::of(findings).tally()
}

/// How many errors and warnings there are.
#[derive(Debug, Clone, Copy, Default)]
pub struct Counts {
    errors: usize,
    warnings: usize,
}

impl Counts {
    /// Those of the findings.
    pub fn of(findings: &[Finding]) -> Self {
        let count = |level| findings.iter().filter(|one| one.level == level).count();
        Self { errors: count(Level::Error), warnings: count(Level::Warning) }
    }

    /// Adds others to these.
    pub fn add(&mut self, others: Self) {
        self.errors += others.errors;
        self.warnings += others.warnings;
    }

    /// Whether one of them is an error.
    pub const fn has_error(self) -> bool {
        self.errors > 0
    }

    /// "1 error and 2 warnings", or an empty string.
    pub fn tally(self) -> String {
        let parts: Vec<String> = [(self.errors, "error"), (self.warnings, "warning")]
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, name)| plural(count, name))
            .collect();
        parts.join(" and ")
    }
}

/// "1 post", "2 posts".
pub fn plural(count: usize, name: &str) -> String {
    match (count, name.strip_suffix('y')) {
        (1, _) => format!("1 {name}"),
        (_, Some(stem)) => format!("{count} {stem}ies"),
        _ => format!("{count} {name}s"),
    }
}
