//! The trees against real repositories.
#![expect(clippy::disallowed_methods, reason = "tests set files up and look at them")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::Git;
use crate::tree::worktree::Worktree;
use crate::tree::{Kind, Tree, TreeError};

/// A repository that is deleted at the end of the test.
struct Playground(tempfile::TempDir);

impl Playground {
    fn new() -> Self {
        let playground = Self(tempfile::tempdir().expect("a temporary folder"));
        playground.git("init -q -b main");
        playground
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn git(&self, arguments: &str) -> String {
        let output = Command::new("git")
            .current_dir(self.path())
            .args(["-c", "user.name=A", "-c", "user.email=a@example.org"])
            .args(arguments.split(' '))
            .stdin(Stdio::null())
            .output()
            .expect("git runs");
        assert!(output.status.success(), "git {arguments}: {output:?}");
        String::from_utf8(output.stdout).expect("UTF-8")
    }

    fn write(&self, path: &str, text: &str) -> PathBuf {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, text).expect("a file");
        path
    }
}

fn paths(tree: &dyn Tree, folder: &str) -> Vec<String> {
    let entries = tree.list(folder).expect("a list");
    entries.into_iter().map(|entry| entry.path).collect()
}

fn text(tree: &dyn Tree, path: &str) -> String {
    String::from_utf8(tree.read(path).expect("a file")).expect("UTF-8")
}

#[test]
fn the_three_sources_see_what_they_should() {
    let play = Playground::new();
    play.write("posts/a.md", "one");
    play.write("posts/.hidden.md", "x");
    play.write(".gitignore", "secret*\n");
    play.git("add .");
    play.git("commit -q -m one");
    play.write("posts/a.md", "two");
    play.git("add .");
    play.write("posts/a.md", "three");
    play.write("posts/untracked.md", "x");
    play.write("posts/secret.md", "x");
    play.write("posts/intent.md", "x");
    play.git("add -N posts/intent.md");

    let head = Git::revision(play.path(), "HEAD").expect("HEAD");
    let index = Git::index(play.path()).expect("the index");
    let work = Worktree::new(play.path()).expect("the work tree");
    assert_eq!(text(&head, "posts/a.md"), "one");
    assert_eq!(text(&index, "posts/a.md"), "two");
    assert_eq!(text(&work, "posts/a.md"), "three");
    assert_eq!(paths(&index, "posts"), ["posts/a.md"]);
    assert_eq!(paths(&work, "posts"), ["posts/a.md", "posts/intent.md", "posts/untracked.md"]);
    assert_eq!(work.git_status("posts").expect("git").untracked, ["posts/untracked.md"]);
    assert_eq!(text(index.base().expect("HEAD")[0].as_ref(), "posts/a.md"), "one");
    assert_eq!(text(work.base().expect("HEAD")[0].as_ref(), "posts/a.md"), "one");
    assert!(head.base().expect("no parents").is_empty());
    assert!(matches!(index.read("posts/untracked.md"), Err(TreeError::Missing(_))));
    assert!(
        play.path().join(".git/index").exists() && !play.path().join(".git/index.lock").exists()
    );
}

#[test]
fn a_forced_file_is_in_every_source() {
    let play = Playground::new();
    play.write(".gitignore", "*.md\n");
    play.write("posts/a.md", "one");
    play.git("add -f posts/a.md .gitignore");
    let work = Worktree::new(play.path()).expect("the work tree");
    let index = Git::index(play.path()).expect("the index");
    assert_eq!(paths(&work, "posts"), ["posts/a.md"]);
    assert_eq!(paths(&index, "posts"), ["posts/a.md"]);
}

#[test]
fn a_project_in_a_subfolder_has_paths_of_its_own() {
    let play = Playground::new();
    play.write("site/posts/a.md", "one");
    play.write("posts/not-ours.md", "x");
    play.git("add .");
    play.git("commit -q -m one");
    let site = play.path().join("site");
    for tree in [Git::index(&site), Git::revision(&site, "main")] {
        let tree = tree.expect("a tree");
        assert_eq!(paths(&tree, ""), ["posts/a.md"]);
        assert_eq!(text(&tree, "posts/a.md"), "one");
    }
    let index = Git::index(&site).expect("the index");
    assert_eq!(text(index.base().expect("HEAD")[0].as_ref(), "posts/a.md"), "one");
}

#[test]
fn an_unresolved_merge_is_named() {
    let play = Playground::new();
    play.write("posts/a.md", "one");
    play.git("add .");
    play.git("commit -q -m one");
    play.git("checkout -q -b other");
    play.write("posts/a.md", "two");
    play.git("commit -q -a -m two");
    play.git("checkout -q main");
    play.write("posts/a.md", "three");
    play.git("commit -q -a -m three");
    let merge = Command::new("git")
        .current_dir(play.path())
        .args(["-c", "user.name=t", "-c", "user.email=t@example.org", "merge", "-q", "other"])
        .output()
        .expect("git runs");
    assert!(!merge.status.success());
    match Git::index(play.path()) {
        Err(TreeError::Unmerged(paths)) => assert_eq!(paths, ["posts/a.md"]),
        other => panic!("{:?}", other.err()),
    }
    let work = Worktree::new(play.path()).expect("the work tree");
    assert_eq!(work.git_status("").expect("git").unmerged, ["posts/a.md"]);
}

#[test]
fn links_and_strange_names_are_never_read() {
    let play = Playground::new();
    play.write("posts/a.md", "one");
    play.write("posts/a\nb.md", "x");
    play.write("real/rss.xml", "feed");
    std::os::unix::fs::symlink("/etc/passwd", play.path().join("posts/link.md")).expect("a link");
    std::os::unix::fs::symlink("real", play.path().join("feeds")).expect("a link");
    std::os::unix::fs::symlink("../..", play.path().join("real/out")).expect("a link");
    play.git("add .");
    let index = Git::index(play.path()).expect("the index");
    let work = Worktree::new(play.path()).expect("the work tree");
    for tree in [&index as &dyn Tree, &work] {
        let entries = tree.list("posts").expect("a list");
        let refused: Vec<&str> = entries
            .iter()
            .filter(|entry| entry.kind != Kind::File)
            .map(|entry| entry.path.as_str())
            .collect();
        assert_eq!(refused, ["posts/a\\u{a}b.md", "posts/link.md"]);
        assert!(tree.read("posts/link.md").is_err());
        assert!(tree.read("feeds/rss.xml").is_err());
        assert!(tree.read("real/out/etc/passwd").is_err());
        assert!(tree.read_output("real/out/etc/passwd").is_err());
        assert_eq!(tree.read_output("feeds/rss.xml").expect("through the link"), b"feed");
    }
    assert!(matches!(work.read("../x"), Err(TreeError::Outside(_))));
}

#[test]
fn requests_made_ahead_are_answered_in_any_order() {
    let play = Playground::new();
    let paths: Vec<String> = (0..1000).map(|n| format!("drafts/{n}.txt")).collect();
    for path in &paths {
        play.write(path, &path.repeat(100));
    }
    play.git("add .");
    let index = Git::index(play.path()).expect("the index");
    index.expect(&paths);
    index.expect(&["drafts/none.txt".into()]);
    let again = || paths.iter().skip(990).chain(&paths[..3]);
    for path in again().chain(&paths[500..510]).chain(again()) {
        assert_eq!(text(&index, path), path.repeat(100));
    }
    assert!(matches!(index.read("drafts/none.txt"), Err(TreeError::Missing(_))));
    index.expect(&paths[..5]);
    assert_eq!(index.read_all(&paths).into_iter().flatten().count(), 1000);
}

#[test]
fn many_files_come_in_the_order_asked_for() {
    let play = Playground::new();
    for number in 0..1000 {
        play.write(&format!("posts/{number}.md"), &number.to_string().repeat(number));
    }
    play.git("add .");
    let index = Git::index(play.path()).expect("the index");
    let mut asked: Vec<String> = (0..1000).rev().map(|n| format!("posts/{n}.md")).collect();
    asked.insert(500, "posts/none.md".into());
    let read = index.read_all(&asked);
    assert!(matches!(read[500], Err(TreeError::Missing(_))));
    for (answer, path) in read.iter().zip(&asked).filter(|(_, path)| !path.contains("none")) {
        let number = path.trim_start_matches("posts/").trim_end_matches(".md");
        let wanted = number.repeat(number.parse().expect("a number"));
        assert_eq!(answer.as_ref().expect("a file"), wanted.as_bytes());
    }
}

#[test]
fn line_ends_that_git_converts_make_no_difference() {
    let play = Playground::new();
    play.write("feeds/rss.xml", "a\nb\n");
    play.git("add .");
    let work = Worktree::new(play.path()).expect("the work tree");
    assert!(!work.equal("feeds/rss.xml", b"a\r\nb\r\n", b"a\nb\n"));
    play.write(".gitattributes", "feeds/* text\n");
    assert!(work.equal("feeds/rss.xml", b"a\r\nb\r\n", b"a\nb\n"));
    assert!(!work.equal("feeds/rss.xml", b"a\r\nc\r\n", b"a\nb\n"));
}

#[test]
fn a_missing_repository_or_commit_is_an_error() {
    let play = Playground::new();
    assert!(matches!(Git::revision(play.path(), "HEAD"), Err(TreeError::Git(_))));
    assert!(matches!(Git::revision(play.path(), "--all"), Err(TreeError::Git(_))));
    assert!(Git::index(play.path()).expect("an empty index").base().expect("none").is_empty());
    assert!(paths(&Git::index(play.path()).expect("an empty index"), "").is_empty());
    let nowhere = tempfile::tempdir().expect("a temporary folder");
    let error = Git::index(nowhere.path()).err().expect("no repository").to_string();
    assert!(error.contains("not in a git repository"), "{error}");
}

#[test]
fn a_sparse_checkout_hides_nothing() {
    let play = Playground::new();
    play.write("posts/a.md", "one");
    play.write("posts/b.md", "two");
    play.git("add .");
    play.git("commit -q -m one");
    play.git("sparse-checkout set --no-cone /* !/posts/b.md");
    assert!(!play.path().join("posts/b.md").exists());
    let work = Worktree::new(play.path()).expect("the work tree");
    assert_eq!(paths(&work, "posts"), ["posts/a.md", "posts/b.md"]);
    assert_eq!(text(&work, "posts/b.md"), "two");
    assert_eq!(work.git_status("").expect("git").absent, ["posts/b.md"]);
}

#[test]
fn filters_are_undone() {
    let play = Playground::new();
    play.git("config filter.swap.clean ./clean");
    let script = play.write("clean", "#!/bin/sh\nsed s/WORK/INDEX/\n");
    fs::set_permissions(script, fs::Permissions::from_mode(0o755)).expect("a mode");
    play.write(".gitattributes", "posts/*.md filter=swap\n");
    play.write("posts/a.md", "WORK");
    play.write("other.md", "WORK");
    play.git("add .");
    let index = Git::index(play.path()).expect("the index");
    let work = Worktree::new(play.path()).expect("the work tree");
    for path in ["posts/a.md", "other.md"] {
        assert_eq!(text(&index, path), text(&work, path));
    }
    assert_eq!(text(&work, "posts/a.md"), "INDEX");
}

#[test]
fn a_repository_with_longer_ids_is_read_as_any() {
    let play = Playground(tempfile::tempdir().expect("a temporary folder"));
    play.git("init -q -b main --object-format=sha256");
    play.write("site/posts/deep/a.md", "one");
    play.write("posts/b.md", "elsewhere");
    play.git("add .");
    play.git("commit -q -m one");
    let project = play.path().join("site");
    let index = Git::index(&project).expect("the index");
    let head = Git::revision(&project, "HEAD").expect("HEAD");
    for tree in [&index, &head] {
        assert_eq!(paths(tree, ""), ["posts/deep/a.md"]);
        assert_eq!(text(tree, "posts/deep/a.md"), "one");
    }
    let base = index.base().expect("a base").remove(0);
    assert_eq!(paths(base.as_ref(), "posts"), ["posts/deep/a.md"]);
}
