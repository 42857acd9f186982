//! The recordings and slides that a post links to.

use super::Recap;
use super::blocks::{Block, Blocks};
use super::link::{self, Target};
use super::name::profile;
use crate::language::Lexicon;

/// A recording or slides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Media {
    /// Its kind.
    pub kind: MediaKind,
    /// Its URL as written.
    pub url: String,
}

/// The kind of a URL's target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MediaKind {
    /// A recording, or a page of recordings.
    Recording,
    /// Slides.
    Slides,
}

impl Media {
    fn of(target: Target, url: &str) -> Option<Self> {
        let kind = match target {
            Target::Video => MediaKind::Recording,
            Target::Slides => MediaKind::Slides,
            Target::Page => return None,
        };
        Some(Self { kind, url: url.to_owned() })
    }
}

/// The recordings and slides of the sessions, then others of a recap, without duplicates.
pub(super) fn find(recap: &Recap, blocks: &Blocks, lexicon: Lexicon) -> Vec<Media> {
    let sessions = recap.sessions.iter().chain(&recap.doubtful.sessions);
    let of_sessions = sessions.flat_map(|session| {
        let video = session.video.iter().map(|one| (Target::Video, one));
        let slides = session.slides.iter().map(|one| (Target::Slides, one));
        video.chain(slides)
    });
    let mut all: Vec<Media> =
        of_sessions.filter_map(|(target, one)| Media::of(target, &one.value)).collect();
    if recap.is_recap || !recap.sessions.is_empty() {
        all.extend(blocks.all.iter().flat_map(|block| of_block(block, lexicon)));
    }
    let mut known: Vec<String> = Vec::new();
    all.retain(|one| {
        let identity = identity(&one.url);
        let is_new = !known.contains(&identity);
        known.extend(is_new.then_some(identity));
        is_new
    });
    all
}

fn of_block(block: &Block, lexicon: Lexicon) -> Vec<Media> {
    let texts = block.cells.iter().chain([&block.text]);
    let links = texts.flat_map(|text| {
        text.links().filter_map(|(range, href)| {
            let words = text.plain.get(range.clone()).unwrap_or_default();
            let target = link::only_media(words, href, lexicon);
            Media::of(target, href).filter(|_| !profile(href))
        })
    });
    let frames = block.frames.iter();
    links.chain(frames.filter_map(|(href, _)| Media::of(link::by_url(href), href))).collect()
}

/// The common part of two URLs of the same recording, ignoring the scheme, `www.`, the fragment and the
/// forms of YouTube and Vimeo.
pub fn identity(url: &str) -> String {
    let rest = url.split_once("//").map_or(url, |(_, rest)| rest);
    let rest = rest.split('#').next().unwrap_or_default();
    let rest = ["www.", "m."].iter().find_map(|start| rest.strip_prefix(start)).unwrap_or(rest);
    let (page, query) = rest.split_once('?').unwrap_or((rest, ""));
    let by_path = |sites: &[&str]| sites.iter().find_map(|site| page.strip_prefix(site));
    let watched = || {
        let is_watched = page == "youtube.com/watch";
        let mut values = query.split('&').filter_map(|pair| pair.strip_prefix("v="));
        values.next().filter(|_| is_watched)
    };
    if let Some(id) = by_path(YOUTUBE).or_else(watched) {
        return format!("youtu.be/{}", id.trim_end_matches('/'));
    }
    if let Some(id) = by_path(&["player.vimeo.com/video/"]) {
        return format!("vimeo.com/{id}");
    }
    rest.trim_end_matches('/').to_owned()
}

/// Whether a URL leads to the recordings of a whole event, anywhere in a post.
pub fn is_list(url: &str) -> bool {
    let identity = identity(url);
    let page = identity.split('?').next().unwrap_or_default();
    let lists = ["/playlist", "/channel", "/album/", "/showcase/", "/c/", "/@"];
    lists.iter().any(|part| page.contains(part))
}

/// The start of a video's id.
const YOUTUBE: &[&str] = &[
    "youtu.be/",
    "youtube.com/embed/",
    "youtube.com/live/",
    "youtube.com/shorts/",
    "youtube-nocookie.com/embed/",
];

#[cfg(test)]
mod tests {
    use super::{identity, is_list};

    #[test]
    fn playlists_are_not_recordings_of_a_session() {
        for (url, list) in [
            ("https://www.youtube.com/playlist?list=PL1", true),
            ("https://www.youtube.com/@pycascades", true),
            ("https://vimeo.com/showcase/1", true),
            ("https://media.ccc.de/c/37c3", true),
            ("https://media.ccc.de/v/37c3-1", false),
            ("https://youtu.be/abc?list=PL1", false),
            ("playlist", false),
        ] {
            assert_eq!(is_list(url), list, "{url}");
        }
    }

    #[test]
    fn forms_of_a_url_are_one_recording() {
        for url in [
            "https://youtu.be/abc?t=30",
            "http://www.youtube.com/watch?list=1&v=abc",
            "//www.youtube-nocookie.com/embed/abc?rel=0",
            "https://m.youtube.com/watch?v=abc#t=5",
            "https://www.youtube.com/live/abc/",
        ] {
            assert_eq!(identity(url), "youtu.be/abc", "{url}");
        }
        assert_eq!(
            identity("https://player.vimeo.com/video/76979871?h=1"),
            identity("https://vimeo.com/76979871")
        );
        assert_eq!(identity("http://example.org/a/"), identity("https://www.example.org/a"));
        assert_ne!(
            identity("https://www.youtube.com/playlist?list=a"),
            identity("https://www.youtube.com/playlist?list=b")
        );
        assert_ne!(identity("slides/one.pdf"), identity("slides/two.pdf"));
    }
}
