//! Liquid and Nunjucks, as in Jekyll and Eleventy: `{{ value | filter }}` and `{% tag %}`. Values
//! of the configuration or the post are inserted; logic is not run.

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::{DateTime, NaiveDate, NaiveTime};

use super::braces::{Brace, Braces, with_blanks};
use super::finder::Finder;
use super::loops::Lists;
use super::shortcode::{Tag, replace_tags};
use super::{Family, Sheet, around};
use crate::post::date::formatted;

/// Liquid and Nunjucks, where every `{{ … }}` is an expression.
pub(super) const LIQUID: Family = Family {
    runs_in_code: true,
    leftover: |text| Some(Braces::new(text).next()?.range),
    ..Family::of("liquid", MARKS, |sheet| edit(sheet, true))
};

/// Liquid where the generator is unknown: other than an unambiguous `{{ … }}` may be text.
pub(super) const PERHAPS: Family = Family::of("liquid-perhaps", MARKS, |sheet| edit(sheet, false));

const MARKS: &[&str] = &["{%", "{{"];

fn edit(sheet: &mut Sheet<'_>, certain: bool) {
    let mut tags = Vec::new();
    let mut logic = Logic::default();
    let text = sheet.text;
    let ends = end_tags(text);
    let mut lists = Lists::new(text);
    let mut braces = Braces::new(text);
    loop {
        let from = braces.at;
        let Some(Brace { range, inside, is_tag }) = braces.next() else {
            break;
        };
        let start = range.start;
        let inside = inside.trim_matches('-').trim();
        if is_tag && matches!(inside, "raw" | "verbatim") {
            // Even in code: its purpose is to show code.
            braces.at = raw(sheet, next_end(&ends, inside, range.end), range);
            continue;
        }
        let of_hugo = text[start..].starts_with("{{<") || text[start..].starts_with("{{%");
        if sheet.is_code(start) || of_hugo && !certain {
            continue;
        }
        let range = with_blanks(text, &range, from);
        braces.at = range.end;
        if is_tag {
            let (name, arguments) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
            // The generator runs its content; without a known generator, the content is shown.
            if !certain
                && matches!(name, "highlight" | "prism" | "mermaid" | "katex")
                && let Some(end) = next_end(&ends, name, range.end)
            {
                sheet.set_apart(range.end..end.start);
            }
            if name == "for"
                && logic.dropped == 0
                && let Some(end) = next_end(&ends, name, range.end)
                && let end = with_blanks(text, &end, range.end)
                && let Some(all) = lists
                    .unrolled(arguments, range.end..end.start, |inside| evaluate(sheet, inside))
            {
                braces.at = end.end;
                sheet.replace(range.start..end.end, all);
                continue;
            }
            let (stem, arguments) = included(name, arguments);
            let is_include = stem != name;
            let name = stem;
            if !control(sheet, name, arguments, &range, &mut logic) {
                let closes = name.strip_prefix("end").filter(|rest| !rest.is_empty());
                tags.push(Tag {
                    closes: closes.is_some(),
                    is_include,
                    ..Tag::new(closes.unwrap_or(name), arguments, range)
                });
            }
        } else if certain || is_expression(inside) {
            let shown = logic.dropped == 0;
            expression(sheet, inside, range, shown);
        }
    }
    replace_tags(sheet, &tags);
}

/// The meaning of `include embed/youtube.html id="…"`: that of a tag named like its file.
fn included<'t>(name: &'t str, arguments: &'t str) -> (&'t str, &'t str) {
    if !matches!(name, "include" | "include_relative" | "include_cached" | "render") {
        return (name, arguments);
    }
    let (file, rest) =
        arguments.trim_start().split_once([' ', '\t', '\n', ',']).unwrap_or((arguments, ""));
    let file = file.trim_matches(['"', '\'']);
    let stem = file.rsplit('/').next().unwrap_or(file);
    let stem = stem.split('.').next().unwrap_or(stem);
    if stem.is_empty() || stem.contains(['{', '}']) {
        return (name, arguments);
    }
    (stem, rest)
}

/// Every end tag, by the name of the tag that it ends.
fn end_tags(text: &str) -> BTreeMap<&str, Vec<Range<usize>>> {
    let mut ends: BTreeMap<&str, Vec<Range<usize>>> = BTreeMap::new();
    let mut marks = Finder::new(text, "%}");
    for (start, _) in text.match_indices("{%") {
        let Some(end) = marks.near(start + 2) else {
            continue;
        };
        let inside = text[start + 2..end].trim_matches('-').trim();
        if let Some(name) = inside.strip_prefix("end") {
            ends.entry(name).or_default().push(start..end + 2);
        }
    }
    ends
}

/// The first tag after `from` that ends `name`.
fn next_end(
    ends: &BTreeMap<&str, Vec<Range<usize>>>,
    name: &str,
    from: usize,
) -> Option<Range<usize>> {
    let ends = ends.get(name)?;
    ends.get(ends.partition_point(|end| end.start < from)).cloned()
}

/// Verbatim text: only the tags around it are removed. Returns their end.
fn raw(sheet: &mut Sheet<'_>, close: Option<Range<usize>>, open: Range<usize>) -> usize {
    sheet.replace(open.clone(), "");
    let Some(close) = close else {
        return open.end;
    };
    sheet.replace(close.clone(), "");
    sheet.keep_literal(&sheet.text[open.end..close.start]);
    sheet.set_apart(open.start..close.end);
    close.end
}

/// The open `if`, `for` and the like.
#[derive(Default)]
struct Logic {
    branches: Vec<Branch>,
    /// How many of them leave something out.
    dropped: usize,
}

struct Branch {
    name: String,
    /// The start of the part that is left out.
    dropped: Option<usize>,
}

/// Handles the tags of the language itself; `false` for those of the site.
fn control(
    sheet: &mut Sheet<'_>,
    name: &str,
    arguments: &str,
    range: &Range<usize>,
    logic: &mut Logic,
) -> bool {
    match name {
        "if" | "unless" | "for" | "tablerow" | "case" | "capture" | "macro" | "ifchanged"
        | "comment" | "doc" => {
            let keeps = matches!(name, "if" | "unless" | "ifchanged");
            let outermost = logic.dropped == 0;
            if outermost && keeps {
                sheet.report_logic(name, range, "its first branch is shown");
            } else if outermost && matches!(name, "for" | "tablerow" | "case") {
                sheet.report_logic(name, range, "nothing of it is shown");
            }
            let dropped = (!keeps && outermost).then_some(range.start);
            logic.dropped += usize::from(dropped.is_some());
            logic.branches.push(Branch { name: name.to_owned(), dropped });
            if keeps && outermost {
                sheet.replace(range.clone(), "");
            }
        }
        "else" | "elsif" | "elseif" | "elif" | "when" => {
            let outermost = logic.dropped == 0;
            match logic.branches.last_mut() {
                Some(branch) if outermost => {
                    branch.dropped = Some(range.start);
                    logic.dropped += 1;
                }
                Some(_) => {}
                None => sheet.replace(range.clone(), ""),
            }
        }
        _ if name.strip_prefix("end").is_some_and(|rest| {
            logic.branches.last().is_some_and(|branch| branch.name == rest)
        }) =>
        {
            let dropped = logic.branches.pop().and_then(|branch| branch.dropped);
            logic.dropped -= usize::from(dropped.is_some());
            let outermost = logic.dropped == 0;
            match dropped {
                Some(start) => {
                    sheet.set_apart(start..range.end);
                    sheet.clear(start..range.end);
                }
                None if outermost => sheet.replace(range.clone(), ""),
                None => {}
            }
        }
        "assign" | "increment" | "decrement" | "cycle" | "break" | "continue" | "set"
        | "import" | "from" | "extends" | "liquid" | "layout" | "seo" | "feed_meta" | "echo" => {
            sheet.replace(range.clone(), "");
        }
        "post_url" | "link" => {
            let target = arguments.trim().trim_matches(['"', '\'']);
            let target = match name {
                // `post_url /sub/2026-01-02-a` is a post under `_posts`.
                "post_url" => target.trim_start_matches('/'),
                _ => target,
            };
            let url = page(sheet, target, range);
            sheet.put_url(range.clone(), &url);
        }
        _ => return false,
    }
    true
}

/// Whether text in double braces is an expression beyond doubt.
fn is_expression(inside: &str) -> bool {
    let known = ["site.", "page.", "post.", "include.", "\"", "'"];
    known.iter().any(|start| inside.starts_with(start)) || inside.contains(" | ")
}

/// Inserts the value of an expression.
fn expression(sheet: &mut Sheet<'_>, inside: &str, range: Range<usize>, shown: bool) {
    if let Some(value) = evaluate(sheet, inside) {
        sheet.replace(range, value);
        return;
    }
    let url = around::url(sheet.text, &range).filter(|_| !sheet.is_literal(range.start));
    if shown {
        let name = format!("{{{{ {} }}}}", super::collapsed(inside));
        if url.is_some() {
            sheet.report_unknown_as(&name, &range, super::ADDRESS_GONE);
        } else {
            sheet.report_unknown(&name, &range);
        }
    }
    if url.is_some() {
        sheet.put_url(range, "");
    } else {
        sheet.take_out(range);
    }
}

fn evaluate(sheet: &Sheet<'_>, inside: &str) -> Option<String> {
    let mut parts = split_filters(inside).into_iter();
    let mut value = operand(sheet, parts.next()?)?;
    for filter in parts {
        let (name, argument) = filter.split_once(':').unwrap_or((filter, ""));
        let argument = argument.trim();
        value = match name.trim() {
            "url" | "relative_url" => rooted(sheet, &value),
            "absolute_url" | "htmlBaseUrl" | "absoluteUrl" => {
                format!("{}{}", variable(sheet, "site.url")?, rooted(sheet, &value))
            }
            "prepend" => format!("{}{value}", operand(sheet, argument)?),
            "append" => format!("{value}{}", operand(sheet, argument)?),
            "default" if value.is_empty() => operand(sheet, argument)?,
            "escape" | "escape_once" | "xml_escape" | "safe" | "strip" | "trim" | "uri_escape"
            | "cgi_escape" | "strip_newlines" | "string" | "default" => value,
            "date" => dated(&value, &operand(sheet, argument)?)?,
            "date_to_string" => dated(&value, "%d %b %Y")?,
            "date_to_long_string" => dated(&value, "%d %B %Y")?,
            "date_to_xmlschema" => dated(&value, "%Y-%m-%dT%H:%M:%S%:z")?,
            "downcase" | "lower" => value.to_lowercase(),
            "upcase" | "upper" => value.to_uppercase(),
            _ => return None,
        };
    }
    Some(value)
}

/// A date in another format; `None` where the date or the format is unknown.
fn dated(date: &str, form: &str) -> Option<String> {
    let day = || NaiveDate::parse_from_str(date, "%Y-%m-%d").ok();
    let date = DateTime::parse_from_str(date, "%Y-%m-%d %H:%M:%S %z").ok();
    let date = date.or_else(|| Some(day()?.and_time(NaiveTime::MIN).and_utc().fixed_offset()))?;
    formatted(date, form)
}

/// A path with the site's base path before it.
fn rooted(sheet: &Sheet<'_>, path: &str) -> String {
    if path.starts_with('/') { base_path(sheet) + path } else { path.to_owned() }
}

fn operand(sheet: &Sheet<'_>, text: &str) -> Option<String> {
    let text = text.trim();
    for quote in ['"', '\''] {
        if let Some(inner) = text.strip_prefix(quote) {
            return inner.strip_suffix(quote).map(str::to_owned);
        }
    }
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(text.to_owned());
    }
    variable(sheet, text)
}

fn variable(sheet: &Sheet<'_>, name: &str) -> Option<String> {
    let head = &sheet.post.head;
    match name {
        "page.title" | "title" => head.title.as_ref().map(|title| title.value.clone()),
        "page.url" => own_path(sheet),
        "page.date" => {
            let date = head.date.as_ref()?.value;
            Some(date.format("%Y-%m-%d %H:%M:%S %z").to_string())
        }
        // In a text it is what readers see, so it is never empty.
        "site.url" => (sheet.variables.get(name).cloned()).or_else(|| origin(sheet)),
        // Without it a URL is relative to the site's root, against which it is resolved.
        "site.baseurl" => Some(sheet.variables.get(name).cloned().unwrap_or_default()),
        _ => match sheet.variables.get(name) {
            Some(value) => Some(value.clone()),
            None => sheet.plain(name.strip_prefix("page.").unwrap_or(name)),
        },
    }
}

/// The URL of the site without its path.
fn origin(sheet: &Sheet<'_>) -> Option<String> {
    let url = url::Url::parse(sheet.own_page()).ok()?;
    Some(url.origin().ascii_serialization())
}

/// The path of the post's own page, without the site's base path, which templates add.
fn own_path(sheet: &Sheet<'_>) -> Option<String> {
    let url = url::Url::parse(sheet.own_page()).ok()?;
    Some(without_base(sheet, url.path()).to_owned())
}

fn without_base<'p>(sheet: &Sheet<'_>, path: &'p str) -> &'p str {
    let rest = path.strip_prefix(&base_path(sheet)).filter(|rest| rest.starts_with('/'));
    rest.unwrap_or(path)
}

/// The site's base path without a final slash; empty without one.
fn base_path(sheet: &Sheet<'_>) -> String {
    let base = variable(sheet, "site.baseurl").unwrap_or_default();
    base.trim_end_matches('/').to_owned()
}

/// The URL of the page that `post_url` or `link` names, continuing the text before it, which may be
/// `{{ site.url }}` and `{{ site.baseurl }}`.
fn page(sheet: &mut Sheet<'_>, target: &str, range: &Range<usize>) -> String {
    let whole = sheet.page(target, range);
    let Some(before) = sheet.edited_before(range.start).filter(|before| !before.is_empty()) else {
        return whole;
    };
    let Ok(url) = url::Url::parse(&whole) else {
        return whole;
    };
    let path = &whole[url.origin().ascii_serialization().len().min(whole.len())..];
    let base = base_path(sheet);
    if !base.is_empty() && before.trim_end_matches('/').ends_with(&base) {
        return without_base(sheet, path).to_owned();
    }
    path.to_owned()
}

/// The value and its filters.
fn split_filters(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut quote = None;
    let mut start = 0;
    for (at, character) in text.char_indices() {
        match quote {
            Some(open) if open == character => quote = None,
            None if matches!(character, '"' | '\'') => quote = Some(character),
            None if character == '|' => {
                parts.push(&text[start..at]);
                start = at + 1;
            }
            Some(_) | None => {}
        }
    }
    parts.push(&text[start..]);
    parts
}
