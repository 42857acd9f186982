use super::check;
use crate::draft::file::File;
use crate::draft::{Material, NETWORKS, People, Settings, compose, network};
use crate::generator::Context;
use crate::report::Source;
use crate::{markdown, read, recap};

const POST: &str = "---\ntitle: PyCascades 2020\ndate: 2020-02-20\nevent:\n  name: PyCascades 2020\n  start: 2020-02-08\n  end: 2020-02-09\nsessions:\n  - speakers: [Joanne Hastie]\n    title: Painting with robots and code\n---\nSome 350 people came to Portland for two days of talks.\n";
const PEOPLE: &str =
    "[\"Joanne Hastie\"]\nx = \"@joannehastie\"\nmastodon = \"@joanne@example.social\"\n";

fn slips(network: &str, text: &str) -> Vec<String> {
    let post = read::post("a.md", POST.as_bytes().to_vec(), "a", &Context::default())
        .post
        .expect("a post");
    let document = markdown::parse(&post);
    let recap = recap::understand(&post, &document);
    let people = People::parse(&Source::new("people.toml", PEOPLE)).0;
    let link = "https://example.org/a/".parse().expect("a URL");
    let material = Material {
        key: "a",
        head: &post.head,
        recap: &recap,
        text: &document.text(),
        link: &link,
        language: None,
        warning: None,
        people: &people,
        settings: &Settings::default(),
    };
    let composed = compose(&material, network::named(network).expect("a network"));
    let text = if text.is_empty() {
        composed.posts.join("\n--- next post ---\n")
    } else {
        text.to_owned()
    };
    let file = File::parse(&Source::new(
        "x.txt",
        format!("+++\nstatus = \"draft\"\n+++\n{text}\n"),
    ));
    check(&file, &composed, &material)
        .into_iter()
        .map(|finding| finding.message)
        .collect()
}

#[test]
fn near_misses_are_reported_with_the_correction() {
    for (text, found) in [
        (
            "Joane Hastie painted.",
            "Joane Hastie: the post has Joanne Hastie",
        ),
        (
            "Joanne Hastei painted.",
            "Joanne Hastei: the post has Joanne Hastie",
        ),
        (
            "“Painting with robot and code”",
            "Painting with robot and code: the post has Painting with robots and code",
        ),
        (
            "PyCascades 2021 was fun.",
            "PyCascades 2021: the post has PyCascades 2020",
        ),
        (
            "PyCascades, 8–10 February 2020",
            "8–10 February 2020: the post has 8–9 February",
        ),
        (
            "PyCascades, February 7",
            "February 7: the post has 8–9 February",
        ),
        (
            "About 300 people came.",
            "300 people: the post has 350 people",
        ),
        (
            "Thanks @joanehastie!",
            "@joanehastie: the post has @joannehastie",
        ),
        (
            "Joanne Hastie (@joannehastie) painted on 9 February for 350 people.",
            "",
        ),
        ("Joanne painted with a robot in 2020, and 400 brushes.", ""),
    ] {
        let found: Vec<&str> = [found]
            .into_iter()
            .filter(|found| !found.is_empty())
            .collect();
        assert_eq!(slips("x", text), found, "{text}");
    }
}

#[test]
fn composed_drafts_have_no_typos() {
    for network in NETWORKS {
        assert_eq!(slips(network.name, ""), Vec::<String>::new());
    }
}
