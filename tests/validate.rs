//! Every rule of feeds against documents that violate it and documents that do not.
//!
//! The examples of a rule's declaration are such documents where they stand in the smallest feed of a format.
//! What they do not show is a file: `tests/validate/RULE/fires.*` must have a finding of the rule, `quiet.*` must
//! not. Each file says what it shows; further files of the same kind have a name behind it, `fires-NAME.*`.
//! What else is known about a file stands there as well: `base: URI`,
//! `now: DATE`, `previous: FILE`, `sibling: FILE`, `file: URI LENGTH TYPE`.
#![expect(clippy::disallowed_methods, reason = "fixtures are files")]

#[path = "common/examples.rs"]
mod examples;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use afterword::report::{Finding, Level, Rule};
use afterword::validate::rules::all as rules;
use afterword::validate::{Format, Input, World, disagreements, validate};
use url::Url;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/validate")
}

/// The word after `key` in a fixture's comment.
fn word_after<'t>(text: &'t str, key: &str) -> Option<&'t str> {
    text.split_once(key)?.1.split_whitespace().next()
}

/// The one file that a fixture knows of.
struct One(Url, u64, String);

impl World for One {
    fn length(&self, url: &Url) -> Option<u64> {
        (*url == self.0).then_some(self.1)
    }

    fn media_type(&self, url: &Url) -> Option<String> {
        (*url == self.0).then(|| self.2.clone())
    }
}

/// A document, and the file that it is or would be.
#[derive(Clone)]
struct Case {
    path: PathBuf,
    bytes: Vec<u8>,
}

impl Case {
    fn read(path: PathBuf) -> Self {
        let bytes = fs::read(&path).expect("a fixture");
        Self { path, bytes }
    }

    /// Its path from the fixtures' folder.
    fn name(&self) -> std::path::Display<'_> {
        self.path.strip_prefix(folder()).unwrap_or(&self.path).display()
    }
}

fn outcome(case: &Case) -> Vec<Finding> {
    outcome_of(&case.path, case.bytes.clone())
}

/// The findings of a document with these bytes.
fn outcome_of(path: &Path, mut bytes: Vec<u8>) -> Vec<Finding> {
    let text = String::from_utf8_lossy(&bytes).into_owned();
    if text.contains("REPEAT") {
        bytes = text.replace("REPEAT", &"word ".repeat(200_100)).into_bytes();
    }
    let beside = |key: &str| {
        word_after(&text, key)
            .map(|name| fs::read(path.with_file_name(name)).expect("a file beside"))
    };
    let (previous, sibling) = (beside("previous: "), beside("sibling: "));
    let world = text.split_once("file: ").map(|(_, rest)| {
        let words: Vec<&str> = rest.split_whitespace().take(3).collect();
        One(
            Url::parse(words[0]).expect("a URL"),
            words[1].parse().expect("a length"),
            words[2].to_owned(),
        )
    });
    let name = path.to_string_lossy();
    let mut input = Input::new(&name, &bytes);
    input.base = word_after(&text, "base: ").map(|uri| Url::parse(uri).expect("a URL"));
    input.now = word_after(&text, "now: ").map(|date| date.parse().expect("a date"));
    input.previous = previous.as_deref();
    input.outline = sibling.is_some();
    let sibling = sibling.map(|bytes| {
        let mut sibling = Input::new("sibling.json", &bytes);
        sibling.outline = true;
        validate(&sibling).outline
    });
    let sibling: Vec<_> = sibling.iter().map(|outline| ("sibling.json", outline)).collect();
    if let Some(world) = &world {
        input.world = Some(world);
    }
    let mut outcome = validate(&input);
    let more = disagreements(&outcome, &sibling);
    outcome.findings.extend(more);
    outcome.findings
}

/// The files of a kind, `fires` or `quiet`, in a rule's folder.
fn fixtures(rule: &str, kind: &str) -> Vec<Case> {
    let files = fs::read_dir(folder().join(rule)).into_iter().flatten();
    let named = |path: &PathBuf| {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        stem.split('-').next() == Some(kind)
    };
    let mut files: Vec<PathBuf> = files.map(|file| file.expect("a file").path()).collect();
    files.retain(named);
    files.sort();
    files.into_iter().map(Case::read).collect()
}

fn raises(rule: &Rule, case: &Case) -> bool {
    outcome(case).iter().any(|finding| finding.rule.name == rule.name)
}

/// What is wrong where a rule must be quiet: its own findings, and every error.
fn faults(rule: &Rule, case: &Case) -> Vec<Finding> {
    let mut findings = outcome(case);
    findings.retain(|found| found.rule.name == rule.name || found.level == Level::Error);
    findings
}

/// By rule, the document of its wrong example, if the document of the right one is quiet.
static EXAMPLES: LazyLock<BTreeMap<&str, Case>> = LazyLock::new(|| {
    let shown = |rule: &'static Rule| {
        let pairs = examples::documents(rule);
        let path = folder().join(rule.name).join("example");
        let case = |text: String| Case { path: path.clone(), bytes: text.into_bytes() };
        let mut pairs = pairs.map(|pair| pair.map(case));
        let is_right =
            |[wrong, right]: &[Case; 2]| raises(rule, wrong) && faults(rule, right).is_empty();
        pairs.find(is_right).map(|[wrong, _]| (rule.name, wrong))
    };
    rules().filter_map(shown).collect()
});

/// The documents that violate a rule.
fn violations(rule: &Rule) -> Vec<Case> {
    let mut cases = fixtures(rule.name, "fires");
    cases.extend(EXAMPLES.get(rule.name).cloned());
    cases
}

#[test]
fn every_rule_fires_where_it_should_and_nowhere_else() {
    let mut wrong = Vec::new();
    for rule in rules() {
        let (fires, quiet) = (fixtures(rule.name, "fires"), fixtures(rule.name, "quiet"));
        if (fires.is_empty() || quiet.is_empty()) && !EXAMPLES.contains_key(rule.name) {
            let name = rule.name;
            wrong.push(format!("{name}: neither its examples nor fixtures show where it fires"));
        }
        for case in fires.iter().filter(|case| !raises(rule, case)) {
            let found = outcome(case);
            let names: BTreeSet<&str> = found.iter().map(|finding| finding.rule.name).collect();
            wrong.push(format!("{} is quiet; {names:?} fire", case.name()));
        }
        for case in &quiet {
            for finding in faults(rule, case) {
                let (rule, message) = (finding.rule.name, &finding.message);
                wrong.push(format!("{} has {rule}: {message}", case.name()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_fixture_belongs_to_a_rule_and_says_what_it_shows() {
    for entry in fs::read_dir(folder()).expect("the fixtures") {
        let path = entry.expect("a folder").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        assert!(rules().any(|rule| rule.name == name), "there is no rule {name}");
        for kind in ["fires", "quiet"] {
            let named = |case: &Case| case.path.file_stem().is_some_and(|stem| stem == kind);
            for case in fixtures(&name, kind).into_iter().filter(named) {
                let text = String::from_utf8_lossy(&case.bytes);
                assert!(text.contains(&name), "{} does not say what it shows", case.name());
            }
        }
    }
}

#[test]
fn every_finding_has_a_place_and_says_what_to_write() {
    for rule in rules() {
        for finding in violations(rule).iter().flat_map(outcome) {
            if finding.rule.name == rule.name && finding.level != Level::Info {
                assert!(finding.at.is_some(), "{} has no place", rule.name);
                let silent =
                    ["xml-too-deep", "too-many-attributes", "too-many-findings", "no-element"];
                assert!(
                    finding.help.is_some() || silent.contains(&rule.name),
                    "{} has no help",
                    rule.name
                );
            }
        }
    }
}

/// The text that a help asks to write or to add.
fn wanted(help: &str) -> Option<&str> {
    let starts = ["write `", "add `", ": write `"];
    let (add, at) = starts
        .iter()
        .find_map(|start| Some((*start == "add `", help.find(start)? + start.len())))?;
    let (text, _) = help[at..].split_once('`')?;
    Some(text).filter(|text| !add || text.contains(['<', '"']))
}

/// The ways in which an author may put a text where a finding is: in place of what is marked, of the
/// attribute, value, text or element around it, or beside it.
fn attempts(text: &str, at: &Range<usize>, new: &str, help: &str) -> Vec<String> {
    let ends = |from: usize, sign: &str| text[from..].find(sign).map_or(text.len(), |n| from + n);
    let past = |at: usize| (at + 1).min(text.len());
    let opens = text[..past(at.start)].rfind('<').unwrap_or(at.start);
    let tag_end = ends(opens, ">");
    let closes = ends(tag_end, "</");
    let name = text[opens..].trim_start_matches('<');
    let name = &name[..name.find([' ', '>', '/', '\n']).unwrap_or(0)];
    let element_end = past(ends(ends(tag_end, &format!("</{name}")), ">"));
    let value = past(ends(at.start, "\""));
    let value_end = ends(value, "\"");
    let line = text[..at.start].rfind('\n').map_or(0, |n| n + 1);
    let mut spans = vec![
        (at.start, at.end),
        (value, value_end),
        (past(tag_end), closes),
        (opens, element_end),
        (opens, past(tag_end)),
        (opens + 1 + name.len(), opens + 1 + name.len()),
        (element_end, element_end),
        (past(tag_end), past(tag_end)),
        (opens, opens),
        (line, ends(at.end, "\n")),
        (0, 0),
        (0, ends(0, "\n")),
        (at.start, past(ends(at.end, "}"))),
        (text.len(), text.len()),
    ];
    // An attribute of the same name.
    if let Some((key, _)) = new.split_once('=') {
        let tag = &text[opens..tag_end];
        spans.extend(tag.match_indices(&format!(" {key}=\"")).map(|(n, own)| {
            let value = opens + n + own.len();
            (opens + n, past(ends(value, "\"")))
        }));
    }
    // "add … inside `channel`"
    let inside = help.split_once("inside `").and_then(|(_, rest)| rest.split('`').next());
    let inside = inside.map(|inside| format!("<{inside}"));
    spans.extend(inside.iter().flat_map(|inside| text.match_indices(inside.as_str())).map(
        |(n, _)| {
            let end = past(ends(n, ">"));
            (end, end)
        },
    ));
    spans.extend(text.match_indices("</").map(|(n, _)| (n, n)));
    spans.extend(text.match_indices('{').map(|(n, _)| (n + 1, n + 1)));
    let mut forms =
        vec![new.to_owned(), format!("\"{new}\""), format!(" {new}"), format!("{new}, ")];
    if new.contains('…') {
        let values = ["https://example.org/1", "en", "text/html", "ada@example.org", "Arts"];
        let filled = values.iter().map(|value| forms.iter().map(|form| form.replace('…', value)));
        forms = filled.flatten().collect();
    }
    let is_span = |(start, end): &(usize, usize)| {
        start <= end && text.is_char_boundary(*start) && text.is_char_boundary(*end)
    };
    let spans = spans.into_iter().filter(is_span);
    let put = |(start, end): (usize, usize)| {
        forms.iter().map(move |new| format!("{}{new}{}", &text[..start], &text[end..]))
    };
    let mut all: Vec<String> = spans.flat_map(put).collect();
    let renamed = |sign: &str| text.replace(&format!("{sign}{name}"), &format!("{sign}{new}"));
    all.push(renamed("<").replace(&format!("</{name}"), &format!("</{new}")));
    // A start tag: the end tag gets its name.
    if let Some(new_name) = new.strip_prefix('<') {
        let new_name = &new_name[..new_name.find([' ', '>', '/']).unwrap_or(0)];
        let tag = format!("{}{new}{}", &text[..opens], &text[past(tag_end)..]);
        all.push(tag.replace(&format!("</{name}>"), &format!("</{new_name}>")));
    }
    all
}

#[test]
fn obeying_a_help_fixes_the_fault() {
    let mut wrong = Vec::new();
    for rule in rules() {
        for case in violations(rule) {
            let before = outcome(&case);
            let count =
                |all: &[Finding]| all.iter().filter(|one| one.rule.name == rule.name).count();
            let own = before.iter().find(|finding| finding.rule.name == rule.name);
            let Some(finding) = own else {
                continue;
            };
            let help = finding.help.as_deref().unwrap_or_default();
            let Some((new, at)) = wanted(help).zip(finding.at.as_ref()) else {
                continue;
            };
            let text = at.source.text();
            let errors =
                |all: &[Finding]| all.iter().filter(|one| one.level == Level::Error).count();
            let fixed = attempts(text, &at.range, new, help).into_iter().any(|text| {
                let after = outcome_of(&case.path, text.into_bytes());
                count(&after) < count(&before) && errors(&after) <= errors(&before)
            });
            if !fixed {
                wrong.push(format!("{}: {}\n  {help}", case.name(), finding.message));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn fixes_are_right() {
    for rule in rules() {
        for case in violations(rule) {
            let mut findings = outcome(&case);
            findings.retain(|finding| finding.rule.name == rule.name);
            let before = findings.len();
            let mut fixes = findings.into_iter().filter_map(|one| one.fix.zip(one.at));
            let Some((fix, at)) = fixes.next() else {
                continue;
            };
            let mut text = at.source.text().to_owned();
            let mut edits = fix.edits;
            edits.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
            for (range, new) in edits {
                text.replace_range(range, &new);
            }
            let mut after = outcome_of(&case.path, text.clone().into_bytes());
            after.retain(|finding| finding.rule.name == rule.name);
            assert!(after.len() < before, "the fix of {} removes no finding:\n{text}", rule.name);
        }
    }
}

/// A rule lists exactly the formats in which it was seen.
#[test]
fn a_finding_is_about_a_format_of_its_rule() {
    let mut wrong = BTreeSet::new();
    for rule in rules() {
        assert!(!rule.formats.is_empty(), "{} names no format", rule.name);
        let quiet = fixtures(rule.name, "quiet");
        for case in violations(rule).iter().chain(&quiet) {
            let name = case.path.to_string_lossy();
            let report = validate(&Input::new(&name, &case.bytes));
            let format = match report.format {
                Format::Rss09x | Format::Rss20 => "RSS",
                Format::Rss090 | Format::Rss10 => "RSS 1.0",
                Format::Atom03 | Format::Atom10 => "Atom",
                Format::JsonFeed => "JSON Feed",
                Format::Unknown => continue,
            };
            let rules = report.findings.into_iter().map(|finding| finding.rule);
            let foreign = rules.filter(|rule| !rule.formats.contains(&format));
            wrong.extend(foreign.map(|rule| format!("{} is found in {format}", rule.name)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

/// An element of RSS that is empty has one finding, whatever it should hold.
#[test]
fn an_empty_element_is_one_fault() {
    let names = "ttl pubDate docs language webMaster copyright sy:updateBase sy:updateFrequency sy:updatePeriod";
    let mut empty: Vec<String> =
        names.split(' ').map(|name| format!("<{name}></{name}>")).collect();
    empty.push(
        "<image><url>https://example.org/a.png</url><title></title><link>https://example.org/</link></image>"
            .to_owned(),
    );
    for element in empty {
        let feed = format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
             <rss version=\"2.0\" xmlns:sy=\"http://purl.org/rss/1.0/modules/syndication/\"><channel><title>News</title>\
             <link>https://example.org/</link><description>What is new</description>{element}</channel></rss>"
        );
        let mut findings = outcome_of(Path::new("feed.xml"), feed.into_bytes());
        findings.retain(|finding| finding.level != Level::Info);
        let names: Vec<&str> = findings.iter().map(|finding| finding.rule.name).collect();
        assert_eq!(names.len(), 1, "{element}: {names:?}");
    }
}
