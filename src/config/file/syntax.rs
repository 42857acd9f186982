//! Parses the TOML: reads every valid key, and reports the others.

use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer, Error};

use super::{File, sort};
use crate::nearly;
use crate::post::front_matter::toml_help;
use crate::post::scan::forbidden_in;
use crate::report::{Finding, Source};
use crate::rules::configuration::{CONFIG_KEY, CONFIG_SYNTAX, CONFIG_VALUE};

/// The most invalid keys that are reported.
const MOST_INVALID: usize = 50;

/// Reads every valid key. An invalid one is left out, with a finding and its name.
///
/// # Errors
/// The syntax errors: the rest of such a file could mean anything.
pub(super) fn read(source: &Source) -> Result<(File, Vec<Finding>, Vec<String>), Vec<Finding>> {
    let (mut table, errors) = DeTable::parse_recoverable(source.text());
    if !errors.is_empty() {
        let syntax_error = |error: &Error| {
            let (message, at) = message_and_range(error);
            let mut finding = Finding::new(&CONFIG_SYNTAX, message).at(source.span(at.clone()));
            finding.help = if finding.message == "duplicate key" {
                Some("delete one of the two".to_owned())
            } else {
                toml_help(source.text(), at.start)
            };
            finding
        };
        let mut findings: Vec<Finding> = errors.iter().map(syntax_error).collect();
        sort(&mut findings);
        // Further errors on the line of the first are mostly its consequences.
        findings.dedup_by_key(|finding| finding.at.as_ref().map(|span| span.position().0));
        return Err(findings);
    }
    let (mut findings, mut left_out) = (Vec::new(), Vec::new());
    table.get_ref().values().for_each(|value| forbidden(source, value, &mut findings));
    loop {
        let error = match File::deserialize(Deserializer::from(table.clone())) {
            Ok(file) => return Ok((file, findings, left_out)),
            Err(error) => error,
        };
        findings.push(unreadable(source, &error));
        match error.span().and_then(|at| leave_out(table.get_mut(), &at)) {
            Some(key) if left_out.len() < MOST_INVALID => left_out.push(key),
            _ => return Err(findings),
        }
    }
}

/// Reports strings with characters that XML forbids (XML 1.0, section 2.2), written as escapes: most
/// strings end up in a feed.
fn forbidden(source: &Source, value: &Spanned<DeValue<'_>>, findings: &mut Vec<Finding>) {
    match value.get_ref() {
        DeValue::String(text) => {
            if let Some(character) = forbidden_in(text) {
                let code = u32::from(character);
                let message = format!("an escape means U+{code:04X}, which no feed can carry");
                findings.push(
                    Finding::new(&CONFIG_VALUE, message)
                        .at(source.span(value.span()))
                        .help("delete the escape"),
                );
            }
        }
        DeValue::Array(items) => items.iter().for_each(|one| forbidden(source, one, findings)),
        DeValue::Table(items) => items.values().for_each(|one| forbidden(source, one, findings)),
        _ => {}
    }
}

/// Removes the key that an error at `at` is about, and returns its name. The parser limits the depth
/// of tables.
fn leave_out(table: &mut DeTable<'_>, at: &Range<usize>) -> Option<String> {
    for value in table.iter_mut().map(|(_, value)| value.get_mut()) {
        let tables: Vec<&mut DeTable<'_>> = match value {
            DeValue::Table(table) => vec![table],
            DeValue::Array(items) => items
                .iter_mut()
                .filter_map(|item| match item.get_mut() {
                    DeValue::Table(table) => Some(table),
                    _ => None,
                })
                .collect(),
            _ => Vec::new(),
        };
        if let Some(key) = tables.into_iter().find_map(|table| leave_out(table, at)) {
            return Some(key);
        }
    }
    let covers = |span: Range<usize>| span.start <= at.start && at.end <= span.end;
    let (key, _) = table.iter().find(|(key, value)| covers(key.span()) || covers(value.span()))?;
    let name = key.get_ref().to_string();
    table.remove(name.as_str());
    Some(name)
}

/// An error of serde as a finding.
fn unreadable(source: &Source, error: &Error) -> Finding {
    let (message, at) = message_and_range(error);
    let span = source.span(at);
    let named: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    if message.starts_with("unknown field")
        && let [unknown, known @ ..] = named.as_slice()
    {
        let finding =
            Finding::new(&CONFIG_KEY, format!("`{unknown}` is not a known key here")).at(span);
        return match nearly::meant(unknown, known.iter().copied()) {
            Some(near) => finding.help(format!("did you mean `{near}`?")).replaced_by(near),
            None => finding.help(format!("write one of {}", known.join(", "))),
        };
    }
    let help = match (message.split_once("expected "), named.as_slice()) {
        (Some((_, expected)), _) => instead(source.text(), span.range.clone(), expected),
        (None, [missing]) if message.starts_with("missing field") => {
            format!("write `{missing} = …` in this table")
        }
        _ => "write a value of the kind that this key takes".to_owned(),
    };
    Finding::new(&CONFIG_VALUE, message).at(span).help(help)
}

/// What to write in place of a value of another type, from the value at hand.
fn instead(text: &str, at: Range<usize>, expected: &str) -> String {
    let value = text.get(at.clone()).unwrap_or_default().trim();
    let word = value.trim_matches(['"', '\'']);
    let table = text.get(..at.start).unwrap_or_default().rsplit("\n[").next();
    let is_level = table.is_some_and(|table| table.starts_with("rules]"));
    match expected {
        "a string" if is_level && value == "false" => "write `\"off\"`".to_owned(),
        "a string" if is_level => "write a level: `\"error\"`, `\"warning\"`, `\"info\"` or `\"off\"`".to_owned(),
        "a string" if value.starts_with('[') => match value.trim_matches(['[', ']']).trim() {
            one if !one.contains(',') => format!("write `{one}`"),
            _ => "write one text in quotes".to_owned(),
        },
        "a string" => format!("write `\"{word}\"`"),
        "a boolean" => match word.to_ascii_lowercase().as_str() {
            "true" | "yes" | "on" | "1" => "write `true`".to_owned(),
            "false" | "no" | "off" | "0" => "write `false`".to_owned(),
            _ => "write `true` or `false`".to_owned(),
        },
        "a sequence" => format!("write `[{value}]`"),
        "a map" => "put it into a table of its own, with a line such as `[drafts.templates.mastodon]` above".to_owned(),
        _ => format!("write {expected}"),
    }
}

fn message_and_range(error: &Error) -> (String, Range<usize>) {
    let message = error.message().trim().replace('\n', "; ");
    (message, error.span().unwrap_or(0..0))
}
