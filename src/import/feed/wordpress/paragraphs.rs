//! Paragraphs from blank lines, as `WordPress` makes them (`wpautop`).

use std::sync::LazyLock;

use regex::Regex;

use super::link;
use crate::markdown::vocabulary::{BLOCKS, has};

/// Elements between paragraphs besides the blocks.
const OF_TABLES: &str = "thead tfoot caption col colgroup tbody tr td th";

/// Elements whose text is split into paragraphs of its own.
const HOLDERS: &str = "div blockquote section article aside details";

/// An element whose text stays as it is, a comment, or a tag.
static MARKUP: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let verbatim = ["pre", "script", "style", "textarea"];
    let verbatim = verbatim.map(|name| format!(r"<{name}[\s>].*?(?:</{name}[^>]*>|\z)"));
    let tag = r#"</?(?<name>[a-z][a-z0-9]*)(?:"[^"]*"|'[^']*'|[^'">])*(?:>|\z)"#;
    let verbatim = verbatim.join("|");
    Regex::new(&format!(r"(?is)(?<verbatim>{verbatim})|<!--.*?(?:-->|\z)|{tag}")).ok()
});

/// The text with its paragraphs and line breaks as elements.
pub(super) fn marked(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut part = String::new();
    let mut at = 0;
    for found in MARKUP.iter().flat_map(|markup| markup.captures_iter(text)) {
        let Some(whole) = found.get(0) else { continue };
        part.push_str(&text[at..whole.start()]);
        at = whole.end();
        if found.name("verbatim").is_some() {
            flush(&mut part, &mut out);
            out.push_str(whole.as_str());
            continue;
        }
        let name = found.name("name").map_or("", |name| name.as_str());
        let closes = whole.as_str().starts_with("</");
        let holds = has(HOLDERS, name);
        if is_block(name) && (!closes || holds) {
            part.push_str("\n\n");
        }
        part.push_str(whole.as_str());
        if is_block(name) && (closes || holds || name.eq_ignore_ascii_case("hr")) {
            part.push_str("\n\n");
        }
    }
    part.push_str(&text[at..]);
    flush(&mut part, &mut out);
    out
}

fn is_block(name: &str) -> bool {
    has(BLOCKS, name) || has(OF_TABLES, name)
}

/// Links bare URLs on lines of their own, where `WordPress` embeds their content.
pub(super) fn with_links(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(linked).collect();
    lines.join("\n")
}

fn linked(line: &str) -> String {
    let word = line.trim();
    let is_url = word.starts_with("http://") || word.starts_with("https://");
    if is_url && !word.contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"')) {
        link(word, word)
    } else {
        line.to_owned()
    }
}

/// Writes the text between two verbatim pieces, paragraph by paragraph.
fn flush(part: &mut String, out: &mut String) {
    let mut paragraph: Vec<&str> = Vec::new();
    for line in part.split('\n').chain([""]) {
        if !line.trim().is_empty() {
            paragraph.push(line);
            continue;
        }
        let whole = std::mem::take(&mut paragraph).join("\n");
        let whole = whole.trim();
        if whole.is_empty() {
            continue;
        }
        let mut words = whole.split(|c: char| !c.is_ascii_alphanumeric());
        let is_block = words.find(|word| !word.is_empty()).is_some_and(is_block);
        let is_comment = whole.starts_with("<!--") && whole.ends_with("-->");
        if is_comment || whole.starts_with('<') && is_block {
            out.push_str(whole);
        } else {
            let lines = with_links(whole).replace('\n', "<br>\n");
            out.extend(["<p>", &lines, "</p>"]);
        }
        out.push('\n');
    }
    part.clear();
}

#[cfg(test)]
mod tests {
    use super::marked;

    #[test]
    fn blank_lines_are_paragraphs() {
        assert_eq!(
            marked("One\ntwo\n\nThree <em>four</em>"),
            "<p>One<br>\ntwo</p>\n<p>Three <em>four</em></p>\n"
        );
        assert_eq!(
            marked("<h2>A</h2>\nText\n<ul>\n<li>b</li>\n</ul>"),
            "<h2>A</h2>\n<p>Text</p>\n<ul>\n<li>b</li>\n</ul>\n"
        );
        assert_eq!(
            marked("<blockquote>One\n\nTwo</blockquote>End"),
            "<blockquote>\n<p>One</p>\n<p>Two</p>\n</blockquote>\n<p>End</p>\n"
        );
        assert_eq!(marked("<PRE>a\n\nb</pre>c < d"), "<PRE>a\n\nb</pre><p>c < d</p>\n");
        assert_eq!(
            marked("https://a.example/x"),
            "<p><a href=\"https://a.example/x\">https://a.example/x</a></p>\n"
        );
    }
}
