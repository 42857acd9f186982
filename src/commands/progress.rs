//! The progress of a long command on a terminal: a bar after a second, and the time at the end. A hook,
//! a pipe and a program see neither.

use std::io::{IsTerminal as _, Write as _};
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::shell::Shell;
use crate::project::Progress;

/// The bar appears after this time.
const QUIET: Duration = Duration::from_secs(1);
/// How often it is drawn.
const PAUSE: Duration = Duration::from_millis(100);
/// Its width in characters.
const WIDTH: usize = 24;

/// A command with a progress bar, which is removed on drop.
pub(super) struct ProgressBar {
    started: Instant,
    bar: Option<(Sender<()>, JoinHandle<()>)>,
    shows_time: bool,
}

impl ProgressBar {
    /// Starts the timer of a command.
    pub(super) fn new(shell: &Shell, progress: &Arc<Progress>) -> Self {
        let (out, error) = (std::io::stdout(), std::io::stderr());
        let bar = (shell.for_people() && error.is_terminal()).then(|| {
            let (done, waiting) = mpsc::channel();
            let progress = Arc::clone(progress);
            let bar = thread::spawn(move || {
                let mut pause = QUIET;
                let mut shown = false;
                while waiting.recv_timeout(pause) == Err(RecvTimeoutError::Timeout) {
                    draw(&progress);
                    shown = true;
                    pause = PAUSE;
                }
                if shown {
                    let _ = write!(std::io::stderr(), "\r\u{1b}[K");
                }
            });
            (done, bar)
        });
        Self { started: Instant::now(), bar, shows_time: shell.for_people() && out.is_terminal() }
    }

    /// Removes the bar and returns the time for a terminal: " in 0.3 s".
    pub(super) fn finish(mut self) -> String {
        self.stop();
        if self.shows_time {
            format!(" in {:.1} s", self.started.elapsed().as_secs_f32())
        } else {
            String::new()
        }
    }

    fn stop(&mut self) {
        if let Some((done, bar)) = self.bar.take() {
            drop(done);
            let _ = bar.join();
        }
    }
}

impl Drop for ProgressBar {
    fn drop(&mut self) {
        self.stop();
    }
}

fn draw(progress: &Progress) {
    let (done, total) = progress.now();
    let filled = (done * WIDTH).checked_div(total).unwrap_or_default().min(WIDTH);
    let bar = "█".repeat(filled) + &"░".repeat(WIDTH - filled);
    let _ = write!(std::io::stderr(), "\r\u{1b}[K{bar} {done}/{total}");
}
