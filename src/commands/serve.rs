//! `afterword preview --serve`: the page for this machine only, reloaded when a file changes.
//!
//! It listens on the loopback interface, has two paths, and refuses requests for another host (DNS
//! rebinding) or from another site's page. It writes no file.

use std::fmt::Write as _;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant, UNIX_EPOCH};

use sha2::{Digest, Sha256};

use super::preview::{open, page};
use super::shell::{Exit, Shell, complain, line};
use super::source;
use crate::cli::Preview;
use crate::project::guard::guarded;
use crate::project::{Project, Stop};
use crate::report::visible;
use crate::secrets;
use crate::tree::Tree;

/// The interval at which the files are checked.
const PAUSE: Duration = Duration::from_millis(400);
/// How long a request may take, and how long a browser waits for a change before it reconnects.
const PATIENCE: Duration = Duration::from_secs(4);
/// The longest request, in bytes.
const LONGEST: u64 = 16 * 1024;
/// How many requests are answered at once.
const AT_ONCE: usize = 64;

/// Serves until the process ends.
///
/// # Errors
/// The port is in use, or there is no configuration.
pub(super) fn run(shell: &Shell, preview: &Preview) -> Result<Exit, Stop> {
    let failed = |error: io::Error| Stop::Failed(format!("cannot serve the page: {error}"));
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, preview.port)).map_err(failed)?;
    let port = listener.local_addr().map_err(failed)?.port();
    // Before the page is made, so that changes meanwhile are noticed.
    let seen = fingerprint(shell);
    let served = Served {
        shell,
        port,
        page: Mutex::new((1, page(shell, true)?)),
        changed: Condvar::new(),
        busy: AtomicUsize::new(0),
    };
    let url = format!("http://127.0.0.1:{port}/");
    line(&format!("{url} (Ctrl-C ends it)"));
    if preview.open {
        open(&url);
    }
    std::thread::scope(|scope| {
        scope.spawn(|| served.watch(seen));
        for stream in listener.incoming() {
            let Ok(stream) = stream else { continue };
            // Each request ends within a few seconds; until then the next one waits.
            while served.busy.load(Ordering::Relaxed) >= AT_ONCE {
                std::thread::sleep(PAUSE / 8);
            }
            served.busy.fetch_add(1, Ordering::Relaxed);
            scope.spawn(|| {
                // Ignore write errors: the browser closed the connection.
                let _ = served.answer(stream);
                served.busy.fetch_sub(1, Ordering::Relaxed);
            });
        }
    });
    Ok(Exit::Clean)
}

struct Served<'a> {
    shell: &'a Shell,
    port: u16,
    /// The page, and how often it has changed.
    page: Mutex<(u64, String)>,
    changed: Condvar,
    busy: AtomicUsize,
}

impl Served<'_> {
    /// Watches the files and makes the page again when one has changed.
    fn watch(&self, mut seen: Vec<u8>) {
        loop {
            std::thread::sleep(PAUSE);
            let now = guarded("", || fingerprint(self.shell)).unwrap_or_default();
            if now == seen {
                continue;
            }
            seen = now;
            let made = guarded("", || page(self.shell, true))
                .unwrap_or_else(|finding| Err(Stop::Failed(finding.message)));
            let made = made.unwrap_or_else(|stop| error_page(self.shell, stop));
            let mut page = self.page.lock().unwrap_or_else(PoisonError::into_inner);
            if page.1 != made {
                *page = (page.0 + 1, made);
                self.changed.notify_all();
            }
        }
    }

    fn answer(&self, mut stream: TcpStream) -> io::Result<()> {
        stream.set_write_timeout(Some(PATIENCE))?;
        let request = Request::read(&stream)?;
        let allowed = ["127.0.0.1", "localhost"]
            .iter()
            .any(|host| request.host == format!("{host}:{}", self.port));
        if !allowed || request.from_elsewhere {
            return refuse(&mut stream, "403 Forbidden");
        }
        match (request.method.as_str(), request.path.as_str()) {
            (method @ ("GET" | "HEAD"), "/") => {
                let html = self.page.lock().unwrap_or_else(PoisonError::into_inner).1.clone();
                let head = head("200 OK", "text/html; charset=utf-8", Some(html.len()));
                stream.write_all(head.as_bytes())?;
                let body = if method == "GET" { html.as_bytes() } else { b"" };
                stream.write_all(body)
            }
            ("GET", "/events") => self.events(&mut stream),
            ("GET" | "HEAD", _) => refuse(&mut stream, "404 Not Found"),
            _ => refuse(&mut stream, "405 Method Not Allowed"),
        }
    }

    /// Sends how often the page has changed, now and at its next change (server-sent events), then
    /// ends: the browser reconnects, and another tab can have the connection meanwhile.
    fn events(&self, stream: &mut TcpStream) -> io::Result<()> {
        stream.write_all(head("200 OK", "text/event-stream", None).as_bytes())?;
        stream.write_all(b"retry: 500\n\n")?;
        let mut reported = 0;
        for _ in 0..2 {
            let page = self.page.lock().unwrap_or_else(PoisonError::into_inner);
            let waited = self.changed.wait_timeout_while(page, PATIENCE, |page| page.0 == reported);
            let (page, _) = waited.unwrap_or_else(PoisonError::into_inner);
            let now = page.0;
            drop(page);
            if now != reported {
                reported = now;
                write!(stream, "data: {now}\n\n")?;
            }
            stream.flush()?;
        }
        Ok(())
    }
}

/// The relevant parts of a request.
struct Request {
    method: String,
    path: String,
    host: String,
    /// Whether another site's page sent it.
    from_elsewhere: bool,
}

impl Request {
    fn read(stream: &TcpStream) -> io::Result<Self> {
        let in_time = InTime { stream, until: Instant::now() + PATIENCE };
        let mut lines = BufReader::new(in_time.take(LONGEST)).lines();
        let first = lines.next().transpose()?.unwrap_or_default();
        let mut words = first.split_ascii_whitespace().map(str::to_owned);
        let mut request = Self {
            method: words.next().unwrap_or_default(),
            path: words.next().unwrap_or_default(),
            host: String::new(),
            from_elsewhere: false,
        };
        for line in lines {
            let line = line?;
            if line.is_empty() {
                return Ok(request);
            }
            let (name, value) = line.split_once(':').unwrap_or((&line, ""));
            match name.to_ascii_lowercase().as_str() {
                "host" => value.trim().clone_into(&mut request.host),
                "sec-fetch-site" => {
                    request.from_elsewhere = !matches!(value.trim(), "none" | "same-origin");
                }
                _ => {}
            }
        }
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}

/// A stream with a deadline, which a byte now and then does not extend.
struct InTime<'a> {
    stream: &'a TcpStream,
    until: Instant,
}

impl Read for InTime<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(io::ErrorKind::TimedOut.into());
        }
        self.stream.set_read_timeout(Some(left))?;
        self.stream.read(buffer)
    }
}

fn head(status: &str, kind: &str, length: Option<usize>) -> String {
    let mut head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n\
         X-Frame-Options: DENY\r\nCross-Origin-Resource-Policy: same-origin\r\nReferrer-Policy: no-referrer\r\nConnection: close\r\n"
    );
    if let Some(length) = length {
        let _ = write!(head, "Content-Length: {length}\r\n");
    }
    head + "\r\n"
}

fn refuse(stream: &mut TcpStream, status: &str) -> io::Result<()> {
    let head = head(status, "text/plain; charset=utf-8", Some(status.len()));
    stream.write_all((head + status).as_bytes())
}

/// The page with an error message; it reloads at the next change as well.
fn error_page(shell: &Shell, stop: Stop) -> String {
    let why = match stop {
        Stop::Config(mut findings) | Stop::Conflict(mut findings) => {
            shell.findings(&findings);
            secrets::mask(&mut findings);
            let reported = findings.iter().map(crate::report::human::plain);
            reported.collect::<Vec<_>>().join("\n\n")
        }
        Stop::Failed(why) => {
            complain(&why);
            visible(&secrets::hide(&why)).into_owned()
        }
    };
    crate::preview::error_page(&why)
}

/// Size and time of every input file of the page.
fn fingerprint(shell: &Shell) -> Vec<u8> {
    let mut digest = Sha256::new();
    let Ok(tree) = source::worktree(shell) else { return Vec::new() };
    let mut folders = vec![String::new()];
    if let Ok(project) = Project::configured(&tree) {
        folders = vec![project.config.posts.dir.clone(), project.config.drafts.dir.clone()];
    }
    let mut paths: Vec<String> =
        [crate::config::FILE, crate::project::PEOPLE].map(str::to_owned).to_vec();
    for folder in folders {
        let listed = tree.list(&folder).unwrap_or_default();
        paths.extend(listed.into_iter().map(|entry| entry.path));
    }
    for path in paths {
        let Ok(about) = std::fs::metadata(shell.root.join(&path)) else { continue };
        let time = about.modified().ok();
        let time = time.and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        digest.update(path.as_bytes());
        digest.update(about.len().to_le_bytes());
        digest.update(time.unwrap_or_default().as_nanos().to_le_bytes());
    }
    digest.finalize().to_vec()
}
