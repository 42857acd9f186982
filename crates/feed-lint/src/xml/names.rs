//! The namespaces that feeds use.

/// A namespace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ns {
    None,
    Xml,
    Xmlns,
    Atom,
    Atom03,
    App,
    Rss10,
    Rss090,
    Rss11,
    Rdf,
    Rdfs,
    Dc,
    Dcterms,
    Content,
    Sy,
    Slash,
    Wfw,
    Thr,
    Fh,
    Media,
    Itunes,
    Podcast,
    Cc,
    Cc2,
    Georss,
    Gml,
    Geo,
    Geourl,
    Icbm,
    Xhtml,
    Svg,
    Mathml,
    Feedburner,
    BlogChannel,
    Admin,
    Trackback,
    Ev,
    Taxo,
    Foaf,
    Wiki,
    Cp,
    L,
    OpenSearch,
    Source,
    GooglePlay,
    Spotify,
    /// Known, but its elements are not checked.
    Other,
    /// Unknown.
    Unknown,
    /// The prefix is not declared.
    Undeclared,
}

/// Namespace name, usual prefix, namespace.
pub static KNOWN: &[(&str, &str, Ns)] = &[
    ("http://www.w3.org/XML/1998/namespace", "xml", Ns::Xml),
    ("http://www.w3.org/2000/xmlns/", "xmlns", Ns::Xmlns),
    ("http://www.w3.org/2005/Atom", "atom", Ns::Atom),
    ("http://purl.org/atom/ns#", "atom03", Ns::Atom03),
    ("http://www.w3.org/2007/app", "app", Ns::App),
    ("http://purl.org/atom/app#", "app", Ns::App),
    ("http://purl.org/rss/1.0/", "rss", Ns::Rss10),
    (
        "http://my.netscape.com/rdf/simple/0.9/",
        "rss090",
        Ns::Rss090,
    ),
    ("http://purl.org/net/rss1.1#", "rss11", Ns::Rss11),
    (
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdf",
        Ns::Rdf,
    ),
    ("http://www.w3.org/2000/01/rdf-schema#", "rdfs", Ns::Rdfs),
    ("http://purl.org/dc/elements/1.1/", "dc", Ns::Dc),
    ("http://purl.org/dc/terms/", "dcterms", Ns::Dcterms),
    (
        "http://purl.org/rss/1.0/modules/content/",
        "content",
        Ns::Content,
    ),
    ("http://purl.org/rss/1.0/modules/syndication/", "sy", Ns::Sy),
    ("http://purl.org/rss/1.0/modules/slash/", "slash", Ns::Slash),
    ("http://wellformedweb.org/CommentAPI/", "wfw", Ns::Wfw),
    ("http://purl.org/syndication/thread/1.0", "thr", Ns::Thr),
    ("http://purl.org/syndication/history/1.0", "fh", Ns::Fh),
    ("http://search.yahoo.com/mrss/", "media", Ns::Media),
    ("http://search.yahoo.com/mrss", "media", Ns::Media),
    (
        "http://www.itunes.com/dtds/podcast-1.0.dtd",
        "itunes",
        Ns::Itunes,
    ),
    (
        "https://podcastindex.org/namespace/1.0",
        "podcast",
        Ns::Podcast,
    ),
    // podcast-namespace, docs/1.0.md: "Clients … must also recognize" it.
    (
        "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md",
        "podcast",
        Ns::Podcast,
    ),
    (
        "http://backend.userland.com/creativeCommonsRssModule",
        "creativeCommons",
        Ns::Cc,
    ),
    ("http://creativecommons.org/ns#", "cc", Ns::Cc2),
    ("http://web.resource.org/cc/", "cc", Ns::Cc2),
    ("http://www.georss.org/georss", "georss", Ns::Georss),
    ("http://www.opengis.net/gml", "gml", Ns::Gml),
    ("http://www.w3.org/2003/01/geo/wgs84_pos#", "geo", Ns::Geo),
    ("http://geourl.org/rss/module/", "geourl", Ns::Geourl),
    ("http://postneo.com/icbm", "icbm", Ns::Icbm),
    ("http://www.w3.org/1999/xhtml", "xhtml", Ns::Xhtml),
    ("http://www.w3.org/2000/svg", "svg", Ns::Svg),
    ("http://www.w3.org/1998/Math/MathML", "mathml", Ns::Mathml),
    (
        "http://rssnamespace.org/feedburner/ext/1.0",
        "feedburner",
        Ns::Feedburner,
    ),
    (
        "http://backend.userland.com/blogChannelModule",
        "blogChannel",
        Ns::BlogChannel,
    ),
    ("http://webns.net/mvcb/", "admin", Ns::Admin),
    (
        "http://madskills.com/public/xml/rss/module/trackback/",
        "trackback",
        Ns::Trackback,
    ),
    ("http://purl.org/rss/1.0/modules/event/", "ev", Ns::Ev),
    (
        "http://purl.org/rss/1.0/modules/taxonomy/",
        "taxo",
        Ns::Taxo,
    ),
    ("http://xmlns.com/foaf/0.1/", "foaf", Ns::Foaf),
    ("http://purl.org/rss/1.0/modules/wiki/", "wiki", Ns::Wiki),
    ("http://my.theinfo.org/changed/1.0/rss/", "cp", Ns::Cp),
    ("http://purl.org/rss/1.0/modules/link/", "l", Ns::L),
    (
        "http://a9.com/-/spec/opensearch/1.1/",
        "opensearch",
        Ns::OpenSearch,
    ),
    (
        "http://a9.com/-/spec/opensearchrss/1.0/",
        "opensearch",
        Ns::OpenSearch,
    ),
    ("http://source.scripting.com/", "source", Ns::Source),
    (
        "http://www.google.com/schemas/play-podcasts/1.0",
        "googleplay",
        Ns::GooglePlay,
    ),
    ("http://www.spotify.com/ns/rss", "spotify", Ns::Spotify),
    (
        "http://purl.org/rss/1.0/modules/aggregation/",
        "ag",
        Ns::Other,
    ),
    (
        "http://purl.org/rss/1.0/modules/annotate/",
        "annotate",
        Ns::Other,
    ),
    ("http://media.tangent.org/rss/1.0/", "audio", Ns::Other),
    (
        "http://purl.org/rss/1.0/modules/company",
        "company",
        Ns::Other,
    ),
    (
        "http://purl.org/rss/1.0/modules/reference/",
        "ref",
        Ns::Other,
    ),
    (
        "http://purl.org/rss/1.0/modules/richequiv/",
        "reqv",
        Ns::Other,
    ),
    (
        "http://purl.org/rss/1.0/modules/rss091#",
        "rss091",
        Ns::Other,
    ),
    (
        "http://purl.org/rss/1.0/modules/search/",
        "search",
        Ns::Other,
    ),
    (
        "http://purl.org/rss/1.0/modules/servicestatus/",
        "ss",
        Ns::Other,
    ),
    (
        "http://purl.org/rss/1.0/modules/textinput/",
        "ti",
        Ns::Other,
    ),
    (
        "http://hacks.benhammersley.com/rss/streaming/",
        "str",
        Ns::Other,
    ),
    ("http://www.w3.org/1999/xlink", "xlink", Ns::Other),
    ("http://www.w3.org/2002/07/owl#", "owl", Ns::Other),
    ("http://www.w3.org/2001/vcard-rdf/3.0#", "vcard", Ns::Other),
    ("http://www.w3.org/2006/vcard/ns#", "vcard", Ns::Other),
    (
        "http://prismstandard.org/namespaces/1.2/basic/",
        "prism",
        Ns::Other,
    ),
    (
        "http://prismstandard.org/namespaces/basic/2.0/",
        "prism",
        Ns::Other,
    ),
    ("http://usefulinc.com/ns/doap#", "doap", Ns::Other),
    ("http://rdfs.org/sioc/ns#", "sioc", Ns::Other),
    ("http://rdfs.org/sioc/types#", "sioct", Ns::Other),
    ("http://activitystrea.ms/spec/1.0/", "activity", Ns::Other),
    ("http://portablecontacts.net/spec/1.0", "poco", Ns::Other),
    (
        "http://web.resource.org/rss/1.0/modules/enclosure/",
        "enc",
        Ns::Other,
    ),
    ("http://purl.oclc.org/net/rss_2.0/enc#", "enc", Ns::Other),
    (
        "http://www.rawvoice.com/rawvoiceRssModule/",
        "rawvoice",
        Ns::Other,
    ),
    ("http://www.rssboard.org/media-rss", "media", Ns::Other),
    ("com-wordpress:feed-additions:1", "wp", Ns::Other),
    ("http://wordpress.org/export/1.2/", "wp", Ns::Other),
    (
        "http://wordpress.org/export/1.2/excerpt/",
        "excerpt",
        Ns::Other,
    ),
    ("http://schemas.google.com/g/2005", "gd", Ns::Other),
    (
        "http://schemas.google.com/blogger/2008",
        "blogger",
        Ns::Other,
    ),
    ("http://base.google.com/ns/1.0", "g", Ns::Other),
    ("http://base.google.com/cns/1.0", "c", Ns::Other),
    (
        "http://www.microsoft.com/schemas/rss/core/2005",
        "cf",
        Ns::Other,
    ),
    ("http://www.microsoft.com/schemas/rss/sse", "sx", Ns::Other),
    ("http://www.opengis.net/kml/2.2", "kml", Ns::Other),
    ("http://podlove.org/simple-chapters", "psc", Ns::Other),
    ("http://podlove.org/simple-chapters/", "psc", Ns::Other),
    ("http://webfeeds.org/rss/1.0", "webfeeds", Ns::Other),
    ("http://bitlove.org", "bitlove", Ns::Other),
    ("http://www.youtube.com/xml/schemas/2015", "yt", Ns::Other),
    ("http://www.spotify.com/ns/rss", "spotify", Ns::Other),
    ("https://schema.acast.com/1.0/", "acast", Ns::Other),
    ("https://omny.fm/rss-extensions", "omny", Ns::Other),
    ("http://libsyn.com/rss-extension", "libsyn", Ns::Other),
    ("http://arxiv.org/schemas/atom", "arxiv", Ns::Other),
    ("http://ostatus.org/schema/1.0", "ostatus", Ns::Other),
    ("http://mastodon.social/schema/1.0", "mastodon", Ns::Other),
    (
        "http://rssnamespace.org/feedburner/ext/1.0",
        "feedburner",
        Ns::Other,
    ),
    ("http://schema.org/", "schema", Ns::Other),
    ("http://ogp.me/ns#", "og", Ns::Other),
];

impl Ns {
    /// The namespace with this name.
    #[must_use]
    pub fn of(uri: &str) -> Self {
        if uri.is_empty() {
            return Self::None;
        }
        KNOWN
            .iter()
            // Feeds often write Apple's in another case; its elements are checked all the same.
            .find(|(known, _, ns)| {
                *known == uri || (*ns == Self::Itunes && known.eq_ignore_ascii_case(uri))
            })
            .map_or(Self::Unknown, |(_, _, ns)| *ns)
    }

    /// Its usual prefix; empty where there is none.
    #[must_use]
    pub fn usual_prefix(self) -> &'static str {
        match self {
            Self::None | Self::Other | Self::Unknown | Self::Undeclared => "",
            _ => KNOWN
                .iter()
                .find(|(_, _, ns)| *ns == self)
                .map_or("", |(_, prefix, _)| prefix),
        }
    }
}
