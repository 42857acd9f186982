//! Metadata of a page: from its head, from JSON-LD, and from its text.

use serde_json::Value;
use url::Url;

use super::tree::{Id, Tree};
use crate::post::date::{self, Written};

/// The metadata of a page.
#[derive(Debug, Default)]
pub(super) struct Meta {
    pub title: Option<String>,
    /// The source of the title, for a finding.
    pub title_from: &'static str,
    pub published: Option<(Written, &'static str)>,
    pub updated: Option<Written>,
    pub authors: Vec<String>,
    pub language: Option<String>,
    pub address: Option<Url>,
    pub tags: Vec<String>,
    pub summary: Option<String>,
    /// URL and alt text.
    pub image: Option<(String, Option<String>)>,
}

/// Reads the metadata of the page whose article is at `article`.
pub(super) fn read(tree: &Tree, article: Id) -> Meta {
    let all = tree.below(0);
    let ld = linked_data(tree, &all);
    let meta = |names: &[&str]| meta(tree, &all, names);
    let link = |relation: &str| {
        all.iter()
            .find(|id| tree.name(**id) == "link" && tree.has_word(**id, "rel", relation))
            .and_then(|id| tree.attribute(*id, "href"))
    };
    let address = link("canonical")
        .map(str::to_owned)
        .or_else(|| meta(&["og:url"]))
        .and_then(|address| Url::parse(&address).ok())
        .filter(|url| matches!(url.scheme(), "http" | "https"));
    let (title, title_from) = title(
        tree,
        &all,
        article,
        &ld,
        meta(&["og:title", "twitter:title"]),
        meta(&["og:site_name"]).as_deref(),
    );
    Meta {
        title,
        title_from,
        published: published(tree, &all, article, &ld, &meta),
        updated: meta(&["article:modified_time", "og:updated_time"])
            .or_else(|| text(&ld, "dateModified"))
            .and_then(|text| date::parse(&text).ok()),
        authors: authors(
            tree,
            &all,
            &ld,
            meta(&["author", "dc.creator", "article:author"]),
        ),
        language: all
            .iter()
            .find(|id| tree.name(**id) == "html")
            .and_then(|id| {
                tree.attribute(*id, "lang")
                    .or_else(|| tree.attribute(*id, "xml:lang"))
            })
            .map(str::to_owned)
            .or_else(|| meta(&["og:locale"]).map(|locale| locale.replace('_', "-"))),
        address,
        tags: tags(tree, &all),
        summary: meta(&["description", "og:description"]),
        image: meta(&["og:image", "og:image:url", "twitter:image"])
            .map(|src| (src, meta(&["og:image:alt", "twitter:image:alt"]))),
    }
}

fn meta(tree: &Tree, all: &[Id], names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| {
        all.iter()
            .filter(|id| tree.name(**id) == "meta")
            .find(|id| {
                ["property", "name", "itemprop"].iter().any(|key| {
                    tree.attribute(**id, key)
                        .is_some_and(|own| own.eq_ignore_ascii_case(name))
                })
            })
            .and_then(|id| tree.attribute(*id, "content"))
            .map(super::super::one_line)
    })
}

/// The description of the article for search engines.
fn linked_data(tree: &Tree, all: &[Id]) -> Vec<Value> {
    let mut found = Vec::new();
    for id in all {
        let is_data = tree.name(*id) == "script"
            && tree.attribute(*id, "type") == Some("application/ld+json");
        if !is_data {
            continue;
        }
        let Ok(value) = serde_json::from_str::<Value>(&tree.text(*id)) else {
            continue;
        };
        let parts = match value {
            Value::Array(parts) => parts,
            mut value => match value.get_mut("@graph").map(Value::take) {
                Some(Value::Array(parts)) => parts,
                _ => vec![value],
            },
        };
        found.extend(parts.into_iter().filter(is_article));
    }
    found
}

fn is_article(value: &Value) -> bool {
    let of = |kind: &Value| {
        kind.as_str().is_some_and(|kind| {
            kind.ends_with("Article") || kind.ends_with("Posting") || kind == "Report"
        })
    };
    match value.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(of),
        Some(kind) => of(kind),
        None => false,
    }
}

fn text(ld: &[Value], key: &str) -> Option<String> {
    ld.iter()
        .find_map(|value| value.get(key)?.as_str())
        .map(super::super::one_line)
        .filter(|text| !text.is_empty())
}

fn title(
    tree: &Tree,
    all: &[Id],
    article: Id,
    ld: &[Value],
    open_graph: Option<String>,
    site: Option<&str>,
) -> (Option<String>, &'static str) {
    let headings: Vec<Id> = all
        .iter()
        .copied()
        .filter(|id| tree.name(*id) == "h1")
        .collect();
    let is_site = |line: &str| site == Some(line);
    let shown = |id: &Id| Some(tree.line(*id)).filter(|line| !line.is_empty() && !is_site(line));
    let named = all
        .iter()
        .filter(|id| {
            tree.has_word(**id, "class", "p-name") || tree.has_word(**id, "itemprop", "headline")
        })
        .find_map(shown);
    // The last heading before the article, or the first in it.
    let inside = headings
        .iter()
        .filter(|id| tree.is_inside(**id, article))
        .find_map(shown);
    let before = headings
        .iter()
        .filter(|id| **id < article)
        .rev()
        .find_map(shown);
    let only = |heading: Option<String>| heading.filter(|_| headings.len() < 4);
    let page = all
        .iter()
        .find(|id| tree.name(**id) == "title")
        .map(|id| tree.line(*id))
        .filter(|line| !line.is_empty())
        .map(|line| without_site(&line, site));
    for (title, from) in [
        (named, "what the page calls its headline"),
        (inside, "the article's heading"),
        (only(before), "the heading above the article"),
        (open_graph, "what the page tells other sites (`og:title`)"),
        (text(ld, "headline"), "the page's JSON-LD"),
        (page, "the page's `title`"),
    ] {
        if title.is_some() {
            return (title, from);
        }
    }
    let heading = all
        .iter()
        .filter(|id| matches!(tree.name(**id), "h1" | "h2"))
        .find_map(shown);
    (heading, "the first heading")
}

/// "Title | Site" without the site.
fn without_site(title: &str, site: Option<&str>) -> String {
    if let Some(bare) = site.and_then(|site| title.strip_suffix(site)) {
        let bare = bare.trim_end_matches([' ', '|', '–', '—', '-', '·', '•', ':', '»']);
        if !bare.is_empty() {
            return bare.to_owned();
        }
    }
    for mark in [" | ", " · ", " • ", " » ", " – ", " — "] {
        if let Some((bare, _)) = title.rsplit_once(mark)
            && !bare.trim().is_empty()
        {
            return bare.trim().to_owned();
        }
    }
    title.to_owned()
}

fn published(
    tree: &Tree,
    all: &[Id],
    article: Id,
    ld: &[Value],
    meta: &impl Fn(&[&str]) -> Option<String>,
) -> Option<(Written, &'static str)> {
    let parsed = |text: Option<String>| text.and_then(|text| date::parse(&text).ok());
    let times = |fits: &dyn Fn(Id) -> bool| {
        all.iter()
            .copied()
            .filter(|id| tree.name(*id) == "time" && fits(*id))
            .find_map(|id| {
                let written = tree.attribute(id, "datetime").map(str::to_owned);
                date::parse(&written.unwrap_or_else(|| tree.line(id))).ok()
            })
    };
    let says = |id: Id| {
        tree.has_word(id, "class", "dt-published")
            || tree.has_word(id, "class", "published")
            || tree.has_word(id, "class", "entry-date")
            || tree.has_word(id, "itemprop", "datePublished")
            || tree.has_attribute(id, "pubdate").is_some()
    };
    // The article and its surroundings, where pages have the date.
    let near = tree.parent(article);
    let head = meta(&[
        "article:published_time",
        "datePublished",
        "date",
        "dc.date",
        "dc.date.issued",
        "dcterms.date",
        "pubdate",
        "publish-date",
    ]);
    [
        (parsed(head), "the page's head"),
        (parsed(text(ld, "datePublished")), "the page's JSON-LD"),
        (times(&says), "the page's time of publication"),
        (
            times(&|id| tree.is_inside(id, near)),
            "the first `time` of the article",
        ),
        (times(&|_| true), "the first `time` on the page"),
    ]
    .into_iter()
    .find_map(|(date, from)| Some((date?, from)))
}

fn authors(tree: &Tree, all: &[Id], ld: &[Value], named: Option<String>) -> Vec<String> {
    let mut found = Vec::new();
    for author in ld.iter().filter_map(|value| value.get("author")) {
        let several = match author {
            Value::Array(several) => several.iter().collect(),
            one => vec![one],
        };
        for author in several {
            let name = author.as_str().or_else(|| author.get("name")?.as_str());
            found.extend(name.map(super::super::one_line));
        }
    }
    if found.is_empty() {
        found.extend(named.filter(|name| !name.contains("://")));
    }
    if found.is_empty() {
        let shown = all.iter().filter(|id| {
            tree.has_word(**id, "class", "p-author")
                || tree.has_word(**id, "itemprop", "author")
                || tree.has_word(**id, "rel", "author")
        });
        found.extend(shown.map(|id| tree.line(*id)).take(1));
    }
    found.retain(|name| !name.is_empty() && name.len() < 200);
    found.dedup();
    found
}

fn tags(tree: &Tree, all: &[Id]) -> Vec<String> {
    let metas = all
        .iter()
        .filter(|id| tree.attribute(**id, "property") == Some("article:tag"))
        .filter_map(|id| tree.attribute(*id, "content"))
        .map(super::super::one_line);
    let links = all
        .iter()
        .filter(|id| tree.name(**id) == "a" && tree.has_word(**id, "rel", "tag"))
        .map(|id| tree.line(*id).trim_start_matches('#').to_owned());
    let mut found: Vec<String> = Vec::new();
    for tag in metas.chain(links).take(100) {
        if !tag.is_empty() && !found.contains(&tag) {
            found.push(tag);
        }
    }
    found
}
