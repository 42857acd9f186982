//! The rules of share cards.

crate::report::rules! {
    /// Every character of a share card is in one of its fonts.
    ///
    /// The built-in font has Latin, Greek and Cyrillic letters; what no font has is shown as an
    /// empty box.
    Warning CARD_GLYPHS "card-glyphs":
        "title: 東京Ruby会議, without `[cards] fonts`" => "[cards]\nfonts = [\"fonts/NotoSansCJK-Bold.ttc\"]";

    /// The template of share cards is SVG once it is filled.
    ///
    /// A template that cannot be filled or drawn gives no image.
    Error, always CARD_TEMPLATE "card-template":
        "<text>{{ titel }}</text>" => "<text>{{ title.text }}</text>";

    /// Every font of share cards is a TrueType or OpenType file in the project.
    ///
    /// A card must look the same on every machine, so fonts come from the project and never from
    /// the machine.
    Error, always CARD_FONT "card-font":
        "fonts = [\"fonts/Inter.woff2\"]" => "fonts = [\"fonts/Inter.ttf\"]";

    /// A share card has fewer than 300 kilobytes.
    ///
    /// Networks fetch a card each time somebody shares the post, and some refuse a larger one.
    Warning CARD_SIZE "card-size":
        "a template with a photograph" => "a template of shapes and text";
}
