//! Decides what to do with a draft's file when its post is composed again.
//!
//! An unedited draft is rewritten. An edited one is kept, and the new text waits beside it in
//! `NETWORK.pending.txt` until the author accepts it or keeps the old one. Approved and posted ones are
//! frozen. Header keys that people added or changed are always kept, and an edited pending file is as
//! safe as a draft.

use super::file::{
    Edits, File, GENERATED, Status, body, generated_values, header_hash, image_list, is_inline,
    list, string, take_over, write,
};
use super::{Draft, followup};
use crate::report::Source;

/// The state of a draft, and what to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The state of the draft after writing.
    pub state: State,
    /// The draft's new text; `None` where the file stays as it is.
    pub draft: Option<String>,
    /// What to do with the pending file.
    pub pending: Pending,
}

/// The state of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// There was no file.
    New,
    /// Unedited.
    Untouched,
    /// Edited; the text generated from its post is the same as before the edit.
    Edited,
    /// Edited, and the text generated from its post has changed since; the new one is pending.
    Pending,
    /// Approved, so frozen.
    Approved,
    /// Posted, so frozen.
    Posted,
    /// Unreadable, or with conflict markers: left as it is.
    Broken,
}

impl State {
    /// The name of the state in output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Untouched => "untouched",
            Self::Edited => "edited",
            Self::Pending => "pending",
            Self::Approved => "approved",
            Self::Posted => "posted",
            Self::Broken => "broken",
        }
    }
}

/// What to do with `NETWORK.pending.txt`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pending {
    /// Leave it as it is.
    Leave,
    /// Write this text.
    Write(String),
    /// Delete it.
    Remove,
}

/// Decides about a draft and its pending file when the post is composed as `composed`.
pub fn reconcile(existing: Option<&str>, pending: Option<&str>, composed: &Draft) -> Outcome {
    let outcome = |state, draft, pending| Outcome { state, draft, pending };
    let stale = || stale(pending, composed);
    let Some(existing) = existing else {
        return outcome(State::New, Some(write(composed)), stale());
    };
    // Most drafts are exactly what a build would write, and need no parsing.
    if existing == write(composed) && !existing.contains("<<<<<<<") {
        return outcome(State::Untouched, None, stale());
    }
    let broken = outcome(State::Broken, None, Pending::Leave);
    let mut file = read(existing);
    let mut text = existing.to_owned();
    if file.conflicted() {
        let Some(side) = merged(existing) else { return broken };
        file = read(&side);
        text = side;
    }
    if !file.readable() {
        return broken;
    }
    let frozen = match file.header.status {
        Status::Draft => None,
        Status::Approved => Some(State::Approved),
        Status::Posted => Some(State::Posted),
    };
    if let Some(state) = frozen {
        let noted = noted(&file, composed).unwrap_or(text);
        return outcome(state, changed(existing, noted), stale());
    }
    if !file.edited() {
        let draft = changed(existing, rewritten(&file, composed));
        return outcome(State::Untouched, draft, stale());
    }
    if outdated(&file, composed) {
        return outcome(State::Pending, None, waiting(pending, composed));
    }
    outcome(State::Edited, None, stale())
}

/// A posted draft with the recordings of its post, if it was posted before drafts recorded them.
fn noted(file: &File, composed: &Draft) -> Option<String> {
    let header = &file.header;
    let is_out = header.status == Status::Posted && !header.posted_urls.is_empty();
    if !is_out || file.values.contains_key("recordings") {
        return None;
    }
    let mut header = Edits::new(file);
    header.set("recordings", &list(composed.recordings.as_deref()?));
    Some(header.finish())
}

/// What to do with a pending file that is no longer needed.
fn stale(pending: Option<&str>, composed: &Draft) -> Pending {
    if pending.is_some_and(|pending| as_generated(&read(pending), composed.cw.as_deref())) {
        Pending::Remove
    } else {
        Pending::Leave
    }
}

/// What to do with the pending file while `composed` is pending. The content warning is in the
/// draft: in the pending file it would come back after the author removes it.
fn waiting(pending: Option<&str>, composed: &Draft) -> Pending {
    let composed = &Draft { cw: None, ..composed.clone() };
    let Some(file) = pending.map(read) else { return Pending::Write(write(composed)) };
    if !untouched(&file) || file.texts() == composed.posts {
        return Pending::Leave;
    }
    Pending::Write(if as_generated(&file, None) {
        write(composed)
    } else {
        rewritten(&file, composed)
    })
}

/// Accepts the pending text; the header's own keys stay, together with those that the author wrote
/// into the pending file. `None` where one of the two cannot be read, or the pending file has a
/// table that cannot be moved.
pub fn accept(existing: &str, pending: &str) -> Option<String> {
    let (file, new) = (read(existing), read(pending));
    if !file.readable() || !new.readable() || new.conflicted() {
        return None;
    }
    let generated = new.header.generated.clone().unwrap_or_else(|| new.hash());
    let mut header = Edits::new(&file);
    header.set("generated", &string(&generated));
    if own_header(&file, file.header.reply_to.as_deref()) {
        for (key, value) in [("lang", &new.header.lang), ("link", &new.header.link)] {
            if let Some(value) = value {
                header.set(key, &string(value));
            }
        }
        for key in ["generated_header", "images", "reply_to", "recordings"] {
            if let Some(value) = new
                .values
                .get(key)
                .filter(|range| is_inline(pending, range))
                .and_then(|range| pending.get((*range).clone()))
            {
                header.set(key, value);
            }
        }
    }
    header.set("status", &string(Status::Draft.name()));
    take_over(&mut header, &new)?;
    Some(header.with_body(&body(&new.texts())))
}

/// Keeps the edited text until the generated text changes again. `None` as for [`accept`].
pub fn keep(existing: &str, pending: &str) -> Option<String> {
    let (file, new) = (read(existing), read(pending));
    if !file.readable() || !new.readable() {
        return None;
    }
    let generated = new.header.generated.clone().unwrap_or_else(|| new.hash());
    let mut header = Edits::new(&file);
    header.set("generated", &string(&generated));
    take_over(&mut header, &new)?;
    Some(header.finish())
}

/// Freezes a draft as approved. `None` where its header cannot be read.
pub fn approve(existing: &str) -> Option<String> {
    with_status(existing, Status::Approved, &[])
}

/// Freezes a draft as posted at `urls`, with the recordings of its post, which need no follow-up. `None`
/// where its header cannot be read.
pub fn posted(existing: &str, urls: &[String], composed: &Draft) -> Option<String> {
    let text = with_status(existing, Status::Posted, urls)?;
    Some(noted(&read(&text), composed).unwrap_or(text))
}

fn with_status(existing: &str, status: Status, urls: &[String]) -> Option<String> {
    let file = read(existing);
    if !file.readable() || file.conflicted() {
        return None;
    }
    let mut header = Edits::new(&file);
    header.set("status", &string(status.name()));
    let mut all = file.header.posted_urls.clone();
    for url in urls {
        if !all.contains(url) {
            all.push(url.clone());
        }
    }
    if all != file.header.posted_urls {
        header.set("posted_urls", &list(&all));
    }
    Some(header.finish())
}

/// Whether the text generated from the post has changed since the draft was generated or kept.
pub fn outdated(file: &File, composed: &Draft) -> bool {
    file.header.generated.as_deref() != Some(composed.hash().as_str())
        && file.texts() != composed.posts
}

/// Who wrote the current text of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// A build, unedited since.
    Generated,
    /// The author edited its text or its header.
    ByPerson,
    /// The author approved it.
    Approved,
    /// It is posted.
    Posted,
    /// It has no readable header, so it may be anything.
    NoDraft,
}

/// Decides who wrote a draft whose post is gone. Only a draft that is certainly unedited counts
/// as a build's.
pub fn written(text: &str) -> Written {
    let file = read(text);
    let generated = file.values.contains_key("generated") || file.values.contains_key("status");
    if !file.readable() || !generated {
        return Written::NoDraft;
    }
    match file.header.status {
        Status::Approved => return Written::Approved,
        Status::Posted => return Written::Posted,
        Status::Draft => {}
    }
    if as_generated(&file, None) { Written::Generated } else { Written::ByPerson }
}

/// Whether a file is a draft or a pending one by its path in the folder of drafts.
pub fn is_draft(path: &str) -> bool {
    key_of(path).is_some()
}

/// The folder of a draft (`KEY/NETWORK.txt` or `.pending.txt`), which its post's key names.
fn key_of(path: &str) -> Option<&str> {
    let (key, name) = path.rsplit_once('/')?;
    let network = name.strip_suffix(".txt")?;
    let network = network.strip_suffix(".pending").unwrap_or(network);
    super::network::named(network).map(|_| key)
}

/// The drafts (`FOLDER/KEY/NETWORK.txt` or `.pending.txt`) among `paths`, follow-ups included, that
/// belong to no post of `keys`.
pub fn orphans<'a>(folder: &str, paths: &[&'a str], keys: &[&str]) -> Vec<&'a str> {
    let of_post = |path: &str| {
        let inside = path.strip_prefix(folder)?.trim_start_matches('/');
        let key = key_of(inside)?;
        Some(keys.contains(&key) || keys.contains(&followup::folder(key).0))
    };
    paths.iter().copied().filter(|path| of_post(path) == Some(false)).collect()
}

fn read(text: &str) -> File {
    File::parse(&Source::new("", text))
}

/// Whether the text of this file is neither edited nor frozen.
fn untouched(file: &File) -> bool {
    file.readable() && !file.conflicted() && !file.edited() && file.header.status == Status::Draft
}

/// Whether this file is unedited, including its header, in which a build writes the content warning `cw`.
fn as_generated(file: &File, cw: Option<&str>) -> bool {
    let header = file.header.clone();
    // The hash does not cover the warning: one that the draft does not have may be the author's.
    let is_own = own_header(file, header.reply_to.as_deref());
    if !untouched(file) || !is_own || (header.cw.is_some() && header.cw.as_deref() != cw) {
        return false;
    }
    let expected = write(&Draft {
        // A file does not contain its network.
        network: super::NETWORKS[0],
        lang: header.lang.unwrap_or_default(),
        cw: header.cw,
        link: header.link.unwrap_or_default(),
        images: header.images,
        reply_to: header.reply_to,
        recordings: header.recordings,
        posts: file.texts(),
        unknown: Vec::new(),
        findings: Vec::new(),
    });
    let text = file.source.text();
    text == expected || text == expected.replace('\n', "\r\n")
}

fn changed(old: &str, new: String) -> Option<String> {
    (old != new).then_some(new)
}

/// Whether `lang`, `link` and `images` are unedited, and `reply_to` is this.
fn own_header(file: &File, reply_to: Option<&str>) -> bool {
    let header = &file.header;
    let images = file.values.get("images").and_then(|range| file.source.text().get(range.clone()));
    // A list of images may contain comments and the author's keys, which its hash does not cover.
    if images.is_some_and(|written| written != image_list(&header.images)) {
        return false;
    }
    let now = header_hash(header.lang.as_deref(), header.link.as_deref(), &header.images, reply_to);
    header.generated_header.as_ref() == Some(&now)
}

/// An unedited draft with new text: keys that people added to its header stay.
fn rewritten(file: &File, composed: &Draft) -> String {
    if as_generated(file, composed.cw.as_deref()) {
        let text = write(composed);
        let windows = file.source.text().contains("\r\n");
        return if windows { text.replace('\n', "\r\n") } else { text };
    }
    let mut header = Edits::new(file);
    // The author may make any draft a reply; only a follow-up's `reply_to` is a build's.
    let reply_to = composed.reply_to.as_ref().and(file.header.reply_to.as_ref());
    let own = own_header(file, reply_to.map(String::as_str));
    for (key, value) in generated_values(composed) {
        let theirs = match key {
            "generated" | "recordings" => false,
            // An empty warning counts as well: the author wants none.
            "cw" => file.values.contains_key(key),
            _ => !own,
        };
        if !theirs {
            header.set(key, &value);
        }
    }
    if own && composed.images.is_empty() && !file.header.images.is_empty() {
        header.set("images", "[]");
    }
    header.with_body(&body(&composed.posts))
}

/// One side of an unresolved merge without anybody's edits: both sides are as generated, and their
/// headers differ only in generated values.
fn merged(text: &str) -> Option<String> {
    let (mut ours, mut theirs) = (String::new(), String::new());
    let mut side = 0;
    for line in text.split_inclusive('\n') {
        let marker = line.trim_end();
        match side {
            0 if marker.starts_with("<<<<<<< ") => side = 1,
            1 if marker.starts_with("||||||| ") => side = 2,
            1 | 2 if marker == "=======" => side = 3,
            3 if marker.starts_with(">>>>>>> ") => side = 0,
            0 => {
                ours.push_str(line);
                theirs.push_str(line);
            }
            1 => ours.push_str(line),
            3 => theirs.push_str(line),
            _ => {}
        }
    }
    let (our, their) = (read(&ours), read(&theirs));
    let generated =
        |file: &File| untouched(file) && own_header(file, file.header.reply_to.as_deref());
    // A marker without its end is not git's.
    let whole = side == 0;
    (whole && generated(&our) && generated(&their) && of_people(&our) == of_people(&their))
        .then_some(ours)
}

/// The file down to the end of its header, without the values that a build replaces.
fn of_people(file: &File) -> String {
    let mut header = Edits::new(file);
    for key in GENERATED {
        if file.values.contains_key(key) {
            header.set(key, "");
        }
    }
    header.header()
}

#[cfg(test)]
mod tests;
