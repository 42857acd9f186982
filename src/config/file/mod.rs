//! The file's tables as serde reads them, and their conversion to a [`Config`].

mod cards;
mod drafts;
mod feeds;
mod levels;
mod posts;
mod site;
mod syntax;

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;
use url::Url;

use super::Config;
use crate::generator::Dialect;
use crate::generator::Facts;
use crate::nearly;
use crate::report::{Finding, Source};
use crate::rules::configuration::CONFIG_VALUE;

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    site: site::SiteTable,
    posts: posts::PostsTable,
    feeds: feeds::FeedsTable,
    drafts: drafts::DraftsTable,
    cards: Option<cards::CardsTable>,
    ids: BTreeMap<String, String>,
    rules: BTreeMap<Spanned<String>, Spanned<String>>,
    allow: Vec<levels::AllowTable>,
}

pub(super) fn parse(
    source: &Source,
    facts: &dyn Fn(&'static Dialect, &str) -> Facts,
) -> Result<(Config, Facts), Vec<Finding>> {
    let (file, findings, left_out) = syntax::read(source)?;
    let mut reading = Reading {
        source,
        findings,
        left_out,
    };
    let mut config = Config::built_in();
    config.source = source.clone();
    reading.posts(file.posts, file.site.built.is_some(), &mut config.posts);
    let facts = facts(config.posts.dialect, &config.posts.dir);
    reading.site(file.site, &facts, &mut config.site);
    reading.feeds(file.feeds, &config.site.url, &mut config.feeds);
    reading.drafts(file.drafts, &mut config.drafts);
    config.cards = (file.cards).map(|table| reading.cards(table, &config.site.url));
    config.levels = reading.levels(file.rules);
    config.ids = file.ids;
    config.allow = reading.allow(file.allow);
    if reading.findings.is_empty() {
        Ok((config, facts))
    } else {
        sort(&mut reading.findings);
        Err(reading.findings)
    }
}

/// Sorted by position in the file.
fn sort(findings: &mut [Finding]) {
    findings.sort_by_key(|finding| finding.at.as_ref().map(|span| span.range.start));
}

struct Reading<'a> {
    source: &'a Source,
    findings: Vec<Finding>,
    /// Keys whose values could not be read.
    left_out: Vec<String>,
}

impl Reading<'_> {
    fn wrong(&mut self, range: Range<usize>, message: String, help: impl Into<String>) {
        self.findings.push(
            Finding::new(&CONFIG_VALUE, message)
                .at(self.source.span(range))
                .help(help),
        );
    }

    /// Reports a word that is not one of the known ones.
    fn unknown(&mut self, range: Range<usize>, word: &str, what: &str, known: &[&str]) {
        let cased = known.iter().find(|name| name.eq_ignore_ascii_case(word));
        let meant = cased
            .copied()
            .or_else(|| nearly::meant(word, known.iter().copied()));
        let help = meant.map_or_else(
            || format!("write one of {}", known.join(", ")),
            |meant| format!("write {meant:?}"),
        );
        self.wrong(range, format!("{word:?} is not {what}"), help);
    }

    /// An absolute http URL with a final `/`.
    fn address(&mut self, written: &Spanned<String>) -> Option<Url> {
        let url = address(written.get_ref());
        if url.is_none() {
            let bare = written
                .get_ref()
                .split(['?', '#'])
                .next()
                .unwrap_or_default();
            let bare = bare
                .rsplit("://")
                .next()
                .unwrap_or_default()
                .trim_matches('/');
            self.wrong(
                written.span(),
                format!("{:?} is not an absolute URL of a site", written.get_ref()),
                format!("write \"https://{bare}/\""),
            );
        }
        url
    }

    /// A folder inside the project.
    fn folder(&mut self, written: Option<Spanned<String>>, folder: &mut String) {
        let Some(written) = written else { return };
        let path = written.get_ref().trim_end_matches('/');
        let path = path.strip_prefix("./").unwrap_or(path);
        if crate::tree::leads_into_git(path) {
            self.wrong(
                written.span(),
                format!(
                    "the folder {:?} is part of a git repository's own files",
                    written.get_ref()
                ),
                format!("write a folder that git tracks, such as {folder:?}"),
            );
            return;
        }
        let inside = !path.starts_with('/')
            && !path.contains(['\\', ':'])
            && !path
                .split('/')
                .any(|name| name == ".." || name.is_empty() || name == ".");
        if inside || path == "." {
            *folder = if path == "." {
                String::new()
            } else {
                path.to_owned()
            };
        } else {
            self.wrong(
                written.span(),
                format!(
                    "the folder {:?} is not inside the project",
                    written.get_ref()
                ),
                format!("write a path inside the folder of afterword.toml, such as {folder:?}"),
            );
        }
    }
}

/// `text` as an absolute http URL with a final `/`.
fn address(text: &str) -> Option<Url> {
    let text = if text.ends_with('/') {
        text.to_owned()
    } else {
        format!("{text}/")
    };
    let url = Url::parse(&text).ok()?;
    let plain = url.query().is_none() && url.fragment().is_none();
    (matches!(url.scheme(), "http" | "https") && plain).then_some(url)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::File;
    use crate::config::keys::{Form, Key, TABLES};
    use crate::config::{Config, FILE};
    use crate::report::Source;

    /// The keys that serde knows, as it lists them in the error about an unknown key.
    fn offered(text: &str) -> BTreeSet<String> {
        let Err(error) = toml::from_str::<File>(text) else {
            return BTreeSet::new();
        };
        let names = error.message().split('`').skip(3).step_by(2);
        names.map(str::to_owned).collect()
    }

    fn names(keys: &[Key]) -> BTreeSet<String> {
        keys.iter().map(|key| key.name.to_owned()).collect()
    }

    #[test]
    fn every_key_is_explained_and_no_other() {
        let why = "src/config/keys.rs explains every key of src/config/file";
        let tables: BTreeSet<String> = TABLES.iter().map(|table| table.name.to_owned()).collect();
        assert_eq!(offered("no-such-key = 1"), tables, "{why}");
        for table in TABLES {
            let name = table.name;
            match table.form {
                Form::Keys(keys) => {
                    let found = offered(&format!("[{name}]\nno-such-key = 1"));
                    assert_eq!(found, names(keys), "[{name}]: {why}");
                }
                Form::Several(keys) => {
                    let found = offered(&format!("[[{name}]]\nno-such-key = 1"));
                    assert_eq!(found, names(keys), "[[{name}]]: {why}");
                }
                Form::Texts | Form::Levels => {}
            }
        }
    }

    #[test]
    fn every_example_can_be_written() {
        let site = "[site]\ntitle = \"T\"\nurl = \"https://example.org/\"\n";
        for table in TABLES {
            let (keys, head) = match table.form {
                Form::Keys(keys) => (keys, format!("[{}]", table.name)),
                Form::Several(_) => (&[][..], format!("[[{}]]", table.name)),
                Form::Texts | Form::Levels => (&[][..], format!("[{}]", table.name)),
            };
            let lines = keys
                .iter()
                .map(|key| format!("{} = {}", key.name, key.example));
            for text in lines.chain([table.example.to_owned()]) {
                let text = match table.name {
                    "site" if text.starts_with("title") || text.starts_with("url") => {
                        site.to_owned()
                    }
                    "site" => format!("{site}{text}\n"),
                    _ => format!("{site}{head}\n{text}\n"),
                };
                let read = Config::parse(&Source::new(FILE, text.as_str()));
                assert!(read.is_ok(), "{text}\n{read:?}");
            }
        }
    }
}
