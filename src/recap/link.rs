//! The kind of a link's target: a recording, slides, or a page.

use std::ops::Range;

use super::text::{Found, Text};
use crate::language::sessions::{BESIDE_MATERIAL, MATERIAL};
use crate::language::{Lexicon, fold};

/// The kind of a URL's target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    /// A recording.
    Video,
    /// Slides.
    Slides,
    /// Anything else.
    Page,
}

const VIDEO_HOSTS: &[&str] = &[
    "youtube.com",
    "youtu.be",
    "youtube-nocookie.com",
    "vimeo.com",
    "media.ccc.de",
    "confreaks.tv",
    "confreaks.com",
    "infoq.com/presentations",
    "eventials.com",
    "bilibili.com",
    "twitch.tv",
    "peertube",
    "channel9.msdn.com",
    "blip.tv",
    "pyvideo.org",
    "player.vimeo",
    "videos.",
    "video.",
    "nicovideo.jp",
    "dailymotion.com",
    "ustream.tv",
    "video.fosdem.org",
];
const SLIDE_HOSTS: &[&str] = &[
    "slideshare.net",
    "speakerdeck.com",
    "slides.com",
    "docs.google.com/presentation",
    "noti.st",
    "notist",
    "slid.es",
    "prezi.com",
    "docswell.com",
    "slides.",
    "gitpitch.com",
    "zenn.dev/slides",
];

/// The kind of a URL's target, by its host only.
pub(super) fn by_url(href: &str) -> Target {
    let lower = href.get(..href.floor_char_boundary(300)).unwrap_or(href).to_ascii_lowercase();
    let rest = lower.split_once("//").map_or(lower.as_str(), |(_, rest)| rest);
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    let host = |known: &&str| {
        rest.starts_with(*known)
            || rest
                .split('/')
                .next()
                .is_some_and(|host| host.strip_suffix(*known).is_some_and(|sub| sub.ends_with('.')))
    };
    if SLIDE_HOSTS.iter().any(&host) || rest.contains("slides") {
        Target::Slides
    } else if VIDEO_HOSTS.iter().any(&host) {
        Target::Video
    } else {
        Target::Page
    }
}

/// The kind of a link's target, by its words and its URL.
pub(super) fn target(words: &str, href: &str, lexicon: Lexicon) -> Target {
    let by_url = by_url(href);
    if by_url == Target::Page && words.len() < 60 {
        if lexicon.has(words, |w| &w.slides) {
            return Target::Slides;
        }
        if lexicon.has(words, |w| &w.video) {
            return Target::Video;
        }
    }
    by_url
}

/// As [`target`], where words beside "video" or "slides" may speak of anything.
pub(super) fn only_media(words: &str, href: &str, lexicon: Lexicon) -> Target {
    if says_media(words, lexicon) { target(words, href, lexicon) } else { by_url(href) }
}

/// The range without trailing links to recordings and slides, `(video)`, `[slides]`, without a bare URL, and without
/// the signs before them.
pub(super) fn without_media(text: &Text, range: Range<usize>, lexicon: Lexicon) -> Range<usize> {
    let whole = text.trim(range);
    let mut range = whole.clone();
    for _ in 0..6 {
        let phrase = text.plain.get(range.clone()).unwrap_or_default();
        let trimmed =
            phrase.trim_end_matches(|c: char| c.is_whitespace() || ".,;|-–—·:&+/、".contains(c));
        let Some(start) = last_media(text, &range, trimmed, lexicon) else {
            let bare = range.start..range.start + trimmed.len();
            return if range == whole { whole } else { bare };
        };
        range = text.trim(range.start..start);
    }
    range
}

/// Where the media at the end of a phrase, which begins with `range`, starts.
fn last_media(text: &Text, range: &Range<usize>, phrase: &str, lexicon: Lexicon) -> Option<usize> {
    let bracket = phrase
        .strip_suffix([')', ']', '）', '】'])
        .and_then(|inner| inner.rfind(['(', '[', '（', '【']))
        .filter(|at| says_media(phrase.get(*at..).unwrap_or_default(), lexicon));
    let url = phrase
        .rsplit_once(char::is_whitespace)
        .filter(|(_, last)| last.starts_with("https://") || last.starts_with("http://"))
        .map(|(before, _)| before.len());
    if let Some(at) = bracket.or(url) {
        return Some(range.start + at);
    }
    let end = range.start + phrase.len();
    text.links()
        .filter(|(at, _)| at.end == end || at.end + 1 == end)
        .filter(|(at, _)| at.start > range.start)
        .find(|(at, href)| {
            let words = text.plain.get((*at).clone());
            words.is_some_and(|words| says_media(words, lexicon) || names_host(words, href))
        })
        .map(|(at, _)| at.start)
}

/// Where the first link that says only "slides", "video" and the like ends, in a range that goes on behind it.
pub(super) fn first_media(text: &Text, range: Range<usize>, lexicon: Lexicon) -> Option<usize> {
    let mut links = text.links().map(|(at, _)| at);
    links
        .find(|at| {
            let words = text.plain.get((*at).clone()).unwrap_or_default();
            at.start > range.start && at.end + 1 < range.end && says_media(words, lexicon)
        })
        .map(|at| at.end)
}

/// Whether words are the name of the site that they link to: "Speaker Deck", "GitHub".
fn names_host(words: &str, href: &str) -> bool {
    let name: String = fold(words).split_ascii_whitespace().collect();
    let host = href.split("://").nth(1).and_then(|rest| rest.split('/').next());
    name.len() > 3 && host.is_some_and(|host| host.split('.').any(|label| label == name))
}

/// Whether words are only "video", "slides" and the like: "Download slides here".
pub(super) fn says_media(words: &str, lexicon: Lexicon) -> bool {
    let folded = fold(words);
    let mut any = false;
    for word in folded.split_ascii_whitespace() {
        let known = lexicon.knows(word, |w| &w.video)
            || lexicon.knows(word, |w| &w.slides)
            || MATERIAL.contains(&word);
        if !known && !BESIDE_MATERIAL.contains(&word) {
            return false;
        }
        any |= known;
    }
    any
}

/// Page, slides and recording of a session.
#[derive(Debug, Clone, Default)]
pub(super) struct Links {
    /// Its own page.
    pub page: Option<Found>,
    /// Slides.
    pub slides: Option<Found>,
    /// Recording.
    pub video: Option<Found>,
}

impl Links {
    /// Adds a link, the first of each kind.
    pub(super) fn take(&mut self, target: Target, found: Found) {
        let slot = match target {
            Target::Video => &mut self.video,
            Target::Slides => &mut self.slides,
            Target::Page => &mut self.page,
        };
        slot.get_or_insert(found);
    }

    /// Adds the recordings and slides that a text links to.
    pub(super) fn read(&mut self, text: &Text, lexicon: Lexicon) {
        for (range, href) in text.links() {
            let words = text.plain.get(range.clone()).unwrap_or_default();
            let target = target(words, href, lexicon);
            if target != Target::Page && !super::name::profile(href) {
                self.take(target, Found { value: href.to_owned(), source: text.source(range) });
            }
        }
    }
}

/// Whether a URL leads to slides, a recording or a talk's page.
pub(super) fn is_hosted(href: &str) -> bool {
    by_url(href) != Target::Page || talk_page(href)
}

/// Whether a URL is the home of a project: `https://github.com/rails/solid_queue`.
pub(super) fn is_repository(href: &str) -> bool {
    let page = href.split_once("://").map_or(href, |(_, page)| page);
    let page = page.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    let host = page.split('/').next().unwrap_or_default();
    matches!(host, "github.com" | "gitlab.com" | "codeberg.org") && page.split('/').count() == 3
}

/// Whether a URL is a talk's page on an event's site.
pub(super) fn talk_page(href: &str) -> bool {
    let lower = href.to_ascii_lowercase();
    [
        "/talk",
        "/session",
        "/schedule/",
        "/event/",
        "/presentation",
        "/speaker",
        "/program",
        "/vortr",
        "/contribution",
        "/timetable/",
        "/lecture",
        "/submission",
        "/proposal",
        "/abstract",
        "sched.co",
        "sched.com",
        "sched.org",
        "/agenda",
    ]
    .iter()
    .any(|part| lower.contains(part))
}
