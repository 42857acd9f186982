//! Prints the findings of feed files as JSON lines.

use afterword::validate::{Input, validate};

fn main() {
    let mut base = None;
    let mut now = None;
    let mut files = Vec::new();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--base" => base = arguments.next().and_then(|uri| url::Url::parse(&uri).ok()),
            "--now" => {
                now = arguments
                    .next()
                    .and_then(|date| chrono::DateTime::parse_from_rfc3339(&date).ok())
            }
            _ => files.push(argument),
        }
    }
    for file in files {
        #[expect(clippy::disallowed_methods, reason = "an example is its own program")]
        let bytes = std::fs::read(&file).unwrap_or_default();
        let judged = validate(&Input {
            base: base.clone(),
            now,
            ..Input::new(&file, &bytes)
        });
        #[expect(clippy::print_stdout, reason = "an example is its own program")]
        {
            println!(
                "{}",
                afterword::report::json::feed(&file, judged.format.name(), &judged.findings)
            );
        }
    }
}
