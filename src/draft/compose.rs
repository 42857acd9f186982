//! Composes a draft from a recap: headline, hook, and a line per session.

use super::fit::{Content, Kind, Line};
use super::fold::fold;
use super::followup::{News, PostedDraft};
use super::headline::headline;
use super::hook::hooks;
use super::network::Network;
use super::say::render;
use super::template::{Facts, Templates};
use super::text::tidy;
use super::thread::{Thread, named};
use super::{Draft, Material, link};
use crate::language::wording::{self, Wording};
use crate::post::Image;
use crate::recap::{Session, Understood};

/// The parts that a post's drafts for all networks share.
pub struct Composer<'a> {
    material: Material<'a>,
    language: String,
    wording: &'static Wording,
    /// The sessions that are named, their speakers by their plain names, and how many more there are.
    sessions: (Vec<Line>, usize),
    headline: String,
    /// The hooks, the best first; the others replace one that is too long.
    hooks: Vec<String>,
    facts: Facts,
}

impl<'a> Composer<'a> {
    /// Prepares the shared parts once.
    pub fn new(material: Material<'a>) -> Self {
        let language = language(&material);
        let wording = wording::of(&language);
        let headline = headline(&material, wording, &language);
        let mut hooks = hooks(&material, &headline, &language);
        let hook = hooks.first().cloned().unwrap_or_default();
        let mut sessions = sessions(&material, &language, &|_| true);
        let all = sessions.len();
        // Leave out a session whose title, speakers and takeaway the hook says already; in the author's own talk the
        // speaker needs no name.
        sessions.retain(|line| {
            let said = |text: &String| text.is_empty() || tidy::says(&hook, text);
            let own = line.own && !line.title.is_empty();
            let named = own || !line.speakers.is_empty() && line.speakers.iter().all(said);
            !(named && said(&line.title) && said(&line.takeaway))
        });
        // Another hook would not mention that session.
        if sessions.len() < all {
            hooks.truncate(1);
        }
        let sessions = named(sessions);
        let facts = facts(&material, wording, &language);
        Self { material, language, wording, sessions, headline, hooks, facts }
    }

    /// The draft for one network; `warning` is the content warning that counts towards the limit.
    pub fn draft(&self, network: &'static Network, warning: Option<&str>) -> Draft {
        let mut unknown = Vec::new();
        let whole = self.content(network, &mut unknown);
        Draft {
            images: images(&self.material, network),
            ..self.fitted(network, warning, whole, unknown)
        }
    }

    /// The follow-up to a posted draft; `None` where the post has nothing new. A posted follow-up
    /// is composed from the recordings in its header.
    pub fn followup(
        &self,
        network: &'static Network,
        warning: Option<&str>,
        before: &PostedDraft,
        listed: Option<&[String]>,
    ) -> Option<Draft> {
        let material = &self.material;
        let news = News::of(material, before, listed);
        if news.is_empty() && listed.is_none() {
            return None;
        }
        let mut unknown = Vec::new();
        let mut named = sessions(material, &self.language, &|session| news.is_of(session));
        for line in &mut named {
            line.takeaway.clear();
        }
        self.add_handles(&mut named, network, &mut unknown);
        let content = Content {
            kind: Kind::Followup,
            headline: news.headline(&self.facts.event, self.wording),
            others: named,
            link: self.link(network),
            ..Content::default()
        };
        Some(Draft {
            reply_to: Some(before.reply_to.clone()),
            ..self.fitted(network, warning, content, unknown)
        })
    }

    /// A draft of this content, worded and fitted.
    fn fitted(
        &self,
        network: &'static Network,
        warning: Option<&str>,
        whole: Content,
        unknown: Vec<String>,
    ) -> Draft {
        let material = &self.material;
        let facts = self.facts.clone();
        let (templates, mut findings) =
            Templates::of(material.settings, network, &self.language, facts);
        let render = |content: &Content| {
            let own = templates.render(content);
            finish(&own.unwrap_or_else(|| render(content, self.wording)), network)
        };
        let thread = Thread {
            network,
            language: &self.language,
            warning,
            limit: material.settings.limit.max(1),
            whole,
            render: &render,
        };
        let posts = thread.posts();
        findings.extend(templates.failures());
        Draft {
            network,
            link: thread.whole.link.clone(),
            posts,
            lang: self.language.clone(),
            cw: warning.map(str::to_owned),
            images: Vec::new(),
            reply_to: None,
            recordings: (material.settings.followups).then(|| {
                let media = material.recap.media.iter();
                media.map(|media| media.url.clone()).collect()
            }),
            unknown,
            findings,
        }
    }

    fn content(&self, network: &'static Network, unknown: &mut Vec<String>) -> Content {
        let material = &self.material;
        let (mut sessions, more) = self.sessions.clone();
        self.add_handles(&mut sessions, network, unknown);
        let mut content = Content {
            kind: Kind::Whole,
            hook: self.hooks.first().cloned().unwrap_or_default(),
            other_hooks: self.hooks.iter().skip(1).cloned().collect(),
            sessions,
            others: Vec::new(),
            more,
            invitation: (material.recap.call_to_action.as_ref())
                .map_or_else(String::new, |text| tidy::piece(&text.value, &self.language)),
            link: self.link(network),
            tags: (material.recap.hashtags.iter().take(network.hashtags))
                .map(|tag| format!("#{tag}"))
                .collect(),
            headline: self.headline.clone(),
        };
        if let Some(visible) = network.fold {
            fold(&mut content, self.wording, visible.units);
        }
        content
    }

    /// Adds the network's handles to the names of speakers.
    fn add_handles(&self, lines: &mut [Line], network: &Network, unknown: &mut Vec<String>) {
        for speaker in lines.iter_mut().flat_map(|line| &mut line.speakers) {
            *speaker = self.material.people.named(speaker, network, unknown);
        }
    }

    fn link(&self, network: &Network) -> String {
        let Material { link, settings, key, .. } = self.material;
        link::for_network(link, &settings.utm, network.name, key)
    }
}

/// A field of the recap as text for a draft; empty where the recap does not have it.
fn value(field: Option<&Understood<String>>, language: &str) -> String {
    field.map_or_else(String::new, |field| tidy::piece(&field.value, language))
}

/// The takeaway, with the lessons of a post's only session in the order of the text.
fn takeaway(session: &Session, language: &str) -> String {
    let mut said: Vec<_> = session.takeaway.iter().chain(&session.lessons).collect();
    said.sort_by_key(|field| field.range.start);
    let said: Vec<_> = (said.iter())
        .map(|field| tidy::piece(&field.value, language))
        .filter(|text| !text.is_empty())
        .collect();
    let spaced = said.iter().all(|text| text.ends_with(|c: char| c.is_ascii()));
    said.join(if spaced { " " } else { "" })
}

fn facts(material: &Material<'_>, wording: &Wording, language: &str) -> Facts {
    let event = &material.recap.event;
    let start = event.start.as_ref().map(|day| day.value);
    let end = event.end.as_ref().map(|day| day.value);
    Facts {
        title: (material.head.title.as_ref())
            .map_or_else(String::new, |title| tidy::title(&title.value, language)),
        event: value(event.name.as_ref(), language),
        place: value(event.place.as_ref(), language),
        days: start.map_or_else(String::new, |start| {
            (wording.days)(start, end.unwrap_or(start).max(start), true)
        }),
    }
}

/// The detected language, else the site's, else English.
fn language(material: &Material<'_>) -> String {
    let understood = material.recap.language.as_str();
    let known = [understood, material.language.unwrap_or_default()];
    known.into_iter().find(|language| !language.is_empty()).unwrap_or("en").to_owned()
}

fn images(material: &Material<'_>, network: &Network) -> Vec<Image> {
    let mut images: Vec<Image> = Vec::new();
    let own = material.head.image.as_ref().map(|image| image.value.clone());
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
    images.truncate(network.images.min(4));
    images
}

/// The sessions that are `wanted`, for drafts.
fn sessions(
    material: &Material<'_>,
    language: &str,
    wanted: &dyn Fn(&Session) -> bool,
) -> Vec<Line> {
    let clean = |text: &str| tidy::piece(text, language);
    // Only the post's author speaks of the own talk in the first person.
    let author = match material.head.authors.as_slice() {
        [author] => tidy::fold(&author.value.name),
        _ => String::new(),
    };
    let own = |session: &Session| match session.speakers.as_slice() {
        [speaker] => !author.is_empty() && tidy::fold(&speaker.value) == author,
        [] => session.own,
        _ => false,
    };
    let sessions = material.recap.sessions.iter();
    let sessions = sessions.filter(|session| wanted(session)).map(|session| Line {
        speakers: session
            .speakers
            .iter()
            .map(|speaker| clean(&speaker.value))
            .filter(|speaker| !speaker.is_empty())
            .collect(),
        more: 0,
        title: value(session.title.as_ref(), language),
        takeaway: takeaway(session, language),
        own: own(session),
        praised: session.praised,
        sure: session.confidence,
        takeaway_confidence: (session.takeaway.as_ref()).map_or(0.0, |field| field.confidence),
    });
    sessions.filter(|line| !line.speakers.is_empty() || !line.title.is_empty()).collect()
}

/// Rules for every text, built-in or custom: no empty lines at the ends, and no mention first if
/// that hides the post.
fn finish(text: &str, network: &Network) -> String {
    let text = tidy::lines(text);
    if network.hides_leading_mention && text.starts_with(['@', '＠']) {
        return format!(".{text}");
    }
    text
}
