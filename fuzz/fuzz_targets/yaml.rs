//! Any text as YAML: what the reader of plain heads takes, the parser says too.
#![no_main]

use afterword::post::front_matter::yaml_readers_agree;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| assert!(yaml_readers_agree(text), "{text:?}"));
