//! Names of emoji (`:tada:`) in text become emoji, as GitHub has them.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::Document;

/// Replaces the names in all text but code.
pub(super) fn replace(document: &mut Document<'_>) {
    let mut in_code = false;
    for (event, _) in &mut document.events {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(text) if !in_code && text.contains(':') => {
                *text = replaced(text).into();
            }
            _ => {}
        }
    }
}

fn replaced(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(':') {
        whole.push_str(before);
        let found = after.split_once(':');
        let emoji = found.and_then(|(name, rest)| Some((emojis::get_by_shortcode(name)?, rest)));
        if let Some((emoji, after)) = emoji {
            whole.push_str(emoji.as_str());
            rest = after;
        } else {
            whole.push(':');
            rest = after;
        }
    }
    whole + rest
}

#[cfg(test)]
mod tests {
    #[test]
    fn names_become_emoji() {
        let replaced = super::replaced;
        assert_eq!(replaced("at 10:30: :tada::smile: x:y:"), "at 10:30: \u{1f389}\u{1f604} x:y:");
    }
}
