//! Recognises paragraphs, lists and headings by the look of their lines.

use super::super::inline::{indented, list_mark};
use super::line::{self, Line, Marker, marker};
use super::{Notes, credit, paragraph};
use crate::report::Source;

/// Shorter lines may be broken on purpose: a postal address, a poem, a signature.
const SHORT: usize = 50;

/// The lines of a body as Markdown.
pub(super) fn write(lines: &[Line], source: &Source, notes: &mut Notes) -> String {
    let text = Text { lines, width: width(lines) };
    let mut blocks = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        if lines[at].text.is_empty() {
            at += 1;
        } else if let Some((list, end)) = text.list(at) {
            let range = lines[at].range.start..lines[end - 1].range.end;
            notes.guess(source.span(range), "these lines are a list");
            // Two lists in a row would become one.
            if (blocks.last()).is_some_and(|last: &String| last.starts_with("- ")) {
                blocks.push("<!-- -->".to_owned());
            }
            blocks.push(list);
            at = end;
        } else if lines[at].is_rule() {
            blocks.push("* * *".to_owned());
            at += 1;
        } else if text.is_heading(at) {
            let line = source.span(lines[at].range.clone());
            notes.guess(line, "this line is a heading");
            let heading = paragraph([lines[at].text.trim_start_matches('#').trim()]);
            blocks.push(format!("## {}", heading.trim_end_matches('#')));
            at += 1;
            // The rest of its underline.
            at += usize::from(lines.get(at).is_some_and(Line::is_rule));
        } else {
            let end = text.paragraph(at);
            let written = paragraph(text.joined(at..end).iter().map(String::as_str));
            blocks.extend(Some(written).filter(|written| !written.is_empty()));
            at = end;
        }
    }
    blocks.join("\n\n")
}

/// The column at which a text was wrapped; `None` where every paragraph is one line.
fn width(lines: &[Line]) -> Option<usize> {
    // A long URL cannot be wrapped.
    let lines = lines.iter().filter(|line| line.text.contains(' '));
    let lengths = lines.map(|line| line.length() + line.indent);
    let (short, long): (Vec<usize>, Vec<usize>) = lengths.partition(|length| *length <= 120);
    let is_wrapped = long.len() * 20 <= short.len() + long.len();
    let width = short.into_iter().max();
    width.filter(|width| is_wrapped && *width >= 40)
}

struct Text<'t> {
    lines: &'t [Line],
    width: Option<usize>,
}

impl Text<'_> {
    /// Whether the line break after `at` is a wrap.
    fn is_wrapped(&self, at: usize) -> bool {
        let (Some(width), Some(next)) = (self.width, self.lines.get(at + 1)) else {
            return false;
        };
        let line = &self.lines[at];
        let word = next.text.split(' ').next().unwrap_or_default();
        let needed = line.indent + line.length() + 1 + word.chars().count();
        // Editors wrap a little before the column.
        needed > width.saturating_sub(width / 8)
    }

    /// Whether the line after which `at` breaks is short on purpose.
    fn is_verse(&self, at: usize) -> bool {
        let short = |line: &Line| line.length() < SHORT && !ends_sentence(&line.text);
        (self.lines.get(at..at + 2)).is_some_and(|lines| lines.iter().all(short))
    }

    /// Where the paragraph that begins at `at` ends.
    fn paragraph(&self, at: usize) -> usize {
        let mut end = at + 1;
        let is_caption = |at: usize| credit::of(&self.lines[at].text).is_some();
        while let Some(next) = self.lines.get(end)
            && !next.text.is_empty()
            && !next.is_rule()
            && (self.is_wrapped(end - 1)
                || self.is_verse(end - 1) && !is_caption(end - 1) && !is_caption(end))
            && (self.list(end).is_none() || self.is_wrapped(end - 1) && !is_bullet(&next.text))
        {
            end += 1;
        }
        end
    }

    /// The lines of a paragraph, with wrapped lines joined.
    fn joined(&self, range: std::ops::Range<usize>) -> Vec<String> {
        let mut joined: Vec<String> = Vec::new();
        for at in range.clone() {
            let text = self.lines[at].text.as_str();
            match joined.last_mut() {
                Some(last) if at > range.start && self.is_wrapped(at - 1) => {
                    last.push(' ');
                    last.push_str(text);
                }
                _ => joined.push(text.to_owned()),
            }
        }
        joined
    }

    /// The list that begins at `at` as Markdown, and where it ends.
    fn list(&self, at: usize) -> Option<(String, usize)> {
        let (first, _) = marker(&self.lines[at].text)?;
        let items = self.items(at);
        let end = items.last()?.end;
        let surely = match first {
            Marker::Bullet => true,
            Marker::Dash => items.len() > 1,
            Marker::Number(number) => {
                items.len() > 1 && items.get(1)?.number == Some(number.saturating_add(1))
            }
        };
        surely.then(|| (written(&items), end))
    }

    /// The items of a list from `at` on.
    fn items(&self, at: usize) -> Vec<Item> {
        let kind = |marker: Marker| std::mem::discriminant(&marker);
        let mut items: Vec<Item> = Vec::new();
        let mut next = at;
        let base = self.lines[at].indent;
        let first = marker(&self.lines[at].text).map(|(marker, _)| kind(marker));
        while let Some(line) = self.lines.get(next) {
            let Some((found, width)) = marker(&line.text) else {
                break;
            };
            // Another kind of marker begins another list, unless it is indented.
            let nested = line.indent > base + 1;
            if !nested && Some(kind(found)) != first || line.is_rule() {
                break;
            }
            let number = match found {
                Marker::Number(number) => Some(number),
                _ => None,
            };
            let before = items.last().filter(|item| !nested && !item.nested);
            let wanted = before.and_then(|item| Some(item.number?.saturating_add(1)));
            if number.is_some() && wanted.is_some_and(|wanted| number != Some(wanted)) {
                break;
            }
            let mut lines = vec![&line.text[width..]];
            next += 1;
            // Wrapped lines, indented lines, and lines below a bare bullet belong to the item.
            while let Some(more) = self.lines.get(next) {
                let alone = lines.iter().all(|line| line.is_empty());
                let belongs = alone || self.is_wrapped(next - 1) || more.indent > line.indent + 1;
                if more.text.is_empty() || !belongs || marker(&more.text).is_some() {
                    break;
                }
                lines.push(&more.text);
                next += 1;
            }
            lines.retain(|line| !line.is_empty());
            let mut paragraphs = vec![lines.join(" ")];
            // After a blank line, indented paragraphs.
            let mut after = self.after_blank(next);
            while let Some(more) = self.lines.get(after)
                && after > next
                && more.indent >= line.indent + 2
                && marker(&more.text).is_none()
            {
                next = self.paragraph(after);
                paragraphs.extend(self.joined(after..next));
                after = self.after_blank(next);
            }
            items.push(Item { nested, number, paragraphs, end: next });
            next = after;
        }
        items
    }

    /// The first line from `at` on that is not blank.
    fn after_blank(&self, at: usize) -> usize {
        let lines = self.lines[at..].iter();
        at + lines.take_while(|line| line.text.is_empty()).count()
    }

    /// Whether a line is isolated, short, and followed by text, as a heading is.
    fn is_heading(&self, at: usize) -> bool {
        let line = &self.lines[at];
        let alone = at == 0 || self.lines[at - 1].text.is_empty() || !self.is_wrapped(at - 1);
        let underlined = self.lines.get(at + 1).is_some_and(|next| {
            next.is_rule()
                && next.text.starts_with(['=', '-', '~'])
                && next.length() + 3 > line.length()
        });
        let marked = line.text.starts_with("## ") || line.text.starts_with("### ");
        if (underlined || marked) && line.length() < 100 {
            return true;
        }
        let next = self.after_blank(at + 1);
        let Some(following) = self.lines.get(next) else {
            return false;
        };
        let is_separate = next > at + 1 || self.width.is_none();
        let introduces = following.length() >= 80
            || (self.lines.get(next + 1)).is_some_and(|more| !more.text.is_empty())
            || marker(&following.text).is_some();
        let begins =
            line.text.chars().next().is_some_and(|c| {
                c.is_alphanumeric() && !c.is_lowercase() || "“\"«¿¡「『".contains(c)
            });
        alone
            && is_separate
            && introduces
            && begins
            && line.length() <= 70
            && line.text.split_whitespace().count() <= 10
            && line.text.chars().any(char::is_alphabetic)
            && !(line.text).ends_with(['.', '!', ':', ';', ',', '…', '。', '：', '、', ')'])
            && !line.text.contains("://")
            && !line.text.contains('@')
            && credit::of(&line.text).is_none()
    }
}

/// An item of a list.
struct Item {
    /// Whether it is in the item before.
    nested: bool,
    number: Option<u32>,
    paragraphs: Vec<String>,
    /// The line after it.
    end: usize,
}

fn written(items: &[Item]) -> String {
    let loose = items.iter().any(|item| item.paragraphs.len() > 1);
    let mut out: Vec<String> = Vec::new();
    let mut outer = 2;
    for item in items {
        let mark = list_mark(item.number);
        let paragraphs = (item.paragraphs.iter()).map(|text| paragraph([text.as_str()]));
        let paragraphs: Vec<String> = paragraphs.filter(|text| !text.is_empty()).collect();
        if paragraphs.is_empty() {
            continue;
        }
        let text = format!("{mark}{}", indented(&paragraphs.join("\n\n"), mark.len()));
        if !item.nested || out.is_empty() {
            outer = mark.len();
            out.push(text);
        } else {
            out.push(format!("{}{}", " ".repeat(outer), indented(&text, outer)));
        }
    }
    out.join(if loose { "\n\n" } else { "\n" })
}

fn is_bullet(text: &str) -> bool {
    matches!(line::marker(text), Some((Marker::Bullet, _)))
}

fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '’', ')', '»'])
        .ends_with(['.', '!', '?', ':', ';', ',', '。', '！', '？', '…'])
}
