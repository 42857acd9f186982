//! Writing, tried on a real folder.
#![expect(clippy::disallowed_methods, reason = "tests set files up and look at them")]

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::Path;

use super::{Artifact, Lock, Place, Plan, Report, WriteError};
use crate::tree::worktree::Worktree;

fn artifact(path: &str, text: &str) -> Artifact {
    Artifact::text(path, text)
}

fn plan(root: &Path, artifacts: &[(&str, &str)]) -> Plan {
    let tree = Worktree::new(root).expect("a folder");
    let artifacts = artifacts.iter().map(|(path, text)| artifact(path, text));
    Plan::compare(artifacts, &tree).expect("a plan")
}

fn build(root: &Path, artifacts: &[(&str, &str)]) -> Result<Report, WriteError> {
    let lock = Lock::take(root, &["feeds", "drafts"])?;
    plan(root, artifacts).apply(&lock)
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().into_string().expect("UTF-8"))
        .collect();
    names.sort();
    names
}

#[test]
fn a_second_build_touches_nothing() {
    let root = tempfile::tempdir().expect("a folder");
    let outputs = [("drafts/a/x.txt", "one"), ("feeds/rss.xml", "two")];
    let report = build(root.path(), &outputs).expect("written");
    assert_eq!(report.written, ["drafts/a/x.txt", "feeds/rss.xml"]);
    let before = fs::metadata(root.path().join("feeds/rss.xml")).expect("a file");
    assert_eq!(plan(root.path(), &outputs).changed().count(), 0);
    assert_eq!(build(root.path(), &outputs).expect("nothing to do"), Report::default());
    let after = fs::metadata(root.path().join("feeds/rss.xml")).expect("a file");
    assert_eq!((before.ino(), before.mtime_nsec()), (after.ino(), after.mtime_nsec()));
    assert_eq!(names(&root.path().join("feeds")), ["rss.xml"]);
}

/// Rows 31 and 32 of the catalogue of faults.
#[test]
fn mode_and_link_are_kept() {
    let root = tempfile::tempdir().expect("a folder");
    let feeds = root.path().join("feeds");
    fs::create_dir(&feeds).expect("a folder");
    fs::write(feeds.join("rss.xml"), "old").expect("a file");
    fs::set_permissions(feeds.join("rss.xml"), Permissions::from_mode(0o640)).expect("a mode");
    fs::write(feeds.join("real.xml"), "old").expect("a file");
    symlink("real.xml", feeds.join("atom.xml")).expect("a link");
    let tree = Worktree::new(root.path()).expect("a folder");
    let mut plan = Plan::within(vec![Place {
        folder: "feeds".into(),
        is_output: |name| name.strip_suffix(".xml").is_some(),
    }]);
    for path in ["feeds/rss.xml", "feeds/atom.xml"] {
        plan.add(artifact(path, "new"), &tree).expect("an output");
    }
    let lock = Lock::take(root.path(), &["feeds"]).expect("the lock");
    plan.apply(&lock).expect("written");
    let mode = fs::metadata(feeds.join("rss.xml")).expect("a file").mode();
    assert_eq!(mode & 0o777, 0o640);
    assert!(feeds.join("atom.xml").is_symlink());
    assert_eq!(fs::read(feeds.join("real.xml")).expect("a file"), b"new");
    assert_eq!(names(&feeds), ["atom.xml", "real.xml", "rss.xml"]);
}

/// Rows 30, 32, 33 and 62: nothing at all is written.
#[test]
fn one_bad_target_stops_every_output() {
    type Spoil = fn(&Path);
    let spoil: [(&str, Spoil); 6] = [
        ("write-protected", |path| {
            fs::write(path, "old").expect("a file");
            fs::set_permissions(path, Permissions::from_mode(0o444)).expect("a mode");
        }),
        ("out of the project", |path| {
            symlink("/etc/passwd", path).expect("a link");
        }),
        ("leads nowhere", |path| {
            symlink("nothing", path).expect("a link");
        }),
        ("a folder has its name", |path| {
            fs::create_dir(path).expect("a folder");
        }),
        ("a pipe", |path| {
            nix::unistd::mkfifo(path, nix::sys::stat::Mode::S_IRWXU).expect("a pipe");
        }),
        ("not a folder", |path| {
            let folder = path.parent().expect("a folder");
            fs::remove_dir(folder).expect("an empty folder");
            fs::write(folder, "").expect("a file");
        }),
    ];
    for (why, spoil) in spoil {
        let root = tempfile::tempdir().expect("a folder");
        let bad = root.path().join("feeds/rss.xml");
        fs::create_dir(root.path().join("feeds")).expect("a folder");
        spoil(&bad);
        let lock = Lock::take(root.path(), &["feeds"]).expect("the lock");
        let mut plan = Plan::default();
        for path in ["drafts/a/x.txt", "feeds/rss.xml"] {
            plan.write.push(super::Change {
                artifact: artifact(path, "new"),
                found: None,
                off_disk: false,
            });
        }
        let error = plan.apply(&lock).expect_err(why).to_string();
        assert!(error.contains(why), "{error}");
        assert_eq!(names(root.path()), ["feeds"], "{why}");
    }
}

#[test]
fn an_edit_saved_meanwhile_is_kept() {
    let root = tempfile::tempdir().expect("a folder");
    build(root.path(), &[("drafts/a/x.txt", "one"), ("feeds/rss.xml", "one")]).expect("written");
    let plan = plan(root.path(), &[("drafts/a/x.txt", "two"), ("feeds/rss.xml", "two")]);
    fs::write(root.path().join("drafts/a/x.txt"), "mine").expect("a file");
    let lock = Lock::take(root.path(), &[]).expect("the lock");
    assert!(
        matches!(plan.apply(&lock), Err(WriteError::Changed(path)) if path == "drafts/a/x.txt")
    );
    assert_eq!(fs::read(root.path().join("drafts/a/x.txt")).expect("a file"), b"mine");
    assert_eq!(fs::read(root.path().join("feeds/rss.xml")).expect("a file"), b"one");
}

/// Row 26: the next run removes what a killed run left.
#[test]
fn leftovers_are_swept() {
    let root = tempfile::tempdir().expect("a folder");
    build(root.path(), &[("drafts/gone/x.txt", "one"), ("feeds/rss.xml", "one")]).expect("written");
    for left in ["drafts/gone/.afterword-77-0.tmp", "feeds/.afterword-77-1.tmp"] {
        fs::write(root.path().join(left), "half").expect("a file");
    }
    build(root.path(), &[("feeds/rss.xml", "one")]).expect("nothing to do");
    assert_eq!(names(&root.path().join("drafts/gone")), ["x.txt"]);
    assert_eq!(names(&root.path().join("feeds")), ["rss.xml"]);
}

#[test]
fn a_pending_draft_is_deleted_only_as_it_was_seen() {
    let root = tempfile::tempdir().expect("a folder");
    build(root.path(), &[("drafts/a/x.pending.txt", "new")]).expect("written");
    let tree = Worktree::new(root.path()).expect("a folder");
    let mut plan = Plan::default();
    plan.remove("drafts/a/x.pending.txt", &tree).expect("readable");
    plan.remove("drafts/a/y.pending.txt", &tree).expect("missing is fine");
    assert!(plan.changed().count() > 0);
    let lock = Lock::take(root.path(), &[]).expect("the lock");
    assert_eq!(plan.apply(&lock).expect("deleted").removed, ["drafts/a/x.pending.txt"]);
    // No empty folder stays.
    assert!(names(root.path()).is_empty());
}

/// Row 34: builds at once end one after the other.
#[test]
fn builds_at_once_take_turns() {
    let root = tempfile::tempdir().expect("a folder");
    std::thread::scope(|scope| {
        for number in 0..8 {
            let root = root.path();
            scope.spawn(move || {
                let text = format!("{number}").repeat(10_000);
                build(root, &[("feeds/a.xml", &text), ("feeds/b.xml", &text)]).expect("written");
            });
        }
    });
    let read = |path| fs::read(root.path().join(path)).expect("a file");
    assert_eq!(read("feeds/a.xml"), read("feeds/b.xml"));
    assert_eq!(names(&root.path().join("feeds")), ["a.xml", "b.xml"]);
}
