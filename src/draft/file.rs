//! The file of a draft: a TOML header between two `+++` lines, then the text exactly as it will be
//! posted, the posts of a thread parted by a line `--- next post ---`.
//!
//! A line of the text that looks like the parting line is written with a backslash before it.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;

use sha2::{Digest, Sha256};
use toml::de::{DeTable, DeValue};

use super::Draft;
use super::rules::{CONFLICT, HEADER, HEADER_KEY, HEADER_TYPE, STATUS};
use crate::post::Image;
use crate::report::{Finding, Source, Span};

/// The line around the header.
pub const FENCE: &str = "+++";
/// The line between two posts.
pub const NEXT: &str = "--- next post ---";
/// The keys that a header may have.
pub const KEYS: &[&str] = &[
    "status",
    "generated",
    "generated_header",
    "lang",
    "cw",
    "schedule",
    "link",
    "images",
    "posted_urls",
];

/// How far a draft has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Status {
    /// May be edited; regenerated while it is not.
    #[default]
    Draft,
    /// Read and found good: frozen.
    Approved,
    /// Out in the world: frozen.
    Posted,
}

impl Status {
    /// The word in the header.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Approved => "approved",
            Self::Posted => "posted",
        }
    }
}

/// What the header of a draft says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Header {
    /// How far the draft has come.
    pub status: Status,
    /// Hash of the text as it was generated.
    pub generated: Option<String>,
    /// Hash of `lang`, `link` and `images` as they were generated.
    pub generated_header: Option<String>,
    /// BCP 47 language.
    pub lang: Option<String>,
    /// Content warning.
    pub cw: Option<String>,
    /// When it is to be posted, RFC 3339.
    pub schedule: Option<String>,
    /// The address in the text.
    pub link: Option<String>,
    /// Images that go with the first post.
    pub images: Vec<Image>,
    /// Where the posts of the thread can be seen.
    pub posted_urls: Vec<String>,
}

/// A post of a draft and where it stands in the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    /// The text as it will be posted.
    pub text: String,
    /// Where each line begins: in the text, and in the file.
    lines: Vec<(usize, usize)>,
    /// The end of the text in the file.
    end: usize,
}

impl Text {
    /// Where a byte of the text stands in the file.
    #[must_use]
    pub fn place(&self, offset: usize) -> usize {
        if self.lines.is_empty() {
            return self.end;
        }
        let line = self.lines.partition_point(|(start, _)| *start <= offset);
        let (start, place) = line
            .checked_sub(1)
            .and_then(|line| self.lines.get(line))
            .copied()
            .unwrap_or_default();
        (place + offset.saturating_sub(start)).min(self.end)
    }

    /// The bytes of the file that hold these bytes of the text.
    #[must_use]
    pub fn range(&self, range: &Range<usize>) -> Range<usize> {
        self.place(range.start)..self.place(range.end)
    }
}

/// A draft's file, read.
#[derive(Debug, Clone)]
pub struct File {
    /// Path and text.
    pub source: Source,
    /// The header; the default where there is none that can be read.
    pub header: Header,
    /// Where each value of the header stands.
    pub values: BTreeMap<String, Range<usize>>,
    /// The bytes between the fences; `None` where there is no header that can be read.
    pub header_range: Option<Range<usize>>,
    /// The bytes of the text.
    pub body: Range<usize>,
    /// The posts.
    pub posts: Vec<Text>,
    /// What is wrong with the file as such.
    pub findings: Vec<Finding>,
}

/// The short hash of the posts of a draft.
#[must_use]
pub fn hash<T: AsRef<str>>(posts: &[T]) -> String {
    let mut whole = Sha256::new();
    for post in posts {
        whole.update(post.as_ref().as_bytes());
        // A byte that no text has, so that no two divisions of a text are alike.
        whole.update([0xff]);
    }
    short(&whole.finalize())
}

fn short(digest: &[u8]) -> String {
    digest.iter().take(8).fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

impl File {
    /// Reads a draft's file. Never fails: what cannot be read is told.
    #[must_use]
    pub fn parse(source: &Source) -> Self {
        let text = source.text();
        let mut file = Self {
            source: source.clone(),
            header: Header::default(),
            values: BTreeMap::new(),
            header_range: None,
            body: 0..0,
            posts: Vec::new(),
            findings: Vec::new(),
        };
        let start = if text.starts_with('\u{feff}') {
            '\u{feff}'.len_utf8()
        } else {
            0
        };
        let body = if let Some((header, body)) = header_end(text, start) {
            file.read_header(header);
            body
        } else {
            file.findings.push(
                Finding::new(&HEADER, "the draft has no header")
                    .at(source.start())
                    .help("write `+++`, `status = \"draft\"` and `+++` on the first three lines"),
            );
            start
        };
        file.body = body..text.len();
        file.posts = read_posts(text, body);
        if let Some(range) = conflict_marker(text) {
            file.findings.push(
                Finding::new(&CONFLICT, "the draft holds a conflict marker")
                    .at(source.span(range))
                    .help("keep the lines of one side and delete the markers"),
            );
        }
        file
    }

    /// Whether a person has changed the text since it was generated, be it by a blank. A text
    /// without a hash is a person's; line ends that git has changed throughout are nobody's.
    #[must_use]
    pub fn edited(&self) -> bool {
        let written = self
            .source
            .text()
            .get(self.body.clone())
            .unwrap_or_default();
        let expected = body(&self.texts());
        let same = written == expected || written == expected.replace('\n', "\r\n");
        !same || self.header.generated.as_ref() != Some(&self.hash())
    }

    /// The hash of the text as it stands.
    #[must_use]
    pub fn hash(&self) -> String {
        let texts: Vec<&str> = self.posts.iter().map(|post| post.text.as_str()).collect();
        hash(&texts)
    }

    /// The texts of the posts.
    #[must_use]
    pub fn texts(&self) -> Vec<String> {
        self.posts.iter().map(|post| post.text.clone()).collect()
    }

    /// Whether the header could be read.
    #[must_use]
    pub fn readable(&self) -> bool {
        self.header_range.is_some()
    }

    /// Whether the file holds conflict markers.
    #[must_use]
    pub fn conflicted(&self) -> bool {
        self.findings
            .iter()
            .any(|finding| finding.rule.name == CONFLICT.name)
    }

    fn span(&self, range: Range<usize>) -> Span {
        self.source.span(range)
    }

    fn read_header(&mut self, range: Range<usize>) {
        let source = self.source.clone();
        let text = source.text().get(range.clone()).unwrap_or_default();
        let table = match DeTable::parse(text) {
            Ok(table) => table,
            Err(error) => {
                let at = error.span().unwrap_or(0..0);
                let message = format!(
                    "the header is no TOML: {}",
                    error.message().trim().replace('\n', " ")
                );
                self.findings.push(
                    Finding::new(&HEADER, message)
                        .at(self.span(range.start + at.start..range.start + at.end))
                        .help("write strings in quotes: status = \"draft\""),
                );
                return;
            }
        };
        self.header_range = Some(range.clone());
        for (key, value) in table.get_ref() {
            let move_by = |at: Range<usize>| range.start + at.start..range.start + at.end;
            self.values
                .insert(key.get_ref().to_string(), move_by(value.span()));
            if !self.set(key.get_ref(), value.get_ref(), move_by(value.span())) {
                self.near_key(key.get_ref(), move_by(key.span()));
            }
        }
        self.findings.sort_by_key(Finding::order);
    }

    /// Takes a value of the header; `false` where the key is not known.
    fn set(&mut self, key: &str, value: &DeValue<'_>, range: Range<usize>) -> bool {
        let text = value.as_str().map(str::to_owned);
        let header = &mut self.header;
        let taken = match key {
            "generated" => put(&mut header.generated, text),
            "generated_header" => put(&mut header.generated_header, text),
            "lang" => put(&mut header.lang, text),
            "cw" => put(
                &mut header.cw,
                text.filter(|text| !text.is_empty())
                    .or_else(|| value.as_str().map(|_| String::new())),
            ),
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
            "posted_urls" => strings(value)
                .map(|urls| header.posted_urls = urls)
                .is_some(),
            "images" => images(value).map(|images| header.images = images).is_some(),
            "status" => {
                let status = [Status::Draft, Status::Approved, Status::Posted]
                    .into_iter()
                    .find(|status| value.as_str() == Some(status.name()));
                if let Some(status) = status {
                    header.status = status;
                } else {
                    // What was meant to stay must not be overwritten.
                    header.status = Status::Approved;
                    self.findings.push(
                        Finding::new(&STATUS, "the status is none that is known")
                            .at(self.span(range))
                            .help("write \"draft\", \"approved\" or \"posted\""),
                    );
                }
                return true;
            }
            _ => return false,
        };
        if !taken {
            let form = match key {
                "schedule" => "schedule = 2026-05-01T09:00:00+02:00",
                "posted_urls" => "posted_urls = [\"https://example.social/@me/1\"]",
                "images" => {
                    "images = [{ path = \"stage.jpg\", alt = \"The stage\", credit = \"A. Photographer\" }]"
                }
                _ => "a string in quotes",
            };
            let message = format!("`{key}` is {}, which it cannot be", value.type_str());
            self.findings.push(
                Finding::new(&HEADER_TYPE, message)
                    .at(self.span(range))
                    .help(format!("write {form}")),
            );
        }
        true
    }

    fn near_key(&mut self, key: &str, range: Range<usize>) {
        let near = KEYS.iter().find(|known| near(known, key));
        if let Some(known) = near {
            self.findings.push(
                Finding::new(&HEADER_KEY, format!("`{key}` is no key of a draft"))
                    .at(self.span(range))
                    .help(format!("did you mean `{known}`?")),
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
    value
        .as_array()?
        .iter()
        .map(|one| one.get_ref().as_str().map(str::to_owned))
        .collect()
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
        Some(Image {
            src: text("path")??,
            alt: optional("alt")?,
            credit: optional("credit")?,
        })
    };
    value
        .as_array()?
        .iter()
        .map(|one| image(one.get_ref()))
        .collect()
}

/// Whether one edit makes one word of the other.
fn near(known: &str, word: &str) -> bool {
    let folded = word.to_lowercase().replace('-', "_");
    if folded == known {
        return true;
    }
    similar::TextDiff::from_chars(known, folded.as_str()).ratio() > 0.8
}

/// The bytes between the fences and the first byte of the text.
fn header_end(text: &str, start: usize) -> Option<(Range<usize>, usize)> {
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

/// The lines of a text from `start`: each without its end, and where the next begins.
fn lines(text: &str, start: usize) -> impl Iterator<Item = (Range<usize>, usize)> + '_ {
    let mut from = start;
    std::iter::from_fn(move || {
        let rest = text.get(from..).filter(|rest| !rest.is_empty())?;
        let length = rest.find('\n').map_or(rest.len(), |end| end + 1);
        let begin = from;
        from += length;
        let line = rest.get(..length)?.trim_end_matches('\n');
        let line = line.strip_suffix('\r').unwrap_or(line);
        Some((begin..begin + line.len(), from))
    })
}

fn read_posts(text: &str, body: usize) -> Vec<Text> {
    let mut posts = Vec::new();
    let mut post = Text {
        end: body,
        ..Text::default()
    };
    let mut blank = true;
    for (line, next) in lines(text, body) {
        let content = text.get(line.clone()).unwrap_or_default();
        if content.trim_end() == NEXT {
            let following = Text {
                end: next,
                ..Text::default()
            };
            posts.push(closed(std::mem::replace(&mut post, following)));
            blank = true;
            continue;
        }
        // Empty lines around a post are the file's, not the text's.
        if blank && content.trim().is_empty() {
            continue;
        }
        let escaped = usize::from(
            content.starts_with('\\') && content.trim_start_matches('\\').trim_end() == NEXT,
        );
        if !blank {
            post.text.push('\n');
        }
        blank = false;
        post.lines.push((post.text.len(), line.start + escaped));
        post.text
            .push_str(content.get(escaped..).unwrap_or_default());
        post.end = line.end;
    }
    if !(posts.is_empty() && post.text.is_empty()) {
        posts.push(closed(post));
    }
    posts
}

fn closed(mut post: Text) -> Text {
    post.text.truncate(post.text.trim_end().len());
    post
}

/// The first line that git left as a mark of an unfinished merge.
fn conflict_marker(text: &str) -> Option<Range<usize>> {
    lines(text, 0).map(|(line, _)| line).find(|line| {
        let line = text.get(line.clone()).unwrap_or_default();
        line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ")
    })
}

/// The text of the posts as the file has it.
#[must_use]
pub fn body<T: AsRef<str>>(posts: &[T]) -> String {
    let mut body = String::new();
    for (index, post) in posts.iter().enumerate() {
        if index > 0 {
            body.push_str(NEXT);
            body.push('\n');
        }
        for line in post.as_ref().lines() {
            if line.trim_start_matches('\\').trim_end() == NEXT {
                body.push('\\');
            }
            body.push_str(line);
            body.push('\n');
        }
    }
    body
}

/// A new file of a draft as composed.
#[must_use]
pub fn write(draft: &Draft) -> String {
    let mut text = format!("{FENCE}\nstatus = \"{}\"\n", Status::Draft.name());
    for (key, value) in generated_values(draft) {
        let _ = writeln!(text, "{key} = {value}");
    }
    let _ = write!(text, "{FENCE}\n{}", body(&draft.posts));
    text
}

/// The keys that a build writes, each with its value in TOML.
#[must_use]
pub fn generated_values(draft: &Draft) -> Vec<(&'static str, String)> {
    let mut values = vec![
        ("generated", string(&draft.hash())),
        (
            "generated_header",
            string(&header_hash(
                Some(&draft.lang),
                Some(&draft.link),
                &draft.images,
            )),
        ),
        ("lang", string(&draft.lang)),
    ];
    if let Some(warning) = &draft.cw {
        values.push(("cw", string(warning)));
    }
    values.push(("link", string(&draft.link)));
    if !draft.images.is_empty() {
        values.push(("images", image_list(&draft.images)));
    }
    values
}

/// The hash of what a build writes into the header, so that a person's change is seen.
#[must_use]
pub fn header_hash(lang: Option<&str>, link: Option<&str>, images: &[Image]) -> String {
    let images = image_list(images);
    hash(&[lang.unwrap_or_default(), link.unwrap_or_default(), &images])
}

fn image_list(images: &[Image]) -> String {
    let images: Vec<String> = images
        .iter()
        .map(|image| {
            let mut table = format!("{{ path = {}", string(&image.src));
            for (key, value) in [("alt", &image.alt), ("credit", &image.credit)] {
                if let Some(value) = value {
                    let _ = write!(table, ", {key} = {}", string(value));
                }
            }
            table.push_str(" }");
            table
        })
        .collect();
    format!("[{}]", images.join(", "))
}

/// A text as a TOML basic string.
#[must_use]
pub fn string(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            '\r' => quoted.push_str("\\r"),
            c if c.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
