//! `afterword draft` without an action: the drafts as they are, and those of posts composed again.

use super::posts::{self, NamedPost};
use super::shell::{Exit, Shell, complain, line, plural, tally};
use super::{now, source};
use crate::cli::Format;
use crate::draft::file::File;
use crate::draft::network::Network;
use crate::draft::{self, json, reconcile};
use crate::markdown::Place;
use crate::post::rules::HELD_BACK;
use crate::project::draft_files::{DraftFile, draft_files};
use crate::project::held;
use crate::project::leftover_templates::LeftoverTemplates;
use crate::project::no_posts::no_drafts;
use crate::project::{Composed, Project, Stop, compose, drafts};
use crate::recap;
use crate::report::{Finding, Level, Rule, Source, has_error, visible};

/// Composes the drafts of the given posts, ignoring the drafts folder.
pub(super) fn afresh(shell: &Shell, given: &[String]) -> Result<Exit, Stop> {
    // clap parses a misspelt command as the name of a post.
    if let Some(word) = given.first()
        && !word.contains(['.', '/'])
        && !shell.absolute(word).exists()
    {
        let help = if word.starts_with("un") {
            "; to take back an approval, write `status = \"draft\"` in the draft"
        } else {
            ""
        };
        return Err(Stop::Failed(format!(
            "{}: is neither a post nor a command of `afterword draft`, whose `--help` lists them{help}",
            visible(word)
        )));
    }
    let mut findings = Vec::new();
    let all = posts::read(shell, given, |project, named| {
        findings.extend(composed(shell, project, &named));
        // Findings about the post are printed, but its drafts are shown all the same.
        if shell.for_people() {
            shell.findings(&named.findings);
            // An error keeps the post out of a build, so that no note is needed.
            let says = |rule: &Rule| named.findings.iter().any(|one| one.rule.name == rule.name);
            let held = held::note(project, &named.post, now());
            let held = held.filter(|_| !says(&HELD_BACK) && !has_error(&named.findings));
            shell.findings(held.as_slice());
        }
    })?;
    if shell.for_people() {
        shell.findings(&findings);
    }
    Ok(if all { Exit::of(has_error(&findings)) } else { Exit::Failed })
}

/// Prints the drafts of one post for every network.
pub(super) fn composed(
    shell: &Shell,
    project: &Project<'_>,
    named: &NamedPost<'_>,
) -> Vec<Finding> {
    let document = project.document(&named.post, Place::new(&named.link, ""));
    let recap = recap::understand(&named.post, &document);
    let text = document.text();
    let material = drafts::material(project, &named.post, &recap, &text, &named.link);
    let composer = draft::Composer::new(material);
    let quotables = draft::parts::quotables(&named.post, &recap);
    let templates =
        LeftoverTemplates::new(&named.post, &document, project.config.posts.dialect.name);
    let mut findings = Vec::new();
    for network in draft::NETWORKS.iter().copied() {
        let draft = composer.draft(network, None);
        if shell.format == Format::Json {
            line(&json::line(json::Described {
                post: named.given,
                network,
                status: "draft",
                edited: false,
                pending: false,
                lang: &draft.lang,
                cw: draft.cw.as_deref(),
                posts: &draft.posts,
                quotables: &quotables,
                followup: None,
            }));
        } else {
            line(&format!("── {} · {}", network.title, named.given));
            for (post, count) in draft.posts.iter().zip(draft.counts()) {
                line(&format!("{post}\n   [{count}/{}]", network.limit));
            }
        }
        findings.extend(templates.draft(&draft));
        findings.extend(draft.findings);
    }
    findings
}

/// Every draft of the window: a line for people, an object for programs.
pub(super) fn state(shell: &Shell) -> Result<Exit, Stop> {
    let tree = source::worktree(shell)?;
    let project = Project::configured(&tree)?;
    let sources = shell.format == Format::Json;
    let options = compose::Options { sources, allow_empty: true, ..compose::Options::default() };
    let composed = compose(&project, options)?;
    let is_stopped = explain_none(shell, &project, &composed);
    let mut wrong = Vec::new();
    for draft in draft_files(&composed, &tree)? {
        let network = draft.composed.network;
        let file =
            draft.existing.as_deref().map(|text| File::parse(&Source::new(draft.path, text)));
        let posts = file.as_ref().map_or_else(|| draft.composed.posts.clone(), File::texts);
        let cw = file.as_ref().and_then(|file| file.header.cw.clone());
        if let Some(file) = &file {
            wrong.extend(draft::check::check(file, network));
        }
        if shell.format == Format::Json {
            let about = composed.about.get(draft.path);
            line(&json::line(json::Described {
                post: draft.path,
                network,
                status: file.as_ref().map_or("draft", |file| file.header.status.name()),
                edited: file.as_ref().is_some_and(File::edited),
                pending: draft.outcome.state == reconcile::State::Pending,
                lang: &draft.composed.lang,
                cw: cw.as_deref(),
                posts: &posts,
                quotables: about.map_or(&[][..], |about| about.quotables.as_slice()),
                followup: draft::followup::number(draft.path).map(|number| {
                    let reply_to = file.as_ref().map(|file| &file.header.reply_to);
                    let reply_to = reply_to.unwrap_or(&draft.composed.reply_to);
                    (number, reply_to.as_deref())
                }),
            }));
        } else {
            line(&row(&draft, network, &posts, cw.as_deref()));
        }
    }
    unknown_handles(shell, &composed);
    let wrong = project.config.apply_levels(wrong);
    if shell.for_people() {
        shell.findings(&wrong);
    }
    Ok(Exit::of(is_stopped || has_error(&wrong)))
}

/// Prints on standard error why there is no draft, if there is none. Returns whether errors are the cause.
pub(super) fn explain_none(shell: &Shell, project: &Project<'_>, composed: &Composed) -> bool {
    let mut errors = composed.findings.clone();
    errors.retain(|finding| finding.level == Level::Error);
    let is_stopped = composed.drafts.is_empty() && !errors.is_empty();
    if is_stopped {
        if shell.for_people() {
            shell.findings(&errors);
        }
        complain(&format!("no drafts: {} in the posts", tally(&errors)));
    } else if let Some(why) = no_drafts(project, composed) {
        complain(&format!("no drafts: {why}"));
    }
    is_stopped
}

/// "drafts/pycascades/x.txt   edited   3 posts   271/280"
fn row(draft: &DraftFile<'_>, network: &Network, posts: &[String], cw: Option<&str>) -> String {
    let longest = posts.iter().map(|text| network.count(text, cw)).max().unwrap_or_default();
    format!(
        "{:<58} {:<10} {:>8}   {longest}/{}",
        draft.path,
        draft.outcome.state.name(),
        plural(posts.len(), "post"),
        network.limit
    )
}

/// Speakers whom `people.toml` does not have on a network, each once.
fn unknown_handles(shell: &Shell, composed: &Composed) {
    let mut unknown: Vec<(&str, &'static str)> = composed
        .drafts
        .values()
        .flat_map(|draft| draft.unknown.iter().map(|name| (name.as_str(), draft.network.title)))
        .collect();
    unknown.sort_unstable();
    unknown.dedup();
    for people in unknown.chunk_by(|a, b| a.0 == b.0) {
        let networks: Vec<&str> = people.iter().map(|(_, network)| *network).collect();
        if let Some((name, _)) = people.first() {
            shell.say(&format!("{name}: no handle in people.toml for {}", networks.join(", ")));
        }
    }
}
