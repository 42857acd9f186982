//! How long the texts of the podcast namespace may be: apps cut off longer ones (Podcasting 2.0, at each tag).

use super::LONG_TEXT;
use crate::linter::Linter;
use crate::log::short;
use crate::xml::Id;

/// Tag, attribute (empty for the text in the tag), and the most characters.
const LONGEST: [(&str, &str, usize); 13] = [
    ("funding", "", 128),
    ("soundbite", "", 128),
    ("person", "", 128),
    ("location", "", 128),
    ("trailer", "", 128),
    ("license", "", 128),
    ("updateFrequency", "", 128),
    ("txt", "", 4_000),
    ("txt", "purpose", 128),
    ("season", "name", 128),
    ("episode", "display", 32),
    ("alternateEnclosure", "title", 32),
    ("alternateEnclosure", "rel", 32),
];

/// Reports the texts of a tag that are too long.
pub(super) fn check(linter: &mut Linter<'_, '_>, id: Id) {
    let tag = linter.document.local(id);
    for (_, attribute, most) in LONGEST.iter().filter(|(name, ..)| *name == tag) {
        let text = match *attribute {
            "" => linter.text(id),
            name => linter.document.value_of(id, name).unwrap_or_default(),
        };
        let length = text.chars().count();
        if length <= *most {
            continue;
        }
        let label = linter.label(id);
        let help = format!("shorten it to {most} characters");
        if attribute.is_empty() {
            let message =
                format!("`{label}` has {length} characters; apps cut it off after {most}");
            linter.about_text(&LONG_TEXT, id, message)
        } else {
            let message =
                format!("`{attribute}` has {length} characters; apps cut it off after {most}");
            linter.about_attribute(&LONG_TEXT, id, attribute, message)
        }
        .value(&short(&text, 60))
        .help(help);
    }
}
