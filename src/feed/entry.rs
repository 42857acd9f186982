//! Builds a post's entry.

use std::collections::BTreeSet;

use url::Url;

use super::{Enclosure, Entry};
use crate::markdown::rules::{EMBED_AS_LINK, NO_ARTICLE, REMOVED_HTML};
use crate::markdown::{self, Document, Html, Place, Site, Use};
use crate::post::{Image, Post, Spanned};
use crate::report::{Finding, Level};

/// The most characters of a summary that the author did not write.
const SUMMARY: usize = 300;

/// What an entry needs besides its post.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// The entry's permanent id.
    pub id: &'a str,
    /// The URL of the post's page.
    pub permalink: &'a Url,
    /// The feed's language.
    pub language: Option<&'a str>,
    /// Whether the entry carries its Markdown too.
    pub markdown: bool,
    /// The whole page that the site generator made of the post, where it supplies the content.
    pub page: Option<&'a Post>,
    /// Answers questions about other pages and about files.
    pub site: Option<&'a dyn Site>,
}

/// The entry of a post with its whole text, and the findings about its body. `None` where the post
/// has no title or no date, which `post` reports.
pub fn entry(
    post: &Post,
    document: &Document<'_>,
    facts: Facts<'_>,
) -> Option<(Entry, Vec<Finding>)> {
    let head = &post.head;
    let title = head.title.as_ref()?;
    let published = head.date.as_ref()?.value;
    let scope = scope(&post.key);
    let place = Place { permalink: facts.permalink, scope: &scope, site: facts.site };
    let Html { html, mut findings } = match facts.page {
        Some(page) => content_of_page(page, &title.value, place),
        None => document.html(post, place),
    };
    if facts.page.is_none() {
        findings.splice(..0, document.findings.iter().cloned());
    }
    let image = head.image.as_ref().and_then(|image| {
        let url =
            markdown::front_matter_url(post, place, &image.value.src, Use::Media, &image.range);
        let missing = |url| markdown::missing(post, place, &image.value.src, &url, &image.range);
        findings.extend(url.ok().and_then(missing));
        enclosure(post, image, place).map_err(|finding| findings.push(finding)).ok()
    });
    let external_url = head.external_url.as_ref().and_then(|url| {
        markdown::front_matter_url(post, place, &url.value, Use::Link, &url.range)
            .map_err(|finding| findings.push(finding))
            .ok()
    });
    let updated = head.updated.as_ref().map_or(published, |updated| updated.value);
    let summary = head.summary.as_ref().map(|summary| summary.value.trim().to_owned());
    let language = head.language.as_ref().map(|language| language.value.as_str());
    let entry = Entry {
        id: facts.id.to_owned(),
        title: title.value.clone(),
        permalink: facts.permalink.clone(),
        external_url,
        published,
        updated: updated.max(published),
        authors: head.authors.iter().map(|author| author.value.clone()).collect(),
        tags: names(head.tags.iter().chain(&head.categories)),
        categories: names(head.categories.iter()),
        series: names(head.series.iter()),
        summary: summary
            .filter(|summary| !summary.is_empty())
            .unwrap_or_else(|| document.summary(SUMMARY)),
        content: Some(html),
        markdown: facts.markdown.then(|| document.markdown(post, place)).flatten(),
        image,
        language: language.filter(|language| facts.language != Some(language)).map(str::to_owned),
        origin: post.span(&title.range).alone(),
    };
    Some((entry, findings))
}

/// The content of an entry, from the page that a generator made of the post.
fn content_of_page(page: &Post, title: &str, place: Place<'_>) -> Html {
    let Some(document) = markdown::parse_page(page, title) else {
        let finding = Finding::new(&NO_ARTICLE, "nothing in this page says where the text is")
            .at(page.source.start())
            .help("put the text into an <article>, or give its element the class `e-content`");
        return Html { html: String::new(), findings: vec![finding] };
    };
    let mut content = document.html(page, place);
    for finding in &mut content.findings {
        // The author cannot fix what a theme adds to a page.
        if finding.rule == &REMOVED_HTML || finding.rule == &EMBED_AS_LINK {
            finding.level = Level::Info;
        }
    }
    content.html.drain(..content.html.len() - content.html.trim_start().len());
    content
}

/// Tags and the like without duplicates, in the order of the post.
fn names<'a>(written: impl Iterator<Item = &'a Spanned<String>>) -> Vec<String> {
    let mut known = BTreeSet::new();
    written
        .map(|name| name.value.trim())
        .filter(|name| !name.is_empty() && known.insert(*name))
        .map(str::to_owned)
        .collect()
}

fn enclosure(post: &Post, image: &Spanned<Image>, place: Place<'_>) -> Result<Enclosure, Finding> {
    let url = markdown::front_matter_url(post, place, &image.value.src, Use::Media, &image.range)?;
    let file = place.site.and_then(|site| site.file(&url));
    let guess = mime_guess::from_path(url.path()).first();
    let text = |text: &Option<String>| {
        let text = text.as_deref().map(str::trim)?;
        (!text.is_empty()).then(|| text.to_owned())
    };
    Ok(Enclosure {
        media_type: guess.map(|guess| guess.essence_str().to_owned()),
        length: file.map(|file| file.length),
        size: file.and_then(|file| file.size),
        alt: text(&image.value.alt),
        credit: text(&image.value.credit),
        url,
    })
}

/// The prefix of ids inside an entry: the post's key, in characters that ids and fragments allow.
fn scope(key: &str) -> String {
    let fit = |c: char| match c {
        '/' => '.',
        c if c.is_alphanumeric() || matches!(c, '-' | '_') => c,
        _ => '-',
    };
    key.chars().map(fit).collect()
}
