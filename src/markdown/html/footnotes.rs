//! Footnotes, numbered in the order of their references and written at the end of the entry.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Renderer, TooDeep, rules};
use crate::generator::Anchors;

/// The footnotes of one body.
#[derive(Default)]
pub(super) struct Notes {
    /// The start of each definition's events, by label.
    defined: BTreeMap<String, Range<usize>>,
    /// The end of each definition, by the index of its start.
    ends: BTreeMap<usize, usize>,
    /// Labels in the order of their first references, as those write them.
    order: Vec<String>,
    /// Number and count of references, by label.
    used: BTreeMap<String, (usize, usize)>,
    /// The generator's rules.
    anchors: Anchors,
}

impl Notes {
    pub(super) fn of(events: &[(Event<'_>, Range<usize>)], anchors: Anchors) -> Self {
        let mut notes = Self { anchors, ..Self::default() };
        let mut open = Vec::new();
        for (at, (event, _)) in events.iter().enumerate() {
            match event {
                Event::Start(Tag::FootnoteDefinition(label)) => open.push((at, label)),
                Event::End(TagEnd::FootnoteDefinition) => {
                    if let Some((start, label)) = open.pop() {
                        notes.ends.insert(start, at + 1);
                        notes.define(label, start + 1..at);
                    }
                }
                _ => {}
            }
        }
        notes
    }

    fn define(&mut self, label: &str, events: Range<usize>) {
        let key = self.anchors.key(label);
        if self.anchors == Anchors::Python && !self.defined.contains_key(&key) {
            self.count(label);
        }
        if self.anchors.takes_last() {
            self.defined.insert(key, events);
        } else {
            self.defined.entry(key).or_insert(events);
        }
    }

    /// Number and count of references to a footnote, which is the next one if it is new.
    fn count(&mut self, label: &str) -> &mut (usize, usize) {
        self.used.entry(self.anchors.key(label)).or_insert_with(|| {
            self.order.push(label.to_owned());
            (self.order.len(), 0)
        })
    }

    /// The event after the definition that starts at `start`.
    pub(super) fn after(&self, start: usize) -> usize {
        self.ends.get(&start).copied().unwrap_or(start + 1)
    }
}

impl Renderer<'_> {
    /// Writes the link to a footnote, or the reference as text where the generator finds no footnote.
    pub(super) fn reference(&mut self, label: &str, range: &Range<usize>) {
        let is_defined = self.notes.defined.contains_key(&self.anchors.key(label));
        if !is_defined || !self.anchors.allows(label) {
            self.text(&format!("[^{label}]"), range);
            return;
        }
        let (number, count) = self.notes.count(label);
        *count += 1;
        let (number, count) = (*number, *count);
        let id = self.reference_id(number, count);
        let note = self.note_on_page(label, number);
        let href = self.fragment(&note);
        self.out.push_str("<sup><a");
        self.attribute("href", &href);
        self.attribute("id", &id);
        self.out.push('>');
        self.out.push_str(&number.to_string());
        self.out.push_str("</a></sup>");
    }

    /// Writes the list of footnotes at the end.
    pub(super) fn footnotes(&mut self) -> Result<(), TooDeep> {
        let mut done = 0;
        // A footnote may refer to the next one, so the list grows as it is written.
        while let Some(label) = self.notes.order.get(done).cloned() {
            done += 1;
            if done == 1 {
                self.line();
                self.out.push_str("<hr>\n<ol>\n");
            }
            let id = self.note_id(done);
            self.out.push_str("<li");
            self.attribute("id", &id);
            self.out.push_str(">\n");
            let key = self.anchors.key(&label);
            if let Some(events) = self.notes.defined.get(&key).cloned() {
                self.run(events)?;
            }
            self.back(&label, done);
            self.out.push_str("</li>\n");
        }
        if done > 0 {
            self.out.push_str("</ol>\n");
        }
        self.unused();
        Ok(())
    }

    /// Links from a footnote back to its references.
    fn back(&mut self, label: &str, number: usize) {
        let paragraph = self.out.ends_with("</p>\n");
        if paragraph {
            self.out.truncate(self.out.len() - "</p>\n".len());
        }
        let count = self.notes.count(label).1;
        // Python-Markdown shows notes without a reference, with the link.
        let count = count.max(usize::from(self.anchors == Anchors::Python));
        for reference in 1..=count {
            let Some(id) = self.reference_on_page(label, number, reference) else {
                continue;
            };
            let href = self.fragment(&id);
            self.out.push_str(" <a");
            self.attribute("href", &href);
            self.out.push_str(">↩</a>");
        }
        self.out.push_str(if paragraph { "</p>\n" } else { "\n" });
    }

    fn unused(&mut self) {
        let unused: Vec<_> = self
            .notes
            .defined
            .iter()
            .filter(|(label, _)| !self.notes.used.contains_key(*label))
            .map(|(label, events)| (label.clone(), events.start - 1))
            .collect();
        for (label, start) in unused {
            let range = self.events[start].1.clone();
            let message =
                format!("nothing refers to the footnote `{label}`, so it is shown nowhere");
            let help = format!("write [^{label}] where it belongs, or remove it");
            (self.report).add(&rules::UNUSED_FOOTNOTE, &label, &range, (message, help));
        }
    }

    fn note_id(&self, number: usize) -> String {
        self.scoped(&format!("fn-{number}"))
    }

    fn reference_id(&self, number: usize, count: usize) -> String {
        if count == 1 {
            self.scoped(&format!("fnref-{number}"))
        } else {
            self.scoped(&format!("fnref-{number}-{count}"))
        }
    }

    /// The id of the footnote on the post's own page.
    fn note_on_page(&self, label: &str, number: usize) -> String {
        match self.anchors {
            Anchors::Own => self.note_id(number),
            Anchors::Number => format!("fn:{number}"),
            Anchors::Joined => format!("fn{number}"),
            Anchors::Label | Anchors::Python => format!("fn:{label}"),
            Anchors::GitHub => format!("user-content-fn-{}", label.to_lowercase()),
            Anchors::Bare => label.to_owned(),
            Anchors::Bottom => format!("fn-{label}"),
        }
    }

    /// The id of a reference to the footnote on the post's own page, if it has one.
    fn reference_on_page(&self, label: &str, number: usize, count: usize) -> Option<String> {
        Some(match (self.anchors, count) {
            (Anchors::Own, _) => self.reference_id(number, count),
            (Anchors::Number, 1) => format!("fnref:{number}"),
            (Anchors::Number, _) => format!("fnref{}:{number}", count - 1),
            (Anchors::Joined, 1) => format!("fnref{number}"),
            (Anchors::Joined, _) => format!("fnref{number}:{}", count - 1),
            (Anchors::Label | Anchors::Python, 1) => format!("fnref:{label}"),
            (Anchors::Label, _) => format!("fnref:{label}:{}", count - 1),
            (Anchors::Python, _) => format!("fnref{count}:{label}"),
            (Anchors::GitHub, 1) => format!("user-content-fnref-{}", label.to_lowercase()),
            (Anchors::GitHub, _) => {
                format!("user-content-fnref-{}-{count}", label.to_lowercase())
            }
            (Anchors::Bare, _) => return None,
            (Anchors::Bottom, _) => format!("fr-{label}-{count}"),
        })
    }

    /// The URL of an id in this entry. It includes the page, because readers resolve a bare fragment
    /// against the feed.
    fn fragment(&self, id: &str) -> String {
        let mut url = self.place.permalink.clone();
        url.set_fragment(Some(id));
        url.into()
    }
}
