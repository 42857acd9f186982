//! The file as it is written, and what becomes of it.

use std::collections::BTreeMap;
use std::ops::Range;

use chrono_tz::Tz;
use serde::Deserialize;
use toml::Spanned;
use url::Url;

use super::rules::{CONFIG_KEY, CONFIG_MISSING, CONFIG_SYNTAX, CONFIG_VALUE};
use super::{Allow, Cards, Config, Drafts, Feeds, Limit, Posts, Site, UnknownTemplates};
use crate::feed;
use crate::post::Author;
use crate::post::dialect::{self, Dialect};
use crate::report::{Finding, Level, Rule, Source};
use crate::site::Facts;
use crate::{card, draft, nearly};

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
    full_text: Option<bool>,
    url: Option<Spanned<String>>,
    tags: bool,
    authors: bool,
    hub: Option<Spanned<String>>,
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
    networks: Vec<Spanned<String>>,
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
        },
        posts: Posts {
            dir: "posts".to_owned(),
            permalink: None,
            dialect: dialect::plain(),
            unknown_templates: UnknownTemplates::default(),
        },
        feeds: Feeds {
            dir: "feeds".to_owned(),
            formats: feed::FORMATS
                .iter()
                .map(|format| format.name().to_owned())
                .collect(),
            limit: Limit::Newest(20),
            full_text: true,
            url: url.join("feeds/").expect("a constant address"),
            tags: false,
            authors: false,
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
    let file: File =
        toml::from_str(source.text()).map_err(|error| vec![unreadable(source, &error)])?;
    let mut reading = Reading {
        source,
        findings: Vec::new(),
    };
    let mut config = built_in();
    config.source = source.clone();
    reading.posts(file.posts, &mut config.posts);
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
        Err(reading.findings)
    }
}

/// What the TOML parser or serde said, as a finding.
fn unreadable(source: &Source, error: &toml::de::Error) -> Finding {
    let message = error.message().trim().replace('\n', "; ");
    let span = source.span(error.span().unwrap_or(0..0));
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
    let typed = message.starts_with("invalid type")
        || message.starts_with("expected")
        || message.starts_with("unknown variant");
    let rule: &'static Rule = if typed { &CONFIG_VALUE } else { &CONFIG_SYNTAX };
    Finding::new(rule, message).at(span)
}

struct Reading<'a> {
    source: &'a Source,
    findings: Vec<Finding>,
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
    }

    fn posts(&mut self, table: PostsTable, posts: &mut Posts) {
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
        if let Some(content) = table.content
            && content.get_ref() != "source"
        {
            self.wrong(
                content.span(),
                format!("content cannot come from {:?}", content.get_ref()),
                "write \"source\": content is rendered from the posts' own Markdown",
            );
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
            let known: Vec<&str> = feed::FORMATS.iter().map(|format| format.name()).collect();
            for format in &formats {
                if !known.contains(&format.get_ref().as_str()) {
                    self.wrong(
                        format.span(),
                        format!("{:?} is no feed format", format.get_ref()),
                        format!("write one of {}", known.join(", ")),
                    );
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
        feeds.full_text = table.full_text.unwrap_or(true);
        feeds.tags = table.tags;
        feeds.authors = table.authors;
        feeds.hub = table.hub.and_then(|hub| self.link(&hub));
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
        for network in &table.networks {
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
            .into_iter()
            .map(Spanned::into_inner)
            .collect();
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
        let mut file = |reading: &mut Self, written: Spanned<String>| {
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
                Some(written) if card::is_colour(written.get_ref()) => *colour = written.into_inner(),
                Some(written) => self.wrong(
                    written.span(),
                    format!("{:?} is no colour", written.get_ref()),
                    "write six digits behind a #: \"#10262b\"",
                ),
                None => {}
            }
        }
        let served = || site.join(&format!("{dir}/")).unwrap_or_else(|_| site.clone());
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
