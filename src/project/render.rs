//! One post as an entry, drafts and cards.

use chrono::{DateTime, FixedOffset};
use url::Url;

use super::cards::CardPainter;
use super::leftover_templates::LeftoverTemplates;
use super::pages::Pages;
use super::window::ReadyPost;
use super::{Project, built, drafts, talks};
use crate::config::Content;
use crate::draft::{self, Draft};
use crate::feed::{self, Entry};
use crate::markdown::Place;
use crate::output::Artifact;
use crate::recap::{self, Question};
use crate::report::{Finding, has_error};
use crate::secrets;

/// The post that a draft announces.
#[derive(Debug, Clone)]
pub struct About {
    /// The post's key.
    pub key: String,
    /// Its file.
    pub path: String,
    /// Its entry's id.
    pub id: String,
    /// Its URL.
    pub link: Url,
    /// Its title.
    pub title: String,
    /// Its summary.
    pub summary: String,
    /// When it was published.
    pub published: DateTime<FixedOffset>,
    /// The images of its drafts that lack alt text.
    pub(super) no_alt: Option<Box<Finding>>,
    /// What was too doubtful for a draft.
    pub questions: Vec<Question>,
    /// What its drafts may quote, if [`sources`](super::compose::Options::sources) is set.
    pub quotables: Vec<draft::parts::Quotable>,
}

/// One post of the window, rendered once for every feed and draft.
#[derive(Clone)]
pub(super) struct Rendered {
    pub entry: Option<Entry>,
    pub about: About,
    pub drafts: Vec<(String, Draft)>,
    pub cards: Vec<Artifact>,
    pub findings: Vec<Finding>,
    pub edition: Option<String>,
    pub is_new: bool,
    pub talks: usize,
    pub without_talks: bool,
}

pub(super) fn render(
    project: &Project<'_>,
    pages: &Pages<'_>,
    painter: Option<&CardPainter<'_>>,
    ready: &ReadyPost,
    sources: bool,
) -> Option<Rendered> {
    let mut rendered = nothing(ready);
    let site = &project.config.site;
    let document = project.document(&ready.post, Place::new(&ready.permalink, "").on(pages));
    let (page, missing) = match project.config.posts.content {
        Content::Source => (None, None),
        Content::Rendered => match built::page_of(project, ready) {
            Ok(page) => (Some(page), None),
            Err(finding) => (None, Some(*finding)),
        },
    };
    let facts = feed::Facts {
        markdown: project.config.feeds.markdown,
        page: page.as_ref(),
        id: &ready.id,
        permalink: &ready.permalink,
        language: site.language.as_deref(),
        site: Some(pages),
    };
    let (mut entry, mut findings) = feed::entry(&ready.post, &document, facts)?;
    findings.extend(missing);
    let mut card = None;
    let mut networks = project.config.drafts.settings.wanted().peekable();
    let wants_drafts =
        ready.is_new && ready.post.head.left_out_of.drafts.is_none() && networks.peek().is_some();
    let recap =
        (wants_drafts || painter.is_some()).then(|| recap::understand(&ready.post, &document));
    if let Some((painter, recap)) = painter.filter(|_| ready.is_new).zip(recap.as_ref()) {
        let made = painter.draw(project, &ready.post, recap);
        if entry.image.is_none() {
            entry.image = painter.enclosure(&made);
        }
        card = painter.image(&made);
        findings.extend(made.findings);
        rendered.cards = made.files;
    }
    if let Some(recap) = &recap {
        rendered.talks = recap.sessions.len();
        let silent = talks::missing(project, &ready.post, recap);
        rendered.without_talks = silent.is_some();
        findings.extend(silent);
        findings.extend(talks::doubtful(&ready.post, recap));
    }
    let about = &mut rendered.about;
    if let Some(recap) = recap.filter(|_| wants_drafts) {
        if sources {
            about.quotables = draft::parts::quotables(&ready.post, &recap);
        }
        about.questions = recap::questions(&ready.post, &recap);
        findings.extend(draft::followup::clash(&ready.post));
        let text = document.text();
        let material = drafts::material(project, &ready.post, &recap, &text, &ready.permalink);
        for (path, mut draft, near) in drafts::compose(project, material, networks) {
            if draft.images.is_empty() && draft.reply_to.is_none() {
                draft.images.extend(card.clone());
            }
            findings.extend(draft.findings.iter().cloned());
            findings.extend(near);
            rendered.drafts.push((path, draft));
        }
        let composed = rendered.drafts.iter().map(|(_, draft)| draft);
        about.no_alt = draft::alt::missing(&ready.post, &recap, composed).map(Box::new);
    }
    about.title.clone_from(&entry.title);
    about.summary.clone_from(&entry.summary);
    findings.extend(secrets::published(texts(&entry, &rendered.drafts), &entry.origin));
    let templates =
        LeftoverTemplates::new(&ready.post, &document, project.config.posts.dialect.name);
    findings.extend(templates.find(&entry, rendered.drafts.iter().map(|(_, draft)| draft)));
    // `[rules]` and `[[allow]]` keep a post in, so levels are applied here.
    rendered.findings = project.config.apply_levels(findings);
    // An entry whose body cannot be rendered is left out, with its drafts.
    if has_error(&rendered.findings) {
        rendered.drafts.clear();
        rendered.cards.clear();
    } else if !ready.post.head.left_out_of.feeds {
        rendered.entry = Some(entry);
    }
    Some(rendered)
}

/// All texts of an entry and its drafts that readers see.
fn texts<'e>(entry: &'e Entry, drafts: &'e [(String, Draft)]) -> impl Iterator<Item = &'e str> {
    let names = entry.authors.iter().map(|author| author.name.as_str());
    let lists = [&entry.tags, &entry.categories, &entry.series].into_iter().flatten();
    let image = entry.image.iter().flat_map(|image| image.alt.iter().chain(&image.credit));
    let drafts = drafts.iter().flat_map(|(_, draft)| {
        let images = draft.images.iter().flat_map(|image| image.alt.iter().chain(&image.credit));
        draft.posts.iter().chain(&draft.cw).chain(images)
    });
    let urls = entry.external_url.iter().chain([&entry.permalink]);
    [&entry.title, &entry.summary, &entry.id]
        .into_iter()
        .chain(&entry.content)
        .chain(lists)
        .chain(image)
        .chain(drafts)
        .map(String::as_str)
        .chain(names)
        .chain(urls.map(Url::as_str))
}

/// A post of which nothing is rendered yet.
fn nothing(ready: &ReadyPost) -> Rendered {
    let about = About {
        key: ready.post.key.clone(),
        path: ready.post.source.path().to_owned(),
        id: ready.id.clone(),
        link: ready.permalink.clone(),
        title: String::new(),
        summary: String::new(),
        published: ready.published,
        no_alt: None,
        questions: Vec::new(),
        quotables: Vec::new(),
    };
    Rendered {
        entry: None,
        about,
        drafts: Vec::new(),
        cards: Vec::new(),
        findings: Vec::new(),
        edition: ready.edition.clone(),
        // Posts of the archive are too old to be announced.
        is_new: ready.is_new,
        talks: 0,
        without_talks: false,
    }
}

/// A post that could not be rendered.
pub(super) fn failed(ready: &ReadyPost, finding: Finding) -> Rendered {
    Rendered { findings: vec![finding], is_new: true, ..nothing(ready) }
}
