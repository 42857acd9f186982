//! `[feeds]`

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;
use url::Url;

use super::Reading;
use crate::config::{Feeds, FullText, Limit};
use crate::feed;

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct FeedsTable {
    dir: Option<Spanned<String>>,
    formats: Option<Spanned<Vec<Spanned<String>>>>,
    limit: Option<Spanned<Count>>,
    full_text: Option<Spanned<FullText>>,
    url: Option<Spanned<String>>,
    tags: Option<Spanned<Part>>,
    categories: Option<Spanned<Part>>,
    series: Option<Spanned<Part>>,
    authors: Option<Spanned<Part>>,
    languages: Option<Spanned<Part>>,
    archive: bool,
    markdown: bool,
    page: bool,
    hub: Option<Spanned<String>>,
}

/// Whether a taxonomy gets feeds of its own.
#[derive(Deserialize)]
#[serde(
    untagged,
    expecting = "expected true, false, or a table such as { full_text = false }"
)]
enum Part {
    Switch(bool),
    Table(PartTable),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PartTable {
    full_text: FullText,
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "expected a number or \"all\"")]
enum Count {
    Number(usize),
    Word(String),
}

impl Reading<'_> {
    pub(super) fn feeds(&mut self, table: FeedsTable, site: &Url, feeds: &mut Feeds) {
        self.folder(table.dir, &mut feeds.dir);
        if let Ok(url) = site.join(&format!("{}/", feeds.dir)) {
            feeds.url = url;
        }
        if let Some(url) = table.url
            && let Some(url) = self.address(&url)
        {
            feeds.url = url;
        }
        if let Some(formats) = table.formats {
            if formats.get_ref().is_empty() {
                let help = "name at least one of rss, atom and json, or leave the key out";
                self.wrong(formats.span(), "no feed would be written".to_owned(), help);
            }
            let formats = formats.into_inner();
            for format in &formats {
                if feed::format(format.get_ref()).is_none() {
                    self.no_format(format.span(), format.get_ref());
                }
            }
            feeds.formats = formats.into_iter().map(Spanned::into_inner).collect();
        }
        if let Some(limit) = table.limit {
            match limit.get_ref() {
                Count::Number(count) if *count > 0 => feeds.limit = Limit::Newest(*count),
                Count::Word(word) if word == "all" => feeds.limit = Limit::All,
                _ => self.wrong(
                    limit.span(),
                    "a feed's limit is a number from 1, or \"all\"".to_owned(),
                    "write limit = 20 or limit = \"all\"",
                ),
            }
        }
        if let Some(full_text) = table.full_text {
            self.formats(&full_text.span(), full_text.get_ref());
            feeds.full_text = full_text.into_inner();
        }
        let mut parts = BTreeMap::from([
            ("tags", table.tags),
            ("categories", table.categories),
            ("series", table.series),
            ("authors", table.authors),
            ("languages", table.languages),
        ]);
        for kind in feed::KINDS {
            let Some(part) = parts.remove(kind.name).flatten() else {
                continue;
            };
            let full_text = match part.get_ref() {
                Part::Switch(false) => continue,
                Part::Switch(true) => feeds.full_text.clone(),
                Part::Table(part) => part.full_text.clone(),
            };
            self.formats(&part.span(), &full_text);
            feeds.parts.push((kind, full_text));
        }
        feeds.archive = table.archive;
        feeds.markdown = table.markdown;
        feeds.page = table.page;
        feeds.hub = table.hub.and_then(|hub| self.link(&hub));
    }

    /// Reports names that are not formats in `full_text`.
    fn formats(&mut self, range: &Range<usize>, full_text: &FullText) {
        let FullText::In(formats) = full_text else {
            return;
        };
        for format in formats {
            if feed::format(format).is_none() {
                self.no_format(range.clone(), format);
            }
        }
    }

    fn no_format(&mut self, range: Range<usize>, name: &str) {
        let known: Vec<&str> = feed::FORMATS.iter().map(|format| format.name()).collect();
        self.unknown(range, name, "a feed format", &known);
    }

    /// An absolute http URL, unchanged.
    fn link(&mut self, written: &Spanned<String>) -> Option<Url> {
        let url = Url::parse(written.get_ref())
            .ok()
            .filter(|url| matches!(url.scheme(), "http" | "https"));
        if url.is_none() {
            self.wrong(
                written.span(),
                format!("{:?} is not an absolute URL", written.get_ref()),
                "write the whole URL, beginning with https://",
            );
        }
        url
    }
}
