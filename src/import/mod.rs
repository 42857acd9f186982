//! Converts texts, pages and feeds to posts.
//!
//! ```text
//! bytes ─▶ decode ─▶ text ─┐
//!                    html ─┼─▶ Imported ─▶ write ─▶ a post's file, read back to verify it
//!                    feed ─┘
//! ```
//!
//! Every guess is a finding, so that the author knows what to check. Nothing here reads a file or the
//! network: images keep their URLs.

mod decode;
pub mod feed;
mod html;
mod inline;
pub mod rules;
mod text;
mod write;

use std::collections::BTreeMap;

use url::Url;

use crate::generator::Context;
use crate::markdown::vocabulary::has;
use crate::post::date::Written;
use crate::post::scan::{is_forbidden, is_hidden};
use crate::post::{Author, Image};
use crate::report::{Finding, Rule, Source, Span};

pub use write::{File, Place, write};

/// The format of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text copied from a page or an editor.
    Text,
    /// Markdown without front matter.
    Markdown,
    /// A saved page.
    Html,
    /// RSS, Atom or JSON Feed.
    Feed,
}

/// A post to write: its front matter and Markdown.
#[derive(Debug, Clone, Default)]
pub struct Imported {
    /// The title, plain text on one line; empty where unknown.
    pub title: String,
    /// When it was published.
    pub date: Option<Written>,
    /// When it was last changed.
    pub updated: Option<Written>,
    /// The id under which it was published.
    pub id: Option<String>,
    /// The URL of its page.
    pub permalink: Option<String>,
    /// The page that a link post is about.
    pub external_url: Option<String>,
    /// The authors.
    pub authors: Vec<Author>,
    /// Tags without `#`.
    pub tags: Vec<String>,
    /// BCP 47 language.
    pub language: Option<String>,
    /// A summary, plain text on one line.
    pub summary: Option<String>,
    /// The post's image.
    pub image: Option<Image>,
    /// The Markdown, without a final line end.
    pub body: String,
    /// Whether it is a draft.
    pub is_draft: bool,
    /// Its position in the input.
    pub at: Option<Span>,
}

/// The result of an import.
#[derive(Debug)]
pub struct Import {
    /// The file's format.
    pub kind: Kind,
    /// The site, if the file describes it.
    pub site: feed::Site,
    /// The posts, in the order of the file.
    pub posts: Vec<Imported>,
    /// How many entries of a feed are not posts, by kind.
    pub others: BTreeMap<String, usize>,
    /// What was guessed and what is missing.
    pub findings: Vec<Finding>,
}

impl Import {
    /// The file of every post with the number of the post, and the findings that prevent the others.
    pub fn files(&self, place: Place<'_>) -> (Vec<(File, usize)>, Vec<Finding>) {
        let mut taken = BTreeMap::new();
        let mut files = Vec::new();
        let mut findings = Vec::new();
        for (index, post) in self.posts.iter().enumerate() {
            match write(post, place, &mut taken) {
                Ok(file) => files.push((file, index)),
                Err(finding) => findings.push(*finding),
            }
        }
        (files, findings)
    }
}

/// Imports a file. `path` is its name, for display; the extension tells Markdown from text. `given` is
/// the date of a text or a page, and of a feed's entries without one.
///
/// # Errors
/// Why nothing can be imported, in words.
pub fn read(
    path: &str,
    bytes: &[u8],
    given: Option<Written>,
    context: &Context,
) -> Result<Import, String> {
    let mut notes = Notes::default();
    let (text, guessed) = decode::decode(bytes).ok_or("is not a text, a page or a feed")?;
    let source = Source::new(path, text);
    if guessed {
        notes.guess(source.start(), "the file is read as Windows-1252");
    }
    let text = source.text().trim_start();
    if text.is_empty() {
        return Err("is empty".to_owned());
    }
    let is = |endings: &str| path.rsplit_once('.').is_some_and(|(_, own)| has(endings, own));
    let mut import = Import {
        kind: Kind::Feed,
        site: feed::Site::default(),
        posts: Vec::new(),
        others: BTreeMap::new(),
        findings: Vec::new(),
    };
    if let Some(feed) = feed::read(&source) {
        (import.site, import.posts, import.others) = feed::posts(&source, feed, &mut notes);
        for post in &mut import.posts {
            post.date = post.date.or(given);
        }
    } else if is("xml rss atom rdf json") {
        return Err("is not a readable RSS, Atom or JSON feed".to_owned());
    } else {
        let mut post;
        (import.kind, post) = if is("html htm xhtml") || looks_like_page(text) {
            (Kind::Html, html::page(&source, given, &mut notes))
        } else if is("md markdown mdx") {
            (Kind::Markdown, text::markdown(&source, &mut notes)?)
        } else {
            (Kind::Text, text::plain(&source, given, context, &mut notes))
        };
        post.date = given.or(post.date);
        language(&mut post, &source, &mut notes);
        import.posts.push(post);
    }
    import.findings = notes.0;
    Ok(import)
}

/// Whether a text begins like an HTML page.
fn looks_like_page(text: &str) -> bool {
    let start = text[..text.floor_char_boundary(1000)].to_ascii_lowercase();
    let begins = "!doctype html|html|head|body|article|?xml";
    (start.strip_prefix('<')).is_some_and(|tag| begins.split('|').any(|name| tag.starts_with(name)))
        || start.starts_with("<!--") && start.contains("<html")
}

/// Sets a language other than English where the text itself shows it, and reports that.
fn language(post: &mut Imported, source: &Source, notes: &mut Notes) {
    if post.language.is_some() {
        return;
    }
    let guess = crate::recap::language_of(&format!("{}\n{}", post.title, post.body));
    let why = if guess == "en" {
        "no language is given; a post without one is read as English".to_owned()
    } else {
        post.language = Some(guess.to_owned());
        format!("the language is {guess}, by its words")
    };
    notes.guess(source.start(), why);
}

/// The findings, in the order in which they were made.
#[derive(Debug, Default)]
struct Notes(Vec<Finding>);

impl Notes {
    fn guess(&mut self, at: Span, what: impl Into<String>) {
        self.0.push(Finding::new(&rules::GUESSED, what).at(at));
    }

    fn add(&mut self, rule: &'static Rule, what: impl Into<String>, at: Span, help: &str) {
        self.0.push(Finding::new(rule, what).at(at).help(help));
    }
}

/// An http or https URL, resolved against `base` if there is one.
fn absolute(url: &str, base: Option<&Url>) -> Option<Url> {
    let url = filled(url)?;
    let url = match base {
        Some(base) => base.join(&url).ok()?,
        None => Url::parse(&url).ok()?,
    };
    matches!(url.scheme(), "http" | "https").then_some(url)
}

/// A trimmed text; `None` where it is empty.
fn filled(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// Text on one line, without invisible characters.
fn one_line(text: &str) -> String {
    let readable = readable(text);
    let words = readable.split(|c: char| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}'));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// Text without invisible characters. No-break spaces stay where typography requires them (`« … »`,
/// ` !`, `10 000`); elsewhere they come from pages that indent by them.
fn readable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = None;
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let kept = match c {
            '\u{a0}' | '\u{202f}' | '\u{2007}' => {
                let after = rest.clone().next();
                let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
                let asked = before == Some('«')
                    || after.is_some_and(|c| "»:;!?%€".contains(c))
                    || digit(before) && digit(after);
                Some(if asked { c } else { ' ' })
            }
            '\u{2028}' | '\u{2029}' | '\u{85}' => Some('\n'),
            '\n' | '\t' | '\r' => Some(c),
            '\u{ad}' => None,
            c if c.is_control() || is_forbidden(c) || is_hidden(c) => None,
            c => Some(c),
        };
        out.extend(kept);
        before = kept.or(before);
    }
    out
}
