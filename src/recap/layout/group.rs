//! What a group of lines decides together.

use std::collections::BTreeSet;

use super::View;
use crate::language::fold;
use crate::recap::line::{self, Reading, Shape};
use crate::recap::name::LIKELY;
use crate::recap::text::Text;

/// The shape that most of a group has: of at least two lines and half of them.
pub fn decide(group: &[Vec<Reading>], helped: bool) -> Option<Shape> {
    let mut best: Option<(f32, Shape)> = None;
    let mut shapes: Vec<Shape> = group
        .iter()
        .flatten()
        .map(|reading| reading.shape)
        .collect();
    shapes.sort_unstable();
    shapes.dedup();
    for shape in shapes {
        if matches!(shape, Shape::Title | Shape::Speaker | Shape::Doing) {
            continue;
        }
        let hits: Vec<f32> = group
            .iter()
            .filter_map(|readings| line::best(readings, shape))
            .map(|reading| reading.sure)
            .filter(|sure| *sure >= 0.45)
            .collect();
        let sum: f32 = hits.iter().sum();
        #[expect(clippy::cast_precision_loss, reason = "a group has few lines")]
        let mean = sum / hits.len().max(1) as f32;
        let enough = hits.len() >= 2 && hits.len() * 2 >= group.len();
        let bar = if helped { 0.52 } else { LIKELY + 0.06 };
        // Four lines or more that agree bear one another out.
        let agreed = hits.len() >= 4 && hits.len() * 5 >= group.len() * 4;
        let bar = if agreed { bar - 0.14 } else { bar };
        if enough && mean >= bar && best.is_none_or(|(other, _)| sum > other) {
            best = Some((sum, shape));
        }
    }
    best.map(|(_, shape)| shape)
        .or_else(|| pooled(group, helped))
}

/// Whether a group of lines is something else that names people: a conversation, in which the same
/// few speak again and again, or a list of changes with the numbers of their issues.
pub fn other_lists<'a>(
    lines: impl Iterator<Item = (&'a Text, &'a [Reading])>,
    shape: Shape,
) -> bool {
    let (mut count, mut numbered, mut told) = (0, 0, 0);
    let mut names = BTreeSet::new();
    for (text, readings) in lines {
        count += 1;
        let issue = text.plain.match_indices('#').any(|(at, _)| {
            let number = text.plain.get(at + 1..).unwrap_or_default();
            number.bytes().take_while(u8::is_ascii_digit).count() > 2
        });
        numbered += usize::from(issue);
        if let Some(first) = choose(readings, shape).and_then(|r| r.speakers.first()) {
            told += 1;
            names.insert(fold(&first.name.value));
        }
    }
    numbered * 2 > count || (told >= 3 && names.len() * 2 <= told)
}

/// A group whose lines differ in shape but are each certain enough; the most frequent shape.
fn pooled(group: &[Vec<Reading>], helped: bool) -> Option<Shape> {
    let bar = if helped { 0.58 } else { 0.75 };
    let shapes: Vec<Shape> = group
        .iter()
        .filter_map(|readings| surest(readings).filter(|reading| reading.sure >= bar))
        .map(|reading| reading.shape)
        .collect();
    if shapes.len() < 2 || shapes.len() * 2 < group.len() {
        return None;
    }
    shapes
        .iter()
        .copied()
        .max_by_key(|shape| shapes.iter().filter(|other| *other == shape).count())
}

/// The surest reading that has a title and names.
fn surest(readings: &[Reading]) -> Option<&Reading> {
    readings
        .iter()
        .filter(|r| !matches!(r.shape, Shape::Title | Shape::Speaker | Shape::Doing))
        .max_by(|a, b| a.sure.total_cmp(&b.sure))
}

/// "Keynote: S": a session without a title, where the group has others with one.
pub fn untitled<'r>(view: &View<'_>, text: &Text, readings: &'r [Reading]) -> Option<&'r Reading> {
    let lead = line::lead(text, view.lexicon);
    let label = text.plain.get(..lead).unwrap_or_default();
    line::best(readings, Shape::Speaker)
        .filter(|reading| reading.sure >= LIKELY && view.lexicon.has(label, |w| &w.talks))
}

/// What a line says once its group is decided: the group's shape, else another that is certain,
/// or much surer.
pub fn choose(readings: &[Reading], shape: Shape) -> Option<&Reading> {
    let usual = line::best(readings, shape).filter(|reading| reading.sure >= 0.3);
    let surest = surest(readings);
    match (usual, surest) {
        (Some(usual), Some(surest)) if surest.sure > usual.sure + 0.25 => Some(surest),
        (Some(usual), _) => Some(usual),
        (None, surest) => surest.filter(|reading| line::certain(reading)),
    }
}
