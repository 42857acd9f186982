//! The features of an offer, in a fixed order.

mod around;
mod names;
mod place;
mod title;

use std::collections::{BTreeMap, BTreeSet};

use super::View;
use super::offer::{Form, Line, Offer, Offers};
use crate::language::fold;
use crate::recap::kind::Signs;
use crate::recap::line::Shape;
use crate::recap::mention::Tie;

/// The features of an offer with their names, always all of them and in the same order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sheet(pub Vec<(&'static str, f32)>);

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
    media: f32,
    tied: f32,
    small: f32,
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

/// The input of an offer's features.
pub(crate) struct Reader<'a> {
    view: &'a View<'a>,
    offers: &'a Offers,
    post: Vec<(&'static str, f32)>,
    shares: Vec<Shares>,
    /// The first occurrence of each word of a speaker's name: its block, and the position
    /// in a sentence.
    first: BTreeMap<String, (usize, usize)>,
    /// People who are tied to a talk in a sentence, with their blocks.
    mentions: Vec<(usize, String)>,
    /// The lines with a title of each speaker.
    named: BTreeMap<String, BTreeSet<usize>>,
}

impl<'a> Reader<'a> {
    /// Reads what all offers of a post share.
    pub(crate) fn of(view: &'a View<'a>, offers: &'a Offers, signs: &Signs) -> Self {
        let mut shares: Vec<Shares> = Vec::new();
        for line in &offers.lines {
            if shares.len() <= line.group {
                shares.resize_with(line.group + 1, Shares::default);
            }
            let Some(share) = shares.get_mut(line.group) else {
                continue;
            };
            // Generic headings are not siblings of a session.
            if line.form == Form::Heading && line.generic {
                continue;
            }
            let one = |holds: bool| f32::from(u8::from(holds));
            share.count += 1.0;
            share.media += one(line.media);
            share.tied += one(line.tied);
            share.small += one(line.size.1 < 12);
        }
        for (group, share) in shares.iter_mut().enumerate() {
            let lines = offers.lines.iter().filter(|line| line.group == group);
            let hosts: Vec<&str> = lines
                .filter_map(|line| view.block(line.index)?.text.links().next())
                .filter_map(|(_, href)| href.split('/').nth(2))
                .collect();
            let most = hosts.iter().map(|host| hosts.iter().filter(|other| *other == host).count());
            share.one_host = number(most.max().unwrap_or_default());
            let count = share.count.max(1.0);
            for value in [&mut share.media, &mut share.tied, &mut share.small, &mut share.one_host]
            {
                *value /= count;
            }
        }
        let mut named: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for offer in offers.all.iter().filter(|offer| offer.candidate.title.is_some()) {
            for person in &offer.candidate.speakers {
                named.entry(fold(&person.name.value)).or_default().insert(offer.line);
            }
        }
        let mut first: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        let mut mentions: Vec<(usize, String)> = Vec::new();
        for offer in &offers.all {
            for person in &offer.candidate.speakers {
                let name = fold(&person.name.value);
                let place = (offer.index, offer.words.start);
                for word in name.split_ascii_whitespace() {
                    let known = first.entry(word.to_owned()).or_insert(place);
                    *known = place.min(*known);
                }
                if offer.form == Form::Prose && offer.tie >= Tie::Verb {
                    mentions.push((offer.index, name));
                }
            }
        }
        let lines = |form: Form, holds: fn(&Line) -> bool| {
            offers.lines.iter().filter(|line| line.form == form && holds(line)).count()
        };
        let mut post = Sheet::default();
        post.flag("post-recap", signs.recap);
        post.set("post-there", scaled(usize::try_from(signs.there_late).unwrap_or(0), 4.0));
        post.set("post-coming", scaled(usize::try_from(signs.coming_late).unwrap_or(0), 4.0));
        post.flag("post-ahead", signs.ahead());
        post.flag("post-elsewhere", signs.elsewhere > 0);
        post.flag("post-event", signs.event || signs.again);
        post.set("post-full-headings", scaled(lines(Form::Heading, |l| l.full >= 0.6), 8.0));
        post.set("post-full-items", scaled(lines(Form::Item, |l| l.full >= 0.6), 8.0));
        post.set("post-full-leads", scaled(lines(Form::Lead, |l| l.full >= 0.6), 8.0));
        post.set("post-borne-headings", scaled(lines(Form::Heading, |l| l.media || l.tied), 8.0));
        Self { view, offers, post: post.0, shares, first, mentions, named }
    }

    /// The features of one offer.
    pub(crate) fn sheet(&self, offer: &Offer) -> Sheet {
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
        around::section(&mut sheet, line);
        self.siblings(&mut sheet, offer, line);
        sheet.0.extend(self.post.iter().copied());
        sheet
    }
}

/// Features of the reading.
fn reading(sheet: &mut Sheet, offer: &Offer, line: &Line) {
    for (name, shape) in [
        ("shape-quoted", Shape::Quoted),
        ("shape-doing", Shape::Doing),
        ("shape-title", Shape::Title),
        ("shape-speaker", Shape::Speaker),
    ] {
        sheet.flag(name, offer.shape == shape);
    }
    for form in [Form::Heading, Form::Lead, Form::Row] {
        sheet.flag(form.name(), offer.form == form);
    }
    let dash = matches!(offer.shape, Shape::SpeakerFirst('-') | Shape::TitleFirst('-'));
    sheet.flag("sign-dash", dash);
    sheet.flag("forced", offer.forced);
    let complete = offer.candidate.title.is_some() && !offer.candidate.speakers.is_empty();
    let full = complete && offer.shape != Shape::Title;
    sheet.set("sure-full", if full { offer.sure.min(1.2) } else { 0.0 });
    sheet.set("sure-other", if full { 0.0 } else { offer.sure.min(1.2) });
    sheet.set("rival", offer.rival.min(1.2));
    sheet.flag("best-full", full && line.full > 0.0 && (line.full - offer.sure).abs() < 0.001);
    sheet.flag("complete", complete);
}
