//! Feeds made to break or to slow the validator.
#![expect(clippy::disallowed_methods, reason = "time is what is measured here")]

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use afterword::validate::{Input, validate};
use proptest::prelude::*;

/// The repeated part, and the parts around it.
const SHAPES: &[(&str, &str, &str)] = &[
    ("", "<a>", ""),
    ("", "<a/>", ""),
    ("<a>", "</b>", ""),
    ("", "<!--", ""),
    ("<a>", "<!-- - ", ""),
    ("<a>", "&", ""),
    ("<a>", "&#", ""),
    ("<a>", "&x;", "</a>"),
    ("<a>", "<", "</a>"),
    ("<a>", "]]>", "</a>"),
    ("<a>", "<![CDATA[", ""),
    ("", "<a b=\"", ""),
    ("", "<a b='\"", ""),
    ("<a ", "b ", ">"),
    ("<a ", "b=''", "/>"),
    ("<a ", "xmlns:b='c' ", "/>"),
    ("", "<a xmlns:b='c'>", ""),
    ("", "<!DOCTYPE a [", ""),
    ("<!DOCTYPE a [", "<!ENTITY b 'c'>", "]><a>&b;</a>"),
    ("<!DOCTYPE a [<!ENTITY b 'cccccccccccccccccccccccccccccccc'>]><a>", "&b;", "</a>"),
    ("", "<?x ", ""),
    ("<rss version='2.0'><channel>", "<item><title>&lt;b></title></item>", "</channel></rss>"),
    ("<rss version='2.0'><channel>", "<item><guid>1</guid></item>", "</channel></rss>"),
    ("<rss version='2.0'><channel>", "<title>a</title>", "</channel></rss>"),
    (
        "<rss version='2.0'><channel><item><description><![CDATA[",
        "<b>",
        "]]></description></item></channel></rss>",
    ),
    (
        "<rss version='2.0'><channel><item><description><![CDATA[",
        "</b>",
        "]]></description></item></channel></rss>",
    ),
    (
        "<rss version='2.0'><channel><item><description><![CDATA[",
        "<a href='",
        "]]></description></item></channel></rss>",
    ),
    (
        "<rss version='2.0'><channel><item><description><![CDATA[",
        "<script>",
        "]]></description></item></channel></rss>",
    ),
    (
        "<rss version='2.0'><channel><item><description><![CDATA[<p style='",
        "a:b;",
        "'>]]></description></item></channel></rss>",
    ),
    (
        "<rss version='2.0'><channel><item><description>",
        "&lt;img src=x>",
        "</description></item></channel></rss>",
    ),
    ("<rss version='2.0'><channel><item><title>", "&lt;", "</title></item></channel></rss>"),
    ("<rss version='2.0'><channel><item><pubDate>", "(", "</pubDate></item></channel></rss>"),
    (
        "<feed xmlns='http://www.w3.org/2005/Atom'>",
        "<entry><id>a:b</id><updated>x</updated></entry>",
        "</feed>",
    ),
    ("<feed xmlns='http://www.w3.org/2005/Atom'><entry>", "<link href='/x'/>", "</entry></feed>"),
    (
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='xhtml'>",
        "<div xmlns='http://www.w3.org/1999/xhtml'>",
        "",
    ),
    ("<feed xmlns='http://www.w3.org/2005/Atom'><id>http://a/", "../", "</id></feed>"),
    ("", "[", ""),
    ("", "{\"a\":", ""),
    ("{", "\"a\":1,", "\"b\":2}"),
    ("{\"items\":[", "{\"id\":\"1\"},", "{}]}"),
    ("{\"items\":[{\"content_html\":\"", "\\u003cimg>", "\"}]}"),
    ("", "\u{1}", ""),
    ("", "\u{ffff}", ""),
    ("<a>", "\u{92}", "</a>"),
];

fn time(text: &str) -> Duration {
    let start = Instant::now();
    let outcome = validate(&Input::new("hostile", text.as_bytes()));
    let spent = start.elapsed();
    // The first finding of each rule is kept beyond the limit, and one says that there are more.
    let rules =
        afterword::validate::rules::FAMILIES.iter().map(|(_, rules)| rules.len()).sum::<usize>();
    assert!(outcome.findings.len() <= 5_001 + rules);
    spent
}

#[test]
fn twice_the_size_takes_about_twice_the_time() {
    const SIZE: usize = 30_000;
    let mut slow = Vec::new();
    for (before, repeated, after) in SHAPES {
        let make =
            |size: usize| format!("{before}{}{after}", repeated.repeat(size / repeated.len()));
        let (small, large) = (make(SIZE), make(4 * SIZE));
        // Quadratic time would be sixteen times as long, every time; other load on the machine is not.
        let fine = (0..3).any(|_| {
            let (one, four) = (time(&small), time(&large));
            four < one * 8 || four < Duration::from_millis(150)
        });
        if !fine {
            slow.push(format!("{before}{repeated}…"));
        }
    }
    assert!(slow.is_empty(), "{slow:#?}");
}

#[test]
fn nested_entities_are_not_expanded_for_ever() {
    let mut bomb = String::from("<!DOCTYPE rss [<!ENTITY a0 'aaaaaaaaaaaaaaaa'>");
    for level in 1..20 {
        let inner = format!("&a{};", level - 1).repeat(16);
        let _ = write!(bomb, "<!ENTITY a{level} '{inner}'>");
    }
    bomb.push_str("]><rss version='2.0'><channel><title>&a19;</title></channel></rss>");
    assert!(time(&bomb) < Duration::from_secs(2));
}

/// Feeds with something removed, doubled or inserted.
fn mutilated() -> impl Strategy<Value = String> {
    const WHOLE: &str = concat!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" ",
        "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Caf\u{e9} &amp; \u{1f600}</title>",
        "<link>https://example.org/</link><description>x</description><item><title>One</title>",
        "<guid isPermaLink=\"false\">tag:example.org,2026:1</guid><pubDate>Fri, 02 Jan 2026 15:04:00 +0000</pubDate>",
        "<author>a@example.org (A)</author><content:encoded><![CDATA[<p style=\"color:red\"><img src=\"/x\">&nbsp;</p>]]>",
        "</content:encoded><enclosure url=\"https://example.org/a.mp3\" length=\"1\" type=\"audio/mpeg\"/></item></channel></rss>"
    );
    let pieces = prop::sample::select(vec![
        "",
        "<",
        ">",
        "&",
        "\"",
        "'",
        "]]>",
        "<![CDATA[",
        "<!--",
        "-->",
        "</item>",
        "\u{0}",
        "\u{92}",
        "\u{1f600}",
        "&#x92;",
        "&amp;amp;",
        "{",
        "é",
    ]);
    (0..WHOLE.len(), 0..40_usize, pieces).prop_map(|(at, cut, piece)| {
        let start = WHOLE.floor_char_boundary(at);
        let end = WHOLE.floor_char_boundary((at + cut).min(WHOLE.len()));
        format!("{}{piece}{}", &WHOLE[..start], &WHOLE[end.max(start)..])
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn mutilated_feeds_have_findings_within_them(text in mutilated()) {
        for finding in validate(&Input::new("x", text.as_bytes())).findings {
            if let Some(span) = finding.at {
                let whole = span.source.text();
                prop_assert!(span.range.end <= whole.len());
                prop_assert!(span.position().0 >= 1);
            }
        }
    }

    #[test]
    fn any_bytes_are_validated(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let outcome = validate(&Input::new("x", &bytes));
        prop_assert!(outcome.source.text().len() <= 3 * bytes.len());
    }

    #[test]
    fn any_json_is_validated(text in "[\\[{\"a:,}\\]0-9tf\\\\u ]{0,80}") {
        let outcome = validate(&Input::new("x", format!("{{{text}").as_bytes()));
        prop_assert!(matches!(outcome.format.name(), "json-feed" | "unknown"));
    }
}
