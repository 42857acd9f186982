//! Parses the header of a draft.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::{FENCE, File, KEYS, Status, lines};
use crate::draft::rules::{HEADER, HEADER_KEY, HEADER_TYPE, STATUS};
use crate::nearly::meant;
use crate::post::Image;
use crate::post::front_matter::toml_help;
use crate::report::{Finding, Source};

impl File {
    pub(super) fn read_header(&mut self, range: Range<usize>) {
        let source = self.source.clone();
        let text = source.text().get(range.clone()).unwrap_or_default();
        let table = match DeTable::parse(text) {
            Ok(table) => table,
            Err(error) => {
                let at = error.span().unwrap_or(0..0);
                let message = format!(
                    "the header is not valid TOML: {}",
                    error.message().trim().replace('\n', " ")
                );
                self.findings.push(
                    Finding::new(&HEADER, message)
                        .at(self.source.span(range.start + at.start..range.start + at.end))
                        .help(toml_help(text, at.start).unwrap_or_else(|| {
                            "write one key per line, as in `status = \"draft\"`".to_owned()
                        })),
                );
                return;
            }
        };
        self.header_range = Some(range.clone());
        for (key, value) in table.get_ref() {
            let move_by = |at: Range<usize>| range.start + at.start..range.start + at.end;
            self.values.insert(key.get_ref().to_string(), move_by(value.span()));
            if !self.set(key.get_ref(), value.get_ref(), move_by(value.span())) {
                self.near_key(key.get_ref(), move_by(key.span()));
            }
        }
        self.findings.sort_by(|one, other| one.order().cmp(&other.order()));
    }

    /// Reads a key of the header; `false` where it is unknown.
    fn set(&mut self, key: &str, value: &DeValue<'_>, range: Range<usize>) -> bool {
        let text = value.as_str().map(str::to_owned);
        let header = &mut self.header;
        let taken = match key {
            "generated" => put(&mut header.generated, text),
            "generated_header" => put(&mut header.generated_header, text),
            "lang" => put(&mut header.lang, text),
            "cw" => put(&mut header.cw, text),
            "link" => put(&mut header.link, text),
            "schedule" => {
                put(
                    &mut header.schedule,
                    text.or_else(|| value.as_datetime().map(ToString::to_string)),
                ) && header
                    .schedule
                    .as_deref()
                    .is_none_or(|time| chrono::DateTime::parse_from_rfc3339(time).is_ok())
            }
            "posted_urls" => strings(value).map(|urls| header.posted_urls = urls).is_some(),
            "reply_to" => put(&mut header.reply_to, text),
            "recordings" => strings(value).map(|urls| header.recordings = Some(urls)).is_some(),
            "images" => images(value).map(|images| header.images = images).is_some(),
            "status" => {
                const KNOWN: [Status; 3] = [Status::Draft, Status::Approved, Status::Posted];
                let mut known = KNOWN.into_iter();
                let status = known.find(|status| value.as_str() == Some(status.name()));
                if let Some(status) = status {
                    header.status = status;
                } else {
                    // What may be frozen must not be overwritten.
                    header.status = Status::Approved;
                    let word = value.as_str().unwrap_or_default().to_lowercase();
                    let names = KNOWN.map(Status::name);
                    let near = names.into_iter().find(|name| *name == word);
                    let help = match near.or_else(|| meant(&word, names)) {
                        Some(name) => format!("write `{name:?}`"),
                        None => "write one of \"draft\", \"approved\" and \"posted\"".to_owned(),
                    };
                    self.findings.push(
                        Finding::new(&STATUS, "this is not a status of a draft")
                            .at(self.source.span(range))
                            .help(help),
                    );
                }
                return true;
            }
            _ => return false,
        };
        if !taken {
            let written = self.source.text().get(range.clone()).unwrap_or_default();
            let inner = written.trim_matches(['[', ']']).trim();
            let form = match (key, value) {
                ("schedule", DeValue::Datetime(time)) if time.time.is_none() => {
                    format!("`{written}T09:00:00Z`; any other time of that day will do")
                }
                ("schedule", _) => {
                    "a date with time and offset, as in `2026-05-01T09:00:00+02:00`".to_owned()
                }
                ("images", DeValue::Table(_))
                | ("posted_urls" | "recordings", DeValue::String(_)) => format!("`[{written}]`"),
                ("images", DeValue::Array(paths)) if paths.len() == 1 && inner.starts_with('"') => {
                    format!("`[{{ path = {inner} }}]`")
                }
                ("images", DeValue::String(_)) => format!("`[{{ path = {written} }}]`"),
                ("images", _) => "a list of tables, each with a `path`".to_owned(),
                ("posted_urls" | "recordings", _) => "a list of strings in quotes".to_owned(),
                (_, DeValue::Array(texts)) if texts.len() == 1 && inner.starts_with('"') => {
                    format!("`{inner}`")
                }
                (_, DeValue::Array(_) | DeValue::Table(_)) => "a string in quotes".to_owned(),
                _ => format!("`\"{written}\"`"),
            };
            let message = format!("`{key}` must not be of type {}", value.type_str());
            self.findings.push(
                Finding::new(&HEADER_TYPE, message)
                    .at(self.source.span(range))
                    .help(format!("write {form}")),
            );
        }
        true
    }

    fn near_key(&mut self, key: &str, range: Range<usize>) {
        let folded = key.to_lowercase().replace('-', "_");
        let same = KEYS.iter().copied().find(|known| *known == folded);
        let near = same.or_else(|| meant(&folded, KEYS.iter().copied()));
        if let Some(known) = near {
            self.findings.push(
                Finding::new(&HEADER_KEY, format!("`{key}` is not a key of a draft"))
                    .at(self.source.span(range))
                    .help(format!("did you mean `{known}`?"))
                    .replaced_by(known),
            );
        }
    }
}

fn put(slot: &mut Option<String>, text: Option<String>) -> bool {
    let some = text.is_some();
    *slot = text.filter(|text| !text.is_empty());
    some
}

fn strings(value: &DeValue<'_>) -> Option<Vec<String>> {
    value.as_array()?.iter().map(|one| one.get_ref().as_str().map(str::to_owned)).collect()
}

fn images(value: &DeValue<'_>) -> Option<Vec<Image>> {
    let image = |value: &DeValue<'_>| {
        let table = value.as_table()?;
        let text = |key: &str| {
            table
                .iter()
                .find(|(name, _)| name.get_ref() == key)
                .map(|(_, value)| value.get_ref().as_str().map(str::to_owned))
        };
        let optional = |key: &str| match text(key) {
            None => Some(None),
            Some(text) => text.map(|text| Some(text).filter(|text| !text.is_empty())),
        };
        Some(Image { src: text("path")??, alt: optional("alt")?, credit: optional("credit")? })
    };
    value.as_array()?.iter().map(|one| image(one.get_ref())).collect()
}

/// The lines from `start` that are header keys, including blank lines: the first and the last, and
/// whether a fence follows. `None` where the first line is not a key.
fn keys_from(text: &str, start: usize) -> Option<(Range<usize>, Range<usize>, bool)> {
    let is_key = |line: &str| {
        let key = line.split_once('=').map(|(key, _)| key.trim());
        key.is_some_and(|key| KEYS.contains(&key))
    };
    let mut found: Option<(Range<usize>, Range<usize>)> = None;
    for (line, _) in lines(text, start) {
        let written = text.get(line.clone()).unwrap_or_default();
        if is_key(written) {
            found = Some((found.map_or_else(|| line.clone(), |(first, _)| first), line));
        } else if !written.trim().is_empty() {
            let (first, last) = found?;
            return Some((first, last, written.trim_end() == FENCE));
        }
    }
    found.map(|(first, last)| (first, last, false))
}

/// The findings about a draft without a readable header.
pub(super) fn missing(source: &Source, start: usize) -> Finding {
    let text = source.text();
    if let Some((fence, next)) = lines(text, start).next()
        && text.get(fence.clone()).map(str::trim_end) == Some(FENCE)
    {
        let last = keys_from(text, next).map_or(fence, |(_, last, _)| last);
        return Finding::new(&HEADER, "the line `+++` after the header is missing")
            .at(source.span(last))
            .help("write `+++` on a line of its own below this one");
    }
    if let Some((first, _, true)) = keys_from(text, start) {
        return Finding::new(&HEADER, "the line `+++` before the header is missing")
            .at(source.span(first))
            .help("write `+++` on a line of its own above this one");
    }
    Finding::new(&HEADER, "the draft has no header")
        .at(source.start())
        .help("write `+++`, `status = \"draft\"` and `+++` on lines of their own above the text")
}

/// The lines of a second header at the beginning of the text, which would be posted.
pub(super) fn in_text(source: &Source, body: usize) -> Option<Finding> {
    let (first, last, true) = keys_from(source.text(), body)? else { return None };
    let message = "the text begins with the lines of a header, which would be posted";
    let finding = Finding::new(&HEADER, message)
        .at(source.span(first.start..last.end))
        .help("move these lines into the header at the top, and delete the line `+++` below them");
    Some(finding)
}

/// The bytes between the fences and the first byte of the text.
pub(super) fn header_end(text: &str, start: usize) -> Option<(Range<usize>, usize)> {
    let mut lines = lines(text, start);
    let (first, after) = lines.next()?;
    if text.get(first)?.trim_end() != FENCE {
        return None;
    }
    for (line, next) in lines {
        if text.get(line.clone())?.trim_end() == FENCE {
            return Some((after..line.start, next));
        }
    }
    None
}
