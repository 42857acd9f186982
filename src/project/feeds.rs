//! Which feeds there are: the whole one, and one for each tag and author where they are asked for.

use std::collections::BTreeMap;

use url::Url;

use super::Project;
use super::compose::under;
use crate::feed::{self, Entry, FORMATS, Feed, Format, Relations, opml};
use crate::post::names::slug;
use crate::report::Finding;

/// The list of all feeds, in the feeds folder.
const LIST: &str = "feeds.opml";

/// A feed and the folder that its files lie in, from the project's root.
pub(super) struct Placed {
    /// The folder.
    pub folder: String,
    /// The feed.
    pub feed: Feed,
}

/// Every feed that the configuration asks for, the whole one first.
pub(super) fn all(project: &Project<'_>, entries: Vec<Entry>) -> Vec<Placed> {
    let config = &project.config;
    let whole = whole(project, entries);
    let mut parts = Vec::new();
    if config.feeds.tags {
        parts.extend(by(&whole, "tags", |entry| entry.tags.clone()));
    }
    if config.feeds.authors {
        parts.extend(by(&whole, "authors", |entry| {
            let authors = if entry.authors.is_empty() {
                &whole.authors
            } else {
                &entry.authors
            };
            authors.iter().map(|author| author.name.clone()).collect()
        }));
    }
    let mut all = vec![Placed {
        folder: config.feeds.dir.clone(),
        feed: whole,
    }];
    all.extend(parts.into_iter().map(|(name, feed)| Placed {
        folder: under(&config.feeds.dir, &name),
        feed,
    }));
    all
}

/// The formats that the configuration asks for, in the order of the registry.
pub(super) fn formats(project: &Project<'_>) -> Vec<&'static dyn Format> {
    let names = &project.config.feeds.formats;
    FORMATS
        .iter()
        .copied()
        .filter(|format| names.iter().any(|name| name == format.name()))
        .collect()
}

/// The list of the feeds, where there is more than one: its path and text.
pub(super) fn list(
    project: &Project<'_>,
    feeds: &[Placed],
) -> Option<Result<(String, String), Finding>> {
    let format = *formats(project).first()?;
    if feeds.len() < 2 {
        return None;
    }
    let outlines: Vec<opml::Outline> = feeds
        .iter()
        .map(|placed| opml::Outline {
            title: placed.feed.title.clone(),
            feed: format.address(&placed.feed),
            home: placed.feed.home.clone(),
        })
        .collect();
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

/// A feed for each name that `names` gives of the entries. Two names of one address share a feed;
/// a name without letters and digits has none.
fn by(whole: &Feed, kind: &str, names: impl Fn(&Entry) -> Vec<String>) -> Vec<(String, Feed)> {
    let mut parts: BTreeMap<String, (String, Vec<Entry>)> = BTreeMap::new();
    for entry in &whole.entries {
        for name in names(entry) {
            let part = parts
                .entry(slug(&name))
                .or_insert_with(|| (name, Vec::new()));
            if part.1.last().is_none_or(|last| last.id != entry.id) {
                part.1.push(entry.clone());
            }
        }
    }
    parts.remove("");
    parts
        .into_iter()
        .map(|(slug, (name, entries))| {
            let folder = format!("{kind}/{slug}");
            let feed = Feed {
                title: format!("{}: {name}", whole.title),
                // A slug is a path that can be joined to any folder.
                folder: join(&whole.folder, &folder),
                id: format!("{}/{folder}", whole.id.trim_end_matches('/')),
                entries,
                relations: Relations {
                    // Two folders up lies the whole feed with its stylesheet.
                    stylesheet: (whole.relations.stylesheet.as_ref())
                        .map(|stylesheet| format!("../../{stylesheet}")),
                    ..whole.relations.clone()
                },
                ..whole.clone()
            };
            (folder, feed)
        })
        .collect()
}

fn join(folder: &Url, path: &str) -> Url {
    folder
        .join(&format!("{path}/"))
        .unwrap_or_else(|_| folder.clone())
}
