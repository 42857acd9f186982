//! Exports of drafts, one file per format.

mod bluesky;
mod buffer;
mod crosspost;
mod csv;
mod facets;
mod linkedin;
mod mastodon;
mod mdsend;
mod metricool;
mod sprout;
mod typefully;

use chrono::{DateTime, FixedOffset, TimeDelta};

use serde_json::{Value, json};

use super::file::{File, Header};
use super::followup;
use super::network::Network;
use super::people::People;
use super::rules::EXPORT_LOSS;
use crate::post::Image;
use crate::report::Finding;

pub use facets::{Facet, Feature, detect};
pub use linkedin::little_text;

/// Every export, in order of listing.
pub static EXPORTS: &[&Export] = &[
    &bluesky::BLUESKY,
    &mastodon::MASTODON,
    &linkedin::LINKEDIN,
    &typefully::TYPEFULLY,
    &buffer::BUFFER,
    &sprout::SPROUT,
    &metricool::METRICOOL,
    &crosspost::CROSSPOST,
    &mdsend::MDSEND,
];

/// The export of this name.
pub fn named(name: &str) -> Option<&'static Export> {
    EXPORTS.iter().copied().find(|export| export.name == name)
}

/// An export format.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact about the program that imports the file"
)]
pub struct Export {
    /// Its name on the command line.
    pub name: &'static str,
    /// The extension of its files, without the dot.
    pub extension: &'static str,
    /// Whether it supports drafts of this network.
    pub takes: fn(&Network) -> bool,
    /// Whether every post of a file goes to the same channel.
    pub is_one_channel: bool,
    /// Whether a file holds one draft.
    pub is_one_draft: bool,
    /// Whether every post must have a time.
    needs_schedule: bool,
    /// Whether the posts of a thread are posted one by one.
    splits_threads: bool,
    /// Why a draft of these posts cannot be exported.
    pub refuses: fn(&Network, &[String]) -> Option<String>,
    /// What it supports besides texts and times.
    places: &'static [Extra],
    /// Drafts of supported networks in this format.
    write: fn(&[&Outgoing<'_>]) -> String,
}

/// What most formats have in common.
const PLAIN: Export = Export {
    name: "",
    extension: "json",
    takes: |_| true,
    is_one_channel: false,
    is_one_draft: false,
    needs_schedule: false,
    splits_threads: false,
    refuses: |_, _| None,
    places: &[],
    write: |_| String::new(),
};

impl Export {
    /// The drafts in this format, without those of unsupported networks.
    pub fn write(&self, drafts: &[Outgoing<'_>]) -> String {
        let taken = drafts.iter().filter(|draft| (self.takes)(draft.network));
        (self.write)(&taken.collect::<Vec<_>>())
    }
}

/// One line per draft.
fn lines(drafts: &[&Outgoing<'_>], line: impl Fn(&Outgoing<'_>) -> Value) -> String {
    let lines = drafts.iter().map(|draft| line(draft).to_string() + "\n");
    lines.collect()
}

/// Parts of a draft's header besides its texts and times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extra {
    /// A content warning.
    Warning,
    /// Images, at least the first one, by public URL.
    Images,
    /// Images that are files.
    LocalImages,
    /// Alt texts.
    AltTexts,
    /// The post that a follow-up replies to.
    Reply,
}

/// The parts of a draft that an export does not support.
pub fn lost(export: &Export, file: &File) -> Vec<Finding> {
    let header = &file.header;
    let images = &header.images;
    let is_public = Outgoing::is_public;
    // Each with its key in the header, its name in messages, and whether the draft has it.
    let extras = [
        (Extra::Warning, "cw", "the content warning", header.cw.is_some()),
        (Extra::Images, "images", "images", images.iter().any(is_public)),
        (Extra::LocalImages, "images", "images that are files", !images.iter().all(is_public)),
        (Extra::AltTexts, "images", "alt texts", images.iter().any(|image| image.alt.is_some())),
        (Extra::Reply, "reply_to", "the post that this one answers", header.reply_to.is_some()),
    ];
    let lost = (extras.into_iter())
        .filter(|(extra, .., has_it)| *has_it && !export.places.contains(extra));
    let at = |key: &str| file.values.get(key).cloned().unwrap_or_default();
    let lost = lost.map(|(_, key, what, _)| {
        let message = format!("`export --to {}` has no place for {what}", export.name);
        Finding::new(&EXPORT_LOSS, message)
            .at(file.source.span(at(key)))
            .help("add it by hand where you post the draft")
    });
    let is_undated = export.needs_schedule && header.schedule.is_none();
    let undated = is_undated.then(|| {
        let message = format!("in a file for {} every post must have a time", export.name);
        Finding::new(&EXPORT_LOSS, message)
            .at(file.source.span(at("status")))
            .help("write when to post it, as in `schedule = \"2026-03-02T09:00:00+01:00\"`, above this line")
    });
    let count = file.posts.len();
    let split = (count > 1 && export.splits_threads).then(|| {
        let name = export.name;
        let message = format!("{name} posts the {count} posts of this thread one by one, not as a thread");
        Finding::new(&EXPORT_LOSS, message)
            .at(file.source.span(file.body.clone()))
            .help("export it as `bluesky`, `mastodon` or `typefully`, which support threads, or make it one post")
    });
    lost.chain(undated).chain(split).collect()
}

/// Why a draft cannot be exported to a format without threads.
fn thread(name: &str, posts: &[String]) -> Option<String> {
    let count = posts.len();
    (count > 1).then(|| format!("{name} posts no threads, and the draft has {count} posts"))
}

/// A draft to export.
#[derive(Clone, Copy)]
pub struct Outgoing<'a> {
    /// Its file.
    pub path: &'a str,
    /// The key of its post.
    pub key: &'a str,
    /// Its network.
    pub network: &'static Network,
    /// Its header.
    pub header: &'a Header,
    /// Its posts.
    pub posts: &'a [String],
    /// The title of the linked page.
    pub title: &'a str,
    /// The summary of the page.
    pub summary: &'a str,
    /// When the post was published.
    pub date: Option<DateTime<FixedOffset>>,
    /// The people whose handles are known.
    pub people: &'a People,
}

impl Outgoing<'_> {
    /// When to post the draft, if its header says so.
    pub fn schedule(&self) -> Option<DateTime<FixedOffset>> {
        DateTime::parse_from_rfc3339(self.header.schedule.as_deref()?).ok()
    }

    /// When to publish the post at `index` of the thread, formatted, if the posts are `minutes` apart; empty
    /// without `schedule`.
    fn scheduled(&self, index: usize, minutes: i64, format: &str) -> String {
        let time = || {
            let after = i64::try_from(index).ok()?.checked_mul(minutes)?;
            self.schedule()?.checked_add_signed(TimeDelta::try_minutes(after)?)
        };
        time().map_or_else(String::new, |time| time.format(format).to_string())
    }

    /// The URL of the draft's first image, at its first post; schedulers accept only public ones.
    fn first_image(&self, index: usize) -> &str {
        let image = self.header.images.first().filter(|image| index == 0 && Self::is_public(image));
        image.map_or("", |image| image.src.as_str())
    }

    /// Adds what a posting program needs: the draft's file, its page, its schedule, and the post that a
    /// follow-up replies to.
    fn identify(&self, thread: &mut Value) {
        thread["draft"] = json!(self.path);
        thread["link"] = json!(self.header.link);
        thread["schedule"] = json!(self.header.schedule);
        if let Some(reply_to) = &self.header.reply_to {
            thread["reply_to"] = json!(reply_to);
            thread["followup"] = json!(followup::number(self.path));
        }
    }

    /// The images as files to upload, each with its alt text under `alt`; `None` where the
    /// draft has none.
    fn media(&self, alt: &str) -> Option<Value> {
        let images = &self.header.images;
        let media = images.iter().map(|image| json!({ "file": image.src, alt: Self::alt(image) }));
        (!images.is_empty()).then(|| media.collect())
    }

    fn is_public(image: &Image) -> bool {
        image.src.starts_with("https://") || image.src.starts_with("http://")
    }

    /// The alt text of an image with its credit.
    fn alt(image: &Image) -> String {
        let alt = image.alt.clone().unwrap_or_default();
        match &image.credit {
            Some(credit) if !alt.contains(credit.as_str()) => {
                let stop = if alt.is_empty() || alt.ends_with(['.', '!', '?']) { "" } else { "." };
                format!("{alt}{stop} ({credit})").trim().to_owned()
            }
            _ => alt,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{lost, named};
    use crate::draft::file::File;
    use crate::report::Source;

    #[test]
    fn unsupported_parts_of_a_draft_are_reported() {
        let header = "+++\nstatus = \"draft\"\ncw = \"spoilers\"\nimages = [{ path = \"stage.jpg\", alt = \"The stage\" }]\n+++\nText.\n";
        let file = File::parse(&Source::new("x.txt", header));
        for (export, count) in [
            ("mastodon", 0),
            ("bluesky", 1),
            ("linkedin", 1),
            ("typefully", 3),
            ("buffer", 3),
            ("sprout", 4),
            ("metricool", 2),
            ("crosspost", 1),
            ("mdsend", 3),
        ] {
            let export = named(export).expect("an export");
            let found = lost(export, &file);
            assert_eq!(found.len(), count, "{}: {found:?}", export.name);
            assert!(found.iter().all(|one| one.at.is_some()));
        }
    }
}
