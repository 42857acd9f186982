//! Removes temporary files on Ctrl-C and `kill`.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::{io, process, thread};

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGXFSZ};
use signal_hook::iterator::Signals;

use super::stage;

/// From now on SIGINT, SIGTERM and SIGHUP remove temporary files and end the process with 128 + the
/// signal's number (130, 143, 129); exceeding the file size limit is an error like a full disk
/// instead of a signal. For a binary's `main`: a program that uses the library has signal handlers
/// of its own.
///
/// # Errors
/// Where the system refuses the signal handlers.
pub fn clean_up_on_signals() -> io::Result<()> {
    signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)))?;
    let mut signals = Signals::new([SIGINT, SIGTERM, SIGHUP])?;
    thread::Builder::new().name("signals".into()).spawn(move || {
        if let Some(signal) = signals.forever().next() {
            let _nothing_is_renamed_any_more = stage::abandon();
            process::exit(128 + signal);
        }
    })?;
    Ok(())
}
