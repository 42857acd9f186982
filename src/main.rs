//! Arguments in, exit code out.

use std::process::ExitCode;

use afterword::cli::Cli;
use clap::Parser;

fn main() -> ExitCode {
    // Without handlers a signal still ends the process, and the next run clears up after it.
    #[cfg(unix)]
    let _ = afterword::output::clean_up_on_signals();
    match Cli::try_parse() {
        Ok(cli) => afterword::commands::run(cli).into(),
        Err(error) => {
            // Help and version are no failure; a stream that is closed is nobody's fault.
            let _ = error.print();
            ExitCode::from(if error.use_stderr() { 2 } else { 0 })
        }
    }
}
