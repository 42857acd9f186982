//! The front matter that most posts have: keys at the start of their lines, each with one scalar
//! or a list of scalars.
//!
//! Whatever else YAML can say is left to the parser: this reader takes a text only where it is
//! sure to say the same, and a test holds the two against each other.

use std::borrow::Cow;

use super::super::{Data, Node, Pair, has_duplicate};
use super::plain_kind;

/// More lines than this are left to the parser, which counts values.
const MOST_LINES: usize = 500;

/// The pairs of a flat front matter that starts at byte `offset` of the source; `None` where the
/// parser has to read it.
pub(super) fn parse(text: &str, offset: usize) -> Option<Vec<Pair<'_>>> {
    let mut pairs: Vec<Pair<'_>> = Vec::new();
    let mut lines = Lines { text, at: 0 };
    while let Some((start, line)) = lines.next() {
        let (key, value) = key(line)?;
        let key_range = offset + start..offset + start + key.len();
        let at = start + line.len() - value.len();
        let node = if value.is_empty() {
            list(&mut lines, offset)?
        } else if value.starts_with('[') {
            flow(value, offset + at)?
        } else {
            scalar(value, offset + at)?
        };
        pairs.push(Pair {
            key: Cow::Borrowed(key),
            key_range,
            value: node,
        });
    }
    let fits = !pairs.is_empty() && pairs.len() <= MOST_LINES && !has_duplicate(&pairs);
    fits.then_some(pairs)
}

/// The lines of a text without white space at their ends, and where they start.
struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Lines<'a> {
    fn peek(&self) -> Option<&'a str> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        rest.split('\n').next()
    }

    fn next(&mut self) -> Option<(usize, &'a str)> {
        let line = self.peek()?;
        let start = self.at;
        self.at = (start + line.len() + 1).min(self.text.len());
        Some((start, line.trim_end_matches(' ')))
    }
}

/// The key of a line and what stands behind its colon.
fn key(line: &str) -> Option<(&str, &str)> {
    let length = line
        .bytes()
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
        .count();
    let (key, rest) = line.split_at_checked(length)?;
    let value = rest.strip_prefix(':')?;
    let is_key = key.starts_with(|c: char| c.is_ascii_alphabetic()) && key.len() < 100;
    let parted = value.is_empty() || value.starts_with(' ');
    (is_key && parted).then(|| (key, value.trim_start_matches(' ')))
}

/// The items of the lines that follow, each behind a dash in the same column.
fn list<'a>(lines: &mut Lines<'a>, offset: usize) -> Option<Node<'a>> {
    let mut items: Vec<Node<'_>> = Vec::new();
    let mut first = None;
    while let Some(line) = lines.peek() {
        let item = line.trim_start_matches(' ');
        let column = line.len() - item.len();
        if column == 0 && !item.starts_with("- ") {
            break;
        }
        let (start, line) = lines.next()?;
        let value = line
            .get(column..)?
            .strip_prefix("- ")?
            .trim_start_matches(' ');
        let dash = start + column;
        let (_, same) = *first.get_or_insert((dash, column));
        if column != same || items.len() >= MOST_LINES {
            return None;
        }
        items.push(scalar(value, offset + start + line.len() - value.len())?);
    }
    let (dash, column) = first?;
    // To the parser a list in the column of its key begins with its first item.
    let start = match items.first()? {
        item if column == 0 => item.range.start,
        _ => offset + dash,
    };
    let end = items.last()?.range.end;
    Some(Node {
        range: start..end,
        data: Data::List(items),
    })
}

/// `[one, two]`, of words that need no quotes.
fn flow(value: &str, at: usize) -> Option<Node<'_>> {
    let inner = value.strip_prefix('[')?.strip_suffix(']')?;
    let mut items = Vec::new();
    let mut start = at + 1;
    for item in inner.split(',') {
        let word = item.trim_matches(' ');
        let simple = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.');
        if !word.starts_with(char::is_alphanumeric) || !word.chars().all(simple) {
            return None;
        }
        let from = start + item.len() - item.trim_start_matches(' ').len();
        items.push(plain(word, from));
        start += item.len() + 1;
    }
    Some(Node {
        range: at..at + value.len(),
        data: Data::List(items),
    })
}

/// A scalar on one line: in quotes that hide nothing, or without.
fn scalar(value: &str, at: usize) -> Option<Node<'_>> {
    if value.chars().any(is_special) {
        return None;
    }
    let first = value.chars().next()?;
    if let quote @ ('"' | '\'') = first {
        let inner = value.strip_prefix(quote)?.strip_suffix(quote)?;
        let clear = !inner.contains(['\\', quote]);
        return clear.then(|| Node::text(at..at + value.len(), inner));
    }
    let begins = first.is_alphanumeric() || matches!(first, '/' | '(' | '.' | '$' | '+');
    let clear = !value.contains(": ") && !value.ends_with(':') && !value.contains(" #");
    (begins && clear).then(|| plain(value, at))
}

fn plain(value: &str, at: usize) -> Node<'_> {
    Node {
        range: at..at + value.len(),
        data: Data::Scalar(Cow::Borrowed(value), plain_kind(value)),
    }
}

/// Whether the parser may take a character for more than itself.
fn is_special(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
        )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::full;
    use super::parse;

    /// Whether the reader took the text; if so, it said what the parser says.
    fn taken(text: &str) -> bool {
        let Some(pairs) = parse(text, 7) else {
            return false;
        };
        let whole = full(text, 7);
        assert_eq!(whole.faults, [], "{text:?}");
        assert_eq!(pairs, whole.pairs, "{text:?}");
        true
    }

    #[test]
    fn usual_heads_are_read() {
        for text in [
            "title: Recap\n",
            "title: \"One: two\"\ndate: 2020-02-08T10:00:00+02:00\ndraft: false\nweight: 3\n",
            "tags: [a, b c,d]\nauthors:\n    - \"Zoë\"\n    - 'B. B'\nslug: x  \n",
            "tags:\n- a\n- 2020\nlast: Zoë – “said” (so)",
            "a: /x#y\n",
            "a: \"\"\nb: ''\nc: null\n",
        ] {
            assert!(taken(text), "{text:?}");
        }
    }

    #[test]
    fn everything_else_is_the_parsers() {
        for text in [
            "",
            "a",
            "a:b\n",
            "a: b: c\n",
            "a: b #c\n",
            "a: |\n  b\n",
            "a: *b\n",
            "a: &b c\n",
            "a:\n",
            "a:\n  b: c\n",
            "a: b\n  c\n",
            "a: [b, \"c\"]\n",
            "a: []\n",
            "a: {b: c}\n",
            "a: \"b\\n\"\n",
            "a: 'b''c'\n",
            "a: b\na: c\n",
            "a: b\n\nc: d\n",
            "# x\na: b\n",
            "a: b\r\n",
            "a:\tb\n",
            "a:\n - b\n  - c\n",
            "a:\n  - b: c\n",
            "- a\n",
            "a: - b\n",
            "\"a\": b\n",
            "a: !!str 1\n",
            "a: \"b\" c\n",
            "a:\n  - \n",
            "a: b:\n",
            "...\n",
        ] {
            assert!(!taken(text), "{text:?}");
        }
    }

    fn value() -> impl Strategy<Value = String> {
        prop_oneof![
            "[a-zA-Z0-9 .:/#,+(){}\\[\\]'\"&*!|>%@`~?=-]{0,12}",
            "[ ]{0,2}\"[a-z :#'\\\\]{0,6}\"[ ]{0,2}",
            "[ ]{0,2}'[a-z :#\"]{0,6}'[ ]{0,2}",
            "\\[([ ]{0,2}[a-zA-Z0-9.é:-]{0,4}[ ]{0,2},?){0,4}\\]",
            "[0-9eE_.:+-]{1,10}",
            "\\PC{0,8}",
            Just(String::new()),
        ]
    }

    fn head() -> impl Strategy<Value = String> {
        let key = prop_oneof!["[a-zA-Z][a-zA-Z0-9_-]{0,3}", "\\PC{0,3}"];
        let line = prop_oneof![
            6 => (key, "[ ]{0,2}", value()).prop_map(|(key, space, value)| format!("{key}:{space}{value}")),
            3 => ("[ ]{0,2}", "-[ ]{0,2}", value()).prop_map(|(indent, dash, value)| format!("{indent}{dash}{value}")),
            1 => value(),
        ];
        (proptest::collection::vec(line, 0..6), any::<bool>())
            .prop_map(|(lines, end)| lines.join("\n") + if end { "\n" } else { "" })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]
        #[test]
        fn both_say_the_same(text in head()) {
            taken(&text);
        }
    }
}
