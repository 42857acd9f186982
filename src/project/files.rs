//! Finds out which of a post's links, images and attachments are in the tree.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use url::Url;

use super::Project;
use super::pages::{SERVED, percent_decoded};
use crate::markdown::{Link, Missing};
use crate::post::Post;
use crate::tree::{folder_of, inside, joined, under};

/// Extensions of pages, feeds and data, which are often generated: a missing one is not reported.
const GENERATED: &[&str] = &[
    "html", "htm", "xhtml", "php", "asp", "aspx", "jsp", "cgi", "xml", "rss", "atom", "json", "js",
    "css",
];

/// Extensions of posts: a folder with nothing else is not a folder of attachments.
const POSTS: &[&str] =
    &["md", "markdown", "mdx", "mkd", "mkdn", "html", "toml", "yml", "yaml", "json"];

/// The files of the tree, listed on first use.
#[derive(Default)]
pub(super) struct Files {
    listed: OnceLock<Listed>,
}

struct Listed {
    files: BTreeSet<String>,
    /// Folders with images or other attachments.
    attachments: BTreeSet<String>,
}

impl Files {
    /// What is wrong with a URL in `from`: its file is not in the tree, or is served elsewhere. A file
    /// that a generator or its theme may provide is not reported, unless the folder has other files of
    /// its kind.
    pub(super) fn missing(
        &self,
        project: &Project<'_>,
        from: &Post,
        link: &Link<'_>,
    ) -> Option<Missing> {
        let Link { written, url, is_media, .. } = *link;
        let site = &project.config.site.url;
        // An absolute URL says where the file is served, not where it is in the tree.
        if url.origin() != site.origin() || written.contains("//") {
            return None;
        }
        let ending = url.path().rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        let is_file = ending.is_some_and(|ending| {
            let is_word = (1..=5).contains(&ending.len())
                && ending.bytes().all(|b| b.is_ascii_alphanumeric());
            is_word && !GENERATED.contains(&ending.as_str())
        });
        let is_page = !is_file && !is_media || url.path().ends_with('/');
        let permalink = permalink_above(link);
        if is_page && permalink.is_none() {
            return None;
        }
        let listed = self.listed.get_or_init(|| Listed::of(project));
        let folder = folder_of(from.source.path());
        let plain = written.split(['?', '#']).next().unwrap_or_default();
        let is_relative = !plain.starts_with('/');
        let beside = is_relative.then(|| joined(folder, &percent_decoded(plain))).flatten();
        let on_site = url.as_str().strip_prefix(site.as_str());
        let Some(on_site) = on_site else {
            let path = percent_decoded(url.path());
            let found = places(project, path.trim_start_matches('/'));
            return found
                .iter()
                .any(|path| listed.files.contains(path))
                .then(|| Missing::Outside(site.join(url.path().trim_start_matches('/')).ok()))
                .filter(|_| plain.starts_with('/'));
        };
        let path = percent_decoded(on_site.split(['?', '#']).next().unwrap_or_default());
        let candidates: Vec<String> = beside.into_iter().chain(places(project, &path)).collect();
        if is_page {
            return listed.no_page(&candidates, permalink?);
        }
        let is_there =
            |path: &String| listed.files.contains(path) || project.tree.length(path).is_ok();
        if candidates.iter().any(is_there) || is_output(project, &path) {
            return None;
        }
        let known = |path: &String| {
            let folder = folder_of(path);
            !folder.is_empty() && listed.attachments.contains(folder)
        };
        // A relative URL of media names a file beside the post or its page, which no theme has.
        let is_certain = project.config.posts.dialect.name == "plain"
            || is_media && is_relative && !plain.contains(['{', '<'])
            || candidates.iter().any(known);
        is_certain.then_some(Missing::File)
    }
}

impl Listed {
    fn of(project: &Project<'_>) -> Self {
        let entries = project.tree.list("").unwrap_or_default();
        let files: BTreeSet<String> = entries.into_iter().map(|entry| entry.path).collect();
        let is_attachment = |path: &&String| {
            let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
            !POSTS.contains(&ending)
        };
        let attachments = files.iter().filter(is_attachment);
        let folders = attachments.filter_map(|path| path.rsplit_once('/'));
        Self { attachments: folders.map(|(folder, _)| folder.to_owned()).collect(), files }
    }

    /// What is wrong with a link below a post's own URL, where no file or folder of these paths can be its
    /// page.
    fn no_page(&self, paths: &[String], permalink: Url) -> Option<Missing> {
        let within = |path: &str| {
            let prefix = format!("{}/", path.trim_end_matches('/'));
            let from = self.files.range(prefix.clone()..);
            from.take_while(move |file| file.starts_with(&prefix))
        };
        let is_index = |file: &String| {
            let name = file.rsplit('/').next().unwrap_or_default();
            name.trim_start_matches('_').starts_with("index.")
        };
        let is_there = |path: &String| {
            let path = path.trim_end_matches('/');
            self.files.contains(path) || within(path).any(is_index)
        };
        if paths.iter().any(is_there) {
            return None;
        }
        let is_folder = paths.iter().any(|path| within(path).next().is_some());
        Some(if is_folder { Missing::Folder } else { Missing::Below(permalink) })
    }
}

/// The post's own URL, if the link is relative and leads below it.
fn permalink_above(link: &Link<'_>) -> Option<Url> {
    let rest = link.url.path().strip_prefix(link.permalink.path())?;
    let is_below =
        link.permalink.path().ends_with('/') && !rest.is_empty() && !link.written.starts_with('/');
    is_below.then(|| link.permalink.clone())
}

/// The paths of the file that a site may serve at `path`.
fn places(project: &Project<'_>, path: &str) -> Vec<String> {
    let facts = &project.context.facts;
    let roots = SERVED.iter().flat_map(|folder| [(*folder).to_owned(), under(&facts.root, folder)]);
    let own = [&facts.content, &project.config.posts.dir].into_iter().chain(&facts.served).cloned();
    let built = project.config.site.built.iter().cloned();
    let mut places: Vec<String> = roots
        .chain(own)
        .chain(built)
        .filter_map(|folder| inside(under(folder.trim_matches('/'), path).trim_start_matches('/')))
        .collect();
    places.sort_unstable();
    places.dedup();
    places
}

/// Whether a path of the site is an output of a build.
fn is_output(project: &Project<'_>, path: &str) -> bool {
    let config = &project.config;
    let cards = config.cards.iter().map(|cards| &cards.url);
    let mut folders = cards.chain([&config.feeds.url]);
    folders.any(|folder| {
        let folder = folder.as_str().strip_prefix(config.site.url.as_str());
        folder.is_some_and(|folder| !folder.is_empty() && path.starts_with(folder))
    })
}
