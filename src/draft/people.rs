//! `people.toml`: people's handles on the networks.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::network::{NETWORKS, Network, named};
use super::rules::{PEOPLE_HANDLE, PEOPLE_KEY, PEOPLE_NAME, PEOPLE_SYNTAX};
use super::text::tidy::fold;
use crate::nearly;
use crate::post::front_matter::toml_help;
use crate::report::{Finding, Source, Span};

/// People and their handles.
#[derive(Debug, Clone, Default)]
pub struct People {
    people: Vec<Person>,
    /// Folded names and aliases.
    names: BTreeMap<String, usize>,
}

/// A person of `people.toml`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// The name as written.
    pub name: String,
    /// Handle by the network's name, with its `@`.
    pub handles: BTreeMap<&'static str, String>,
    /// The decentralised identifier that a Bluesky mention needs.
    pub did: Option<String>,
    /// Other ways to write the name.
    pub aliases: Vec<String>,
}

impl People {
    /// Reads `people.toml`. Invalid entries are reported and left out.
    pub fn parse(source: &Source) -> (Self, Vec<Finding>) {
        let mut people = Self::default();
        let mut findings = Vec::new();
        let text = source.text();
        let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let table = match DeTable::parse(text.get(start..).unwrap_or_default()) {
            Ok(table) => table,
            Err(error) => {
                let span = error.span().unwrap_or(0..0);
                let at = span.start + start;
                let begin = text[..at].rfind('\n').map_or(start, |line| line + 1);
                let line = text[begin..].lines().next().unwrap_or_default();
                let name = line.trim().strip_prefix('[').and_then(|line| line.strip_suffix(']'));
                let bare = name.filter(|name| !name.contains(['"', '[', ']']));
                let (range, help) = match bare {
                    Some(name) => (begin..begin + line.len(), Some(format!("write `[{name:?}]`"))),
                    None => (at..span.end + start, toml_help(text, at)),
                };
                let help = help.unwrap_or_else(|| {
                    "write a table per person: a line with the name, as in `[\"NAME\"]`, then lines with the handles, as in `x = \"@name\"`".to_owned()
                });
                let finding =
                    Finding::new(&PEOPLE_SYNTAX, error.message().trim().replace('\n', " "))
                        .at(source.span(range))
                        .help(help);
                return (people, vec![finding]);
            }
        };
        // Tables are sorted by name; findings are reported in the order of the file.
        for (name, value) in table.get_ref() {
            let at = |range: Range<usize>| source.span(range.start + start..range.end + start);
            let Some(entries) = value.get_ref().as_table() else {
                let name_span = at(name.span());
                let name = name.get_ref();
                findings.push(
                    Finding::new(&PEOPLE_SYNTAX, format!("`{name}` must be a table of handles"))
                        .at(name_span)
                        .help(format!("write `[{name:?}]`, and the handles below it")),
                );
                continue;
            };
            let mut person = Person { name: name.get_ref().trim().to_owned(), ..Person::default() };
            for (key, value) in entries {
                match person.set(key.get_ref(), value.get_ref()) {
                    Ok(true) => {}
                    Ok(false) => findings.push(unknown_key(key.get_ref(), at(key.span()))),
                    Err((message, help)) => findings.push(
                        Finding::new(&PEOPLE_HANDLE, message).at(at(value.span())).help(help),
                    ),
                }
            }
            let index = people.people.len();
            for alias in std::iter::once(&person.name).chain(&person.aliases) {
                if let Some(other) =
                    people.names.insert(fold(alias), index).filter(|other| *other != index)
                {
                    let other = people.people.get(other).map_or("", |other| other.name.as_str());
                    let message = format!("“{alias}” means both “{other}” and “{}”", person.name);
                    findings.push(
                        Finding::new(&PEOPLE_NAME, message)
                            .at(at(name.span()))
                            .help("give one of them another alias"),
                    );
                }
            }
            people.people.push(person);
        }
        findings.sort_by(|one, other| one.order().cmp(&other.order()));
        (people, findings)
    }

    /// The person of this name or alias, ignoring case, punctuation and Unicode composition.
    pub fn find(&self, name: &str) -> Option<&Person> {
        if self.names.is_empty() {
            return None;
        }
        self.names.get(&fold(name)).and_then(|index| self.people.get(*index))
    }

    /// The person who has this handle on a network.
    pub fn with_handle(&self, network: &str, handle: &str) -> Option<&Person> {
        let same = |own: &String| {
            own.trim_start_matches('@').eq_ignore_ascii_case(handle.trim_start_matches('@'))
        };
        self.people.iter().find(|person| person.handles.get(network).is_some_and(same))
    }

    /// All people, sorted by name.
    pub fn all(&self) -> &[Person] {
        &self.people
    }

    /// The handles on a network, each with its `@`.
    pub(super) fn handles(&self, network: &str) -> impl Iterator<Item = &str> {
        let handles = self.people.iter();
        handles.filter_map(move |person| person.handles.get(network).map(String::as_str))
    }

    /// Names and `urn:li:…` of the people whom LinkedIn's API can mention, sorted by name.
    pub(super) fn with_urn(&self) -> impl Iterator<Item = (&str, &str)> {
        self.people.iter().filter_map(|person| {
            let urn =
                person.handles.get("linkedin").filter(|handle| handle.starts_with("urn:li:"))?;
            Some((person.name.as_str(), urn.as_str()))
        })
    }

    /// A speaker's name for a draft, with the network's handle if known; otherwise the plain name
    /// is added to `unknown`.
    pub(super) fn named(
        &self,
        speaker: &str,
        network: &Network,
        unknown: &mut Vec<String>,
    ) -> String {
        let handle = self.find(speaker).and_then(|person| person.handles.get(network.name));
        match handle {
            Some(handle) if handle.starts_with('@') => format!("{speaker} ({handle})"),
            Some(_) => speaker.to_owned(),
            None => {
                if !unknown.iter().any(|known| known == speaker) {
                    unknown.push(speaker.to_owned());
                }
                speaker.to_owned()
            }
        }
    }
}

/// A key that a person cannot have.
fn unknown_key(key: &str, at: Span) -> Finding {
    let known = || {
        let networks = NETWORKS.iter().map(|network| network.name);
        networks.chain(["did", "aliases"])
    };
    let meant = match key {
        "twitter" => Some("x"),
        _ => nearly::meant(key, known()),
    };
    let finding = Finding::new(&PEOPLE_KEY, format!("a person has no key `{key}`")).at(at);
    if let Some(meant) = meant {
        return finding.help(format!("write `{meant}`")).replaced_by(meant);
    }
    let known: Vec<&str> = known().collect();
    finding.help(format!("the keys are {}", known.join(", ")))
}

impl Person {
    /// Sets a key, where it is known. An error has the message and the help.
    fn set(&mut self, key: &str, value: &DeValue<'_>) -> Result<bool, (String, String)> {
        let text = || {
            value.as_str().map(|text| text.trim().to_owned()).ok_or_else(|| {
                (format!("`{key}` must be a string"), format!("write `{key} = \"…\"`"))
            })
        };
        if let Some(network) = named(key) {
            let written = text()?;
            let known = |handle: &String| network.is_handle(handle);
            let handle = [written.clone(), format!("@{written}")].into_iter().find(known);
            let Some(handle) = handle else {
                let form = network.handle;
                let message = format!("“{written}” is not a handle on {}", network.title);
                let help = network.handle_of(&written).map_or_else(
                    || format!("handles are {form}"),
                    |handle| format!("write `{handle:?}`"),
                );
                return Err((message, help));
            };
            self.handles.insert(network.name, handle);
            return Ok(true);
        }
        match key {
            "did" => {
                let did = text()?;
                if !did.starts_with("did:plc:") && !did.starts_with("did:web:") {
                    let help = "write the identifier that the account's page on bsky.app/profile has: `did:plc:…`";
                    return Err((
                        format!("“{did}” is not a decentralised identifier"),
                        help.to_owned(),
                    ));
                }
                self.did = Some(did);
            }
            "aliases" => {
                let names =
                    value.as_array().map(|names| names.iter().map(|name| name.get_ref().as_str()));
                let aliases: Option<Vec<String>> =
                    names.and_then(|names| names.map(|name| name.map(str::to_owned)).collect());
                let Some(aliases) = aliases else {
                    let help = value.as_str().map_or_else(
                        || "write names in quotes, between `[` and `]`".to_owned(),
                        |name| format!("write `[{name:?}]`"),
                    );
                    let message = "`aliases` is not a list of names".to_owned();
                    return Err((message, help));
                };
                self.aliases = aliases;
            }
            _ => return Ok(false),
        }
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use super::People;
    use crate::report::Source;

    #[test]
    fn handles_are_found_by_name_and_alias() {
        let source = Source::new(
            "people.toml",
            "[\"Ada Lovelace\"]\nmastodon = \"@ada@example.social\"\nx = \"ada\"\naliases = [\"A. Lovelace\"]\n",
        );
        let (people, findings) = People::parse(&source);
        assert!(findings.is_empty(), "{findings:?}");
        let handle = |name: &str, network: &str| {
            people.find(name).and_then(|p| p.handles.get(network).cloned())
        };
        assert_eq!(handle("ada  LOVELACE", "mastodon").as_deref(), Some("@ada@example.social"));
        assert_eq!(handle("A Lovelace", "x").as_deref(), Some("@ada"));
        assert_eq!(handle("Grace", "x"), None);
    }

    #[test]
    fn findings_are_at_the_right_positions() {
        let source = Source::new(
            "people.toml",
            "[\"Ada\"]\nmastodon = \"@ada\"\ntwitter = \"@ada\"\n[\"Eve\"]\naliases = [\"ada\"]\n",
        );
        let (_, findings) = People::parse(&source);
        let reported: Vec<(&str, (usize, usize))> = findings
            .iter()
            .filter_map(|finding| finding.at.as_ref().map(|at| (finding.rule.name, at.position())))
            .collect();
        assert_eq!(
            reported,
            [("people-handle", (2, 12)), ("people-key", (3, 1)), ("people-name", (4, 2))]
        );
        let broken = Source::new("people.toml", "[Ada Lovelace]\n");
        assert_eq!(People::parse(&broken).1.len(), 1);
    }
}
