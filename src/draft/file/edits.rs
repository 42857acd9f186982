//! Changes to a draft's header that leave the rest of the file as it is.

use std::ops::Range;

use super::{FENCE, File, GENERATED, after_mark};

/// Whether this value follows a `=`: a table has no value that could be replaced.
pub(in crate::draft) fn is_inline(text: &str, value: &Range<usize>) -> bool {
    text.get(..value.start)
        .is_some_and(|before| before.trim_end_matches([' ', '\t']).ends_with('='))
}

/// Changes to the values of a header that leave everything else in it unchanged.
pub(in crate::draft) struct Edits<'a> {
    file: &'a File,
    replaced: Vec<(Range<usize>, String)>,
    added: Vec<String>,
}

impl<'a> Edits<'a> {
    pub(in crate::draft) fn new(file: &'a File) -> Self {
        Self { file, replaced: Vec::new(), added: Vec::new() }
    }

    /// Sets a key to a value in TOML.
    pub(in crate::draft) fn set(&mut self, key: &str, value: &str) {
        let text = self.file.source.text();
        match self.file.values.get(key) {
            Some(range) => {
                let written = text.get(range.clone()).unwrap_or_default();
                if is_inline(text, range) && written != value {
                    self.replaced.push((range.clone(), value.to_owned()));
                }
            }
            None => self.added.push(format!("{key} = {value}")),
        }
    }

    /// The bytes of the header, between its fences.
    fn range(&self) -> Range<usize> {
        self.file.header_range.clone().unwrap_or_default()
    }

    /// The file with these changes, down to the end of its header.
    pub(in crate::draft) fn header(&self) -> String {
        let text = self.file.source.text();
        let Range { start, end } = self.range();
        // A byte order mark must be at the very beginning of the header; after it, it is not TOML.
        let start = after_mark(text, start);
        let mut replaced: Vec<&(Range<usize>, String)> = self.replaced.iter().collect();
        replaced.sort_by_key(|(range, _)| range.start);
        let newline = self.newline();
        let mut header = text.get(..start).unwrap_or_default().to_owned();
        // New keys come first: after a table they would belong to it.
        for line in &self.added {
            header.push_str(line);
            header.push_str(newline);
        }
        let mut from = start;
        for (range, value) in replaced {
            header.push_str(text.get(from..range.start).unwrap_or_default());
            header.push_str(value);
            from = range.end;
        }
        header.push_str(text.get(from..end).unwrap_or_default());
        header
    }

    /// The file with these changes and its own text.
    pub(in crate::draft) fn finish(&self) -> String {
        let end = self.range().end;
        self.header() + self.file.source.text().get(end..).unwrap_or_default()
    }

    /// The file with these changes and another text.
    pub(in crate::draft) fn with_body(&self, body: &str) -> String {
        let newline = self.newline();
        let text = self.file.source.text();
        let end = self.range().end;
        let fence =
            text.get(end..self.file.body.start).unwrap_or(FENCE).trim_end_matches(['\r', '\n']);
        let body = if newline == "\n" { body.to_owned() } else { body.replace('\n', newline) };
        format!("{}{fence}{newline}{body}", self.header())
    }

    fn newline(&self) -> &'static str {
        let text = self.file.source.text();
        if text.split_once('\n').is_some_and(|(first, _)| first.ends_with('\r')) {
            "\r\n"
        } else {
            "\n"
        }
    }
}

/// The author's keys in the header of a pending file that is about to be deleted; the draft gets
/// those that it lacks. `None` where one of them cannot be moved, such as a table.
pub(in crate::draft) fn take_over(header: &mut Edits<'_>, pending: &File) -> Option<()> {
    for key in pending.values.keys() {
        let generated = key == "status" || GENERATED.contains(&key.as_str());
        if !generated && !header.file.values.contains_key(key) {
            header.added.push(statement(pending, key)?.to_owned());
        }
    }
    Some(())
}

/// The whole `KEY = VALUE` of a key in a header.
fn statement<'t>(file: &'t File, key: &str) -> Option<&'t str> {
    let text = file.source.text();
    let value = file.values.get(key)?;
    let line = text.get(..value.start)?.rfind('\n').map_or(0, |at| at + 1);
    let written = text.get(line..value.end)?;
    let whole: toml::Table = text.get(file.header_range.clone()?)?.parse().ok()?;
    let alone: toml::Table = written.parse().ok()?;
    (alone.len() == 1 && alone.get(key) == whole.get(key)).then_some(written)
}
