//! Python and JavaScript configuration, read as text: `NAME = 'value'` and `name: "value"`. Nothing is
//! ever run; only plain literals are read.

mod exported;

use pulldown_cmark::Options;

pub(super) use exported::{Exported, arguments, exported, value};

use super::configuration::text;
use crate::post::front_matter::{Node, Pair};
use crate::tree::Tree;

/// A configuration with spaces in place of its comments: those of JavaScript, or those that begin with
/// `#` in other languages. Positions stay.
pub(crate) fn without_comments(path: &str, text: &str) -> String {
    let is_javascript = ["js", "ts"].iter().any(|end| path.ends_with(end));
    let mut code = String::with_capacity(text.len());
    let mut quote = None;
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let begins_word = code.ends_with(char::is_whitespace) || code.is_empty();
        let comment = match letter {
            '#' if !is_javascript && begins_word => rest.find('\n').unwrap_or(rest.len()),
            '/' if is_javascript && rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if is_javascript && rest.starts_with("/*") => {
                rest.find("*/").map_or(rest.len(), |end| end + 2)
            }
            _ => 0,
        };
        let (taken, after) = match (quote, letter) {
            (None, _) if comment > 0 => {
                let blank = |byte| if byte == b'\n' { '\n' } else { ' ' };
                code.extend(rest[..comment].bytes().map(blank));
                rest = &rest[comment..];
                continue;
            }
            (Some(_), '\\') => {
                let escaped = rest[1..].chars().next().map_or(0, char::len_utf8);
                rest.split_at(1 + escaped)
            }
            _ => rest.split_at(letter.len_utf8()),
        };
        quote = match (quote, letter) {
            // Only a template's text has several lines.
            (Some('"' | '\''), '\n') => None,
            (None, '"' | '\'') => Some(letter),
            (None, '`') if is_javascript => Some(letter),
            (Some(open), letter) if open == letter => None,
            (quote, _) => quote,
        };
        code.push_str(taken);
        rest = after;
    }
    code
}

/// The configuration in a file, without its comments.
pub(super) fn code(tree: &dyn Tree, path: &str) -> Option<String> {
    text(tree, path).map(|text| without_comments(path, &text))
}

/// The text assigned to `name` by `name = "…"` or `name: "…"`. In Python the last assignment at the
/// start of a line counts; in JavaScript the first property.
pub(super) fn assigned(script: &str, name: &str) -> Option<String> {
    assignments(script, name)
        .filter(|value| !value.starts_with('='))
        .filter_map(literal)
        .next_back()
}

/// What follows `name =` at the start of a line.
fn assignments<'s>(script: &'s str, name: &str) -> impl DoubleEndedIterator<Item = &'s str> {
    script.lines().filter_map(move |line| line.strip_prefix(name)?.trim_start().strip_prefix('='))
}

/// Words in the names of plugins that show GitHub's alerts (`> [!NOTE]`).
pub(super) const ALERTS: (Options, &[&str]) =
    (Options::ENABLE_GFM, &["alert", "callout", "admonition"]);

/// Formulas, and words in the names of plugins that read them before Markdown does.
pub(super) const FORMULAS: (Options, &[&str]) =
    (Options::ENABLE_MATH, &["math", "katex", "texmath"]);

/// The extensions without a plugin in any script, by words in the plugins' names.
pub(super) fn unnamed(scripts: &[&str], plugins: &[(Options, &[&str])]) -> Options {
    let missing = plugins.iter().filter(|(_, words)| {
        let named = |script: &&str| words.iter().any(|word| script.contains(word));
        !scripts.iter().any(named)
    });
    missing.map(|(extension, _)| *extension).collect()
}

/// The boolean assigned to `name` by `name = True` or `name = False`; the last such line counts.
pub(super) fn switched(script: &str, name: &str) -> Option<bool> {
    assignments(script, name)
        .filter_map(|value| match value.split('#').next()?.trim() {
            "True" => Some(true),
            "False" => Some(false),
            _ => None,
        })
        .next_back()
}

/// The text of the property `name` anywhere in an object literal.
pub(super) fn property(script: &str, name: &str) -> Option<String> {
    property_value(script, name, literal)
}

/// The values that `read` finds for some keys, as a table without positions.
pub(super) fn texts(keys: &[&'static str], read: impl Fn(&str) -> Option<String>) -> Node<'static> {
    let pair = |key: &&'static str| {
        let value = Node::text(0..0, read(key)?);
        Some(Pair::unplaced(*key, value))
    };
    Node::unplaced(keys.iter().filter_map(pair).collect())
}

/// The boolean of the property `name` anywhere in an object literal.
pub(super) fn truth(script: &str, name: &str) -> Option<bool> {
    property_value(script, name, |value| {
        let end = value.find(|c: char| !c.is_ascii_alphanumeric());
        value[..end.unwrap_or(value.len())].parse().ok()
    })
}

/// The first value of the property `name` that `read` accepts.
fn property_value<T>(script: &str, name: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
    let mut from = 0;
    while let Some(found) = script.get(from..)?.find(name) {
        let start = from + found;
        let end = start + name.len();
        let before = script[..start].chars().next_back();
        let whole = !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '.');
        let rest = script[end..].trim_start_matches(['"', '\'']).trim_start();
        if whole
            && let Some(value) = rest.strip_prefix(':').and_then(|value| read(value.trim_start()))
        {
            return Some(value);
        }
        from = end;
    }
    None
}

/// The text of the property `inner` within the object of `outer`.
pub(super) fn within(script: &str, outer: &str, inner: &str) -> Option<String> {
    let (_, rest) = script.split_once(outer)?;
    let object = rest
        .trim_start_matches(['"', '\''])
        .trim_start()
        .strip_prefix(':')?
        .trim_start()
        .strip_prefix('{')?;
    property(object.split('}').next()?, inner)
}

/// The inside of the object literal given to the property `name`, or that follows the text `name`
/// in a list.
pub(super) fn object<'s>(script: &'s str, name: &str) -> Option<&'s str> {
    script.match_indices(name).find_map(|(at, _)| {
        let rest = script[at + name.len()..].trim_start_matches(['"', '\'']);
        let rest = rest.trim_start().strip_prefix([':', ','])?;
        let inside = rest.trim_start().strip_prefix('{')?;
        let mut depth = 1_usize;
        let end = inside.find(|c: char| {
            depth = match c {
                '{' => depth + 1,
                '}' => depth - 1,
                _ => depth,
            };
            depth == 0
        })?;
        Some(&inside[..end])
    })
}

/// A list of texts assigned to `name` on one line or several.
pub(super) fn list(script: &str, name: &str) -> Option<Vec<String>> {
    let start =
        script.match_indices(name).find(|(at, _)| *at == 0 || script[..*at].ends_with('\n'))?.0;
    literals(script[start + name.len()..].trim_start().strip_prefix('=')?.trim_start())
}

/// The texts of a list that is the value of the property `name`.
pub(super) fn items(script: &str, name: &str) -> Option<Vec<String>> {
    property_value(script, name, literals)
}

/// The texts of the list that an expression begins with.
fn literals(expression: &str) -> Option<Vec<String>> {
    let inside = expression.strip_prefix(['[', '('])?;
    let end = inside.find([']', ')'])?;
    Some(inside[..end].split(',').filter_map(literal).collect())
}

/// The quoted text at the beginning of an expression; a prefix such as `u` or `r` is skipped.
pub(super) fn literal(expression: &str) -> Option<String> {
    let text = expression.trim_start();
    let unprefixed = text.trim_start_matches(['u', 'r', 'b', '(']);
    let is_raw = text[..text.len() - unprefixed.len()].contains('r');
    let text = unprefixed.trim_start();
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\'' | '`'))?;
    let mut value = String::new();
    let mut letters = text[1..].chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' if is_raw => value.extend(['\\', letters.next()?]),
            '\\' => value.push(letters.next()?),
            _ if letter == quote => return (!value.contains("${")).then_some(value),
            '\n' => return None,
            _ => value.push(letter),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_are_read_and_nothing_else() {
        let python = "SITENAME = u\"It's here\"\nSITEURL = 'https://a.example' if not TEST else 'x'\n#SITEURL = 'no'\nX == 'no'\nN = 4\nPATHS = ['a', \"b\"]\n";
        assert_eq!(assigned(python, "SITENAME").as_deref(), Some("It's here"));
        assert_eq!(assigned(python, "SITEURL").as_deref(), Some("https://a.example"));
        assert_eq!(assigned(python, "N"), None);
        assert_eq!(assigned(python, "X"), None);
        assert_eq!(list(python, "PATHS"), Some(vec!["a".to_owned(), "b".to_owned()]));
        let javascript = "// site: 'no'\n/* site: 'no'\n */export default defineConfig({\n  'site': \"https://b.example\",\n  base: `/${x}`,\n  onsite: 'no', url: 'https://c.example', // trailingSlash: 'never'\n })";
        let javascript = &without_comments("a.js", javascript);
        assert_eq!(property(javascript, "trailingSlash"), None);
        assert_eq!(property(javascript, "url").as_deref(), Some("https://c.example"));
        assert_eq!(property(javascript, "site").as_deref(), Some("https://b.example"));
        assert_eq!(property(javascript, "base"), None);
        assert_eq!(literal("'é\\'s'").as_deref(), Some("é's"));
    }
}
