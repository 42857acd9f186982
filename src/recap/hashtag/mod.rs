//! The hashtags of a post: the event's in the front matter, then those that a learned model takes from the tags of the
//! author, the event's name, the title and the text.

mod form;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use unicode_normalization::char::is_combining_mark;

use super::blocks::Blocks;
use super::model::{Features, features};
use super::text::Text;
use super::weights::HASHTAGS;
use super::{Event, Origin, Recap};
use crate::language::topics::TOPICS;
use crate::language::{fold, is_cjk};
use crate::post::Head;
use form::{is_generic, of_event, portable};

/// The most hashtags of a draft on any network: people write one to three, more look like spam.
const MOST: usize = 3;

/// The least probability of a tag that is not the first, of the author's own and of others: without a tag a post is found
/// by nobody, but a useless second one looks careless.
const FURTHER_OWN: f32 = 0.5;
const FURTHER: f32 = 0.65;

/// So many blocks of a post, and so many tags in a block, are read.
const BLOCKS: usize = 300;
const TAGS: usize = 20;

/// So many candidates are compared.
const CANDIDATES: usize = 100;

/// The most words of a topic.
const TOPIC_WORDS: usize = 3;

features! {
    /// Features of a candidate for a hashtag.
    pub enum Hashtag {
        /// It is made of the event's name.
        Event = "event",
        /// How sure the event's name is.
        EventSure = "event-sure",
        /// The text gives it as the event's.
        Announced = "announced",
        /// The first of those.
        AnnouncedFirst = "announced-first",
        /// The text has it with its sign.
        Used = "used",
        /// The title has it with its sign.
        UsedInTitle = "used-in-title",
        /// How often the text has it with its sign.
        UsedOften = "used-often",
        /// A tag of the front matter.
        Own = "own",
        /// The first tag there.
        OwnFirst = "own-first",
        /// One of few tags.
        OwnFew = "own-few",
        /// One of many.
        OwnMany = "own-many",
        /// A category of the front matter.
        Category = "category",
        /// The title says it.
        Title = "title",
        /// It is a word of the title with capitals of its own.
        TitleCapitals = "title-capitals",
        /// The summary says it.
        Summary = "summary",
        /// Titles of sessions say it.
        Sessions = "sessions",
        /// Several do.
        SessionsMany = "sessions-many",
        /// In how many paragraphs the text says it.
        Body = "body",
        /// The text never says it.
        BodyNever = "body-never",
        /// A topic of technology events.
        Topic = "topic",
        /// A topic that is a tag of the front matter.
        TopicOwn = "topic-own",
        /// A topic in the title.
        TopicTitle = "topic-title",
        /// A part of the event's name.
        EventPart = "event-part",
        /// It begins with the event's name, or that with it.
        EventBegins = "event-begins",
        /// The event's place is part of it.
        Place = "place",
        /// The event's name is known.
        Known = "known",
        /// It ends with digits.
        Digits = "digits",
        /// The author writes it in lower case.
        Lower = "lower",
        /// In capitals.
        Upper = "upper",
        /// Two words.
        Two = "two",
        /// Three words.
        Three = "three",
        /// Up to three letters.
        Short = "short",
        /// More than 14 letters.
        Long = "long",
        /// In Chinese, Japanese or Korean characters.
        Cjk = "cjk",
        /// The post is a recap.
        Recap = "recap",
    }
}

/// What hashtags are chosen from.
pub(super) struct View<'a> {
    /// The front matter.
    pub head: &'a Head,
    /// The post's title.
    pub title: &'a Text,
    /// The body.
    pub blocks: &'a Blocks,
    /// Everything else that was understood.
    pub recap: &'a Recap,
}

/// A candidate.
#[derive(Debug)]
pub(super) struct Candidate {
    /// The tag without `#`, in letters and digits.
    pub tag: String,
    /// Its features.
    pub features: Features,
}

/// The hashtags without `#`, the best first; none where the front matter says so.
pub(super) fn choose(view: &View<'_>) -> Vec<String> {
    let written = view.head.event.as_ref().and_then(|event| event.value.hashtags.as_ref());
    if written.is_some_and(Vec::is_empty) {
        return Vec::new();
    }
    let own = view.recap.event.hashtags.iter().filter(|tag| tag.from == Origin::FrontMatter);
    let mut tags: Vec<String> = own.filter_map(|tag| portable(&tag.value)).collect();
    // "pycon" and "pycon2015" are one.
    let mut keys = BTreeSet::new();
    tags.retain(|tag| keys.insert(key(tag)));
    let is_given = !tags.is_empty();
    let mut ranked: Vec<(f32, Candidate)> = candidates(view)
        .into_iter()
        .map(|candidate| (HASHTAGS.probability(&candidate.features), candidate))
        .filter(|(probability, _)| HASHTAGS.accepts(*probability))
        .collect();
    // The event's name goes first, and before a part of it: "PyConUS" before "PyCon". What the author gives stands for it.
    if let Some(at) = ranked.iter().position(|(_, one)| one.features.has(Hashtag::Event)) {
        let (_, event) = ranked.swap_remove(at);
        let is_topic = |other: &Candidate| TOPIC.contains(joined(&other.tag).as_str());
        ranked.retain(|(_, other)| is_topic(other) || !begins_alike(&event.tag, &other.tag));
        if !is_given {
            tags.push(event.tag);
        }
    }
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    for (probability, Candidate { tag, features }) in ranked {
        let least = if features.has(Hashtag::Own) { FURTHER_OWN } else { FURTHER };
        let is_event = features.has(Hashtag::Announced)
            || features.has(Hashtag::EventPart) && !features.has(Hashtag::Own);
        let is_sure = tags.is_empty() || probability >= least;
        let is_known = |known: &String| key(known) == key(&tag);
        if is_sure && !(is_given && is_event) && !tags.iter().any(is_known) {
            tags.push(tag);
        }
    }
    tags.truncate(MOST);
    tags
}

/// Whether one tag begins with the other.
fn begins_alike(one: &str, other: &str) -> bool {
    let (one, other) = (key(one), key(other));
    one.starts_with(&other) || other.starts_with(&one)
}

/// A tag in lower case, without spaces and the digits at its end.
fn key(tag: &str) -> String {
    let joined = joined(tag);
    joined.trim_end_matches(char::is_numeric).to_owned()
}

/// A text in lower case without spaces.
fn joined(text: &str) -> String {
    fold(text).replace(' ', "")
}

/// All candidates of a post, each once.
pub(super) fn candidates(view: &View<'_>) -> Vec<Candidate> {
    let known = Known::of(view);
    let mut all = All::default();
    let event = &view.recap.event;
    if let Some(tag) = event.name.as_ref().and_then(|name| of_event(&name.value)) {
        all.add(&tag, Hashtag::Event);
    }
    for (at, tag) in event.hashtags.iter().filter(|tag| tag.from != Origin::FrontMatter).enumerate()
    {
        all.add(&tag.value, Hashtag::Announced);
        if at == 0 {
            all.add(&tag.value, Hashtag::AnnouncedFirst);
        }
    }
    for (at, tag) in view.head.tags.iter().enumerate() {
        all.add(&tag.value, Hashtag::Own);
        if at == 0 {
            all.add(&tag.value, Hashtag::OwnFirst);
        }
        let count = view.head.tags.len();
        if count > 6 {
            all.add(&tag.value, Hashtag::OwnMany);
        } else if count < 4 {
            all.add(&tag.value, Hashtag::OwnFew);
        }
    }
    for category in &view.head.categories {
        all.add(&category.value, Hashtag::Category);
    }
    for word in view.title.plain.split([' ', '/', '(', ')', ',', ':', '：', '（', '）', '、']) {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let word = word.strip_suffix("'s").or(word.strip_suffix("’s")).unwrap_or(word);
        let capitals = word.chars().filter(|c| c.is_uppercase()).count();
        if capitals > 1 && word.chars().count() > 2 {
            all.add(word, Hashtag::TitleCapitals);
        }
    }
    for topic in known.topics() {
        all.add(&topic, Hashtag::Topic);
    }
    for (text, in_title) in texts(view) {
        for (_, tag) in used(text) {
            all.add(tag, Hashtag::Used);
            if in_title {
                all.add(tag, Hashtag::UsedInTitle);
            }
        }
    }
    let finish = |(words, mut candidate): (String, Candidate)| {
        known.rate(&words, &mut candidate, view);
        candidate
    };
    all.found.into_iter().map(finish).collect()
}

/// The candidates so far.
#[derive(Default)]
struct All {
    /// Each with its words as they are written.
    found: Vec<(String, Candidate)>,
    /// Where each stands in `found`, by its key.
    places: BTreeMap<String, usize>,
}

impl All {
    /// Adds what a source says of a tag.
    fn add(&mut self, words: &str, feature: Hashtag) {
        let key = key(words);
        if !self.places.contains_key(&key) {
            if self.found.len() >= CANDIDATES {
                return;
            }
            let is_fine = feature == Hashtag::Event || !is_generic(words);
            let Some(tag) = portable(words).filter(|_| is_fine) else { return };
            self.places.insert(key.clone(), self.found.len());
            self.found
                .push((words.to_owned(), Candidate { tag, features: Features::of::<Hashtag>() }));
        }
        let place = self.places.get(&key);
        if let Some((_, candidate)) = place.and_then(|at| self.found.get_mut(*at)) {
            candidate.features.flag(feature, true);
        }
    }
}

/// The texts that candidates are looked for in, folded once.
struct Known<'a> {
    title: String,
    summary: String,
    sessions: Vec<String>,
    blocks: Vec<&'a str>,
    event: String,
    place: String,
    used: Vec<String>,
}

impl<'a> Known<'a> {
    fn of(view: &'a View<'_>) -> Self {
        let Event { name, place, .. } = &view.recap.event;
        let blocks = view.blocks.all.iter().take(BLOCKS);
        let sessions = view.recap.sessions.iter().filter_map(|session| session.title.as_ref());
        Self {
            title: fold(&view.title.plain),
            summary: view.head.summary.as_ref().map_or(String::new(), |text| fold(&text.value)),
            sessions: sessions.map(|title| fold(&title.value)).collect(),
            blocks: blocks.map(|block| &**block.text.folded()).collect(),
            event: name.as_ref().map_or(String::new(), |name| joined(&name.value)),
            place: place.as_ref().map_or(String::new(), |place| {
                joined(place.value.split([',', '、', '，']).next().unwrap_or_default())
            }),
            used: texts(view).flat_map(|(text, _)| used(text)).map(|(_, tag)| key(tag)).collect(),
        }
    }

    /// The topics in the title, the summary and the titles of sessions.
    fn topics(&self) -> BTreeSet<String> {
        let texts = [&self.title, &self.summary].into_iter().chain(&self.sessions);
        texts.flat_map(|text| topics(text)).collect()
    }

    fn rate(&self, words: &str, candidate: &mut Candidate, view: &View<'_>) {
        let Candidate { tag, features } = candidate;
        let (phrase, joined) = (fold(words), key(tag));
        let cjk = phrase.chars().any(is_cjk);
        let says = |text: &str| {
            if cjk {
                text.contains(phrase.trim())
            } else {
                text.contains(phrase.as_str()) || text.contains(&format!(" {joined} "))
            }
        };
        let said = self.sessions.iter().filter(|title| says(title)).count();
        let body = self.blocks.iter().filter(|block| says(block)).count();
        let often = self.used.iter().filter(|used| **used == joined).count();
        let event = view.recap.event.name.as_ref();
        let core = self.event.trim_end_matches(char::is_numeric);
        let length = tag.chars().count();
        let parts = phrase.split_ascii_whitespace().count();
        let topic = TOPIC.contains(self::joined(words).as_str());
        features.set(
            Hashtag::EventSure,
            if features.has(Hashtag::Event) {
                event.map_or(0.0, |name| name.confidence)
            } else {
                0.0
            },
        );
        features.set(Hashtag::UsedOften, share(often));
        features.flag(Hashtag::Title, says(&self.title));
        features.flag(Hashtag::Summary, says(&self.summary));
        features.flag(Hashtag::Sessions, said > 0);
        features.flag(Hashtag::SessionsMany, said > 1);
        features.set(Hashtag::Body, share(body));
        features.flag(Hashtag::BodyNever, body == 0);
        features.flag(Hashtag::Topic, topic);
        features.flag(Hashtag::TopicOwn, topic && features.has(Hashtag::Own));
        features.flag(Hashtag::TopicTitle, topic && says(&self.title));
        features
            .flag(Hashtag::EventPart, !core.is_empty() && core != joined && core.contains(&joined));
        features.flag(
            Hashtag::EventBegins,
            core.chars().count() > 3 && (core.starts_with(&joined) || joined.starts_with(core)),
        );
        features.flag(Hashtag::Place, !self.place.is_empty() && joined.contains(&self.place));
        features.flag(Hashtag::Known, event.is_some());
        features.flag(Hashtag::Digits, tag.ends_with(char::is_numeric));
        features.flag(Hashtag::Lower, !words.chars().any(char::is_uppercase));
        features.flag(Hashtag::Upper, !words.chars().any(char::is_lowercase));
        features.flag(Hashtag::Two, parts == 2);
        features.flag(Hashtag::Three, parts > 2);
        features.flag(Hashtag::Short, length < 4);
        features.flag(Hashtag::Long, length > 14);
        features.flag(Hashtag::Cjk, cjk);
        features.flag(Hashtag::Recap, view.recap.is_recap);
    }
}

/// The texts of a post, and whether each is its title.
fn texts<'a>(view: &'a View<'_>) -> impl Iterator<Item = (&'a str, bool)> {
    let blocks = view.blocks.all.iter().take(BLOCKS);
    let blocks = blocks.map(|block| (block.text.plain.as_str(), false));
    [(view.title.plain.as_str(), true)].into_iter().chain(blocks)
}

/// The topics in a folded text, each once, as it is written: in one word or in several.
fn topics(text: &str) -> BTreeSet<String> {
    let words: Vec<&str> = text.split_ascii_whitespace().collect();
    let phrases = (1..=TOPIC_WORDS).flat_map(|count| words.windows(count));
    let known = phrases.filter(|phrase| TOPIC.contains(phrase.concat().as_str()));
    known.map(|phrase| phrase.join(" ")).collect()
}

/// A count as a value up to 1.
#[expect(clippy::cast_precision_loss, reason = "a post has few paragraphs")]
fn share(count: usize) -> f32 {
    ((1 + count) as f32).ln().min(4.0) / 4.0
}

static TOPIC: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| TOPICS.iter().copied().collect());

/// The hashtags that a text has, without `#`, and where each begins behind it.
pub(super) fn used(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.match_indices('#').take(TAGS).filter_map(|(at, _)| {
        let before = text.get(..at)?.chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '#' | '&')) {
            return None;
        }
        let rest = text.get(at + 1..)?;
        let is_part = |c: char| c.is_alphanumeric() || c == '_' || is_combining_mark(c);
        let end = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        let tag = rest.get(..end).filter(|tag| tag.chars().any(char::is_alphabetic))?;
        Some((at + 1, tag))
    })
}

#[cfg(test)]
mod tests {
    use super::{All, CANDIDATES, Hashtag, begins_alike, key, topics, used};
    use crate::generator::Context;
    use crate::read;
    use crate::recap::understand;

    #[test]
    fn topics_are_found_in_one_word_or_in_several() {
        for (text, expected) in [
            (" machine learning and open source ", vec!["machine learning", "open source"]),
            (" write the docs portland ", vec!["write the docs"]),
            (" html5 without javascript ", vec!["html5", "javascript"]),
            (" an evening in oslo ", vec![]),
        ] {
            assert_eq!(topics(text).into_iter().collect::<Vec<_>>(), expected, "{text}");
        }
    }

    #[test]
    fn a_part_of_a_name_is_the_name_and_a_year_is_none() {
        assert_eq!(key("PyCon2015"), key("pycon"));
        assert_eq!(key("machine learning"), key("MachineLearning"));
        assert!(begins_alike("PyConUS", "pycon"));
        assert!(!begins_alike("JavaScript", "TypeScript"));
    }

    #[test]
    fn the_front_matter_gives_the_tags_of_the_event_or_none() {
        for (list, tags) in [
            ("", vec!["HarborConf", "rust"]),
            ("[hc25, harbor]", vec!["hc25", "harbor", "rust"]),
            ("[]", vec![]),
        ] {
            let head = format!(
                "title: T\ntags: [rust]\nevent: {{name: HarborConf 2025, hashtags: {list}}}"
            );
            let text = format!("---\n{head}\n---\n\nHarborConf was all about Rust.\n");
            let post = read::post("a.md", text.into_bytes(), "a", &Context::default()).post;
            let post = post.expect("the test's post is text");
            assert_eq!(understand(&post, &crate::markdown::parse(&post)).hashtags, tags, "{list}");
        }
    }

    #[test]
    fn hashtags_of_a_text_are_no_parts_of_urls() {
        let text = "#one (#two) https://a.example/#three a#four ##five #2026 #naïve";
        let tags: Vec<_> = used(text).map(|(_, tag)| tag).collect();
        assert_eq!(tags, ["one", "two", "naïve"]);
    }

    #[test]
    fn candidates_are_added_once_and_not_without_end() {
        let mut all = All::default();
        all.add("Machine learning", Hashtag::Own);
        all.add("MachineLearning", Hashtag::Used);
        all.add("meetup", Hashtag::Own);
        assert_eq!(all.found.len(), 1);
        for count in 0..2 * CANDIDATES {
            all.add(&format!("tag{count}x"), Hashtag::Used);
        }
        assert_eq!(all.found.len(), CANDIDATES);
    }
}
