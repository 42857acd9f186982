//! Converts shortcodes of `WordPress` and its best-known plugins to HTML.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;

use super::{Attachments, Picture, link};
use crate::entities::escape;

use crate::markdown::vocabulary::has;

/// Shortcodes without attributes or closing tag; other words in brackets are text.
const ALONE: &str = "gallery playlist contact-form toc";

/// Shortcodes for program code, and those of them that are named by its language.
const CODE: &str = "code sourcecode source highlight codeblock";
const LANGUAGES: &str =
    "bash c cpp csharp css go html java javascript js perl php plain python ruby rust
    shell sql text xml yaml";

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

/// The text with its shortcodes replaced; also returns those without an equivalent.
pub(super) fn replaced(text: &str, post: &str, attachments: &Attachments) -> (String, Vec<String>) {
    let mut replacing = Replacing {
        text,
        post,
        attachments,
        out: String::with_capacity(text.len()),
        lost: BTreeMap::new(),
        closed: BTreeMap::new(),
    };
    replacing.run();
    let lost = replacing.lost.into_iter();
    let lost = lost.map(|(name, count)| match count {
        1 => format!("the shortcode `[{name}]`"),
        count => format!("the shortcode `[{name}]` ({count} times)"),
    });
    (replacing.out, lost.collect())
}

struct Replacing<'t> {
    text: &'t str,
    post: &'t str,
    attachments: &'t Attachments,
    out: String,
    lost: BTreeMap<String, usize>,
    /// The position of the last closing tag of each name.
    closed: BTreeMap<&'t str, usize>,
}

/// A tag: `[name a="b" c]`.
struct Tag<'t> {
    name: &'t str,
    attributes: Vec<(&'t str, &'t str)>,
    end: usize,
}

impl<'t> Replacing<'t> {
    fn run(&mut self) {
        let text = self.text;
        for (at, _) in text.match_indices("[/") {
            if let Some((name, _)) = text[at + 2..].split_once(']') {
                self.closed.insert(name, at);
            }
        }
        let mut at = 0;
        while let Some(found) = PARTS.as_ref().and_then(|parts| parts.captures_at(text, at))
            && let Some(whole) = found.get(0)
        {
            self.out.push_str(&text[at..whole.start()]);
            at = whole.end();
            if let Some(name) = found.name("name") {
                let attributes = found.name("attributes").map_or("", |found| found.as_str());
                let tag =
                    Tag { name: name.as_str(), attributes: attributes_of(attributes), end: at };
                let closes = found.name("slash").is_some_and(|slash| !slash.is_empty());
                let replaced = if closes { None } else { self.equivalent(&tag) };
                if let Some((html, end)) = replaced {
                    self.out.extend(["\n\n", &html, "\n\n"]);
                    at = end;
                } else if !self.is_shortcode(&tag) {
                    self.out.push_str(whole.as_str());
                } else if !closes {
                    // Keep the content between the tags.
                    *self.lost.entry(tag.name.to_ascii_lowercase()).or_default() += 1;
                }
            } else {
                let text = found.name("text").unwrap_or(whole);
                self.out.push_str(text.as_str());
            }
        }
        self.out.push_str(&text[at..]);
    }

    /// Whether a tag is a shortcode rather than a text in brackets.
    fn is_shortcode(&self, tag: &Tag<'_>) -> bool {
        self.closed.contains_key(tag.name)
            || has(ALONE, tag.name)
            || tag.attributes.iter().any(|(key, _)| !key.is_empty())
    }

    /// The content between a tag and its closing tag, and the end of that.
    fn inside(&self, tag: &Tag<'t>) -> Option<(&'t str, usize)> {
        self.closed.get(tag.name).filter(|last| **last >= tag.end)?;
        let close = format!("[/{}]", tag.name);
        let (inner, _) = self.text[tag.end..].split_once(&close)?;
        Some((inner, tag.end + inner.len() + close.len()))
    }

    /// The HTML of a shortcode, and where the text goes on.
    fn equivalent(&self, tag: &Tag<'t>) -> Option<(String, usize)> {
        let name = tag.name.to_ascii_lowercase();
        let paragraph = |address: &str, words: &str| format!("<p>{}</p>", link(address, words));
        let is_language = has(LANGUAGES, &name);
        if let Some((inner, end)) = self.inside(tag) {
            let html = match name.as_str() {
                "caption" | "wp_caption" => Some(figure(inner, tag.attribute("caption"))),
                "embed" => Some(paragraph(inner.trim(), inner.trim())),
                _ if has(CODE, &name) => Some(code(inner, tag.attribute("language lang"))),
                _ if is_language => Some(code(inner, Some(&name))),
                _ => None,
            };
            if let Some(html) = html {
                return Some((html, end));
            }
        }
        let address = tag.address();
        let html = match (name.as_str(), address) {
            ("gallery", _) => {
                let ids = tag.attribute("ids include");
                let pictures = self.attachments.gallery(ids, self.post);
                let pictures: Vec<String> = pictures.into_iter().map(image).collect();
                pictures.join("\n\n")
            }
            (_, Some(address)) => {
                let words = address.trim_end_matches('/').rsplit('/').next();
                paragraph(address, words.unwrap_or(address))
            }
            ("youtube" | "vimeo", None) => {
                let id = tag.attribute("id v").or_else(|| tag.attribute(""))?;
                let site = match name.as_str() {
                    "vimeo" => "https://vimeo.com/",
                    _ => "https://www.youtube.com/watch?v=",
                };
                let address = format!("{site}{}", id.trim_matches(['"', '\'']));
                paragraph(&address, &address)
            }
            _ => return None,
        };
        // `[audio …][/audio]`
        let close = format!("[/{}]", tag.name);
        let is_empty = self.text[tag.end..].starts_with(&close);
        let end = tag.end + if is_empty { close.len() } else { 0 };
        (!html.is_empty()).then_some((html, end))
    }
}

impl<'t> Tag<'t> {
    /// The value of the first of these attributes; the empty name is that of a value alone.
    fn attribute(&self, keys: &str) -> Option<&'t str> {
        let found = |key: &str| {
            let mut all = self.attributes.iter();
            all.find(|(own, value)| own.eq_ignore_ascii_case(key) && !value.is_empty())
        };
        keys.split(' ').find_map(found).map(|(_, value)| *value)
    }

    /// The URL that a player or a frame shows.
    fn address(&self) -> Option<&'t str> {
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

fn image(picture: &Picture) -> String {
    let (url, alt) = (escape(&picture.url), escape(&picture.alt));
    format!("<p><img src=\"{url}\" alt=\"{alt}\"></p>")
}

#[cfg(test)]
mod tests {
    use super::replaced;
    use crate::import::feed::wordpress::{Attachments, Picture};

    #[test]
    fn shortcodes_become_html() {
        let mut attachments = Attachments::default();
        let picture =
            Picture { url: "https://a.example/1.jpg".to_owned(), alt: "The hall".to_owned() };
        attachments.add("7".to_owned(), "3".to_owned(), picture);
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
