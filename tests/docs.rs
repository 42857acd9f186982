//! The documentation holds: every page is listed, every link leads somewhere, every command that is
//! shown runs and prints what is shown, every configuration can be read, and what is made from the
//! code is what the code says now.
//!
//! `BLESS=1 cargo test --test docs` writes what commands print and what is made from the code.

#![cfg(unix)]
#![allow(clippy::disallowed_methods, reason = "tests prepare folders and run the program")]

mod common;
#[path = "docs/generated.rs"]
mod generated;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use afterword::cli::Cli;
use afterword::config::{Config, FILE};
use afterword::draft::People;
use afterword::report::Source;
use clap::{CommandFactory, Parser};
use common::session::{comment, session};
use common::{data, difference, files};
use pulldown_cmark::{Event, Options, Tag, TagEnd};

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Markdown pages of these folders and files, by path from the project's root.
fn pages(places: &[&str]) -> Vec<(PathBuf, String)> {
    let mut found = files(project(), places);
    for place in places.iter().filter(|place| project().join(place).is_file()) {
        found.insert(place.into(), fs::read(project().join(place)).expect("a page"));
    }
    found
        .into_iter()
        .filter(|(path, _)| path.extension().is_some_and(|extension| extension == "md"))
        .map(|(path, bytes)| (path, String::from_utf8(bytes).expect("UTF-8")))
        .collect()
}

fn book() -> Vec<(PathBuf, String)> {
    pages(&["docs"])
}

fn no(wrong: &[String]) {
    assert!(wrong.iter().all(String::is_empty), "\n{}", wrong.join("\n"));
}

/// A fenced block: its info string, its text, and the line above it.
struct Block<'t> {
    info: &'t str,
    text: String,
    above: &'t str,
}

fn blocks(page: &str) -> Vec<Block<'_>> {
    let mut found: Vec<Block<'_>> = Vec::new();
    let (mut inside, mut above) = (false, "");
    for line in page.lines() {
        if let Some(info) = line.strip_prefix("```") {
            if !inside {
                let text = String::new();
                found.push(Block { info, text, above });
            }
            inside = !inside;
        } else if inside && let Some(block) = found.last_mut() {
            let _ = writeln!(block.text, "{line}");
        }
        above = line;
    }
    found
}

/// What commands print on a page of the book. A page says where its session begins:
/// `<!-- in: FOLDER -->` copies a folder of `tests/`.
#[test]
fn sessions() {
    let mut wrong = Vec::new();
    for (path, text) in book() {
        if !text.contains("\n```console\n") {
            continue;
        }
        let from: Vec<PathBuf> =
            text.lines().filter_map(|line| comment(line, "in")).map(data).collect();
        let from: Vec<&Path> = from.iter().map(PathBuf::as_path).collect();
        wrong.push(session(&project().join(path), &from));
    }
    no(&wrong);
}

#[test]
fn every_page_is_listed_once() {
    let summary = fs::read_to_string(project().join("docs/SUMMARY.md")).expect("a summary");
    let listed: Vec<&str> = links(&summary).iter().map(|link| &summary[link.clone()]).collect();
    let mut wrong = Vec::new();
    for (path, _) in book() {
        let name = path.strip_prefix("docs").expect("in docs");
        let name = name.to_str().expect("a name");
        let times = listed.iter().filter(|link| **link == name).count();
        if name != "SUMMARY.md" && times != 1 {
            wrong.push(format!("docs/SUMMARY.md lists {name} {times} times"));
        }
    }
    no(&wrong);
}

/// Where the addresses of a page's inline links stand.
fn links(text: &str) -> Vec<std::ops::Range<usize>> {
    pulldown_cmark::Parser::new_ext(text, Options::ENABLE_TABLES)
        .into_offset_iter()
        .filter_map(|(event, range)| match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                let at = range.start + text[range].rfind(dest_url.as_ref())?;
                Some(at..at + dest_url.len())
            }
            _ => None,
        })
        .collect()
}

/// The anchors that a page's headings get, as GitHub and mdBook make them.
fn anchors(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut heading: Option<String> = None;
    for event in pulldown_cmark::Parser::new(text) {
        match (event, &mut heading) {
            (Event::Start(Tag::Heading { .. }), _) => heading = Some(String::new()),
            (Event::Text(part) | Event::Code(part), Some(heading)) => heading.push_str(&part),
            (Event::End(TagEnd::Heading(_)), Some(words)) => {
                let kept = words.chars().filter_map(|c| match c {
                    ' ' => Some('-'),
                    c if c.is_alphanumeric() || c == '-' || c == '_' => Some(c),
                    _ => None,
                });
                found.insert(kept.collect::<String>().to_lowercase());
                heading = None;
            }
            _ => {}
        }
    }
    found
}

#[test]
fn every_link_leads_somewhere() {
    let mut wrong = Vec::new();
    let places = [
        "docs",
        "packaging",
        ".github",
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "SECURITY.md",
        "tests/README.md",
    ];
    for (path, text) in pages(&places) {
        for range in links(&text) {
            let link = &text[range];
            if link.contains("://") || link.starts_with("mailto:") {
                continue;
            }
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = if file.is_empty() {
                project().join(&path)
            } else {
                project().join(&path).with_file_name("").join(file)
            };
            let there = target.exists()
                && (anchor.is_empty()
                    || anchors(&fs::read_to_string(&target).unwrap_or_default()).contains(anchor));
            if !there {
                wrong.push(format!("{}: {link} leads nowhere", path.display()));
            }
        }
    }
    no(&wrong);
}

/// A page a command, with the help that the command prints (and `sessions` holds it to that).
#[test]
fn every_command_has_a_page() {
    let mut wrong = Vec::new();
    let readme = fs::read_to_string(project().join("README.md")).expect("a README");
    for command in Cli::command().get_subcommands() {
        let name = command.get_name();
        let page = format!("docs/commands/{name}.md");
        let text = fs::read_to_string(project().join(&page)).unwrap_or_default();
        if !text.contains(&format!("\n$ afterword {name} --help\n")) {
            wrong
                .push(format!("{page} does not show `afterword {name} --help` in a console block"));
        }
        if !readme.contains(&format!("| `afterword {name}")) {
            wrong.push(format!("the README's table does not have `afterword {name}`"));
        }
        for argument in command.get_arguments() {
            if argument.get_help().is_none() && argument.get_id() != "help" {
                wrong.push(format!("`afterword {name}`: {} has no help", argument.get_id()));
            }
        }
    }
    no(&wrong);
}

/// Every block is of a kind that a test checks, or is marked as plain text.
#[test]
fn every_block_can_be_used() {
    let mut wrong = Vec::new();
    for (path, text) in pages(&["docs", "README.md", "CONTRIBUTING.md", "packaging"]) {
        for block in blocks(&text) {
            if let Err(why) = usable(&block) {
                wrong.push(format!("{}: {why}\n{}", path.display(), block.text));
            }
        }
    }
    no(&wrong);
}

fn usable(block: &Block<'_>) -> Result<(), String> {
    let text = block.text.as_str();
    match block.info {
        "sh" => commands(text),
        "toml" => settings(text),
        "yaml" => serde_saphyr::from_str::<serde_json::Value>(text)
            .map(drop)
            .map_err(|error| error.to_string()),
        "json" => serde_json::from_str::<serde_json::Value>(text)
            .map(drop)
            .map_err(|error| error.to_string()),
        "markdown" if comment(block.above, "file").is_none() => {
            Err("no session writes this post: put `<!-- file: PATH -->` above it".to_owned())
        }
        // Sessions run the first two; the others are languages that no test reads.
        "console" | "markdown" | "text" | "xml" | "html" | "javascript" | "lua" | "python"
        | "rust" | "gitattributes" | "" => Ok(()),
        other => Err(format!("no test reads blocks of {other:?}")),
    }
}

/// The commands of Afterword in a block of `sh` exist.
fn commands(text: &str) -> Result<(), String> {
    for line in text.lines() {
        let line = line.split(" #").next().unwrap_or_default().trim();
        let line = line.strip_prefix("exec ").or_else(|| line.strip_prefix("npx ")).unwrap_or(line);
        if !line.starts_with("afterword ") {
            continue;
        }
        let line = line.split([';', '|', '>']).next().unwrap_or_default();
        let mut words = Vec::new();
        for (index, part) in line.split(['"', '\'']).enumerate() {
            if index % 2 == 1 {
                words.push(part.to_owned());
            } else {
                words.extend(part.split_whitespace().map(str::to_owned));
            }
        }
        match Cli::try_parse_from(&words) {
            Err(error) if error.use_stderr() => return Err(error.to_string()),
            _ => {}
        }
    }
    Ok(())
}

/// Blocks of TOML are `afterword.toml`, or the file that their first line names.
fn settings(text: &str) -> Result<(), String> {
    let file = text
        .lines()
        .next()
        .and_then(|line| line.strip_prefix("# "))
        .filter(|name| !name.contains(' ') && Path::new(name).extension().is_some())
        .unwrap_or(FILE);
    match file {
        FILE => {
            let mut table: toml::Table = toml::from_str(text).map_err(|error| error.to_string())?;
            let site = table.entry("site").or_insert_with(|| toml::Table::new().into());
            let site = site.as_table_mut().ok_or("`site` is a table")?;
            site.entry("title").or_insert_with(|| "Title".into());
            site.entry("url").or_insert_with(|| "https://example.org/".into());
            Config::parse(&Source::new(FILE, table.to_string()))
                .map(drop)
                .map_err(|findings| format!("{findings:?}"))
        }
        "people.toml" => match People::parse(&Source::new(file, text)) {
            (_, findings) if findings.is_empty() => Ok(()),
            (_, findings) => Err(format!("{findings:?}")),
        },
        _ => toml::from_str::<toml::Table>(text).map(drop).map_err(|error| error.to_string()),
    }
}

/// The text between `<!-- generated: NAME -->` and `<!-- end -->` is generated from the code.
#[test]
fn generated_parts_are_current() {
    let mut wrong = Vec::new();
    let mut used = BTreeSet::new();
    for (path, text) in book() {
        let mut now = String::with_capacity(text.len());
        let mut rest = text.as_str();
        while let Some((before, after)) = rest.split_once("<!-- generated: ") {
            let (name, after) = after.split_once(" -->\n").expect("a whole comment");
            let (_, after) = after.split_once("<!-- end -->").expect("an end");
            let (_, part) = generated::PARTS
                .iter()
                .find(|(known, _)| *known == name)
                .unwrap_or_else(|| panic!("{}: {name} is not generated", path.display()));
            used.insert(name.to_owned());
            let _ = write!(
                now,
                "{before}<!-- generated: {name} -->\n{}\n<!-- end -->",
                part().trim_end()
            );
            rest = after;
        }
        now.push_str(rest);
        wrong.push(difference(&project().join(path), &now));
    }
    for (path, make) in generated::FILES {
        wrong.push(difference(&project().join(path), &make()));
    }
    for (name, _) in generated::PARTS {
        assert!(used.contains(*name), "no page has the generated part {name}");
    }
    no(&wrong);
}
