//! MDX: imports and exports, components, expressions in braces.

use crate::post::paragraph::paragraph_end;
use std::collections::BTreeMap;
use std::ops::Range;

use super::arguments::Arguments;
use super::finder::LONGEST;
use super::line::lines;
use super::shortcode::{Tag, replace_tags};
use super::{Family, Sheet, elements, extra, indented};
use crate::entities::escape;
use crate::markdown::vocabulary::has;

/// MDX.
pub(super) const MDX: Family =
    Family::of("mdx", &["import", "export", "{", "<", "    ", "\t"], edit);

fn edit(sheet: &mut Sheet<'_>) {
    // MDX has no indented code, so that the content of components may be indented.
    indented::as_paragraphs(sheet, false, |_, _, _| true);
    // A tag alone on its line ends there.
    let lines: Vec<_> = lines(sheet.text).collect();
    extra::tags(sheet, &lines, |_| true);
    let pictures = modules(sheet);
    let closed = braces(sheet.text);
    let mut tags = Vec::new();
    // The tag that ends a text with Markdown in HTML.
    let mut ends = None;
    let mut at = 0;
    let text = sheet.text;
    while let Some(found) = text[at..].find(['<', '{', '`']) {
        let start = at + found;
        at = start + 1;
        if text[start..].starts_with('`') {
            // Code in HTML, which the parser does not see.
            if sheet.is_html(start) {
                at = code_end(text, start).unwrap_or(at);
            }
            continue;
        }
        // A component's own lines may look like indented code, which MDX does not have.
        if sheet.is_code(start) && text.as_bytes()[start] == b'{' {
            continue;
        }
        if text.as_bytes()[start] == b'{' {
            if text[..start].ends_with('\\') {
                continue;
            }
            if let Some(end) = closed.get(&start) {
                at = *end;
                expression(sheet, start..*end);
            }
        } else if let Some(mut tag) = element(sheet, start, &closed, ends) {
            if sheet.is_code(start) {
                continue;
            }
            at = tag.range.end;
            tag.arguments = with_pictures(&tag.arguments, &pictures);
            if tag.name.is_empty() {
                // A fragment shows nothing of its own.
                sheet.replace(tag.range, "");
            } else if is_component(&tag.name) {
                tags.push(tag);
            } else {
                html(sheet, tag, &mut ends);
            }
        }
    }
    replace_tags(sheet, &tags);
}

/// Writes an element of HTML, and separates Markdown in it. `ends` is where the last such text ends.
fn html(sheet: &mut Sheet<'_>, tag: Tag, ends: &mut Option<usize>) {
    let is_end = *ends == Some(tag.range.start);
    let content = holds_markdown(sheet, &tag);
    let mut html = plain_html(sheet, &tag);
    if is_end || content.is_some() {
        // The text of a paragraph becomes one anyway.
        if tag.name == "p" {
            html.clear();
        }
        let indentation = indentation(sheet, tag.range.start);
        let gap = format!("\n{}\n{indentation}", indentation.trim_end());
        if is_end {
            html.insert_str(0, &gap);
        }
        if let Some(content) = content {
            html.push_str(&gap);
            *ends = Some(content.end);
            set_in(sheet, content, &indentation);
        }
    }
    sheet.replace(tag.range, html);
}

/// Removes `import` and `export` at the start of a line, up to the next blank line. Returns the
/// names of imported images, each with its path.
fn modules(sheet: &mut Sheet<'_>) -> Vec<(String, String)> {
    let mut pictures = Vec::new();
    let text = sheet.text;
    let mut at = 0;
    let mut after_blank = true;
    while at < text.len() {
        let line = text[at..].split_inclusive('\n').next().unwrap_or_default();
        let starts = (line.starts_with("import ") || line.starts_with("export "))
            && after_blank
            && !sheet.is_code(at);
        let code_like = line.contains(" from ")
            || line.contains(['{', '=', '"', '\''])
            || line.starts_with("export ");
        if starts && code_like {
            let end = paragraph_end(&text[at..]).map_or(text.len(), |end| at + end);
            pictures.extend(text[at..end].lines().filter_map(picture));
            sheet.set_apart(at..end);
            sheet.replace(at..end, "");
            at = end;
            continue;
        }
        after_blank = line.trim().is_empty();
        at += line.len();
    }
    pictures
}

/// The name and the path in `import name from './picture.png'`.
fn picture(line: &str) -> Option<(String, String)> {
    let (name, path) = line.strip_prefix("import ")?.split_once(" from ")?;
    let path = path.trim().trim_end_matches(';').trim_matches(['"', '\'']);
    let (_, extension) = path.rsplit_once('.')?;
    let is_picture = matches!(extension, "png" | "jpg" | "jpeg" | "gif" | "webp" | "svg" | "avif");
    is_picture.then(|| (name.trim().to_owned(), path.to_owned()))
}

/// Attributes with the paths of imported images in place of their names.
fn with_pictures(attributes: &str, pictures: &[(String, String)]) -> String {
    let mut attributes = attributes.to_owned();
    for (name, path) in pictures {
        for form in [format!("{{{name}}}"), format!("{{{name}.src}}")] {
            attributes = attributes.replace(&form, &format!("\"{path}\""));
        }
    }
    attributes
}

/// An expression in braces. A quoted text is itself, a comment is empty, the rest is unknown.
fn expression(sheet: &mut Sheet<'_>, range: Range<usize>) {
    let inside = sheet.text[range.start + 1..range.end - 1].trim();
    let is_quoted = inside.len() > 1
        && ['"', '\'', '`']
            .iter()
            .any(|quote| inside.starts_with(*quote) && inside.ends_with(*quote));
    if is_quoted {
        let value = inside[1..inside.len() - 1].to_owned();
        sheet.replace(range, value);
    } else if inside.parse::<f64>().is_ok() {
        let value = inside.to_owned();
        sheet.replace(range, value);
    } else if inside.is_empty() || inside.starts_with("/*") {
        sheet.replace(range, "");
    } else {
        sheet.report_unknown(&format!("{{{inside}}}"), &range);
        sheet.take_out(range);
    }
}

/// Whether a name is that of a component: it begins with a capital or has a dot.
fn is_component(name: &str) -> bool {
    name.starts_with(char::is_uppercase) || name.contains('.')
}

/// The tag that begins at `start`: of a component, a fragment, or an element of HTML with attributes in
/// braces or with Markdown.
fn element(
    sheet: &Sheet<'_>,
    start: usize,
    closed: &BTreeMap<usize, usize>,
    ends: Option<usize>,
) -> Option<Tag> {
    let text = sheet.text;
    let rest = &text[start + 1..];
    let (is_end, rest) = rest.strip_prefix('/').map_or((false, rest), |rest| (true, rest));
    let length = rest
        .find(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '_' | '-')))
        .unwrap_or(rest.len());
    let name = &rest[..length];
    if name.is_empty() && !rest.starts_with('>') {
        return None;
    }
    let name_end = text.len() - rest.len() + length;
    let end = tag_end(text, name_end, closed)?;
    let arguments = text[name_end..end - 1].trim_end_matches('/');
    let tag = Tag { closes: is_end, ..Tag::new(name, arguments, start..end) };
    let is_ours = name.is_empty()
        || is_component(name)
        || arguments.contains('{')
        || ends == Some(start)
        || holds_markdown(sheet, &tag).is_some();
    is_ours.then_some(tag)
}

/// Elements that hold blocks.
const HOLDERS: &str = "div section article aside header footer main figcaption center details
    summary blockquote li dd dt td th p figure";

/// Other elements before which a text ends.
const OTHERS: &str = "ul ol dl table thead tbody tr pre";

/// The text between a tag in a block of HTML and the next one of a block, if it is Markdown: MDX parses
/// it, `CommonMark` takes it for HTML.
fn holds_markdown(sheet: &Sheet<'_>, tag: &Tag) -> Option<Range<usize>> {
    let (text, start) = (sheet.text, tag.range.start);
    // Look at the spaces only: a line may be the whole text.
    let before = text[..start].trim_end_matches([' ', '\t']);
    let begins_line = before.is_empty() || before.ends_with(['\n', '>']);
    let name = tag.name.as_str();
    let is_one = has(HOLDERS, name) || tag.closes && has(OTHERS, name);
    let block = sheet.block(start);
    if !is_one || block.is_none() && (tag.closes || !begins_line) {
        return None;
    }
    let from = tag.range.end;
    let far = text.floor_char_boundary(from + LONGEST);
    // After an element, a blank line ends the text.
    let far = block.filter(|_| tag.closes).map_or(far, |block| far.min(block.end));
    let near = text.get(from..far)?;
    let ends = |(at, _): &(usize, &str)| {
        let name = elements::name(near[at + 1..].trim_start_matches('/'));
        has(HOLDERS, name) || has(OTHERS, name)
    };
    let end = match near.match_indices('<').find(ends) {
        Some((end, _)) => end,
        None if tag.closes => near.len(),
        None => return None,
    };
    let content = &near[..end];
    let is_markdown = content.contains(['*', '_', '[', '`', '~', '\\']) || content.contains("://");
    is_markdown.then_some(from..from + end)
}

/// The end of the code span that begins at `start`, on the same line.
fn code_end(text: &str, start: usize) -> Option<usize> {
    let line = text[start..].lines().next()?;
    let inside = line.trim_start_matches('`');
    let marks = &line[..line.len() - inside.len()];
    Some(start + 2 * marks.len() + inside.find(marks)?)
}

/// What lines begin with in the list or the quote around a block of HTML.
fn indentation(sheet: &Sheet<'_>, at: usize) -> String {
    let start = sheet.block(at).map_or(at, |block| block.start);
    let line = sheet.text[..start].rfind('\n').map_or(0, |end| end + 1);
    let before = sheet.text[line..start].split('<').next();
    let before = before.unwrap_or_default();
    if before.trim().is_empty() {
        return before.to_owned();
    }
    let marks = before.chars();
    marks.map(|c| if c == '>' { '>' } else { ' ' }).collect()
}

/// Gives the lines of the Markdown in an element the indentation of what is around it.
fn set_in(sheet: &mut Sheet<'_>, content: Range<usize>, indentation: &str) {
    let text = sheet.text;
    for (at, _) in text[content.clone()].match_indices('\n') {
        let line = content.start + at + 1;
        let rest = &text[line..content.end];
        let blanks = rest.len() - rest.trim_start_matches([' ', '\t', '>']).len();
        // The tag after the text has the indentation already.
        if !rest.is_empty() {
            sheet.replace(line..line + blanks, indentation);
        }
    }
}

/// Writes an HTML element without the attributes that only a program can evaluate.
fn plain_html(sheet: &mut Sheet<'_>, tag: &Tag) -> String {
    let arguments = Arguments::read(&tag.arguments);
    for name in ["src", "href"] {
        if arguments.named(&[name]).is_none()
            && let Some(expression) = value_in_braces(&tag.arguments, name)
        {
            sheet.report_unknown_as(expression, &tag.range, super::ADDRESS_GONE);
        }
    }
    let mut html = format!("<{}{}", if tag.closes { "/" } else { "" }, tag.name);
    for name in
        ["href", "src", "alt", "title", "id", "width", "height", "colspan", "rowspan", "lang"]
    {
        if let Some(value) = arguments.named(&[name]) {
            html = format!("{html} {name}=\"{}\"", escape(value));
        }
    }
    html.push('>');
    if sheet.text[tag.range.clone()].ends_with("/>")
        && !matches!(tag.name.as_str(), "img" | "br" | "hr" | "source" | "input")
    {
        html = format!("{html}</{}>", tag.name);
    }
    html
}

/// The expression of an attribute.
fn value_in_braces<'t>(attributes: &'t str, name: &str) -> Option<&'t str> {
    let (before, rest) = attributes.split_once(&format!("{name}={{"))?;
    let is_whole = before.is_empty() || before.ends_with(char::is_whitespace);
    let start = attributes.len() - rest.len() - 1;
    let end = start + attributes[start..].find('}')? + 1;
    is_whole.then(|| &attributes[start..end])
}

/// The end of a tag, ignoring quotes and braces.
fn tag_end(text: &str, from: usize, closed: &BTreeMap<usize, usize>) -> Option<usize> {
    let mut quote = None;
    let mut skip = from;
    for (at, character) in text[from..].char_indices().take(LONGEST) {
        let at = from + at;
        match quote {
            _ if at < skip => {}
            Some(open) if open == character => quote = None,
            Some(_) => {}
            None => match character {
                '"' | '\'' | '`' => quote = Some(character),
                '{' => skip = *closed.get(&at)?,
                '>' => return Some(at + 1),
                '<' => return None,
                _ => {}
            },
        }
    }
    None
}

/// The closing brace of each opening one, in the same paragraph.
fn braces(text: &str) -> BTreeMap<usize, usize> {
    let mut closed = BTreeMap::new();
    let mut open = Vec::new();
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => open.push(at),
            b'}' => {
                if let Some(start) = open.pop() {
                    closed.insert(start, at + 1);
                }
            }
            b'\n' if text.as_bytes().get(at + 1) == Some(&b'\n') => open.clear(),
            _ => {}
        }
    }
    closed
}
