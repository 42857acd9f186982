//! The fonts of cards, and which of them draws which character.

use std::sync::Arc;

use resvg::usvg::fontdb::{Database, ID, Source};
use skrifa::{FontRef, MetadataProvider};
use unicode_segmentation::UnicodeSegmentation;

/// The family of the built-in font.
const BUILT_IN: &str = "Noto Sans";

/// Fonts by family, in order of preference.
#[derive(Debug, Clone)]
pub struct Fonts {
    pub(super) database: Arc<Database>,
    families: Vec<Family>,
}

#[derive(Debug, Clone)]
struct Family {
    name: String,
    faces: Vec<ID>,
}

/// A part of a text in one font.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Run {
    /// The font's family.
    pub family: String,
    /// The part.
    pub text: String,
}

impl Fonts {
    /// The built-in font and those of `files`; `first` is the preferred family. Also returns the
    /// indices in `files` of those that are not fonts.
    pub fn new(files: Vec<Vec<u8>>, first: Option<&str>) -> (Self, Vec<usize>) {
        let mut database = Database::new();
        for built_in in [notosans::REGULAR_TTF, notosans::BOLD_TTF] {
            database.load_font_source(Source::Binary(Arc::new(built_in)));
        }
        let mut unread = Vec::new();
        for (index, file) in files.into_iter().enumerate() {
            if !is_whole(&file)
                || database.load_font_source(Source::Binary(Arc::new(file))).is_empty()
            {
                unread.push(index);
            }
        }
        database.set_sans_serif_family(BUILT_IN);
        database.set_serif_family(BUILT_IN);
        let mut families: Vec<Family> = Vec::new();
        for face in database.faces() {
            let Some((name, _)) = face.families.first() else { continue };
            match families.iter_mut().find(|family| family.name == *name) {
                Some(family) => family.faces.push(face.id),
                None => families.push(Family { name: name.clone(), faces: vec![face.id] }),
            }
        }
        families.sort_by_key(|family| Some(family.name.as_str()) != first);
        let fonts = Self { database: Arc::new(database), families };
        (fonts, unread)
    }

    /// Splits a text into runs of one font each; also returns the characters that no font has.
    pub fn runs(&self, text: &str, language: &str) -> (Vec<Run>, Vec<char>) {
        let mut runs: Vec<Run> = Vec::new();
        let mut missing = Vec::new();
        let order = self.order(language);
        for grapheme in text.graphemes(true) {
            let shown = || grapheme.chars().filter(|c| !is_invisible(*c));
            // An invisible character joins the run before it.
            let family = if shown().next().is_none() {
                runs.last().map(|run| run.family.clone())
            } else {
                let has_all = |family: &&&Family| shown().all(|c| self.has(family, c));
                order.iter().find(has_all).map(|family| family.name.clone())
            };
            let family = family.unwrap_or_else(|| {
                missing
                    .extend(shown().filter(|c| !order.iter().any(|family| self.has(family, *c))));
                BUILT_IN.to_owned()
            });
            match runs.last_mut() {
                Some(run) if run.family == family => run.text.push_str(grapheme),
                _ => runs.push(Run { family, text: grapheme.to_owned() }),
            }
        }
        missing.sort_unstable();
        missing.dedup();
        (joined(runs), missing)
    }

    /// The families in the order of a language: China, Japan and Korea draw some characters
    /// differently.
    fn order(&self, language: &str) -> Vec<&Family> {
        let language = language.to_ascii_lowercase();
        let region = match language.split(['-', '_']).next().unwrap_or_default() {
            "zh" if language.contains("tw") || language.contains("hant") => "TC",
            "zh" if language.contains("hk") => "HK",
            "zh" => "SC",
            "ko" => "KR",
            _ => "JP",
        };
        let elsewhere = |family: &&Family| {
            let last = family.name.rsplit(' ').next().unwrap_or_default();
            matches!(last, "TC" | "HK" | "SC" | "KR" | "JP") && last != region
        };
        let mut order: Vec<&Family> = self.families.iter().collect();
        order.sort_by_key(elsewhere);
        order
    }

    fn has(&self, family: &Family, c: char) -> bool {
        family.faces.iter().any(|face| {
            let has = self.database.with_face_data(*face, |data, index| {
                let font = FontRef::from_index(data, index).ok()?;
                font.charmap().map(c)
            });
            has.flatten().is_some_and(|glyph| glyph.to_u32() != 0)
        })
    }
}

/// Whether a collection has as many fonts as it claims (OpenType, "TTC Header"): the library
/// allocates memory for that many before it reads the first.
fn is_whole(file: &[u8]) -> bool {
    const HEAD: usize = 12;
    let Some(count) = file.strip_prefix(b"ttcf").and_then(|rest| rest.get(4..8)) else {
        return !file.starts_with(b"ttcf");
    };
    let count = count.iter().fold(0, |count, byte| count << 8 | usize::from(*byte));
    let offsets = file.len().saturating_sub(HEAD) / 4;
    count <= offsets.min(1_024)
}

/// Merges runs of nothing but spaces into their neighbours: every font has a space, and such a run
/// has no width.
fn joined(runs: Vec<Run>) -> Vec<Run> {
    let mut joined: Vec<Run> = Vec::with_capacity(runs.len());
    for mut run in runs {
        if let Some(last) = joined.last_mut() {
            if last.family == run.family || run.text.trim().is_empty() {
                last.text.push_str(&run.text);
                continue;
            }
            if last.text.trim().is_empty() {
                run.text.insert_str(0, &last.text);
                *last = run;
                continue;
            }
        }
        joined.push(run);
    }
    joined
}

/// Joiners, variation selectors and direction marks: they affect the characters beside them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

/// A font to suggest for a character that none has.
pub(super) fn advice(c: char) -> &'static str {
    match u32::from(c) {
        0x0590..=0x05ff | 0xfb1d..=0xfb4f => "Noto Sans Hebrew",
        0x0600..=0x08ff | 0xfb50..=0xfdff | 0xfe70..=0xfeff => "Noto Sans Arabic",
        0x0900..=0x097f => "Noto Sans Devanagari",
        0x0980..=0x09ff => "Noto Sans Bengali",
        0x0b80..=0x0bff => "Noto Sans Tamil",
        0x0e00..=0x0e7f => "Noto Sans Thai",
        0x10a0..=0x10ff => "Noto Sans Georgian",
        0x0530..=0x058f => "Noto Sans Armenian",
        0x2e80..=0x9fff
        | 0xac00..=0xd7ff
        | 0xf900..=0xfaff
        | 0xff00..=0xffef
        | 0x1100..=0x11ff
        | 0x20000..=0x3ffff => "Noto Sans CJK",
        0x2190..=0x2bff | 0x1f000..=0x1faff => "Noto Color Emoji or Noto Sans Symbols",
        _ => "another font",
    }
}
