//! Fixed pieces of work in one thread, whose instructions are counted.

use std::hint::black_box;

use afterword::read;

use afterword::draft::{self, Composer, NETWORKS, People, Settings};
use afterword::feed::{self, FORMATS, Feed, Relations};
use afterword::generator::Context;
use afterword::markdown;
use afterword::post::Post;
use afterword::recap;
use afterword::validate::{Input, validate};
use url::Url;

use crate::posts;

/// The pieces.
pub const NAMES: &[&str] = &["heads", "window", "validation"];

/// Does the piece of work of this name, and says how much came of it.
///
/// # Errors
/// There is none of this name.
pub fn named(name: &str) -> Result<usize, String> {
    Ok(match name {
        "heads" => {
            let texts: Vec<(String, String)> = (0..150).map(posts::post).collect();
            measured(|| texts.iter().map(|(name, text)| read(name, text).source.text().len()).sum())
        }
        "window" => {
            let posts = read_all(4);
            measured(|| {
                let feed = feed(&posts);
                let feeds = FORMATS.iter().filter_map(|format| format.write(&feed).ok());
                feeds.map(|text| text.len()).sum::<usize>()
                    + posts.iter().map(drafts).sum::<usize>()
            })
        }
        "validation" => {
            let feed = feed(&read_all(20));
            let texts: Vec<String> =
                FORMATS.iter().filter_map(|format| format.write(&feed).ok()).collect();
            measured(|| texts.iter().map(|text| count_findings(text)).sum())
        }
        _ => return Err(format!("{name} is none of {}", NAMES.join(", "))),
    })
}

/// Nothing but this function is counted.
#[inline(never)]
fn measured(work: impl FnOnce() -> usize) -> usize {
    black_box(work())
}

/// The site's address.
pub fn site() -> Url {
    Url::parse("https://example.org/").expect("a constant address")
}

/// A post as it is read from its file.
pub fn read(name: &str, text: &str) -> Post {
    let key = name.trim_end_matches(".md");
    let path = format!("posts/{name}");
    read::post(&path, text.as_bytes().to_vec(), key, &Context::default()).post.expect("a post")
}

/// The newest posts that [`posts`] makes.
pub fn read_all(count: usize) -> Vec<Post> {
    (0..count)
        .map(|index| {
            let (name, text) = posts::post(index);
            read(&name, &text)
        })
        .collect()
}

/// The feed of some posts.
pub fn feed(posts: &[Post]) -> Feed {
    let entries = posts.iter().filter_map(|post| {
        let permalink = site().join(&post.key).ok()?;
        let facts = feed::Facts {
            id: permalink.as_str(),
            permalink: &permalink,
            language: Some("en"),
            markdown: false,
            page: None,
            site: None,
        };
        Some(feed::entry(post, &markdown::parse(post), facts)?.0)
    });
    Feed {
        site: String::from("Notes"),
        title: "Recaps".to_owned(),
        description: Some("Posts to measure with".to_owned()),
        home: site(),
        folder: site(),
        id: "tag:example.org,2026:feed".to_owned(),
        language: Some("en".to_owned()),
        authors: Vec::new(),
        rights: None,
        relations: Relations::default(),
        entries: entries.collect(),
    }
}

/// Understands a post and composes its drafts for all networks; returns their posts.
pub fn drafts(post: &Post) -> usize {
    let document = markdown::parse(post);
    compose(post, &recap::understand(post, &document), &document.text())
}

/// Composes the drafts of a post that is understood; returns the length of their posts, as the networks
/// count.
pub fn compose(post: &Post, recap: &recap::Recap, text: &str) -> usize {
    let (people, settings, link) = (People::default(), Settings::default(), site());
    let material = draft::Material {
        key: &post.key,
        head: &post.head,
        recap,
        text,
        link: &link,
        language: Some("en"),
        people: &people,
        settings: &settings,
    };
    NETWORKS.iter().flat_map(|network| Composer::new(material).draft(network, None).counts()).sum()
}

/// Validates a feed; returns the number of findings.
pub fn count_findings(text: &str) -> usize {
    validate(&Input::new("feed", text.as_bytes())).findings.len()
}
