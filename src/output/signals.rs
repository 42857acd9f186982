//! Ctrl-C and `kill` leave no temporary file behind.

use std::io;
use std::process;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::thread;

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGXFSZ};
use signal_hook::iterator::Signals;

use super::stage;

/// From now on SIGINT, SIGTERM and SIGHUP clear away temporary files and end the process with
/// 128 + the signal's number (130, 143, 129); a file that grows past the user's limit is an
/// error like a full disk instead of a death. For a binary's `main`; a library's host has
/// signals of its own.
///
/// # Errors
/// Where the system gives no signal handlers.
pub fn clean_up_on_signals() -> io::Result<()> {
    signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)))?;
    let mut signals = Signals::new([SIGINT, SIGTERM, SIGHUP])?;
    thread::Builder::new()
        .name("signals".into())
        .spawn(move || {
            if let Some(signal) = signals.forever().next() {
                let _nothing_is_renamed_any_more = stage::abandon();
                process::exit(128 + signal);
            }
        })?;
    Ok(())
}
