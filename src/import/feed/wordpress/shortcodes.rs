//! Converts shortcodes of `WordPress` and its best-known plugins to HTML.

use std::collections::BTreeMap;

use super::{Attachments, Picture, escaped, link};

/// Shortcodes without attributes or closing tag; other words in brackets are text.
const ALONE: &[&str] = &["gallery", "playlist", "contact-form", "toc"];

/// Shortcodes for program code, named by its language.
const LANGUAGES: &[&str] = &[
    "bash",
    "c",
    "cpp",
    "csharp",
    "css",
    "go",
    "html",
    "java",
    "javascript",
    "js",
    "perl",
    "php",
    "plain",
    "python",
    "ruby",
    "rust",
    "shell",
    "sql",
    "text",
    "xml",
    "yaml",
];

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
    closed: BTreeMap<String, Option<usize>>,
}

/// A tag: `[name a="b" c]`.
struct Tag<'t> {
    name: &'t str,
    attributes: Vec<(&'t str, &'t str)>,
    closes: bool,
    end: usize,
}

impl<'t> Replacing<'t> {
    fn run(&mut self) {
        let mut at = 0;
        while let Some(found) = self.text[at..].find(['[', '<']) {
            let start = at + found;
            self.out.push_str(&self.text[at..start]);
            at = if self.text.as_bytes()[start] == b'<' {
                let end = self.element(start);
                self.out.push_str(&self.text[start..end]);
                end
            } else if let Some(inner) = self.doubled(start) {
                self.out.push_str(inner);
                start + inner.len() + 2
            } else if let Some(tag) = tag(self.text, start) {
                self.shortcode(start, &tag)
            } else {
                self.out.push('[');
                start + 1
            };
        }
        self.out.push_str(&self.text[at..]);
    }

    /// The end of an HTML tag; of the whole element where its content is code.
    fn element(&mut self, start: usize) -> usize {
        let rest = &self.text[start..];
        let end = rest.find('>').map_or(self.text.len(), |at| start + at + 1);
        for (open, close) in [("<pre", "</pre>"), ("<code", "</code>"), ("<!--", "-->")] {
            let named = rest
                .get(..open.len())
                .is_some_and(|name| name.eq_ignore_ascii_case(open));
            if named && self.last(close).is_some_and(|last| last >= start) {
                let close_at = rest.find(close).map_or(end, |at| start + at + close.len());
                return close_at.max(end);
            }
        }
        end
    }

    /// `[[gallery]]` is an escaped `[gallery]`.
    fn doubled(&self, start: usize) -> Option<&'t str> {
        self.text[start..].strip_prefix("[[")?;
        let tag = tag(self.text, start + 1)?;
        let inner = &self.text[start + 1..tag.end];
        self.text[tag.end..].starts_with(']').then_some(inner)
    }

    /// The last occurrence of a text.
    fn last(&mut self, what: &str) -> Option<usize> {
        if let Some(known) = self.closed.get(what) {
            return *known;
        }
        let last = self.text.rfind(what);
        self.closed.insert(what.to_owned(), last);
        last
    }

    /// The content between a tag and its closing tag, and the end of that.
    fn inside(&mut self, tag: &Tag<'t>) -> Option<(&'t str, usize)> {
        let close = format!("[/{}]", tag.name);
        self.last(&close).filter(|last| *last >= tag.end)?;
        let length = self.text[tag.end..].find(&close)?;
        let inner = &self.text[tag.end..tag.end + length];
        Some((inner, tag.end + length + close.len()))
    }

    /// Writes a shortcode's equivalent; returns where the text goes on.
    fn shortcode(&mut self, start: usize, tag: &Tag<'t>) -> usize {
        let name = tag.name.to_ascii_lowercase();
        let is_language = LANGUAGES.contains(&name.as_str());
        match name.as_str() {
            _ if tag.closes => {}
            "caption" | "wp_caption" => {
                if let Some((inner, end)) = self.inside(tag) {
                    let figure = figure(inner, tag.attribute(&["caption"]));
                    self.block(&figure);
                    return end;
                }
            }
            "code" | "sourcecode" | "source" | "highlight" | "codeblock" => {
                if let Some((inner, end)) = self.inside(tag) {
                    let language = tag.attribute(&["language", "lang"]);
                    self.block(&code(inner, language));
                    return end;
                }
            }
            _ if is_language => {
                if let Some((inner, end)) = self.inside(tag) {
                    self.block(&code(inner, Some(&name)));
                    return end;
                }
            }
            "gallery" => {
                let ids = tag.attribute(&["ids", "include"]);
                let pictures = self.attachments.gallery(ids, self.post);
                if !pictures.is_empty() {
                    let all: Vec<String> = pictures.into_iter().map(image).collect();
                    self.block(&all.join("\n\n"));
                    return tag.end;
                }
            }
            "embed" => {
                if let Some((inner, end)) = self.inside(tag) {
                    self.block(&format!("<p>{}</p>", link(inner.trim(), inner.trim())));
                    return end;
                }
            }
            "youtube" | "vimeo" if tag.address().is_none() => {
                let id = tag.attribute(&["id", "v", ""]);
                if let Some(id) = id.filter(|id| !id.is_empty()) {
                    let site = if name == "vimeo" {
                        "https://vimeo.com/"
                    } else {
                        "https://www.youtube.com/watch?v="
                    };
                    let address = format!("{site}{}", id.trim_matches(['"', '\'']));
                    self.block(&format!("<p>{}</p>", link(&address, &address)));
                    return tag.end;
                }
            }
            _ => {}
        }
        if let Some(address) = tag.address().filter(|_| !tag.closes) {
            let words = address.trim_end_matches('/').rsplit('/').next();
            self.block(&format!(
                "<p>{}</p>",
                link(address, words.unwrap_or(address))
            ));
            // `[audio …][/audio]`
            let close = format!("[/{}]", tag.name);
            let rest = &self.text[tag.end..];
            return tag.end
                + if rest.starts_with(&close) {
                    close.len()
                } else {
                    0
                };
        }
        let pair = self.last(&format!("[/{}]", tag.name)).is_some();
        let alone = ALONE.contains(&name.as_str());
        let named = tag.attributes.iter().any(|(key, _)| !key.is_empty());
        if pair || alone || named {
            // Keep the content between the tags.
            if !tag.closes {
                *self.lost.entry(name).or_default() += 1;
            }
            return tag.end;
        }
        self.out.push_str(&self.text[start..tag.end]);
        tag.end
    }

    fn block(&mut self, html: &str) {
        self.out.push_str("\n\n");
        self.out.push_str(html);
        self.out.push_str("\n\n");
    }
}

impl<'t> Tag<'t> {
    fn attribute(&self, keys: &[&str]) -> Option<&'t str> {
        let found = |key: &&str| {
            let mut all = self.attributes.iter();
            all.find(|(own, _)| own.eq_ignore_ascii_case(key))
        };
        keys.iter().find_map(found).map(|(_, value)| *value)
    }

    /// The URL that a player or a frame shows.
    fn address(&self) -> Option<&'t str> {
        let is_web = |value: &&str| value.starts_with("http://") || value.starts_with("https://");
        let keys = [
            "src", "url", "mp4", "mp3", "m4a", "ogg", "webm", "wav", "m4v", "",
        ];
        let mut values = keys.iter().filter_map(|key| self.attribute(&[key]));
        values.find(is_web)
    }
}

/// The tag that begins at `start`, if there is one.
fn tag(text: &str, start: usize) -> Option<Tag<'_>> {
    /// Longer ones are text in brackets.
    const LONGEST: usize = 4_000;
    let rest = text.get(start + 1..)?;
    let (body, closes) = match rest.strip_prefix('/') {
        Some(body) => (body, true),
        None => (rest, false),
    };
    let length = body
        .bytes()
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
        .count();
    let name = &body[..length];
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let mut tag = Tag {
        name,
        attributes: Vec::new(),
        closes,
        end: 0,
    };
    let bytes = body.as_bytes();
    let mut at = length;
    loop {
        while bytes
            .get(at)
            .is_some_and(|byte| byte.is_ascii_whitespace() || *byte == b'/')
        {
            at += 1;
        }
        if at > LONGEST {
            return None;
        }
        match bytes.get(at)? {
            b']' => {
                tag.end = start + 1 + usize::from(closes) + at + 1;
                return Some(tag);
            }
            b'[' | b'<' => return None,
            _ => {}
        }
        let key_start = at;
        let is_end = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'=' | b']' | b'[');
        if !matches!(bytes[at], b'"' | b'\'') {
            while bytes.get(at).is_some_and(|byte| !is_end(byte)) {
                at += 1;
            }
        }
        let key = &body[key_start..at];
        // `[youtube=https://…]` has a value of the tag itself; a bare word is a value too.
        let has_key = bytes.get(at) == Some(&b'=') && !key.contains("://");
        if bytes.get(at) == Some(&b'=') && has_key {
            at += 1;
        } else if !key.is_empty() {
            while bytes
                .get(at)
                .is_some_and(|byte| !byte.is_ascii_whitespace() && *byte != b']')
            {
                at += 1;
            }
            tag.attributes.push(("", &body[key_start..at]));
            continue;
        }
        let quote = *bytes.get(at)?;
        let value = if matches!(quote, b'"' | b'\'') {
            let from = at + 1;
            let length = bytes.get(from..)?.iter().position(|byte| *byte == quote)?;
            at = from + length + 1;
            &body[from..from + length]
        } else {
            let from = at;
            while bytes
                .get(at)
                .is_some_and(|byte| !byte.is_ascii_whitespace() && *byte != b']')
            {
                at += 1;
            }
            &body[from..at]
        };
        tag.attributes.push((key, value));
    }
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
    let caption = caption.map_or_else(|| behind.trim().to_owned(), escaped);
    format!("<figure>{picture}<figcaption>{caption}</figcaption></figure>")
}

fn code(inner: &str, language: Option<&str>) -> String {
    let inner = inner.trim_matches('\n');
    // Some plugins store code escaped, others unescaped.
    let is_escaped =
        !inner.contains('<') && ["&lt;", "&gt;", "&amp;"].iter().any(|e| inner.contains(e));
    let text = if is_escaped {
        inner.to_owned()
    } else {
        escaped(inner)
    };
    let class = language
        .map(|language| format!(" class=\"language-{}\"", escaped(language)))
        .unwrap_or_default();
    format!("<pre><code{class}>{text}</code></pre>")
}

fn image(picture: &Picture) -> String {
    format!(
        "<p><img src=\"{}\" alt=\"{}\"></p>",
        escaped(&picture.url),
        escaped(&picture.alt)
    )
}

#[cfg(test)]
mod tests {
    use super::replaced;
    use crate::import::feed::wordpress::{Attachments, Picture};

    #[test]
    fn shortcodes_become_html() {
        let mut attachments = Attachments::default();
        let picture = Picture {
            url: "https://a.example/1.jpg".to_owned(),
            alt: "The hall".to_owned(),
        };
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
            (
                "[php]a &lt; b[/php]",
                "<pre><code class=\"language-php\">a &lt; b</code></pre>",
                0,
            ),
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
