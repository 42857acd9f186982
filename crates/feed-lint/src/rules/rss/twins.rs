//! Elements of RSS and of modules with the same meaning.

use crate::linter::Linter;
use crate::xml::{Id, Ns};
use feed_lint_findings::Rule;

/// Pairs of channel elements with the same meaning, in RSS and in modules.
pub(super) const CHANNEL: &[(&str, Ns, &str)] = &[
    ("generator", Ns::Admin, "generatorAgent"),
    ("copyright", Ns::Dc, "rights"),
    ("pubDate", Ns::Dc, "date"),
    ("language", Ns::Dc, "language"),
    ("webMaster", Ns::Dc, "publisher"),
    ("managingEditor", Ns::Dc, "creator"),
    ("lastBuildDate", Ns::Dcterms, "modified"),
    ("pubDate", Ns::Dcterms, "issued"),
    ("category", Ns::Dc, "subject"),
];

/// Pairs of item elements with the same meaning, in RSS and in modules.
pub(super) const ITEM: &[(&str, Ns, &str)] = &[
    ("guid", Ns::Atom, "id"),
    ("author", Ns::Dc, "creator"),
    ("author", Ns::Atom, "author"),
    ("category", Ns::Dc, "subject"),
    ("pubDate", Ns::Dc, "date"),
    ("pubDate", Ns::Atom, "published"),
    ("source", Ns::Dc, "source"),
    ("source", Ns::Atom, "source"),
];

/// Reports an RSS element beside its twin.
pub(super) fn check(
    linter: &mut Linter<'_, '_>,
    id: Id,
    pairs: &[(&str, Ns, &str)],
    rule: &'static Rule,
) {
    let label = linter.label(id);
    let mut modules: Vec<(Ns, &str, Id)> = Vec::new();
    for child in linter.document.elements(id) {
        let ns = linter.document.ns(child);
        if matches!(ns, Ns::Dc | Ns::Dcterms | Ns::Atom | Ns::Admin) {
            modules.push((ns, linter.document.local(child), child));
        }
    }
    if modules.is_empty() {
        return;
    }
    for (core, ns, local) in pairs {
        let Some((_, _, other)) = modules.iter().find(|(n, l, _)| n == ns && l == local) else {
            continue;
        };
        let Some(own) = linter.core_child(id, core) else {
            continue;
        };
        let (own, other, ext) = (
            linter.document.tag(own),
            linter.document.tag(*other),
            format!("{}:{local}", ns.usual_prefix()),
        );
        linter
            .log
            .report(rule, other, format!("`{ext}` means the same as `{core}`"))
            .element(label.clone())
            .param("core", *core)
            .param("ext", ext.clone())
            .also(own, "the same in RSS")
            .help(format!("remove `{ext}`"));
    }
}
