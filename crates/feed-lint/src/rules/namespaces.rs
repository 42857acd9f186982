//! Namespaces.

use std::collections::BTreeSet;

use crate::Format;
use crate::linter::Linter;
use crate::values::{names, uri};
use crate::xml::{Declared, Ns};

use super::ids;

/// The former namespace of the wiki module.
const FORMER_WIKI: &str = "http://www.usemod.com/cgi-bin/mb.pl?ModWiki";

/// The namespace of Apple's podcast elements.
const ITUNES: &str = "http://www.itunes.com/dtds/podcast-1.0.dtd";

feed_lint_findings::rules! {
    for XML;
    /// `feed` is in the namespace of Atom, elements of XHTML in that of XHTML (Atom).
    ///
    /// The name alone says nothing: parsers look for `{http://www.w3.org/2005/Atom}feed` (RFC 4287,
    /// section 1.2).
    Error MISSING_NAMESPACE "missing-namespace" w3c "MissingNamespace":
        "<feed><title>News</title>…" => "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>News</title>…";

    /// `feed` is in the namespace of Atom, `rss` in none (Atom, RSS).
    ///
    /// A namespace that differs by one letter or in upper and lower case is another one (RFC 4287,
    /// section 1.2; RSS 2.0, “Extending RSS”).
    Error WRONG_NAMESPACE "wrong-namespace" w3c "InvalidNamespace":
        "<feed xmlns=\"http://www.w3.org/2005/atom\">" => "<feed xmlns=\"http://www.w3.org/2005/Atom\">";

    /// The name of a namespace is a URI (all formats in XML).
    ///
    /// Parsers may refuse a name with blanks or line ends in it (Namespaces in XML, section 2.1).
    Error NAMESPACE_NAME "namespace-name" w3c "SAXError":
        "xmlns:my=\"https://example.org/my terms\"" => "xmlns:my=\"https://example.org/my-terms\"";

    /// The feed is Atom 1.0, not a draft of it (Atom 0.1 to 0.3).
    ///
    /// The drafts were replaced in 2005 (RFC 4287); few readers still know them.
    Error OBSOLETE_NAMESPACE "obsolete-namespace" w3c "ObsoleteNamespace":
        "<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\">"
        => "<feed xmlns=\"http://www.w3.org/2005/Atom\">";

    /// The wiki module has the namespace `http://purl.org/rss/1.0/modules/wiki/`.
    ///
    /// The former URL was that of one wiki program.
    Warning OBSOLETE_WIKI "obsolete-wiki-namespace" w3c "ObsoleteWikiNamespace":
        "xmlns:wiki=\"http://www.usemod.com/cgi-bin/mb.pl?ModWiki\""
        => "xmlns:wiki=\"http://purl.org/rss/1.0/modules/wiki/\"";

    /// The namespace of Media RSS ends with a slash.
    ///
    /// Without it, it is another namespace, and readers that compare exactly see no media (Media
    /// RSS, “Namespace declaration”).
    Error MEDIA_NAMESPACE "media-namespace" w3c "MediaRssNamespace":
        "xmlns:media=\"http://search.yahoo.com/mrss\"" => "xmlns:media=\"http://search.yahoo.com/mrss/\"";

    /// Namespaces are ones that others know (all formats in XML).
    ///
    /// A typing error in the URL of a namespace makes its elements unknown to every reader. A
    /// namespace of your own is allowed: allow it in the configuration.
    Warning UNKNOWN_NAMESPACE "unknown-namespace" w3c "UnknownNamespace":
        "xmlns:dc=\"http://purl.org/dc/element/1.1/\"" => "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";

    /// The elements of every namespace in a feed are checked (all formats in XML).
    ///
    /// This namespace is known, but its elements are not checked.
    Info UNSUPPORTED_NAMESPACE "unsupported-namespace" w3c "UnsupportedNamespace":
        "xmlns:gd=\"http://schemas.google.com/g/2005\"" => "Nothing needs to be done.";

    /// A namespace has the prefix that everybody uses for it (all formats in XML).
    ///
    /// Any prefix is right; people who read the feed, and programs that should know better, look
    /// for the usual one.
    Info UNUSUAL_PREFIX "unusual-prefix" w3c "NonstdPrefix":
        "xmlns:dublin=\"http://purl.org/dc/elements/1.1/\"" => "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";

    /// A well-known prefix stands for its well-known namespace (all formats in XML).
    ///
    /// Programs and people that see `dc:` think of the Dublin Core.
    Warning RESERVED_PREFIX "reserved-prefix" w3c "ReservedPrefix":
        "xmlns:dc=\"http://example.org/my/terms/\"" => "xmlns:my=\"http://example.org/my/terms/\"";

    /// Elements of Atom, and the XHTML in it, have no prefix (Atom).
    ///
    /// Some readers look for `<feed>` and `<div>` rather than for the names with their namespace.
    Warning AVOID_PREFIX "avoid-prefix" w3c "AvoidNamespacePrefix":
        "<atom:feed xmlns:atom=\"http://www.w3.org/2005/Atom\">"
        => "<feed xmlns=\"http://www.w3.org/2005/Atom\">";

    /// Elements of extensions are in a namespace (Atom, RSS 1.0).
    ///
    /// Without one no reader can tell to which vocabulary they belong (RFC 4287, section 6).
    Warning NO_VOCABULARY "no-vocabulary" w3c "UndeterminableVocabulary":
        "<entry><rating xmlns=\"\">5</rating>…"
        => "<entry><my:rating xmlns:my=\"https://example.org/terms/\">5</my:rating>…";

    /// Elements inside an extension are in a namespace too (RSS 2.0).
    ///
    /// RSS 2.0 may be extended with elements in a namespace only (RSS 2.0, “Extending RSS”).
    Error NOT_IN_A_NAMESPACE "not-in-a-namespace" w3c "NotInANamespace":
        "<my:photo><date>2026</date></my:photo>" => "<my:photo><my:date>2026</my:date></my:photo>";
}

/// Known namespaces whose elements are not checked.
const UNCHECKED: &[Ns] =
    &[Ns::Other, Ns::Cp, Ns::Foaf, Ns::Gml, Ns::L, Ns::Rdfs, Ns::Source, Ns::Taxo, Ns::Wiki];

/// Checks every namespace declaration.
pub fn check(linter: &mut Linter<'_, '_>) {
    let mut seen: BTreeSet<(&str, &str)> = BTreeSet::new();
    for declared in &linter.document.namespaces {
        if seen.len() > 200 || !seen.insert((declared.prefix, &*declared.uri)) {
            continue;
        }
        if is_uri(linter, declared) {
            // A known prefix on an unknown namespace has a finding already.
            let is_reported = check_prefix(linter, declared) && declared.ns == Ns::Unknown;
            if !is_reported {
                check_vocabulary(linter, declared);
            }
        }
    }
    report_prefixes(linter);
}

/// Whether the name of a namespace is a URI; reports one that is not.
fn is_uri(linter: &mut Linter<'_, '_>, declared: &Declared<'_>) -> bool {
    let uri = &*declared.uri;
    let range = declared.range.clone();
    let attribute = || match declared.prefix {
        "" => "xmlns".to_owned(),
        prefix => format!("xmlns:{prefix}"),
    };
    if uri.starts_with("tag:") && !names::is_tag(uri) {
        let holder = linter.label(linter.document.parent(declared.on));
        let message = "this is not a valid `tag:` URI";
        linter
            .log
            .report(&ids::TAG_URI, range.clone(), message)
            .element(attribute())
            .parent(holder)
            .value(uri)
            .help("write `tag:` host `,` year `:` name");
    }
    let is_urn = uri.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("urn:"));
    if is_urn && !names::is_urn(uri) {
        let holder = linter.label(linter.document.parent(declared.on));
        linter.log
            .report(&ids::URN, range, "this is not a valid URN")
            .element(attribute())
            .parent(holder)
            .value(uri)
            .help("write `urn:`, a namespace of two or more characters, `:` and a name, or use `tag:`");
        return false;
    }
    if uri::fault(uri).is_some() {
        let meant = Some(uri.trim()).filter(|name| Ns::of(name) != Ns::Unknown);
        let message = "the name of a namespace must be a URI";
        linter.log.report(&NAMESPACE_NAME, range.clone(), message).value(uri).help(match meant {
            Some(name) => format!("write `{name}`, without white space around it"),
            None => "write the name just as its specification has it".to_owned(),
        });
        return false;
    }
    true
}

/// Reports a namespace that is unknown, obsolete or without checks.
fn check_vocabulary(linter: &mut Linter<'_, '_>, declared: &Declared<'_>) {
    let uri = &*declared.uri;
    let range = declared.range.clone();
    match declared.ns {
        Ns::Atom03 if linter.format != Format::Atom03 => {
            let message =
                "this is the namespace of a draft of Atom, which Atom 1.0 replaced in 2005";
            linter
                .log
                .report(&OBSOLETE_NAMESPACE, range, message)
                .element("feed")
                .help("write `http://www.w3.org/2005/Atom`");
        }
        Ns::Unknown if uri == FORMER_WIKI => {
            let message = "this is the former namespace of the wiki module";
            linter
                .log
                .report(&OBSOLETE_WIKI, range.clone(), message)
                .param("namespace", uri)
                .help("write `http://purl.org/rss/1.0/modules/wiki/`");
        }
        Ns::Unknown if !uri.is_empty() => {
            let near = nearest(uri);
            let message = format!("the namespace {} is not known", crate::log::short(uri, 100));
            let finding = linter
                .log
                .report(&UNKNOWN_NAMESPACE, range.clone(), message)
                .param("namespace", uri)
                .value(uri);
            finding.help(match near {
                Some(near) => format!("write `{near}`"),
                None => "check it for typing errors; a namespace of your own is allowed".to_owned(),
            });
        }
        ns if UNCHECKED.contains(&ns) => {
            let message = "elements of this namespace are not checked";
            linter
                .log
                .report(&UNSUPPORTED_NAMESPACE, range.clone(), message)
                .param("namespace", uri);
        }
        Ns::Media if !uri.ends_with('/') => {
            let message = "the namespace of Media RSS must end with a slash";
            linter
                .log
                .report(&MEDIA_NAMESPACE, range.clone(), message)
                .param("namespace", uri)
                .help("write `http://search.yahoo.com/mrss/`");
        }
        _ => {}
    }
}

/// The namespace usual for a prefix, where that is not `ns`.
fn reserved(prefix: &str, ns: Ns) -> Option<&'static str> {
    // Of the namespaces without checks, RSS 1.0's modules have their prefix by specification.
    let known = || {
        crate::xml::KNOWN.iter().filter(|(name, known, ns)| {
            *known == prefix && (*ns != Ns::Other || name.contains("purl.org/rss/1.0/modules/"))
        })
    };
    let is_its_own = known().any(|(.., other)| *other == ns);
    let (name, ..) = known().next().filter(|_| !prefix.is_empty() && !is_its_own)?;
    Some(name)
}

/// Reports an unusual prefix; `true` where the prefix belongs to another namespace, so that further
/// findings would repeat this one.
fn check_prefix(linter: &mut Linter<'_, '_>, declared: &Declared<'_>) -> bool {
    let uri = &*declared.uri;
    let range = declared.range.clone();
    let usual = declared.ns.usual_prefix();
    if declared.ns == Ns::Itunes && uri != ITUNES {
        let message =
            "this is not the namespace of iTunes: capitals count in the name of a namespace";
        linter
            .log
            .report(&RESERVED_PREFIX, range, message)
            .param("prefix", declared.prefix)
            .help(format!("write `{ITUNES}`"));
        return true;
    }
    let core = declared.ns == linter.core;
    if !declared.prefix.is_empty()
        && !usual.is_empty()
        && declared.prefix != usual
        && !core
        && !matches!(declared.ns, Ns::Rss10 | Ns::Rss090)
        && reserved(declared.prefix, declared.ns).is_none()
    {
        let message = format!("the usual prefix of this namespace is `{usual}`");
        linter
            .log
            .report(&UNUSUAL_PREFIX, range.clone(), message)
            .param("prefix", declared.prefix)
            .help(format!("write `xmlns:{usual}`"));
    }
    let Some(known) = reserved(declared.prefix, declared.ns) else {
        return false;
    };
    // The former namespace of the wiki module has a finding of its own.
    let is_reported = uri != FORMER_WIKI;
    if is_reported {
        let message = format!("the prefix `{}` is known for another namespace", declared.prefix);
        linter
            .log
            .report(&RESERVED_PREFIX, range.clone(), message)
            .param("prefix", declared.prefix)
            .value(uri)
            .help(format!("write `{known}`, or choose another prefix"));
    }
    is_reported
}

/// Reports prefixes on elements of Atom and XHTML in an Atom document.
fn report_prefixes(linter: &mut Linter<'_, '_>) {
    if !linter.is_atom() {
        return;
    }
    let document = linter.document;
    let Some(root) = document.root() else {
        return;
    };
    let mut reported: BTreeSet<&str> = BTreeSet::new();
    for id in std::iter::once(root).chain(document.descendants(root)) {
        let prefix = linter.document.prefix(id);
        if prefix.is_empty()
            || reported.len() > 20
            || reported.contains(prefix)
            || !matches!(linter.document.ns(id), Ns::Atom | Ns::Xhtml)
        {
            continue;
        }
        reported.insert(prefix);
        let message = format!("some readers do not find elements with the prefix `{prefix}`");
        let finding = linter
            .log
            .report(&AVOID_PREFIX, linter.document.tag(id), message)
            .param("prefix", prefix)
            .help("declare the namespace with `xmlns=` and leave the prefix out");
        // The W3C's validator gives it an element only under the usual prefix.
        let at_root = |declared: &Declared<'_>| declared.on == root && declared.prefix == prefix;
        if prefix == linter.document.ns(id).usual_prefix()
            && linter.document.namespaces.iter().any(at_root)
        {
            finding.element("root");
        }
    }
}

/// A known namespace written with another case, slash or scheme.
fn nearest(uri: &str) -> Option<&'static str> {
    fn plain(uri: &str) -> &str {
        let scheme = ["http://", "https://"].iter().find_map(|start| uri.strip_prefix(start));
        scheme.unwrap_or(uri).trim_end_matches(['/', '#'])
    }
    let own = plain(uri);
    crate::xml::KNOWN
        .iter()
        .map(|(known, _, _)| *known)
        .find(|known| plain(known).eq_ignore_ascii_case(own))
}
