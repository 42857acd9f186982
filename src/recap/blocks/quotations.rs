//! Takes a talk in each of several quotations for a list: "> S's [T](video)" above a sketch of it.

use super::builder::Builder;
use super::{Block, Kind};
use crate::recap::link::{self, Target};

/// The least quotations of a list, and the most bytes of one.
const LEAST: usize = 3;
const LONGEST: usize = 200;

impl Builder<'_> {
    /// Makes items of them if most link to a talk: a quotation from somebody does not.
    pub(super) fn list_quotations(&mut self) {
        let lines: Vec<usize> = (0..self.out.all.len())
            .filter(|index| self.out.all.get(*index).is_some_and(is_line))
            .collect();
        let talks = lines.iter().filter(|index| self.out.all.get(**index).is_some_and(has_talk));
        let talks = talks.count();
        if talks < LEAST || talks * 4 < lines.len() * 3 {
            return;
        }
        self.last_group += 1;
        let group = self.last_group;
        for index in lines {
            if let Some(block) = self.out.all.get_mut(index) {
                block.kind = Kind::Item;
                block.quoted = false;
                block.group = group;
            }
        }
    }
}

/// Whether a block is all of a short quotation.
fn is_line(block: &Block) -> bool {
    let text = block.text.plain.as_str();
    block.kind == Kind::Paragraph
        && block.quoted
        && block.item.is_none()
        && !text.is_empty()
        && text.len() < LONGEST
        && !text.contains('\n')
}

/// Whether a block links to a recording or to a talk's page.
fn has_talk(block: &Block) -> bool {
    let is_talk = |href: &str| link::by_address(href) == Target::Video || link::talk_page(href);
    block.text.links().any(|(_, href)| is_talk(href))
}
