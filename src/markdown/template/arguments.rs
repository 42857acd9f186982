//! Arguments of shortcodes and tags, in the syntaxes that the families share: `a "b c" name="d"`,
//! `name: 'd'`, `(name=d, 3)`, `name={e}`.

/// The arguments of a piece of template code.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Arguments {
    /// Values with a name, names in lower case.
    named: Vec<(String, String)>,
    /// Values without a name.
    pub(super) positional: Vec<String>,
}

impl Arguments {
    pub(super) fn read(text: &str) -> Self {
        let mut arguments = Self::default();
        let mut rest = skip(text);
        while !rest.is_empty() {
            if let Some((name, after)) = name(rest) {
                let (value, after) = value(after);
                arguments.named.push((name, value));
                rest = skip(after);
            } else {
                let (value, after) = value(rest);
                arguments.positional.push(value);
                rest = skip(after);
            }
        }
        arguments
    }

    /// Whether there are no arguments.
    pub(super) fn are_none(&self) -> bool {
        self.named.is_empty() && self.positional.is_empty()
    }

    /// The value of the first of these names that has one.
    pub(super) fn named(&self, names: &[&str]) -> Option<&str> {
        let find = |name: &&str| {
            self.named.iter().find(|(known, value)| known == name && !value.is_empty())
        };
        names.iter().find_map(find).map(|(_, value)| value.as_str())
    }

    /// A value by name, else by position.
    pub(super) fn get(&self, names: &[&str], place: usize) -> Option<&str> {
        let by_place = || self.positional.get(place).map(String::as_str);
        self.named(names).or_else(by_place).filter(|value| !value.is_empty())
    }

    /// Any value that is a URL.
    pub(super) fn url(&self) -> Option<&str> {
        let named = self.named.iter().map(|(_, value)| value);
        let mut all = named.chain(&self.positional).map(String::as_str);
        all.find(|value| value.starts_with("https://") || value.starts_with("http://"))
    }
}

fn skip(text: &str) -> &str {
    text.trim_start_matches(|c: char| c.is_whitespace() || c == ',')
}

/// A name and the text after its `=` or `:`.
fn name(text: &str) -> Option<(String, &str)> {
    let end = text.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-')))?;
    let after = text[end..].trim_start();
    if end == 0 {
        return None;
    }
    let name = text[..end].to_lowercase();
    if let Some(value) = after.strip_prefix('=') {
        return Some((name, value.trim_start()));
    }
    // A colon may also be part of a URL.
    let value = after.strip_prefix(':')?;
    let begins = value.starts_with(|c: char| c.is_whitespace() || matches!(c, '"' | '\''));
    begins.then(|| (name, value.trim_start()))
}

/// A value, quoted, in braces or up to the next space, and the text after it.
fn value(text: &str) -> (String, &str) {
    let mut characters = text.chars();
    let first = characters.next();
    if let Some(quote @ ('"' | '\'' | '`')) = first {
        let mut value = String::new();
        let mut escaped = false;
        for (at, character) in text.char_indices().skip(1) {
            if escaped {
                value.push(character);
                escaped = false;
            } else if character == '\\' && quote != '`' {
                escaped = true;
            } else if character == quote {
                return (value, &text[at + quote.len_utf8()..]);
            } else {
                value.push(character);
            }
        }
        return (value, "");
    }
    if first == Some('{') {
        let end = text.find('}').map_or(text.len(), |end| end + 1);
        let inner = text[..end].trim_matches(['{', '}', ' ']);
        // An expression has no value here; a quoted text in braces has.
        let quoted = inner.starts_with(['"', '\'', '`']) && inner.len() > 1;
        let value = if quoted { inner.trim_matches(['"', '\'', '`']) } else { "" };
        return (value.to_owned(), &text[end..]);
    }
    // At least one character, so that each iteration advances.
    let start = first.map_or(0, char::len_utf8);
    let end = text[start..]
        .find(|c: char| c.is_whitespace() || c == ',')
        .map_or(text.len(), |end| end + start);
    (text[..end].to_owned(), &text[end..])
}

#[cfg(test)]
mod tests {
    use super::Arguments;

    #[test]
    fn the_forms_of_all_families() {
        let read = Arguments::read(
            r#"plain "two words" src = "a.png" alt='it\'s' id=12, caption: "x: y" https://e.org/?a=b"#,
        );
        assert_eq!(read.positional, ["plain", "two words", "https://e.org/?a=b"]);
        assert_eq!(read.named(&["src"]), Some("a.png"));
        assert_eq!(read.named(&["alt"]), Some("it's"));
        assert_eq!(read.get(&["id"], 0), Some("12"));
        assert_eq!(read.named(&["caption"]), Some("x: y"));
        assert_eq!(read.url(), Some("https://e.org/?a=b"));
        let jsx = Arguments::read("src={hero} alt={\"A b\"} wide");
        assert_eq!((jsx.named(&["src"]), jsx.named(&["alt"])), (None, Some("A b")));
    }

    #[test]
    fn unfinished_input_ends() {
        for text in ["\"", "a=", "a=\"b", "=", ":", "{", "é=é", "'\\"] {
            let _ = Arguments::read(text);
        }
    }
}
