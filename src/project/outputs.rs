//! What a build writes, keeps and deletes, and what it notes about drafts on the way.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::draft_files::DraftFile;
use super::moved::Moved;
use super::stale::is_card;
use super::{Composed, Project, Stop, clock, feeds, leftover, old_cards, orphans};
use crate::command_line;
use crate::config::Config;
use crate::draft::file::File;
use crate::draft::reconcile::{Pending, State, is_draft, outdated};
use crate::draft::{self, Draft};
use crate::output::{self, Artifact, Place, Plan};
use crate::report::{Finding, Source};
use crate::secrets;
use crate::tree::{Tree, folder_of};

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
    let mut outputs = Outputs { plan: Plan::within(places(&project.config)), ..Outputs::default() };
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
        let at_post = composed.about.get(path).and_then(|about| about.no_alt.as_deref());
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
        orphans::drafts(project, composed, &Moved::find(project, composed, tree)?, tree)?,
        old_cards::findings(project, composed, tree)?,
    ];
    outputs.notes.extend(orphans.into_iter().flatten());
    let unwritten = leftover::findings(&outputs.plan, composed, project, tree)?;
    outputs.notes.extend(unwritten);
    secrets::mask(&mut outputs.notes);
    Ok(outputs)
}

/// The folders of a project's outputs.
pub fn places(config: &Config) -> Vec<Place> {
    let mut places = vec![
        Place { folder: config.drafts.dir.clone(), is_output: is_draft },
        Place { folder: config.feeds.dir.clone(), is_output: feeds::is_ours },
    ];
    places.extend(
        config.cards.as_ref().map(|cards| Place { folder: cards.dir.clone(), is_output: is_card }),
    );
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
    let mut outputs = Outputs { plan: Plan::within(places.to_vec()), ..Outputs::default() };
    let pending_path = pending_path(path);
    let DraftFile { existing, outcome, .. } = DraftFile::read(path, draft, tree)?;
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
        let shown = command_line::path(path);
        let at =
            file.as_ref().map_or_else(|| Source::new(path, "").start(), |file| file.source.start());
        outputs.notes.push(
            Finding::new(&draft::rules::PENDING, "this draft was edited, and its post now gives another text")
                .at(at)
                .help(format!("`afterword draft diff` shows both; then `afterword draft accept {shown}` uses the new text and moves this one to the trash, `afterword draft keep {shown}` keeps this one")),
        );
    }
    if outcome.state == State::Approved
        && let Some(file) = file.as_ref().filter(|file| outdated(file, draft))
    {
        let shown = command_line::path(path);
        outputs.notes.push(
            Finding::new(&draft::rules::OUTDATED, "this draft was approved, and its post gives another text now")
                .at(file.values.get("status").map_or_else(|| file.source.start(), |range| file.source.span(range.clone())))
                .help(format!("`afterword draft diff {shown}` shows both; to use the new text, write `status = \"draft\"` and run `afterword build`")),
        );
    }
    outputs.kept.insert(outcome.state.name(), 1);
    if let Some(file) = file {
        outputs.notes.extend(secrets::scan(path, file.source.text()));
        let found = outputs.findings_here(&file, draft);
        outputs.notes.extend(found);
    }
    Ok(outputs)
}

/// The end of a pending file's name.
pub const PENDING: &str = ".pending.txt";

/// The pending file, in which a new text waits beside an edited draft.
pub fn pending_path(draft: &str) -> String {
    format!("{}{PENDING}", draft.strip_suffix(".txt").unwrap_or(draft))
}

/// A draft's text; `None` where the file does not exist.
///
/// # Errors
/// It cannot be read, or is not UTF-8.
pub fn text(tree: &dyn Tree, path: &str) -> Result<Option<String>, Stop> {
    let text = output::existing(path, tree)?.map(String::from_utf8).transpose();
    text.map_err(|_| {
        Stop::Failed(format!(
            "{path}: is not UTF-8 text; a draft is never overwritten, so fix or move it"
        ))
    })
}
