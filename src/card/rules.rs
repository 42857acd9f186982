//! The rules of share cards.

use crate::report::{Level, Rule};

/// Characters that no font can show.
pub static CARD_GLYPHS: Rule = Rule {
    name: "card-glyphs",
    level: Level::Warning,
    w3c: None,
    formats: &[],
    what: "Every character of a share card is in one of its fonts.",
    why: "The built-in font has Latin, Greek and Cyrillic letters; what no font has is shown as an empty box.",
    example: "title: 東京Ruby会議, without `[cards] fonts`",
    instead: "[cards]\nfonts = [\"fonts/NotoSansCJK-Bold.ttc\"]",
};

/// The template cannot be drawn.
pub static CARD_TEMPLATE: Rule = Rule {
    name: "card-template",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "The template of share cards is SVG once it is filled.",
    why: "A template that cannot be filled or drawn gives no picture.",
    example: "<text>{{ titel }}</text>",
    instead: "<text>{{ title.text }}</text>",
};

/// The fonts cannot be read.
pub static CARD_FONT: Rule = Rule {
    name: "card-font",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "Every font of share cards is a TrueType or OpenType file in the project.",
    why: "A card must look the same on every machine, so fonts come from the project and never from the machine.",
    example: "fonts = [\"fonts/Inter.woff2\"]",
    instead: "fonts = [\"fonts/Inter.ttf\"]",
};

/// A card is too large.
pub static CARD_SIZE: Rule = Rule {
    name: "card-size",
    level: Level::Warning,
    w3c: None,
    formats: &[],
    what: "A share card has fewer than 300 kilobytes.",
    why: "Networks fetch a card each time somebody shares the post, and some take no larger one.",
    example: "a template with a photograph",
    instead: "a template of shapes and text",
};

/// Every rule of this room, in the order in which they are documented.
pub static RULES: &[&Rule] = &[&CARD_GLYPHS, &CARD_TEMPLATE, &CARD_FONT, &CARD_SIZE];
