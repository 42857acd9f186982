#![doc = include_str!("../README.md")]

pub mod conflicts;
pub mod draft;
pub mod feed;
pub mod markdown;
pub mod output;
pub mod post;
pub mod recap;
pub mod report;
pub mod secrets;
pub mod tree;
pub mod validate;
