//! Fifty hard titles in both shapes: no glyph is missing, no text leaves its box, no card is large.
//!
//! It needs fonts that not every machine has, so `tests/cards/run` installs them and runs it.
//! `CARDS=FOLDER` keeps the images.

#![cfg(feature = "cards")]
#![allow(clippy::disallowed_methods, reason = "tests read fonts and keep pictures")]

mod common;

use std::fs;

use afterword::card::{Card, Colours, Fonts, LARGEST, Shape, draw};
use common::data;

/// Debian's fonts-noto-cjk, fonts-noto-color-emoji and fonts-noto-core.
const FONTS: &[&str] = &[
    "opentype/noto/NotoSansCJK-Bold.ttc",
    "opentype/noto/NotoSansCJK-Regular.ttc",
    "truetype/noto/NotoSansHebrew-Bold.ttf",
    "truetype/noto/NotoSansArabic-Bold.ttf",
    "truetype/noto/NotoSansThai-Bold.ttf",
    "truetype/noto/NotoSansDevanagari-Bold.ttf",
    "truetype/noto/NotoSansBengali-Bold.ttf",
    "truetype/noto/NotoSansTamil-Bold.ttf",
    "truetype/noto/NotoSansGeorgian-Bold.ttf",
    "truetype/noto/NotoSansArmenian-Bold.ttf",
    "truetype/noto/NotoSansEthiopic-Bold.ttf",
    "truetype/noto/NotoSansMath-Regular.ttf",
    "truetype/noto/NotoColorEmoji.ttf",
];

#[test]
#[ignore = "tests/cards/run installs the fonts and runs it"]
fn fifty_hard_titles() {
    let files = FONTS.iter().map(|name| {
        let path = format!("/usr/share/fonts/{name}");
        fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
    });
    let (fonts, unread) = Fonts::new(files.collect(), None);
    assert!(unread.is_empty());
    let titles = fs::read_to_string(data("cards/titles.txt")).expect("titles");
    let keep = std::env::var_os("CARDS");
    let mut wrong = Vec::new();
    let mut cards = 0;
    for (index, line) in titles.lines().enumerate() {
        let (language, title) = line.split_once('\t').expect("a language and a title");
        let card = Card {
            title: title.to_owned(),
            event: "An Event 2026".to_owned(),
            date: "3–5 May 2026".to_owned(),
            speakers: vec!["Ada Example".to_owned(), title.to_owned()],
            site: "Notes after the talk".to_owned(),
            language: language.to_owned(),
        };
        for shape in [Shape::Landscape, Shape::Portrait] {
            let drawn = draw(&card, shape, &Colours::default(), None, &fonts).expect(title);
            let mut say = |what: String| wrong.push(format!("{title} ({shape:?}): {what}"));
            cards += 1;
            if drawn.empty_boxes > 0 {
                say(format!("{} glyphs are missing", drawn.empty_boxes));
            }
            for finding in &drawn.findings {
                say(finding.message.clone());
            }
            if drawn.png.len() > LARGEST {
                say(format!("{} bytes", drawn.png.len()));
            }
            for text in &drawn.texts {
                let [left, _, right, _] = text.bounds;
                let Some([from, _, to, _]) = text.area else {
                    say(format!("{} is in no box", text.id));
                    continue;
                };
                if left < from - 1.0 || right > to + 1.0 {
                    say(format!("{} is at {:?}, its box at {:?}", text.id, text.bounds, text.area));
                }
            }
            // Base lines stay in their boxes by the metrics; painted pixels must not touch.
            for (name, next) in [("event", "title"), ("title", "speakers"), ("speakers", "site")] {
                let edge = |name: &str, side: usize| {
                    let of = drawn.texts.iter().filter(|text| text.id.starts_with(name));
                    of.map(|text| text.area.map_or(0.0, |area| area[side])).next()
                };
                if let (Some(lower), Some(upper)) = (edge(name, 3), edge(next, 1))
                    && lower > upper
                {
                    say(format!("the box of {name} meets that of {next}"));
                }
            }
            for area in ["event", "title", "speakers", "site"] {
                let lines = drawn.texts.iter().filter(|text| text.id.starts_with(area));
                let bounds: Vec<_> =
                    lines.filter_map(|text| Some((text.ink, text.area?))).collect();
                for (ink, area) in bounds {
                    if ink[1] < area[1] - 1.0 || ink[3] > area[3] + 1.0 {
                        say(format!("ink at {ink:?} leaves its box {area:?}"));
                    }
                }
            }
            if let Some(folder) = &keep {
                let name = format!("{index:02}{}", shape.suffix());
                fs::write(std::path::Path::new(folder).join(name), &drawn.png).expect("a picture");
            }
        }
    }
    assert_eq!(cards, 100);
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
