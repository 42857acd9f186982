//! The file of a draft: a TOML header between two `+++` lines, then exactly the text to post, with the
//! posts of a thread separated by `--- next post ---` lines.
//!
//! A line of the text that looks like the separator is escaped by a backslash.

mod edits;
mod header;
mod posts;
mod write;

pub(super) use edits::{Edits, is_inline, take_over};
pub use posts::Text;
pub use write::{body, write};
pub(super) use write::{generated_values, header_hash, image_list, list, string};

use std::collections::BTreeMap;
use std::ops::Range;

use sha2::{Digest, Sha256};

use super::rules::CONFLICT;
use crate::hex::hex;
use crate::post::Image;
use crate::report::{Finding, Source};
use header::header_end;
use posts::read_posts;

/// The fence of the header.
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
    "reply_to",
    "recordings",
];

/// Keys whose values a build writes, besides `status`.
pub(super) const GENERATED: [&str; 7] =
    ["generated", "generated_header", "lang", "link", "images", "reply_to", "recordings"];

/// The status of a draft.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Status {
    /// Not reviewed: a build writes it again unless it was edited.
    #[default]
    Draft,
    /// Reviewed: a build leaves its text as it is.
    Approved,
    /// Published: a build leaves its text as it is.
    Posted,
}

impl Status {
    /// The word in the header.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Approved => "approved",
            Self::Posted => "posted",
        }
    }
}

/// The header of a draft.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Header {
    /// Its status.
    pub status: Status,
    /// Hash of the generated text.
    pub generated: Option<String>,
    /// Hash of the generated `lang`, `link`, `images` and a follow-up's `reply_to`.
    pub generated_header: Option<String>,
    /// BCP 47 language.
    pub lang: Option<String>,
    /// Content warning.
    pub cw: Option<String>,
    /// When to post it, RFC 3339.
    pub schedule: Option<String>,
    /// The URL in the text.
    pub link: Option<String>,
    /// Images of the first post.
    pub images: Vec<Image>,
    /// The URLs of the published posts.
    pub posted_urls: Vec<String>,
    /// The post that a follow-up replies to.
    pub reply_to: Option<String>,
    /// The recordings and slides known to a posted draft or a follow-up.
    pub recordings: Option<Vec<String>>,
}

/// A draft's file, parsed.
#[derive(Debug, Clone)]
pub struct File {
    /// Path and text.
    pub source: Source,
    /// The header; the default where there is no readable one.
    pub header: Header,
    /// The positions of the header's values.
    pub values: BTreeMap<String, Range<usize>>,
    /// The bytes between the fences; `None` without a readable header.
    pub header_range: Option<Range<usize>>,
    /// The bytes of the text.
    pub body: Range<usize>,
    /// The posts.
    pub posts: Vec<Text>,
    /// The findings about the file as such.
    pub findings: Vec<Finding>,
}

/// The short hash of the posts of a draft.
pub fn hash<T: AsRef<str>>(posts: &[T]) -> String {
    let mut whole = Sha256::new();
    for post in posts {
        whole.update(post.as_ref().as_bytes());
        // A byte that no text has, so that different divisions of a text have different hashes.
        whole.update([0xff]);
    }
    hex(&whole.finalize()[..8])
}

impl File {
    /// Parses a draft's file. Never fails: unreadable parts are findings.
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
        let start = after_mark(text, 0);
        let body = if let Some((header, body)) = header_end(text, start) {
            file.read_header(header);
            file.findings.extend(header::in_text(source, body));
            body
        } else {
            file.findings.push(header::missing(source, start));
            start
        };
        file.body = body..text.len();
        file.posts = read_posts(text, body);
        if let Some(range) = conflict_marker(text) {
            file.findings.push(
                Finding::new(&CONFLICT, "the draft contains a conflict marker")
                    .at(source.span(range))
                    .help("keep the lines of one side and delete the markers"),
            );
        }
        file
    }

    /// Whether the text was edited since it was generated, even by one space. A draft without a
    /// hash counts as edited; CRLF conversion by git does not.
    pub fn edited(&self) -> bool {
        let written = self.source.text().get(self.body.clone()).unwrap_or_default();
        let expected = body(&self.texts());
        let same = written == expected || written == expected.replace('\n', "\r\n");
        !same || self.header.generated.as_ref() != Some(&self.hash())
    }

    /// The hash of the current text.
    pub fn hash(&self) -> String {
        hash(&self.texts())
    }

    /// The texts of the posts.
    pub fn texts(&self) -> Vec<String> {
        self.posts.iter().map(|post| post.text.clone()).collect()
    }

    /// Whether the header could be read.
    pub fn readable(&self) -> bool {
        self.header_range.is_some()
    }

    /// Whether the file has conflict markers.
    pub fn conflicted(&self) -> bool {
        self.findings.iter().any(|finding| finding.rule.name == CONFLICT.name)
    }
}

/// The position after a byte order mark at `start`, if there is one.
pub(super) fn after_mark(text: &str, start: usize) -> usize {
    let marked = text.get(start..).is_some_and(|rest| rest.starts_with('\u{feff}'));
    start + if marked { '\u{feff}'.len_utf8() } else { 0 }
}

/// The lines of a text from `start`: each without its end, and the start of the next.
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

/// The first conflict marker of an unfinished merge.
fn conflict_marker(text: &str) -> Option<Range<usize>> {
    lines(text, 0).map(|(line, _)| line).find(|line| {
        let line = text.get(line.clone()).unwrap_or_default();
        line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ")
    })
}
