//! `[cards]`

use serde::Deserialize;
use toml::Spanned;
use url::Url;

use super::Reading;
use crate::card;
use crate::config::Cards;
use crate::report::Finding;
use crate::rules::configuration::CONFIG_VALUE;

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct CardsTable {
    dir: Option<Spanned<String>>,
    url: Option<Spanned<String>>,
    template: Option<Spanned<String>>,
    fonts: Vec<Spanned<String>>,
    family: Option<String>,
    background: Option<Spanned<String>>,
    text: Option<Spanned<String>>,
    accent: Option<Spanned<String>>,
    portrait: bool,
    sessions: bool,
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
        let mut dir = "cards".to_owned();
        self.folder(table.dir, &mut dir);
        let file = |reading: &mut Self, written: Spanned<String>| {
            let mut path = String::new();
            reading.folder(Some(written), &mut path);
            path
        };
        let template = table.template.map(|template| file(self, template));
        let fonts = table.fonts.into_iter().map(|font| file(self, font));
        let fonts = fonts.collect();
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
        let served = || {
            site.join(&format!("{dir}/"))
                .unwrap_or_else(|_| site.clone())
        };
        Cards {
            url: (table.url)
                .and_then(|url| self.address(&url))
                .unwrap_or_else(served),
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
