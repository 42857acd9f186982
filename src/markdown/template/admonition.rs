//! Admonitions and tabs of Python-Markdown: `!!! note "Title"`, `??? note` and `=== "Tab"`, with a text
//! that is indented by four spaces.

use super::known::titled;
use super::line::{Line, lines};
use super::{Family, Sheet, plain};

/// Blocks of Material for `MkDocs`.
pub(super) const ADMONITION: Family =
    Family::of("admonition", &["!!! ", "??? ", "???+ ", "=== "], edit);

fn edit(sheet: &mut Sheet<'_>) {
    let text = sheet.text;
    // The indentation of the text of each open block.
    let mut open: Vec<usize> = Vec::new();
    for Line { start, text: line } in lines(text) {
        let written = line.trim();
        if written.is_empty() {
            continue;
        }
        let indent = line.len() - line.trim_start_matches(' ').len();
        while open.last().is_some_and(|within| indent < *within) {
            open.pop();
        }
        let blanks = 4 * open.len();
        let level = open.last().copied().unwrap_or(0);
        let title = title(written).filter(|_| indent == level);
        if blanks > 0 {
            sheet.replace(start..start + blanks, "");
            // Indented text is code only to a parser that does not know the block.
            sheet.regions.code.retain(|code| {
                !(code.start..code.end).contains(&(start + indent))
                    || text[code.clone()].starts_with('`')
            });
        }
        if let Some(title) = title.filter(|_| !sheet.is_code(start + indent)) {
            open.push(indent + 4);
            let title = match title.as_str() {
                "" => String::new(),
                // Emphasis and code in it, but no other strong emphasis.
                title if title.contains("**") => format!("**{}**\n", plain(title)),
                title => format!("**{title}**\n"),
            };
            sheet.replace(start + indent..start + indent + written.len(), title);
        }
    }
}

/// The title of a block; empty where it is to have none.
fn title(line: &str) -> Option<String> {
    let marks = ["!!! ", "???+ ", "??? ", "===! ", "===+ ", "=== "];
    let rest = marks.iter().find_map(|mark| line.strip_prefix(mark))?.trim();
    let given = rest.split_once('"').and_then(|(_, title)| title.rsplit_once('"'));
    if let Some((title, _)) = given {
        return Some(title.to_owned());
    }
    let kind = rest.split_whitespace().next().filter(|_| !line.starts_with("==="))?;
    Some(titled(kind))
}
