//! Obsidian: `[[page|text]]`, `![[picture.png]]`, `%%comments%%`, `==highlights==`.

use crate::post::paragraph::paragraph_end;
use std::ops::Range;

use super::finder::Finder;
use super::{Family, Sheet};

/// Wiki links and related syntax.
pub(super) const WIKI: Family = Family::of("wiki", &["[[", "%%", "=="], edit);

fn edit(sheet: &mut Sheet<'_>) {
    between(sheet, "%%", "%%", |sheet, range, _| {
        sheet.replace(range, "");
    });
    between(sheet, "[[", "]]", link);
    between(sheet, "==", "==", |sheet, range, inside| {
        let fits =
            !inside.contains('\n') && !inside.starts_with([' ', '=']) && !inside.ends_with(' ');
        if fits {
            sheet.replace(range.start..range.start + 2, "<mark>");
            sheet.replace(range.end - 2..range.end, "</mark>");
        }
    });
}

/// Every piece between two marks outside of code.
fn between(
    sheet: &mut Sheet<'_>,
    open: &'static str,
    close: &'static str,
    mut each: impl FnMut(&mut Sheet<'_>, Range<usize>, &str),
) {
    let text = sheet.text;
    let mut ends = Finder::new(text, close);
    let mut at = 0;
    while let Some(found) = text[at..].find(open) {
        let start = at + found;
        at = start + open.len();
        if sheet.is_code(start) {
            continue;
        }
        let Some(end) = ends.near(at) else {
            continue;
        };
        let inside = &text[at..end];
        // Marks in different paragraphs do not form a pair.
        if open != "%%" && paragraph_end(inside).is_some() {
            continue;
        }
        at = end + close.len();
        each(sheet, start..at, inside);
    }
}

fn link(sheet: &mut Sheet<'_>, range: Range<usize>, inside: &str) {
    if inside.is_empty() || inside.contains(['\n', '[']) {
        return;
    }
    let at = range.start;
    let (target, text) =
        inside.split_once('|').map_or((inside, None), |(target, text)| (target, Some(text)));
    let (page, heading) =
        target.split_once('#').map_or((target, None), |(page, heading)| (page, Some(heading)));
    let page = page.trim().trim_end_matches('\\');
    let embeds = sheet.text[..at].ends_with('!');
    let extension = page.rsplit_once('.').map(|(_, extension)| extension.to_lowercase());
    let picture = matches!(
        extension.as_deref(),
        Some("png" | "jpg" | "jpeg" | "gif" | "webp" | "svg" | "avif" | "bmp")
    );
    if embeds && picture {
        // After the bar is its size, not its text.
        let alt = text.filter(|text| !text.starts_with(|c: char| c.is_ascii_digit()));
        let image = sheet.image(page, alt.unwrap_or_default(), at);
        sheet.replace(at - 1..range.end, image);
        return;
    }
    let shown = text.map_or_else(
        || match heading {
            Some(heading) if page.is_empty() => heading.trim_start_matches('^').to_owned(),
            Some(heading) if !heading.starts_with('^') => format!("{page} > {heading}"),
            _ => page.rsplit('/').next().unwrap_or(page).to_owned(),
        },
        str::to_owned,
    );
    let to = sheet.page(page, &range);
    let link = sheet.link(&shown, &to, at);
    let start = if embeds { at - 1 } else { at };
    sheet.replace(start..range.end, link);
}
