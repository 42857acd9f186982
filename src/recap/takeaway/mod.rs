//! The takeaway, a sentence that sums up a session: a learned model ranks candidates from the texts
//! about it. A session without a good candidate has none.

mod candidate;
mod features;
mod label;
mod scene;

use std::collections::BTreeSet;
use std::ops::Range;

use super::blocks::Blocks;
use super::text::Found;
use super::weights::TAKEAWAYS;
use super::{Origin, Session, Understood};
use crate::language::Lexicon;
pub(super) use candidate::dangles;
pub(super) use features::Takeaway;
pub(super) use scene::Scene;

/// A post about one session has so many further lessons, each at least so probable.
const LESSONS: usize = 2;
const LESSON_SURE: f32 = 0.7;

/// The least probability of the sentence in which the author tells of the own talk, or praises one outright.
const TELLS_MOST: f32 = 0.6;

/// Sets each session's takeaway to the best sentence about it, if one is good enough; a sentence
/// for two sessions goes to the more probable one.
pub(super) fn give(
    sessions: &mut [Session],
    blocks: &Blocks,
    used: &[Range<usize>],
    lexicon: Lexicon,
) {
    let scene = Scene::of(sessions, blocks, used, lexicon);
    let mut offers: Vec<(f32, usize, Found)> = Vec::new();
    for at in 0..sessions.len() {
        for candidate in scene.candidates(at) {
            let mut probability = TAKEAWAYS.probability(&candidate.features);
            if scene.tells_most(at, &candidate.found) {
                probability = probability.max(TELLS_MOST);
            }
            if TAKEAWAYS.accepts(probability) {
                offers.push((probability, at, candidate.found));
            }
        }
    }
    let praised: Vec<bool> = (0..sessions.len()).map(|at| scene.praises(at)).collect();
    for (session, praised) in sessions.iter_mut().zip(praised) {
        session.praised = praised;
    }
    offers.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut used: BTreeSet<usize> = BTreeSet::new();
    let only = sessions.len() == 1;
    for (probability, at, found) in offers {
        let Some(session) = sessions.get_mut(at) else {
            continue;
        };
        let lesson = only && probability >= LESSON_SURE && session.lessons.len() < LESSONS;
        if (session.takeaway.is_none() || lesson) && used.insert(found.source.start) {
            let said = Understood {
                value: found.value,
                range: found.source,
                from: Origin::Text,
                confidence: probability,
            };
            match session.takeaway {
                None => session.takeaway = Some(said),
                Some(_) => session.lessons.push(said),
            }
        }
    }
}
