//! HTML from the events: safe because nothing is written that was not judged, absolute because
//! every address goes through [`super::address`].

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{
    Alignment, BlockQuoteKind, CodeBlockKind, Event, HeadingLevel, LinkType, Tag, TagEnd,
};

use super::address::{self, Problem, Use};
use super::escape::{Within, escape};
use super::internal::{Internal, guess, internal};
use super::report::Report;
use super::{Document, Html, Place, RawBlock, rules, sanitise};
use url::Url;

use crate::post::Post;
use crate::report::{Finding, Rule};

mod footnotes;
mod raw;

/// How deep blocks and elements may be nested. Real posts stay under 20; sanitising takes quadratic
/// time in the depth.
const DEEPEST: usize = 128;

/// Renders a document for a feed.
pub(super) fn render(document: &Document<'_>, post: &Post, place: Place<'_>) -> Html {
    let mut renderer = Renderer::new(document, post, place);
    renderer.out.reserve(post.body.len() * 3 / 2);
    let whole = renderer.run(0..document.events.len());
    let html = match whole.and_then(|()| renderer.footnotes()) {
        Ok(()) => renderer.out,
        Err(TooDeep(range)) => {
            renderer.report.add(&rules::TOO_DEEP, "", &range, || {
                let message = format!("this is nested more than {DEEPEST} deep");
                (
                    message,
                    "take the quotes, lists or HTML elements out of each other".to_owned(),
                )
            });
            String::new()
        }
    };
    Html {
        html,
        findings: renderer.report.finish(),
    }
}

/// Makes the addresses of a document absolute; `None` for one that cannot go out.
pub(super) fn resolver<'r>(
    document: &'r Document<'r>,
    post: &'r Post,
    place: Place<'r>,
) -> impl FnMut(&str, Use) -> Option<String> {
    let mut renderer = Renderer::new(document, post, place);
    move |written, usage| renderer.address(written, usage, &post.body)
}

/// What an internal address comes to.
enum Page {
    At(Url),
    /// An ordinary address after all.
    Plain,
    Nowhere,
}

/// Where the nesting went past [`DEEPEST`].
struct TooDeep(Range<usize>);

/// Something that was begun and not yet ended.
enum Open {
    /// A Markdown element and what ends it; empty where it writes nothing.
    Markdown(&'static str),
    /// An element of raw HTML, by name.
    Raw(String),
}

/// The part of the output that holds raw HTML: from the block where it begins to the block where
/// everything that it opened is closed. It alone is sanitised.
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
    out: String,
    open: Vec<Open>,
    region: Region,
    columns: Columns,
    /// An alert's name, until its first paragraph takes it in.
    alert: Option<&'static str>,
    notes: footnotes::Notes,
    /// Names of the elements that raw HTML in the post ends, once they are asked for.
    ended: Option<BTreeSet<String>>,
    report: Report<'r>,
}

impl<'r> Renderer<'r> {
    fn new(document: &'r Document<'r>, post: &'r Post, place: Place<'r>) -> Self {
        Self {
            events: &document.events,
            post,
            place,
            out: String::new(),
            open: Vec::new(),
            region: Region::default(),
            columns: Columns::default(),
            alert: None,
            notes: footnotes::Notes::of(&document.events),
            ended: None,
            report: Report::new(post),
        }
    }

    /// Renders a run of whole blocks.
    fn run(&mut self, events: Range<usize>) -> Result<(), TooDeep> {
        self.region = Region {
            start: self.out.len(),
            raw: false,
        };
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

    /// Ends what raw HTML has opened since there were `depth` open elements.
    fn close_raw(&mut self, depth: usize) {
        while self.open.len() > depth
            && let Some(Open::Raw(name)) = self.open.pop()
        {
            self.tag("</", &name);
        }
    }

    fn tag(&mut self, start: &str, name: &str) {
        self.out.push_str(start);
        self.out.push_str(name);
        self.out.push('>');
    }

    /// Sanitises what was written since the region began, if there is raw HTML in it.
    fn close_region(&mut self) {
        if self.region.raw {
            let clean = sanitise::clean(&self.out[self.region.start..]);
            self.out.truncate(self.region.start);
            self.out.push_str(&clean);
            self.line();
        }
        self.region = Region {
            start: self.out.len(),
            raw: false,
        };
    }

    /// Renders one event and says which is next.
    fn event(&mut self, at: usize) -> Result<usize, TooDeep> {
        let (event, range) = &self.events[at];
        match event {
            Event::Start(Tag::FootnoteDefinition(_)) => return Ok(self.notes.after(at)),
            Event::Start(Tag::Image {
                dest_url, title, ..
            }) => {
                let (alt, next) = super::links::alt(self.events, at);
                self.image(dest_url, &alt, title, range);
                return Ok(next);
            }
            // An HTML block has no element of its own; what it opens may end blocks later.
            Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => {}
            Event::Start(tag) => {
                let end = self.start(tag, range);
                self.push(Open::Markdown(end), range)?;
            }
            Event::End(tag) => self.end(*tag),
            Event::Text(text) => self.text(text, range),
            Event::Code(code) => {
                self.out.push_str("<code>");
                self.text(code, range);
                self.out.push_str("</code>");
            }
            Event::InlineMath(math) | Event::DisplayMath(math) => {
                self.out.push_str("<code>");
                self.text(math.trim(), range);
                self.out.push_str("</code>");
            }
            Event::Html(_) => {
                let (block, next) = RawBlock::gather(self.events, at);
                self.raw(&block, true)?;
                return Ok(next);
            }
            Event::InlineHtml(tag) => self.raw(&RawBlock::inline(tag, range), false)?,
            Event::FootnoteReference(label) => self.reference(label),
            Event::SoftBreak => self.out.push('\n'),
            Event::HardBreak => self.out.push_str("<br>\n"),
            Event::Rule => {
                self.line();
                self.out.push_str("<hr>\n");
            }
            // A tick box is a form element, which readers drop.
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

    /// Starts a new line unless there is one.
    fn line(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }

    /// Writes what begins an element and says what ends it.
    fn start(&mut self, tag: &Tag<'r>, range: &Range<usize>) -> &'static str {
        if is_block(tag) {
            self.end_implied("div");
            self.line();
        }
        if !matches!(tag, Tag::Paragraph) {
            self.alert_alone();
        }
        let (start, end) = match tag {
            Tag::Paragraph => {
                self.out.push_str("<p>");
                if let Some(name) = self.alert.take() {
                    self.label(name);
                    self.out.push(' ');
                }
                ("", "</p>\n")
            }
            Tag::Heading { level, id, .. } => return self.heading(*level, id.as_deref()),
            Tag::BlockQuote(kind) => {
                self.alert = kind.map(alert_name);
                ("<blockquote>\n", "</blockquote>\n")
            }
            Tag::CodeBlock(kind) => {
                self.code_block(kind);
                ("", "</code></pre>\n")
            }
            Tag::List(Some(1)) => ("<ol>\n", "</ol>\n"),
            Tag::List(Some(first)) => {
                self.out.push_str("<ol");
                self.attribute("start", &first.to_string());
                (">\n", "</ol>\n")
            }
            Tag::List(None) => ("<ul>\n", "</ul>\n"),
            Tag::Item => ("<li>", "</li>\n"),
            Tag::DefinitionList => ("<dl>\n", "</dl>\n"),
            Tag::DefinitionListTitle => ("<dt>", "</dt>\n"),
            Tag::DefinitionListDefinition => ("<dd>", "</dd>\n"),
            Tag::Table(alignments) => {
                self.columns.alignments.clone_from(alignments);
                ("<table>\n", "</tbody>\n</table>\n")
            }
            Tag::TableHead => {
                self.columns.head = true;
                self.columns.next = 0;
                ("<thead>\n<tr>", "</tr>\n</thead>\n<tbody>\n")
            }
            Tag::TableRow => {
                self.columns.head = false;
                self.columns.next = 0;
                ("<tr>", "</tr>\n")
            }
            Tag::TableCell => return self.cell(),
            Tag::Emphasis => ("<em>", "</em>"),
            Tag::Strong => ("<strong>", "</strong>"),
            Tag::Strikethrough => ("<del>", "</del>"),
            Tag::Superscript => ("<sup>", "</sup>"),
            Tag::Subscript => ("<sub>", "</sub>"),
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => {
                return self.link(*link_type, dest_url, title, range);
            }
            // Images and footnotes are taken whole; an HTML block has no tags of its own.
            Tag::HtmlBlock
            | Tag::MetadataBlock(_)
            | Tag::Image { .. }
            | Tag::FootnoteDefinition(_) => ("", ""),
        };
        self.out.push_str(start);
        end
    }

    fn end(&mut self, tag: TagEnd) {
        self.alert_alone();
        // What raw HTML left open inside ends with its container.
        let inner = self
            .open
            .iter()
            .rposition(|open| matches!(open, Open::Markdown(_)));
        self.close_raw(inner.map_or(0, |inner| inner + 1));
        let on_own_line = matches!(
            tag,
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::DefinitionList | TagEnd::Table
        );
        if on_own_line {
            self.line();
        }
        if let Some(Open::Markdown(end)) = self.open.pop() {
            self.out.push_str(end);
        }
    }

    fn heading(&mut self, level: HeadingLevel, id: Option<&str>) -> &'static str {
        let (start, end) = match level {
            HeadingLevel::H1 => ("<h1", "</h1>\n"),
            HeadingLevel::H2 => ("<h2", "</h2>\n"),
            HeadingLevel::H3 => ("<h3", "</h3>\n"),
            HeadingLevel::H4 => ("<h4", "</h4>\n"),
            HeadingLevel::H5 => ("<h5", "</h5>\n"),
            HeadingLevel::H6 => ("<h6", "</h6>\n"),
        };
        self.out.push_str(start);
        if let Some(id) = id {
            let id = self.scoped(id);
            self.attribute("id", &id);
        }
        self.out.push('>');
        end
    }

    fn code_block(&mut self, kind: &CodeBlockKind<'_>) {
        self.out.push_str("<pre><code");
        if let CodeBlockKind::Fenced(info) = kind {
            let language = info
                .trim_start_matches(['{', '.', ' '])
                .split(|c: char| c.is_whitespace() || matches!(c, ',' | '{' | '}' | ':'))
                .next()
                .unwrap_or_default();
            if !language.is_empty() {
                self.attribute("class", &format!("language-{language}"));
            }
        }
        self.out.push('>');
    }

    fn cell(&mut self) -> &'static str {
        let (start, end) = if self.columns.head {
            ("<th", "</th>")
        } else {
            ("<td", "</td>")
        };
        self.out.push_str(start);
        match self.columns.alignments.get(self.columns.next) {
            Some(Alignment::Left) => self.attribute("align", "left"),
            Some(Alignment::Center) => self.attribute("align", "center"),
            Some(Alignment::Right) => self.attribute("align", "right"),
            Some(Alignment::None) | None => {}
        }
        self.columns.next += 1;
        self.out.push('>');
        end
    }

    /// A link, or its text alone where the address cannot go out.
    fn link(
        &mut self,
        kind: LinkType,
        to: &str,
        title: &str,
        range: &Range<usize>,
    ) -> &'static str {
        let mail;
        let to = if kind == LinkType::Email && !to.starts_with("mailto:") {
            mail = format!("mailto:{to}");
            &mail
        } else {
            to
        };
        if to.is_empty() {
            return "";
        }
        let Some(address) = self.address(to, Use::Link, range) else {
            return "";
        };
        self.out.push_str("<a");
        self.attribute("href", &address);
        if !title.is_empty() {
            self.attribute("title", title);
        }
        self.out.push('>');
        "</a>"
    }

    /// A picture, or its text where the address cannot go out.
    fn image(&mut self, src: &str, alt: &str, title: &str, range: &Range<usize>) {
        let Some(address) = self.address(src, Use::Media, range) else {
            self.text(alt, range);
            return;
        };
        self.out.push_str("<img");
        self.attribute("src", &address);
        self.attribute("alt", alt);
        if !title.is_empty() {
            self.attribute("title", title);
        }
        self.size(&address);
        self.out.push('>');
    }

    /// Width and height of a picture whose file is known, so that text does not jump as it loads.
    fn size(&mut self, address: &str) {
        let url = Url::parse(address).ok();
        let size = url.and_then(|url| self.place.site?.file(&url)?.size);
        if let Some((width, height)) = size {
            self.attribute("width", &width.to_string());
            self.attribute("height", &height.to_string());
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        escape(&mut self.out, value, Within::Attribute);
        self.out.push('"');
    }

    /// An id that no other entry of the feed has.
    fn scoped(&self, id: &str) -> String {
        format!("{}-{}", self.place.scope, id)
    }

    fn text(&mut self, text: &str, range: &Range<usize>) {
        let forbidden = escape(&mut self.out, text, Within::Text);
        // `&#0;` is read as U+FFFD, which nobody wrote.
        let replaced = || {
            let found = text.contains(char::REPLACEMENT_CHARACTER);
            (found
                && !self
                    .post
                    .span(range)
                    .text()
                    .contains(char::REPLACEMENT_CHARACTER))
            .then_some('\0')
        };
        if let Some(character) = forbidden.or_else(replaced) {
            self.forbidden(character, range);
        }
    }

    fn forbidden(&mut self, character: char, range: &Range<usize>) {
        let code = u32::from(character);
        self.report.add(&rules::FORBIDDEN_REFERENCE, "", range, || {
            let message = format!("this holds U+{code:04X}, which no feed can carry");
            (
                message,
                "take the character or its reference out".to_owned(),
            )
        });
    }

    fn alert_alone(&mut self) {
        if let Some(name) = self.alert.take() {
            self.line();
            self.out.push_str("<p>");
            self.label(name);
            self.out.push_str("</p>\n");
        }
    }

    /// The name of an alert, in words: its class means nothing to a feed reader.
    fn label(&mut self, name: &str) {
        self.out.push_str("<strong>");
        self.out.push_str(name);
        self.out.push_str(":</strong>");
    }

    /// The absolute form of an address, or `None` and a finding.
    fn address(&mut self, written: &str, usage: Use, range: &Range<usize>) -> Option<String> {
        if let Some(internal) = internal(written) {
            match self.page(&internal, range) {
                Page::At(url) => return Some(url.into()),
                Page::Nowhere => return None,
                Page::Plain => {}
            }
        }
        let written = match internal(written) {
            Some(Internal::Path(path)) => path,
            _ => written,
        };
        let at = self.within(range, written);
        if let Some(host) = address::look_alike_host(written) {
            self.look_alike(host, written, &at);
        }
        match address::resolve(self.place.permalink, written, usage) {
            Ok(url) => Some(url.into()),
            Err(problem) => {
                let (rule, message, help) = tell(&problem, usage);
                self.report
                    .add(rule, written, &at, || (message, help.to_owned()));
                None
            }
        }
    }

    /// The page that an internal address names.
    fn page(&mut self, internal: &Internal<'_>, range: &Range<usize>) -> Page {
        let (file, rest) = match internal {
            Internal::Own => return Page::At(self.place.permalink.clone()),
            Internal::Unknown => return Page::Nowhere,
            Internal::Path(_) => return Page::Plain,
            Internal::File(file, rest) | Internal::Perhaps(file, rest) => (*file, *rest),
        };
        let page = self.place.site.and_then(|site| site.page(self.post, file));
        if let Some(mut page) = page {
            if let Some(fragment) = rest.strip_prefix('#') {
                page.set_fragment(Some(fragment));
            }
            return Page::At(page);
        }
        if matches!(internal, Internal::Perhaps(..)) {
            return Page::Plain;
        }
        let guess = guess(self.place.permalink, file, rest);
        self.report.add(&rules::UNKNOWN_PAGE, file, range, || {
            let becomes = guess.as_ref().map_or_else(
                || "only its text is kept".to_owned(),
                |url| format!("it is taken to be {url}"),
            );
            (
                format!("no post is called `{file}`: {becomes}"),
                "write the path of a post, or the page's whole address".to_owned(),
            )
        });
        guess.map_or(Page::Nowhere, Page::At)
    }

    /// The bytes of `written` inside `range`, or `range` where it stands there in other words.
    fn within(&self, range: &Range<usize>, written: &str) -> Range<usize> {
        let text = self.post.source.text();
        let found = text.get(range.clone()).and_then(|text| text.rfind(written));
        found.map_or_else(
            || range.clone(),
            |at| range.start + at..range.start + at + written.len(),
        )
    }

    fn look_alike(&mut self, host: &str, written: &str, range: &Range<usize>) {
        let punycode =
            url::Host::parse(host).map_or_else(|_| host.to_owned(), |host| host.to_string());
        self.report
            .add(&rules::LOOK_ALIKE_HOST, written, range, || {
                (
                    format!("the host `{host}` mixes letters that look alike; it is {punycode}"),
                    "type the address anew, or write the host as above if it is meant".to_owned(),
                )
            });
    }
}

/// What is wrong with an address: the rule, the message and the help.
fn tell(problem: &Problem, usage: Use) -> (&'static Rule, String, &'static str) {
    let what = match usage {
        Use::Link => "link",
        Use::Media => "image or media file",
    };
    match problem {
        Problem::Unsafe(scheme) => (
            &rules::UNSAFE_LINK,
            format!("this {what} uses `{scheme}:`, which is left out of feeds"),
            "write an https: address, or one relative to the post",
        ),
        Problem::Local => (
            &rules::LOCAL_LINK,
            format!("this {what} leads into the author's own machine"),
            "put the file beside the post and write its relative path, or an https: address",
        ),
        Problem::Malformed(why) => (
            &rules::BROKEN_LINK,
            format!("the address of this {what} cannot be read: {why}"),
            "write an https: address, or one relative to the post",
        ),
        Problem::Hidden(character) => (
            &rules::HIDDEN_IN_LINK,
            format!(
                "the address of this {what} holds U+{:04X}, which nobody sees",
                u32::from(*character)
            ),
            "type the address anew without it",
        ),
    }
}

/// The absolute form of one address outside the body.
pub(super) fn address(
    post: &Post,
    place: Place<'_>,
    written: &str,
    usage: Use,
    range: &Range<usize>,
) -> Result<Url, Finding> {
    address::resolve(place.permalink, written, usage).map_err(|problem| {
        let (rule, message, help) = tell(&problem, usage);
        Finding::new(rule, message).at(post.span(range)).help(help)
    })
}

/// Whether an element stands on lines of its own.
fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
            | Tag::TableCell
    )
}

/// What an alert is called in text.
pub(super) const fn alert_name(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => "Note",
        BlockQuoteKind::Tip => "Tip",
        BlockQuoteKind::Important => "Important",
        BlockQuoteKind::Warning => "Warning",
        BlockQuoteKind::Caution => "Caution",
    }
}
