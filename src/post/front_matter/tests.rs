use super::{Data, FaultKind, Format, Node, Parts, Values, parse, split};

fn read(text: &str) -> (Parts, Values<'_>) {
    let parts = split(text, false);
    let values = parse(text, &parts);
    (parts, values)
}

fn value<'v, 'a>(values: &'v Values<'a>, key: &str) -> &'v Node<'a> {
    values
        .pairs
        .iter()
        .find(|pair| pair.key == key)
        .map(|pair| &pair.value)
        .expect("the key is there")
}

/// Every format and line ending gives the same values, and every range cuts out the text it names.
#[test]
fn positions_survive_every_format_and_line_ending() {
    let yaml = "---\ntitle: \"Zoë in 東京\"\ntags: [é, b]\nevent:\n  name: Ünconf\n---\nBody\n";
    let toml = "+++\ntitle = \"Zoë in 東京\"\ntags = [\"é\", \"b\"]\n[event]\nname = \"Ünconf\"\n+++\nBody\n";
    let json = "{\n\"title\": \"Zoë in 東京\", \"tags\": [\"é\", \"b\"],\n\"event\": {\"name\": \"Ünconf\"}\n}\nBody\n";
    for text in [yaml, toml, json] {
        for (bom, ending) in [("", "\n"), ("\u{feff}", "\r\n"), ("", "\r")] {
            // A CR alone ends no line of TOML; posts are read with LF in its place.
            if text == toml && ending == "\r" {
                continue;
            }
            let text = format!("{bom}{}", text.replace('\n', ending));
            let (parts, values) = read(&text);
            assert!(values.faults.is_empty(), "{text:?}: {:?}", values.faults);
            assert_eq!(text[parts.body.clone()].trim_end(), "Body", "{text:?}");
            let title = value(&values, "title");
            assert_eq!(title.scalar(), Some("Zoë in 東京"));
            assert_eq!(text[title.range.clone()].trim_matches('"'), "Zoë in 東京");
            let tags = value(&values, "tags").items();
            assert_eq!(text[tags[0].range.clone()].trim_matches('"'), "é");
            let name = value(&values, "event").get("name").expect("event has a name");
            assert_eq!(text[name.range.clone()].trim_matches('"'), "Ünconf");
            for pair in &values.pairs {
                assert!(text[pair.key_range.clone()].contains(pair.key.as_ref()));
            }
        }
    }
}

#[test]
fn a_thematic_break_in_the_body_is_text() {
    let (parts, values) = read("---\ntitle: a\n---\nOne\n\n---\n\nTwo\n");
    assert_eq!(values.pairs.len(), 1);
    assert_eq!(parts.body, 17..31);
}

#[test]
fn fences() {
    assert_eq!(split("", false).format, None);
    assert_eq!(split("# Heading\n", false).format, None);
    assert!(!split("---\ntitle: a\n\nText", false).closed);
    assert_eq!(split("---\ntitle: a\n...\nText", false).body, 17..21);
    assert_eq!(split("\n\n---\ntitle: a\n---\n", false).format, Some(Format::Yaml));
    // Braces that open no object are text: a template, an emoji name.
    assert_eq!(split("{{ page.title }}", false).format, None);
    assert_eq!(split("{ not json }", false).format, None);
    assert!(!split("{\"a\": 1", false).closed);
}

#[test]
fn header_lines() {
    let text = "Title: A: b\nTags: x, y\nsummary: one\n    two\n\nBody: text\n";
    let parts = split(text, true);
    let values = parse(text, &parts);
    assert_eq!(parts.format, Some(Format::Header));
    assert_eq!(&text[parts.body], "Body: text\n");
    assert_eq!(value(&values, "Title").scalar(), Some("A: b"));
    assert_eq!(value(&values, "summary").scalar(), Some("one two"));
    assert_eq!(split("Just text.\n", true).format, None);
}

#[test]
fn bombs_are_refused_at_once() {
    let mut aliases = String::from("---\na: &a [x,x,x,x,x,x,x,x,x]\n");
    for (new, old) in ('b'..='i').zip('a'..) {
        let list = vec![format!("*{old}"); 9].join(",");
        aliases.extend([new.to_string(), format!(": &{new} [{list}]\n")]);
    }
    aliases.push_str("---\n");
    let brackets = format!("---\na: {}\n---\n", "[".repeat(100_000));
    let blocks = format!("---\n{}\n---\n", "- ".repeat(100_000));
    let json = format!("{{\"a\": {}}}", "[".repeat(100_000));
    let toml = format!("+++\na = {}\n+++\n", "[".repeat(100_000));
    let dotted = format!("+++\n{}a = 1\n+++\n", "a.".repeat(100_000));
    for text in [aliases, brackets, blocks, json, toml, dotted] {
        let (_, values) = read(&text);
        let start: String = text.chars().take(12).collect();
        assert!(!values.faults.is_empty(), "{start}");
    }
}

#[test]
fn duplicates_are_named_and_the_last_one_counts() {
    for text in ["---\ntitle: a\ntitle: b\n---\n", "{\"title\": \"a\", \"title\": \"b\"}\n"] {
        let (_, values) = read(text);
        assert!(
            matches!(&values.faults[0].kind, FaultKind::Duplicate(key, _) if key == "title"),
            "{:?}",
            values.faults
        );
        assert_eq!(value(&values, "title").scalar(), Some("b"));
    }
    let (_, values) = read("+++\ntitle = \"a\"\ntitle = \"b\"\n+++\n");
    assert!(matches!(values.faults[0].kind, FaultKind::Duplicate(..)));
}

#[test]
fn values_before_an_error_are_kept() {
    let (_, values) = read("---\ndate: 2020-02-08\ntitle: Day 1: the talks\n---\n");
    assert_eq!(value(&values, "date").scalar(), Some("2020-02-08"));
    let FaultKind::Syntax(_, Some(help)) = &values.faults[0].kind else {
        panic!("{:?}", values.faults);
    };
    assert!(help.contains("title: \"Day 1: the talks\""), "{help}");
}

#[test]
fn merge_keys_and_aliases() {
    let (_, values) =
        read("---\nbase: &b {place: Porto, name: x}\nevent: {<<: *b, name: y}\n---\n");
    let event = value(&values, "event");
    assert_eq!(event.get("name").and_then(Node::scalar), Some("y"));
    assert_eq!(event.get("place").and_then(Node::scalar), Some("Porto"));
    assert!(matches!(event.data, Data::Table(_)));
}

/// What is written in place of a line that is not YAML.
#[test]
fn corrected_lines() {
    for (line, corrected) in [
        ("event: {hashtags: [#q]}", r##"event: {hashtags: ["#q"]}"##),
        (
            "event: {hashtags: [#q, #r s], name: A: B, place: C}",
            r##"event: {hashtags: ["#q", "#r s"], name: "A: B", place: C}"##,
        ),
        ("tags: [go, #q]", r##"tags: [go, "#q"]"##),
        ("tags: [go, paris", "tags: [go, paris]"),
        ("event: {name: A: B", r#"event: {name: "A: B"}"#),
        ("title: \"A\ntags: [a]\nlang: \"en\"", "title: \"A\""),
        ("title: 'It's over'", r#"title: "It's over""#),
        ("title: 'It''s: it's'", r#"title: "It's: it's""#),
        (r#"title: "A "b" c""#, r#"title: "A \"b\" c""#),
        (r#"title: "A" and b"#, r#"title: "\"A\" and b""#),
        ("title: A: B", r#"title: "A: B""#),
        ("tags:\n  - @a\n  - b", "  - \"@a\""),
        ("image: ![x](y)", r#"image: { src: "y", alt: "x" }"#),
        ("summary: ![x](y)", r#"summary: "![x](y)""#),
        ("title: {{ x }} y", r#"title: "{{ x }} y""#),
    ] {
        let text = format!("---\n{line}\n---\n");
        let (_, values) = read(&text);
        let help = match values.faults.first().map(|fault| &fault.kind) {
            Some(FaultKind::Syntax(_, help)) => help.as_deref().unwrap_or_default(),
            other => panic!("{line}: {other:?}"),
        };
        assert_eq!(help, format!("write `{corrected}`"), "{line}");
    }
}
