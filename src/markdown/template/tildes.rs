//! Single tildes inside a word, which strike out like two in GitHub's Markdown: `H~2~O`.

use super::{Family, Sheet};

/// Text between single tildes beside a letter or a digit.
pub(super) const TILDES: Family = Family::of("tildes", &["~"], edit);

fn edit(sheet: &mut Sheet<'_>) {
    let text = sheet.text;
    let mut start = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let at = start;
        start += word.len();
        let parts: Vec<&str> = word.split('~').collect();
        let &[before, inside, after] = parts.as_slice() else {
            continue;
        };
        let is_beside =
            before.ends_with(char::is_alphanumeric) || after.starts_with(char::is_alphanumeric);
        let open = at + before.len();
        // A URL may have tildes.
        if inside.is_empty() || !is_beside || word.contains('/') || before.ends_with('\\') {
            continue;
        }
        if !sheet.is_code(open) && !sheet.is_html(open) {
            sheet.insert(open, "~");
            let close = open + 1 + inside.len();
            sheet.insert(close, "~");
        }
    }
}
