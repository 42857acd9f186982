//! Where a cursor is among the keys and values of front matter, a draft's header or a TOML file.
//!
//! The text is being written, so nothing here expects that it can be parsed.

use crate::post::front_matter::Format;

/// The place of a cursor.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Cursor {
    /// The keys of the tables and lists that it is in, the outermost first.
    pub path: Vec<String>,
    /// The key whose value is written here.
    pub key: Option<String>,
    /// Whether an item of the list at the end of the path is written here.
    pub is_item: bool,
    /// The quotation mark of the text that it is in.
    pub quote: Option<char>,
}

impl Cursor {
    /// The place at the end of a text, which is everything of this format above the cursor.
    pub(super) fn at_end(text: &str, format: Format) -> Self {
        let mut scan = Scan {
            format,
            keys: Vec::new(),
            table: Vec::new(),
            open: Vec::new(),
            key: None,
            word: String::new(),
            quote: None,
            is_item: false,
            block: None,
        };
        for line in text.split_inclusive(['\n', '\r']) {
            scan.line(line.trim_end_matches(['\n', '\r']), !line.ends_with(['\n', '\r']));
        }
        if text.is_empty() || text.ends_with(['\n', '\r']) {
            scan.line("", true);
        }
        scan.end()
    }
}

/// A bracket that is open.
struct Open {
    /// The key whose value it begins.
    key: Option<String>,
    is_list: bool,
}

struct Scan {
    format: Format,
    /// YAML: the keys above that a deeper line belongs to, with their columns.
    keys: Vec<(usize, String)>,
    /// TOML: the table.
    table: Vec<String>,
    open: Vec<Open>,
    /// The key whose value is read, in the innermost bracket.
    key: Option<String>,
    /// What was read since the last sign.
    word: String,
    /// What ends the quoted text.
    quote: Option<&'static str>,
    /// YAML: whether the line begins an item of a list.
    is_item: bool,
    /// YAML: the column of a key whose value is the deeper lines below it.
    block: Option<usize>,
}

impl Scan {
    fn line(&mut self, line: &str, is_last: bool) {
        let mut rest = line;
        let mut column = 0;
        if self.open.is_empty() && self.quote.is_none() {
            let blank = line.trim().is_empty();
            column = line.len() - line.trim_start().len();
            if blank && !is_last || self.block.is_some_and(|key| column > key) {
                return;
            }
            (self.key, self.is_item, self.block) = (None, false, None);
            self.word.clear();
            match self.format {
                Format::Yaml => {
                    rest = line.trim_start();
                    (rest, column) = self.items(rest, column);
                }
                Format::Toml if line.trim_start().starts_with('[') => {
                    let name = line.split('#').next().unwrap_or_default().trim();
                    let keys = name.trim_matches(['[', ']']).split('.');
                    self.table = keys.map(unquoted).collect();
                    return;
                }
                _ => {}
            }
        }
        self.signs(rest);
        if is_last {
            return;
        }
        if self.quote.is_some_and(|quote| quote.len() == 1) {
            // It was never closed: more likely than a text of several lines.
            self.quote = None;
        }
        if let (Format::Yaml, true, Some(key)) = (self.format, self.open.is_empty(), &self.key) {
            self.block = self.word.trim_start().starts_with(['|', '>']).then_some(column);
            self.keys.push((column, key.clone()));
        }
    }

    /// Steps over the dashes at the beginning of a line of YAML, and leaves the tables that end above it.
    fn items<'l>(&mut self, mut line: &'l str, mut column: usize) -> (&'l str, usize) {
        let leave = |keys: &mut Vec<(usize, String)>, column, is_item| {
            keys.retain(|(key, _)| *key < column || is_item && *key == column);
        };
        loop {
            let item =
                line.strip_prefix('-').filter(|rest| rest.is_empty() || rest.starts_with(' '));
            leave(&mut self.keys, column, item.is_some());
            let Some(rest) = item else { return (line, column) };
            self.is_item = true;
            column += line.len() - rest.trim_start().len();
            line = rest.trim_start();
        }
    }

    fn signs(&mut self, line: &str) {
        let mut rest = line;
        while let Some(c) = rest.chars().next() {
            let after = &rest[c.len_utf8()..];
            if let Some(quote) = self.quote {
                if let Some(closed) = rest.strip_prefix(quote) {
                    self.quote = None;
                    rest = closed;
                } else {
                    self.word.push(c);
                    let mut after = after.chars();
                    if c == '\\' && quote.starts_with('"') {
                        after.next();
                    }
                    rest = after.as_str();
                }
                continue;
            }
            rest = after;
            let is_start = self.word.trim().is_empty();
            let in_list = self.open.last().is_some_and(|open| open.is_list);
            match c {
                _ if self.format == Format::Header => self.header(c),
                '"' | '\'' if is_start => {
                    let long = match c {
                        '"' => "\"\"\"",
                        _ => "'''",
                    };
                    let is_long = self.format == Format::Toml && after.starts_with(&long[1..]);
                    self.quote = Some(if is_long { long } else { &long[..1] });
                    rest = if is_long { &after[2..] } else { after };
                    self.word.clear();
                }
                '#' if self.format == Format::Toml
                    || is_start
                    || self.word.ends_with([' ', '\t']) =>
                {
                    return;
                }
                '[' | '{' if is_start => {
                    let key = self.key.take();
                    self.open.push(Open { key, is_list: c == '[' });
                    self.word.clear();
                }
                ']' | '}' if !self.open.is_empty() => {
                    self.key = self.open.pop().and_then(|open| open.key);
                    self.word.clear();
                }
                ',' if !self.open.is_empty() => {
                    self.key = None;
                    self.word.clear();
                }
                '=' if self.format == Format::Toml => self.sign(in_list),
                ':' if self.format == Format::Json
                    || self.format == Format::Yaml
                        && after.chars().next().is_none_or(char::is_whitespace) =>
                {
                    self.sign(in_list);
                }
                _ => self.word.push(c),
            }
        }
    }

    /// A line's first colon ends its key.
    fn header(&mut self, c: char) {
        if c == ':' && self.key.is_none() {
            self.sign(false);
        } else {
            self.word.push(c);
        }
    }

    /// A sign between a key and its value.
    fn sign(&mut self, in_list: bool) {
        if self.key.is_none() && !in_list {
            self.key = Some(std::mem::take(&mut self.word).trim().to_owned());
        }
    }

    fn end(self) -> Cursor {
        let in_list = self.open.last().map(|open| open.is_list);
        let outer = self.keys.into_iter().map(|(_, key)| key).chain(self.table);
        let mut path: Vec<String> =
            outer.chain(self.open.into_iter().filter_map(|open| open.key)).collect();
        let mut key = self.key;
        if let (Format::Toml, Some(dotted)) = (self.format, &key)
            && let Some((tables, last)) = dotted.rsplit_once('.')
        {
            path.extend(tables.split('.').map(unquoted));
            key = Some(unquoted(last));
        }
        Cursor {
            is_item: key.is_none() && in_list.unwrap_or(self.is_item),
            path,
            key,
            quote: self.quote.and_then(|quote| quote.chars().next()),
        }
    }
}

fn unquoted(key: &str) -> String {
    key.trim().trim_matches(['"', '\'']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::Cursor;
    use crate::post::front_matter::Format;

    #[test]
    fn the_place_of_a_cursor() {
        use Format::{Header, Json, Toml, Yaml};
        // Path, then the key of the value; `-` at an item, and the quotation mark that is open.
        for (format, text, wanted) in [
            (Yaml, "", ""),
            (Yaml, "ti", ""),
            (Yaml, "title: A", "title:"),
            (Yaml, "title: 'A: b", "title: '"),
            (Yaml, "title: Don't\nda", ""),
            (Yaml, "title: \"never closed\ndate: ", "date:"),
            (Yaml, "tags: [a, ", "tags -"),
            (Yaml, "tags: [a, \"b", "tags - \""),
            (Yaml, "tags: [a,\n  b, ", "tags -"),
            (Yaml, "tags: [a]\n", ""),
            (Yaml, "tags:\n  - a\n  - ", "tags -"),
            (Yaml, "tags:\n- a\n- ", "tags -"),
            (Yaml, "event: { name: X, pl", "event"),
            (Yaml, "event: { name: X, place: ", "event place:"),
            (Yaml, "event:\n  name: X\n  ", "event"),
            (Yaml, "event:\n  name: X\n", ""),
            (Yaml, "sessions:\n  - ", "sessions -"),
            (Yaml, "sessions:\n  - speakers: [A]\n    ti", "sessions"),
            (Yaml, "sessions:\n  - speakers: [A, ", "sessions speakers -"),
            (Yaml, "sessions:\n- speakers:\n  - ", "sessions speakers -"),
            (Yaml, "sessions:\n- speakers:\n  - A\n  title: ", "sessions title:"),
            (Yaml, "sessions:\n- {speakers: [A], ", "sessions"),
            (Yaml, "summary: |\n  event:\n    name: x\n", ""),
            (Yaml, "summary: |\r\n  event:\r\n", ""),
            (Yaml, "a: b # c: [d\ne", ""),
            (Yaml, "a: C#\nb: ", "b:"),
            (Toml, "title = \"A\"\nta", ""),
            (Toml, "tags = [\"a\", ", "tags -"),
            (Toml, "tags = [\n  \"a\", # [b\n  \"", "tags - \""),
            (Toml, "[taxonomies]\ntags = [", "taxonomies tags -"),
            (Toml, "[extra.event]\npla", "extra event"),
            (Toml, "[[sessions]]\nspeakers = [\"A\"]\nti", "sessions"),
            (Toml, "[[sessions]]\nspeakers = [\"A\", \"", "sessions speakers - \""),
            (Toml, "event = { name = \"X\", ", "event"),
            (Toml, "extra.event.place = ", "extra event place:"),
            (Toml, "summary = \"\"\"\n[a]\nb = \"c\"\n\"\"\"\n", ""),
            (Toml, "summary = '''\n[a]\n", "summary: '"),
            (Toml, "a = \"\\\"b", "a: \""),
            (Json, "{\n  \"title\": \"A\",\n  \"", " \""),
            (Json, "{\"tags\": [\"a\", ", "tags -"),
            (Json, "{\"sessions\": [{\"speakers\": [\"", "sessions speakers - \""),
            (Json, "{\"sessions\": [{\"title\": \"A\"}, {", "sessions"),
            (Header, "Title: A: b\nTags: ", "Tags:"),
            (Header, "Title: \"A\nT", ""),
        ] {
            let at = Cursor::at_end(text, format);
            let key = at.key.map(|key| key + ":");
            let item = at.is_item.then(|| "-".to_owned());
            let quote = at.quote.map(String::from);
            let found: Vec<String> =
                at.path.into_iter().chain(key).chain(item).chain(quote).collect();
            assert_eq!(found.join(" "), wanted.trim_start(), "{text:?}");
        }
    }
}
