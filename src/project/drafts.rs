//! The drafts of a post: their files, their input, and what is composed for them.

use url::Url;

use super::Project;
use super::window::ReadyPost;
use crate::draft::file::{self, File, Status};
use crate::draft::followup::PostedDraft;
use crate::draft::{self, Draft, Network};
use crate::post::Post;
use crate::recap::Recap;
use crate::report::{Finding, Source};
use crate::tree::under;

/// The files of these posts' drafts, a bounded number.
pub(super) fn expected_paths<'p>(
    project: &Project<'_>,
    posts: impl Iterator<Item = &'p ReadyPost>,
) -> Vec<String> {
    const MOST: usize = 2_000;
    let drafts = posts.flat_map(|ready| {
        let networks = project.config.drafts.settings.wanted();
        networks.map(|network| path(project, &ready.post.key, 0, network))
    });
    drafts.take(MOST).collect()
}

/// The file of a draft, or of the follow-up of this number.
fn path(project: &Project<'_>, key: &str, number: usize, network: &Network) -> String {
    let folder = match number {
        0 => key.to_owned(),
        number => under(key, &draft::followup::name(number)),
    };
    let dir = &project.config.drafts.dir;
    under(dir, &format!("{folder}/{}.txt", network.name))
}

/// The drafts of a post, each with its path and with where an edited one differs from the post. A
/// posted draft is followed by its follow-up, where the post has something new.
pub(super) fn compose(
    project: &Project<'_>,
    material: draft::Material<'_>,
    networks: impl Iterator<Item = &'static Network>,
) -> Vec<(String, Draft, Vec<Finding>)> {
    let composer = draft::Composer::new(material);
    let mut all = Vec::new();
    for network in networks {
        let mut before: Option<PostedDraft> = None;
        // A follow-up has the content warning of the draft before it.
        let mut warning = None;
        for number in 0.. {
            let path = path(project, material.key, number, network);
            let existing = existing(project, &path);
            if let Some(text) = &existing {
                warning = content_warning(&path, text);
            }
            let found = |text: &str| File::parse(&Source::new(path.as_str(), text));
            let draft = match &before {
                None => Some(composer.draft(network, warning.as_deref())),
                Some(before) => {
                    let found = existing.as_deref().map(found);
                    let listed = found.filter(|file| file.header.status == Status::Posted);
                    let listed = listed.and_then(|file| file.header.recordings);
                    composer.followup(network, warning.as_deref(), before, listed.as_deref())
                }
            };
            let Some(draft) = draft else { break };
            let changed = existing.filter(|text| *text != file::write(&draft));
            let found = changed.as_deref().map(found);
            let mut near = Vec::new();
            if let Some(found) = &found {
                let edited = found.edited() || found.header.status == Status::Approved;
                if edited && found.readable() && found.header.status != Status::Posted {
                    near = draft::near::check(found, &draft, &material);
                }
            }
            before = found.and_then(|found| PostedDraft::of(&found, &draft, before.take()));
            all.push((path, draft, near));
            if before.is_none() {
                break;
            }
        }
    }
    all
}

/// The input of a post's drafts.
pub(crate) fn material<'a>(
    project: &'a Project<'_>,
    post: &'a Post,
    recap: &'a Recap,
    text: &'a str,
    link: &'a Url,
) -> draft::Material<'a> {
    draft::Material {
        key: &post.key,
        head: &post.head,
        recap,
        text,
        link,
        language: project.config.site.language.as_deref(),
        people: &project.people,
        settings: &project.config.drafts.settings,
    }
}

/// The text of an existing draft.
fn existing(project: &Project<'_>, path: &str) -> Option<String> {
    String::from_utf8(project.tree.read_output(path).ok()?).ok()
}

/// The content warning of an edited draft, for which the text must leave room.
fn content_warning(path: &str, text: &str) -> Option<String> {
    if !text.contains("cw") {
        return None;
    }
    File::parse(&Source::new(path, text)).header.cw
}
