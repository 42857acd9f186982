//! Compares composed outputs with the files on disk.

use std::fmt::Write as _;

use super::outputs::PENDING;
use super::{Composed, Project, clock};
use crate::card::Shape;
use crate::command_line;
use crate::difference::unified;
use crate::draft::reconcile::{Written, written};
use crate::output::Plan;
use crate::report::{Finding, Level, Rule, Source};
use crate::rules::outputs::{IGNORED_OUTPUT, STALE_CARD, STALE_DRAFT, STALE_FEED};
use crate::tree::{Tree, is_under};

/// The findings of a check about outputs that a build would write.
pub fn findings(plan: &Plan, project: &Project<'_>, tree: &dyn Tree) -> Vec<Finding> {
    let rule_of = |path: &str| {
        if is_under(path, &project.config.drafts.dir) {
            &STALE_DRAFT
        } else if is_card(path) {
            &STALE_CARD
        } else {
            &STALE_FEED
        }
    };
    let (mut findings, mut missing) = (Vec::new(), Vec::new());
    for change in &plan.write {
        let path = change.artifact.path.as_str();
        if path.ends_with(PENDING) {
            continue;
        }
        let Some(found) = &change.found else {
            missing.push(path);
            continue;
        };
        let rule = rule_of(path);
        let is_draft = rule == &STALE_DRAFT;
        let found_text = String::from_utf8_lossy(found);
        let (message, at) = if is_card(path) {
            // A position in an image means nothing.
            ("this card is not what the posts give", None)
        } else if is_draft && written_posted(found) {
            // This is the only change that a build makes to a posted draft.
            let message =
                "this posted draft does not list the recordings and slides of its post yet";
            (message, Some(0))
        } else {
            let wanted = String::from_utf8_lossy(&change.artifact.bytes);
            let differ = if is_draft { first_sentence } else { first_difference };
            let at = differ(&found_text, &wanted);
            ("this file is not what the posts give", Some(at))
        };
        let span = match at {
            None => Source::new(path, "").start(),
            Some(at) => Source::new(path, found_text).span(at..at),
        };
        findings.push(
            Finding::new(rule, message)
                .at(span)
                .help("run `afterword build` and commit what it writes"),
        );
    }
    // An output that git ignores is in no commit; it is built where it is needed.
    let ignored = tree.ignored(&missing);
    let paths: Vec<&str> = (missing.into_iter()).filter(|path| !ignored.contains(*path)).collect();
    findings.extend(absent(project, &paths, &rule_of));
    let as_of = clock::path(project);
    let needless = plan.remove.iter().filter(|(path, _)| *path == as_of);
    findings.extend(needless.map(|(path, _)| {
        Finding::new(&STALE_FEED, "no post is held back by its date any more")
            .in_file(path.as_str())
            .help("run `afterword build` and commit what it deletes")
    }));
    findings
}

/// Whether these bytes are a posted draft.
pub(super) fn written_posted(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok_and(|text| written(text) == Written::Posted)
}

/// Reports once that git ignores the feeds, and once that it ignores the drafts.
pub fn ignored(project: &Project<'_>, composed: &Composed, tree: &dyn Tree) -> Vec<Finding> {
    let feed = composed.feeds.first().map(|feed| feed.path.as_str());
    let draft = composed.drafts.keys().next().map(String::as_str);
    let asked: Vec<&str> = feed.into_iter().chain(draft).collect();
    let ignored = tree.ignored(&asked);
    let is_ignored = |path: &&str| ignored.contains(*path);
    let finding =
        |path: &str, message: String| Finding::new(&IGNORED_OUTPUT, message).in_file(path);
    let feeds = feed.filter(is_ignored).map(|path| {
        let dir = &project.config.feeds.dir;
        let message = format!("git ignores `{dir}`, so no commit has the feeds");
        finding(path, message).help(
            "remove the folder from .gitignore, or run `afterword build` where the site is published",
        )
    });
    let drafts = draft.filter(is_ignored).map(|path| {
        let dir = &project.config.drafts.dir;
        let message = format!("git ignores `{dir}`: the drafts stay on this machine");
        finding(path, message).at_most(Level::Info)
    });
    feeds.into_iter().chain(drafts).collect()
}

/// The output folders of these paths; a path itself where its folder is the project's own.
pub fn folders<'p>(project: &'p Project<'_>, paths: &[&'p str]) -> Vec<&'p str> {
    let config = &project.config;
    let cards = config.cards.as_ref().map(|cards| cards.dir.as_str());
    let dirs = [config.drafts.dir.as_str(), &config.feeds.dir].into_iter().chain(cards);
    let dirs: Vec<&str> = dirs.filter(|dir| !dir.is_empty()).collect();
    let mut folders: Vec<&str> = paths
        .iter()
        .map(|path| dirs.iter().find(|dir| is_under(path, dir)).copied().unwrap_or(path))
        .collect();
    folders.sort_unstable();
    folders.dedup();
    folders
}

/// One finding for all missing outputs, since they have one cause: they were not built, or not added.
fn absent(
    project: &Project<'_>,
    paths: &[&str],
    rule_of: &dyn Fn(&str) -> &'static Rule,
) -> Option<Finding> {
    // Readers depend on the feeds, so name those first.
    let first = (paths.iter().copied())
        .find(|path| rule_of(path) == &STALE_FEED)
        .or_else(|| paths.first().copied())?;
    let message = match paths.len() {
        1 => "this file is missing".to_owned(),
        count => format!("{count} outputs are missing; this is one of them"),
    };
    let folders = folders(project, paths);
    let help = format!(
        "run `afterword build` and commit `{}`",
        folders.iter().map(|folder| command_line::path(folder)).collect::<Vec<_>>().join(" ")
    );
    Some(Finding::new(rule_of(first), message).in_file(first).help(help))
}

/// The byte of the first sentence in which two drafts differ. In the header, skips what always differs
/// or shows in the text, such as the hash.
fn first_sentence(found: &str, wanted: &str) -> usize {
    let body = |text: &str| text.find("\n+++\n").map_or(0, |at| at + "\n+++\n".len());
    let start = body(found);
    let (found_text, wanted_text) = (&found[start..], &wanted[body(wanted)..]);
    if found_text == wanted_text {
        return first_difference(found, wanted);
    }
    let before = &found_text[..first_difference(found_text, wanted_text)];
    let sentence = [". ", "! ", "? ", "\n"]
        .iter()
        .filter_map(|end| before.rfind(end).map(|at| at + end.len()))
        .max();
    start + sentence.unwrap_or(0)
}

/// Whether an output is a share card.
pub(super) fn is_card(path: &str) -> bool {
    path.ends_with(Shape::Landscape.suffix())
}

/// The first byte at which two texts differ, at the start of a character.
fn first_difference(found: &str, wanted: &str) -> usize {
    let same = found.bytes().zip(wanted.bytes()).take_while(|(a, b)| a == b).count();
    found.floor_char_boundary(same)
}

/// The changes of a build, as a unified diff.
pub fn diff(plan: &Plan) -> String {
    let mut whole = String::new();
    for change in &plan.write {
        let path = &change.artifact.path;
        if is_card(path) {
            let _ = writeln!(whole, "Binary file {path} differs");
            continue;
        }
        let found = String::from_utf8_lossy(change.found.as_deref().unwrap_or_default());
        let wanted = String::from_utf8_lossy(&change.artifact.bytes);
        let before =
            if change.found.is_some() { format!("a/{path}") } else { "/dev/null".to_owned() };
        let after = format!("b/{path}");
        whole.push_str(&unified((&before, &found), (&after, &wanted)));
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::first_sentence;

    #[test]
    fn a_stale_draft_is_shown_where_its_words_differ() {
        let draft = |hash: &str, text: &str| format!("+++\ngenerated = \"{hash}\"\n+++\n{text}");
        let found = draft("1", "First. We saw three talks.\n\nhttps://example.org/\n");
        let wanted = draft("2", "First. We saw four talks.\n\nhttps://example.org/\n");
        let at = first_sentence(&found, &wanted);
        assert!(found[at..].starts_with("We saw three"), "{at}");
        let at = first_sentence(&found, &draft("2", "Before all. First."));
        assert!(found[at..].starts_with("First."), "{at}");
        let at = first_sentence(&found, &found.replace("\"1\"", "\"2\""));
        assert!(found[at..].starts_with("1\""), "{at}");
    }
}
