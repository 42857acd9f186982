//! Podcasts: Apple's tags, those of two other directories, and the namespace of Podcasting 2.0.

mod apple;
mod categories;
mod directories;
mod lengths;
mod namespace;

pub use apple::{ENTRY, FEED};
pub use directories::{GOOGLE_ENTRY, GOOGLE_FEED, SPOTIFY_ENTRY, SPOTIFY_FEED};
pub use namespace::{PODCAST_ENTRY, PODCAST_FEED};

use crate::linter::Linter;
use crate::values::{listed, uri};
use crate::xml::{Id, Ns};

use super::rss;

feed_lint_findings::rules! {
    for RSS;
    /// A podcast has a language, a category and says whether it is explicit (iTunes).
    ///
    /// Apple's directory asks for them (Apple Podcasts, “Required tags”).
    Warning MISSING_ELEMENT "missing-itunes-element" w3c "MissingItunesElement" for XML:
        "<channel>… with itunes:author alone"
        => "<language>en</language><itunes:explicit>false</itunes:explicit><itunes:category text=\"Technology\"/>";

    /// A podcast's owner has a mail address (iTunes).
    ///
    /// Directories write to it before they list the podcast; without it nobody can claim it.
    Warning MISSING_EMAIL "missing-itunes-email" w3c "MissingItunesEmail" for XML:
        "<itunes:owner><itunes:name>Ada</itunes:name></itunes:owner>"
        => "<itunes:owner><itunes:name>Ada</itunes:name><itunes:email>ada@example.org</itunes:email></itunes:owner>";

    /// A podcast has artwork.
    ///
    /// Apple's directory requires it (“A Podcaster's Guide to RSS”, required tags).
    Warning MISSING_IMAGE "missing-itunes-image" for XML:
        "<channel>…<itunes:explicit>false</itunes:explicit></channel>"
        => "<channel>…<itunes:image href=\"https://example.org/artwork.jpg\"/></channel>";

    /// A podcast's category is one of Apple's, a subcategory one of its category (iTunes).
    ///
    /// The directory lists the podcast nowhere otherwise (Apple Podcasts, “Apple Podcasts
    /// categories”).
    Error CATEGORY "itunes-category" w3c "InvalidItunesCategory":
        "<itunes:category text=\"Everything\"/>" => "<itunes:category text=\"Technology\"/>";

    /// A podcast's category is of today's list (iTunes).
    ///
    /// Apple renamed and removed categories in 2019 and before.
    Warning OLD_CATEGORY "old-itunes-category" w3c "ObsoleteItunesCategory":
        "<itunes:category text=\"Games &amp; Hobbies\"/>" => "<itunes:category text=\"Leisure\"/>";

    /// The type of a podcast is `episodic` or `serial` (iTunes).
    ///
    /// Clients order the episodes by it (Apple Podcasts, “itunes:type”).
    Error KIND "itunes-type" w3c "InvalidItunesChannelType":
        "<itunes:type>weekly</itunes:type>" => "<itunes:type>episodic</itunes:type>";

    /// The type of an episode is `full`, `trailer` or `bonus` (iTunes).
    ///
    /// Clients show trailers and extras apart (Apple Podcasts, “itunes:episodeType”).
    Error EPISODE_KIND "itunes-episode-type" w3c "InvalidItunesEpisodeType":
        "<itunes:episodeType>interview</itunes:episodeType>" => "<itunes:episodeType>full</itunes:episodeType>";

    /// The duration of an episode is seconds, `M:SS` or `H:MM:SS` (iTunes).
    ///
    /// Clients show nothing otherwise (Apple Podcasts, “itunes:duration”).
    Error DURATION "itunes-duration" w3c "InvalidDuration":
        "<itunes:duration>7:74</itunes:duration>" => "<itunes:duration>8:14</itunes:duration>";

    /// `itunes:block` and `itunes:complete` are `Yes` or not there (iTunes).
    ///
    /// Any other value has no effect: a show that should be hidden is not (Apple Podcasts,
    /// “itunes:block”).
    Error YES "itunes-block" w3c "InvalidYesNoClean":
        "<itunes:block>Absolutely</itunes:block>" => "<itunes:block>Yes</itunes:block>";

    /// Keywords are words separated by commas (iTunes).
    ///
    /// Other punctuation, or blanks alone between the words, makes one long keyword of them.
    Warning KEYWORDS "itunes-keywords" w3c "InvalidKeywords":
        "<itunes:keywords>salt pepper shaker exciting</itunes:keywords>"
        => "<itunes:keywords>salt, pepper, shaker</itunes:keywords>";

    /// A podcast's summary has at most 4000 characters, its subtitle and keywords at most 255 (iTunes).
    ///
    /// Directories cut it off or refuse the feed (Apple Podcasts, “RSS tags”).
    Error TOO_LONG "too-long" w3c "TooLong":
        "An <itunes:subtitle> of a thousand words"
        => "<itunes:subtitle>What is new in feeds, weekly</itunes:subtitle>";

    /// A podcast's feed is UTF-8 (iTunes).
    ///
    /// Apple asks for it; other encodings show as rubbish in the directory.
    Warning NOT_UTF8 "podcast-not-utf8" w3c "NotUTF8":
        "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>" => "<?xml version=\"1.0\" encoding=\"utf-8\"?>";

    /// An episode's file is M4A, MP3, MOV, MP4, M4V, PDF or EPUB (iTunes).
    ///
    /// Apple's client plays no others (Apple Podcasts, “enclosure”).
    Warning FILE_FORMAT "podcast-file-format" w3c "UnsupportedItunesFormat":
        "<enclosure url=\"https://example.org/1.wmv\" …/>"
        => "<enclosure url=\"https://example.org/1.mp4\" …/>";

    /// Elements of the podcast namespace have the attributes and values that it gives them (Podcasting 2.0).
    ///
    /// Clients ignore a transcript without a type, a person without a name, a guid that is not a
    /// UUID (podcastindex.org/namespace/1.0).
    Error PODCAST_VALUE "podcast-value":
        "<podcast:transcript url=\"https://example.org/1.vtt\"/>"
        => "<podcast:transcript url=\"https://example.org/1.vtt\" type=\"text/vtt\"/>";

    /// Texts of the podcast namespace are no longer than it allows (Podcasting 2.0).
    ///
    /// Apps have little room for them and cut them off: names and titles after 128 characters,
    /// labels after 32 (podcastindex.org/namespace/1.0).
    Warning LONG_TEXT "long-podcast-text":
        "<podcast:episode display=\"Chapter three of the second part, continued\">3</podcast:episode>"
        => "<podcast:episode display=\"Part 2, ch. 3\">3</podcast:episode>";

    /// Elements of Google Play's and Spotify's namespaces are those that their documentation has, with its values (Google Play, Spotify).
    ///
    /// The directory ignores others (“RSS feed guidelines for Google Podcasts”; Spotify, “Podcast
    /// Delivery Specification”).
    Warning DIRECTORY "podcast-directory":
        "<spotify:countryOfOrigin>Switzerland</spotify:countryOfOrigin>"
        => "<spotify:countryOfOrigin>ch</spotify:countryOfOrigin>";

    /// Elements of the podcast namespace are ones that it documents (Podcasting 2.0).
    ///
    /// The namespace gains elements every year, so an unknown one may be newer than this program;
    /// clients ignore a misspelt one.
    Warning UNKNOWN_ELEMENT "unknown-podcast-element" w3c "UndefinedElement":
        "<podcast:mood>cheerful</podcast:mood>" => "<podcast:medium>podcast</podcast:medium>";
}

/// Whether a feed is a podcast: it uses Apple's tags.
pub(super) fn is_podcast(linter: &Linter<'_, '_>, channel: Id) -> bool {
    linter.document.namespaces.iter().any(|one| one.ns == Ns::Itunes)
        && (linter.document.elements(channel).any(|child| linter.document.ns(child) == Ns::Itunes)
            || linter.document.elements(channel).take(200).any(|item| {
                linter.document.elements(item).any(|child| linter.document.ns(child) == Ns::Itunes)
            }))
}

/// Requirements on a podcast's channel, or on its feed in Atom.
pub fn after_channel(linter: &mut Linter<'_, '_>, channel: Id) {
    if !is_podcast(linter, channel) || !linter.document.closed(channel) {
        return;
    }
    // The language of an Atom feed is an attribute, which has a rule of its own.
    if !linter.is_atom() && linter.core_child(channel, "language").is_none() {
        linter.missing(channel, "language", &MISSING_ELEMENT);
    }
    for name in ["category", "explicit"] {
        if linter.document.child(channel, Ns::Itunes, name).is_none() {
            linter.missing(channel, &format!("itunes:{name}"), &MISSING_ELEMENT);
        }
    }
    if linter.document.child(channel, Ns::Itunes, "image").is_none() {
        linter.missing(channel, "itunes:image", &MISSING_IMAGE);
    }
    let owner = linter.document.child(channel, Ns::Itunes, "owner");
    if owner.is_none_or(|owner| linter.document.child(owner, Ns::Itunes, "email").is_none()) {
        linter.missing(channel, "itunes:email", &MISSING_EMAIL);
    }
    let encoding =
        linter.document.declaration.as_ref().and_then(|declaration| declaration.encoding.clone());
    if let Some((label, range)) =
        encoding.filter(|(label, _)| !label.to_ascii_lowercase().starts_with("utf-8"))
    {
        let message = format!("a podcast's feed must be UTF-8, not {label}");
        linter
            .about_at(&NOT_UTF8, channel, range, message)
            .value(label)
            .help("save the feed as UTF-8");
    }
}

/// The extensions of the files that Apple's client plays.
const PLAYED: &str = "m4a mp3 mov mp4 m4v pdf epub aac m4b";

/// The enclosures of a podcast's item.
pub fn after_item(linter: &mut Linter<'_, '_>, item: Id) {
    let enclosures: Vec<Id> = linter.core_children(item, "enclosure").collect();
    for second in enclosures.iter().skip(1) {
        let first = enclosures.first().map_or(0..0, |first| linter.document.tag(*first));
        linter
            .about(&rss::SECOND_ENCLOSURE, *second, "an item must have at most one enclosure")
            .also(first, "first one here")
            .help("give every file an item of its own");
    }
    if !linter.document.elements(item).any(|child| linter.document.ns(child) == Ns::Itunes) {
        return;
    }
    for enclosure in enclosures {
        let url = linter.document.value_of(enclosure, "url").unwrap_or_default();
        let Some(extension) = uri::extension(&url) else {
            continue;
        };
        let is_extension = (2..=4).contains(&extension.len())
            && extension.bytes().all(|b| b.is_ascii_alphanumeric());
        if is_extension && !listed(PLAYED, &extension) {
            let range = linter.value_range(enclosure, "url");
            let message = format!("Apple's client plays no `.{extension}`");
            linter
                .about_at(&FILE_FORMAT, item, range, message)
                .param("extension", extension)
                .help("offer the file as MP3, M4A or MP4");
        }
    }
}
