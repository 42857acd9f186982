//! The words of languages are in `src/language` and nowhere else in the code of recaps, drafts and imports.

mod common;

use common::sources;

/// Files that still hold words of languages, and how many literals or lists of them at most. A file
/// that is not here holds none; the numbers only go down.
#[rustfmt::skip]
const LEFT: &[(&str, usize)] = &[
    // Small kana, which begin no line: characters, no words.
    ("src/draft/text/cut.rs", 12),
    // Elements of HTML.
    ("src/import/html/tree.rs", 1),
    ("src/recap/blocks/tags.rs", 1),
    ("src/recap/kind.rs", 1),
    ("src/recap/layout/prose/mod.rs", 3),
    ("src/recap/layout/prose/pair.rs", 12),
    ("src/recap/line/names.rs", 1),
    ("src/recap/line/parts.rs", 1),
    ("src/recap/mention/scripts.rs", 2),
    ("src/recap/mention/tie.rs", 1),
    // Quotation marks and the particles between which Chinese names stand.
    ("src/recap/name/score.rs", 8),
    ("src/recap/name/page.rs", 1),
    ("src/recap/picture.rs", 2),
    // Names of arguments and of components.
    ("src/recap/player.rs", 1),
    ("src/recap/shortcode.rs", 1),
    ("src/recap/word.rs", 2),
];

#[test]
fn words_of_languages_are_in_one_folder() {
    let mut found = Vec::new();
    for (path, text) in sources(&["src/recap", "src/draft", "src/import"]) {
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        let count = words(code);
        let name = path.to_string_lossy().replace('\\', "/");
        let known = LEFT.iter().find(|(left, _)| *left == name);
        let most = known.map_or(0, |(_, most)| *most);
        if count > most {
            found.push(format!("{name}: {count} literals or lists of words, at most {most}"));
        }
    }
    assert_eq!(found, Vec::<String>::new(), "move words to src/language");
}

/// How many literals have letters outside ASCII, and how many lists are lists of English words.
fn words(code: &str) -> usize {
    let mut count = 0;
    let mut run = 0;
    let mut rest = code;
    let mut between = String::new();
    while let Some(c) = rest.chars().next() {
        if rest.starts_with("//") {
            rest = rest.find('\n').and_then(|end| rest.get(end..)).unwrap_or_default();
            continue;
        }
        let literal = match c {
            '"' => string(rest),
            '\'' => character(rest),
            _ => None,
        };
        let Some(literal) = literal else {
            between.push(c);
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
            continue;
        };
        rest = rest.get(literal.len()..).unwrap_or_default();
        let foreign = literal.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
        count += usize::from(foreign);
        // Literals with nothing but commas between them are a list.
        let listed = between.trim().chars().all(|c| matches!(c, ',' | '|')) && !between.is_empty();
        let inner = literal.trim_matches('"').trim();
        let plain = inner.len() > 1
            && inner.chars().all(|c| c.is_ascii_lowercase() || matches!(c, ' ' | '\''));
        run = match (listed && run > 0, plain) {
            (true, true) => run + 1,
            (false, true) => 1,
            (_, false) => 0,
        };
        count += usize::from(run == LIST);
        between.clear();
    }
    count
}

/// This many English words in a row are a list of them.
const LIST: usize = 6;

/// The string literal at the start of a code.
fn string(code: &str) -> Option<&str> {
    let mut escaped = false;
    let end = code.char_indices().skip(1).find(|(_, c)| {
        let ends = *c == '"' && !escaped;
        escaped = *c == '\\' && !escaped;
        ends
    });
    code.get(..=end?.0)
}

/// The character literal at the start of a code, no lifetime.
fn character(code: &str) -> Option<&str> {
    let inside = code.get(1..)?;
    let end = inside.chars().next().filter(|c| *c != '\\').map(char::len_utf8)?;
    inside.get(end..)?.starts_with('\'').then(|| code.get(..end + 2))?
}
