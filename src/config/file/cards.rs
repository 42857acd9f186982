//! `[cards]`

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;
use url::Url;

use super::Reading;
use crate::card;
use crate::config::{CARDS, Cards, schema};
use crate::report::Finding;
use crate::rules::configuration::CONFIG_VALUE;

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct CardsTable {
    /// The folder of the cards, inside the folder of `afterword.toml`; it belongs where the site
    /// publishes it.
    #[schemars(with = "String", extend("x-default" = "`\"cards\"`", "x-example" = "\"static/cards\""))]
    dir: Option<Spanned<String>>,
    /// The URL of that folder.
    #[schemars(schema_with = "schema::url", extend("x-default" = "the site's URL and the folder", "x-example" = "\"https://example.org/cards/\""))]
    url: Option<Spanned<String>>,
    /// An SVG template of your own, in the language of [minijinja](https://docs.rs/minijinja). It
    /// reads no file and no network. It may use `width`, `height`, `background`, `text`, `accent` and
    /// `language`, and the `text`, `size` and `lines` of `title`, `event`, `speakers` and `site`.
    #[schemars(with = "String", extend("x-default" = "the built-in one", "x-example" = "\"cards/card.svg\""))]
    template: Option<Spanned<String>>,
    /// Fonts inside the folder of `afterword.toml`, in order of preference. The built-in Noto Sans
    /// has Latin, Greek and Cyrillic letters.
    #[schemars(with = "Vec<String>", extend("x-default" = "none", "x-example" = "[\"fonts/NotoSansCJK-Bold.ttc\", \"fonts/NotoColorEmoji.ttf\"]"))]
    fonts: Vec<Spanned<String>>,
    /// The preferred font family.
    #[schemars(with = "String", extend("x-default" = "`\"Noto Sans\"`", "x-example" = "\"Inter\""))]
    family: Option<String>,
    /// The background colour.
    #[schemars(with = "String", extend("x-default" = "`\"#10262b\"`", "x-example" = "\"#10262b\""))]
    background: Option<Spanned<String>>,
    /// The colour of the title and the names.
    #[schemars(with = "String", extend("x-default" = "`\"#f5f7f7\"`", "x-example" = "\"#f5f7f7\""))]
    text: Option<Spanned<String>>,
    /// The colour of the event and the ornament.
    #[schemars(with = "String", extend("x-default" = "`\"#5cc9b4\"`", "x-example" = "\"#5cc9b4\""))]
    accent: Option<Spanned<String>>,
    /// Whether a card of 1080 × 1350 pixels is made beside that of 1200 × 630.
    #[schemars(extend("x-default" = "`false`", "x-example" = "true"))]
    portrait: bool,
    /// Whether each session gets a card of its own.
    #[schemars(extend("x-default" = "`false`", "x-example" = "true"))]
    sessions: bool,
    /// Whether drafts and feeds (`media:thumbnail`) use the card for a post without an image of its
    /// own.
    #[schemars(with = "bool", extend("x-default" = "`true`", "x-example" = "false"))]
    attach: Option<bool>,
}

impl Reading<'_> {
    pub(super) fn cards(&mut self, table: CardsTable, site: &Url) -> Cards {
        if !cfg!(feature = "cards") {
            self.findings.push(
                Finding::new(&CONFIG_VALUE, "this afterword was built without cards")
                    .at(self.source.start())
                    .help("build it with `--features cards`, or leave `[cards]` out"),
            );
        }
        let mut dir = CARDS.to_owned();
        self.folder(table.dir, &mut dir);
        let file = |reading: &mut Self, written: Spanned<String>| {
            let mut path = String::new();
            reading.folder(Some(written), &mut path);
            path
        };
        let template = table.template.map(|template| file(self, template));
        let fonts = table.fonts.into_iter().map(|font| file(self, font)).collect();
        let mut colours = card::Colours::default();
        for (written, colour) in [
            (table.background, &mut colours.background),
            (table.text, &mut colours.text),
            (table.accent, &mut colours.accent),
        ] {
            match written {
                Some(written) if card::is_colour(written.get_ref()) => {
                    *colour = written.into_inner();
                }
                Some(written) => self.wrong(
                    written.span(),
                    format!("{:?} is not a colour", written.get_ref()),
                    "write six digits behind a #: \"#10262b\"",
                ),
                None => {}
            }
        }
        let served = || site.join(&format!("{dir}/")).unwrap_or_else(|_| site.clone());
        Cards {
            url: (table.url).and_then(|url| self.site_url(&url)).unwrap_or_else(served),
            template,
            fonts,
            family: table.family,
            colours,
            portrait: table.portrait,
            sessions: table.sessions,
            attach: table.attach.unwrap_or(true),
            dir,
        }
    }
}
