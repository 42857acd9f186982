//! Reads posts from the files of a tree, with findings.
//!
//! [`locate`] finds the posts of a tree, [`post`] reads and checks one. A post is returned with what is
//! known of it also where something is wrong, so that it can be inspected and drafted.

mod head;
mod locate;
mod settle;
mod skipped;

use std::borrow::Cow;
use std::ops::Range;

use crate::generator::{Context, PathPattern, permalink, skeleton};
use crate::post::front_matter::{self, Data, Fault, FaultKind, Format, Node, Pair, Parts};
use crate::post::scan::{self, Hit, HitKind};
use crate::post::{Post, Spanned, Visibility, date, rules};
use crate::report::{Finding, Level, Source};
use head::Reader;
use settle::Settling;

#[cfg(feature = "cli")]
pub(crate) use head::{EVENT_KEYS, IMAGE_KEYS, SESSION_KEYS, STATES, stands_in_tables};
pub(crate) use head::{holds_back, meant_language, misspelt, unknown_key};
pub(crate) use locate::refused;
pub use locate::{PostFile, locate};

/// A post and its findings.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// The post; `None` where its bytes are not text.
    pub post: Option<Post>,
    /// The findings, in the order of the text.
    pub findings: Vec<Finding>,
}

/// Reads the post at `path`, whose key is `key`. Never fails: faults are findings, and the post is
/// returned as far as it is known, unless its bytes are not text.
pub fn post(path: &str, bytes: Vec<u8>, key: &str, context: &Context) -> Reading {
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            return Reading {
                post: None,
                findings: vec![not_utf8(path, error.as_bytes(), error.utf8_error().valid_up_to())],
            };
        }
    };
    let source = Source::new(path, without_lone_returns(text));
    let text = source.text();
    let parts = front_matter::split(text, context.dialect.header_lines);
    let values = front_matter::parse(text, &parts);
    let format = parts.format.unwrap_or(Format::Yaml);

    let mut reader = Reader::new(&source, format, context);
    reader.named = date::in_name(key.rsplit('/').next().unwrap_or_default()).map(|(day, _)| day);
    let facts = &context.facts;
    let language = ((context.dialect.edition)(path, facts)).or(facts.first_language.as_deref());
    let of_path = PathPattern::values(&facts.path_patterns, path, &facts.content);
    let defaults: Vec<&Node<'static>> = facts
        .defaults
        .iter()
        .filter(|defaults| defaults.scope.covers(path, language))
        .map(|defaults| &defaults.values)
        .collect();
    let defaults: Vec<_> = of_path.iter().chain(defaults).collect();
    reader.read_keys(&values.pairs, &defaults);
    let (head, mut findings, reported) = (reader.head, reader.findings, reader.reported);

    let mut hits = scan::scan(text);
    scan::drop_references_in_code(&mut hits, text, &parts.body);
    let clean_head = !hits
        .iter()
        .any(|hit| hit.kind == HitKind::Forbidden && hit.range.start < parts.body.start);
    for fault in values.faults {
        // Skip syntax errors caused by a forbidden character; it is reported below.
        let is_reported = findings.iter().any(|finding| {
            finding.rule == &rules::BAD_DATE
                && finding.at.as_ref().is_some_and(|span| {
                    span.range.start <= fault.range.start && fault.range.end <= span.range.end
                })
        });
        let is_syntax = matches!(fault.kind, FaultKind::Syntax(..));
        if !is_syntax || clean_head && !is_reported {
            findings.push(syntax(fault, &source, context));
        }
    }
    decoded(&values.pairs, &source, &mut findings);
    shape(&parts, &source, context, head.external_url.is_some(), &mut findings);
    report(&hits, &source, &parts, &mut findings);

    let unread = !parts.closed
        || parts.format.is_none()
        || !clean_head
        || findings.iter().any(|finding| {
            finding.rule == &rules::FRONT_MATTER_SYNTAX
                || finding.rule == &rules::FRONT_MATTER_LIMIT
        });
    let mut post =
        Post { key: key.to_owned(), body: parts.body.clone(), source: source.clone(), head };
    Settling {
        format,
        fence: parts.fence.clone(),
        reported: &reported,
        unread,
        context,
        zone: context.zone_of(path),
    }
    .settle(&mut post, &mut findings);
    if let (None, Some(id)) = (&post.head.id, context.ids.get(key)) {
        post.head.id = Some(Spanned::new(id.clone(), 0..0));
    }
    (context.dialect.settle)(&mut post, context);
    let mut excluded = facts.excluded.iter();
    if let Some((_, by)) = excluded.find(|(scope, _)| scope.covers(path, None)) {
        post.head.hold(Visibility::Draft, *by, 0..0);
    }
    findings.extend(skeleton::unfilled(&post, format, context.dialect));
    findings.extend(permalink::unknown(&post, context));
    findings.sort_by_key(|finding| finding.at.as_ref().map_or(0, |span| span.range.start));
    Reading { post: Some(post), findings }
}

/// The text with every CR that is not part of CR LF as an LF: a line end of `CommonMark` that parsers
/// forget. Positions do not change.
fn without_lone_returns(text: String) -> String {
    if memchr::memchr(b'\r', text.as_bytes()).is_none() {
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

fn not_utf8(path: &str, bytes: &[u8], offset: usize) -> Finding {
    let encoding = match bytes {
        [0xff, 0xfe, ..] => "UTF-16 (little endian)",
        [0xfe, 0xff, ..] => "UTF-16 (big endian)",
        _ if bytes[offset..].iter().any(|byte| (0x80..0xa0).contains(byte)) => {
            "Windows-1252 or the like"
        }
        _ => "Latin-1 or the like",
    };
    let source = Source::new(path, String::from_utf8_lossy(bytes));
    let message = format!("the file is not UTF-8 from byte {offset} on; it looks like {encoding}");
    Finding::new(&rules::NOT_UTF8, message)
        .at(source.span(offset..offset))
        .help("save the file as UTF-8")
}

/// Every forbidden character is an error of its own, up to a few; invisible ones are one finding.
fn report(hits: &[Hit], source: &Source, parts: &Parts, findings: &mut Vec<Finding>) {
    const MOST: usize = 5;
    let forbidden = hits.iter().filter(|hit| hit.kind != HitKind::Hidden);
    let count = forbidden.clone().count();
    for (index, hit) in forbidden.take(MOST).enumerate() {
        let written = match hit.kind {
            HitKind::Reference => {
                format!("`{}` means ", source.span(hit.range.clone()).text())
            }
            _ => String::new(),
        };
        let more = if index + 1 == MOST && count > MOST {
            format!(" ({} more follow)", count - MOST)
        } else {
            String::new()
        };
        let message =
            format!("{written}U+{:04X}, which no feed can carry{more}", u32::from(hit.character));
        findings.push(
            Finding::new(&rules::FORBIDDEN_CHARACTER, message)
                .at(source.span(hit.range.clone()))
                .help("delete it; most editors show it when asked for control characters"),
        );
    }
    let is_covered = |range: &Range<usize>| {
        findings.iter().any(|finding| {
            finding.rule == &rules::HIDDEN_CHARACTER
                && finding.at.as_ref().is_some_and(|span| {
                    span.range.start <= range.start && range.end <= span.range.end
                })
        })
    };
    let hidden: Vec<&Hit> =
        hits.iter().filter(|hit| hit.kind == HitKind::Hidden && !is_covered(&hit.range)).collect();
    if let Some(first) = hidden.first() {
        let place =
            if first.range.start < parts.body.start { "the front matter" } else { "the text" };
        let more = match hidden.len() {
            1 => String::new(),
            count => format!(" (and {} more)", count - 1),
        };
        let message = format!(
            "{place} contains U+{:04X}, which is invisible{more}",
            u32::from(first.character)
        );
        findings.push(
            Finding::new(&rules::HIDDEN_CHARACTER, message)
                .at(source.span(first.range.clone()))
                .at_most(Level::Warning)
                .help("delete it unless the script needs it"),
        );
    }
}

/// Reports an escape (`"\b"`) of a character that XML forbids.
fn decoded(pairs: &[Pair<'_>], source: &Source, findings: &mut Vec<Finding>) {
    for pair in pairs {
        decoded_node(&pair.value, source, findings);
    }
}

/// Recursion ends at the depth that the front matter's parsers allow.
fn decoded_node(node: &Node<'_>, source: &Source, findings: &mut Vec<Finding>) {
    match &node.data {
        // A borrowed text is in the file as it is, and was scanned there.
        Data::Scalar(Cow::Owned(text), _) => {
            let written = source.span(node.range.clone());
            let raw = |character: char| written.text().contains(character);
            if let Some(character) = text.chars().find(|c| scan::is_forbidden(*c) && !raw(*c)) {
                let message = format!(
                    "an escape means U+{:04X}, which no feed can carry",
                    u32::from(character)
                );
                findings.push(
                    Finding::new(&rules::FORBIDDEN_CHARACTER, message)
                        .at(written)
                        .help("delete the escape"),
                );
            }
        }
        Data::Scalar(..) => {}
        Data::List(items) => items.iter().for_each(|item| decoded_node(item, source, findings)),
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
            let level =
                if context.dialect.allows_duplicates { Level::Warning } else { Level::Error };
            let message = format!("the key `{key}` is here twice");
            Finding::new(&rules::DUPLICATE_KEY, message)
                .at(at)
                .also(source.span(first), "first here")
                .help("delete one of the two")
                .at_most(level)
        }
        FaultKind::Bomb(why) => {
            Finding::new(&rules::FRONT_MATTER_LIMIT, format!("the front matter is refused: {why}"))
                .at(at)
                .help("write it flat and short; see `afterword explain front-matter-limit`")
        }
        FaultKind::NoKeys => {
            Finding::new(&rules::FRONT_MATTER_SYNTAX, "the front matter has no keys")
                .at(at)
                .help("write a line a key, such as `title:` and `date:`")
        }
    }
}

/// Reports missing front matter, a missing end of it, or missing text.
fn shape(
    parts: &Parts,
    source: &Source,
    context: &Context,
    is_link: bool,
    findings: &mut Vec<Finding>,
) {
    let strict = context.dialect.is_strict;
    let text = source.text();
    let empty = text.get(parts.body.clone()).unwrap_or_default().trim().is_empty();
    let mild = if strict { Level::Error } else { Level::Info };
    if parts.format.is_none() {
        let finding = if text.trim_start_matches('\u{feff}').trim().is_empty() {
            Finding::new(&rules::EMPTY_POST, "the file is empty")
                .help("write front matter and text, or delete the file")
        } else {
            let help = if context.dialect.header_lines {
                "begin it with a `Title:` and a `Date:` line, and a blank line after them"
            } else {
                "begin it with `---`, a `title:` and a `date:` line, and `---` again"
            };
            Finding::new(&rules::NO_FRONT_MATTER, "the post has no front matter").help(help)
        };
        findings.push(finding.at(source.span(parts.fence.clone())).at_most(mild));
        return;
    }
    if parts.format == Some(Format::Header) && !context.dialect.header_lines {
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
        let message = "the front matter that begins here never ends";
        findings.push(
            Finding::new(&rules::UNCLOSED_FRONT_MATTER, message)
                .at(source.span(parts.fence.clone()))
                .help(help),
        );
    } else if empty && !is_link {
        findings.push(
            Finding::new(&rules::EMPTY_POST, "the post has no text")
                .at(source.span(parts.body.clone()))
                .help(format!(
                    "write the text below the front matter, or mark the post with `{}`",
                    (context.dialect).draft_line(parts.format.unwrap_or(Format::Yaml))
                ))
                .at_most(mild),
        );
    }
}
