//! Command lines and what they print, to the letter: every `tests/cli/NAME.md` is a session whose
//! commands run, one after another, in a copy of `tests/cli/NAME/`; so is the README.
//!
//! In a `console` block a line `$ COMMAND` is run by `sh`; a line `? N` below it is its exit code where
//! that is not 0; the rest is its output, standard output before standard error.
//! `AFTERWORD_BLESS=1 cargo test --test cli` writes what comes out now.

#![cfg(unix)]
#![allow(
    clippy::disallowed_methods,
    reason = "tests prepare folders and run the program"
)]

mod common;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use common::{copy, data};

#[test]
fn sessions() {
    let mut scripts: Vec<_> = fs::read_dir(data("cli"))
        .expect("tests/cli")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .collect();
    scripts.sort();
    assert!(!scripts.is_empty(), "tests/cli is empty");
    let mut wrong = String::new();
    for script in scripts {
        let folder = script.with_extension("");
        let folders: &[&Path] = if folder.exists() { &[&folder] } else { &[] };
        wrong.push_str(&session(&script, folders));
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// What the README shows is what comes out of the project's own posts, and of a post with two slips.
#[test]
fn readme() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let home = tempfile::tempdir().expect("a folder");
    copy(&project.join("posts"), &home.path().join("posts"), None);
    fs::copy(
        project.join("afterword.toml"),
        home.path().join("afterword.toml"),
    )
    .expect("the configuration");
    let wrong = session(
        &project.join("README.md"),
        &[home.path(), &data("cli/readme")],
    );
    assert!(wrong.is_empty(), "{wrong}");
}

/// Replays a session in a copy of `folders`; the answer is how it differs from what is told.
fn session(script: &Path, folders: &[&Path]) -> String {
    let told = fs::read_to_string(script).expect("a session");
    let home = tempfile::tempdir().expect("a folder");
    for folder in folders {
        copy(folder, home.path(), None);
    }
    let shown = replay(&told, home.path());
    if told == shown {
        return String::new();
    }
    if std::env::var_os("AFTERWORD_BLESS").is_some() {
        fs::write(script, shown).expect("the session is written");
        return String::new();
    }
    let difference = similar::TextDiff::from_lines(&told, &shown);
    let name = script.display().to_string();
    let mut unified = difference.unified_diff();
    unified.header(&name, "what came out").to_string()
}

/// The session with the output that its commands give now.
fn replay(told: &str, home: &Path) -> String {
    let mut shown = String::new();
    let mut in_block = false;
    for line in told.lines() {
        if line.starts_with("```") {
            in_block = line == "```console";
        } else if let Some(command) = line.strip_prefix("$ ").filter(|_| in_block) {
            let _ = writeln!(shown, "{line}");
            shown.push_str(&output(command, home));
            continue;
        } else if in_block {
            continue; // output of the command above, as it was
        }
        let _ = writeln!(shown, "{line}");
    }
    shown
}

fn output(command: &str, home: &Path) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_afterword"));
    let folder = program.parent().expect("a folder").display();
    let done = Command::new("sh")
        .args(["-c", command])
        .current_dir(home)
        .env_clear()
        .env("PATH", format!("{folder}:/usr/local/bin:/usr/bin:/bin"))
        .env("HOME", home)
        .env("GIT_CEILING_DIRECTORIES", home.parent().expect("a folder"))
        .output()
        .expect("sh runs");
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
