//! Understands a recap: the event, its sessions, and the sentences for a draft.
//!
//! [`understand`] takes a post and its parsed body and returns a [`Recap`]. The front matter wins
//! over the text. Every value has its place in the post and its probability. A post that is not a
//! recap has no sessions.
//!
//! ```text
//! events ─▶ blocks ─▶ kind ─▶ layout (tables, headings, lists, leads, prose) ─▶ sessions
//!                       └───▶ event (name, days, place, hashtags), images, invitation
//! ```

mod about;
mod bag;
mod blocks;
mod event;
mod hashtag;
mod hook;
mod html;
mod invitation;
pub mod json;
mod kind;
mod layout;
mod line;
mod link;
mod media;
mod mention;
mod merge;
mod model;
mod name;
mod picture;
mod player;
mod question;
mod sentence;
pub(crate) mod shortcode;
pub mod show;
mod takeaway;
mod text;
#[doc(hidden)]
pub mod training;
mod weights;
mod word;
mod write;

use std::cell::OnceCell;
use std::ops::Range;

use chrono::NaiveDate;

use crate::markdown::Document;
use crate::post::{Post, Spanned};

pub use media::{Media, MediaKind, identity, is_list};
pub use picture::{Credit, credit_in};
pub use question::{Question, questions};
pub use write::{left_out, without, write_back};

use crate::language::{self as words, Lexicon};
use blocks::{Blocks, Kind};
use kind::PostKind;
use name::Person;
use text::{Found, Text};

/// A value and its place in the post.
#[derive(Debug, Clone, PartialEq)]
pub struct Understood<T> {
    /// The value.
    pub value: T,
    /// Bytes of the post's source.
    pub range: Range<usize>,
    /// Its source.
    pub from: Origin,
    /// The probability that the value is right, from 0 to 1; 1 for the front matter.
    pub confidence: f32,
}

/// The source of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The front matter.
    FrontMatter,
    /// The text's structure.
    Text,
    /// The file's name.
    FileName,
}

/// A post, understood.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Recap {
    /// Whether the post is a recap.
    pub is_recap: bool,
    /// BCP 47 language: the front matter's, else detected.
    pub language: String,
    /// The event.
    pub event: Event,
    /// The sessions in the order of the text.
    pub sessions: Vec<Session>,
    /// The recordings and slides.
    pub media: Vec<Media>,
    /// The images with alt text and credit.
    pub images: Vec<Image>,
    /// The closing invitation.
    pub call_to_action: Option<Understood<String>>,
    /// The one sentence that the author marked as the post's takeaway.
    pub takeaway: Option<Understood<String>>,
    /// The hook: the sentence below a draft's headline.
    pub hook: Option<Understood<String>>,
    /// The next best hooks, for networks whose posts the best one does not fit into.
    pub other_hooks: Vec<Understood<String>>,
    /// The hashtags of a draft without `#`, the best first.
    pub hashtags: Vec<String>,
    /// What may be right but is too doubtful for a draft.
    pub doubtful: Doubtful,
}

/// Values that are too doubtful for a draft: `inspect` and the preview ask the author about them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Doubtful {
    /// Fields of the event that [`Recap::event`] lacks.
    pub event: Event,
    /// Sessions that [`Recap::sessions`] lacks.
    pub sessions: Vec<Session>,
}

/// The event of a recap; unknown fields are empty.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Event {
    /// Name, with the year if the text has it.
    pub name: Option<Understood<String>>,
    /// First day.
    pub start: Option<Understood<NaiveDate>>,
    /// Last day.
    pub end: Option<Understood<NaiveDate>>,
    /// City or venue.
    pub place: Option<Understood<String>>,
    /// The event's page.
    pub url: Option<Understood<String>>,
    /// Hashtags without `#`.
    pub hashtags: Vec<Understood<String>>,
}

/// A session of a recap.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Session {
    /// Its bytes in the post's source.
    pub range: Range<usize>,
    /// How probable it is that this is a session of the event, from 0 to 1.
    pub confidence: f32,
    /// Names as written.
    pub speakers: Vec<Understood<String>>,
    /// Title without markup.
    pub title: Option<Understood<String>>,
    /// Whether the post's author gave it.
    pub own: bool,
    /// Whether the author praises it outright: "my favourite".
    pub praised: bool,
    /// The session's page, absolute or as written.
    pub url: Option<Understood<String>>,
    /// Slides.
    pub slides: Option<Understood<String>>,
    /// Recording.
    pub video: Option<Understood<String>>,
    /// The takeaway, a whole sentence of the author's.
    pub takeaway: Option<Understood<String>>,
    /// Of a post about one session, the further sentences that say what was learned.
    pub lessons: Vec<Understood<String>>,
    /// The texts about it: blocks of the body and the parts of them.
    #[doc(hidden)]
    pub body: Vec<(usize, Range<usize>)>,
}

/// An image of a recap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// URL as written.
    pub src: String,
    /// Its alt text.
    pub alt: Option<String>,
    /// Its credit.
    pub credit: Option<String>,
    /// Bytes of the post's source.
    pub range: Range<usize>,
}

/// Whether a title mentions an event or has words of recaps, whatever the text says.
pub fn reads_like_one(title: &str, language: &str) -> bool {
    let lexicon = Lexicon::of(language);
    kind::says_recap(title, lexicon)
}

/// Understands a post. Never fails: what is not found stays empty.
pub fn understand(post: &Post, document: &Document<'_>) -> Recap {
    read(post, document, None)
}

/// The same; writes every candidate of the models into `trace`, if given.
fn read(post: &Post, document: &Document<'_>, mut trace: Option<&mut training::Trace>) -> Recap {
    let blocks = Blocks::read(post.source.text(), post.body.clone(), &document.events);
    let title = title(post, &blocks);
    let language = language(post, document, &title, &blocks);
    let lexicon = Lexicon::of(&language);
    let tags = tags(post);
    let view = layout_view(post, &blocks, lexicon);
    let signs = signs((post, &tags), &title.plain, &blocks, lexicon);
    let layouts = layout::Layouts::of(&view, &signs);
    // An event in the front matter makes the post a recap.
    let declared = post.head.event.is_some() && layouts.sure() > 0;
    let kind = match signs.decide(layouts.best) {
        PostKind::Other if declared => PostKind::Recap,
        kind => kind,
    };
    let mut recap = Recap {
        is_recap: kind == PostKind::Recap,
        language,
        images: picture::images(&blocks, lexicon),
        call_to_action: invitation::find(&blocks, lexicon).map(described),
        ..Recap::default()
    };
    if kind != PostKind::Other {
        let view = event_view(post, (&title, &blocks), lexicon);
        let view = event::View { past: kind == PostKind::Recap, ..view };
        (recap.event, recap.doubtful.event) = merge::described_event(event::read(&view));
    }
    if kind == PostKind::Recap || post.head.sessions.is_some() {
        for (candidate, confidence) in layouts.sessions() {
            let mut session = session(candidate);
            session.confidence = confidence;
            if confidence >= weights::SESSIONS.sure {
                recap.sessions.push(session);
            } else {
                recap.doubtful.sessions.push(session);
            }
        }
    }
    // A session with the event's name is the event. One in doubt or without a speaker with the post's own title
    // is the post, where it has other sessions.
    let event = (recap.event.name.as_ref()).map(|event| undated(&event.value));
    let own = (!recap.sessions.is_empty()).then(|| undated(&title.plain));
    let is_called = |session: &Session, name: &Option<String>| {
        let title = session.title.as_ref();
        name.is_some() && title.map(|title| undated(&title.value)) == *name
    };
    let several = recap.sessions.len() > 1;
    (recap.sessions).retain(|session| {
        let is_post = several && session.speakers.is_empty() && is_called(session, &own);
        !is_called(session, &event) && !is_post
    });
    (recap.doubtful.sessions)
        .retain(|session| !is_called(session, &event) && !is_called(session, &own));
    merge::front_matter(&mut recap, post);
    recap.media = media::find(&recap, &blocks, lexicon);
    let view = hashtag::View { head: &post.head, title: &title, blocks: &blocks, recap: &recap };
    if let Some(trace) = &mut trace {
        trace.note_hashtags(hashtag::candidates(&view));
    }
    recap.hashtags = hashtag::choose(&view);
    best_described(&mut recap, post, &title, &blocks, trace);
    recap
}

/// A title in lower case, without the year at its end.
fn undated(title: &str) -> String {
    let folded = words::fold(title);
    let title = folded.trim();
    let bare = title.trim_end_matches(|c: char| c.is_ascii_digit());
    let bare = if title.len() - bare.len() == 4 { bare } else { title };
    bare.trim_end().to_owned()
}

/// The signs of the post's kind.
fn signs(
    (post, tags): (&Post, &[String]),
    title: &str,
    blocks: &Blocks,
    lexicon: Lexicon,
) -> kind::Signs {
    let head = &post.head;
    let given = kind::Given {
        title,
        summary: head.summary.as_ref().map_or("", |described| described.value.as_str()),
        tags: &tags.join(", "),
        published: head.date.as_ref().map(|date| date.value.date_naive()),
    };
    kind::Signs::of(&given, blocks, lexicon)
}

/// The most hooks beside the best one.
const OTHER_HOOKS: usize = 3;

/// Chooses the hook and each session's takeaway.
fn best_described(
    recap: &mut Recap,
    post: &Post,
    title: &Text,
    blocks: &Blocks,
    trace: Option<&mut training::Trace>,
) {
    let lexicon = Lexicon::of(&recap.language);
    let summary = post.head.summary.as_ref().map(|described| text_of(post, described));
    let view = hook::View { title, summary: summary.as_ref(), blocks, lexicon, recap };
    let hooks = hook::candidates(&view);
    let ranked = hook::ranked(&hooks, recap.is_recap);
    let mut ranked = ranked.into_iter().map(|(found, confidence)| Understood {
        value: found.value.clone(),
        range: found.source.clone(),
        from: if post.body.contains(&found.source.start) {
            Origin::Text
        } else {
            Origin::FrontMatter
        },
        confidence,
    });
    recap.hook = recap.takeaway.clone().or_else(|| ranked.next());
    let mut others: Vec<_> = if recap.takeaway.is_none() { ranked.collect() } else { Vec::new() };
    // Use no sentence twice.
    let used = recap.hook.iter().chain(&recap.call_to_action);
    let used: Vec<Range<usize>> = used.map(|described| described.range.clone()).collect();
    if let Some(trace) = trace {
        trace.note(hooks, &takeaway::Scene::of(&recap.sessions, blocks, &used, lexicon));
    }
    takeaway::give(&mut recap.sessions, blocks, &used, lexicon);
    let said =
        recap.sessions.iter().flat_map(|session| session.takeaway.iter().chain(&session.lessons));
    let used: Vec<Range<usize>> = said.map(|field| field.range.clone()).chain(used).collect();
    let is_used = |range: &Range<usize>| {
        used.iter().any(|used| used.start < range.end && range.start < used.end)
    };
    others.retain(|hook| !is_used(&hook.range));
    others.truncate(OTHER_HOOKS);
    recap.other_hooks = others;
}

/// The input for finding the event.
fn event_view<'a>(
    post: &Post,
    (title, blocks): (&'a Text, &'a Blocks),
    lexicon: Lexicon,
) -> event::View<'a> {
    event::View {
        title,
        summary: post.head.summary.as_ref().map(|described| text_of(post, described)),
        blocks,
        lexicon,
        past: true,
        published: post.head.date.as_ref().map(|date| date.value.date_naive()),
    }
}

/// The candidates for the event's fields, to train the models.
#[doc(hidden)]
pub fn event_candidates(post: &Post, document: &Document<'_>) -> Vec<event::training::Row> {
    let blocks = Blocks::read(post.source.text(), post.body.clone(), &document.events);
    let title = title(post, &blocks);
    let lexicon = Lexicon::of(&language(post, document, &title, &blocks));
    event::training::rows(&event_view(post, (&title, &blocks), lexicon))
}

/// The tags and categories of a post.
fn tags(post: &Post) -> Vec<String> {
    let head = &post.head;
    let tags = head.tags.iter().chain(&head.categories);
    tags.map(|tag| tag.value.clone()).collect()
}

/// The input of the layouts.
fn layout_view<'a>(post: &Post, blocks: &'a Blocks, lexicon: Lexicon) -> layout::View<'a> {
    layout::View {
        blocks,
        above: blocks.headings_above(),
        lexicon,
        wanted: (post.head.sessions.iter().flatten())
            .filter_map(|session| Some(session.value.title.as_ref()?.value.clone()))
            .collect(),
        author: match post.head.authors.as_slice() {
            [author] if name::score(&author.value.name) >= name::LIKELY => Some(Person {
                name: Found { value: author.value.name.clone(), source: author.range.clone() },
                score: 1.0,
            }),
            _ => None,
        },
        beside: OnceCell::new(),
        signed: OnceCell::new(),
        generic: vec![OnceCell::new(); blocks.all.len()],
    }
}

/// The post's title: the front matter's, else the first heading.
fn title(post: &Post, blocks: &Blocks) -> Text {
    if let Some(title) = &post.head.title {
        return text_of(post, title);
    }
    blocks
        .all
        .iter()
        .find(|block| matches!(block.kind, Kind::Heading(1 | 2)))
        .map(|block| block.text.clone())
        .unwrap_or_default()
}

/// A value of the front matter as a text.
fn text_of(post: &Post, described: &Spanned<String>) -> Text {
    let mut text = Text::default();
    let (value, range) = (described.value.as_str(), described.range.clone());
    let written = post.source.text().get(range.clone()).unwrap_or_default();
    let range = written
        .find(value)
        .map_or_else(|| range.clone(), |at| range.start + at..range.start + at + value.len());
    let is_verbatim = value.len() == range.len();
    let mut push = |part: &str, start: usize, length: usize| {
        let start = range.start + start;
        let place = start..start + length;
        text.push(part, if is_verbatim { &place } else { &range });
    };
    let (mut start, mut is_code) = (0, false);
    for part in value.split_inclusive('`') {
        // Code in a title is part of the title, without entities.
        if is_code && part.ends_with('`') {
            push(part, start, part.len());
        } else {
            for (decoded, own) in html::decoded(part) {
                push(&decoded, start + own.start, own.len());
            }
        }
        start += part.len();
        is_code = !is_code && part.ends_with('`');
    }
    text
}

fn language(post: &Post, document: &Document<'_>, title: &Text, blocks: &Blocks) -> String {
    if let Some(language) = &post.head.language {
        return language.value.clone();
    }
    let mut sample = title.plain.clone();
    for block in &blocks.all {
        if sample.len() > 20_000 {
            break;
        }
        sample.push(' ');
        sample.push_str(&block.text.plain);
    }
    words::guess_on(&sample, document.site_language.as_deref()).to_owned()
}

/// The language of a text by its words: one of those of recaps, English where undetected.
pub fn language_of(text: &str) -> &'static str {
    words::guess(text)
}

/// The month (1 to 12) that a word names in one of the languages of recaps.
pub fn month_of(word: &str) -> Option<usize> {
    let word = word.trim_end_matches('.').to_lowercase();
    let months = words::ALL.iter().map(|words| &words.months);
    months
        .filter_map(|months| months.iter().position(|names| names.contains(&word.as_str())))
        .map(|index| index + 1)
        .next()
}

/// The dates in a text of this language: first day, last day, and their bytes. A date without a year is
/// in `year`.
pub fn days_in(text: &str, language: &str, year: i32) -> Vec<(NaiveDate, NaiveDate, Range<usize>)> {
    event::days_within(text, Some(year), Lexicon::of(language))
}

fn session(candidate: layout::Candidate) -> Session {
    Session {
        range: candidate.source,
        confidence: 1.0,
        speakers: candidate.speakers.into_iter().map(|person| described(person.name)).collect(),
        title: candidate.title.map(described),
        url: candidate.links.page.map(described),
        slides: candidate.links.slides.map(described),
        video: candidate.links.video.map(described),
        takeaway: None,
        lessons: Vec::new(),
        own: candidate.own,
        praised: false,
        body: candidate.body,
    }
}

/// What the text says.
fn described(found: Found) -> Understood<String> {
    Understood { value: found.value, range: found.source, from: Origin::Text, confidence: 1.0 }
}
