//! Any text as an announced post, and any text as its existing draft: drafts are within their limits, a
//! second run changes nothing, and no edit is lost.
#![no_main]

use afterword::read;

use afterword::draft::reconcile::{State, reconcile};
use afterword::draft::{Composer, Material, NETWORKS, People, Settings};
use afterword::generator::Context;
use afterword::{markdown, recap};
use libfuzzer_sys::fuzz_target;
use url::Url;

fuzz_target!(|texts: (&str, &str)| {
    let (text, existing) = texts;
    let bytes = format!("---\ndate: 2026-01-01\n{text}").into_bytes();
    let Some(post) = read::post("posts/a.md", bytes, "a", &Context::default()).post else {
        return;
    };
    let Ok(link) = Url::parse("https://example.org/a/") else {
        return;
    };
    let document = markdown::parse(&post);
    let recap = recap::understand(&post, &document);
    let (people, settings) = (People::default(), Settings::default());
    let whole = document.text();
    for network in NETWORKS.iter().copied() {
        let material = Material {
            key: "a",
            head: &post.head,
            recap: &recap,
            text: &whole,
            link: &link,
            language: None,
            people: &people,
            settings: &settings,
        };
        let composed = Composer::new(material).draft(network, None);
        for count in composed.counts() {
            assert!(count <= network.limit, "{}: {count}", network.name);
        }
        let fresh = reconcile(None, None, &composed).draft.unwrap_or_default();
        let again = reconcile(Some(&fresh), None, &composed);
        assert_eq!((again.state, again.draft), (State::Untouched, None), "{fresh}");
        // An edit: the words of the other text under the draft's own header.
        if !existing.trim().is_empty() {
            let edited = format!("{fresh}{existing}");
            let outcome = reconcile(Some(&edited), None, &composed);
            if outcome.state != State::Untouched {
                assert!(
                    outcome.draft.is_none_or(|kept| kept.contains(existing.trim())),
                    "{edited}"
                );
            }
        }
        let _ = reconcile(Some(existing), Some(existing), &composed);
    }
});
