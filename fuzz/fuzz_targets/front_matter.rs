//! Any bytes as a post: nothing panics, every place is one of the text, and every renderer shows it.
#![no_main]

use afterword::read;

use afterword::generator::Context;
use afterword::report::{github, human, json, sarif};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let reading = read::post("posts/a.md", data.to_vec(), "a", &Context::default());
    for finding in &reading.findings {
        let shown = human::finding(finding) + &json::finding(finding) + &github::finding(finding);
        // The colours are ours; everything else that could move a cursor comes from the text.
        let plain = shown.replace("\u{1b}[", "");
        assert!(!plain.contains(['\u{1b}', '\u{7}', '\u{202e}', '\r']), "{shown:?}");
    }
    let _ = sarif::document(&reading.findings);
    if let Some(post) = reading.post {
        assert!(post.source.text().get(post.body.clone()).is_some());
    }
});
