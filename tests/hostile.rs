//! Bodies made to be slow, deep or unsafe.

use std::fmt::Write as _;
use std::time::Duration;

use afterword::markdown::{self, Html, Place};
use afterword::post::{Head, Post};
use afterword::report::{Source, has_error};
use proptest::prelude::*;
use url::Url;

fn post(text: &str) -> Post {
    Post {
        key: "post".to_owned(),
        source: Source::new("post.md", text),
        body: 0..text.len(),
        head: Head::default(),
    }
}

fn render(text: &str) -> Html {
    let permalink = Url::parse("https://example.org/2026/post/").expect("a constant");
    let post = post(text);
    let document = markdown::parse(&post);
    let _ = (
        document.text(),
        document.summary(100),
        document.images(),
        document.links(),
    );
    document.html(&post, Place::new(&permalink, "post"))
}

/// The shortest of three runs, since the machine has other work to do.
fn time(text: &str) -> Duration {
    #[expect(clippy::disallowed_methods, reason = "time is what is tested")]
    let run = || {
        let start = std::time::Instant::now();
        let _ = render(text);
        start.elapsed()
    };
    (0..3).map(|_| run()).min().unwrap_or_default()
}

/// Patterns that are slow in careless programs, each for a size in bytes.
fn patterns(size: usize) -> Vec<(&'static str, String)> {
    let repeat = |unit: &str| unit.repeat(size / unit.len());
    let numbered = |unit: &dyn Fn(usize) -> String| {
        let mut text = String::new();
        for number in 0.. {
            let unit = unit(number);
            if text.len() + unit.len() > size {
                break;
            }
            text += &unit;
        }
        text
    };
    let mut many_columns = String::new();
    let columns = size / 8;
    let _ = write!(
        many_columns,
        "{}\n{}\n",
        "|a".repeat(columns),
        "|-".repeat(columns)
    );
    many_columns += &"|\n".repeat(columns);
    vec![
        ("quotes", repeat(">")),
        ("quotes with lines", repeat("> ") + "\n" + &repeat("a\n")),
        ("divs", repeat("<div>")),
        ("divs on lines", repeat("<div>\n\n")),
        ("lists", numbered(&|n| " ".repeat(n % 100) + "- a\n")),
        (
            "formatting",
            numbered(&|n| format!("<b title={n}>")) + &repeat("<p>"),
        ),
        ("paragraphs", repeat("<p>")),
        ("unclosed inline", repeat("<i>a\n\n")),
        ("footnote starts", repeat("[^")),
        (
            "footnotes",
            numbered(&|n| format!("[^{n}]\n\n[^{n}]: x\n\n")),
        ),
        ("one footnote", repeat("[^a] ") + "\n\n[^a]: x"),
        ("unfinished comments", repeat("<!-- <")),
        ("comment starts", repeat("!-- <")),
        ("link starts", repeat("[a](<b")),
        ("nested images", repeat("![") + &repeat("](a)")),
        ("stars", repeat("*a **a ")),
        ("star run", repeat("*")),
        ("wide table", many_columns),
        (
            "attributes",
            format!("<p {}>", numbered(&|n| format!("a{n}=b "))),
        ),
        ("same attribute", format!("<p {}>", repeat("id=b "))),
        ("scripts", repeat("<script>")),
        ("ends", repeat("</b>")),
        ("frames", repeat("<iframe src=a>")),
        ("references", repeat("&#8;")),
        ("entities", repeat("<b>&nosuch;</b>")),
        ("bad links", numbered(&|n| format!("[a](x{n}:y) "))),
        ("hidden", repeat("\u{200b}")),
        ("table cells", repeat("<table><tr><td>")),
        ("definitions", repeat("a\n: b\n\n")),
        ("backticks", numbered(&|n| "`".repeat(n % 300 + 1) + " ")),
    ]
}

#[test]
fn twice_the_size_takes_about_twice_the_time() {
    let small = patterns(40_000);
    let large = patterns(80_000);
    let mut slow = Vec::new();
    for ((name, small), (_, large)) in small.iter().zip(&large) {
        let (one, two) = (time(small), time(large));
        if std::env::args().any(|argument| argument == "--nocapture") {
            eprintln!("{name:22} {one:10.1?} {two:10.1?}");
        }
        // Short times say nothing; 3 leaves room for noise.
        if two > Duration::from_millis(60) && two > one * 3 {
            slow.push(format!("{name}: {one:.1?}, then {two:.1?}"));
        }
        if two > Duration::from_secs(5) {
            slow.push(format!("{name}: {two:.1?}"));
        }
    }
    assert!(slow.is_empty(), "{slow:#?}");
}

#[test]
fn nesting_that_no_reader_follows_is_an_error() {
    for text in [
        ">".repeat(20_000),
        "<div>".repeat(20_000),
        "<div>\n\n".repeat(20_000),
    ] {
        let html = render(&text);
        assert!(has_error(&html.findings));
        assert_eq!(html.findings[0].rule.name, "too-deep");
        assert_eq!(html.html, "");
    }
}

/// Text that is likely to hold something of interest.
fn markup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-z<>&\"'`*_ \\n\\t#>|~:\\[\\]()!/=-]{0,12}",
        2 => "\\PC{0,4}",
        1 => any::<char>().prop_map(String::from),
        3 => prop::sample::select(vec![
            "<div>", "</div>", "<p>", "</p>", "<b>", "</b>", "<a href=\"", "javascript:", "java\tscript:",
            "<img src=x onerror=alert(1)>", "<svg onload=x>", "<math>", "<mtext>", "<style>", "</style>",
            "<script>", "</script>", "<!--", "-->", "<table>", "<tr>", "<td>", "</table>", "<iframe src=",
            "[^a]", "\n\n[^a]: ", "](", "![", "\n> ", "\n- ", "\n```\n", "\n|-|\n", "&#8;", "&lt;script&gt;",
            "data:text/html,", "<noscript>", "<title>", "<textarea>", "<plaintext>", "<select>", "<template>",
            "\u{200b}", "\u{202e}", "\r\n", "\r", "\u{fffe}", "<![CDATA[", "]]>", "<?", "=\"", "id=x ", "/>",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

const FORBIDDEN: [char; 3] = ['\u{fffe}', '\u{ffff}', '\r'];

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_second_sanitiser_finds_nothing(text in markup()) {
        let html = render(&text).html;
        let mut second = ammonia::Builder::default();
        second
            .link_rel(None)
            .add_generic_attributes(["id", "dir"])
            .add_tags(["audio", "video", "source", "track", "section", "main", "address"])
            .add_tag_attributes("a", ["name"])
            .add_tag_attributes("code", ["class"])
            .add_tag_attributes("audio", ["src", "controls", "loop", "muted"])
            .add_tag_attributes("video", ["src", "poster", "controls", "width", "height", "loop", "muted"])
            .add_tag_attributes("source", ["src", "type"])
            .add_tag_attributes("track", ["src", "kind", "srclang", "label"])
            .url_relative(ammonia::UrlRelative::Deny);
        let again = second.clean(&html).to_string();
        // The parser may move elements that stand where HTML has no place for them; what it must
        // not do is take something away.
        let names = |html: &str| html.matches('<').count();
        prop_assert!(names(&again) >= names(&html), "{html}\n{again}");
        prop_assert!(!html.contains(|c: char| c < ' ' && !matches!(c, '\n' | '\t')), "{html:?}");
        prop_assert!(!html.contains(FORBIDDEN));
    }

    #[test]
    fn ranges_lie_in_the_source(text in "\\PC{0,200}") {
        let post = post(&text);
        let document = markdown::parse(&post);
        for (_, range) in &document.events {
            prop_assert!(text.get(range.clone()).is_some());
        }
        for image in document.images() {
            prop_assert!(text.get(image.range).is_some());
        }
        for link in document.links() {
            prop_assert!(text.get(link.range).is_some());
        }
    }
}
