//! Share cards: an image of a post, drawn from an SVG template that a site can replace.
//!
//! [`draw`] lays out the texts of a card (lines, sizes, a font for every character), fills the template
//! and returns a PNG with findings, such as characters that no font has. It reads no file and no
//! network: the caller passes fonts and template, and the same card gives the same bytes.

#[cfg(feature = "cards")]
#[expect(clippy::cast_precision_loss, reason = "a card has far fewer pixels than a float counts")]
mod draw;
#[cfg(feature = "cards")]
mod fonts;
#[cfg(feature = "cards")]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "lines and letters are few, and no size is negative"
)]
mod lay;
#[cfg(feature = "cards")]
mod limits;
pub mod rules;
#[cfg(all(test, feature = "cards"))]
mod tests;

#[cfg(feature = "cards")]
pub use draw::{Drawn, Placed, draw};
#[cfg(feature = "cards")]
pub use fonts::Fonts;

/// The largest card, in bytes: within the limit of every network.
pub const LARGEST: usize = 300 * 1024;

/// Keyword and text that name the producer in a PNG (PNG, third edition, section 11.3.3.2).
const SOFTWARE: (&str, &str) = ("Software", "Afterword");

/// Whether an image is a card drawn by this program.
pub fn is_own(image: &[u8]) -> bool {
    // Signature and header come first, of the same length in every PNG; then length and type of the
    // first text chunk.
    let text = image.get(8 + 25 + 8..).unwrap_or_default();
    let (keyword, own) = SOFTWARE;
    text.strip_prefix(keyword.as_bytes())
        .and_then(|text| text.strip_prefix(b"\0"))
        .is_some_and(|text| text.starts_with(own.as_bytes()))
}

/// The path of a card in the folder of cards: of a post, or of one of its sessions (from 1).
pub fn file(key: &str, session: Option<usize>, shape: Shape) -> String {
    let session = session.map_or_else(String::new, |number| format!("{SESSION}{number}"));
    format!("{key}{session}{}", shape.suffix())
}

/// Between the post's key and the session's number in the file name of a session's card.
const SESSION: &str = "/session-";

/// Reads a file name that [`file()`] returns for one of `keys`: the key, whether the card is of a session, and its
/// shape.
pub fn parts<'n>(file: &'n str, keys: &[String]) -> Option<(&'n str, bool, Shape)> {
    // A post may be called `a.portrait`, and another one `a/session-1`.
    let shapes = [Shape::Landscape, Shape::Portrait].into_iter();
    let names = shapes.filter_map(|shape| Some((file.strip_suffix(shape.suffix())?, shape)));
    let readings = names.flat_map(|(name, shape)| {
        let session = name.rsplit_once(SESSION);
        let session = session.filter(|(_, number)| number.parse::<usize>().is_ok());
        let session = session.map(|(key, _)| (key, true, shape));
        [Some((name, false, shape)), session].into_iter().flatten()
    });
    let mut known = readings.filter(|(key, ..)| keys.iter().any(|own| own == key));
    known.next()
}

/// The texts of a card.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Card {
    /// The post's or the session's title.
    pub title: String,
    /// The event.
    pub event: String,
    /// When it was, as text.
    pub date: String,
    /// The speakers.
    pub speakers: Vec<String>,
    /// The site's name.
    pub site: String,
    /// BCP 47 language of the title.
    pub language: String,
}

impl Card {
    /// The alt text: the card's own words.
    pub fn alt(&self) -> String {
        let facts = [self.event.as_str(), self.date.as_str()];
        let facts: Vec<&str> = facts.into_iter().filter(|text| !text.is_empty()).collect();
        let parts =
            [self.title.clone(), facts.join(", "), self.speakers.join(", "), self.site.clone()];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(" · ")
    }
}

/// The shape of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// 1200 × 630 pixels: link cards and posts.
    Landscape,
    /// 1080 × 1350 pixels: posts seen on phones.
    Portrait,
}

impl Shape {
    /// Width and height in pixels.
    pub const fn size(self) -> (u32, u32) {
        match self {
            Self::Landscape => (1200, 630),
            Self::Portrait => (1080, 1350),
        }
    }

    /// The end of a card's file name.
    pub const fn suffix(self) -> &'static str {
        match self {
            Self::Landscape => ".png",
            Self::Portrait => ".portrait.png",
        }
    }
}

/// The colours of a card, each as `#rrggbb`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colours {
    /// The background.
    pub background: String,
    /// Title and names.
    pub text: String,
    /// The event and the ornament.
    pub accent: String,
}

impl Default for Colours {
    fn default() -> Self {
        Self {
            background: "#10262b".to_owned(),
            text: "#f5f7f7".to_owned(),
            accent: "#5cc9b4".to_owned(),
        }
    }
}

/// Whether this is a colour of a card: `#rrggbb`.
pub fn is_colour(text: &str) -> bool {
    let digits = text.strip_prefix('#').unwrap_or_default();
    digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}
