//! Slug, permalink and id.

use super::{Reader, scheme_of};
use crate::generator::permalink;
use crate::post::front_matter::{Data, Kind, Node};
use crate::post::{Spanned, Visibility, names, rules};
use crate::report::Level;

impl Reader<'_> {
    pub(super) fn slug(&mut self, key: &str, node: &Node<'_>) {
        let Some(slug) = self.line(key, node, "a slug") else {
            return;
        };
        let given = slug.value.as_str();
        // A quoted space at the end is intended as part of the name, which is impossible.
        let whole = node.scalar().map_or(given, |text| text.trim_end_matches(['\n', '\r']));
        // Hugo and Jekyll accept any text as a slug; a path in it is a mistake everywhere.
        let why = if given.contains(['/', '\\']) || permalink::climbs(given) {
            Some("is more than one part of a URL")
        } else {
            names::unusable(whole)
        };
        if let Some(why) = why {
            let better = names::slug(
                given.rsplit(['/', '\\']).find(|part| !part.is_empty()).unwrap_or(given),
            );
            let unfit =
                better.is_empty() || given.contains('%') || names::unusable(&better).is_some();
            let help = if unfit {
                format!(
                    "leave `{key}` out: the file's name serves, or write letters, digits and `-`"
                )
            } else {
                self.write(key, &better, &self.quoted(&better))
            };
            let climbs = permalink::climbs(given) || given.starts_with(['/', '\\']);
            let level = if climbs { Level::Error } else { self.mild() };
            let message = format!("the slug `{given}` {why}");
            self.fault_at(&rules::BAD_SLUG, &node.range, message, help, level);
            if level == Level::Error {
                return;
            }
        }
        self.head.slug = self.head.slug.take().or(Some(slug));
    }

    pub(super) fn permalink(&mut self, key: &str, node: &Node<'_>) {
        if matches!(&node.data, Data::Scalar(_, Kind::Bool(false))) {
            // Eleventy's `permalink: false`: the page is not written, so there is nothing to link to.
            self.hold_natively(key, node, Visibility::Draft);
            return;
        }
        let Some(url) = self.line(key, node, "a URL") else {
            return;
        };
        let given = url.value.as_str();
        let web = given.starts_with("https://") || given.starts_with("http://");
        let scheme = given.contains("://") || scheme_of(given).is_some();
        let bad = if web {
            url::Url::parse(given).is_err()
        } else {
            // Hugo's `\:` is a colon that begins no token.
            scheme || permalink::climbs(&given.replace("\\:", ":"))
        };
        if bad {
            let path: Vec<&str> = given
                .split_once("://")
                .map_or(given, |(_, rest)| rest.split_once('/').map_or("", |(_, path)| path))
                .split(['/', '\\'])
                .filter(|part| !part.is_empty() && !permalink::climbs(part))
                .collect();
            let help = if path.is_empty() || path.iter().any(|part| part.contains(':')) {
                format!("leave `{key}` out, or write a path on the site that begins with `/`")
            } else {
                let better = format!("/{}/", path.join("/"));
                self.write(key, &better, &self.quoted(&better))
            };
            let message = format!("`{given}` is not a page of a site");
            self.fault_at(&rules::BAD_PERMALINK, &node.range, message, help, Level::Error);
            return;
        }
        if self.head.permalink.is_none() {
            self.head.permalink = Some(url);
        }
    }

    pub(super) fn id(&mut self, key: &str, node: &Node<'_>, always: bool) {
        let absolute = node.scalar().is_some_and(|text| scheme_of(text.trim()).is_some());
        if self.head.id.is_some() || node.is_empty() || !(always || absolute) {
            return;
        }
        let id = node.scalar().map(str::trim).unwrap_or_default().to_owned();
        let blank = id.contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"'));
        if !absolute || blank {
            let help = format!(
                "leave `{key}` out: the entry's id is then made of `id_base` and the file's name; or write an absolute URI"
            );
            let message = format!("the id `{id}` is not an absolute URI");
            self.fault(&rules::BAD_ID, &node.range, message, help);
            return;
        }
        self.hidden_in(&id, &node.range, "an id");
        self.head.id = Some(Spanned::new(id, node.range.clone()));
    }
}
