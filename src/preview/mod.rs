//! The preview: one page that shows the posts of the window as a feed reader would, and their drafts
//! as their networks would.
//!
//! [`Page`] holds everything that is shown, and [`render`] makes one self-contained HTML document of
//! it. The document loads nothing: a strict content security policy allows its own styles and script
//! by their hashes, images are embedded as data, and the script puts feed content into a shadow root,
//! where the policy keeps any other script from running.

pub mod diff;
mod fold;
pub mod note;
pub mod text;

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use minijinja::{Environment, UndefinedBehavior, Value, context};
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::entities::escape;

pub use diff::{Diff, diff};
pub use note::Note;
pub use text::Part;

/// Everything that a preview shows.
#[derive(Debug, Clone, Serialize)]
pub struct Page {
    /// The site's title.
    pub title: String,
    /// Its URL.
    pub home: String,
    /// BCP 47 language of the site.
    pub language: Option<String>,
    /// Who posts: the site's first author, else the site.
    pub author: String,
    /// The site's host, as a handle.
    pub host: String,
    /// The source of the posts, for display.
    pub source: String,
    /// What the outputs are compared with, for display; `None` where nothing is committed.
    pub base: Option<String>,
    /// The posts: changed ones first, newest first.
    pub posts: Vec<Post>,
    /// Findings that belong to no post on the page.
    pub notes: Vec<Note>,
    /// Images as `data:` URLs, by the URL that posts and drafts use.
    pub images: BTreeMap<String, String>,
    /// Whether a server announces changes.
    pub live: bool,
}

/// A post of the window.
#[derive(Debug, Clone, Serialize)]
pub struct Post {
    /// Its key.
    pub key: String,
    /// Its file.
    pub path: String,
    /// Its URL.
    pub link: String,
    /// Its title.
    pub title: String,
    /// When it was published, for display.
    pub date: String,
    /// The same in machine-readable form.
    pub day: String,
    /// Whether its outputs equal the committed ones.
    pub change: Change,
    /// Its entry in the feed; `None` where it is excluded from the feeds.
    pub article: Option<Article>,
    /// Its drafts.
    pub drafts: Vec<Draft>,
    /// The findings about the post.
    pub notes: Vec<Note>,
    /// The changes of its outputs.
    pub diffs: Vec<Diff>,
    /// How many errors the post and its drafts have.
    pub errors: usize,
    /// How many warnings.
    pub warnings: usize,
}

impl Post {
    /// Counts the findings of the post and its drafts.
    #[must_use]
    pub fn tallied(mut self) -> Self {
        let drafts = self.drafts.iter();
        let messages = drafts.flat_map(|draft| {
            let posts = draft.posts.iter().flat_map(|post| &post.notes);
            draft.notes.iter().chain(posts)
        });
        let levels: Vec<&str> =
            (self.notes.iter().chain(messages)).map(|note| note.level).collect();
        let count = |level| levels.iter().filter(|one| **one == level).count();
        (self.errors, self.warnings) = (count("error"), count("warning"));
        self
    }
}

/// How a post's outputs compare with the committed ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// None of them is committed.
    New,
    /// Some differ.
    Changed,
    /// None differs, or there is nothing to compare with.
    Same,
}

/// An entry in a feed reader.
#[derive(Debug, Clone, Serialize)]
pub struct Article {
    /// Plain text.
    pub title: String,
    /// Its page.
    pub link: Option<String>,
    /// The authors' names.
    pub authors: Vec<String>,
    /// When it was published, for display.
    pub date: String,
    /// Tags.
    pub tags: Vec<String>,
    /// Plain text.
    pub summary: String,
    /// The feed's HTML, or the summary's in a feed of summaries.
    pub html: String,
    /// The URL of its image.
    pub image: Option<String>,
    /// BCP 47 language.
    pub language: Option<String>,
}

/// A draft on its network.
#[derive(Debug, Clone, Serialize)]
pub struct Draft {
    /// The network's name in file names.
    pub network: &'static str,
    /// The network's name, with the number of a follow-up.
    pub title: String,
    /// The number of the follow-up, where it is one.
    pub followup: Option<usize>,
    /// The post that it answers.
    pub reply_to: Option<String>,
    /// The draft's file.
    pub path: String,
    /// Its state (`new`, `untouched`, `edited`, `pending`, `approved`, `posted`, `broken`).
    pub state: &'static str,
    /// BCP 47 language.
    pub language: Option<String>,
    /// A content warning.
    pub warning: Option<String>,
    /// When to post it.
    pub schedule: Option<String>,
    /// The posts of the thread.
    pub posts: Vec<Message>,
    /// The findings about the draft as a whole.
    pub notes: Vec<Note>,
    /// The diff to the text that waits beside an edited draft.
    pub pending: Option<Diff>,
}

/// A post on a network.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Message {
    /// The text shown at once.
    pub parts: Vec<Part>,
    /// The text shown after “more”.
    pub folded: Vec<Part>,
    /// Its length as the network counts.
    pub count: usize,
    /// The network's limit.
    pub limit: usize,
    /// How much of the limit is used, in percent, 100 at most.
    pub used: usize,
    /// What is counted.
    pub unit: &'static str,
    /// Images.
    pub images: Vec<DraftImage>,
    /// The network's link card for the URL in the text.
    pub card: Option<Card>,
    /// The findings about it.
    pub notes: Vec<Note>,
}

/// An image of a draft.
#[derive(Debug, Clone, Serialize)]
pub struct DraftImage {
    /// Its key in [`Page::images`].
    pub src: String,
    /// Its path or URL in the draft.
    pub path: String,
    /// Its alt text.
    pub alt: Option<String>,
    /// Its credit.
    pub credit: Option<String>,
}

/// A link card.
#[derive(Debug, Clone, Serialize)]
pub struct Card {
    /// The page's title.
    pub title: String,
    /// The description.
    pub summary: String,
    /// The page's host.
    pub host: String,
    /// The image's key in [`Page::images`].
    pub image: Option<String>,
}

const TEMPLATE: &str = include_str!("page/page.html");
const STYLE: &str = include_str!("page/page.css");
const ARTICLE_STYLE: &str = include_str!("page/article.css");
const SCRIPT: &str = include_str!("page/page.js");

/// The template after the placeholder of the data.
const DATA_END: &str = "</script>\n<script>";

/// The page as one HTML document.
///
/// # Errors
/// The template uses an unknown variable, which no input can cause.
pub fn render(page: &Page) -> Result<String, minijinja::Error> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.add_template("page.html", TEMPLATE)?;
    let html = environment.get_template("page.html")?.render(context! {
        page => minijinja::value::Serde(page),
        policy => policy(page.live),
        style => Value::from_safe_string(STYLE.to_owned()),
        script => Value::from_safe_string(SCRIPT.to_owned()),
    })?;
    let data = data(&serde_json::json!({
        "articles": fold::folded(page, html.len() + ARTICLE_STYLE.len()),
        "images": page.images,
        "style": ARTICLE_STYLE,
    }));
    // Everything that posts contain comes before it: the last placeholder is the template's own.
    let at = html.rfind(DATA_END).unwrap_or(html.len());
    Ok(format!("{}{data}{}", &html[..at], &html[at..]))
}

/// A file as a `data:` URL.
pub fn data_url(media_type: &str, bytes: &[u8]) -> String {
    format!("data:{media_type};base64,{}", BASE64.encode(bytes))
}

/// A page with an error message, which reloads when the next page is ready.
pub fn error_page(why: &str) -> String {
    let script = "new EventSource('/events').onmessage = (seen => event => { if (seen && seen !== event.data) location.reload(); seen = event.data; })();";
    let hash = BASE64.encode(Sha256::digest(script));
    let why = escape(why);
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; connect-src 'self'; script-src 'sha256-{hash}'\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>There is no preview</title>\n<h1>There is no preview</h1>\n<pre>{why}</pre>\n<script>{script}</script>\n"
    )
}

/// The content security policy: the page's own styles and scripts, nothing loaded.
fn policy(live: bool) -> String {
    let hash = |text: &str| format!("'sha256-{}'", BASE64.encode(Sha256::digest(text)));
    let connect = if live { "'self'" } else { "'none'" };
    format!(
        "default-src 'none'; img-src data:; style-src {}; script-src {}; connect-src {connect}; base-uri 'none'; form-action 'none'",
        hash(STYLE),
        hash(SCRIPT),
    )
}

/// JSON escaped for a `script` element.
fn data(value: &serde_json::Value) -> String {
    value.to_string().replace('<', "\\u003c")
}

#[cfg(test)]
mod tests;
