//! Callouts beyond GitHub's alerts: `> [!kind]- A title`. The parser handles the five kinds without a
//! title.

use super::known::titled;
use super::line::{Line, lines};
use super::{Family, Sheet};

/// Callouts of Obsidian, Hugo and others.
pub(super) const CALLOUT: Family = Family::of("callout", &["[!"], edit);

fn edit(sheet: &mut Sheet<'_>) {
    let text = sheet.text;
    for Line { start, text: line } in lines(text) {
        let quoted = line.trim_start_matches([' ', '>']);
        let before = line.len() - quoted.len();
        if !line[..before].contains('>') || sheet.is_code(start + before) {
            continue;
        }
        let Some((kind, rest)) = quoted.strip_prefix("[!").and_then(|rest| rest.split_once(']'))
        else {
            continue;
        };
        let title = rest.trim_start_matches(['+', '-']).trim();
        let is_github = ["note", "tip", "important", "warning", "caution"]
            .contains(&kind.to_lowercase().as_str());
        let plain = is_github && rest.trim().is_empty();
        if plain || kind.is_empty() || !kind.chars().all(|c| c.is_alphanumeric() || c == '-') {
            continue;
        }
        let named = titled(kind);
        let title = if title.is_empty() { &named } else { title };
        let length = quoted.trim_end_matches(['\r', '\n']).len();
        let range = start + before..start + before + length;
        sheet.replace(range, format!("**{}:**", title.trim_end_matches(':')));
    }
}
