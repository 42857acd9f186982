//! Front matter: its end, its format, and its values with byte positions.

mod header;
mod json;
mod repair;
mod toml;
mod value;
mod write;
mod yaml;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

pub(crate) use repair::markdown_image;
pub(crate) use toml::help as toml_help;
pub(crate) use value::one_line;
pub use value::{Data, Kind, Node, Pair};
pub(crate) use write::{Lines, quoted};

/// The deepest front matter that is read: authors do not write deeper ones, only attacks are.
const DEEPEST: usize = 64;

/// The most values of a front matter, counting aliases each time.
const MOST_VALUES: usize = 20_000;

/// The longest front matter, in bytes.
const LONGEST: usize = 1 << 20;

/// The formats of front matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Between `---` lines.
    Yaml,
    /// Between `+++` lines.
    Toml,
    /// One object at the top.
    Json,
    /// `Key: value` lines without a fence (Pelican).
    Header,
}

impl Format {
    /// How to set `key` to `yaml` (or, where TOML and JSON differ, `other`) in this format.
    pub fn line(self, key: &str, yaml: &str, other: &str) -> String {
        match self {
            Self::Yaml => format!("{key}: {yaml}"),
            Self::Toml => format!("{key} = {other}"),
            Self::Json => format!("\"{key}\": {other}"),
            Self::Header => {
                let mut letters = key.chars();
                let first = letters.next().map(|c| c.to_ascii_uppercase());
                format!(
                    "{}{}: {yaml}",
                    first.map(String::from).unwrap_or_default(),
                    letters.as_str()
                )
            }
        }
    }
}

/// A post's text, split.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// The format of the front matter; `None` where there is none.
    pub format: Option<Format>,
    /// The opening fence, or where one is missing.
    pub fence: Range<usize>,
    /// The bytes between the fences.
    pub head: Range<usize>,
    /// The bytes that are Markdown.
    pub body: Range<usize>,
    /// Whether there is a closing fence.
    pub closed: bool,
}

/// The format of a post's front matter, or of what it would be given.
pub(crate) fn format(text: &str, header_lines: bool) -> Format {
    split(text, header_lines).format.unwrap_or(Format::Yaml)
}

/// Where a key of this table (`""` is the top) belongs, in words.
pub(crate) fn place(table: &str) -> String {
    match table {
        "" => "in the front matter".to_owned(),
        table => format!("in the front matter, under `{table}`"),
    }
}

/// The values of a front matter, as far as they could be read.
#[derive(Debug, Clone, Default)]
pub struct Values<'a> {
    /// Keys and values in the order of the text.
    pub pairs: Vec<Pair<'a>>,
    /// The faults.
    pub faults: Vec<Fault>,
}

/// A syntax error of a front matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Bytes of the post's source.
    pub range: Range<usize>,
    /// What is wrong.
    pub kind: FaultKind,
}

/// The kinds of syntax errors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// The format's parser stopped here; its message, and the help where it is known.
    Syntax(String, Option<String>),
    /// A repeated key of the same table, first in these bytes.
    Duplicate(String, Range<usize>),
    /// Exceeds a limit on depth, length or aliases.
    Bomb(&'static str),
    /// A list or plain text where keys are expected.
    NoKeys,
}

impl Fault {
    fn syntax(range: Range<usize>, words: impl Into<String>, help: Option<String>) -> Self {
        Self { range, kind: FaultKind::Syntax(words.into(), help) }
    }

    fn bomb(range: Range<usize>, why: &'static str) -> Self {
        Self { range, kind: FaultKind::Bomb(why) }
    }
}

/// Splits a post into front matter and body. `headers`: whether `Key: value` lines without a fence are
/// front matter.
pub fn split(text: &str, headers: bool) -> Parts {
    let bom = if text.starts_with('\u{feff}') { 3 } else { 0 };
    // Every generator that reads the file as a post accepts blank lines before the fence.
    let start = text.len() - text[bom..].trim_start_matches(['\n', '\r', ' ', '\t']).len();
    let rest = &text[start..];
    if rest.starts_with('{')
        && !headers
        && let Some(parts) = json_object(text, start)
    {
        return parts;
    }
    let first = line_end(text, start);
    let opening = text[start..first.text].trim_end();
    let (format, closings): (_, &[&str]) = match opening {
        "---" | "---yaml" | "--- yaml" | "---yml" => (Format::Yaml, &["---", "..."]),
        "---toml" | "--- toml" => (Format::Toml, &["---"]),
        "---json" | "--- json" => (Format::Json, &["---"]),
        "+++" => (Format::Toml, &["+++"]),
        // Hugo accepts a longer line of dashes as well; elsewhere it is a thematic break.
        dashes if is_long_fence(dashes) && closes(text, first.next) => (Format::Yaml, &["---"]),
        // Elsewhere they are reported as front matter without its fence.
        _ if headers || header::begins(opening) => {
            return header::split(text, bom, start);
        }
        _ => {
            return Parts {
                format: None,
                fence: bom..bom,
                head: bom..bom,
                body: bom..text.len(),
                closed: true,
            };
        }
    };
    let (mut at, mut fence, mut paragraph) = (first.next, None, None);
    while fence.is_none() && at < text.len() {
        let line = line_end(text, at);
        let words = text[at..line.text].trim_end();
        let end = Some((at, line.next));
        fence = end.filter(|_| closings.contains(&words));
        paragraph = paragraph.or(end.filter(|_| words.is_empty()));
        at = line.next;
    }
    // Without a fence the intended end is unknown: most likely the first blank line.
    let end = fence.or(paragraph);
    let (end, body) = end.unwrap_or((text.len(), text.len()));
    Parts {
        format: Some(format),
        fence: start..first.text,
        head: first.next..end,
        body: body..text.len(),
        closed: fence.is_some(),
    }
}

/// Parses the front matter that [`split`] found.
pub fn parse<'a>(text: &'a str, parts: &Parts) -> Values<'a> {
    let head = text.get(parts.head.clone()).unwrap_or_default();
    parts
        .format
        .map_or_else(Values::default, |format| values(head, parts.head.start, format, &parts.fence))
}

/// Parses `head`, which starts at byte `offset` of the source, after `fence`.
fn values<'a>(head: &'a str, offset: usize, format: Format, fence: &Range<usize>) -> Values<'a> {
    if head.len() > LONGEST {
        let fault = Fault::bomb(fence.clone(), "it is longer than one mebibyte");
        return Values { pairs: Vec::new(), faults: vec![fault] };
    }
    match format {
        Format::Yaml => yaml::parse(head, offset),
        Format::Toml => toml::parse(head, offset),
        Format::Json => json::parse(head, offset),
        Format::Header => header::parse(head, offset),
    }
}

/// Every single value of a table, by its path (`author.name`).
pub fn scalars(pairs: &[Pair<'_>]) -> BTreeMap<String, String> {
    let mut scalars = BTreeMap::new();
    let mut open: Vec<(String, &Pair<'_>)> =
        pairs.iter().map(|pair| (String::new(), pair)).collect();
    while let Some((above, pair)) = open.pop() {
        let path = format!("{above}{}", pair.key);
        match &pair.value.data {
            Data::Scalar(text, _) => drop(scalars.insert(path, text.to_string())),
            Data::Table(inner) => {
                open.extend(inner.iter().map(|pair| (format!("{path}."), pair)));
            }
            Data::List(_) => {}
        }
    }
    scalars
}

/// Parses a whole file of one format, such as a generator's configuration.
pub fn parse_file(text: &str, format: Format) -> Values<'_> {
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    values(&text[start..], start, format, &(start..start))
}

fn is_long_fence(line: &str) -> bool {
    line.len() > 3 && line.bytes().all(|byte| byte == b'-')
}

/// Whether keys and a closing fence follow.
fn closes(text: &str, start: usize) -> bool {
    let mut lines = text[start..].lines();
    let is_key = lines.next().is_some_and(|line| {
        line.split_once(':').is_some_and(|(key, _)| !key.contains(char::is_whitespace))
    });
    is_key && lines.any(|line| line.trim_end() == "---")
}

/// The end of a line: of its text, and where the next one starts.
#[derive(Debug, Clone, Copy)]
struct LineEnd {
    text: usize,
    next: usize,
}

/// The end of the line that `at` is in; a line ends at LF, CR or CR LF.
fn line_end(text: &str, at: usize) -> LineEnd {
    let bytes = text.as_bytes();
    let rest = bytes.get(at..).unwrap_or_default();
    match rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')) {
        None => LineEnd { text: text.len(), next: text.len() },
        Some(length) => {
            let end = at + length;
            let crlf = bytes.get(end) == Some(&b'\r') && bytes.get(end + 1) == Some(&b'\n');
            LineEnd { text: end, next: end + 1 + usize::from(crlf) }
        }
    }
}

/// The parts of a post that starts with a JSON object, as Hugo writes them: the object ends at its own
/// brace. `None` where the brace does not open an object with a quoted key.
fn json_object(text: &str, start: usize) -> Option<Parts> {
    let after = text[start + 1..].trim_start();
    if !after.starts_with(['"', '}']) {
        return None;
    }
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    let mut end = None;
    for (index, byte) in text.as_bytes().iter().enumerate().skip(start) {
        if quoted {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => quoted = false,
                _ => {}
            }
            continue;
        }
        match byte {
            b'"' => quoted = true,
            b'{' => depth += 1,
            b'}' => {
                depth -= 1;
                if depth == 0 {
                    end = Some(index + 1);
                    break;
                }
            }
            _ => {}
        }
    }
    Some(Parts {
        format: Some(Format::Json),
        fence: start..start + 1,
        head: start..end.unwrap_or(text.len()),
        body: end.map_or(text.len(), |end| line_end(text, end).next)..text.len(),
        closed: end.is_some(),
    })
}

/// Reports every repeated key in `pairs` and keeps the last one, as the formats do that allow it.
fn settle_duplicates(pairs: &mut Vec<Pair<'_>>, faults: &mut Vec<Fault>) {
    let mut keys = BTreeSet::new();
    if pairs.iter().all(|pair| keys.insert(&pair.key)) {
        return;
    }
    let mut kept: Vec<Pair<'_>> = Vec::with_capacity(pairs.len());
    let mut places = BTreeMap::new();
    for pair in pairs.drain(..) {
        if let Some(place) = places.get(&pair.key).copied() {
            let first: &mut Pair<'_> = &mut kept[place];
            faults.push(Fault {
                range: pair.key_range.clone(),
                kind: FaultKind::Duplicate(pair.key.to_string(), first.key_range.clone()),
            });
            *first = pair;
        } else {
            places.insert(pair.key.clone(), kept.len());
            kept.push(pair);
        }
    }
    *pairs = kept;
}

#[cfg(test)]
mod tests;
