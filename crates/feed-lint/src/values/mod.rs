//! Values of feeds, each by the document that defines it.

pub mod date;
pub mod entities;
pub mod language;
pub mod mail;
pub mod mime;
pub mod number;
pub mod relations;
pub mod schemes;
pub mod uri;
