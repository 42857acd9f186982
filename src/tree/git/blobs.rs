//! Blobs from one `cat-file --batch` that lives as long as its tree.

use std::io::{BufRead, BufReader, Read};
use std::sync::{Mutex, PoisonError};

use super::process::Process;
use super::repo::Repo;
use crate::tree::{LARGEST, TreeError};

/// Requests that are sent before the first answer is read; they fit into the pipe, so that
/// neither side ever waits for the other.
const AHEAD: usize = 400;

/// What git answered to one request.
pub(super) type Answer = Result<Vec<u8>, Lack>;

/// Why there is no blob.
#[derive(Debug, Clone)]
pub(super) enum Lack {
    /// There is no such object: not in the tree, or left out of a partial clone.
    Missing,
    /// A tree, a commit or a tag.
    NoBlob,
    /// More than [`LARGEST`] bytes.
    TooLarge,
    /// git failed.
    Failed(TreeError),
}

/// The process, started with the first request.
#[derive(Default)]
pub(super) struct Blobs(Mutex<Option<BufReader<Process>>>);

impl Blobs {
    /// The blobs that `names` name (object ids, or `REV:path`), in their order.
    pub(super) fn get(&self, repo: &Repo, names: &[&[u8]]) -> Vec<Answer> {
        let mut slot = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut answers = Vec::with_capacity(names.len());
        for part in names.chunks(AHEAD) {
            if let Err(error) = fetch(repo, &mut slot, part, &mut answers) {
                // Whatever is half read belongs to nobody: the next request starts afresh.
                *slot = None;
                answers.resize_with(names.len(), || Err(Lack::Failed(error.clone())));
                break;
            }
        }
        answers
    }
}

fn fetch(
    repo: &Repo,
    slot: &mut Option<BufReader<Process>>,
    names: &[&[u8]],
    answers: &mut Vec<Answer>,
) -> Result<(), TreeError> {
    let reader = match slot {
        Some(reader) => reader,
        None => slot.insert(BufReader::with_capacity(
            64 * 1024,
            repo.start(&["cat-file", "--batch"], &[])?,
        )),
    };
    let mut request = Vec::with_capacity(names.len() * 48);
    for name in names {
        request.extend_from_slice(name);
        request.push(b'\n');
    }
    reader.get_mut().send(&request)?;
    for name in names {
        let answer = answer(reader, name).map_err(|error| reader.get_mut().explain(&error))?;
        answers.push(answer);
    }
    Ok(())
}

/// Reads `OID TYPE SIZE`, the bytes and a line end, or `NAME missing`.
fn answer(reader: &mut BufReader<Process>, name: &[u8]) -> std::io::Result<Answer> {
    let mut line = Vec::with_capacity(64);
    reader.read_until(b'\n', &mut line)?;
    let Some(line) = line.strip_suffix(b"\n") else {
        return Err(std::io::ErrorKind::UnexpectedEof.into());
    };
    if line.strip_prefix(name) == Some(b" missing") {
        return Ok(Err(Lack::Missing));
    }
    let line = String::from_utf8_lossy(line);
    let mut words = line.split(' ').skip(1);
    let kind = words.next();
    let Some(size) = words.next().and_then(|size| size.parse::<u64>().ok()) else {
        return Err(std::io::Error::other(format!("unexpected answer {line:?}")));
    };
    if kind != Some("blob") || size > LARGEST {
        std::io::copy(&mut reader.take(size + 1), &mut std::io::sink())?;
        return Ok(Err(if kind == Some("blob") {
            Lack::TooLarge
        } else {
            Lack::NoBlob
        }));
    }
    let length = usize::try_from(size).map_err(std::io::Error::other)?;
    let mut bytes = vec![0; length];
    reader.read_exact(&mut bytes)?;
    reader.read_exact(&mut [0])?;
    Ok(Ok(bytes))
}
