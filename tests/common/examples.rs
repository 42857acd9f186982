//! The two examples of a rule as documents: the smallest feed of a format with the example in it.

use afterword::report::Rule;

/// A prefix that an example may use, and its namespace.
const PREFIXES: [(&str, &str); 16] = [
    ("atom", "http://www.w3.org/2005/Atom"),
    ("content", "http://purl.org/rss/1.0/modules/content/"),
    ("dc", "http://purl.org/dc/elements/1.1/"),
    ("dcterms", "http://purl.org/dc/terms/"),
    ("fh", "http://purl.org/syndication/history/1.0"),
    ("geo", "http://www.w3.org/2003/01/geo/wgs84_pos#"),
    ("georss", "http://www.georss.org/georss"),
    ("googleplay", "http://www.google.com/schemas/play-podcasts/1.0"),
    ("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
    ("media", "http://search.yahoo.com/mrss/"),
    ("podcast", "https://podcastindex.org/namespace/1.0"),
    ("slash", "http://purl.org/rss/1.0/modules/slash/"),
    ("spotify", "http://www.spotify.com/ns/rss"),
    ("sy", "http://purl.org/rss/1.0/modules/syndication/"),
    ("thr", "http://purl.org/syndication/thread/1.0"),
    ("wfw", "http://wellformedweb.org/CommentAPI/"),
];

/// A feed of each format with as little as it may have, one element or member on a line.
const SMALLEST: [(&str, &str); 4] = [
    (
        "RSS",
        r#"<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0">
<channel>
<title>News</title>
<link>https://example.org/</link>
<description>What is new</description>
<language>en</language>
<item>
<title>One</title>
<guid>https://example.org/1</guid>
</item>
</channel>
</rss>"#,
    ),
    (
        "RSS 1.0",
        r#"<?xml version="1.0" encoding="utf-8"?>
<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<channel rdf:about="https://example.org/">
<title>News</title>
<link>https://example.org/</link>
<description>What is new</description>
<items><rdf:Seq><rdf:li rdf:resource="https://example.org/1"/></rdf:Seq></items>
</channel>
<item rdf:about="https://example.org/1">
<title>One</title>
<link>https://example.org/1</link>
</item>
</rdf:RDF>"#,
    ),
    (
        "Atom",
        r#"<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>tag:example.org,2026:feed</id>
<title>News</title>
<updated>2026-01-02T15:04:05Z</updated>
<author><name>Ada</name></author>
<entry>
<id>tag:example.org,2026:1</id>
<title>One</title>
<updated>2026-01-02T15:04:05Z</updated>
<link href="https://example.org/1"/>
<summary>What it is about</summary>
</entry>
</feed>"#,
    ),
    (
        "JSON Feed",
        r#"{
"version": "https://jsonfeed.org/version/1.1",
"title": "News",
"language": "en",
"items": [
{
"id": "https://example.org/1",
"url": "https://example.org/1",
"content_text": "Hello"
}
]
}"#,
    ),
];

/// The documents that differ in nothing but the wrong and the right example of a rule, one pair for each
/// place of each format at which the examples may stand.
pub fn documents(rule: &'static Rule) -> impl Iterator<Item = [String; 2]> {
    let formats = SMALLEST.iter().filter(|(format, _)| rule.formats.contains(format));
    let examples = [rule.example, rule.instead];
    formats.flat_map(move |(_, feed)| {
        let places = 0..feed.lines().count();
        places.map(move |at| examples.map(|example| with(feed, at, example)))
    })
}

/// A feed with an example before its line `at`; what stands beside it and the example has as well gives way. An
/// example that is an entry takes the place of the feed's own.
fn with(feed: &str, at: usize, example: &str) -> String {
    for name in ["item", "entry"] {
        let (start, end) = (format!("<{name}"), format!("</{name}>"));
        if example.starts_with(&start)
            && example.ends_with(&end)
            && let Some((before, _)) = feed.rsplit_once(&start)
            && let Some((_, after)) = feed.rsplit_once(&end)
        {
            return declared(format!("{before}{example}{after}"));
        }
    }
    let members = example.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    let members = members.filter(|_| feed.starts_with('{')).map(|members| format!("{members},"));
    let example = members.as_deref().unwrap_or(example);
    let lines: Vec<&str> = feed.lines().collect();
    let is_beside = |line: &&&str| is_whole(line);
    let start = at - lines[..at].iter().rev().take_while(is_beside).count();
    let end = at + lines[at..].iter().take_while(is_beside).count();
    let mut text = String::new();
    for (number, line) in lines.into_iter().enumerate() {
        if number == at {
            text.extend([example, "\n"]);
        }
        let repeats = key(line).is_some_and(|key| example.contains(key));
        if !repeats || !(start..end).contains(&number) {
            text.extend([line, "\n"]);
        }
    }
    // The last member has no comma.
    declared(text.replace(",\n}", "\n}"))
}

/// Whether a line is an element or a member rather than the beginning or the end of one.
fn is_whole(line: &str) -> bool {
    let is_element = line.starts_with('<') && (line.contains("/>") || line.rfind("</") > Some(0));
    is_element || line.starts_with("<?") || line.trim_end_matches(',').ends_with('"')
}

/// The beginning of an element or a member: `<title`, `"title":`.
fn key(line: &str) -> Option<&str> {
    match line.strip_prefix('<') {
        Some(rest) => line.get(..1 + rest.find([' ', '>', '/'])?),
        None => line.get(..=line.find(':')?),
    }
}

/// The text with the namespaces of its prefixes declared at its root.
fn declared(text: String) -> String {
    let is_used = |(prefix, _): &&(&str, &str)| {
        ["<", " "].iter().any(|before| text.contains(&format!("{before}{prefix}:")))
    };
    let used = PREFIXES.iter().filter(is_used);
    let names: String = used.flat_map(|(name, uri)| [" xmlns:", name, "=\"", uri, "\""]).collect();
    let roots = ["<rss", "<feed", "<rdf:RDF"];
    let root = roots.iter().find_map(|root| Some(text.find(root)? + root.len()));
    match root {
        Some(at) => format!("{}{names}{}", &text[..at], &text[at..]),
        None => text,
    }
}
