//! Features of an offer's title.

use super::around::is_bare;
use super::{Reader, Sheet};
use crate::language::Folded;
use crate::recap::blocks::Block;
use crate::recap::kind;
use crate::recap::layout::generic;
use crate::recap::layout::offer::Offer;
use crate::recap::link;
use crate::recap::mention;
use crate::recap::name;
use crate::recap::text::MarkKind;

impl Reader<'_> {
    pub(super) fn title(&self, sheet: &mut Sheet, offer: &Offer, block: &Block) {
        let view = self.view;
        let title = offer.candidate.title.as_ref().map_or("", |title| title.value.as_str());
        let has = !title.is_empty();
        let folded = Folded::of(title);
        let cjk = mention::mostly_cjk(title);
        let words = if cjk { title.chars().count() / 3 } else { title.split_whitespace().count() };
        sheet.flag("title", has);
        sheet.flag("title-one-word", has && words <= 1);
        sheet.flag("title-short", (2..=3).contains(&words));
        sheet.flag("title-long", words > 12);
        let cased = title.split_whitespace().filter(|w| w.chars().count() > 3).collect::<Vec<_>>();
        let upper = cased.iter().filter(|w| w.starts_with(char::is_uppercase)).count();
        sheet.flag("title-cased", !cased.is_empty() && upper * 3 >= cased.len() * 2);
        // "irb を速くした話": the case of a Latin word says nothing there.
        sheet.flag("title-lower", !cjk && title.starts_with(char::is_lowercase));
        sheet.flag("title-digit", title.contains(|c: char| c.is_ascii_digit()));
        sheet.flag("title-talks", has && view.lexicon.has_in(&folded, |w| &w.talks));
        sheet.flag(
            "title-event",
            has && (view.lexicon.has_in(&folded, |w| &w.events)
                || title.split_whitespace().any(kind::event_word)),
        );
        sheet.flag("title-generic", has && generic::generic(view, title));
        let range = offer.title.clone().unwrap_or(0..0);
        let text = &block.text;
        let strong = text.marks.iter().any(|mark| {
            let around = mark.range.start <= range.start + 2 && mark.range.end + 2 >= range.end;
            mark.kind == MarkKind::Strong && around
        });
        sheet.flag("title-strong", !range.is_empty() && strong);
        let href = if range.is_empty() { None } else { text.link_over(&range) };
        sheet.flag("title-linked", href.is_some());
        sheet.flag("bare-linked", href.is_some() && is_bare(offer));
        sheet.flag("title-hosted", href.is_some_and(link::is_hosted));
        let named = offer
            .candidate
            .speakers
            .first()
            .and_then(|person| {
                text.plain.find(&person.name.value).map(|at| at..at + person.name.value.len())
            })
            .and_then(|range| text.link_over(&range));
        sheet
            .flag("name-linked", named.is_some_and(|href| name::home(href) || name::profile(href)));
        sheet.flag("title-home", href.is_some_and(|href| name::home(href) || name::profile(href)));
        let before = text.plain.get(..range.start).unwrap_or_default();
        sheet.flag(
            "title-quoted",
            !range.is_empty() && before.ends_with(['"', '“', '«', '「', '『', '《', '„', '‘']),
        );
    }
}
