#![doc = include_str!("../README.md")]
#![warn(unreachable_pub)]

mod encoding;
mod grammar;
mod html;
mod json;
mod linter;
mod log;
mod outline;
pub mod rules;
mod shapes;
mod sniff;
mod values;
// For Afterword's import, which needs the positions of what it cannot convert.
#[doc(hidden)]
pub mod xml;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

use chrono::{DateTime, FixedOffset};
use url::Url;

use feed_lint_findings::{Finding, Source};
use linter::{Firsts, Linter};
use log::Log;
pub use outline::Outline;
use sniff::FEED;
pub use values::language::is_language;
pub use values::names::is_tag;
#[doc(hidden)]
pub use values::relations::of as relation;
use xml::{Document, Id, Ns};

/// A document's format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// RSS 0.90, in RDF.
    Rss090,
    /// RSS 0.91 to 0.94.
    Rss09x,
    /// RSS 1.0, in RDF.
    Rss10,
    /// RSS 2.0.
    Rss20,
    /// A draft of Atom.
    Atom03,
    /// Atom.
    Atom10,
    /// JSON Feed 1.0 or 1.1.
    JsonFeed,
    /// Not a feed.
    Unknown,
}

impl Format {
    /// The name in the JSON contract.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Rss090 => "rss-0.90",
            Self::Rss09x => "rss-0.9x",
            Self::Rss10 => "rss-1.0",
            Self::Rss20 => "rss-2.0",
            Self::Atom03 => "atom-0.3",
            Self::Atom10 => "atom-1.0",
            Self::JsonFeed => "json-feed",
            Self::Unknown => "unknown",
        }
    }
}

/// What validation may ask about files outside of the document.
pub trait World: Sync {
    /// The length in bytes of the file served at `url`, where known.
    fn length(&self, url: &Url) -> Option<u64>;

    /// The media type of that file.
    fn media_type(&self, url: &Url) -> Option<String>;
}

/// A document to validate, and what is known about it.
pub struct Input<'a> {
    /// The path or name, for display.
    pub path: &'a str,
    /// The file.
    pub bytes: &'a [u8],
    /// The text as a source, where the caller has one: saves a copy.
    pub source: Option<&'a Source>,
    /// The document's URL; rules that need it are silent without it.
    pub base: Option<Url>,
    /// The time; rules that need it are silent without it.
    pub now: Option<DateTime<FixedOffset>>,
    /// The version published before.
    pub previous: Option<&'a [u8]>,
    /// What is known of the files that the feed refers to.
    pub world: Option<&'a dyn World>,
    /// Whether the outcome needs the outline, to compare the feed with its other formats.
    pub outline: bool,
}

impl<'a> Input<'a> {
    /// A document with nothing else known.
    pub fn new(path: &'a str, bytes: &'a [u8]) -> Self {
        Self {
            path,
            bytes,
            source: None,
            base: None,
            now: None,
            previous: None,
            world: None,
            outline: false,
        }
    }

    /// The outline made by `outline` where something is compared with it, else an empty one.
    fn compared(&self, outline: impl FnOnce() -> Outline) -> Outline {
        if self.outline || self.world.is_some() || self.previous.is_some() {
            outline()
        } else {
            Outline::default()
        }
    }
}

/// The result of validating a document.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// Its format.
    pub format: Format,
    /// Its text, which the findings point into.
    pub source: Source,
    /// The findings, in the order of the text.
    pub findings: Vec<Finding>,
    /// Its entries, to compare with another format of the same feed; empty unless the input asks for them.
    pub outline: Outline,
}

/// Larger files are not read.
const LARGEST: usize = 1 << 30;

/// Larger feeds get a finding.
const LARGE: usize = 1_000_000;

/// Validates a document.
pub fn validate(input: &Input<'_>) -> Outcome {
    let bytes = if input.bytes.len() > LARGEST { &input.bytes[..0] } else { input.bytes };
    let known = input.source.map(Source::text);
    let known = known.filter(|text| text.len() == bytes.len());
    let decoded = known.and_then(encoding::of_text).unwrap_or_else(|| encoding::decode(bytes));
    let source = match (&decoded.text, input.source) {
        (Cow::Borrowed(text), Some(source)) if text.len() == source.text().len() => source.clone(),
        (text, _) => Source::new(input.path, text.as_ref()),
    };
    let mut log = Log::new(&source);
    let is_json = is_json(source.text(), input.path);
    let (format, outline) = if sniff::is_something_else(bytes, is_json, &mut log) {
        (Format::Unknown, Outline::broken())
    } else if is_json {
        json_feed(input, &decoded, &mut log)
    } else {
        xml_feed(input, &decoded, &mut log)
    };
    if input.bytes.len() > LARGE {
        let size = input.bytes.len() / 1_000;
        let message = format!("this feed has {size} kB");
        log.report(&rules::limits::LARGE_FEED, 0..0, message)
            .help("put fewer entries into the feed, or their summaries alone");
    }
    if let Some(world) = input.world {
        rules::beyond::files(&mut log, &outline, world);
    }
    if let Some(before) = input.previous.and_then(outline_of) {
        rules::beyond::previous(&mut log, &outline, &before);
    }
    let findings = rules::repeats::removed(log.finish());
    Outcome { format, source, findings, outline }
}

/// Where a feed differs from `siblings`, the path and the outline of each other format of the feed.
pub fn disagreements(outcome: &Outcome, siblings: &[(&str, &Outline)]) -> Vec<Finding> {
    let mut log = Log::new(&outcome.source);
    for (path, other) in siblings.iter().filter(|(_, other)| !other.broken) {
        rules::beyond::sibling(&mut log, &outcome.outline, path, other);
    }
    log.finish()
}

/// Whether a text is JSON rather than XML: by its first character, else by the file's name.
fn is_json(text: &str, path: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let extension = Path::new(path).extension();
    // JSON has no comments; the JSON parser reports them.
    text.starts_with(['{', '[', '/'])
        || extension.is_some_and(|end| end.eq_ignore_ascii_case("json")) && !text.starts_with('<')
}

fn json_feed(
    input: &Input<'_>,
    decoded: &encoding::Decoded<'_>,
    log: &mut Log<'_>,
) -> (Format, Outline) {
    let text = log.text();
    encoding::check_json(decoded, log);
    let Some(root) = json::read(log) else {
        return (Format::JsonFeed, Outline::broken());
    };
    if !rules::jsonfeed::is_feed(&root) {
        let message = "this is JSON, but not a JSON Feed";
        log.report(&rules::limits::NOT_A_FEED, root.range().start..root.range().start + 1, message)
            .help("a JSON Feed is an object with `version`, `title` and `items`");
        return (Format::Unknown, Outline::broken());
    }
    let mut feed = json::Feed {
        log,
        base: input.base.as_ref(),
        now: input.now,
        may_have_mojibake: encoding::may_have_mojibake(text)
            || ["\\u00", "\\uf", "\\uF"]
                .iter()
                .any(|escape| memchr::memmem::find(text.as_bytes(), escape.as_bytes()).is_some()),
    };
    rules::jsonfeed::check(&mut feed, &root);
    let outline = input.compared(|| outline::of_json(&root));
    (Format::JsonFeed, outline)
}

fn xml_feed(
    input: &Input<'_>,
    decoded: &encoding::Decoded<'_>,
    log: &mut Log<'_>,
) -> (Format, Outline) {
    let text = log.text();
    let may_have_mojibake = || encoding::may_have_mojibake(text);
    let (document, may_have_mojibake) = if text.len() > LARGE {
        rayon::join(|| xml::read(log), may_have_mojibake)
    } else {
        (xml::read(log), may_have_mojibake())
    };
    let format = format_of(&document);
    encoding::check(decoded, &document, log);
    let mut linter = Linter {
        document: &document,
        core: document.root().map_or(Ns::None, |root| core_of(&document, root, format)),
        log,
        format,
        base: input.base.as_ref(),
        now: input.now,
        first: &Firsts::default(),
        near: BTreeMap::new(),
    };
    check_root(&mut linter);
    if may_have_mojibake && format != Format::Unknown {
        rules::encoding::mangled_text(&mut linter);
    }
    let outline = input.compared(|| outline::of_xml(&document, format));
    (format, outline)
}

/// The outline of another version of a feed, without findings.
fn outline_of(bytes: &[u8]) -> Option<Outline> {
    let decoded = encoding::decode(bytes);
    let source = Source::new("", decoded.text.as_ref());
    let mut log = Log::new(&source);
    if is_json(source.text(), "") {
        return json::read(&mut log).map(|root| outline::of_json(&root));
    }
    let document = xml::read(&mut log);
    let format = format_of(&document);
    let outline = outline::of_xml(&document, format);
    (!outline.broken).then_some(outline)
}

/// Parses XML as [`validate`] does, recovering from faults, without findings.
#[doc(hidden)]
pub fn parse(source: &Source) -> Document<'_> {
    xml::read(&mut Log::new(source))
}

#[doc(hidden)]
pub fn format_of(document: &Document<'_>) -> Format {
    let Some(root) = document.root() else {
        return Format::Unknown;
    };
    match (document.local(root), document.ns(root)) {
        ("rss", _) => match document.attribute(root, "version").map(|version| version.raw) {
            Some(version) if version.starts_with("0.9") => Format::Rss09x,
            _ => Format::Rss20,
        },
        ("feed" | "entry", Ns::Atom03) => Format::Atom03,
        ("feed", _) | ("entry", Ns::Atom) => Format::Atom10,
        ("RDF", Ns::Rdf) => {
            let old = document.namespaces.iter().any(|one| one.ns == Ns::Rss090);
            if old { Format::Rss090 } else { Format::Rss10 }
        }
        _ => Format::Unknown,
    }
}

/// The namespace that the format's own elements are in.
fn core_of(document: &Document<'_>, root: Id, format: Format) -> Ns {
    match format {
        Format::Rss10 => Ns::Rss10,
        Format::Rss090 => Ns::Rss090,
        Format::Unknown => Ns::None,
        _ => document.ns(root),
    }
}

/// Checks the outermost element, and all in it.
fn check_root(linter: &mut Linter<'_, '_>) {
    use rules::{atom, namespaces, rdf, rss};
    let Some(root) = linter.document.root() else {
        return;
    };
    check_doctype(linter);
    shapes::xml_attributes(linter);
    namespaces::check(linter);
    match linter.format {
        Format::Rss20 | Format::Rss09x => {
            if linter.document.ns(root) != Ns::None {
                let message = "`rss` must be in no namespace, but is in one";
                linter
                    .about(&namespaces::WRONG_NAMESPACE, root, message)
                    .help("remove `xmlns=\"…\"` from `rss`");
            }
            rss::root(linter, root);
        }
        Format::Rss10 | Format::Rss090 => rdf::root(linter, root),
        Format::Atom03 => {
            let message = "this is a draft of Atom, which Atom 1.0 replaced in 2005";
            linter
                .about_alone(&namespaces::OBSOLETE_NAMESPACE, root, message)
                .help(
                    "write Atom 1.0: `xmlns=\"http://www.w3.org/2005/Atom\"`, and `updated` for `modified`, \
                     `published` for `issued`, `subtitle` for `tagline`, `rights` for `copyright`",
                );
        }
        Format::Atom10 => {
            match linter.document.ns(root) {
                Ns::Atom => {}
                Ns::None => {
                    let message = "`feed` is in no namespace";
                    linter
                        .about(&namespaces::MISSING_NAMESPACE, root, message)
                        .help("write `<feed xmlns=\"http://www.w3.org/2005/Atom\">`");
                }
                _ => {
                    let message = "this is not the namespace of Atom";
                    linter
                        .about(&namespaces::WRONG_NAMESPACE, root, message)
                        .help("write `xmlns=\"http://www.w3.org/2005/Atom\"`");
                }
            }
            if linter.document.local(root) == "entry" {
                atom::entry(linter, root);
            } else {
                atom::feed(linter, root);
            }
        }
        Format::JsonFeed | Format::Unknown => {
            let name = linter.document.name(root);
            let (message, help) = match name {
                "opml" => (
                    "this file is OPML, a list of feeds".to_owned(),
                    "validate the feeds that it names",
                ),
                "urlset" | "sitemapindex" => ("this file is a sitemap".to_owned(), FEED),
                _ => (
                    format!("no feed has `{name}` as its outermost element"),
                    "a feed begins with `rss`, `feed` or `rdf:RDF`",
                ),
            };
            linter.about(&rules::limits::NOT_A_FEED, root, message).help(help);
        }
    }
}

fn check_doctype(linter: &mut Linter<'_, '_>) {
    use rules::encoding::{DEPRECATED_DTD, SYSTEM_ENTITY, WRONG_DOCTYPE};
    let Some(doctype) = &linter.document.doctype else {
        return;
    };
    let netscape = doctype.system.is_some_and(|system| system.contains("my.netscape.com"));
    let rss091 = doctype.public.is_some_and(|public| public.contains("RSS 0.91"));
    let range = doctype.range.clone();
    if netscape {
        let message = "the DTD is gone from Netscape's server";
        linter
            .log
            .report(&DEPRECATED_DTD, range.clone(), message)
            .help("remove the document type declaration");
        let root = linter.document.root().unwrap_or_default();
        let version = linter.document.value_of(root, "version");
        let is_091 = doctype.system.is_some_and(|system| system.contains("0.91"));
        if is_091 && version.as_deref().is_some_and(|version| version != "0.91") {
            let message = "this document type is that of RSS 0.91";
            linter
                .about_attribute(&WRONG_DOCTYPE, root, "version", message)
                .help("remove the document type declaration");
        }
    } else if (doctype.system.is_some() || doctype.public.is_some()) && !rss091
        || !linter.document.entities.external.is_empty()
    {
        let message = "readers do not fetch what this refers to";
        linter
            .log
            .report(&SYSTEM_ENTITY, range, message)
            .help("remove the document type declaration");
    }
}
