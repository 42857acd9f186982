//! Feeds as `feed-rs` reads them: ids, titles, links, dates and content of every entry, the same in
//! every format.

#![allow(clippy::disallowed_methods, reason = "tests prepare and read folders")]

mod common;

use std::path::Path;

use common::{afterword, copy, data, files, run};

#[test]
fn reads_the_projects_own_feeds() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = agree(root);
    assert!(read >= 7, "{read} entries in feeds/");
}

#[test]
fn reads_the_feeds_of_hard_posts() {
    let home = tempfile::tempdir().expect("a folder");
    copy(&data("hard"), home.path(), None);
    run(afterword(home.path(), &["build"]), 0);
    let read = agree(home.path());
    assert!(read >= 25, "{read} entries of hard posts");
}

/// Parses the three main feeds below a folder, asks that they agree, and counts the entries.
fn agree(root: &Path) -> usize {
    let found = files(root, &["feeds"]);
    let mut gists = Vec::new();
    for name in ["feeds/rss.xml", "feeds/atom.xml", "feeds/feed.json"] {
        let bytes = found.get(Path::new(name)).unwrap_or_else(|| panic!("no {name}"));
        let feed = feed_rs::parser::parse(bytes.as_slice())
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        let (entries, links): (Vec<_>, Vec<_>) = feed
            .entries
            .iter()
            .map(|entry| {
                let title = entry.title.as_ref().map(|text| text.content.clone());
                let links: Vec<String> = entry.links.iter().map(|link| link.href.clone()).collect();
                assert!(
                    title.is_some() && !links.is_empty(),
                    "{name}: {} lacks a title or a link",
                    entry.id
                );
                assert!(entry.published.is_some(), "{name}: {} has no date", entry.id);
                ((entry.id.clone(), title, entry.published), links)
            })
            .unzip();
        gists.push((name, entries, links));
    }
    let (first, own, first_links) = &gists[0];
    for (name, entries, links) in &gists[1..] {
        assert_eq!(entries, own, "{name} and {first} have different entries");
        // An RSS item has one link, which others may put behind the post's own page.
        for ((entry, links), of_rss) in entries.iter().zip(links).zip(first_links) {
            let link = &of_rss[0];
            assert!(links.contains(link), "{name}: {entry:?} has no link {link}");
        }
    }
    own.len()
}
