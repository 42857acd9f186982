//! Cards in the tree that are no longer outputs: of posts that are gone, and those that no setting asks for.

use std::collections::{BTreeMap, BTreeSet};

use super::stale::is_card;
use super::{Composed, Project, Stop};
use crate::card::{self, Shape};
use crate::config::Cards;
use crate::report::Finding;
use crate::rules::outputs::{LEFTOVER_CARD, ORPHAN_CARD};
use crate::tree::{Tree, under};

/// Why nothing draws a card whose post is there; one finding for each reason.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Cause {
    /// `portrait` is off.
    Portrait,
    /// `sessions` is off.
    Sessions,
    /// The post has fewer sessions.
    Session,
}

impl Cause {
    /// The cause for a card of this name.
    fn of(name: &str, cards: &Cards, drawn: &BTreeSet<&str>, keys: &[String]) -> Option<Self> {
        let (key, session, shape) = card::parts(name, keys)?;
        if shape == Shape::Portrait && !cards.portrait {
            Some(Self::Portrait)
        } else if session && !cards.sessions {
            Some(Self::Sessions)
        } else {
            // Cards of posts that left the window stay.
            let of_post = under(&cards.dir, &card::file(key, None, Shape::Landscape));
            let path = under(&cards.dir, name);
            (drawn.contains(&*of_post) && !drawn.contains(&*path)).then_some(Self::Session)
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
        let help = match self {
            Self::Portrait => format!("{delete}, or write `portrait = true` under `[cards]`"),
            Self::Sessions => format!("{delete}, or write `sessions = true` under `[cards]`"),
            Self::Session => delete,
        };
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
    let Some(cards) = &project.config.cards else {
        return Ok(found);
    };
    let keys = &composed.keys;
    let drawn: BTreeSet<&str> = composed.cards.iter().map(|card| card.path.as_str()).collect();
    let prefix = under(&cards.dir, "");
    let mut causes: BTreeMap<Cause, Vec<String>> = BTreeMap::new();
    for entry in tree.list(&cards.dir)? {
        let Some(name) = entry.path.strip_prefix(&prefix).filter(|name| is_card(name)) else {
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
