//! Terms of definition lists: each line above a definition is one.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::Document;

/// Makes the lines of a definition list's title terms of their own.
pub(super) fn split(document: &mut Document<'_>) {
    let is_title = |event: &Event<'_>| *event == Event::Start(Tag::DefinitionListTitle);
    if !document.events.iter().any(|(event, _)| is_title(event)) {
        return;
    }
    // How deep elements in the title nest.
    let mut depth = None;
    let mut events = Vec::with_capacity(document.events.len() + 8);
    for (event, range) in document.events.drain(..) {
        match (&event, depth) {
            (Event::SoftBreak, Some(0)) => {
                events.push((Event::End(TagEnd::DefinitionListTitle), range.clone()));
                events.push((Event::Start(Tag::DefinitionListTitle), range));
                continue;
            }
            (Event::Start(Tag::DefinitionListTitle), _) => depth = Some(0),
            (Event::End(TagEnd::DefinitionListTitle), _) => depth = None,
            (Event::Start(_), Some(deep)) => depth = Some(deep + 1),
            (Event::End(_), Some(deep)) => depth = Some(deep - 1_usize),
            _ => {}
        }
        events.push((event, range));
    }
    document.events = events;
}
