//! Captions and credits of images that were not copied with the text.

use super::Notes;
use super::line::Line;
use crate::import::rules::CREDIT_WITHOUT_IMAGE;
use crate::recap::{self, Credit};
use crate::report::Source;

/// Longer lines are text about images.
const LONGEST: usize = 200;

/// Whether a line is an image credit.
pub(super) fn of(text: &str) -> Option<Credit> {
    if text.chars().count() > LONGEST {
        return None;
    }
    recap::credit_in(text)
}

/// Reports every credit without its image.
pub(super) fn report(lines: &[Line], source: &Source, notes: &mut Notes) {
    for line in lines {
        let Some(credit) = of(&line.text) else {
            continue;
        };
        let caption = credit.caption.as_deref().unwrap_or("What it shows");
        let (message, help) = match &credit.name {
            Some(name) => (
                format!("the image that {name} is credited for is missing"),
                format!("put the image there: `![{caption}](image.jpg)`, and `image_credit: {name}` into the front matter if it is the post's image; or delete the line"),
            ),
            None => (
                "the image's credit is missing, and so is the image: the text breaks off where its maker should be named".to_owned(),
                format!("put the image there: `![{caption}](image.jpg)`, and say who made it; or delete the line"),
            ),
        };
        let at = source.span(line.range.clone());
        notes.add(&CREDIT_WITHOUT_IMAGE, message, at, &help);
    }
}
