//! The rules of drafts.

use crate::report::Rule;

/// Every rule of this room, in the order in which they are documented.
pub static RULES: &[&Rule] = &[];
