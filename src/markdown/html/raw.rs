//! Raw HTML: checks every tag, reports what is left out, and writes the rest again.

use std::ops::Range;

use super::super::href::Use;
use super::super::raw::{Attribute, Token, attribute, image_source, is_expression, tokens};
use super::super::sanitise::{self, Fate};
use super::super::vocabulary::has;
use super::{Open, RawBlock, Renderer, TooDeep, rules};
use crate::entities::unescape;
use crate::markdown::embed;

impl Renderer<'_> {
    /// Writes the allowed parts of a piece of raw HTML.
    pub(super) fn raw(&mut self, block: &RawBlock, on_own_line: bool) -> Result<(), TooDeep> {
        if on_own_line {
            self.line();
        }
        // The content of the last start tag is invisible.
        let mut hidden = None;
        for token in tokens(&block.text) {
            match token {
                Token::Start { name, attributes, range } => {
                    if self.formula.passes() {
                        if !block.text[range].ends_with("/>") {
                            self.formula.deeper(&name);
                        }
                        continue;
                    }
                    hidden = (has(sanitise::HIDDEN_CONTENT, &name)
                        || matches!(name.as_str(), "iframe" | "object" | "noembed"))
                    .then(|| name.clone());
                    let closed = block.text[range.clone()].ends_with("/>");
                    self.raw_start(&name, &attributes, closed, block, &range)?;
                }
                Token::End { name, .. } if self.formula.passes() => self.formula.shallower(&name),
                Token::End { name, .. } => {
                    hidden = None;
                    self.formula.leaves(&name);
                    self.raw_end(&name);
                }
                Token::Text(range) if hidden.is_none() => {
                    let text = unescape(&block.text[range.clone()]);
                    self.text(&text, &block.source(&range));
                }
                Token::Text(_) | Token::Comment(_) | Token::Other => {}
            }
        }
        Ok(())
    }

    fn raw_start(
        &mut self,
        name: &str,
        attributes: &[Attribute<'_>],
        closed: bool,
        block: &RawBlock,
        range: &Range<usize>,
    ) -> Result<(), TooDeep> {
        let source = block.source(range);
        let is_passed = self.passes_over(name, attributes, &source)
            || self.is_drawing(name, attributes, &source);
        if is_passed {
            return Ok(());
        }
        self.report_loss(name, attributes, block);
        // Browsers parse HTML inside MathML in several ways, some of which run it.
        if self.formula.is_open() && !sanitise::is_formula(name) {
            self.removed(name, &source);
            return Ok(());
        }
        let own = match sanitise::fate(name) {
            Fate::Kept(own) => own,
            Fate::Linked => {
                self.embed(name, attributes, &source);
                return Ok(());
            }
            Fate::Silent => return Ok(()),
            Fate::Removed if self.is_text(name, attributes) => {
                self.shown(&block.text[range.clone()], &source);
                return Ok(());
            }
            Fate::Removed => {
                self.removed(name, &source);
                // The text of an inline tag comes as Markdown events; `ammonia` removes it afterwards.
                if has(sanitise::HIDDEN_CONTENT, name) {
                    self.region.raw = true;
                    self.tag("<", name);
                }
                return Ok(());
            }
        };
        let Some(written) = self.kept_attributes(name, own, attributes, block) else {
            return Ok(());
        };
        self.region.raw = true;
        self.end_implied(name);
        self.formula_begins(name);
        self.out.push('<');
        self.out.push_str(name);
        for (attribute, value) in &written {
            self.attribute(attribute, value);
        }
        self.out.push('>');
        if sanitise::is_void(name) {
            return Ok(());
        }
        if closed {
            self.tag("</", name);
            return Ok(());
        }
        self.annotation_begins(name, attributes);
        self.push(Open::Raw(name.to_owned()), &source)
    }

    /// Closes the open elements that a start tag of `next` closes.
    pub(super) fn end_implied(&mut self, next: &str) {
        while let Some(Open::Raw(last)) = self.open.last()
            && sanitise::ends(next, last)
        {
            self.close_raw(self.open.len() - 1);
        }
    }

    fn raw_end(&mut self, name: &str) {
        let kept = matches!(sanitise::fate(name), Fate::Kept(_));
        if !kept && !has(sanitise::HIDDEN_CONTENT, name) {
            return;
        }
        let inner =
            self.open.iter().rposition(|open| matches!(open, Open::Raw(raw) if raw == name));
        let outer = self.open.iter().rposition(|open| matches!(open, Open::Markdown(_)));
        if let Some(inner) = inner.filter(|inner| outer.is_none_or(|outer| *inner > outer)) {
            self.close_raw(inner + 1);
            self.open.pop();
        } else if kept {
            // It matches no open element: a browser would create an empty one for some of these.
            return;
        }
        self.region.raw = true;
        self.annotation_ends(name);
        self.tag("</", name);
        self.formula_ends(name);
    }

    /// The attributes to write, or `None` where the element is meaningless without a missing one.
    fn kept_attributes<'a>(
        &mut self,
        element: &str,
        own: &str,
        attributes: &'a [Attribute<'_>],
        block: &RawBlock,
    ) -> Option<Vec<(&'a str, String)>> {
        let mut written: Vec<(&str, String)> = Vec::new();
        // Search once: a tag may have a hundred thousand attributes.
        let image = (element == "img")
            .then(|| image_source(|name| Some(attribute(attributes, name)?.value.to_string())))
            .flatten();
        for attribute in attributes {
            let source = block.source(&attribute.range);
            let name = attribute.name.as_str();
            let value = attribute.value.as_ref();
            let (name, value) = match &image {
                Some((own, src)) if name == *own => ("src", src.as_str()),
                Some(_) if name == "src" => continue,
                _ => (name, value),
            };
            if !sanitise::allows(own, name) || written.iter().any(|(known, _)| *known == name) {
                continue;
            }
            if matches!(name, "href" | "src" | "poster" | "cite") && is_expression(value) {
                let message = format!(
                    "`{value}` is template code that only the site's generator knows: this `{name}` is left out"
                );
                let help = "write the URL";
                (self.report).add(&rules::UNKNOWN_TEMPLATE, value, &source, (message, help));
                continue;
            }
            let value = match name {
                "href" | "cite" => self.absolute_url(value, Use::Link, &source),
                "src" | "poster" => self.absolute_url(value, Use::Media, &source),
                "id" | "name" => Some(self.scoped(value)),
                "class" => value
                    .split_whitespace()
                    .find(|class| class.starts_with("language-"))
                    .map(str::to_owned),
                _ => Some(value.to_owned()),
            };
            if let Some(value) = value {
                written.push((name, value));
            }
        }
        let has = |name: &str| written.iter().any(|(known, _)| *known == name);
        match element {
            "img" if !has("src") => {
                let bare = attributes.first().filter(|_| attribute(attributes, "src").is_none());
                if let Some(first) = bare.filter(|_| image.is_none()) {
                    let range = block.source(&first.range);
                    let message =
                        "an image without a URL is left out of the feed, its alt text is kept";
                    let help = "give it a `src`";
                    (self.report).add(&rules::REMOVED_HTML, "img src", &range, (message, help));
                }
                if let Some(alt) = attribute(attributes, "alt") {
                    self.text(&alt.value, &block.source(&alt.range));
                }
                None
            }
            "source" | "track" if !has("src") => None,
            "a" if written.is_empty() => None,
            "img" if !has("alt") => {
                written.push(("alt", String::new()));
                Some(written)
            }
            _ => Some(written),
        }
    }

    /// Reports attributes that run code or set styles.
    fn report_loss(&mut self, element: &str, attributes: &[Attribute<'_>], block: &RawBlock) {
        for attribute in attributes {
            let name = attribute.name.as_str();
            let why = match name {
                "style" => "readers keep their own look",
                "srcdoc" | "formaction" => "readers do not run it",
                _ if name.starts_with("on") && name.len() > 2 => "readers do not run it",
                _ => continue,
            };
            let range = block.source(&attribute.range);
            let message =
                format!("the attribute `{name}` of <{element}> is left out of the feed: {why}");
            let help = "say it in the text, or leave the attribute out";
            self.report.add(&rules::REMOVED_HTML, &format!("@{name}"), &range, (message, help));
        }
    }

    fn removed(&mut self, element: &str, range: &Range<usize>) {
        let what = if has(sanitise::HIDDEN_CONTENT, element) {
            "with its content"
        } else {
            "its text is kept"
        };
        let message = format!("<{element}> is left out of the feed, {what}");
        let help = "write it in Markdown, or link to the page that shows it";
        (self.report).add(&rules::REMOVED_HTML, element, range, (message, help));
    }

    /// Whether an apparent tag is text (`Option<T>`): HTML has no such element, it has no
    /// attributes, and no end tag.
    fn is_text(&mut self, name: &str, attributes: &[Attribute<'_>]) -> bool {
        if !attributes.is_empty() || sanitise::is_html(name) || name.contains('-') {
            return false;
        }
        let post = self.post;
        let ended = self.ended.get_or_insert_with(|| {
            let rests = post.markdown().split("</").skip(1);
            rests
                .map(|rest| {
                    let end = rest.find(|c: char| !c.is_ascii_alphanumeric());
                    rest[..end.unwrap_or(rest.len())].to_ascii_lowercase()
                })
                .collect()
        });
        !ended.contains(name)
    }

    /// Writes an apparent tag as text.
    fn shown(&mut self, tag: &str, range: &Range<usize>) {
        let message = format!("`{tag}` is not an HTML element: it is shown as text");
        let help = format!("write it as code, in backticks: `{tag}`");
        (self.report).add(&rules::REMOVED_HTML, tag, range, (message, help));
        self.text(tag, range);
    }

    /// A link in place of a frame.
    fn embed(&mut self, element: &str, attributes: &[Attribute<'_>], range: &Range<usize>) {
        let value = |name: &str| {
            let value = attribute(attributes, name)?.value.trim();
            Some(value).filter(|value| !matches!(*value, "" | "about:blank"))
        };
        let Some(src) = value("src").or_else(|| value("data")).or_else(|| value("data-src")) else {
            self.removed(element, range);
            return;
        };
        let Some(url) = self.absolute_url(src, Use::Media, range) else {
            return;
        };
        let url = embed::page(&url);
        let title = value("title").map_or_else(|| embed::title(&url), str::to_owned);
        let message = format!("<{element}> becomes a link to {url}");
        let help = "give it a `title` that says what it shows";
        (self.report).add(&rules::EMBED_AS_LINK, &url, range, (message, help));
        let alone = self.open.is_empty();
        self.out.push_str(if alone { "<p><a" } else { "<a" });
        self.attribute("href", &url);
        self.out.push('>');
        self.text(&title, range);
        self.out.push_str(if alone { "</a></p>\n" } else { "</a>" });
    }
}
