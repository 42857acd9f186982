//! Converts keys and values to a [`Head`], and reports unknown keys and invalid values.

mod dates;
mod event;
mod held;
mod instead;
mod language;
mod people;
mod picture;
mod state;
mod unknown;
mod urls;
mod words;

pub(crate) use event::EVENT_KEYS;
#[cfg(feature = "cli")]
pub(crate) use event::SESSION_KEYS;
pub(crate) use held::{holds_back, misspelt};
pub(crate) use language::meant as meant_language;
#[cfg(feature = "cli")]
pub(crate) use picture::IMAGE_KEYS;
#[cfg(feature = "cli")]
pub(crate) use state::STATES;
pub(crate) use unknown::unknown_key;

use std::collections::BTreeSet;
use std::ops::Range;

use chrono::NaiveDate;

use crate::generator::{Context, Dialect, Field};
use crate::post::front_matter::{Data, Format, Node, Pair};
use crate::post::{Head, Spanned, Visibility, Zone, rules, scan};
use crate::report::{Finding, Level, Rule, Source};

/// Inherited values of other files come after everything in the post, those of further files after
/// those of nearer ones.
const FROM_DEFAULTS: usize = 2000;
/// Keys of a dialect's tables (`params`, `extra`) come after those at the top.
const FROM_TABLES: usize = 1000;

/// Reads the keys of one post.
pub(super) struct Reader<'a> {
    pub source: &'a Source,
    pub format: Format,
    pub context: &'a Context,
    /// The zone of dates without one.
    pub zone: Zone,
    pub head: Head,
    pub findings: Vec<Finding>,
    /// Fields that have a finding already, so that they are not reported as missing.
    pub reported: Vec<Field>,
    /// The date in the file's name.
    pub named: Option<NaiveDate>,
    image_alt: Option<String>,
    image_credit: Option<String>,
    held: held::Held,
}

impl<'a> Reader<'a> {
    pub(super) fn new(source: &'a Source, format: Format, context: &'a Context) -> Self {
        Self {
            source,
            format,
            context,
            zone: context.zone_of(source.path()),
            head: Head::default(),
            findings: Vec::new(),
            reported: Vec::new(),
            named: None,
            image_alt: None,
            image_credit: None,
            held: held::Held::default(),
        }
    }

    fn dialect(&self) -> &'static Dialect {
        self.context.dialect
    }

    /// Reads every known key and reports the others.
    pub(super) fn read_keys(&mut self, pairs: &[Pair<'_>], defaults: &[&Node<'static>]) {
        let dialect = self.dialect();
        let keys = dialect.keys;
        let mut known: Vec<(usize, Field, &Pair<'_>)> = Vec::with_capacity(pairs.len());
        let mut others: Vec<&Pair<'_>> = Vec::new();
        for pair in pairs {
            let holds_keys = dialect.tables.contains(&pair.key.as_ref());
            if let Some(rank) = self.rank(&pair.key).or_else(|| self.alias(&pair.key)) {
                // `date: {created, updated}`: these keys replace the one above them.
                match &pair.value.data {
                    Data::Table(inner) if holds_keys => {
                        known.extend(inner.iter().filter_map(|pair| self.ranked(pair, 0)));
                    }
                    _ => known.push((rank, keys[rank].1, pair)),
                }
            } else if holds_keys {
                self.take_table(&pair.value, FROM_TABLES, &mut known);
            } else {
                others.push(pair);
            }
        }
        for (at, table) in defaults.iter().enumerate() {
            self.take_table(table, FROM_DEFAULTS * (at + 1), &mut known);
        }
        // Lists from several keys are in the order of the keys, inherited or not.
        known.sort_by_key(|(rank, field, _)| match field {
            Field::Tags | Field::Categories => *rank % FROM_DEFAULTS,
            _ => *rank,
        });
        for (rank, field, pair) in &known {
            let before = self.findings.len();
            // An inherited value counts if neither the post nor a nearer file has one; `category` adds to
            // `categories`.
            let is_nearer = |own: usize| own / FROM_DEFAULTS < rank / FROM_DEFAULTS;
            let replaces = |other: &Field, key: &str| {
                let adds = matches!(field, Field::Tags | Field::Categories);
                other == field && (!adds || key.eq_ignore_ascii_case(&pair.key))
            };
            let instead = dialect.replaced_by(&pair.key);
            if known.iter().any(|(own, other, by)| {
                let is_instead = instead.is_some_and(|key| by.key == key) && !by.value.is_empty();
                // An empty line of a header is not a value.
                let is_value = !dialect.header_lines || !by.value.is_empty();
                is_instead || is_nearer(*own) && is_value && replaces(other, &by.key)
            }) {
                continue;
            }
            self.read_field(*field, pair);
            if self.findings.len() > before {
                self.reported.push(*field);
            }
            if *rank >= FROM_DEFAULTS {
                // Errors in another file are not reported at this post.
                self.findings.truncate(before);
            }
        }
        self.hold_by_words(pairs, defaults);
        let unknown: Vec<&Pair<'_>> = others
            .into_iter()
            .filter(|pair| !held::is_word(dialect, pair) && !self.slip(pair, &known))
            .collect();
        self.report_unknown(&unknown);
        self.report_held();
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
            if let Some(ranked) = self.ranked(pair, after) {
                let counts = after >= FROM_DEFAULTS || stands_in_tables(ranked.1);
                known.extend(counts.then_some(ranked));
            } else if self.dialect().tables.contains(&pair.key.as_ref())
                && let Data::Table(inner) = &pair.value.data
            {
                let after = after + FROM_TABLES / 2;
                known.extend(inner.iter().filter_map(|pair| self.ranked(pair, after)));
            }
        }
    }

    /// A known key's rank, which begins at `after`, and its meaning.
    fn ranked<'p>(&self, pair: &'p Pair<'p>, after: usize) -> Option<(usize, Field, &'p Pair<'p>)> {
        let rank = self.rank(&pair.key)?;
        Some((after + rank, self.dialect().keys[rank].1, pair))
    }

    fn rank(&self, key: &str) -> Option<usize> {
        let folds = self.dialect().ignores_case || self.format == Format::Header;
        self.dialect()
            .keys
            .iter()
            .position(|(name, _)| if folds { name.eq_ignore_ascii_case(key) } else { *name == key })
    }

    /// The rank of the key that the site's own key means.
    fn alias(&self, key: &str) -> Option<usize> {
        let mut aliases = self.context.facts.aliases.iter();
        let (_, meant) = aliases.find(|(own, _)| own.eq_ignore_ascii_case(key))?;
        self.rank(meant)
    }

    fn read_field(&mut self, field: Field, pair: &Pair<'_>) {
        let (key, node) = (pair.key.as_ref(), &pair.value);
        if matches!(field, Field::Title | Field::Summary | Field::Slug | Field::Takeaway) {
            self.no_old_boolean(key, node);
        }
        match field {
            Field::Title if self.head.title.is_none() => {
                self.head.title = self.line(key, node, "the title");
            }
            Field::Date if self.head.date.is_none() => {
                self.head.date = self.date(key, node, Level::Error);
            }
            Field::DateOrPublished => self.date_or_published(key, node),
            Field::Appears => {
                if self.head.appears.is_none() {
                    self.head.appears = self.date(key, node, Level::Error);
                }
                if self.head.date.is_none() {
                    self.head.date.clone_from(&self.head.appears);
                }
            }
            Field::Updated if self.head.updated.is_none() => {
                self.head.updated = self.date(key, node, self.mild());
            }
            Field::Expires if self.head.expires.is_none() => {
                self.head.expires = self.date(key, node, self.mild());
            }
            Field::Slug => self.slug(key, node),
            Field::Permalink => self.permalink(key, node),
            Field::Id => self.id(key, node, true),
            Field::IdIfAbsolute => self.id(key, node, false),
            Field::Tags => {
                let tags = self.list(key, node, self.dialect().separator(key));
                extend(&mut self.head.tags, tags, true);
            }
            Field::Categories => {
                let all = self.list(key, node, self.dialect().separator(key));
                extend(&mut self.head.categories, all, false);
            }
            Field::Series => {
                let all = self.list(key, node, None);
                extend(&mut self.head.series, all, false);
            }
            Field::Authors => self.authors(key, node),
            Field::Summary if self.head.summary.is_none() => {
                self.head.summary = self.text(key, node);
            }
            Field::ExcerptSeparator if self.head.excerpt_separator.is_none() => {
                self.head.excerpt_separator = self.text(key, node);
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
            Field::ExternalUrl if self.head.external_url.is_none() => {
                self.head.external_url = self.url(key, node);
            }
            Field::Event => self.event(key, node),
            Field::Sessions => self.sessions(key, node),
            Field::Takeaway if self.head.takeaway.is_none() => {
                self.head.takeaway = self.text(key, node);
            }
            Field::Feeds => self.leave_out(key, node, false, |out| out.feeds = true),
            Field::NotInFeeds => self.leave_out(key, node, true, |out| out.feeds = true),
            Field::Drafts => self.leave_out(key, node, false, |out| {
                out.drafts = Some(Spanned { value: format!("`{key}`"), range: node.range.clone() });
            }),
            Field::Build => self.build_options(key, node),
            // The first of several keys counts.
            Field::Title
            | Field::Date
            | Field::Updated
            | Field::Expires
            | Field::Summary
            | Field::ExcerptSeparator
            | Field::ExternalUrl
            | Field::Takeaway
            | Field::Foreign => {}
        }
    }

    /// The level of a typo that this dialect's generator accepts.
    fn mild(&self) -> Level {
        if self.dialect().is_strict { Level::Error } else { Level::Warning }
    }

    fn fault(
        &mut self,
        rule: &'static Rule,
        range: &Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let level = self.mild();
        self.fault_at(rule, range, message, help, level);
    }

    fn fault_at(
        &mut self,
        rule: &'static Rule,
        range: &Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
        level: Level,
    ) {
        self.findings.push(
            Finding::new(rule, message)
                .at(self.source.span(range.clone()))
                .help(help)
                .at_most(level),
        );
    }

    /// Advice to set a key to a value, as YAML and as the other formats write it.
    fn write(&self, key: &str, yaml: &str, other: &str) -> String {
        format!("write `{}`", self.format.line(key, yaml, other))
    }

    /// Reports invisible characters in a text.
    fn hidden_in(&mut self, text: &str, range: &Range<usize>, what: &str) {
        let Some(hidden) = text.chars().find(|character| scan::is_hidden(*character)) else {
            return;
        };
        let clean: String = text.chars().filter(|c| !scan::is_hidden(*c)).collect();
        self.fault(
            &rules::HIDDEN_CHARACTER,
            range,
            format!("{what} contains U+{:04X}, which is invisible", u32::from(hidden)),
            format!("write `{clean}`"),
        );
        let written = self.source.text().get(range.clone()).unwrap_or_default();
        let written: String = written.chars().filter(|c| !scan::is_hidden(*c)).collect();
        self.replaced_by(written);
    }

    /// Sets the fix of the last finding: what to write in its place.
    fn replaced_by(&mut self, text: impl Into<String>) {
        if let Some(last) = self.findings.pop() {
            self.findings.push(last.replaced_by(text));
        }
    }
}

/// Whether a key in a dialect's table (`params`, `extra`) can have this meaning. Date, permalink
/// and state of the page must be at the top.
pub(crate) fn stands_in_tables(field: Field) -> bool {
    matches!(
        field,
        Field::Id
            | Field::IdIfAbsolute
            | Field::Tags
            | Field::Categories
            | Field::Series
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

/// Adds what is missing; `folds`: whether to ignore case.
fn extend(to: &mut Vec<Spanned<String>>, more: Vec<Spanned<String>>, folds: bool) {
    let key = |value: &str| {
        if folds { value.to_ascii_lowercase() } else { value.to_owned() }
    };
    let mut known: BTreeSet<String> = to.iter().map(|text| key(&text.value)).collect();
    for mut text in more {
        if folds {
            let bare = text.value.trim_start_matches('#').trim().to_owned();
            text.value = bare;
        }
        if !text.value.is_empty() && known.insert(key(&text.value)) {
            to.push(text);
        }
    }
}

/// The scheme at the beginning of a text: a letter, then letters, digits, `+`, `-`, `.`, then `:`.
pub(super) fn scheme_of(text: &str) -> Option<&str> {
    let (scheme, _) = text.split_once(':')?;
    let fits = scheme.len() > 1
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'));
    fits.then_some(scheme)
}
