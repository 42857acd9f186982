//! The event that a post tells of, and its sessions.

use chrono::NaiveDate;

use super::Reader;
use super::dates::date_fault;
use super::words::one_line;
use crate::nearly;
use crate::post::date::{self, Written};
use crate::post::front_matter::{Data, Kind, Node};
use crate::post::{Event, Session, Spanned, rules};

const EVENT_KEYS: [&str; 14] = [
    "name", "title", "start", "end", "date", "place", "location", "venue", "city", "url", "link",
    "website", "hashtags", "hashtag",
];
const SESSION_KEYS: [&str; 11] = [
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
        let value = match &node.data {
            Data::Scalar(name, Kind::Text | Kind::Number) => Event {
                name: Some(one_line(name)),
                ..Event::default()
            },
            Data::Table(pairs) => {
                for pair in pairs {
                    self.inner_stranger("event", &pair.key, &pair.key_range, &EVENT_KEYS);
                }
                self.event_table(node)
            }
            _ => {
                self.wrong_type(
                    key,
                    node,
                    "an event's name, or a table of its name, dates and place",
                    "{name: PyCascades 2020, start: 2020-02-08}",
                    "{name = \"PyCascades 2020\", start = 2020-02-08}",
                );
                return;
            }
        };
        self.head.event = Some(Spanned {
            value,
            range: node.range.clone(),
        });
    }

    fn event_table(&mut self, node: &Node<'_>) -> Event {
        let both = self.day(node, "date");
        let start = self.day(node, "start").or(both);
        let end = self.day(node, "end").or(both);
        if let (Some(start), Some(end)) = (start, end)
            && end < start
        {
            let range = node
                .get("end")
                .map_or(node.range.clone(), |end| end.range.clone());
            self.fault(
                &rules::EVENT_DATES,
                &range,
                format!("the event ends on {end}, before it starts on {start}"),
                Some(format!(
                    "write `{}`",
                    self.format
                        .line("end", &start.to_string(), &format!("\"{start}\""))
                )),
            );
        }
        let url = ["url", "link", "website"]
            .iter()
            .find_map(|key| self.url(key, node.get(key)?));
        let mut hashtags: Vec<String> = Vec::new();
        for key in ["hashtags", "hashtag"] {
            let Some(value) = node.get(key) else { continue };
            for word in self.list(key, value, Some(','), "[pycascades]") {
                // "#pycascades #python" in one text is two of them.
                for tag in word.value.split_whitespace() {
                    let tag = tag.trim_start_matches('#');
                    if !tag.is_empty()
                        && !hashtags.iter().any(|other| other.eq_ignore_ascii_case(tag))
                    {
                        hashtags.push(tag.to_owned());
                    }
                }
            }
        }
        Event {
            name: self.said(node, &["name", "title"]),
            start,
            end: end.filter(|end| start.is_none_or(|start| *end >= start)),
            place: self.said(node, &["place", "location", "venue", "city"]),
            url: url.map(|url| url.value),
            hashtags,
        }
    }

    fn day(&mut self, node: &Node<'_>, key: &str) -> Option<NaiveDate> {
        let value = node.get(key).filter(|value| !value.is_empty())?;
        let Some(text) = value.scalar() else {
            self.wrong_type(key, value, "a date", "2020-02-08", "\"2020-02-08\"");
            return None;
        };
        match date::parse(text) {
            Ok(Written { day, .. }) => Some(day),
            Err(fault) => {
                let (rule, message, example) = date_fault(&fault, text);
                let help = format!(
                    "write `{}`",
                    self.format.line(key, &example, &format!("\"{example}\""))
                );
                self.fault(rule, &value.range, message, Some(help));
                None
            }
        }
    }

    fn said(&mut self, node: &Node<'_>, keys: &[&str]) -> Option<String> {
        keys.iter()
            .find_map(|key| self.text(key, node.get(key)?))
            .map(|text| text.value)
    }

    pub(super) fn sessions(&mut self, key: &str, node: &Node<'_>) {
        if node.is_empty() {
            return;
        }
        let Data::List(items) = &node.data else {
            self.wrong_type(
                key,
                node,
                "a list of sessions",
                "[{speaker: Ada Example, title: On Engines}]",
                "[{speaker = \"Ada Example\", title = \"On Engines\"}]",
            );
            return;
        };
        for item in items {
            let value = match &item.data {
                Data::Scalar(_, Kind::Null) => continue,
                Data::Scalar(title, _) => Session {
                    title: Some(one_line(title)),
                    ..Session::default()
                },
                Data::Table(pairs) => {
                    for pair in pairs {
                        self.inner_stranger("sessions", &pair.key, &pair.key_range, &SESSION_KEYS);
                    }
                    self.session(item)
                }
                Data::List(_) => {
                    self.wrong_type(
                        key,
                        item,
                        "a table of `speakers` and `title`",
                        "[{speaker: Ada Example, title: On Engines}]",
                        "[{speaker = \"Ada Example\", title = \"On Engines\"}]",
                    );
                    continue;
                }
            };
            self.head.sessions.push(Spanned {
                value,
                range: item.range.clone(),
            });
        }
    }

    fn session(&mut self, node: &Node<'_>) -> Session {
        let mut speakers: Vec<String> = Vec::new();
        for key in ["speakers", "speaker"] {
            let Some(value) = node.get(key) else { continue };
            for name in self.list(key, value, None, "[Ada Example]") {
                if !speakers.contains(&name.value) {
                    speakers.push(name.value);
                }
            }
        }
        let mut address = |keys: &[&str]| {
            keys.iter()
                .find_map(|key| self.url(key, node.get(key)?))
                .map(|url| url.value)
        };
        let (url, slides, video) = (
            address(&["url", "link"]),
            address(&["slides"]),
            address(&["video", "recording"]),
        );
        Session {
            speakers,
            title: self.said(node, &["title", "name"]),
            url,
            slides,
            video,
            takeaway: self.said(node, &["takeaway", "summary"]),
        }
    }

    /// Says that a key within a table is a slip; one that is like no known key is the author's own.
    fn inner_stranger(
        &mut self,
        table: &str,
        key: &str,
        range: &std::ops::Range<usize>,
        known: &[&'static str],
    ) {
        if known.contains(&key) {
            return;
        }
        let cased = known
            .iter()
            .copied()
            .find(|name| name.eq_ignore_ascii_case(key));
        if let Some(meant) = cased.or_else(|| nearly::meant(key, known.iter().copied())) {
            self.fault(
                &rules::UNKNOWN_KEY,
                range,
                format!("`{table}` has no key `{key}`; did you mean `{meant}`?"),
                Some(format!("write `{meant}`")),
            );
        }
    }
}
