//! A JSON document with positions.

use std::borrow::Cow;
use std::ops::Range;

use chrono::{DateTime, FixedOffset};
use jsonc_parser::ParseStringErrorKind::InvalidUnicodeEscapeSequence;
use jsonc_parser::common::Ranged;
use jsonc_parser::errors::ParseErrorKind;
use jsonc_parser::{CollectOptions, ParseOptions, ast, parse_to_ast};
use url::Url;

use super::encoding::{self, Mojibake};
use super::log::Log;
use super::rules::encoding::MANGLED_TEXT;
use super::rules::{dates, jsonfeed};
use super::shapes::Spot;
use super::values::date;

/// A value and its position.
#[derive(Debug)]
pub enum Value<'a> {
    /// A string, decoded.
    Text(Range<usize>, Cow<'a, str>),
    /// A number as written.
    Number(Range<usize>, &'a str),
    /// `true` or `false`.
    Boolean(Range<usize>),
    /// `null`.
    Null(Range<usize>),
    /// An array.
    Array(Range<usize>, Vec<Value<'a>>),
    /// An object.
    Object(Object<'a>),
}

/// An object.
#[derive(Debug)]
pub struct Object<'a> {
    /// From brace to brace.
    pub range: Range<usize>,
    /// The members, in order.
    pub members: Vec<Member<'a>>,
}

/// A member of an object.
#[derive(Debug)]
pub struct Member<'a> {
    /// Its name.
    pub name: Cow<'a, str>,
    /// Where the name is.
    pub name_range: Range<usize>,
    /// Its value.
    pub value: Value<'a>,
}

impl<'a> Object<'a> {
    /// Its opening brace.
    pub fn brace(&self) -> Range<usize> {
        self.range.start..self.range.start + 1
    }

    /// The value of the first member of that name.
    pub fn get(&self, name: &str) -> Option<&Value<'a>> {
        self.members.iter().find(|member| member.name == name).map(|member| &member.value)
    }

    /// The objects in the array of that name.
    pub fn objects(&self, name: &str) -> impl Iterator<Item = &Self> {
        let values = match self.get(name) {
            Some(Value::Array(_, values)) => values.as_slice(),
            _ => &[],
        };
        values.iter().filter_map(Value::object)
    }

    /// The string of that name.
    pub fn text(&self, name: &str) -> Option<&str> {
        match self.get(name) {
            Some(Value::Text(_, text)) => Some(text),
            _ => None,
        }
    }
}

impl<'a> Value<'a> {
    /// The object, where it is one.
    pub fn object(&self) -> Option<&Object<'a>> {
        match self {
            Self::Object(object) => Some(object),
            _ => None,
        }
    }

    /// Where it is.
    pub fn range(&self) -> Range<usize> {
        match self {
            Self::Text(range, _)
            | Self::Number(range, _)
            | Self::Boolean(range)
            | Self::Null(range)
            | Self::Array(range, _) => range.clone(),
            Self::Object(object) => object.range.clone(),
        }
    }

    /// Its type in words.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Text(..) => "a string",
            Self::Number(..) => "a number",
            Self::Boolean(_) => "`true` or `false`",
            Self::Null(_) => "`null`",
            Self::Array(..) => "an array",
            Self::Object(_) => "an object",
        }
    }
}

/// What a member holds.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    /// The version of the format.
    Version,
    /// A permanent id.
    Id,
    /// Any string.
    Text,
    /// A title: not blank, not HTML.
    Title,
    /// Plain text.
    Plain,
    /// The content as plain text.
    PlainContent,
    /// The content as HTML.
    Html,
    /// An absolute URL.
    Url,
    /// A date of RFC 3339.
    Date,
    /// A language tag.
    Language,
    /// A media type.
    MediaType,
    /// `true` or `false`.
    Boolean,
    /// A number of zero or more.
    Number,
    /// Strings.
    Tags,
    /// An object.
    Object(&'static Schema),
    /// Objects.
    List(&'static Schema),
}

/// What an object of the format may and must have.
pub(crate) struct Schema {
    /// What messages call it.
    pub label: &'static str,
    /// Its members.
    pub members: &'static [(&'static str, Kind)],
    /// The required ones.
    pub required: &'static [&'static str],
    /// Checks the object as a whole.
    pub after: Option<fn(&mut Feed<'_, '_>, &Object<'_>)>,
}

/// The validation of one document.
pub struct Feed<'a, 'l> {
    /// Where findings go.
    pub log: &'l mut Log<'a>,
    /// The document's URL.
    pub base: Option<&'l Url>,
    /// The time to compare with.
    pub now: Option<DateTime<FixedOffset>>,
    /// Whether texts need a check for mojibake.
    pub may_have_mojibake: bool,
}

impl Feed<'_, '_> {
    /// Reports mojibake.
    pub fn check_mojibake(&mut self, spot: &Spot, text: &str) {
        if let Some(found) = encoding::find_mojibake(text).filter(|_| self.may_have_mojibake) {
            spot.report(self.log, &MANGLED_TEXT, found.message()).help(Mojibake::HELP);
        }
    }

    /// Reports a date that is hardly intended.
    pub fn check_plausible(&mut self, spot: &Spot, instant: DateTime<FixedOffset>, text: &str) {
        if let Some(message) = date::implausible(instant, self.now) {
            spot.report(self.log, &dates::IMPLAUSIBLE_DATE, message)
                .value(text)
                .help("write the date at which the item was published or changed");
        }
    }
}

/// Parses the log's source; reports what is not JSON and reads it as it was most likely meant.
pub(crate) fn read<'a>(log: &mut Log<'a>) -> Option<Value<'a>> {
    let whole = log.text();
    let text = whole.strip_prefix('\u{feff}').unwrap_or(whole);
    let mark = whole.len() - text.len();
    if mark > 0 {
        let message = "a JSON file must have no byte order mark";
        log.report(&jsonfeed::BYTE_ORDER_MARK, 0..mark, message)
            .help("save the file as UTF-8 without one")
            .fix("remove the byte order mark", 0..mark, "");
    }
    let collect = CollectOptions::default();
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
    let value = match parse_to_ast(text, &collect, &strict) {
        Ok(result) => result.value,
        Err(error) => {
            let range = error.range();
            let range = range.start + mark..range.end + mark;
            let message = match error.kind() {
                ParseErrorKind::NestingDepthExceeded => {
                    "values are nested too deep here".to_owned()
                }
                ParseErrorKind::String(InvalidUnicodeEscapeSequence(_)) => {
                    "this is not JSON: this escape is half of a surrogate pair".to_owned()
                }
                other => format!("this is not JSON: {}", other.to_string().to_lowercase()),
            };
            log.report(&jsonfeed::SYNTAX, range, message).help(correction(error.kind()));
            parse_to_ast(text, &collect, &ParseOptions::default()).ok()?.value
        }
    };
    forbidden_characters(log, mark);
    value.map(|value| convert(value, mark))
}

/// What to do about a syntax error.
fn correction(error: &ParseErrorKind) -> &'static str {
    match error {
        ParseErrorKind::CommentsNotAllowed | ParseErrorKind::UnterminatedCommentBlock => {
            "remove the comment"
        }
        ParseErrorKind::TrailingCommasNotAllowed | ParseErrorKind::UnexpectedComma => {
            "remove the comma"
        }
        ParseErrorKind::SingleQuotedStringsNotAllowed | ParseErrorKind::UnexpectedWord => {
            "write it in double quotes; only `true`, `false`, `null` and numbers have none"
        }
        ParseErrorKind::ExpectedStringObjectProperty => "write the name in double quotes",
        ParseErrorKind::ExpectedColonAfterObjectKey => "write `:` behind the name",
        ParseErrorKind::ExpectedObjectValue => "write a value behind `:`",
        ParseErrorKind::ExpectedComma => {
            "write a comma between two values; a number must not begin with another `0`"
        }
        ParseErrorKind::BareDecimalPointNumbersNotAllowed
        | ParseErrorKind::ExpectedDigit
        | ParseErrorKind::ExpectedDigitFollowingNegativeSign
        | ParseErrorKind::ExpectedPlusMinusOrDigitInNumberLiteral
        | ParseErrorKind::HexadecimalNumbersNotAllowed
        | ParseErrorKind::NonFiniteNumbersNotAllowed
        | ParseErrorKind::UnaryPlusNumbersNotAllowed => "write a number like `12`, `-0.5` or `1e3`",
        ParseErrorKind::UnterminatedArray => "close it with `]`",
        ParseErrorKind::UnterminatedObject => "close it with `}`",
        ParseErrorKind::MultipleRootJsonValues => "remove what follows the first value",
        ParseErrorKind::NestingDepthExceeded => "write fewer levels",
        ParseErrorKind::String(InvalidUnicodeEscapeSequence(_)) => {
            "write the character itself, or both halves as in `\\ud83d\\ude00`"
        }
        ParseErrorKind::String(_) => {
            "end the text with `\"`, and write each backslash in it as `\\\\`"
        }
        ParseErrorKind::UnexpectedTokenInObject => "write a name in double quotes",
        ParseErrorKind::UnexpectedCloseBrace | ParseErrorKind::UnexpectedCloseBracket => {
            "remove it, or write the value before it"
        }
        _ => "write text in double quotes, a number, `true`, `false` or `null`",
    }
}

/// Reports characters that the parser accepts against RFC 8259, sections 2 and 7: raw control
/// characters in strings, and Unicode white space between tokens.
fn forbidden_characters(log: &mut Log<'_>, from: usize) {
    let text = log.text();
    let bytes = text.as_bytes();
    let mut at = from;
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        let quote = memchr::memchr(b'"', rest).map_or(bytes.len(), |found| at + found);
        forbidden_between(log, text, at..quote);
        let mut end = quote + 1;
        while let Some(found) = bytes.get(end..).and_then(|rest| memchr::memchr2(b'"', b'\\', rest))
        {
            end += found;
            if bytes.get(end) == Some(&b'"') {
                break;
            }
            end += 2;
        }
        let inside = quote + 1..end.min(bytes.len());
        let is_control = |byte: &u8| *byte < 0x20;
        if bytes.get(inside.clone()).is_some_and(|bytes| bytes.iter().any(is_control)) {
            forbidden_within(log, text, inside);
        }
        at = end + 1;
    }
}

fn forbidden_between(log: &mut Log<'_>, text: &str, range: Range<usize>) {
    for (at, character) in text.get(range.clone()).unwrap_or_default().char_indices() {
        if matches!(character, ' '..='~' | '\t' | '\n' | '\r') {
            continue;
        }
        let at = range.start + at;
        let code = u32::from(character);
        let message = format!("the character U+{code:04X} must not stand between values");
        log.report(&jsonfeed::SYNTAX, at..at + character.len_utf8(), message).help("remove it");
    }
}

fn forbidden_within(log: &mut Log<'_>, text: &str, range: Range<usize>) {
    let bytes = text.as_bytes().get(range.clone()).unwrap_or_default();
    for (at, byte) in bytes.iter().enumerate().filter(|(_, byte)| **byte < 0x20) {
        let at = range.start + at;
        let message = format!("a string must not contain the raw control character U+{byte:04X}");
        log.report(&jsonfeed::SYNTAX, at..at + 1, message).help(format!("write `\\u{byte:04x}`"));
    }
}

fn range(ranged: &impl Ranged, shift: usize) -> Range<usize> {
    let range = ranged.range();
    range.start + shift..range.end + shift
}

/// The parser limits the depth, which bounds this recursion too.
fn convert(value: ast::Value<'_>, shift: usize) -> Value<'_> {
    match value {
        ast::Value::StringLit(text) => Value::Text(range(&text, shift), text.value),
        ast::Value::NumberLit(number) => Value::Number(range(&number, shift), number.value),
        ast::Value::BooleanLit(flag) => Value::Boolean(range(&flag, shift)),
        ast::Value::NullKeyword(null) => Value::Null(range(&null, shift)),
        ast::Value::Array(array) => {
            let at = range(&array, shift);
            Value::Array(
                at,
                array.elements.into_iter().map(|element| convert(element, shift)).collect(),
            )
        }
        ast::Value::Object(object) => {
            let at = range(&object, shift);
            let members = object
                .properties
                .into_iter()
                .map(|member| {
                    let (name_range, name) = match member.name {
                        ast::ObjectPropName::String(text) => (range(&text, shift), text.value),
                        ast::ObjectPropName::Word(word) => {
                            (range(&word, shift), Cow::Borrowed(word.value))
                        }
                    };
                    Member { name, name_range, value: convert(member.value, shift) }
                })
                .collect();
            Value::Object(Object { range: at, members })
        }
    }
}

/// Maps positions in a decoded string back to the source.
#[derive(Debug)]
pub(crate) struct Place {
    /// Where the string ends in the source.
    end: usize,
    /// The place in the source, and the same place in the decoded string.
    at: usize,
    decoded: usize,
}

impl Place {
    /// The string at `range`, quotes included.
    pub(crate) fn new(range: Range<usize>) -> Self {
        Self { end: range.end.saturating_sub(1), at: range.start + 1, decoded: 0 }
    }

    /// Where the decoded byte `offset` was written. Queries in rising order cost one pass in all.
    pub(crate) fn locate(&mut self, source: &str, offset: usize) -> usize {
        while self.decoded < offset && self.at < self.end {
            let rest = source.get(self.at..self.end).unwrap_or_default();
            let plain = memchr::memchr(b'\\', rest.as_bytes()).unwrap_or(rest.len());
            if plain > 0 {
                let step = plain.min(offset - self.decoded);
                self.at += step;
                self.decoded += step;
                continue;
            }
            let hex = |from: usize| {
                rest.get(from..from + 4).and_then(|digits| u32::from_str_radix(digits, 16).ok())
            };
            // The bytes of an escape, and of what it stands for.
            let (written, length) = match rest.as_bytes().get(1) {
                Some(b'u') => match hex(2) {
                    Some(high)
                        if (0xd800..0xdc00).contains(&high) && rest.get(6..8) == Some("\\u") =>
                    {
                        (12, 4)
                    }
                    Some(code) => (6, char::from_u32(code).map_or(3, char::len_utf8)),
                    None => (2, 1),
                },
                _ => (2, 1),
            };
            if self.decoded + length > offset {
                break;
            }
            self.at += written;
            self.decoded += length;
        }
        self.at
    }
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn places_behind_escapes() {
        let source = r#""a\n\u00e9\ud83d\ude00b""#;
        let mut place = Place::new(0..source.len());
        assert_eq!([0, 1, 2, 4, 8].map(|at| place.locate(source, at)), [1, 2, 4, 10, 22]);
    }
}
