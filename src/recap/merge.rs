//! Merges the front matter with the text; the front matter wins.

use super::event::{Described, Weighed};
use super::layout::people::same_person;
use super::{Event, Origin, Recap, Session, Understood, described};
use crate::language::fold;
use crate::post::{self, Post, Spanned};

/// The event according to the text: what is sure, and what is doubtful.
pub(super) fn described_event(from: Described) -> (Event, Event) {
    let day = |pick: fn(&super::event::Days) -> chrono::NaiveDate| {
        from.days.as_ref().map(|days| Understood {
            value: pick(days),
            range: days.source.clone(),
            from: Origin::Text,
            confidence: if days.sure { 1.0 } else { COUNTED },
        })
    };
    let (start, end) = (day(|days| days.start), day(|days| days.end));
    let sure_days = from.days.as_ref().is_some_and(|days| days.sure);
    let doubtful_days = (start.clone(), end.clone());
    let (name, doubtful_name) = weighed(from.name);
    let (place, doubtful_place) = weighed(from.place);
    let sure = Event {
        name,
        start: start.filter(|_| sure_days),
        end: end.filter(|_| sure_days),
        place,
        url: from.url.map(described),
        hashtags: from.hashtags.into_iter().map(described).collect(),
    };
    let doubtful = Event {
        name: doubtful_name,
        start: doubtful_days.0.filter(|_| !sure_days),
        end: doubtful_days.1.filter(|_| !sure_days),
        place: doubtful_place,
        ..Event::default()
    };
    (sure, doubtful)
}

/// The probability of days computed from the day of writing, measured on labelled posts.
const COUNTED: f32 = 0.5;

/// The least probability for a question.
const ASKED: f32 = 0.2;

/// A value as sure, or as doubtful.
fn weighed(from: Option<Weighed>) -> (Option<Understood<String>>, Option<Understood<String>>) {
    let Some(weighed) = from.filter(|weighed| weighed.confidence >= ASKED) else {
        return (None, None);
    };
    let value = Understood { confidence: weighed.confidence, ..described(weighed.found) };
    if weighed.sure { (Some(value), None) } else { (None, Some(value)) }
}

/// Overrides the text's values by the front matter's.
pub(super) fn front_matter(recap: &mut Recap, post: &Post) {
    let head = &post.head;
    if head.event.is_none() && head.sessions.is_none() && head.takeaway.is_none() {
        return;
    }
    if let Some(event) = &head.event {
        let own = &event.value;
        let into = &mut recap.event;
        let doubtful = &mut recap.doubtful.event;
        over(&mut into.name, own.name.as_ref());
        over(&mut into.start, own.start.as_ref());
        // A first day from the front matter with a last day from the text would mix two events.
        if own.start.is_some() {
            into.end = None;
        }
        over(&mut into.end, own.end.as_ref());
        over(&mut into.place, own.place.as_ref());
        over(&mut into.url, own.url.as_ref());
        if let Some(hashtags) = &own.hashtags {
            into.hashtags = hashtags.iter().map(from_front_matter).collect();
            doubtful.hashtags.clear();
        }
        // Nothing to ask about what the author wrote.
        if into.name.is_some() {
            doubtful.name = None;
        }
        if into.start.is_some() {
            (doubtful.start, doubtful.end) = (None, None);
        }
        if into.place.is_some() {
            doubtful.place = None;
        }
        recap.is_recap = true;
    }
    if let Some(sessions) = &head.sessions {
        // Remove what the front matter has from both the sure and the doubtful values.
        let mut from_text = std::mem::take(&mut recap.sessions);
        from_text.append(&mut recap.doubtful.sessions);
        recap.sessions = sessions
            .iter()
            .map(|own| {
                let known = from_text.iter().position(|session| same(session, &own.value));
                let base = known.map(|index| from_text.remove(index)).unwrap_or_default();
                with_own(base, own)
            })
            .collect();
        recap.is_recap |= !sessions.is_empty();
    }
    if let Some(takeaway) = &head.takeaway {
        recap.takeaway = Some(from_front_matter(takeaway));
    }
}

fn with_own(mut session: Session, own: &Spanned<post::Session>) -> Session {
    session.confidence = 1.0;
    if session.range.is_empty() {
        session.range = own.range.clone();
    }
    let own = &own.value;
    if !own.speakers.is_empty() {
        session.speakers = own.speakers.iter().map(from_front_matter).collect();
    }
    over(&mut session.title, own.title.as_ref());
    over(&mut session.url, own.url.as_ref());
    over(&mut session.slides, own.slides.as_ref());
    over(&mut session.video, own.video.as_ref());
    over(&mut session.takeaway, own.takeaway.as_ref());
    if own.takeaway.is_some() {
        session.lessons.clear();
    }
    session
}

/// Whether the text's session is that of the front matter.
fn same(session: &Session, own: &post::Session) -> bool {
    match (&session.title, &own.title) {
        (Some(a), Some(b)) => {
            let (a, b) = (fold(&a.value), fold(&b.value));
            a == b
                || (a.len() > 10 && b.contains(a.trim()))
                || (b.len() > 10 && a.contains(b.trim()))
        }
        _ => {
            !own.speakers.is_empty()
                && own.speakers.iter().all(|name| {
                    session.speakers.iter().any(|other| same_person(&name.value, &other.value))
                })
        }
    }
}

fn over<T: Clone>(field: &mut Option<Understood<T>>, own: Option<&Spanned<T>>) {
    if let Some(own) = own {
        *field = Some(from_front_matter(own));
    }
}

fn from_front_matter<T: Clone>(own: &Spanned<T>) -> Understood<T> {
    Understood {
        value: own.value.clone(),
        range: own.range.clone(),
        from: Origin::FrontMatter,
        confidence: 1.0,
    }
}
