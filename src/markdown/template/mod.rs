//! Template code in bodies: shortcodes, Liquid, wiki links, MDX; one file per family. Known code
//! becomes Markdown for feed readers; unknown code is reported and handled as configured.
//!
//! Everything is a span edit of the source before it is parsed, so that positions survive. A family
//! leaves alone what it does not recognise, and code, unless the posts' generator runs the family's
//! syntax before it parses the Markdown.
//!
//! Pages that template code names become URLs here: no placeholder is ever part of the Markdown, so
//! none can reach an output. An unknown URL is empty.

mod admonition;
mod arguments;
mod around;
mod attributes;
mod braces;
mod brackets;
mod callout;
mod colons;
mod directive;
mod dollars;
mod edits;
mod elements;
mod extra;
mod finder;
mod hugo;
mod indented;
mod known;
mod kramdown;
mod line;
mod liquid;
mod lists;
mod loops;
mod mdx;
mod older;
mod quarto;
mod regions;
mod shortcode;
mod tables;
mod tildes;
mod wiki;
mod zola;

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::Options;
use schemars::JsonSchema;

use super::internal::{guess, split};
use super::report::Report;
use super::{Place, collapsed, html, rules};
use crate::entities::escape;
use crate::generator::{self, Tildes};
use crate::post::{Post, front_matter};
use crate::report::Finding;
use regions::Regions;

pub(super) use colons::is_definition;
pub(super) use edits::Edits;

/// The end of a message about a URL with template code that only the generator knows.
const ADDRESS_GONE: &str = "the URL that contains it is left out";

/// A syntax of template code in Markdown.
#[derive(Debug)]
pub struct Family {
    /// The name, for the data of generators.
    name: &'static str,
    /// The family applies to a body that has at least one of these texts.
    marks: &'static [&'static str],
    /// Replaces the family's code by Markdown.
    edit: fn(&mut Sheet<'_>),
    /// Whether the generator runs this code also inside code blocks and code spans.
    runs_in_code: bool,
    /// The first piece of this family's code in an output text.
    leftover: fn(&str) -> Option<Range<usize>>,
}

impl Family {
    /// A family whose code stays as it is in code blocks and in output texts.
    const fn of(
        name: &'static str,
        marks: &'static [&'static str],
        edit: fn(&mut Sheet<'_>),
    ) -> Self {
        Self { name, marks, edit, runs_in_code: false, leftover: |_| None }
    }
}

/// Every family, in order of precedence: the first one that edits a place wins.
pub static FAMILIES: &[Family] = &[
    mdx::MDX,
    zola::ZOLA,
    hugo::HUGO,
    liquid::LIQUID,
    liquid::PERHAPS,
    wiki::WIKI,
    callout::CALLOUT,
    directive::DIRECTIVE,
    quarto::QUARTO,
    // After those whose marks begin with colons.
    colons::COLONS,
    indented::INDENTED,
    indented::LISTS_BEHIND,
    admonition::ADMONITION,
    brackets::BRACKETS,
    brackets::OF_BLOCKS,
    attributes::ATTRIBUTES,
    attributes::OF_BLOCKS,
    attributes::CONTENTS,
    extra::KRAMDOWN,
    extra::PYTHON,
    kramdown::KRAMDOWN,
    tildes::TILDES,
    dollars::DOLLARS,
    dollars::DOUBLE,
];

/// The families of a dialect's posts. Without a known generator, those whose syntax is unambiguous.
pub fn families(dialect: &str, path: &str) -> Vec<&'static Family> {
    let mdx =
        path.rsplit_once('.').is_some_and(|(_, extension)| extension.eq_ignore_ascii_case("mdx"));
    let names = generator::named(dialect).unwrap_or_else(generator::plain).templates;
    let chosen = |family: &&Family| match family.name {
        // Elsewhere than beside Docusaurus only files of that name are MDX.
        "mdx" if mdx => true,
        // Any Markdown may have them.
        "colons" => true,
        name => names.contains(&name),
    };
    FAMILIES.iter().filter(chosen).collect()
}

/// How unknown template code is handled.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Unknown {
    /// Remove the tags and what is between an opening and its closing tag.
    Drop,
    /// Remove the tags; keep what is between them.
    #[default]
    Keep,
    /// Replace it with a link to the page.
    Link,
}

/// How to read the template code of a body.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "these are independent settings of a site")]
pub struct Templates<'a> {
    /// The families, from [`families`].
    pub families: &'a [&'static Family],
    /// How unknown code is handled.
    pub unknown: Unknown,
    /// Values of the generator's configuration, by the names that templates use (`site.url`).
    pub variables: &'a BTreeMap<String, String>,
    /// The post's page, and what is known of other pages.
    pub place: Option<Place<'a>>,
    /// Whether the families are those of the posts' generator, not a guess by their marks.
    pub certain: bool,
    /// Markdown extensions that the generator does not support.
    pub lacks: Options,
    /// How single tildes are read.
    pub tildes: Tildes,
    /// Whether attribute lists are read, where the dialect has them.
    pub attributes: bool,
    /// Whether formulas are between `\(` and `\)`, where the dialect may have them.
    pub brackets: bool,
    /// Whether indented text is code, where the dialect's default is that it is not.
    pub indented_code: bool,
    /// Whether names of emoji (`:tada:`) become emoji.
    pub emoji: bool,
    /// Whether the generator leaves out raw HTML.
    pub omits_html: bool,
}

/// A body's template code as edits, and the findings about it.
pub(super) struct Edited {
    pub(super) edits: Edits,
    pub(super) findings: Vec<Finding>,
    pub(super) literals: Vec<String>,
}

/// A body while families edit it.
#[derive(Debug)]
pub struct Sheet<'a> {
    /// The post, for positions and for the values of its front matter.
    pub(super) post: &'a Post,
    /// The Markdown as written.
    pub(super) text: &'a str,
    pub(super) unknown: Unknown,
    pub(super) variables: &'a BTreeMap<String, String>,
    place: Option<Place<'a>>,
    /// The single values of the front matter, computed on demand.
    plain: OnceCell<BTreeMap<String, String>>,
    edits: Edits,
    /// Text that looks like template code and is for readers.
    literals: Vec<String>,
    /// Where code, raw HTML and lists are.
    regions: Regions,
    /// Whether the current family runs in code too.
    in_code: bool,
    /// Ranges reserved by a family: other families cannot edit inside them.
    apart: BTreeMap<usize, usize>,
    report: Report<'a>,
}

/// The edited text of a body, where families found something to edit.
pub(super) fn edit(post: &Post, templates: &Templates<'_>) -> Option<Edited> {
    let text = post.markdown();
    let has = |mark: &&str| memchr::memmem::find(text.as_bytes(), mark.as_bytes()).is_some();
    let busy = |family: &&&Family| family.marks.iter().any(has);
    let without_alerts = templates.lacks.contains(Options::ENABLE_GFM);
    let shown = |family: &&&Family| match family.name {
        "callout" => !without_alerts,
        "attributes" | "block-attributes" => templates.attributes,
        "brackets" | "block-brackets" => templates.brackets,
        "indented" => !templates.indented_code,
        "tildes" => !templates.lacks.contains(Options::ENABLE_STRIKETHROUGH),
        _ => true,
    };
    let families = templates.families.iter().filter(busy).filter(shown);
    let families: Vec<_> = families.collect();
    if families.is_empty() {
        return None;
    }
    let mut sheet = Sheet {
        post,
        text,
        unknown: templates.unknown,
        variables: templates.variables,
        place: templates.place,
        plain: OnceCell::new(),
        edits: Edits::default(),
        literals: Vec::new(),
        regions: Regions::of(text, templates.lacks),
        in_code: false,
        apart: BTreeMap::new(),
        report: Report::new(post),
    };
    for family in families {
        sheet.in_code = templates.certain && family.runs_in_code;
        (family.edit)(&mut sheet);
    }
    let findings = sheet.report.finish();
    (!sheet.edits.is_empty() || !findings.is_empty()).then_some(Edited {
        edits: sheet.edits,
        findings,
        literals: sheet.literals,
    })
}

/// The first piece of template code in an output text: code that a generator would have run, in the
/// families of its posts.
pub fn leftover(dialect: &str, path: &str, text: &str) -> Option<Range<usize>> {
    if dialect == "plain" || !text.contains('{') {
        return None;
    }
    families(dialect, path).into_iter().find_map(|family| (family.leftover)(text))
}

fn holder(ranges: &[Range<usize>], at: usize) -> Option<&Range<usize>> {
    let after = ranges.partition_point(|range| range.start <= at);
    ranges[..after].last().filter(|range| range.end > at)
}

impl Sheet<'_> {
    /// Whether a position is in code that the current family does not run, or reserved.
    pub(super) fn is_code(&self, at: usize) -> bool {
        let apart = self.apart.range(..=at).next_back();
        (!self.in_code && self.is_literal(at)) || apart.is_some_and(|(_, end)| *end > at)
    }

    /// Whether a position is in a code block or a code span.
    pub(super) fn is_literal(&self, at: usize) -> bool {
        holder(&self.regions.code, at).is_some()
    }

    /// Whether an element in the text, such as a link or emphasis, ends at a position.
    pub(super) fn ends_element(&self, at: usize) -> bool {
        self.regions.ends.binary_search(&at).is_ok()
    }

    /// Shows template code as text.
    fn show_literal(&mut self, range: Range<usize>, literal: String) {
        self.keep_literal(&literal);
        let literal = if self.is_literal(range.start) {
            literal
        } else {
            format!("`{}`", literal.replace('`', "'"))
        };
        self.replace(range, literal);
    }

    /// Keeps a text for readers although it looks like template code.
    pub(super) fn keep_literal(&mut self, text: &str) {
        self.literals.push(collapsed(text));
    }

    /// Whether a position is in the URL or the title of a link.
    pub(super) fn is_target(&self, at: usize) -> bool {
        holder(&self.regions.targets, at).is_some()
    }

    /// Whether a position is in a list.
    pub(super) fn is_list(&self, at: usize) -> bool {
        holder(&self.regions.lists, at).is_some()
    }

    /// Whether a position is raw HTML.
    pub(super) fn is_html(&self, at: usize) -> bool {
        holder(&self.regions.html, at).is_some()
    }

    /// The block of code or of raw HTML around a position.
    pub(super) fn block(&self, at: usize) -> Option<&Range<usize>> {
        holder(&self.regions.blocks, at)
    }

    /// Whether a position is in text that is read as Markdown: neither in code nor in raw HTML.
    pub(super) fn is_markdown(&self, at: usize) -> bool {
        !self.is_literal(at) && !self.is_html(at)
    }

    /// Prevents further edits here.
    pub(super) fn set_apart(&mut self, range: Range<usize>) {
        let around = self.apart.range(..=range.start).next_back();
        if range.is_empty() || around.is_some_and(|(_, end)| *end >= range.end) {
            return;
        }
        let inside: Vec<_> = self.apart.range(range.clone()).map(|(start, _)| *start).collect();
        for start in inside {
            self.apart.remove(&start);
        }
        self.apart.insert(range.start, range.end);
    }

    /// Replaces a text, unless something there has been edited before.
    pub(super) fn replace(&mut self, range: Range<usize>, with: impl Into<String>) {
        self.edits.add(range, with.into());
    }

    /// Adds a text before a position.
    pub(super) fn insert(&mut self, at: usize, text: impl Into<String>) {
        self.replace(at..at, text);
    }

    /// The front matter's value of a key or a path of keys, if that is a single value.
    pub(super) fn plain(&self, key: &str) -> Option<String> {
        let plain = self.plain.get_or_init(|| {
            let text = self.post.source.text();
            let parts = front_matter::split(text, false);
            front_matter::scalars(&front_matter::parse(text, &parts).pairs)
        });
        plain.get(key).cloned()
    }

    /// Removes a range, whatever was edited in it.
    pub(super) fn clear(&mut self, range: Range<usize>) {
        self.edits.remove_in(&range);
        self.edits.add(range, String::new());
    }

    /// The replacement of the text that ends at `at`.
    pub(super) fn edited_before(&self, at: usize) -> Option<&str> {
        self.edits.ending_at(at)
    }

    /// The URL of the post's own page; empty where it is unknown.
    pub(super) fn own_page(&self) -> &str {
        self.place.map_or("", |place| place.permalink.as_str())
    }

    /// The URL of the page that template code names, with what follows it (`#heading`); empty, with a
    /// finding, where there is none.
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
        // Where no other page is known, this one may exist.
        if place.site.is_some() {
            let range = self.source(range);
            self.report.add(
                &rules::UNKNOWN_PAGE,
                file,
                &range,
                html::unknown_page(file, guess.as_ref()),
            );
        }
        guess.map_or_else(String::new, String::from)
    }

    /// Replaces code that names a page by its URL. An empty one removes the whole URL around the
    /// code: half a URL leads astray, and a link without one is text.
    pub(super) fn put_url(&mut self, range: Range<usize>, url: &str) {
        match around::url(self.text, &range) {
            Some(whole) if url.is_empty() && !self.is_literal(range.start) => {
                // Without brackets an empty destination is missing, and the link is text.
                let before = &self.text[..whole.start];
                let bare = before.ends_with("](") || before.ends_with("]: ");
                self.edits.remove_in(&whole);
                self.edits.add(whole, if bare { "<>" } else { "" }.to_owned());
            }
            _ => self.replace(range, url),
        }
    }

    /// Bytes of the post's source for bytes of its body.
    pub(super) fn source(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.post.body.start;
        range.start + start..range.end + start
    }

    /// Reports an unknown piece of template code.
    pub(super) fn report_unknown(&mut self, name: &str, range: &Range<usize>) {
        let becomes = match self.unknown {
            Unknown::Drop => "it is left out, with what it encloses",
            Unknown::Link if !self.is_literal(range.start) => "a link to the page replaces it",
            Unknown::Keep | Unknown::Link => "it is left out; what it encloses stays",
        };
        self.report_unknown_as(name, range, becomes);
    }

    /// Reports an unknown piece of template code, and how it is handled.
    pub(super) fn report_unknown_as(&mut self, name: &str, range: &Range<usize>, becomes: &str) {
        let range = self.source(range);
        let message =
            format!("`{name}` is template code that only the site's generator knows: {becomes}");
        let help = "write it in Markdown, or choose what becomes of it by `unknown_templates` under `[posts]` in afterword.toml";
        (self.report).add(&rules::UNKNOWN_TEMPLATE, name, &range, (message, help));
    }

    /// Reports that template logic is not run.
    pub(super) fn report_logic(&mut self, name: &str, range: &Range<usize>, becomes: &str) {
        let range = self.source(range);
        let message = format!("`{name}` is not run: {becomes}");
        let help = "write out what it makes, or use the generator's rendered page as content";
        (self.report).add(&rules::TEMPLATE_LOGIC, name, &range, (message, help));
    }

    /// Replaces an unknown piece of template code without content. Where nothing replaces it, the space
    /// or the marks around it go as well.
    pub(super) fn take_out(&mut self, range: Range<usize>) {
        let stand_in = self.stand_in(range.start);
        let is_text = stand_in.is_empty() && !self.is_html(range.start);
        let range = if is_text {
            let gap = around::gap(self.text, range.clone());
            // What was edited before the code stays.
            let is_edited = self.edited_before(range.start).is_some();
            if is_edited { range.start..gap.end } else { gap }
        } else {
            range
        };
        self.replace(range, stand_in);
    }

    fn stand_in(&self, at: usize) -> String {
        match self.unknown {
            Unknown::Link if !self.is_literal(at) && !self.own_page().is_empty() => {
                self.link("Shown on the page", self.own_page(), at)
            }
            // A code span must not become empty, or its marks are text.
            _ if self.is_literal(at) => "…".to_owned(),
            Unknown::Drop | Unknown::Keep | Unknown::Link => String::new(),
        }
    }

    /// A link, in Markdown or HTML depending on its position.
    pub(super) fn link(&self, text: &str, to: &str, at: usize) -> String {
        if self.is_html(at) {
            return format!("<a href=\"{}\">{}</a>", escape(to), escape(text));
        }
        format!("[{}]({})", plain(text), destination(to))
    }

    /// An image, in Markdown or HTML depending on its position.
    pub(super) fn image(&self, src: &str, alt: &str, at: usize) -> String {
        if self.is_html(at) {
            return format!("<img src=\"{}\" alt=\"{}\">", escape(src), escape(alt));
        }
        format!("![{}]({})", plain(alt), destination(src))
    }
}

/// Text that Markdown reads literally.
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

/// A URL as a link's destination.
fn destination(url: &str) -> String {
    let url =
        url.replace('\\', "%5C").replace('<', "%3C").replace('>', "%3E").replace(['\n', '\r'], "");
    format!("<{url}>")
}
