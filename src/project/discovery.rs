//! Checks that the generated site links to its feeds: `<link rel="alternate">` in its pages, by which
//! readers find a feed from the site's URL.

use std::collections::BTreeMap;

use url::Url;

use super::{Project, built, feeds};
use crate::entities::escape;
use crate::feed::Format;
use crate::markdown::{PageLink, feed_links};
use crate::report::{Finding, Level, Source};
use crate::rules::outputs::{FEED_LINK_TYPE, UNLINKED_FEED};

/// The findings about the links to the feeds in the home page and in the page of the newest post;
/// none where the folder of the generated site is not configured.
pub fn check(project: &Project<'_>, newest: Option<&Url>) -> Vec<Finding> {
    if project.config.site.built.is_none() {
        return Vec::new();
    }
    let pages = std::iter::once(&project.config.site.url).chain(newest);
    pages.flat_map(|url| check_page(project, url)).collect()
}

fn check_page(project: &Project<'_>, url: &Url) -> Vec<Finding> {
    let page = match built::page(project, url) {
        Ok(page) => page,
        Err(looked_for) => {
            // The site may be generated on another machine than the feeds: report that at most as an info.
            let finding = built::missing(project, url, &looked_for)
                .at(project.config.source.start())
                .at_most(Level::Info);
            return vec![finding];
        }
    };
    let ours: BTreeMap<String, &Format> = (feeds::formats(project).into_iter())
        .map(|format| (url_of(project, format).to_string(), format))
        .collect();
    let links = feed_links(page.text(), url);
    let to_ours: Vec<(&PageLink, &Format)> =
        links.iter().filter_map(|link| Some((link, *ours.get(link.href.as_str())?))).collect();
    if to_ours.is_empty() {
        return vec![unlinked(project, url, &page, &links)];
    }
    let wrong = to_ours
        .iter()
        .filter(|(link, format)| !link.media_type.eq_ignore_ascii_case(format.media_type));
    wrong
        .map(|(link, format)| {
            let is = match link.media_type.as_str() {
                "" => "no type".to_owned(),
                is => format!("the type `{is}`"),
            };
            let message = format!("the link to {} has {is}", link.href);
            Finding::new(&FEED_LINK_TYPE, message)
                .at(page.span(link.range.clone()))
                .help(format!("write `{}`", line(project, format)))
        })
        .collect()
}

/// The URL of the whole feed in a format.
fn url_of(project: &Project<'_>, format: &Format) -> Url {
    let folder = &project.config.feeds.url;
    folder.join(format.file_name).unwrap_or_else(|_| folder.clone())
}

/// Reports that a page links to none of our feeds, and what to write into it.
fn unlinked(project: &Project<'_>, url: &Url, page: &Source, links: &[PageLink]) -> Finding {
    // Where another feed is linked, that is the line to change.
    let feed = links.iter().find(|link| {
        let kinds = ["rss", "atom", "xml", "json"];
        kinds.iter().any(|kind| link.media_type.contains(kind))
    });
    let (at, besides) = match feed {
        Some(link) => (link.range.clone(), format!("; it links to {}", link.href)),
        None => (head(page.text()), String::new()),
    };
    let message = format!("{url} does not link to any of the feeds{besides}");
    let finding = Finding::new(&UNLINKED_FEED, message).at(page.span(at));
    match feeds::formats(project).first() {
        Some(format) => finding.help(format!(
            "write `{}` into the <head> of the site's template",
            line(project, format)
        )),
        None => finding,
    }
}

/// The link to a feed, to paste.
fn line(project: &Project<'_>, format: &Format) -> String {
    format!(
        "<link rel=\"alternate\" type=\"{}\" title=\"{}\" href=\"{}\">",
        format.media_type,
        escape(&project.config.site.title),
        escape(url_of(project, format).as_str()),
    )
}

/// Where the page's head begins.
fn head(page: &str) -> std::ops::Range<usize> {
    const HEAD: &str = "<head";
    let page = page.to_ascii_lowercase();
    let mut places = page.match_indices(HEAD).map(|(at, _)| at..at + HEAD.len());
    places.find(|place| !page[place.end..].starts_with("er")).unwrap_or(0..0)
}
