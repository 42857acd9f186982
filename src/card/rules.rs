//! The rules of share cards.

crate::report::rules! {
    Warning CARD_GLYPHS "card-glyphs" {
        what: "Every character of a share card is in one of its fonts.",
        why: "The built-in font has Latin, Greek and Cyrillic letters; what no font has is shown as an empty box.",
        example: "title: 東京Ruby会議, without `[cards] fonts`",
        instead: "[cards]\nfonts = [\"fonts/NotoSansCJK-Bold.ttc\"]",
    }
    Error, always CARD_TEMPLATE "card-template" {
        what: "The template of share cards is SVG once it is filled.",
        why: "A template that cannot be filled or drawn gives no image.",
        example: "<text>{{ titel }}</text>",
        instead: "<text>{{ title.text }}</text>",
    }
    Error, always CARD_FONT "card-font" {
        what: "Every font of share cards is a TrueType or OpenType file in the project.",
        why: "A card must look the same on every machine, so fonts come from the project and never from the machine.",
        example: "fonts = [\"fonts/Inter.woff2\"]",
        instead: "fonts = [\"fonts/Inter.ttf\"]",
    }
    Warning CARD_SIZE "card-size" {
        what: "A share card has fewer than 300 kilobytes.",
        why: "Networks fetch a card each time somebody shares the post, and some refuse a larger one.",
        example: "a template with a photograph",
        instead: "a template of shapes and text",
    }
}
