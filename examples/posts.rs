#![allow(
    clippy::all,
    clippy::pedantic,
    clippy::disallowed_methods,
    clippy::disallowed_types,
    missing_docs
)]
use afterword::post::{self, Context, dialect};
use afterword::tree::{Entry, Kind};
use std::collections::BTreeMap;
fn walk(root: &std::path::Path, at: &std::path::Path, out: &mut Vec<Entry>) {
    let mut all: Vec<_> = std::fs::read_dir(at)
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    all.sort();
    for p in all {
        if p.file_name().unwrap().to_string_lossy().starts_with('.') {
            continue;
        }
        if p.is_dir() {
            walk(root, &p, out)
        } else {
            out.push(Entry {
                path: p.strip_prefix(root).unwrap().to_string_lossy().into_owned(),
                kind: Kind::File,
            });
        }
    }
}
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let root = std::path::PathBuf::from(&args[1]);
    let name = args.get(2).map(String::as_str).unwrap_or("plain");
    let dir = args.get(3).map(String::as_str).unwrap_or("");
    let verbose = args.iter().any(|a| a == "-v");
    let mut entries = vec![];
    walk(&root, &root, &mut entries);
    let context = Context {
        dialect: dialect::named(name).unwrap(),
        ..Context::default()
    };
    let (posts, mut findings) = post::locate(&entries, dir, context.dialect);
    let texts: Vec<_> = posts
        .iter()
        .map(|p| std::fs::read(root.join(&p.path)).unwrap())
        .collect();
    let start = std::time::Instant::now();
    let mut dated = 0;
    let mut errors = 0;
    for (file, bytes) in posts.iter().zip(texts) {
        let reading = post::read(&file.path, bytes, &file.key, &context);
        if let Some(p) = &reading.post {
            if p.head.date.is_some() {
                dated += 1
            }
            if verbose {
                println!(
                    "{}\t{:?}\t{:?}",
                    file.path,
                    p.head.date.as_ref().map(|d| d.value.to_rfc3339()),
                    p.head.title.as_ref().map(|t| &t.value)
                );
            }
        }
        if afterword::report::has_error(&reading.findings) {
            errors += 1
        }
        findings.extend(reading.findings);
    }
    let took = start.elapsed();
    let mut by: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for f in &findings {
        *by.entry((f.level.name(), f.rule.name)).or_default() += 1;
    }
    if args.iter().any(|a| a == "-f") {
        for f in &findings {
            println!("{}", afterword::report::human::finding(f));
        }
    }
    println!(
        "{} posts, {dated} dated, {errors} with errors, {:?}",
        posts.len(),
        took
    );
    for (k, n) in by {
        println!("  {n:5} {} {}", k.0, k.1);
    }
}
