//! kramdown's attribute lists (`{: .class}`, `{:target="_blank"}`) and extensions (`{::comment}`),
//! which say how a thing looks and never what it is.

use super::{Family, Sheet};

/// kramdown's attribute lists and extensions.
#[derive(Debug)]
pub(super) struct Kramdown;

impl Family for Kramdown {
    fn name(&self) -> &'static str {
        "kramdown"
    }

    fn marks(&self) -> &'static [&'static str] {
        &["{:"]
    }

    fn edit(&self, sheet: &mut Sheet<'_>) {
        let text = sheet.text;
        let mut at = 0;
        while let Some(found) = text[at..].find("{:") {
            let start = at + found;
            at = start + 2;
            let line = text[start..].split('\n').next().unwrap_or_default();
            let Some(length) = line.find('}') else {
                continue;
            };
            if sheet.is_code(start) {
                continue;
            }
            let end = start + length + 1;
            let inside = &text[start + 2..end - 1];
            if inside.trim_start().starts_with("toc") {
                // The list item before it only says where the table of contents goes.
                let before = text[..start].trim_end();
                let item = before.rfind('\n').map_or(0, |at| at + 1);
                let is_item =
                    before[item..].starts_with(['*', '-', '1']) && before.len() - item < 40;
                let from = if is_item { item } else { start };
                sheet.replace(from..end, "");
            } else if inside.starts_with(":comment") {
                let close = text[end..].find("{:/");
                let close = close
                    .and_then(|close| text[end + close..].find('}').map(|end| close + end + 1));
                let end = end + close.unwrap_or(0);
                sheet.replace(start..end, "");
                at = end;
                continue;
            } else {
                sheet.replace(start..end, "");
            }
            at = end;
        }
    }
}
