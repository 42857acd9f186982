//! Metadata of a page: from its head, from JSON-LD, and from its text.

use serde_json::Value;

use super::tree::{Id, Tree};
use crate::import::{Imported, Notes, absolute, one_line};
use crate::post::date::{self, Written};
use crate::post::{Author, Image};
use crate::report::Source;

/// Names of the date of publication in `meta` elements.
const DATES: &str = "article:published_time datePublished date dc.date dc.date.issued dcterms.date
    pubdate publish-date";

/// Reads the metadata of the page whose article is at `article`; `given` is the date that the user gave.
pub(super) fn read(
    tree: &Tree,
    article: Id,
    given: Option<Written>,
    source: &Source,
    notes: &mut Notes,
) -> Imported {
    let head = Metadata { tree, linked: linked_data(tree) };
    let (title, from) = head.title(article);
    if !title.is_empty() {
        notes.guess(source.start(), format!("the title is {from}: {title:?}"));
    }
    let published = head.published(article);
    if let (Some((_, from)), None) = (&published, given) {
        notes.guess(source.start(), format!("the date is that of {from}"));
    }
    let updated = (head.meta("article:modified_time og:updated_time"))
        .or_else(|| head.article_data("dateModified"));
    let canonical =
        head.first(|id| tree.name(id) == "link" && tree.has_word(id, "rel", "canonical"));
    let url = (canonical.and_then(|id| tree.attribute(id, "href")))
        .map(str::to_owned)
        .or_else(|| head.meta("og:url"))
        .and_then(|url| absolute(&url, None));
    let absolute = |src: String| match &url {
        Some(base) => base.join(&src).map_or(src, String::from),
        None => src,
    };
    let root = head.first(|id| tree.name(id) == "html").unwrap_or_default();
    let language = tree.first_attribute(root, &["lang", "xml:lang"]).map(str::to_owned);
    Imported {
        title,
        date: published.map(|(date, _)| date),
        updated: updated.and_then(|text| date::parse(&text).ok()),
        authors: head.authors().into_iter().map(Author::named).collect(),
        tags: head.tags(),
        language: language.or_else(|| Some(head.meta("og:locale")?.replace('_', "-"))),
        summary: head.meta("description og:description"),
        image: (head.meta("og:image og:image:url twitter:image")).map(|src| Image {
            src: absolute(src),
            alt: head.meta("og:image:alt twitter:image:alt"),
            credit: None,
        }),
        permalink: url.map(String::from),
        at: Some(source.start()),
        ..Imported::default()
    }
}

/// A page and what it says of itself.
struct Metadata<'t> {
    tree: &'t Tree,
    /// What the page says of its article to search engines.
    linked: Vec<Value>,
}

impl Metadata<'_> {
    fn first(&self, fits: impl Fn(Id) -> bool) -> Option<Id> {
        self.tree.below(0).find(|id| fits(*id))
    }

    /// The content of the first of these `meta` elements.
    fn meta(&self, names: &str) -> Option<String> {
        let tree = self.tree;
        names.split_ascii_whitespace().find_map(|name| {
            let is = |id, key| {
                (tree.attribute(id, key)).is_some_and(|own| own.eq_ignore_ascii_case(name))
            };
            let found = self.first(|id| {
                let mut keys = ["property", "name", "itemprop"].into_iter();
                tree.name(id) == "meta" && keys.any(|key| is(id, key))
            })?;
            tree.attribute(found, "content").map(one_line)
        })
    }

    /// A text of the article's JSON-LD.
    fn article_data(&self, key: &str) -> Option<String> {
        (self.linked.iter())
            .find_map(|value| value.get(key)?.as_str())
            .map(one_line)
            .filter(|text| !text.is_empty())
    }

    /// The title, and the source of it for a finding.
    fn title(&self, article: Id) -> (String, &'static str) {
        let tree = self.tree;
        let site = self.meta("og:site_name");
        let shown = |id: Id| {
            let line = tree.line(id);
            Some(line).filter(|line| !line.is_empty() && site.as_ref() != Some(line))
        };
        let named = |id: &Id| {
            tree.has_word(*id, "class", "p-name") || tree.has_word(*id, "itemprop", "headline")
        };
        let headline = tree.below(0).filter(named).find_map(shown);
        let headings = tree.elements(0, "h1");
        let mut inside = headings.iter().filter(|id| tree.is_inside(**id, article));
        let mut above = (headings.iter().rev()).filter(|id| **id < article && headings.len() < 4);
        let shared = self.meta("og:title twitter:title");
        let page = self.first(|id| tree.name(id) == "title");
        let page = page.map(|id| tree.line(id)).filter(|line| !line.is_empty());
        let page = page.map(|line| without_site(&line, site.as_deref()));
        let first = tree.elements(0, "h1 h2").into_iter().find_map(shown);
        first_of([
            (headline, "what the page calls its headline"),
            (inside.find_map(|id| shown(*id)), "the article's heading"),
            (above.find_map(|id| shown(*id)), "the heading above the article"),
            (shared, "what the page tells other sites (`og:title`)"),
            (self.article_data("headline"), "the page's JSON-LD"),
            (page, "the page's `title`"),
            (first, "the first heading"),
        ])
        .unwrap_or_default()
    }

    /// The date of publication, and its source for a finding.
    fn published(&self, article: Id) -> Option<(Written, &'static str)> {
        let tree = self.tree;
        let parsed = |text: Option<String>| date::parse(&text?).ok();
        let times = tree.elements(0, "time");
        let time = |fits: &dyn Fn(Id) -> bool| {
            times.iter().filter(|id| fits(**id)).find_map(|id| {
                let written = tree.attribute(*id, "datetime").map(str::to_owned);
                date::parse(&written.unwrap_or_else(|| tree.line(*id))).ok()
            })
        };
        let says = |id: Id| {
            tree.has_word(id, "class", "dt-published published entry-date")
                || tree.has_word(id, "itemprop", "datePublished")
                || tree.attributes(id).any(|(name, _)| name == "pubdate")
        };
        // The article and its surroundings, where pages have the date.
        let near = tree.parent(article);
        let linked = parsed(self.article_data("datePublished"));
        let nearest = time(&|id| tree.is_inside(id, near));
        first_of([
            (parsed(self.meta(DATES)), "the page's head"),
            (linked, "the page's JSON-LD"),
            (time(&says), "the page's time of publication"),
            (nearest, "the first `time` of the article"),
            (time(&|_| true), "the first `time` on the page"),
        ])
    }

    fn authors(&self) -> Vec<String> {
        let tree = self.tree;
        let linked = self.linked.iter().filter_map(|value| value.get("author"));
        let name = |author: &Value| {
            let name = author.as_str().or_else(|| author.get("name")?.as_str());
            name.map(one_line)
        };
        let mut found: Vec<String> = linked.flat_map(each).filter_map(name).collect();
        if found.is_empty() {
            let named = self.meta("author dc.creator article:author");
            found.extend(named.filter(|name| !name.contains("://")));
        }
        if found.is_empty() {
            let shown = self.first(|id| {
                tree.has_word(id, "class", "p-author")
                    || tree.has_word(id, "itemprop", "author")
                    || tree.has_word(id, "rel", "author")
            });
            found.extend(shown.map(|id| tree.line(id)));
        }
        found.retain(|name| !name.is_empty() && name.len() < 200);
        found.dedup();
        found
    }

    fn tags(&self) -> Vec<String> {
        let tree = self.tree;
        let metas = (tree.below(0))
            .filter(|id| tree.attribute(*id, "property") == Some("article:tag"))
            .filter_map(|id| tree.attribute(id, "content"))
            .map(one_line);
        let links = (tree.elements(0, "a").into_iter())
            .filter(|id| tree.has_word(*id, "rel", "tag"))
            .map(|id| tree.line(id).trim_start_matches('#').to_owned());
        let mut found: Vec<String> = Vec::new();
        for tag in metas.chain(links).take(100) {
            if !tag.is_empty() && !found.contains(&tag) {
                found.push(tag);
            }
        }
        found
    }
}

/// The descriptions of articles for search engines.
fn linked_data(tree: &Tree) -> Vec<Value> {
    let mut found = Vec::new();
    for id in tree.elements(0, "script") {
        if tree.attribute(id, "type") != Some("application/ld+json") {
            continue;
        }
        let value: Value = serde_json::from_str(&tree.text(id)).unwrap_or_default();
        let graph = value.get("@graph").filter(|graph| graph.is_array());
        let parts = each(graph.unwrap_or(&value)).iter();
        found.extend(parts.filter(|part| is_article(part)).cloned());
    }
    found
}

fn is_article(value: &Value) -> bool {
    let mut kinds = value.get("@type").into_iter().flat_map(each);
    kinds.any(|kind| {
        let kind = kind.as_str().unwrap_or_default();
        kind.ends_with("Article") || kind.ends_with("Posting") || kind == "Report"
    })
}

/// The values of a list, or the value itself.
fn each(value: &Value) -> &[Value] {
    match value {
        Value::Array(several) => several,
        one => std::slice::from_ref(one),
    }
}

/// The first value that is there, with its source.
fn first_of<T, const N: usize>(
    candidates: [(Option<T>, &'static str); N],
) -> Option<(T, &'static str)> {
    let mut found = candidates.into_iter();
    found.find_map(|(value, from)| Some((value?, from)))
}

/// "Title | Site" without the site.
fn without_site(title: &str, site: Option<&str>) -> String {
    let named = site.and_then(|site| title.strip_suffix(site));
    let named = named.map(|bare| bare.trim_end_matches(|c| " |–—-·•:»".contains(c)));
    let marks = [" | ", " · ", " • ", " » ", " – ", " — "].iter();
    let cut = marks.filter_map(|mark| Some(title.rsplit_once(mark)?.0.trim()));
    let mut bare = named.into_iter().chain(cut).filter(|bare| !bare.is_empty());
    bare.next().unwrap_or(title).to_owned()
}
