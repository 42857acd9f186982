//! Objects from a `cat-file --batch` process that lives as long as its tree.

use std::collections::{BTreeMap, VecDeque};
use std::io::{BufRead, BufReader, Read};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::process::Process;
use super::repo::Repo;
use crate::tree::{LARGEST, TreeError};

/// git's answer to one request.
pub(super) type Answer = Result<Vec<u8>, Lack>;

/// Why an object is unavailable.
#[derive(Debug, Clone)]
pub(super) enum Lack {
    /// It does not exist: not in the tree, or left out of a partial clone.
    Missing,
    /// It is not a file but a folder.
    Other,
    /// More than [`LARGEST`] bytes.
    TooLarge,
    /// git failed.
    Failed(TreeError),
}

/// The process, started by its first request. A thread reads its answers, so that neither
/// side ever blocks the other. Reading ahead saves 7 of 41 ms in a hook with a hundred drafts, since each
/// is read twice.
#[derive(Default)]
pub(super) struct Blobs(Mutex<Asked>);

#[derive(Default)]
struct Asked {
    process: Option<BufReader<Process>>,
    /// Requests made ahead and not answered yet.
    ahead: VecDeque<Vec<u8>>,
    /// Answers to requests made ahead.
    kept: BTreeMap<Vec<u8>, Answer>,
}

impl Blobs {
    /// The blobs of `names` (object ids, or `REV:path`), in order.
    pub(super) fn get(&self, repo: &Repo, names: &[&[u8]]) -> Vec<Answer> {
        let mut asked = self.asked();
        let answers = asked.settle(None).and_then(|()| {
            asked.send(repo, names)?;
            names.iter().map(|name| asked.answer(name)).collect()
        });
        answers.unwrap_or_else(|error| {
            asked.give_up();
            vec![Err(Lack::Failed(error)); names.len()]
        })
    }

    /// One blob; one requested ahead is kept, so that it can be read again.
    pub(super) fn one(&self, repo: &Repo, name: &[u8]) -> Answer {
        let mut asked = self.asked();
        asked.reach(name);
        let kept = asked.kept.get(name).cloned();
        drop(asked);
        kept.unwrap_or_else(|| self.single(repo, name))
    }

    /// One blob that is read for the last time; it is not kept.
    pub(super) fn last(&self, repo: &Repo, name: &[u8]) -> Answer {
        let mut asked = self.asked();
        asked.reach(name);
        let kept = asked.kept.remove(name);
        drop(asked);
        kept.unwrap_or_else(|| self.single(repo, name))
    }

    fn single(&self, repo: &Repo, name: &[u8]) -> Answer {
        let answer = self.get(repo, &[name]).pop();
        answer.unwrap_or(Err(Lack::Missing))
    }

    /// Requests blobs that [`Blobs::one`] will return, best in this order: git fetches them while other
    /// work goes on.
    pub(super) fn expect(&self, repo: &Repo, names: &[&[u8]]) {
        let mut asked = self.asked();
        match asked.send(repo, names) {
            Ok(()) => asked.ahead.extend(names.iter().map(|name| name.to_vec())),
            // The next request reports the error.
            Err(_) => asked.give_up(),
        }
    }

    fn asked(&self) -> MutexGuard<'_, Asked> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Asked {
    fn process(&mut self, repo: &Repo) -> Result<&mut BufReader<Process>, TreeError> {
        Ok(match &mut self.process {
            Some(reader) => reader,
            slot => slot.insert(BufReader::with_capacity(
                64 * 1024,
                repo.start(&["cat-file", "--batch"], &[])?,
            )),
        })
    }

    fn send(&mut self, repo: &Repo, names: &[&[u8]]) -> Result<(), TreeError> {
        let mut request = names.join(&b'\n');
        if !request.is_empty() {
            request.push(b'\n');
            self.process(repo)?.get_mut().send(&request)?;
        }
        Ok(())
    }

    /// Reads the answers to requests made ahead, up to that about `last` or all of them.
    fn settle(&mut self, last: Option<&[u8]>) -> Result<(), TreeError> {
        while let Some(name) = self.ahead.pop_front() {
            let answer = self.answer(&name)?;
            let is_last = last == Some(name.as_slice());
            self.kept.insert(name, answer);
            if is_last {
                break;
            }
        }
        Ok(())
    }

    /// Reads up to the answer about `name`, if it was requested ahead. When git fails over another
    /// name, requests this one again.
    fn reach(&mut self, name: &[u8]) {
        if self.ahead.iter().any(|next| next == name) && self.settle(Some(name)).is_err() {
            self.give_up();
        }
    }

    fn answer(&mut self, name: &[u8]) -> Result<Answer, TreeError> {
        let Some(reader) = &mut self.process else {
            return Err(TreeError::Git("git cat-file is not there any more".into()));
        };
        answer(reader, name).map_err(|error| reader.get_mut().explain(&error))
    }

    /// Discards half-read answers; the next request starts a new process.
    fn give_up(&mut self) {
        self.process = None;
        self.ahead.clear();
    }
}

/// Parses `ID TYPE SIZE`, the bytes and a line end, or `NAME missing`.
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
    let is_blob = words.next() == Some("blob");
    let Some(size) = words.next().and_then(|size| size.parse::<u64>().ok()) else {
        return Err(std::io::Error::other(format!("unexpected answer {line:?}")));
    };
    if !is_blob || size > LARGEST {
        std::io::copy(&mut reader.take(size + 1), &mut std::io::sink())?;
        return Ok(Err(if is_blob { Lack::TooLarge } else { Lack::Other }));
    }
    let length = usize::try_from(size).map_err(std::io::Error::other)?;
    let mut bytes = vec![0; length];
    reader.read_exact(&mut bytes)?;
    reader.read_exact(&mut [0])?;
    Ok(Ok(bytes))
}
