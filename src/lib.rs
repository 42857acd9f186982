#![doc = include_str!("../README.md")]
//!
//! # The way of the data
//!
//! ```text
//!                     ┌─ markdown ─▶ html, text, links, images ─┐
//! tree ─▶ post ───────┤                                         ├─▶ feed  ─▶ rss │ atom │ json ─┐
//! (worktree, index,   └─ recap ───▶ event, sessions, takeaways ─┤                               ├─▶ validate ─▶ output ─▶ files
//!  revision, memory)                                            └─▶ draft ─▶ mastodon │ bluesky…┘                  └▶ report
//! ```
//!
//! Each word is a module; [`project`] joins them.

pub mod card;
#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "cli")]
pub mod commands;
pub mod config;
pub mod conflicts;
pub mod difference;
pub mod draft;
pub mod feed;
mod fill;
pub mod import;
mod language;
pub mod markdown;
mod nearly;
pub mod output;
pub mod post;
pub mod preview;
pub mod project;
pub mod recap;
pub mod report;
pub mod rules;
pub mod secrets;
mod sentences;
pub mod site;
pub mod tree;
pub mod validate;
