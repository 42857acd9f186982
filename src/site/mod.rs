//! The site that the posts belong to: addresses, ids, and what a neighbouring generator already
//! says about it. Each generator's configuration has a file; Python and JavaScript are read as
//! text and never run.

pub(crate) mod astro;
mod configuration;
pub(crate) mod eleventy;
pub mod facts;
pub(crate) mod hugo;
pub mod identity;
pub(crate) mod jekyll;
pub mod kept;
pub(crate) mod pelican;
pub mod permalink;
mod scope;
mod script;
mod survey;
pub(crate) mod transliterate;
pub(crate) mod zola;

pub use facts::Facts;
pub use scope::Scope;
pub use survey::{Survey, facts_of, survey};
