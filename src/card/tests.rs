//! What holds with the built-in font alone; `tests/cards.rs` has fifty hard titles.

use super::{Card, Colours, Fonts, Shape, draw, file, is_of, is_own};

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
fn a_card_is_the_same_twice_and_says_what_it_shows() {
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
fn a_character_that_no_font_has_is_told_with_the_font_that_has_it() {
    let (fonts, _) = Fonts::new(Vec::new(), None);
    let drawn = draw(
        &card("東京"),
        Shape::Portrait,
        &Colours::default(),
        None,
        &fonts,
    )
    .expect("a card");
    let finding = drawn.findings.first().expect("a finding");
    assert!(finding.message.contains('東'), "{}", finding.message);
    assert!(
        finding
            .help
            .as_deref()
            .is_some_and(|help| help.contains("Noto Sans CJK"))
    );
}

#[test]
fn a_template_that_asks_for_something_else_is_told() {
    let (fonts, _) = Fonts::new(Vec::new(), None);
    for template in [
        "<svg>{{ titel }}</svg>",
        "no svg",
        "<svg xmlns='http://www.w3.org/2000/svg'>",
    ] {
        let drawn = draw(
            &card("T"),
            Shape::Landscape,
            &Colours::default(),
            Some(template),
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
            Some(template),
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
            assert!(is_of(&file(key, None, shape), &keys));
            assert!(is_of(&file(key, Some(12), shape), &keys));
        }
        assert!(!is_of(&file("lamps", None, shape), &keys));
        assert!(!is_of(&file("clocks/of", Some(1), shape), &keys));
    }
    assert!(!is_of("clocks", &keys));
}
