//! The event of a post, and its sessions.

use chrono::NaiveDate;

use super::Reader;
use super::dates::date_fault;
use super::instead::Wanted;
use crate::nearly;
use crate::post::date::{self, Written};
use crate::post::front_matter::{Data, Format, Kind, Node, Pair, one_line};
use crate::post::{Event, Session, Spanned, rules};
use crate::report::{Finding, Level, named};

/// The keys of an event.
pub(crate) const EVENT_KEYS: [&str; 15] = [
    "name", "title", "start", "end", "date", "dates", "place", "location", "venue", "city", "url",
    "link", "website", "hashtags", "hashtag",
];
/// The keys of a session.
pub(crate) const SESSION_KEYS: [&str; 11] = [
    "speakers",
    "speaker",
    "title",
    "name",
    "url",
    "link",
    "slides",
    "video",
    "recording",
    "takeaway",
    "summary",
];

impl Reader<'_> {
    pub(super) fn event(&mut self, key: &str, node: &Node<'_>) {
        if self.head.event.is_some() || node.is_empty() {
            return;
        }
        self.placeholders(node);
        let value = match &node.data {
            Data::Scalar(name, Kind::Text | Kind::Number) => Event {
                name: Some(Spanned::new(one_line(name), node.range.clone())),
                ..Event::default()
            },
            Data::Table(pairs) => {
                self.unknown_keys_inside("event", pairs, &EVENT_KEYS);
                self.event_table(node)
            }
            _ => {
                let kind = "an event's name, or a table of its name, dates and place";
                self.wrong_type(key, node, kind, &Wanted::Text);
                return;
            }
        };
        self.head.event = Some(Spanned::new(value, node.range.clone()));
    }

    fn event_table(&mut self, node: &Node<'_>) -> Event {
        let both = self.days(node, "dates").or_else(|| self.days(node, "date"));
        let (first, last) = both.unzip();
        // `start: 3-5 June 2026`, `end: 3-5 June 2026`
        let (start, until) = self.days(node, "start").unzip();
        let (since, end) = self.days(node, "end").unzip();
        let until =
            until.filter(|until| start.as_ref().is_some_and(|start| until.value > start.value));
        let since = since.filter(|since| end.as_ref().is_some_and(|end| since.value < end.value));
        let start = start.or(first).or(since);
        let end = end.or(until).or(last);
        let is_before =
            |start: &Spanned<NaiveDate>, end: &Spanned<NaiveDate>| end.value < start.value;
        if let (Some(start), Some(end)) = (&start, &end)
            && is_before(start, end)
        {
            let (first, last) = (start.value, end.value);
            let line = (self.format).line("end", &first.to_string(), &format!("\"{first}\""));
            let message = format!("the event ends on {last}, before it starts on {first}");
            self.fault(&rules::EVENT_DATES, &end.range, message, format!("write `{line}`"));
        }
        let url = ["url", "link", "website"].iter().find_map(|key| self.url(key, node.get(key)?));
        let mut hashtags: Vec<Spanned<String>> = Vec::new();
        let mut is_none = false;
        for key in ["hashtags", "hashtag"] {
            let Some(value) = node.get(key) else { continue };
            is_none |= matches!(&value.data, Data::List(items) if items.is_empty());
            for word in self.list(key, value, Some(',')) {
                // "#pycascades #python" in one text is two of them.
                for tag in word.value.split_whitespace() {
                    let tag = tag.trim_start_matches('#');
                    let is_known = |other: &Spanned<String>| other.value.eq_ignore_ascii_case(tag);
                    if !tag.is_empty() && !hashtags.iter().any(is_known) {
                        hashtags.push(Spanned::new(tag.to_owned(), word.range.clone()));
                    }
                }
            }
        }
        Event {
            name: self.text_of(node, &["name", "title"]),
            end: end.filter(|end| start.as_ref().is_none_or(|start| !is_before(start, end))),
            start,
            place: self.text_of(node, &["place", "location", "venue", "city"]),
            url,
            hashtags: (is_none || !hashtags.is_empty()).then_some(hashtags),
        }
    }

    /// The first and the last day of a text, a list or a table. Of days in the wrong order only the first
    /// counts.
    fn days(
        &mut self,
        node: &Node<'_>,
        key: &str,
    ) -> Option<(Spanned<NaiveDate>, Spanned<NaiveDate>)> {
        let value = node.get(key).filter(|value| !value.is_empty())?;
        let spanned = |day| Spanned::new(day, value.range.clone());
        let (first, last) = match &value.data {
            Data::Table(_) => {
                if value.get("start").or_else(|| value.get("end")).is_none() {
                    self.not_a_date(key, value);
                }
                let (start, end) = (self.day(value, "start"), self.day(value, "end"));
                let first = start.clone().or_else(|| end.clone())?;
                let last = end.or(start)?;
                return Some((first, last));
            }
            Data::List(items) if items.len() == 2 => {
                let day = |item: &Node<'_>| Some(date::parse(item.scalar()?).ok()?.day);
                let (Some(first), Some(last)) = (day(&items[0]), day(&items[1])) else {
                    self.not_a_date(key, value);
                    return None;
                };
                (first, last)
            }
            Data::List(_) | Data::Scalar(..) => match value.scalar().and_then(date::range) {
                Some(both) => both,
                None => return self.day(node, key).map(|day| (day.clone(), day)),
            },
        };
        if first <= last {
            return Some((spanned(first), spanned(last)));
        }
        let right = format!("{last}/{first}");
        let line = (self.format).line(key, &right, &self.quoted(&right));
        self.fault(
            &rules::EVENT_DATES,
            &value.range,
            format!("the event ends on {last}, before it starts on {first}"),
            format!("write `{line}`"),
        );
        Some((spanned(first), spanned(first)))
    }

    fn day(&mut self, node: &Node<'_>, key: &str) -> Option<Spanned<NaiveDate>> {
        let value = node.get(key).filter(|value| !value.is_empty())?;
        let Some(text) = value.scalar() else {
            self.not_a_date(key, value);
            return None;
        };
        match date::parse(text) {
            Ok(Written { day, .. }) => Some(Spanned::new(day, value.range.clone())),
            Err(fault) => {
                let (rule, message) = date_fault(&fault, text);
                let help = if key == "dates" {
                    "write the first and the last day as YYYY-MM-DD/YYYY-MM-DD".to_owned()
                } else {
                    self.date_help(key, &fault, text, None)
                };
                self.fault(rule, &value.range, message, help);
                None
            }
        }
    }

    fn text_of(&mut self, node: &Node<'_>, keys: &[&str]) -> Option<Spanned<String>> {
        keys.iter().find_map(|key| self.text(key, node.get(key)?))
    }

    pub(super) fn sessions(&mut self, key: &str, node: &Node<'_>) {
        if matches!(&node.data, Data::List(items) if items.is_empty()) {
            self.head.sessions.get_or_insert_default();
        }
        if node.is_empty() {
            return;
        }
        self.placeholders(node);
        let Data::List(items) = &node.data else {
            let written = self.source.text().get(node.range.clone());
            let inline = written.filter(|text| text.starts_with('{') && !text.contains('\n'));
            let list = inline.map(|table| format!("[{table}]"));
            let wanted = match (&list, &node.data) {
                (Some(list), _) => Wanted::Word(list),
                (None, Data::Table(_)) => {
                    Wanted::Advice("begin each session with `- ` and indent its other keys")
                }
                _ => Wanted::List,
            };
            self.wrong_type(key, node, "a list of sessions", &wanted);
            return;
        };
        for item in items {
            self.comment_after(item);
            let value = match &item.data {
                Data::Scalar(_, Kind::Null) => continue,
                Data::Scalar(title, _) => Session {
                    title: Some(Spanned::new(one_line(title), item.range.clone())),
                    ..Session::default()
                },
                Data::Table(pairs) => {
                    let before = self.findings.len();
                    let session = self.session(item);
                    let is_empty = session.title.is_none() && session.speakers.is_empty();
                    let better = self.name_and_title(pairs).filter(|_| is_empty);
                    if better.is_none() {
                        self.unknown_keys_inside("sessions", pairs, &SESSION_KEYS);
                    }
                    if is_empty && self.findings.len() == before {
                        let help = better.map_or_else(
                            || "add them, or delete the entry".to_owned(),
                            |better| format!("write `{better}`"),
                        );
                        let message = "the session has neither a `title` nor `speakers`".to_owned();
                        self.fault(&rules::WRONG_TYPE, &item.range, message, help);
                    }
                    session
                }
                Data::List(_) => {
                    let advice =
                        "write each session as a table with the keys `speakers` and `title`";
                    let kind = "a table of `speakers` and `title`";
                    self.wrong_type(key, item, kind, &Wanted::Advice(advice));
                    continue;
                }
            };
            self.head
                .sessions
                .get_or_insert_default()
                .push(Spanned::new(value, item.range.clone()));
        }
    }

    /// `Jane: A talk` as a session.
    fn name_and_title(&self, pairs: &[Pair<'_>]) -> Option<String> {
        let [pair] = pairs else { return None };
        let name = pair.key.as_ref();
        let title = pair.value.scalar()?;
        let is_name = name.starts_with(char::is_uppercase) || name.contains(' ');
        if !is_name || inner_meant(name, &SESSION_KEYS).is_some() {
            return None;
        }
        let (name, title) = (self.quoted(name), self.quoted(&one_line(title)));
        Some(match self.format {
            Format::Toml => format!("{{ speakers = [{name}], title = {title} }}"),
            Format::Json => format!(r#"{{ "speakers": [{name}], "title": {title} }}"#),
            _ => format!("{{ speakers: [{name}], title: {title} }}"),
        })
    }

    fn session(&mut self, node: &Node<'_>) -> Session {
        let mut speakers: Vec<Spanned<String>> = Vec::new();
        for key in ["speakers", "speaker"] {
            let Some(value) = node.get(key) else { continue };
            for name in self.list(key, value, None) {
                if !speakers.iter().any(|other| other.value == name.value) {
                    speakers.push(name);
                }
            }
        }
        let mut url = |keys: &[&str]| keys.iter().find_map(|key| self.url(key, node.get(key)?));
        let (url, slides, video) =
            (url(&["url", "link"]), url(&["slides"]), url(&["video", "recording"]));
        Session {
            speakers,
            title: self.text_of(node, &["title", "name"]),
            url,
            slides,
            video,
            takeaway: self.text_of(node, &["takeaway", "summary"]),
        }
    }

    /// Reports each `…` that a value of the author's own should have replaced.
    fn placeholders(&mut self, node: &Node<'_>) {
        match &node.data {
            Data::Scalar(text, _) if ["…", "..."].contains(&text.trim()) => self.fault_at(
                &rules::UNFILLED_TEMPLATE,
                &node.range,
                format!("`{}` is a placeholder for a name or a title", text.trim()),
                "write it, or delete the entry".to_owned(),
                Level::Error,
            ),
            Data::Scalar(..) => {}
            Data::List(items) => items.iter().for_each(|item| self.placeholders(item)),
            Data::Table(pairs) => (pairs.iter()).for_each(|pair| self.placeholders(&pair.value)),
        }
    }

    /// Reports the unknown keys of a table: each typo by itself, the others together.
    fn unknown_keys_inside(&mut self, table: &str, pairs: &[Pair<'_>], known: &[&'static str]) {
        let strange = |pair: &&Pair<'_>| !known.contains(&pair.key.as_ref());
        let mut others: Vec<&Pair<'_>> = Vec::new();
        // Without the name, one of the others may be it.
        let has_name = (pairs.iter()).any(|pair| ["title", "name"].contains(&pair.key.as_ref()));
        for pair in pairs.iter().filter(strange) {
            let Some(meant) = inner_meant(&pair.key, known) else {
                others.push(pair);
                continue;
            };
            let message = format!("`{table}` has no key `{}`; did you mean `{meant}`?", pair.key);
            let finding = Finding::new(&rules::UNKNOWN_KEY, message)
                .help(format!("write `{meant}`"))
                .at_most(self.mild());
            self.findings.push(self.renamed(finding, pair, meant));
        }
        let Some(first) = others.first() else {
            return;
        };
        let names = named(others.iter().map(|pair| pair.key.as_ref()));
        let message = format!("`{table}` has no key {names}");
        let help = format!("the keys of `{table}` are {}", known.join(", "));
        self.fault_at(
            &rules::UNKNOWN_KEY,
            &first.key_range,
            message,
            help,
            if has_name { Level::Info } else { Level::Warning },
        );
    }
}

/// Other words for keys of events and sessions.
const SYNONYMS: [(&str, &str); 10] = [
    ("from", "start"),
    ("begin", "start"),
    ("to", "end"),
    ("until", "end"),
    ("conference", "name"),
    ("talk", "title"),
    ("topic", "title"),
    ("presenter", "speaker"),
    ("by", "speaker"),
    ("who", "speaker"),
];

/// The key that was probably meant. A table has few keys, so that shorter words and prefixes are
/// recognised than at the top.
fn inner_meant(key: &str, known: &[&'static str]) -> Option<&'static str> {
    let same = |name: &&&str| name.eq_ignore_ascii_case(key);
    let begins =
        |name: &&&str| key.len() >= 3 && (name.starts_with(key) || key.starts_with(**name));
    let short = |name: &&&str| key.len() >= 3 && nearly::is_one_slip(key, name);
    let synonym = SYNONYMS.iter().find(|(word, _)| word.eq_ignore_ascii_case(key));
    let synonym = synonym.map(|(_, meant)| *meant).filter(|meant| known.contains(meant));
    known
        .iter()
        .find(same)
        .copied()
        .or(synonym)
        .or_else(|| nearly::meant(key, known.iter().copied()))
        .or_else(|| known.iter().find(short).copied())
        .or_else(|| known.iter().find(begins).copied())
}
