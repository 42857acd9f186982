//! Tables: data tables become Markdown tables, layout tables become their content.

use super::super::inline::Within;
use super::tree::Id;
use super::write::Writer;

/// The most columns that a cell spans.
const WIDEST: usize = 100;

pub(super) fn write(writer: &mut Writer<'_>, id: Id) -> Vec<String> {
    let tree = writer.tree;
    let rows: Vec<Vec<Id>> = tree
        .below(id)
        .into_iter()
        .filter(|row| tree.name(*row) == "tr" && tree.nearest(*row, "table") == id)
        .map(|row| {
            let cells = tree.children(row).iter().copied();
            cells
                .filter(|cell| matches!(tree.name(*cell), "td" | "th"))
                .collect()
        })
        .filter(|cells: &Vec<Id>| !cells.is_empty())
        .collect();
    let caption: Vec<String> = tree
        .children(id)
        .to_vec()
        .into_iter()
        .filter(|child| tree.name(*child) == "caption")
        .map(|caption| writer.line(caption, Within::default()))
        .filter(|caption| !caption.is_empty())
        .collect();
    if is_layout(writer, id, &rows) {
        let blocks = rows.into_iter().flatten();
        return blocks.flat_map(|cell| writer.blocks(cell)).collect();
    }
    let has_head = rows
        .first()
        .is_some_and(|first| first.iter().all(|cell| tree.name(*cell) == "th"));
    let mut lines: Vec<Vec<String>> = Vec::new();
    if !has_head {
        lines.push(Vec::new());
    }
    for row in &rows {
        let mut cells = Vec::new();
        for cell in row {
            cells.push(writer.line(*cell, Within { cell: true }));
            let span = tree.attribute(*cell, "colspan");
            let span: usize = span.and_then(|span| span.parse().ok()).unwrap_or(1);
            cells.extend((1..span.min(WIDEST)).map(|_| String::new()));
        }
        lines.push(cells);
    }
    let width = lines.iter().map(Vec::len).max().unwrap_or(0).min(WIDEST);
    if width == 0 {
        return caption;
    }
    let mut out: Vec<String> = lines
        .into_iter()
        .map(|mut cells| {
            cells.resize(width, String::new());
            format!("| {} |", cells.join(" | "))
        })
        .collect();
    let rule = format!("|{}", " --- |".repeat(width));
    out.insert(1, rule);
    caption.into_iter().chain([out.join("\n")]).collect()
}

/// Whether a table only arranges a page: it says so, has one column, or has content that a Markdown
/// cell cannot have.
fn is_layout(writer: &Writer<'_>, id: Id, rows: &[Vec<Id>]) -> bool {
    let tree = writer.tree;
    let says = matches!(tree.attribute(id, "role"), Some("presentation" | "none"));
    let header = rows.iter().flatten().any(|cell| tree.name(*cell) == "th");
    says || !header && rows.iter().all(|row| row.len() == 1)
        || rows.iter().flatten().any(|cell| {
            tree.below(*cell).into_iter().any(|below| {
                matches!(
                    tree.name(below),
                    "table" | "pre" | "blockquote" | "h1" | "h2" | "h3" | "h4"
                )
            })
        })
}
