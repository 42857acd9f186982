//! Paragraphs from blank lines, as `WordPress` makes them (`wpautop`).

use super::link;

/// Elements between paragraphs.
const BLOCKS: &[&str] = &[
    "table",
    "thead",
    "tfoot",
    "caption",
    "col",
    "colgroup",
    "tbody",
    "tr",
    "td",
    "th",
    "div",
    "dl",
    "dd",
    "dt",
    "ul",
    "ol",
    "li",
    "pre",
    "form",
    "blockquote",
    "address",
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "fieldset",
    "section",
    "article",
    "aside",
    "header",
    "footer",
    "nav",
    "figure",
    "figcaption",
    "details",
    "summary",
];

/// Elements whose text is split into paragraphs of its own.
const HOLDERS: &[&str] = &[
    "div",
    "blockquote",
    "section",
    "article",
    "aside",
    "details",
];

/// Elements whose text stays as it is.
const VERBATIM: &[&str] = &["pre", "script", "style", "textarea"];

/// The text with its paragraphs and line breaks as elements.
pub(super) fn marked(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut part = String::new();
    let mut at = 0;
    while let Some(found) = text[at..].find('<') {
        let start = at + found;
        part.push_str(&text[at..start]);
        let end = tag_end(text, start);
        let tag = &text[start..end];
        let (name, closes) = name_of(tag);
        if !closes && VERBATIM.contains(&name.as_str()) {
            let close = format!("</{name}");
            let end = find_folded(text, end, &close).map_or(text.len(), |at| tag_end(text, at));
            flush(&mut part, &mut out);
            out.push_str(&text[start..end]);
            at = end;
            continue;
        }
        let holds = HOLDERS.contains(&name.as_str());
        let is_block = BLOCKS.contains(&name.as_str());
        if is_block && (!closes || holds) {
            part.push_str("\n\n");
        }
        part.push_str(tag);
        if is_block && (closes || holds || name == "hr") {
            part.push_str("\n\n");
        }
        at = end;
    }
    part.push_str(&text[at..]);
    flush(&mut part, &mut out);
    out
}

/// Links bare URLs on lines of their own, where `WordPress` embeds their content.
pub(super) fn with_links(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(linked).collect();
    lines.join("\n")
}

fn linked(line: &str) -> String {
    let word = line.trim();
    let is_address = word.starts_with("http://") || word.starts_with("https://");
    if is_address && !word.contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"')) {
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
        let whole = paragraph.join("\n");
        paragraph.clear();
        let whole = whole.trim();
        if whole.is_empty() {
            continue;
        }
        let is_comment = whole.starts_with("<!--") && whole.ends_with("-->");
        if is_comment || whole.starts_with('<') && BLOCKS.contains(&name_of(whole).0.as_str()) {
            out.push_str(whole);
        } else {
            let lines: Vec<String> = whole.split('\n').map(linked).collect();
            out.push_str("<p>");
            out.push_str(&lines.join("<br>\n"));
            out.push_str("</p>");
        }
        out.push('\n');
    }
    part.clear();
}

/// The end of the tag or comment that begins at `start`.
fn tag_end(text: &str, start: usize) -> usize {
    let rest = &text[start..];
    if rest.starts_with("<!--") {
        return rest.find("-->").map_or(text.len(), |at| start + at + 3);
    }
    let is_tag = rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
    if !is_tag {
        return start + 1;
    }
    let mut quote = None;
    for (at, byte) in rest.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return start + at + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    text.len()
}

/// The name of a tag in lower case, and whether it is an end tag.
fn name_of(tag: &str) -> (String, bool) {
    let inner = tag.trim_start_matches('<');
    let (inner, closes) = match inner.strip_prefix('/') {
        Some(inner) => (inner, true),
        None => (inner, false),
    };
    let name: String = inner
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect();
    (name.to_ascii_lowercase(), closes)
}

/// The first occurrence from `from` on of these ASCII characters, in any case.
fn find_folded(text: &str, from: usize, what: &str) -> Option<usize> {
    let (text, what) = (text.as_bytes(), what.as_bytes());
    let mut windows = text.get(from..)?.windows(what.len());
    Some(from + windows.position(|window| window.eq_ignore_ascii_case(what))?)
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
        assert_eq!(
            marked("<PRE>a\n\nb</pre>c < d"),
            "<PRE>a\n\nb</pre><p>c < d</p>\n"
        );
        assert_eq!(
            marked("https://a.example/x"),
            "<p><a href=\"https://a.example/x\">https://a.example/x</a></p>\n"
        );
    }
}
