//! Embedded players, recognised by their URLs: the page to link to, and a title for the link.

use url::Url;

/// The page of an embedded player's content; the URL itself for unknown players.
pub(crate) fn page(written: &str) -> String {
    let Ok(url) = Url::parse(written) else {
        return written.to_owned();
    };
    let host = url.host_str().unwrap_or_default();
    let host = host.strip_prefix("www.").unwrap_or(host);
    let path: Vec<_> = url.path().split('/').filter(|part| !part.is_empty()).collect();
    let query = |wanted: &str| {
        let mut pairs = url.query_pairs();
        pairs.find(|(name, _)| name == wanted).map(|(_, value)| value)
    };
    let page = match (host, path.as_slice()) {
        ("youtube.com" | "youtube-nocookie.com", ["embed", "videoseries"]) => {
            query("list").map(|list| format!("https://www.youtube.com/playlist?list={list}"))
        }
        ("youtube.com" | "youtube-nocookie.com", ["embed" | "v", id]) => {
            Some(format!("https://www.youtube.com/watch?v={id}"))
        }
        ("player.vimeo.com", ["video", id]) => Some(format!("https://vimeo.com/{id}")),
        ("open.spotify.com", ["embed", kind, id]) => {
            Some(format!("https://open.spotify.com/{kind}/{id}"))
        }
        ("player.twitch.tv", []) => {
            query("video").map(|id| format!("https://www.twitch.tv/videos/{id}"))
        }
        // PeerTube serves `/videos/embed/ID` on any host.
        (_, ["videos", "embed", id]) => {
            Some(format!("{}/videos/watch/{id}", url.origin().ascii_serialization()))
        }
        _ => None,
    };
    page.unwrap_or_else(|| written.to_owned())
}

/// The link text for a page without a title.
pub(crate) fn title(written: &str) -> String {
    let url = Url::parse(written).ok();
    let host = url.as_ref().and_then(Url::host_str).unwrap_or(written);
    let host = host.strip_prefix("www.").unwrap_or(host);
    let kind = match host {
        "youtube.com" | "vimeo.com" | "twitch.tv" => "Video",
        "instagram.com" => "Post",
        "gist.github.com" => "Code",
        "asciinema.org" => "Recording",
        "open.spotify.com" | "soundcloud.com" | "w.soundcloud.com" => "Audio",
        _ if written.contains("/videos/watch/") => "Video",
        _ => "Embedded page",
    };
    format!("{kind} on {host}")
}

#[cfg(test)]
mod tests {
    use super::{page, title};

    #[test]
    fn players_have_pages() {
        for (player, shown, called) in [
            (
                "https://www.youtube.com/embed/abc?start=3",
                "https://www.youtube.com/watch?v=abc",
                "Video on youtube.com",
            ),
            (
                "https://www.youtube-nocookie.com/embed/abc",
                "https://www.youtube.com/watch?v=abc",
                "Video on youtube.com",
            ),
            (
                "https://www.youtube.com/embed/videoseries?list=PL1",
                "https://www.youtube.com/playlist?list=PL1",
                "Video on youtube.com",
            ),
            (
                "https://open.spotify.com/embed/episode/5",
                "https://open.spotify.com/episode/5",
                "Audio on open.spotify.com",
            ),
            (
                "https://player.twitch.tv/?video=7&parent=a.example",
                "https://www.twitch.tv/videos/7",
                "Video on twitch.tv",
            ),
            ("https://player.vimeo.com/video/12?h=x", "https://vimeo.com/12", "Video on vimeo.com"),
            (
                "https://tube.example/videos/embed/a-b",
                "https://tube.example/videos/watch/a-b",
                "Video on tube.example",
            ),
            ("https://example.org/map", "https://example.org/map", "Embedded page on example.org"),
        ] {
            assert_eq!(page(player), shown);
            assert_eq!(title(shown), called);
        }
    }
}
