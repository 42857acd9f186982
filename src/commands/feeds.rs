//! The input of `afterword validate`: files, folders and lists of them, and the URLs at which they are
//! published.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;
use url::Url;

use super::shell::Shell;
use super::source::read;
use super::validate::parsed_url;
use crate::project::Stop;

/// The extensions of feeds in a folder.
const NAMES: [&str; 5] = ["xml", "rss", "atom", "rdf", "json"];

/// The files named on the command line and in a list, folders replaced by their feeds.
///
/// # Errors
/// The list cannot be read, or a folder has no feed.
pub(super) fn named(given: &[String], list: Option<&str>) -> Result<Vec<String>, Stop> {
    let listed = list.map(text).transpose()?.unwrap_or_default();
    let listed = listed.lines().filter(|line| !line.is_empty());
    let mut files = Vec::new();
    for file in given.iter().map(String::as_str).chain(listed) {
        if file != "-" && Path::new(file).is_dir() {
            inside(file, &mut files)?;
        } else {
            files.push(file.to_owned());
        }
    }
    Ok(files)
}

/// The feeds in a folder and its subfolders, sorted by name, without hidden files and symbolic links.
fn inside(folder: &str, files: &mut Vec<String>) -> Result<(), Stop> {
    let before = files.len();
    let entries = WalkBuilder::new(folder)
        .standard_filters(false)
        .hidden(true)
        .sort_by_file_name(Ord::cmp)
        .build();
    for entry in entries {
        let entry = match entry {
            Ok(entry) => entry,
            // Reading the path reports why it cannot be read. A folder may fail at several of its entries.
            Err(error) => {
                let path = path(&error).unwrap_or(Path::new(folder)).to_string_lossy();
                if !files.iter().skip(before).any(|file| *file == path) {
                    files.push(path.into_owned());
                }
                continue;
            }
        };
        let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
        let extension = entry.path().extension().and_then(|name| name.to_str());
        let is_feed = extension
            .is_some_and(|name| NAMES.iter().any(|known| known.eq_ignore_ascii_case(name)));
        if is_file && is_feed {
            files.push(entry.path().to_string_lossy().into_owned());
        }
    }
    if files.len() == before {
        return Err(Stop::Failed(format!(
            "{folder}: no file in this folder is named .xml, .rss, .atom, .rdf or .json"
        )));
    }
    Ok(())
}

/// What could not be read.
fn path(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } => self::path(err),
        _ => None,
    }
}

/// A list, as text.
fn text(file: &str) -> Result<String, Stop> {
    String::from_utf8(read(file)?)
        .map_err(|_| Stop::Failed(format!("{file}: this list is not valid UTF-8")))
}

/// The URLs of published feeds, by file.
#[derive(Debug, Default)]
pub(super) struct Bases(BTreeMap<PathBuf, Url>);

impl Bases {
    /// Reads `--map` and `--map-from`.
    ///
    /// # Errors
    /// The list cannot be read, or one of the URLs is not valid.
    pub(super) fn read(shell: &Shell, pairs: &[String], list: Option<&str>) -> Result<Self, Stop> {
        let mut bases = Self::default();
        for pair in pairs {
            // A file's name and a URL may both contain a `=`.
            let found = pair.match_indices('=').find_map(|(at, _)| {
                let (file, uri) = (pair.get(..at)?, pair.get(at + 1..)?);
                Some((file, Url::parse(uri).ok()?))
            });
            let (file, uri) = found.ok_or_else(|| {
                Stop::Failed(format!(
                    "{pair:?} does not map a file to a URL; write --map feed.xml=https://example.org/feed.xml"
                ))
            })?;
            bases.0.insert(shell.absolute(file), uri);
        }
        let Some(list) = list else { return Ok(bases) };
        for (number, line) in text(list)?.lines().enumerate() {
            if line.is_empty() {
                continue;
            }
            let (file, uri) = line.split_once('\t').ok_or_else(|| {
                Stop::Failed(format!(
                    "{list}:{}: this line has no tab; write the file, a tab and its URL",
                    number + 1
                ))
            })?;
            bases.0.insert(shell.absolute(file), parsed_url(uri)?);
        }
        Ok(bases)
    }

    /// The URL of a file.
    pub(super) fn of(&self, shell: &Shell, file: &str) -> Option<&Url> {
        if self.0.is_empty() {
            return None;
        }
        self.0.get(&shell.absolute(file))
    }
}

#[cfg(test)]
mod tests {
    use super::inside;

    /// The folder is reported as a file that cannot be read is, beside the feeds.
    #[test]
    fn a_folder_that_cannot_be_read() {
        let mut files = Vec::new();
        assert!(inside("no-such-folder", &mut files).is_ok());
        assert_eq!(files, ["no-such-folder"]);
    }
}
