//! Formulas as plain text: their TeX where the page has it, else `MathML` on one line.

use pulldown_cmark::Event;

use super::Document;
use super::raw::Attribute;

/// The state of reading a formula in raw HTML.
#[derive(Debug, Default)]
pub(super) struct Formula {
    /// The open elements of the formula.
    open: Vec<Open>,
    tex: Option<String>,
    /// Inside `MathJax` output for one formula.
    pub(super) within: bool,
    /// Where the last formula ended in the text.
    end: Option<usize>,
}

#[derive(Debug)]
struct Open {
    name: String,
    start: usize,
    /// Whether its text is the TeX of the formula.
    is_tex: bool,
    /// Where each element in it begins.
    children: Vec<usize>,
}

/// Whether an `annotation` is the TeX of its formula.
pub(super) fn is_tex(attributes: &[Attribute<'_>]) -> bool {
    let mut pairs = attributes.iter().map(|one| (one.name.as_str(), &one.value));
    pairs.any(|(name, value)| name == "encoding" && value.to_ascii_lowercase().contains("tex"))
}

impl Formula {
    /// Whether a formula is open.
    pub(super) fn is_open(&self) -> bool {
        !self.open.is_empty()
    }

    /// Whether `text` has nothing since the last formula.
    pub(super) fn follows(&self, text: &str) -> bool {
        self.end.is_some_and(|end| text.get(end..).is_some_and(|rest| rest.trim().is_empty()))
    }

    /// An element of a formula begins where `text` ends.
    pub(super) fn start(&mut self, name: &str, is_tex: bool, text: &str) {
        if let Some(parent) = self.open.last_mut() {
            parent.children.push(text.len());
        }
        self.open.push(Open {
            name: name.to_owned(),
            start: text.len(),
            is_tex,
            children: Vec::new(),
        });
    }

    /// The element ends where `text` does.
    pub(super) fn end(&mut self, name: &str, text: &mut String) {
        let Some(at) = self.open.iter().rposition(|open| open.name == name) else {
            return;
        };
        self.open.truncate(at + 1);
        let Some(open) = self.open.pop() else { return };
        if open.start > text.len() {
            return;
        }
        if name.starts_with("annotation") {
            let plain = text.split_off(open.start).trim().to_owned();
            if open.is_tex && !plain.is_empty() {
                self.tex = Some(plain);
            }
        } else if name == "math" {
            if let Some(tex) = self.tex.take() {
                text.truncate(open.start);
                text.push_str(&tex);
            }
            self.open.clear();
            self.end = Some(text.len());
        } else {
            in_line(&open, text);
        }
    }
}

/// Writes fractions, powers, indices and roots unambiguously on one line.
fn in_line(open: &Open, text: &mut String) {
    let between: &[&str] = match open.name.as_str() {
        "mfrac" => &["/"],
        "msup" | "mover" => &["^"],
        "msub" | "munder" => &["_"],
        "msubsup" | "munderover" => &["_", "^"],
        "msqrt" => {
            let inside = text.split_off(open.start);
            text.push('√');
            text.push_str(&grouped(&inside));
            return;
        }
        _ => return,
    };
    if open.children.len() != between.len() + 1 || open.children.first() != Some(&open.start) {
        return;
    }
    let ends = open.children[1..].iter().copied().chain([text.len()]);
    let ranges = open.children.iter().copied().zip(ends);
    let parts: Option<Vec<String>> =
        ranges.map(|(start, end)| Some(grouped(text.get(start..end)?))).collect();
    let Some(parts) = parts else { return };
    text.truncate(open.start);
    for (at, part) in parts.iter().enumerate() {
        if let Some(sign) = at.checked_sub(1).and_then(|at| between.get(at)) {
            text.push_str(sign);
        }
        text.push_str(part);
    }
}

/// A part of a formula, in brackets unless it is a single number or name.
fn grouped(part: &str) -> String {
    let part = part.trim();
    let is_number = part.chars().all(|c| c.is_ascii_digit() || c == '.');
    if is_number || part.chars().count() == 1 { part.to_owned() } else { format!("({part})") }
}

/// Superscript in plain text: `10⁶` is not `106`. An ordinal's letters stay as they are.
pub(super) fn raised(before: &str, raised: &str) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digit = |c: char| match c {
        '-' | '−' => Some('⁻'),
        '+' => Some('⁺'),
        _ => DIGITS.get(c.to_digit(10)? as usize).copied(),
    };
    let trimmed = raised.trim();
    if let Some(digits) = trimmed.chars().map(digit).collect::<Option<String>>()
        && trimmed.contains(|c: char| c.is_ascii_digit())
    {
        return digits;
    }
    let mut before = before.chars().rev();
    let base = before.next();
    let is_variable =
        base.is_some_and(char::is_alphabetic) && !before.next().is_some_and(char::is_alphanumeric);
    let is_power = trimmed.chars().all(|c| c.is_ascii_alphanumeric() || "+-*/.".contains(c))
        && !trimmed.is_empty();
    if is_variable && is_power && trimmed.chars().count() <= 8 {
        return format!("^{}", grouped(trimmed));
    }
    raised.to_owned()
}

/// Reads the backslashes in formulas as Markdown does (`\*`, `\_`, `\\`), for a generator whose
/// Markdown knows no formulas.
pub(super) fn unescape(document: &mut Document<'_>) {
    for (event, _) in &mut document.events {
        if let Event::InlineMath(tex) | Event::DisplayMath(tex) = event
            && tex.contains('\\')
        {
            let mut read = String::with_capacity(tex.len());
            let mut characters = tex.chars().peekable();
            while let Some(character) = characters.next() {
                let escaped =
                    characters.next_if(|next| character == '\\' && next.is_ascii_punctuation());
                read.push(escaped.unwrap_or(character));
            }
            *tex = read.into();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::raised;

    #[test]
    fn raised_numbers_stay_powers() {
        for (before, text, expected) in [
            ("10", "6", "⁶"),
            ("10", "-3", "⁻³"),
            ("m", "2", "²"),
            ("e", "kt", "^(kt)"),
            ("x", "n", "^n"),
            ("1", "st", "st"),
            ("Acme", "TM", "TM"),
            ("said", "[1]", "[1]"),
        ] {
            assert_eq!(raised(before, text), expected, "{before} {text}");
        }
    }
}
