//! From keys and values to a [`Head`]: which key means what, of which kind its value must be, and
//! what to write where it is not.

mod event;
mod people;
mod picture;
mod words;

pub(crate) use people::author_of;

use std::ops::Range;

use super::date::{self, Fault};
use super::dialect::{Dialect, Field, plain};
use super::front_matter::{Data, Format, Kind, Node, Pair};
use super::{Context, Head, LeftOut, Spanned, Visibility, names, rules, scan};
use crate::nearly;
use crate::report::{Finding, Level, Rule, Source};
use crate::site::permalink;

/// Values that hold for a post but stand in another file come after everything the post says.
const FROM_DEFAULTS: usize = 2000;
/// Keys of a dialect's tables (`params`, `extra`) come after those at the top.
const FROM_TABLES: usize = 1000;

/// Reads the keys of one post.
pub(super) struct Reader<'a> {
    pub source: &'a Source,
    pub format: Format,
    pub context: &'a Context,
    pub head: Head,
    pub findings: Vec<Finding>,
    /// Fields of which something was said already, so that nobody says that they are missing.
    pub told: Vec<Field>,
    image_alt: Option<String>,
    image_credit: Option<String>,
}

impl<'a> Reader<'a> {
    pub fn new(source: &'a Source, format: Format, context: &'a Context) -> Self {
        Self {
            source,
            format,
            context,
            head: Head::default(),
            findings: Vec::new(),
            told: Vec::new(),
            image_alt: None,
            image_credit: None,
        }
    }

    fn dialect(&self) -> &'static dyn Dialect {
        self.context.dialect
    }

    /// Takes in every key that means something and says what is wrong with the others.
    pub fn take(&mut self, pairs: &[Pair<'_>], defaults: &[&Node<'static>]) {
        let dialect = self.dialect();
        let keys = dialect.keys();
        let mut known: Vec<(usize, Field, &Pair<'_>)> = Vec::with_capacity(pairs.len());
        let mut strangers: Vec<&Pair<'_>> = Vec::new();
        for pair in pairs {
            if let Some(rank) = self.rank(&pair.key) {
                known.push((rank, keys[rank].1, pair));
            } else if dialect.tables().contains(&pair.key.as_ref()) {
                self.take_table(&pair.value, FROM_TABLES, &mut known);
            } else {
                strangers.push(pair);
            }
        }
        for table in defaults {
            self.take_table(table, FROM_DEFAULTS, &mut known);
        }
        known.sort_by_key(|(rank, ..)| *rank);
        for (rank, field, pair) in &known {
            let before = self.findings.len();
            // A list of another file's is no more of the post's own.
            if *rank >= FROM_DEFAULTS
                && known
                    .iter()
                    .any(|(own, other, _)| *own < FROM_DEFAULTS && other == field)
            {
                continue;
            }
            self.read_field(*field, pair);
            if self.findings.len() > before {
                self.told.push(*field);
            }
            if *rank >= FROM_DEFAULTS {
                // What another file says wrongly is not this post's fault.
                self.findings.truncate(before);
            }
        }
        let unknown: Vec<&Pair<'_>> = strangers
            .into_iter()
            .filter(|pair| !self.slip(pair, &known))
            .collect();
        self.tell_unknown(&unknown);
        self.finish_image();
    }

    fn take_table<'p>(
        &self,
        table: &'p Node<'p>,
        after: usize,
        known: &mut Vec<(usize, Field, &'p Pair<'p>)>,
    ) {
        let Data::Table(pairs) = &table.data else {
            return;
        };
        for pair in pairs {
            if let Some(rank) = self.rank(&pair.key) {
                let field = self.dialect().keys()[rank].1;
                if after >= FROM_DEFAULTS || stands_in_tables(field) {
                    known.push((after + rank, field, pair));
                }
            } else if self.dialect().tables().contains(&pair.key.as_ref())
                && let Data::Table(inner) = &pair.value.data
            {
                for pair in inner {
                    if let Some(rank) = self.rank(&pair.key) {
                        known.push((
                            after + FROM_TABLES / 2 + rank,
                            self.dialect().keys()[rank].1,
                            pair,
                        ));
                    }
                }
            }
        }
    }

    fn rank(&self, key: &str) -> Option<usize> {
        let folds = self.dialect().ignores_case() || self.format == Format::Header;
        self.dialect().keys().iter().position(|(name, _)| {
            if folds {
                name.eq_ignore_ascii_case(key)
            } else {
                *name == key
            }
        })
    }

    /// Says once a post which keys are like none that is known. A generator's own keys are silent.
    fn tell_unknown(&mut self, unknown: &[&Pair<'_>]) {
        let Some(first) = unknown.first().filter(|_| self.dialect().is_strict()) else {
            return;
        };
        let names: Vec<String> = unknown
            .iter()
            .map(|pair| format!("`{}`", pair.key))
            .collect();
        let verb = if names.len() == 1 { "means" } else { "mean" };
        self.findings.push(
            Finding::new(
                &rules::UNKNOWN_KEY,
                format!("{} {verb} nothing to Afterword", names.join(", ")),
            )
            .at(self.source.span(first.key_range.clone()))
            .at_most(Level::Info),
        );
    }

    /// Says that a key is nearly a known one; `false` where it is like none.
    fn slip(&mut self, pair: &Pair<'_>, known: &[(usize, Field, &Pair<'_>)]) -> bool {
        let keys = self.dialect().keys();
        let fields = keys.iter().filter(|(_, field)| *field != Field::Foreign);
        let cased = keys
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(&pair.key));
        let meant = cased
            .map(|(name, _)| *name)
            .or_else(|| nearly::meant(&pair.key, fields.map(|(name, _)| *name)));
        let Some(meant) = meant else {
            return false;
        };
        // Beside the key it is like, a key is most likely one of the author's own.
        let field = keys
            .iter()
            .find(|(name, _)| *name == meant)
            .map(|(_, field)| *field);
        let has_both = known.iter().any(|(_, other, _)| Some(*other) == field);
        if has_both && !self.dialect().is_strict() {
            return true;
        }
        let finding = Finding::new(
            &rules::UNKNOWN_KEY,
            format!("there is no key `{}`; did you mean `{meant}`?", pair.key),
        )
        .at(self.source.span(pair.key_range.clone()))
        .help(format!("write `{meant}`"));
        let level = if has_both || !self.dialect().is_strict() {
            Level::Warning
        } else {
            Level::Error
        };
        self.findings.push(finding.at_most(level));
        // Beside a slip in a strict dialect what is missing is still to be told, unless that is an error.
        if level == self.mild() {
            self.told.extend(field);
        }
        true
    }

    fn read_field(&mut self, field: Field, pair: &Pair<'_>) {
        let (key, node) = (pair.key.as_ref(), &pair.value);
        match field {
            Field::Title => {
                if self.head.title.is_none() {
                    self.head.title = self.line(key, node, "the title");
                }
            }
            Field::Date => {
                if self.head.date.is_none() {
                    self.head.date = self.date(key, node, Level::Error);
                }
            }
            Field::DateOrPublished => self.date_or_published(key, node),
            Field::Updated => {
                if self.head.updated.is_none() {
                    self.head.updated = self.date(key, node, self.mild());
                }
            }
            Field::Expires => {
                if self.head.expires.is_none() {
                    self.head.expires = self.date(key, node, self.mild());
                }
            }
            Field::Slug => self.slug(key, node),
            Field::Permalink => self.permalink(key, node),
            Field::Id => self.id(key, node, true),
            Field::IdIfAbsolute => self.id(key, node, false),
            Field::Tags => {
                let tags = self.list(
                    key,
                    node,
                    self.dialect().separators().tags,
                    "[conference, rust]",
                );
                extend(&mut self.head.tags, tags, true);
            }
            Field::Categories => {
                let all = self.list(key, node, self.dialect().separators().tags, "[events]");
                extend(&mut self.head.categories, all, false);
            }
            Field::Authors => self.authors(key, node),
            Field::Summary => {
                if self.head.summary.is_none() {
                    self.head.summary = self.text(key, node);
                }
            }
            Field::Image => self.image(key, node),
            Field::ImageAlt => self.image_alt = self.text(key, node).map(|text| text.value),
            Field::ImageCredit => self.image_credit = self.text(key, node).map(|text| text.value),
            Field::Language => self.language(key, node),
            Field::Draft => self.hide(key, node, true, Visibility::Draft),
            Field::Published => self.hide(key, node, false, Visibility::Draft),
            Field::Private => self.hide(key, node, true, Visibility::Private),
            Field::Unlisted => self.hide(key, node, true, Visibility::Unlisted),
            Field::Status => self.status(key, node),
            Field::ExternalUrl => {
                if self.head.external_url.is_none() {
                    self.head.external_url = self.url(key, node);
                }
            }
            Field::Event => self.event(key, node),
            Field::Sessions => self.sessions(key, node),
            Field::Takeaway => {
                if self.head.takeaway.is_none() {
                    self.head.takeaway = self.text(key, node);
                }
            }
            Field::Feeds => self.leave_out(key, node, false, |out| out.feeds = true),
            Field::NotInFeeds => self.leave_out(key, node, true, |out| out.feeds = true),
            Field::Drafts => self.leave_out(key, node, false, |out| out.drafts = true),
            Field::Build => {
                let never = |key: &str| {
                    node.get(key)
                        .and_then(Node::scalar)
                        .is_some_and(|value| matches!(value, "never" | "false" | "link"))
                };
                if never("render") || never("list") {
                    self.head.left_out_of.feeds = true;
                }
            }
            Field::Foreign => {}
        }
    }

    /// The level of a slip that this dialect's generator lets pass.
    fn mild(&self) -> Level {
        if self.dialect().is_strict() {
            Level::Error
        } else {
            Level::Warning
        }
    }

    fn fault(
        &mut self,
        rule: &'static Rule,
        range: &Range<usize>,
        message: String,
        help: Option<String>,
    ) {
        let level = self.mild();
        self.fault_at(rule, range, message, help, level);
    }

    fn fault_at(
        &mut self,
        rule: &'static Rule,
        range: &Range<usize>,
        message: String,
        help: Option<String>,
        level: Level,
    ) {
        let mut finding = Finding::new(rule, message)
            .at(self.source.span(range.clone()))
            .at_most(level);
        finding.help = help;
        self.findings.push(finding);
    }

    /// Says that a value is of the wrong kind, and how `key` is given one of the right kind.
    fn wrong_type(&mut self, key: &str, node: &Node<'_>, wanted: &str, yaml: &str, other: &str) {
        let help = format!("write `{}`", self.format.line(key, yaml, other));
        let message = format!("`{key}` should be {wanted}, but is {}", node.what());
        self.fault(&rules::WRONG_TYPE, &node.range, message, Some(help));
    }

    fn date_or_published(&mut self, key: &str, node: &Node<'_>) {
        if boolean_words(node).is_some() {
            self.hide(key, node, false, Visibility::Draft);
        } else if self.head.date.is_none() {
            self.head.date = self.date(key, node, Level::Error);
        }
    }

    fn date(
        &mut self,
        key: &str,
        node: &Node<'_>,
        level: Level,
    ) -> Option<Spanned<chrono::DateTime<chrono::FixedOffset>>> {
        if node.is_empty() {
            return None;
        }
        let Some(text) = node.scalar() else {
            self.wrong_type(key, node, "a date", "2020-02-10", "\"2020-02-10\"");
            return None;
        };
        if self.dialect().asks_elsewhere_for_date(text) {
            return None;
        }
        match date::instant(text, self.context.zone) {
            Ok(value) => Some(Spanned {
                value,
                range: node.range.clone(),
            }),
            Err(fault) => {
                if let Some(value) = self.lenient(text, &node.range) {
                    return Some(value);
                }
                let (rule, message, example) = date_fault(&fault, text);
                let quoted = format!("\"{example}\"");
                let toml = if self.format == Format::Toml {
                    &example
                } else {
                    &quoted
                };
                let help = format!("write `{}`", self.format.line(key, &example, toml));
                self.fault_at(rule, &node.range, message, Some(help), level);
                // The day is known all the same; the error keeps the post out of feeds.
                let day = text.trim().get(..10).filter(|_| rule == &rules::BAD_DATE)?;
                let value = date::instant(day, self.context.zone).ok()?;
                Some(Spanned {
                    value,
                    range: node.range.clone(),
                })
            }
        }
    }

    /// A date with words behind it that the generators' own parsers pass over: day and time count.
    fn lenient(
        &mut self,
        text: &str,
        range: &Range<usize>,
    ) -> Option<Spanned<chrono::DateTime<chrono::FixedOffset>>> {
        if self.dialect().is_strict() {
            return None;
        }
        let mut words = text.split_whitespace();
        let (day, time) = (words.next()?, words.next()?);
        // What stands apart from the time is no zone to Ruby either.
        let value = date::instant(&format!("{day} {time}"), self.context.zone).ok()?;
        let help = format!("write `{}`", value.to_rfc3339());
        let message = format!("`{text}` has words that are no part of a date");
        self.fault(&rules::BAD_DATE, range, message, Some(help));
        Some(Spanned {
            value,
            range: range.clone(),
        })
    }

    fn slug(&mut self, key: &str, node: &Node<'_>) {
        let Some(slug) = self.line(key, node, "a slug") else {
            return;
        };
        let given = slug.value.as_str();
        // Hugo and Jekyll make a slug of whatever stands there; a path in it is a mistake everywhere.
        let why = if given.contains(['/', '\\']) || permalink::climbs(given) {
            Some("is more than one part of an address")
        } else {
            names::unusable(given)
        };
        if let Some(why) = why {
            let better = names::slug(
                given
                    .rsplit(['/', '\\'])
                    .find(|part| !part.is_empty())
                    .unwrap_or(given),
            );
            let better =
                if better.is_empty() || given.contains('%') || names::unusable(&better).is_some() {
                    "pycascades-2020".to_owned()
                } else {
                    better
                };
            let help = format!(
                "write `{}`",
                self.format.line(key, &better, &format!("\"{better}\""))
            );
            let climbs = permalink::climbs(given) || given.starts_with(['/', '\\']);
            let level = if climbs { Level::Error } else { self.mild() };
            self.fault_at(
                &rules::BAD_SLUG,
                &node.range,
                format!("the slug `{given}` {why}"),
                Some(help),
                level,
            );
            if level == Level::Error {
                return;
            }
        }
        self.head.slug = self.head.slug.take().or(Some(slug));
    }

    fn permalink(&mut self, key: &str, node: &Node<'_>) {
        if matches!(&node.data, Data::Scalar(_, Kind::Bool(false))) {
            // Eleventy's `permalink: false`: no page is written, so there is nothing to link to.
            self.head.left_out_of = LeftOut {
                feeds: true,
                drafts: true,
            };
            return;
        }
        let Some(address) = self.line(key, node, "an address") else {
            return;
        };
        let given = address.value.as_str();
        let web = given.starts_with("https://") || given.starts_with("http://");
        let scheme = given.contains("://") || scheme_of(given).is_some();
        let bad = if web {
            url::Url::parse(given).is_err()
        } else {
            scheme || permalink::climbs(given)
        };
        if bad {
            let help = format!(
                "write `{}`",
                self.format
                    .line(key, "/pycascades-2020/", "\"/pycascades-2020/\"")
            );
            self.fault_at(
                &rules::BAD_PERMALINK,
                &node.range,
                format!("`{given}` is no page of a site"),
                Some(help),
                Level::Error,
            );
            return;
        }
        if self.head.permalink.is_none() {
            self.head.permalink = Some(address);
        }
    }

    fn id(&mut self, key: &str, node: &Node<'_>, always: bool) {
        let absolute = node
            .scalar()
            .is_some_and(|text| scheme_of(text.trim()).is_some());
        if self.head.id.is_some() || node.is_empty() || !(always || absolute) {
            return;
        }
        let id = node.scalar().map(str::trim).unwrap_or_default().to_owned();
        let blank = id.contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"'));
        if !absolute || blank {
            let better = format!("tag:example.org,2026:{}", names::slug(&id));
            let help = format!(
                "write `{}`",
                self.format.line(key, &better, &format!("\"{better}\""))
            );
            let message = format!("the id `{id}` is no absolute address");
            self.fault(&rules::BAD_ID, &node.range, message, Some(help));
            return;
        }
        self.hidden_in(&id, &node.range, "an id");
        self.head.id = Some(Spanned {
            value: id,
            range: node.range.clone(),
        });
    }

    fn language(&mut self, key: &str, node: &Node<'_>) {
        let Some(mut language) = self.line(key, node, "a language") else {
            return;
        };
        // `pt_BR` is how systems write it; everybody means `pt-BR`.
        let tag = language.value.replace('_', "-");
        let valid = oxilangtag::LanguageTag::parse(tag.as_str()).is_ok()
            && tag
                .split('-')
                .next()
                .is_some_and(|primary| primary.len() <= 3);
        if !valid || tag != language.value {
            let better = if valid {
                tag.clone()
            } else {
                known_language(&tag).unwrap_or("en").to_owned()
            };
            let help = format!(
                "write `{}`",
                self.format.line(key, &better, &format!("\"{better}\""))
            );
            let message = format!("`{}` is no language tag", language.value);
            self.fault(&rules::BAD_LANGUAGE, &node.range, message, Some(help));
        }
        if valid && self.head.language.is_none() {
            language.value = tag;
            self.head.language = Some(language);
        }
    }

    /// Reads a boolean that hides the post when it is `hides`. What cannot be read hides it too.
    fn hide(&mut self, key: &str, node: &Node<'_>, hides: bool, into: Visibility) {
        let Some(value) = self.truth(key, node, hides) else {
            return;
        };
        if value == hides {
            self.head.visibility = stricter(self.head.visibility, into);
        }
    }

    fn leave_out(
        &mut self,
        key: &str,
        node: &Node<'_>,
        when: bool,
        leave: impl FnOnce(&mut LeftOut),
    ) {
        // A table here is another tool's settings (jekyll-feed's `feed: {excerpt_only: …}`).
        if matches!(node.data, Data::Table(_) | Data::List(_)) && !self.dialect().is_strict() {
            return;
        }
        if self.truth(key, node, when) == Some(when) {
            leave(&mut self.head.left_out_of);
        }
    }

    /// A boolean, also as the text that older YAML takes for one; `fallback` where it is neither.
    fn truth(&mut self, key: &str, node: &Node<'_>, fallback: bool) -> Option<bool> {
        if node.is_empty() {
            return None;
        }
        if let Data::Scalar(_, Kind::Bool(value)) = node.data {
            return Some(value);
        }
        let read = self.spelled(node);
        let plain_text = self.format == Format::Header && read.is_some();
        if !plain_text {
            self.no_boolean(key, node, read, fallback);
        }
        Some(read.unwrap_or(fallback))
    }

    /// Says that a value is no boolean, and which one its author meant.
    fn no_boolean(&mut self, key: &str, node: &Node<'_>, read: Option<bool>, fallback: bool) {
        let word = |truth: bool| if truth { "true" } else { "false" };
        let meant = plain().truth(node.scalar().unwrap_or_default().trim());
        let taken = read.unwrap_or(fallback);
        if meant.is_none_or(|meant| meant == taken) {
            let word = word(taken);
            self.wrong_type(key, node, "`true` or `false`", word, word);
            return;
        }
        let message = format!(
            "`{key}` is text, which {} takes for `{}`",
            self.dialect().name(),
            word(taken)
        );
        let help = format!(
            "write `{}` where that is not meant",
            self.format.line(key, word(!taken), word(!taken))
        );
        self.fault(&rules::WRONG_TYPE, &node.range, message, Some(help));
    }

    /// The truth that a value spells for this dialect's generator.
    fn spelled(&self, node: &Node<'_>) -> Option<bool> {
        match &node.data {
            Data::Scalar(_, Kind::Bool(value)) => Some(*value),
            Data::Scalar(_, Kind::Date) => None,
            _ => self.dialect().truth(node.scalar()?.trim()),
        }
    }

    fn status(&mut self, key: &str, node: &Node<'_>) {
        const STATES: [(&str, Visibility); 9] = [
            ("published", Visibility::Public),
            ("public", Visibility::Public),
            ("draft", Visibility::Draft),
            ("private", Visibility::Private),
            ("unlisted", Visibility::Unlisted),
            ("hidden", Visibility::Unlisted),
            ("skip", Visibility::Draft),
            ("expired", Visibility::Expired),
            ("archived", Visibility::Public),
        ];
        if node.is_empty() {
            return;
        }
        let status = node.scalar().unwrap_or_default().trim();
        let folds = self.format == Format::Header;
        let state = STATES
            .iter()
            .find(|(name, _)| *name == status || folds && name.eq_ignore_ascii_case(status));
        if let Some((_, state)) = state {
            self.head.visibility = stricter(self.head.visibility, *state);
            return;
        }
        let lower = status.to_ascii_lowercase();
        let names = || STATES.iter().map(|(name, _)| *name);
        let meant = names()
            .find(|name| *name == lower)
            .or_else(|| nearly::meant(status, names()));
        let better = meant.unwrap_or("draft");
        let help = format!(
            "write `{}`; the states are published, draft, private and unlisted",
            self.format.line(key, better, &format!("\"{better}\""))
        );
        let message = match meant {
            Some(meant) => format!("there is no status `{status}`; did you mean `{meant}`?"),
            None => format!("there is no status `{status}`"),
        };
        self.fault_at(
            &rules::UNKNOWN_STATUS,
            &node.range,
            message,
            Some(help),
            Level::Error,
        );
        self.head.visibility = stricter(self.head.visibility, Visibility::Draft);
    }

    /// Says that a text has characters that nobody sees.
    fn hidden_in(&mut self, text: &str, range: &Range<usize>, what: &str) {
        let Some(hidden) = text.chars().find(|character| scan::is_hidden(*character)) else {
            return;
        };
        let clean: String = text.chars().filter(|c| !scan::is_hidden(*c)).collect();
        self.fault(
            &rules::HIDDEN_CHARACTER,
            range,
            format!(
                "{what} holds U+{:04X}, which nobody sees",
                u32::from(hidden)
            ),
            Some(format!("write `{clean}`")),
        );
    }
}

/// Whether a key in a dialect's table (`params`, `extra`) can mean this. What makes the page itself,
/// its date, address and state, stands at the top.
fn stands_in_tables(field: Field) -> bool {
    matches!(
        field,
        Field::Id
            | Field::IdIfAbsolute
            | Field::Tags
            | Field::Categories
            | Field::Authors
            | Field::Summary
            | Field::Image
            | Field::ImageAlt
            | Field::ImageCredit
            | Field::Language
            | Field::ExternalUrl
            | Field::Event
            | Field::Sessions
            | Field::Takeaway
            | Field::Feeds
            | Field::NotInFeeds
            | Field::Drafts
    )
}

/// What people mean by a word, whatever a generator makes of it.
fn boolean_words(node: &Node<'_>) -> Option<bool> {
    plain().truth(node.scalar()?.trim())
}

/// The state that shows the post to fewer people.
fn stricter(a: Visibility, b: Visibility) -> Visibility {
    let weight = |visibility| match visibility {
        Visibility::Public => 0,
        Visibility::Unlisted => 1,
        Visibility::Expired => 2,
        Visibility::Draft => 3,
        Visibility::Private => 4,
    };
    if weight(b) > weight(a) { b } else { a }
}

/// Adds what is not there yet; `folds`: whether case makes no difference.
fn extend(to: &mut Vec<Spanned<String>>, more: Vec<Spanned<String>>, folds: bool) {
    for mut text in more {
        if folds {
            let bare = text.value.trim_start_matches('#').trim().to_owned();
            text.value = bare;
        }
        let there = to.iter().any(|other| {
            other.value == text.value || folds && other.value.eq_ignore_ascii_case(&text.value)
        });
        if !there && !text.value.is_empty() {
            to.push(text);
        }
    }
}

/// The scheme that a text begins with: a letter, then letters, digits, `+`, `-`, `.`, then `:`.
pub(super) fn scheme_of(text: &str) -> Option<&str> {
    let (scheme, _) = text.split_once(':')?;
    let fits = scheme.len() > 1
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'));
    fits.then_some(scheme)
}

fn known_language(name: &str) -> Option<&'static str> {
    const NAMES: [(&str, &str); 14] = [
        ("english", "en"),
        ("german", "de"),
        ("deutsch", "de"),
        ("french", "fr"),
        ("français", "fr"),
        ("spanish", "es"),
        ("español", "es"),
        ("portuguese", "pt"),
        ("português", "pt"),
        ("italian", "it"),
        ("japanese", "ja"),
        ("日本語", "ja"),
        ("chinese", "zh"),
        ("korean", "ko"),
    ];
    let name = name.to_lowercase();
    NAMES
        .iter()
        .find(|(word, _)| *word == name)
        .map(|(_, tag)| *tag)
}

/// The rule that a date breaks, the message, and a date to write instead.
fn date_fault(fault: &Fault, text: &str) -> (&'static Rule, String, String) {
    let text = text.trim();
    let day = text.get(..10).filter(|day| date::parse(day).is_ok());
    match fault {
        Fault::NotADate => (
            &rules::BAD_DATE,
            format!("`{text}` is not a date"),
            day.unwrap_or("2020-02-10").to_owned(),
        ),
        Fault::Ambiguous => (
            &rules::BAD_DATE,
            format!("`{text}` has more than one meaning: day and month cannot be told apart"),
            "2020-02-10".to_owned(),
        ),
        Fault::NoSuchDay => (
            &rules::BAD_DATE,
            format!("the calendar has no day `{text}`"),
            last_day(text).unwrap_or_else(|| "2020-02-10".to_owned()),
        ),
        Fault::NoSuchTime(near) => (
            &rules::BAD_DATE,
            format!("the clock has no such time: `{text}`"),
            match (day, near) {
                (Some(day), Some(near)) if near.len() == 5 => {
                    let zone = text.rsplit_once(char::is_whitespace).map(|(_, zone)| zone);
                    let zone =
                        zone.filter(|zone| date::parse(&format!("{day} {near} {zone}")).is_ok());
                    zone.map_or_else(
                        || format!("{day} {near}"),
                        |zone| format!("{day} {near} {zone}"),
                    )
                }
                (Some(day), _) => next_or_same(day, near.is_some()),
                _ => "2020-02-10 09:30".to_owned(),
            },
        ),
        Fault::NoSuchOffset => (
            &rules::BAD_DATE,
            format!("no place is that far from UTC: `{text}`"),
            day.map_or_else(
                || "2020-02-10T09:30:00Z".to_owned(),
                |day| format!("{day}T09:30:00+02:00"),
            ),
        ),
        Fault::OutOfRange => (
            &rules::DATE_OUT_OF_RANGE,
            format!("`{text}` is not between 1900-01-01 and 9999-12-30"),
            "2020-02-10".to_owned(),
        ),
        Fault::Gap(zone, after) => (
            &rules::DATE_IN_GAP,
            format!("`{text}` never was in {zone}: the clocks were set forward over it"),
            after.to_rfc3339(),
        ),
    }
}

/// The last day of the month that `text` names with a day too many.
fn last_day(text: &str) -> Option<String> {
    let month = text.get(..8)?;
    (28..=31)
        .rev()
        .map(|day| format!("{month}{day}"))
        .find(|day| date::parse(day).is_ok())
}

fn next_or_same(day: &str, next: bool) -> String {
    let parsed = date::parse(day).ok().map(|written| written.day);
    let moved = if next {
        parsed.and_then(|day| day.succ_opt())
    } else {
        parsed
    };
    moved.map_or_else(|| day.to_owned(), |day| day.format("%Y-%m-%d").to_string())
}
