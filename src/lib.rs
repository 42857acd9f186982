//! Turns dated Markdown posts, above all recaps of conferences and meetups, into RSS, Atom and JSON feeds and into
//! drafts for social networks, and validates each of them. The program `afterword` is a thin layer over this library.
//!
//! ```
//! use afterword::project::{Project, compose};
//! use afterword::tree::memory::Memory;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let tree = Memory::new()
//!     .with("afterword.toml", "[site]\ntitle = \"Field notes\"\nurl = \"https://notes.example/\"\n")
//!     .with("posts/2026-05-11-meetup.md", "---\ntitle: Spring meetup\ndate: 2026-05-11\n---\nForty people came.\n");
//! let project = Project::open(&tree)?;
//! let composed = compose(&project, compose::Options::default())?;
//! assert_eq!((composed.feeds.len(), composed.drafts.len()), (3, 5));
//! # Ok(())
//! # }
//! ```
//!
//! # Data flow
//!
//! ```text
//!                     ┌─ markdown ─▶ html, text, links, images ─┐
//! tree ─▶ post ───────┤                                         ├─▶ feed  ─▶ rss │ atom │ json ─┐
//! (worktree, index,   └─ recap ───▶ event, sessions, takeaways ─┤                               ├─▶ validate ─▶ output ─▶ files
//!  revision, memory)                                            └─▶ draft ─▶ mastodon │ bluesky…┘                  └▶ report
//! ```
//!
//! Each word is a module; [`project`] joins them.

#![warn(unreachable_pub)]

pub mod card;
#[cfg(feature = "cli")]
pub mod cli;
mod command_line;
#[cfg(feature = "cli")]
pub mod commands;
pub mod config;
pub mod conflicts;
pub mod difference;
pub mod draft;
mod entities;
pub mod feed;
mod fill;
pub mod generator;
mod hex;
pub mod import;
mod language;
pub mod markdown;
pub mod output;
pub mod post;
pub mod preview;
pub mod project;
pub mod read;
pub mod recap;
pub mod rules;
pub mod secrets;
mod sentences;
pub mod site;
pub mod tree;

pub use feed_lint as validate;
pub use feed_lint_findings as report;

use feed_lint_findings::nearly;
