//! The table of modules in ARCHITECTURE.md lists what each module uses, and no new circle comes
//! between modules. `BLESS=1 cargo test --test architecture` writes the column.
#![expect(clippy::disallowed_methods, reason = "the test reads the sources and writes the page")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use common::{difference, sources};

/// Modules that use each other. The list may only become shorter.
const CIRCLES: [&[&str]; 0] = [];

type Uses = BTreeMap<String, BTreeSet<String>>;

/// The modules that a source uses, except in its tests.
fn named(text: &str) -> BTreeSet<String> {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let code: Vec<&str> =
        code.lines().map(|line| line.split("//").next().unwrap_or_default()).collect();
    let code = code.join(" ");
    let word = |text: &str| -> String {
        text.trim_start().chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect()
    };
    let mut found = BTreeSet::new();
    for (at, path) in code.match_indices("crate::") {
        let rest = &code[at + path.len()..];
        match rest.strip_prefix('{') {
            // The names that follow the brace or a comma outside of inner braces.
            Some(list) => {
                let (mut depth, mut begins) = (0_usize, true);
                for (at, c) in list.char_indices() {
                    match c {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' if depth == 0 => begins = true,
                        c if begins && depth == 0 && !c.is_whitespace() => {
                            found.insert(word(&list[at..]));
                            begins = false;
                        }
                        _ => {}
                    }
                }
            }
            None => _ = found.insert(word(rest)),
        }
    }
    found
}

fn uses() -> Uses {
    let mut uses = Uses::new();
    for (path, text) in sources(&["src"]) {
        let module = path.iter().nth(1).and_then(|name| name.to_str()).expect("a name");
        let module = module.trim_end_matches(".rs").to_owned();
        uses.entry(module).or_default().extend(named(&text));
    }
    uses.retain(|module, _| !matches!(module.as_str(), "lib" | "main"));
    let modules: BTreeSet<String> = uses.keys().cloned().collect();
    for (module, used) in &mut uses {
        used.retain(|name| {
            name != module
                && (modules.contains(name) || matches!(name.as_str(), "report" | "validate"))
        });
    }
    uses
}

#[test]
fn the_table_says_what_each_module_uses() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md");
    let text = fs::read_to_string(&page).expect("ARCHITECTURE.md");
    let all = uses();
    let mut missing: BTreeSet<&str> = all.keys().map(String::as_str).collect();
    let mut now = String::new();
    for line in text.split_inclusive('\n') {
        let name = line.strip_prefix("| `").and_then(|rest| rest.split('`').next());
        if let Some((name, used)) = name.and_then(|name| all.get_key_value(name)) {
            missing.remove(name.as_str());
            let does = line.split(" | ").nth(1).expect("what it does");
            let listed: Vec<String> = used.iter().map(|name| format!("`{name}`")).collect();
            let listed = if listed.is_empty() { "nothing".to_owned() } else { listed.join(", ") };
            let _ = writeln!(now, "| `{name}` | {does} | {listed} |");
        } else {
            now.push_str(line);
        }
    }
    assert!(missing.is_empty(), "ARCHITECTURE.md has no row for {missing:?}");
    assert_eq!(difference(&page, &now), "", "BLESS=1 cargo test --test architecture writes it");
}

#[test]
fn no_new_circle() {
    let uses = uses();
    let reached = |from: &str| {
        let (mut seen, mut next) = (BTreeSet::new(), vec![from]);
        while let Some(module) = next.pop() {
            for used in uses.get(module).into_iter().flatten() {
                if seen.insert(used.as_str()) {
                    next.push(used);
                }
            }
        }
        seen
    };
    let circles: BTreeSet<Vec<&str>> = uses
        .keys()
        .filter(|module| reached(module).contains(module.as_str()))
        .map(|module| {
            reached(module)
                .into_iter()
                .filter(|other| reached(other).contains(module.as_str()))
                .collect()
        })
        .collect();
    let known: BTreeSet<Vec<&str>> = CIRCLES.iter().map(|circle| circle.to_vec()).collect();
    assert_eq!(circles, known, "circles between modules");
}
