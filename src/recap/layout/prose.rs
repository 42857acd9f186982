//! Sessions in running text: a title in quotation marks, in italics or as a link, and a person.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Candidate, Taken, View, same_person};
use crate::recap::blocks::Kind;
use crate::recap::line;
use crate::recap::link::{self, Links};
use crate::recap::mention::{self, Mention, Tie};
use crate::recap::name::{self, LIKELY, Person};
use crate::recap::text::{Found, MarkKind, Text};

/// Titles in sentences.
pub fn titled(view: &View<'_>, taken: &mut Taken) -> Vec<Candidate> {
    let mut all = Vec::new();
    let habits = habits(view, taken);
    for (index, text) in texts(view, taken) {
        let mentions = mention::mentions(text, view.lexicon);
        let sentences: Vec<(Range<usize>, Spans)> = mention::sentences(text, view.lexicon)
            .into_iter()
            .map(|range| {
                let spans = spans(view, text, &range);
                (range, spans)
            })
            .collect();
        for (position, (range, spans)) in sentences.iter().enumerate() {
            // A title in a later sentence of the paragraph begins another talk.
            let next = sentences
                .iter()
                .skip(position + 1)
                .find(|(_, spans)| !spans.is_empty())
                .map_or(text.plain.len(), |(range, _)| range.start);
            let sentence = Sentence {
                index,
                text,
                range: range.clone(),
                mentions: &mentions,
                spans,
                next,
            };
            for (span, sure) in spans {
                let sure = sure + habit(text, span, &habits);
                all.extend(pair(view, &sentence, span, sure));
            }
        }
    }
    all
}

/// What in a sentence may be a title, and how sure its form makes it.
type Spans = Vec<(Range<usize>, f32)>;

/// A sentence and all that was seen in it.
struct Sentence<'a> {
    index: usize,
    text: &'a Text,
    range: Range<usize>,
    mentions: &'a [Mention],
    spans: &'a [(Range<usize>, f32)],
    /// Where the text goes on to another talk.
    next: usize,
}

/// People who gave a talk, without its title.
pub fn named(view: &View<'_>, taken: &Taken) -> Vec<Candidate> {
    let mut all: Vec<Candidate> = Vec::new();
    for (index, text) in texts(view, taken) {
        let mentions = mention::mentions(text, view.lexicon);
        for sentence in mention::sentences(text, view.lexicon) {
            let said = text.plain.get(sentence.clone()).unwrap_or_default();
            let talk = view.lexicon.has(said, |w| w.talks);
            for (position, mention) in mentions
                .iter()
                .enumerate()
                .filter(|(_, m)| sentence.contains(&m.range.start))
            {
                let whole = text
                    .plain
                    .get(mention.range.clone())
                    .unwrap_or_default()
                    .contains(' ')
                    || mention::mostly_cjk(said);
                let tied = match mention.tie {
                    Tie::By => talk || given_by(view, text, mention),
                    Tie::Owner | Tie::Verb => true,
                    _ => false,
                };
                if !(tied
                    && whole
                    && mention.score
                        >= if mention.tie == Tie::Verb {
                            0.7
                        } else {
                            LIKELY
                        })
                {
                    continue;
                }
                let people: Vec<Person> = mentions
                    .get(mention::joined(text, &mentions, position, view.lexicon))
                    .unwrap_or_default()
                    .iter()
                    .map(|m| m.person(text))
                    .collect();
                let known = |person: &Person| {
                    all.iter().any(|old| {
                        old.speakers
                            .iter()
                            .any(|p| same_person(&p.name.value, &person.name.value))
                    })
                };
                if people.is_empty() || view.all_authors(&people) || people.iter().any(known) {
                    continue;
                }
                let mut links = Links::default();
                links.read(&text.slice(sentence.clone()), view.lexicon);
                all.push(Candidate {
                    speakers: people,
                    title: None,
                    links,
                    body: vec![(index, sentence.start..text.plain.len())],
                    source: text.source(&sentence),
                });
            }
        }
    }
    all
}

/// The hosts to which the text links titles again and again: three times is a habit.
fn habits(view: &View<'_>, taken: &Taken) -> Vec<String> {
    let mut hosts: BTreeMap<String, usize> = BTreeMap::new();
    for (_, text) in texts(view, taken) {
        for (range, href) in text.links() {
            let words = text.plain.get(range.clone()).unwrap_or_default();
            if several(text, range)
                && !name::profile(href)
                && !announces(view, words)
                && name::score_in(text, range) < 0.6
            {
                let video = link::by_address(href) == link::Target::Video;
                let quoted = quoted(text, range);
                if video || quoted || talk_page(href) {
                    *hosts.entry(host(href)).or_default() += 1;
                }
            }
        }
    }
    hosts
        .into_iter()
        .filter(|(_, count)| *count >= 3)
        .map(|(host, _)| host)
        .collect()
}

fn habit(text: &Text, span: &Range<usize>, habits: &[String]) -> f32 {
    match text.link_over(span) {
        Some(href) if habits.contains(&host(href)) => 0.35,
        _ => 0.0,
    }
}

fn host(href: &str) -> String {
    let rest = href.split_once("//").map_or(href, |(_, rest)| rest);
    let host = rest
        .split('/')
        .next()
        .unwrap_or_default()
        .trim_start_matches("www.");
    if host == "youtu.be" {
        "youtube.com".to_owned()
    } else {
        host.to_owned()
    }
}

/// Whether quotation marks stand at both ends of a range, inside or outside.
fn quoted(text: &Text, range: &Range<usize>) -> bool {
    let said = text.plain.get(range.clone()).unwrap_or_default();
    let before = text.plain.get(..range.start).unwrap_or_default();
    let marks = ['"', '“', '«', '「', '『', '《', '„'];
    said.starts_with(marks) || before.ends_with(marks)
}

/// Whether words only announce what lies behind a link ("watch the replay", "video of the talk").
fn announces(view: &View<'_>, words: &str) -> bool {
    let count = words.split_whitespace().count();
    count <= 6 && (view.lexicon.has(words, |w| w.video) || view.lexicon.has(words, |w| w.slides))
        || (count <= 4 && view.lexicon.has(words, |w| w.talks) && !title_case(words))
}

/// Whether "given by" and the like stands before a person.
fn given_by(view: &View<'_>, text: &Text, mention: &Mention) -> bool {
    let before = text.plain.get(..mention.range.start).unwrap_or_default();
    let lead = super::super::words::fold(&mention::tail(before, 40));
    let mut long = view.lexicon.list(|w| w.by).filter(|by| by.contains(' '));
    long.any(|by| lead.trim_end().ends_with(by))
}

/// Paragraphs and items that nothing else understood.
fn texts<'a>(view: &'a View<'_>, taken: &Taken) -> Vec<(usize, &'a Text)> {
    view.blocks
        .all
        .iter()
        .enumerate()
        .filter(|(index, block)| {
            matches!(block.kind, Kind::Paragraph | Kind::Item)
                && !taken.has(*index)
                && !block.quoted
                && !block.caption
                && !view.lexicon.is(&view.heading(*index), |w| w.others)
        })
        .map(|(index, block)| (index, &block.text))
        .take(400)
        .collect()
}

fn spans(view: &View<'_>, text: &Text, sentence: &Range<usize>) -> Spans {
    let mut spans: Vec<(Range<usize>, f32)> = Vec::new();
    for quote in line::quotes(text, sentence) {
        if several(text, &quote) {
            let cased = title_case(text.plain.get(quote.clone()).unwrap_or_default());
            spans.push((quote, if cased { 0.6 } else { 0.5 }));
        }
    }
    for mark in &text.marks {
        let inside = mark.range.start >= sentence.start && mark.range.end <= sentence.end;
        if !inside || !several(text, &mark.range) {
            continue;
        }
        let known = spans
            .iter_mut()
            .find(|(span, _)| span.start < mark.range.end && mark.range.start < span.end);
        let words = text.plain.get(mark.range.clone()).unwrap_or_default();
        let sure = match &mark.kind {
            MarkKind::Emphasis => 0.35,
            MarkKind::Strong => 0.2,
            MarkKind::Link(href)
                if name::profile(href) || (announces(view, words) && known.is_none()) =>
            {
                continue;
            }
            MarkKind::Link(href) => {
                let hosted = link::by_address(href) != link::Target::Page || talk_page(href);
                let cased = title_case(words);
                if hosted && cased {
                    0.4
                } else if cased || hosted {
                    0.25
                } else {
                    0.0
                }
            }
            _ => continue,
        };
        match known {
            Some((_, old)) => *old = (*old + sure).min(0.9),
            None if sure > 0.0 => spans.push((mark.range.clone(), sure)),
            None => {}
        }
    }
    spans.retain(|(span, _)| {
        line::title(text, span, view.lexicon).is_some()
            && name::score_in(text, span) < if quoted(text, span) { 0.9 } else { LIKELY }
    });
    spans.sort_by_key(|(span, _)| span.start);
    spans
}

/// Whether an address is a talk's page on an event's site.
fn talk_page(href: &str) -> bool {
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
        "/abstract",
        "sched.co",
        "sched.com",
        "sched.org",
        "/agenda",
    ]
    .iter()
    .any(|part| lower.contains(part))
}

/// Whether a span has the words of a title: two at least, or enough characters of Chinese,
/// Japanese or Korean, and not a whole sentence's worth.
fn several(text: &Text, range: &Range<usize>) -> bool {
    let said = text.plain.get(range.clone()).unwrap_or_default();
    let words = said.split_whitespace().count();
    let cjk = mention::mostly_cjk(said) && said.chars().count() >= 5;
    (words >= 2 || cjk) && words <= 22
}

/// Whether most words of a title begin with a capital.
fn title_case(said: &str) -> bool {
    let words: Vec<&str> = said
        .split_whitespace()
        .filter(|w| w.chars().count() > 3)
        .collect();
    let capitals = words
        .iter()
        .filter(|w| {
            w.chars()
                .next()
                .is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
        })
        .count();
    !words.is_empty()
        && capitals * 3 >= words.len() * 2
        && said
            .chars()
            .find(|c| c.is_alphanumeric())
            .is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
}

fn pair(view: &View<'_>, at: &Sentence<'_>, span: &Range<usize>, form: f32) -> Option<Candidate> {
    let Sentence {
        index,
        text,
        range: sentence,
        mentions,
        spans,
        next,
    } = at;
    let title = line::title(text, span, view.lexicon)?;
    let said = text.plain.get(sentence.clone())?;
    let near = |mention: &&Mention| {
        sentence.contains(&mention.range.start)
            && (mention.range.end <= span.start || mention.range.start >= span.end)
    };
    let between = |mention: &Mention| {
        let (from, to) = if mention.range.end <= span.start {
            (mention.range.end, span.start)
        } else {
            (span.end, mention.range.start)
        };
        let other = spans
            .iter()
            .any(|(other, _)| other != span && other.start >= from && other.end <= to);
        (to - from, other)
    };
    let best = mentions
        .iter()
        .filter(near)
        .filter_map(|mention| {
            let (gap, other) = between(mention);
            let clause = if mention.range.end <= span.start {
                mention.range.end..span.start
            } else {
                span.end..mention.range.start
            };
            let after = mention.range.start >= span.end;
            // "S in T" after this title speaks of the next one.
            let onward = after
                && mention.tie != Tie::By
                && spans.iter().any(|(next, _)| {
                    next.start >= mention.range.end
                        && next.start - mention.range.end < 60
                        && next.end <= sentence.end
                });
            let reach = if after && mention.tie == Tie::By {
                220
            } else {
                90
            };
            let words = text.plain.get(clause)?;
            if other || gap > reach || mention.score < 0.6 || onward {
                return None;
            }
            let tied = tie(view, mention, words, mention.range.start >= span.end);
            Some((tied, gap, mention))
        })
        .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
    let talk_near = {
        let from = text
            .plain
            .floor_char_boundary(span.start.saturating_sub(40).max(sentence.start));
        let to = text
            .plain
            .ceil_char_boundary((span.end + 30).min(sentence.end));
        let around = format!(
            "{} {}",
            text.plain.get(from..span.start).unwrap_or_default(),
            text.plain.get(span.end..to).unwrap_or_default()
        );
        view.lexicon.has(&around, |w| w.talks) || view.lexicon.has(&around, |w| w.titled)
    };
    let hosted = text
        .link_over(span)
        .is_some_and(|href| link::by_address(href) != link::Target::Page || talk_page(href));
    let mut sure = form;
    if talk_near {
        sure += 0.3;
    }
    if hosted {
        sure += 0.15;
    }
    if view.lexicon.has(said, |w| w.talks) {
        sure += 0.1;
    }
    if let Some((tied, ..)) = best {
        sure += tied;
    }
    if sure < 0.95 {
        return None;
    }
    let mut speakers: Vec<Person> = Vec::new();
    if let Some((tied, _, mention)) = best
        && tied > 0.1
    {
        let index = mentions
            .iter()
            .position(|m| m.range == mention.range)
            .unwrap_or(0);
        let list = mention::joined(text, mentions, index, view.lexicon);
        let side = |m: &&Mention| (m.range.end <= span.start) == (mention.range.end <= span.start);
        speakers.extend(
            mentions
                .get(list)
                .unwrap_or_default()
                .iter()
                .filter(side)
                .map(|m| m.person(text)),
        );
    }
    let mut links = Links::default();
    if let Some(href) = text.link_over(span) {
        links.take(
            link::by_address(href),
            Found {
                value: href.to_owned(),
                source: text.source(span),
            },
        );
    }
    Some(Candidate {
        speakers,
        title: Some(text.found(&title)),
        links,
        body: vec![(*index, sentence.start..*next)],
        source: text.source(sentence),
    })
}

/// How strongly the words between a person and a title tie them.
fn tie(view: &View<'_>, mention: &Mention, words: &str, after: bool) -> f32 {
    let lexicon = view.lexicon;
    let joins = words.trim().chars().count() <= 3;
    let by = lexicon
        .list(|w| w.by)
        .any(|by| super::super::words::contains(&super::super::words::fold(words), by));
    let talk = lexicon.has(words, |w| w.talks) || lexicon.has(words, |w| w.titled);
    let owner = words.starts_with("'s")
        || words.starts_with("’s")
        || words.starts_with("' ")
        || words.starts_with("’ ");
    let tied: f32 = match mention.tie {
        Tie::By if after => 0.5,
        Tie::Owner => 0.45,
        Tie::By | Tie::Verb => 0.4,
        Tie::Role | Tie::Profile => 0.2,
        Tie::None => 0.1,
    };
    let words: f32 = if owner || (by && after) {
        0.5
    } else if talk {
        0.4
    } else if joins
        || lexicon
            .list(|w| w.about)
            .chain(["for", "in", "mit", "über"])
            .any(|about| words.trim() == about)
    {
        0.35
    } else {
        0.0
    };
    tied.max(words)
}
