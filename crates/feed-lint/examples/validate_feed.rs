//! Validates a feed and prints each finding as a compiler would.
//!
//! `cargo run -p feed-lint --example validate_feed < feed.xml`

#![expect(clippy::print_stdout, reason = "an example shows what comes out")]

use std::io::{self, Read as _};

use feed_lint::{Input, validate};
use feed_lint_findings::{Level, human};

fn main() -> io::Result<()> {
    let mut bytes = Vec::new();
    io::stdin().read_to_end(&mut bytes)?;
    let validated = validate(&Input::new("feed", &bytes));
    for finding in &validated.findings {
        println!("{}\n", human::plain(finding));
    }
    let errors = validated.findings.iter().filter(|finding| finding.level == Level::Error);
    println!("{}: {} errors", validated.format.name(), errors.count());
    Ok(())
}
