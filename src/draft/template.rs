//! Custom wording: minijinja templates of `[drafts.templates]` (<https://docs.rs/minijinja>), one for
//! each kind of post, with the same guarantees as the built-in wording: the template chooses the words,
//! fitting chooses how much.

use std::cell::RefCell;
use std::collections::BTreeMap;

use minijinja::{AutoEscape, Value, context};

use super::fit::{Content, Kind, Line};
use super::network::{NETWORKS, Network, named};
use super::rules::{NETWORK_NAME, TEMPLATE};
use super::settings::{Settings, Template};
use crate::fill::fill;
use crate::language::wording::{self, Wording};
use crate::report::Finding;

/// The template's budget: a loop over a hundred sessions takes a few thousand steps.
const FUEL: u64 = 50_000;

/// The name of templates for every network.
const EVERY: &str = "all";

/// The templates for a network and language.
pub struct Templates<'a> {
    /// By the name of the kind of post.
    sources: BTreeMap<&'static str, &'a str>,
    network: &'static str,
    wording: &'static Wording,
    facts: Facts,
    /// The error messages of rendering, with the template.
    failed: RefCell<BTreeMap<String, Finding>>,
}

/// The variables of every post of a draft.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// The post's title.
    pub title: String,
    /// The event's name.
    pub event: String,
    /// Where it was.
    pub place: String,
    /// When it was, in words.
    pub days: String,
}

impl<'a> Templates<'a> {
    /// The templates for `network` and `language`, the most specific first: network and language,
    /// network, every network and language, every network. Invalid ones are reported and left out.
    pub fn of(
        settings: &'a Settings,
        network: &Network,
        language: &str,
        facts: Facts,
    ) -> (Self, Vec<Finding>) {
        let wording = wording::of(language);
        let mut sources = BTreeMap::new();
        if !settings.templates.is_empty() {
            let known = |kind| Some((kind, find(settings, network.name, language, kind)?));
            sources.extend(Kind::NAMES.iter().filter_map(|(kind, _)| known(*kind)));
        }
        let mut templates =
            Self { sources, network: network.name, wording, facts, failed: RefCell::default() };
        let mut findings = Vec::new();
        // Try each template with a post of its kind.
        let line =
            Line { speakers: vec!["A".to_owned()], title: "T".to_owned(), ..Line::default() };
        for (name, kind) in Kind::NAMES {
            let sample =
                Content { kind: *kind, sessions: vec![line.clone()], ..Content::default() };
            if let Some(Err(error)) = templates.try_render(&sample) {
                findings.push(wrong(network.name, name, &error));
                templates.sources.remove(name);
            }
        }
        (templates, findings)
    }

    /// The post in custom wording; `None` where there is no template for it or it fails, which
    /// [`Templates::failures`] reports.
    pub fn render(&self, content: &Content) -> Option<String> {
        match self.try_render(content)? {
            Ok(text) => Some(text),
            Err(error) => {
                let finding = wrong(self.network, content.kind.name(), &error);
                let mut failed = self.failed.borrow_mut();
                failed.insert(finding.message.clone(), finding);
                None
            }
        }
    }

    /// The errors of rendering.
    pub fn failures(&self) -> Vec<Finding> {
        self.failed.borrow().values().cloned().collect()
    }

    fn try_render(&self, content: &Content) -> Option<Result<String, minijinja::Error>> {
        let source = self.sources.get(content.kind.name())?;
        let first = content.sessions.first().cloned().unwrap_or_default();
        let sessions: Vec<Value> =
            content.sessions.iter().chain(&content.others).map(|line| self.session(line)).collect();
        let words = context! {
            title => self.facts.title.as_str(),
            event => self.facts.event.as_str(),
            place => self.facts.place.as_str(),
            days => self.facts.days.as_str(),
            headline => content.headline.as_str(),
            hook => content.hook.as_str(),
            session => self.session(&first),
            sessions => sessions,
            more => content.more,
            invitation => content.invitation.as_str(),
            link => content.link.as_str(),
            tags => content.tags.join(" "),
        };
        Some(fill(source, words, FUEL, AutoEscape::None))
    }

    fn session(&self, line: &Line) -> Value {
        let quoted =
            if line.title.is_empty() { String::new() } else { self.wording.quote(&line.title) };
        context! {
            speakers => self.wording.list_and_more(&line.speakers, line.more),
            title => line.title.as_str(),
            quoted => quoted,
            takeaway => line.takeaway.as_str(),
        }
    }
}

fn find<'a>(settings: &'a Settings, network: &str, language: &str, kind: &str) -> Option<&'a str> {
    let primary = language.split(['-', '_']).next().unwrap_or_default();
    [network, EVERY].into_iter().find_map(|network| {
        let templates = settings.templates.get(network)?;
        let of_language = |language: &str| match templates.get(language) {
            Some(Template::Language(parts)) => parts.get(kind).map(String::as_str),
            _ => None,
        };
        of_language(language).or_else(|| of_language(primary)).or_else(|| {
            match templates.get(kind) {
                Some(Template::Part(template)) => Some(template.as_str()),
                _ => None,
            }
        })
    })
}

fn wrong(network: &str, kind: &str, error: &minijinja::Error) -> Finding {
    let why = error.detail().map_or_else(|| error.kind().to_string(), str::to_owned);
    let line = error.line().map_or_else(String::new, |line| format!(" in line {line}"));
    Finding::new(&TEMPLATE, format!("the template `{kind}` for {network} cannot be used{line}: {why}")).help(
        "a template may use title, event, place, days, headline, hook, session, sessions, more, invitation, link and tags; \
         a session has speakers, title, quoted and takeaway",
    )
}

/// Checks the settings of drafts: unknown networks and kinds of posts, and invalid templates.
pub fn check(settings: &Settings) -> Vec<Finding> {
    let known: Vec<&str> = NETWORKS.iter().map(|network| network.name).collect();
    let unknown = |name: &str| {
        let message = format!("`{name}` is not a network of drafts");
        Finding::new(&NETWORK_NAME, message).help(format!("the networks are {}", known.join(", ")))
    };
    let mut findings: Vec<Finding> = settings.unknown_networks().map(unknown).collect();
    let mut reported: BTreeMap<String, Finding> = BTreeMap::new();
    for (network, templates) in &settings.templates {
        if network != EVERY && named(network).is_none() {
            findings.push(unknown(network));
            continue;
        }
        let mut languages = vec!["en"];
        for (name, template) in templates {
            let parts: Vec<&str> = match template {
                Template::Part(_) => vec![name],
                Template::Language(parts) => {
                    languages.push(name);
                    parts.keys().map(String::as_str).collect()
                }
            };
            let names: Vec<&str> = Kind::NAMES.iter().map(|(name, _)| *name).collect();
            for part in parts.into_iter().filter(|part| !names.contains(part)) {
                findings.push(
                    Finding::new(&TEMPLATE, format!("`{part}` is not a kind of post"))
                        .help(format!("the kinds are {}", names.join(", "))),
                );
            }
        }
        // Templates for every network are tried with one of them.
        let network = named(network).unwrap_or(NETWORKS[0]);
        for language in &languages {
            for finding in Templates::of(settings, network, language, Facts::default()).1 {
                reported.insert(finding.message.clone(), finding);
            }
        }
    }
    findings.extend(reported.into_values());
    findings
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Facts, Templates, check};
    use crate::draft::fit::{Content, Kind};
    use crate::draft::network::named;
    use crate::draft::settings::{Settings, Template};

    fn settings(network: &str, kind: &str, template: &str) -> Settings {
        let parts = BTreeMap::from([(kind.to_owned(), Template::Part(template.to_owned()))]);
        Settings { templates: BTreeMap::from([(network.to_owned(), parts)]), ..Settings::default() }
    }

    fn render(settings: &Settings, content: &Content) -> Option<String> {
        let network = named("x")?;
        Templates::of(settings, network, "en", Facts::default()).0.render(content)
    }

    #[test]
    fn a_template_says_how() {
        let content =
            Content { kind: Kind::Opener, headline: "PyCon".to_owned(), ..Content::default() };
        let own = settings(
            "x",
            "opener",
            "We went to {{ headline }}!{% if hook %} {{ hook }}{% endif %}",
        );
        assert_eq!(render(&own, &content).as_deref(), Some("We went to PyCon!"));
        assert_eq!(render(&settings("mastodon", "opener", "x"), &content), None);
        assert_eq!(render(&settings("all", "opener", "x"), &content).as_deref(), Some("x"));
    }

    #[test]
    fn invalid_settings_are_reported() {
        for (kind, template, part) in [
            ("opener", "{{ headline ", "line 1"),
            ("opener", "{{ headlin }}", "undefined"),
            (
                "opener",
                "{% for a in range(100000) %}{% for b in range(100000) %}x{% endfor %}{% endfor %}",
                "cannot be used",
            ),
            ("opening", "x", "not a kind of post"),
        ] {
            let findings = check(&settings("x", kind, template));
            assert!(
                findings.iter().any(|finding| finding.message.contains(part)),
                "{template}: {findings:?}"
            );
        }
        assert!(
            check(&settings("all", "session", "{{ session.speakers }}: {{ session.quoted }}"))
                .is_empty()
        );
        assert_eq!(check(&settings("twitter", "opener", "x")).len(), 1);
    }
}
