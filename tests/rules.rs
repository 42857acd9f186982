//! A test raises every rule: its name is in some expected output, or in a unit test that compares with it.
//! `tests/validate.rs` raises those of feeds.
#![expect(clippy::disallowed_methods, reason = "tests read their cases from disk")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Rules that no input of a reasonable size raises, each with the reason.
const NOT_RAISED: [(&str, &str); 2] = [
    ("card-size", "a template of noise would have to draw over a megabyte"),
    (
        "feed-unwritten",
        "the libraries that write feeds refuse nothing that the checks before them let pass",
    ),
];

/// Every word of a text that could be a rule's name where a finding or a comparison gives it.
fn collect(text: &str, named: &mut BTreeSet<String>) {
    let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    for mark in ["error[", "warning[", "info[", "error ", "warning ", "info ", "\""] {
        for (at, _) in text.match_indices(mark) {
            let rest = &text[at + mark.len()..];
            let end = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
            if matches!(rest[end..].chars().next(), Some(']' | ':' | ' ' | '"')) {
                named.insert(rest[..end].to_owned());
            }
        }
    }
}

fn walk(folder: &Path, take: &dyn Fn(&str) -> Option<usize>, named: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            if !path.ends_with(".env") {
                walk(&path, take, named);
            }
        } else if let Ok(text) = fs::read_to_string(&path)
            && let Some(start) = take(&path.to_string_lossy()).or_else(|| text.find("#[cfg(test)]"))
        {
            collect(&text[start..], named);
        }
    }
}

#[test]
fn every_rule_is_raised() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut named = BTreeSet::new();
    walk(&root.join("tests"), &|path| (!path.ends_with("tests/rules.rs")).then_some(0), &mut named);
    walk(&root.join("src"), &|path| path.ends_with("/tests.rs").then_some(0), &mut named);
    let raised = |name: &str| named.contains(name);
    // Those of feeds are raised by tests/validate, by fixtures or by their own examples.
    let of_feeds: BTreeSet<&str> =
        afterword::validate::rules::all().map(|rule| rule.name).collect();
    let silent: Vec<&str> = afterword::rules::all()
        .map(|rule| rule.name)
        .filter(|name| !of_feeds.contains(name) && !raised(name))
        .filter(|name| !NOT_RAISED.iter().any(|(excepted, _)| excepted == name))
        .collect();
    assert!(silent.is_empty(), "no test raises {}", silent.join(", "));
    for (name, _) in NOT_RAISED {
        assert!(
            afterword::rules::find(name).is_some() && !raised(name),
            "{name} needs no exception"
        );
    }
}
