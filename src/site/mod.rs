//! The site that the posts belong to: addresses, ids, and what a neighbouring generator already
//! says about it.

pub mod facts;
pub mod identity;
pub mod permalink;

pub use facts::Facts;
