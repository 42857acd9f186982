//! Invariants of every page, whatever its posts contain.

use std::collections::BTreeMap;

use super::{Article, Change, Page, Post, render};

fn page(html: &str) -> Page {
    let post = Post {
        key: "a\"><script>".to_owned(),
        path: "posts/a.md".to_owned(),
        link: "https://example.org/a/".to_owned(),
        title: "<script>alert(1)</script> & \"more\"".to_owned(),
        date: "1 May 2026".to_owned(),
        day: "2026-05-01".to_owned(),
        change: Change::Same,
        article: Some(Article {
            title: "A".to_owned(),
            link: None,
            authors: Vec::new(),
            date: String::new(),
            tags: Vec::new(),
            summary: String::new(),
            html: html.to_owned(),
            image: None,
            language: None,
        }),
        drafts: Vec::new(),
        notes: Vec::new(),
        diffs: Vec::new(),
        errors: 0,
        warnings: 0,
    };
    Page {
        title: "T".to_owned(),
        home: "https://example.org/".to_owned(),
        language: None,
        author: "Ada".to_owned(),
        host: "example.org".to_owned(),
        source: "memory".to_owned(),
        base: None,
        posts: vec![post],
        notes: Vec::new(),
        images: BTreeMap::new(),
        live: false,
    }
}

#[test]
fn nothing_of_a_post_becomes_markup_or_script() {
    let html = render(&page("</script><img src=x onerror=alert(1)><!--")).expect("a page");
    assert_eq!(html.matches("<script").count(), 2, "its own two");
    assert!(!html.contains("<img src=x") && !html.contains("<!--"));
    assert!(html.contains("\\u003c/script>"));
}

#[test]
fn long_entries_are_folded() {
    let block = "<p>One &amp; two.</p>\n";
    let html = block.repeat(1000);
    let whole = render(&page(&html)).expect("a page");
    assert!(whole.contains(r#""more":0"#), "there is room for one");
    let html = block.repeat(100_000);
    let folded = render(&page(&html)).expect("a page");
    assert!(folded.len() < 500_000, "{}", folded.len());
    assert!(!folded.contains(r#""more":0"#));
}

#[test]
fn nothing_is_loaded() {
    let html = render(&page("")).expect("a page");
    for attribute in [" src=\"http", " href=\"//", "@import", "url(http"] {
        assert!(!html.contains(attribute), "{attribute}");
    }
    let policy = html.replace("&#x27;", "'");
    assert!(policy.contains("default-src 'none'") && policy.contains("connect-src 'none'"));
}
