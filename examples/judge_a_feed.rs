//! What is wrong with a feed, and where: the library as a validator.
//!
//! `cargo run --example judge_a_feed < feed.xml`

#![expect(clippy::print_stdout, reason = "an example shows what comes out")]

use std::io::{self, Read as _};

use afterword::report::{Level, Span};
use afterword::validate::{Input, validate};

fn main() -> io::Result<()> {
    let mut bytes = Vec::new();
    io::stdin().read_to_end(&mut bytes)?;
    let judged = validate(&Input::new("feed", &bytes));
    println!("{}", judged.format.name());
    for finding in &judged.findings {
        let (line, column) = finding.at.as_ref().map_or((1, 1), Span::position);
        println!(
            "{line}:{column} {} {}: {}",
            finding.level, finding.rule.name, finding.message
        );
        if let Some(help) = &finding.help {
            println!("    {help}");
        }
    }
    let errors = judged
        .findings
        .iter()
        .filter(|finding| finding.level == Level::Error);
    println!("{} errors", errors.count());
    Ok(())
}
