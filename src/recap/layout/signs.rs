//! What is known of an offer: the features of the model, in one order for all.

use std::collections::{BTreeMap, BTreeSet};

use super::View;
use super::offer::{Form, Line, Offer, Offers, given, hosted};
use crate::language::{Folded, fold};
use crate::recap::blocks::{Block, Kind};
use crate::recap::kind::{self, Signs};
use crate::recap::line::{self, Shape};
use crate::recap::mention::{self, Tie};
use crate::recap::name::{self, LIKELY};
use crate::recap::text::{Mark, MarkKind};

/// The features of an offer with their names, always all of them and in the same order.
#[derive(Debug, Clone, Default)]
pub struct Sheet(pub Vec<(&'static str, f32)>);

impl Sheet {
    fn flag(&mut self, name: &'static str, holds: bool) {
        self.0.push((name, f32::from(u8::from(holds))));
    }

    fn set(&mut self, name: &'static str, value: f32) {
        self.0.push((name, value));
    }
}

/// What the lines of a group have in common.
#[derive(Debug, Clone, Default)]
struct Shares {
    count: f32,
    full: f32,
    doing: f32,
    named: f32,
    media: f32,
    tied: f32,
    talk: f32,
    marked: f32,
    generic: f32,
    hosted: f32,
    small: f32,
    linked: f32,
    one_host: f32,
}

#[expect(clippy::cast_precision_loss, reason = "small counts")]
fn number(count: usize) -> f32 {
    count as f32
}

/// From 0 to 1: none, one, … and `most`.
fn scaled(count: usize, most: f32) -> f32 {
    (1.0 + number(count)).ln().min((1.0 + most).ln()) / (1.0 + most).ln()
}

/// What an offer's features are read from.
pub struct Reader<'a> {
    view: &'a View<'a>,
    offers: &'a Offers,
    post: Vec<(&'static str, f32)>,
    shares: Vec<Shares>,
    title: String,
    /// Words that the post writes in lower case.
    small: BTreeSet<&'a str>,
    /// How often the post writes each capitalised word.
    said: BTreeMap<&'a str, usize>,
    /// The lines that offer a title of each speaker.
    named: BTreeMap<String, BTreeSet<usize>>,
}

impl<'a> Reader<'a> {
    /// Reads what all offers of a post share.
    #[expect(clippy::too_many_lines, reason = "a line or two for each feature")]
    pub fn of(view: &'a View<'a>, offers: &'a Offers, signs: &Signs, title: &str) -> Self {
        let mut shares: Vec<Shares> = Vec::new();
        for line in &offers.lines {
            if shares.len() <= line.group {
                shares.resize_with(line.group + 1, Shares::default);
            }
            let Some(share) = shares.get_mut(line.group) else {
                continue;
            };
            // Parts of any recap are no siblings of a session.
            if line.form == Form::Heading && line.generic {
                continue;
            }
            let one = |holds: bool| f32::from(u8::from(holds));
            share.count += 1.0;
            share.full += one(line.full >= 0.6);
            share.doing += one(line.doing);
            share.named += one(line.named);
            share.media += one(line.media);
            share.tied += one(line.tied);
            share.talk += one(line.talk);
            share.marked += one(line.marked);
            share.generic += one(line.generic);
            share.small += one(line.size.1 < 12);
            share.linked += one(view.block(line.index).is_some_and(media_link));
            share.hosted += one(view
                .block(line.index)
                .is_some_and(|b| b.text.links().any(|(_, href)| hosted(href))));
        }
        for (group, share) in shares.iter_mut().enumerate() {
            let lines = offers.lines.iter().filter(|line| line.group == group);
            let hosts: Vec<&str> = lines
                .filter_map(|line| view.block(line.index)?.text.links().next())
                .filter_map(|(_, href)| href.split('/').nth(2))
                .collect();
            let most = hosts
                .iter()
                .map(|host| hosts.iter().filter(|other| *other == host).count());
            share.one_host = number(most.max().unwrap_or_default());
            let count = share.count.max(1.0);
            for value in [
                &mut share.full,
                &mut share.doing,
                &mut share.named,
                &mut share.media,
                &mut share.tied,
                &mut share.talk,
                &mut share.marked,
                &mut share.generic,
                &mut share.hosted,
                &mut share.small,
                &mut share.linked,
                &mut share.one_host,
            ] {
                *value /= count;
            }
        }
        let small: BTreeSet<&str> = view
            .blocks
            .all
            .iter()
            .flat_map(|block| block.text.plain.split(|c: char| !c.is_alphanumeric()))
            .filter(|word| word.len() > 2 && word.starts_with(char::is_lowercase))
            .collect();
        let mut said: BTreeMap<&str, usize> = BTreeMap::new();
        let texts = view.blocks.all.iter();
        for word in texts.flat_map(|block| block.text.plain.split(|c: char| !c.is_alphanumeric())) {
            if word.starts_with(|c: char| !c.is_lowercase()) {
                *said.entry(word).or_default() += 1;
            }
        }
        let mut named: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for offer in offers
            .all
            .iter()
            .filter(|offer| offer.candidate.title.is_some())
        {
            for person in &offer.candidate.speakers {
                named
                    .entry(fold(&person.name.value))
                    .or_default()
                    .insert(offer.line);
            }
        }
        let lines = |form: Form, holds: fn(&Line) -> bool| {
            offers
                .lines
                .iter()
                .filter(|line| line.form == form && holds(line))
                .count()
        };
        let mut post = Sheet::default();
        post.flag("post-talky", view.talky);
        post.flag("post-declared", view.declared);
        post.flag("post-recap", signs.recap);
        post.set(
            "post-there",
            scaled(usize::try_from(signs.there_late).unwrap_or(0), 4.0),
        );
        post.set(
            "post-coming",
            scaled(usize::try_from(signs.coming_late).unwrap_or(0), 4.0),
        );
        post.flag("post-ahead", signs.ahead());
        post.flag("post-elsewhere", signs.elsewhere > 0);
        post.flag("post-event", signs.event || signs.again);
        post.set(
            "post-talks",
            scaled(usize::try_from(signs.talks).unwrap_or(0), 8.0),
        );
        post.set(
            "post-events",
            scaled(usize::try_from(signs.events).unwrap_or(0), 6.0),
        );
        post.flag("post-period", signs.period);
        post.set(
            "post-full-headings",
            scaled(lines(Form::Heading, |l| l.full >= 0.6), 8.0),
        );
        post.set(
            "post-full-items",
            scaled(lines(Form::Item, |l| l.full >= 0.6), 8.0),
        );
        post.set(
            "post-full-leads",
            scaled(lines(Form::Lead, |l| l.full >= 0.6), 8.0),
        );
        post.set(
            "post-borne-headings",
            scaled(lines(Form::Heading, |l| l.media || l.tied), 8.0),
        );
        post.set(
            "post-tied-items",
            scaled(lines(Form::Item, |l| l.media || l.tied), 8.0),
        );
        Self {
            view,
            offers,
            post: post.0,
            shares,
            title: fold(title),
            small,
            said,
            named,
        }
    }

    /// The features of one offer.
    pub fn sheet(&self, offer: &Offer) -> Sheet {
        let mut sheet = Sheet::default();
        let Some((line, block)) = self
            .offers
            .lines
            .get(offer.line)
            .and_then(|line| Some((line, self.view.block(line.index)?)))
        else {
            return sheet;
        };
        reading(&mut sheet, offer, line);
        self.names(&mut sheet, offer);
        self.title(&mut sheet, offer, block);
        self.place(&mut sheet, offer, line, block);
        section(&mut sheet, offer, line);
        self.siblings(&mut sheet, offer, line);
        sheet.0.extend(self.post.iter().copied());
        bare(&mut sheet, offer);
        sheet
    }

    fn names(&self, sheet: &mut Sheet, offer: &Offer) {
        let speakers = &offer.candidate.speakers;
        let first = speakers.first();
        let value = first.map_or("", |person| person.name.value.as_str());
        sheet.flag("speaker", first.is_some());
        sheet.flag("speakers-two", speakers.len() == 2);
        sheet.flag("speakers-many", speakers.len() > 3);
        sheet.flag("name-given", first.is_some() && given(value));
        let scored = first.map_or(0.0, |person| person.score);
        sheet.set("name-score", scored);
        sheet.flag("name-unlikely", first.is_some() && scored < LIKELY);
        sheet.flag(
            "name-single",
            first.is_some() && !value.contains(' ') && !mention::mostly_cjk(value),
        );
        let common = |word: &str| {
            let lower = word.to_lowercase();
            word.len() > 3 && self.small.contains(lower.as_str())
        };
        let words = value.split([' ', '-']);
        sheet.flag("name-common", first.is_some() && words.clone().any(common));
        sheet.flag(
            "name-upper",
            words
                .clone()
                .any(|w| w.chars().filter(|c| c.is_uppercase()).count() > 2),
        );
        sheet.flag("name-author", self.view.all_authors(speakers));
        let folded = fold(value);
        sheet.flag(
            "name-in-title",
            first.is_some() && folded.len() > 5 && self.title.contains(folded.trim()),
        );
        sheet.flag(
            "name-word",
            self.view.lexicon.has(value, |w| &w.others)
                || self.view.lexicon.has(value, |w| &w.talks)
                || self.view.lexicon.has(value, |w| &w.events),
        );
        for (name, tie) in [
            ("tie-by", Tie::By),
            ("tie-owner", Tie::Owner),
            ("tie-verb", Tie::Verb),
            ("tie-role", Tie::Role),
            ("tie-profile", Tie::Profile),
        ] {
            sheet.flag(name, offer.tie == tie);
        }
        let again = |person: &name::Person| {
            let lines = self.named.get(&fold(&person.name.value));
            lines.is_some_and(|lines| lines.iter().any(|line| *line != offer.line))
        };
        sheet.flag("name-elsewhere", first.is_some_and(again));
        // Who gave a talk is told of, by the family name or the given one.
        let count = |word: &str| self.said.get(word).copied().unwrap_or_default();
        let told = value.split(' ').map(count).max().unwrap_or_default();
        sheet.set("name-told", scaled(told.saturating_sub(1), 4.0));
        let share = self
            .shares
            .get(self.group(offer))
            .cloned()
            .unwrap_or_default();
        let odd = first.is_some() && (scored < LIKELY || !value.contains(' '));
        sheet.set("name-odd-among-full", if odd { share.full } else { 0.0 });
    }

    fn group(&self, offer: &Offer) -> usize {
        self.offers
            .lines
            .get(offer.line)
            .map_or(0, |line| line.group)
    }

    #[expect(clippy::too_many_lines, reason = "a line or two for each feature")]
    fn title(&self, sheet: &mut Sheet, offer: &Offer, block: &Block) {
        let view = self.view;
        let title = offer
            .candidate
            .title
            .as_ref()
            .map_or("", |title| title.value.as_str());
        let has = !title.is_empty();
        let folded = Folded::of(title);
        let cjk = mention::mostly_cjk(title);
        let words = if cjk {
            title.chars().count() / 3
        } else {
            title.split_whitespace().count()
        };
        sheet.flag("title", has);
        sheet.flag("title-one-word", has && words <= 1);
        sheet.flag("title-short", (2..=3).contains(&words));
        sheet.flag("title-long", words > 12);
        sheet.flag("title-very-long", words > 18);
        let cased = title
            .split_whitespace()
            .filter(|w| w.chars().count() > 3)
            .collect::<Vec<_>>();
        let upper = cased
            .iter()
            .filter(|w| w.starts_with(char::is_uppercase))
            .count();
        sheet.flag(
            "title-cased",
            !cased.is_empty() && upper * 3 >= cased.len() * 2,
        );
        sheet.flag("title-lower", title.starts_with(char::is_lowercase));
        sheet.flag("title-cjk", cjk);
        sheet.flag("title-question", title.ends_with(['?', '？']));
        sheet.flag(
            "title-sentence",
            has && (title.contains(". ")
                || title.ends_with(['.', '!', '。'])
                || title.contains('。')),
        );
        sheet.flag("title-colon", title.contains(": "));
        sheet.flag("title-digit", title.contains(|c: char| c.is_ascii_digit()));
        sheet.flag("title-like-name", has && name::score(title) >= LIKELY);
        sheet.flag(
            "title-talks",
            has && view.lexicon.has_in(&folded, |w| &w.talks),
        );
        sheet.flag("title-only-sessions", has && view.only_sessions(title));
        sheet.flag("title-others", has && view.opens_others(title));
        sheet.flag(
            "title-other-word",
            has && view.lexicon.has_in(&folded, |w| &w.others),
        );
        sheet.flag(
            "title-event",
            has && (view.lexicon.has_in(&folded, |w| &w.events)
                || title.split_whitespace().any(kind::event_word)),
        );
        sheet.flag(
            "title-of-post",
            has && (self.title.trim() == folded.trim()
                || (folded.len() > 8 && self.title.contains(folded.trim()))),
        );
        sheet.flag(
            "title-role",
            has && view.lexicon.has_in(&folded, |w| &w.roles),
        );
        sheet.flag(
            "title-verb",
            folded
                .split_ascii_whitespace()
                .next()
                .is_some_and(|w| view.lexicon.knows(w, |w| &w.verbs)),
        );
        let own = ["i", "we", "my", "our", "me", "us", "i'm", "i've"];
        sheet.flag(
            "title-own",
            folded.split_ascii_whitespace().any(|w| own.contains(&w)),
        );
        sheet.flag("title-generic", has && super::generic::generic(view, title));
        sheet.flag("title-issue", title.contains('#'));
        let range = offer.title.clone().unwrap_or(0..0);
        let text = &block.text;
        let marked = |kind: fn(&MarkKind) -> bool| {
            !range.is_empty()
                && text.marks.iter().any(|m| {
                    kind(&m.kind)
                        && m.range.start <= range.start + 2
                        && m.range.end + 2 >= range.end
                })
        };
        sheet.flag("title-strong", marked(|k| *k == MarkKind::Strong));
        sheet.flag("title-emphasis", marked(|k| *k == MarkKind::Emphasis));
        sheet.flag("title-code", marked(|k| *k == MarkKind::Code));
        let href = if range.is_empty() {
            None
        } else {
            text.link_over(&range)
        };
        sheet.flag("title-linked", href.is_some());
        sheet.flag("title-hosted", href.is_some_and(hosted));
        let whole = has && media_link(block);
        sheet.flag("line-is-link", whole);
        let share = self
            .shares
            .get(self.group(offer))
            .cloned()
            .unwrap_or_default();
        sheet.set("line-is-link-among", if whole { share.linked } else { 0.0 });
        let named = offer
            .candidate
            .speakers
            .first()
            .and_then(|person| {
                text.plain
                    .find(&person.name.value)
                    .map(|at| at..at + person.name.value.len())
            })
            .and_then(|range| text.link_over(&range));
        sheet.flag("name-hosted", named.is_some_and(hosted));
        sheet.flag(
            "name-linked",
            named.is_some_and(|href| name::home(href) || name::profile(href)),
        );
        sheet.flag(
            "title-home",
            href.is_some_and(|href| name::home(href) || name::profile(href)),
        );
        let before = text.plain.get(..range.start).unwrap_or_default();
        sheet.flag(
            "title-quoted",
            !range.is_empty() && before.ends_with(['"', '“', '«', '「', '『', '《', '„', '‘']),
        );
    }

    #[expect(clippy::too_many_lines, reason = "a line or two for each feature")]
    fn place(&self, sheet: &mut Sheet, offer: &Offer, line: &Line, block: &Block) {
        let view = self.view;
        let text = &block.text;
        let lead = line::lead(text, view.lexicon);
        let label = text.plain.get(..lead).unwrap_or_default();
        sheet.flag("lead-talk", view.lexicon.has(label, |w| &w.talks));
        sheet.flag(
            "lead-time",
            label.contains(|c: char| c.is_ascii_digit()) && label.contains([':', 'h', '.']),
        );
        let heading = view.heading(line.index);
        let above = !heading.is_empty();
        sheet.flag("under-heading", above);
        sheet.flag("under-sessions", above && view.opens_sessions(&heading));
        sheet.flag(
            "under-others",
            above && (view.opens_others(&heading) || view.lexicon.has(&heading, |w| &w.others)),
        );
        let parents: Vec<usize> = ancestors(view, line.index);
        sheet.flag(
            "within-sessions",
            parents.iter().any(|at| {
                view.block(*at)
                    .is_some_and(|b| view.opens_sessions(&b.text.plain))
            }),
        );
        sheet.flag(
            "within-others",
            parents.iter().any(|at| {
                view.block(*at)
                    .is_some_and(|b| view.opens_others(&b.text.plain))
            }),
        );
        let first = if line.form == Form::Item {
            first_of_list(view, line.index)
        } else {
            line.index
        };
        let (talks, thanks) = view.leads_in(first);
        sheet.flag("led-in-talks", talks);
        sheet.flag("led-in-thanks", thanks);
        sheet.flag("quoted", block.quoted);
        sheet.flag("nested", block.item.is_some_and(|item| item != line.index));
        sheet.flag("bold-heading", block.kind == Kind::Heading(7));
        sheet.flag("top-heading", matches!(block.kind, Kind::Heading(1)));
        sheet.flag("deep-heading", matches!(block.kind, Kind::Heading(3..=6)));
        sheet.set(
            "position",
            number(line.index) / number(view.blocks.all.len().max(1)),
        );
        sheet.flag("line-generic", line.generic);
        sheet.flag("line-colon", text.plain.trim_end().ends_with([':', '：']));
        let near = text
            .plain
            .get(..text.plain.floor_char_boundary(160))
            .unwrap_or_default();
        let first = offer
            .candidate
            .speakers
            .first()
            .map_or("", |p| p.name.value.as_str());
        let before = text
            .plain
            .find(first)
            .and_then(|at| text.plain.get(..at))
            .and_then(|before| before.split_whitespace().next_back())
            .map(fold)
            .unwrap_or_default();
        let joins = [
            "the", "in", "at", "of", "a", "an", "this", "en", "la", "le", "el", "im", "em", "no",
            "na",
        ];
        sheet.flag(
            "name-after-the",
            !first.is_empty() && joins.contains(&before.trim()),
        );
        let line_end = near.find('\n').unwrap_or(near.len()).max(1);
        let title = offer.title.clone().unwrap_or(0..0);
        let said: usize = offer
            .candidate
            .speakers
            .iter()
            .map(|p| p.name.value.len())
            .sum();
        sheet.set(
            "covered",
            (number(title.len() + said) / number(line_end)).min(1.0),
        );
        let cut = |m: &&Mark| {
            m.kind != MarkKind::Code
                && m.range.start <= title.start
                && m.range.end > title.end + 2
                && m.range.contains(&title.end)
        };
        sheet.flag(
            "title-cut",
            !title.is_empty() && text.marks.iter().any(|m| cut(&m)),
        );
        let after = text.plain.get(title.end..).unwrap_or_default().trim_start();
        sheet.flag(
            "title-goes-on",
            !title.is_empty()
                && after.starts_with([':', '-', '–', '—', '?', '!', '.'])
                && after.len() > 3,
        );
        sheet.flag(
            "comma-and-colon",
            matches!(
                offer.shape,
                Shape::SpeakerFirst(',') | Shape::TitleFirst(',')
            ) && near.contains([':', '–', '—']),
        );
        let sentence = if offer.part.end == usize::MAX {
            text.plain
                .get(..text.plain.floor_char_boundary(200))
                .unwrap_or_default()
        } else {
            text.plain.get(offer.part.clone()).unwrap_or_default()
        };
        let said = Folded::of(sentence);
        sheet.flag("says-talk", view.lexicon.has_in(&said, |w| &w.talks));
        sheet.flag("says-attended", view.lexicon.has_in(&said, |w| &w.attended));
        sheet.flag("says-coming", view.lexicon.has_in(&said, |w| &w.coming));
        sheet.flag(
            "says-verb",
            said.split_ascii_whitespace()
                .any(|w| view.lexicon.knows(w, |w| &w.verbs)),
        );
        sheet.flag("says-credit", view.lexicon.has_in(&said, |w| &w.credit));
        sheet.flag(
            "says-thanks",
            [
                "thank",
                "thanks",
                "organizer",
                "organizers",
                "organisers",
                "volunteers",
                "committee",
                "sponsors",
            ]
            .iter()
            .any(|w| said.has(w)),
        );
        sheet.flag("says-role", view.lexicon.has_in(&said, |w| &w.roles));
        if offer.form == Form::Prose {
            let people = mention::mentions(text, view.lexicon);
            let within = people
                .iter()
                .filter(|m| offer.part.contains(&m.range.start))
                .count();
            let others = within.saturating_sub(offer.candidate.speakers.len());
            sheet.set("sentence-names", scaled(others, 4.0));
            sheet.flag("sentence-first", offer.part.start == 0);
            sheet.flag("sentence-begins", offer.words.start <= offer.part.start + 2);
            let after = text.plain.get(offer.part.end..).unwrap_or_default();
            sheet.set(
                "sentence-alone",
                f32::from(u8::from(after.trim().is_empty() && offer.part.start == 0)),
            );
            sheet.set(
                "paragraph-names",
                scaled(people.len().saturating_sub(within), 6.0),
            );
        } else {
            for name in [
                "sentence-names",
                "sentence-first",
                "sentence-begins",
                "sentence-alone",
                "paragraph-names",
            ] {
                sheet.set(name, 0.0);
            }
        }
    }

    fn siblings(&self, sheet: &mut Sheet, offer: &Offer, line: &Line) {
        let share = self.shares.get(line.group).cloned().unwrap_or_default();
        let count = share.count;
        sheet.set("sib-count", (1.0 + count).ln().min(3.0) / 3.0);
        sheet.flag("sib-alone", count <= 1.0);
        sheet.flag("sib-pair", (1.5..2.5).contains(&count));
        sheet.set("sib-full", share.full);
        sheet.set("sib-doing", share.doing);
        sheet.set("sib-named", share.named);
        sheet.set("sib-media", share.media);
        sheet.set("sib-tied", share.tied);
        sheet.set("sib-talk", share.talk);
        sheet.set("sib-marked", share.marked);
        sheet.set("sib-generic", share.generic);
        sheet.set("sib-hosted", share.hosted);
        sheet.set("sib-small", share.small);
        sheet.set("sib-one-host", share.one_host.min(1.0));
        let alike = |other: &&Line| other.group == line.group && other.index != line.index;
        let others = self.offers.lines.iter().filter(alike).count();
        let same = self
            .offers
            .lines
            .iter()
            .filter(alike)
            .filter(|other| other.shape == Some(offer.shape) && other.full >= 0.45)
            .count();
        sheet.set(
            "sib-same-shape",
            if others == 0 {
                0.0
            } else {
                number(same) / number(others)
            },
        );
        // Other lines within the blocks that the offer takes.
        let inner = self
            .offers
            .lines
            .iter()
            .filter(|other| other.index != line.index && offer.blocks.contains(&other.index));
        let mut full = 0;
        let mut media = 0;
        for other in inner {
            full += usize::from(other.full >= 0.6);
            media += usize::from(other.media && other.form == Form::Item);
        }
        sheet.set("inner-full", scaled(full, 5.0));
        sheet.set("inner-media", scaled(media, 5.0));
        // What stands around it.
        let outer = self.offers.lines.iter().rev().find(|other| {
            other.form == Form::Heading
                && other.index < line.index
                && Some(other.index) == self.view.above.get(line.index).copied().flatten()
        });
        sheet.flag("outer-full", outer.is_some_and(|outer| outer.full >= 0.6));
        sheet.flag("outer-named", outer.is_some_and(|outer| outer.named));
        sheet.flag(
            "outer-borne",
            outer.is_some_and(|outer| !outer.generic && (outer.media || outer.tied)),
        );
        sheet.flag("outer-generic", outer.is_some_and(|outer| outer.generic));
    }
}

/// Whether a block is nothing but a link to a recording, slides or a talk's page.
fn media_link(block: &Block) -> bool {
    let text = &block.text;
    let end = text.plain.find('\n').unwrap_or(text.plain.len());
    let all = text.trim(0..end);
    let whole =
        |range: &std::ops::Range<usize>| range.start <= all.start + 2 && range.end + 2 >= all.end;
    text.links()
        .any(|(range, href)| whole(range) && hosted(href))
}

/// How the line is read.
fn reading(sheet: &mut Sheet, offer: &Offer, line: &Line) {
    for (name, shape) in [
        ("shape-by", Shape::By),
        ("shape-brackets", Shape::Brackets),
        ("shape-quoted", Shape::Quoted),
        ("shape-doing", Shape::Doing),
        ("shape-title", Shape::Title),
        ("shape-speaker", Shape::Speaker),
    ] {
        sheet.flag(name, offer.shape == shape);
    }
    let (first, last) = match offer.shape {
        Shape::SpeakerFirst(sign) => (Some(sign), None),
        Shape::TitleFirst(sign) => (None, Some(sign)),
        _ => (None, None),
    };
    for form in [
        Form::Heading,
        Form::Item,
        Form::Lead,
        Form::Prose,
        Form::Row,
    ] {
        sheet.flag(form.name(), offer.form == form);
    }
    sheet.flag("shape-speaker-first", first.is_some());
    sheet.flag("shape-title-first", last.is_some());
    let sign = first.or(last);
    sheet.flag("sign-colon", sign == Some(':'));
    sheet.flag("sign-dash", sign == Some('-'));
    sheet.flag("sign-comma", sign == Some(','));
    sheet.flag("sign-mark", sign == Some('*'));
    sheet.flag("forced", offer.forced);
    let complete = offer.candidate.title.is_some() && !offer.candidate.speakers.is_empty();
    let full = complete && offer.shape != Shape::Title;
    sheet.set("sure-full", if full { offer.sure.min(1.2) } else { 0.0 });
    sheet.set("sure-other", if full { 0.0 } else { offer.sure.min(1.2) });
    sheet.set("rival", offer.rival.min(1.2));
    sheet.flag(
        "best-full",
        full && line.full > 0.0 && (line.full - offer.sure).abs() < 0.001,
    );
    sheet.flag("complete", complete);
}

/// What bears out a title that no speaker stands beside, apart from what bears out any session.
fn bare(sheet: &mut Sheet, offer: &Offer) {
    let bare = offer.candidate.title.is_some() && offer.candidate.speakers.is_empty();
    sheet.flag("bare", bare);
    for (name, of) in [
        ("bare-media", "media"),
        ("bare-own-media", "own-media"),
        ("bare-among-media", "sib-media"),
        ("bare-led-in", "led-in-talks"),
        ("bare-under-sessions", "under-sessions"),
        ("bare-within-sessions", "within-sessions"),
        ("bare-line-is-link", "line-is-link"),
        ("bare-post-recap", "post-recap"),
        ("bare-post-talks", "post-talks"),
        ("bare-siblings", "sib-count"),
        ("bare-among-hosted", "sib-hosted"),
        ("bare-among-one-host", "sib-one-host"),
        ("bare-linked", "title-linked"),
        ("bare-talks", "title-talks"),
    ] {
        let known = sheet.0.iter().find(|(name, _)| *name == of);
        let value = known.map_or(0.0, |(_, value)| *value);
        sheet.set(name, if bare { value } else { 0.0 });
    }
}

/// What the section or item says.
fn section(sheet: &mut Sheet, offer: &Offer, line: &Line) {
    sheet.flag("media", line.media);
    sheet.flag(
        "own-media",
        offer.candidate.links.video.is_some() || offer.candidate.links.slides.is_some(),
    );
    sheet.flag("own-page", offer.candidate.links.page.is_some());
    sheet.flag("tied", line.tied);
    sheet.flag("doing", line.doing);
    sheet.flag("named", line.named);
    sheet.set("size-blocks", scaled(line.size.0, 12.0));
    sheet.set("size-bytes", scaled(line.size.1 / 50, 40.0));
    sheet.flag("size-bare", line.size.0 <= 1);
    let proof = line.proof.as_ref();
    sheet.flag("proof-told", proof.is_some_and(|p| p.told));
    sheet.flag("proof-announced", proof.is_some_and(|p| p.announced));
    sheet.flag("proof-this", proof.is_some_and(|p| p.this));
    sheet.flag("proof-early", proof.is_some_and(|p| p.early));
    sheet.flag("proof-borne", proof.is_some_and(super::proof::Proof::borne));
    sheet.flag("proof-sign", proof.is_some_and(super::proof::Proof::sign));
    sheet.flag(
        "proof-speakers",
        proof.is_some_and(|p| !p.speakers.is_empty()),
    );
}

/// The headings above a block, the nearest first, without the nearest.
fn ancestors(view: &View<'_>, index: usize) -> Vec<usize> {
    let mut all = Vec::new();
    let mut level = match view.block(index).map(|block| block.kind) {
        Some(Kind::Heading(level)) => level,
        _ => 8,
    };
    let mut at = index;
    while let Some(above) = view.above.get(at).copied().flatten() {
        if let Some(Kind::Heading(other)) = view.block(above).map(|block| block.kind)
            && other < level
        {
            level = other;
            all.push(above);
        }
        at = above;
    }
    all
}

fn first_of_list(view: &View<'_>, index: usize) -> usize {
    let group = view.block(index).map(|block| block.group);
    (0..index)
        .rev()
        .take_while(|at| {
            view.block(*at)
                .is_some_and(|b| b.item.is_some() || b.kind == Kind::Item)
        })
        .filter(|at| view.block(*at).map(|b| b.group) == group)
        .last()
        .unwrap_or(index)
}
