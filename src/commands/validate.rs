//! `afterword validate`: any feed, judged as a stranger.

use chrono::{DateTime, FixedOffset};
use rayon::prelude::*;
use url::Url;

use super::instant;
use super::shell::{Exit, Shell, line, plural, tally};
use super::source::read;
use crate::cli::{Format, Validate};
use crate::config::Config;
use crate::project::{self, Stop};
use crate::report::{Finding, has_error, json};
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
        now: validate.now.as_deref().map(instant).transpose()?,
        previous: validate
            .previous
            .as_ref()
            .map(|file| read(&file.to_string_lossy()))
            .transpose()?,
    };
    let config = levels(shell)?;
    let judged: Vec<Result<Judged, Stop>> = validate
        .files
        .par_iter()
        .map(|file| judge(file, &known, &config))
        .collect();
    let mut findings = Vec::new();
    for (file, judged) in validate.files.iter().zip(judged) {
        let judged = judged?;
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

/// The levels of the project that the command is called in, where there is one.
fn levels(shell: &Shell) -> Result<Config, Stop> {
    let tree = super::source::worktree(shell)?;
    Ok(project::Project::open(&tree)?.config)
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
