//! Limits on a custom template's SVG: a pull request may contain any.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use resvg::usvg::roxmltree::{Document, Node, ParsingOptions};
use resvg::usvg::{ImageHrefDataResolverFn, ImageHrefResolver, Options};

/// The most bytes of a filled template.
const LARGEST: usize = 4 * 1024 * 1024;
/// The most elements, each counted as often as it is used.
const ELEMENTS: u64 = 20_000;
/// The most text elements: drawing each one lays out the whole text that contains it.
const TEXTS: usize = 1_000;
/// The most bytes of text: laying out one text takes more than its length.
const LETTERS: usize = 20_000;
/// How deep elements may nest.
const DEEPEST: usize = 100;
/// The most work of filters: their steps, times the elements that they may apply to.
const FILTERING: u64 = 64;
/// The most pixels of an image.
const PIXELS: usize = 4_096 * 4_096;

/// The message for an image that is too large.
pub(super) const TOO_LARGE: &str =
    "an embedded image has more than 16 million pixels or is an SVG itself";

/// Makes sure that the SVG can be drawn quickly.
///
/// # Errors
/// The limit that it exceeds, in words.
pub(super) fn check(svg: &str) -> Result<(), String> {
    if svg.len() > LARGEST {
        return Err(format!("it has {} bytes, and {LARGEST} is the most", svg.len()));
    }
    let depth = depth(svg);
    if depth > DEEPEST {
        return Err(format!("its elements nest {depth} deep; the limit is {DEEPEST}"));
    }
    let options =
        ParsingOptions { allow_dtd: true, nodes_limit: 200_000, ..ParsingOptions::default() };
    let document = Document::parse_with_options(svg, options).map_err(|error| error.to_string())?;
    let elements = || document.descendants().filter(Node::is_element);
    let is_text = |node: &Node<'_, '_>| node.tag_name().name() == "text";
    let (mut count, mut letters) = (0, 0);
    // Every element in a text counts as text: a link in it is drawn as text too.
    for inner in elements().filter(is_text).flat_map(|node| node.descendants()) {
        count += usize::from(inner.is_element());
        letters += inner.text().filter(|_| inner.is_text()).map_or(0, str::len);
    }
    if count > TEXTS {
        return Err(format!("it has more than {TEXTS} elements of text"));
    }
    if letters > LETTERS {
        return Err(format!("its texts have {letters} bytes; the limit is {LETTERS}"));
    }
    let mut used = Used {
        by_id: elements().filter_map(|node| Some((node.attribute("id")?, node))).collect(),
        known: BTreeMap::new(),
        open: 0,
    };
    if used.count(document.root_element()) > ELEMENTS {
        return Err(format!(
            "it has more than {ELEMENTS} elements, each counted as often as it is used"
        ));
    }
    filters(&document)
}

/// How deep tags nest: an upper bound, which may count text that only looks like a tag.
fn depth(svg: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for part in svg.split('<').skip(1) {
        let end = part.find('>').unwrap_or(part.len());
        let closed = part.get(..end).is_some_and(|tag| tag.ends_with('/'));
        if part.starts_with('/') {
            depth = depth.saturating_sub(1);
        } else if !closed && !part.starts_with(['!', '?']) {
            depth += 1;
            deepest = deepest.max(depth);
        }
    }
    deepest
}

/// How many elements drawing each one involves, through references too.
struct Used<'a, 'i> {
    by_id: BTreeMap<&'a str, Node<'a, 'i>>,
    /// `None` while it is being counted: the library skips elements that contain themselves.
    known: BTreeMap<usize, Option<u64>>,
    /// How many are being counted.
    open: usize,
}

impl<'a, 'i> Used<'a, 'i> {
    fn count(&mut self, node: Node<'a, 'i>) -> u64 {
        if let Some(known) = self.known.get(&node.id().get_usize()) {
            return known.unwrap_or_default();
        }
        self.known.insert(node.id().get_usize(), None);
        // A chain of elements that refer to one another can be as deep as there are elements.
        if self.open > 4 * DEEPEST {
            return u64::MAX;
        }
        self.open += 1;
        let text = node.children().filter_map(|child| child.text());
        let mut count = 1 + text.map(|text| text.len() as u64 / 8).sum::<u64>();
        for child in node.children().filter(Node::is_element) {
            count = count.saturating_add(self.count(child));
        }
        for attribute in node.attributes() {
            let value = attribute.value();
            let links = value.strip_prefix('#').filter(|_| attribute.name() == "href");
            let references = value.split("url(#").skip(1);
            let references = references.map(|rest| rest.split(')').next().unwrap_or_default());
            for id in links.into_iter().chain(references) {
                if let Some(target) = self.by_id.get(id.trim()).copied() {
                    count = count.saturating_add(self.count(target));
                }
            }
        }
        self.open -= 1;
        self.known.insert(node.id().get_usize(), Some(count));
        count
    }
}

/// Limits filters to what a shadow or a glow needs.
fn filters(document: &Document<'_>) -> Result<(), String> {
    let (mut steps, mut drawn, mut uses, mut elements) = (0_u64, 0_u64, 1_u64, 0_u64);
    let mut everywhere = false;
    for node in document.descendants().filter(Node::is_element) {
        elements += 1;
        let name = node.tag_name().name();
        let value = |name: &str| {
            let numbers = node.attribute(name).unwrap_or_default().split([' ', ',']);
            numbers.map(number).fold(0.0, f64::max)
        };
        let most = |attribute: &str, most: f64| {
            if value(attribute) > most {
                return Err(format!(
                    "`{attribute}` of <{name}> is {}, and {most} is the most",
                    value(attribute)
                ));
            }
            Ok(())
        };
        match name {
            "feTurbulence" => most("numOctaves", 4.0)?,
            "feMorphology" => most("radius", 5.0)?,
            "feConvolveMatrix" => most("order", 5.0)?,
            "feGaussianBlur" | "feDropShadow" => most("stdDeviation", 200.0)?,
            "filter" => {
                for attribute in ["width", "height"] {
                    most(attribute, 3_000.0)?;
                }
            }
            "use" | "pattern" | "marker" => uses += 1,
            "style" => everywhere |= node.text().is_some_and(|text| text.contains("filter")),
            _ => {}
        }
        let of_parent = node.parent().is_some_and(|parent| parent.tag_name().name() == "filter");
        steps += u64::from(name.starts_with("fe") && of_parent);
        let has = |attribute: &str| {
            node.attribute(attribute)
                .is_some_and(|value| attribute == "filter" || value.contains("filter"))
        };
        drawn += u64::from(has("filter") || has("style"));
    }
    let drawn = if everywhere { elements } else { drawn };
    let work = steps.saturating_mul(drawn).saturating_mul(uses);
    if work > FILTERING {
        return Err(format!(
            "its filters have {steps} steps for {drawn} elements; {FILTERING} steps in all are the most"
        ));
    }
    Ok(())
}

/// The number at the beginning of a value; a malformed one counts as infinite, unless it is a word.
fn number(value: &str) -> f64 {
    let end =
        value.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '-' | '+' | 'e' | 'E')));
    value
        .get(..end.unwrap_or(value.len()))
        .and_then(|digits| digits.parse().ok())
        .unwrap_or_default()
}

/// Checks the size of images in `data:` URLs before they are decoded. A large one sets `refused`.
pub(super) fn image_sizes(refused: Arc<AtomicBool>) -> ImageHrefDataResolverFn<'static> {
    let decode = ImageHrefResolver::default_data_resolver();
    Box::new(move |kind: &str, data: Arc<Vec<u8>>, options: &Options<'_>| {
        let size = imagesize::blob_size(&data).ok();
        let pixels = size.map(|size| size.width.saturating_mul(size.height));
        if pixels.is_none_or(|pixels| pixels > PIXELS) {
            refused.store(true, Ordering::Relaxed);
            return None;
        }
        // The signature tells the format; an SVG has none.
        let kind = if kind.contains("svg") { "text/plain" } else { kind };
        decode(kind, data, options)
    })
}
