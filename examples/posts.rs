#![allow(
    clippy::all,
    clippy::pedantic,
    clippy::disallowed_methods,
    clippy::disallowed_types,
    missing_docs
)]
use afterword::post::{self, Context, dialect};
use afterword::site::{self, identity, permalink};
use afterword::tree::{Tree, worktree::Worktree};
use std::collections::BTreeMap;
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let opt = |n: &str| {
        args.iter()
            .position(|a| a == n)
            .and_then(|i| args.get(i + 1))
            .cloned()
    };
    let root = std::path::PathBuf::from(&args[1]);
    let tree = Worktree::new(&root).unwrap();
    let named = opt("-d").map(|n| dialect::named(&n).unwrap());
    let s = site::survey(&tree, named).unwrap();
    let mut facts = s.facts.clone();
    if args.iter().any(|a| a == "--of") {
        facts = site::facts_of(&tree, s.dialect, &s.posts_dir);
    }
    let dir = opt("-p").unwrap_or(s.posts_dir.clone());
    eprintln!(
        "{} root={:?} content={:?} posts={:?} feeds={:?} drafts={:?}\n  title={:?} url={:?} lang={:?} author={:?} zone={:?} langs={:?} authors={} permalinks={:?}\n  why={:?}",
        s.dialect.name(),
        facts.root,
        facts.content,
        dir,
        s.feeds_dir,
        s.drafts_dir,
        facts.title,
        facts.url,
        facts.language,
        facts.author,
        facts.zone,
        facts.languages,
        facts.authors.len(),
        facts.permalinks,
        s.why
    );
    let context = Context {
        dialect: s.dialect,
        zone: s.zone(),
        permalink: None,
        facts,
        ..Context::default()
    };
    let url = opt("--url")
        .or(context.facts.url.clone())
        .unwrap_or("https://example.org/".into());
    let url = url::Url::parse(&url).unwrap();
    let entries = tree.list(&dir).unwrap();
    let (posts, mut findings) = post::locate(&entries, &dir, context.dialect);
    let texts: Vec<_> = posts.iter().map(|p| tree.read(&p.path).unwrap()).collect();
    let start = std::time::Instant::now();
    let mut stubs = vec![];
    let (mut dated, mut public, mut errors) = (0, 0, 0);
    let tsv = args.iter().any(|a| a == "--tsv");
    for (file, bytes) in posts.iter().zip(texts) {
        let reading = post::read(&file.path, bytes, &file.key, &context);
        let bad = afterword::report::has_error(&reading.findings);
        if bad {
            errors += 1
        }
        findings.extend(reading.findings);
        if let Some(p) = &reading.post {
            if p.head.date.is_some() {
                dated += 1
            }
            if !p.is_published() || bad {
                continue;
            }
            public += 1;
            match permalink::of(p, &context, &url) {
                Ok(l) => {
                    if tsv {
                        println!(
                            "{}\t{}\t{}\t{}",
                            file.path,
                            p.head.date.as_ref().unwrap().value.to_rfc3339(),
                            l,
                            p.head
                                .title
                                .as_ref()
                                .map(|t| t.value.as_str())
                                .unwrap_or("")
                        );
                    }
                    stubs.push(identity::Stub {
                        path: file.path.clone(),
                        id: identity::entry_id(p, Some("tag:x,2026:"), &l),
                        permalink: l.to_string(),
                    });
                }
                Err(f) => findings.push(*f),
            }
        }
    }
    let took = start.elapsed();
    findings.extend(identity::duplicates(&stubs));
    let mut by: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for f in &findings {
        *by.entry((f.level.name(), f.rule.name)).or_default() += 1;
    }
    if let Some(want) = opt("-f") {
        for f in findings
            .iter()
            .filter(|f| want == "all" || f.rule.name == want || f.level.name() == want)
        {
            eprintln!("{}", afterword::report::human::finding(f));
        }
    }
    eprintln!(
        "  {} posts, {dated} dated, {public} published, {errors} with errors, {:?}",
        posts.len(),
        took
    );
    for (k, n) in by {
        eprintln!("  {n:5} {} {}", k.0, k.1);
    }
}
