//! `preview --serve` and misbehaving browsers.
#![expect(clippy::disallowed_methods, reason = "a server is a process")]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// A server that ends with the test.
struct Server {
    child: Child,
    port: u16,
    _folder: tempfile::TempDir,
    root: std::path::PathBuf,
}

impl Server {
    fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path().to_path_buf();
        fs::create_dir(root.join("posts")).expect("a folder");
        let post = "---\ntitle: A\ndate: 2026-01-01\n---\n\nText\n";
        fs::write(root.join("posts/a.md"), post).expect("a post");
        let config = "[site]\ntitle = \"T\"\nurl = \"https://example.org/\"\n";
        fs::write(root.join("afterword.toml"), config).expect("a configuration");
        let mut child = Command::new(env!("CARGO_BIN_EXE_afterword"))
            .args(["preview", "--serve", "--port", "0"])
            .current_dir(&root)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("it starts");
        let mut first = String::new();
        let out = child.stdout.take().expect("it is piped");
        BufReader::new(out).read_line(&mut first).expect("a line");
        let address = first.split([':', '/']).find_map(|part| part.parse().ok());
        Self { child, port: address.expect("a port"), _folder: folder, root }
    }

    fn ask(&self, method: &str, path: &str) -> String {
        let mut stream = self.connect();
        let host = format!("127.0.0.1:{}", self.port);
        write!(stream, "{method} {path} HTTP/1.1\r\nHost: {host}\r\n\r\n").expect("it listens");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("it answers");
        answer
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        let patience = Some(Duration::from_mins(1));
        stream.set_read_timeout(patience).expect("a duration");
        stream
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn heads_idle_connections_and_waiting_tabs() {
    let server = Server::start();
    let head = server.ask("HEAD", "/");
    assert!(head.starts_with("HTTP/1.1 200 OK") && head.ends_with("\r\n\r\n"), "{head}");
    assert!(server.ask("POST", "/").starts_with("HTTP/1.1 405"));
    // More than are answered at once; each is closed after a few seconds, whatever it sends.
    let mut idle: Vec<TcpStream> = (0..70).map(|_| server.connect()).collect();
    for stream in &mut idle {
        let _ = stream.write_all(b"G");
    }
    assert!(server.ask("GET", "/").contains("</html>"));
    // The answer to a tab that waits for a change ends, so that another tab can ask.
    let events = server.ask("GET", "/events");
    assert!(events.contains("data: 1"), "{events}");
    for stream in &mut idle {
        let mut rest = Vec::new();
        assert_eq!(stream.read_to_end(&mut rest).unwrap_or_default(), 0);
    }
}

#[test]
fn a_broken_configuration_is_shown_without_escape_codes() {
    let server = Server::start();
    fs::write(server.root.join("afterword.toml"), "[site\n").expect("a file");
    let page = (0..100)
        .map(|_| {
            std::thread::sleep(Duration::from_millis(100));
            server.ask("GET", "/")
        })
        .find(|page| page.contains("There is no preview"))
        .expect("the page changes");
    assert!(page.contains("error[config-syntax]"), "{page}");
    assert!(!page.contains('\u{1b}') && !page.contains("[1m"), "{page}");
}
