//! Social-post drafts: composed from what was understood, counted as each network counts, kept
//! when a person has edited them. One file a network.

pub mod rules;
