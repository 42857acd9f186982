//! Directives of Astro's themes and Docusaurus: `:::note[Title]` to `:::`, and `::name{…}` on
//! a line of its own.

use super::line::{Line, lines};
use super::shortcode::{Tag, replace_tags};
use super::{Family, Sheet};

/// Container and leaf directives.
pub(super) const DIRECTIVE: Family = Family::of("directive", &["::"], edit);

fn edit(sheet: &mut Sheet<'_>) {
    let mut tags: Vec<Tag> = Vec::new();
    let mut open: Vec<(usize, String)> = Vec::new();
    for Line { start, text: line } in lines(sheet.text) {
        let at = start + line.len() - line.trim_start().len();
        let written = line.trim();
        let colons = written.len() - written.trim_start_matches(':').len();
        if colons < 2 || sheet.is_code(at) {
            continue;
        }
        let range = at..at + written.len();
        let rest = &written[colons..];
        if rest.trim().is_empty() {
            // The end of the nearest open directive with as many colons.
            if let Some(depth) = open.iter().rposition(|(count, _)| *count == colons)
                && let Some((_, name)) = open.drain(depth..).next()
            {
                tags.push(Tag::end(&name, range));
            }
            continue;
        }
        let Some((name, arguments)) = directive(rest) else {
            continue;
        };
        if colons > 2 {
            open.push((colons, name.to_owned()));
        }
        tags.push(Tag::new(name, &arguments, range));
    }
    replace_tags(sheet, &tags);
}

/// The name and the arguments of `note[Title]{key="value"}` or `note Title`.
fn directive(text: &str) -> Option<(&str, String)> {
    let end = text.find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_')));
    let (name, rest) = text.split_at(end.unwrap_or(text.len()));
    if !name.starts_with(char::is_alphabetic) {
        return None;
    }
    let (title, rest) = match rest.strip_prefix('[') {
        Some(label) => label.split_once(']')?,
        None => match rest.split_once('{') {
            Some((title, _)) => (title, &rest[title.len()..]),
            None => (rest, ""),
        },
    };
    let given = rest.trim().trim_start_matches('{').trim_end_matches('}');
    let title = title.trim().replace('"', "'");
    Some(if title.is_empty() {
        (name, given.to_owned())
    } else {
        (name, format!("title=\"{title}\" {given}"))
    })
}
