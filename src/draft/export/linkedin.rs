//! LinkedIn: `commentary` in its "little text format", in which reserved characters are escaped
//! (<https://learn.microsoft.com/linkedin/marketing/community-management/shares/little-text-format>);
//! unescaped ones would cut the post silently. One JSON object per draft and line.

use serde_json::{Value, json};
use unicode_normalization::char::is_combining_mark;

use super::{Export, Extra, Outgoing, PLAIN, lines};
use crate::draft::people::People;

pub(super) static LINKEDIN: Export = Export {
    name: "linkedin",
    takes: |network| network.name == "linkedin",
    places: &[Extra::Images, Extra::LocalImages, Extra::AltTexts],
    write: |drafts| lines(drafts, post),
    ..PLAIN
};

fn post(draft: &Outgoing<'_>) -> Value {
    let text = draft.posts.join("\n\n");
    let commentary = little_text(&text, draft.people);
    let mut post =
        json!({ "post": draft.key, "commentary": commentary, "link": draft.header.link });
    if let Some(media) = draft.media("altText") {
        post["media"] = media;
    }
    post
}

/// The reserved characters of the format.
const RESERVED: &str = "\\|{}@[]()<>#*_~";

/// A text in the little text format: hashtags stay, people with a known `urn:li:` become mentions at
/// their first name, all other reserved characters are escaped.
pub fn little_text(text: &str, people: &People) -> String {
    let mut mentions: Vec<(usize, String, String)> = people
        .with_urn()
        .filter_map(|(name, urn)| text.find(name).map(|at| (at, name.to_owned(), urn.to_owned())))
        .collect();
    mentions.sort();
    let mut little = String::with_capacity(text.len());
    let mut from = 0;
    for (at, name, urn) in mentions {
        if at < from {
            continue;
        }
        escape(text.get(from..at).unwrap_or_default(), at == 0 || from == 0, &mut little);
        little.extend(["@[", name.as_str(), "](", urn.as_str(), ")"]);
        from = at + name.len();
    }
    escape(text.get(from..).unwrap_or_default(), from == 0, &mut little);
    little
}

/// Escapes a part of a text; `start` at the beginning of the text.
fn escape(part: &str, start: bool, little: &mut String) {
    let mut free = start;
    let mut chars = part.char_indices();
    while let Some((at, c)) = chars.next() {
        let tag = if c == '#' && free { hashtag(part.get(at..).unwrap_or_default()) } else { 0 };
        if tag > 0 {
            little.push_str(part.get(at..at + tag).unwrap_or_default());
            while chars.as_str().len() > part.len() - at - tag {
                chars.next();
            }
            free = false;
            continue;
        }
        if RESERVED.contains(c) {
            little.push('\\');
        }
        little.push(c);
        free = c.is_whitespace();
    }
}

/// The length of a hashtag at the start of a text: letters and digits, not followed by more of a word.
fn hashtag(text: &str) -> usize {
    let rest = text.get(1..).unwrap_or_default();
    let length: usize = rest
        .chars()
        .take_while(|c| c.is_alphanumeric() || is_combining_mark(*c))
        .map(char::len_utf8)
        .sum();
    let ends = !rest.get(length..).unwrap_or_default().starts_with('_');
    if length > 0 && ends { 1 + length } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::little_text;
    use crate::draft::people::People;
    use crate::report::Source;

    #[test]
    fn reserved_characters_are_escaped_and_tags_stay() {
        let people = People::default();
        assert_eq!(
            little_text("#Tag a_b (c) x#y #a_b", &people),
            "#Tag a\\_b \\(c\\) x\\#y \\#a\\_b"
        );
    }

    #[test]
    fn people_with_a_urn_are_mentioned() {
        let source = Source::new("people.toml", "[\"Ada L.\"]\nlinkedin = \"urn:li:person:abc\"\n");
        let people = People::parse(&source).0;
        assert_eq!(little_text("(Ada L.)", &people), "\\(@[Ada L.](urn:li:person:abc)\\)");
    }
}
