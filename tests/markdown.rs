//! Bodies rendered for feeds: each `tests/markdown/NAME.md` gives exactly `NAME.html`, the plain
//! text `NAME.txt` and the findings `NAME.findings`. `BLESS=1 cargo test` writes them anew.
#![expect(clippy::disallowed_methods, reason = "fixtures are files")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use afterword::markdown::{self, Place};
use afterword::post::{Head, Post};
use afterword::report::Source;
use url::Url;

fn post(path: &str, text: &str) -> Post {
    Post {
        key: path.trim_end_matches(".md").to_owned(),
        source: Source::new(path, text),
        body: 0..text.len(),
        head: Head::default(),
    }
}

fn fixtures() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/markdown");
    let entries = fs::read_dir(folder).expect("the fixtures are there");
    let paths = entries.map(|entry| entry.expect("a readable folder").path());
    let mut found: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .collect();
    found.sort();
    assert!(found.len() > 5, "the fixtures are found");
    found
}

fn hold(path: &Path, is: &str) -> Option<String> {
    if std::env::var_os("BLESS").is_some() {
        fs::write(path, is).expect("fixtures can be written");
        return None;
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    (expected != is).then(|| format!("{}\n--- expected\n{expected}\n--- is\n{is}", path.display()))
}

#[test]
fn bodies_render_as_their_fixtures_say() {
    let mut wrong = Vec::new();
    let permalink = Url::parse("https://example.org/2026/post/").expect("a constant");
    for path in fixtures() {
        let text = fs::read_to_string(&path).expect("a readable fixture");
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        let post = post(name, &text);
        let document = markdown::parse(&post);
        let html = document.html(&post, Place::new(&permalink, "post"));
        let mut findings = String::new();
        for finding in &html.findings {
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
        wrong.extend(hold(&path.with_extension("html"), &html.html));
        wrong.extend(hold(&path.with_extension("txt"), &(document.text() + "\n")));
        wrong.extend(hold(&path.with_extension("findings"), &findings));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
