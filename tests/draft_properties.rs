//! Invariants for any text, any network, and any edit by a person.

use std::collections::BTreeMap;

use afterword::draft::file::{self, File};
use afterword::draft::reconcile::{self, Pending, State, accept, approve, keep, posted, reconcile};
use afterword::draft::{Composer, Draft, Material, NETWORKS, Network, People, Settings, check};
use afterword::post::{Head, Image, Spanned};
use afterword::recap::{Event, Origin, Recap, Session, Understood};
use afterword::report::{Level, Source};
use proptest::prelude::*;
use url::Url;

fn certain<T>(value: T) -> Understood<T> {
    Understood { value, range: 0..0, from: Origin::FrontMatter, confidence: 1.0 }
}

/// Parts of a post: words, URLs, emoji, other scripts, markup, misleading marks.
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
    prop::collection::vec((word, between), 0..longest)
        .prop_map(|words| words.into_iter().map(|(word, between)| word + between).collect())
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
    let languages =
        prop::sample::select(vec!["en", "es", "fr", "de", "pt", "it", "ja", "ko", "zh", "tlh"]);
    let links = prop::sample::select(vec![
        "https://example.org/post/",
        "https://example.org/a/very/long/path/that/goes/on/and/on/until/nobody/can/remember/where/it/began/or/why/2024/05/06/",
        "http://localhost:1313/x",
        "https://bücher.example/ü(1).",
    ]);
    let event = (prop::option::of(text(6)), prop::option::of(text(4)));
    let rest =
        (prop::option::of(text(20)), languages, links, prop::option::of(text(5)), 0_usize..13);
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

fn composed(sample: &Sample, network: &'static Network) -> Draft {
    let spanned = |value: &String| Spanned { value: value.clone(), range: 0..0 };
    let head = Head {
        title: Some(spanned(&sample.title)),
        tags: sample.tags.iter().map(spanned).collect(),
        ..Head::default()
    };
    let recap = Recap {
        is_recap: sample.event.is_some(),
        language: sample.language.to_owned(),
        event: Event {
            name: sample.event.clone().map(certain),
            place: sample.place.clone().map(certain),
            ..Event::default()
        },
        sessions: sample
            .sessions
            .iter()
            .map(|(speakers, title, takeaway)| Session {
                speakers: speakers.iter().cloned().map(certain).collect(),
                title: title.clone().map(certain),
                takeaway: takeaway.clone().map(certain),
                ..Session::default()
            })
            .collect(),
        call_to_action: sample.invitation.clone().map(certain),
        ..Recap::default()
    };
    let settings = Settings { limit: sample.limit, ..Settings::default() };
    let material = Material {
        key: "2024/post",
        head: &head,
        recap: &recap,
        text: &sample.text,
        link: &Url::parse(sample.link).expect("an address"),
        language: None,
        people: &People::default(),
        settings: &settings,
    };
    Composer::new(material).draft(network, sample.warning.as_deref())
}

/// An edit by a person.
#[derive(Debug, Clone)]
enum Edit {
    /// At a position (in thousandths of the file), removes this much and inserts this.
    Chars(usize, usize, String),
    /// A line gets company before and behind it, or goes.
    Line(usize, &'static str, bool, &'static str),
}

fn edit() -> impl Strategy<Value = Edit> {
    let come = prop_oneof![
        text(4),
        Just("\n".to_owned()),
        Just(" ".to_owned()),
        Just("# mine\n".to_owned()),
        Just(String::new())
    ];
    let before = prop::sample::select(vec![
        "",
        " ",
        "\n",
        "# mine\n",
        "mine = 1\n",
        "[mine]\n",
        "+++\n",
        "\u{feff}",
    ]);
    let behind = prop::sample::select(vec!["", " ", " # mine", "\r", "\nmine = [\n # mine\n]"]);
    prop_oneof![
        (0_usize..=1000, 0_usize..40, come)
            .prop_map(|(place, gone, come)| Edit::Chars(place, gone, come)),
        (0_usize..10, before, prop::bool::weighted(0.8), behind)
            .prop_map(|(line, before, stays, behind)| Edit::Line(line, before, stays, behind)),
    ]
}

fn edited(text: &str, edit: &Edit) -> String {
    match edit {
        Edit::Chars(place, gone, come) => {
            let chars: Vec<char> = text.chars().collect();
            let at = chars.len() * place / 1000;
            let end = (at + gone).min(chars.len());
            chars[..at].iter().collect::<String>() + come + &chars[end..].iter().collect::<String>()
        }
        Edit::Line(at, before, stays, behind) => {
            let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
            if let Some(line) = lines.get_mut(*at) {
                let own = if *stays { line.as_str() } else { "" };
                *line = format!("{before}{own}{behind}");
            }
            lines.join("\n")
        }
    }
}

fn read(text: &str) -> File {
    File::parse(&Source::new("draft.txt", text))
}

/// The text of the posts in the file, apart from line ends, which git may change.
fn body(text: &str) -> String {
    text[read(text).body].replace("\r\n", "\n")
}

/// The values that a build writes into a header, and replaces if they are unchanged.
fn generated(text: &str) -> BTreeMap<&'static str, String> {
    let file = read(text);
    let header = file.header.clone();
    // A list may contain comments, so it is a build's only as a build wrote it.
    let images = file.values.get("images").map(|range| text[range.clone()].to_owned());
    let values = [
        ("generated", header.generated),
        ("generated_header", header.generated_header),
        ("lang", header.lang),
        ("link", header.link),
        ("images", images),
    ];
    values.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
}

/// The lines of a header without the values of these keys.
fn header(text: &str, without: &[&str]) -> Vec<String> {
    let file = read(text);
    let Some(range) = file.header_range else {
        return Vec::new();
    };
    let mut gone: Vec<_> = without.iter().filter_map(|key| file.values.get(*key)).collect();
    gone.sort_by_key(|range| std::cmp::Reverse(range.start));
    let mut header = text[range.clone()].to_owned();
    for value in gone {
        header.replace_range(value.start - range.start..value.end - range.start, "");
    }
    // A byte order mark belongs to no line: it must stay before whatever is first.
    let header = header.trim_start_matches('\u{feff}');
    header.split('\n').map(str::to_owned).collect()
}

/// The first line of an edited header that a build lost: all but the values that are as they were
/// `written` is a person's, and stays in its order.
fn lost(written: &str, theirs: &str, new: &str) -> Option<String> {
    let (was, now) = (generated(written), generated(theirs));
    let own: Vec<&str> = now
        .iter()
        .filter(|(key, value)| was.get(*key) == Some(value))
        .map(|(key, _)| *key)
        .collect();
    let mut kept = header(new, &own).into_iter();
    // A value of the build's own may go with its key.
    let is_own = |line: &String| own.iter().any(|key| *line == format!("{key} = "));
    header(theirs, &own)
        .into_iter()
        .filter(|line| !is_own(line))
        .find(|line| !kept.any(|one| one == *line))
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
                prop_assert!(network.takes(post, draft.cw.as_deref()), "{}: {post}", network.name);
                prop_assert!(!network.hides_leading_mention || !post.starts_with('@'));
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
    fn no_build_loses_a_byte_of_an_edit(sample in sample(), other in sample(), images in prop::option::of("[a-z]{1,9}"), edits in prop::collection::vec(edit(), 1..4)) {
        let network = NETWORKS[sample.limit % NETWORKS.len()];
        let (mut first, second) = (composed(&sample, network), composed(&other, network));
        first.images.extend(images.map(|src| Image { src, alt: None, credit: None }));
        let written = file::write(&first);
        let theirs = edits.iter().fold(written.clone(), |text, change| edited(&text, change));
        if let Some(new) = reconcile(Some(&theirs), None, &second).draft {
            // Only a text that is as it was generated may go.
            prop_assert_eq!(body(&theirs), body(&written));
            prop_assert_eq!(lost(&written, &theirs, &new), None, "{}\nof\n{}", new, theirs);
        }
        // An edited pending file is as safe.
        let written = file::write(&second);
        let waiting = edits.iter().fold(written.clone(), |text, change| edited(&text, change));
        for draft in [&theirs, &format!("{}and mine", file::write(&second))] {
            let pending = reconcile(Some(draft), Some(&waiting), &first).pending;
            if body(&waiting) != body(&written) {
                prop_assert_eq!(&pending, &Pending::Leave);
            }
            let after = match &pending {
                Pending::Leave => &waiting,
                Pending::Write(new) => new,
                Pending::Remove => &written,
            };
            prop_assert_eq!(lost(&written, &waiting, after), None, "{:?}\nof\n{}", pending, waiting);
        }
    }

    #[test]
    fn no_text_breaks_the_operations(draft in text(60), pending in text(60), sample in sample()) {
        let composed = composed(&sample, NETWORKS[0]);
        for text in [draft.clone(), format!("+++\n{draft}\n+++\n{pending}"), format!("+++\nstatus = \"draft\"\n+++\n{pending}")] {
            let file = File::parse(&Source::new("x.txt", &*text));
            for network in NETWORKS {
                let _ = check::check(&file, network);
            }
            let _ = (accept(&text, &pending), keep(&text, &pending), approve(&text), posted(&text, &["https://example.org/".to_owned()], &composed));
            let _ = reconcile(Some(&text), Some(&pending), &composed);
            let _ = reconcile::orphans("drafts", &[&*text], &[]);
        }
    }
}
