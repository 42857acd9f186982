//! A project: its configuration, its people, and the one way from posts to outputs.
//!
//! `build` and `check` both call [`compose()`]; they differ only in what they do with the answer.

mod attribute;
pub mod compose;
pub mod identity;
mod pages;
pub mod rules;
pub mod stale;
pub mod window;

use crate::config::{self, Config};
use crate::conflicts;
use crate::draft::People;
use crate::post::{Context, dialect};
use crate::report::{Finding, Source, has_error};
use crate::site::Facts;
use crate::tree::{Tree, TreeError};

pub use compose::{Composed, compose};

/// The file that names people's handles, at the project's root.
pub const PEOPLE: &str = "people.toml";

/// Why a command could not do its work.
#[derive(Debug)]
pub enum Stop {
    /// The configuration or the people cannot be understood.
    Config(Vec<Finding>),
    /// Files or git failed; the words say how.
    Failed(String),
}

impl From<TreeError> for Stop {
    fn from(error: TreeError) -> Self {
        Self::Failed(error.to_string())
    }
}

/// What is to be built, and from where.
pub struct Project<'a> {
    /// Where everything is read from.
    pub tree: &'a dyn Tree,
    /// `afterword.toml`.
    pub config: Config,
    /// `people.toml`.
    pub people: People,
    /// How the posts are read.
    pub context: Context,
    /// What was noticed on the way.
    pub findings: Vec<Finding>,
}

impl<'a> Project<'a> {
    /// Reads configuration and people from a tree. Without `afterword.toml` the defaults serve.
    ///
    /// # Errors
    /// The configuration is wrong, or the tree cannot be read.
    pub fn open(tree: &'a dyn Tree) -> Result<Self, Stop> {
        let config = match text(tree, config::FILE)? {
            Some(source) => Config::parse(&source).map_err(Stop::Config)?,
            None => Config::built_in(),
        };
        let (people, findings) = match text(tree, PEOPLE)? {
            Some(source) => People::parse(&source),
            None => (People::default(), Vec::new()),
        };
        if has_error(&findings) {
            return Err(Stop::Config(findings));
        }
        let context = Context {
            dialect: config
                .posts
                .dialect
                .as_deref()
                .and_then(dialect::named)
                .unwrap_or_else(dialect::plain),
            zone: config.site.timezone,
            permalink: config.posts.permalink.clone(),
            ids: std::collections::BTreeMap::new(),
            facts: Facts::default(),
        };
        Ok(Self {
            tree,
            config,
            people,
            context,
            findings,
        })
    }
}

/// A text file of the tree; `None` where there is none.
fn text(tree: &dyn Tree, path: &str) -> Result<Option<Source>, Stop> {
    let source = read(tree, path)?;
    match source.as_ref().and_then(conflicts::find) {
        Some(conflict) => Err(Stop::Config(vec![conflict])),
        None => Ok(source),
    }
}

fn read(tree: &dyn Tree, path: &str) -> Result<Option<Source>, Stop> {
    match tree.read(path) {
        Ok(bytes) => String::from_utf8(bytes)
            .map(|text| Some(Source::new(path, text)))
            .map_err(|error| {
                Stop::Failed(format!(
                    "{path}: is no UTF-8 at byte {}",
                    error.utf8_error().valid_up_to()
                ))
            }),
        Err(TreeError::Missing(_)) => Ok(None),
        Err(error) => Err(error.into()),
    }
}
