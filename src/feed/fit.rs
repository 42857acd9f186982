//! Refuses characters that XML forbids: the crates that write feeds would write them as they are, and
//! the file would not be well-formed.

use super::{Entry, Feed, rules};
use crate::post::scan::forbidden_in;
use crate::report::Finding;

/// Refuses a feed that holds a character that XML 1.0 forbids. JSON allows it, but all formats of a feed
/// must agree.
pub(super) fn check(feed: &Feed) -> Result<(), Finding> {
    let own = [Some(&feed.title), Some(&feed.id), feed.description.as_ref()];
    let more = [feed.language.as_ref(), feed.rights.as_ref()];
    let texts = own.into_iter().chain(more).flatten();
    let people = feed.authors.iter().map(|author| &author.name);
    for text in texts.chain(people) {
        self::text("the feed's own title, description or names", text)?;
    }
    feed.entries.iter().try_for_each(check_entry)
}

/// Refuses one text; `what` names it in the message.
pub(super) fn text(what: &str, text: &str) -> Result<(), Finding> {
    forbidden_in(text).map_or(Ok(()), |character| Err(refused(what, character)))
}

/// The same for an entry.
fn check_entry(entry: &Entry) -> Result<(), Finding> {
    let parts = [
        ("id", Some(&entry.id)),
        ("title", Some(&entry.title)),
        ("summary", Some(&entry.summary)),
        ("content", entry.content.as_ref()),
        ("Markdown", entry.markdown.as_ref()),
        ("language", entry.language.as_ref()),
    ];
    let tags = entry.tags.iter().map(|tag| ("tags", Some(tag)));
    let people = entry.authors.iter().map(|author| ("authors", Some(&author.name)));
    let image = entry.image.iter().flat_map(|image| {
        [("image's alt text", image.alt.as_ref()), ("image's credit", image.credit.as_ref())]
    });
    for (name, text) in parts.into_iter().chain(tags).chain(people).chain(image) {
        if let Some(character) = text.and_then(|text| forbidden_in(text)) {
            let whole = format!("the {name} of `{}`", entry.id);
            return Err(refused(&whole, character).at(entry.origin.clone()));
        }
    }
    Ok(())
}

fn refused(what: &str, character: char) -> Finding {
    let code = u32::from(character);
    let message = format!("{what} holds U+{code:04X}, which no feed can carry");
    Finding::new(&rules::FORBIDDEN_CHARACTER, message).help("remove the character from the post")
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn a_character_that_xml_cannot_hold_is_refused() {
        let finding = text("the title", "bell \u{7}").expect_err("a finding");
        assert_eq!(finding.rule.name, "forbidden-character-in-feed");
        assert!(text("the title", "tab \t and delete \u{7f}").is_ok());
    }
}
