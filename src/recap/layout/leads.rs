//! Paragraphs that begin with a session: in bold, as a link, or on lines of their own.

use super::View;
use crate::recap::blocks::Kind;
use crate::recap::line::{self, Reading, Shape};
use crate::recap::mention::{self, Tie};
use crate::recap::name;
use crate::recap::text::{MarkKind, Text, is_heading_sign};

/// How many bytes of a paragraph are read to find the speaker.
const EARLY: usize = 320;

/// How many characters count as a word in scripts without spaces.
const CHARACTERS: usize = 3;

/// Paragraphs that begin with something marked or a line of its own.
pub(super) fn all_leads(view: &View<'_>) -> Vec<usize> {
    view.blocks
        .all
        .iter()
        .enumerate()
        .filter(|(index, block)| {
            block.kind == Kind::Paragraph
                && block.item.is_none()
                && !block.quoted
                && (leading(&block.text) || stands_above(view, *index))
                && !is_courtesy(view, &block.text)
                && !view.is_signature(*index)
                && !view.opens_others(&view.heading(*index))
        })
        .map(|(index, _)| index)
        .take(300)
        .collect()
}

/// Whether a line with a name in brackets is a greeting: "Thank you all (S)".
fn is_courtesy(view: &View<'_>, text: &Text) -> bool {
    let says = |phrase: &str| {
        view.lexicon.has(phrase, |w| &w.courtesy) || view.lexicon.has(phrase, |w| &w.invite)
    };
    text.plain.len() < SHORT && text.plain.ends_with(')') && says(&text.plain)
}

/// The most blocks of a paragraph and those below it.
const BLOCKS: usize = 4;

/// The end of the blocks that belong to the lead at `position`; the last of several has no more than the
/// others, for the post goes on below it.
pub(super) fn end(view: &View<'_>, leads: &[usize], position: usize) -> usize {
    let Some(index) = leads.get(position).copied() else {
        return 0;
    };
    let own = |position: usize, index: usize| {
        let next = leads.get(position + 1).copied();
        let most = next.unwrap_or(view.blocks.all.len()).min(index + BLOCKS);
        let heading =
            |at: &usize| view.block(*at).is_none_or(|b| matches!(b.kind, Kind::Heading(_)));
        (index + 1..most).find(heading).unwrap_or(most)
    };
    let section = view.above.get(index);
    let others = leads.iter().copied().enumerate().take(position);
    let others = others.filter(|(_, other)| view.above.get(*other) == section);
    let most = others.map(|(at, other)| own(at, other) - other).max();
    let next = leads.get(position + 1);
    let last = next.is_none_or(|next| view.above.get(*next) != section);
    let end = own(position, index);
    most.filter(|_| last).map_or(end, |most| end.min(index + most))
}

/// The bytes below which a paragraph of two parts may be a line of a programme.
const SHORT: usize = 120;

/// Whether a paragraph begins with something marked or with a line of its own, or is a line of two parts.
fn leading(text: &Text) -> bool {
    let marked = text.marks.iter().any(|mark| {
        matches!(mark.kind, MarkKind::Strong | MarkKind::Emphasis | MarkKind::Link(_))
            && mark.range.start <= 2
            && mark.range.len() > 4
    });
    let line = text.plain.find('\n').is_some_and(|at| at < 200);
    let short =
        text.plain.len() < SHORT && !text.plain.ends_with(['.', '!', '?', '。', '！', ':', '：']);
    let separated = short && text.has_two_parts(&(0..text.plain.len()));
    let quote = ['"', '“', '«', '「', '『', '《', '„', '•'];
    marked
        || line
        || separated
        || text.plain.starts_with(quote)
        || text.plain.starts_with(is_heading_sign)
}

/// Whether a paragraph is a line above another like a heading: short, without a sentence's end, and
/// followed by a longer one, or marked as a whole and followed by the speaker's name.
pub(super) fn stands_above(view: &View<'_>, index: usize) -> bool {
    let paragraph = |at: usize| {
        view.block(at)
            .filter(|block| block.kind == Kind::Paragraph && block.item.is_none() && !block.caption)
    };
    let (Some(line), Some(below)) = (paragraph(index), paragraph(index + 1)) else {
        return false;
    };
    let phrase = line.text.plain.trim();
    let mut marks = line.text.whole_marks();
    let emphasis = marks.any(|mark| *mark == MarkKind::Emphasis);
    // Below the name of a speaker the text goes on; below that of somebody quoted another quotation begins.
    let goes_on = || {
        let goes_on = paragraph(index + 2).map(|block| &block.text);
        goes_on.is_some_and(|text| text.plain.len() > 40 && text.whole_marks().next().is_none())
    };
    let named = || line::byline(&below.text, view.lexicon).is_some() && goes_on();
    phrase.len() <= 120
        && phrase.chars().count() > 3
        && !phrase.contains('\n')
        && !phrase.ends_with(['.', '!', ':', ';', ',', '…', '。', '：', '！'])
        && (phrase.starts_with(is_heading_sign)
            || below.text.plain.len() > 2 * phrase.len().max(50)
            || (emphasis && named()))
}

/// A paragraph that begins with a marked title and goes on; also whether it is about a talk.
pub(super) fn titled(view: &View<'_>, index: usize) -> Option<(usize, Reading, bool)> {
    let text = &view.block(index)?.text;
    let mark = text.marks.iter().find(|mark| {
        matches!(mark.kind, MarkKind::Strong | MarkKind::Link(_)) && mark.range.start <= 2
    })?;
    let title = line::title(text, &mark.range, view.lexicon)?;
    let phrase = text.plain.get(title.clone())?;
    let words = if mention::mostly_cjk(phrase) {
        phrase.chars().count() / CHARACTERS
    } else {
        phrase.split_whitespace().count()
    };
    let rest = text.plain.get(mark.range.end..)?;
    if !(2..=22).contains(&words)
        || rest.trim().chars().count() < 30
        || rest.trim_start().starts_with([':', '：'])
        || name::score(phrase) >= name::LIKELY
        || view.opens_others(phrase)
    {
        return None;
    }
    let early = text.slice(mark.range.end..text.plain.floor_char_boundary(mark.range.end + EARLY));
    let mentions = mention::mentions(&early, view.lexicon);
    let best = mentions
        .iter()
        .enumerate()
        .max_by(|a, b| a.1.tie.cmp(&b.1.tie).then(b.0.cmp(&a.0)))
        .filter(|(_, mention)| mention.tie >= Tie::Role);
    let speakers: Vec<_> = best
        .and_then(|(at, _)| mentions.get(mention::joined(&early, mentions, at, view.lexicon)))
        .unwrap_or_default()
        .iter()
        .map(|mention| mention.person(&early))
        .collect();
    let borne = !speakers.is_empty() || view.lexicon.has_in(early.folded(), |w| &w.talks);
    let reading = Reading {
        shape: Shape::Title,
        speakers,
        end: mark.range.end,
        title: Some(title),
        sure: 0.7,
    };
    Some((index, reading, borne))
}
