//! Link relations (the IANA registry of RFC 8288, November 2026).

use std::borrow::Cow;

use super::uri;
use crate::xml::{Document, Id};

/// The registered names. RFC 8288, section 2.1.1, has them in lower case and compares them in any; readers of
/// Atom compare them as they are written, as RFC 4287, section 4.2.7.2, makes an IRI of them.
const REGISTERED: &str = "about acl alternate amphtml api-catalog appendix apple-touch-icon \
    apple-touch-startup-image archives author blocked-by bookmark c2pa-manifest canonical \
    chapter cite-as collection compression-dictionary contents convertedfrom copyright \
    create-form current deprecation describedby describes disclosure dns-prefetch duplicate \
    edit edit-form edit-media enclosure external first geofeed glossary help hosts hub \
    ice-server icon index intervalafter intervalbefore intervalcontains intervaldisjoint \
    intervalduring intervalequals intervalfinishedby intervalfinishes intervalin \
    intervalmeets intervalmetby intervaloverlappedby intervaloverlaps intervalstartedby \
    intervalstarts item last latest-version license linkset lrdd manifest mask-icon me \
    media-feed memento micropub modulepreload monitor monitor-group next next-archive \
    nofollow noopener noreferrer opener openid2.local_id openid2.provider original p3pv1 \
    payment pingback preconnect predecessor-version prefetch preload prerender prev preview \
    previous prev-archive privacy-policy profile publication rdap-active rdap-bottom \
    rdap-down rdap-top rdap-up related replies restconf ruleinput search section self \
    service service-desc service-doc service-meta sip-trunking-capability sponsored start \
    status stylesheet subsection successor-version sunset tag terms-of-service timegate \
    timemap type ugc up version-history via webmention working-copy working-copy-of";

/// What makes an IRI of a registered name; RFC 4287, section 4.2.7.2, takes both for the same relation.
const REGISTRY: &str = "http://www.iana.org/assignments/relation/";

/// The name of a link's relation; `alternate` where it says none.
pub fn of<'a>(document: &Document<'a>, link: Id) -> Cow<'a, str> {
    match document.value_of(link, "rel") {
        None => Cow::Borrowed("alternate"),
        Some(Cow::Borrowed(relation)) => Cow::Borrowed(name(relation)),
        Some(Cow::Owned(relation)) => Cow::Owned(name(&relation).to_owned()),
    }
}

/// The name of a relation that is written as a name or as an IRI of the registry.
fn name(relation: &str) -> &str {
    relation.strip_prefix(REGISTRY).unwrap_or(relation)
}

/// Whether a relation is registered, or an IRI of one's own.
pub(crate) fn is_known(relation: &str) -> bool {
    // Nearly every link has one of these: saves a search.
    matches!(relation, "alternate" | "self" | "enclosure" | "related")
        || super::listed(REGISTERED, name(relation))
        || (uri::is_absolute(relation)
            && uri::fault(relation).is_none()
            && !relation.to_ascii_lowercase().starts_with(REGISTRY))
}

#[cfg(test)]
mod tests {
    use super::{is_known, name};

    #[test]
    fn names_and_iris_of_the_registry_are_the_same_relations() {
        let iri = "http://www.iana.org/assignments/relation/next";
        assert_eq!((name(iri), name("next")), ("next", "next"));
        assert!(is_known(iri) && is_known("next") && is_known("https://example.org/next"));
        for unknown in [
            "http://www.iana.org/assignments/relation/onward",
            "http://www.iana.org/assignments/Relation/next",
            "onward",
            "https://example.org/a b",
        ] {
            assert!(!is_known(unknown), "{unknown}");
        }
    }
}
