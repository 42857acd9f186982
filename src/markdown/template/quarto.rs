//! Quarto: fenced divs (`::: {.callout-note}` to `:::`), and chunks of code that are run (````
//! ```{python} ````).

use super::shortcode::{Tag, replace_tags};
use super::{Family, Sheet};

/// Divs and code chunks of Quarto.
pub(super) const QUARTO: Family = Family::of("quarto", &[":::", "```{"], edit);

fn edit(sheet: &mut Sheet<'_>) {
    let mut tags: Vec<Tag> = Vec::new();
    let mut open: Vec<String> = Vec::new();
    let text = sheet.text;
    let mut start = 0;
    let mut chunk: Option<Chunk> = None;
    for line in text.split_inclusive('\n') {
        let at = start + line.len() - line.trim_start().len();
        start += line.len();
        let written = line.trim();
        if let Some(open) = &mut chunk {
            if written.starts_with(&open.fence) && written.trim_start_matches('`').is_empty() {
                open.close(sheet, start);
                chunk = None;
            } else if open.at_options && written.starts_with("#|") {
                open.option(written);
                sheet.replace(at..start, "");
            } else {
                open.at_options = false;
            }
            continue;
        }
        let ticks = written.len() - written.trim_start_matches('`').len();
        // `{.python}` is a listing with attributes, which is not run.
        let is_run = written[ticks..].starts_with('{') && !written[ticks..].starts_with("{.");
        if ticks > 2 && is_run && written.ends_with('}') {
            let opened = Chunk::new(&written[..ticks], &written[ticks..], at);
            sheet.replace(at..at + written.len(), format!("{}{}", opened.fence, opened.language));
            chunk = Some(opened);
            continue;
        }
        let colons = written.len() - written.trim_start_matches(':').len();
        if colons < 3 || sheet.is_code(at) {
            continue;
        }
        let range = at..at + written.len();
        let attributes = written[colons..].trim().trim_end_matches(':').trim();
        tags.push(if attributes.is_empty() {
            let name = open.pop().unwrap_or_else(|| "div".to_owned());
            Tag::end(&name, range)
        } else {
            let name = class(attributes);
            let tag = Tag::new(&name, &arguments(attributes), range);
            open.push(name);
            tag
        });
    }
    replace_tags(sheet, &tags);
}

/// What a div is called here: a callout by its kind, everything else `div`.
fn class(attributes: &str) -> String {
    let callout =
        attributes.split(['.', ' ', '{', '}']).find_map(|word| word.strip_prefix("callout-"));
    callout.unwrap_or("div").to_owned()
}

/// The attributes without classes and ids.
fn arguments(attributes: &str) -> String {
    let inside = attributes.trim_start_matches('{').trim_end_matches('}');
    inside.split_once("title=").map_or_else(String::new, |(_, title)| format!("title={title}"))
}

/// A chunk of code: Quarto runs it, and shows what it prints.
struct Chunk {
    fence: String,
    language: String,
    at: usize,
    /// Whether neither its code nor what it prints is shown.
    hidden: bool,
    /// Whether its code is shown.
    echo: bool,
    /// Whether lines may still be options.
    at_options: bool,
}

impl Chunk {
    fn new(fence: &str, header: &str, at: usize) -> Self {
        let inside = header.trim_matches(['{', '}']);
        let (language, options) = inside.split_once([' ', ',']).unwrap_or((inside, ""));
        let says = |option: &str| options.replace(' ', "").to_lowercase().contains(option);
        Self {
            fence: fence.to_owned(),
            language: language.to_owned(),
            at,
            hidden: says("include=false"),
            echo: !says("echo=false"),
            at_options: true,
        }
    }

    /// A line `#| echo: false`.
    fn option(&mut self, line: &str) {
        let option = line.trim_start_matches("#|").trim();
        match option.split_once(':').map(|(key, value)| (key.trim(), value.trim())) {
            Some(("echo", "false")) => self.echo = false,
            Some(("include", "false")) => self.hidden = true,
            _ => {}
        }
    }

    /// What is left of it, where its last line ends at `end`.
    fn close(&self, sheet: &mut Sheet<'_>, end: usize) {
        if self.hidden || !self.echo {
            sheet.clear(self.at..end);
        }
        if !self.hidden {
            let range = self.at..self.at + self.fence.len();
            let name = format!("{{{}}}", self.language);
            sheet.report_logic(&name, &range, "what the code prints and draws is left out");
        }
    }
}
