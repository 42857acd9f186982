//! Help that quotes what to write is right: written in place of the fault, the finding is gone,
//! no other comes, and nothing else of the post is lost.
//!
//! Each file of `tests/help/` is posts, configurations, drafts and people, one below the other, parted
//! by a line `=== PATH [DIALECT]`.

#![allow(clippy::disallowed_methods, reason = "tests read their data from folders")]

mod common;

use std::fs;

use afterword::config::Config;
use afterword::draft::file::File;
use afterword::draft::{People, check, network};
use afterword::generator::{self, Context};
use afterword::read;
use afterword::report::{Finding, Level, Source};
use common::{data, entries};

struct Case {
    path: String,
    dialect: String,
    text: String,
}

fn cases() -> Vec<Case> {
    let mut found: Vec<Case> = Vec::new();
    for path in entries(&data("help")) {
        let text = fs::read_to_string(path).expect("a file");
        for part in text.split("\n=== ").skip(1) {
            let (head, text) = part.split_once('\n').expect("a post");
            let (path, dialect) = head.split_once(' ').unwrap_or((head, "plain"));
            found.push(Case {
                path: path.to_owned(),
                dialect: dialect.to_owned(),
                text: format!("{text}\n"),
            });
        }
    }
    found
}

/// The findings of a post, a configuration, people or a draft.
fn findings(case: &Case, text: &str) -> Vec<Finding> {
    let name = case.path.rsplit('/').next().expect("a name");
    let source = Source::new(case.path.as_str(), text);
    match name.rsplit_once('.') {
        _ if name == "afterword.toml" => return Config::parse(&source).err().unwrap_or_default(),
        _ if name == "people.toml" => return People::parse(&source).1,
        Some((name, "txt")) => {
            let file = File::parse(&source);
            return check::check(&file, network::named(name).expect("a network"));
        }
        _ => {}
    }
    let context = Context {
        dialect: generator::named(&case.dialect).expect("a dialect"),
        ..Context::default()
    };
    let key = name.rsplit_once('.').map_or(name, |(key, _)| key);
    read::post(&case.path, text.as_bytes().to_vec(), key, &context).findings
}

/// The texts that a help quotes after "write", each a fix.
fn quoted(help: &str) -> Vec<&str> {
    if let Some(word) = help.strip_prefix("did you mean ") {
        return vec![word.trim_matches(['`', '?'])];
    }
    if let Some(text) = help.strip_prefix("write ").filter(|text| text.starts_with('"')) {
        return vec![text];
    }
    let Some(rest) =
        help.strip_prefix("write `").or_else(|| help.split_once(": write `").map(|(_, rest)| rest))
    else {
        return Vec::new();
    };
    let rest = rest
        .split_once("`;")
        .or_else(|| rest.split_once("`, whichever"))
        .map_or_else(|| rest.trim_end_matches('`'), |(rest, _)| rest);
    rest.split("` or `").collect()
}

/// The post with `line` written in place of what the finding marks: a whole line where the help is
/// one, a part of a line in a list or a table on one line, else the marked text alone.
fn obeyed(text: &str, finding: &Finding, line: &str) -> String {
    let range = finding.at.as_ref().expect("a place").range.clone();
    let start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[range.end..].find('\n').map_or(text.len(), |at| range.end + at);
    let marked = &text[range.clone()];
    let is_line = line.contains(": ") || line.contains(" = ");
    if !is_line {
        return format!("{}{line}{}", &text[..range.start], &text[range.end..]);
    }
    if finding.rule.name == "missing-title" || finding.rule.name == "missing-date" {
        let first = text.find('\n').map_or(0, |at| at + 1);
        return format!("{}{line}\n{}", &text[..first], &text[first..]);
    }
    let key = line.split([':', '=']).next().unwrap_or_default().trim();
    let before = &text[start..range.start];
    // `event: {start: 31.1.2026}`: the pair stands inside of a line.
    let begins = match before.rfind(key) {
        Some(at) if !marked.starts_with(key) => start + at,
        _ => range.start,
    };
    let is_toml = finding.rule.name == "front-matter-syntax" && line.contains(" = ");
    let until = if is_toml || finding.rule.name == "config-syntax" {
        end
    } else if marked.contains('\n') {
        range.end
    } else {
        range.end.min(end)
    };
    format!("{}{line}{}", &text[..begins], &text[until..])
}

fn shown(findings: &[Finding]) -> Vec<String> {
    findings
        .iter()
        .filter(|finding| finding.level > Level::Info)
        .map(|finding| format!("{}: {}", finding.rule.name, finding.message))
        .collect()
}

#[test]
fn applying_a_help_fixes_the_fault() {
    let cases = cases();
    assert!(cases.len() > 20, "{} cases", cases.len());
    let mut wrong = Vec::new();
    for case in &cases {
        let found = findings(case, &case.text);
        let before = shown(&found);
        if before.is_empty() {
            wrong.push(format!("nothing is found in\n{}", case.text));
        }
        let mut tried = 0;
        for finding in &found {
            let help = finding.help.as_deref().unwrap_or_default();
            for line in quoted(help) {
                tried += 1;
                let text = obeyed(&case.text, finding, line);
                let after = shown(&findings(case, &text));
                let message = format!("{}: {}", finding.rule.name, finding.message);
                let new: Vec<&String> = after.iter().filter(|one| !before.contains(one)).collect();
                // What cannot be read hides what else is wrong.
                let hid = ["front-matter-syntax", "draft-header-type"].contains(&finding.rule.name);
                if after.contains(&message) || (!new.is_empty() && !hid) {
                    wrong.push(format!("{help}\nleaves {after:?}\nin\n{text}"));
                }
            }
        }
        if tried == 0 {
            wrong.push(format!("no help quotes a text for\n{}{before:?}", case.text));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// No help mentions an event of another post.
#[test]
fn help_is_built_from_the_value() {
    for case in cases() {
        for finding in findings(&case, &case.text) {
            let help = finding.help.unwrap_or_default();
            for example in ["PyCascades", "pycascades", "2020-02-", "Ada Example", "example.org"] {
                let own = case.text.contains(example);
                assert!(own || !help.contains(example), "{help}\n{}", case.text);
            }
        }
    }
}
