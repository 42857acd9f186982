//! Raw HTML, split into tags and text with their positions. [`super::sanitise`] decides what is kept.

use std::borrow::Cow;
use std::ops::Range;

use super::sanitise::hides;
pub(crate) use super::sanitise::{is_html, is_void};
use crate::entities::unescape;

/// A piece of raw HTML; ranges are bytes of the text that was scanned.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Token<'a> {
    /// `<name …>`
    Start {
        /// In lower case.
        name: String,
        attributes: Vec<Attribute<'a>>,
        range: Range<usize>,
    },
    /// `</name>`
    End { name: String, range: Range<usize> },
    /// Characters between tags, as written.
    Text(Range<usize>),
    /// A comment; the range is its text.
    Comment(Range<usize>),
    /// A doctype, a processing instruction, CDATA: nothing visible.
    Other,
}

/// An attribute of a tag.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Attribute<'a> {
    /// In lower case.
    pub(crate) name: String,
    /// With character references resolved; empty where there is none.
    pub(crate) value: Cow<'a, str>,
    /// The bytes of the whole attribute.
    pub(crate) range: Range<usize>,
}

/// The first attribute of a name.
pub(super) fn attribute<'t, 'a>(
    attributes: &'t [Attribute<'a>],
    name: &str,
) -> Option<&'t Attribute<'a>> {
    attributes.iter().find(|attribute| attribute.name == name)
}

/// The attribute that has an image's URL, and that URL. Where a script loads the image later, `src` is
/// a placeholder.
pub(crate) fn image_source(
    value: impl Fn(&str) -> Option<String>,
) -> Option<(&'static str, String)> {
    let is_real = |src: &String| !src.is_empty() && !src.starts_with("data:");
    let first = |set: String| {
        let first = set.split_ascii_whitespace().next()?;
        Some(first.trim_end_matches(',').to_owned())
    };
    let names = [
        "data-src",
        "data-lazy-src",
        "data-original",
        "data-srcset",
        "data-lazy-srcset",
        "src",
        "srcset",
    ];
    names.into_iter().find_map(|name| {
        let given = value(name)?;
        let source = if name.ends_with("srcset") { first(given)? } else { given };
        Some((name, source)).filter(|(_, source)| is_real(source))
    })
}

/// Whether its attributes make a browser hide an element.
pub(crate) fn is_hidden<'a>(mut attributes: impl Iterator<Item = (&'a str, &'a str)>) -> bool {
    attributes.any(|(name, value)| name == "hidden" || name == "style" && hides(value))
}

/// Whether a browser hides the content of an element.
pub(crate) fn hides_content<'a>(
    name: &str,
    attributes: impl Iterator<Item = (&'a str, &'a str)>,
) -> bool {
    !is_void(name) && is_hidden(attributes)
}

/// Whether an element holds text that the author has struck out.
pub(crate) fn is_struck_out(name: &str) -> bool {
    matches!(name, "del" | "s" | "strike")
}

/// Elements whose content is not markup.
const RAW_TEXT: &[&str] = &[
    "script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp", "template",
    "object",
];

/// Splits raw HTML into tokens, in one pass.
pub(crate) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut scanner = Scanner { text, at: 0 };
    let mut tokens = Vec::new();
    while scanner.at < text.len() {
        tokens.push(scanner.next());
        let Some(Token::Start { name, .. }) = tokens.last() else {
            continue;
        };
        if RAW_TEXT.contains(&name.as_str()) {
            let start = scanner.at;
            let end = find_end_tag(&text[start..], name).map_or(text.len(), |found| start + found);
            scanner.at = end;
            if start < end {
                tokens.push(Token::Text(start..end));
            }
        }
    }
    tokens
}

/// The position of `</name`, in any case.
fn find_end_tag(text: &str, name: &str) -> Option<usize> {
    text.match_indices("</").map(|(at, _)| at).find(|at| {
        let after = at + 2;
        text.as_bytes()
            .get(after..after + name.len())
            .is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
    })
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scanner<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn next(&mut self) -> Token<'a> {
        let start = self.at;
        let rest = self.rest();
        if let Some(after) = rest.strip_prefix("<!--") {
            // `<!-->` and `<!--->` are whole comments to a browser.
            let body = start + 4;
            for short in [">", "->"] {
                if after.starts_with(short) {
                    self.at = body + short.len();
                    return Token::Comment(body..body);
                }
            }
            let length = after.find("-->");
            self.at = length.map_or(self.text.len(), |length| body + length + 3);
            return Token::Comment(body..length.map_or(self.text.len(), |length| body + length));
        }
        if rest.starts_with("<!") || rest.starts_with("<?") {
            self.at = rest.find('>').map_or(self.text.len(), |end| start + end + 1);
            return Token::Other;
        }
        let letter = |at: usize| rest.as_bytes().get(at).is_some_and(u8::is_ascii_alphabetic);
        if rest.starts_with("</") && letter(2) {
            self.at += 2;
            let name = self.name();
            self.at = self.rest().find('>').map_or(self.text.len(), |end| self.at + end + 1);
            return Token::End { name, range: start..self.at };
        }
        if rest.starts_with('<') && letter(1) {
            self.at += 1;
            let name = self.name();
            let attributes = self.attributes();
            return Token::Start { name, attributes, range: start..self.at };
        }
        let skip = usize::from(rest.starts_with('<'));
        let end = rest[skip..].find('<').map_or(rest.len(), |end| end + skip);
        self.at = start + end;
        Token::Text(start..self.at)
    }

    fn name(&mut self) -> String {
        let end = self
            .rest()
            .find(|c: char| c.is_ascii_whitespace() || c == '/' || c == '>')
            .unwrap_or(self.rest().len());
        let name = self.rest()[..end].to_ascii_lowercase();
        self.at += end;
        name
    }

    fn skip_while(&mut self, skip: impl Fn(char) -> bool) {
        let rest = self.rest();
        self.at += rest.find(|c| !skip(c)).unwrap_or(rest.len());
    }

    /// The attributes up to and with the closing `>`.
    fn attributes(&mut self) -> Vec<Attribute<'a>> {
        let mut attributes = Vec::new();
        loop {
            self.skip_while(|c| c.is_ascii_whitespace() || c == '/');
            if self.rest().starts_with('>') {
                self.at += 1;
                return attributes;
            }
            if self.rest().is_empty() {
                return attributes;
            }
            let start = self.at;
            // A name may begin with `=`, as browsers read it; so each iteration advances.
            let first = self.rest().chars().next().map_or(0, char::len_utf8);
            self.at += first;
            self.skip_while(|c| !c.is_ascii_whitespace() && !matches!(c, '/' | '>' | '='));
            let name = self.text[start..self.at].to_ascii_lowercase();
            let after_name = self.at;
            self.skip_while(|c| c.is_ascii_whitespace());
            let value = if self.rest().starts_with('=') {
                self.at += 1;
                self.skip_while(|c| c.is_ascii_whitespace());
                self.value()
            } else {
                self.at = after_name;
                ""
            };
            attributes.push(Attribute { name, value: unescape(value), range: start..self.at });
        }
    }

    fn value(&mut self) -> &'a str {
        let rest = self.rest();
        for quote in ['"', '\''] {
            if let Some(inner) = rest.strip_prefix(quote) {
                let end = inner.find(quote).unwrap_or(inner.len());
                self.at += (1 + end + 1).min(rest.len());
                return &inner[..end];
            }
        }
        let end = rest.find(|c: char| c.is_ascii_whitespace() || c == '>').unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }
}

/// Whether an attribute's value is an expression that only a program can evaluate.
pub(crate) fn is_expression(value: &str) -> bool {
    value.starts_with('{') && value.ends_with('}')
}

#[cfg(test)]
mod tests {
    use super::{Token, tokens};

    fn names(text: &str) -> Vec<String> {
        let name = |token: &Token<'_>| match token {
            Token::Start { name, attributes, .. } => {
                let mut shown = name.clone();
                for attribute in attributes {
                    shown = format!("{shown} {}={}", attribute.name, attribute.value);
                }
                shown
            }
            Token::End { name, .. } => format!("/{name}"),
            Token::Text(range) => format!("'{}'", &text[range.clone()]),
            Token::Comment(range) => format!("!{}", &text[range.clone()]),
            Token::Other => "?".to_owned(),
        };
        tokens(text).iter().map(name).collect()
    }

    #[test]
    fn tags_and_text() {
        assert_eq!(
            names("a<IMG SRC='x y' alt=\"1 > 0\" hidden/>b</Img ><!-- c -->"),
            ["'a'", "img src=x y alt=1 > 0 hidden=", "'b'", "/img", "! c "]
        );
        assert_eq!(names("1 < 2 <3"), ["'1 '", "'< 2 '", "'<3'"]);
        assert_eq!(names("<!--><b>"), ["!", "b"]);
        assert_eq!(names("<p =x y = z>"), ["p =x= y=z"]);
    }

    #[test]
    fn scripts_hide_their_content() {
        assert_eq!(
            names("<script>if (a<b) '<i>'</SCRIPT>x"),
            ["script", "'if (a<b) '<i>''", "/script", "'x'"]
        );
    }

    #[test]
    fn unfinished_input_ends() {
        for text in
            ["<", "</", "<a", "<a b", "<a b=", "<a b='", "<!--", "<!", "<script>x", "<a =", "é<é"]
        {
            assert!(!tokens(text).is_empty(), "{text}");
        }
    }
}
