//! Recordings and slides that a tag or a shortcode embeds.

use super::link::{self, Target};

/// Sites with the start of a page that is made of an id.
const SITES: [(&str, &str); 4] = [
    ("youtube", "https://www.youtube.com/watch?v="),
    ("vimeo", "https://vimeo.com/"),
    ("speakerdeck", "https://speakerdeck.com/player/"),
    ("slideshare", "https://www.slideshare.net/slideshow/embed_code/key/"),
];

/// Names of arguments that hold an id.
const IDS: [&str; 8] = ["id", "videoid", "video_id", "video", "v", "key", "slug", "data-id"];

/// The page that a tag embeds other than by its URL: scripts of `SpeakerDeck` and `Noti.st`, `<lite-youtube>`, components of MDX.
pub(super) fn of_tag(name: &str, attributes: &[(String, String)]) -> Option<String> {
    // These have the URL of what they show, or lead to it.
    if matches!(name, "iframe" | "video" | "embed" | "source" | "a" | "img") {
        return None;
    }
    let get = |wanted: &str| {
        let mut found = attributes.iter().filter(|(name, _)| name == wanted);
        found.next().map(|(_, value)| value.as_str())
    };
    let is_talk = |value: &&str| value.contains('/') && !value.contains(':');
    if let Some(talk) = get("data-notist").filter(is_talk) {
        return Some(format!("https://noti.st/{talk}"));
    }
    let is_deck = name == "script" && get("class").is_some_and(|it| it.contains("speakerdeck"));
    let site = if is_deck { "speakerdeck" } else { name };
    page(site, attributes.iter().map(|(name, value)| (name.as_str(), value.as_str())))
}

/// The page that a tag or a shortcode with this name embeds, from its arguments as (name, value); the name of one that is
/// given by its place is empty.
pub(super) fn page<'a>(
    name: &str,
    arguments: impl Iterator<Item = (&'a str, &'a str)> + Clone,
) -> Option<String> {
    let shows = |value: &str| {
        let is_url = ["https://", "http://", "//"].iter().any(|start| value.starts_with(start));
        is_url && value.split('.').next_back() != Some("js")
    };
    let mut urls = arguments.clone().filter(|(_, value)| shows(value));
    let url = urls.find(|(_, value)| link::by_url(value) != Target::Page);
    let name = name.to_ascii_lowercase().replace(['-', '_', '.'], "");
    let is_of = |site: &str| {
        name.split_once(site).is_some_and(|(before, after)| {
            ["", "lite", "embed"].contains(&before)
                && ["", "html", "embed", "embedhtml", "player", "playerhtml", "video"]
                    .contains(&after)
        })
    };
    let site = SITES.into_iter().find(|(site, _)| is_of(site));
    let plays = site.is_some() || name.contains("video") || name.contains("embed");
    if let Some((_, url)) = url.filter(|_| plays) {
        return Some(url.to_owned());
    }
    let is_id = |value: &str| {
        value.len() > 4 && value.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
    };
    let mut ids = arguments.filter(|(name, value)| {
        (name.is_empty() || IDS.contains(&name.to_ascii_lowercase().as_str())) && is_id(value)
    });
    let (_, start) = site?;
    ids.next().map(|(_, id)| format!("{start}{id}"))
}

#[cfg(test)]
mod tests {
    use super::{of_tag, page};

    #[test]
    fn scripts_embed_pages_too() {
        for (name, attributes, expected) in [
            ("p", vec![("data-notist", "ada/x1")], Some("https://noti.st/ada/x1")),
            ("p", vec![("data-notist", "")], None),
            ("p", vec![("class", "speakerdeck-note"), ("id", "introduction")], None),
            (
                "script",
                vec![
                    ("class", "speakerdeck-embed"),
                    ("data-id", "27f28a"),
                    ("src", "//speakerdeck.com/a.js"),
                ],
                Some("https://speakerdeck.com/player/27f28a"),
            ),
            ("iframe", vec![("src", "https://youtu.be/x1")], None),
        ] {
            let owned = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
            let attributes: Vec<_> = attributes.into_iter().map(owned).collect();
            assert_eq!(of_tag(name, &attributes).as_deref(), expected, "{attributes:?}");
        }
    }

    #[test]
    fn a_page_is_made_of_an_id_or_is_an_argument() {
        for (name, arguments, expected) in [
            ("youtube", vec![("", "Ab-1cDeF")], Some("https://www.youtube.com/watch?v=Ab-1cDeF")),
            (
                "LiteYouTube",
                vec![("videoid", "Ab1cDeF")],
                Some("https://www.youtube.com/watch?v=Ab1cDeF"),
            ),
            ("lite-vimeo", vec![("videoid", "448078")], Some("https://vimeo.com/448078")),
            (
                "speakerdeck",
                vec![("data-id", "27f28a")],
                Some("https://speakerdeck.com/player/27f28a"),
            ),
            ("video", vec![("src", "https://youtu.be/x1")], Some("https://youtu.be/x1")),
            ("youtube.html", vec![("id", "{{ page.id }}")], None),
            ("youtube_channel", vec![("", "devdays")], None),
            ("a-youtube-button", vec![("id", "subscribe")], None),
            ("figure", vec![("src", "https://youtu.be/x1")], None),
            ("video", vec![("src", "/talk.mp4")], None),
        ] {
            assert_eq!(page(name, arguments.into_iter()).as_deref(), expected, "{name}");
        }
    }
}
