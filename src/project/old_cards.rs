//! Cards in the tree that are no longer outputs: of posts that are gone, and those that no setting asks for.

use std::collections::{BTreeMap, BTreeSet};

use super::stale::is_card;
use super::{Composed, Project, Stop};
use crate::card::{self, Shape};
use crate::config::{CARDS, Cards};
use crate::report::Finding;
use crate::rules::outputs::{LEFTOVER_CARD, ORPHAN_CARD};
use crate::tree::{Tree, below, under};

/// Why nothing draws a card whose post is there; one finding for each reason.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Cause {
    /// There is no `[cards]`.
    Table,
    /// `portrait` and `sessions` are off.
    Both,
    /// `portrait` is off.
    Portrait,
    /// `sessions` is off.
    Sessions,
    /// The post has fewer sessions.
    Session,
}

impl Cause {
    /// The cause for a card of this name.
    fn of(
        name: &str,
        cards: Option<&Cards>,
        drawn: &BTreeSet<&str>,
        keys: &[String],
    ) -> Option<Self> {
        let (key, session, shape) = card::parts(name, keys)?;
        let Some(cards) = cards else { return Some(Self::Table) };
        let portrait = shape == Shape::Portrait;
        match (portrait && !cards.portrait, session && !cards.sessions) {
            (true, true) => Some(Self::Both),
            (true, false) => Some(Self::Portrait),
            (false, true) => Some(Self::Sessions),
            (false, false) => {
                // Cards of posts that left the window stay.
                let of_post = under(&cards.dir, &card::file(key, None, Shape::Landscape));
                let path = under(&cards.dir, name);
                (drawn.contains(&*of_post) && !drawn.contains(&*path)).then_some(Self::Session)
            }
        }
    }

    fn finding(self, paths: &[String]) -> Finding {
        let (message, delete) = match paths.len() {
            1 => ("nothing draws this card any more".to_owned(), "delete it".to_owned()),
            count => (
                format!("nothing draws {count} cards any more; this is one of them"),
                format!("delete `{}`", paths.join("`, `")),
            ),
        };
        let wanted = match self {
            Self::Table => ", or write `[cards]`",
            Self::Both => ", or write `portrait = true` and `sessions = true` under `[cards]`",
            Self::Portrait => ", or write `portrait = true` under `[cards]`",
            Self::Sessions => ", or write `sessions = true` under `[cards]`",
            Self::Session => "",
        };
        let help = format!("{delete}{wanted}");
        let first = paths.first().map_or("", |path| path);
        Finding::new(&LEFTOVER_CARD, message).in_file(first).help(help)
    }
}

/// Reports old cards. The folder may have other images: a card is marked as one.
///
/// # Errors
/// The folder cannot be read.
pub(super) fn findings(
    project: &Project<'_>,
    composed: &Composed,
    tree: &dyn Tree,
) -> Result<Vec<Finding>, Stop> {
    let mut found = Vec::new();
    let cards = project.config.cards.as_ref();
    // Without a table it is only known where cards are by default.
    let dir = cards.map_or(CARDS, |cards| cards.dir.as_str());
    let keys = &composed.keys;
    let drawn: BTreeSet<&str> = composed.cards.iter().map(|card| card.path.as_str()).collect();
    let mut causes: BTreeMap<Cause, Vec<String>> = BTreeMap::new();
    for entry in tree.list(dir)? {
        let Some(name) = below(&entry.path, dir).filter(|name| is_card(name)) else {
            continue;
        };
        let cause = Cause::of(name, cards, &drawn, keys);
        let is_orphan = card::parts(name, keys).is_none();
        let is_own = || tree.read_output(&entry.path).is_ok_and(|bytes| card::is_own(&bytes));
        if !(is_orphan || cause.is_some()) || !is_own() {
            continue;
        }
        match cause {
            Some(cause) => causes.entry(cause).or_default().push(entry.path),
            None => found.push(
                Finding::new(&ORPHAN_CARD, "the post of this card is gone")
                    .in_file(entry.path)
                    .help("delete it"),
            ),
        }
    }
    found.extend(causes.iter().map(|(cause, paths)| cause.finding(paths)));
    Ok(found)
}
