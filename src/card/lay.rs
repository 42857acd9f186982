//! Words into lines, and lines into a box: as large as fits, shortened only where nothing else helps.

use std::collections::BTreeMap;

use resvg::usvg;
use serde::Serialize;
use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::UnicodeSegmentation;

use super::fonts::{Fonts, Run};

/// The size at which widths are measured; text scales with its size.
const MEASURED: f32 = 100.0;
/// Height of a line in sizes.
const LINE: f32 = 1.24;
/// How far below the top of its line a letter stands, in sizes.
const ASCENT: f32 = 0.98;

/// Where a text goes.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Area {
    /// Left edge in pixels.
    pub x: f32,
    /// Upper edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// A text in its place.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Laid {
    /// The whole text.
    pub text: String,
    /// Letter size in pixels.
    pub size: f32,
    /// Whether it runs from right to left.
    pub rtl: bool,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// A line of a text.
#[derive(Debug, Clone, Serialize)]
pub struct Line {
    /// Where it is anchored: its left edge, or its right one where it runs from right to left.
    pub x: f32,
    /// Its base line.
    pub y: f32,
    /// Its parts, each in one font.
    pub runs: Vec<Run>,
}

/// How a text may be set.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// The box.
    pub area: Area,
    /// Letter sizes, the largest first.
    pub sizes: &'a [f32],
    /// Weight of the letters (400 or 700).
    pub weight: u16,
    /// BCP 47 language.
    pub language: &'a str,
}

/// Sets a text: the largest size at which it fits into its box, else the smallest, cut at its end.
/// Answers with the characters that no font has, too.
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
        let whole = lines
            .iter()
            .all(|line| line.width * size / MEASURED <= area.width);
        chosen = (*size, lines);
        if fits && whole {
            break;
        }
    }
    let (size, mut lines) = chosen;
    let most = ((area.height + 0.5) / (size * LINE)).floor().max(1.0);
    cut(&mut lines, most as usize, area.width * MEASURED / size);
    let lines = lines.into_iter().enumerate().map(|(index, line)| {
        let words = line.text.trim_end();
        // The line stands by itself, so its direction is told with it.
        let words = if rtl {
            format!("\u{2067}{words}\u{2069}")
        } else {
            words.to_owned()
        };
        Line {
            x: if rtl { area.x + area.width } else { area.x },
            y: area.y + size * (ASCENT + LINE * index as f32),
            runs: fonts.runs(&words, setting.language).0,
        }
    });
    let laid = Laid {
        size,
        rtl,
        lines: lines.collect(),
        text,
    };
    (laid, missing)
}

#[derive(Debug, Clone, Default)]
struct Piece {
    text: String,
    /// With the space behind it, at [`MEASURED`].
    width: f32,
    /// Without it.
    bare: f32,
}

/// What no line may part, with its width: words, or characters where a script has no spaces. What
/// is wider than the box at the smallest size is parted all the same.
fn measured(text: &str, setting: Setting<'_>, fonts: &Fonts) -> Vec<Piece> {
    let mut parts: Vec<&str> = Vec::new();
    let mut from = 0;
    for (at, kind) in linebreaks(text) {
        parts.extend(text.get(from..at).filter(|part| !part.is_empty()));
        from = at;
        debug_assert!(
            kind == BreakOpportunity::Allowed
                || at == text.len()
                || kind == BreakOpportunity::Mandatory
        );
    }
    let widths = widths(&parts, setting, fonts);
    let smallest = setting.sizes.last().copied().unwrap_or(MEASURED);
    let widest = setting.area.width * MEASURED / smallest;
    let mut pieces = Vec::new();
    for (part, piece) in parts.into_iter().zip(widths) {
        if piece.bare <= widest {
            pieces.push(piece);
        } else {
            let graphemes: Vec<&str> = part.graphemes(true).collect();
            pieces.extend(self::widths(&graphemes, setting, fonts));
        }
    }
    pieces
}

/// The widths of texts, each set by itself as it will be set on the card.
fn widths(texts: &[&str], setting: Setting<'_>, fonts: &Fonts) -> Vec<Piece> {
    let mut svg =
        String::from("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\">");
    for (index, text) in texts.iter().enumerate() {
        for (name, text) in [("a", *text), ("b", text.trim_end())] {
            if text.is_empty() {
                continue;
            }
            svg.push_str(&format!(
                "<text id=\"{name}{index}\" xml:space=\"preserve\" font-size=\"{MEASURED}\" font-weight=\"{}\">",
                setting.weight
            ));
            for run in fonts.runs(text, setting.language).0 {
                svg.push_str(&format!(
                    "<tspan font-family=\"{}\">{}</tspan>",
                    escape(&run.family),
                    escape(&run.text)
                ));
            }
            svg.push_str("</text>");
        }
    }
    svg.push_str("</svg>");
    let mut known: BTreeMap<String, f32> = BTreeMap::new();
    if let Ok(tree) = usvg::Tree::from_str(&svg, &super::draw::options(fonts)) {
        each_text(tree.root(), &mut |text| {
            known.insert(text.id().to_owned(), text.bounding_box().width());
        });
    }
    let width = |name: String| known.get(&name).copied().unwrap_or_default();
    texts
        .iter()
        .enumerate()
        .map(|(index, text)| Piece {
            text: (*text).to_owned(),
            width: width(format!("a{index}")),
            bare: width(format!("b{index}")),
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

pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

/// Lines no wider than `width`.
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

/// Leaves out the lines behind the last that fits, and says so.
fn cut(lines: &mut Vec<Piece>, most: usize, width: f32) {
    if lines.len() <= most {
        return;
    }
    lines.truncate(most);
    if let Some(last) = lines.last_mut() {
        // An ellipsis is about a letter wide; letters go until there is room for it.
        let total = last.text.graphemes(true).count().max(1);
        let letter = last.width / total as f32;
        let mut left = total;
        while left > 1 && letter * left as f32 + MEASURED > width {
            left -= 1;
        }
        let kept: String = last.text.graphemes(true).take(left).collect();
        last.text = format!(
            "{}…",
            kept.trim_end_matches([' ', ',', ':', ';', '.', '-', '–', '—'])
        );
    }
}

/// Whether the first letter that has a direction runs from right to left.
fn is_rtl(text: &str) -> bool {
    text.chars().find(|c| c.is_alphabetic()).is_some_and(|c| {
        matches!(u32::from(c), 0x0590..=0x08ff | 0xfb1d..=0xfdff | 0xfe70..=0xfeff | 0x10800..=0x10fff | 0x1e800..=0x1efff)
    })
}
