//! Compares composed outputs with the files on disk.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use rayon::prelude::*;

use super::draft_files::DraftFile;
use super::moved::Moved;
use super::{Composed, Project, Stop, clock, feeds, leftover, orphans};
use crate::card::Shape;
use crate::config::Config;
use crate::difference::unified;
use crate::draft::file::File;
use crate::draft::reconcile::{Pending, State, Written, is_draft, outdated, written};
use crate::draft::{self, Draft};
use crate::output::{Artifact, Place, Plan};
use crate::report::{Finding, Level, Rule, Source};
use crate::rules::outputs::{IGNORED_OUTPUT, STALE_CARD, STALE_DRAFT, STALE_FEED};
use crate::secrets;
use crate::tree::{Tree, TreeError, folder_of, is_under};

/// The plan, with findings about drafts and leftovers.
#[derive(Debug, Default)]
pub struct Outputs {
    /// What would be written.
    pub plan: Plan,
    /// How many drafts stay unchanged, by state.
    pub kept: BTreeMap<&'static str, usize>,
    /// Pending, broken and orphaned drafts, and feeds that are no longer outputs.
    pub notes: Vec<Finding>,
    /// Findings about drafts as composed, for each network again.
    of_composed: Vec<Finding>,
    /// Whether to report images without alt text at the post.
    no_alt: bool,
}

/// Compares what was composed with the outputs in `tree`.
///
/// # Errors
/// An output cannot be read, or is something that is never written.
pub fn outputs(
    project: &Project<'_>,
    composed: &Composed,
    tree: &dyn Tree,
) -> Result<Outputs, Stop> {
    let mut outputs = Outputs {
        plan: Plan::within(places(&project.config)),
        ..Outputs::default()
    };
    // Drafts first: when a run is interrupted, the old feeds still show that it did not finish.
    let drafts: Vec<Result<Outputs, Stop>> = composed
        .drafts
        .par_iter()
        .map(|(path, draft)| reconciled(path, draft, &outputs.plan.places, tree))
        .collect();
    let mut reported = BTreeSet::new();
    for ((path, _), reconciled) in composed.drafts.iter().zip(drafts) {
        let mut reconciled = reconciled?;
        // The drafts of a post share findings: one is enough.
        let folder = folder_of(path);
        let mut of_composed = std::mem::take(&mut reconciled.of_composed);
        of_composed.retain(|finding| reported.insert((folder, finding.message.clone())));
        reconciled.notes.extend(of_composed);
        let at_post = composed
            .about
            .get(path)
            .and_then(|about| about.no_alt.as_deref());
        if let Some(finding) = at_post.filter(|_| reconciled.no_alt)
            && reported.insert((folder, finding.message.clone()))
        {
            reconciled.notes.push(finding.clone());
        }
        outputs.take(reconciled);
    }
    for file in composed.cards.iter().chain(&composed.page) {
        outputs.plan.add(file.clone(), tree)?;
    }
    for feed in &composed.feeds {
        outputs.plan.add(feed.clone(), tree)?;
    }
    match &composed.as_of {
        Some(file) => outputs.plan.add(file.clone(), tree)?,
        None => outputs.plan.remove(&clock::path(project), tree)?,
    }
    let orphans = [
        orphans::drafts(
            project,
            composed,
            &Moved::find(project, composed, tree)?,
            tree,
        )?,
        orphans::cards(project, &composed.keys, tree)?,
    ];
    outputs.notes.extend(orphans.into_iter().flatten());
    let unwritten = leftover::findings(&outputs.plan, composed, project, tree)?;
    outputs.notes.extend(unwritten);
    secrets::mask(&mut outputs.notes);
    Ok(outputs)
}

/// The folders of a project's outputs.
#[must_use]
pub fn places(config: &Config) -> Vec<Place> {
    let mut places = vec![
        Place {
            folder: config.drafts.dir.clone(),
            is_output: is_draft,
        },
        Place {
            folder: config.feeds.dir.clone(),
            is_output: feeds::is_ours,
        },
    ];
    places.extend(config.cards.as_ref().map(|cards| Place {
        folder: cards.dir.clone(),
        is_output: is_card,
    }));
    places
}

impl Outputs {
    /// Findings about a draft's file. A finding at the post already covers images that lack
    /// alt text there.
    fn findings_here(&mut self, file: &File, composed: &Draft) -> Vec<Finding> {
        let mut findings = draft::check::check(file, composed.network);
        if draft::alt::is_reported_at_post(&file.header.images, composed) {
            let count = findings.len();
            findings.retain(|finding| finding.rule != &draft::rules::MISSING_ALT);
            self.no_alt = findings.len() < count;
        }
        findings
    }

    /// Appends the result of another comparison.
    fn take(&mut self, mut next: Self) {
        self.plan.append(next.plan);
        for (state, count) in next.kept {
            *self.kept.entry(state).or_default() += count;
        }
        self.notes.append(&mut next.notes);
    }
}

/// The outcome for one draft.
fn reconciled(
    path: &str,
    draft: &Draft,
    places: &[Place],
    tree: &dyn Tree,
) -> Result<Outputs, Stop> {
    let mut outputs = Outputs {
        plan: Plan::within(places.to_vec()),
        ..Outputs::default()
    };
    let pending_path = pending_path(path);
    let DraftFile {
        existing, outcome, ..
    } = DraftFile::read(path, draft, tree)?;
    if matches!(outcome.state, State::New | State::Untouched) {
        let text = outcome.draft.as_deref().or(existing.as_deref());
        let text = text.filter(|text| draft::check::is_worth_checking(draft, text));
        if let Some(text) = text {
            let file = File::parse(&Source::new(path, text));
            outputs.of_composed = outputs.findings_here(&file, draft);
        }
    }
    if let Some(text) = outcome.draft {
        outputs.plan.add(Artifact::text(path, text), tree)?;
    } else {
        outputs.plan.keep.push(path.to_owned());
    }
    match outcome.pending {
        Pending::Leave => {}
        Pending::Write(text) => {
            outputs.plan.add(Artifact::text(pending_path, text), tree)?;
        }
        Pending::Remove => outputs.plan.remove(&pending_path, tree)?,
    }
    if matches!(outcome.state, State::New | State::Untouched) {
        return Ok(outputs);
    }
    let file = existing.map(|text| File::parse(&Source::new(path, text)));
    if outcome.state == State::Pending {
        let quote = orphans::quote(path);
        let at = file
            .as_ref()
            .map_or_else(|| Source::new(path, "").start(), |file| file.source.start());
        outputs.notes.push(
            Finding::new(&draft::rules::PENDING, "this draft was edited, and its post now gives another text")
                .at(at)
                .help(format!("`afterword draft diff` shows both; then `afterword draft accept {quote}{path}{quote}` uses the new text and moves this one to the trash, `afterword draft keep {quote}{path}{quote}` keeps this one")),
        );
    }
    if outcome.state == State::Approved
        && let Some(file) = file.as_ref().filter(|file| outdated(file, draft))
    {
        let quote = orphans::quote(path);
        outputs.notes.push(
            Finding::new(&draft::rules::OUTDATED, "this draft was approved, and its post gives another text now")
                .at(file.values.get("status").map_or_else(|| file.source.start(), |range| file.source.span(range.clone())))
                .help(format!("`afterword draft diff {quote}{path}{quote}` shows both; to use the new text, write `status = \"draft\"` and run `afterword build`")),
        );
    }
    outputs.kept.insert(outcome.state.name(), 1);
    if let Some(file) = file {
        outputs
            .notes
            .extend(secrets::scan(path, file.source.text()));
        let found = outputs.findings_here(&file, draft);
        outputs.notes.extend(found);
    }
    Ok(outputs)
}

/// The end of a pending file's name.
pub const PENDING: &str = ".pending.txt";

/// The pending file, in which a new text waits beside an edited draft.
#[must_use]
pub fn pending_path(draft: &str) -> String {
    format!("{}{PENDING}", draft.strip_suffix(".txt").unwrap_or(draft))
}

/// A draft's text; `None` where the file does not exist.
///
/// # Errors
/// It cannot be read, or is not UTF-8.
pub fn text(tree: &dyn Tree, path: &str) -> Result<Option<String>, Stop> {
    match tree.read_output(path) {
        Ok(bytes) => match String::from_utf8(bytes) {
            Ok(text) => Ok(Some(text)),
            Err(_) => Err(Stop::Failed(format!(
                "{path}: is not UTF-8 text; a draft is never overwritten, so fix or move it"
            ))),
        },
        Err(TreeError::Missing(_)) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

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
            // Nothing else changes what is out.
            let message =
                "this posted draft does not list the recordings and slides of its post yet";
            (message, Some(0))
        } else {
            let wanted = String::from_utf8_lossy(&change.artifact.bytes);
            let differ = if is_draft {
                first_sentence
            } else {
                first_difference
            };
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
    let paths: Vec<&str> = (missing.into_iter())
        .filter(|path| !ignored.contains(*path))
        .collect();
    findings.extend(absent(project, &paths, &rule_of));
    let as_of = clock::path(project);
    let needless = plan.remove.iter().filter(|(path, _)| *path == as_of);
    findings.extend(needless.map(|(path, _)| {
        Finding::new(&STALE_FEED, "no post is held back by its date any more")
            .at(Source::new(path.as_str(), "").start())
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
    let finding = |path: &str, message: String| {
        Finding::new(&IGNORED_OUTPUT, message).at(Source::new(path, "").start())
    };
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
#[must_use]
pub fn folders<'p>(project: &'p Project<'_>, paths: &[&'p str]) -> Vec<&'p str> {
    let config = &project.config;
    let cards = config.cards.as_ref().map(|cards| cards.dir.as_str());
    let dirs = [config.drafts.dir.as_str(), &config.feeds.dir]
        .into_iter()
        .chain(cards);
    let dirs: Vec<&str> = dirs.filter(|dir| !dir.is_empty()).collect();
    let mut folders: Vec<&str> = paths
        .iter()
        .map(|path| {
            dirs.iter()
                .find(|dir| is_under(path, dir))
                .copied()
                .unwrap_or(path)
        })
        .collect();
    folders.sort_unstable();
    folders.dedup();
    folders
}

/// Missing outputs have one cause: they were not built, or not added.
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
    let help = format!("run `afterword build` and commit `{}`", folders.join(" "));
    Some(
        Finding::new(rule_of(first), message)
            .at(Source::new(first, "").start())
            .help(help),
    )
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
    let same = found
        .bytes()
        .zip(wanted.bytes())
        .take_while(|(a, b)| a == b)
        .count();
    found.floor_char_boundary(same)
}

/// The changes of a build, as a unified diff.
#[must_use]
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
        let before = if change.found.is_some() {
            format!("a/{path}")
        } else {
            "/dev/null".to_owned()
        };
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
