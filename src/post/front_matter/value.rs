//! The value tree of every front matter format.

use std::borrow::Cow;
use std::ops::Range;

/// A value and its bytes in the post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node<'a> {
    /// Bytes of the post's source.
    pub range: Range<usize>,
    /// The value.
    pub data: Data<'a>,
}

/// A value of a front matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Data<'a> {
    /// Text, a number, a date, a boolean or nothing.
    Scalar(Cow<'a, str>, Kind),
    /// A list.
    List(Vec<Node<'a>>),
    /// Keys with values in the order of the text.
    Table(Vec<Pair<'a>>),
}

/// The type of a scalar in its format. The text is kept, so that `title: 2020` is a title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// A number.
    Number,
    /// `true` or `false`.
    Bool(bool),
    /// A date of the format itself (TOML).
    Date,
    /// No value.
    Null,
}

/// A key and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair<'a> {
    /// The key, unescaped.
    pub key: Cow<'a, str>,
    /// Bytes of the key.
    pub key_range: Range<usize>,
    /// Its value.
    pub value: Node<'a>,
}

impl<'a> Pair<'a> {
    /// A pair without a position: it is in no post.
    pub fn unplaced(key: impl Into<Cow<'a, str>>, value: Node<'a>) -> Self {
        Self { key: key.into(), key_range: 0..0, value }
    }
}

impl<'a> Node<'a> {
    /// A table without a position: it is in no post.
    pub fn unplaced(pairs: Vec<Pair<'a>>) -> Self {
        Self { range: 0..0, data: Data::Table(pairs) }
    }

    /// Text at `range`.
    pub fn text(range: Range<usize>, text: impl Into<Cow<'a, str>>) -> Self {
        Self { range, data: Data::Scalar(text.into(), Kind::Text) }
    }

    /// The scalar's text, whatever it is; `None` for lists, tables and no value.
    pub fn scalar(&self) -> Option<&str> {
        match &self.data {
            Data::Scalar(_, Kind::Null) | Data::List(_) | Data::Table(_) => None,
            Data::Scalar(text, _) => Some(text),
        }
    }

    /// Whether it is empty: no value, empty text, an empty list or table.
    pub fn is_empty(&self) -> bool {
        match &self.data {
            Data::Scalar(_, Kind::Null) => true,
            Data::Scalar(text, _) => text.trim().is_empty(),
            Data::List(items) => items.is_empty(),
            Data::Table(pairs) => pairs.is_empty(),
        }
    }

    /// The value of `key` in a table.
    pub fn get(&self, key: &str) -> Option<&Node<'a>> {
        match &self.data {
            Data::Table(pairs) => pairs.iter().find(|pair| pair.key == key).map(|pair| &pair.value),
            _ => None,
        }
    }

    /// The first scalar among the values of these keys in a table, on one line.
    pub(crate) fn first_line(&self, keys: &[&str]) -> Option<String> {
        keys.iter().find_map(|key| self.get(key)?.scalar()).map(one_line)
    }

    /// The items of a list; a single value is a list of one, no value an empty one.
    pub fn items(&self) -> &[Node<'a>] {
        match &self.data {
            Data::List(items) => items,
            Data::Scalar(_, Kind::Null) => &[],
            _ => std::slice::from_ref(self),
        }
    }

    /// The type of the value, for messages.
    pub fn what(&self) -> &'static str {
        match &self.data {
            Data::Scalar(_, Kind::Text) => "text",
            Data::Scalar(_, Kind::Number) => "a number",
            Data::Scalar(_, Kind::Bool(_)) => "a boolean",
            Data::Scalar(_, Kind::Date) => "a date",
            Data::Scalar(_, Kind::Null) => "empty",
            Data::List(_) => "a list",
            Data::Table(_) => "a table of keys",
        }
    }

    /// The same value, which borrows nothing.
    pub fn into_owned(self) -> Node<'static> {
        let data = match self.data {
            Data::Scalar(text, kind) => Data::Scalar(Cow::Owned(text.into_owned()), kind),
            Data::List(items) => Data::List(items.into_iter().map(Node::into_owned).collect()),
            Data::Table(pairs) => Data::Table(
                pairs
                    .into_iter()
                    .map(|pair| Pair {
                        key: Cow::Owned(pair.key.into_owned()),
                        key_range: pair.key_range,
                        value: pair.value.into_owned(),
                    })
                    .collect(),
            ),
        };
        Node { range: self.range, data }
    }
}

/// The text with every run of spaces and line ends as one space.
pub(crate) fn one_line(text: &str) -> String {
    let text = text.trim();
    if !text.contains(['\n', '\r', '\t']) && !text.contains("  ") {
        return text.to_owned();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
