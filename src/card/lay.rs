//! Breaks words into lines and fits lines into a box: as large as possible, shortened as a last resort.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use resvg::usvg;
use serde::Serialize;
use unicode_bidi::{BidiInfo, Level};
use unicode_linebreak::linebreaks;
use unicode_segmentation::UnicodeSegmentation;

use super::fonts::{Fonts, Run};
use crate::entities::escape;

/// The size at which widths are measured; width is proportional to size.
const MEASURED: f32 = 100.0;
/// Line height in multiples of the font size.
const LINE: f32 = 1.32;
/// The ascent of a letter in multiples of the font size.
const ASCENT: f32 = 1.06;

/// The box of a text.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub(super) struct Area {
    /// Left edge in pixels.
    pub x: f32,
    /// Upper edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// A text with its layout.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Laid {
    /// The whole text.
    pub text: String,
    /// Font size in pixels.
    pub size: f32,
    /// Whether it runs from right to left.
    pub rtl: bool,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// A line of a text.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Line {
    /// Its base line.
    pub y: f32,
    /// Its parts from left to right.
    pub runs: Vec<Placed>,
}

/// A part of a line.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Placed {
    /// Its left edge.
    pub x: f32,
    /// The font's family.
    pub family: String,
    /// The part, with direction marks.
    pub text: String,
}

/// How a text may be laid out.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting<'a> {
    /// The box.
    pub area: Area,
    /// Font sizes, the largest first.
    pub sizes: &'a [f32],
    /// Font weight (400 or 700).
    pub weight: u16,
    /// BCP 47 language.
    pub language: &'a str,
}

/// Lays out a text: the largest size that fits into its box, else the smallest, cut at its end. Also
/// returns the characters that no font has.
pub(super) fn lay(text: &str, setting: Setting<'_>, fonts: &Fonts) -> (Laid, Vec<char>) {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (_, missing) = fonts.runs(&text, setting.language);
    let rtl = is_rtl(&text);
    let pieces = measured(&text, setting, fonts);
    let area = setting.area;
    let mut chosen = (0.0, Vec::new());
    for size in setting.sizes {
        let lines = broken(&pieces, area.width * MEASURED / size);
        let fits = lines.len() as f32 * size * LINE <= area.height + 0.5;
        let whole = lines.iter().all(|line| line.width * size / MEASURED <= area.width);
        chosen = (*size, lines);
        if fits && whole {
            break;
        }
    }
    let (mut size, mut lines) = chosen;
    let most = ((area.height + 0.5) / (size * LINE)).floor().max(1.0);
    cut(&mut lines, most as usize, area.width * MEASURED / size);
    let rows: Vec<Vec<Run>> = (lines.iter())
        .map(|line| visual(line.text.trim_end(), rtl, setting.language, fonts))
        .collect();
    let widths: Vec<Vec<f32>> = rows.iter().map(|row| widths(row, setting, fonts)).collect();
    let widest = widths.iter().map(|row| row.iter().sum()).fold(0.0, f32::max);
    // Joining parts can make a line a little wider than the sum of its parts.
    size = size.min(area.width * MEASURED / f32::max(widest, 1.0));
    let lines = rows.into_iter().zip(widths).enumerate().map(|(index, (row, widths))| {
        let total: f32 = widths.iter().sum();
        let mut x = if rtl { area.x + area.width - total * size / MEASURED } else { area.x };
        let runs = row.into_iter().zip(widths).map(|(run, width)| {
            let placed = Placed { x, family: run.family, text: run.text };
            x += width * size / MEASURED;
            placed
        });
        Line { runs: runs.collect(), y: area.y + size * (ASCENT + LINE * index as f32) }
    });
    let laid = Laid { size, rtl, lines: lines.collect(), text };
    (laid, missing)
}

/// A line in runs of one font and one direction each, from left to right. A right-to-left run has
/// direction marks, so that its brackets are mirrored.
fn visual(line: &str, rtl: bool, language: &str, fonts: &Fonts) -> Vec<Run> {
    let base = if rtl { Level::rtl() } else { Level::ltr() };
    let info = BidiInfo::new(line, Some(base));
    let mut all = Vec::new();
    for paragraph in &info.paragraphs {
        let (levels, runs) = info.visual_runs(paragraph, paragraph.range.clone());
        for range in runs {
            let backwards = levels.get(range.start).is_some_and(Level::is_rtl);
            let (mut runs, _) = fonts.runs(line.get(range).unwrap_or_default(), language);
            if backwards {
                runs.reverse();
                for run in &mut runs {
                    run.text = format!("\u{2067}{}\u{2069}", run.text);
                }
            }
            all.append(&mut runs);
        }
    }
    all
}

#[derive(Debug, Clone, Default)]
struct Piece {
    text: String,
    /// With the space after it, at [`MEASURED`].
    width: f32,
    /// Without that space.
    bare: f32,
}

/// The units between which a line may break, with their widths: words, or characters in scripts without
/// spaces. A unit that is wider than the box at the smallest size is split into graphemes.
fn measured(text: &str, setting: Setting<'_>, fonts: &Fonts) -> Vec<Piece> {
    let mut parts: Vec<&str> = Vec::new();
    let mut from = 0;
    for (at, _) in linebreaks(text) {
        parts.extend(text.get(from..at).filter(|part| !part.is_empty()));
        from = at;
    }
    let smallest = setting.sizes.last().copied().unwrap_or(MEASURED);
    let widest = setting.area.width * MEASURED / smallest;
    let mut pieces = Vec::new();
    for (part, piece) in parts.iter().zip(of_parts(&parts, setting, fonts)) {
        if piece.bare <= widest {
            pieces.push(piece);
        } else {
            let graphemes: Vec<&str> = part.graphemes(true).collect();
            pieces.extend(of_parts(&graphemes, setting, fonts));
        }
    }
    pieces
}

/// The widths of parts, with and without the space after them.
fn of_parts(parts: &[&str], setting: Setting<'_>, fonts: &Fonts) -> Vec<Piece> {
    let mut runs = Vec::new();
    let mut ends = Vec::new();
    for part in parts {
        for text in [part, part.trim_end()] {
            runs.extend(fonts.runs(text, setting.language).0);
            ends.push(runs.len());
        }
    }
    let widths = widths(&runs, setting, fonts);
    let mut from = 0;
    let mut sums = ends.into_iter().map(|end| {
        let sum: f32 = widths.get(from..end).unwrap_or_default().iter().sum();
        from = end;
        sum
    });
    let mut pieces = Vec::with_capacity(parts.len());
    for part in parts {
        pieces.push(Piece {
            text: (*part).to_owned(),
            width: sums.next().unwrap_or_default(),
            bare: sums.next().unwrap_or_default(),
        });
    }
    pieces
}

/// The width of each run at [`MEASURED`].
fn widths(runs: &[Run], setting: Setting<'_>, fonts: &Fonts) -> Vec<f32> {
    let mut svg =
        String::from("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\">");
    for (index, run) in runs.iter().enumerate() {
        let _ = write!(
            svg,
            "<text id=\"t{index}\" xml:space=\"preserve\" font-family=\"{}\" font-size=\"{MEASURED}\" font-weight=\"{}\">{}</text>",
            escape(&run.family),
            setting.weight,
            escape(&run.text)
        );
    }
    svg.push_str("</svg>");
    let mut known: BTreeMap<String, f32> = BTreeMap::new();
    if let Ok(tree) = usvg::Tree::from_str(&svg, &super::draw::options(fonts)) {
        each_text(tree.root(), &mut |text| {
            known.insert(text.id().to_owned(), text.bounding_box().width());
        });
    }
    let spaces = |text: &str| text.chars().filter(|c| *c == ' ').count() as f32;
    (runs.iter().enumerate())
        .map(|(index, run)| {
            // A text of nothing but spaces has no box.
            let width = known.get(&format!("t{index}")).copied();
            width.unwrap_or_else(|| spaces(&run.text) * MEASURED * 0.26)
        })
        .collect()
}

/// Every text of a drawing.
pub(super) fn each_text(group: &usvg::Group, each: &mut impl FnMut(&usvg::Text)) {
    for node in group.children() {
        match node {
            usvg::Node::Group(group) => each_text(group, each),
            usvg::Node::Text(text) => each(text),
            _ => {}
        }
    }
}

/// Breaks into lines no wider than `width`.
fn broken(pieces: &[Piece], width: f32) -> Vec<Piece> {
    let mut lines: Vec<Piece> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if line.width + piece.bare <= width => {
                line.text.push_str(&piece.text);
                line.bare = line.width + piece.bare;
                line.width += piece.width;
            }
            _ => lines.push(piece.clone()),
        }
    }
    for line in &mut lines {
        line.width = line.bare;
    }
    lines
}

/// Drops the lines after the last that fits, and adds an ellipsis.
fn cut(lines: &mut Vec<Piece>, most: usize, width: f32) {
    if lines.len() <= most {
        return;
    }
    lines.truncate(most);
    if let Some(last) = lines.last_mut() {
        // An ellipsis is about a letter wide; drop letters until it fits.
        let total = last.text.graphemes(true).count().max(1);
        let letter = last.width / total as f32;
        let mut left = total;
        while left > 1 && letter * left as f32 + MEASURED > width {
            left -= 1;
        }
        let kept: String = last.text.graphemes(true).take(left).collect();
        last.text = format!("{}…", kept.trim_end_matches([' ', ',', ':', ';', '.', '-', '–', '—']));
    }
}

/// Whether the first letter with a direction is right-to-left.
fn is_rtl(text: &str) -> bool {
    text.chars().find(|c| c.is_alphabetic()).is_some_and(|c| {
        matches!(u32::from(c), 0x0590..=0x08ff | 0xfb1d..=0xfdff | 0xfe70..=0xfeff | 0x10800..=0x10fff | 0x1e800..=0x1efff)
    })
}
