//! The character classes of twitter-text.

pub(super) fn is_directional(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}')
}

pub(super) fn is_invalid(c: char) -> bool {
    matches!(c, '\u{fffe}' | '\u{feff}' | '\u{ffff}')
}

pub(super) fn is_space(c: char) -> bool {
    matches!(c, '\t'..='\r' | ' ' | '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{180e}'
        | '\u{2000}'..='\u{200a}' | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

pub(super) fn is_latin_accent(c: char) -> bool {
    matches!(c, '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{24f}'
        | '\u{253}' | '\u{254}' | '\u{256}' | '\u{257}' | '\u{259}' | '\u{25b}' | '\u{263}' | '\u{268}'
        | '\u{26f}' | '\u{272}' | '\u{289}' | '\u{28b}' | '\u{2bb}' | '\u{300}'..='\u{36f}'
        | '\u{1e00}'..='\u{1eff}')
}

/// A character that may be in a label of a domain: any but white space and punctuation, of which
/// twitter-text allows `"` and `` ` ``.
pub(super) fn is_label(c: char) -> bool {
    let is_punctuation = c.is_ascii_punctuation() && !matches!(c, '"' | '`');
    !(is_punctuation || is_space(c) || is_invalid(c) || is_directional(c))
}

/// A character that a URL may follow.
pub(super) fn may_precede(c: char) -> bool {
    !(c.is_ascii_alphanumeric() || matches!(c, '@' | '＠' | '$' | '#' | '＃') || is_invalid(c))
}

pub(super) fn is_path(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || ('\u{400}'..='\u{4ff}').contains(&c)
        || "!*';:=+,.$/%#[]-–_~@|&".contains(c)
        || is_latin_accent(c)
}

pub(super) fn ends_path(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || ('\u{400}'..='\u{4ff}').contains(&c)
        || matches!(c, '=' | '_' | '#' | '/' | '+' | '-')
        || is_latin_accent(c)
}

pub(super) fn is_query(c: char) -> bool {
    c.is_ascii_alphanumeric() || "!?*'@();:&=+$/%#[]-_.,~|".contains(c)
}

pub(super) fn ends_query(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '&' | '=' | '#' | '/')
}

pub(super) fn is_tag_letter(c: char) -> bool {
    c.is_alphabetic() || unicode_normalization::char::is_combining_mark(c)
}

pub(super) fn is_tag(c: char) -> bool {
    is_tag_letter(c)
        || c.is_numeric()
        || matches!(
            c,
            '_' | '\u{b7}'
                | '\u{5be}'
                | '\u{5f3}'
                | '\u{5f4}'
                | '\u{f0b}'
                | '\u{f0c}'
                | '\u{200c}'
                | '\u{200d}'
                | '\u{3003}'
                | '\u{301c}'
                | '\u{309b}'
                | '\u{309c}'
                | '\u{30a0}'
                | '\u{30fb}'
                | '\u{a67e}'
                | '\u{ff5e}'
        )
}
