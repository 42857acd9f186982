//! Texts, pages and feeds made into posts: every file of `tests/import` with the posts and the
//! findings that come of it beside it. `BLESS=1 cargo test --test import` writes what comes out now.

#![allow(clippy::disallowed_methods, reason = "tests read their fixtures")]

mod common;

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use afterword::read;

use afterword::generator::{self, Context};
use afterword::import::{self, Place};
use afterword::markdown;
use afterword::post;
use afterword::report::has_error;
use common::{data, difference, entries, name};
use proptest::prelude::*;
use url::Url;

fn inputs() -> Vec<PathBuf> {
    let mut inputs = entries(&data("import"));
    inputs.retain(|path| path.extension().is_some_and(|ending| ending != "out"));
    assert!(!inputs.is_empty(), "tests/import is empty");
    inputs
}

fn site() -> Url {
    Url::parse("https://blog.example.org/").expect("an address")
}

/// The files and findings of an input, in the format of `.out`.
fn output(name: &str, bytes: &[u8], context: &Context) -> String {
    // `wrapped@2024-03-11.txt` is imported with that date.
    let given = name.rsplit_once('@').and_then(|(_, rest)| date(rest.split('.').next()?));
    let import = match import::read(name, bytes, given, context) {
        Ok(import) => import,
        Err(why) => return format!("{why}\n"),
    };
    let site = site();
    let place = Place { dir: "posts", context, site: &site, undated: false };
    let (files, missing) = import.files(place);
    let mut out = String::new();
    for finding in import.findings.iter().chain(&missing) {
        let line = finding.at.as_ref().map_or(0, |at| at.position().0);
        let _ =
            writeln!(out, "{line}: {}[{}]: {}", finding.level, finding.rule.name, finding.message);
    }
    for (file, _) in files {
        let _ = write!(out, "==> {} <==\n{}", file.path, file.text);
    }
    out
}

#[test]
fn fixtures() {
    let mut wrong = String::new();
    for path in inputs() {
        let name = name(&path);
        let output = output(name, &fs::read(&path).expect("an input"), &Context::default());
        wrong += &difference(&path.with_file_name(format!("{name}.out")), &output);
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// What is imported is read back without an error and says the same, in every dialect.
#[test]
fn posts_are_read_as_they_were_imported() {
    for dialect in generator::DIALECTS {
        let context = Context { dialect, ..Context::default() };
        for path in inputs() {
            let name = name(&path);
            let bytes = fs::read(&path).expect("an input");
            let import =
                import::read(name, &bytes, date("2024-03-11"), &context).expect("an import");
            let site = site();
            let place = Place { dir: "posts", context: &context, site: &site, undated: false };
            let (files, missing) = import.files(place);
            assert!(missing.is_empty(), "{name}: {missing:?}");
            for (file, index) in files {
                let output = format!("{name} for {}:\n{}", dialect.name, file.text);
                let post = &import.posts[index];
                let reading = read::post(&file.path, file.text.into_bytes(), "key", &context);
                let errors: Vec<_> = reading
                    .findings
                    .iter()
                    .filter(|finding| finding.rule.name != "empty-post")
                    .cloned()
                    .collect();
                assert!(!has_error(&errors), "{output}\n{errors:?}");
                let head = reading.post.expect("a post").head;
                let is_public = head.visibility == post::Visibility::Public;
                assert_eq!(is_public, !post.is_draft, "{output}");
                assert_eq!(
                    head.title.map(|title| title.value).as_ref(),
                    Some(&post.title),
                    "{output}"
                );
                assert_eq!(head.id.map(|id| id.value), post.id, "{output}");
                let topics = match dialect.topics() {
                    generator::Field::Categories => &head.categories,
                    _ => &head.tags,
                };
                let tags: Vec<&str> = topics.iter().map(|tag| tag.value.as_str()).collect();
                // Jekyll cannot write a space in a tag of a text, but a list may have one.
                assert_eq!(tags, post.tags, "{output}");
                let authors = head.authors.iter().map(|author| author.value.name.as_str());
                let expected = post.authors.iter().map(|author| author.name.as_str());
                assert!(authors.eq(expected), "{output}");
                assert_eq!(head.summary.map(|summary| summary.value), post.summary, "{output}");
                assert_eq!(head.image.map(|image| image.value), post.image, "{output}");
            }
        }
    }
}

fn date(text: &str) -> Option<post::date::Written> {
    post::date::parse(text).ok()
}

/// The visible characters, without spaces.
fn seen(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn plain(body: &str) -> String {
    let text = format!("---\ntitle: T\ndate: 2024-03-11\n---\n\n{body}\n");
    let reading = read::post("posts/t.md", text.into_bytes(), "t", &Context::default());
    let post = reading.post.expect("a post");
    seen(&markdown::parse(&post).text())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// No input is too broken to import.
    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for name in ["x.txt", "x.html", "x.md", "x.xml", "x.json", "x"] {
            output(name, &bytes, &Context::default());
        }
    }

    /// Pieces of markup in any order.
    #[test]
    fn any_markup(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60)) {
        let text = pieces.concat();
        for name in ["x.txt", "x.html"] {
            output(name, text.as_bytes(), &Context::default());
        }
        output("x.xml", format!("<rss version=\"2.0\"><channel><item><title>{text}</title><description>{text}</description></item></channel></rss>").as_bytes(), &Context::default());
        output("x.xml", format!("<rss version=\"2.0\"><channel><item><title>t</title><description><![CDATA[{text}]]></description></item></channel></rss>").as_bytes(), &Context::default());
    }

    /// The words of a page are in the post unchanged.
    #[test]
    fn words_stay_what_they_are(words in prop::collection::vec(prop::sample::select(WORDS), 1..30)) {
        let text = words.join(" ");
        let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
        let html = format!("<article><h1>T</h1><p>{escaped}</p></article>");
        let import = import::read("x.html", html.as_bytes(), date("2024-03-11"), &Context::default()).expect("a page");
        prop_assert_eq!(plain(&import.posts[0].body), seen(&text), "{}", import.posts[0].body);
    }
}

const PIECES: &[&str] = &[
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<i>",
    "<a href='x'>",
    "</a>",
    "<ul>",
    "<li>",
    "</ul>",
    "<ol>",
    "</ol>",
    "<table>",
    "<tr>",
    "<td>",
    "</table>",
    "<pre>",
    "</pre>",
    "<code>",
    "</code>",
    "<img src=x>",
    "<h2>",
    "</h2>",
    "<br>",
    "<blockquote>",
    "</blockquote>",
    "<script>",
    "</script>",
    "<figure>",
    "<figcaption>",
    "</figure>",
    "<dl>",
    "<dt>",
    "<dd>",
    "</dl>",
    "<li id=a>",
    "<a href='#a'>1</a>",
    "<a href='#b'>↩</a>",
    "<iframe src='https://a.example/'>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "&amp;",
    "&#8;",
    "\n",
    "\n\n",
    " ",
    "\u{a0}",
    "text",
    "• ",
    "- ",
    "1) ",
    "2. ",
    "é",
    "#tag",
    "https://a.example/b)",
    "(photo credit:",
    "Photo by Ada",
    "===",
    "---",
    "***",
    "`",
    "{{",
    "[",
    "]",
    "|",
    "\t",
    "    ",
    "\r",
    "\u{200b}",
    "ﬀ",
];

const WORDS: &[&str] = &[
    "word",
    "*",
    "**",
    "_",
    "_a_",
    "a_b",
    "`",
    "``",
    "[a](b)",
    "![a](b)",
    "[^1]",
    "[^1]:",
    "<b>",
    "</b>",
    "<!--",
    "&amp;",
    "&",
    "#",
    "##",
    "-",
    "+",
    "1.",
    "2)",
    ">",
    "|",
    "---",
    "===",
    "~~~",
    "~a~",
    "```",
    "\\",
    "\\*",
    "{{",
    "{%",
    "a{#b}",
    "$x$",
    ":",
    ": a",
    ":-)",
    "<https://a.example>",
    "a@b.example",
    "“q”",
    "東京",
    "!",
    "a*b*c",
    "**a**b",
    "[x]",
    "[ ]",
    "]",
    "é",
    "\\[",
    "(",
    ")",
    "www.a.example",
];
