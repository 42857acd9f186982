//! Tests with the built-in font alone; `tests/cards.rs` has fifty hard titles.
#![expect(clippy::format_collect, reason = "inputs are short, and read better so")]

use super::{Card, Colours, Fonts, Shape, draw, file, is_own, parts};
use crate::report::Source;

fn card(title: &str) -> Card {
    Card {
        title: title.to_owned(),
        event: "PyCascades 2020".to_owned(),
        date: "8–9 February 2020".to_owned(),
        speakers: vec!["Joanne Hastie".to_owned(), "Brandon Warren".to_owned()],
        site: "Notes after the talk".to_owned(),
        language: "en".to_owned(),
    }
}

#[test]
fn a_card_is_reproducible_and_has_alt_text() {
    let (fonts, unread) = Fonts::new(Vec::new(), None);
    assert!(unread.is_empty());
    let card = card("A robot that paints & a <qubit>");
    let draw = || draw(&card, Shape::Landscape, &Colours::default(), None, &fonts).expect("a card");
    let first = draw();
    assert_eq!(first.png, draw().png);
    assert_eq!(first.empty_boxes, 0);
    assert!(first.findings.is_empty() && first.png.len() < 100_000);
    assert!(is_own(&first.png) && !is_own(&first.png[..50]) && !is_own(b""));
    assert_eq!(
        card.alt(),
        "A robot that paints & a <qubit> · PyCascades 2020, 8–9 February 2020 · Joanne Hastie, Brandon Warren · Notes after the talk"
    );
}

#[test]
fn a_missing_character_is_reported_with_a_font_that_has_it() {
    let (fonts, _) = Fonts::new(Vec::new(), None);
    let drawn =
        draw(&card("東京"), Shape::Portrait, &Colours::default(), None, &fonts).expect("a card");
    let finding = drawn.findings.first().expect("a finding");
    assert!(finding.message.contains('東'), "{}", finding.message);
    assert!(finding.help.as_deref().is_some_and(|help| help.contains("Noto Sans CJK")));
}

#[test]
fn an_unknown_variable_of_a_template_is_reported() {
    let (fonts, _) = Fonts::new(Vec::new(), None);
    for template in ["<svg>{{ titel }}</svg>", "no svg", "<svg xmlns='http://www.w3.org/2000/svg'>"]
    {
        let drawn = draw(
            &card("T"),
            Shape::Landscape,
            &Colours::default(),
            Some(&Source::new("card.svg", template)),
            &fonts,
        );
        assert_eq!(drawn.expect_err(template).rule.name, "card-template");
    }
}

#[test]
fn a_template_reads_no_file() {
    let (fonts, _) = Fonts::new(Vec::new(), None);
    let template = "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'><image href='/etc/hostname' width='5' height='5'/></svg>";
    assert!(
        draw(
            &card("T"),
            Shape::Landscape,
            &Colours::default(),
            Some(&Source::new("card.svg", template)),
            &fonts
        )
        .is_ok()
    );
}

#[test]
fn a_card_is_known_by_its_name() {
    let keys = ["2026/lamps".to_owned(), "clocks".to_owned()];
    for shape in [Shape::Landscape, Shape::Portrait] {
        for key in &keys {
            assert_eq!(parts(&file(key, None, shape), &keys), Some((key.as_str(), false, shape)));
            assert_eq!(
                parts(&file(key, Some(12), shape), &keys),
                Some((key.as_str(), true, shape))
            );
        }
        assert_eq!(parts(&file("lamps", None, shape), &keys), None);
        assert_eq!(parts(&file("clocks/of", Some(1), shape), &keys), None);
    }
    assert_eq!(parts("clocks", &keys), None);
}

/// Hostile templates: each is an error or a card, at once.
#[test]
fn a_template_that_asks_for_too_much_is_an_error() {
    let (fonts, _) = Fonts::new(Vec::new(), None);
    let rect = "<rect width='10' height='10' filter='url(#f)'/>";
    let filtered = |steps: String| format!("<filter id='f' width='300%'>{steps}</filter>{rect}");
    let uses: String = (1..12)
        .map(|n| format!("<g id='g{n}'>{}</g>", format!("<use href='#g{}'/>", n - 1).repeat(10)))
        .collect();
    let patterns: String = (1..12)
        .map(|n| {
            format!(
                "<pattern id='p{n}' width='1' height='1'>{}</pattern>",
                format!("<rect width='1' height='1' fill='url(#p{})'/>", n - 1).repeat(10)
            )
        })
        .collect();
    for svg in [
        filtered("<feTurbulence numOctaves='1000'/>".to_owned()),
        filtered("<feMorphology radius='200'/>".to_owned()),
        filtered("<feGaussianBlur stdDeviation='9'/>".repeat(200)),
        format!("<text>{}</text>", "<tspan>a</tspan>".repeat(10_000)),
        format!("<text>{}</text>", "w".repeat(100_000)),
        format!("<text><a>{}</a></text>", "w".repeat(100_000)),
        format!("<text id='t'>{}</text>{}", "w".repeat(10_000), "<use href='#t'/>".repeat(1_000)),
        "<g>".repeat(50_000),
        "<g>".repeat(5_000) + &"</g>".repeat(5_000),
        "<rect/>".repeat(50_000),
        format!("<g id='g0'><rect/></g>{uses}"),
        format!("<rect id='p0'/>{patterns}<rect fill='url(#p11)'/>"),
        (0..5_000).map(|n| format!("<g id='c{n}'><use href='#c{}'/></g>", n + 1)).collect(),
        format!("<image href='data:image/png,{}'/>", huge_picture()),
        format!("<image href='data:image/svg+xml,{}'/>", "<svg/>".replace('<', "%3C")),
        format!(
            "<style>rect {{ filter: url(#f) }}</style><filter id='f'><feOffset/></filter>{}",
            "<rect/>".repeat(100)
        ),
    ] {
        let template = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' width='1200' height='630'>{svg}</svg>"
        );
        let drawn = draw(
            &card("T"),
            Shape::Landscape,
            &Colours::default(),
            Some(&Source::new("card.svg", template.as_str())),
            &fonts,
        );
        let start: String = svg.chars().take(60).collect();
        assert_eq!(drawn.expect_err(&start).rule.name, "card-template", "{start}");
    }
    let shadow = filtered("<feDropShadow stdDeviation='4'/>".to_owned());
    let template =
        format!("<svg xmlns='http://www.w3.org/2000/svg' width='1200' height='630'>{shadow}</svg>");
    assert!(
        draw(
            &card("T"),
            Shape::Landscape,
            &Colours::default(),
            Some(&Source::new("card.svg", template.as_str())),
            &fonts
        )
        .is_ok()
    );
}

/// The head of a PNG of 30,000 pixels each way, as a URL has it.
fn huge_picture() -> String {
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    png.extend(30_000_u32.to_be_bytes());
    png.extend(30_000_u32.to_be_bytes());
    png.extend([8, 2, 0, 0, 0]);
    png.extend([0; 64]);
    png.iter().map(|byte| format!("%{byte:02x}")).collect()
}

#[test]
fn a_collection_that_claims_more_fonts_than_it_has_is_refused() {
    let mut collection = b"ttcf\0\x01\0\0".to_vec();
    collection.extend(u32::MAX.to_be_bytes());
    collection.extend([0; 100]);
    let (_, unread) = Fonts::new(vec![collection, b"ttcf".to_vec(), Vec::new()], None);
    assert_eq!(unread, [0, 1, 2]);
}

#[test]
fn long_words_and_many_speakers_are_fast() {
    let (fonts, _) = Fonts::new(Vec::new(), None);
    let card = Card {
        speakers: (0..2_000).map(|n| format!("Speaker {n}")).collect(),
        ..card(&"w".repeat(400_000))
    };
    let drawn = draw(&card, Shape::Landscape, &Colours::default(), None, &fonts).expect("a card");
    assert!(drawn.png.len() < 300_000);
}
