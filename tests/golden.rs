//! Posts to exact bytes: `tests/golden/NAME/` is a small blog, `expected/` holds its feeds and drafts.
//!
//! `BLESS=1 cargo test --test golden` writes the current output into `expected/`; review the diff
//! before you commit it.

#![allow(clippy::disallowed_methods, reason = "tests prepare and read folders")]

mod common;

use std::fs;
use std::path::Path;

use afterword::difference::unified;
use common::{Files, afterword, copy, data, entries, files, run};

const OUTPUTS: &[&str] = &["feeds", "drafts"];

#[test]
fn posts_to_exact_bytes() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut tried = 0;
    let mut wrong = Vec::new();
    for blog in entries(&data("golden")) {
        let home = tempfile::tempdir().expect("a folder");
        copy(&blog, home.path(), Some("expected"));
        run(afterword(home.path(), &["build"]), 0);
        run(afterword(home.path(), &["check"]), 0);
        let written = files(home.path(), OUTPUTS);
        let expected = blog.join("expected");
        if bless {
            write(&expected, &written);
        }
        compare(&files(&expected, OUTPUTS), &written, &blog, &mut wrong);
        tried += 1;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(tried > 0, "tests/golden is empty");
}

fn write(expected: &Path, written: &Files) {
    if expected.exists() {
        fs::remove_dir_all(expected).expect("the old files go");
    }
    for (name, bytes) in written {
        let path = expected.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
}

fn compare(expected: &Files, written: &Files, blog: &Path, wrong: &mut Vec<String>) {
    let blog = blog.display();
    for name in expected.keys().filter(|name| !written.contains_key(*name)) {
        wrong.push(format!("{blog}: {} was not written", name.display()));
    }
    for (name, bytes) in written {
        let now = String::from_utf8_lossy(bytes);
        match expected.get(name) {
            None => wrong.push(format!("{blog}: {} is new", name.display())),
            Some(old) if old != bytes => wrong.push(format!(
                "{blog}: {} differs\n{}",
                name.display(),
                unified(("expected", &String::from_utf8_lossy(old)), ("written", &now)),
            )),
            Some(_) => {}
        }
    }
}
