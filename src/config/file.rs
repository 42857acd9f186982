//! The file as it is written, and what becomes of it.

use std::collections::BTreeMap;
use std::ops::Range;

use chrono_tz::Tz;
use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer, Error};
use url::Url;

use super::rules::{CONFIG_KEY, CONFIG_MISSING, CONFIG_SYNTAX, CONFIG_VALUE};
use super::{
    Allow, Cards, Config, Content, Drafts, Feeds, FullText, Limit, Posts, Site, UnknownTemplates,
};
use crate::feed;
use crate::post::Author;
use crate::post::dialect::{self, Dialect};
use crate::post::front_matter::toml_help;
use crate::report::{Finding, Level, Source};
use crate::site::Facts;
use crate::{card, draft, nearly};

/// After this many keys that cannot be read, the others are not looked at.
const MOST_SLIPS: usize = 50;

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    site: SiteTable,
    posts: PostsTable,
    feeds: FeedsTable,
    drafts: DraftsTable,
    cards: Option<CardsTable>,
    ids: BTreeMap<String, String>,
    rules: BTreeMap<Spanned<String>, Spanned<String>>,
    allow: Vec<Allow>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct SiteTable {
    title: Option<Spanned<String>>,
    url: Option<Spanned<String>>,
    language: Option<Spanned<String>>,
    timezone: Option<Spanned<String>>,
    author: Option<OneOrMore>,
    description: Option<String>,
    id_base: Option<Spanned<String>>,
    rights: Option<String>,
    built: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(
    untagged,
    expecting = "expected a name, a table with `name`, `url`, `email`, or a list of those"
)]
enum OneOrMore {
    One(Person),
    More(Vec<Person>),
}

#[derive(Deserialize)]
#[serde(
    untagged,
    expecting = "expected a name or a table with `name`, `url`, `email`"
)]
enum Person {
    Name(String),
    Table {
        name: String,
        url: Option<String>,
        email: Option<String>,
    },
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct PostsTable {
    dir: Option<Spanned<String>>,
    permalink: Option<Spanned<String>>,
    dialect: Option<Spanned<String>>,
    content: Option<Spanned<String>>,
    unknown_templates: UnknownTemplates,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct FeedsTable {
    dir: Option<Spanned<String>>,
    formats: Option<Vec<Spanned<String>>>,
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

/// Whether posts are parted by something into feeds of their own.
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

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct DraftsTable {
    dir: Option<Spanned<String>>,
    networks: Option<Vec<Spanned<String>>>,
    limit: Option<usize>,
    utm: draft::settings::Utm,
    templates: BTreeMap<String, BTreeMap<String, draft::settings::Template>>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct CardsTable {
    dir: Option<Spanned<String>>,
    url: Option<Spanned<String>>,
    template: Option<Spanned<String>>,
    fonts: Vec<Spanned<String>>,
    family: Option<String>,
    background: Option<Spanned<String>>,
    text: Option<Spanned<String>>,
    accent: Option<Spanned<String>>,
    portrait: bool,
    sessions: bool,
    attach: Option<bool>,
}

pub(super) fn built_in() -> Config {
    let source = Source::new(super::FILE, "");
    let url = Url::parse("https://example.org/").expect("a constant address");
    Config {
        site: Site {
            title: "example.org".to_owned(),
            url: url.clone(),
            language: None,
            timezone: Tz::UTC,
            authors: Vec::new(),
            description: None,
            id_base: None,
            rights: None,
            built: None,
        },
        posts: Posts {
            dir: "posts".to_owned(),
            permalink: None,
            dialect: dialect::plain(),
            unknown_templates: UnknownTemplates::default(),
            content: Content::default(),
        },
        feeds: Feeds {
            dir: "feeds".to_owned(),
            formats: feed::FORMATS
                .iter()
                .map(|format| format.name().to_owned())
                .collect(),
            limit: Limit::Newest(20),
            full_text: FullText::Everywhere(true),
            url: url.join("feeds/").expect("a constant address"),
            parts: Vec::new(),
            archive: false,
            markdown: false,
            page: false,
            hub: None,
        },
        drafts: Drafts {
            dir: "drafts".to_owned(),
            settings: draft::Settings::default(),
        },
        cards: None,
        ids: BTreeMap::new(),
        levels: BTreeMap::new(),
        allow: Vec::new(),
        source,
    }
}

pub(super) fn parse(
    source: &Source,
    facts: &dyn Fn(&'static dyn Dialect, &str) -> Facts,
) -> Result<(Config, Facts), Vec<Finding>> {
    let (file, findings, left_out) = read(source)?;
    let mut reading = Reading {
        source,
        findings,
        left_out,
    };
    let mut config = built_in();
    config.source = source.clone();
    reading.posts(file.posts, file.site.built.is_some(), &mut config.posts);
    let facts = facts(config.posts.dialect, &config.posts.dir);
    reading.site(file.site, &facts, &mut config.site);
    reading.feeds(file.feeds, &config.site.url, &mut config.feeds);
    reading.drafts(file.drafts, &mut config.drafts);
    config.cards = (file.cards).map(|table| reading.cards(table, &config.site.url));
    config.levels = reading.levels(file.rules);
    config.ids = file.ids;
    config.allow = file.allow;
    if reading.findings.is_empty() {
        Ok((config, facts))
    } else {
        sort(&mut reading.findings);
        Err(reading.findings)
    }
}

/// In the order of the file.
fn sort(findings: &mut [Finding]) {
    findings.sort_by_key(|finding| finding.at.as_ref().map(|span| span.range.start));
}

/// Reads what can be read. What cannot is a finding, and its key is left out and named.
///
/// # Errors
/// Everything that is no TOML: of the rest of such a file nobody can tell what was meant.
fn read(source: &Source) -> Result<(File, Vec<Finding>, Vec<String>), Vec<Finding>> {
    let (mut table, errors) = DeTable::parse_recoverable(source.text());
    if !errors.is_empty() {
        let no_toml = |error: &Error| {
            let (words, at) = words_and_place(error);
            let mut finding = Finding::new(&CONFIG_SYNTAX, words).at(source.span(at.clone()));
            finding.help = toml_help(source.text(), at.start);
            finding
        };
        let mut findings: Vec<Finding> = errors.iter().map(no_toml).collect();
        sort(&mut findings);
        // What is said of a line after the first slip in it is mostly an echo.
        findings.dedup_by_key(|finding| finding.at.as_ref().map(|span| span.position().0));
        return Err(findings);
    }
    let (mut findings, mut left_out) = (Vec::new(), Vec::new());
    loop {
        let error = match File::deserialize(Deserializer::from(table.clone())) {
            Ok(file) => return Ok((file, findings, left_out)),
            Err(error) => error,
        };
        findings.push(unreadable(source, &error));
        match error.span().and_then(|at| leave_out(table.get_mut(), &at)) {
            Some(key) if left_out.len() < MOST_SLIPS => left_out.push(key),
            _ => return Err(findings),
        }
    }
}

/// Takes the key out that an error at `at` is about, and gives its name. Tables are as deep as the
/// parser lets them be.
fn leave_out(table: &mut DeTable<'_>, at: &Range<usize>) -> Option<String> {
    for value in table.iter_mut().map(|(_, value)| value.get_mut()) {
        let tables: Vec<&mut DeTable<'_>> = match value {
            DeValue::Table(table) => vec![table],
            DeValue::Array(items) => items
                .iter_mut()
                .filter_map(|item| match item.get_mut() {
                    DeValue::Table(table) => Some(table),
                    _ => None,
                })
                .collect(),
            _ => Vec::new(),
        };
        if let Some(key) = tables.into_iter().find_map(|table| leave_out(table, at)) {
            return Some(key);
        }
    }
    let covers = |span: Range<usize>| span.start <= at.start && at.end <= span.end;
    let (key, _) = table
        .iter()
        .find(|(key, value)| covers(key.span()) || covers(value.span()))?;
    let name = key.get_ref().to_string();
    table.remove(name.as_str());
    Some(name)
}

/// What serde said, as a finding.
fn unreadable(source: &Source, error: &Error) -> Finding {
    let (message, at) = words_and_place(error);
    let span = source.span(at);
    let named: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    if message.starts_with("unknown field")
        && let [unknown, known @ ..] = named.as_slice()
    {
        let help = nearly::meant(unknown, known.iter().copied()).map_or_else(
            || format!("write one of {}", known.join(", ")),
            |near| format!("did you mean `{near}`?"),
        );
        return Finding::new(
            &CONFIG_KEY,
            format!("`{unknown}` is no key that Afterword knows here"),
        )
        .at(span)
        .help(help);
    }
    let help = match (message.split_once("expected "), named.as_slice()) {
        (Some((_, "a string")), _) => "write text in quotes".to_owned(),
        (Some((_, "a boolean")), _) => "write `true` or `false`".to_owned(),
        (Some((_, expected)), _) => format!("write {expected}"),
        (None, [missing]) if message.starts_with("missing field") => {
            format!("write `{missing} = …` in this table")
        }
        _ => "write a value of the kind that this key takes".to_owned(),
    };
    Finding::new(&CONFIG_VALUE, message).at(span).help(help)
}

fn words_and_place(error: &Error) -> (String, Range<usize>) {
    let words = error.message().trim().replace('\n', "; ");
    (words, error.span().unwrap_or(0..0))
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

    fn missing(&mut self, key: &str, line: &str) {
        let meant = |gone: &String| gone == key || nearly::meant(gone, [key]).is_some();
        if self.left_out.iter().any(meant) {
            return;
        }
        self.findings.push(
            Finding::new(&CONFIG_MISSING, format!("`[site]` has no `{key}`"))
                .at(self.source.start())
                .help(format!("write `{line}` under `[site]`")),
        );
    }

    fn site(&mut self, table: SiteTable, facts: &Facts, site: &mut Site) {
        match (table.title, &facts.title) {
            (Some(title), _) => site.title = title.into_inner(),
            (None, Some(title)) => site.title.clone_from(title),
            (None, None) => self.missing("title", "title = \"Field notes\""),
        }
        match (table.url, facts.url.as_deref().and_then(address)) {
            (Some(url), _) => {
                if let Some(url) = self.address(&url) {
                    site.url = url;
                }
            }
            (None, Some(url)) => site.url = url,
            (None, None) => self.missing("url", "url = \"https://example.org/\""),
        }
        site.language.clone_from(&facts.language);
        site.timezone = facts.zone.unwrap_or(Tz::UTC);
        if let Some(language) = table.language {
            if oxilangtag::LanguageTag::parse(language.get_ref().as_str()).is_ok() {
                site.language = Some(language.into_inner());
            } else {
                self.wrong(
                    language.span(),
                    format!("{:?} is no language tag", language.get_ref()),
                    "write a BCP 47 tag such as \"en\" or \"pt-BR\"",
                );
            }
        }
        if let Some(zone) = table.timezone {
            match zone.get_ref().parse() {
                Ok(zone) => site.timezone = zone,
                Err(_) => self.wrong(
                    zone.span(),
                    format!("{:?} is no time zone", zone.get_ref()),
                    "write a name of the time zone database such as \"Europe/Berlin\", or \"UTC\"",
                ),
            }
        }
        if let Some(id_base) = table.id_base {
            if Url::parse(id_base.get_ref()).is_ok() {
                site.id_base = Some(id_base.into_inner());
            } else {
                self.wrong(
                    id_base.span(),
                    format!("entry ids cannot begin with {:?}", id_base.get_ref()),
                    "write a tag URI such as \"tag:example.org,2026:\"",
                );
            }
        }
        site.authors = match table.author {
            None => facts
                .author
                .iter()
                .map(|name| author(Person::Name(name.clone())))
                .collect(),
            Some(OneOrMore::One(person)) => vec![author(person)],
            Some(OneOrMore::More(people)) => people.into_iter().map(author).collect(),
        };
        site.description = table.description.or_else(|| facts.description.clone());
        site.rights = table.rights;
        if table.built.is_some() {
            let mut folder = String::new();
            self.folder(table.built, &mut folder);
            site.built = Some(folder);
        }
    }

    /// `has_site`: whether the folder of the built site is known.
    fn posts(&mut self, table: PostsTable, has_site: bool, posts: &mut Posts) {
        self.folder(table.dir, &mut posts.dir);
        posts.permalink = table.permalink.map(Spanned::into_inner);
        if let Some(name) = table.dialect {
            if let Some(dialect) = dialect::named(name.get_ref()) {
                posts.dialect = dialect;
            } else {
                let known: Vec<&str> = dialect::DIALECTS
                    .iter()
                    .map(|dialect| dialect.name())
                    .collect();
                self.wrong(
                    name.span(),
                    format!(
                        "{:?} is no site generator that Afterword knows",
                        name.get_ref()
                    ),
                    format!("write one of {}", known.join(", ")),
                );
            }
        }
        posts.unknown_templates = table.unknown_templates;
        if let Some(content) = table.content {
            match content.get_ref().as_str() {
                "source" => posts.content = Content::Source,
                "rendered" => {
                    posts.content = Content::Rendered;
                    if !has_site {
                        let help = posts.dialect.built_dir().map_or_else(
                            || "name the folder: `built = \"_site\"` under `[site]`".to_owned(),
                            |folder| format!("write `built = \"{folder}\"` under `[site]`, or where else {} writes the site", posts.dialect.name()),
                        );
                        self.wrong(
                            content.span(),
                            "rendered content is taken from the built site, and nothing says where that lies".to_owned(),
                            help,
                        );
                    }
                }
                other => self.wrong(
                    content.span(),
                    format!("content cannot come from {other:?}"),
                    "write \"source\" (the posts' own Markdown) or \"rendered\" (the pages of the built site)",
                ),
            }
        }
    }

    fn feeds(&mut self, table: FeedsTable, site: &Url, feeds: &mut Feeds) {
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

    /// Makes sure that the formats of the full text are formats.
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
        self.wrong(
            range,
            format!("{name:?} is no feed format"),
            format!("write one of {}", known.join(", ")),
        );
    }

    /// An absolute http address with a final `/`.
    fn address(&mut self, written: &Spanned<String>) -> Option<Url> {
        let url = address(written.get_ref());
        if url.is_none() {
            let bare = written.get_ref().trim_matches('/');
            let help = if bare.contains("://") {
                "write the address that people see, beginning with https://".to_owned()
            } else {
                format!("write \"https://{bare}/\"")
            };
            self.wrong(
                written.span(),
                format!("{:?} is no absolute web address", written.get_ref()),
                help,
            );
        }
        url
    }

    /// An absolute http address as it is.
    fn link(&mut self, written: &Spanned<String>) -> Option<Url> {
        let url = Url::parse(written.get_ref())
            .ok()
            .filter(|url| matches!(url.scheme(), "http" | "https"));
        if url.is_none() {
            self.wrong(
                written.span(),
                format!("{:?} is no absolute web address", written.get_ref()),
                "write the whole address, beginning with https://",
            );
        }
        url
    }

    fn drafts(&mut self, table: DraftsTable, drafts: &mut Drafts) {
        self.folder(table.dir, &mut drafts.dir);
        let settings = &mut drafts.settings;
        for network in table.networks.iter().flatten() {
            if draft::network::named(network.get_ref()).is_none() {
                let known: Vec<&str> = draft::NETWORKS
                    .iter()
                    .map(|network| network.name())
                    .collect();
                self.wrong(
                    network.span(),
                    format!("{:?} is no network that Afterword knows", network.get_ref()),
                    format!("write one of {}", known.join(", ")),
                );
            }
        }
        settings.networks = table
            .networks
            .map(|names| names.into_iter().map(Spanned::into_inner).collect());
        if let Some(limit) = table.limit {
            settings.limit = limit;
        }
        settings.utm = table.utm;
        settings.templates = table.templates;
    }

    fn cards(&mut self, table: CardsTable, site: &Url) -> Cards {
        if !cfg!(feature = "cards") {
            self.findings.push(
                Finding::new(&CONFIG_VALUE, "this afterword was built without cards")
                    .at(self.source.start())
                    .help("build it with `--features cards`, or leave `[cards]` out"),
            );
        }
        let mut dir = "cards".to_owned();
        self.folder(table.dir, &mut dir);
        let file = |reading: &mut Self, written: Spanned<String>| {
            let mut path = String::new();
            reading.folder(Some(written), &mut path);
            path
        };
        let template = table.template.map(|template| file(self, template));
        let fonts = table.fonts.into_iter().map(|font| file(self, font));
        let fonts = fonts.collect();
        let mut colours = card::Colours::default();
        for (written, colour) in [
            (table.background, &mut colours.background),
            (table.text, &mut colours.text),
            (table.accent, &mut colours.accent),
        ] {
            match written {
                Some(written) if card::is_colour(written.get_ref()) => {
                    *colour = written.into_inner();
                }
                Some(written) => self.wrong(
                    written.span(),
                    format!("{:?} is no colour", written.get_ref()),
                    "write six digits behind a #: \"#10262b\"",
                ),
                None => {}
            }
        }
        let served = || {
            site.join(&format!("{dir}/"))
                .unwrap_or_else(|_| site.clone())
        };
        Cards {
            url: (table.url)
                .and_then(|url| self.address(&url))
                .unwrap_or_else(served),
            template,
            fonts,
            family: table.family,
            colours,
            portrait: table.portrait,
            sessions: table.sessions,
            attach: table.attach.unwrap_or(true),
            dir,
        }
    }

    /// A folder inside the project.
    fn folder(&mut self, written: Option<Spanned<String>>, folder: &mut String) {
        let Some(written) = written else { return };
        let path = written.get_ref().trim_end_matches('/');
        let path = path.strip_prefix("./").unwrap_or(path);
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
                "write a path inside the folder of afterword.toml, such as \"posts\"",
            );
        }
    }

    fn levels(
        &mut self,
        rules: BTreeMap<Spanned<String>, Spanned<String>>,
    ) -> BTreeMap<String, Option<Level>> {
        let mut levels = BTreeMap::new();
        for (name, level) in rules {
            if crate::rules::find(name.get_ref()).is_none() {
                let near = nearly::meant(name.get_ref(), crate::rules::all().map(|rule| rule.name));
                self.wrong(
                    name.span(),
                    format!("there is no rule {:?}", name.get_ref()),
                    near.map_or_else(
                        || "`afterword explain` lists the rules".to_owned(),
                        |near| format!("did you mean {near:?}?"),
                    ),
                );
                continue;
            }
            let Some(level) = Level::named(level.get_ref()) else {
                self.wrong(
                    level.span(),
                    format!("{:?} is no level", level.get_ref()),
                    "write \"error\", \"warning\", \"info\" or \"off\"",
                );
                continue;
            };
            levels.insert(name.into_inner(), level);
        }
        levels
    }
}

/// `text` as an absolute web address with a final `/`.
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

fn author(person: Person) -> Author {
    match person {
        Person::Name(name) => Author {
            name,
            url: None,
            email: None,
        },
        Person::Table { name, url, email } => Author { name, url, email },
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::keys::{Form, Key, TABLES};
    use super::super::{Config, FILE};
    use super::File;
    use crate::report::Source;

    /// The keys that serde knows: what it offers in place of one that nobody has.
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
        let why = "src/config/keys.rs explains every key of src/config/file.rs";
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
