//! Resolves every URL of the output, and reports invalid ones.

use std::ops::Range;

use percent_encoding::percent_decode_str;
use url::Url;

use super::Renderer;
use crate::markdown::href::{self, Problem, Use};
use crate::markdown::internal::{Internal, guess, internal};
use crate::markdown::{Link, Missing, Place, rules};
use crate::post::Post;
use crate::report::{Finding, Rule};

/// The result of resolving an internal URL.
enum Page {
    At(Url),
    /// It is an ordinary URL.
    Plain,
    Nowhere,
}

impl Renderer<'_> {
    /// The absolute form of a URL, or `None` and a finding.
    pub(super) fn absolute_url(
        &mut self,
        written: &str,
        usage: Use,
        range: &Range<usize>,
    ) -> Option<String> {
        if written.trim().is_empty() {
            self.empty(range);
            return None;
        }
        if let Some(internal) = internal(written) {
            match self.page(&internal, written, range) {
                Page::At(url) => return Some(url.into()),
                Page::Nowhere => return None,
                Page::Plain => {}
            }
        }
        let path = match internal(written) {
            Some(Internal::Path(path)) => Some(path),
            _ => None,
        };
        let on_site = path.and_then(|path| self.place.site?.served(self.post, path));
        let attached = ["{attach}", "|attach|"]
            .iter()
            .find_map(|mark| written.strip_prefix(mark))
            .and_then(|path| attached(self.post, self.place.permalink, path));
        let written = path.unwrap_or(written);
        if let Some(host) = href::look_alike_host(written) {
            let at = self.within(range, written);
            self.look_alike(host, written, &at);
        }
        // A fragment refers to the post, whatever `<base>` says.
        let base = if written.starts_with('#') { self.place.permalink } else { &self.base };
        match on_site.map_or_else(|| href::resolve(base, written, usage), Ok) {
            Ok(url) => {
                self.missing(written, &url, usage, range);
                Some(attached.unwrap_or(url).into())
            }
            Err(problem) => {
                let (rule, message, help) = explained(&problem, usage);
                let at = self.within(range, written);
                (self.report).add(rule, written, &at, (message, help));
                None
            }
        }
    }

    fn missing(&mut self, written: &str, url: &Url, usage: Use, range: &Range<usize>) {
        let site = self.place.site;
        let link =
            Link { permalink: self.place.permalink, written, url, is_media: usage == Use::Media };
        let found = site.and_then(|site| site.missing(self.post, &link));
        if let Some(found) = found {
            let at = self.within(range, written);
            (self.report).add(&rules::MISSING_FILE, written, &at, missing(written, &found));
        }
    }

    /// The page that an internal URL names.
    fn page(&mut self, internal: &Internal<'_>, written: &str, range: &Range<usize>) -> Page {
        let (file, rest) = match internal {
            Internal::List(kind, name) => {
                let name = percent_decode_str(name).decode_utf8_lossy();
                if let Some(url) = self.place.site.and_then(|site| site.list(kind, &name)) {
                    return Page::At(url);
                }
                self.report.add(&rules::UNKNOWN_PAGE, written, range, unknown_page(written, None));
                return Page::Nowhere;
            }
            Internal::Path(_) => return Page::Plain,
            Internal::File(file, rest) | Internal::Perhaps(file, rest) => (*file, *rest),
        };
        let page = self.place.site.and_then(|site| site.page(self.post, file));
        if let Some(page) = page {
            // A query and a fragment follow the page's own URL.
            let whole = if rest.is_empty() { None } else { page.join(rest).ok() };
            return Page::At(whole.unwrap_or(page));
        }
        if matches!(internal, Internal::Perhaps(..)) {
            return Page::Plain;
        }
        let guess = guess(self.place.permalink, file, rest);
        self.report.add(&rules::UNKNOWN_PAGE, file, range, unknown_page(file, guess.as_ref()));
        guess.map_or(Page::Nowhere, Page::At)
    }

    /// Reports an empty URL; one emptied by template code has a finding already.
    fn empty(&mut self, range: &Range<usize>) {
        let span = self.post.span(range);
        let written = span.text();
        if !["()", "(<>)", "\"\"", "''"].iter().any(|none| written.contains(none)) {
            return;
        }
        let message = "this has no URL: only its text is kept";
        let help = "write the URL, or the text without a link";
        (self.report).add(&rules::EMPTY_URL, "", range, (message, help));
    }

    /// The bytes of `written` inside `range`, or `range` where it is written differently there.
    fn within(&self, range: &Range<usize>, written: &str) -> Range<usize> {
        let text = self.post.source.text();
        let found = text.get(range.clone()).and_then(|text| text.rfind(written));
        found.map_or_else(|| range.clone(), |at| range.start + at..range.start + at + written.len())
    }

    fn look_alike(&mut self, host: &str, written: &str, range: &Range<usize>) {
        let punycode =
            url::Host::parse(host).map_or_else(|_| host.to_owned(), |host| host.to_string());
        let message = format!("the host `{host}` mixes letters that look alike; it is {punycode}");
        let help = "type the URL again, or write the host as above if it is intended";
        (self.report).add(&rules::LOOK_ALIKE_HOST, written, range, (message, help));
    }
}

/// Message and help for a missing file.
pub(in crate::markdown) fn missing(written: &str, found: &Missing) -> (String, String) {
    match found {
        Missing::File => (
            format!("`{written}` is not in the tree"),
            "add the file, or correct its path".to_owned(),
        ),
        Missing::Folder => (
            format!("`{written}` is a folder in the tree, not a page of the site"),
            "link to a file in it, or write the URL of a page".to_owned(),
        ),
        Missing::Beside(path) => (
            format!("`{written}` leads below this post; the page is beside it"),
            format!("write `{path}`"),
        ),
        Missing::Below(url) => (
            format!("`{written}` is not in the tree"),
            format!("correct its path, which begins at {url}"),
        ),
        Missing::Outside(None) => (
            format!("`{written}` leads out of the site"),
            "write the site's own path before it".to_owned(),
        ),
        Missing::Outside(Some(url)) => (
            format!("`{written}` leads out of the site; the file is served at {url}"),
            format!("write `{}`", url.path()),
        ),
    }
}

/// The URL of a file that Pelican moves beside the page (`{attach}`), with the folders that it has
/// below the post's own.
fn attached(post: &Post, page: &Url, path: &str) -> Option<Url> {
    let folder = post.source.path().rsplit_once('/')?.0;
    let below = match path.strip_prefix('/') {
        // From the folder of all content, whose name is not known here.
        Some(path) => path.rmatch_indices('/').find_map(|(end, _)| {
            let is_own = format!("/{folder}").ends_with(&format!("/{}", &path[..end]));
            is_own.then(|| &path[end + 1..])
        }),
        None => (!path.starts_with("../")).then_some(path),
    };
    let name = below.or(path.rsplit('/').next())?;
    page.join(&format!("./{name}")).ok()
}

/// Message and help for a link to a post that does not exist.
pub(in crate::markdown) fn unknown_page(file: &str, guess: Option<&Url>) -> (String, String) {
    let becomes = guess.map_or_else(
        || "only its text is kept".to_owned(),
        |url| format!("it is taken to be {url}"),
    );
    (
        format!("no post is called `{file}`: {becomes}"),
        "write the path of a post, or the page's whole URL".to_owned(),
    )
}

/// The rule, message and help for an invalid URL.
fn explained(problem: &Problem, usage: Use) -> (&'static Rule, String, &'static str) {
    let what = match usage {
        Use::Link => "link",
        Use::Media => "image or media file",
    };
    match problem {
        Problem::Unsafe(scheme) => (
            &rules::UNSAFE_LINK,
            format!("this {what} uses `{scheme}:`, which is left out of feeds"),
            "write an https: URL, or one relative to the post",
        ),
        Problem::Local => (
            &rules::LOCAL_LINK,
            format!("this {what} is a file on the author's own machine"),
            "put the file beside the post and write its relative path, or an https: URL",
        ),
        Problem::Malformed(why) => (
            &rules::BROKEN_LINK,
            format!("the URL of this {what} is malformed: {why}"),
            "write an https: URL, or one relative to the post",
        ),
        Problem::Hidden(character) => (
            &rules::HIDDEN_IN_LINK,
            format!(
                "the URL of this {what} contains U+{:04X}, which is invisible",
                u32::from(*character)
            ),
            "type the URL again without it",
        ),
    }
}

/// The absolute form of a URL in the front matter at `range`.
///
/// # Errors
/// A finding that says why it is not allowed in a feed.
pub fn front_matter_url(
    post: &Post,
    place: Place<'_>,
    written: &str,
    usage: Use,
    range: &Range<usize>,
) -> Result<Url, Finding> {
    href::resolve(place.permalink, written, usage).map_err(|problem| {
        let (rule, message, help) = explained(&problem, usage);
        Finding::new(rule, message).at(post.span(range)).help(help)
    })
}
