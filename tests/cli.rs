//! Command lines and what they print, to the letter: every `tests/cli/NAME.md` is a session whose
//! commands run, one after another, in a copy of `tests/cli/NAME/`; so is the README.
//!
//! `common/session.rs` describes the format of a session. `BLESS=1 cargo test --test cli` writes
//! what comes out now.

#![cfg(unix)]
#![allow(clippy::disallowed_methods, reason = "tests prepare folders and run the program")]

mod common;

use std::fs;
use std::path::Path;

use common::session::session;
use common::{copy, data, with_extension};

#[test]
fn sessions() {
    let scripts = with_extension(&data("cli"), "md");
    assert!(!scripts.is_empty(), "tests/cli is empty");
    let mut wrong = String::new();
    for script in scripts {
        let folder = script.with_extension("");
        let folders: &[&Path] = if folder.exists() { &[&folder] } else { &[] };
        wrong.push_str(&session(&script, folders));
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The README shows the output in a clone.
#[test]
fn readme() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let home = tempfile::tempdir().expect("a folder");
    for folder in ["posts", "feeds", "drafts"] {
        copy(&project.join(folder), &home.path().join(folder), None);
    }
    fs::copy(project.join("afterword.toml"), home.path().join("afterword.toml"))
        .expect("the configuration");
    let wrong = session(&project.join("README.md"), &[home.path()]);
    assert!(wrong.is_empty(), "{wrong}");
}
