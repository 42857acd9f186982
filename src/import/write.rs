//! Writes a post's file: front matter in its dialect, and a free file name.

use std::collections::BTreeMap;

use chrono::SecondsFormat;
use percent_encoding::percent_decode_str;
use url::Url;

use super::{Imported, absolute, one_line};
use crate::generator::configuration::language;
use crate::generator::{Context, Field};
use crate::post::date::{self, Written};
use crate::post::front_matter::{Format, Lines};
use crate::post::names::{slug, unusable};
use crate::post::{Author, Zone, rules};
use crate::read;
use crate::report::{Finding, Rule, Source};
use crate::tree::under;

/// Longer names are cut between two words, in bytes.
const LONGEST_NAME: usize = 80;

const GIVE_DATE: &str = "give the date: `--date 2020-02-24`";

/// A file to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its path from the project's root.
    pub path: String,
    /// Front matter and Markdown.
    pub text: String,
}

/// Where and how posts are written.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The folder of the posts, from the project's root.
    pub dir: &'a str,
    /// The dialect of the posts.
    pub context: &'a Context,
    /// The site's URL.
    pub site: &'a Url,
    /// Whether a post may lack a date: it can be drafted, but not published.
    pub undated: bool,
}

/// The file of a post. `taken` counts the posts that asked for each path, and gets this one's.
///
/// The file is read back and compared with what was imported.
///
/// # Errors
/// A finding where the post has no title or no date, or where its file would not be a valid post.
pub fn write(
    post: &Imported,
    place: Place<'_>,
    taken: &mut BTreeMap<String, usize>,
) -> Result<File, Box<Finding>> {
    let Place { dir, context, site, .. } = place;
    let fault = |rule: &'static Rule, message: &str, help: &str| {
        let at = (post.at.clone()).unwrap_or_else(|| Source::new(dir, "").start());
        Box::new(Finding::new(rule, message).at(at).help(help))
    };
    if post.title.is_empty() {
        let message = "nothing here can be a title";
        return Err(fault(&rules::MISSING_TITLE, message, "write the title as the first line"));
    }
    let date = (post.date).and_then(|date| Some((date.day, instant(date, context.zone)?)));
    if date.is_none() && !place.undated {
        let message = "nothing here says when it was published";
        return Err(fault(&rules::MISSING_DATE, message, GIVE_DATE));
    }
    let name = name(post);
    let name = match &date {
        Some((day, _)) if (context.dialect.dates_in_names)(&context.facts) => {
            format!("{day}-{name}")
        }
        _ if unusable(&name).is_some() => format!("post-{name}"),
        _ => name,
    };
    let mut path = under(dir, &format!("{name}.md"));
    // If the name is taken, continue with the number after the last one used.
    let first = path.to_lowercase();
    let mut count = taken.get(&first).copied().unwrap_or_default();
    while taken.contains_key(&path.to_lowercase()) {
        count += 1;
        path = under(dir, &format!("{name}-{}.md", count + 1));
    }
    taken.insert(path.to_lowercase(), 0);
    taken.insert(first, count);
    let format = context.dialect.front_matter;
    let mut fields = Fields { context, lines: Lines::new(format) };
    fields.text(Field::Title, Some(&post.title));
    fields.put(Field::Date, date.map(|(_, date)| date));
    if post.is_draft {
        fields.lines.push("", &context.dialect.draft_line(format));
    }
    let updated = post.updated.and_then(|date| instant(date, context.zone));
    fields.put(Field::Updated, updated);
    fields.text(Field::Id, post.id.as_deref());
    let page = post.permalink.as_deref();
    let page = page.and_then(|page| url(page, site, context));
    fields.text(Field::Permalink, page.as_deref());
    let external = post.external_url.as_deref();
    fields.text(Field::ExternalUrl, external.filter(|page| is_web(page)));
    fields.authors(&post.authors);
    let tags = post.tags.iter().map(|tag| tag.trim_start_matches('#'));
    let tags: Vec<String> = tags.filter_map(|tag| fields.quoted(tag)).collect();
    fields.put(context.dialect.topics(), tags);
    let language = post.language.as_deref().and_then(language);
    fields.text(Field::Language, language.as_deref());
    fields.text(Field::Summary, post.summary.as_deref());
    if let Some(image) = &post.image {
        fields.text(Field::Image, Some(&image.src));
        fields.text(Field::ImageAlt, image.alt.as_deref());
        fields.text(Field::ImageCredit, image.credit.as_deref());
    }
    let text = format!("{}\n{}\n", fields.lines.finish(), post.body.trim_matches('\n'));
    let reading = read::post(&path, text.clone().into_bytes(), &path, context);
    let head = reading.post.map(|post| post.head).unwrap_or_default();
    let date = (post.date).and_then(|date| date::resolve(date, context.zone).ok());
    if head.title.map(|title| title.value) != Some(one_line(&post.title)) {
        let message = "the title cannot be written as this site's front matter";
        Err(fault(&rules::FRONT_MATTER_SYNTAX, message, "give it another title"))
    } else if head.date.map(|date| date.value) != date {
        let message = "the date cannot be written as this site's front matter";
        Err(fault(&rules::BAD_DATE, message, GIVE_DATE))
    } else {
        Ok(File { path, text })
    }
}

/// A date for the front matter: a day, or RFC 3339; `None` where it is not a valid time.
fn instant(date: Written, zone: Zone) -> Option<String> {
    let instant = date::resolve(date, zone).ok()?;
    Some(match date.time {
        None => date.day.to_string(),
        Some(_) => instant.to_rfc3339_opts(SecondsFormat::AutoSi, true),
    })
}

/// The file name of a post: from its page's URL, else from its title.
fn name(post: &Imported) -> String {
    let page = (post.permalink.as_deref()).and_then(|page| Url::parse(page).ok());
    let page = page.and_then(|page| {
        let last = page.path_segments()?.rfind(|part| {
            !part.is_empty() && !part.starts_with("index.") && !part.starts_with("default.")
        })?;
        let last = percent_decode_str(last).decode_utf8_lossy();
        let endings = [".html", ".htm", ".php", ".aspx"];
        let stem = endings.iter().find_map(|ending| last.strip_suffix(ending));
        let stem = stem.unwrap_or(&last);
        let name = slug(date::in_name(stem).map_or(stem, |(_, length)| &stem[length..]));
        // A number is not a readable name.
        name.chars().any(char::is_alphabetic).then_some(name)
    });
    let mut name = page.unwrap_or_else(|| slug(&post.title));
    if name.len() > LONGEST_NAME {
        let end = name.floor_char_boundary(LONGEST_NAME);
        let end = name[..end].rfind('-').unwrap_or(end);
        name.truncate(end);
    }
    if name.is_empty() { "post".to_owned() } else { name }
}

/// The page's URL for this site; `None` where a generator cannot express it.
fn url(page: &str, site: &Url, context: &Context) -> Option<String> {
    if context.dialect.is_strict {
        return Some(page.to_owned());
    }
    let rest = page.strip_prefix(site.as_str())?;
    let path = rest.split(['?', '#']).next().unwrap_or_default();
    (!path.is_empty()).then(|| format!("/{path}"))
}

fn is_web(url: &str) -> bool {
    absolute(url, None).is_some()
}

/// A front matter by its fields.
struct Fields<'a> {
    context: &'a Context,
    lines: Lines,
}

impl Fields<'_> {
    /// A text as a value; `None` where it is empty.
    fn quoted(&self, text: &str) -> Option<String> {
        let text = Some(one_line(text)).filter(|text| !text.is_empty())?;
        Some(self.format().quoted(&text))
    }

    fn format(&self) -> Format {
        self.context.dialect.front_matter
    }

    fn text(&mut self, field: Field, text: Option<&str>) {
        let quoted = text.and_then(|text| self.quoted(text));
        self.put(field, quoted);
    }

    /// Sets a field to these values, if there are any.
    fn put(&mut self, field: Field, values: impl IntoIterator<Item = String>) {
        let values: Vec<String> = values.into_iter().collect();
        let Some((table, key)) = self.context.dialect.home(field) else {
            return;
        };
        let separator = if field == Field::Authors { "; " } else { ", " };
        let value = match values.as_slice() {
            [] => return,
            several if self.format() == Format::Header => several.join(separator),
            // A key in the plural needs a list (`images`).
            [one] if !key.ends_with('s') => one.clone(),
            several => format!("[{}]", several.join(", ")),
        };
        let line = self.format().line(key, &value, &value);
        self.lines.push(table, &line);
    }

    fn authors(&mut self, authors: &[Author]) {
        let is_strict = self.context.dialect.is_strict;
        let written = authors.iter().filter_map(|author| {
            let name = self.quoted(&author.name)?;
            let url = author.url.as_deref().filter(|url| is_strict && is_web(url));
            // Generators' templates expect names only.
            Some(match url.and_then(|url| self.quoted(url)) {
                Some(url) => format!("{{name: {name}, url: {url}}}"),
                None => name,
            })
        });
        let written: Vec<String> = written.collect();
        self.put(Field::Authors, written);
    }
}
