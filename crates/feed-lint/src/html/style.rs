//! Inline styles: which declarations a reader can keep safely.

use super::names::{CSS_KEYWORDS, CSS_PROPERTIES};
use crate::values::listed;

/// The first declaration of a `style` attribute that readers remove.
pub(crate) fn unsafe_declaration(style: &str) -> Option<&str> {
    let mut declarations = style.split(';').map(str::trim);
    declarations.find(|declaration| !declaration.is_empty() && !is_safe(declaration))
}

fn is_safe(declaration: &str) -> bool {
    let Some((property, value)) = declaration.split_once(':') else {
        return false;
    };
    let (property, value) =
        (property.trim().to_ascii_lowercase(), value.trim().to_ascii_lowercase());
    // Escapes and comments can hide the real value.
    if value.contains(['\\', '<', '&', '{', '}']) || value.contains("/*") || has_call(&value) {
        return false;
    }
    if listed(CSS_PROPERTIES, &property) {
        return true;
    }
    let shorthand = ["background", "border", "margin", "padding"].iter().any(|begin| {
        property == *begin || property.strip_prefix(begin).is_some_and(|rest| rest.starts_with('-'))
    });
    shorthand && value.split_whitespace().all(is_plain)
}

/// Whether a value calls any function but a colour's.
fn has_call(value: &str) -> bool {
    value.match_indices('(').any(|(at, _)| {
        let before = value.get(..at).unwrap_or_default();
        let name = before
            .rsplit(|c: char| !c.is_ascii_alphanumeric() && c != '-')
            .next()
            .unwrap_or_default();
        !name.is_empty() && !listed("rgb rgba hsl hsla calc min max clamp var", name)
    })
}

/// A colour, a keyword, or a length of at most two digits before the point, which cannot push
/// content off the page.
fn is_plain(word: &str) -> bool {
    if listed(CSS_KEYWORDS, word) || word == "!" {
        return true;
    }
    if let Some(hex) = word.strip_prefix('#') {
        return matches!(hex.len(), 3 | 4 | 6 | 8)
            && hex.bytes().all(|byte| byte.is_ascii_hexdigit());
    }
    if word.starts_with("rgb(") || word.starts_with("rgba(") || word.starts_with("hsl") {
        return true;
    }
    let word = word.trim_end_matches([')', ',']);
    let digits = word.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(word.len());
    let (number, unit) = word.split_at(digits);
    let whole = number.split('.').next().unwrap_or_default();
    !number.is_empty()
        && whole.len() <= 2
        && (unit.is_empty() || listed("% cm em ex in mm pc pt px rem ch vw vh", unit))
}

#[cfg(test)]
mod tests {
    use super::unsafe_declaration;

    #[test]
    fn styles() {
        for safe in [
            "color: #008; float:left",
            "border:1px solid rgb(0, 0, 0);",
            "margin: 0 15px 0 0",
            "padding: 0px !important",
            "font-family : Comic Sans MS;",
        ] {
            assert_eq!(unsafe_declaration(safe), None, "{safe}");
        }
        for bad in [
            "position:absolute",
            "margin: 99999em",
            "width: expression(alert(1))",
            "background: url(x)",
            "mso-list: none",
            "color",
        ] {
            assert!(unsafe_declaration(bad).is_some(), "{bad}");
        }
    }
}
