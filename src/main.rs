//! Arguments in, exit code out.

use std::process::ExitCode;

use afterword::cli::Cli;
use clap::Parser;

fn main() -> ExitCode {
    match Cli::try_parse() {
        Ok(cli) => afterword::commands::run(cli).into(),
        Err(error) => {
            // Help and version are no failure; a stream that is closed is nobody's fault.
            let _ = error.print();
            ExitCode::from(if error.use_stderr() { 2 } else { 0 })
        }
    }
}
