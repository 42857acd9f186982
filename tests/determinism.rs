//! The same posts give the same bytes, whatever the machine: zone, locale, umask, home, path of the
//! checkout, number of threads, times and order of the files. A second build writes nothing.

#![cfg(unix)]
#![allow(clippy::disallowed_methods, reason = "tests prepare and read folders")]

mod common;

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, SystemTime};

use common::{afterword, copy, data, files, run};
use sha2::{Digest, Sha256};

const OUTPUTS: &[&str] = &["feeds", "drafts"];
const BLOG: &str = "hard";

/// Environments that must make no difference.
const MACHINES: &[&[(&str, &str)]] = &[
    &[],
    &[("TZ", "Pacific/Chatham"), ("LC_ALL", "C"), ("RAYON_NUM_THREADS", "1")],
    &[
        ("TZ", "America/St_Johns"),
        ("LC_ALL", "tr_TR.UTF-8"),
        ("LANG", "tr_TR"),
        ("RAYON_NUM_THREADS", "7"),
    ],
    &[("TZ", ":/nowhere"), ("LANGUAGE", "he"), ("HOME", "/nonexistent"), ("USER", "someone")],
    &[
        ("HOME", "/"),
        ("TMPDIR", "/tmp"),
        ("SOURCE_DATE_EPOCH", "1"),
        ("NO_COLOR", "1"),
        ("CI", "true"),
    ],
];

fn digest(home: &Path) -> Vec<u8> {
    let mut hash = Sha256::new();
    for (name, bytes) in files(home, OUTPUTS) {
        hash.update(name.to_string_lossy().as_bytes());
        hash.update(bytes.len().to_le_bytes());
        hash.update(bytes);
    }
    hash.finalize().to_vec()
}

#[test]
fn machines_make_no_difference() {
    let mut digests = Vec::new();
    for (n, machine) in MACHINES.iter().enumerate() {
        let root = tempfile::tempdir().expect("a folder");
        // A checkout path of another length and with a space, and files written in another order.
        let home = root.path().join(["b", "a checkout with spaces", "ü"][n % 3]);
        copy(&data(BLOG), &home, None);
        age(&home, n);
        let mut command = Command::new("sh");
        command
            .args(["-c", "umask \"$1\"; shift; exec \"$@\"", "sh", ["022", "077", "002"][n % 3]])
            .arg(env!("CARGO_BIN_EXE_afterword"))
            .arg("build")
            .current_dir(&home)
            .env_clear()
            .env("PATH", "/usr/local/bin:/usr/bin:/bin")
            .envs(machine.iter().copied());
        run(command, 0);
        assert!(!files(&home, OUTPUTS).is_empty(), "nothing was written");
        digests.push(digest(&home));
    }
    assert!(digests.iter().all(|digest| *digest == digests[0]), "{digests:#?} for {MACHINES:?}");
}

/// Gives every other file another time of change, by a rule that differs from run to run.
fn age(home: &Path, n: usize) {
    for (k, name) in files(home, &["posts"]).keys().enumerate() {
        let then = SystemTime::UNIX_EPOCH
            + Duration::from_secs(86_400 * (1 + (k * (7 + n)) as u64 % 9_000));
        let file = fs::File::options().write(true).open(home.join(name));
        file.and_then(|file| file.set_modified(then)).expect("a time is set");
    }
}

#[test]
fn a_second_build_writes_nothing() {
    let home = tempfile::tempdir().expect("a folder");
    copy(&data(BLOG), home.path(), None);
    run(afterword(home.path(), &["build"]), 0);
    let before = places(home.path());
    run(afterword(home.path(), &["build", "--fail-on-change"]), 0);
    assert_eq!(before, places(home.path()));
}

/// Inode and time of change of every file and folder.
fn places(home: &Path) -> Vec<(String, u64, i64, i64)> {
    let mut pending = vec![home.to_path_buf()];
    let mut found = Vec::new();
    while let Some(path) = pending.pop() {
        let data = fs::symlink_metadata(&path).expect("metadata");
        found.push((path.display().to_string(), data.ino(), data.mtime(), data.mtime_nsec()));
        if data.is_dir() {
            let entries = fs::read_dir(&path).expect("a folder");
            pending.extend(entries.map(|entry| entry.expect("an entry").path()));
        }
    }
    found.sort();
    found
}
