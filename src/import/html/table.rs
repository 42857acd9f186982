//! Tables: data tables become Markdown tables, layout tables become their content.

use super::tree::{Id, Tree};
use super::write::Writer;

/// The most columns that a cell spans.
const WIDEST: usize = 100;

pub(super) fn write(writer: &mut Writer<'_>, id: Id) -> Vec<String> {
    let tree = writer.tree;
    let mut rows: Vec<Vec<Id>> = Vec::new();
    for row in tree.elements(id, "tr") {
        let mut cells = tree.children(row).to_vec();
        cells.retain(|cell| matches!(tree.name(*cell), "td" | "th"));
        if tree.nearest(row, "table") == id && !cells.is_empty() {
            rows.push(cells);
        }
    }
    if is_layout(tree, id, &rows) {
        let cells = rows.into_iter().flatten();
        return cells.flat_map(|cell| writer.blocks(cell)).collect();
    }
    let has_head = |first: &Vec<Id>| first.iter().all(|cell| tree.name(*cell) == "th");
    let mut lines: Vec<Vec<String>> = Vec::new();
    if !rows.first().is_some_and(has_head) {
        lines.push(Vec::new());
    }
    for row in rows {
        let mut cells = Vec::new();
        for cell in row {
            cells.push(writer.cell(cell));
            let span = tree.attribute(cell, "colspan");
            let span: usize = span.and_then(|span| span.parse().ok()).unwrap_or(1);
            cells.extend((1..span.min(WIDEST)).map(|_| String::new()));
        }
        lines.push(cells);
    }
    let captions = tree.children(id).iter().copied();
    let captions = captions.filter(|child| tree.name(*child) == "caption");
    let mut blocks: Vec<String> = captions
        .map(|caption| writer.line(caption))
        .filter(|caption| !caption.is_empty())
        .collect();
    let width = lines.iter().map(Vec::len).max().unwrap_or(0).min(WIDEST);
    if width > 0 {
        let written = lines.into_iter().map(|mut cells| {
            cells.resize(width, String::new());
            format!("| {} |", cells.join(" | "))
        });
        let mut written: Vec<String> = written.collect();
        written.insert(1, format!("|{}", " --- |".repeat(width)));
        blocks.push(written.join("\n"));
    }
    blocks
}

/// Whether a table only arranges a page: it says so, has one column, or has content that a Markdown
/// cell cannot have.
fn is_layout(tree: &Tree, id: Id, rows: &[Vec<Id>]) -> bool {
    let mut cells = rows.iter().flatten();
    tree.has_word(id, "role", "presentation none")
        || rows.iter().all(|row| row.len() == 1)
            && cells.clone().all(|cell| tree.name(*cell) != "th")
        || cells.any(|cell| {
            let blocks = tree.elements(*cell, "table pre blockquote h1 h2 h3 h4");
            !blocks.is_empty()
        })
}
