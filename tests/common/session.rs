//! Sessions in Markdown: pages whose commands run and whose output is compared.
//!
//! In a `console` block a line `$ COMMAND` is run by `sh`; a line `? N` below it is its exit code where
//! that is not 0; the rest is its output, standard output before standard error. A page that people read
//! shows both in the order in which they were written, and the exit code as a last line. Two comments that no
//! reader sees prepare what a page leaves unsaid: `<!-- file: PATH -->` writes the code block below it
//! to that file, `<!-- run: COMMAND -->` runs a command that must succeed. The folder in which it all
//! happens is shown as `/home/ada/blog`.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use super::{copy, difference};

/// The date of every session, for the commands that use the clock: 2026-11-22.
const DAY: &str = "1795305600";

/// Replays a session in a copy of `folders`; returns the differences. `BLESS=1` writes what comes
/// out now.
pub fn session(script: &Path, folders: &[&Path]) -> String {
    let text = fs::read_to_string(script).expect("a session");
    let home = tempfile::tempdir().expect("a folder");
    for folder in folders {
        copy(folder, home.path(), None);
    }
    let is_test = script.starts_with(super::data("cli"));
    difference(script, &replay(&text, home.path(), is_test))
}

/// The text between `<!-- KEY: ` and ` -->`, where a line is such a comment.
pub fn comment<'l>(line: &'l str, key: &str) -> Option<&'l str> {
    let inner = line.strip_prefix("<!-- ")?.strip_suffix(" -->")?;
    inner.strip_prefix(key)?.strip_prefix(": ")
}

/// The session with the current output of its commands.
fn replay(script: &str, home: &Path, is_test: bool) -> String {
    let mut shown = String::new();
    let mut block = None;
    let mut file: Option<(&str, String)> = None;
    for line in script.lines() {
        if line.starts_with("```") {
            if block.take().is_none() {
                block = Some(line);
            } else if let Some((path, text)) = file.take() {
                let path = home.join(path);
                fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
                fs::write(path, text).expect("a file of the page");
            }
        } else if block == Some("```console") {
            if let Some(command) = line.strip_prefix("$ ") {
                let _ = writeln!(shown, "{line}");
                let output = if is_test {
                    output(&shell(command, home))
                } else {
                    terminal(&shell(&format!("exec 2>&1\n{command}"), home))
                };
                let home = home.to_string_lossy();
                shown.push_str(&output.replace(home.as_ref(), "/home/ada/blog"));
            }
            continue; // output of the command above, as it was
        } else if block.is_some() {
            if let Some((_, text)) = &mut file {
                let _ = writeln!(text, "{line}");
            }
        } else if let Some(path) = comment(line, "file") {
            file = Some((path, String::new()));
        } else if let Some(command) = comment(line, "run") {
            let done = shell(command, home);
            assert!(done.status.success(), "{command}: {done:?}");
        }
        let _ = writeln!(shown, "{line}");
    }
    shown
}

fn shell(command: &str, home: &Path) -> Output {
    let program = Path::new(env!("CARGO_BIN_EXE_afterword"));
    let folder = program.parent().expect("a folder").display();
    Command::new("sh")
        .args(["-c", command])
        .current_dir(home)
        .env_clear()
        .env("PATH", format!("{folder}:/usr/local/bin:/usr/bin:/bin"))
        .env("HOME", home)
        .env("SOURCE_DATE_EPOCH", DAY)
        .env("GIT_CEILING_DIRECTORIES", home.parent().expect("a folder"))
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .output()
        .expect("sh runs")
}

/// What a terminal shows, and the exit code if it is not 0.
fn terminal(done: &Output) -> String {
    let mut shown = String::from_utf8_lossy(&done.stdout).into_owned();
    if !shown.is_empty() && !shown.ends_with('\n') {
        shown.push('\n');
    }
    match done.status.code() {
        Some(0) => {}
        Some(code) => _ = writeln!(shown, "(exit code {code})"),
        None => shown.push_str("(killed)\n"),
    }
    shown.push('\n');
    shown
}

fn output(done: &Output) -> String {
    let mut shown = String::new();
    match done.status.code() {
        Some(0) => {}
        Some(code) => _ = writeln!(shown, "? {code}"),
        None => shown.push_str("? killed\n"),
    }
    shown.push_str(&String::from_utf8_lossy(&done.stdout));
    shown.push_str(&String::from_utf8_lossy(&done.stderr));
    if !shown.is_empty() && !shown.ends_with('\n') {
        shown.push('\n');
    }
    shown.push('\n');
    shown
}
