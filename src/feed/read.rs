//! Reads a published feed of any format, as `import` does.

use chrono::{DateTime, FixedOffset};

use crate::import::feed::{self, Content, Entry};
use crate::report::Source;

/// An entry of a feed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Article {
    /// Its id or guid, by which readers recognise it.
    pub id: Option<String>,
    /// The link of its title.
    pub link: Option<String>,
    /// Its page, where the title links elsewhere: the related link of a link post.
    pub related: Option<String>,
    /// Plain text.
    pub title: String,
    /// When it was published.
    pub published: Option<DateTime<FixedOffset>>,
    /// The authors' names; empty where it has none of its own.
    pub authors: Vec<String>,
    /// Tags and categories.
    pub tags: Vec<String>,
    /// Plain text.
    pub summary: String,
    /// HTML.
    pub content: Option<String>,
    /// The URL of its image.
    pub image: Option<String>,
    /// BCP 47 language, where it differs from the feed's.
    pub language: Option<String>,
}

/// The entries of a feed in order. `None` where it is not a well-formed feed.
pub fn read(bytes: &[u8]) -> Option<Vec<Article>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let feed = feed::read(&Source::new("", text)).filter(|feed| !feed.is_broken)?;
    Some(feed.entries.into_iter().map(article).collect())
}

fn article(entry: Entry) -> Article {
    let date = entry.published.or(entry.updated);
    let (content, words) = match entry.content {
        Some(Content::Html(html)) => (Some(html), None),
        content => (None, content),
    };
    Article {
        id: entry.id,
        link: entry.link,
        related: entry.external,
        title: match entry.title {
            Some(Content::Text(title) | Content::Html(title)) => title,
            None => String::new(),
        },
        published: date.and_then(|date| {
            let parsed = DateTime::parse_from_rfc3339(&date);
            parsed.or_else(|_| DateTime::parse_from_rfc2822(&date)).ok()
        }),
        authors: (entry.authors.into_iter()).map(|author| author.name).collect(),
        tags: entry.tags,
        summary: match entry.summary.or(words) {
            // Our own descriptions in RSS are escaped text.
            Some(Content::Html(summary)) => crate::entities::unescape(&summary).into_owned(),
            Some(Content::Text(summary)) => summary,
            None => String::new(),
        },
        content,
        image: entry.image.map(|image| image.src),
        language: entry.language,
    }
}
