//! Which offers are sessions: a learned score for each by itself, a second one with those of its
//! siblings and rivals, and the best of those that exclude each other.

use std::collections::BTreeMap;

use super::offer::{Form, Offer, Offers};
use super::signs::Sheet;
use super::weights::SESSIONS;
use super::{Candidate, same_person};
use crate::language::fold;

/// A model with weights of its own for each form.
#[derive(Debug)]
pub struct Forms {
    /// From this probability on a session is sure.
    pub sure: f32,
    /// From this probability on it is worth a question.
    pub doubtful: f32,
    /// Feature and weights, in the order of [`Form`]: what is known of an offer by itself.
    pub own: &'static [(&'static str, [f32; 5])],
    /// The same with what is known of its siblings and rivals.
    pub among: &'static [(&'static str, [f32; 5])],
}

fn weighted(weights: &[(&str, [f32; 5])], values: &[(&str, f32)], form: Form) -> f32 {
    let of = |all: &[f32; 5]| all.get(form as usize).copied().unwrap_or_default();
    let bias = weights.last().map_or(0.0, |(_, all)| of(all));
    let sum: f32 = weights
        .iter()
        .zip(values)
        .map(|((_, all), (_, value))| of(all) * value)
        .sum();
    let score = (bias + sum).clamp(-30.0, 30.0);
    1.0 / (1.0 + (-score).exp())
}

/// The probability of each offer by what is known of itself.
pub fn own(offers: &Offers, sheets: &[Sheet]) -> Vec<f32> {
    offers
        .all
        .iter()
        .zip(sheets)
        .map(|(offer, sheet)| weighted(SESSIONS.own, &sheet.0, offer.form))
        .collect()
}

#[expect(clippy::cast_precision_loss, reason = "small counts")]
fn number(count: usize) -> f32 {
    count as f32
}

/// The features of each offer among the others, from the probabilities of [`own`].
pub fn among(offers: &Offers, own: &[f32]) -> Vec<Sheet> {
    let mut best = vec![0.0_f32; offers.lines.len()];
    for (offer, p) in offers.all.iter().zip(own) {
        if let Some(slot) = best.get_mut(offer.line) {
            *slot = slot.max(*p);
        }
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    // Lines that offer nothing are no siblings.
    let offering: Vec<bool> = (0..offers.lines.len())
        .map(|at| offers.all.iter().any(|offer| offer.line == at))
        .collect();
    for (at, line) in offers.lines.iter().enumerate() {
        if offering.get(at).copied().unwrap_or_default() {
            groups.entry(line.group).or_default().push(at);
        }
    }
    let of = |at: &usize| best.get(*at).copied().unwrap_or_default();
    let strength: BTreeMap<usize, f32> = groups
        .iter()
        .map(|(group, lines)| (*group, lines.iter().map(of).sum()))
        .collect();
    let total: f32 = strength.values().sum();
    offers
        .all
        .iter()
        .zip(own)
        .map(|(offer, p)| {
            let group = offers.lines.get(offer.line).map_or(0, |line| line.group);
            let siblings: Vec<usize> = groups
                .get(&group)
                .into_iter()
                .flatten()
                .copied()
                .filter(|at| *at != offer.line)
                .collect();
            let count = number(siblings.len().max(1));
            let mean = siblings.iter().map(of).sum::<f32>() / count;
            let likely = number(siblings.iter().filter(|at| of(at) > 0.5).count()) / count;
            let most = siblings.iter().map(of).fold(0.0, f32::max);
            let alike = siblings
                .iter()
                .map(|at| {
                    let shaped = offers.all.iter().zip(own);
                    shaped
                        .filter(|(other, _)| other.line == *at && other.shape == offer.shape)
                        .map(|(_, p)| *p)
                        .fold(0.0, f32::max)
                })
                .sum::<f32>()
                / count;
            let here = strength.get(&group).copied().unwrap_or_default();
            let elsewhere = strength
                .iter()
                .filter(|(other, _)| **other != group)
                .map(|(_, strength)| *strength)
                .fold(0.0, f32::max);
            let (mut inner, mut outer) = (0.0, 0.0_f32);
            for (at, line) in offers.lines.iter().enumerate() {
                if at == offer.line || !offering.get(at).copied().unwrap_or_default() {
                    continue;
                }
                if line.index > offer.blocks.start && offer.blocks.contains(&line.index) {
                    inner += of(&at);
                }
                if line.index < offer.index && line.blocks.contains(&offer.index) {
                    outer = outer.max(of(&at));
                }
            }
            let rival = offers
                .all
                .iter()
                .zip(own)
                .filter(|(other, _)| {
                    other.index == offer.index
                        && other.part == offer.part
                        && !std::ptr::eq(*other, offer)
                })
                .map(|(_, p)| *p)
                .fold(0.0, f32::max);
            let flag = |holds: bool| f32::from(u8::from(holds));
            let odds = (p.clamp(1e-4, 1.0 - 1e-4) / (1.0 - p.clamp(1e-4, 1.0 - 1e-4))).ln();
            Sheet(vec![
                ("odds", odds / 3.0),
                ("own", *p),
                ("siblings-mean", mean),
                ("siblings-best", most),
                ("siblings-mean-of-three", mean * flag(siblings.len() > 2)),
                ("alone", flag(siblings.is_empty())),
                ("group", here.ln_1p()),
                ("other-group", elsewhere.ln_1p()),
                ("best-group", flag(here >= elsewhere)),
                ("inner", inner.ln_1p()),
                ("outer", outer),
                ("rival", rival),
                ("best-of-block", flag(*p >= rival)),
                ("behind-rival", (rival - p).max(0.0)),
                ("post", total.ln_1p()),
                ("own-siblings", p * mean),
                ("siblings-same-shape", alike),
                ("siblings-likely", likely),
            ])
        })
        .collect()
}

/// The probability of each offer among the others.
pub fn probabilities(offers: &Offers, sheets: &[Sheet]) -> Vec<f32> {
    let own = own(offers, sheets);
    among(offers, &own)
        .iter()
        .zip(&offers.all)
        .map(|(sheet, offer)| weighted(SESSIONS.among, &sheet.0, offer.form))
        .collect()
}

/// The offers that reach `least`, of those that exclude each other the best, in the order of the
/// text.
pub fn choose(offers: &Offers, probabilities: &[f32], least: f32) -> Vec<(usize, f32)> {
    let mut order: Vec<(usize, f32)> = probabilities
        .iter()
        .copied()
        .enumerate()
        .filter(|(_, p)| *p >= least)
        .collect();
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
        offers
            .all
            .get(*at)
            .map(|offer| (offer.index, offer.part.start))
    });
    chosen
}

/// Whether two offers cannot both be sessions: they are read in the same words, or are the same.
fn excludes(a: &Offer, b: &Offer) -> bool {
    let apart = if a.index == b.index {
        a.form == Form::Prose
            && b.form == Form::Prose
            && (a.part.end <= b.part.start || b.part.end <= a.part.start)
    } else {
        !a.blocks.contains(&b.index) && !b.blocks.contains(&a.index)
    };
    !apart || same(&a.candidate, &b.candidate)
}

/// Whether two candidates are one session: of the same title, or one without a title of the same
/// people.
fn same(a: &Candidate, b: &Candidate) -> bool {
    let within = |a: &Candidate, b: &Candidate| {
        !a.speakers.is_empty()
            && a.speakers.iter().all(|p| {
                b.speakers
                    .iter()
                    .any(|q| same_person(&p.name.value, &q.name.value))
            })
    };
    match (&a.title, &b.title) {
        (Some(a), Some(b)) => {
            let (a, b) = (fold(&a.value), fold(&b.value));
            let (a, b) = (a.trim(), b.trim());
            a == b || (a.len() > 12 && b.contains(a)) || (b.len() > 12 && a.contains(b))
        }
        _ => within(a, b) || within(b, a),
    }
}
