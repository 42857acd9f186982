//! The commands, one short file each. A command takes its arguments and a [`Shell`], and
//! returns the [`Exit`] code or why it failed.
#![expect(clippy::disallowed_methods, reason = "commands own the environment and the streams")]

mod build;
mod check;
mod draft;
mod drafts;
mod explain;
mod export;
mod feeds;
mod fix;
mod from_feed;
mod generate;
mod import;
mod init;
mod inspect;
mod lsp;
mod new;
mod posts;
mod preview;
mod progress;
mod prune;
mod serve;
pub mod shell;
mod source;
mod trash;
mod validate;

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::cli::{Cli, Command};
use crate::post::Zone;
use crate::post::date::{self, Written};
use crate::project::{Project, Stop};
use shell::{Exit, Shell, complain};

/// Reports where the program panicked. The message may contain any part of a post, so it is not shown.
pub fn internal_error(place: Option<&std::panic::Location<'_>>) {
    let place = place.map_or_else(String::new, |place| format!(" at {place}"));
    complain(&format!("internal error{place}; please report it"));
}

/// Runs a command and returns its exit code.
#[must_use]
pub fn run(cli: Cli) -> Exit {
    let shell = match Shell::new(cli.root, cli.format, cli.all) {
        Ok(shell) => shell,
        Err(error) => {
            complain(&format!("the project's folder cannot be read: {error}"));
            return Exit::Failed;
        }
    };
    let done = match &cli.command {
        Command::Init(init) => init::run(&shell, init),
        Command::New(new) => new::run(&shell, new),
        Command::Build(build) => build::run(&shell, build),
        Command::Check(check) => check::run(&shell, check),
        Command::Validate(validate) => validate::run(&shell, validate),
        Command::Draft(draft) => draft::run(&shell, draft),
        Command::Inspect(inspect) => inspect::run(&shell, inspect),
        Command::Lsp(_) => lsp::run(&shell),
        Command::Import(import) => import::run(&shell, import),
        Command::Preview(preview) => preview::run(&shell, preview),
        Command::Explain(explain) => explain::run(&shell, explain),
        Command::Generate(generate) => generate::run(generate),
    };
    done.unwrap_or_else(|stop| shell.stop(&stop))
}

/// A time given on the command line: RFC 3339, or a day, which begins at midnight in `zone`.
fn instant(text: &str, zone: Zone) -> Result<DateTime<FixedOffset>, Stop> {
    let day = || {
        let day: NaiveDate = text.parse().ok()?;
        date::resolve(Written { day, time: None, zone: None }, zone).ok()
    };
    DateTime::parse_from_rfc3339(text).ok().or_else(day).ok_or_else(|| {
        Stop::Failed(format!("{text:?} is not a date; write 2026-02-24 or 2026-02-24T12:00:00Z"))
    })
}

/// The machine's clock, used by `new`, `init`, `build` and `draft POST` only. `SOURCE_DATE_EPOCH`
/// (<https://reproducible-builds.org/specs/source-date-epoch/>) overrides it.
fn now() -> DateTime<FixedOffset> {
    let set = std::env::var("SOURCE_DATE_EPOCH")
        .ok()
        .and_then(|seconds| DateTime::from_timestamp(seconds.trim().parse().ok()?, 0));
    set.map_or_else(|| chrono::Local::now().fixed_offset(), |set| set.fixed_offset())
}

/// The date in the machine's time zone.
fn today() -> NaiveDate {
    now().date_naive()
}

fn as_of(text: Option<&str>, project: &Project<'_>) -> Result<Option<DateTime<FixedOffset>>, Stop> {
    text.map(|text| instant(text, project.config.site.timezone)).transpose()
}
