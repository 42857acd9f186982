//! What holds for any text, any network, and any edit that a person makes.

use afterword::draft::file::{self, File};
use afterword::draft::reconcile::{self, Pending, State, accept, approve, keep, posted, reconcile};
use afterword::draft::{Draft, Material, NETWORKS, Network, People, Settings, check, compose};
use afterword::post::{Head, Spanned};
use afterword::recap::{Event, Origin, Recap, Session, Understood};
use afterword::report::{Level, Source};
use proptest::prelude::*;
use url::Url;

fn told<T>(value: T) -> Understood<T> {
    Understood {
        value,
        range: 0..0,
        from: Origin::FrontMatter,
    }
}

/// What a post might say: words, addresses, emoji, other scripts, markup, marks that mislead.
fn text(longest: usize) -> impl Strategy<Value = String> {
    let word = prop_oneof![
        6 => "[a-zA-Z]{1,12}",
        1 => "[a-z]{60,400}",
        1 => Just("https://example.org/a/path(1)?q=ü#x".to_owned()),
        1 => Just("crates.io".to_owned()),
        1 => Just("@someone".to_owned()),
        1 => Just("#Tag".to_owned()),
        1 => Just("🧑🏽‍💻👨‍👩‍👧‍👦".to_owned()),
        1 => Just("日本語の文章、です。".to_owned()),
        1 => Just("e\u{301}\u{202e}\u{200b}".to_owned()),
        1 => Just("--- next post ---\n+++\n\\".to_owned()),
        1 => Just("**(“".to_owned()),
        1 => any::<char>().prop_map(String::from),
        2 => Just(".".to_owned()),
    ];
    let between = prop_oneof![5 => Just(" "), 1 => Just("\n"), 1 => Just(""), 1 => Just(". "), 1 => Just(", ")];
    prop::collection::vec((word, between), 0..longest).prop_map(|words| {
        words
            .into_iter()
            .map(|(word, between)| word + between)
            .collect()
    })
}

#[derive(Debug, Clone)]
struct Sample {
    title: String,
    text: String,
    tags: Vec<String>,
    event: Option<String>,
    place: Option<String>,
    sessions: Vec<(Vec<String>, Option<String>, Option<String>)>,
    invitation: Option<String>,
    language: &'static str,
    link: &'static str,
    warning: Option<String>,
    limit: usize,
}

fn sample() -> impl Strategy<Value = Sample> {
    let session = (
        prop::collection::vec(text(4), 0..4),
        prop::option::of(text(12)),
        prop::option::of(text(50)),
    );
    let languages = prop::sample::select(vec![
        "en", "es", "fr", "de", "pt", "it", "ja", "ko", "zh", "tlh",
    ]);
    let links = prop::sample::select(vec![
        "https://example.org/post/",
        "https://example.org/a/very/long/path/that/goes/on/and/on/until/nobody/can/remember/where/it/began/or/why/2024/05/06/",
        "http://localhost:1313/x",
        "https://bücher.example/ü(1).",
    ]);
    let event = (prop::option::of(text(6)), prop::option::of(text(4)));
    let rest = (
        prop::option::of(text(20)),
        languages,
        links,
        prop::option::of(text(5)),
        0_usize..13,
    );
    let own = (text(20), text(80), prop::collection::vec(text(3), 0..6));
    (own, event, prop::collection::vec(session, 0..14), rest).prop_map(
        |(
            (title, text, tags),
            (event, place),
            sessions,
            (invitation, language, link, warning, limit),
        )| Sample {
            title,
            text,
            tags,
            event,
            place,
            sessions,
            invitation,
            language,
            link,
            warning: warning.map(|warning| warning.chars().take(60).collect()),
            limit,
        },
    )
}

fn composed(sample: &Sample, network: &'static dyn Network) -> Draft {
    let spanned = |value: &String| Spanned {
        value: value.clone(),
        range: 0..0,
    };
    let head = Head {
        title: Some(spanned(&sample.title)),
        tags: sample.tags.iter().map(spanned).collect(),
        ..Head::default()
    };
    let recap = Recap {
        is_recap: sample.event.is_some(),
        language: sample.language.to_owned(),
        event: Event {
            name: sample.event.clone().map(told),
            place: sample.place.clone().map(told),
            ..Event::default()
        },
        sessions: sample
            .sessions
            .iter()
            .map(|(speakers, title, takeaway)| Session {
                speakers: speakers.iter().cloned().map(told).collect(),
                title: title.clone().map(told),
                takeaway: takeaway.clone().map(told),
                ..Session::default()
            })
            .collect(),
        call_to_action: sample.invitation.clone().map(told),
        ..Recap::default()
    };
    let settings = Settings {
        limit: sample.limit,
        ..Settings::default()
    };
    let material = Material {
        key: "2024/post",
        head: &head,
        recap: &recap,
        text: &sample.text,
        link: &Url::parse(sample.link).expect("an address"),
        language: None,
        warning: sample.warning.as_deref(),
        people: &People::default(),
        settings: &settings,
    };
    compose(&material, network)
}

/// An edit: a place (in thousandths of the file), how much goes, and what comes.
fn edit() -> impl Strategy<Value = (usize, usize, String)> {
    (
        0_usize..=1000,
        0_usize..40,
        prop_oneof![
            text(4),
            Just("\n".to_owned()),
            Just(" ".to_owned()),
            Just(String::new())
        ],
    )
}

fn edited(text: &str, (place, gone, come): &(usize, usize, String)) -> String {
    let chars: Vec<char> = text.chars().collect();
    let at = chars.len() * place / 1000;
    let end = (at + gone).min(chars.len());
    chars[..at].iter().collect::<String>() + come + &chars[end..].iter().collect::<String>()
}

fn body(text: &str) -> &str {
    text.splitn(3, "+++\n").nth(2).unwrap_or(text)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_draft_is_within_its_limits_and_stays_as_it_is(sample in sample()) {
        for network in NETWORKS.iter().copied() {
            let draft = composed(&sample, network);
            let limit = sample.limit.max(1);
            prop_assert!(draft.posts.len() <= limit.max(1), "{} posts of {limit}", draft.posts.len());
            for post in &draft.posts {
                prop_assert!(network.takes(post, draft.cw.as_deref()), "{}: {post}", network.name());
                prop_assert!(!network.hides_leading_mention() || !post.starts_with('@'));
            }
            prop_assert_eq!(&composed(&sample, network).posts, &draft.posts);
            let written = file::write(&draft);
            let read = File::parse(&Source::new("draft.txt", &*written));
            prop_assert_eq!(read.texts(), draft.posts.clone());
            let outcome = reconcile(Some(&written), None, &draft);
            prop_assert_eq!(outcome.state, State::Untouched);
            prop_assert_eq!((outcome.draft, outcome.pending), (None, Pending::Leave));
            let errors = check::check(&read, network).into_iter().filter(|finding| finding.level == Level::Error);
            let errors: Vec<_> = errors.filter(|finding| !matches!(finding.rule.name, "draft-conflict" | "draft-cut-url" | "draft-empty-post")).collect();
            prop_assert!(errors.is_empty(), "{errors:?}");
        }
    }

    #[test]
    fn no_build_loses_a_byte_of_an_edit(sample in sample(), other in sample(), edits in prop::collection::vec(edit(), 1..4)) {
        let network = NETWORKS[sample.limit % NETWORKS.len()];
        let (first, second) = (composed(&sample, network), composed(&other, network));
        let written = file::write(&first);
        let theirs = edits.iter().fold(written.clone(), |text, change| edited(&text, change));
        let outcome = reconcile(Some(&theirs), None, &second);
        if let Some(new) = &outcome.draft {
            // Only a text that is as it was generated may go; every line of the header that is
            // nobody's but a person's stays.
            prop_assert_eq!(body(&theirs), body(&written));
            let header = |text: &str| text.split("+++\n").nth(1).unwrap_or_default().to_owned();
            let (new, old, was) = (header(new), header(&theirs), header(&written));
            for line in old.lines().filter(|line| !was.contains(line)) {
                prop_assert!(new.contains(line), "lost {line:?} of\n{old}\nin\n{new}");
            }
        }
        // A pending file that a person touched is as safe.
        let waiting = edits.iter().fold(file::write(&second), |text, change| edited(&text, change));
        if body(&waiting) != body(&file::write(&second)) {
            prop_assert_eq!(reconcile(Some(&theirs), Some(&waiting), &first).pending, Pending::Leave);
        }
    }

    #[test]
    fn no_text_breaks_the_operations(draft in text(60), pending in text(60), sample in sample()) {
        let composed = composed(&sample, NETWORKS[0]);
        for text in [draft.clone(), format!("+++\n{draft}\n+++\n{pending}"), format!("+++\nstatus = \"draft\"\n+++\n{pending}")] {
            let file = File::parse(&Source::new("x.txt", &*text));
            for network in NETWORKS {
                let _ = check::check(&file, *network);
            }
            let _ = (accept(&text, &pending), keep(&text, &pending), approve(&text), posted(&text, "https://example.org/"));
            let _ = reconcile(Some(&text), Some(&pending), &composed);
            let _ = reconcile::orphans("drafts", &[&*text], &[]);
        }
    }
}
