//! What X counts and finds in a text agrees with twitter-text's own conformance cases
//! (`tests/networks/twitter-text`).
#![expect(clippy::disallowed_methods, reason = "tests read their cases from disk")]

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

use afterword::draft::network::named;
use afterword::draft::text::entities;
use serde::Deserialize;
use serde::de::DeserializeOwned;

#[derive(Deserialize)]
struct Suite<T> {
    tests: BTreeMap<String, T>,
}

#[derive(Deserialize)]
struct Case<T> {
    description: String,
    text: String,
    expected: T,
}

#[derive(Deserialize)]
struct Weighted {
    #[serde(rename = "weightedLength")]
    weighted_length: usize,
    valid: bool,
}

/// The cases of one group.
fn cases<T: DeserializeOwned>(file: &str, group: &str) -> Vec<Case<T>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/networks/twitter-text");
    let text = std::fs::read_to_string(folder.join(file)).expect("the cases can be read");
    // Only the group's own lines: the others have other shapes.
    let start = text.find(&format!("\n  {group}:\n")).expect("the group is there");
    let rest = &text[start + 1..];
    let end = rest
        .match_indices("\n  ")
        .find(|(at, _)| rest[at + 3..].starts_with(|c: char| c.is_ascii_alphabetic()))
        .map_or(rest.len(), |(at, _)| at + 1);
    let suite: Suite<Vec<Case<T>>> =
        serde_saphyr::from_str(&format!("tests:\n{}", &rest[..end])).expect("the cases are YAML");
    suite.tests.into_values().next().expect("one group")
}

fn hold<T: PartialEq + std::fmt::Debug + DeserializeOwned>(
    file: &str,
    group: &str,
    actual: impl Fn(&str) -> T,
) {
    let cases = cases::<T>(file, group);
    let mut wrong = Vec::new();
    for case in &cases {
        let actual = actual(&case.text);
        if actual != case.expected {
            wrong.push(format!(
                "{}\n  {:?}\n  {actual:?}\n  not {:?}",
                case.description, case.text, case.expected
            ));
        }
    }
    assert!(
        !cases.is_empty() && wrong.is_empty(),
        "{group}: {} of {}:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}

fn texts(text: &str, ranges: Vec<Range<usize>>, sign: bool) -> Vec<String> {
    let skip = usize::from(sign);
    ranges.into_iter().map(|range| text[range].chars().skip(skip).collect()).collect()
}

fn urls(text: &str) -> Vec<String> {
    texts(text, entities::urls(text).into_iter().map(|url| url.range).collect(), false)
}

fn hashtags(text: &str) -> Vec<String> {
    texts(text, entities::hashtags(text), true)
}

fn mentions(text: &str) -> Vec<String> {
    let names = texts(text, entities::mentions(text), true);
    names.into_iter().map(|name| name.split('/').next().unwrap_or_default().to_owned()).collect()
}

/// The range of each part, in characters, as in the cases.
fn indices(text: &str, ranges: Vec<Range<usize>>) -> Vec<[usize; 2]> {
    let at = |byte: usize| text[..byte].chars().count();
    ranges.into_iter().map(|range| [at(range.start), at(range.end)]).collect()
}

#[derive(Deserialize, Debug, PartialEq)]
struct At {
    indices: [usize; 2],
}

fn at(text: &str, ranges: Vec<Range<usize>>) -> Vec<At> {
    indices(text, ranges).into_iter().map(|indices| At { indices }).collect()
}

#[test]
fn urls_are_found() {
    hold("extract.yml", "urls", urls);
    hold("extract.yml", "tco_urls_with_params", urls);
    let ranges = |text: &str| entities::urls(text).into_iter().map(|url| url.range).collect();
    hold("extract.yml", "urls_with_indices", |text| at(text, ranges(text)));
    hold("extract.yml", "urls_with_directional_markers", |text| at(text, ranges(text)));
}

#[test]
fn hashtags_are_found() {
    hold("extract.yml", "hashtags", hashtags);
    hold("extract.yml", "hashtags_from_astral", hashtags);
    hold("extract.yml", "hashtags_with_indices", |text| at(text, entities::hashtags(text)));
}

#[test]
fn mentions_are_found() {
    hold("extract.yml", "mentions", mentions);
    hold("extract.yml", "mentions_with_indices", |text| at(text, entities::mentions(text)));
    hold("extract.yml", "mentions_or_lists_with_indices", |text| {
        at(text, entities::mentions(text))
    });
}

#[test]
fn lengths_are_those_of_x() {
    let x = named("x").expect("X is a network");
    for group in
        ["WeightedTweetsWithDiscountedEmojiCounterTest", "UnicodeDirectionalMarkerCounterTest"]
    {
        let cases = cases::<Weighted>("validate.yml", group);
        assert!(!cases.is_empty(), "{group}");
        let wrong: Vec<String> = cases
            .iter()
            .map(|case| (case, x.count(&case.text, None)))
            .filter(|(case, count)| *count != case.expected.weighted_length)
            .map(|(case, count)| {
                format!("{}: {count}, not {}", case.description, case.expected.weighted_length)
            })
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        assert!(cases.iter().all(|case| !case.expected.valid || x.takes(&case.text, None)));
    }
}
