//! Splits a paragraph that lists something on lines of its own, as in "Day 1:⏎T - S⏎T2 - S2", into the items
//! of a list.

use std::ops::Range;

use super::builder::Builder;
use super::{Block, Kind, LOWEST};
use crate::recap::line;
use crate::recap::text::{SIGNS, Text};

/// The least lines of a list, and the most bytes of a line without a mark.
const LEAST: usize = 3;
const LONGEST: usize = 160;
/// The least bytes of a person beside a quoted title.
const PERSON: usize = 8;

impl Builder<'_> {
    /// Splits the last block if it is such a paragraph.
    pub(super) fn split_lines(&mut self) {
        let last = self.current == self.out.all.len().checked_sub(1);
        let Some(block) = self.out.all.last_mut().filter(|block| last && plain(block)) else {
            return;
        };
        let lines = lines(&block.text);
        let listed: Vec<bool> = lines.iter().map(|line| separated(&block.text, line)).collect();
        let count = listed.iter().filter(|listed| **listed).count();
        if count < LEAST || count * 4 < (lines.len() - 1) * 3 {
            return;
        }
        let text = std::mem::take(&mut block.text);
        let mut frames = std::mem::take(&mut block.frames);
        self.out.all.pop();
        self.group();
        for (line, listed) in lines.into_iter().zip(listed) {
            let kind = if listed { Kind::Item } else { Kind::Paragraph };
            self.push(kind, text.source(&line));
            let block = self.block();
            block.text = text.slice(line);
            block.frames = std::mem::take(&mut frames);
        }
        self.end_group();
    }

    /// Makes the first line of the last block a heading if a geometric sign stands before it, and the rest a paragraph:
    /// "■ T⏎It was about …".
    pub(super) fn split_heading(&mut self) {
        let last = self.current == self.out.all.len().checked_sub(1);
        let Some(block) = self.out.all.last_mut().filter(|block| last && plain(block)) else {
            return;
        };
        let end = block.text.plain.find('\n').unwrap_or_default();
        let (line, rest) = (block.text.trim(0..end), block.text.trim(end..block.text.plain.len()));
        let listed = block.text.plain.get(rest.clone()).is_some_and(|rest| rest.starts_with(SIGNS));
        if !block.text.plain.starts_with(SIGNS) || line.len() > LONGEST || listed {
            return;
        }
        let text = std::mem::take(&mut block.text);
        let frames = std::mem::take(&mut block.frames);
        block.kind = Kind::Heading(LOWEST);
        block.source = text.source(&line);
        block.text = text.slice(line);
        self.push(Kind::Paragraph, text.source(&rest));
        let block = self.block();
        block.text = text.slice(rest);
        block.frames = frames;
    }
}

fn plain(block: &Block) -> bool {
    block.kind == Kind::Paragraph
        && block.item.is_none()
        && !block.quoted
        && !block.caption
        && block.text.plain.contains('\n')
}

/// The lines of a text that are not blank.
fn lines(text: &Text) -> Vec<Range<usize>> {
    let mut at = 0;
    let each = text.plain.split('\n').map(|line| {
        at += line.len() + 1;
        text.trim(at - line.len() - 1..at - 1)
    });
    each.filter(|line| !line.is_empty()).collect()
}

/// Whether a short line has two parts, or a quotation and more, and is no sentence: "S - T", "“T” with S".
fn separated(text: &Text, line: &Range<usize>) -> bool {
    let words = text.plain.get(line.clone()).unwrap_or_default();
    let quotes = || line::quotes(text, line).iter().any(|quote| quote.len() + PERSON < line.len());
    words.len() <= LONGEST
        && !words.ends_with(['.', '!', ':', ','])
        && (text.has_two_parts(line) || quotes())
}
