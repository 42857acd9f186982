//! The event's name where a link to a site for events, or the verb of its attendee, tells it from the subject of the post.

use super::View;
use super::name::Name;
use super::parts::bare;
use super::weigh::Candidate;
use crate::recap::text::Found;
use crate::recap::weights::NAMES as MODEL;

/// What says that a candidate is an event, and not the subject of the post.
const EVENTS: [Name; 5] = [Name::EventWord, Name::Noun, Name::Hashtag, Name::Year, Name::Stripped];

/// How sure an event's name is at least that is found here.
pub(super) const SURE: f32 = 0.6;

/// Sites where groups announce their events, by their host, or by its beginning where a full stop ends it.
const SITES: [&str; 9] = [
    "meetup.com",
    "eventbrite.",
    "lu.ma",
    "luma.com",
    "lanyrd.com",
    "connpass.com",
    "doorkeeper.jp",
    "guild.host",
    "gdg.community",
];

/// The name of an event that goes before `best`, which is only the subject of the post, or is itself so found.
pub(super) fn instead_of<'a>(
    best: &Found,
    view: &View<'_>,
    all: &'a [Candidate],
) -> Option<&'a Found> {
    let is_event = || {
        let mut named = all.iter().filter(|it| it.found.value == best.value);
        named.any(|it| EVENTS.into_iter().any(|feature| it.features.has(feature)))
    };
    attended(view, all).filter(|name| name.value == best.value || !is_event())
}

/// Whether a URL leads to such a site: `https://www.meetup.com/ruby`.
fn is_site(href: &str) -> bool {
    let host = href.split("://").nth(1).unwrap_or_default();
    let host = host.split(['/', '?', '#']).next().unwrap_or_default();
    SITES.iter().any(|site| {
        host.match_indices(site).any(|(at, _)| {
            let begins = at == 0 || host.get(..at).is_some_and(|before| before.ends_with('.'));
            begins && (site.ends_with('.') || at + site.len() == host.len())
        })
    })
}

/// The candidate in the first paragraphs that links to a site for events: "at the [Ruby in London meetup](…)", or that is an event
/// which somebody attended.
fn attended<'a>(view: &View<'_>, all: &'a [Candidate]) -> Option<&'a Found> {
    let links = view.early_texts(3).flat_map(|text| {
        let links = text.links().filter(move |(_, href)| is_site(href));
        links.map(|(range, _)| text.found(&bare(text, range.clone(), view.lexicon)).value)
    });
    // "Cork Backend Meetup (CBM)"; not "a lightning talk".
    let links = links.filter(|name| !view.lexicon.has(name, |w| &w.talks));
    let links = links.map(|name| name.split(" (").next().unwrap_or_default().to_owned());
    let improper = [Name::Lower, Name::Common, Name::Person];
    let proper = |it: &&Candidate| !improper.into_iter().any(|feature| it.features.has(feature));
    let mut linked = links.filter_map(|name| {
        all.iter().filter(proper).find(|it| it.found.value == name).map(|it| &it.found)
    });
    linked.next().or_else(|| {
        let says = [Name::Attended, Name::First];
        let is_event = |it: &&Candidate| {
            says.into_iter().all(|feature| it.features.has(feature))
                && [Name::EventWord, Name::Noun].into_iter().any(|it_is| it.features.has(it_is))
                && MODEL.accepts(MODEL.probability(&it.features))
        };
        all.iter().filter(proper).find(is_event).map(|it| &it.found)
    })
}
