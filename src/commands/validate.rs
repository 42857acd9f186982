//! `afterword validate`: validates any feed, whoever wrote it.

use chrono::{DateTime, FixedOffset};
use rayon::prelude::*;
use url::Url;

use super::feeds::{self, Bases};
use super::shell::{Counts, Exit, Shell, line, plural, tally, text};
use super::source::{content, read, replace};
use super::{fix, instant};
use crate::cli::{Format, Validate};
use crate::config::Config;
use crate::post::Zone;
use crate::project::{self, Stop};
use crate::report::{Finding, Level, json, sarif, visible};
use crate::rules::outputs::UNREADABLE_FILE;
use crate::validate::{Input, Judged, validate};
use crate::{rules, secrets};

pub(super) fn run(shell: &Shell, validate: &Validate) -> Exit {
    attempt(shell, validate).unwrap_or_else(|stop| shell.stop(&stop))
}

/// What is known of the files besides their bytes.
struct Known {
    base: Option<Url>,
    bases: Bases,
    now: Option<DateTime<FixedOffset>>,
    previous: Option<Vec<u8>>,
}

/// How many files are validated at once, which bounds the memory.
const AT_ONCE: usize = 32;

fn attempt(shell: &Shell, validate: &Validate) -> Result<Exit, Stop> {
    let files = feeds::named(&validate.files, validate.files_from.as_deref())?;
    if files.len() > 1 && (validate.base.is_some() || validate.previous.is_some()) {
        return Err(Stop::Failed(
            "--base and --previous go with one file; for several write --map FILE=URI".to_owned(),
        ));
    }
    let known = Known {
        base: validate.base.as_deref().map(address).transpose()?,
        bases: Bases::read(shell, &validate.map, validate.map_from.as_deref())?,
        now: (validate.now.as_deref())
            .map(|now| instant(now, Zone::UTC))
            .transpose()?,
        previous: validate
            .previous
            .as_ref()
            .map(|file| read(&file.to_string_lossy()))
            .transpose()?,
    };
    let config = levels(shell, &validate.level)?;
    let mut out = Output::default();
    for part in files.chunks(AT_ONCE) {
        let judged: Vec<Result<Judged, String>> = part
            .par_iter()
            .map(|file| judge(shell, file, &known, &config))
            .collect();
        let mut findings = Vec::new();
        for (file, judged) in part.iter().zip(judged) {
            let judged = match judged {
                Ok(judged) => mended(shell, validate, file, judged, || {
                    judge(shell, file, &known, &config).map_err(Stop::Failed)
                })?,
                Err(why) => {
                    out.unreadable = true;
                    unreadable(file, &why, &config)
                }
            };
            if shell.format == Format::Json {
                text(&(json::feed(file, judged.format.name(), &judged.findings) + "\n"));
            }
            shell.say(&format!(
                "{}: {}, {}",
                visible(file),
                judged.format.name(),
                verdict(tally(&judged.findings))
            ));
            findings.extend(judged.findings);
        }
        out.print(shell, findings);
    }
    if shell.format == Format::Sarif {
        line(&out.sarif.document());
    }
    if files.len() > 1 {
        shell.say(&format!(
            "{}: {}",
            plural(files.len(), "feed"),
            verdict(out.counts.tally())
        ));
    }
    Ok(match (out.unreadable, out.counts.has_error()) {
        (true, _) => Exit::Failed,
        (false, true) => Exit::Wrong,
        (false, false) => Exit::Clean,
    })
}

/// The findings about the files before.
#[derive(Default)]
struct Output {
    counts: Counts,
    unreadable: bool,
    sarif: sarif::Run,
}

impl Output {
    /// Prints the findings of some files; SARIF waits for the last.
    fn print(&mut self, shell: &Shell, mut findings: Vec<Finding>) {
        self.counts.add(&findings);
        match shell.format {
            Format::Json => {}
            Format::Sarif => {
                secrets::mask(&mut findings);
                self.sarif.add(&findings);
            }
            Format::Human | Format::Github => shell.findings(&findings),
        }
    }
}

/// A finding for a file that could not be read.
fn unreadable(file: &str, why: &str, config: &Config) -> Judged {
    let mut judged = validate(&Input::new(file, b""));
    let finding =
        Finding::new(&UNREADABLE_FILE, format!("this file {why}")).at(judged.source.start());
    judged.findings = config.judge(vec![finding]);
    judged
}

fn verdict(tally: String) -> String {
    if tally.is_empty() {
        "valid".to_owned()
    } else {
        tally
    }
}

pub(super) fn address(text: &str) -> Result<Url, Stop> {
    Url::parse(text).map_err(|_| {
        Stop::Failed(format!(
            "{text:?} is not a valid URL; write it as https://example.org/feed.xml"
        ))
    })
}

/// Applies or prints the requested fixes; returns the resulting feed.
fn mended(
    shell: &Shell,
    validate: &Validate,
    file: &str,
    judged: Judged,
    again: impl Fn() -> Result<Judged, Stop>,
) -> Result<Judged, Stop> {
    if !(validate.fix || validate.diff) {
        return Ok(judged);
    }
    let Some(fixed) = fix::fixed(&judged) else {
        if !judged.findings.is_empty() {
            shell.say(&format!(
                "{file}: no finding has exactly one right answer; nothing is changed"
            ));
        }
        return Ok(judged);
    };
    if validate.diff {
        fix::show(file, &judged, &fixed);
    }
    if !validate.fix {
        return Ok(judged);
    }
    replace(shell, file, judged.source.text(), fixed)?;
    again()
}

/// The levels of the project in which the command was called, if there is one, and of the command line.
fn levels(shell: &Shell, given: &[String]) -> Result<Config, Stop> {
    // The files to validate may be hostile, and so may the repository that contains them.
    let tree = super::source::worktree(shell)?.without_git();
    let mut config = project::Project::open(&tree)?.config;
    for given in given {
        let (rule, level) = given.split_once('=').ok_or_else(|| {
            Stop::Failed(format!(
                "{given:?} sets no level; write --level RULE=warning"
            ))
        })?;
        if rules::find(rule).is_none() {
            return Err(Stop::Failed(format!(
                "{rule:?} is not a rule; `afterword explain` lists them"
            )));
        }
        let level = Level::named(level).ok_or_else(|| {
            Stop::Failed(format!(
                "{level:?} is not a level; write error, warning, info or off"
            ))
        })?;
        config.levels.insert(rule.to_owned(), level);
    }
    Ok(config)
}

/// Validates a file, or reports why it cannot be read.
fn judge(shell: &Shell, file: &str, known: &Known, config: &Config) -> Result<Judged, String> {
    let bytes = content(file)?;
    let input = Input {
        base: known.bases.of(shell, file).or(known.base.as_ref()).cloned(),
        now: known.now,
        previous: known.previous.as_deref(),
        ..Input::new(file, &bytes)
    };
    let mut judged = validate(&input);
    judged.findings = config.judge(judged.findings);
    Ok(judged)
}
