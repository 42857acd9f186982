//! Takes a talk in each of several quotations for a list: "> S's [T](video)" above a sketch of it.

use std::ops::Range;

use super::builder::Builder;
use super::{Block, Kind};
use crate::recap::link::{self, Target};

/// The least quotations of a list.
const LEAST: usize = 3;
/// The most bytes of one.
const LONGEST: usize = 200;

impl Builder<'_> {
    /// Makes items of those that link to a talk by its title, if most do: what somebody said does not.
    pub(super) fn list_quotations(&mut self) {
        let all = || self.out.all.iter().enumerate();
        let lines = all().filter(|(_, block)| is_line(block)).count();
        let talks = all().filter(|(_, block)| is_line(block) && has_talk(block));
        let talks: Vec<usize> = talks.map(|(index, _)| index).collect();
        if talks.len() < LEAST || talks.len() * 4 < lines * 3 {
            return;
        }
        self.last_group += 1;
        for index in talks {
            if let Some(block) = self.out.all.get_mut(index) {
                block.kind = Kind::Item;
                block.quoted = false;
                block.group = self.last_group;
            }
        }
    }
}

/// Whether a block is a short paragraph of a quotation.
fn is_line(block: &Block) -> bool {
    let text = block.text.plain.as_str();
    block.kind == Kind::Paragraph
        && block.quoted
        && block.item.is_none()
        && !text.is_empty()
        && text.len() < LONGEST
        && !text.contains('\n')
}

/// Whether a block links to a recording or to a talk's page, with a title: not "video", not "at minute 12".
fn has_talk(block: &Block) -> bool {
    let is_talk = |href: &str| link::by_url(href) == Target::Video || link::talk_page(href);
    let is_title = |range: &Range<usize>| {
        let text = block.text.plain.get(range.clone()).unwrap_or_default();
        text.chars().next().is_some_and(|c| c.is_alphanumeric() && !c.is_lowercase())
    };
    block.text.links().any(|(range, href)| is_talk(href) && is_title(range))
}
