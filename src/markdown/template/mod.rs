//! Template code in bodies: shortcodes, Liquid, wiki links, MDX. What is known becomes Markdown that
//! a reader can show; what is not is told, and treated as the configuration says. One file a family.
//!
//! Everything is a span edit of the source, made before it is parsed, so that positions survive.
//! What a family does not know for its own is left alone. So is code, unless the posts' generator runs
//! the family's code before it reads the Markdown.
//!
//! Pages that template code names become their addresses here: no stand-in for an address is ever part
//! of the Markdown, so none can reach an output. An address that cannot be known is empty.

mod admonition;
mod arguments;
mod around;
mod braces;
mod callout;
mod directive;
mod dollars;
mod edits;
mod extra;
mod finder;
mod hugo;
mod known;
mod kramdown;
mod liquid;
mod mdx;
mod quarto;
mod shortcode;
mod wiki;
mod zola;

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};

use super::internal::{guess, split};
use super::report::Report;
use super::{Place, html, rules};
use crate::generator;
use crate::post::{Post, front_matter};
use crate::report::Finding;

pub(super) use edits::Edits;

/// What is said of an address with template code in it that only the generator knows.
const ADDRESS_GONE: &str = "the address that it is part of is left out";

/// A way to write template code in Markdown.
pub trait Family: fmt::Debug + Sync {
    /// The name, for people.
    fn name(&self) -> &'static str;

    /// Texts of which a body holds at least one where the family has something to do.
    fn marks(&self) -> &'static [&'static str];

    /// Turns what the family knows into Markdown.
    fn edit(&self, sheet: &mut Sheet<'_>);

    /// Whether the generator runs this code also inside of code blocks and code spans.
    fn runs_in_code(&self) -> bool {
        false
    }

    /// The first piece of this family's code in a text that is to go out.
    fn leftover(&self, _text: &str) -> Option<Range<usize>> {
        None
    }
}

/// Every family, in the order in which they are applied: the first one that edits a place has it.
pub static FAMILIES: &[&dyn Family] = &[
    &mdx::Mdx,
    &zola::Zola,
    &hugo::Hugo,
    &liquid::Liquid {
        name: "liquid",
        certain: true,
    },
    &liquid::Liquid {
        name: "liquid-perhaps",
        certain: false,
    },
    &wiki::Wiki,
    &callout::Callout,
    &directive::Directive,
    &quarto::Quarto,
    &admonition::Admonition,
    &extra::Extra {
        name: "kramdown-extra",
        kramdown: true,
    },
    &extra::Extra {
        name: "python-extra",
        kramdown: false,
    },
    &kramdown::Kramdown,
    &dollars::Dollars {
        name: "dollars",
        single: true,
    },
    &dollars::Dollars {
        name: "double-dollars",
        single: false,
    },
];

/// The families that posts of a dialect are written in. Where no generator is known, those whose
/// marks mean nothing else.
#[must_use]
pub fn families(dialect: &str, path: &str) -> Vec<&'static dyn Family> {
    let mdx = path
        .rsplit_once('.')
        .is_some_and(|(_, extension)| extension.eq_ignore_ascii_case("mdx"));
    let names = generator::named(dialect)
        .unwrap_or_else(generator::plain)
        .templates;
    let chosen =
        |family: &&&dyn Family| names.contains(&family.name()) || (mdx && family.name() == "mdx");
    FAMILIES.iter().filter(chosen).copied().collect()
}

/// What becomes of template code that no family knows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Unknown {
    /// It goes, and so does what it encloses.
    Drop,
    /// Its marks go, what it encloses stays.
    #[default]
    Keep,
    /// A link to the page, where the generator shows it.
    Link,
}

/// How the template code of a body is to be read.
#[derive(Debug, Clone, Copy)]
pub struct Templates<'a> {
    /// The families, from [`families`].
    pub families: &'a [&'static dyn Family],
    /// What becomes of what they do not know.
    pub unknown: Unknown,
    /// What the generator's configuration says, by the names that templates use (`site.url`).
    pub variables: &'a BTreeMap<String, String>,
    /// Where the post's page is, and what is known of other pages.
    pub place: Option<Place<'a>>,
    /// Whether the families are those of the posts' generator, not a guess by their marks.
    pub certain: bool,
    /// Extensions of Markdown that the generator does not read.
    pub lacks: Options,
}

/// A body's template code as edits, and what was found in it.
pub(super) struct Edited {
    pub(super) edits: Edits,
    pub(super) findings: Vec<Finding>,
    pub(super) literals: Vec<String>,
}

/// A body while families edit it.
#[derive(Debug)]
pub struct Sheet<'a> {
    /// The post, for positions and for what its front matter says.
    pub(super) post: &'a Post,
    /// The Markdown as written.
    pub(super) text: &'a str,
    pub(super) unknown: Unknown,
    pub(super) variables: &'a BTreeMap<String, String>,
    place: Option<Place<'a>>,
    /// The single values of the front matter, once they are asked for.
    said: OnceCell<BTreeMap<String, String>>,
    edits: Edits,
    /// What looks like template code and is meant to be read.
    literals: Vec<String>,
    /// Where code stands.
    code: Vec<Range<usize>>,
    /// Whether the family at work runs in code too.
    in_code: bool,
    /// Where Markdown is not read: raw HTML.
    html: Vec<Range<usize>>,
    /// What a family has set aside: its edits stand inside, those of others do not.
    apart: BTreeMap<usize, usize>,
    report: Report<'a>,
}

/// The edited text of a body, where families found something to edit in it.
pub(super) fn edit(post: &Post, templates: &Templates<'_>) -> Option<Edited> {
    let text = post.markdown();
    let has = |mark: &&str| memchr::memmem::find(text.as_bytes(), mark.as_bytes()).is_some();
    let busy = |family: &&&dyn Family| family.marks().iter().any(has);
    let families: Vec<_> = templates.families.iter().filter(busy).collect();
    if families.is_empty() {
        return None;
    }
    let (code, html) = regions(text);
    let mut sheet = Sheet {
        post,
        text,
        unknown: templates.unknown,
        variables: templates.variables,
        place: templates.place,
        said: OnceCell::new(),
        edits: Edits::default(),
        literals: Vec::new(),
        code,
        in_code: false,
        html,
        apart: BTreeMap::new(),
        report: Report::new(post),
    };
    for family in families {
        sheet.in_code = templates.certain && family.runs_in_code();
        family.edit(&mut sheet);
    }
    let findings = sheet.report.finish();
    (!sheet.edits.is_empty() || !findings.is_empty()).then_some(Edited {
        edits: sheet.edits,
        findings,
        literals: sheet.literals,
    })
}

/// The first piece of template code in a text that is to go out: code that a generator would have run,
/// of the families that its posts are written in.
#[must_use]
pub fn leftover(dialect: &str, path: &str, text: &str) -> Option<Range<usize>> {
    if dialect == "plain" || !text.contains('{') {
        return None;
    }
    families(dialect, path)
        .into_iter()
        .find_map(|family| family.leftover(text))
}

/// Where code stands, and where raw HTML does, each in order.
fn regions(text: &str) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let mut code = Vec::new();
    let mut html = Vec::new();
    for (event, range) in Parser::new_ext(text, super::OPTIONS).into_offset_iter() {
        match event {
            Event::Code(_) | Event::Start(Tag::CodeBlock(_)) => code.push(range),
            Event::InlineHtml(_)
            | Event::Start(
                Tag::HtmlBlock
                | Tag::Link {
                    link_type: LinkType::Autolink | LinkType::Email,
                    ..
                },
            ) => html.push(range),
            _ => {}
        }
    }
    (code, html)
}

fn holds(ranges: &[Range<usize>], at: usize) -> bool {
    let after = ranges.partition_point(|range| range.start <= at);
    after > 0 && ranges[after - 1].end > at
}

impl Sheet<'_> {
    /// Whether a place is code that the family at work does not run, or was set aside.
    pub(super) fn is_code(&self, at: usize) -> bool {
        let apart = self.apart.range(..=at).next_back();
        (!self.in_code && self.is_literal(at)) || apart.is_some_and(|(_, end)| *end > at)
    }

    /// Whether a place is in a code block or a code span, where Markdown means nothing.
    pub(super) fn is_literal(&self, at: usize) -> bool {
        holds(&self.code, at)
    }

    /// Keeps a text that is meant to be read although it looks like template code.
    pub(super) fn keep_literal(&mut self, text: &str) {
        self.literals.push(collapsed(text));
    }

    /// Whether a place is raw HTML.
    pub(super) fn is_html(&self, at: usize) -> bool {
        holds(&self.html, at)
    }

    /// Nothing in here is edited any more.
    pub(super) fn set_apart(&mut self, range: Range<usize>) {
        let around = self.apart.range(..=range.start).next_back();
        if range.is_empty() || around.is_some_and(|(_, end)| *end >= range.end) {
            return;
        }
        let inside: Vec<_> = self
            .apart
            .range(range.clone())
            .map(|(start, _)| *start)
            .collect();
        for start in inside {
            self.apart.remove(&start);
        }
        self.apart.insert(range.start, range.end);
    }

    /// Puts a text in place of another, unless something there has been edited before.
    pub(super) fn replace(&mut self, range: Range<usize>, with: impl Into<String>) {
        self.edits.add(range, with.into());
    }

    /// What the front matter gives for a key or a path of keys, where that is a single value.
    pub(super) fn said(&self, key: &str) -> Option<String> {
        let said = self.said.get_or_init(|| {
            let text = self.post.source.text();
            let parts = front_matter::split(text, false);
            front_matter::scalars(&front_matter::parse(text, &parts).pairs)
        });
        said.get(key).cloned()
    }

    /// Takes out a stretch, whatever was edited in it.
    pub(super) fn clear(&mut self, range: Range<usize>) {
        self.edits.remove_in(&range);
        self.edits.add(range, String::new());
    }

    /// What was put in place of the text that ends at `at`.
    pub(super) fn edited_before(&self, at: usize) -> Option<&str> {
        self.edits.ending_at(at)
    }

    /// The address of the post's own page; empty where it is not known.
    pub(super) fn own_page(&self) -> &str {
        self.place.map_or("", |place| place.permalink.as_str())
    }

    /// The address of the page that template code names, with what follows it (`#heading`); empty where
    /// there is none, which is a finding.
    pub(super) fn page(&mut self, target: &str, range: &Range<usize>) -> String {
        let (file, rest) = split(target);
        if file.is_empty() {
            return format!("{}{rest}", self.own_page());
        }
        let Some(place) = self.place else {
            return String::new();
        };
        if let Some(page) = place.site.and_then(|site| site.page(self.post, file)) {
            return format!("{page}{rest}");
        }
        let guess = guess(place.permalink, file, rest);
        // Where no other page is known, nothing can be said of this one.
        if place.site.is_some() {
            let range = self.source(range);
            self.report.add(&rules::UNKNOWN_PAGE, file, &range, || {
                html::unknown_page(file, guess.as_ref())
            });
        }
        guess.map_or_else(String::new, String::from)
    }

    /// Puts an address in place of the code that names it. An empty one takes the whole address around
    /// the code with it: half an address leads astray, and a link without one is text.
    pub(super) fn put_address(&mut self, range: Range<usize>, address: &str) {
        match around::address(self.text, &range) {
            Some(whole) if address.is_empty() && !self.is_literal(range.start) => {
                // Without brackets an empty destination is none, and the link is text.
                let before = &self.text[..whole.start];
                let bare = before.ends_with("](") || before.ends_with("]: ");
                self.edits.remove_in(&whole);
                self.edits
                    .add(whole, if bare { "<>" } else { "" }.to_owned());
            }
            _ => self.replace(range, address),
        }
    }

    /// Bytes of the post's source for bytes of its body.
    pub(super) fn source(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.post.body.start;
        range.start + start..range.end + start
    }

    /// Tells that a piece of template code is unknown.
    pub(super) fn tell_unknown(&mut self, name: &str, range: &Range<usize>) {
        let becomes = match self.unknown {
            Unknown::Drop => "it is left out, with what it encloses",
            Unknown::Link if !self.is_literal(range.start) => "a link to the page takes its place",
            Unknown::Keep | Unknown::Link => "it is left out; what it encloses stays",
        };
        self.tell_unknown_as(name, range, becomes);
    }

    /// Tells that a piece of template code is unknown, and what becomes of it here.
    pub(super) fn tell_unknown_as(&mut self, name: &str, range: &Range<usize>, becomes: &str) {
        let range = self.source(range);
        self.report.add(&rules::UNKNOWN_TEMPLATE, name, &range, || {
            (
                format!(
                    "`{name}` is template code that only the site's generator knows: {becomes}"
                ),
                "write it in Markdown, or choose what becomes of it by `unknown_templates` under `[posts]` in afterword.toml".to_owned(),
            )
        });
    }

    /// Tells that template logic is not run.
    pub(super) fn tell_logic(&mut self, name: &str, range: &Range<usize>, becomes: &str) {
        let range = self.source(range);
        self.report.add(&rules::TEMPLATE_LOGIC, name, &range, || {
            (
                format!("`{name}` is not run: {becomes}"),
                "write out what it makes, or use the generator's rendered page as content"
                    .to_owned(),
            )
        });
    }

    /// What stands in place of an unknown piece of template code that encloses nothing.
    pub(super) fn stand_in(&self, at: usize) -> String {
        match self.unknown {
            Unknown::Link if !self.is_literal(at) && !self.own_page().is_empty() => {
                self.link("Shown on the page", self.own_page(), at)
            }
            // Something must be left of a code span, or its marks are text.
            _ if self.is_literal(at) => "…".to_owned(),
            Unknown::Drop | Unknown::Keep | Unknown::Link => String::new(),
        }
    }

    /// A link, as Markdown or HTML as the place asks.
    pub(super) fn link(&self, text: &str, to: &str, at: usize) -> String {
        if self.is_html(at) {
            return format!("<a href=\"{}\">{}</a>", attribute(to), attribute(text));
        }
        format!("[{}]({})", plain(text), destination(to))
    }

    /// An image, as Markdown or HTML as the place asks.
    pub(super) fn image(&self, src: &str, alt: &str, at: usize) -> String {
        if self.is_html(at) {
            return format!(
                "<img src=\"{}\" alt=\"{}\">",
                attribute(src),
                attribute(alt)
            );
        }
        format!("![{}]({})", plain(alt), destination(src))
    }
}

/// A text with single spaces, so that line breaks make no difference.
fn collapsed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text that Markdown reads as it stands.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '!' | '~' | '|' | '$' => {
                plain.push('\\');
                plain.push(character);
            }
            '\n' | '\r' => plain.push(' '),
            _ => plain.push(character),
        }
    }
    plain
}

/// An address as a link's destination.
fn destination(address: &str) -> String {
    let address = address
        .replace('\\', "%5C")
        .replace('<', "%3C")
        .replace('>', "%3E")
        .replace(['\n', '\r'], "");
    format!("<{address}>")
}

fn attribute(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
