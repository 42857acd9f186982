//! The image of a post: a URL, or a table with URL, alt text and credit.

use super::Reader;
use super::instead::Wanted;
use crate::post::front_matter::{Data, Format, Kind, Node, markdown_image, one_line};
use crate::post::{Image, Spanned};

/// The keys of an image, as the documentation has them.
#[cfg(feature = "cli")]
pub(crate) const IMAGE_KEYS: [&str; 3] = ["src", "alt", "credit"];

/// What the value of an image's key is.
const KIND: &str = "a URL, or a table of `src`, `alt` and `credit`";

impl Reader<'_> {
    pub(super) fn image(&mut self, key: &str, node: &Node<'_>) {
        if self.head.image.is_some() || node.is_empty() {
            return;
        }
        if let Some((src, alt)) = node.scalar().and_then(markdown_image) {
            let (src, alt) = (self.quoted(src), self.quoted(alt));
            let table = match self.format {
                Format::Toml => format!("{{ src = {src}, alt = {alt} }}"),
                Format::Json => format!(r#"{{ "src": {src}, "alt": {alt} }}"#),
                Format::Yaml => format!("{{ src: {src}, alt: {alt} }}"),
                Format::Header => src,
            };
            self.wrong_type(key, node, KIND, &Wanted::Word(&table));
            return;
        }
        let image = match &node.data {
            Data::List(items) => items.first().and_then(|first| self.picture(first)),
            Data::Scalar(_, Kind::Bool(false)) => return,
            _ => self.picture(node),
        };
        if let Some(value) = image {
            self.head.image = Some(Spanned::new(value, node.range.clone()));
        } else {
            let advice = "write the image's URL, by itself or as the key `src`";
            self.wrong_type(key, node, KIND, &Wanted::Advice(advice));
        }
    }

    fn picture(&mut self, node: &Node<'_>) -> Option<Image> {
        if let Data::Scalar(text, Kind::Text) = &node.data {
            let src = one_line(text);
            self.hidden_in(&src, &node.range, "a URL");
            return (!src.is_empty()).then(|| Image { src, ..Image::default() });
        }
        // Some themes write a cover as a nested `image`.
        let keys = ["src", "url", "path", "image", "file", "feature", "teaser", "relative"];
        Some(Image {
            src: node.first_line(&keys).filter(|src| !src.is_empty())?,
            alt: node.first_line(&["alt", "description", "caption"]),
            credit: node.first_line(&["credit", "credits", "attribution", "by"]),
        })
    }

    /// Adds the values of separate keys (`image_alt`) to the image.
    pub(super) fn finish_image(&mut self) {
        let (alt, credit) = (self.image_alt.take(), self.image_credit.take());
        if let Some(image) = &mut self.head.image {
            image.value.alt = image.value.alt.take().or(alt);
            image.value.credit = image.value.credit.take().or(credit);
        }
    }
}
