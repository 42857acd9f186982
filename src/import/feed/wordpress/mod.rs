//! The stored text of a `WordPress` post: shortcodes, and paragraphs separated by blank lines.

mod paragraphs;
mod shortcodes;

use std::collections::BTreeMap;

use crate::entities::escape;
use crate::post::Image;

/// The images of an export by id, and by the id of the post they are attached to.
#[derive(Debug, Default)]
pub(super) struct Attachments {
    images: BTreeMap<String, Image>,
    of_posts: BTreeMap<String, Vec<String>>,
}

impl Attachments {
    pub(super) fn add(&mut self, id: String, parent: String, image: Image) {
        self.of_posts.entry(parent).or_default().push(id.clone());
        self.images.insert(id, image);
    }

    pub(super) fn get(&self, id: &str) -> Option<&Image> {
        self.images.get(id.trim())
    }

    /// The images of a gallery: those that it names, else those of its post.
    fn gallery(&self, ids: Option<&str>, post: &str) -> Vec<&Image> {
        if let Some(ids) = ids {
            return ids.split(',').filter_map(|id| self.get(id)).collect();
        }
        let own = self.of_posts.get(post).into_iter().flatten();
        own.filter_map(|id| self.get(id)).collect()
    }
}

/// Converts a text to the HTML that `WordPress` makes of it; also returns the shortcodes left out.
/// `post` is the id of the post.
pub(super) fn html(text: &str, post: &str, attachments: &Attachments) -> (String, Vec<String>) {
    let text = text.replace("\r\n", "\n");
    // Blocks are HTML already.
    let has_blocks = text.contains("<!-- wp:");
    let (text, mut lost) = shortcodes::replaced(&text, post, attachments);
    if !has_blocks {
        return (paragraphs::marked(&text), lost);
    }
    for (at, start) in text.match_indices("<!-- wp:") {
        let rest = &text[at + start.len()..];
        let comment = rest.split("-->").next().unwrap_or_default();
        if comment.ends_with('/') {
            let name = comment.split([' ', '/']).next().unwrap_or_default();
            lost.push(format!("the block `{name}`"));
        }
    }
    (paragraphs::with_links(&text), lost)
}

/// A link in HTML.
pub(super) fn link(url: &str, words: &str) -> String {
    format!("<a href=\"{}\">{}</a>", escape(url), escape(words))
}
