//! One fault, one finding: which findings say again what another one at the same place says.

use std::ops::Range;

use feed_lint_findings::{Finding, Rule};

use super::atom::LINK_RELATION;
use super::encoding::{
    MANGLED_TEXT, MISSING_ENCODING, UNKNOWN_ENCODING, WRONG_ENCODING, XML_VERSION,
};
use super::html::{BROKEN_HTML, DOUBTFUL_TEXT, HTML_IN_TEXT};
use super::jsonfeed::{BYTE_ORDER_MARK, MISSING_MEMBER, SYNTAX, UNKNOWN_MEMBER};
use super::limits::NOT_A_FEED;
use super::namespaces::{NAMESPACE_NAME, UNKNOWN_NAMESPACE, WRONG_NAMESPACE};
use super::texts::BLANK_ATTRIBUTE;
use super::wellformed::{
    BARE_AMPERSAND, FORBIDDEN_CHARACTER, INVALID_DECLARATION, INVALID_ENTITY, STRAY_LESS_THAN,
    TEXT_OUTSIDE_ROOT, UNDEFINED_ENTITY,
};

/// The rule of the finding that stays, and those whose findings repeat it where they overlap.
static AT_ONE_PLACE: &[(&Rule, &[&Rule])] = &[
    (&BARE_AMPERSAND, &[&HTML_IN_TEXT]),
    (&STRAY_LESS_THAN, &[&BROKEN_HTML]),
    (&UNDEFINED_ENTITY, &[&HTML_IN_TEXT]),
    (&INVALID_ENTITY, &[&BROKEN_HTML, &DOUBTFUL_TEXT, &HTML_IN_TEXT]),
    (&FORBIDDEN_CHARACTER, &[&BROKEN_HTML, &TEXT_OUTSIDE_ROOT]),
    (&INVALID_DECLARATION, &[&UNKNOWN_ENCODING, &XML_VERSION]),
    (&WRONG_NAMESPACE, &[&UNKNOWN_NAMESPACE, &NAMESPACE_NAME]),
    (&BLANK_ATTRIBUTE, &[&LINK_RELATION]),
    (&WRONG_ENCODING, &[&BYTE_ORDER_MARK]),
];

/// The same for findings anywhere in the file.
static IN_ONE_FILE: &[(&Rule, &[&Rule])] = &[
    (&WRONG_ENCODING, &[&MANGLED_TEXT]),
    (&NOT_A_FEED, &[&MISSING_ENCODING, &TEXT_OUTSIDE_ROOT, &UNKNOWN_NAMESPACE]),
    (&SYNTAX, &[&MISSING_MEMBER, &NOT_A_FEED, &UNKNOWN_MEMBER]),
];

/// The findings without those that repeat another one.
pub(crate) fn removed(findings: Vec<Finding>) -> Vec<Finding> {
    let places = |rule: &Rule| -> Vec<Range<usize>> {
        let all = findings.iter().filter(|one| std::ptr::eq(one.rule, rule));
        all.map(place).collect()
    };
    let mut repeats: Vec<(&Rule, Option<Vec<Range<usize>>>)> = Vec::new();
    for (table, anywhere) in [(AT_ONE_PLACE, false), (IN_ONE_FILE, true)] {
        for (stays, others) in table {
            let places = places(stays);
            if !places.is_empty() {
                let places = (!anywhere).then_some(places);
                repeats.extend(others.iter().map(|other| (*other, places.clone())));
            }
        }
    }
    if repeats.is_empty() {
        return findings;
    }
    let is_repeat = |one: &Finding| {
        let own = place(one);
        repeats.iter().any(|(rule, places)| {
            std::ptr::eq(*rule, one.rule)
                && (places.as_ref())
                    .is_none_or(|places| places.iter().any(|other| overlap(other, &own)))
        })
    };
    let kept: Vec<bool> = findings.iter().map(|one| !is_repeat(one)).collect();
    let pairs = findings.into_iter().zip(kept);
    pairs.filter_map(|(one, kept)| kept.then_some(one)).collect()
}

fn place(finding: &Finding) -> Range<usize> {
    finding.at.as_ref().map_or(0..0, |span| span.range.clone())
}

/// Whether two places share a character; an empty one is its next character.
fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    let end = |place: &Range<usize>| place.end.max(place.start + 1);
    one.start < end(other) && other.start < end(one)
}
