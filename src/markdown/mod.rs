//! A post's Markdown, parsed once, and its views: HTML for feeds, plain text for summaries and
//! drafts, links and images. [`crate::recap`] walks the same events.

mod alt;
pub(crate) mod embed;
mod emoji;
mod escape;
mod formula;
mod href;
mod html;
mod internal;
mod omitted;
mod page;
mod pages;
pub(crate) mod raw;
mod report;
mod routes;
pub mod rules;
mod sanitise;
mod source;
pub mod template;
mod terms;
mod text;
pub(crate) mod vocabulary;

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, TextMergeWithOffset};
use url::Url;

use crate::entities::unescape;
use crate::generator::{Anchors, Bare, Tildes};
use crate::post::Post;
use crate::report::Finding;

pub use href::Use;

pub use html::front_matter_url;
pub(crate) use internal::served;
pub use page::{PageLink, feed_links};
pub use pages::Pages;

/// A parsed body: pulldown-cmark's events, each with the bytes of the post's source that it came from.
#[derive(Debug)]
pub struct Document<'a> {
    /// Events in order; ranges are bytes of `post.source`, not of the body.
    pub events: Vec<(Event<'a>, Range<usize>)>,
    /// The Markdown of the events: the body with its template code replaced.
    text: Cow<'a, str>,
    /// BCP 47 language of the post, if it has one.
    pub language: Option<&'a str>,
    /// The language of the site, used unless the text clearly is in another one.
    pub site_language: Option<String>,
    /// Where the generator ends the summary.
    pub more: More,
    /// The findings about template code.
    pub findings: Vec<Finding>,
    /// Text that looks like template code but is for readers (`{% raw %}`, `{{</* … */>}}`).
    pub literals: Vec<String>,
    /// Which bare URLs become links.
    pub bare: Bare,
    /// Whether a bare URL without a scheme becomes a link with `https:` rather than `http:`.
    pub linkifies_as_https: bool,
    /// The URL in a page's `<base>`, which relative URLs start from.
    base: Option<String>,
    /// The ids of footnotes on the post's own page.
    pub anchors: Anchors,
    /// The attribute of a code block whose value the page shows above it.
    pub code_title: Option<&'static str>,
}

/// The end of a body's summary.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum More {
    /// At a `<!-- more -->`, if there is one.
    #[default]
    AtComment,
    /// At this byte of the post's source.
    At(usize),
    /// Nowhere: the generator has no mark, or the body has none.
    Nowhere,
}

/// What rendering needs besides the post.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The post's own URL, the base of relative links.
    pub permalink: &'a Url,
    /// A short name, unique in a feed, that prefixes the ids of footnotes and headings.
    pub scope: &'a str,
    /// Answers questions about other pages and about images.
    pub site: Option<&'a dyn Site>,
}

impl<'a> Place<'a> {
    /// A place on a site that answers no questions.
    pub fn new(permalink: &'a Url, scope: &'a str) -> Self {
        Self { permalink, scope, site: None }
    }

    /// A place on a site that knows its pages and images.
    #[must_use]
    pub fn on(mut self, site: &'a dyn Site) -> Self {
        self.site = Some(site);
        self
    }
}

/// What rendering may ask about the site.
pub trait Site: fmt::Debug + Sync {
    /// The URL of the page that a post names as templates do: a path from the content's root
    /// (`/2024/talk.md`), a path from the post's own folder (`../talk/index.md`), or a bare name.
    fn page(&self, from: &Post, target: &str) -> Option<Url>;

    /// The URL of the list of posts with a tag, a category or an author.
    fn list(&self, kind: &str, name: &str) -> Option<Url> {
        let _ = (kind, name);
        None
    }

    /// The URL of a path from the content's root (`/images/a.png`) or from the post's folder.
    fn served(&self, from: &Post, path: &str) -> Option<Url> {
        let _ = (from, path);
        None
    }

    /// What is known of a file of the site, by its URL.
    fn file(&self, url: &Url) -> Option<File>;

    /// What is wrong with a URL in `from`, where it is known that the site has nothing there.
    fn missing(&self, from: &Post, link: &Link<'_>) -> Option<Missing> {
        let _ = (from, link);
        None
    }
}

/// A URL in a post.
#[derive(Debug, Clone, Copy)]
pub struct Link<'a> {
    /// The URL of the post.
    pub permalink: &'a Url,
    /// The URL as the post has it.
    pub written: &'a str,
    /// Where it leads.
    pub url: &'a Url,
    /// Whether a reader loads it.
    pub is_media: bool,
}

/// Why a URL of the site leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// The file does not exist.
    File,
    /// It is a folder of the tree, not a page.
    Folder,
    /// No page is below the post's own URL, where the link leads; a page beside it is probably intended.
    Beside(String),
    /// No page is below this URL, which is the post's own.
    Below(Url),
    /// The file is served here: the URL lacks the site's own path.
    Outside(Option<Url>),
}

/// A file of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct File {
    /// Its length in bytes.
    pub length: u64,
    /// Width and height in pixels, for an image.
    pub size: Option<(u32, u32)>,
}

/// Content that is safe for a feed.
#[derive(Debug, Clone, Default)]
pub struct Html {
    /// The HTML; every URL in it is absolute.
    pub html: String,
    /// What was left out, and links that lead nowhere.
    pub findings: Vec<Finding>,
}

/// CommonMark with GitHub's extensions and definition lists. The metadata-block options stay off: they
/// match in the middle of a document, where they would swallow the text between two `---`.
const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_GFM)
    .union(Options::ENABLE_DEFINITION_LIST)
    .union(Options::ENABLE_HEADING_ATTRIBUTES);

/// Parses a post's body without reading template code.
pub fn parse(post: &Post) -> Document<'_> {
    parse_without(post, Options::empty(), Tildes::default())
}

/// As [`parse`], without some Markdown extensions.
fn parse_without(post: &Post, lacks: Options, tildes: Tildes) -> Document<'_> {
    let start = post.body.start;
    let events = events_without(post.markdown(), lacks, tildes)
        .map(|(event, range)| (event, range.start + start..range.end + start));
    let events = collected(post.markdown(), events);
    Document::new(events, Cow::Borrowed(post.markdown()), language(post))
}

/// Parses a post's body after replacing its template code.
pub fn parse_with<'a>(post: &'a Post, templates: &template::Templates<'_>) -> Document<'a> {
    let mut document = parse_edited(post, templates);
    terms::split(&mut document);
    if templates.lacks.contains(Options::ENABLE_MATH) {
        formula::unescape(&mut document);
    }
    if templates.emoji {
        emoji::replace(&mut document);
    }
    if templates.omits_html {
        omitted::omit(&mut document, post);
    }
    document
}

fn parse_edited<'a>(post: &'a Post, templates: &template::Templates<'_>) -> Document<'a> {
    let Some(edited) = template::edit(post, templates) else {
        return parse_without(post, templates.lacks, templates.tildes);
    };
    let start = post.body.start;
    let (text, origins) = edited.edits.apply(post.markdown());
    let original = |range: Range<usize>| {
        let range = origins.of(&range);
        range.start + start..range.end + start
    };
    let events = events_without(&text, templates.lacks, templates.tildes)
        .map(|(event, range)| (event.into_static(), original(range)));
    let events = collected(&text, events);
    Document {
        findings: edited.findings,
        literals: edited.literals,
        ..Document::new(events, Cow::Owned(text), language(post))
    }
}

/// Parses the article of a generated page: `page` has the whole page as its source, and a heading with
/// the post's `title` is left out. `None` where nothing tells the article from the rest of the page.
pub fn parse_page<'a>(page: &'a Post, title: &str) -> Option<Document<'a>> {
    let text = page.source.text();
    let pieces = page::article(text, title)?;
    let mut events = vec![(Event::Start(Tag::HtmlBlock), page.body.clone())];
    events.extend(pieces.into_iter().map(|piece| {
        let html = Event::Html(text[piece.clone()].into());
        (html, piece)
    }));
    events.push((Event::End(TagEnd::HtmlBlock), page.body.clone()));
    Some(Document {
        base: page::base(text),
        ..Document::new(events, Cow::Borrowed(""), language(page))
    })
}

/// A short text in Markdown or HTML, as plain text on one line.
pub(crate) fn plain(text: &str) -> String {
    if !text.contains(['*', '_', '`', '[', '<', '&', '\\', '~']) {
        return text.to_owned();
    }
    let document = Document {
        more: More::Nowhere,
        ..Document::new(events(text).collect(), Cow::Borrowed(text), None)
    };
    let plain = collapsed(&document.text());
    // A text of nothing but markup is better than none.
    if plain.is_empty() { text.to_owned() } else { plain }
}

/// A text with single spaces and without line breaks.
fn collapsed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn events(text: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    events_without(text, Options::empty(), Tildes::default())
}

fn events_without(
    text: &str,
    lacks: Options,
    tildes: Tildes,
) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    let lacks = lacks - Options::ENABLE_MATH;
    let events = Parser::new_ext(text, options(text) - lacks).into_offset_iter();
    // The parser reads one tilde like two.
    let is_text = move |range: &Range<usize>| {
        tildes == Tildes::Double && !text[range.clone()].starts_with("~~")
    };
    TextMergeWithOffset::new(events.map(move |(event, range)| match event {
        Event::Start(Tag::Strikethrough) if is_text(&range) => {
            (Event::Text("~".into()), range.start..range.start + 1)
        }
        Event::End(TagEnd::Strikethrough) if is_text(&range) => {
            (Event::Text("~".into()), range.end - 1..range.end)
        }
        event => (as_shown(text, event, &range), range),
    }))
}

/// The event with the characters that browsers show for `&#128;` and the like, which `CommonMark` reads
/// as control characters.
fn as_shown<'t>(text: &'t str, event: Event<'t>, range: &Range<usize>) -> Event<'t> {
    match &event {
        Event::Text(shown) if shown.len() == 2 && shown.as_bytes()[0] == 0xc2 => {
            match text.get(range.clone()).filter(|written| written.starts_with("&#")) {
                Some(written) => Event::Text(unescape(written).into_owned().into()),
                None => event,
            }
        }
        _ => event,
    }
}

/// Collects the events of a text; the list seldom grows: most bodies have an event per dozen bytes.
fn collected<T>(text: &str, events: impl Iterator<Item = T>) -> Vec<T> {
    let mut all = Vec::with_capacity(text.len() / 12 + 16);
    all.extend(events);
    all
}

/// The Markdown extensions for a body.
fn options(text: &str) -> Options {
    let mut options = OPTIONS;
    // Only in bodies with marked formulas: elsewhere `$` is money.
    options.set(Options::ENABLE_MATH, text.contains("$$"));
    // The parser reads `:smile:` as a definition, too, and drops its colon.
    let has_definition = text.lines().any(|line| template::is_definition(line) == Some(true));
    options.set(Options::ENABLE_DEFINITION_LIST, has_definition);
    options
}

fn language(post: &Post) -> Option<&str> {
    post.head.language.as_ref().map(|it| it.value.as_str())
}

impl<'a> Document<'a> {
    /// A document without a site.
    fn new(
        events: Vec<(Event<'a>, Range<usize>)>,
        text: Cow<'a, str>,
        language: Option<&'a str>,
    ) -> Self {
        Self {
            events,
            text,
            language,
            site_language: None,
            more: More::default(),
            findings: Vec::new(),
            literals: Vec::new(),
            bare: Bare::default(),
            linkifies_as_https: false,
            base: None,
            anchors: Anchors::default(),
            code_title: None,
        }
    }
}

impl Document<'_> {
    /// The base of relative URLs in a body at `permalink`.
    fn base_of(&self, permalink: &Url) -> Url {
        let own = self.base.as_deref().and_then(|base| permalink.join(base).ok());
        own.unwrap_or_else(|| permalink.clone())
    }

    /// Safe, absolute HTML. Empty, with a finding, where the body nests too deep.
    pub fn html(&self, post: &Post, place: Place<'_>) -> Html {
        html::render(self, post, place)
    }

    /// The Markdown with absolute URLs and without template code, for readers that prefer it.
    /// `None` where it has raw HTML, or a URL that is not allowed.
    pub fn markdown(&self, post: &Post, place: Place<'_>) -> Option<String> {
        source::source(self, post, place)
    }

    /// The whole text without markup, a blank line between blocks.
    pub fn text(&self) -> String {
        text::text(self)
    }

    /// The text before the end of the summary if the author marked one, else its first sentences, up to
    /// `longest` characters, cut at a sentence or a word.
    pub fn summary(&self, longest: usize) -> String {
        text::summary(self, longest)
    }
}

/// The finding about a file that the front matter names at `range` and whose URL is `url`.
pub fn missing(
    post: &Post,
    place: Place<'_>,
    written: &str,
    url: &Url,
    range: &Range<usize>,
) -> Option<Finding> {
    let link = Link { permalink: place.permalink, written, url, is_media: true };
    let missing = place.site?.missing(post, &link)?;
    let (message, help) = html::missing(written, &missing);
    Some(Finding::new(&rules::MISSING_FILE, message).at(post.span(range)).help(help))
}

/// The lines of an HTML block as one text, with the position in the post of each byte.
struct RawBlock {
    text: String,
    /// Where each line begins in `text`, and where in the post.
    lines: Vec<(usize, usize)>,
}

impl RawBlock {
    /// The block whose first line is the event at `at`, and the index after its last.
    fn gather(events: &[(Event<'_>, Range<usize>)], at: usize) -> (Self, usize) {
        let mut block = Self { text: String::new(), lines: Vec::new() };
        let mut next = at;
        // An HTML block may hold text events where pulldown-cmark expands tabs.
        while let Some((Event::Html(line) | Event::Text(line), range)) = events.get(next) {
            block.lines.push((block.text.len(), range.start));
            block.text.push_str(line);
            next += 1;
        }
        (block, next)
    }

    /// A single inline tag.
    fn inline(tag: &str, range: &Range<usize>) -> Self {
        Self { text: tag.to_owned(), lines: vec![(0, range.start)] }
    }

    /// The bytes of the post that a part of the block came from.
    fn source(&self, part: &Range<usize>) -> Range<usize> {
        let place = |at: usize| {
            let line = self.lines.partition_point(|(start, _)| *start <= at);
            let (start, source) = self.lines[..line].last().copied().unwrap_or_default();
            source + at - start
        };
        let start = place(part.start);
        let last = place(part.end.saturating_sub(1).max(part.start));
        start..last + usize::from(part.end > part.start)
    }
}
