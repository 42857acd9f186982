//! JSON: one object at the top of the post.

use jsonc_parser::ast::{ObjectPropName, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::errors::ParseErrorKind;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use std::borrow::Cow;
use std::ops::Range;

use super::{Data, Fault, FaultKind, Kind, Node, Pair, Values};

/// Parses `text`, which starts at byte `offset` of the source.
pub(super) fn parse(text: &str, offset: usize) -> Values<'_> {
    let strict = ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    let mut faults = Vec::new();
    match parse_to_ast(text, &CollectOptions::default(), &strict) {
        Ok(result) => {
            let pairs = match result.value.map(|value| node(value, offset, &mut faults)) {
                Some(Node { data: Data::Table(pairs), .. }) => pairs,
                Some(node) => {
                    faults.push(Fault { range: node.range, kind: FaultKind::NoKeys });
                    Vec::new()
                }
                None => Vec::new(),
            };
            Values { pairs, faults }
        }
        Err(error) => {
            let range = error.range();
            let range = offset + range.start.min(text.len())..offset + range.end.min(text.len());
            let words = error.kind().to_string();
            let fault = if words.contains("depth") {
                Fault::bomb(range, "it is nested more than 512 deep")
            } else {
                let message = format!("the front matter is not JSON: {words}");
                Fault::syntax(range, message, Some(help(error.kind()).to_owned()))
            };
            Values { pairs: Vec::new(), faults: vec![fault] }
        }
    }
}

/// The help for the place where the parser stopped.
fn help(kind: &ParseErrorKind) -> &'static str {
    match kind {
        ParseErrorKind::CommentsNotAllowed | ParseErrorKind::UnterminatedCommentBlock => {
            "JSON has no comments: remove it"
        }
        ParseErrorKind::TrailingCommasNotAllowed => "remove the comma after the last key or value",
        ParseErrorKind::ExpectedComma => {
            "write a comma after each key's value but the last: `\"title\": \"…\",`"
        }
        ParseErrorKind::UnterminatedArray => "close the list with `]`",
        ParseErrorKind::UnterminatedObject => "close the object with `}` on a line of its own",
        ParseErrorKind::SingleQuotedStringsNotAllowed
        | ParseErrorKind::ExpectedStringObjectProperty
        | ParseErrorKind::UnexpectedWord
        | ParseErrorKind::String(_) => {
            "keys and text must be between `\"`, on one line, with `\\\"` for a quote: `\"title\": \"…\"`"
        }
        _ => {
            "write each key as `\"title\": \"…\"`, with commas between them, `{` before the first and `}` after the last"
        }
    }
}

/// Recursion ends at the parser's own depth limit of 512.
fn node<'a>(value: Value<'a>, offset: usize, faults: &mut Vec<Fault>) -> Node<'a> {
    let range = shift(value.range(), offset);
    let data = match value {
        Value::StringLit(text) => Data::Scalar(text.value, Kind::Text),
        Value::NumberLit(number) => Data::Scalar(Cow::Borrowed(number.value), Kind::Number),
        Value::BooleanLit(truth) => {
            let written = if truth.value { "true" } else { "false" };
            Data::Scalar(Cow::Borrowed(written), Kind::Bool(truth.value))
        }
        Value::NullKeyword(_) => Data::Scalar(Cow::Borrowed(""), Kind::Null),
        Value::Array(array) => {
            Data::List(array.elements.into_iter().map(|item| node(item, offset, faults)).collect())
        }
        Value::Object(object) => {
            let mut pairs = object
                .properties
                .into_iter()
                .map(|property| {
                    let key_range = shift(property.name.range(), offset);
                    let key = match property.name {
                        ObjectPropName::String(name) => name.value,
                        ObjectPropName::Word(word) => Cow::Borrowed(word.value),
                    };
                    Pair { key, key_range, value: node(property.value, offset, faults) }
                })
                .collect();
            super::settle_duplicates(&mut pairs, faults);
            Data::Table(pairs)
        }
    };
    Node { range, data }
}

fn shift(range: jsonc_parser::common::Range, offset: usize) -> Range<usize> {
    range.start + offset..range.end + offset
}
