//! What the author wrote in the front matter goes before what the text tells.

use std::ops::Range;

use super::event::Told;
use super::layout::same_person;
use super::words::fold;
use super::{Event, Origin, Recap, Session, Understood, told};
use crate::post::{self, Head};

/// The event as the text tells of it.
pub fn told_event(from: Told) -> Event {
    let day = |pick: fn(&super::event::Days) -> chrono::NaiveDate| {
        from.days.as_ref().map(|days| Understood {
            value: pick(days),
            range: days.source.clone(),
            from: Origin::Text,
        })
    };
    Event {
        start: day(|days| days.start),
        end: day(|days| days.end),
        name: from.name.map(told),
        place: from.place.map(told),
        url: from.url.map(told),
        hashtags: from.hashtags.into_iter().map(told).collect(),
    }
}

/// Puts what the front matter says over what the text tells.
pub fn front_matter(recap: &mut Recap, head: &Head) {
    if let Some(event) = &head.event {
        let range = &event.range;
        let own = &event.value;
        let into = &mut recap.event;
        over(&mut into.name, own.name.as_ref(), range);
        over(&mut into.start, own.start.as_ref(), range);
        // A first day of the author's with a last day of the text's would be two events.
        if own.start.is_some() {
            into.end = None;
        }
        over(&mut into.end, own.end.as_ref(), range);
        over(&mut into.place, own.place.as_ref(), range);
        over(&mut into.url, own.url.as_ref(), range);
        if !own.hashtags.is_empty() {
            into.hashtags = own
                .hashtags
                .iter()
                .map(|tag| said(tag.trim_start_matches('#').to_owned(), range))
                .collect();
        }
        recap.is_recap = true;
    }
    if !head.sessions.is_empty() {
        let mut from_text = std::mem::take(&mut recap.sessions);
        recap.sessions = head
            .sessions
            .iter()
            .map(|own| {
                let known = from_text
                    .iter()
                    .position(|session| same(session, &own.value));
                let base = known
                    .map(|index| from_text.swap_remove(index))
                    .unwrap_or_default();
                with_own(base, &own.value, &own.range)
            })
            .collect();
        recap.is_recap = true;
    }
    if let Some(takeaway) = &head.takeaway {
        recap.takeaway = Some(said(takeaway.value.clone(), &takeaway.range));
    }
}

fn with_own(mut session: Session, own: &post::Session, range: &Range<usize>) -> Session {
    if session.range.is_empty() {
        session.range = range.clone();
    }
    if !own.speakers.is_empty() {
        session.speakers = own
            .speakers
            .iter()
            .map(|name| said(name.clone(), range))
            .collect();
    }
    over(&mut session.title, own.title.as_ref(), range);
    over(&mut session.url, own.url.as_ref(), range);
    over(&mut session.slides, own.slides.as_ref(), range);
    over(&mut session.video, own.video.as_ref(), range);
    over(&mut session.takeaway, own.takeaway.as_ref(), range);
    session
}

/// Whether the text's session is the one that the front matter means.
fn same(session: &Session, own: &post::Session) -> bool {
    match (&session.title, &own.title) {
        (Some(a), Some(b)) => {
            let (a, b) = (fold(&a.value), fold(b));
            a == b
                || (a.len() > 10 && b.contains(a.trim()))
                || (b.len() > 10 && a.contains(b.trim()))
        }
        _ => {
            !own.speakers.is_empty()
                && own.speakers.iter().all(|name| {
                    session
                        .speakers
                        .iter()
                        .any(|other| same_person(name, &other.value))
                })
        }
    }
}

fn over<T: Clone>(field: &mut Option<Understood<T>>, own: Option<&T>, range: &Range<usize>) {
    if let Some(own) = own {
        *field = Some(said(own.clone(), range));
    }
}

fn said<T>(value: T, range: &Range<usize>) -> Understood<T> {
    Understood {
        value,
        range: range.clone(),
        from: Origin::FrontMatter,
    }
}
