//! `afterword validate`: any feed, judged as a stranger.

use chrono::{DateTime, FixedOffset};
use rayon::prelude::*;
use url::Url;

use super::shell::{Exit, Shell, line, plural, tally};
use super::source::{read, replace};
use super::{fix, instant};
use crate::cli::{Format, Validate};
use crate::config::Config;
use crate::post::Zone;
use crate::project::{self, Stop};
use crate::report::{Finding, Level, has_error, json};
use crate::rules;
use crate::validate::{Input, Judged, validate};

pub(super) fn run(shell: &Shell, validate: &Validate) -> Exit {
    attempt(shell, validate).unwrap_or_else(|stop| shell.stop(&stop))
}

/// What is known of the files besides their bytes.
struct Known {
    base: Option<Url>,
    now: Option<DateTime<FixedOffset>>,
    previous: Option<Vec<u8>>,
}

fn attempt(shell: &Shell, validate: &Validate) -> Result<Exit, Stop> {
    if validate.files.len() > 1 && (validate.base.is_some() || validate.previous.is_some()) {
        return Err(Stop::Failed(
            "--base and --previous go with one file".to_owned(),
        ));
    }
    let known = Known {
        base: validate.base.as_deref().map(address).transpose()?,
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
    let judged: Vec<Result<Judged, Stop>> = validate
        .files
        .par_iter()
        .map(|file| judge(file, &known, &config))
        .collect();
    let mut findings = Vec::new();
    for (file, judged) in validate.files.iter().zip(judged) {
        let judged = mended(shell, validate, file, judged?, || {
            judge(file, &known, &config)
        })?;
        if shell.format == Format::Json {
            line(&json::feed(file, judged.format.name(), &judged.findings));
        }
        shell.say(&format!(
            "{file}: {}, {}",
            judged.format.name(),
            verdict(&judged.findings)
        ));
        findings.extend(judged.findings);
    }
    if shell.format != Format::Json {
        shell.findings(&findings);
    }
    if validate.files.len() > 1 {
        shell.say(&format!(
            "{}: {}",
            plural(validate.files.len(), "feed"),
            verdict(&findings)
        ));
    }
    Ok(if has_error(&findings) {
        Exit::Wrong
    } else {
        Exit::Clean
    })
}

fn verdict(findings: &[Finding]) -> String {
    let tally = tally(findings);
    if tally.is_empty() {
        "valid".to_owned()
    } else {
        tally
    }
}

fn address(text: &str) -> Result<Url, Stop> {
    Url::parse(text).map_err(|_| {
        Stop::Failed(format!(
            "{text:?} is no address; write it as https://example.org/feed.xml"
        ))
    })
}

/// Makes or shows the fixes that are asked for; the answer is how the feed stands then.
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

/// The levels of the project that the command is called in, where there is one, and those of the
/// command line.
fn levels(shell: &Shell, given: &[String]) -> Result<Config, Stop> {
    // The files to validate are a stranger's, and so may be the repository that they lie in.
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
                "there is no rule {rule:?}; `afterword explain` lists them"
            )));
        }
        let level = Level::named(level).ok_or_else(|| {
            Stop::Failed(format!(
                "{level:?} is no level; write error, warning, info or off"
            ))
        })?;
        config.levels.insert(rule.to_owned(), level);
    }
    Ok(config)
}

fn judge(file: &str, known: &Known, config: &Config) -> Result<Judged, Stop> {
    let bytes = read(file)?;
    let input = Input {
        base: known.base.clone(),
        now: known.now,
        previous: known.previous.as_deref(),
        ..Input::new(file, &bytes)
    };
    let mut judged = validate(&input);
    judged.findings = config.judge(judged.findings);
    Ok(judged)
}
