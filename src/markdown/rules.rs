//! The rules of bodies: links, images, raw HTML.

use crate::report::Rule;

/// Every rule of this room, in the order in which they are documented.
pub static RULES: &[&Rule] = &[];
