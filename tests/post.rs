//! Posts as they are read: each `tests/post/plain/NAME.md` gives exactly `NAME.out` (what was
//! understood, then the findings), and each folder of `tests/post/sites`, a small site of some
//! generator, gives `SITE.out` (what `init` finds there, then its posts). `BLESS=1 cargo test`
//! writes them anew.
#![expect(clippy::disallowed_methods, reason = "fixtures are files")]

mod common;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use afterword::read;

use afterword::generator::{self, Context};
use afterword::generator::{Facts, Field, permalink};
use afterword::post::{self, Post, Zone, rules};
use afterword::report::{Finding, Level, visible};
use afterword::site;
use afterword::site::identity::{self, Stub};
use afterword::tree::memory::Memory;
use afterword::tree::{Entry, Kind, Tree};
use common::{data, difference, entries, name, with_extension};
use url::Url;

fn shown(finding: &Finding) -> String {
    let place = finding.at.as_ref().map_or_else(String::new, |span| {
        let (line, column) = span.position();
        format!("{}:{line}:{column}: ", visible(span.source.path()))
    });
    let mut out =
        format!("{place}{} {}: {}\n", finding.level, finding.rule.name, visible(&finding.message));
    if let Some(help) = &finding.help {
        let _ = writeln!(out, "    {}", visible(help));
    }
    out
}

/// What was understood, a line per field that has a value.
fn describe(post: &Post) -> String {
    let head = &post.head;
    let mut out = String::new();
    let mut say = |name: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty() && value != "[]") {
            let _ = writeln!(out, "{name}: {}", visible(&value));
        }
    };
    let date = |date: &chrono::DateTime<chrono::FixedOffset>| date.to_rfc3339();
    say("title", head.title.as_ref().map(|title| title.value.clone()));
    say("date", head.date.as_ref().map(|value| date(&value.value)));
    say("updated", head.updated.as_ref().map(|value| date(&value.value)));
    say("expires", head.expires.as_ref().map(|value| date(&value.value)));
    say("slug", head.slug.as_ref().map(|slug| slug.value.clone()));
    say("id", head.id.as_ref().map(|id| id.value.clone()));
    let list = |texts: &[post::Spanned<String>]| {
        let texts: Vec<&str> = texts.iter().map(|text| text.value.as_str()).collect();
        Some(texts.join(", "))
    };
    say("tags", list(&head.tags));
    say("categories", list(&head.categories));
    say("series", list(&head.series));
    let authors: Vec<String> = head
        .authors
        .iter()
        .map(|author| {
            let author = &author.value;
            let more = [&author.url, &author.email];
            let more: Vec<&str> = more.into_iter().flatten().map(String::as_str).collect();
            format!("{} {}", author.name, more.join(" ")).trim().to_owned()
        })
        .collect();
    say("authors", Some(authors.join(", ")));
    say("summary", head.summary.as_ref().map(|summary| summary.value.clone()));
    say(
        "image",
        head.image.as_ref().map(|image| {
            let image = &image.value;
            let rest = [&image.alt, &image.credit];
            let rest: Vec<&str> = rest.into_iter().flatten().map(String::as_str).collect();
            [&[image.src.as_str()], rest.as_slice()].concat().join(" | ")
        }),
    );
    say("language", head.language.as_ref().map(|language| language.value.clone()));
    say("external", head.external_url.as_ref().map(|url| url.value.clone()));
    say("event", head.event.as_ref().map(|event| format!("{:?}", event.value)));
    for session in head.sessions.iter().flatten() {
        say("session", Some(format!("{:?}", session.value)));
    }
    say("takeaway", head.takeaway.as_ref().map(|takeaway| takeaway.value.clone()));
    let visibility = format!("{:?}", head.visibility);
    say("visibility", (visibility != "Public").then_some(visibility));
    let left = &head.left_out_of;
    say(
        "left out of",
        (left.feeds || left.drafts.is_some()).then(|| {
            let drafts = left.drafts.is_some();
            format!("LeftOut {{ feeds: {}, drafts: {drafts} }}", left.feeds)
        }),
    );
    out
}

#[test]
fn plain_posts() {
    let mut wrong = String::new();
    let context =
        Context { zone: Zone::named("Europe/Berlin").expect("a zone"), ..Context::default() };
    let files = with_extension(&data("post/plain"), "md");
    for path in &files {
        let bytes = fs::read(path).expect("a readable fixture");
        let key = name(path).trim_end_matches(".md");
        let reading = read::post(name(path), bytes, key, &context);
        let mut out = String::new();
        for finding in &reading.findings {
            out += &shown(finding);
        }
        match &reading.post {
            Some(post) => {
                out += &describe(post);
                let _ = writeln!(out, "body: {:?}", visible(post.markdown().trim()));
            }
            None => out += "no post\n",
        }
        wrong += &difference(&path.with_extension("out"), &out);
    }
    assert!(files.len() > 40, "the fixtures are found");
    assert!(wrong.is_empty(), "{wrong}");
}

/// A folder's files as a tree.
fn tree(root: &Path) -> Memory {
    let mut tree = Memory::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for path in entries(&folder) {
            if path.is_dir() {
                folders.push(path);
            } else {
                let inner = path.strip_prefix(root).expect("it lies in the root");
                let inner = inner.to_str().expect("fixtures have plain names");
                tree = tree.with(inner, fs::read(&path).expect("a readable fixture"));
            }
        }
    }
    tree
}

#[test]
fn sites_of_generators() {
    let mut wrong = String::new();
    let sites = entries(&data("post/sites"));
    for root in sites.iter().filter(|path| path.is_dir()) {
        let tree = tree(root);
        let (generator, _) = name(root).split_once('-').unwrap_or((name(root), ""));
        // A site without configuration needs a dialect, as its owner would set.
        let named = name(root).ends_with("-named").then(|| generator::named(generator)).flatten();
        let survey = site::survey(&tree, named).expect("the tree can be listed");
        assert_eq!(survey.dialect.name, generator, "{}", root.display());
        let facts = site::facts_of(&tree, survey.dialect, &survey.posts_dir);
        assert_eq!(
            (&facts.root, &facts.content),
            (&survey.facts.root, &survey.facts.content),
            "a configured project finds the same: {}",
            root.display()
        );
        let mut out = format!(
            "posts in {:?}, feeds in {:?}, drafts in {:?}\n",
            survey.posts_dir, survey.feeds_dir, survey.drafts_dir
        );
        for why in &survey.why {
            let _ = writeln!(out, "{why}");
        }
        let facts = &survey.facts;
        let _ = writeln!(
            out,
            "title {:?}, url {:?}, language {:?}, author {:?}, zone {:?}",
            facts.title, facts.url, facts.language, facts.author, facts.zone
        );
        let context = Context {
            dialect: survey.dialect,
            zone: survey.zone(),
            facts: survey.facts.clone(),
            ..Context::default()
        };
        let url = facts.url.as_deref().unwrap_or("https://example.org/");
        let url = Url::parse(url).expect("the site has an address");
        let listed = tree.list(&survey.posts_dir).expect("the tree can be listed");
        let (files, findings) =
            read::locate(&listed, &survey.posts_dir, survey.dialect, &survey.facts);
        for finding in &findings {
            out += &shown(finding);
        }
        let mut stubs = Vec::new();
        for file in files {
            let bytes = tree.read(&file.path).expect("a readable post");
            let reading = read::post(&file.path, bytes, &file.key, &context);
            let _ = writeln!(out, "\n{} ({})", file.path, file.key);
            reading.findings.iter().for_each(|finding| out += &shown(finding));
            let Some(post) = reading.post else { continue };
            match permalink::of(&post, &context, &url) {
                Ok(permalink) => {
                    let _ = writeln!(out, "permalink: {permalink}");
                    stubs.push(Stub {
                        path: file.path.clone(),
                        id: identity::entry_id(&post, Some("tag:example.org,2026:"), &permalink),
                        permalink: permalink.to_string(),
                    });
                }
                Err(finding) => out += &shown(&finding),
            }
            out += &describe(&post);
            if let Some(more) = (survey.dialect.more)(&post, &context) {
                let _ = writeln!(out, "more: {:?}", post.source.span(more).text());
            }
        }
        let doubles = identity::duplicates(&stubs);
        for finding in &doubles {
            out += &shown(finding);
        }
        wrong += &difference(&root.with_extension("out"), &out);
    }
    assert!(sites.len() > 10, "the sites are found");
    assert!(wrong.is_empty(), "{wrong}");
}

/// Names that no checkout may hold cannot be fixtures.
#[test]
fn names() {
    let listed: Vec<Entry> = [
        "posts/CON.md",
        "posts/Recap.md",
        "posts/-rf.md",
        "posts/a\nb.md",
        "posts/caf\u{e9}.md",
        "posts/cafe\u{301}.md",
        "posts/recap.md",
        "posts/same.md",
        "posts/same/index.md",
        "posts/trailing /index.md",
    ]
    .into_iter()
    .map(|path| Entry { path: path.to_owned(), kind: Kind::File })
    .chain([Entry { path: "posts/passwd.md".to_owned(), kind: Kind::Refused("a symbolic link") }])
    .collect();
    let (files, mut findings) =
        read::locate(&listed, "posts", generator::plain(), &Facts::default());
    let stub = |path: &str, id: &str| Stub {
        path: path.to_owned(),
        id: id.to_owned(),
        permalink: "https://example.org/a/".to_owned(),
    };
    findings
        .extend(identity::duplicates(&[stub("posts/a.md", "tag:a"), stub("posts/b.md", "tag:a")]));
    let mut out = String::new();
    for finding in &findings {
        out += &shown(finding);
    }
    let _ = writeln!(out, "{} posts", files.len());
    assert_eq!(difference(&data("post/names.out"), &out), "");
}

/// A rule without a fixture that violates it is untested.
#[test]
fn every_rule_has_a_fixture() {
    let mut all = fs::read_to_string(data("post/names.out")).expect("the names are there");
    for part in ["post/plain", "post/sites"] {
        for path in with_extension(&data(part), "out") {
            all += &fs::read_to_string(path).expect("a readable expectation");
        }
    }
    for rule in rules::RULES {
        assert!(all.contains(&format!(" {}: ", rule.name)), "{} has no fixture", rule.name);
    }
}

/// Keys by which authors hide a post from readers, in each dialect: `held` where its generator hides it
/// too, `told` where a finding says that it does not, `typo` where one stops the build, `-` where the post
/// is public.
#[test]
fn keys_that_hold_posts_back() {
    let lines = fs::read_to_string(data("post/held.keys")).expect("the keys are there");
    let mut table = String::new();
    for line in lines.lines() {
        let _ = write!(table, "{line:<24}");
        for dialect in generator::DIALECTS {
            let context = Context { dialect, ..Context::default() };
            let key = line.replace("\\n", "\n");
            let text = format!("---\ntitle: T\ndate: 2020-02-08\n{key}\n---\n\nText.\n");
            let reading = read::post("posts/a.md", text.into_bytes(), "a", &context);
            let told = |finding: &&Finding| finding.rule.name == "held-back";
            let told = reading.findings.iter().filter(told).count();
            let is_typo = |finding: &Finding| {
                finding.rule.name == "unknown-key" && finding.level == Level::Error
            };
            let is_typo = reading.findings.iter().any(is_typo);
            let head = reading.post.expect("a post").head;
            let state = match (head.visibility, told) {
                (post::Visibility::Public, 0) if is_typo => "typo",
                (post::Visibility::Public, 0) => "-",
                (_, 0) => "held",
                (_, 1) => "told",
                _ => "told more than once",
            };
            assert_eq!(head.held_by.is_some(), !["-", "typo"].contains(&state), "{line}");
            let _ = write!(table, " {}: {state:<5}", dialect.name);
        }
        table = format!("{}\n", table.trim_end());
    }
    assert_eq!(difference(&data("post/held.out"), &table), "");
}

/// What generators take for a time that the clocks were set forward over.
#[test]
fn times_in_the_gap() {
    for dialect in generator::DIALECTS.iter().copied() {
        let context = Context {
            dialect,
            zone: Zone::named("Europe/Berlin").expect("a zone"),
            ..Context::default()
        };
        let dates = dialect.keys.iter().filter(|(_, field)| *field == Field::Date);
        let (key, _) = dates.copied().next().expect("every dialect has dates");
        let text = format!("---\ntitle: T\n{key}: 2026-03-29 02:30\n---\n\nText.\n");
        let reading = read::post("posts/a.md", text.into_bytes(), "a", &context);
        let gap = reading.findings.iter().find(|finding| finding.rule.name == "date-in-gap");
        let date = reading.post.expect("a post").head.date;
        let date = date.map(|date| date.value.to_rfc3339());
        if dialect.is_strict {
            assert_eq!(gap.map(|gap| gap.level), Some(Level::Error));
            continue;
        }
        // Hugo and Pelican: 01:30Z.
        assert_eq!(gap.map(|gap| gap.level), Some(Level::Warning));
        assert_eq!(date.as_deref(), Some("2026-03-29T03:30:00+02:00"));
        let help = gap.and_then(|gap| gap.help.as_deref()).unwrap_or_default();
        assert!(help.contains("2026-03-29T03:30:00+02:00"), "{help}");
    }
}
