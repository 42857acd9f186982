//! The sources of a draft's parts: the kind of each, and the line of the post that it comes from.

use std::ops::Range;

use super::also;
use super::text::entities;
use super::text::tidy::{self, fold};
use crate::post::Post;
use crate::recap::{Recap, Understood};

/// The kind of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The headline.
    Headline,
    /// The hook.
    Hook,
    /// A speaker.
    Speaker,
    /// A session's title.
    Title,
    /// A takeaway.
    Takeaway,
    /// The closing invitation.
    Invitation,
    /// The URL.
    Link,
    /// A hashtag.
    Tag,
    /// The number of the post within its thread.
    Counter,
}

impl Kind {
    /// The name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Hook => "hook",
            Self::Speaker => "speaker",
            Self::Title => "title",
            Self::Takeaway => "takeaway",
            Self::Invitation => "invitation",
            Self::Link => "link",
            Self::Tag => "tags",
            Self::Counter => "counter",
        }
    }
}

/// A text of the post that a draft may quote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotable {
    kind: Kind,
    text: String,
    position: (usize, usize),
}

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its kind.
    pub kind: Kind,
    /// Bytes of the text.
    pub range: Range<usize>,
    /// Line and column in the post, if the author wrote it.
    pub position: Option<(usize, usize)>,
}

/// The shortest sentence that is searched for within a longer one, in bytes.
const SENTENCE: usize = 20;

/// All texts of a post that a draft may quote.
pub fn quotables(post: &Post, recap: &Recap) -> Vec<Quotable> {
    let mut all = Vec::new();
    let mut add = |kind, text: &str, start: usize| {
        let text = tidy::piece(text, &recap.language);
        let position = post.source.position(start);
        let first = also::without(&text, &recap.language);
        if first != text {
            all.push(Quotable { kind, text: first, position });
        }
        if !text.is_empty() {
            all.push(Quotable { kind, text, position });
        }
    };
    let mut add_field = |kind, field: Option<&Understood<String>>| {
        if let Some(field) = field {
            add(kind, &field.value, field.range.start);
        }
    };
    add_field(Kind::Hook, recap.takeaway.as_ref());
    for hook in recap.hook.iter().chain(&recap.other_hooks) {
        add_field(Kind::Hook, Some(hook));
    }
    for session in &recap.sessions {
        for said in session.takeaway.iter().chain(&session.lessons) {
            add_field(Kind::Takeaway, Some(said));
        }
        add_field(Kind::Title, session.title.as_ref());
        for speaker in &session.speakers {
            add_field(Kind::Speaker, Some(speaker));
        }
    }
    add_field(Kind::Invitation, recap.call_to_action.as_ref());
    add_field(Kind::Headline, recap.event.name.as_ref());
    let head = &post.head;
    for (kind, field) in [(Kind::Hook, &head.summary), (Kind::Headline, &head.title)] {
        if let Some(field) = field {
            add(kind, &field.value, field.range.start);
        }
    }
    all
}

/// The parts of a draft's post, in order; `first` for the first post of its thread.
pub fn parts(text: &str, first: bool, quotables: &[Quotable]) -> Vec<Part> {
    let mut found = Found { text, parts: Vec::new() };
    found.add(Kind::Counter, counter(text), None);
    for url in entities::urls(text).into_iter().filter(|url| url.scheme) {
        found.add(Kind::Link, Some(url.range), None);
    }
    for tag in entities::hashtags(text) {
        found.add(Kind::Tag, Some(tag), None);
    }
    // A title may contain a speaker's name, and a takeaway both.
    let mut longest: Vec<&Quotable> =
        quotables.iter().filter(|one| one.kind != Kind::Headline).collect();
    longest.sort_by_key(|one| std::cmp::Reverse(one.text.len()));
    for one in longest {
        for (at, _) in text.match_indices(one.text.as_str()).take(4) {
            found.add(one.kind, Some(at..at + one.text.len()), Some(one.position));
        }
    }
    found.sentences(quotables);
    if first {
        found.headline(quotables);
    }
    found.parts.sort_by_key(|part| part.range.start);
    found.parts
}

struct Found<'a> {
    text: &'a str,
    parts: Vec<Part>,
}

impl Found<'_> {
    fn is_free(&self, range: &Range<usize>) -> bool {
        let meets = |part: &Part| part.range.start < range.end && range.start < part.range.end;
        !range.is_empty() && !self.parts.iter().any(meets)
    }

    fn add(&mut self, kind: Kind, range: Option<Range<usize>>, position: Option<(usize, usize)>) {
        if let Some(range) = range.filter(|range| self.is_free(range)) {
            self.parts.push(Part { kind, range, position });
        }
    }

    /// Lines that are a part of a longer text of the author, such as a shortened sentence.
    fn sentences(&mut self, quotables: &[Quotable]) {
        let mut at = 0;
        for line in self.text.split_inclusive('\n') {
            let range = at..at + line.trim_end().len();
            at += line.len();
            let folded = fold(line);
            if folded.len() < SENTENCE || !self.is_free(&range) {
                continue;
            }
            let whole = quotables.iter().find(|one| {
                one.kind != Kind::Headline && tidy::says_folded(&fold(&one.text), &folded)
            });
            if let Some(one) = whole {
                self.add(one.kind, Some(range), Some(one.position));
            }
        }
    }

    /// The first line, if no other part is there.
    fn headline(&mut self, quotables: &[Quotable]) {
        let line = self.text.split('\n').next().unwrap_or_default();
        let starts = self.parts.iter().map(|part| part.range.start);
        let end = starts.min().unwrap_or(line.len()).min(line.len());
        let shown = self.text.get(..end).unwrap_or_default();
        let shown = shown.trim_end_matches(|c: char| c.is_whitespace() || c == ':');
        let folded = fold(shown);
        let headlines = quotables.iter().filter(|one| one.kind == Kind::Headline);
        let own = headlines.map(|one| (fold(&one.text), one.position)).filter(|(name, _)| {
            tidy::says_folded(&folded, name) || tidy::says_folded(name, &folded)
        });
        let longest = own.max_by_key(|(name, _)| name.len());
        let position = longest.map(|(_, position)| position);
        self.add(Kind::Headline, Some(0..shown.len()), position);
    }
}

/// "(2/5)" at the end.
fn counter(text: &str) -> Option<Range<usize>> {
    let end = text.trim_end().len();
    let start = text.get(..end)?.rfind('(')?;
    let inside = text.get(start + 1..end)?.strip_suffix(')')?;
    let (number, of) = inside.split_once('/')?;
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    (digits(number) && digits(of)).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use super::{parts, quotables};
    use crate::generator::Context;
    use crate::read;
    use crate::{markdown, recap};

    #[test]
    fn each_part_has_its_kind_and_place() {
        let source = "---\ntitle: Notes\nevent: PyCascades 2020\ntakeaway: Robots can paint.\nsessions:\n  - speakers: [Joanne Hastie]\n    title: Painting with robots\n    takeaway: She painted with a robot, and the robot learned from her.\n---\nText.\n";
        let post = read::post("a.md", source.into(), "a", &Context::default()).post;
        let post = post.expect("a post");
        let recap = recap::understand(&post, &markdown::parse(&post));
        let quotables = quotables(&post, &recap);
        let text = "PyCascades 2020\n\nRobots can paint.\n\nJoanne Hastie: “Painting with robots”. the robot learned from her\n\nhttps://example.org/a/\n\n#PyCascades (1/2)";
        let found: Vec<(&str, &str, Option<usize>)> = parts(text, true, &quotables)
            .iter()
            .map(|part| {
                let line = part.position.map(|(line, _)| line);
                (part.kind.name(), &text[part.range.clone()], line)
            })
            .collect();
        assert_eq!(
            found,
            [
                ("headline", "PyCascades 2020", Some(3)),
                ("hook", "Robots can paint.", Some(4)),
                ("speaker", "Joanne Hastie", Some(6)),
                ("title", "Painting with robots", Some(7)),
                ("link", "https://example.org/a/", None),
                ("tags", "#PyCascades", None),
                ("counter", "(1/2)", None),
            ]
        );
    }
}
