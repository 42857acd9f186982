//! Drafts to exact text: `tests/draft/NAME/` holds a post, `people.toml` and `drafts.toml` (the
//! table `[drafts]`) where they matter, and in `expected/` the file of every network's draft and
//! what it becomes in every export. `followups.txt` has what follow-ups say, and `followup-1` one of
//! them for every network.
//!
//! `BLESS=1 cargo test --test draft` writes what comes out now; read it aloud before you
//! commit it.
#![allow(clippy::disallowed_methods, reason = "tests read their fixtures from disk")]

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use afterword::read;

use afterword::draft::export::{EXPORTS, Outgoing};
use afterword::draft::file::{self, File};
use afterword::draft::followup::PostedDraft;
use afterword::draft::reconcile::{Pending, State, reconcile};
use afterword::draft::{Composer, Draft, Material, NETWORKS, People, Settings, network};
use afterword::generator::Context;
use afterword::markdown;
use afterword::recap::{Media, MediaKind, Origin, Understood, understand};
use afterword::report::Source;
use common::{data, difference, entries, name};
use url::Url;

fn fixtures() -> Vec<PathBuf> {
    entries(&data("draft"))
}

fn optional(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_default()
}

/// Every file that the fixture should have: drafts and exports.
fn made(fixture: &Path) -> BTreeMap<String, String> {
    let key = name(fixture).to_owned();
    let bytes = fs::read(fixture.join("post.md")).expect("post.md");
    let reading = read::post("post.md", bytes, &key, &Context::default());
    assert!(reading.findings.is_empty(), "{key}: {:?}", reading.findings);
    let post = reading.post.expect("a post");
    let document = markdown::parse(&post);
    let recap = understand(&post, &document);
    let text = document.text();
    let (people, findings) =
        People::parse(&Source::new("people.toml", optional(&fixture.join("people.toml"))));
    assert!(findings.is_empty(), "{key}: {findings:?}");
    let settings: Settings =
        toml::from_str(&optional(&fixture.join("drafts.toml"))).expect("drafts.toml");
    assert!(afterword::draft::template::check(&settings).is_empty(), "{key}");
    let link = Url::parse(&format!("https://example.org/{key}/")).expect("an address");
    let mut files = BTreeMap::new();
    let material = Material {
        key: &key,
        head: &post.head,
        recap: &recap,
        text: &text,
        link: &link,
        language: None,
        people: &people,
        settings: &settings,
    };
    for network in NETWORKS.iter().copied() {
        let draft = Composer::new(material).draft(network, None);
        sound(&draft);
        let written = file::write(&draft);
        let read = File::parse(&Source::new("", &*written));
        for export in EXPORTS.iter().filter(|export| (export.takes)(network)) {
            let outgoing = Outgoing {
                path: "drafts/KEY/NETWORK.txt",
                key: &key,
                network,
                header: &read.header,
                posts: &draft.posts,
                title: post.head.title.as_ref().map_or("", |title| &title.value),
                summary: post.head.summary.as_ref().map_or("", |summary| &summary.value),
                date: post.head.date.as_ref().map(|date| date.value),
                people: &people,
            };
            let own = export.name == network.name;
            if own || (network.name == "x" && key == "pycascades-2020") {
                let name = format!("export/{}.{}", export.name, export.extension);
                files.insert(name, export.write(&[outgoing]));
            }
        }
        files.insert(format!("{}.txt", network.name), written);
    }
    for (name, text) in followups(&material) {
        files.insert(name, text);
    }
    files
}

/// The follow-ups of a post whose sessions all get a recording and slides, and which gets two more
/// of each: every phrase for one network, and one of them for all.
fn followups(material: &Material<'_>) -> Vec<(String, String)> {
    let mut recap = material.recap.clone();
    let text = |url: String| {
        Some(Understood { value: url, range: 0..0, from: Origin::Text, confidence: 1.0 })
    };
    let (mut videos, mut decks) = (Vec::new(), Vec::new());
    for (index, session) in recap.sessions.iter_mut().enumerate() {
        videos.push(format!("https://videos.example/{index}"));
        decks.push(format!("https://slides.example/{index}"));
        session.video = videos.last().cloned().and_then(text);
        session.slides = decks.last().cloned().and_then(text);
    }
    for name in ["all", "more"] {
        videos.push(format!("https://videos.example/{name}"));
        decks.push(format!("https://slides.example/{name}"));
    }
    let media = |kind, urls: &[String]| -> Vec<Media> {
        let media = urls.iter().cloned();
        media.map(|url| Media { kind, url }).collect()
    };
    recap.media = media(MediaKind::Recording, &videos);
    recap.media.extend(media(MediaKind::Slides, &decks));
    let material = Material { recap: &recap, ..*material };
    let both = [videos.clone(), decks.clone()].concat();
    let firsts = [&videos[..1], &decks[..1]].concat();
    let composer = Composer::new(material);
    let compose = |network, known: &[String], listed: &[String]| {
        let before = PostedDraft {
            reply_to: "https://social.example/@notes/1".to_owned(),
            known: known.to_vec(),
        };
        let draft = composer.followup(network, None, &before, Some(listed));
        let draft = draft.expect("a follow-up");
        sound(&draft);
        draft
    };
    let mastodon = network::named("mastodon").expect("a network");
    let mut phrases = String::new();
    for (name, known, listed) in [
        ("recording", &[][..], &videos[..1]),
        ("recordings", &[][..], &videos[..]),
        ("slides", &[][..], &decks[..]),
        ("both", &[][..], &both[..]),
        ("another recording", &firsts[..], &videos[..2]),
        ("more recordings", &firsts[..], &videos[..]),
        ("more slides", &firsts[..], &decks[..]),
        ("more of both", &firsts[..], &both[..]),
    ] {
        let draft = compose(mastodon, known, listed);
        phrases += &["== ", name, "\n", &draft.posts.join("\n\n"), "\n\n"].concat();
    }
    let mut files = vec![("followups.txt".to_owned(), phrases)];
    for network in NETWORKS.iter().copied() {
        let written = file::write(&compose(network, &[], &videos));
        files.push((format!("followup-1/{}.txt", network.name), written));
    }
    files
}

/// Invariants of every draft: within the limits, without findings, read back as written, and
/// untouched by a second build.
fn sound(draft: &Draft) {
    let name = draft.network.name;
    for (post, count) in draft.posts.iter().zip(draft.counts()) {
        assert!(draft.network.takes(post, draft.cw.as_deref()), "{name}: {count}: {post}");
    }
    let written = file::write(draft);
    let read = File::parse(&Source::new("draft.txt", &*written));
    assert_eq!(read.texts(), draft.posts, "{name}");
    assert!(!read.edited(), "{name}");
    let findings = afterword::draft::check::check(&read, draft.network);
    assert!(
        findings
            .iter()
            .all(|finding| matches!(finding.rule.name, "draft-missing-alt" | "draft-no-mention")),
        "{name}: {findings:?}"
    );
    let again = reconcile(Some(&written), None, draft);
    assert_eq!(
        (again.state, again.draft, again.pending),
        (State::Untouched, None, Pending::Leave),
        "{name}"
    );
}

#[test]
fn drafts_to_exact_text() {
    let mut wrong = String::new();
    let fixtures = fixtures();
    for fixture in &fixtures {
        for (name, text) in made(fixture) {
            wrong += &difference(&fixture.join("expected").join(&name), &text);
        }
    }
    assert!(!fixtures.is_empty() && wrong.is_empty(), "{wrong}");
}
