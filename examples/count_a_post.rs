//! Prints a text's length on each network, as that network counts, and whether it fits.
//!
//! `cargo run --example count_a_post -- "Hello from ExampleConf https://example.org/recap"`

#![expect(clippy::print_stdout, reason = "an example shows what comes out")]

use afterword::draft::NETWORKS;

fn main() {
    let text = std::env::args().skip(1).collect::<Vec<_>>().join(" ");
    for network in NETWORKS {
        println!(
            "{:<10} {:>4}/{} {}{}",
            network.title,
            network.count(&text, None),
            network.limit,
            network.unit,
            if network.takes(&text, None) { "" } else { ": too long" }
        );
    }
}
