//! Entry ids, and posts that share one.

use std::collections::BTreeMap;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use url::Url;

use crate::post::{Post, rules};
use crate::report::{Finding, Rule, Source};

/// The id of a post's entry: the front matter's, else `id_base` and the key, else the permalink.
pub fn entry_id(post: &Post, id_base: Option<&str>, permalink: &Url) -> String {
    match (&post.head.id, id_base) {
        (Some(id), _) => id.value.clone(),
        (None, Some(base)) => of_key(base, &post.key),
        (None, None) => permalink.to_string(),
    }
}

/// The id of the post with this key, if it has none of its own.
pub fn of_key(base: &str, key: &str) -> String {
    format!("{base}{}", escaped(key))
}

/// A path as a part of a `tag:` URI, which has no other characters than those of ASCII.
pub fn escaped(path: &str) -> String {
    utf8_percent_encode(path, IN_ID).to_string()
}

/// What a key's form in an id escapes, besides everything beyond ASCII: RFC 4151 allows no more.
const IN_ID: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// What remains of a post once its text is dropped: enough to find two with the same id or URL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stub {
    /// The post's file.
    pub path: String,
    /// Its entry id.
    pub id: String,
    /// Its URL.
    pub permalink: String,
}

/// A finding for every post whose id or permalink an earlier one (in the given order) has already.
pub fn duplicates(stubs: &[Stub]) -> Vec<Finding> {
    let mut findings = Vec::new();
    // Almost no blog has duplicates, and sorting is faster than looking each up.
    if all_differ(stubs.iter().map(|stub| page(&stub.permalink)))
        && all_differ(stubs.iter().map(|stub| stub.id.as_str()))
    {
        return findings;
    }
    let mut seen: BTreeMap<&str, &Stub> = BTreeMap::new();
    let mut pages: BTreeMap<&str, &Stub> = BTreeMap::new();
    for stub in stubs {
        let page = page(&stub.permalink);
        match pages.get(page) {
            Some(first) => findings.push(twice(
                &rules::DUPLICATE_PERMALINK,
                stub,
                first,
                &format!("the URL {}", stub.permalink),
                "give one of them a `slug` or `permalink` of its own",
            )),
            None => {
                pages.insert(page, stub);
            }
        }
        match seen.get(stub.id.as_str()) {
            // The same page twice is one mistake, not two.
            Some(first) if stub.id == stub.permalink && page == self::page(&first.permalink) => {}
            Some(first) => findings.push(twice(
                &crate::validate::rules::ids::DUPLICATE_ID,
                stub,
                first,
                &format!("the id `{}`", stub.id),
                "give one of them an `id` of its own",
            )),
            None => {
                seen.insert(&stub.id, stub);
            }
        }
    }
    findings
}

fn all_differ<'a>(words: impl Iterator<Item = &'a str>) -> bool {
    let mut words: Vec<&str> = words.collect();
    words.sort_unstable();
    words.is_sorted_by(|one, next| one != next)
}

/// The page of a URL, ignoring a final slash.
fn page(url: &str) -> &str {
    url.trim_end_matches('/')
}

fn twice(rule: &'static Rule, second: &Stub, first: &Stub, what: &str, help: &str) -> Finding {
    let start = |stub: &Stub| Source::new(stub.path.as_str(), "").start();
    let message = format!("{} and {} both have {what}", first.path, second.path);
    Finding::new(rule, message).at(start(second)).also(start(first), "the other post").help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_files_are_named_once() {
        let stub = |path: &str, id: &str, permalink: &str| Stub {
            path: path.to_owned(),
            id: id.to_owned(),
            permalink: permalink.to_owned(),
        };
        let findings = duplicates(&[
            stub("a.md", "tag:a", "https://example.org/a/"),
            stub("b.md", "tag:a", "https://example.org/b/"),
            stub("c.md", "tag:c", "https://example.org/a"),
            stub("d.md", "https://example.org/d/", "https://example.org/d/"),
            stub("e.md", "https://example.org/d/", "https://example.org/d/"),
        ]);
        let names: Vec<_> = findings.iter().map(|finding| finding.rule.name).collect();
        assert_eq!(names, ["duplicate-id", "duplicate-permalink", "duplicate-permalink"]);
        assert!(findings[0].message.contains("a.md and b.md"));
    }
}
