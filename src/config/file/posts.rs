//! `[posts]`

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;
use toml::Spanned;

use super::Reading;
use crate::config::{Content, Posts, schema};
use crate::generator::{self, permalink};
use crate::markdown::template::Unknown;
use crate::nearly;

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct PostsTable {
    /// The folder of the posts, inside the folder of `afterword.toml`.
    #[schemars(with = "String", extend("x-default" = "`\"posts\"`", "x-example" = "\"content/posts\""))]
    dir: Option<Spanned<String>>,
    /// The pattern of the posts' permalinks, with the tokens `:key` (the path under the folder,
    /// without extension), `:slug`, `:title`, `:year`, `:month`, `:day`, `:section` (the first
    /// folder of the key) and `:folder` (all of them).
    #[schemars(with = "String", extend("x-default" = "what the dialect's site generator does; for `plain`, `/:key/`", "x-example" = "\"/:year/:month/:slug/\""))]
    permalink: Option<Spanned<String>>,
    /// The site generator whose rules for front matter, dates and permalinks the posts follow.
    #[schemars(schema_with = "dialects", extend("x-default" = "`\"plain\"`", "x-example" = "\"hugo\""))]
    dialect: Option<Spanned<String>>,
    /// What the text of entries is made from: the posts' own Markdown, or the article on the page
    /// that the site generator wrote, found under `[site] built`.
    #[schemars(schema_with = "contents", extend("x-default" = "`\"source\"`", "x-example" = "\"source\""))]
    content: Option<Spanned<String>>,
    /// How unknown template code in a post is handled: `keep` leaves out its tags only, `drop` also
    /// what is between them, `link` replaces it by a link to the page.
    #[schemars(extend("x-default" = "`\"keep\"`", "x-example" = "\"link\""))]
    unknown_templates: Unknown,
}

fn dialects(_: &mut SchemaGenerator) -> Schema {
    schema::word(generator::DIALECTS.iter().map(|dialect| dialect.name))
}

fn contents(_: &mut SchemaGenerator) -> Schema {
    schema::word(["source", "rendered"])
}

impl Reading<'_> {
    /// `has_site`: whether the folder of the built site is configured.
    pub(super) fn posts(&mut self, table: PostsTable, has_site: bool, posts: &mut Posts) {
        self.folder(table.dir, &mut posts.dir);
        if let Some(pattern) = &table.permalink
            && let Some(token) = permalink::unknown_token(pattern.get_ref())
        {
            let meant = nearly::meant(token, permalink::TOKENS);
            let help = meant.map_or_else(
                || format!("the tokens are :{}", permalink::TOKENS.join(", :")),
                |meant| {
                    let right =
                        pattern.get_ref().replace(&format!(":{token}"), &format!(":{meant}"));
                    format!("write {right:?}")
                },
            );
            self.wrong(pattern.span(), format!("`:{token}` is not a token of permalinks"), help);
        }
        posts.permalink = table.permalink.map(Spanned::into_inner);
        if let Some(name) = table.dialect {
            if let Some(dialect) = generator::named(name.get_ref()) {
                posts.dialect = dialect;
            } else {
                let known = generator::DIALECTS.iter().map(|dialect| dialect.name);
                self.unknown(name.span(), name.get_ref(), "a known site generator", known);
            }
        }
        posts.unknown_templates = table.unknown_templates;
        if let Some(content) = table.content {
            match content.get_ref().as_str() {
                "source" => posts.content = Content::Source,
                "rendered" => {
                    posts.content = Content::Rendered;
                    if !has_site {
                        let help = posts.dialect.built_dir.map_or_else(
                            || "name the folder: `built = \"_site\"` under `[site]`".to_owned(),
                            |folder| format!("write `built = \"{folder}\"` under `[site]`, or where else {} writes the site", posts.dialect.name),
                        );
                        self.wrong(
                            content.span(),
                            "rendered content is taken from the built site, and `[site]` has no `built` folder".to_owned(),
                            help,
                        );
                    }
                }
                other => self.wrong(
                    content.span(),
                    format!("content cannot come from {other:?}"),
                    "write \"source\" (the posts' own Markdown) or \"rendered\" (the pages of the built site)",
                ),
            }
        }
    }
}
