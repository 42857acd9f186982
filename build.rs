//! How the program is linked.
#![expect(
    clippy::disallowed_methods,
    reason = "cargo says in the environment what it builds for"
)]

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let target = |part: &str| std::env::var(format!("CARGO_CFG_TARGET_{part}")).unwrap_or_default();
    // A hook starts the program at every commit. A program that may lie anywhere in memory has its
    // seventy thousand addresses filled in at each start, which took longer than all else before
    // `main`, and a table of them was a twelfth of the file.
    let features = target("FEATURE");
    let is_static = features.split(',').any(|feature| feature == "crt-static");
    if target("OS") == "linux" && target("ENV") == "gnu" && !is_static {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}
