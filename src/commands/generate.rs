//! `afterword generate`: completions, manual pages and the schema for other programs.

use clap::CommandFactory;

use super::shell::{Exit, text};
use crate::cli::{Cli, Generate, GenerateWhat};
use crate::config;
use crate::project::Stop;

pub(super) fn run(generate: &Generate) -> Result<Exit, Stop> {
    let made = match &generate.what {
        GenerateWhat::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Cli::command(), "afterword", &mut script);
            script
        }
        GenerateWhat::Man { command } => man(command)
            .ok_or_else(|| Stop::Failed(format!("`{}` is not a command", command.join(" "))))?,
        GenerateWhat::Schema => format!("{:#}\n", config::schema::schema()).into_bytes(),
    };
    text(&String::from_utf8_lossy(&made));
    Ok(Exit::Clean)
}

/// The manual page of a command in roff.
fn man(path: &[String]) -> Option<Vec<u8>> {
    let mut whole = Cli::command();
    whole.build();
    let mut command = &whole;
    let mut name = command.get_name().to_owned();
    for part in path {
        command = command.find_subcommand(part)?;
        name = format!("{name}-{part}");
    }
    let mut page = Vec::new();
    // Writing to memory does not fail.
    clap_mangen::Man::new(command.clone().display_name(&name))
        .title(&name)
        .source(concat!("afterword ", env!("CARGO_PKG_VERSION")))
        .render(&mut page)
        .ok()?;
    Some(page)
}
