//! `afterword validate`: validates any feed, whoever wrote it.

use chrono::{DateTime, FixedOffset};
use rayon::prelude::*;
use url::Url;

use super::feeds::{self, Bases};
use super::shell::{Counts, Exit, Shell, line, masked, plural};
use super::source::{content, read, replace};
use super::{fix, instant};
use crate::cli::{Format, Validate};
use crate::config::Config;
use crate::post::Zone;
use crate::project::{self, Stop};
use crate::report::{Finding, Level, Source, json, sarif, visible};
use crate::rules::outputs::UNREADABLE_FILE;
use crate::validate::{Input, Outcome, validate};
use crate::{rules, secrets};

/// The options of validation that are not in a file.
struct Known {
    base: Option<Url>,
    bases: Bases,
    now: Option<DateTime<FixedOffset>>,
    previous: Option<Vec<u8>>,
}

/// How many files are validated at once, which bounds the memory.
const AT_ONCE: usize = 64;

pub(super) fn run(shell: &Shell, validate: &Validate) -> Result<Exit, Stop> {
    let files = feeds::named(&validate.files, validate.files_from.as_deref())?;
    if files.len() > 1 && (validate.base.is_some() || validate.previous.is_some()) {
        return Err(Stop::Failed(
            "--base and --previous go with one file; for several write --map FILE=URI".to_owned(),
        ));
    }
    let known = Known {
        base: validate.base.as_deref().map(parsed_url).transpose()?,
        bases: Bases::read(shell, &validate.map, validate.map_from.as_deref())?,
        now: (validate.now.as_deref()).map(|now| instant(now, Zone::UTC)).transpose()?,
        previous: validate
            .previous
            .as_ref()
            .map(|file| read(&file.to_string_lossy()))
            .transpose()?,
    };
    let config = levels(shell, &validate.level)?;
    let changes = validate.fix || validate.diff;
    let report = |file: &String| report_on(shell, validate, file, &known, &config);
    let mut out = Output::default();
    // Where files are changed, print each change before the findings of the next file.
    let at_once = if changes { 1 } else { AT_ONCE };
    for part in files.chunks(at_once) {
        let reports: Result<Vec<Report>, Stop> = match part {
            [file] => report(file).map(|report| vec![report]),
            part => part.par_iter().map(report).collect(),
        };
        out.print(shell, reports?);
    }
    if shell.format == Format::Sarif {
        line(&out.sarif.document());
    }
    if files.len() > 1 {
        shell.say(&format!("{}: {}", plural(files.len(), "feed"), verdict(out.counts)));
    }
    Ok(if out.unreadable { Exit::Failed } else { Exit::of(out.counts.has_error()) })
}

/// What is printed about one file.
struct Report {
    /// All of it for programs that read JSON, the verdict for people.
    text: String,
    /// The findings where they are printed in another way.
    findings: Vec<Finding>,
    counts: Counts,
    unreadable: bool,
}

/// Validates a file, applies or shows its fixes on request, and composes what to print about it.
fn report_on(
    shell: &Shell,
    validate: &Validate,
    file: &str,
    known: &Known,
    config: &Config,
) -> Result<Report, Stop> {
    let outcome = validate_file(shell, file, known, config);
    let unreadable = outcome.is_err();
    let mut outcome = match outcome {
        Ok(outcome) => fix_in_place(shell, validate, file, outcome, || {
            validate_file(shell, file, known, config).map_err(Stop::Failed)
        })?,
        Err(why) => self::unreadable(file, &why, config),
    };
    let counts = Counts::of(&outcome.findings);
    let format = outcome.format.name();
    let text = match shell.format {
        Format::Json => {
            outcome.findings.iter_mut().for_each(secrets::mask_words);
            let findings = std::mem::take(&mut outcome.findings);
            json::feed(&secrets::hide(file), format, &findings) + "\n"
        }
        Format::Human => {
            let said = format!("{}: {format}, {}\n", visible(file), verdict(counts));
            secrets::hide(&said).into_owned()
        }
        Format::Github | Format::Sarif => String::new(),
    };
    Ok(Report { text, findings: outcome.findings, counts, unreadable })
}

/// What was printed so far, and what SARIF prints at the end.
#[derive(Default)]
struct Output {
    counts: Counts,
    unreadable: bool,
    sarif: sarif::Run,
}

impl Output {
    /// Prints the reports on some files; SARIF is one document, printed at the end.
    fn print(&mut self, shell: &Shell, reports: Vec<Report>) {
        let mut text = String::new();
        let mut findings = Vec::new();
        for report in reports {
            text.push_str(&report.text);
            findings.extend(report.findings);
            self.counts.add(report.counts);
            self.unreadable |= report.unreadable;
        }
        masked(&text);
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
fn unreadable(file: &str, why: &str, config: &Config) -> Outcome {
    let mut outcome = validate(&Input::new(file, b""));
    let finding =
        Finding::new(&UNREADABLE_FILE, format!("this file {why}")).at(outcome.source.start());
    outcome.findings = config.apply_levels(vec![finding]);
    outcome
}

fn verdict(counts: Counts) -> String {
    let tally = counts.tally();
    if tally.is_empty() { "valid".to_owned() } else { tally }
}

pub(super) fn parsed_url(text: &str) -> Result<Url, Stop> {
    Url::parse(text).map_err(|_| {
        Stop::Failed(format!(
            "{text:?} is not a valid URL; write it as https://example.org/feed.xml"
        ))
    })
}

/// Applies or prints the requested fixes; returns the resulting feed.
fn fix_in_place(
    shell: &Shell,
    validate: &Validate,
    file: &str,
    outcome: Outcome,
    again: impl Fn() -> Result<Outcome, Stop>,
) -> Result<Outcome, Stop> {
    if !(validate.fix || validate.diff) {
        return Ok(outcome);
    }
    let Some(fixed) = fix::fixed(&outcome) else {
        if !outcome.findings.is_empty() {
            shell.say(&format!(
                "{file}: no finding has exactly one right answer; nothing is changed"
            ));
        }
        return Ok(outcome);
    };
    if validate.diff {
        fix::show(file, &outcome, &fixed);
    }
    if !validate.fix {
        return Ok(outcome);
    }
    replace(shell, file, outcome.source.text(), fixed)?;
    again()
}

/// The levels of the project in which the command was called, if there is one, and of the command line.
fn levels(shell: &Shell, given: &[String]) -> Result<Config, Stop> {
    // The files to validate may be hostile, and so may the repository that contains them.
    let tree = super::source::worktree(shell)?.without_git();
    let mut config = project::Project::open(&tree)?.config;
    for given in given {
        let (rule, level) = given.split_once('=').ok_or_else(|| {
            Stop::Failed(format!("{given:?} sets no level; write --level RULE=warning"))
        })?;
        if rules::find(rule).is_none() {
            return Err(Stop::Failed(format!(
                "{rule:?} is not a rule; `afterword explain` lists them"
            )));
        }
        let level = Level::named(level).ok_or_else(|| {
            Stop::Failed(format!("{level:?} is not a level; write error, warning, info or off"))
        })?;
        config.levels.insert(rule.to_owned(), level);
    }
    Ok(config)
}

/// Validates a file, or reports why it cannot be read.
fn validate_file(
    shell: &Shell,
    file: &str,
    known: &Known,
    config: &Config,
) -> Result<Outcome, String> {
    let bytes = content(file)?;
    // Nearly every file is UTF-8, and its text need not be copied.
    let (source, bytes) = match String::from_utf8(bytes) {
        Ok(text) => (Some(Source::new(file, text)), Vec::new()),
        Err(error) => (None, error.into_bytes()),
    };
    let bytes = (source.as_ref()).map_or(&bytes[..], |source| source.text().as_bytes());
    let input = Input {
        source: source.as_ref(),
        base: known.bases.of(shell, file).or(known.base.as_ref()).cloned(),
        now: known.now,
        previous: known.previous.as_deref(),
        ..Input::new(file, bytes)
    };
    let mut outcome = validate(&input);
    outcome.findings = config.apply_levels(outcome.findings);
    Ok(outcome)
}
