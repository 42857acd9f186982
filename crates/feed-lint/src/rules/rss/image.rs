//! `image` of a channel.

use super::{IMAGE_FORMAT, IMAGE_HEIGHT, IMAGE_LINK, IMAGE_TITLE, IMAGE_WIDTH};
use crate::grammar::Shape;
use crate::linter::Linter;
use crate::log::short;
use crate::shapes;
use crate::values::{listed, number, uri};
use crate::xml::Id;
use feed_lint_findings::Rule;

/// The extensions of images other than GIF, JPEG and PNG.
const OTHER_IMAGES: &str = "tif tiff bmp svg webp avif ico psd";

/// `image/url`.
pub fn image_url(linter: &mut Linter<'_, '_>, id: Id) {
    linter.attributes(id, &[]);
    shapes::check(linter, id, Shape::Url);
    let text = linter.text(id);
    if uri::extension(&text).is_some_and(|extension| listed(OTHER_IMAGES, &extension)) {
        let message = "a channel's image must be a GIF, JPEG or PNG";
        let help = "give the URL of a PNG";
        linter.wrong_text(&IMAGE_FORMAT, id, message, help);
    }
}

/// `image/width`.
pub fn image_width(linter: &mut Linter<'_, '_>, id: Id) {
    within(linter, id, &IMAGE_WIDTH, 144);
}

/// `image/height`.
pub fn image_height(linter: &mut Linter<'_, '_>, id: Id) {
    within(linter, id, &IMAGE_HEIGHT, 400);
}

fn within(linter: &mut Linter<'_, '_>, id: Id, rule: &'static Rule, most: u32) {
    linter.attributes(id, &[]);
    let text = linter.text(id);
    let fine = number::is_non_negative_integer(&text)
        && text.parse::<u32>().is_ok_and(|n| (1..=most).contains(&n));
    if !fine {
        let label = linter.label(id);
        let message = format!("`{label}` must be a number from 1 to {most}");
        let help = format!("write at most `{most}`, or leave the element out");
        linter.wrong_text(rule, id, message, help);
    }
}

/// Title and link of an image must be those of its channel.
pub fn after_image(linter: &mut Linter<'_, '_>, image: Id) {
    let channel = linter.document.parent(image);
    for (name, rule) in [("title", &IMAGE_TITLE), ("link", &IMAGE_LINK)] {
        let (Some(own), Some(other)) =
            (linter.core_child(image, name), linter.first_of(channel, name))
        else {
            continue;
        };
        let (own_text, other_text) = (linter.text(own), linter.text(other));
        // An empty one has a finding already.
        if own_text != other_text && !own_text.is_empty() {
            let other_tag = linter.document.tag(other);
            let message = format!("the {name} of the image is not the channel's");
            linter
                .about_text(rule, own, message)
                .value(&own_text)
                .also(other_tag, "the channel's")
                .help(format!("write `{}`", short(&other_text, 100)));
        }
    }
}
