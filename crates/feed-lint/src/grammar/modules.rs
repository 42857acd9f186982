//! The elements that modules add to a feed and its entries.

use crate::rules::{history, modules, podcast, threading};
use crate::xml::Ns;

use super::Shape::{
    Anything, Custom, Html, Inside, Language, NonNegative, OneOf, Positive, Reference, Rfc3339,
    Text, TextOrNothing, Url, W3cdtf,
};
use super::Times::{Often, Once};
use super::{MODULES_ALONE, Row, Scope, media};

/// The rows of a namespace in a scope; `None` where its elements are not checked.
pub(crate) fn rows(ns: Ns, scope: Scope) -> Option<&'static [Row]> {
    let rows = match (ns, scope) {
        (Ns::Dc, Scope::Feed) => DC_FEED,
        (Ns::Dc, _) => DC_ENTRY,
        (Ns::Dcterms, _) => DCTERMS,
        (Ns::Content, Scope::Feed) => CONTENT_FEED,
        (Ns::Content, _) => CONTENT,
        (Ns::Sy, Scope::Feed) => SY,
        (Ns::Slash, Scope::Entry) => SLASH,
        (Ns::Wfw, Scope::Entry) => WFW,
        (Ns::Thr, Scope::Entry) => threading::ROWS,
        (Ns::Thr, Scope::Feed) => threading::FEED,
        (Ns::Fh, Scope::Feed) => history::ROWS,
        (Ns::App, Scope::Entry) => APP,
        (Ns::App, Scope::Feed) => APP_FEED,
        (Ns::App, Scope::Other) => APP_CONTROL,
        (Ns::OpenSearch, Scope::Feed) => OPEN_SEARCH,
        (Ns::Itunes, Scope::Feed) => podcast::FEED,
        (Ns::Itunes, Scope::Entry) => podcast::ENTRY,
        (Ns::Podcast, Scope::Feed) => podcast::PODCAST_FEED,
        (Ns::Podcast, Scope::Entry) => podcast::PODCAST_ENTRY,
        (Ns::GooglePlay, Scope::Feed) => podcast::GOOGLE_FEED,
        (Ns::GooglePlay, Scope::Entry) => podcast::GOOGLE_ENTRY,
        (Ns::Spotify, Scope::Feed) => podcast::SPOTIFY_FEED,
        (Ns::Spotify, Scope::Entry) => podcast::SPOTIFY_ENTRY,
        (Ns::Media, Scope::Feed) => media::DESCRIPTIONS,
        (Ns::Media, _) => media::ROWS,
        (Ns::BlogChannel, Scope::Feed) => BLOG_CHANNEL,
        (Ns::Admin, Scope::Feed) => ADMIN,
        (Ns::Trackback, Scope::Entry) => TRACKBACK,
        (Ns::Cc, Scope::Feed | Scope::Entry) => CREATIVE_COMMONS,
        (Ns::Cc2, _) => CC,
        (Ns::Geo, _) => GEO,
        (Ns::Geourl | Ns::Icbm, _) => GEOURL,
        (Ns::Georss, _) => GEORSS,
        (Ns::Ev, _) => EVENT,
        (Ns::Feedburner, Scope::Feed) => FEEDBURNER_FEED,
        (Ns::Feedburner, Scope::Entry) => FEEDBURNER_ENTRY,
        (Ns::Atom, Scope::Feed) => modules::ATOM_IN_CHANNEL,
        (Ns::Atom, Scope::Entry) => modules::ATOM_IN_ITEM,
        (
            Ns::Sy
            | Ns::Slash
            | Ns::Thr
            | Ns::Trackback
            | Ns::Feedburner
            | Ns::BlogChannel
            | Ns::Fh
            | Ns::OpenSearch,
            _,
        ) => &[],
        _ => return None,
    };
    Some(rows)
}

/// The Atom Publishing Protocol in an entry (RFC 5023, sections 10.2 and 13.1).
static APP: &[Row] = &[("edited", Once, Rfc3339), ("control", Once, Inside(&MODULES_ALONE))];

/// The same in a feed, which may say to which collection it belongs (section 8.3.5).
static APP_FEED: &[Row] = &[("collection", Often, Anything)];

static APP_CONTROL: &[Row] = &[("draft", Once, OneOf(&modules::DRAFT, &["yes", "no"]))];

/// `OpenSearch` 1.1, “Response elements”.
static OPEN_SEARCH: &[Row] =
    &[("totalResults startIndex itemsPerPage", Once, NonNegative), ("Query", Often, Anything)];

/// The elements of Dublin Core 1.1 that hold plain text and may be repeated.
const DC_TEXTS: &str =
    "title creator subject publisher contributor type format identifier source relation coverage";

/// Dublin Core 1.1 in a feed.
static DC_FEED: &[Row] = &[
    (DC_TEXTS, Often, Text),
    ("description", Often, TextOrNothing),
    ("date", Often, W3cdtf),
    ("language", Once, Language),
    ("rights", Once, Text),
];

/// Dublin Core 1.1 in an entry, which may repeat every element.
static DC_ENTRY: &[Row] = &[
    (DC_TEXTS, Often, Text),
    ("description", Often, Html),
    ("date", Often, W3cdtf),
    ("language", Often, Language),
    ("rights", Often, TextOrNothing),
];

/// The terms of the Dublin Core that refine the fifteen.
static DCTERMS: &[Row] = &[
    ("alternative title", Often, Text),
    ("abstract tableOfContents description", Often, TextOrNothing),
    ("created issued modified dateAccepted dateCopyrighted dateSubmitted date", Often, W3cdtf),
    (
        "valid available extent medium isVersionOf hasVersion isReplacedBy replaces \
         isRequiredBy requires isPartOf hasPart isReferencedBy references isFormatOf hasFormat \
         conformsTo spatial temporal audience mediator educationLevel accessRights \
         bibliographicCitation license rightsHolder provenance creator subject publisher \
         contributor type format identifier source language relation coverage rights \
         accrualMethod accrualPeriodicity accrualPolicy instructionalMethod",
        Often,
        Anything,
    ),
];

/// The content module.
static CONTENT: &[Row] = &[("encoded", Once, Html), ("items", Often, Anything)];

/// The content module in a feed, where only entries have content.
static CONTENT_FEED: &[Row] = &[("items", Often, Anything)];

/// The syndication module.
static SY: &[Row] = &[
    (
        "updatePeriod",
        Once,
        OneOf(&modules::UPDATE_PERIOD, &["hourly", "daily", "weekly", "monthly", "yearly"]),
    ),
    ("updateFrequency", Once, Positive),
    ("updateBase", Once, W3cdtf),
];

/// The slash module.
static SLASH: &[Row] = &[
    ("section department", Once, Text),
    ("comments", Once, NonNegative),
    ("hit_parade", Once, Custom(modules::hit_parade)),
];

/// The comment API.
static WFW: &[Row] = &[
    ("comment commentRss editEntry", Once, Url),
    ("commentRSS", Once, Custom(modules::comment_rss)),
];

/// The blog channel module.
static BLOG_CHANNEL: &[Row] = &[("blogRoll blink mySubscriptions changes", Once, Url)];

/// The administration module.
static ADMIN: &[Row] = &[("errorReportsTo generatorAgent", Once, Custom(modules::resource))];

/// The trackback module.
static TRACKBACK: &[Row] =
    &[("ping", Once, Custom(modules::trackback)), ("about", Often, Custom(modules::trackback))];

/// The Creative Commons module of RSS 2.0.
static CREATIVE_COMMONS: &[Row] = &[("license", Often, Url)];

/// The Creative Commons vocabulary of RDF, as ccREL 1.0 lists it.
static CC: &[Row] = &[
    ("license", Often, Custom(modules::resource)),
    (
        "License Work permits requires prohibits attributionURL deprecatedOn jurisdiction \
         legalcode morePermissions useGuidelines",
        Often,
        Anything,
    ),
    ("attributionName", Often, Text),
];

/// W3C Basic Geo.
static GEO: &[Row] = &[
    ("lat", Once, Custom(modules::latitude)),
    ("long", Once, Custom(modules::longitude)),
    ("alt", Once, Anything),
    ("Point location", Often, Anything),
];

/// `GeoURL` and ICBM.
static GEOURL: &[Row] = &[
    ("latitude", Once, Custom(modules::latitude)),
    ("longitude", Once, Custom(modules::longitude)),
];

/// `GeoRSS` Simple and its wrapper for GML.
static GEORSS: &[Row] = &[
    ("where", Often, Anything),
    ("point line polygon box circle", Often, Custom(modules::coordinates)),
    ("elev floor radius", Once, Custom(modules::decimal)),
    (
        "featuretypetag featureTypeTag relationshiptag relationshipTag featurename featureName",
        Often,
        Text,
    ),
];

/// The event module.
static EVENT: &[Row] = &[
    ("startdate enddate", Once, Custom(modules::event_date)),
    ("location organizer type", Once, Text),
];

/// `FeedBurner` in a feed.
static FEEDBURNER_FEED: &[Row] = &[
    ("awareness feedburnerHostname", Once, Reference),
    ("browserFriendly emailServiceId", Once, Text),
    ("feedFlare", Often, Custom(modules::feed_flare)),
    ("info", Once, Anything),
];

/// `FeedBurner` in an entry.
static FEEDBURNER_ENTRY: &[Row] = &[("awareness origLink origEnclosureLink", Once, Reference)];
