//! One post: its bytes, its front matter, and what is wrong with either.

use std::borrow::Cow;
use std::ops::Range;

use chrono::NaiveDate;

use super::date::{self, Written};
use super::dialect::title_of_name;
use super::front_matter::{self, Data, Fault, FaultKind, Format, Node, Pair, Parts};
use super::head::Reader;
use super::scan::{self, Hit, HitKind};
use super::{Context, Post, Reading, Spanned, rules};
use crate::report::{Finding, Level, Source};

/// Reads the post at `path`, whose key is `key`. Never fails: what is wrong is a finding, and the
/// post is returned with what is known of it unless its bytes are no text.
#[must_use]
pub fn read(path: &str, bytes: Vec<u8>, key: &str, context: &Context) -> Reading {
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            return Reading {
                post: None,
                findings: vec![not_utf8(
                    path,
                    error.as_bytes(),
                    error.utf8_error().valid_up_to(),
                )],
            };
        }
    };
    let source = Source::new(path, without_lone_returns(text));
    let text = source.text();
    let parts = front_matter::split(text, context.dialect.header_lines());
    let values = front_matter::parse(text, &parts);
    let format = parts.format.unwrap_or(Format::Yaml);

    let mut reader = Reader::new(&source, format, context);
    let defaults: Vec<&Node<'static>> = context
        .facts
        .defaults
        .iter()
        .filter(|(scope, _)| covers(scope, path))
        .map(|(_, values)| values)
        .collect();
    reader.take(&values.pairs, &defaults);
    let (mut head, mut findings) = (reader.head, reader.findings);

    let hits = hits(text, &parts);
    let clean_head = !hits
        .iter()
        .any(|hit| hit.kind == HitKind::Forbidden && hit.range.start < parts.body.start);
    for fault in values.faults {
        // A parser that stops at a forbidden character says what is said better below.
        if clean_head || !matches!(fault.kind, FaultKind::Syntax(..)) {
            findings.push(syntax(fault, &source, context));
        }
    }
    decoded(&values.pairs, &source, &mut findings);
    shape(
        &parts,
        &source,
        context,
        head.external_url.is_some(),
        &mut findings,
    );
    report(&hits, &source, &parts, &mut findings);

    let broken = crate::report::has_error(&findings);
    let mut post = Post {
        key: key.to_owned(),
        body: parts.body.clone(),
        source: source.clone(),
        head: std::mem::take(&mut head),
    };
    settle_title(&mut post, format, &parts, context, &mut findings);
    settle_date(&mut post, format, &parts, context, broken, &mut findings);
    context.dialect.settle(&mut post, context);
    findings.sort_by_key(|finding| finding.at.as_ref().map_or(0, |span| span.range.start));
    Reading {
        post: Some(post),
        findings,
    }
}

/// The text with every CR that no LF follows as an LF: the line end of `CommonMark` that parsers
/// forget. Every byte stays where it is.
fn without_lone_returns(text: String) -> String {
    if !text.contains('\r') {
        return text;
    }
    let mut bytes = text.into_bytes();
    for index in 0..bytes.len() {
        if bytes[index] == b'\r' && bytes.get(index + 1) != Some(&b'\n') {
            bytes[index] = b'\n';
        }
    }
    // One ASCII character for another cannot spoil UTF-8.
    String::from_utf8(bytes).unwrap_or_default()
}

/// Whether values for `scope` (a folder, a file, or `""` for all) hold for the file at `path`.
fn covers(scope: &str, path: &str) -> bool {
    scope.is_empty()
        || path == scope
        || path
            .strip_prefix(scope)
            .is_some_and(|rest| rest.starts_with('/'))
}

fn not_utf8(path: &str, bytes: &[u8], offset: usize) -> Finding {
    let encoding = match bytes {
        [0xff, 0xfe, ..] => "UTF-16 (little endian)",
        [0xfe, 0xff, ..] => "UTF-16 (big endian)",
        _ if bytes[offset..]
            .iter()
            .any(|byte| (0x80..0xa0).contains(byte)) =>
        {
            "Windows-1252 or the like"
        }
        _ => "Latin-1 or the like",
    };
    let source = Source::new(path, String::from_utf8_lossy(bytes));
    Finding::new(
        &rules::NOT_UTF8,
        format!("the file is not UTF-8 from byte {offset} on; it looks like {encoding}"),
    )
    .at(source.span(offset..offset))
    .help("save the file as UTF-8")
}

fn hits(text: &str, parts: &Parts) -> Vec<Hit> {
    let mut hits = scan::scan(text);
    scan::drop_references_in_code(&mut hits, text, &parts.body);
    hits
}

/// Every forbidden character is an error of its own up to a few; hidden ones are told once.
fn report(hits: &[Hit], source: &Source, parts: &Parts, findings: &mut Vec<Finding>) {
    const TOLD: usize = 5;
    let forbidden = hits.iter().filter(|hit| hit.kind != HitKind::Hidden);
    let count = forbidden.clone().count();
    for (index, hit) in forbidden.take(TOLD).enumerate() {
        let written = match hit.kind {
            HitKind::Reference => {
                format!("`{}` stands for ", source.span(hit.range.clone()).text())
            }
            _ => String::new(),
        };
        let more = if index + 1 == TOLD && count > TOLD {
            format!(" ({} more follow)", count - TOLD)
        } else {
            String::new()
        };
        findings.push(
            Finding::new(
                &rules::FORBIDDEN_CHARACTER,
                format!(
                    "{written}U+{:04X}, which no feed can hold{more}",
                    u32::from(hit.character)
                ),
            )
            .at(source.span(hit.range.clone()))
            .help("delete it; most editors show it when asked for control characters"),
        );
    }
    let told = |range: &Range<usize>| {
        findings.iter().any(|finding| {
            finding.rule == &rules::HIDDEN_CHARACTER
                && finding.at.as_ref().is_some_and(|span| {
                    span.range.start <= range.start && range.end <= span.range.end
                })
        })
    };
    let hidden: Vec<&Hit> = hits
        .iter()
        .filter(|hit| hit.kind == HitKind::Hidden && !told(&hit.range))
        .collect();
    if let Some(first) = hidden.first() {
        let place = if first.range.start < parts.body.start {
            "the front matter"
        } else {
            "the text"
        };
        let more = match hidden.len() {
            1 => String::new(),
            count => format!(" (and {} more)", count - 1),
        };
        findings.push(
            Finding::new(
                &rules::HIDDEN_CHARACTER,
                format!(
                    "{place} holds U+{:04X}, which nobody sees{more}",
                    u32::from(first.character)
                ),
            )
            .at(source.span(first.range.clone()))
            .at_most(Level::Warning)
            .help("delete it unless the script needs it"),
        );
    }
}

/// Says where an escape (`"\b"`) stands for a character that XML forbids.
fn decoded(pairs: &[Pair<'_>], source: &Source, findings: &mut Vec<Finding>) {
    for pair in pairs {
        decoded_node(&pair.value, source, findings);
    }
}

/// Recursion ends at the depth that the front matter's parsers allow.
fn decoded_node(node: &Node<'_>, source: &Source, findings: &mut Vec<Finding>) {
    match &node.data {
        // A borrowed text stands in the file as it is and was scanned there.
        Data::Scalar(Cow::Owned(text), _) => {
            let written = source.span(node.range.clone());
            let raw = |character: char| written.text().contains(character);
            if let Some(character) = text.chars().find(|c| scan::is_forbidden(*c) && !raw(*c)) {
                findings.push(
                    Finding::new(
                        &rules::FORBIDDEN_CHARACTER,
                        format!(
                            "an escape stands for U+{:04X}, which no feed can hold",
                            u32::from(character)
                        ),
                    )
                    .at(written)
                    .help("delete the escape"),
                );
            }
        }
        Data::Scalar(..) => {}
        Data::List(items) => items
            .iter()
            .for_each(|item| decoded_node(item, source, findings)),
        Data::Table(pairs) => decoded(pairs, source, findings),
    }
}

fn syntax(fault: Fault, source: &Source, context: &Context) -> Finding {
    let at = source.span(fault.range);
    match fault.kind {
        FaultKind::Syntax(words, help) => {
            let mut finding = Finding::new(&rules::FRONT_MATTER_SYNTAX, words).at(at);
            finding.help = help;
            finding
        }
        FaultKind::Duplicate(key, first) => {
            let level = if context.dialect.allows_duplicates() {
                Level::Warning
            } else {
                Level::Error
            };
            Finding::new(
                &rules::DUPLICATE_KEY,
                format!("the key `{key}` stands here twice"),
            )
            .at(at)
            .also(source.span(first), "first here")
            .help("delete one of the two")
            .at_most(level)
        }
        FaultKind::Bomb(why) => Finding::new(
            &rules::FRONT_MATTER_LIMIT,
            format!("the front matter is refused: {why}"),
        )
        .at(at)
        .help("write it flat and short; see `afterword explain front-matter-limit`"),
        FaultKind::NoKeys => {
            Finding::new(&rules::FRONT_MATTER_SYNTAX, "the front matter has no keys")
                .at(at)
                .help("write lines such as `title: PyCascades 2020`")
        }
    }
}

/// Says what is wrong with the post's outline: no front matter, no end of it, no text.
fn shape(
    parts: &Parts,
    source: &Source,
    context: &Context,
    is_link: bool,
    findings: &mut Vec<Finding>,
) {
    let strict = context.dialect.is_strict();
    let text = source.text();
    let empty = text
        .get(parts.body.clone())
        .unwrap_or_default()
        .trim()
        .is_empty();
    let mild = if strict { Level::Error } else { Level::Info };
    if parts.format.is_none() {
        let (message, help) = if text.trim_start_matches('\u{feff}').trim().is_empty() {
            (
                "the file is empty",
                "write front matter and text, or delete the file",
            )
        } else if context.dialect.header_lines() {
            (
                "the post has no front matter",
                "begin it with lines such as `Title: PyCascades 2020` and `Date: 2020-02-10`, and a blank line after them",
            )
        } else {
            (
                "the post has no front matter",
                "begin it with `---`, a `title:` and a `date:` line, and `---` again",
            )
        };
        let rule = if message == "the file is empty" {
            &rules::EMPTY_POST
        } else {
            &rules::NO_FRONT_MATTER
        };
        findings.push(
            Finding::new(rule, message)
                .at(source.span(parts.fence.clone()))
                .help(help)
                .at_most(mild),
        );
        return;
    }
    if parts.format == Some(Format::Header) && !context.dialect.header_lines() {
        findings.push(
            Finding::new(&rules::NO_FRONT_MATTER, "the front matter has no fence")
                .at(source.span(parts.head.start..parts.head.start))
                .help("write a line `---` before its first line and after its last")
                .at_most(mild),
        );
    } else if !parts.closed {
        let fence = text.get(parts.fence.clone()).unwrap_or("---").trim_end();
        let (line, _) = source.position(parts.head.end);
        let help = if fence == "{" {
            "close the object with `}`".to_owned()
        } else {
            format!(
                "add a line `{}` after the last key, perhaps as line {line}",
                fence.get(..3).unwrap_or("---")
            )
        };
        findings.push(
            Finding::new(
                &rules::UNCLOSED_FRONT_MATTER,
                "the front matter that begins here never ends",
            )
            .at(source.span(parts.fence.clone()))
            .help(help),
        );
    } else if empty && !is_link {
        findings.push(
            Finding::new(&rules::EMPTY_POST, "the post has no text")
                .at(source.span(parts.body.clone()))
                .help("write the text below the front matter, or mark the post with `draft: true`")
                .at_most(mild),
        );
    }
}

/// Finds a title where the front matter has none: the first heading, else the file's name.
fn settle_title(
    post: &mut Post,
    format: Format,
    parts: &Parts,
    context: &Context,
    findings: &mut Vec<Finding>,
) {
    if post.head.title.is_some() {
        return;
    }
    let strict = context.dialect.is_strict();
    if let Some(value) = context.dialect.title_from_name(&post.key) {
        post.head.title = Some(Spanned { value, range: 0..0 });
        return;
    }
    // A generator shows such a post by its name as well.
    let name = (!strict).then(|| title_of_name(&post.key));
    let found = first_heading(post).or_else(|| name.map(|value| Spanned { value, range: 0..0 }));
    // A file without front matter was told of already.
    if parts.format.is_some() {
        let example = found
            .as_ref()
            .map_or("PyCascades 2020", |title| &title.value);
        let quoted = format!("\"{}\"", example.replace('\\', "\\\\").replace('"', "\\\""));
        findings.push(
            Finding::new(&rules::MISSING_TITLE, "the post has no title")
                .at(post.span(&parts.fence))
                .help(format!(
                    "write `{}`",
                    format.line("title", &quoted, &quoted)
                ))
                .at_most(if strict { Level::Error } else { Level::Warning }),
        );
    }
    post.head.title = found.filter(|title| !title.value.is_empty());
}

/// The heading that the body begins with.
fn first_heading(post: &Post) -> Option<Spanned<String>> {
    let body = post.markdown();
    let start = body.len() - body.trim_start().len();
    let line = body[start..].split(['\n', '\r']).next()?;
    let words = line
        .strip_prefix("# ")?
        .trim()
        .trim_end_matches('#')
        .trim_end();
    let at = post.body.start + start;
    (!words.is_empty()).then(|| Spanned {
        value: words.to_owned(),
        range: at..at + line.len(),
    })
}

/// Finds a date where the front matter has none, and compares the two where the file's name has one.
fn settle_date(
    post: &mut Post,
    format: Format,
    parts: &Parts,
    context: &Context,
    broken: bool,
    findings: &mut Vec<Finding>,
) {
    let name = post.key.rsplit('/').next().unwrap_or_default();
    let named = date::in_name(name).map(|(day, _)| day);
    let in_zone = |day: NaiveDate| {
        date::resolve(
            Written {
                day,
                time: None,
                zone: None,
            },
            context.zone,
        )
        .ok()
    };
    let names_first = context.facts.names_first && named.is_some();
    if let (Some(written), Some(day), false) = (&post.head.date, named, names_first) {
        let local = written.value.date_naive();
        let here = written.value.with_timezone(&context.zone).date_naive();
        if day != local && day != here {
            findings.push(
                Finding::new(
                    &rules::FILE_NAME_DATE,
                    format!("the file's name says {day}, the front matter {local}; the front matter counts"),
                )
                .at(post.span(&written.range))
                .help(format!("rename the file to `{local}{}`, or write the other date", &name[10.min(name.len())..])),
            );
        }
        return;
    }
    if post.head.date.is_some() && !names_first {
        return;
    }
    let refused = findings.iter().any(|finding| {
        finding.level == Level::Error
            && [
                &rules::BAD_DATE,
                &rules::DATE_OUT_OF_RANGE,
                &rules::DATE_IN_GAP,
            ]
            .contains(&finding.rule)
    });
    if context.dialect.dates_in_names(&context.facts) && !refused {
        let permalink = post
            .head
            .permalink
            .as_ref()
            .map(|permalink| permalink.value.as_str());
        let day = named
            .or_else(|| date::in_folders(&post.key))
            .or_else(|| permalink.and_then(date::in_folders));
        if let Some(value) = day.and_then(in_zone) {
            post.head.date = Some(Spanned { value, range: 0..0 });
            return;
        }
    }
    // Where the front matter could not be read, or is not there, the date is not what is missing.
    if post.head.date.is_none() && !refused && parts.format.is_some() && (parts.closed || !broken) {
        let level = if context.dialect.is_strict() {
            Level::Error
        } else {
            Level::Info
        };
        findings.push(
            Finding::new(&rules::MISSING_DATE, "the post has no date")
                .at(post.span(&parts.fence))
                .help(format!(
                    "write `{}`, or begin the file's name with the date: `2020-02-10-{name}.md`",
                    format.line(
                        "date",
                        "2020-02-10",
                        if format == Format::Toml {
                            "2020-02-10"
                        } else {
                            "\"2020-02-10\""
                        }
                    )
                ))
                .at_most(level),
        );
    }
}
