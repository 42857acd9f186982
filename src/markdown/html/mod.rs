//! Renders HTML from the events: safe because every tag and attribute is checked, absolute because
//! every URL goes through [`super::address`].

mod bare;
mod elements;
mod footnotes;
mod hrefs;
mod math;
mod raw;

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Alignment, Event, Tag, TagEnd};
use url::Url;

use super::escape::{Within, escape};
use super::href::Use;
use super::report::Report;
use super::{Document, Html, Place, RawBlock, rules, sanitise};
use crate::generator::{Anchors, Bare};
use crate::post::Post;

pub(super) use elements::alert_name;
pub use hrefs::front_matter_url;
pub(super) use hrefs::{missing, unknown_page};

/// How deep blocks and elements may nest. Real posts stay under 20; sanitising takes quadratic time in
/// the depth.
const DEEPEST: usize = 128;

/// Renders a document for a feed.
pub(super) fn render(document: &Document<'_>, post: &Post, place: Place<'_>) -> Html {
    let mut renderer = Renderer::new(document, post, place);
    renderer.out.reserve(post.body.len() * 3 / 2);
    let whole = renderer.run(0..document.events.len());
    let html = match whole.and_then(|()| renderer.footnotes()) {
        Ok(()) => renderer.out,
        Err(TooDeep(range)) => {
            let message = format!("this is nested more than {DEEPEST} deep");
            let help = "reduce the nesting of quotes, lists or HTML elements";
            (renderer.report).add(&rules::TOO_DEEP, "", &range, (message, help));
            String::new()
        }
    };
    Html { html, findings: renderer.report.finish() }
}

/// Makes the URLs of a document absolute; `None` for one that is not allowed.
pub(super) fn resolver<'r>(
    document: &'r Document<'r>,
    post: &'r Post,
    place: Place<'r>,
) -> impl FnMut(&str, Use) -> Option<String> {
    let mut renderer = Renderer::new(document, post, place);
    move |written, usage| renderer.absolute_url(written, usage, &post.body)
}

/// Where the nesting exceeded [`DEEPEST`].
struct TooDeep(Range<usize>);

/// An open element.
enum Open {
    /// A Markdown element and what ends it; empty where it writes nothing.
    Markdown(&'static str),
    /// An element of raw HTML, by name.
    Raw(String),
}

/// The part of the output that has raw HTML: from the block where it begins to the block where all of
/// its elements are closed. Only this part is sanitised.
#[derive(Default)]
struct Region {
    /// Where the current top-level block, or the region, begins in the output.
    start: usize,
    /// Whether there is raw HTML in it.
    raw: bool,
}

/// The columns of the current table.
#[derive(Default)]
struct Columns {
    alignments: Vec<Alignment>,
    next: usize,
    head: bool,
}

struct Renderer<'r> {
    events: &'r [(Event<'r>, Range<usize>)],
    post: &'r Post,
    place: Place<'r>,
    /// The base of relative URLs.
    base: Url,
    out: String,
    open: Vec<Open>,
    region: Region,
    columns: Columns,
    /// An alert's label, until its first paragraph includes it.
    alert: Option<&'static str>,
    notes: footnotes::Notes,
    formula: math::Formula,
    /// Which bare URLs become links.
    bare: Bare,
    /// The scheme of links on URLs without one.
    bare_scheme: &'static str,
    anchors: Anchors,
    /// The attribute of a code block whose value is shown above it.
    code_title: Option<&'static str>,
    /// Names of the elements that raw HTML in the post closes, computed on demand.
    ended: Option<BTreeSet<String>>,
    report: Report<'r>,
}

impl<'r> Renderer<'r> {
    fn new(document: &'r Document<'r>, post: &'r Post, place: Place<'r>) -> Self {
        Self {
            events: &document.events,
            post,
            place,
            base: document.base_of(place.permalink),
            out: String::new(),
            open: Vec::new(),
            region: Region::default(),
            columns: Columns::default(),
            alert: None,
            notes: footnotes::Notes::of(&document.events, document.anchors),
            formula: math::Formula::default(),
            bare: document.bare,
            bare_scheme: if document.linkifies_as_https { "https" } else { "http" },
            anchors: document.anchors,
            code_title: document.code_title,
            ended: None,
            report: Report::new(post),
        }
    }

    /// Renders a run of whole blocks.
    fn run(&mut self, events: Range<usize>) -> Result<(), TooDeep> {
        self.region = Region { start: self.out.len(), raw: false };
        let mut at = events.start;
        while at < events.end {
            at = self.event(at)?;
            if self.open.is_empty() {
                self.close_region();
            }
        }
        self.close_raw(0);
        self.close_region();
        Ok(())
    }

    /// Closes what raw HTML has opened since there were `depth` open elements.
    fn close_raw(&mut self, depth: usize) {
        while self.open.len() > depth
            && let Some(Open::Raw(name)) = self.open.pop()
        {
            self.annotation_ends(&name);
            self.tag("</", &name);
            self.formula_ends(&name);
        }
    }

    fn tag(&mut self, start: &str, name: &str) {
        self.out.push_str(start);
        self.out.push_str(name);
        self.out.push('>');
    }

    /// Sanitises the output since the region began, if it has raw HTML.
    fn close_region(&mut self) {
        if self.region.raw {
            let clean = sanitise::clean(&self.out[self.region.start..]);
            self.out.truncate(self.region.start);
            self.out.push_str(&clean);
            self.line();
        }
        self.region = Region { start: self.out.len(), raw: false };
    }

    /// Renders one event and returns the index of the next.
    fn event(&mut self, at: usize) -> Result<usize, TooDeep> {
        let (event, range) = &self.events[at];
        match event {
            Event::Start(Tag::FootnoteDefinition(_)) => return Ok(self.notes.after(at)),
            Event::Start(Tag::Image { dest_url, title, .. }) => {
                let (alt, next) = super::alt::alt(self.events, at);
                self.image(dest_url, &alt, title, range);
                return Ok(next);
            }
            // An HTML block has no element of its own; what it opens may end blocks later.
            Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => {}
            // Markdown requires a header row; a table without a header has an empty one.
            Event::Start(Tag::TableHead) if self.is_empty_head(at) => {
                self.line();
                self.out.push_str("<tbody>\n");
                let is_end = |(event, _): &(Event<'_>, _)| *event == Event::End(TagEnd::TableHead);
                let end = self.events[at..].iter().position(is_end);
                return Ok(end.map_or(self.events.len(), |end| at + end + 1));
            }
            Event::Start(tag) => {
                let end = self.start(tag, range);
                self.push(Open::Markdown(end), range)?;
            }
            Event::End(tag) => self.end(*tag),
            Event::Text(text) if self.is_code() => self.text(text, range),
            Event::Text(text) => self.linked(text, range),
            Event::Code(code) => self.code(code, range),
            Event::InlineMath(math) | Event::DisplayMath(math) => self.code(math.trim(), range),
            Event::Html(_) => {
                let (block, next) = RawBlock::gather(self.events, at);
                self.raw(&block, true)?;
                return Ok(next);
            }
            Event::InlineHtml(tag) => self.raw(&RawBlock::inline(tag, range), false)?,
            Event::FootnoteReference(label) => self.reference(label, range),
            Event::SoftBreak => self.out.push('\n'),
            Event::HardBreak => self.out.push_str("<br>\n"),
            Event::Rule => {
                self.line();
                self.out.push_str("<hr>\n");
            }
            // A check box is a form element, which readers drop.
            Event::TaskListMarker(done) => self.out.push_str(if *done { "☑ " } else { "☐ " }),
        }
        Ok(at + 1)
    }

    fn push(&mut self, open: Open, range: &Range<usize>) -> Result<(), TooDeep> {
        self.open.push(open);
        if self.open.len() > DEEPEST {
            return Err(TooDeep(range.clone()));
        }
        Ok(())
    }

    /// Whether the head of a table that begins at `at` has no text.
    fn is_empty_head(&self, at: usize) -> bool {
        let cells = self.events[at + 1..].iter().map(|(event, _)| event);
        let mut head = cells.take_while(|event| !matches!(event, Event::End(TagEnd::TableHead)));
        head.all(|event| {
            matches!(event, Event::Start(Tag::TableCell) | Event::End(TagEnd::TableCell))
        })
    }

    /// Whether a link is open.
    fn is_in_link(&self) -> bool {
        self.open.iter().any(|open| match open {
            Open::Markdown(end) => *end == "</a>",
            Open::Raw(name) => name == "a",
        })
    }

    /// Whether a code block is open.
    fn is_code(&self) -> bool {
        matches!(self.open.last(), Some(Open::Markdown("</code></pre>\n")))
    }

    /// Starts a new line unless there is one.
    fn line(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        escape(&mut self.out, value, Within::Attribute);
        self.out.push('"');
    }

    /// An id unique among the entries of the feed.
    fn scoped(&self, id: &str) -> String {
        format!("{}-{}", self.place.scope, id)
    }

    fn text(&mut self, text: &str, range: &Range<usize>) {
        if self.formula.passes() {
            return;
        }
        let forbidden = escape(&mut self.out, text, Within::Text);
        // `&#0;` becomes U+FFFD, which the author did not write.
        let replaced = || {
            // Most texts have no character that begins like this one.
            let found = memchr::memchr(0xef, text.as_bytes()).is_some()
                && text.contains(char::REPLACEMENT_CHARACTER);
            (found && !self.post.span(range).text().contains(char::REPLACEMENT_CHARACTER))
                .then_some('\0')
        };
        if let Some(character) = forbidden.or_else(replaced) {
            self.forbidden(character, range);
        }
    }

    fn code(&mut self, code: &str, range: &Range<usize>) {
        self.out.push_str("<code>");
        self.text(code, range);
        self.out.push_str("</code>");
    }

    fn forbidden(&mut self, character: char, range: &Range<usize>) {
        let code = u32::from(character);
        let message = format!("this contains U+{code:04X}, which no feed can carry");
        let help = "remove the character or its reference";
        (self.report).add(&rules::FORBIDDEN_REFERENCE, "", range, (message, help));
    }
}
