//! Feeds written in every format: `tests/feed/NAME.toml` gives exactly the bytes of
//! `tests/feed/NAME/` (`rss.xml`, `atom.xml`, `feed.json`). `BLESS=1 cargo test` writes them anew.
#![expect(clippy::disallowed_methods, reason = "fixtures are files")]

mod common;

use std::fs;
use std::path::PathBuf;

use afterword::feed::{Enclosure, Entry, FORMATS, Feed, Relations, read};
use afterword::post::Author;
use afterword::report::Source;
use chrono::DateTime;
use common::{data, difference, name, with_extension};
use serde::Deserialize;
use url::Url;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FeedInput {
    title: String,
    description: Option<String>,
    home: Url,
    folder: Url,
    id: String,
    language: Option<String>,
    #[serde(default)]
    authors: Vec<Person>,
    rights: Option<String>,
    hub: Option<Url>,
    current: Option<Url>,
    previous: Option<Url>,
    next: Option<Url>,
    #[serde(default)]
    entries: Vec<EntryInput>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Person {
    name: String,
    url: Option<String>,
    email: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EntryInput {
    id: String,
    title: String,
    permalink: Url,
    external_url: Option<Url>,
    published: String,
    updated: Option<String>,
    #[serde(default)]
    authors: Vec<Person>,
    #[serde(default)]
    tags: Vec<String>,
    #[serde(default)]
    summary: String,
    content: Option<String>,
    markdown: Option<String>,
    image: Option<Picture>,
    language: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Picture {
    url: Url,
    media_type: Option<String>,
    length: Option<u64>,
    size: Option<(u32, u32)>,
    alt: Option<String>,
    credit: Option<String>,
}

fn people(people: Vec<Person>) -> Vec<Author> {
    let author = |Person { name, url, email }| Author { name, url, email };
    people.into_iter().map(author).collect()
}

fn feed(path: &str, text: &str) -> Feed {
    let input: FeedInput = toml::from_str(text).expect(path);
    let origin = Source::new(path, text).start();
    let entry = |entry: EntryInput| {
        let time = |text: &str| DateTime::parse_from_rfc3339(text).expect("a time");
        Entry {
            id: entry.id,
            title: entry.title,
            permalink: entry.permalink,
            external_url: entry.external_url,
            published: time(&entry.published),
            updated: time(entry.updated.as_ref().unwrap_or(&entry.published)),
            authors: people(entry.authors),
            tags: entry.tags,
            categories: Vec::new(),
            series: Vec::new(),
            summary: entry.summary,
            content: entry.content,
            markdown: entry.markdown,
            image: entry.image.map(|picture| Enclosure {
                url: picture.url,
                media_type: picture.media_type,
                length: picture.length,
                size: picture.size,
                alt: picture.alt,
                credit: picture.credit,
            }),
            language: entry.language,
            origin: origin.clone(),
        }
    };
    Feed {
        site: String::from("Notes"),
        title: input.title,
        description: input.description,
        home: input.home,
        folder: input.folder,
        id: input.id,
        language: input.language,
        authors: people(input.authors),
        rights: input.rights,
        relations: Relations {
            stylesheet: None,
            hub: input.hub,
            current: input.current,
            previous: input.previous,
            next: input.next,
        },
        entries: input.entries.into_iter().map(entry).collect(),
    }
}

fn inputs() -> Vec<(PathBuf, Feed)> {
    let paths = with_extension(&data("feed"), "toml").into_iter();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a readable fixture");
        let feed = feed(name(&path), &text);
        (path, feed)
    };
    let found: Vec<_> = paths.map(read).collect();
    assert!(found.len() > 2, "the fixtures are found");
    found
}

#[test]
fn feeds_are_written_as_their_fixtures_say() {
    let mut wrong = String::new();
    for (path, feed) in inputs() {
        for format in FORMATS {
            let written = format.write(&feed).expect("the feed can be written");
            wrong += &difference(&path.with_extension("").join(format.file_name), &written);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_character_that_xml_forbids_reaches_no_writer() {
    let mut inputs = inputs().into_iter().map(|(_, feed)| feed);
    let feed = inputs.find(|feed| feed.entries.len() > 2).expect("a feed with entries");
    for character in ['\0', '\u{8}', '\u{b}', '\u{1b}', '\u{fffe}', '\u{ffff}'] {
        let mut bad = feed.clone();
        let entry = bad.entries.last_mut().expect("an entry");
        entry.tags.push(format!("a{character}b"));
        for format in FORMATS {
            let finding = format.write(&bad).expect_err("the feed is refused");
            assert!(finding.message.contains(&bad.entries.last().expect("an entry").id));
            assert!(finding.at.is_some());
        }
    }
}

/// The reader of feeds finds every entry that was written.
#[test]
fn feeds_are_read_back() {
    for (path, feed) in inputs() {
        for format in FORMATS {
            let written = format.write(&feed).expect("the feed can be written");
            let read = read::read(written.as_bytes()).expect("a feed");
            let ids = read.iter().filter_map(|entry| entry.id.as_deref());
            let expected = feed.entries.iter().map(|entry| entry.id.as_str());
            assert!(ids.eq(expected), "{}", path.display());
        }
    }
}
