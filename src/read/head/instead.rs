//! Help for a value of the wrong type: its own words, in the form that the key requires.

use super::Reader;
use crate::post::front_matter::{Data, Format, Node, one_line};
use crate::post::{date, rules};

/// The expected type of a value.
pub(super) enum Wanted<'a> {
    /// One text.
    Text,
    /// A list of texts.
    List,
    /// This text, the same in every format.
    Word(&'a str),
    /// Something that the value does not contain: advice in words.
    Advice(&'a str),
}

impl Reader<'_> {
    /// Reports a value of the wrong type, and how to set `key` to one of the right type.
    pub(super) fn wrong_type(
        &mut self,
        key: &str,
        node: &Node<'_>,
        kind: &str,
        wanted: &Wanted<'_>,
    ) {
        let mut words = Vec::new();
        scalars(node, &mut words);
        let line = |value: &str| self.write(key, value, value);
        let help = match wanted {
            Wanted::Advice(advice) => (*advice).to_owned(),
            Wanted::Word(word) => line(word),
            Wanted::Text | Wanted::List if words.is_empty() => {
                format!("write {kind}, or leave `{key}` out")
            }
            Wanted::Text => line(&self.quoted(&words.join(", "))),
            Wanted::List if self.format == Format::Header => line(&words.join(", ")),
            Wanted::List => {
                let quoted: Vec<String> = words.iter().map(|word| self.quoted(word)).collect();
                line(&format!("[{}]", quoted.join(", ")))
            }
        };
        let message = format!("`{key}` must be {kind}, but is {}", node.what());
        self.fault(&rules::WRONG_TYPE, &node.range, message, help);
    }

    /// Reports a list or a table in place of a date.
    pub(super) fn not_a_date(&mut self, key: &str, node: &Node<'_>) {
        let mut words = Vec::new();
        scalars(node, &mut words);
        let inner = words.iter().find(|word| date::parse(word).is_ok());
        let named = self.named.map(|day| day.to_string());
        let wanted = match inner.or(named.as_ref()) {
            Some(day) => Wanted::Word(&self.written_date(day)),
            None => Wanted::Advice("write year, month and day as YYYY-MM-DD"),
        };
        self.wrong_type(key, node, "a date", &wanted);
    }

    /// A text as a value in the front matter's format.
    pub(super) fn quoted(&self, text: &str) -> String {
        self.format.quoted(text)
    }

    /// A date in the front matter's format.
    pub(super) fn written_date(&self, date: &str) -> String {
        let bare = match self.format {
            Format::Yaml | Format::Header => true,
            // TOML has dates, but none without seconds or with a zone's name.
            Format::Toml => date.parse::<toml::value::Datetime>().is_ok(),
            Format::Json => false,
        };
        if bare { date.to_owned() } else { self.quoted(date) }
    }
}

/// Every text in a value, in the order of the post.
fn scalars(node: &Node<'_>, to: &mut Vec<String>) {
    match &node.data {
        Data::Scalar(..) => {
            let word = node.scalar().map(one_line).unwrap_or_default();
            if !word.is_empty() {
                to.push(word);
            }
        }
        Data::List(items) => items.iter().for_each(|item| scalars(item, to)),
        Data::Table(pairs) => pairs.iter().for_each(|pair| scalars(&pair.value, to)),
    }
}
