//! The feeds of a project: the whole one, its archive, and one per tag, author and so on if enabled.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;
use url::Url;

use super::Project;
use crate::config::FullText;
use crate::feed::{self, Entry, FORMATS, Feed, Format, KINDS, Kind, Relations, opml};
use crate::post::names::slug;
use crate::report::{Finding, named};
use crate::rules::outputs::SHARED_FEED;
use crate::site::identity::escaped;
use crate::tree::under;

/// The list of all feeds, in the feeds folder.
const LIST: &str = "feeds.opml";

/// The folder of archive pages, in the feeds folder.
const ARCHIVE: &str = "archive";

/// A feed and the folder of its files, from the project's root.
pub(super) struct PlacedFeed<'p> {
    /// The folder.
    pub folder: String,
    /// The feed.
    pub feed: Feed,
    full_text: &'p FullText,
}

impl PlacedFeed<'_> {
    /// The feed for a format: with the whole text of its entries, or with summaries.
    pub(super) fn in_format(&self, format: &Format) -> Cow<'_, Feed> {
        if self.full_text.is_in(format.name) {
            return Cow::Borrowed(&self.feed);
        }
        let mut feed = self.feed.clone();
        for entry in &mut feed.entries {
            entry.content = None;
            entry.markdown = None;
        }
        Cow::Owned(feed)
    }
}

/// The entries of each edition of the site: those of the first language under `None`, others by
/// language. They are the newest, or all where there is an archive.
pub(super) type Editions = BTreeMap<Option<String>, Vec<Entry>>;

/// Every configured feed: those of the first language, beginning with the whole one, then those of each
/// other edition in a folder named by its language.
pub(super) fn all<'p>(project: &'p Project<'_>, editions: Editions) -> Vec<PlacedFeed<'p>> {
    // Feeds by language show every edition, whichever its pages belong to.
    let mut everything: Vec<Entry> = Vec::new();
    if editions.len() > 1 && project.config.feeds.parts.iter().any(|(kind, _)| kind.is_language) {
        everything.extend(editions.values().flatten().cloned());
        everything.sort_by(|a, b| b.published.cmp(&a.published).then_with(|| a.id.cmp(&b.id)));
    }
    let editions = editions.into_iter();
    editions
        .flat_map(|(language, entries)| edition(project, language.as_deref(), entries, &everything))
        .collect()
}

/// The feeds of an edition, the whole one first; `everything`: the entries of all editions, if there
/// are several and feeds by language are enabled.
fn edition<'p>(
    project: &'p Project<'_>,
    language: Option<&str>,
    entries: Vec<Entry>,
    everything: &[Entry],
) -> Vec<PlacedFeed<'p>> {
    let config = &project.config.feeds;
    let mut whole = whole(project, entries);
    let dir = match language {
        Some(language) => under(&config.dir, language),
        None => config.dir.clone(),
    };
    if let Some(language) = language {
        whole = in_language(project, whole, language);
    }
    let newest = config.limit.count();
    let mut parts: Vec<(String, Feed, &FullText)> = Vec::new();
    for (kind, full_text) in &config.parts {
        if kind.is_language && language.is_some() {
            continue;
        }
        let feeds = if kind.is_language && !everything.is_empty() {
            let all = Feed { entries: everything.to_vec(), ..whole.clone_without_entries() };
            of_terms(&all, kind, newest).into_iter()
        } else {
            of_terms(&whole, kind, newest).into_iter()
        };
        parts.extend(feeds.map(|(name, feed)| (name, feed, full_text)));
    }
    if config.archive && whole.entries.len() > newest {
        let archive = archive(&whole, newest);
        whole.relations.previous = archive.last().map(|(_, feed)| feed.folder.clone());
        let pages = archive.into_iter();
        parts.extend(pages.map(|(name, feed)| (name, feed, &config.full_text)));
        whole.entries.truncate(newest);
    }
    parts.insert(0, (String::new(), whole, &config.full_text));
    let placed = |(name, feed, full_text): (String, Feed, _)| PlacedFeed {
        folder: match name.as_str() {
            "" => dir.clone(),
            name => under(&dir, name),
        },
        feed,
        full_text,
    };
    parts.into_iter().map(placed).collect()
}

/// The configured formats, in the order of the registry.
pub(super) fn formats(project: &Project<'_>) -> Vec<&'static Format> {
    let names = &project.config.feeds.formats;
    FORMATS.iter().copied().filter(|format| names.iter().any(|name| name == format.name)).collect()
}

/// The list of feeds, if there are several: its path and text.
pub(super) fn list(
    project: &Project<'_>,
    feeds: &[PlacedFeed<'_>],
) -> Option<Result<(String, String), Finding>> {
    let format = *formats(project).first()?;
    let feeds = feeds.iter();
    let current = feeds.filter(|placed| !placed.feed.relations.is_archive());
    let outlines: Vec<opml::Outline> = current
        .map(|placed| opml::Outline {
            title: placed.feed.title.clone(),
            feed: format.url(&placed.feed),
            home: placed.feed.home.clone(),
        })
        .collect();
    if outlines.len() < 2 {
        return None;
    }
    let text = opml::write(&project.config.site.title, &outlines);
    Some(text.map(|text| (under(&project.config.feeds.dir, LIST), text)))
}

fn whole(project: &Project<'_>, entries: Vec<Entry>) -> Feed {
    let site = &project.config.site;
    Feed {
        title: site.title.clone(),
        description: site.description.clone(),
        home: site.url.clone(),
        folder: project.config.feeds.url.clone(),
        id: site
            .id_base
            .as_ref()
            .map_or_else(|| site.url.to_string(), |base| format!("{base}feed")),
        language: site.language.clone(),
        site: site.title.clone(),
        authors: site.authors.clone(),
        rights: site.rights.clone(),
        relations: Relations {
            hub: project.config.feeds.hub.clone(),
            stylesheet: (project.config.feeds.page).then(|| feed::page::STYLESHEET.to_owned()),
            ..Relations::default()
        },
        entries,
    }
}

/// The feed of another edition than the first: with its own title, home page, folder and language.
fn in_language(project: &Project<'_>, whole: Feed, language: &str) -> Feed {
    let title = project.context.facts.titles.get(language);
    let stylesheet = whole.relations.stylesheet.as_ref();
    let mut feed = Feed {
        title: title
            .filter(|title| **title != whole.title)
            .map_or_else(|| format!("{}: {language}", whole.title), String::clone),
        home: join(&whole.home, language),
        folder: join(&whole.folder, language),
        id: format!("{}/{language}", whole.id.trim_end_matches('/')),
        language: Some(language.to_owned()),
        relations: Relations {
            stylesheet: stylesheet.map(|name| format!("../{name}")),
            ..whole.relations.clone()
        },
        ..whole
    };
    for entry in &mut feed.entries {
        if entry.language.as_deref() == Some(language) {
            entry.language = None;
        }
    }
    feed
}

/// A feed of the `newest` entries for each term of a taxonomy. Two terms with the same slug share a
/// feed; a term without letters and digits has none.
fn of_terms(whole: &Feed, kind: &Kind, newest: usize) -> Vec<(String, Feed)> {
    let mut parts: BTreeMap<String, (String, Vec<Entry>)> = BTreeMap::new();
    for entry in &whole.entries {
        for name in (kind.parts)(entry, whole) {
            let part = parts.entry(slug(&name)).or_insert_with(|| (name, Vec::new()));
            let is_there = part.1.last().is_some_and(|last| last.id == entry.id);
            if !is_there && part.1.len() < newest {
                part.1.push(entry.clone());
            }
        }
    }
    parts.remove("");
    let feed = |(slug, (name, entries)): (String, (String, Vec<Entry>))| {
        let folder = format!("{}/{slug}", kind.name);
        let mut feed = Feed {
            title: format!("{}: {name}", whole.title),
            // A slug can be joined to any folder.
            folder: join(&whole.folder, &folder),
            id: match whole.id.strip_suffix('/').unwrap_or(&whole.id) {
                tag if tag.starts_with("tag:") => format!("{tag}/{}", escaped(&folder)),
                url => format!("{url}/{folder}"),
            },
            relations: Relations { stylesheet: from_part(whole), ..whole.relations.clone() },
            entries,
            ..whole.clone_without_entries()
        };
        if kind.is_language {
            feed.language = Some(name);
            for entry in &mut feed.entries {
                entry.language = None;
            }
        }
        (folder, feed)
    };
    parts.into_iter().map(feed).collect()
}

/// A warning for each feed that several terms share, and for the terms that have none.
pub(super) fn shared(project: &Project<'_>, editions: &Editions) -> Vec<Finding> {
    let whole = whole(project, Vec::new());
    let mut findings = Vec::new();
    for (kind, _) in &project.config.feeds.parts {
        let mut terms: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for entry in editions.values().flatten() {
            for name in (kind.parts)(entry, &whole) {
                terms.entry(slug(&name)).or_default().insert(name);
            }
        }
        for (slug, names) in terms {
            // `Web Dev` and `web-dev` are one term.
            let letters = |name: &String| name.to_lowercase().replace([' ', '-', '_'], "");
            let different: BTreeSet<String> = names.iter().map(letters).collect();
            let names = named(names.iter().map(String::as_str));
            let message = match (slug.as_str(), different.len()) {
                ("", _) => format!("{names}: without letters and digits there is no feed"),
                (_, 1) => continue,
                (slug, _) => format!("{names} share the feed {}/{slug}", kind.name),
            };
            findings.push(
                Finding::new(&SHARED_FEED, message)
                    .at(project.config.span_of("feeds", kind.name))
                    .help("rename all but one of them in the posts"),
            );
        }
    }
    findings
}

/// The whole feed's stylesheet, as seen from a taxonomy feed two folders below.
fn from_part(whole: &Feed) -> Option<String> {
    let stylesheet = whole.relations.stylesheet.as_ref()?;
    Some(format!("../../{stylesheet}"))
}

/// The archive pages of a feed that has its `newest` entries, the oldest page first.
///
/// A page has that many entries of one year. It is written once it is full, or once the year is over,
/// without a link to the next page, so that it changes only with its posts. Entries in no page are
/// fewer than a page has, and are in the feed itself.
fn archive(whole: &Feed, newest: usize) -> Vec<(String, Feed)> {
    let mut pages: Vec<(i32, usize, Vec<Entry>)> = Vec::new();
    for entry in whole.entries.iter().rev() {
        let year = entry.published.to_utc().year();
        match pages.last_mut() {
            Some((last, _, entries)) if *last == year && entries.len() < newest => {
                entries.push(entry.clone());
            }
            Some((last, number, _)) if *last == year => {
                let number = *number + 1;
                pages.push((year, number, vec![entry.clone()]));
            }
            _ => pages.push((year, 1, vec![entry.clone()])),
        }
    }
    pages.pop_if(|(.., entries)| entries.len() < newest);
    let mut archive: Vec<(String, Feed)> = Vec::new();
    for (year, number, mut entries) in pages {
        entries.reverse();
        let name = format!("{ARCHIVE}/{year}-{number}");
        let feed = Feed {
            folder: join(&whole.folder, &name),
            relations: Relations {
                stylesheet: from_part(whole),
                current: Some(whole.folder.clone()),
                previous: archive.last().map(|(_, feed)| feed.folder.clone()),
                ..Relations::default()
            },
            entries,
            ..whole.clone_without_entries()
        };
        archive.push((name, feed));
    }
    archive
}

/// Whether a file in the feeds folder, by its path there, could be an output of some configuration.
pub(super) fn is_ours(path: &str) -> bool {
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let is_feed = FORMATS.iter().any(|format| format.file_name == file);
    let (language, part) = match folder.split_once('/') {
        Some((first, part)) if is_language(first) => (first, part),
        None if is_language(folder) => (folder, ""),
        _ => ("", folder),
    };
    match part.split_once('/') {
        None => part.is_empty() && (is_feed || language.is_empty() && file == LIST),
        Some((kind, part)) => {
            let is_kind = kind == ARCHIVE || KINDS.iter().any(|known| known.name == kind);
            is_feed && is_kind && !part.contains('/')
        }
    }
}

/// Whether a folder's name is that of a language: `es`, `pt-br`.
fn is_language(folder: &str) -> bool {
    let (language, region) = folder.split_once('-').unwrap_or((folder, "xx"));
    let letters = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    matches!(language.len(), 2 | 3)
        && letters(language)
        && (2..=8).contains(&region.len())
        && letters(region)
}

fn join(folder: &Url, path: &str) -> Url {
    folder.join(&format!("{path}/")).unwrap_or_else(|_| folder.clone())
}
