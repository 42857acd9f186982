//! Decides which offers are sessions: a learned score for each by itself, a second one with its
//! siblings and rivals, then the best of those that exclude each other.

use std::collections::{BTreeMap, BTreeSet};

use super::offer::{Form, Offer, Offers};
use super::people::same_person;
use super::signs::Sheet;
use super::{Candidate, View};
use crate::language::{List, fold, is_cjk};
use crate::recap::line::Shape;
use crate::recap::name::Person;
use crate::recap::weights::SESSIONS;

/// The two models of sessions: an offer by itself, and among the others.
#[derive(Debug)]
pub(crate) struct Sessions {
    /// The probability from which a session is sure.
    pub sure: f32,
    /// The probability from which a sentence with a title, or with one word of a name, is right often enough to count as sure.
    /// One with less is lowered below `sure`: of several readings of a sentence the best is taken, which is less often right
    /// than it seems.
    pub sentence: f32,
    /// The probability from which it is worth a question.
    pub doubtful: f32,
    /// The weights for an offer by itself.
    pub own: Weights,
    /// The weights for its siblings and rivals.
    pub among: Weights,
}

/// Names of features, their weights in lines, and those in sentences; the bias last.
pub(crate) type Weights = &'static [(&'static str, f32, f32)];

/// The probability of each offer of `offers` by its sheet.
fn weighted(weights: Weights, offers: &Offers, sheets: &[Sheet]) -> Vec<f32> {
    let score = |form: Form, sheet: &Sheet| {
        let weight = |(_, line, sentence): &(_, f32, f32)| match form {
            Form::Prose => *sentence,
            _ => *line,
        };
        let each = weights.iter().zip(&sheet.0);
        let sum: f32 = each.map(|(known, (_, value))| weight(known) * value).sum();
        let bias = weights.last().map_or(0.0, weight);
        1.0 / (1.0 + (-(bias + sum).clamp(-30.0, 30.0)).exp())
    };
    let each = offers.all.iter().zip(sheets);
    each.map(|(offer, sheet)| score(offer.form, sheet)).collect()
}

/// The probability of each offer by itself.
pub(crate) fn own(offers: &Offers, sheets: &[Sheet]) -> Vec<f32> {
    weighted(SESSIONS.own, offers, sheets)
}

#[expect(clippy::cast_precision_loss, reason = "small counts")]
fn number(count: usize) -> f32 {
    count as f32
}

/// The features of each offer among the others, from the probabilities of [`own`].
pub(crate) fn among(offers: &Offers, own: &[f32]) -> Vec<Sheet> {
    let group = |line: usize| offers.lines.get(line).map_or(0, |line| line.group);
    // The best of each line that has offers, and of each shape in it; the offers of each block.
    let mut best: BTreeMap<usize, f32> = BTreeMap::new();
    let mut shaped: BTreeMap<(usize, Shape), f32> = BTreeMap::new();
    let mut blocks: BTreeMap<usize, Vec<(&Offer, f32)>> = BTreeMap::new();
    let mut prose = BTreeSet::new();
    for (offer, p) in offers.all.iter().zip(own) {
        for slot in [
            best.entry(offer.line).or_default(),
            shaped.entry((offer.line, offer.shape)).or_default(),
        ] {
            *slot = slot.max(*p);
        }
        blocks.entry(offer.index).or_default().push((offer, *p));
        if offer.form == Form::Prose {
            prose.insert(group(offer.line));
        }
    }
    let mut strength: BTreeMap<usize, f32> = BTreeMap::new();
    let mut siblings: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (line, p) in &best {
        *strength.entry(group(*line)).or_default() += p;
        siblings.entry(group(*line)).or_default().push(*line);
    }
    let lines = strength.iter().filter(|(group, _)| !prose.contains(*group));
    let total: f32 = lines.map(|(_, strength)| *strength).sum();
    let sheet = |(offer, p): (&Offer, &f32)| {
        let here = group(offer.line);
        let others = siblings.get(&here).into_iter().flatten().filter(|line| **line != offer.line);
        let count = number(others.clone().count().max(1));
        let mean = others.clone().filter_map(|line| best.get(line)).sum::<f32>() / count;
        let alike = others.filter_map(|line| shaped.get(&(*line, offer.shape))).sum::<f32>();
        let elsewhere = strength.iter().filter(|(other, _)| {
            **other != here && (offer.form == Form::Prose || !prose.contains(*other))
        });
        let elsewhere = elsewhere.map(|(_, strength)| *strength).fold(0.0, f32::max);
        let rivals = blocks.get(&offer.index).into_iter().flatten();
        let rivals =
            rivals.filter(|(other, _)| other.part == offer.part && !std::ptr::eq(*other, offer));
        let rival = rivals.map(|(_, p)| *p).fold(0.0, f32::max);
        let chance = p.clamp(1e-4, 1.0 - 1e-4);
        Sheet(vec![
            ("odds", (chance / (1.0 - chance)).ln() / 3.0),
            ("siblings-mean", mean),
            ("other-group", elsewhere.ln_1p()),
            ("behind-rival", (rival - p).max(0.0)),
            ("post", total.ln_1p()),
            ("own-siblings", p * mean),
            ("siblings-same-shape", alike / count),
        ])
    };
    offers.all.iter().zip(own).map(sheet).collect()
}

/// The probability of each offer among the others, from those of [`own`].
pub(crate) fn probabilities(offers: &Offers, own: &[f32]) -> Vec<f32> {
    let mut all = weighted(SESSIONS.among, offers, &among(offers, own));
    for (p, offer) in all.iter_mut().zip(&offers.all) {
        // "S talked about regular expressions" has one reading only.
        let has_more_readings = offer.candidate.title.is_some() || offer.has_one_word_name();
        let in_doubt = offer.form == Form::Prose && *p < SESSIONS.sentence;
        if in_doubt && has_more_readings && !is_line(offers, offer) {
            *p *= SESSIONS.sure / SESSIONS.sentence;
        }
    }
    all
}

/// Whether the block of an offer is also the same session as a line.
fn is_line(offers: &Offers, offer: &Offer) -> bool {
    let lines = offers.all.iter().filter(|other| other.form != Form::Prose);
    let mut here = lines.filter(|line| line.index == offer.index);
    here.any(|line| same(&line.candidate, &offer.candidate))
}

/// The offers that reach `least`, the best of those that exclude each other, in the order of the text.
pub(crate) fn choose(offers: &Offers, probabilities: &[f32], least: f32) -> Vec<(usize, f32)> {
    let mut order: Vec<(usize, f32)> =
        probabilities.iter().copied().enumerate().filter(|(_, p)| *p >= least).collect();
    order.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let mut chosen: Vec<(usize, f32)> = Vec::new();
    for (at, p) in order {
        let Some(offer) = offers.all.get(at) else {
            continue;
        };
        let taken = chosen
            .iter()
            .filter_map(|(other, _)| offers.all.get(*other))
            .any(|other| excludes(other, offer));
        if !taken {
            chosen.push((at, p));
        }
    }
    chosen.sort_by_key(|(at, _)| {
        offers.all.get(*at).map(|offer| (offer.index, offer.part.start, offer.words.start))
    });
    chosen
}

/// The least probability of a line in a Chinese, Japanese or Korean post that its siblings make sure.
const CJK_LEVEL: f32 = 0.3;

/// Makes the lines of a list sure that have the form of their siblings, with a speaker like these or without one, where at least half of these are.
pub(crate) fn level(offers: &Offers, chosen: &mut [(usize, f32)], sure: f32) {
    let cjk = offers.lexicon.is_cjk();
    let form = |at: usize| {
        let offer = offers.all.get(at)?;
        let candidate = &offer.candidate;
        let complete = candidate.title.is_some() && !candidate.speakers.is_empty();
        let line = offers.lines.get(offer.line)?;
        let titled =
            cjk && offer.shape == Shape::Title && (line.marked || offer.form == Form::Heading);
        let listed = matches!(offer.form, Form::Item | Form::Lead) && complete && !offer.forced;
        (listed || titled).then_some((line.group, offer.shape, complete))
    };
    let mut counts: BTreeMap<(usize, Shape, bool), (usize, usize)> = BTreeMap::new();
    for (at, p) in chosen.iter() {
        if let Some(form) = form(*at) {
            let (known, all) = counts.entry(form).or_default();
            *known += usize::from(*p >= sure);
            *all += 1;
        }
    }
    for (at, p) in chosen {
        let count = form(*at).and_then(|form| counts.get(&form));
        if (!cjk || *p >= CJK_LEVEL) && count.is_some_and(|(known, all)| known * 2 >= *all) {
            *p = p.max(sure);
        }
    }
}

/// How many lines of a group must be sure, and of how many tenths of them more, for the others to be so.
const MANY: usize = 5;
const TENTHS: usize = 6;

/// Makes lines sure that have the form of their siblings, where many are sure and nearly all are: a programme is read as one.
pub(crate) fn level_many(offers: &Offers, chosen: &mut [(usize, f32)], sure: f32) {
    let form = |at: usize| {
        let offer = offers.all.get(at)?;
        // Headings of one level are less alike, but for names.
        let listed = match offer.form {
            Form::Prose => false,
            Form::Heading => offer.shape == Shape::Speaker,
            _ => true,
        };
        listed.then_some((offers.lines.get(offer.line)?.group, offer.shape))
    };
    let mut known: BTreeMap<(usize, Shape), usize> = BTreeMap::new();
    for form in chosen.iter().filter(|(_, p)| *p >= sure).filter_map(|(at, _)| form(*at)) {
        *known.entry(form).or_default() += 1;
    }
    let mut groups: BTreeMap<usize, usize> = BTreeMap::new();
    for line in &offers.lines {
        *groups.entry(line.group).or_default() += 1;
    }
    for (at, p) in chosen {
        let Some(form) = form(*at) else { continue };
        let count = known.get(&form).copied().unwrap_or_default();
        let lines = groups.get(&form.0).copied().unwrap_or_default();
        if count >= MANY && count * 10 > lines * TENTHS {
            *p = p.max(sure);
        }
    }
}

/// Whether the remark of each line tells of a talk: "**T t** (S): she showed how …"; `None` for other lines, and where the remark
/// does not begin with its speaker or the talk.
pub(crate) fn remarks(view: &View<'_>, offers: &Offers) -> Vec<Option<bool>> {
    let remark = |offer: &Offer| {
        let listed = matches!(offer.form, Form::Item | Form::Lead) && !offer.forced;
        let shaped = matches!(offer.shape, Shape::Brackets | Shape::By | Shape::TitleFirst(_));
        let title = offer.candidate.title.as_ref();
        let phrase = title.is_some_and(|title| title.value.split_whitespace().nth(1).is_some());
        let whole = phrase && !offer.candidate.speakers.is_empty();
        (listed && shaped && whole).then(|| tells_of_talk(view, offer))?
    };
    offers.all.iter().map(remark).collect()
}

/// Lowers a line below `sure` that is alone in its list and whose remark tells of no talk: "**Best cake** (S): she baked it".
/// Other readings of its block as well.
pub(crate) fn lower(offers: &Offers, remarks: &[Option<bool>], all: &mut [f32], sure: f32) {
    let group = |offer: &Offer| offers.lines.get(offer.line).map(|line| line.group);
    let alone = |offer: &Offer| {
        offers.lines.iter().filter(|line| Some(line.group) == group(offer)).count() == 1
    };
    let lines = offers.all.iter().zip(remarks).filter(|(_, remark)| **remark == Some(false));
    let lines = lines.map(|(offer, _)| offer).filter(|offer| alone(offer));
    let blocks: BTreeSet<usize> = lines.map(|offer| offer.index).collect();
    for (p, _) in all.iter_mut().zip(&offers.all).filter(|(_, it)| blocks.contains(&it.index)) {
        *p = p.min(sure * IN_DOUBT);
    }
}

/// Makes lines sure whose remark tells of a talk. Alone in its list, such a line has no siblings that would show what it is.
pub(crate) fn raise(remarks: &[Option<bool>], chosen: &mut [(usize, f32)], sure: f32) {
    for (_, p) in chosen.iter_mut().filter(|(at, _)| remarks.get(*at) == Some(&Some(true))) {
        *p = p.max(sure);
    }
}

/// So early in a remark its verb is that of the speaker, in bytes.
const EARLY: usize = 60;

/// What makes a probability one in doubt.
const IN_DOUBT: f32 = 0.99;

/// Whether what follows title and speaker in a line has a verb of talks, or a word for them, where it begins with "she", "the
/// talk" or the like.
fn tells_of_talk(view: &View<'_>, offer: &Offer) -> Option<bool> {
    let mut body = offer.candidate.body.iter();
    let (block, range) = body.find(|(block, _)| *block == offer.index)?;
    let rest = view.block(*block)?.text.plain.get(range.clone())?;
    let folded = fold(rest.get(..rest.floor_char_boundary(EARLY))?);
    let remark = folded.trim_start();
    let mut telling = view.lexicon.list(|w| &w.telling);
    let begins = |word| remark.strip_prefix(word).is_some_and(|rest| rest.starts_with(' '));
    let has = |list: List| view.lexicon.has(remark, list);
    telling.any(begins).then(|| has(|w| &w.verbs) || has(|w| &w.talks))
}

/// Whether two offers cannot both be sessions: they use the same words, or are the same.
fn excludes(a: &Offer, b: &Offer) -> bool {
    let apart = if a.index == b.index {
        a.form == b.form
            && matches!(a.form, Form::Prose | Form::Row)
            && (a.words.end <= b.words.start || b.words.end <= a.words.start)
    } else {
        !a.blocks.contains(&b.index) && !b.blocks.contains(&a.index)
    };
    !apart || same(&a.candidate, &b.candidate)
}

/// A title in lower case; in scripts where spaces vary, without them: "할수" and "할 수".
fn joined(title: &str) -> String {
    let folded = fold(title);
    if folded.chars().any(is_cjk) { folded.replace(' ', "") } else { folded }
}

/// Whether all speakers of one candidate are among those of another.
pub(super) fn within(a: &Candidate, b: &Candidate) -> bool {
    let known = |p: &Person| b.speakers.iter().any(|q| same_person(&p.name.value, &q.name.value));
    !a.speakers.is_empty() && a.speakers.iter().all(known)
}

/// Whether two candidates are one session: with the same title, or one without a title and the
/// same people.
fn same(a: &Candidate, b: &Candidate) -> bool {
    match (&a.title, &b.title) {
        (Some(a), Some(b)) => {
            let (a, b) = (joined(&a.value), joined(&b.value));
            let (a, b) = (a.trim(), b.trim());
            a == b || (a.len() > 12 && b.contains(a)) || (b.len() > 12 && a.contains(b))
        }
        _ => within(a, b) || within(b, a),
    }
}
