//! Parses a post's body, with template code handled as the project is configured.

use pulldown_cmark::Options;

use super::Project;
use crate::entities::unescape;
use crate::generator::{Bare, permalink};
use crate::markdown::template::{Templates, families};
use crate::markdown::{self, Document, More, Place};
use crate::post::Post;

impl Project<'_> {
    /// Parses the body of a post whose page is at `place`.
    pub fn document<'p>(&self, post: &'p Post, place: Place<'_>) -> Document<'p> {
        let posts = &self.config.posts;
        let families = families(posts.dialect.name, post.source.path());
        let templates = Templates {
            families: &families,
            unknown: posts.unknown_templates,
            variables: &self.context.facts.variables,
            place: Some(place),
            certain: posts.dialect.name != "plain",
            lacks: self.context.facts.lacks.unwrap_or(Options::empty()),
            tildes: posts.dialect.tildes,
            attributes: self.context.facts.has_attributes.unwrap_or(true),
            brackets: self.context.facts.has_brackets,
            indented_code: self.context.facts.has_own_markdown,
            emoji: self.context.facts.replaces_emoji,
            omits_html: self.context.facts.omits_html,
        };
        let mut document = markdown::parse_with(post, &templates);
        document.site_language.clone_from(&self.config.site.language);
        document.bare = match (self.context.facts.linkifies, posts.dialect.bare) {
            (Some(false), _) => Bare::Text,
            (Some(true), Bare::Text) => Bare::GitHub,
            (_, Bare::Goldmark { .. }) => {
                Bare::Goldmark { after_quotes: !self.context.facts.has_plain_quotes }
            }
            (_, usual) => usual,
        };
        document.linkifies_as_https = self.context.facts.linkifies_as_https;
        let footnotes = self.context.facts.footnotes;
        document.anchors = footnotes.unwrap_or(posts.dialect.footnotes);
        document.code_title = posts.dialect.code_title;
        if posts.dialect.drops_title {
            document.drop_title();
        }
        if posts.dialect.links_are_routes {
            document.route_links(self.config.site.url.path(), self.context.facts.slash);
        }
        let more = (posts.dialect.more)(post, &self.context);
        document.more = more.map_or(More::Nowhere, |mark| More::At(mark.start));
        document
    }

    /// Converts front matter fields in Markdown or HTML to plain text, and resolves paths that only the
    /// generator knows.
    pub fn plain(&self, post: &mut Post) {
        let head = &mut post.head;
        if let Some(summary) = &mut head.summary {
            summary.value = markdown::plain(&summary.value);
        }
        // Code in a title is part of the title.
        let is_html = self.config.posts.dialect.titles_are_html;
        if let Some(title) =
            (head.title.as_mut()).filter(|title| is_html && !title.value.contains('`'))
        {
            title.value = unescape(&title.value).into_owned();
        }
        if let Some(image) = &mut head.image {
            let path = markdown::served(&image.value.src);
            let is_internal = path.len() < image.value.src.len() && path.starts_with('/');
            let url = permalink::join(&self.config.site.url, path).filter(|_| is_internal);
            image.value.src = url.map_or_else(|| path.to_owned(), String::from);
        }
    }
}
