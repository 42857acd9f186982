//! Pairs a title in a sentence with the person who gave the talk.

use std::ops::Range;

use super::Sentence;
use crate::language::names::{OWNER_MARKS, SUBJECT_MARKS, behind_honorific};
use crate::language::sessions::{ABOUT_TITLE, is_in};
use crate::language::{Folded, Lexicon};
use crate::recap::layout::{Candidate, View};
use crate::recap::line;
use crate::recap::link::{self, Links};
use crate::recap::mention::{self, Mention, Tie};
use crate::recap::name::{LIKELY, Person};
use crate::recap::text::Found;

/// The score that a pair needs.
const POSSIBLE: f32 = 0.45;
/// The [`length`] between a person and a title, and between a title and a "by S" after an apposition.
const NEAR: usize = 90;
const FAR: usize = 220;
/// How strongly a person and a title are tied that take turns with others in a sentence.
const IN_TURN: f32 = 0.4;
/// The most words before a "with" that ties a person to a title.
const WITH: usize = 7;

/// The session with the title `span`; `form` is how sure its form makes it.
pub(super) fn pair(
    view: &View<'_>,
    at: &Sentence<'_>,
    span: &Range<usize>,
    form: f32,
) -> Option<Pair> {
    let title = line::title(at.text, span, view.lexicon)?;
    let phrase = at.text.plain.get(at.range.clone())?;
    let best = at
        .mentions
        .iter()
        .enumerate()
        .filter_map(|(index, mention)| {
            let (tied, gap) = at.tied(view, span, mention)?;
            Some((tied, gap, index))
        })
        .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)))
        .or_else(|| at.before(view, span));
    let href = at.text.link_over(span);
    let hosted = href.is_some_and(link::is_hosted);
    let mut sure = form;
    if at.talk_near(view, span) {
        sure += 0.3;
    }
    if hosted {
        sure += 0.15;
    }
    if view.lexicon.has(phrase, |w| &w.talks) {
        sure += 0.1;
    }
    sure += best.map_or(0.0, |(tied, ..)| tied);
    if sure < POSSIBLE {
        return None;
    }
    let tie = match best.and_then(|(_, _, index)| at.mentions.get(index)) {
        Some(_) if at.in_turn.is_some() => Tie::By,
        Some(mention) => mention.tie,
        None => Tie::None,
    };
    let speakers = best
        .filter(|(tied, ..)| *tied > 0.1)
        .map(|(_, _, index)| at.people(view, span, index))
        .unwrap_or_default();
    let mut links = Links::default();
    if let Some(href) = href {
        let found = Found { value: href.to_owned(), source: at.text.source(span) };
        links.take(link::by_url(href), found);
    }
    if at.spans.len() == 1 {
        let rest = span.end..at.next.max(span.end);
        links.read(&at.text.slice(rest), view.lexicon);
    }
    let candidate = Candidate {
        speakers,
        title: Some(at.text.found(&title)),
        links,
        body: vec![(at.index, at.range.start..at.next)],
        source: at.text.source(&at.range),
        own: false,
    };
    Some(Pair { candidate, sure, tie, title })
}

/// A title with its speaker.
pub(super) struct Pair {
    /// The session.
    pub candidate: Candidate,
    /// How sure the form, the words around it and the person make it.
    pub sure: f32,
    /// The person's tie to the talk.
    pub tie: Tie,
    /// The title's bytes.
    pub title: Range<usize>,
}

impl Sentence<'_> {
    /// How strongly a person of this sentence is tied to a title, and the bytes between them.
    fn tied(
        &self,
        view: &View<'_>,
        span: &Range<usize>,
        mention: &Mention,
    ) -> Option<(f32, usize)> {
        let name = &mention.range;
        let after = name.start >= span.end;
        let clause = if after { span.end..name.start } else { name.end..span.start };
        if !self.range.contains(&name.start) || clause.start > clause.end || mention.score < LIKELY
        {
            return None;
        }
        if self.in_turn.is_some_and(|follow| follow != after) {
            return None;
        }
        let other = self.spans.iter().any(|(other, _)| {
            other != span && other.start >= clause.start && other.end <= clause.end
        });
        // "S in T" after this title is about the next one.
        let onward = after
            && self.in_turn.is_none()
            && mention.tie != Tie::By
            && self
                .spans
                .iter()
                .any(|(next, _)| next.start >= name.end && next.start - name.end < 60);
        let reach = if after && mention.tie == Tie::By { FAR } else { NEAR };
        if other || onward {
            return None;
        }
        let words = self.text.plain.get(clause)?;
        let gap = length(words, reach)?;
        let least = if self.in_turn.is_some() { IN_TURN } else { 0.0 };
        Some((tie(view, mention, words, after).max(least), gap))
    }

    /// The last speaker of the sentences before, where the only title of a paragraph has none in its own: "The
    /// first speaker was S. Talk: **T**."
    fn before(&self, view: &View<'_>, span: &Range<usize>) -> Option<(f32, usize, usize)> {
        let mut earlier = self.mentions.iter().enumerate();
        let (index, mention) = earlier.rfind(|(_, mention)| {
            mention.range.end <= self.range.start
                && mention.score >= LIKELY
                && mention.tie > Tie::None
        })?;
        let between = self.text.plain.get(mention.range.end..span.start)?;
        let near = length(between, FAR - 1).is_some();
        (self.only && near && self.talk_near(view, span)).then_some((0.3, FAR, index))
    }

    /// Whether the words around a title are about a talk.
    fn talk_near(&self, view: &View<'_>, span: &Range<usize>) -> bool {
        let plain = self.text.plain.as_str();
        let from = plain.floor_char_boundary(span.start.saturating_sub(40).max(self.range.start));
        let to = plain.ceil_char_boundary((span.end + 30).min(self.range.end));
        let before = plain.get(from..span.start).unwrap_or_default();
        let after = plain.get(span.end..to).unwrap_or_default();
        let around = format!("{before} {after}");
        view.lexicon.has(&around, |w| &w.talks) || view.lexicon.has(&around, |w| &w.titled)
    }

    /// The person at `index` with those named together, on the same side of the title.
    fn people(&self, view: &View<'_>, span: &Range<usize>, index: usize) -> Vec<Person> {
        let before = |m: &Mention| m.range.end <= span.start;
        // "S (“T”) and S2 (“T2”)".
        let bracketed = |m: &&Mention| {
            let between = self.text.plain.get(m.range.end..span.start);
            between.is_some_and(|gap| gap.trim_matches([' ', '"', '“', '‘', '\'', '«']) == "(")
        };
        if let Some(mention) = self.mentions.get(index).filter(bracketed) {
            return vec![mention.person(self.text)];
        }
        let side = self.mentions.get(index).is_some_and(before);
        let list = mention::joined(self.text, self.mentions, index, view.lexicon);
        // Of a list, no names that are words of a title.
        let free = |m: &Mention| !self.spans.iter().any(|(t, _)| t.contains(&m.range.start));
        list.filter_map(|at| Some((at, self.mentions.get(at)?)))
            .filter(|(at, m)| before(m) == side && (*at == index || free(m)))
            .map(|(_, m)| m.person(self.text))
            .collect()
    }
}

/// The bytes of a text, a letter of two bytes, as in Cyrillic, counted as one; `None` if there are more
/// than `most`.
fn length(text: &str, most: usize) -> Option<usize> {
    // A paragraph may be long.
    if text.len() > 2 * most {
        return None;
    }
    let two = text.chars().filter(|c| c.len_utf8() == 2).count();
    Some(text.len() - two).filter(|length| *length <= most)
}

/// Whether a few words between a person and a title end in "with": "S stole the show with “T”".
fn leads_on(lexicon: Lexicon, words: &Folded) -> bool {
    let words = words.trim();
    let last = words.rsplit(' ').next().unwrap_or_default();
    words.split(' ').count() <= WITH && lexicon.knows(last, |w| &w.with)
}

/// Whether a relative clause about a person goes on with "in" and a title: "S, die in “T” zeigte".
fn relates(words: &str, lexicon: Lexicon) -> bool {
    let clause = words.strip_prefix(", ").unwrap_or_default();
    let mut words = clause.split_ascii_whitespace().rev();
    words.next().is_some_and(|word| is_in(lexicon.own.code, word))
        && (1..=2).contains(&words.count())
}

/// How strongly the words between a person and a title tie them.
fn tie(view: &View<'_>, mention: &Mention, words: &str, after: bool) -> f32 {
    let lexicon = view.lexicon;
    // Quotation marks are the title's.
    let words = words.trim_matches(|c| "\"“”„«»‘’「」『』《》".contains(c));
    let joins = words.trim().chars().count() <= 3;
    let folded = Folded::of(words);
    let by = lexicon.has_in(&folded, |w| &w.by);
    let talk = lexicon.has_in(&folded, |w| &w.talks) || lexicon.has_in(&folded, |w| &w.titled);
    // "S さん（Org）の「T」", "S(Org) 님의 “T”".
    let after_honour = [words, mention::unbracketed(words)]
        .into_iter()
        .find_map(|words| behind_honorific(words.trim_start()));
    let after_honour = mention::unbracketed(after_honour.unwrap_or(words));
    let owner = after_honour.starts_with(OWNER_MARKS)
        || words.starts_with("'s")
        || words.starts_with("’s")
        || words.starts_with("' ")
        || words.starts_with("’ ");
    let tied: f32 = match mention.tie {
        Tie::By if after => 0.5,
        Tie::Owner => 0.45,
        Tie::By | Tie::Verb => 0.4,
        Tie::Role | Tie::Profile => 0.2,
        Tie::None => 0.1,
    };
    let subject = after_honour.len() < words.len() && after_honour.starts_with(SUBJECT_MARKS);
    let about = || {
        let about = lexicon.list(|w| &w.about).chain(lexicon.list(|w| &w.with));
        about.chain(ABOUT_TITLE.iter().copied())
    };
    // "“T”, in which S showed".
    let within = || after && words.len() < NEAR / 2 && lexicon.has_in(&folded, |w| &w.within);
    let leads = || !after && (leads_on(lexicon, &folded) || relates(words, lexicon));
    // "S, CTO of Org and member of its board, presented “T”".
    let last = folded.trim().rsplit(' ').next().unwrap_or_default();
    let acts = !after && lexicon.knows(last, |w| &w.verbs);
    let words: f32 = if owner || (by && after) {
        0.5
    } else if talk || subject || acts || within() {
        0.4
    } else if joins || leads() || about().any(|about| words.trim() == about) {
        0.35
    } else {
        0.0
    };
    tied.max(words)
}
