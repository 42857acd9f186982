//! The generated site: the pages of posts, and their links to the feeds.

use url::Url;

use super::Project;
use super::pages::percent_decoded;
use super::window::ReadyPost;
use crate::post::{Head, Post};
use crate::report::{Finding, Source};
use crate::rules::outputs::MISSING_PAGE;
use crate::tree::{inside, under};

/// The page of a post in the generated site, as a post whose body is the page.
///
/// # Errors
/// A finding at the post, with the files tried.
pub(super) fn page_of(project: &Project<'_>, ready: &ReadyPost) -> Result<Post, Box<Finding>> {
    let post = &ready.post;
    match page(project, &ready.permalink) {
        Ok(source) => Ok(Post {
            key: post.key.clone(),
            body: 0..source.text().len(),
            source,
            head: Head { language: post.head.language.clone(), ..Head::default() },
        }),
        Err(looked_for) => {
            let at = post.head.permalink.as_ref().or(post.head.title.as_ref());
            let range = at.map_or(0..0, |said| said.range.clone());
            Err(Box::new(missing(project, &ready.permalink, &looked_for).at(post.span(&range))))
        }
    }
}

/// The file of the generated site for `url`.
///
/// # Errors
/// The files tried.
pub(super) fn page(project: &Project<'_>, url: &Url) -> Result<Source, Vec<String>> {
    let looked_for = files(project, url);
    let found = looked_for.iter().find_map(|path| {
        let bytes = project.tree.read(path).ok()?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Some(Source::new(path.as_str(), text))
    });
    found.ok_or(looked_for)
}

/// Reports that the generated site does not have a page.
pub(super) fn missing(project: &Project<'_>, url: &Url, looked_for: &[String]) -> Finding {
    let message = match looked_for {
        [] => format!("{url} is not a page of {}", project.config.site.url),
        files => format!(
            "{} has no page for {url}: {} does not exist",
            project.tree.describe(),
            files.join(", no ")
        ),
    };
    Finding::new(&MISSING_PAGE, message).help(
        "build the site first, with the same URL and the same posts; `[site] built` in afterword.toml names its folder",
    )
}

/// The paths of the file that generators write for `url`, from the project's root.
fn files(project: &Project<'_>, url: &Url) -> Vec<String> {
    let site = &project.config.site;
    let path = url.as_str().strip_prefix(site.url.as_str());
    let (Some(folder), Some(path)) = (&site.built, path) else { return Vec::new() };
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let path = percent_decoded(path);
    let names = if path.is_empty() || path.ends_with('/') {
        vec![format!("{path}index.html")]
    } else if [".html", ".htm"].iter().any(|end| path.ends_with(end)) {
        vec![path]
    } else {
        vec![format!("{path}.html"), format!("{path}/index.html")]
    };
    let inner = names.iter().filter_map(|name| inside(name));
    inner.map(|name| under(folder, &name)).collect()
}
