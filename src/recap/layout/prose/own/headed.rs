//! The author's own talks whose titles are headings: below "My talks", or above "This was my talk".

use super::super::{OWN, ProseOffer};
use crate::language::sessions::THIS_WAS;
use crate::language::{Folded, List, Phrases};
use crate::recap::blocks::Kind;
use crate::recap::layout::{Candidate, View};
use crate::recap::line::{self, Shape};
use crate::recap::link::Links;
use crate::recap::mention::{self, Mention, Tie};
use crate::recap::name::LIKELY;

/// The most words of a heading above own talks: "My two talks".
const WORDS: usize = 4;

/// The most talks of one author in a post.
const MOST: usize = 12;

/// All of them.
pub(in crate::recap::layout::prose) fn headed(view: &View<'_>) -> Vec<ProseOffer> {
    let mut mine: Option<u8> = None;
    let mut all = Vec::new();
    for (index, block) in view.blocks.all.iter().enumerate() {
        let Kind::Heading(level) = block.kind else { continue };
        if mine.is_some_and(|above| level <= above) {
            mine = None;
        }
        let heading = block.text.plain.as_str();
        if names_own_talks(view, heading) {
            mine = Some(level);
        } else if (mine.is_some() || is_own(view, index)) && !view.opens_others(heading) {
            all.extend(titled(view, index));
        }
        if all.len() >= MOST {
            break;
        }
    }
    all
}

/// Whether a heading says nothing but "my talks".
fn names_own_talks(view: &View<'_>, heading: &str) -> bool {
    let folded = Folded::of(heading);
    let has = |list: List| view.lexicon.has_in(&folded, list);
    folded.split_ascii_whitespace().count() <= WORDS && has(|w| &w.mine) && has(|w| &w.talks)
}

/// Whether the text below a heading begins with "This was my talk".
fn is_own(view: &View<'_>, heading: usize) -> bool {
    let Some(text) = view.block(heading + 1).map(|block| &block.text) else { return false };
    let first = mention::sentences(text, view.lexicon).first().cloned().unwrap_or_default();
    let folded = Folded::of(text.plain.get(first.clone()).unwrap_or_default());
    let mut mentions = mention::mentions(text, view.lexicon).iter();
    // "This was my talk of the day, given by S".
    if mentions.any(|mention| first.contains(&mention.range.start) && mention.score >= LIKELY) {
        return false;
    }
    let own = view.lexicon.own;
    let after = |phrase: &'static Phrases, rest: &str| {
        phrase.iter().find_map(|word| Some(rest.strip_prefix(word)?.strip_prefix(' ')?.to_owned()))
    };
    THIS_WAS.iter().any(|this| {
        let rest = folded.split_once(&format!(" {this} ")).map(|(_, rest)| rest);
        let talk = rest.and_then(|rest| after(&own.mine, rest));
        talk.is_some_and(|talk| after(&own.talks, &talk).is_some())
    })
}

/// The talk with a heading as its title.
fn titled(view: &View<'_>, index: usize) -> Option<ProseOffer> {
    let block = view.block(index)?;
    // "T by S", above "This was my talk of the day".
    let is_by = |mention: &Mention| mention.tie == Tie::By && mention.score >= LIKELY;
    if mention::mentions(&block.text, view.lexicon).iter().any(is_by) {
        return None;
    }
    let title = line::title(&block.text, &(0..block.text.plain.len()), view.lexicon)?;
    let section = index + 1..view.blocks.section_end(index);
    let mut links = Links::default();
    let mut body = Vec::new();
    for at in section {
        let text = view.block(at).map(|block| &block.text)?;
        links.read(text, view.lexicon);
        body.push((at, 0..text.plain.len()));
    }
    Some(ProseOffer {
        index,
        part: 0..block.text.plain.len(),
        words: title.clone(),
        sure: OWN,
        tie: Tie::None,
        title: Some(title.clone()),
        shape: Shape::Title,
        candidate: Candidate {
            speakers: view.author.iter().cloned().collect(),
            title: Some(block.text.found(&title)),
            links,
            body,
            source: block.source.clone(),
            own: true,
        },
    })
}
