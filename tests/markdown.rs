//! Bodies rendered for feeds: each `tests/markdown/NAME.md` gives exactly `NAME.html`, the plain
//! text `NAME.txt` and the findings `NAME.findings`. In a folder, the template code is that of the
//! dialect which the folder is named after. `BLESS=1 cargo test` writes them anew.
#![expect(clippy::disallowed_methods, reason = "fixtures are files")]

mod common;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use afterword::generator;
use afterword::markdown::template::{self, Templates, Unknown};
use afterword::markdown::{self, File, Pages, Place, Site};
use afterword::post::{Head, Post};
use afterword::report::Source;
use common::{data, difference, files, name};
use pulldown_cmark::Options;
use url::Url;

fn post(path: &str, text: &str) -> Post {
    Post {
        key: path.trim_end_matches(".md").to_owned(),
        source: Source::new(path, text),
        body: 0..text.len(),
        head: Head::default(),
    }
}

/// Dialect and path of every fixture.
fn fixtures() -> Vec<(String, PathBuf)> {
    let root = data("markdown");
    let is_body = |path: &PathBuf| path.extension().is_some_and(|end| end == "md" || end == "mdx");
    let found = files(&root, &[""]).into_keys().filter(is_body);
    let dialect = |path: &Path| path.parent().expect("a folder").to_string_lossy().into_owned();
    let found: Vec<_> = found.map(|path| (dialect(&path), root.join(path))).collect();
    assert!(found.len() > 10, "the fixtures are found");
    found
}

/// A site with two posts besides the fixture, and one image.
#[derive(Debug)]
struct Blog(Pages<'static>);

impl Site for Blog {
    fn page(&self, _: &Post, target: &str) -> Option<Url> {
        self.0.find("posts/this.md", target)
    }

    fn file(&self, url: &Url) -> Option<File> {
        url.path().ends_with("/stage.jpg").then_some(File { length: 1000, size: Some((160, 90)) })
    }
}

fn blog() -> Blog {
    Blog(Pages::new([
        ("posts/2019-07-11-first-day.md", "https://example.org/first/"),
        ("posts/Second day/index.md", "https://example.org/second/"),
    ]))
}

/// The HTML, the plain text and the findings of a body.
fn rendered(dialect: &str, name: &str, text: &str) -> (String, String, String) {
    let permalink = Url::parse("https://example.org/2026/post/").expect("a constant");
    let blog = blog();
    let variables = BTreeMap::from([
        ("site.url".to_owned(), "https://example.org".to_owned()),
        ("site.repository".to_owned(), "https://code.example/afterword".to_owned()),
    ]);
    let post = post(name, text);
    let document = if dialect.is_empty() {
        markdown::parse(&post)
    } else {
        let generator = generator::named(dialect).unwrap_or_else(generator::plain);
        let templates = Templates {
            families: &template::families(dialect, name),
            unknown: Unknown::default(),
            variables: &variables,
            place: Some(Place::new(&permalink, "post").on(&blog)),
            certain: dialect != "plain",
            lacks: match dialect {
                "docusaurus" | "eleventy" => Options::ENABLE_DEFINITION_LIST,
                "pelican" => Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS,
                "hugo" => Options::ENABLE_MATH,
                _ => Options::empty(),
            },
            tildes: generator.tildes,
            attributes: true,
            brackets: true,
            indented_code: false,
            emoji: false,
            omits_html: false,
        };
        let mut document = markdown::parse_with(&post, &templates);
        document.bare = generator.bare;
        document.anchors = generator.footnotes;
        document.code_title = generator.code_title;
        document
    };
    let html = document.html(&post, Place::new(&permalink, "post").on(&blog));
    let mut findings = String::new();
    for finding in document.findings.iter().chain(&html.findings) {
        let at = finding.at.as_ref().expect("a place");
        let (line, column) = at.position();
        let _ = writeln!(
            findings,
            "{line}:{column} {} {} {:?}\n    {}\n    {}",
            finding.level,
            finding.rule.name,
            at.text(),
            finding.message,
            finding.help.as_deref().unwrap_or_default()
        );
    }
    (html.html, document.text() + "\n", findings)
}

#[test]
fn bodies_render_as_their_fixtures_say() {
    let mut wrong = String::new();
    for (dialect, path) in fixtures() {
        let (name, text) = read(&path);
        let (html, plain, findings) = rendered(&dialect, &name, &text);
        for (extension, now) in [("html", html), ("txt", plain), ("findings", findings)] {
            wrong += &difference(&path.with_extension(extension), &now);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn line_ends_change_nothing() {
    let mut wrong = Vec::new();
    for (dialect, path) in fixtures() {
        let (name, text) = read(&path);
        let (html, plain, _) = rendered(&dialect, &name, &text);
        let windows = rendered(&dialect, &name, &text.replace('\n', "\r\n"));
        // The parser reads CR LF in a code span as two spaces, which browsers show as one.
        let unified = |text: &str| text.replace("\r\n", "\n").replace("  ", " ");
        if unified(&windows.0) != unified(&html) || unified(&windows.1) != unified(&plain) {
            wrong.push(format!("{}\n--- LF\n{html}\n--- CR LF\n{}", path.display(), windows.0));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The name and the text of a fixture.
fn read(path: &Path) -> (String, String) {
    let text = fs::read_to_string(path).expect("a readable fixture");
    (name(path).to_owned(), text.replace("\r\n", "\n"))
}
