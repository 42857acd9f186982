//! Decodes references, and maps positions in decoded text back to the source.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::values::entities::named;

/// How deep entities may refer to one another.
const DEEPEST: usize = 4;

/// The most attributes of the internal subset that are recorded.
const MOST_ATTRIBUTES: usize = 256;

/// How many bytes entities may expand to in one document.
const BUDGET: usize = 1 << 20;

/// The entities that a document may use beside the five of XML.
#[derive(Debug)]
pub struct Entities<'a> {
    /// Names and replacement texts that the internal subset declares.
    pub declared: Vec<(&'a str, &'a str)>,
    /// Names of external entities, which are never fetched.
    pub external: Vec<&'a str>,
    /// Whether the document type declares the character entities of HTML.
    pub html: bool,
    /// Whether a parser that reads no other file does not know all declarations (XML 1.0, section 4.1,
    /// “Entity Declared”): there is an external subset or a reference to a parameter entity.
    pub incomplete: bool,
    /// The attributes that the internal subset declares, by element.
    pub attributes: BTreeMap<&'a str, Vec<Declared<'a>>>,
    /// How many declarations of attributes were read.
    declarations: usize,
    budget: AtomicUsize,
}

/// The declaration of an attribute in the internal subset.
#[derive(Debug)]
pub struct Declared<'a> {
    /// The attribute.
    pub name: &'a str,
    /// Its default, and where that is.
    pub value: Option<(&'a str, Range<usize>)>,
    /// Whether its type is another one than `CDATA`.
    pub tokens: bool,
}

impl Default for Entities<'_> {
    fn default() -> Self {
        Self {
            declared: Vec::new(),
            external: Vec::new(),
            html: false,
            incomplete: false,
            attributes: BTreeMap::new(),
            declarations: 0,
            budget: AtomicUsize::new(BUDGET),
        }
    }
}

impl<'a> Entities<'a> {
    /// The same entities for another text, with a budget of their own.
    #[must_use]
    pub fn again(&self) -> Entities<'a> {
        Entities {
            declared: self.declared.clone(),
            external: self.external.clone(),
            html: self.html,
            incomplete: self.incomplete,
            ..Entities::default()
        }
    }

    /// Records the declaration of an attribute; the first one counts (XML 1.0, section 3.3).
    pub(super) fn declare(&mut self, element: &'a str, one: Declared<'a>) {
        if self.incomplete || self.declarations == MOST_ATTRIBUTES {
            return;
        }
        self.declarations += 1;
        let own = self.attributes.entry(element).or_default();
        if own.iter().all(|other| other.name != one.name) {
            own.push(one);
        }
    }

    /// Whether `&name;` may be used.
    pub fn knows(&self, name: &str) -> bool {
        predefined(name).is_some()
            || self.declared.iter().any(|(known, _)| *known == name)
            || self.external.contains(&name)
            || (self.html && named(name).is_some())
    }

    /// Whether entities nest deeper than the limit, circles aside: entity bombs do, feeds do not.
    pub fn nest_too_deep(&self) -> bool {
        let mut deep: BTreeSet<&str> = self.declared.iter().map(|(name, _)| *name).collect();
        for round in 0.. {
            let refers = |value: &str| {
                let names = value.split('&').skip(1).filter_map(|rest| rest.split_once(';'));
                names.map(|(name, _)| name).any(|name| deep.contains(name))
            };
            let referring = self.declared.iter().filter(|(_, value)| refers(value));
            let deeper: BTreeSet<&str> = referring.map(|(name, _)| *name).collect();
            // What never ends is a circle.
            if deeper.len() == deep.len() {
                return false;
            }
            if round == DEEPEST {
                return true;
            }
            deep = deeper;
        }
        false
    }

    /// Appends the replacement of `&name;`; `false` where it is unknown.
    fn expand(&self, name: &str, out: &mut String, depth: usize) -> bool {
        if let Some(character) = predefined(name) {
            out.push(character);
            return true;
        }
        if let Some((_, value)) = self.declared.iter().find(|(known, _)| *known == name) {
            if depth >= DEEPEST || !self.spend(value.len()) {
                return false;
            }
            self.write(&replacement_text(value), out, depth + 1);
            return true;
        }
        // Where it is not defined, the character that HTML has is meant.
        let meant = named(name).filter(|_| !self.external.contains(&name));
        out.extend(meant);
        meant.is_some()
    }

    /// Takes `length` bytes from the budget; `false` where it does not suffice.
    pub(super) fn spend(&self, length: usize) -> bool {
        let left = self.budget.load(Ordering::Relaxed);
        self.budget.store(left.saturating_sub(length), Ordering::Relaxed);
        length <= left
    }

    fn write(&self, raw: &str, out: &mut String, depth: usize) {
        let mut rest = raw;
        while let Some(at) = memchr::memchr(b'&', rest.as_bytes()) {
            let (before, reference) = rest.split_at(at);
            out.push_str(before);
            let length = self.reference(reference, out, depth);
            rest = reference.get(length..).unwrap_or_default();
        }
        out.push_str(rest);
    }

    /// Appends the replacement of the reference at the beginning of `text` and returns its length.
    fn reference(&self, text: &str, out: &mut String, depth: usize) -> usize {
        match Reference::at(text) {
            Some(Reference::Character(character, length)) => {
                out.push(character);
                length
            }
            Some(Reference::Named(name, length)) => {
                if !self.expand(name, out, depth) {
                    out.push_str(text.get(..length).unwrap_or_default());
                }
                length
            }
            None => {
                out.push('&');
                1
            }
        }
    }
}

/// An entity's value with its character references replaced and all others kept (section 4.5).
pub(super) fn replacement_text(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find('&') {
        let (before, reference) = rest.split_at(at);
        text.push_str(before);
        let length = if let Some(Reference::Character(character, length)) = Reference::at(reference)
        {
            text.push(character);
            length
        } else {
            text.push('&');
            1
        };
        rest = reference.get(length..).unwrap_or_default();
    }
    text.push_str(rest);
    text
}

fn predefined(name: &str) -> Option<char> {
    Some(match name {
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "quot" => '"',
        "apos" => '\'',
        _ => return None,
    })
}

/// A reference as it is written, with its length in bytes.
pub(super) enum Reference<'t> {
    /// `&#38;` or `&#x26;`.
    Character(char, usize),
    /// `&amp;`.
    Named(&'t str, usize),
}

impl<'t> Reference<'t> {
    /// The reference at the beginning of `text`, which starts with an ampersand.
    pub(super) fn at(text: &'t str) -> Option<Self> {
        let body = text.strip_prefix('&')?;
        // These five make up nearly all of escaped HTML: saves a search.
        for (name, whole) in [("lt", "lt;"), ("gt", "gt;"), ("amp", "amp;"), ("quot", "quot;")] {
            if body.starts_with(whole) {
                return Some(Self::Named(name, whole.len() + 1));
            }
        }
        let end = body.bytes().take(64).position(|byte| byte == b';')?;
        let name = body.get(..end)?;
        if let Some(number) = name.strip_prefix('#') {
            let code = match number.strip_prefix('x') {
                Some(hex) if hex.bytes().all(|b| b.is_ascii_hexdigit()) => {
                    u32::from_str_radix(hex, 16).ok()?
                }
                None if number.bytes().all(|b| b.is_ascii_digit()) => number.parse().ok()?,
                _ => return None,
            };
            return allowed(code).map(|character| Self::Character(character, end + 2));
        }
        is_whole_name(name).then_some(Self::Named(name, end + 2))
    }
}

/// The character with this number, where XML 1.0 allows it (section 2.2).
fn allowed(code: u32) -> Option<char> {
    char::from_u32(code).filter(|character| {
        matches!(character, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
    })
}

/// Whether a name may start with this character (XML 1.0, 5th edition, production 4).
pub(super) fn is_name_start(character: char) -> bool {
    match character {
        'a'..='z' | 'A'..='Z' | '_' | ':' => true,
        '\0'..='\u{7f}' => false,
        other => matches!(
            other,
            '\u{c0}'..='\u{d6}'
                | '\u{d8}'..='\u{f6}'
                | '\u{f8}'..='\u{2ff}'
                | '\u{370}'..='\u{37d}'
                | '\u{37f}'..='\u{1fff}'
                | '\u{200c}'..='\u{200d}'
                | '\u{2070}'..='\u{218f}'
                | '\u{2c00}'..='\u{2fef}'
                | '\u{3001}'..='\u{d7ff}'
                | '\u{f900}'..='\u{fdcf}'
                | '\u{fdf0}'..='\u{fffd}'
                | '\u{10000}'..='\u{effff}'
        ),
    }
}

/// Whether a name may contain this character (production 4a).
pub(super) fn is_name(character: char) -> bool {
    is_name_start(character)
        || matches!(
            character,
            '0'..='9' | '-' | '.' | '\u{b7}' | '\u{300}'..='\u{36f}' | '\u{203f}'..='\u{2040}'
        )
}

/// The length of the name at the beginning of `text`; 0 where there is none.
pub(super) fn name_length(text: &str) -> usize {
    // Nearly all names consist of these.
    let plain = text
        .bytes()
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':'))
        .count();
    let next = text.as_bytes().get(plain);
    if plain > 0 && next.is_none_or(|byte| byte.is_ascii() && *byte != b'.') {
        return match text.as_bytes().first() {
            Some(b'0'..=b'9' | b'-') => 0,
            _ => plain,
        };
    }
    if !text.starts_with(is_name_start) {
        return 0;
    }
    text.find(|character| !is_name(character)).unwrap_or(text.len())
}

/// The length of what stands for a name in a tag, whether it is one or not.
pub(super) fn word_length(text: &str) -> usize {
    let length = name_length(text);
    let rest = text.as_bytes().get(length..).unwrap_or_default();
    let ends = |byte: &u8| b" \t\r\n>/<=\"'".contains(byte);
    length + rest.iter().position(ends).unwrap_or(rest.len())
}

/// Whether all of `text` is a name.
pub(super) fn is_whole_name(text: &str) -> bool {
    !text.is_empty() && name_length(text) == text.len()
}

/// Whether a name has at most one colon, with a name on both sides (Namespaces in XML, productions 4
/// and 7).
pub(super) fn is_qualified(name: &str) -> bool {
    prefix_length(name).is_some()
}

/// The length of a qualified name's prefix, 0 for a name without one.
pub(super) fn prefix_length(name: &str) -> Option<usize> {
    let mut begins = true;
    let mut prefix = 0;
    for (at, byte) in name.bytes().enumerate() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'_' => begins = false,
            b'0'..=b'9' | b'-' | b'.' if !begins => {}
            b':' if !begins && prefix == 0 => (prefix, begins) = (at, true),
            0x80.. => {
                let is_part = |part: &str| is_whole_name(part) && !part.contains(':');
                let (prefix, local) = name.split_once(':').unwrap_or(("", name));
                let is_prefix = is_part(prefix) || prefix.is_empty() && local.len() == name.len();
                return (is_prefix && is_part(local)).then_some(prefix.len());
            }
            _ => return None,
        }
    }
    (!begins).then_some(prefix)
}

/// White space of XML (production 3).
pub(super) fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\r' | '\n')
}

/// Character data with its references replaced.
pub(super) fn text(raw: &str, entities: &Entities<'_>) -> String {
    let mut out = String::with_capacity(raw.len());
    entities.write(raw, &mut out, 0);
    out
}

/// An attribute's value with its references replaced, and line ends and tabs as spaces.
pub(super) fn attribute<'a>(raw: &'a str, entities: &Entities<'_>) -> Cow<'a, str> {
    let plain = |b: u8| !matches!(b, b'&' | b'\t' | b'\n' | b'\r');
    if raw.bytes().all(plain) {
        return Cow::Borrowed(raw);
    }
    let spaced = raw.replace("\r\n", " ").replace(['\t', '\n', '\r'], " ");
    Cow::Owned(text(&spaced, entities))
}

/// The pieces of source that a decoded text consists of.
#[derive(Debug, Clone, Default)]
pub struct Place {
    stretches: Vec<(Range<usize>, bool)>,
    /// Where the next search starts: piece, position in the source, position in the decoded text.
    reached: (usize, usize, usize),
}

impl Place {
    /// Adds a piece of source; a verbatim one is not decoded.
    pub fn add(&mut self, range: Range<usize>, verbatim: bool) {
        if self.stretches.is_empty() {
            self.reached = (0, range.start, 0);
        }
        self.stretches.push((range, verbatim));
    }

    /// Where the decoded byte `offset` was written. Queries in rising order cost one pass in all.
    pub fn locate(&mut self, source: &str, entities: &Entities<'_>, offset: usize) -> usize {
        let (mut stretch, mut at, mut decoded) = self.reached;
        if offset < decoded {
            let start = self.stretches.first().map_or(0, |(range, _)| range.start);
            (stretch, at, decoded) = (0, start, 0);
        }
        let mut one = String::new();
        while let Some((range, verbatim)) = self.stretches.get(stretch) {
            let rest = source.get(at..range.end).unwrap_or_default();
            let plain = if *verbatim {
                rest.len()
            } else {
                memchr::memchr(b'&', rest.as_bytes()).unwrap_or(rest.len())
            };
            if offset - decoded < plain
                || (plain == rest.len() && self.stretches.len() == stretch + 1)
            {
                self.reached = (stretch, at, decoded);
                return at + (offset - decoded).min(plain);
            }
            at += plain;
            decoded += plain;
            if plain == rest.len() {
                stretch += 1;
                at = self.stretches.get(stretch).map_or(at, |(range, _)| range.start);
                continue;
            }
            one.clear();
            let length = entities.reference(rest.get(plain..).unwrap_or_default(), &mut one, 0);
            if offset < decoded + one.len().max(1) && !one.is_empty() {
                self.reached = (stretch, at, decoded);
                return at;
            }
            at += length;
            decoded += one.len();
        }
        at
    }
}
