//! Bodies made to be slow, deep or unsafe.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Duration;

use afterword::read;

use afterword::generator::{self, Context, Tildes};
use afterword::markdown::template::{self, Templates, Unknown};
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

/// Renders as several generators do, with every family of template code at work.
fn render_templates(text: &str) {
    let permalink = Url::parse("https://example.org/2026/post/").expect("a constant");
    let variables = BTreeMap::new();
    for (dialect, path) in [
        ("plain", "a.md"),
        ("jekyll", "a.md"),
        ("obsidian", "a.mdx"),
        ("hugo", "a.md"),
        ("pelican", "a.md"),
    ] {
        let post = Post { source: Source::new(path, text), ..post(text) };
        let families = template::families(dialect, path);
        let mut document = markdown::parse_with(
            &post,
            &Templates {
                families: &families,
                unknown: Unknown::Link,
                variables: &variables,
                place: None,
                certain: dialect != "plain",
                lacks: pulldown_cmark::Options::empty(),
                tildes: Tildes::Double,
                attributes: true,
                brackets: true,
                indented_code: false,
                emoji: true,
                omits_html: false,
            },
        );
        document.bare = generator::named(dialect).map_or(generator::Bare::Text, |it| it.bare);
        if matches!(document.bare, generator::Bare::Goldmark { .. }) {
            let _ = document.html(&post, Place::new(&permalink, "post"));
        }
    }
}

fn render(text: &str) -> Html {
    let permalink = Url::parse("https://example.org/2026/post/").expect("a constant");
    let post = post(text);
    let document = markdown::parse(&post);
    let _ = (document.text(), document.summary(100));
    document.html(&post, Place::new(&permalink, "post"))
}

fn time(text: &str) -> Duration {
    #[expect(clippy::disallowed_methods, reason = "time is what is tested")]
    let start = std::time::Instant::now();
    let _ = render(text);
    render_templates(text);
    start.elapsed()
}

/// Patterns that are slow in careless programs, each for a size in bytes.
#[expect(clippy::too_many_lines, reason = "a list of data")]
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
    let _ = write!(many_columns, "{}\n{}\n", "|a".repeat(columns), "|-".repeat(columns));
    many_columns += &"|\n".repeat(columns);
    vec![
        ("quotes", repeat(">")),
        ("quotes with lines", repeat("> ") + "\n" + &repeat("a\n")),
        ("divs", repeat("<div>")),
        ("divs on lines", repeat("<div>\n\n")),
        ("lists", numbered(&|n| " ".repeat(n % 100) + "- a\n")),
        ("formatting", numbered(&|n| format!("<b title={n}>")) + &repeat("<p>")),
        ("paragraphs", repeat("<p>")),
        ("unclosed inline", repeat("<i>a\n\n")),
        ("footnote starts", repeat("[^")),
        ("footnotes", numbered(&|n| format!("[^{n}]\n\n[^{n}]: x\n\n"))),
        ("one footnote", repeat("[^a] ") + "\n\n[^a]: x"),
        ("unfinished comments", repeat("<!-- <")),
        ("comment starts", repeat("!-- <")),
        ("link starts", repeat("[a](<b")),
        ("nested images", repeat("![") + &repeat("](a)")),
        ("stars", repeat("*a **a ")),
        ("star run", repeat("*")),
        ("wide table", many_columns),
        ("attributes", format!("<p {}>", numbered(&|n| format!("a{n}=b ")))),
        ("same attribute", format!("<p {}>", repeat("id=b "))),
        ("lazy picture", format!("<img {}>", repeat("data-src=a "))),
        ("scripts", repeat("<script>")),
        ("ends", repeat("</b>")),
        ("frames", repeat("<iframe src=a>")),
        ("references", repeat("&#8;")),
        ("entities", repeat("<b>&nosuch;</b>")),
        ("bad links", numbered(&|n| format!("[a](x{n}:y) "))),
        ("hidden", repeat("\u{200b}")),
        ("table cells", repeat("<table><tr><td>")),
        ("definitions", repeat("a\n: b\n\n")),
        ("shortcode starts", repeat("{{< a ")),
        ("shortcodes", numbered(&|n| format!("{{{{< a{n} >}}}} {{{{< /b{n} >}}}} "))),
        ("quoted shortcode", repeat("{{< a \"")),
        ("tag starts", repeat("{% ")),
        ("value starts", repeat("{{ ")),
        ("raw starts", repeat("{% raw %}")),
        ("highlight starts", repeat("{% highlight %}")),
        ("loops", repeat("{% for %}")),
        ("conditions", repeat("{% if %}")),
        ("values", repeat("[{{ site.x }}")),
        ("lists of attributes", repeat("{:")),
        ("comments of kramdown", repeat("{::comment}")),
        ("wiki links", repeat("[[")),
        ("wiki comments", repeat("%% a ==")),
        ("braces", repeat("{")),
        ("components", repeat("<A {")),
        ("more components", repeat("<A>")),
        ("component quotes", repeat("<A b=\"")),
        ("callouts", repeat("> [!x\n")),
        ("unknown elements", numbered(&|n| format!("<a{n}>"))),
        ("parentheses", "see http://a.bc/".to_owned() + &repeat(")")),
        ("mailboxes", "@ ".to_owned() + &repeat("_a")),
        ("bare URLs", repeat("www.a.b/ \"")),
        ("unfinished tags", repeat("<div</div") + "<div markdown=\"1\">a</div>"),
        ("elements with Markdown", repeat("<div markdown=\"1\">")),
        (
            "nested elements with Markdown",
            "<b markdown=\"1\">\n a".repeat(size / 24) + &"</b>".repeat(size / 24),
        ),
        ("ends in titles", repeat("<div markdown=\"1\" title=\"</div>\">")),
        ("escaped quotes", repeat("\\\"")),
        ("attribute lists", repeat("(a){.b}")),
        ("attributes of emphasis", repeat("*a*{.b}")),
        ("formulas", repeat("$a_{b}$ ")),
        ("emphasis in words", repeat("*(a)*b")),
        ("labels", "[a]: b\n\n".to_owned() + &repeat("a] [a")),
        ("abbreviations", numbered(&|n| format!("*[a{n}]: b\n\n"))),
        ("items in paragraphs", repeat("a\n- b\n")),
        ("URLs over lines", repeat("](a\n")),
        ("formula starts", repeat("\\(")),
        ("formulas in brackets", repeat("\\(a\\)")),
        ("hosts", repeat("http://a._")),
        ("ends of URLs", "https://a.b/".to_owned() + &repeat("!_&a;")),
        ("fences in an element", "<details>\n".to_owned() + &repeat("```\n~~~\n") + "</details>"),
        ("underlines", repeat("a\nb\n---\n")),
        ("numbers in paragraphs", repeat("a\n5. b\n")),
        ("pipes in code", "|-|\n|a|\n|-|\n".to_owned() + &repeat("|`|`")),
        ("indented items", repeat("- a\n\n      b\n\n")),
        ("bullets", repeat("* a\n+ b\n")),
        ("contents", repeat("- a\n{:toc}\n")),
        ("contents of lists", repeat("- a\n\n* b\n{:toc}\n\n")),
        ("lists behind code", repeat("\ta\n\n- 2. b\n\nc\n\n")),
        ("code in quotes", repeat("> >     a\n> >     <b>*c*</b>\n> >\n")),
        ("tags alone", repeat("<span>\n*a*\n\n")),
        ("dividers", repeat("|a|b|\n|-|\n\n")),
        ("targets", repeat("[a](*b-*c) ")),
        ("blanks of Liquid", repeat("{{- \"x\" -}} ")),
        ("backticks", numbered(&|n| "`".repeat(n % 300 + 1) + " ")),
    ]
}

#[test]
fn twice_the_size_takes_about_twice_the_time() {
    let mut slow = Vec::new();
    for ((name, small), (_, large)) in patterns(20_000).iter().zip(&patterns(40_000)) {
        // Times vary with the machine's load; quadratic ones are four times as long every time.
        let measure = || (time(small), time(large));
        let fine =
            |(one, two): &(Duration, Duration)| *two < Duration::from_millis(60) || *two < *one * 3;
        let times: Vec<_> = (0..4).map(|_| measure()).take_while(|times| !fine(times)).collect();
        if times.len() == 4 {
            slow.push(format!("{name}: {times:.1?}"));
        }
    }
    assert!(slow.is_empty(), "{slow:#?}");
}

#[test]
fn nesting_that_no_reader_follows_is_an_error() {
    for text in [">".repeat(20_000), "<div>".repeat(20_000), "<div>\n\n".repeat(20_000)] {
        let html = render(&text);
        assert!(has_error(&html.findings));
        assert_eq!(html.findings[0].rule.name, "too-deep");
        assert_eq!(html.html, "");
    }
}

/// `MathML` is kept, so its ways into HTML and its links must not be.
#[test]
fn formulas_run_nothing() {
    for vector in [
        r#"<math><annotation-xml encoding="text/html"><script>alert(1)</script></annotation-xml></math>"#,
        r#"<math><annotation-xml encoding="application/xhtml+xml"><svg onload=alert(1)></svg></annotation-xml></math>"#,
        r#"<math><maction actiontype="statusline" xlink:href="javascript:alert(1)">x</maction></math>"#,
        r#"<math href="javascript:alert(1)"><mi xlink:href="javascript:alert(1)" onclick="alert(1)">x</mi></math>"#,
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
        r#"<math><semantics><mi>x</mi><annotation encoding="text/html"><img src=x onerror=alert(1)></annotation></semantics></math>"#,
    ] {
        let html = render(vector).html;
        for part in [
            "<script",
            "<svg",
            "<style",
            "<mglyph",
            "<maction",
            "href=",
            "encoding=",
            "onclick=",
            "onload=",
            "onerror=",
            "javascript:",
        ] {
            assert!(!html.contains(part), "{part} is kept of {vector}: {html}");
        }
    }
}

/// Text that is likely to contain something of interest.
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

/// Text that is likely to contain template code, whole or broken.
fn templates() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        2 => "[a-zé \\n\"'|#=:.(){}\\[\\]%<>/!-]{0,8}",
        4 => prop::sample::select(vec![
            "{{< ", " >}}", "{{% ", " %}}", "{{< figure src=\"a b.png\" caption=\"*c*\" >}}", "{{< /note >}}", "{{< note >}}",
            "{{</* x */>}}", "{{ ", " }}", "{% ", " %}", "{%- raw -%}", "{% endraw %}", "{% if x %}", "{% else %}",
            "{% endif %}", "{% for a in b %}", "{% endfor %}", "{% highlight rb %}", "{% endhighlight %}",
            "{{ \"/a\" | relative_url }}", "{{ site.url }}", "{{ site.no }}", "[a](", ")", "[b]: ", "[[", "]]", "|", "![[",
            "==", "%%", "{:", "{::comment}", "{:/}", "{:toc}", "* TOC\n", "import a from 'b.png'\n\n", "export ", "<A b={", "}>",
            "</A>", "<>", "</>", "<Image src={a} />", "{/* c */}", "`", "```\n", "\n\n", "\n", "> [!info] T\n", "@/a.md", "$$", "$",
            "{{ youtube(id=\"a\") }}", "{% quote() %}", "{% end %}", "é", "👩🏽‍💻", "{filename}a.md", "[x](@/a/_index.md#é)",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..20).prop_map(|pieces| pieces.concat())
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
            .add_tags(["math", "mi", "mn", "mo", "mtext", "mrow", "msup", "mfrac", "semantics", "annotation"])
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
    fn template_code_of_any_shape_is_read(text in templates()) {
        let variables = BTreeMap::from([("site.url".to_owned(), "https://example.org".to_owned())]);
        let permalink = Url::parse("https://example.org/2026/post/").expect("a constant");
        for dialect in ["hugo", "zola", "jekyll", "eleventy", "obsidian", "pelican", "plain"] {
            for (path, unknown) in [("a.md", Unknown::Keep), ("a.mdx", Unknown::Drop), ("a.md", Unknown::Link)] {
                let post = Post { source: Source::new(path, text.as_str()), ..post(&text) };
                let families = template::families(dialect, path);
                let document = markdown::parse_with(&post, &Templates { families: &families, unknown, variables: &variables, place: Some(Place::new(&permalink, "post")), certain: dialect != "plain", lacks: pulldown_cmark::Options::empty(), tildes: Tildes::Double, attributes: true, brackets: true, indented_code: false, emoji: true, omits_html: true });
                for (_, range) in &document.events {
                    prop_assert!(range.start <= range.end && range.end <= text.len());
                }
                let html = document.html(&post, Place::new(&permalink, "post"));
                for finding in document.findings.iter().chain(&html.findings) {
                    let _ = finding.at.as_ref().map(afterword::report::Span::position);
                }
                let _ = (document.text(), document.summary(50));
            }
        }
    }

    #[test]
    fn ranges_lie_in_the_source(text in "\\PC{0,200}") {
        let post = post(&text);
        let document = markdown::parse(&post);
        for (_, range) in &document.events {
            prop_assert!(text.get(range.clone()).is_some());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// What the dialects look for themselves: marks of summaries, titles, dates and addresses.
    #[test]
    fn every_dialect_reads_posts_of_any_shape(
        head in prop::sample::select(vec!["", "---\ntitle: T\ndate: 2026-01-01\n---\n", "---\nexcerpt_separator: \"<!--\"\ndate: 2026-01-01\n---\n", "Title: T\nDate: 2026-01-01\n\n", "+++\ndate = 2026-01-01\n+++\n"]),
        pieces in prop::collection::vec(prop::sample::select(vec![
            "<!--", "-->", "<!-->", "<!--->", "<!---->", "<!-- more -->", "<!--more-->", "<!-- MORE", "more", "--", "-", ">", "<", "!",
            "PELICAN_END_SUMMARY", "<!-- excerpt -->", "---", "{% comment %}", "{% endcomment %}", "# ", "#", "\n", "\r\n", "é", "\u{2028}", " ",
            "[[", "]]", "%%", "![[", "|", "^", "import a from 'b'", "export const a = {", "}", "{/*", "*/}", "{{<", ">}}", "{{%", "%}}",
        ]), 0..16),
        path in prop::sample::select(vec!["posts/a.md", "posts/2026-01-01-a.md", "_posts/2026-02-30-é.md", "posts/a/index.mdx", "content/b.en.md", "-.md"]),
    ) {
        let text = head.to_owned() + &pieces.concat();
        let permalink = Url::parse("https://example.org/2026/post/").expect("a constant");
        for dialect in afterword::generator::DIALECTS {
            let context = Context { dialect, ..Context::default() };
            let Some(post) = read::post(path, text.clone().into_bytes(), "a", &context).post else { continue };
            if let Some(more) = (dialect.more)(&post, &context) {
                prop_assert!(text.get(more).is_some(), "{}: {text:?}", dialect.name);
            }
            let _ = ((dialect.url)(&post, &context), (dialect.title_from_name)(&post.key));
            let families = template::families(dialect.name, path);
            let templates = Templates { families: &families, unknown: Unknown::Link, variables: &BTreeMap::new(), place: None, certain: false, lacks: pulldown_cmark::Options::empty(), tildes: Tildes::Double, attributes: true, brackets: true, indented_code: false, emoji: true, omits_html: true };
            let document = markdown::parse_with(&post, &templates);
            let _ = (document.html(&post, Place::new(&permalink, "post")), afterword::recap::understand(&post, &document));
        }
    }
}
