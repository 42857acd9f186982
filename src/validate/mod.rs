//! Any feed, judged as a stranger: RSS 0.9x, 1.0 and 2.0, Atom, JSON Feed.
//!
//! This room sees text and [`crate::report`] alone; our own feeds get no favours.

pub mod rules;
