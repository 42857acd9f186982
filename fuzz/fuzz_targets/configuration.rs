//! Any text as `afterword.toml` and as `people.toml`: a configuration or findings, never a panic.
#![no_main]

use afterword::config::Config;
use afterword::draft::People;
use afterword::report::{Source, human, json};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let source = Source::new("afterword.toml", text);
    match Config::parse(&source) {
        Ok(config) => {
            for folder in [&config.posts.dir, &config.feeds.dir, &config.drafts.dir] {
                assert!(afterword::tree::inside(folder).is_some(), "{folder} leads out");
            }
        }
        Err(findings) => {
            assert!(!findings.is_empty());
            for finding in &findings {
                let _ = (human::finding(finding), json::finding(finding));
            }
        }
    }
    let _ = People::parse(&Source::new("people.toml", text));
});
