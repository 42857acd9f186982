//! Zola's shortcodes: `{{ name(a="b") }}` and `{% name(a="b") %} … {% end %}`. Braces without a call
//! are text there, and so they are here.

use super::finder::Finder;
use super::shortcode::{Tag, treat};
use super::{Family, Sheet};

/// Zola's shortcodes.
#[derive(Debug)]
pub(super) struct Zola;

impl Family for Zola {
    fn name(&self) -> &'static str {
        "zola"
    }

    fn marks(&self) -> &'static [&'static str] {
        &["{{", "{%"]
    }

    fn edit(&self, sheet: &mut Sheet<'_>) {
        let text = sheet.text;
        let mut tags: Vec<Tag> = Vec::new();
        // `{% end %}` ends whatever is open.
        let mut open: Vec<String> = Vec::new();
        let mut ends = [Finder::new(text, "}}"), Finder::new(text, "%}")];
        let mut at = 0;
        while let Some(found) = text[at..].find('{') {
            let start = at + found;
            at = start + 1;
            let end_mark = match text.as_bytes().get(at) {
                Some(b'{') => "}}",
                Some(b'%') => "%}",
                _ => continue,
            };
            let Some(end) = ends[usize::from(end_mark == "%}")].near(start + 2) else {
                continue;
            };
            let length = end - start - 2;
            let inside =
                text[start + 2..start + 2 + length].trim_matches(['-', ' ', '\n', '\t', '\r']);
            let range = start..start + 2 + length + 2;
            if let Some(shown) = inside.strip_prefix("/*") {
                let shown = shown.strip_suffix("*/").unwrap_or(shown);
                let literal = format!("{}{shown}{end_mark}", &text[start..start + 2]);
                let literal = if sheet.is_code(start) {
                    literal
                } else {
                    format!("`{literal}`")
                };
                sheet.replace(range.clone(), literal);
                at = range.end;
                continue;
            }
            if sheet.is_code(start) {
                continue;
            }
            if end_mark == "%}" && inside == "end" {
                if let Some(name) = open.pop() {
                    at = range.end;
                    tags.push(Tag {
                        name,
                        arguments: String::new(),
                        range,
                        closes: true,
                    });
                }
                continue;
            }
            let Some((name, arguments)) = call(inside) else {
                continue;
            };
            at = range.end;
            if end_mark == "%}" {
                open.push(name.to_owned());
            }
            tags.push(Tag {
                name: name.to_owned(),
                arguments: arguments.to_owned(),
                range,
                closes: false,
            });
        }
        treat(sheet, &tags);
    }
}

/// The name and the arguments of a call.
fn call(text: &str) -> Option<(&str, &str)> {
    let (name, rest) = text.split_once('(')?;
    let name = name.trim();
    let is_name = !name.is_empty()
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | ':' | '.'));
    let arguments = rest.trim_end().strip_suffix(')')?;
    is_name.then_some((name, arguments))
}
