//! Any bytes as a post of every dialect: exercises the parsers of single dialects.
#![no_main]

use afterword::read;

use afterword::generator::Context;
use afterword::generator::DIALECTS;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    for dialect in DIALECTS {
        let context = Context { dialect: *dialect, ..Context::default() };
        let reading = read::post("posts/2026-01-01-a.md", data.to_vec(), "2026-01-01-a", &context);
        let Some(post) = reading.post else { return };
        if let Some(more) = (dialect.more)(&post, &context) {
            assert!(post.source.text().get(more).is_some());
        }
        let _ = (dialect.url)(&post, &context);
    }
});
