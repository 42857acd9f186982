//! Measurements, by one program:
//!
//! - `cargo bench` times the stages one by one;
//! - `… posts N DIR` writes N posts to measure with;
//! - `… floor MODE DIR` does the least that any tool of this kind has to do;
//! - `… count NAME` does one fixed piece of work, for the instruction counter of `benches/guard`.
//!
//! `benches/run` measures whole commands with it, and other tools beside them.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a benchmark reads files and the clock, and prints"
)]

mod floor;
mod posts;
mod stages;
mod work;

use std::fs;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["posts", count, folder] => count
            .parse()
            .map_err(|_| format!("{count} is no number"))
            .and_then(|count| write(count, Path::new(folder)).map_err(|error| error.to_string())),
        ["floor", mode, folder] => floor::run(mode, Path::new(folder)),
        ["count", name] => work::named(name).map(drop),
        // What `cargo bench` and `cargo test` call it with; the latter tries everything once.
        [] => {
            stages::time(1);
            work::NAMES.iter().try_for_each(|name| work::named(name).map(drop))
        }
        ["--bench", ..] => {
            stages::time(11);
            Ok(())
        }
        _ => Err("what to do: posts N DIR, floor MODE DIR, or count NAME".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::from(2)
        }
    }
}

fn write(count: usize, folder: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    for index in 0..count {
        let (name, text) = posts::post(index);
        fs::write(folder.join(name), text)?;
    }
    Ok(())
}
