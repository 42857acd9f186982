//! Liquid and Nunjucks, as Jekyll and Eleventy read them: `{{ value | filter }}` and `{% tag %}`.
//! Values that the configuration or the post gives are put in; logic is not run.

use std::ops::Range;

use super::shortcode::{Tag, treat};
use super::{Family, Sheet};

/// Liquid and Nunjucks.
#[derive(Debug)]
pub(super) struct Liquid {
    pub(super) name: &'static str,
    /// Whether every `{{ … }}` is an expression. Where no generator is known, it may be text, and
    /// only what cannot be anything else is taken for one.
    pub(super) certain: bool,
}

impl Family for Liquid {
    fn name(&self) -> &'static str {
        self.name
    }

    fn marks(&self) -> &'static [&'static str] {
        &["{%", "{{"]
    }

    fn edit(&self, sheet: &mut Sheet<'_>) {
        let mut tags = Vec::new();
        let mut logic: Vec<Branch> = Vec::new();
        let text = sheet.text;
        let mut at = 0;
        while let Some(found) = text[at..].find('{') {
            let start = at + found;
            at = start + 1;
            let end_mark = match text.as_bytes().get(at) {
                Some(b'{') => "}}",
                Some(b'%') => "%}",
                _ => continue,
            };
            let Some(length) = text[start + 2..].find(end_mark) else {
                continue;
            };
            let inside = text[start + 2..start + 2 + length].trim_matches('-').trim();
            let range = start..start + 2 + length + 2;
            if end_mark == "%}" && matches!(inside, "raw" | "verbatim") {
                // Even in code: it is there so that code is shown.
                at = raw(sheet, inside, range);
                continue;
            }
            if sheet.is_code(start)
                || text[start..].starts_with("{{<")
                || text[start..].starts_with("{{%")
            {
                continue;
            }
            at = range.end;
            if end_mark == "}}" {
                if !self.certain && !is_expression(inside) {
                    continue;
                }
                let shown = logic.iter().all(|branch| branch.dropped.is_none());
                expression(sheet, inside, range, shown);
            } else {
                let (name, arguments) = inside
                    .split_once(char::is_whitespace)
                    .unwrap_or((inside, ""));
                if matches!(name, "highlight" | "prism" | "mermaid" | "katex")
                    && let Some(end) = end_of(&text[range.end..], name)
                {
                    sheet.set_apart(range.end..range.end + end);
                }
                if !control(sheet, name, arguments, &range, &mut logic) {
                    tags.push(Tag {
                        closes: name.starts_with("end") && name.len() > 3,
                        name: name
                            .strip_prefix("end")
                            .filter(|rest| !rest.is_empty())
                            .unwrap_or(name)
                            .to_owned(),
                        arguments: arguments.to_owned(),
                        range,
                    });
                }
            }
        }
        treat(sheet, &tags);
    }
}

/// Where the tag that ends `name` begins.
fn end_of(text: &str, name: &str) -> Option<usize> {
    let ends = |(at, _): &(usize, &str)| {
        let inside = text[at + 2..].trim_start_matches(['-', ' ']);
        inside
            .strip_prefix("end")
            .is_some_and(|rest| rest.starts_with(name))
    };
    text.match_indices("{%").find(ends).map(|(at, _)| at)
}

/// Text that is shown as it is: only the marks around it go. Returns where they end.
fn raw(sheet: &mut Sheet<'_>, name: &str, open: Range<usize>) -> usize {
    let mut at = open.end;
    while let Some(found) = sheet.text[at..].find("{%") {
        let start = at + found;
        let Some(length) = sheet.text[start..].find("%}") else {
            break;
        };
        let end = start + length + 2;
        if sheet.text[start + 2..end - 2]
            .trim_matches('-')
            .trim()
            .strip_prefix("end")
            == Some(name)
        {
            sheet.replace(open.clone(), "");
            sheet.replace(start..end, "");
            sheet.set_apart(open.start..end);
            return end;
        }
        at = start + 2;
    }
    sheet.replace(open.clone(), "");
    open.end
}

/// An open `if`, `for` or the like.
struct Branch {
    name: String,
    /// Where what is left out begins.
    dropped: Option<usize>,
}

/// Treats the tags of the language itself; `false` for those of the site.
fn control(
    sheet: &mut Sheet<'_>,
    name: &str,
    arguments: &str,
    range: &Range<usize>,
    logic: &mut Vec<Branch>,
) -> bool {
    match name {
        "if" | "unless" | "for" | "tablerow" | "case" | "capture" | "macro" | "ifchanged"
        | "comment" | "doc" => {
            let keeps = matches!(name, "if" | "unless" | "ifchanged");
            let outermost = logic.iter().all(|branch| branch.dropped.is_none());
            if outermost && keeps {
                sheet.tell_logic(name, range, "its first branch is shown");
            } else if outermost && matches!(name, "for" | "tablerow" | "case") {
                sheet.tell_logic(name, range, "nothing of it is shown");
            }
            logic.push(Branch {
                name: name.to_owned(),
                dropped: (!keeps && outermost).then_some(range.start),
            });
            if keeps && outermost {
                sheet.replace(range.clone(), "");
            }
        }
        "else" | "elsif" | "elseif" | "elif" | "when" => {
            let outermost = logic.iter().all(|branch| branch.dropped.is_none());
            match logic.last_mut() {
                Some(branch) if outermost => branch.dropped = Some(range.start),
                Some(_) => {}
                None => sheet.replace(range.clone(), ""),
            }
        }
        _ if name
            .strip_prefix("end")
            .is_some_and(|rest| logic.last().is_some_and(|branch| branch.name == rest)) =>
        {
            let branch = logic.pop();
            let outermost = logic.iter().all(|branch| branch.dropped.is_none());
            match branch.and_then(|branch| branch.dropped) {
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
            sheet.replace(range.clone(), "")
        }
        "post_url" | "link" => {
            let target = arguments.trim().trim_matches(['"', '\'']);
            sheet.replace(
                range.clone(),
                format!("{}{}", super::super::A_PAGE, target.replace(' ', "%20")),
            );
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

/// Puts the value of an expression in its place.
fn expression(sheet: &mut Sheet<'_>, inside: &str, range: Range<usize>, shown: bool) {
    if let Some(value) = evaluate(sheet, inside) {
        sheet.replace(range, value);
        return;
    }
    if shown {
        let inside = inside.split_whitespace().collect::<Vec<_>>().join(" ");
        sheet.tell_unknown(&format!("{{{{ {inside} }}}}"), &range);
    }
    // Half an address leads astray; a link without one is text.
    match address_start(sheet.text, range.start) {
        Some(start) => sheet.replace(start..range.end, super::super::NO_PAGE),
        None => {
            let stand_in = sheet.stand_in(range.start);
            sheet.replace(range, stand_in);
        }
    }
}

/// Where the address begins that an expression at `at` is part of.
fn address_start(text: &str, at: usize) -> Option<usize> {
    let line = text[..at].rfind('\n').map_or(0, |line| line + 1);
    let before = &text[line..at];
    let marks = ["](<", "](", "]: ", "=\"", "='"];
    let (found, mark) = marks
        .iter()
        .filter_map(|mark| before.rfind(mark).map(|found| (found, *mark)))
        .max_by_key(|(found, mark)| (*found, mark.len()))?;
    let start = line + found + mark.len();
    let between = &text[start..at];
    (!between.contains([' ', ')', '"', '\'', '<'])).then_some(start)
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
            "escape" | "escape_once" | "xml_escape" | "safe" | "strip" | "trim" | "uri_escape"
            | "cgi_escape" | "strip_newlines" | "string" => value,
            "downcase" | "lower" => value.to_lowercase(),
            "upcase" | "upper" => value.to_uppercase(),
            "default" if value.is_empty() => operand(sheet, argument)?,
            "default" => value,
            _ => return None,
        };
    }
    Some(value)
}

/// A path with the site's base path before it.
fn rooted(sheet: &Sheet<'_>, path: &str) -> String {
    let base = variable(sheet, "site.baseurl").unwrap_or_default();
    if path.starts_with('/') {
        format!("{}{path}", base.trim_end_matches('/'))
    } else {
        path.to_owned()
    }
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
        "page.url" | "page.permalink" => Some(super::super::THE_PAGE.to_owned()),
        // Without them an address starts at the site's root, which is where it is resolved.
        "site.url" | "site.baseurl" => Some(sheet.variables.get(name).cloned().unwrap_or_default()),
        _ => sheet.variables.get(name).cloned(),
    }
}

/// The value and its filters.
fn split_filters(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut quote = None;
    let mut start = 0;
    for (at, character) in text.char_indices() {
        match quote {
            Some(open) if open == character => quote = None,
            Some(_) => {}
            None if matches!(character, '"' | '\'') => quote = Some(character),
            None if character == '|' => {
                parts.push(&text[start..at]);
                start = at + 1;
            }
            None => {}
        }
    }
    parts.push(&text[start..]);
    parts
}
