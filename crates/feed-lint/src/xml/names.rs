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

macro_rules! known {
    ($($ns:ident $prefix:literal $uri:literal;)*) => { &[$(($uri, $prefix, Ns::$ns)),*] };
}

/// Namespace name, usual prefix, namespace. The documentation of `podcast` asks readers to know its
/// second name as well.
pub static KNOWN: &[(&str, &str, Ns)] = known! {
    Xml "xml" "http://www.w3.org/XML/1998/namespace";
    Xmlns "xmlns" "http://www.w3.org/2000/xmlns/";
    Atom "atom" "http://www.w3.org/2005/Atom";
    Atom03 "atom03" "http://purl.org/atom/ns#";
    App "app" "http://www.w3.org/2007/app";
    App "app" "http://purl.org/atom/app#";
    Rss10 "rss" "http://purl.org/rss/1.0/";
    Rss090 "rss090" "http://my.netscape.com/rdf/simple/0.9/";
    Rss11 "rss11" "http://purl.org/net/rss1.1#";
    Rdf "rdf" "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    Rdfs "rdfs" "http://www.w3.org/2000/01/rdf-schema#";
    Dc "dc" "http://purl.org/dc/elements/1.1/";
    Dcterms "dcterms" "http://purl.org/dc/terms/";
    Content "content" "http://purl.org/rss/1.0/modules/content/";
    Sy "sy" "http://purl.org/rss/1.0/modules/syndication/";
    Slash "slash" "http://purl.org/rss/1.0/modules/slash/";
    Wfw "wfw" "http://wellformedweb.org/CommentAPI/";
    Thr "thr" "http://purl.org/syndication/thread/1.0";
    Fh "fh" "http://purl.org/syndication/history/1.0";
    Media "media" "http://search.yahoo.com/mrss/";
    Media "media" "http://search.yahoo.com/mrss";
    Itunes "itunes" "http://www.itunes.com/dtds/podcast-1.0.dtd";
    Podcast "podcast" "https://podcastindex.org/namespace/1.0";
    Podcast "podcast" "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md";
    Cc "creativeCommons" "http://backend.userland.com/creativeCommonsRssModule";
    Cc2 "cc" "http://creativecommons.org/ns#";
    Cc2 "cc" "http://web.resource.org/cc/";
    Georss "georss" "http://www.georss.org/georss";
    Gml "gml" "http://www.opengis.net/gml";
    Geo "geo" "http://www.w3.org/2003/01/geo/wgs84_pos#";
    Geourl "geourl" "http://geourl.org/rss/module/";
    Icbm "icbm" "http://postneo.com/icbm";
    Xhtml "xhtml" "http://www.w3.org/1999/xhtml";
    Svg "svg" "http://www.w3.org/2000/svg";
    Mathml "mathml" "http://www.w3.org/1998/Math/MathML";
    Feedburner "feedburner" "http://rssnamespace.org/feedburner/ext/1.0";
    BlogChannel "blogChannel" "http://backend.userland.com/blogChannelModule";
    Admin "admin" "http://webns.net/mvcb/";
    Trackback "trackback" "http://madskills.com/public/xml/rss/module/trackback/";
    Ev "ev" "http://purl.org/rss/1.0/modules/event/";
    Taxo "taxo" "http://purl.org/rss/1.0/modules/taxonomy/";
    Foaf "foaf" "http://xmlns.com/foaf/0.1/";
    Wiki "wiki" "http://purl.org/rss/1.0/modules/wiki/";
    Cp "cp" "http://my.theinfo.org/changed/1.0/rss/";
    L "l" "http://purl.org/rss/1.0/modules/link/";
    OpenSearch "opensearch" "http://a9.com/-/spec/opensearch/1.1/";
    OpenSearch "opensearch" "http://a9.com/-/spec/opensearchrss/1.0/";
    Source "source" "http://source.scripting.com/";
    GooglePlay "googleplay" "http://www.google.com/schemas/play-podcasts/1.0";
    Spotify "spotify" "http://www.spotify.com/ns/rss";
    Other "ag" "http://purl.org/rss/1.0/modules/aggregation/";
    Other "annotate" "http://purl.org/rss/1.0/modules/annotate/";
    Other "audio" "http://media.tangent.org/rss/1.0/";
    Other "company" "http://purl.org/rss/1.0/modules/company";
    Other "ref" "http://purl.org/rss/1.0/modules/reference/";
    Other "reqv" "http://purl.org/rss/1.0/modules/richequiv/";
    Other "rss091" "http://purl.org/rss/1.0/modules/rss091#";
    Other "search" "http://purl.org/rss/1.0/modules/search/";
    Other "ss" "http://purl.org/rss/1.0/modules/servicestatus/";
    Other "ti" "http://purl.org/rss/1.0/modules/textinput/";
    Other "str" "http://hacks.benhammersley.com/rss/streaming/";
    Other "xsi" "http://www.w3.org/2001/XMLSchema-instance";
    Other "xlink" "http://www.w3.org/1999/xlink";
    Other "owl" "http://www.w3.org/2002/07/owl#";
    Other "vcard" "http://www.w3.org/2001/vcard-rdf/3.0#";
    Other "vcard" "http://www.w3.org/2006/vcard/ns#";
    Other "prism" "http://prismstandard.org/namespaces/1.2/basic/";
    Other "prism" "http://prismstandard.org/namespaces/basic/2.0/";
    Other "doap" "http://usefulinc.com/ns/doap#";
    Other "sioc" "http://rdfs.org/sioc/ns#";
    Other "sioct" "http://rdfs.org/sioc/types#";
    Other "activity" "http://activitystrea.ms/spec/1.0/";
    Other "poco" "http://portablecontacts.net/spec/1.0";
    Other "enc" "http://web.resource.org/rss/1.0/modules/enclosure/";
    Other "enc" "http://purl.oclc.org/net/rss_2.0/enc#";
    Other "rawvoice" "http://www.rawvoice.com/rawvoiceRssModule/";
    Other "media" "http://www.rssboard.org/media-rss";
    Other "wp" "com-wordpress:feed-additions:1";
    Other "wp" "http://wordpress.org/export/1.2/";
    Other "excerpt" "http://wordpress.org/export/1.2/excerpt/";
    Other "gd" "http://schemas.google.com/g/2005";
    Other "blogger" "http://schemas.google.com/blogger/2008";
    Other "g" "http://base.google.com/ns/1.0";
    Other "c" "http://base.google.com/cns/1.0";
    Other "cf" "http://www.microsoft.com/schemas/rss/core/2005";
    Other "sx" "http://www.microsoft.com/schemas/rss/sse";
    Other "kml" "http://www.opengis.net/kml/2.2";
    Other "psc" "http://podlove.org/simple-chapters";
    Other "psc" "http://podlove.org/simple-chapters/";
    Other "webfeeds" "http://webfeeds.org/rss/1.0";
    Other "bitlove" "http://bitlove.org";
    Other "yt" "http://www.youtube.com/xml/schemas/2015";
    Other "acast" "https://schema.acast.com/1.0/";
    Other "omny" "https://omny.fm/rss-extensions";
    Other "libsyn" "http://libsyn.com/rss-extension";
    Other "arxiv" "http://arxiv.org/schemas/atom";
    Other "ostatus" "http://ostatus.org/schema/1.0";
    Other "mastodon" "http://mastodon.social/schema/1.0";
    Other "schema" "http://schema.org/";
    Other "og" "http://ogp.me/ns#";
};

impl Ns {
    /// The namespace with this name.
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
    pub fn usual_prefix(self) -> &'static str {
        match self {
            Self::None | Self::Other | Self::Unknown | Self::Undeclared => "",
            _ => KNOWN.iter().find(|(_, _, ns)| *ns == self).map_or("", |(_, prefix, _)| prefix),
        }
    }
}
