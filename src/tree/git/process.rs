//! A git process whose answers have a time limit.
//!
//! A thread reads its output, so that a git that hangs (a dead network drive, a filter that waits)
//! delays the commit by the limit at most.

use std::io::{self, Read, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use crate::tree::TreeError;

/// How long git may be silent.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);

/// A running git.
pub(super) struct Process {
    child: Child,
    /// Taken after the last request.
    input: Option<ChildStdin>,
    output: Receiver<io::Result<Vec<u8>>>,
    errors: Receiver<Vec<u8>>,
    /// Bytes received and not yet read.
    ready: io::Cursor<Vec<u8>>,
    /// The subcommand, for messages.
    name: String,
}

impl Process {
    /// Starts `command`; `name` is its subcommand.
    pub(super) fn start(mut command: Command, name: &str) -> Result<Self, TreeError> {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| match error.kind() {
                io::ErrorKind::NotFound => TreeError::Git(
                    "git is not installed or not on the PATH; `--from worktree` needs no git"
                        .into(),
                ),
                _ => TreeError::Git(format!("git cannot be started: {error}")),
            })?;
        let input = child.stdin.take();
        let (bytes, output) = channel();
        if let Some(mut stdout) = child.stdout.take() {
            thread::spawn(move || {
                let mut buffer = vec![0; 64 * 1024];
                loop {
                    let read = match stdout.read(&mut buffer) {
                        Ok(0) => return,
                        Ok(length) => Ok(buffer.get(..length).unwrap_or_default().to_vec()),
                        Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                        Err(error) => Err(error),
                    };
                    let failed = read.is_err();
                    if bytes.send(read).is_err() || failed {
                        return;
                    }
                }
            });
        }
        let (text, errors) = channel();
        if let Some(mut stderr) = child.stderr.take() {
            thread::spawn(move || {
                let mut all = Vec::new();
                // What came before a failure is still worth showing.
                let _ = stderr.read_to_end(&mut all);
                let _ = text.send(all);
            });
        }
        Ok(Self {
            child,
            input,
            output,
            errors,
            ready: io::Cursor::new(Vec::new()),
            name: name.to_owned(),
        })
    }

    /// Writes bytes to its standard input.
    pub(super) fn send(&mut self, bytes: &[u8]) -> Result<(), TreeError> {
        let sent = match &mut self.input {
            Some(input) => input.write_all(bytes).and_then(|()| input.flush()),
            None => Err(io::ErrorKind::BrokenPipe.into()),
        };
        sent.map_err(|_| self.failure())
    }

    /// The rest of its output, if it then exits with success.
    pub(super) fn finish(mut self) -> Result<Vec<u8>, TreeError> {
        self.input = None;
        let mut all = Vec::new();
        self.read_to_end(&mut all).map_err(|error| self.explain(&error))?;
        match self.child.wait() {
            Ok(status) if status.success() => Ok(all),
            _ => Err(self.failure()),
        }
    }

    /// The error, in git's own words where there are any.
    pub(super) fn failure(&mut self) -> TreeError {
        self.input = None;
        let output = self.errors.recv_timeout(PATIENCE).unwrap_or_default();
        let output = String::from_utf8_lossy(&output);
        let output: Vec<&str> =
            output.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let output = output.join("; ").replace(":; ", ": ");
        if output.is_empty() {
            TreeError::Git(format!("git {} failed without a word", self.name))
        } else {
            TreeError::Git(format!("git {}: {output}", self.name))
        }
    }

    /// A failure to read, as opposed to a git that exited.
    pub(super) fn explain(&mut self, error: &io::Error) -> TreeError {
        match error.kind() {
            io::ErrorKind::TimedOut => TreeError::Git(format!(
                "git {} did not answer within {} seconds",
                self.name,
                PATIENCE.as_secs()
            )),
            io::ErrorKind::UnexpectedEof => self.failure(),
            _ => TreeError::Git(format!("git {}: {error}", self.name)),
        }
    }
}

impl Read for Process {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let length = self.ready.read(buffer)?;
            if length > 0 || buffer.is_empty() {
                return Ok(length);
            }
            match self.output.recv_timeout(PATIENCE) {
                Ok(chunk) => self.ready = io::Cursor::new(chunk?),
                Err(RecvTimeoutError::Disconnected) => return Ok(0),
                Err(RecvTimeoutError::Timeout) => return Err(io::ErrorKind::TimedOut.into()),
            }
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.input = None;
        // Usually it has exited already; a running one has no more output that counts.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
