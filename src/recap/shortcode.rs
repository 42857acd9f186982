//! Template code that site generators replace: Liquid and Hugo tags, kramdown attributes.

use std::ops::Range;

use super::blocks::Picture;
use super::player;

/// A range of the source that is not the author's text.
#[derive(Debug)]
pub(crate) struct Shortcode {
    /// Its bytes.
    pub source: Range<usize>,
    /// The image that it shows.
    pub picture: Option<Picture>,
    /// The player that it embeds.
    pub frame: Option<String>,
}

/// The longest shortcode, in bytes: text with braces stays text.
const LONGEST: usize = 2000;

/// Finds the shortcodes of a body, in order.
pub(crate) fn find(source: &str, body: Range<usize>) -> Vec<Shortcode> {
    let mut found = Vec::new();
    let mut at = body.start;
    while let Some(open) = source.get(at..body.end).and_then(|rest| rest.find('{')) {
        let start = at + open;
        let rest = source.get(start..body.end).unwrap_or_default();
        let rest = rest.get(..rest.floor_char_boundary(LONGEST)).unwrap_or(rest);
        let close = match rest.as_bytes().get(1) {
            Some(b'{') => "}}",
            Some(b'%') => "%}",
            Some(b':' | b'#' | b'.') => "}",
            _ => {
                at = start + 1;
                continue;
            }
        };
        let Some(end) = rest.find(close) else {
            at = start + 2;
            continue;
        };
        let inner = rest.get(2..end).unwrap_or_default();
        // Attributes are on one line; anything longer is code.
        if close == "}" && inner.contains('\n') {
            at = start + 1;
            continue;
        }
        at = start + end + close.len();
        let source = start..at;
        found.push(Shortcode { picture: picture(inner, &source), frame: frame(inner), source });
    }
    found
}

/// The words of a shortcode: its name, and arguments with their names where they have one.
fn arguments(inner: &str) -> Vec<(String, String)> {
    let inner = inner.trim_matches(|c: char| c.is_whitespace() || "<>%-/".contains(c));
    let mut arguments = Vec::new();
    let mut rest = inner;
    while !rest.trim_start().is_empty() && arguments.len() < 40 {
        rest = rest.trim_start();
        let mut name = "";
        let word = rest
            .find(|c: char| c.is_whitespace() || matches!(c, '=' | '"' | '\''))
            .unwrap_or(rest.len());
        if let Some((before, after)) = rest.split_at_checked(word)
            && let Some(after) = after.trim_start().strip_prefix('=')
            && !before.is_empty()
        {
            name = before;
            rest = after.trim_start();
        }
        let quoted = rest
            .chars()
            .next()
            .filter(|c| matches!(c, '"' | '\''))
            .and_then(|quote| rest.get(1..)?.split_once(quote));
        let (value, after) = quoted.unwrap_or_else(|| {
            let end = rest
                .char_indices()
                .find(|(index, c)| *index > 0 && c.is_whitespace())
                .map_or(rest.len(), |(index, _)| index);
            rest.split_at_checked(end).unwrap_or((rest, ""))
        });
        arguments.push((name.to_ascii_lowercase(), value.to_owned()));
        rest = after;
    }
    arguments
}

fn picture(inner: &str, source: &Range<usize>) -> Option<Picture> {
    let arguments = arguments(inner);
    let name = arguments.first().map(|(_, value)| value.to_ascii_lowercase())?;
    let shows = ["fig", "img", "image", "photo", "picture"].iter().any(|word| name.contains(word));
    if !shows && name != "include" {
        return None;
    }
    let get = |wanted: &[&str]| {
        arguments
            .iter()
            .find(|(name, value)| wanted.contains(&name.as_str()) && !value.is_empty())
            .map(|(_, value)| value.clone())
    };
    let src = get(&["src", "url", "path", "image_path"]).or_else(|| {
        let (_, value) = arguments.get(1).filter(|(name, _)| name.is_empty())?;
        let file = value.rsplit('.').next()?;
        let picture = ["png", "jpg", "jpeg", "gif", "webp", "svg", "avif"]
            .iter()
            .any(|known| file.eq_ignore_ascii_case(known));
        (picture || shows).then(|| value.clone())
    })?;
    Some(Picture {
        src,
        alt: get(&["alt"]),
        caption: get(&["caption", "title", "attr"]),
        block: 0,
        source: source.clone(),
    })
}

/// The recording or the slides that a shortcode embeds; an included file gives its name.
fn frame(inner: &str) -> Option<String> {
    let arguments = arguments(inner);
    let named = |at: usize| arguments.get(at).map(|(_, value)| value.as_str());
    let is_include = named(0).is_some_and(|name| name.starts_with("include"));
    let at = usize::from(is_include);
    let rest = arguments.iter().skip(at + 1);
    player::page(named(at)?, rest.map(|(name, value)| (name.as_str(), value.as_str())))
}

/// Whether a word is an emoji code such as `:unicorn:`.
pub(crate) fn is_emoji(word: &str) -> bool {
    let name = word.strip_prefix(':').and_then(|rest| rest.strip_suffix(':'));
    name.is_some_and(|name| {
        name.starts_with(|c: char| c.is_ascii_lowercase() || matches!(c, '+' | '-'))
            && name.chars().all(|c| {
                c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '+' | '-')
            })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_tags_of_three_generators() {
        let text = "a {{< figure src = \"a.png\" alt='An a' >}} {% youtube Ab-1c %}[b](c){:target=\"_blank\"}";
        let found = find(text, 0..text.len());
        let picture = found.first().and_then(|s| s.picture.clone());
        assert_eq!(picture.map(|p| (p.src, p.alt)), Some(("a.png".into(), Some("An a".into()))));
        assert_eq!(
            found.get(1).and_then(|s| s.frame.clone()).as_deref(),
            Some("https://www.youtube.com/watch?v=Ab-1c")
        );
        assert_eq!(found.get(2).map(|s| &text[s.source.clone()]), Some("{:target=\"_blank\"}"));
    }
}
