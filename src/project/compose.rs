//! Composes everything that a project should contain: the same for `build` and `check`.
//!
//! [`compose`] takes a [`Project`] and returns [`Composed`]: feeds, cards, drafts and findings. Nothing
//! is written.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, FixedOffset};
use rayon::prelude::*;
use url::Url;

use super::attribute::{self, AttributedFinding, WrittenFeed};
use super::cards::CardPainter;
use super::clock::{self, Clock};
use super::feeds::PlacedFeed;
use super::guard::guarded;
use super::pages::Pages;
use super::render::{About, Rendered, failed, render};
use super::window::{self, ReadyPost};
use super::{Project, Stop, drafts, feeds, identity, no_posts};
use crate::draft::Draft;
use crate::feed::{self, Format};
use crate::output::Artifact;
use crate::report::{Finding, Level, has_error};
use crate::secrets;
use crate::tree::under;

/// A feed with more entries is written in one format after the other.
const LARGE: usize = 1_000;

/// Options of [`compose`].
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// Warn of posts dated after this time, and of those due by it.
    pub as_of: Option<DateTime<FixedOffset>>,
    /// The time by which dates hold posts back.
    pub clock: Clock,
    /// Allow a project without posts.
    pub allow_empty: bool,
    /// Allow ids that differ from the published ones.
    pub new_ids: bool,
    /// Leave bad posts out; otherwise an error in a post leaves nothing to compose.
    pub keep_going: bool,
    /// Fill in [`About::quotables`].
    pub sources: bool,
}

/// The result of composing.
#[derive(Default)]
pub struct Composed {
    /// The feeds, as files.
    pub feeds: Vec<Artifact>,
    /// The share cards.
    pub cards: Vec<Artifact>,
    /// The page beside the feeds and its stylesheet.
    pub page: Vec<Artifact>,
    /// The drafts as generated, by path.
    pub drafts: BTreeMap<String, Draft>,
    /// The subject of each draft, by the draft's path.
    pub about: BTreeMap<String, About>,
    /// The posts of the window, newest first, without those that cannot be rendered.
    pub window: Vec<About>,
    /// Why posts are held back, by their paths.
    pub held: Vec<(String, String)>,
    /// The file with the time that holds posts back.
    pub as_of: Option<Artifact>,
    /// The files of the posts in the outputs.
    shown: BTreeSet<String>,
    /// Keys of all posts, for orphans.
    pub keys: Vec<String>,
    /// The files of all posts.
    files: BTreeSet<String>,
    /// The page of the newest post.
    pub newest: Option<Url>,
    /// How many posts are published, counting those with errors.
    pub posts: usize,
    /// How many other files under the posts folder are not published posts: drafts, pages without a
    /// date and the like.
    pub unpublished: usize,
    /// How many talks were found in the posts of the window.
    pub talks: usize,
    /// How many posts of the window look like recaps but have no talk.
    pub without_talks: usize,
    /// How many entries the feeds have.
    pub entries: usize,
    /// The findings, at the levels of the configuration.
    pub findings: Vec<Finding>,
}

/// Composes every feed and draft and validates them. Nothing is written.
///
/// Where bad posts are left out, some errors appear only when all posts are put together: an id that
/// two posts share, an entry that makes a feed invalid. Then everything is composed again without
/// those posts.
///
/// # Errors
/// The tree cannot be read, or a feed cannot be written.
pub fn compose(project: &Project<'_>, options: Options) -> Result<Composed, Stop> {
    let mut left_out = BTreeSet::new();
    let mut reported: Vec<Finding> = Vec::new();
    loop {
        let mut composed = compose_without(project, options, &left_out)?;
        let known = |finding: &Finding| finding.file().is_some_and(|file| left_out.contains(file));
        composed.findings.retain(|finding| !known(finding));
        composed.findings.append(&mut reported);
        let bad: BTreeSet<String> = (files_with_errors(&composed.findings).into_iter())
            .filter(|file| composed.shown.contains(*file))
            .map(str::to_owned)
            .collect();
        if !options.keep_going || bad.is_empty() {
            composed.findings.sort_by(|one, other| one.order().cmp(&other.order()));
            return Ok(composed);
        }
        left_out.extend(bad);
        reported = composed.findings;
        reported.retain(|finding| finding.file().is_some_and(|file| left_out.contains(file)));
    }
}

/// The files that have an error.
fn files_with_errors(findings: &[Finding]) -> BTreeSet<&str> {
    let errors = findings.iter().filter(|finding| finding.level == Level::Error);
    errors.filter_map(Finding::file).collect()
}

/// Composes everything but the posts in these files.
fn compose_without(
    project: &Project<'_>,
    options: Options,
    left_out: &BTreeSet<String>,
) -> Result<Composed, Stop> {
    project.memo.begin(project);
    let mut window = window::read(project, &options, left_out)?;
    let mut composed = Composed {
        posts: window.total - window.unpublished,
        unpublished: window.unpublished,
        held: std::mem::take(&mut window.held),
        as_of: window.as_of.map(|as_of| clock::artifact(project, as_of)),
        ..Composed::default()
    };
    composed.findings.extend(project.findings.iter().cloned());
    composed.findings.append(&mut window.findings);
    composed.findings = project.config.apply_levels(composed.findings);
    if has_error(&composed.findings) && !options.keep_going {
        return Ok(composed);
    }
    if options.keep_going {
        // Posts that clash with others are left out before they are rendered.
        let wrong = files_with_errors(&composed.findings);
        let paths = window.posts.iter().map(|ready| ready.post.source.path());
        composed.shown = paths.filter(|path| wrong.contains(path)).map(str::to_owned).collect();
        if !composed.shown.is_empty() {
            return Ok(composed);
        }
    }
    composed.newest = window.posts.first().map(|ready| ready.permalink.clone());
    let pages = Pages::new(project, &window.stubs);
    let painter = CardPainter::open(project)?;
    composed.findings.extend(painter.iter().flat_map(CardPainter::leaks));
    project.progress.expect(window.posts.len());
    let ledger = identity::Ledger::expect(project)?;
    expect_outputs(project, &window.posts);
    project.memo.begin_rendering(&window.stubs);
    let render = |ready: ReadyPost| {
        let rendered = project.memo.rendered(&ready).or_else(|| {
            let rendered = guarded(ready.post.source.path(), || {
                render(project, &pages, painter.as_ref(), &ready, options.sources)
            });
            let rendered = rendered.unwrap_or_else(|finding| Some(failed(&ready, *finding)));
            project.memo.keep_rendered(rendered.as_ref());
            rendered
        });
        project.progress.step();
        rendered
    };
    // Each post is dropped once it is rendered: a feed may have all of a large blog.
    let posts = std::mem::take(&mut window.posts).into_par_iter();
    let mut rendered: Vec<Option<Rendered>> = Vec::new();
    // Block on the published ids here; the workers keep rendering.
    let known = rayon::in_place_scope(|scope| {
        scope.spawn(|_| rendered = posts.map(render).collect());
        ledger.known()
    });
    let editions = composed.gather(rendered.into_iter().flatten());
    if let Some(entries) = editions.get(&None) {
        let (wrong, allowing) =
            identity::published_before(project, &ledger, &known, entries, &window.stubs, options);
        composed.findings.extend(wrong);
        composed.page.extend(allowing);
        // Where posts are bad, their own errors are the cause.
        let is_empty = entries.is_empty()
            && !known.is_empty()
            && !options.allow_empty
            && (options.keep_going || !has_error(&composed.findings));
        composed
            .findings
            .extend(is_empty.then(|| no_posts::emptied(project, known.len(), &composed.held)));
    }
    drop(ledger);
    if window.total == 0 && known.is_empty() && !options.allow_empty {
        composed.findings.push(no_posts::no_posts(project)?);
    }
    composed.findings.extend(feeds::shared(project, &editions));
    let feeds = feeds::all(project, editions);
    composed.entries = feeds.first().map_or(0, |whole| whole.feed.entries.len());
    let formats = feeds::formats(project);
    let mut caused = Vec::new();
    for placed in &feeds {
        caused.extend(composed.add_feed(placed, &formats, &pages, project));
    }
    composed.findings.extend(attribute::joined(caused));
    match feeds::list(project, &feeds) {
        Some(Ok((path, text))) => composed.feeds.push(Artifact::text(path, text)),
        Some(Err(finding)) => composed.findings.push(finding),
        None => {}
    }
    if project.config.feeds.page
        && let Some(whole) = feeds.first()
    {
        for (name, text) in feed::page::files(&whole.feed, &formats) {
            let path = under(&project.config.feeds.dir, name);
            composed.page.push(Artifact::text(path, text));
        }
    }
    composed.keys = window.keys;
    composed.files = window.files;
    composed.findings = project.config.apply_levels(composed.findings);
    secrets::mask(&mut composed.findings);
    Ok(composed)
}

impl Composed {
    /// How many posts have an error that keeps them out.
    pub fn left_out(&self, findings: &[Finding]) -> usize {
        let files = files_with_errors(findings).into_iter();
        files.filter(|file| self.files.contains(*file)).count()
    }

    /// Collects the results of rendering; returns the entries of each edition.
    fn gather(&mut self, all: impl Iterator<Item = Rendered>) -> feeds::Editions {
        let mut editions: feeds::Editions = BTreeMap::from([(None, Vec::new())]);
        for rendered in all {
            if !has_error(&rendered.findings) {
                self.shown.insert(rendered.about.path.clone());
                if rendered.is_new {
                    self.window.push(rendered.about.clone());
                }
            }
            self.findings.extend(rendered.findings);
            for (path, draft) in rendered.drafts {
                self.about.insert(path.clone(), rendered.about.clone());
                self.drafts.insert(path, draft);
            }
            self.talks += rendered.talks;
            self.without_talks += usize::from(rendered.without_talks);
            self.cards.extend(rendered.cards);
            if let Some(entry) = rendered.entry {
                editions.entry(rendered.edition).or_default().push(entry);
            }
        }
        editions
    }

    /// Writes a feed in every format and validates each.
    fn add_feed(
        &mut self,
        placed: &PlacedFeed<'_>,
        formats: &[&'static Format],
        pages: &Pages<'_>,
        project: &Project<'_>,
    ) -> Vec<AttributedFinding> {
        // A large feed keeps all processors busy by itself; one at a time bounds the memory.
        let large = placed.feed.entries.len() > LARGE;
        let written: Vec<Result<WrittenFeed<'_>, Finding>> = formats
            .par_iter()
            .with_min_len(if large { formats.len() } else { 1 })
            .map(|format| {
                let path = under(&placed.folder, format.file_name);
                WrittenFeed::of(placed.in_format(format), format, path, pages)
            })
            .collect();
        let mut whole = Vec::with_capacity(written.len());
        for written in written {
            match written {
                Ok(written) => whole.push(written),
                Err(finding) => self.findings.push(finding),
            }
        }
        let mut caused = Vec::new();
        for (at, written) in whole.iter().enumerate() {
            let before = whole.get(..at).unwrap_or_default();
            caused.extend(written.findings(before, &project.config));
            self.feeds.push(written.source().clone().into());
        }
        caused
    }
}

/// Requests the current outputs from the tree in the order of comparison, so that git reads them while
/// posts are rendered. Large outputs are not kept.
fn expect_outputs(project: &Project<'_>, posts: &[ReadyPost]) {
    let mut paths = drafts::expected_paths(project, posts.iter().filter(|ready| ready.is_new));
    if posts.len() <= LARGE {
        let folder = &project.config.feeds.dir;
        let formats = feeds::formats(project).into_iter();
        paths.extend(formats.map(|format| under(folder, format.file_name)));
    }
    project.tree.expect(&paths);
}
