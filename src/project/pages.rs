//! Answers a body's questions about its site: other posts' pages, and files of the tree.

use std::borrow::Cow;
use std::fmt;
use std::sync::OnceLock;

use percent_encoding::percent_decode_str;
use url::Url;

use super::Project;
use super::files::Files;
use super::render::About;
use crate::generator::{parts, permalink};
use crate::markdown::{self, File, Link, Missing, Site};
use crate::post::Post;
use crate::site::identity::Stub;
use crate::tree::{folder_of, inside, under};
use crate::validate::World;

/// Folders whose files generators serve at the site's root.
pub(super) const SERVED: &[&str] = &["", "static", "public", "source", "assets"];

/// The pages and files of a project.
pub(super) struct Pages<'a> {
    project: &'a Project<'a>,
    stubs: &'a [Stub],
    /// URLs by the path of the post, filled on the first link to one.
    urls: OnceLock<markdown::Pages<'a>>,
    files: Files,
}

impl<'a> Pages<'a> {
    pub(super) fn new(project: &'a Project<'a>, stubs: &'a [Stub]) -> Self {
        Self { project, stubs, urls: OnceLock::new(), files: Files::default() }
    }

    /// Resolves a path against the folder that template paths are relative to.
    fn within<'p>(&self, path: &'p str) -> &'p str {
        let content = self.project.context.facts.content.as_str();
        let rest = path.strip_prefix(content).and_then(|rest| rest.strip_prefix('/'));
        rest.unwrap_or(path)
    }
}

/// The bytes and the path of the file behind a URL of the site, if it is in the tree.
pub(super) fn file_behind(project: &Project<'_>, url: &Url) -> Option<(Vec<u8>, String)> {
    let read = |path: String| Some((project.tree.read(&path).ok()?, path));
    candidates(project, url).into_iter().find_map(read)
}

/// Where a draft's image is in the tree; a draft names it as its post does.
pub fn image_file(project: &Project<'_>, about: &About, src: &str) -> Option<String> {
    let folder = folder_of(&about.path);
    let beside = inside(&under(folder, src));
    let served = about.link.join(src).ok();
    let served = served.map(|url| candidates(project, &url)).unwrap_or_default();
    let mut paths = beside.into_iter().chain(served);
    paths.find(|path| project.tree.read(path).is_ok())
}

/// The possible paths of the file behind a URL.
fn candidates(project: &Project<'_>, url: &Url) -> Vec<String> {
    let site = &project.config.site.url;
    let Some(path) = url.as_str().strip_prefix(site.as_str()) else { return Vec::new() };
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let path = percent_decoded(path);
    let bundle = format!("{}/{path}", project.config.posts.dir);
    let served = SERVED.iter().map(|folder| format!("{folder}/{path}"));
    std::iter::once(bundle)
        .chain(served)
        .filter_map(|path| inside(path.trim_start_matches('/')))
        .collect()
}

impl fmt::Debug for Pages<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pages({} posts)", self.stubs.len())
    }
}

impl Site for Pages<'_> {
    fn page(&self, from: &Post, target: &str) -> Option<Url> {
        let pages = self.urls.get_or_init(|| {
            let stubs = self.stubs.iter();
            markdown::Pages::new(
                stubs.map(|stub| (self.within(&stub.path), stub.permalink.as_str())),
            )
        });
        pages.find(self.within(from.source.path()), target)
    }

    fn list(&self, kind: &str, name: &str) -> Option<Url> {
        let (posts, facts) = (&self.project.config.posts, &self.project.context.facts);
        let url = (posts.dialect.list)(kind, name, facts)?;
        permalink::join(&self.project.config.site.url, &url)
    }

    fn served(&self, from: &Post, path: &str) -> Option<Url> {
        let folder = match path.strip_prefix('/') {
            Some(_) => "",
            None => parts(self.within(from.source.path())).0,
        };
        let path = format!("/{folder}/{path}").replace("//", "/");
        permalink::join(&self.project.config.site.url, &path)
    }

    fn missing(&self, from: &Post, link: &Link<'_>) -> Option<Missing> {
        let found = self.files.missing(self.project, from, link)?;
        let is_page = |url: &Url| {
            let page = |url: &str| url.trim_end_matches('/').to_owned();
            let sought = page(url.as_str().split(['?', '#']).next().unwrap_or_default());
            self.stubs.iter().any(|stub| page(&stub.permalink) == sought)
        };
        match found {
            Missing::Below(_) if is_page(link.url) => None,
            Missing::Below(url) => {
                let beside = format!("../{}", link.written.trim_start_matches("./"));
                let is_beside = link.permalink.join(&beside).is_ok_and(|url| is_page(&url));
                Some(if is_beside { Missing::Beside(beside) } else { Missing::Below(url) })
            }
            found => Some(found),
        }
    }

    fn file(&self, url: &Url) -> Option<File> {
        let (bytes, path) = file_behind(self.project, url)?;
        // A pointer of Git LFS or converted line ends in the tree are not what readers get.
        let length = self.project.tree.length(&path);
        let size = imagesize::blob_size(&bytes).ok().and_then(|size| {
            Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?))
        });
        Some(File { length: length.unwrap_or(bytes.len() as u64), size })
    }
}

impl World for Pages<'_> {
    fn length(&self, url: &Url) -> Option<u64> {
        self.file(url).map(|file| file.length)
    }

    fn media_type(&self, url: &Url) -> Option<String> {
        self.file(url)?;
        mime_guess::from_path(url.path()).first().map(|guess| guess.essence_str().to_owned())
    }
}

/// A path of a URL as a path of files. Parts that are not UTF-8 stay encoded and are not found.
pub(super) fn percent_decoded(path: &str) -> String {
    percent_decode_str(path).decode_utf8().map_or_else(|_| path.to_owned(), Cow::into_owned)
}
