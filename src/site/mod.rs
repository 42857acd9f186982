//! The site that the posts belong to: which generator makes it, and the ids of its entries.

pub mod identity;
pub mod kept;
mod survey;

pub use survey::{Survey, facts_of, survey};
