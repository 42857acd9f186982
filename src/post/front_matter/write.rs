//! Writes a front matter.

use std::fmt::Write as _;

use super::Format;

/// The lines of a front matter.
#[derive(Debug)]
pub(crate) struct Lines {
    format: Format,
    /// By their table; `""`, the top, is the first.
    tables: Vec<(&'static str, String)>,
}

impl Lines {
    /// Those of an empty front matter.
    pub(crate) fn new(format: Format) -> Self {
        Self { format, tables: vec![("", String::new())] }
    }

    /// Adds a line to a table.
    pub(crate) fn push(&mut self, table: &'static str, line: &str) {
        match self.tables.iter_mut().find(|(own, _)| *own == table) {
            Some((_, lines)) => lines.extend([line, "\n"]),
            None => self.tables.push((table, format!("{line}\n"))),
        }
    }

    /// The front matter with its delimiters.
    pub(crate) fn finish(self) -> String {
        let fence = match self.format {
            Format::Header => "",
            Format::Toml => "+++\n",
            Format::Yaml | Format::Json => "---\n",
        };
        let mut out = fence.to_owned();
        for (table, lines) in self.tables {
            if !table.is_empty() {
                out.extend(["[", table, "]\n"]);
            }
            out += &lines;
        }
        out + fence
    }
}

impl Format {
    /// A text as a value.
    pub(crate) fn quoted(self, text: &str) -> String {
        match self {
            Self::Header => text.to_owned(),
            Self::Yaml | Self::Toml | Self::Json => quoted(text),
        }
    }
}

/// A quoted text that YAML, TOML and JSON read alike.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
