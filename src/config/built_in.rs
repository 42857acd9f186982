//! The configuration of a project without `afterword.toml`.

use std::collections::BTreeMap;

use url::Url;

use super::{Config, Content, Drafts, Feeds, FullText, Limit, Posts, Site};
use crate::markdown::template::Unknown;
use crate::post::Zone;
use crate::report::Source;
use crate::{draft, feed, generator};

impl Config {
    /// The defaults without `afterword.toml`.
    #[expect(clippy::missing_panics_doc, reason = "the URLs are constants")]
    pub fn built_in() -> Self {
        let source = Source::new(super::FILE, "");
        let url = Url::parse("https://example.org/").expect("a constant URL");
        Self {
            site: Site {
                title: "example.org".to_owned(),
                url: url.clone(),
                language: None,
                timezone: Zone::UTC,
                authors: Vec::new(),
                description: None,
                id_base: None,
                rights: None,
                built: None,
            },
            posts: Posts {
                dir: "posts".to_owned(),
                permalink: None,
                dialect: generator::plain(),
                unknown_templates: Unknown::default(),
                content: Content::default(),
            },
            feeds: Feeds {
                dir: "feeds".to_owned(),
                formats: feed::FORMATS.iter().map(|format| format.name.to_owned()).collect(),
                limit: Limit::Newest(20),
                full_text: FullText::Everywhere(true),
                url: url.join("feeds/").expect("a constant URL"),
                parts: Vec::new(),
                archive: false,
                markdown: false,
                page: false,
                hub: None,
            },
            drafts: Drafts { dir: "drafts".to_owned(), settings: draft::Settings::default() },
            cards: None,
            ids: BTreeMap::new(),
            levels: BTreeMap::new(),
            allow: Vec::new(),
            source,
        }
    }
}
