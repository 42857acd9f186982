//! Command lines and what they print, word for word: every `tests/cli/NAME.trycmd` runs in a copy of
//! `NAME.in/`. `TRYCMD=overwrite cargo test --test cli` writes what comes out now.

#[test]
fn command_lines() {
    trycmd::TestCases::new().case("tests/cli/*.trycmd");
}
