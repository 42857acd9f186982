//! Converts shortcodes of `WordPress` and its best-known plugins to HTML.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;

use super::{Attachments, link};
use crate::entities::escape;
use crate::markdown::vocabulary::has;
use crate::post::Image;

/// Shortcodes without attributes or closing tag; other words in brackets are text.
const ALONE: &str = "gallery playlist contact-form toc";

/// Shortcodes for program code.
const CODE: &str = "code sourcecode source highlight codeblock";
/// Those that are named by its language.
const LANGUAGES: &str =
    "bash c cpp csharp css go html java javascript js perl php plain python ruby rust
    shell sql text xml yaml";
/// Further shortcodes that stand for their content.
const HOLDERS: &str = "caption wp_caption embed";

/// Markup, in which brackets are text; a shortcode in doubled brackets, which is text as well; a
/// shortcode.
static PARTS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let markup =
        r"<pre[\s>].*?(?:</pre>|\z)|<code[\s>].*?(?:</code>|\z)|<!--.*?(?:-->|\z)|<[^>]*(?:>|\z)";
    let attributes = r#"(?<attributes>(?:"[^"]*"|'[^']*'|[^\[\]<"'])*)"#;
    Regex::new(&format!(
        r"(?is){markup}|\[(?<text>\[/?[a-z][^\[\]]*\])\]|\[(?<slash>/?)(?<name>[a-z][a-z0-9_-]*){attributes}\]"
    ))
    .ok()
});

/// `key="value"`, `=value` or a value alone.
static ATTRIBUTE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r#"(?:([\w-]*)=)?(?:"([^"]*)"|'([^']*)'|([^\s"']\S*))"#).ok());

/// A closing tag.
static CLOSING: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?i)\[/([a-z][a-z0-9_-]*)\]").ok());

/// The text with its shortcodes replaced; also returns those without an equivalent.
pub(super) fn replaced(text: &str, post: &str, attachments: &Attachments) -> (String, Vec<String>) {
    let closing = CLOSING.iter().flat_map(|closing| closing.captures_iter(text));
    let closing = closing.filter_map(|found| Some((found.get(1)?.as_str(), found.get(0)?.start())));
    // The position of the last closing tag of each name.
    let ends: BTreeMap<&str, usize> = closing.collect();
    let mut out = String::with_capacity(text.len());
    let mut lost: BTreeMap<String, usize> = BTreeMap::new();
    let mut at = 0;
    while let Some(found) = PARTS.as_ref().and_then(|parts| parts.captures_at(text, at))
        && let Some(whole) = found.get(0)
    {
        out.push_str(&text[at..whole.start()]);
        at = whole.end();
        let part = |name| found.name(name).map_or("", |found| found.as_str());
        let name = part("name");
        if name.is_empty() {
            out.push_str(found.name("text").unwrap_or(whole).as_str());
            continue;
        }
        let closes = !part("slash").is_empty();
        let tag = Tag::read(name, part("attributes"), &text[at..], ends.get(name) >= Some(&at));
        let html = tag.html(post, attachments).filter(|_| !closes);
        let has_key = tag.attributes.iter().any(|(key, _)| !key.is_empty());
        if let Some(html) = html {
            out.extend(["\n\n", &html, "\n\n"]);
            at += tag.length;
        } else if !has_key && !ends.contains_key(name) && !has(ALONE, name) {
            // A text in brackets.
            out.push_str(whole.as_str());
        } else if !closes {
            // Keep the content between the tags.
            *lost.entry(tag.name).or_default() += 1;
        }
    }
    out.push_str(&text[at..]);
    let lost = lost.into_iter().map(|(name, count)| match count {
        1 => format!("the shortcode `[{name}]`"),
        count => format!("the shortcode `[{name}]` ({count} times)"),
    });
    (out, lost.collect())
}

/// A shortcode: `[name a="b" c]`.
struct Tag<'t> {
    /// In lower case.
    name: String,
    attributes: Vec<(&'t str, &'t str)>,
    /// The content that it stands for.
    inside: Option<&'t str>,
    /// The bytes of the content and of the closing tag.
    length: usize,
}

impl<'t> Tag<'t> {
    /// Reads a tag that `rest` follows.
    fn read(name: &str, attributes: &'t str, rest: &'t str, is_closed: bool) -> Self {
        let lower = name.to_ascii_lowercase();
        let holds = [CODE, LANGUAGES, HOLDERS].iter().any(|list| has(list, &lower));
        let close = format!("[/{name}]");
        let inside = if is_closed { rest.split_once(&close) } else { None };
        let inside = inside.map(|(inside, _)| inside);
        // `[audio …][/audio]`
        let inside = inside.filter(|inside| holds || inside.is_empty());
        Self {
            name: lower,
            attributes: attributes_of(attributes),
            inside,
            length: inside.map_or(0, |inside| inside.len() + close.len()),
        }
    }

    /// The HTML of the shortcode.
    fn html(&self, post: &str, attachments: &Attachments) -> Option<String> {
        let paragraph = |url: &str, words: &str| format!("<p>{}</p>", link(url, words));
        let html = match (self.name.as_str(), self.inside, self.url()) {
            ("caption" | "wp_caption", Some(inside), _) => {
                figure(inside, self.attribute("caption"))
            }
            ("embed", Some(inside), _) => paragraph(inside.trim(), inside.trim()),
            (name, Some(inside), _) if has(CODE, name) => {
                code(inside, self.attribute("language lang"))
            }
            (name, Some(inside), _) if has(LANGUAGES, name) => code(inside, Some(name)),
            ("gallery", ..) => {
                let images = attachments.gallery(self.attribute("ids include"), post);
                images.into_iter().map(element).collect::<Vec<_>>().join("\n\n")
            }
            (_, _, Some(url)) => {
                let words = url.trim_end_matches('/').rsplit('/').next();
                paragraph(url, words.unwrap_or(url))
            }
            (name @ ("youtube" | "vimeo"), ..) => {
                let id = self.attribute("id v").or_else(|| self.attribute(""))?;
                let site = match name {
                    "vimeo" => "https://vimeo.com/",
                    _ => "https://www.youtube.com/watch?v=",
                };
                let url = format!("{site}{}", id.trim_matches(['"', '\'']));
                paragraph(&url, &url)
            }
            _ => return None,
        };
        (!html.is_empty()).then_some(html)
    }

    /// The value of the first of these attributes; the empty name is that of a value alone.
    fn attribute(&self, keys: &str) -> Option<&'t str> {
        let found = |key: &str| {
            let mut all = self.attributes.iter();
            all.find(|(own, value)| own.eq_ignore_ascii_case(key) && !value.is_empty())
        };
        keys.split(' ').find_map(found).map(|(_, value)| *value)
    }

    /// The URL that a player or a frame shows.
    fn url(&self) -> Option<&'t str> {
        let keys = "src url mp4 m4v webm ogv wmv flv mp3 m4a ogg oga wav flac ";
        let mut values = keys.split(' ').filter_map(|key| self.attribute(key));
        let starts = ["http://", "https://", "/"];
        values.find(|value| starts.iter().any(|start| value.starts_with(start)))
    }
}

/// The keys and values of a tag.
fn attributes_of(text: &str) -> Vec<(&str, &str)> {
    let text = text.strip_suffix(" /").unwrap_or(text);
    let found = ATTRIBUTE.iter().flat_map(|one| one.captures_iter(text));
    let group = |found: &regex::Captures<'_>, at| found.get(at).map(|found| found.range());
    let pairs = found.filter_map(|found| {
        let value = (2..5).find_map(|at| group(&found, at))?;
        // An editor made typographic quotes of the author's.
        let value = text[value].trim_matches(['“', '”', '„', '″', '’', '‘', '′']);
        let value = value.strip_prefix("&quot;").unwrap_or(value);
        let value = value.strip_suffix("&quot;").unwrap_or(value);
        Some((&text[group(&found, 1).unwrap_or(0..0)], value))
    });
    pairs.collect()
}

/// An image with its caption: the attribute, or the text after the image.
fn figure(inner: &str, caption: Option<&str>) -> String {
    let inner = inner.trim();
    let lower = inner.to_ascii_lowercase();
    let end = if lower.starts_with("<a") {
        lower.find("</a>").map(|at| at + "</a>".len())
    } else {
        lower.find('>').map(|at| at + 1)
    };
    let (picture, behind) = inner.split_at(end.unwrap_or(inner.len()));
    let caption = caption.map_or_else(|| behind.trim().to_owned(), escape);
    format!("<figure>{picture}<figcaption>{caption}</figcaption></figure>")
}

fn code(inner: &str, language: Option<&str>) -> String {
    let inner = inner.trim_matches('\n');
    // Some plugins store code escaped, others unescaped.
    let is_escaped =
        !inner.contains('<') && ["&lt;", "&gt;", "&amp;"].iter().any(|e| inner.contains(e));
    let text = if is_escaped { inner.to_owned() } else { escape(inner) };
    let class = language.map(|language| format!(" class=\"language-{}\"", escape(language)));
    let class = class.unwrap_or_default();
    format!("<pre><code{class}>{text}</code></pre>")
}

fn element(image: &Image) -> String {
    let (src, alt) = (escape(&image.src), escape(image.alt.as_deref().unwrap_or_default()));
    format!("<p><img src=\"{src}\" alt=\"{alt}\"></p>")
}

#[cfg(test)]
mod tests {
    use super::replaced;
    use crate::import::feed::wordpress::Attachments;
    use crate::post::Image;

    #[test]
    fn shortcodes_become_html() {
        let mut attachments = Attachments::default();
        let image = Image {
            src: "https://a.example/1.jpg".to_owned(),
            alt: Some("The hall".to_owned()),
            ..Image::default()
        };
        attachments.add("7".to_owned(), "3".to_owned(), image);
        let gallery = "<p><img src=\"https://a.example/1.jpg\" alt=\"The hall\"></p>";
        for (text, html, lost) in [
            ("[gallery ids=\"7\"]", gallery, 0),
            ("[gallery]", gallery, 0),
            ("[gallery ids=\"8\"]", "", 1),
            (
                "[caption id=\"x\" width=\"3\"]<img src=\"a.jpg\" /> The *hall*[/caption]",
                "<figure><img src=\"a.jpg\" /><figcaption>The *hall*</figcaption></figure>",
                0,
            ),
            (
                "[embed]https://v.example/1[/embed]",
                "<p><a href=\"https://v.example/1\">https://v.example/1</a></p>",
                0,
            ),
            (
                "[code language=\"rust\"]\nlet a = &b[0];\n[/code]",
                "<pre><code class=\"language-rust\">let a = &amp;b[0];</code></pre>",
                0,
            ),
            ("[php]a &lt; b[/php]", "<pre><code class=\"language-php\">a &lt; b</code></pre>", 0),
            (
                "[youtube=https://www.youtube.com/watch?v=x]",
                "<p><a href=\"https://www.youtube.com/watch?v=x\">watch?v=x</a></p>",
                0,
            ),
            (
                "[audio mp3=\"https://a.example/b.mp3\"][/audio]",
                "<p><a href=\"https://a.example/b.mp3\">b.mp3</a></p>",
                0,
            ),
            (
                "[audio src=”https://a.example/d.flac″]",
                "<p><a href=\"https://a.example/d.flac\">d.flac</a></p>",
                0,
            ),
            (
                "[audio flac=&quot;/uploads/e.flac&quot;]",
                "<p><a href=\"/uploads/e.flac\">e.flac</a></p>",
                0,
            ),
            (
                "[video poster=\"https://a.example/p.jpg\" ogv=\"//a.example/f.ogv\"][/video]",
                "<p><a href=\"//a.example/f.ogv\">f.ogv</a></p>",
                0,
            ),
            ("[[gallery]] [sic] a[0] [x", "[gallery] [sic] a[0] [x", 0),
            ("[box color=\"red\"]Text[/box]", "Text", 1),
            ("<pre>[gallery]</pre>", "<pre>[gallery]</pre>", 0),
            ("<a href=\"[x y=z]\">b</a>", "<a href=\"[x y=z]\">b</a>", 0),
        ] {
            let (out, left_out) = replaced(text, "3", &attachments);
            assert_eq!((out.trim(), left_out.len()), (html, lost), "{text}");
        }
    }
}
