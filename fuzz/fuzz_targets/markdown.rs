//! Any text as a body: nothing panics, and what comes out is safe.
#![no_main]

use afterword::read;

use afterword::generator::Context;
use afterword::markdown::{self, Place};
use libfuzzer_sys::fuzz_target;
use url::Url;

fuzz_target!(|text: &str| {
    let bytes = format!("---\ntitle: A\ndate: 2026-01-01\n---\n\n{text}").into_bytes();
    let Some(post) = read::post("posts/a.md", bytes, "a", &Context::default()).post else {
        return;
    };
    let Ok(permalink) = Url::parse("https://example.org/a/") else {
        return;
    };
    let document = markdown::parse(&post);
    let html = document.html(&post, Place::new(&permalink, "a")).html;
    assert_eq!(html, markdown::parse(&post).html(&post, Place::new(&permalink, "a")).html);
    // Text may speak of markup as much as it likes; it is the tags that are made of it.
    for tag in html.split('<').skip(1).filter_map(|rest| rest.split('>').next()) {
        let tag = tag.to_lowercase();
        for bad in
            ["script", "iframe", "style", "object", "embed", "form", "svg", "base", "meta", "link"]
        {
            assert!(tag.split([' ', '/']).next() != Some(bad), "<{tag}> in {html}");
        }
        let mut before = "";
        for (index, piece) in tag.split('"').enumerate() {
            if index % 2 == 0 {
                for bad in [" style=", " onclick=", " onerror=", " onload="] {
                    assert!(!piece.contains(bad), "{bad} in {html}");
                }
                before = piece;
            } else if before.ends_with(" href=") || before.ends_with(" src=") {
                for bad in ["javascript:", "data:", "vbscript:"] {
                    assert!(!piece.trim_start().starts_with(bad), "{piece} in {html}");
                }
            }
        }
    }
    let summary = document.summary(200);
    // What an author marked as the summary may be four times as long.
    let longest = if text.to_lowercase().contains("more") { 800 } else { 200 };
    assert!(summary.chars().count() <= longest, "{summary}");
    let _ = document.text();
});
