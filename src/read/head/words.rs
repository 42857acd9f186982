//! Text, lists of text and URLs.

use std::ops::Range;

use super::instead::Wanted;
use super::{Reader, scheme_of};
use crate::generator::{Separators, permalink};
use crate::post::front_matter::{Data, Format, Kind, Node, one_line};
use crate::post::{Spanned, rules};
use crate::report::Level;

impl Reader<'_> {
    /// Text; numbers and dates are read as the text they are written as.
    pub(super) fn text(&mut self, key: &str, node: &Node<'_>) -> Option<Spanned<String>> {
        self.comment_after(node);
        if node.is_empty() {
            return None;
        }
        let node = match &node.data {
            // Some generators write every value as a list of one.
            Data::List(items) if items.len() == 1 && !self.dialect().is_strict => &items[0],
            _ => node,
        };
        let Data::Scalar(text, kind) = &node.data else {
            self.wrong_type(key, node, "text", &Wanted::Text);
            return None;
        };
        let is_other = match kind {
            Kind::Bool(_) => true,
            // TOML and JSON quote text; in YAML `title: 2020` is usual.
            Kind::Number | Kind::Date => {
                self.dialect().is_strict && matches!(self.format, Format::Toml | Format::Json)
            }
            Kind::Text | Kind::Null => false,
        };
        if is_other {
            let quoted = format!("\"{text}\"");
            self.wrong_type(key, node, "text", &Wanted::Word(&quoted));
        }
        let value = one_line(node.scalar()?);
        (!value.is_empty()).then(|| Spanned::new(value, node.range.clone()))
    }

    /// Reports a bare `no`, which is text in YAML 1.2 and a boolean in many parsers, in dialects
    /// where typos are errors.
    pub(super) fn no_old_boolean(&mut self, key: &str, node: &Node<'_>) {
        const OLD: [&str; 4] = ["yes", "no", "on", "off"];
        let Data::Scalar(text, Kind::Text) = &node.data else {
            return;
        };
        let bare = self.source.text().get(node.range.clone()) == Some(text);
        let old = OLD.iter().any(|word| text.eq_ignore_ascii_case(word));
        if self.dialect().is_strict && self.format == Format::Yaml && bare && old {
            let help = format!("did you mean the text? Write `{key}: \"{text}\"`");
            let message =
                format!("`{key}` is a bare `{text}`, which many YAML parsers read as a boolean");
            self.fault(&rules::WRONG_TYPE, &node.range, message, help);
        }
    }

    /// Reports a text without quotes that `#word` ends or replaces: to YAML that is a comment.
    pub(super) fn comment_after(&mut self, node: &Node<'_>) {
        let Some((whole, comment)) = self.comment(node) else {
            return;
        };
        let quoted = self.quoted(&one_line(&self.source.text()[whole.clone()]));
        self.fault_at(
            &rules::COMMENT_IN_VALUE,
            &whole,
            format!("`{comment}` is not part of the value: YAML reads it as a comment"),
            format!("write `{quoted}`; a comment has a space after its `#`"),
            Level::Warning,
        );
        self.replaced_by(quoted);
    }

    /// The comment without a space after its `#` that follows a value without quotes, and the range from
    /// the value's beginning to the comment's end.
    pub(super) fn comment(&self, node: &Node<'_>) -> Option<(Range<usize>, &str)> {
        let Data::Scalar(_, kind) = &node.data else {
            return None;
        };
        let text = self.source.text();
        let start = match kind {
            // The position of a missing value is after its key, or where the next item begins.
            Kind::Null if text[node.range.clone()].starts_with(['~', 'n', 'N']) => return None,
            Kind::Null => {
                let before = text[..node.range.start].trim_end();
                let rest = &text[before.len()..];
                let rest = rest.strip_prefix(':').unwrap_or(rest);
                if before.ends_with([':', '-']) || text[before.len()..].starts_with(':') {
                    text.len() - rest.trim_start_matches([' ', '\t']).len()
                } else {
                    let line = before.rfind('\n').map_or(0, |end| end + 1);
                    let mut marks = [": #", "- #"].iter();
                    line + marks.find_map(|mark| before[line..].find(mark))? + 2
                }
            }
            _ => node.range.start,
        };
        let end = match kind {
            Kind::Null => start,
            _ => node.range.end,
        };
        let length = text[end..].find('\n').unwrap_or(text.len() - end);
        let whole = text[start..end + length].trim_end();
        let comment = text[end..end + length].trim();
        let is_word = (comment.strip_prefix('#')?).starts_with(char::is_alphanumeric);
        let is_bare = self.format == Format::Yaml && !whole.starts_with(['"', '\'', '|', '>']);
        (is_word && is_bare).then_some((start..start + whole.len(), comment))
    }

    /// Text without invisible characters: a title, a slug, a URL.
    pub(super) fn line(
        &mut self,
        key: &str,
        node: &Node<'_>,
        what: &str,
    ) -> Option<Spanned<String>> {
        let text = self.text(key, node)?;
        self.hidden_in(&text.value, &node.range, what);
        Some(text)
    }

    /// A list of texts, or one text split at `separator`.
    pub(super) fn list(
        &mut self,
        key: &str,
        node: &Node<'_>,
        separator: Option<char>,
    ) -> Vec<Spanned<String>> {
        let mut all = Vec::new();
        match &node.data {
            Data::List(items) => items.iter().for_each(|item| self.comment_after(item)),
            _ => self.comment_after(node),
        }
        match &node.data {
            Data::List(items) => {
                for item in items {
                    match &item.data {
                        Data::Scalar(_, Kind::Null) => {}
                        // `tags: [2020, true]`: a tag is the word as written.
                        Data::Scalar(text, _) => {
                            all.push(Spanned::new(one_line(text), item.range.clone()));
                        }
                        Data::List(_) if !self.dialect().is_strict => {
                            all.extend(self.list(key, item, None));
                        }
                        Data::List(_) | Data::Table(_) => {
                            if let Some(name) = name_in(item) {
                                all.push(name);
                                continue;
                            }
                            let advice = "write each word by itself, without brackets or keys";
                            self.wrong_type(key, item, "a list of words", &Wanted::Advice(advice));
                        }
                    }
                }
            }
            Data::Scalar(_, Kind::Null) => {}
            Data::Scalar(text, Kind::Bool(_)) if self.dialect().is_whole(key) => {
                all.push(Spanned::new(one_line(text), node.range.clone()));
            }
            Data::Table(_) | Data::Scalar(_, Kind::Bool(_)) => {
                self.wrong_type(key, node, "a list of words", &Wanted::List);
            }
            Data::Scalar(_, Kind::Number) if self.dialect().not_numbers.contains(&key) => {
                self.wrong_type(key, node, "a list of words", &Wanted::List);
            }
            Data::Scalar(text, _) => match Separators::within(separator, text) {
                Some(separator) => parts(text, separator, node, &mut all),
                None => all.push(Spanned::new(one_line(text), node.range.clone())),
            },
        }
        all.retain(|text| !text.value.is_empty());
        all
    }

    /// An http or https URL, or a path on the site.
    pub(super) fn url(&mut self, key: &str, node: &Node<'_>) -> Option<Spanned<String>> {
        let url = self.line(key, node, "a URL")?;
        let given = url.value.as_str();
        let good = match scheme_of(given) {
            Some(scheme) => permalink::is_web(scheme) && url::Url::parse(given).is_ok(),
            None => !given.contains(char::is_whitespace),
        };
        if good {
            return Some(url);
        }
        let help = match likely_url(given) {
            Some(better) => self.write(key, &better, &self.quoted(&better)),
            None => format!("write an http or https URL, or leave `{key}` out"),
        };
        // A URL that runs code is refused everywhere.
        let level = if scheme_of(given).is_some_and(runs) { Level::Error } else { self.mild() };
        let message = format!("`{given}` is not an http or https URL");
        self.fault_at(&rules::BAD_URL, &node.range, message, help, level);
        None
    }
}

/// The name in a table such as `{name: Events, slug: events}`.
fn name_in(node: &Node<'_>) -> Option<Spanned<String>> {
    let name = ["name", "title", "label", "slug"].iter().find_map(|key| node.get(key))?;
    Some(Spanned::new(one_line(name.scalar()?), name.range.clone()))
}

/// The URL that was probably meant: spaces as `%20`, the missing scheme.
fn likely_url(given: &str) -> Option<String> {
    let better = match scheme_of(given) {
        Some(scheme) if permalink::is_web(scheme) => given.replace(char::is_whitespace, "%20"),
        Some(scheme) if runs(scheme) => return None,
        Some(scheme) => format!("https://{}", given[scheme.len()..].strip_prefix("://")?),
        None if permalink::climbs(given) => return None,
        None => format!("https://{}", given.replace(char::is_whitespace, "%20")),
    };
    url::Url::parse(&better).ok()?.has_host().then_some(better)
}

fn runs(scheme: &str) -> bool {
    ["javascript", "data", "vbscript", "file"].iter().any(|bad| scheme.eq_ignore_ascii_case(bad))
}

/// The parts of a text, each with its own bytes if the text is unescaped.
fn parts(text: &str, separator: char, node: &Node<'_>, all: &mut Vec<Spanned<String>>) {
    let as_written = node.range.len() == text.len();
    let mut at = 0;
    for part in text.split(|c: char| c == separator || separator == ' ' && c.is_whitespace()) {
        // Quotes around one of several words are not part of it, nor is the sign of a hashtag.
        let bare = part.trim().trim_matches(['"', '\'']).trim_start_matches('#');
        let value = one_line(bare);
        let blanks = part.len() - part.trim_start().len();
        let start = node.range.start + at + blanks;
        let range = if as_written { start..start + part.trim().len() } else { node.range.clone() };
        all.push(Spanned::new(value, range));
        at += part.len() + separator.len_utf8();
    }
}
