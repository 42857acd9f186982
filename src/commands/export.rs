//! `afterword draft export`: drafts in another program's format.

use url::Url;

use super::shell::{Exit, Shell, complain, plural, text};
use super::source::not_one_of;
use crate::draft::check;
use crate::draft::export::{EXPORTS, Export, Outgoing, lost, named};
use crate::draft::file::{File, Status};
use crate::draft::network::{self, NETWORKS};
use crate::draft::rules::EXPORT_LOSS;
use crate::post::Image;
use crate::project::draft_files::DraftFile;
use crate::project::render::About;
use crate::project::{Composed, Project, Stop, pages};
use crate::report::{Finding, Source, has_error, visible};

/// What to export.
#[derive(Clone, Copy)]
pub(super) struct Options<'a> {
    /// The format.
    pub to: &'a str,
    /// The networks; empty for all that the format supports.
    pub networks: &'a [String],
    /// Whether to include drafts that are not approved.
    pub all: bool,
}

/// Prints the approved drafts. Posted ones are left out.
pub(super) fn run(
    shell: &Shell,
    project: &Project<'_>,
    composed: &Composed,
    drafts: &[&DraftFile<'_>],
    options: Options<'_>,
) -> Result<Exit, Stop> {
    let export = named(options.to).ok_or_else(|| {
        let known = EXPORTS.iter().map(|export| export.name);
        not_one_of(options.to, "an export format", known)
    })?;
    for name in options.networks {
        let known = network::named(name).ok_or_else(|| {
            let known = NETWORKS.iter().map(|network| network.name);
            not_one_of(name, "a known network", known)
        })?;
        if !(export.takes)(known) {
            return Err(Stop::Failed(format!(
                "{} does not support drafts for {}",
                export.name, known.title
            )));
        }
    }
    let wanted = |draft: &&&DraftFile<'_>| {
        let network = draft.composed.network;
        let named = options.networks.iter().any(|name| name == network.name);
        (export.takes)(network) && (options.networks.is_empty() || named)
    };
    if !drafts.is_empty() && !drafts.iter().any(|draft| wanted(&draft)) {
        let networks =
            if options.networks.is_empty() { export.name } else { &options.networks.join(" or ") };
        complain(&format!("none of the drafts is for {networks}"));
    }
    let mut files = Vec::new();
    let (mut open, mut posted, mut bad) = (0, 0, 0);
    let mut wrong = Vec::new();
    let mut refused = Vec::new();
    for draft in drafts.iter().filter(wanted) {
        let Some(existing) = &draft.existing else {
            open += 1;
            continue;
        };
        let file = File::parse(&Source::new(draft.path, existing.as_str()));
        match file.header.status {
            _ if !file.readable() => {
                complain(&format!("{}: cannot be read, so it is left out", draft.path));
            }
            Status::Posted => posted += 1,
            Status::Draft if !options.all => open += 1,
            Status::Draft | Status::Approved => {
                let found = check::check(&file, draft.composed.network);
                let found = project.config.apply_levels(found);
                if has_error(&found) {
                    bad += 1;
                    wrong.extend(found);
                    continue;
                }
                match (export.refuses)(draft.composed.network, &file.texts()) {
                    Some(why) => refused.push(
                        Finding::new(&EXPORT_LOSS, format!("{why}, so it is left out"))
                            .at(file.source.span(file.body.clone()))
                            .help("export it as `bluesky`, `mastodon` or `typefully`, which support threads"),
                    ),
                    None => files.push((*draft, file.texts(), file)),
                }
            }
        }
    }
    for (draft, _, file) in &mut files {
        if let Some(about) = composed.about.get(draft.path) {
            place_images(project, about, draft.path, file);
        }
    }
    let outgoing: Vec<Outgoing<'_>> = files
        .iter()
        .filter_map(|(draft, posts, file)| {
            let about = composed.about.get(draft.path)?;
            Some(Outgoing {
                path: draft.path,
                key: &about.key,
                network: draft.composed.network,
                header: &file.header,
                posts,
                title: &about.title,
                summary: &about.summary,
                date: Some(about.published),
                people: &project.people,
            })
        })
        .collect();
    one_channel(export, &outgoing)?;
    one_draft(export, &outgoing)?;
    text(&export.write(&outgoing));
    let lost = files.iter().flat_map(|(_, _, file)| lost(export, file));
    let found = refused.into_iter().chain(lost);
    shell.findings(&project.config.apply_levels(found.collect()));
    shell.findings(&wrong);
    for (count, why) in [
        (open, "not approved: `afterword draft approve`, or export with `--all`"),
        (posted, "posted already"),
        (bad, "errors, shown above"),
    ] {
        if count > 0 {
            complain(&format!("{} left out: {why}", plural(count, "draft")));
        }
    }
    Ok(Exit::of(!wrong.is_empty()))
}

/// Makes the paths of a draft's images relative to the project's folder, where other programs look,
/// and reports missing ones.
fn place_images(project: &Project<'_>, about: &About, draft: &str, file: &mut File) {
    let ours = |image: &&mut Image| Url::parse(&image.src).is_err();
    for image in file.header.images.iter_mut().filter(ours) {
        match pages::image_file(project, about, &image.src) {
            Some(path) => image.src = path,
            None => {
                complain(&format!("{draft}: its image {} is not in the tree", visible(&image.src)));
            }
        }
    }
}

/// Makes sure that a format without a column for the network gets the drafts of one network: every
/// row would go to the same channel.
fn one_channel(export: &Export, outgoing: &[Outgoing<'_>]) -> Result<(), Stop> {
    let mut networks: Vec<&str> = outgoing.iter().map(|draft| draft.network.name).collect();
    networks.sort_unstable();
    networks.dedup();
    if networks.len() < 2 || !export.is_one_channel {
        return Ok(());
    }
    Err(Stop::Failed(format!(
        "a file for {} goes to one channel, and these drafts are for {}; name one with `--network`",
        export.name,
        networks.join(", ")
    )))
}

/// Makes sure that a format for a single draft gets one.
fn one_draft(export: &Export, outgoing: &[Outgoing<'_>]) -> Result<(), Stop> {
    if outgoing.len() < 2 || !export.is_one_draft {
        return Ok(());
    }
    let drafts: Vec<&str> = outgoing.iter().map(|draft| draft.path).collect();
    Err(Stop::Failed(format!(
        "a file for {} holds one draft, and these are {}; name one of them",
        export.name,
        drafts.join(", ")
    )))
}
