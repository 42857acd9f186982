//! Loops of Liquid over a list that the post itself writes: `{% assign all = "1|2" | split: "|" %}`.

use std::collections::BTreeMap;
use std::ops::Range;

use super::braces::{Braces, with_blanks};

/// The most text that the loops of a post make, in bytes.
const MOST: usize = 1 << 17;

/// The items of a list in one text, and their separator.
type List<'t> = (&'t str, &'t str);

/// The lists that a post assigns to variables.
pub(super) struct Lists<'t> {
    text: &'t str,
    /// By the variable's name: where it is assigned, and the list that is written there.
    assigned: BTreeMap<&'t str, Vec<(usize, Option<List<'t>>)>>,
    /// How much text loops can still make.
    left: usize,
}

impl<'t> Lists<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let mut assigned: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (at, mark) in text.match_indices("assign ") {
            if let Some((name, value)) = assignment(&text[at + mark.len()..]) {
                assigned.entry(name).or_default().push((at, list(value)));
            }
        }
        Self { text, assigned, left: MOST }
    }

    /// The text that a loop stands for, if the post writes its list and nothing in it needs the
    /// generator. `evaluate` is the value of any other expression than the loop's own variable.
    pub(super) fn unrolled(
        &mut self,
        arguments: &str,
        body: Range<usize>,
        evaluate: impl Fn(&str) -> Option<String>,
    ) -> Option<String> {
        let words: Vec<&str> = arguments.split_whitespace().take(4).collect();
        let [variable, "in", list] = words[..] else {
            return None;
        };
        let lists = self.assigned.get(list)?;
        let before = lists.partition_point(|(at, ..)| *at < body.start);
        let (items, separator) = lists[..before].last()?.1?;
        // As in Ruby, empty items at the end do not count.
        let mut items: Vec<&str> = items.split(separator).collect();
        while items.pop_if(|last| last.is_empty()).is_some() {}
        let body = &self.text[body];
        let mut pieces = Vec::new();
        let mut at = 0;
        let mut braces = Braces::new(body);
        while let Some(brace) = braces.next() {
            let inside = brace.inside.trim_matches('-').trim();
            let value = if inside == variable {
                None
            } else if brace.is_tag {
                return None;
            } else {
                Some(evaluate(inside)?)
            };
            let range = with_blanks(body, &brace.range, at);
            pieces.push((&body[at..range.start], value));
            at = range.end;
            braces.at = at;
        }
        let mut all = String::new();
        for item in items {
            for (before, value) in &pieces {
                all.push_str(before);
                all.push_str(value.as_deref().unwrap_or(item));
            }
            all.push_str(&body[at..]);
            if all.len() > self.left {
                return None;
            }
        }
        self.left -= all.len();
        Some(all)
    }
}

/// Name and value of `NAME = …`.
fn assignment(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-'))?;
    let (name, rest) = text.split_at(end);
    Some((name, rest.trim_start().strip_prefix('=')?.trim_start()))
}

/// The list of `"…" | split: "…" %}`.
fn list(value: &str) -> Option<List<'_>> {
    let (list, rest) = quoted(value)?;
    let rest = rest.trim_start().strip_prefix('|')?.trim_start();
    let (separator, rest) = quoted(rest.strip_prefix("split:")?.trim_start())?;
    let ends = rest.trim_start_matches([' ', '-']).starts_with("%}");
    (ends && !separator.is_empty()).then_some((list, separator))
}

/// A text in quotation marks, and what follows it.
fn quoted(text: &str) -> Option<(&str, &str)> {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    text[1..].split_once(quote)
}
