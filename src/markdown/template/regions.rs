//! Where a body has code, raw HTML and lists, by a first parse of the text as it is written.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::super::OPTIONS;

/// Positions in a body, each list of them in order.
#[derive(Debug, Default)]
pub(super) struct Regions {
    /// Code blocks and code spans.
    pub(super) code: Vec<Range<usize>>,
    /// Raw HTML, and URLs in angle brackets.
    pub(super) html: Vec<Range<usize>>,
    /// Code blocks and blocks of raw HTML.
    pub(super) blocks: Vec<Range<usize>>,
    /// Indented code blocks, and how many list items each is in.
    pub(super) indented: Vec<(Range<usize>, usize)>,
    /// URLs and titles of links and images.
    pub(super) targets: Vec<Range<usize>>,
    /// Where elements in the text end, such as links and emphasis.
    pub(super) ends: Vec<usize>,
    /// Lists that are in no other list.
    pub(super) lists: Vec<Range<usize>>,
    /// Where the items of lists with bullets begin.
    pub(super) bullets: Vec<usize>,
    /// Where lists begin that are numbered from another number than 1.
    pub(super) numbered: Vec<usize>,
}

impl Regions {
    /// The regions of a text whose generator does not support the extensions of `lacks`.
    pub(super) fn of(text: &str, lacks: Options) -> Self {
        let mut all = Self::default();
        let mut items = 0_usize;
        for (event, range) in Parser::new_ext(text, OPTIONS.difference(lacks)).into_offset_iter() {
            match event {
                Event::Code(_) => {
                    all.ends.push(range.end);
                    all.code.push(range);
                }
                Event::FootnoteReference(_)
                | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough) => {
                    all.ends.push(range.end);
                }
                Event::End(TagEnd::Link | TagEnd::Image) => {
                    let written = &text[range.clone()];
                    if written.ends_with(')')
                        && let Some(target) = written.rfind("](")
                    {
                        all.targets.push(range.start + target..range.end);
                    }
                    all.ends.push(range.end);
                }
                Event::Start(Tag::CodeBlock(kind)) => {
                    if kind == CodeBlockKind::Indented {
                        all.indented.push((range.clone(), items));
                    }
                    all.blocks.push(range.clone());
                    all.code.push(range);
                }
                Event::Start(Tag::HtmlBlock) => {
                    all.blocks.push(range.clone());
                    all.html.push(range);
                }
                Event::InlineHtml(_)
                | Event::Start(Tag::Link {
                    link_type: LinkType::Autolink | LinkType::Email, ..
                }) => all.html.push(range),
                Event::Start(Tag::List(number)) => {
                    if number.is_some_and(|number| number != 1) {
                        all.numbered.push(marker(text, &range));
                    }
                    if items == 0 {
                        all.lists.push(range);
                    }
                }
                Event::End(TagEnd::Item) => items -= 1,
                Event::Start(Tag::Item) => {
                    items += 1;
                    let at = marker(text, &range);
                    if text[at..].starts_with(['-', '*', '+']) {
                        all.bullets.push(at);
                    }
                }
                _ => {}
            }
        }
        all
    }
}

/// Where the mark of a list's item is.
fn marker(text: &str, item: &Range<usize>) -> usize {
    let written = &text[item.clone()];
    item.start + written.len() - written.trim_start().len()
}
