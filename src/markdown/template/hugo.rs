//! Hugo's shortcodes: `{{< name … >}}` and `{{% name … %}}`, and the escaped `{{</* … */>}}`, which is
//! shown as text.

use std::ops::Range;

use super::shortcode::{Tag, replace_tags};
use super::{Family, Sheet, around};

/// Hugo's shortcodes.
pub(super) const HUGO: Family =
    Family { runs_in_code: true, leftover, ..Family::of("hugo", &["{{<", "{{%"], edit) };

fn edit(sheet: &mut Sheet<'_>) {
    let mut tags = Vec::new();
    let text = sheet.text;
    let mut at = 0;
    while let Some(found) = text[at..].find("{{") {
        let start = at + found;
        at = start + 2;
        let end_mark = match text.as_bytes().get(at) {
            Some(b'<') => ">}}",
            Some(b'%') => "%}}",
            _ => continue,
        };
        let Some(inside) = inside(&text[start + 3..], end_mark) else {
            continue;
        };
        let range = start..start + 3 + inside.len() + 3;
        at = range.end;
        let inside = inside.trim();
        if let Some(shown) = inside.strip_prefix("/*") {
            // Hugo shows it as text.
            let shown = shown.strip_suffix("*/").unwrap_or(shown);
            let mark = &text[start..start + 3];
            let literal = format!("{mark}{shown}{end_mark}");
            sheet.show_literal(range, literal);
            continue;
        }
        if sheet.is_code(start) {
            continue;
        }
        let (closes, inside) =
            inside.strip_prefix('/').map_or((false, inside), |rest| (true, rest.trim_start()));
        let inside = inside.strip_suffix('/').unwrap_or(inside);
        let (name, arguments) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
        if matches!(name, "ref" | "relref") {
            let page = super::arguments::Arguments::read(arguments);
            let path = page.get(&["path"], 0).unwrap_or_default();
            let url = sheet.page(path, &range);
            sheet.put_url(range, &url);
            continue;
        }
        tags.push(Tag { closes, ..Tag::new(name, arguments, range) });
    }
    replace_tags(sheet, &tags);
}

fn leftover(text: &str) -> Option<Range<usize>> {
    let (start, length) = around::first_between(text, [("{{<", ">}}"), ("{{%", "%}}")])?;
    Some(start..start + length)
}

/// The text before `end`, ignoring quoted text.
fn inside<'a>(text: &'a str, end: &str) -> Option<&'a str> {
    let mut quote = None;
    let mut escaped = false;
    for (at, character) in text.char_indices() {
        match quote {
            Some('"') if escaped => escaped = false,
            Some('"') if character == '\\' => escaped = true,
            Some(open) if character == open => quote = None,
            // An unclosed quote does not swallow the rest of the post.
            Some(_) if ["\n\n", "\n\r\n"].iter().any(|blank| text[at..].starts_with(blank)) => {
                return None;
            }
            None if text[at..].starts_with(end) => return Some(&text[..at]),
            None if text[at..].starts_with("{{") => return None,
            None if matches!(character, '"' | '`') => quote = Some(character),
            Some(_) | None => {}
        }
    }
    None
}
