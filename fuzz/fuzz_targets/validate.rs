//! Any bytes as a feed: validating it neither panics nor points outside of it.
#![no_main]

use afterword::validate::{Input, disagreements, validate};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let (first, second) = bytes.split_at(bytes.len() / 2);
    let other = Input { outline: true, ..Input::new("other", first) };
    let other = validate(&other).outline;
    let input = Input { outline: true, previous: Some(second), ..Input::new("feed", bytes) };
    let outcome = validate(&input);
    let more = disagreements(&outcome, &[("other", &other)]);
    for finding in outcome.findings.into_iter().chain(more) {
        if let Some(span) = finding.at {
            assert!(span.range.end <= span.source.text().len());
            let _ = span.position();
        }
        for (range, _) in finding.fix.into_iter().flat_map(|fix| fix.edits) {
            assert!(range.start <= range.end);
        }
    }
});
