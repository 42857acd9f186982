//! The text of a `WordPress` post as it is kept: shortcodes, and paragraphs that are blank lines.

mod paragraphs;
mod shortcodes;

use std::collections::BTreeMap;

/// A picture of the export.
#[derive(Debug, Clone)]
pub(super) struct Picture {
    pub url: String,
    pub alt: String,
}

/// The pictures of an export by their numbers, and by those of the posts they were put into.
#[derive(Debug, Default)]
pub(super) struct Attachments {
    pictures: BTreeMap<String, Picture>,
    of_posts: BTreeMap<String, Vec<String>>,
}

impl Attachments {
    pub fn add(&mut self, id: String, parent: String, picture: Picture) {
        self.of_posts.entry(parent).or_default().push(id.clone());
        self.pictures.insert(id, picture);
    }

    pub fn get(&self, id: &str) -> Option<&Picture> {
        self.pictures.get(id.trim())
    }

    /// The pictures that a gallery shows: those that it names, else those of its post.
    fn gallery(&self, ids: Option<&str>, post: &str) -> Vec<&Picture> {
        if let Some(ids) = ids {
            return ids.split(',').filter_map(|id| self.get(id)).collect();
        }
        let own = self.of_posts.get(post).into_iter().flatten();
        own.filter_map(|id| self.get(id)).collect()
    }
}

/// The HTML that `WordPress` makes of a text, and which shortcodes are left out of it. `post` is the
/// number of the post.
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

/// Text as HTML has it.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

fn link(address: &str, words: &str) -> String {
    format!("<a href=\"{}\">{}</a>", escaped(address), escaped(words))
}
