//! `[site]`

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;
use url::Url;

use super::{Reading, parsed_site_url};
use crate::config::{Site, place, schema};
use crate::generator::Facts;
use crate::post::{Author, Zone, zone};
use crate::report::Finding;
use crate::rules::configuration::CONFIG_MISSING;
use crate::validate::{is_language, is_tag};
use crate::{nearly, read};

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct SiteTable {
    /// The site's name, and the title of its feeds.
    #[schemars(with = "String", extend("x-default" = "what the site generator's configuration says", "x-example" = "\"Field notes\""))]
    title: Option<Spanned<String>>,
    /// The site's URL. Every relative link is made absolute with it.
    #[schemars(schema_with = "schema::url", extend("x-default" = "what the site generator's configuration says", "x-example" = "\"https://example.org/\""))]
    url: Option<Spanned<String>>,
    /// The language of the site as a BCP 47 tag. A post may set another one.
    #[schemars(with = "String", extend("x-default" = "what the site generator's configuration says, else none", "x-example" = "\"en\""))]
    language: Option<Spanned<String>>,
    /// The time zone of dates without one, by its name in the time zone database; the machine's own
    /// zone is never used.
    #[schemars(with = "String", extend("x-default" = "what the site generator's configuration says, else `\"UTC\"`", "x-example" = "\"Europe/Berlin\""))]
    timezone: Option<Spanned<String>>,
    /// The author of every post that names none.
    #[schemars(with = "OneOrMore", extend("x-default" = "what the site generator's configuration says, else none", "x-example" = "{ name = \"Ada Sample\", url = \"https://ada.example/\" }"))]
    author: Option<OneOrMore>,
    /// What the site is about, in a sentence.
    #[schemars(with = "String", extend("x-default" = "what the site generator's configuration says, else the title", "x-example" = "\"Notes from conferences and meetups\""))]
    description: Option<String>,
    /// The prefix of entry ids, usually a tag URI (RFC 4151). `afterword init` chooses it. Never
    /// change it: readers would show every post as new.
    #[schemars(with = "String", extend("x-default" = "none: an entry's id is then its URL", "x-example" = "\"tag:example.org,2026:\""))]
    id_base: Option<Spanned<String>>,
    /// The folder of the generated site, inside the folder of `afterword.toml`. `content =
    /// "rendered"` takes entries from there, and `check` makes sure that its pages link to the
    /// feeds.
    #[schemars(with = "String", extend("x-default" = "none", "x-example" = "\"public\""))]
    pub(super) built: Option<Spanned<String>>,
    /// A copyright line for the feeds.
    #[schemars(with = "String", extend("x-default" = "none", "x-example" = "\"CC BY 4.0\""))]
    rights: Option<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(
    untagged,
    expecting = "expected a name, a table with `name`, `url`, `email`, or a list of those"
)]
enum OneOrMore {
    One(Person),
    More(Vec<Person>),
}

#[derive(Deserialize, JsonSchema)]
#[serde(untagged, expecting = "expected a name or a table with `name`, `url`, `email`")]
enum Person {
    Name(String),
    Table { name: String, url: Option<String>, email: Option<String> },
}

impl Reading<'_> {
    pub(super) fn site(&mut self, table: SiteTable, facts: &Facts, site: &mut Site) {
        match (table.title, &facts.title) {
            (Some(title), _) => {
                if title.get_ref().trim().is_empty() {
                    let help = "write the site's title, which readers see in their list of feeds";
                    self.wrong(title.span(), "the title is empty".to_owned(), help);
                }
                site.title = title.into_inner();
            }
            (None, Some(title)) => site.title.clone_from(title),
            (None, None) => self.missing("title", "title = \"Field notes\""),
        }
        match (table.url, facts.url.as_deref().and_then(parsed_site_url)) {
            (Some(url), _) => {
                if let Some(url) = self.site_url(&url) {
                    site.url = url;
                }
            }
            (None, Some(url)) => site.url = url,
            (None, None) => self.missing("url", "url = \"https://example.org/\""),
        }
        site.language.clone_from(&facts.language);
        site.timezone = facts.zone.unwrap_or(Zone::UTC);
        if let Some(language) = table.language {
            if is_language(language.get_ref()) {
                site.language = Some(language.into_inner());
            } else {
                self.wrong(
                    language.span(),
                    format!("{:?} is not a language tag", language.get_ref()),
                    read::meant_language(language.get_ref()).map_or_else(
                        || "write a BCP 47 tag such as \"en\" or \"pt-BR\"".to_owned(),
                        |tag| format!("write {tag:?}"),
                    ),
                );
            }
        }
        if let Some(zone) = table.timezone {
            match Zone::named(zone.get_ref()) {
                Some(zone) => site.timezone = zone,
                None => self.wrong(
                    zone.span(),
                    format!("{:?} is not a time zone", zone.get_ref()),
                    zone::meant(zone.get_ref()).map_or_else(
                        || "write a name of the time zone database such as \"Europe/Berlin\", or \"UTC\"".to_owned(),
                        |name| format!("write {name:?}"),
                    ),
                ),
            }
        }
        if let Some(id_base) = table.id_base {
            // The rest of an id is the key of a post.
            let id = format!("{}key", id_base.get_ref());
            if Url::parse(&id).is_ok() && (is_tag(&id) || !id.starts_with("tag:")) {
                site.id_base = Some(id_base.into_inner());
            } else {
                self.wrong(
                    id_base.span(),
                    format!("entry ids cannot begin with {:?}", id_base.get_ref()),
                    format!(
                        "write a tag URI such as \"tag:{},2026:\"",
                        site.url.host_str().unwrap_or("example.org")
                    ),
                );
            }
        }
        site.authors = match table.author {
            None => facts.author.iter().map(|name| author(Person::Name(name.clone()))).collect(),
            Some(OneOrMore::One(person)) => vec![author(person)],
            Some(OneOrMore::More(people)) => people.into_iter().map(author).collect(),
        };
        let web = |text: &str| {
            let url = Url::parse(text).ok();
            url.filter(|url| matches!(url.scheme(), "http" | "https" | "mailto"))
        };
        for url in place::author_urls(self.source.text()) {
            self.url(&url, "an http or https URL", web);
        }
        site.description = table.description.or_else(|| facts.description.clone());
        site.rights = table.rights;
        if table.built.is_some() {
            let mut folder = String::new();
            self.folder(table.built, &mut folder);
            site.built = Some(folder);
        }
    }

    fn missing(&mut self, key: &str, line: &str) {
        // The key is there but misspelt, or its table is.
        let names = [key, "site"];
        let meant = |gone: &String| {
            gone == key || gone.eq_ignore_ascii_case("site") || nearly::meant(gone, names).is_some()
        };
        if self.left_out.iter().any(meant) {
            return;
        }
        self.findings.push(
            Finding::new(&CONFIG_MISSING, format!("`[site]` has no `{key}`"))
                .at(self.source.start())
                .help(format!("write `{line}` under `[site]`")),
        );
    }
}

fn author(person: Person) -> Author {
    match person {
        Person::Name(name) => Author { name, url: None, email: None },
        Person::Table { name, url, email } => Author { name, url, email },
    }
}
