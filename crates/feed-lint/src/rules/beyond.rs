//! Comparisons with other documents: the previous version, the other formats of the feed, and the
//! files that it refers to.

use std::collections::{BTreeMap, BTreeSet};

use url::Url;

use crate::World;
use crate::log::{Log, short};
use crate::outline::{Entry, Outline, Placed};
use crate::values::{date, mime};

feed_lint_findings::rules! {
    for EVERY;
    /// An entry keeps the id that the published feed gave it (all formats). Checked only against a published version: the committed feed, or `--previous`.
    ///
    /// Readers know an entry by its id: with another one it is new, and every subscriber gets it
    /// again (RFC 4287, section 4.2.6).
    Error ID_CHANGED "id-changed":
        "<id>tag:example.org,2026:one</id> where <id>tag:example.org,2026:1</id> was published"
        => "<id>tag:example.org,2026:1</id>";

    /// An id is not given to another entry (all formats). Checked only against a previous version (`--previous`).
    ///
    /// Readers that know the id show the new entry as read, or not at all.
    Warning REUSED_ID "reused-id":
        "<id>tag:example.org,2026:1</id> with another title, link and date than before"
        => "<id>tag:example.org,2026:2</id>";

    /// The formats of one feed have the same entries with the same ids and dates (all formats). Checked only where the others are given.
    ///
    /// A reader who changes from one format to another gets every entry again, or misses some.
    Warning FORMATS_DISAGREE "formats-disagree":
        "An entry of feed.json that is not in atom.xml" => "The same entries in all formats.";

    /// The length of an enclosure is the length of its file (RSS 2.0, Atom, JSON Feed). Checked only where the file is at hand.
    ///
    /// Podcast clients show it, reserve space by it, and report a download of another length as
    /// broken.
    Warning WRONG_LENGTH "wrong-length":
        "<enclosure url=\"https://example.org/1.mp3\" length=\"1234\" …/> of a file of 5,242,880 bytes"
        => "<enclosure url=\"https://example.org/1.mp3\" length=\"5242880\" …/>";

    /// The type of an enclosure is the type of its file (RSS 2.0, Atom, JSON Feed). Checked only where the file is at hand.
    ///
    /// Clients choose by it how to play the file.
    Warning WRONG_FILE_TYPE "wrong-file-type":
        "<enclosure url=\"https://example.org/1.mp3\" type=\"video/mp4\" …/>"
        => "<enclosure url=\"https://example.org/1.mp3\" type=\"audio/mpeg\" …/>";
}

/// The entries by a key that not every one has.
fn by<'o, K: Ord>(
    outline: &'o Outline,
    key: impl Fn(&'o Entry) -> Option<K>,
) -> BTreeMap<K, &'o Entry> {
    outline.entries.iter().filter_map(|entry| Some((key(entry)?, entry))).collect()
}

fn text(placed: Option<&Placed>) -> Option<&str> {
    placed.map(|(text, _)| text.as_str()).filter(|text| !text.is_empty())
}

fn instant(entry: &Entry) -> Option<i64> {
    entry.date.as_ref().and_then(|(text, _)| date::instant(text)).map(|instant| instant.timestamp())
}

/// Compares with the previous version.
pub fn previous(log: &mut Log<'_>, now: &Outline, before: &Outline) {
    let by_link = by(before, |entry| text(entry.link.as_ref()));
    let by_title = by(before, |entry| Some((text(entry.title.as_ref())?, instant(entry))));
    let by_id = by(before, |entry| text(entry.id.as_ref()));
    for entry in &now.entries {
        let Some((id, range)) = &entry.id else {
            continue;
        };
        let date = instant(entry);
        let same = text(entry.link.as_ref()).and_then(|link| by_link.get(link)).or_else(|| {
            text(entry.title.as_ref())
                .filter(|_| date.is_some())
                .and_then(|title| by_title.get(&(title, date)))
        });
        if let Some(old) = same.and_then(|old| text(old.id.as_ref())) {
            if old != id {
                let message = "this entry had another id in the version before";
                log.report(&ID_CHANGED, range.clone(), message)
                    .element("id")
                    .value(id)
                    .help(format!("write `{}`", short(old, 200)));
            }
            continue;
        }
        let Some(old) = by_id.get(id.as_str()) else {
            continue;
        };
        let differs = text(old.link.as_ref()) != text(entry.link.as_ref())
            && text(old.title.as_ref()) != text(entry.title.as_ref())
            && instant(old) != date;
        if differs {
            let message = format!(
                "this id belonged to “{}” before",
                short(text(old.title.as_ref()).unwrap_or("another entry"), 60)
            );
            log.report(&REUSED_ID, range.clone(), message)
                .element("id")
                .value(id)
                .help("give the new entry an id of its own");
        }
    }
}

/// Compares with another format of the same feed.
pub fn sibling(log: &mut Log<'_>, own: &Outline, path: &str, other: &Outline) {
    let known = by(other, |entry| text(entry.id.as_ref()));
    let mut met: BTreeSet<&str> = BTreeSet::new();
    for entry in &own.entries {
        let Some((id, range)) = &entry.id else {
            continue;
        };
        met.insert(id);
        let Some(twin) = known.get(id.as_str()) else {
            let message = format!("{path} has no entry with this id");
            log.report(&FORMATS_DISAGREE, range.clone(), message)
                .element("id")
                .value(id)
                .help("build all formats from the same posts");
            continue;
        };
        if let (Some(own_date), Some(other_date)) = (instant(entry), instant(twin))
            && own_date != other_date
        {
            let place =
                entry.date.as_ref().map_or_else(|| range.clone(), |(_, range)| range.clone());
            let message = format!("{path} gives this entry another date");
            log.report(&FORMATS_DISAGREE, place, message)
                .element("date")
                .help("build all formats from the same posts");
        }
    }
    let lost: Vec<&str> = known.keys().copied().filter(|id| !met.contains(id)).collect();
    if let Some(first) = lost.first() {
        let message = format!("{path} has {} more than this: {}", lost.len(), short(first, 80));
        log.report(&FORMATS_DISAGREE, 0..0, message).help("build all formats from the same posts");
    }
}

/// Compares what a feed says of its files with the files.
pub fn files(log: &mut Log<'_>, outline: &Outline, world: &dyn World) {
    for file in outline.entries.iter().flat_map(|entry| &entry.files) {
        let Ok(url) = Url::parse(&file.url.0) else {
            continue;
        };
        if let (Some((given, range)), Some(real)) = (&file.length, world.length(&url))
            && given.parse::<u64>().is_ok_and(|given| given != real)
        {
            let message = format!("the file has {real} bytes");
            log.report(&WRONG_LENGTH, range.clone(), message)
                .attr("length")
                .value(given)
                .help(format!("write `{real}`"))
                .fix("write the length of the file", range.clone(), real.to_string());
        }
        if let (Some((given, range)), Some(real)) = (&file.kind, world.media_type(&url))
            && !same_type(&mime::essence(given), &real)
            && mime::is_media_type(given)
        {
            let message = format!("the file is {real}");
            log.report(&WRONG_FILE_TYPE, range.clone(), message)
                .attr("type")
                .value(given)
                .help(format!("write `{real}`"));
        }
    }
}

/// Whether two media types are synonyms.
fn same_type(given: &str, real: &str) -> bool {
    let plain = |kind: &str| match kind.replace("/x-", "/").as_str() {
        "audio/mp3" | "audio/mpeg3" => "audio/mpeg".to_owned(),
        "audio/m4a" | "audio/mp4" => "audio/mp4".to_owned(),
        "audio/wave" => "audio/wav".to_owned(),
        "image/jpg" => "image/jpeg".to_owned(),
        "video/m4v" => "video/mp4".to_owned(),
        other => other.to_owned(),
    };
    plain(given) == plain(real)
}
