//! A project: its configuration, its people, and the single way from posts to outputs.
//!
//! [`Project::open`] reads a tree. `build` and `check` both call [`compose()`]; they differ only in
//! what they do with the result.

mod attribute;
mod body;
mod built;
#[cfg(feature = "cards")]
mod cards;
#[cfg(not(feature = "cards"))]
#[path = "no_cards.rs"]
mod cards;
pub mod clock;
pub mod compose;
pub mod discovery;
pub mod draft_files;
pub(crate) mod drafts;
mod feeds;
mod files;
pub(crate) mod guard;
mod heads;
pub(crate) mod held;
pub mod identity;
mod inherited;
mod leftover;
pub(crate) mod leftover_templates;
mod memo;
pub mod moved;
pub(crate) mod no_posts;
mod old_cards;
pub mod orphans;
pub mod outputs;
pub mod pages;
pub mod preview;
pub mod progress;
pub mod render;
pub mod stale;
mod talks;
mod unread;
pub mod why;
pub mod window;

use std::fmt;
use std::sync::Arc;

use crate::config::{self, Config};
use crate::draft::{self, People};
use crate::generator::{Context, Facts};
use crate::output::WriteError;
use crate::report::{Finding, Source, has_error};
use crate::rules::outputs::LOCAL_URL;
use crate::site::facts_of;
use crate::tree::{Tree, TreeError, is_under};
use crate::{conflicts, secrets};

pub use compose::{Composed, compose};
pub use memo::Memo;
pub use progress::Progress;

/// The file that names people's handles, at the project's root.
pub const PEOPLE: &str = "people.toml";

/// Why a command failed.
#[derive(Debug)]
pub enum Stop {
    /// The configuration or the list of people is invalid.
    Config(Vec<Finding>),
    /// A merge is unresolved, so that it is unknown what to read.
    Conflict(Vec<Finding>),
    /// Reading files or git failed; the string says how.
    Failed(String),
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Config(findings) | Self::Conflict(findings) => {
                let messages: Vec<&str> =
                    findings.iter().map(|finding| finding.message.as_str()).collect();
                f.write_str(&messages.join("; "))
            }
            Self::Failed(message) => f.write_str(message),
        }
    }
}

impl std::error::Error for Stop {}

impl From<TreeError> for Stop {
    fn from(error: TreeError) -> Self {
        match error {
            TreeError::Unmerged(paths) => {
                Self::Conflict(paths.iter().map(|path| conflicts::unmerged(path)).collect())
            }
            error => Self::Failed(error.to_string()),
        }
    }
}

impl From<WriteError> for Stop {
    fn from(error: WriteError) -> Self {
        Self::Failed(error.to_string())
    }
}

/// A project, opened for composing.
pub struct Project<'a> {
    /// Where everything is read from.
    pub tree: &'a dyn Tree,
    /// `afterword.toml`.
    pub config: Config,
    /// `people.toml`.
    pub people: People,
    /// How the posts are read.
    pub context: Context,
    /// Findings made on opening.
    pub findings: Vec<Finding>,
    /// The progress of composing, for the user interface.
    pub progress: Arc<Progress>,
    /// What was read and rendered before.
    pub memo: Arc<Memo>,
}

impl<'a> Project<'a> {
    /// Reads configuration and people from a tree. Without `afterword.toml` the defaults apply.
    ///
    /// # Errors
    /// The configuration is invalid, or the tree cannot be read.
    pub fn open(tree: &'a dyn Tree) -> Result<Self, Stop> {
        let facts = |dialect, dir: &str| facts_of(tree, dialect, dir);
        let (config, mut facts) = match text(tree, config::FILE)? {
            Some(source) => Config::beside(&source, &facts).map_err(Stop::Config)?,
            None => (Config::built_in(), Facts::default()),
        };
        // Titles, rights and the templates of drafts are in the configuration.
        let mut leaks = secrets::scan(config::FILE, config.source.text());
        if leaks.is_empty() {
            let site = &config.site;
            let texts = [&site.title].into_iter().chain(&site.description).chain(&site.rights);
            leaks = secrets::published(texts.map(String::as_str), &config.source.start());
        }
        let (people, findings) = match text(tree, PEOPLE)? {
            Some(source) => {
                leaks.extend(secrets::scan(PEOPLE, source.text()));
                People::parse(&source)
            }
            None => (People::default(), Vec::new()),
        };
        let mut findings = with_template_findings(&config, findings)?;
        findings.append(&mut leaks);
        findings.extend(local_url(&config));
        findings.extend(unread::unread(tree, config.posts.dialect, &facts));
        findings.extend(inherited::computed(tree, config.posts.dialect, &facts));
        findings.extend(inherited::misspelt(tree, &config, &mut facts));
        reject_unmerged(tree, &config)?;
        Ok(Self { findings, ..Self::with(tree, config, facts, people) })
    }

    /// As [`Project::open`], for commands that write outputs: these need an `afterword.toml` that names
    /// the site.
    ///
    /// # Errors
    /// As [`Project::open`], and where there is no `afterword.toml`.
    pub fn configured(tree: &'a dyn Tree) -> Result<Self, Stop> {
        let project = Self::open(tree)?;
        if project.config.source.text().is_empty() {
            return Err(Stop::Failed(format!(
                "there is no {} in {}; `afterword init` writes one",
                config::FILE,
                tree.describe()
            )));
        }
        Ok(project)
    }

    /// A project with this configuration.
    pub fn with(tree: &'a dyn Tree, config: Config, facts: Facts, people: People) -> Self {
        let context = Context {
            dialect: config.posts.dialect,
            zone: config.site.timezone,
            permalink: config.posts.permalink.clone(),
            ids: config.ids.clone(),
            facts,
        };
        Self {
            tree,
            config,
            people,
            context,
            findings: Vec::new(),
            progress: Arc::default(),
            memo: Arc::default(),
        }
    }
}

/// Reports a site URL on this machine.
fn local_url(config: &Config) -> Option<Finding> {
    let url = &config.site.url;
    let is_local = match url.host()? {
        url::Host::Domain(name) => {
            let last = name.rsplit('.').next();
            last.is_some_and(|last| ["localhost", "local"].contains(&last))
        }
        url::Host::Ipv4(ip) => ip.is_loopback() || ip.is_unspecified() || ip.is_private(),
        url::Host::Ipv6(ip) => ip.is_loopback() || ip.is_unspecified(),
    };
    let message = format!("`{url}` is a URL on this machine or its network");
    is_local.then(|| {
        Finding::new(&LOCAL_URL, message)
            .at(config.span_of("site", "url"))
            .help("write the URL that readers use as `url` under `[site]`")
    })
}

/// Findings about the templates of drafts, at the configuration that contains them.
fn with_template_findings(
    config: &Config,
    mut findings: Vec<Finding>,
) -> Result<Vec<Finding>, Stop> {
    let at = config.source.start();
    let template_findings = draft::template::check(&config.drafts.settings)
        .into_iter()
        .map(|finding| finding.at(at.clone()));
    findings.extend(template_findings);
    if has_error(&findings) { Err(Stop::Config(findings)) } else { Ok(findings) }
}

/// Reports unresolved merges of posts, the configuration and the list of people. Outputs are exempt: a
/// build writes them again.
fn reject_unmerged(tree: &dyn Tree, config: &Config) -> Result<(), Stop> {
    let is_input = |path: &&String| {
        is_under(path, &config.posts.dir) || *path == config::FILE || *path == PEOPLE
    };
    let unmerged = tree.git_status("")?.unmerged;
    let waiting: Vec<Finding> =
        unmerged.iter().filter(is_input).map(|path| conflicts::unmerged(path)).collect();
    if waiting.is_empty() { Ok(()) } else { Err(Stop::Conflict(waiting)) }
}

/// A text file of the tree; `None` where it does not exist.
fn text(tree: &dyn Tree, path: &str) -> Result<Option<Source>, Stop> {
    match tree.read(path) {
        Ok(bytes) => {
            let text = String::from_utf8(bytes).map_err(|error| {
                let at = error.utf8_error().valid_up_to();
                Stop::Failed(format!("{path}: is not UTF-8 at byte {at}"))
            })?;
            match conflicts::find(path, &text) {
                Some(conflict) => Err(Stop::Conflict(vec![conflict])),
                None => Ok(Some(Source::new(path, text))),
            }
        }
        Err(TreeError::Missing(_)) => Ok(None),
        Err(error) => Err(error.into()),
    }
}
