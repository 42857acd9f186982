//! The final check of a post's outputs for template code that its generator would have run.

use std::borrow::Cow;
use std::ops::Range;

use crate::draft::Draft;
use crate::entities::unescape;
use crate::feed::Entry;
use crate::markdown::Document;
use crate::markdown::template::leftover;
use crate::post::Post;
use crate::report::Finding;

use crate::rules::outputs::TEMPLATE_LEFT;

/// The template code that a post's outputs may contain.
pub(crate) struct LeftoverTemplates<'p> {
    post: &'p Post,
    dialect: &'static str,
    /// Text that looks like template code and is meant for readers.
    literals: &'p [String],
}

impl<'p> LeftoverTemplates<'p> {
    /// The templates of a post parsed as `document`.
    pub(crate) fn new(post: &'p Post, document: &'p Document<'_>, dialect: &'static str) -> Self {
        Self { post, dialect, literals: &document.literals }
    }

    /// Template code in the entry or the drafts of a post; one finding.
    pub(crate) fn find<'d>(
        &self,
        entry: &Entry,
        mut drafts: impl Iterator<Item = &'d Draft>,
    ) -> Option<Finding> {
        self.entry(entry).or_else(|| drafts.find_map(|draft| self.draft(draft)))
    }

    /// Template code in a feed.
    fn entry(&self, entry: &Entry) -> Option<Finding> {
        let content = entry.content.as_deref().unwrap_or_default();
        let texts = [entry.summary.as_str(), content]
            .into_iter()
            .chain(entry.markdown.as_deref())
            .chain(entry.image.iter().flat_map(|image| {
                let texts = [&image.alt, &image.credit].into_iter().flatten();
                texts.map(String::as_str).chain([image.url.as_str()])
            }))
            .chain(entry.external_url.as_ref().map(url::Url::as_str))
            .chain(entry.tags.iter().chain(&entry.series).map(String::as_str))
            .chain(entry.authors.iter().map(|author| author.name.as_str()));
        self.among(texts, "the feed")
    }

    /// Template code in a draft or its header.
    pub(crate) fn draft(&self, draft: &Draft) -> Option<Finding> {
        let images = draft.images.iter().flat_map(|image| {
            let texts = [&image.alt, &image.credit].into_iter().flatten();
            texts.map(String::as_str).chain([image.src.as_str()])
        });
        let texts = draft.posts.iter().map(String::as_str).chain(images);
        self.among(texts, "a draft")
    }

    fn among<'t>(&self, mut texts: impl Iterator<Item = &'t str>, place: &str) -> Option<Finding> {
        let left = texts.find_map(|text| self.left(&unescape(&decoded(text))));
        left.map(|code| {
            let message = format!("`{code}` is template code that is left in {place}");
            Finding::new(&TEMPLATE_LEFT, message)
                .at(self.post.span(&self.place(&code)))
                .help("write its result, or mark it as text that the generator does not run")
        })
    }

    /// The first piece of template code in a text that is not meant for readers.
    fn left(&self, text: &str) -> Option<String> {
        let mut rest = text;
        while let Some(found) = leftover(self.dialect, self.post.source.path(), rest) {
            let code = &rest[found.clone()];
            let shown = code.split_whitespace().collect::<Vec<_>>().join(" ");
            // Generators do not run code in titles: the page shows it as it is.
            let title = self.post.head.title.iter().map(|title| title.value.as_str());
            let mut meant = self.literals.iter().map(String::as_str).chain(title);
            if !meant.any(|meant| meant.contains(&shown)) {
                return Some(shown);
            }
            rest = &rest[found.end..];
        }
        None
    }

    /// Where the post has the code, else its title.
    fn place(&self, code: &str) -> Range<usize> {
        let found = self.post.source.text().find(code);
        let title = self.post.head.title.as_ref();
        found.map_or_else(
            || title.map_or(0..0, |title| title.range.clone()),
            |at| at..at + code.len(),
        )
    }
}

/// A text with the braces in its URLs as written.
fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains("%7B") {
        return Cow::Borrowed(text);
    }
    let braces = text.replace("%7B", "{").replace("%7D", "}").replace("%20", " ");
    braces.replace("{%25", "{%").replace("%25}", "%}").into()
}
