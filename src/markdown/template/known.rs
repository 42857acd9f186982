//! Names that mean the same in every family.

use super::arguments::Arguments;
use crate::markdown::embed;
use crate::markdown::vocabulary::has;

/// The meaning of a piece of template code.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Known {
    /// A link.
    Link { text: String, to: String },
    /// An image, perhaps with a caption (in Markdown) and a link.
    Image { src: String, alt: String, caption: Option<String>, to: Option<String> },
    /// Its content stays, between these texts (in Markdown).
    Around { before: String, after: String },
    /// Its content is the text of a link.
    LinkAround { to: String },
    /// Its content is code in this language.
    Code { language: String },
    /// Neither it nor its content is shown.
    Hidden,
    /// A line break.
    Break,
    /// It shows nothing; its content stays.
    Nothing,
}

/// Kinds of notes.
const NOTES: &str = "note tip warning info important caution danger error success question hint
    attention example abstract todo bug primary secondary";

/// The meaning of a name with these arguments; `None` where only the site knows it.
pub(super) fn known(name: &str, arguments: &Arguments) -> Option<Known> {
    let name = name.to_lowercase();
    if let Some(player) = player(&name, arguments) {
        return Some(player);
    }
    let text = |names: &[&str]| arguments.named(names).map(str::to_owned);
    Some(match name.as_str() {
        "figure" | "image" | "img" | "picture" | "photo" | "responsive_image" | "resize_image"
        | "zoomable" | "imgh" | "imgcap" => {
            let src = arguments.get(&["src", "path", "url", "file", "image", "img"], 0)?;
            let caption = text(&["caption", "title"]);
            let credit = text(&["attr", "credit", "author"]);
            let alt = arguments.get(&["alt", "alttext"], 1).map(str::to_owned);
            Known::Image {
                src: src.to_owned(),
                alt: alt.or_else(|| caption.clone()).unwrap_or_default(),
                caption: match (caption, credit) {
                    (Some(caption), Some(credit)) => Some(format!("{caption} ({credit})")),
                    (caption, credit) => caption.or(credit),
                },
                to: text(&["link", "href"]),
            }
        }
        name if has(NOTES, name) => around(&text(&["title"]).unwrap_or_else(|| titled(name))),
        "alert" | "notice" | "callout" | "admonition" | "aside" | "message" | "panel"
        | "alerts" => {
            let kind = arguments.get(&["type", "level", "kind", "color"], 0).unwrap_or_default();
            let kind = kind.to_lowercase();
            let named =
                has(NOTES, &kind) && !matches!(kind.as_str(), "primary" | "secondary" | "success");
            let title = if named { titled(&kind) } else { "Note".to_owned() };
            around(&text(&["title"]).unwrap_or(title))
        }
        "details" | "expand" | "collapse" | "accordion" | "spoiler" | "tab" | "tabitem" => around(
            arguments.get(&["summary", "title", "name", "label", "header"], 0).unwrap_or_default(),
        ),
        "quote" | "blockquote" | "pullquote" | "epigraph" => Known::Around {
            before: String::new(),
            after: text(&["author", "source", "by", "cite"])
                .map(|author| format!("\n\n— {author}\n"))
                .unwrap_or_default(),
        },
        "highlight" | "code" | "codeblock" | "prism" => Known::Code {
            language: arguments.get(&["lang", "language"], 0).unwrap_or_default().to_owned(),
        },
        "mermaid" | "plantuml" | "graphviz" | "dot" | "goat" | "markmap" => {
            Known::Code { language: name }
        }
        "katex" | "math" | "latex" | "mathjax" => Known::Code { language: "latex".to_owned() },
        "button" | "btn" | "link" | "a" | "cta" => {
            let to = arguments.get(&["href", "url", "link", "relref", "to"], 0)?.to_owned();
            match arguments.get(&["text", "title", "label"], 1) {
                Some(text) => Known::Link { text: text.to_owned(), to },
                None => Known::LinkAround { to },
            }
        }
        "comment" | "hidden" => Known::Hidden,
        "tabs" | "columns" | "column" | "row" | "col" | "div" | "span" | "section" | "center"
        | "centered" | "raw" | "rawhtml" | "html" | "unsafe" | "unsafehtml" | "safe"
        | "markdown" | "md" | "mark" | "ltr" | "rtl" | "lead" | "steps" | "step" | "cards"
        | "block" | "toc" | "tableofcontents" | "clear" | "clearfix" | "icon" | "fa"
        | "favicon" | "anchor" | "more" | "pagebreak" | "small" | "big" => Known::Nothing,
        "br" | "newline" | "linebreak" => Known::Break,
        _ => return None,
    })
}

/// Players and posts of other sites: a link with a title.
fn player(name: &str, arguments: &Arguments) -> Option<Known> {
    let id = arguments.get(&["id", "video", "videoid", "src", "url", "link", "postid"], 0)?;
    let user = arguments.named(&["user", "username", "account"]);
    let title = arguments.named(&["title", "alt", "caption", "label"]);
    let is_url = id.starts_with("https://") || id.starts_with("http://");
    let (to, text) = match name {
        "youtube" | "yt" | "youtubelite" | "youtube-lite" | "youtube_lite" | "lite-youtube"
        | "liteyoutube" => (format!("https://www.youtube.com/watch?v={id}"), None),
        "youtubepl" => (format!("https://www.youtube.com/playlist?list={id}"), None),
        "vimeo" | "vimeo_simple" => (format!("https://vimeo.com/{id}"), None),
        "tweet" | "twitter" | "twitter_simple" | "x" | "x_simple" | "xpost" => {
            let status = arguments
                .named(&["id"])
                .or_else(|| arguments.positional.last().map(String::as_str))
                .unwrap_or(id);
            let user = user.or_else(|| {
                arguments.positional.first().map(String::as_str).filter(|user| *user != status)
            });
            let of = user.map_or_else(String::new, |user| format!(" by @{user}"));
            let to = format!("https://x.com/{}/status/{status}", user.unwrap_or("i"));
            (to, Some(format!("Post{of} on X")))
        }
        "mastodon" | "toot" | "bluesky" | "bsky" if is_url => {
            (String::new(), Some(format!("Post on {}", host(id))))
        }
        "instagram" | "instagram_simple" => (format!("https://www.instagram.com/p/{id}/"), None),
        "gist" => {
            let path = match (user, arguments.positional.as_slice()) {
                (Some(user), _) => format!("{user}/{id}"),
                (None, [user, id, ..]) if !user.contains('/') => format!("{user}/{id}"),
                _ => id.to_owned(),
            };
            (format!("https://gist.github.com/{path}"), None)
        }
        "asciinema" | "asciicast" => (format!("https://asciinema.org/a/{id}"), None),
        "spotify" if is_url => (String::new(), None),
        "video" | "mp4" | "webm" | "peertube" => (id.to_owned(), Some("Video".to_owned())),
        "audio" | "mp3" | "podcast" => (id.to_owned(), Some("Audio".to_owned())),
        "iframe" | "embed" | "embed_url" | "lite_embed" | "oembed" => (id.to_owned(), None),
        _ => return None,
    };
    // Some have the whole URL in place of the id.
    let to = if is_url { embed::page(id) } else { to };
    let text = title.map(str::to_owned).or(text);
    Some(Known::Link { text: text.unwrap_or_else(|| embed::title(&to)), to })
}

/// The link text for a template that only the site knows.
pub(super) fn link_text<'a>(arguments: &'a Arguments, url: &'a str) -> &'a str {
    let named = arguments.named(&["title", "text", "name", "label", "caption", "alt"]);
    named.unwrap_or_else(|| host(url))
}

fn host(url: &str) -> &str {
    let rest = url.split_once("//").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or(rest)
}

fn around(title: &str) -> Known {
    Known::Around {
        before: if title.is_empty() {
            String::new()
        } else {
            format!("**{}:** ", title.trim_end_matches([':', ' ']))
        },
        after: String::new(),
    }
}

/// A word with a capital.
pub(super) fn titled(kind: &str) -> String {
    let mut letters = kind.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}
