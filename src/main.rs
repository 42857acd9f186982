//! Arguments in, exit code out.

use std::process::ExitCode;

use afterword::cli::Cli;
use clap::Parser;

fn main() -> ExitCode {
    // Without handlers a signal still ends the process, and the next run removes its temporary files.
    #[cfg(unix)]
    let _ = afterword::output::clean_up_on_signals();
    std::panic::set_hook(Box::new(|panic| {
        afterword::commands::internal_error(panic.location());
    }));
    match Cli::try_parse() {
        // A bug must not look like a finding or a crash to the calling hook.
        Ok(cli) => match std::panic::catch_unwind(|| afterword::commands::run(cli)) {
            Ok(exit) => exit.into(),
            Err(_) => ExitCode::from(2),
        },
        Err(error) => {
            // Help and version are not failures; ignore write errors such as a closed pipe.
            let _ = error.print();
            ExitCode::from(if error.use_stderr() { 2 } else { 0 })
        }
    }
}
