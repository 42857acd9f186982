//! Plain text copied from a page or a mail: recognises title, byline, paragraphs and lists by
//! their look.

mod about;
mod blocks;
mod credit;
mod line;

use super::{Imported, Notes, inline, one_line};
use crate::generator::Context;
use crate::post::date::Written;
use crate::post::{Author, front_matter};
use crate::report::Source;
use line::Line;

/// A longer first line is a paragraph, from whose beginning the title is made.
const LONGEST_TITLE: usize = 160;

/// Converts a text to a post; `given` is its date if the user gave one.
pub(super) fn plain(
    source: &Source,
    given: Option<Written>,
    context: &Context,
    notes: &mut Notes,
) -> Imported {
    let mut post = Imported { at: Some(source.start()), ..Imported::default() };
    let lines = line::lines(source.text());
    let mut from = 0;
    if let Some(at) = lines.iter().position(|line| !line.text.is_empty()) {
        let text = lines[at].text.trim_start_matches('#').trim();
        let why;
        (post.title, from, why) = if text.chars().count() <= LONGEST_TITLE {
            // `=====` below the title is its underline.
            let underline = usize::from(lines.get(at + 1).is_some_and(Line::is_rule));
            (one_line(text), at + 1 + underline, "the title is the first line")
        } else {
            (cut(text), at, "the first line is too long for a title; the title is how it begins")
        };
        notes.guess(source.span(lines[at].range.clone()), why);
    }
    let about = about::read(&lines, from, context.zone);
    if let Some((date, at)) = about.date {
        post.date = Some(date);
        if given.is_none() {
            notes.guess(source.span(at), "the date is that of this line");
        }
    }
    if let Some((name, at)) = about.author {
        notes.guess(source.span(at), format!("the author is {name}"));
        post.authors.push(Author::named(name));
    }
    let body = lines.get(about.end..).unwrap_or_default();
    post.body = blocks::write(body, source, notes);
    credit::report(body, source, notes);
    for line in body {
        if let Some(tags) = hashtags(&line.text) {
            let why = "these hashtags are the post's tags as well";
            notes.guess(source.span(line.range.clone()), why);
            post.tags.extend(tags.into_iter().map(str::to_owned));
        }
    }
    post
}

/// Converts Markdown without front matter to a post.
///
/// # Errors
/// It has front matter, so it is a post already.
pub(super) fn markdown(source: &Source, notes: &mut Notes) -> Result<Imported, String> {
    if front_matter::split(source.text(), false).format.is_some() {
        return Err("has a front matter and is a post already".to_owned());
    }
    let text = super::readable(source.text()).replace("\r\n", "\n");
    let text = text.replace('\r', "\n");
    let mut lines: Vec<&str> = text.lines().collect();
    let mut title = String::new();
    if let Some(at) = lines.iter().position(|line| !line.trim().is_empty()) {
        let line = lines[at].trim();
        title = one_line(line.trim_start_matches('#').trim_end_matches('#'));
        let is_rule = |next: &&str| next.len() > 2 && next.bytes().all(|byte| byte == b'=');
        let is_underlined = lines.get(at + 1).is_some_and(is_rule);
        if line.starts_with("# ") || is_underlined {
            lines.drain(..=at + usize::from(is_underlined));
            notes.guess(source.start(), "the title is the first heading");
        } else {
            title = cut(&title);
            let why = "there is no heading; the title is the beginning of the text";
            notes.guess(source.start(), why);
        }
    }
    Ok(Imported {
        title,
        body: lines.join("\n").trim().to_owned(),
        at: Some(source.start()),
        ..Imported::default()
    })
}

/// The beginning of a text, cut to the length of a title.
pub(super) fn cut(text: &str) -> String {
    let text = one_line(text);
    let mut sentences = text.split_inclusive(['.', '!', '?', '。']);
    let sentence = sentences.next().unwrap_or(&text).trim_end_matches('.');
    if sentence.chars().count() <= 80 {
        return sentence.trim().to_owned();
    }
    let mut cut = String::new();
    for word in sentence.split(' ') {
        if !cut.is_empty() {
            if cut.chars().count() + word.chars().count() > 70 {
                break;
            }
            cut.push(' ');
        }
        cut.extend(word.chars().take(70));
    }
    format!("{} …", cut.trim_end_matches([',', ';', ':', '–', '—', '-']))
}

/// The hashtags of a line that holds nothing else.
fn hashtags(line: &str) -> Option<Vec<&str>> {
    let is_tag = |tag: &&str| {
        tag.chars().any(char::is_alphabetic)
            && (tag.chars()).all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'))
    };
    let tags = line.split_whitespace().map(|word| word.strip_prefix('#').filter(is_tag));
    let tags: Option<Vec<&str>> = tags.collect();
    tags.filter(|tags| !tags.is_empty())
}

/// Converts a text without a title to paragraphs and lists in Markdown.
pub(super) fn paragraphs(text: &str) -> String {
    let source = Source::new("", text);
    blocks::write(&line::lines(text), &source, &mut Notes::default())
}

/// Lines of text with their URLs made links, as one paragraph.
fn paragraph<'a>(lines: impl IntoIterator<Item = &'a str>) -> String {
    let mut pieces = Vec::new();
    for line in lines {
        if !pieces.is_empty() {
            pieces.push(inline::Piece::Break);
        }
        line::pieces(line, &mut pieces);
    }
    inline::paragraph(pieces)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_cut_between_words() {
        assert_eq!(cut("A short one. And more."), "A short one");
        let long = cut(&"word ".repeat(50));
        assert!(long.ends_with("word …") && long.chars().count() < 80, "{long}");
    }

    #[test]
    fn lines_of_hashtags() {
        assert_eq!(hashtags("#rust #exampleconf"), Some(vec!["rust", "exampleconf"]));
        assert_eq!(hashtags("#1 of the day"), None);
        assert_eq!(hashtags(""), None);
    }
}
