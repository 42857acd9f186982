//! Follow-ups: drafts about recordings and slides that a post gains after its draft was posted.
//!
//! A follow-up is in `KEY/followup-1/` beside the drafts of its post, replies to the draft before
//! it, and lists what is new since that one. Once it is posted, another one may follow.

use super::file::{File, Status};
use super::rules::FOLLOWUP_NAME;
use super::text::tidy;
use super::{Draft, Material};
use crate::language::wording::{Announced, Wording};
use crate::post::Post;
use crate::recap::{Media, MediaKind, Session, identity, is_list};
use crate::report::Finding;

const NAME: &str = "followup-";

/// A posted draft, to which a follow-up replies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostedDraft {
    /// The URL of the draft's last post.
    pub reply_to: String,
    /// The recordings and slides known to it and to the drafts before it.
    pub known: Vec<String>,
}

impl PostedDraft {
    /// What may follow the draft in this file, which comes after `before`; `None` unless it is
    /// posted and follow-ups are enabled.
    pub fn of(file: &File, composed: &Draft, before: Option<Self>) -> Option<Self> {
        let header = &file.header;
        let url = header.posted_urls.last()?;
        let recordings = composed.recordings.as_ref()?;
        let recordings = header.recordings.as_ref().unwrap_or(recordings);
        if header.status != Status::Posted {
            return None;
        }
        let mut known = before.map_or_else(Vec::new, |before| before.known);
        known.extend(recordings.iter().cloned());
        Some(Self { reply_to: url.clone(), known })
    }
}

/// The recordings and slides that a follow-up announces.
pub(super) struct News<'a> {
    material: &'a Material<'a>,
    known: Vec<String>,
    new: Vec<&'a Media>,
}

impl<'a> News<'a> {
    /// The media of a post that are new; for a posted follow-up, those in its header.
    pub(super) fn of(
        material: &'a Material<'a>,
        before: &PostedDraft,
        listed: Option<&[String]>,
    ) -> Self {
        let identities =
            |urls: &[String]| -> Vec<String> { urls.iter().map(|url| identity(url)).collect() };
        let known = identities(&before.known);
        let listed = listed.map(identities);
        let is_new = |media: &&Media| {
            let own = identity(&media.url);
            !known.contains(&own) && listed.as_ref().is_none_or(|listed| listed.contains(&own))
        };
        Self { new: material.recap.media.iter().filter(is_new).collect(), material, known }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.new.is_empty()
    }

    /// Whether a session has one of them. A playlist below the last session is the event's.
    pub(super) fn is_of(&self, session: &Session) -> bool {
        let own = session.video.iter().chain(&session.slides);
        let mut own = own.filter(|url| !is_list(&url.value));
        own.any(|url| {
            let own = identity(&url.value);
            self.new.iter().any(|media| identity(&media.url) == own)
        })
    }

    /// "The recordings from PyCascades 2020 are up".
    pub(super) fn headline(&self, event: &str, wording: &Wording) -> String {
        let phrase = self.phrase(wording);
        if event.is_empty() {
            return tidy::capital(&phrase.replace("{}", ""));
        }
        phrase.replace("{}", &wording.news.event.replace("{}", event))
    }

    fn phrase(&self, wording: &Wording) -> &'static str {
        let count = |kind| self.new.iter().filter(|media| media.kind == kind).count();
        let (recordings, slides) = (count(MediaKind::Recording), count(MediaKind::Slides));
        // "More" only if the post had some of that kind before.
        let had = |kind| {
            let mut all = self.material.recap.media.iter();
            all.any(|media| media.kind == kind && self.known.contains(&identity(&media.url)))
        };
        let further = (recordings == 0 || had(MediaKind::Recording))
            && (slides == 0 || had(MediaKind::Slides));
        let phrase: &Announced = if further { &wording.news.further } else { &wording.news.first };
        // A link outside of the sessions is more often a list of recordings than a single one.
        let of_session = || {
            let mut sessions = self.material.recap.sessions.iter();
            sessions.any(|session| self.is_of(session))
        };
        match (recordings, slides) {
            (0, _) => phrase.slides,
            (1, 0) if of_session() => phrase.recording,
            (_, 0) => phrase.recordings,
            _ => phrase.both,
        }
    }
}

/// The folder of a follow-up beside its post's drafts.
pub fn name(number: usize) -> String {
    format!("{NAME}{number}")
}

/// The key of the post of a folder of drafts, and the number of the follow-up where it is one.
pub fn folder(folder: &str) -> (&str, Option<usize>) {
    let parted = folder.rsplit_once('/').and_then(|(key, last)| {
        let number = last.strip_prefix(NAME)?.parse().ok()?;
        (name(number) == last && number > 0).then_some((key, Some(number)))
    });
    parted.unwrap_or((folder, None))
}

/// The number of the follow-up whose draft is at a path.
pub fn number(path: &str) -> Option<usize> {
    folder(path.rsplit_once('/')?.0).1
}

/// The finding about a post whose drafts would be in the folder of another's follow-ups.
pub fn clash(post: &Post) -> Option<Finding> {
    let last = post.key.rsplit('/').next().unwrap_or_default();
    let folded = last.to_ascii_lowercase();
    let digits = folded.strip_prefix(NAME)?;
    if digits.is_empty() || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let message = format!("the drafts of this post would lie in `{last}`, as follow-ups do");
    let named = post.source.path().rsplit('/').next();
    let is_file = named.is_some_and(|file| file.starts_with(last));
    let what = if is_file { "file" } else { "folder" };
    Some(
        Finding::new(&FOLLOWUP_NAME, message)
            .at(post.source.start())
            .help(format!("rename the {what} `{last}`, for example to `post-{last}`")),
    )
}

#[cfg(test)]
mod tests {
    use super::{folder, name, number};

    #[test]
    fn a_folder_says_whose_follow_up_it_is() {
        for (path, key, followup) in [
            ("2020/pycascades", "2020/pycascades", None),
            ("2020/pycascades/followup-1", "2020/pycascades", Some(1)),
            ("a/followup-12", "a", Some(12)),
            ("followup-1", "followup-1", None),
            ("a/followup-01", "a/followup-01", None),
            ("a/followup-0", "a/followup-0", None),
            ("a/followup-x", "a/followup-x", None),
            ("a/followup-1/b", "a/followup-1/b", None),
        ] {
            assert_eq!(folder(path), (key, followup), "{path}");
            assert_eq!(number(&format!("{path}/x.txt")), followup, "{path}");
        }
        assert_eq!(name(2), "followup-2");
    }
}
