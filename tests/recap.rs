//! Recaps understood: each `tests/recap/NAME.md` gives exactly `NAME.json`. `BLESS=1 cargo test`
//! them anew; review the diff before you commit it.
#![expect(
    clippy::disallowed_methods,
    reason = "fixtures are files, and time is what a test holds bounds to"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use afterword::generator::Context;
use afterword::markdown;
use afterword::post::Post;
use afterword::read;
use afterword::recap::{self, Recap};

fn fixtures() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recap");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the fixtures are there")
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|end| end == "md"))
        .collect();
    paths.sort();
    paths
}

fn understand(name: &str, text: &str) -> (Post, Recap, String) {
    let reading = read::post(name, text.as_bytes().to_vec(), name, &Context::default());
    let post = reading.post.expect("a fixture is text");
    let recap = recap::understand(&post, &markdown::parse(&post));
    let json = recap::json::inspect(name, Some((&post, &recap)), &reading.findings);
    (post, recap, json)
}

/// One value a line, so that a difference can be read; what is doubtful only where something is.
fn pretty(json: &str) -> String {
    let mut value: serde_json::Value = serde_json::from_str(json).expect("inspect prints JSON");
    let nothing = serde_json::json!({
        "event": {"name": null, "start": null, "end": null, "place": null, "hashtags": []},
        "sessions": [],
    });
    if value["doubtful"] == nothing
        && let Some(fields) = value.as_object_mut()
    {
        fields.remove("doubtful");
    }
    format!("{value:#}\n")
}

#[test]
fn fixtures_are_understood_as_written() {
    let mut wrong = Vec::new();
    for path in fixtures() {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let text = fs::read_to_string(&path).expect("a readable fixture");
        let found = pretty(&understand(name, &text).2);
        let expected = path.with_extension("json");
        if std::env::var_os("BLESS").is_some() {
            fs::write(&expected, found).expect("a writable folder");
        } else if fs::read_to_string(&expected).unwrap_or_default() != found {
            wrong.push(format!("{name}:\n{found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn other_posts_have_no_sessions() {
    for path in fixtures() {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if name.starts_with("negative-") {
            let text = fs::read_to_string(&path).expect("a readable fixture");
            let (_, recap, _) = understand(name, &text);
            assert!(!recap.is_recap && recap.sessions.is_empty(), "{name}");
        }
    }
}

/// A text without the URLs of its links.
fn without_targets(source: &str) -> String {
    let mut parts = source.split("](");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(part.split_once(')').map_or(part, |(_, rest)| rest));
    }
    out.replace("&amp;", "&")
}

/// Every value is at its place in the source, apart from marks and white space, and from the case of a
/// city in some languages.
#[test]
fn every_field_has_its_place() {
    for path in fixtures() {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let text = fs::read_to_string(&path).expect("a readable fixture");
        let (_, recap, _) = understand(name, &text);
        let letters = |said: &str| {
            said.chars()
                .filter(|c| c.is_alphanumeric())
                .flat_map(char::to_lowercase) // a sentence without its connective begins with a capital
                .collect::<String>()
        };
        let fields = recap.sessions.iter().flat_map(|session| {
            session.speakers.iter().chain(&session.title).chain(&session.takeaway)
        });
        let inflects = ["cs", "pl", "ru"].contains(&recap.language.as_str());
        let place = recap.event.place.iter().filter(|_| !inflects);
        for field in fields.chain(&recap.event.name).chain(place) {
            let source = without_targets(text.get(field.range.clone()).unwrap_or_default());
            assert!(
                letters(&source).contains(&letters(&field.value)),
                "{name}: {:?} is not in {source:?}",
                field.value
            );
        }
    }
}

#[test]
fn people_see_the_line_of_every_field() {
    let text = "---\ntitle: A week\nevent:\n  name: ExampleCamp 2024\n  place: Porto\nsessions:\n  - title: Looms\n    speakers: [Ada Lovelace]\n---\n\nNothing.\n";
    let (post, recap, _) = understand("a.md", text);
    let shown = recap::show::inspect(&post, &recap);
    for line in [
        "Porto  (a.md:5, front matter)",
        "Looms  (a.md:7, front matter)",
        "Ada Lovelace  (a.md:8, front matter)",
    ] {
        assert!(shown.contains(line), "{line} is not in\n{shown}");
    }
}

/// Ten times as much of anything takes about ten times as long.
#[test]
fn no_input_takes_long() {
    let patterns: [(&str, &str); 12] = [
        ("headings", "## Ada Lovelace: A Title\n\nAda showed a talk.\n\n"),
        ("bold", "**Ada Lovelace - A Title**\n\n"),
        ("items", "- Ada Lovelace - A Title of a talk by Grace Hopper (Org)\n"),
        ("names", "Ada Lovelace and Grace Hopper, "),
        ("quotes", "\"A \u{201c}Title "),
        (
            "links",
            "[A Title of Some](https://example.org/talk) by [Ada Lovelace](https://twitter.com/a) ",
        ),
        ("braces", "{{ {% {: "),
        ("tags", "<a href=\"<b <!-- "),
        ("cells", "| Ada Lovelace "),
        ("nested", "- a\n  - "),
        ("cjk", "山田太郎さん「題名」"),
        ("dates", "on June 14, 2020 in Berlin at ExampleConf 2020 "),
    ];
    for (name, unit) in patterns {
        let text = |size: usize| {
            format!(
                "---\ntitle: Recap of ExampleConf 2020\n---\n\nI attended the talks.\n\n{}\n",
                unit.repeat(size / unit.len())
            )
        };
        let time = |text: &str| {
            let start = Instant::now();
            let _ = understand(name, text);
            start.elapsed()
        };
        let small = time(&text(8_000)).max(Duration::from_millis(40));
        let large = time(&text(80_000));
        assert!(large < small * 30, "{name}: {small:?} for 8 kB, {large:?} for 80 kB");
    }
}

/// A feature that is added, dropped or moved needs the model trained anew: `training/table-sessions` and `training/train`.
#[test]
fn the_session_model_has_a_weight_for_each_feature() {
    let text = "---\ntitle: A\ndate: 2025-01-01\n---\n\n## Fast shells by Ada Lovelace\n";
    let reading = read::post("a", text.as_bytes().to_vec(), "a", &Context::default());
    let post = reading.post.expect("a fixture is text");
    let (all, _) = recap::training::sessions(&post, &markdown::parse(&post));
    let features = all.first().and_then(|offer| offer["features"].as_array());
    let mut names: Vec<&str> =
        features.into_iter().flatten().filter_map(|feature| feature[0].as_str()).collect();
    names.push("bias");
    assert_eq!(names, recap::training::session_features());
}
