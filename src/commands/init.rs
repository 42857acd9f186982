//! `afterword init`: detects the site and writes a commented `afterword.toml`.

use std::collections::BTreeSet;
use std::fmt::Write;

use url::Url;

use super::shell::{Exit, Shell, plural};
use super::source;
use crate::cli::Init;
use crate::config::{self, Config, Limit};
use crate::draft::{NETWORKS, People};
use crate::generator::{self, Dialect, Facts};
use crate::markdown::Place;
use crate::project::{Project, Stop, compose, identity, window};
use crate::recap;
use crate::report::Source;
use crate::site::kept::{self, Candidate};
use crate::site::{self, Survey};
use crate::tree::{Tree, under};

pub(super) fn run(shell: &Shell, init: &Init) -> Result<Exit, Stop> {
    let tree = source::worktree(shell)?;
    let survey = site::survey(&tree, init.dialect.as_deref().map(named).transpose()?)?;
    let mut file = written(init, &survey, "en")?;
    let (config, facts) = parse(&Source::new(config::FILE, file.as_str()), &survey)?;
    if let Some(language) = language(&tree, config, facts)? {
        file = written(init, &survey, &language)?;
    }
    if let Some(feed) = &init.keep_ids {
        let kept = ids(shell, &tree, &survey, &file, feed)?;
        file.push_str(&kept);
    }
    let source = Source::new(config::FILE, file);
    parse(&source, &survey)?;
    source::create(shell, config::FILE, source.text())?;
    for sentence in &survey.why {
        shell.say(sentence);
    }
    shell.say(&format!("{}: written; look it over, then run `afterword build`", config::FILE));
    Ok(Exit::Clean)
}

/// The language of the newest post, for the feeds.
fn language(tree: &dyn Tree, mut config: Config, facts: Facts) -> Result<Option<String>, Stop> {
    config.feeds.limit = Limit::Newest(1);
    let project = Project::with(tree, config, facts, People::default());
    let newest = window::newest(&project)?;
    Ok(newest.map(|ready| {
        let document = project.document(&ready.post, Place::new(&ready.permalink, ""));
        recap::understand(&ready.post, &document).language
    }))
}

fn parse(source: &Source, survey: &Survey) -> Result<(Config, Facts), Stop> {
    Config::beside(source, &|_, _| survey.facts.clone()).map_err(Stop::Config)
}

/// The `[ids]` table that keeps the ids of `feed`.
fn ids(
    shell: &Shell,
    tree: &dyn Tree,
    survey: &Survey,
    file: &str,
    feed: &str,
) -> Result<String, Stop> {
    let published = identity::read(&source::read(feed)?)
        .ok_or_else(|| Stop::Failed(format!("{feed}: is not a readable RSS, Atom or JSON feed")))?;
    let (mut config, facts) = parse(&Source::new(config::FILE, file), survey)?;
    config.feeds.limit = Limit::All;
    let project = Project::with(tree, config, facts, People::default());
    let posts: Vec<Candidate> =
        window::read(&project, &compose::Options::default(), &BTreeSet::new())?
            .posts
            .into_iter()
            .map(|ready| Candidate {
                key: ready.post.key.clone(),
                permalink: ready.permalink,
                title: (ready.post.head.title.as_ref())
                    .map_or_else(String::new, |title| title.value.clone()),
                date: ready.published,
            })
            .collect();
    let kept = kept::keep(&published, &posts);
    shell.say(&format!(
        "{feed} has {}, {} of them found among the posts",
        plural(published.len(), "entry"),
        kept.matched
    ));
    for title in &kept.lost {
        shell.say(&format!("no post is the entry {title:?}"));
    }
    for title in &kept.unusable {
        shell.say(&format!(
            "the id of {title:?} is not a URI, which Atom requires; readers will see it as new"
        ));
    }
    if kept.ids.is_empty() {
        return Ok(String::new());
    }
    let mut table =
        String::from("\n# Ids that readers know from the feed before; never change them.\n[ids]\n");
    for (key, id) in &kept.ids {
        let _ = writeln!(
            table,
            "{} = {}",
            toml::Value::from(key.as_str()),
            toml::Value::from(id.as_str())
        );
    }
    Ok(table)
}

fn named(name: &str) -> Result<&'static Dialect, Stop> {
    generator::named(name).ok_or_else(|| {
        let known = generator::DIALECTS.iter().map(|dialect| dialect.name);
        source::not_one_of(name, "a known site generator", known)
    })
}

/// The new file. Values of the generator's configuration stay there and are shown as comments.
fn written(init: &Init, survey: &Survey, language: &str) -> Result<String, Stop> {
    let facts = &survey.facts;
    let own = init.url.as_deref().map(|url| with_base(url, facts));
    let url = own.as_deref().or(facts.url.as_deref()).ok_or_else(|| {
        Stop::Failed(
            "the site's URL is not configured; run `afterword init --url https://example.org/`"
                .to_owned(),
        )
    })?;
    let host = Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned)).ok_or_else(
        || Stop::Failed(format!("{url:?} is not a URL; write it as https://example.org/")),
    )?;
    let mut file = String::from("# Afterword: feeds and social-post drafts from recap posts.\n");
    for sentence in &survey.why {
        let _ = writeln!(file, "# {}.", sentence.replace(['\n', '\r'], " "));
    }
    file.push_str("\n[site]\n");
    let built = survey.dialect.built_dir.map(|built| under(&facts.root, built));
    let mut line = |key: &str, own: Option<&str>, theirs: Option<&str>| {
        let (mark, value) = match (own, theirs) {
            (Some(own), _) => ("", own),
            (None, Some(theirs)) => ("# ", theirs),
            (None, None) => return,
        };
        let _ = writeln!(file, "{mark}{key} = {}", toml::Value::from(value));
    };
    let title = init.title.as_deref().or_else(|| facts.title.is_none().then_some(host.as_str()));
    line("title", title, facts.title.as_deref());
    line("url", own.as_deref(), facts.url.as_deref());
    let own = facts.language.is_none().then_some(language);
    line("language", own, facts.language.as_deref());
    line("timezone", None, Some(survey.zone().name()));
    line("author", None, facts.author.as_deref().or(Some("Your name")));
    if let Some(built) = built {
        let _ = writeln!(
            file,
            "# built = {}  # the built site: `check` looks there for links to the feeds",
            toml::Value::from(built)
        );
    }
    let _ = writeln!(
        file,
        "# What entry ids begin with. Never change it: readers would see every post as new.\nid_base = {}",
        toml::Value::from(format!("tag:{host},{}:", year()))
    );
    let _ = writeln!(
        file,
        "\n[posts]\ndir = {}\ndialect = {}",
        toml::Value::from(folder(&survey.posts_dir)),
        toml::Value::from(survey.dialect.name)
    );
    if survey.dialect.is_strict {
        file.push_str("# permalink = \"/:key/\"  # where each post's page is\n");
    }
    let _ = writeln!(file, "\n[feeds]\ndir = {}", toml::Value::from(folder(&survey.feeds_dir)));
    if survey.feeds_path.trim_end_matches('/') != survey.feeds_dir {
        let site = if url.ends_with('/') { url.to_owned() } else { format!("{url}/") };
        let _ = writeln!(
            file,
            "url = {}  # where the folder is served",
            toml::Value::from(format!("{site}{}", survey.feeds_path))
        );
    }
    file.push_str(FEED_CHOICES);
    let networks: Vec<&str> = NETWORKS.iter().map(|network| network.name).collect();
    let _ = writeln!(
        file,
        "\n[drafts]\ndir = {}\n# networks = {}",
        toml::Value::from(folder(&survey.drafts_dir)),
        toml::Value::from(networks)
    );
    Ok(file)
}

/// A URL without a path, extended by the path under which the generator serves the site.
fn with_base(url: &str, facts: &Facts) -> String {
    let url = &if url.contains("://") { url.to_owned() } else { format!("https://{url}") };
    let path = |url: &str| Url::parse(url).map(|url| url.path().to_owned()).ok();
    let theirs = facts.url.as_deref().and_then(path);
    let base = theirs.or_else(|| facts.variables.get("site.baseurl").cloned());
    let base = base.unwrap_or_default();
    if path(url).is_some_and(|path| path == "/") && !base.trim_matches('/').is_empty() {
        format!("{}/{}/", url.trim_end_matches('/'), base.trim_matches('/'))
    } else {
        url.to_owned()
    }
}

/// The options of feeds, with their defaults.
const FEED_CHOICES: &str = "\
# formats = [\"rss\", \"atom\", \"json\"]
# limit = 20  # or \"all\"
# full_text = true  # or the formats that have it: [\"atom\", \"json\"]
# archive = false  # pages of older entries (RFC 5005)
# tags = false  # feeds of their own for each; so for categories, series, authors, languages
";

/// A folder as in the configuration; the project's own is `.`.
fn folder(path: &str) -> &str {
    if path.is_empty() { "." } else { path }
}

/// The year for the prefix of ids.
fn year() -> i32 {
    use chrono::Datelike;
    super::today().year()
}
