//! From what was understood to what is said: headline, hook, a line a session.

use super::fit::{Content, Kind, Line};
use super::fold::fold;
use super::headline::{Headline, headline};
use super::hook::hook;
use super::network::{Form, Network};
use super::say::render;
use super::template::{Facts, Templates};
use super::text::tidy;
use super::thread::{Story, named};
use super::{Draft, Material, link, tags};
use crate::language::wording::{self, Wording};
use crate::post::Image;
use crate::recap::{Session, Understood};

/// Composes the draft of one network.
#[must_use]
pub fn compose(material: &Material<'_>, network: &'static dyn Network) -> Draft {
    Composer::new(*material).draft(network, material.warning)
}

/// What a post's drafts for all networks have in common.
pub struct Composer<'a> {
    material: Material<'a>,
    language: String,
    wording: &'static Wording,
    /// The sessions that are named, their speakers by their plain names, and how many more there are.
    sessions: (Vec<Line>, usize),
    headline: Headline,
    hook: String,
    facts: Facts,
}

impl<'a> Composer<'a> {
    /// Says once what every network is told.
    #[must_use]
    pub fn new(material: Material<'a>) -> Self {
        let language = language(&material);
        let wording = wording::of(&language);
        let sessions = named(sessions(&material, &language));
        let headline = headline(&material, wording, &language);
        let hook = hook(&material, &headline, &language);
        let facts = facts(&material, wording, &language);
        Self {
            material,
            language,
            wording,
            sessions,
            headline,
            hook,
            facts,
        }
    }

    /// The draft of one network; `warning` is the content warning that it must leave room for.
    #[must_use]
    pub fn draft(&self, network: &'static dyn Network, warning: Option<&str>) -> Draft {
        let material = &self.material;
        let mut unknown = Vec::new();
        let whole = self.content(network, &mut unknown);
        let facts = self.facts.clone();
        let (templates, mut findings) =
            Templates::of(material.settings, network, &self.language, facts);
        let render = |content: &Content| {
            let own = templates.render(content);
            finish(
                &own.unwrap_or_else(|| render(content, self.wording)),
                network,
            )
        };
        let story = Story {
            network,
            language: &self.language,
            warning,
            limit: material.settings.limit.max(1),
            whole,
            render: &render,
        };
        let posts = story.posts();
        findings.extend(templates.failures());
        Draft {
            network,
            link: story.whole.link.clone(),
            posts,
            lang: self.language.clone(),
            cw: warning.map(str::to_owned),
            images: images(material, network),
            unknown,
            findings,
        }
    }

    fn content(&self, network: &'static dyn Network, unknown: &mut Vec<String>) -> Content {
        let material = &self.material;
        let (mut sessions, more) = self.sessions.clone();
        for speaker in sessions.iter_mut().flat_map(|line| &mut line.speakers) {
            *speaker = material.people.named(speaker, network, unknown);
        }
        let mut content = Content {
            kind: Kind::Whole,
            hook: self.hook.clone(),
            sessions,
            others: Vec::new(),
            more,
            invitation: (material.recap.call_to_action.as_ref())
                .map_or_else(String::new, |text| tidy::piece(&text.value, &self.language)),
            link: link::address(
                material.link,
                &material.settings.utm,
                network.name(),
                material.key,
            ),
            tags: tags::hashtags(material.head, material.recap, network.hashtags()),
            headline: self.headline.text.clone(),
        };
        if network.form() == Form::Single {
            fold(&mut content, self.wording);
        }
        content
    }
}

fn facts(material: &Material<'_>, wording: &Wording, language: &str) -> Facts {
    let clean = |text: &str| tidy::piece(text, language);
    let event = &material.recap.event;
    let said = |text: &Option<Understood<String>>| {
        text.as_ref()
            .map_or_else(String::new, |text| clean(&text.value))
    };
    let start = event.start.as_ref().map(|day| day.value);
    let end = event.end.as_ref().map(|day| day.value);
    Facts {
        title: material
            .head
            .title
            .as_ref()
            .map_or_else(String::new, |title| clean(&title.value)),
        event: said(&event.name),
        place: said(&event.place),
        days: start.map_or_else(String::new, |start| {
            (wording.days)(start, end.unwrap_or(start).max(start), true)
        }),
    }
}

/// The language that was understood, else the site's.
fn language(material: &Material<'_>) -> String {
    let understood = material.recap.language.as_str();
    let known = [understood, material.language.unwrap_or_default(), "en"];
    known
        .into_iter()
        .find(|language| !language.is_empty())
        .unwrap_or("en")
        .to_owned()
}

fn images(material: &Material<'_>, network: &dyn Network) -> Vec<Image> {
    let mut images: Vec<Image> = Vec::new();
    let own = material
        .head
        .image
        .as_ref()
        .map(|image| image.value.clone());
    let understood = material.recap.images.iter().map(|image| Image {
        src: image.src.clone(),
        alt: image.alt.clone(),
        credit: image.credit.clone(),
    });
    for image in own.into_iter().chain(understood) {
        if !images.iter().any(|known| known.src == image.src) {
            images.push(image);
        }
    }
    images.truncate(network.images().min(4));
    images
}

/// The sessions as drafts tell of them.
fn sessions(material: &Material<'_>, language: &str) -> Vec<Line> {
    let clean = |text: &str| tidy::piece(text, language);
    let said = |text: &Option<Understood<String>>| {
        text.as_ref()
            .map_or_else(String::new, |text| clean(&text.value))
    };
    // Who wrote the post alone tells of the own talk in the first person.
    let author = match material.head.authors.as_slice() {
        [author] => tidy::fold(&author.value.name),
        _ => String::new(),
    };
    let own = |session: &Session| match session.speakers.as_slice() {
        [speaker] => !author.is_empty() && tidy::fold(&speaker.value) == author,
        _ => false,
    };
    let sessions = material.recap.sessions.iter().map(|session| Line {
        speakers: session
            .speakers
            .iter()
            .map(|speaker| clean(&speaker.value))
            .filter(|speaker| !speaker.is_empty())
            .collect(),
        more: 0,
        title: said(&session.title),
        takeaway: said(&session.takeaway),
        own: own(session),
        sure: session.confidence,
        told: (session.takeaway.as_ref()).map_or(0.0, |told| told.confidence),
    });
    sessions
        .filter(|line| !line.speakers.is_empty() || !line.title.is_empty())
        .collect()
}

/// What holds for every text, whoever worded it: no empty lines at the ends, no mention first
/// where that hides the post.
fn finish(text: &str, network: &dyn Network) -> String {
    let text = tidy::lines(text);
    if network.hides_leading_mention() && text.starts_with(['@', '＠']) {
        return format!(".{text}");
    }
    text
}
