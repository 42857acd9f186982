//! Builds feeds and drafts from posts in memory, without reading or writing a file.
//!
//! `cargo run --example build_in_memory`

#![expect(clippy::print_stdout, reason = "an example shows what comes out")]

use afterword::project::{Project, compose};
use afterword::report::human;
use afterword::tree::memory::Memory;

const CONFIGURATION: &str = "\
[site]
title = \"Field notes\"
url = \"https://notes.example/\"
id_base = \"tag:notes.example,2026:\"
";

const POST: &str = "\
---
title: Two talks from ExampleConf 2026
date: 2026-05-11
event: { name: ExampleConf 2026, place: Springfield }
---

- **Bob Placeholder** - *What the scheduler saw*. Most flaky tests are honest reports of a race.
- **Eve Specimen** - *Fixtures that tell the truth*. Every fixture of hers says what it proves.
";

fn main() {
    let tree = Memory::new()
        .with("afterword.toml", CONFIGURATION)
        .with("posts/2026-05-11-exampleconf.md", POST);
    let project = Project::open(&tree).expect("the configuration is sound");
    let composed =
        compose(&project, compose::Options::default()).expect("memory can always be read");
    for finding in &composed.findings {
        println!("{}", human::finding(finding));
    }
    for feed in &composed.feeds {
        println!("{}: {} bytes", feed.path, feed.bytes.len());
    }
    for (path, draft) in &composed.drafts {
        println!("{path}:\n{}\n", draft.posts.join("\n--- next post ---\n"));
    }
    assert_eq!((composed.feeds.len(), composed.drafts.len()), (3, 5));
}
