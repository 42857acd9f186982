//! The allowed raw HTML in a feed.
//!
//! [`super::html`] checks and rewrites every tag, and reports what it leaves out, since it knows the
//! source. The result then goes through `ammonia` as a second filter, which also closes open elements.
//! Both use the lists of this module.

use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};

use super::href::LINK_SCHEMES;
use super::raw::Attribute;
use super::vocabulary::has;

/// Elements that readers show with attributes of their own.
const WITH_ATTRIBUTES: &[(&str, &str)] = &[
    ("a", "href hreflang name"),
    ("audio", "src controls loop muted"),
    ("blockquote", "cite"),
    ("code", "class"),
    ("col", "align span"),
    ("colgroup", "align span"),
    ("del", "cite datetime"),
    ("details", "open"),
    ("div", "align"),
    ("img", "src alt width height"),
    ("ins", "cite datetime"),
    ("li", "value"),
    ("ol", "start reversed type"),
    ("p", "align"),
    ("q", "cite"),
    ("source", "src type"),
    ("table", "align"),
    ("td", "align colspan rowspan"),
    ("th", "align colspan rowspan scope"),
    ("time", "datetime"),
    ("tr", "align"),
    ("track", "src kind srclang label"),
    ("video", "src poster controls width height loop muted"),
];

/// Elements that readers show with the attributes of every element.
const SHOWN: &str = "abbr address article aside b bdi bdo br caption center cite dd dfn dl dt em
    figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i kbd main mark nav pre rp rt rtc
    ruby s samp section small span strike strong sub summary sup tbody tfoot thead tt u ul var wbr";

/// Elements of formulas; each may have [`OF_FORMULAS`].
const FORMULA: &str = "annotation annotation-xml math menclose merror mfenced mfrac mi
    mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub
    msubsup msup mtable mtd mtext mtr munder munderover semantics";

/// Attributes of formulas that change their meaning.
const OF_FORMULAS: &str = "close columnalign columnspan display linethickness mathvariant notation
    open rowspan separators";

/// Attributes that every element may have.
const EVERYWHERE: &str = "id lang dir title";

/// Elements that only group others: leaving them out changes nothing visible. Those of drawings come
/// last, since drawings are reported as a whole.
const SILENT: &str = "picture font big html body head noscript g defs rect circle ellipse line
    polyline polygon tspan lineargradient radialgradient";

/// HTML elements that readers do not show; parts of formulas and drawings are left out without
/// a finding.
const REMOVED: &str = "acronym applet area base button canvas data datalist dialog dir fieldset
    form frame frameset input label legend link map marquee menu menuitem meta meter nobr noembed
    noframes optgroup option output param plaintext portal progress script search select slot style
    svg template textarea title xmp";

/// Elements without content or end tag.
const VOID: &str = "br col hr img source track wbr area base embed input link meta param";

/// Elements within a line, beside those of formulas.
const PHRASING: &str = "a abbr audio b bdi bdo br cite code del dfn em i img ins kbd mark q rp rt
    ruby s samp small source span strike strong sub sup time track tt u var video wbr";

/// Whether HTML has an element of this name.
pub(crate) fn is_html(name: &str) -> bool {
    fate(name) != Fate::Removed || has(REMOVED, name)
}

/// Elements whose content is invisible.
pub(super) const HIDDEN_CONTENT: &str = "script style template noframes";

/// Whether a `style` makes a browser hide its element.
pub(crate) fn hides(style: &str) -> bool {
    style.split(';').any(|declaration| {
        declaration.split_once(':').is_some_and(|(property, value)| {
            let value = value.trim().to_ascii_lowercase();
            let value = value.trim_end_matches("!important").trim_end();
            matches!(
                (property.trim().to_ascii_lowercase().as_str(), value),
                ("display", "none") | ("visibility", "hidden" | "collapse")
            )
        })
    })
}

/// How an element is treated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// Keep it, with these attributes and the global ones.
    Kept(&'static str),
    /// Replace it by a link.
    Linked,
    /// Leave out its tags without a finding.
    Silent,
    /// Leave out its tags, with a finding.
    Removed,
}

/// The treatment of the element with this name (in lower case).
pub(super) fn fate(name: &str) -> Fate {
    let mut with_attributes = WITH_ATTRIBUTES.iter();
    if let Some((_, own)) = with_attributes.find(|(element, _)| *element == name) {
        return Fate::Kept(own);
    }
    match name {
        _ if has(SHOWN, name) => Fate::Kept(""),
        _ if is_formula(name) => Fate::Kept(OF_FORMULAS),
        "iframe" | "embed" | "object" => Fate::Linked,
        _ if name.starts_with("mjx-") => Fate::Silent,
        _ if has(SILENT, name) => Fate::Silent,
        _ => Fate::Removed,
    }
}

/// Whether an element is part of a formula.
pub(super) fn is_formula(name: &str) -> bool {
    has(FORMULA, name)
}

/// If an element is the drawing of a formula as `KaTeX` and `MathJax` write it: the end tag of its
/// parent, before which the same formula may follow as `MathML`.
pub(super) fn is_drawn(name: &str, attributes: &[Attribute<'_>]) -> Option<&'static str> {
    let has = |wanted: &str, value: &str| {
        let mut found = attributes.iter().filter(|attribute| attribute.name == wanted);
        found.any(|attribute| attribute.value.split_whitespace().any(|word| word == value))
    };
    match name {
        "span" if has("class", "katex-html") => Some(""),
        "nobr" if has("aria-hidden", "true") => Some("</math"),
        "mjx-math" => Some("</mjx-container"),
        _ => None,
    }
}

/// Whether an element that has `own` attributes may have this one.
pub(super) fn allows(own: &str, attribute: &str) -> bool {
    has(own, attribute) || has(EVERYWHERE, attribute)
}

/// Elements without content or end tag.
pub(crate) fn is_void(name: &str) -> bool {
    has(VOID, name)
}

/// Whether a start tag of `next` closes an open `last` (HTML, section 13.1.2.4).
pub(super) fn ends(next: &str, last: &str) -> bool {
    match last {
        "p" => !is_phrasing(next),
        "li" => next == "li",
        "dt" | "dd" => matches!(next, "dt" | "dd"),
        "td" | "th" => matches!(next, "td" | "th" | "tr" | "tbody" | "tfoot"),
        "tr" => matches!(next, "tr" | "tbody" | "tfoot"),
        "thead" | "tbody" => matches!(next, "tbody" | "tfoot"),
        _ => false,
    }
}

/// Whether an element that readers show is a block.
pub(super) fn is_shown_block(name: &str) -> bool {
    matches!(fate(name), Fate::Kept(_)) && !is_phrasing(name)
}

fn is_phrasing(name: &str) -> bool {
    is_formula(name) || has(PHRASING, name)
}

#[expect(clippy::disallowed_types, reason = "ammonia takes hash maps; their order is never used")]
static NET: LazyLock<Builder<'static>> = LazyLock::new(|| {
    use std::collections::{HashMap, HashSet};
    let set = |names: &'static str| names.split_ascii_whitespace().collect::<HashSet<_>>();
    let words = |names: &'static str| names.split_ascii_whitespace();
    let formulas = words(FORMULA).map(|name| (name, OF_FORMULAS));
    let own: HashMap<_, _> = (WITH_ATTRIBUTES.iter().copied())
        .chain(formulas)
        .map(|(name, attributes)| (name, set(attributes)))
        .collect();
    let mut net = Builder::empty();
    net.tags(words(SHOWN).chain(own.keys().copied()).collect())
        .tag_attributes(own)
        .generic_attributes(set(EVERYWHERE))
        .clean_content_tags(set(HIDDEN_CONTENT))
        .url_schemes(LINK_SCHEMES.iter().copied().collect())
        .url_relative(UrlRelative::Deny)
        .link_rel(None)
        .strip_comments(true);
    net
});

/// Well-formed, safe HTML. The caller has checked the input's depth, in which `ammonia` takes quadratic
/// time.
pub(super) fn clean(html: &str) -> String {
    // A block inside a paragraph closes it, and the paragraph's own end tag creates an empty one.
    NET.clean(html).to_string().replace("<p></p>", "")
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn the_second_net_holds_by_itself() {
        let html = clean(
            "<div><script>x</script><p onclick=x style=y>t<a href='javascript:x'>l</a><a href=rel>r</a>",
        );
        assert_eq!(html, "<div><p>t<a>l</a><a>r</a></p></div>");
    }
}
