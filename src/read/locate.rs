//! Finds the posts of a tree, and their keys.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;

use super::skipped::Skipped;
use crate::generator::{Dialect, Facts};
use crate::post::{names, rules};
use crate::report::{Finding, Level, Source, visible};
use crate::tree::{Entry, Kind, below, folder_of};

/// A file that is a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostFile {
    /// Its path from the project's root.
    pub path: String,
    /// Its path under the posts folder without extension; a bundle's is its folder.
    pub key: String,
    /// The folder whose files belong to this post only, if it is a bundle.
    pub bundle: Option<String>,
}

/// The posts among `entries`, sorted by key, and the findings about their names.
///
/// `posts_dir` is a path from the project's root (`""` for the root itself); `facts` have the
/// languages of the site, for a bundle in several languages. Symbolic links and other entries that
/// are not files are refused if their name is that of a post.
pub fn locate(
    entries: &[Entry],
    posts_dir: &str,
    dialect: &Dialect,
    facts: &Facts,
) -> (Vec<PostFile>, Vec<Finding>) {
    let mut posts = Vec::new();
    let mut findings = Vec::new();
    let posts_dir = posts_dir.trim_matches('/');
    let mut skipped = Skipped::default();
    let bundles = bundle_folders(entries, posts_dir, dialect);
    for entry in entries {
        let Some(inner) = below(&entry.path, posts_dir) else {
            continue;
        };
        let Some(stem) = stem(inner, dialect.extensions) else {
            match entry.kind {
                Kind::Refused(what) => skipped.refused(&entry.path, what),
                _ if belongs_to_bundle(&entry.path, &bundles) => {}
                Kind::File => skipped.check(&entry.path, dialect),
            }
            continue;
        };
        let name = stem.rsplit('/').next().unwrap_or_default();
        if name.eq_ignore_ascii_case("readme") || !(dialect.is_post)(posts_dir, inner) {
            skipped.check(&entry.path, dialect);
            continue;
        }
        if let Kind::Refused(what) = entry.kind {
            findings.push(refused(&entry.path, what));
            continue;
        }
        let bundle = (dialect.has_bundles && (dialect.is_index)(name))
            .then(|| stem.rsplit_once('/').map(|(folder, _)| folder))
            .flatten();
        // A bundle in a bundle is one of its resources.
        let inside_of = match bundle {
            Some(_) => folder_of(&entry.path),
            None => &entry.path,
        };
        if belongs_to_bundle(inside_of, &bundles) {
            continue;
        }
        let edition = (dialect.edition)(&entry.path, facts);
        let key = match (bundle, edition) {
            (Some(folder), Some(language)) if name != "index" => format!("{folder}.{language}"),
            (Some(folder), _) => folder.to_owned(),
            (None, _) => stem.to_owned(),
        };
        findings.extend(check_name(&entry.path, &key, dialect));
        posts.push(PostFile {
            path: entry.path.clone(),
            key,
            bundle: bundle.map(|_| folder_of(&entry.path).to_owned()),
        });
    }
    findings.extend(collisions(&posts));
    findings.extend(skipped.findings());
    posts.sort_by(|a, b| a.key.as_bytes().cmp(b.key.as_bytes()).then_with(|| a.path.cmp(&b.path)));
    (posts, findings)
}

/// The folders of bundles, whose other Markdown files are not posts.
fn bundle_folders<'e>(
    entries: &'e [Entry],
    posts_dir: &str,
    dialect: &Dialect,
) -> BTreeSet<&'e str> {
    if !dialect.has_bundles || !dialect.bundles_own_files {
        return BTreeSet::new();
    }
    let folders = entries.iter().filter_map(|entry| {
        let stem = stem(below(&entry.path, posts_dir)?, dialect.extensions)?;
        let (_, name) = stem.rsplit_once('/')?;
        (dialect.is_index)(name).then(|| folder_of(&entry.path))
    });
    folders.collect()
}

fn belongs_to_bundle(path: &str, bundles: &BTreeSet<&str>) -> bool {
    let mut folder = folder_of(path);
    while !folder.is_empty() {
        if bundles.contains(folder) {
            return true;
        }
        folder = folder_of(folder);
    }
    false
}

/// The path without its extension, if that is one of posts.
fn stem<'p>(path: &'p str, extensions: &[&str]) -> Option<&'p str> {
    let (stem, extension) = path.rsplit_once('.')?;
    let name = stem.rsplit('/').next().unwrap_or_default();
    let fits = extensions.iter().any(|known| known.eq_ignore_ascii_case(extension));
    (fits && !name.is_empty()).then_some(stem)
}

/// The finding about a file with a post's name that is never read.
pub(crate) fn refused(path: &str, what: &str) -> Finding {
    let message = format!("`{}` is {what}, which is never read", visible(path));
    Finding::new(&rules::REFUSED_FILE, message)
        .in_file(path)
        .help("replace it by a regular file, or remove it from the posts folder")
}

fn check_name(path: &str, key: &str, dialect: &Dialect) -> Option<Finding> {
    let (part, why) =
        key.split('/').find_map(|part| names::unusable(part).map(|why| (part, why)))?;
    // A line break or a leading dash in a name is dangerous everywhere; other problems
    // depend on the system.
    let dangerous =
        part.chars().any(char::is_control) || part.starts_with('-') || part.contains('"');
    let level = if dialect.is_strict || dangerous { Level::Error } else { Level::Warning };
    let better = names::slug(part);
    let better = if better.is_empty() || names::unusable(&better).is_some() {
        "another name".to_owned()
    } else {
        format!("`{better}`")
    };
    let message = format!("the name `{}` {why}", visible(part));
    Some(
        Finding::new(&rules::UNUSABLE_NAME, message)
            .in_file(path)
            .help(format!("rename it to {better}"))
            .at_most(level),
    )
}

/// Posts whose keys are the same name on some system: they differ only in case, or in NFC and NFD.
fn collisions(posts: &[PostFile]) -> Vec<Finding> {
    let mut first: BTreeMap<String, &PostFile> = BTreeMap::new();
    let mut findings = Vec::new();
    for post in posts {
        let folded: String = if post.key.is_ascii() {
            post.key.to_ascii_lowercase()
        } else {
            post.key.nfc().flat_map(char::to_lowercase).nfc().collect()
        };
        if let Some(other) = first.get(&folded) {
            let same = other.key == post.key;
            let why = if same { "have one key" } else { "are one name on macOS and Windows" };
            let message = format!("`{}` and `{}` {why}", visible(&other.path), visible(&post.path));
            findings.push(
                Finding::new(&rules::NAME_COLLISION, message)
                    .in_file(post.path.as_str())
                    .also(Source::new(other.path.as_str(), "").start(), "the other post")
                    .help("rename one of the two"),
            );
        } else {
            first.insert(folded, post);
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generator::plain;

    fn names(paths: &[&str]) -> (Vec<String>, Vec<&'static str>) {
        let entries: Vec<Entry> = paths
            .iter()
            .map(|path| Entry {
                path: (*path).to_owned(),
                kind: if path.contains("link") {
                    Kind::Refused("a symbolic link")
                } else {
                    Kind::File
                },
            })
            .collect();
        let (posts, findings) = locate(&entries, "posts", plain(), &Facts::default());
        (
            posts.into_iter().map(|post| post.key).collect(),
            findings.iter().map(|finding| finding.rule.name).collect(),
        )
    }

    #[test]
    fn keys_are_paths_and_bundles_are_folders() {
        let (keys, findings) = names(&[
            "posts/a.md",
            "posts/2020/b.markdown",
            "posts/c/index.md",
            "posts/c/hall.jpg",
            "posts/README.md",
            "other/d.md",
            "posts.md",
        ]);
        assert_eq!(keys, ["2020/b", "a", "c"]);
        assert!(findings.is_empty());
    }

    #[test]
    fn names_that_collide_or_cannot_be_used() {
        assert_eq!(names(&["posts/Recap.md", "posts/recap.md"]).1, ["name-collision"]);
        assert_eq!(names(&["posts/Zoe\u{308}.md", "posts/Zoë.md"]).1, ["name-collision"]);
        assert_eq!(names(&["posts/a.md", "posts/a/index.md"]).1, ["name-collision"]);
        assert_eq!(
            names(&["posts/con.md", "posts/-x.md", "posts/a\nb.md", "posts/x:y.md"]).1,
            ["unusable-name"; 4]
        );
        assert_eq!(names(&["posts/link.md", "posts/link.png"]), (vec![], vec!["refused-file"]));
    }
}
