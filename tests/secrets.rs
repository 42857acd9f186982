//! No command prints a secret, in any format, wherever a post has it; and no output contains one.
#![expect(clippy::disallowed_methods, reason = "commands are run on files")]

mod common;

use std::fs;
use std::path::Path;

use common::{afterword, files};

/// Made up here, so that no scanner of repositories takes this file for a leak.
const PART: &str = "aB3dE5fG7h";

/// The part of it that is never shown.
const TAIL: &str = "G7haB3dE5fG7haB3";

const COMMANDS: &[&[&str]] = &[
    &["build"],
    &["build", "--keep-going", "--diff", "--format", "sarif"],
    &["check"],
    &["check", "--format", "json"],
    &["check", "--format", "github"],
    &["inspect", "posts/a.md"],
    &["inspect", "--format", "json", "posts/a.md"],
    &["draft", "posts/a.md"],
    &["draft", "--format", "json", "posts/a.md"],
    &["import", "--stdout", "--date", "2026-01-01", "posts/a.md"],
    &["preview", "--out", "-"],
];

fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let output = afterword(folder, arguments).output().expect("it runs");
    let printed = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8_lossy(&printed).into_owned())
}

/// The texts that a build wrote into these folders.
fn outputs(site: &Path, folders: &[&str]) -> String {
    let written = files(site, folders).into_values().flatten();
    String::from_utf8_lossy(&written.collect::<Vec<u8>>()).into_owned()
}

fn site(config: &str, head: &str, body: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("posts")).expect("a folder");
    let config = format!("[site]\ntitle = \"T\"\nurl = \"https://example.org/\"\n{config}");
    fs::write(folder.path().join("afterword.toml"), config).expect("a file");
    let post = format!("---\ntitle: A\ndate: 2026-01-01\n{head}---\n\n{body}\n");
    fs::write(folder.path().join("posts/a.md"), post).expect("a file");
    folder
}

#[test]
fn secrets_beside_other_findings_and_behind_markup() {
    let rest = PART.repeat(4);
    let value = format!("ghp_{rest}");
    let (first, last) = rest.split_at(2);
    let heads = ["slug: 'X/x'", "date: X", "permalink: X", "X: y", "titel: X"]
        .map(|head| (format!("{}\n", head.replace('X', &value)), "Text.".to_owned()));
    let bodies = [
        format!("<<<<<<< {value}"),
        format!("&#1;{value}"),
        format!("[{value}](//x)"),
        format!("See ghp\\_{rest} here"),
        format!("See ghp&#95;{rest} here"),
        format!("See ghp_{first}<!-- -->{last} here"),
        format!("See ghp_{first}<b></b>{last} here"),
        format!("See TOKEN_{value} and x-{value}"),
    ]
    .map(|body| (String::new(), body));
    for (head, body) in heads.into_iter().chain(bodies) {
        let site = site("", &head, &body);
        for command in COMMANDS {
            let (code, printed) = run(site.path(), command);
            assert!(!printed.contains(TAIL), "{head}{body} {command:?}: {printed}");
            if command == &["build"] {
                assert_eq!(code, Some(1), "{head}{body}: {printed}");
                assert!(printed.contains("secret-github"), "{head}{body}: {printed}");
            }
        }
        assert!(!outputs(site.path(), &["feeds", "drafts"]).contains(TAIL), "{head}{body}");
    }
}

#[test]
fn secrets_of_the_configuration_and_of_people() {
    let value = format!("ghp_{}", PART.repeat(4));
    let escaped = value.replace('_', "\\u005f");
    for config in [
        format!("rights = \"{value}\"\n"),
        format!("rights = \"{escaped}\"\n"),
        format!("[drafts.templates.x]\nopener = \"{value}\"\n"),
    ] {
        let (code, printed) = run(site(&config, "", "Text.").path(), &["build"]);
        assert_eq!(code, Some(1), "{config}: {printed}");
        assert!(
            printed.contains("secret-github") && !printed.contains(TAIL),
            "{config}: {printed}"
        );
    }
}

#[test]
fn an_example_that_is_allowed_is_published() {
    let allow = "[[allow]]\nrule = \"secret-github\"\npath = \"posts/a.md\"\n";
    let body = format!("See ghp\\_{} here", PART.repeat(4));
    let site = site(allow, "", &body);
    let (code, printed) = run(site.path(), &["build"]);
    assert_eq!(code, Some(0), "{printed}");
    assert!(outputs(site.path(), &["feeds"]).contains(TAIL));
}
