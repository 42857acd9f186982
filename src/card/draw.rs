//! Fills the template and draws it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use minijinja::value::Serde;
use minijinja::{AutoEscape, context};
use resvg::{tiny_skia, usvg};

use super::fonts::{Fonts, advice};
use super::lay::{Area, Laid, Setting, each_text, lay};
use super::rules::{CARD_GLYPHS, CARD_SIZE, CARD_TEMPLATE};
use super::{Card, Colours, LARGEST, SOFTWARE, Shape, limits};
use crate::fill::fill;
use crate::report::{Finding, Source};

const TEMPLATE: &str = include_str!("card.svg");

/// The most characters of a text that are laid out.
const LONGEST: usize = 3_000;

/// The template's budget.
const FUEL: u64 = 200_000;

/// A drawn card.
#[derive(Debug, Clone)]
pub struct Drawn {
    /// The PNG.
    pub png: Vec<u8>,
    /// The texts of the template that have an id, in order.
    pub texts: Vec<Placed>,
    /// How many glyphs are drawn as an empty box.
    pub empty_boxes: usize,
    /// What is wrong with it.
    pub findings: Vec<Finding>,
}

/// Where a text of a card was drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// Its id in the template.
    pub id: String,
    /// Left, upper, right and lower edge of its letters by the font's metrics, in pixels.
    pub bounds: [f32; 4],
    /// The same of what is painted.
    pub ink: [f32; 4],
    /// The box that it was laid out for, as left, upper, right and lower edge; `None` where the
    /// template changed its id.
    pub area: Option<[f32; 4]>,
}

/// Draws a card.
///
/// # Errors
/// A [`Finding`] where the template cannot be filled or is not an SVG.
pub fn draw(
    card: &Card,
    shape: Shape,
    colours: &Colours,
    template: Option<&Source>,
    fonts: &Fonts,
) -> Result<Drawn, Finding> {
    let (width, height) = shape.size();
    let texts = texts(card, shape, fonts);
    let wrong = |message: String, line: usize| {
        let finding = Finding::new(&CARD_TEMPLATE, message);
        match template {
            Some(template) => finding.at(template.line(line)),
            None => finding,
        }
    };
    let code = template.map_or(TEMPLATE, Source::text);
    let svg = filled(card, shape, colours, code, &texts).map_err(|error| {
        let why = error
            .detail()
            .map_or_else(|| error.kind().to_string(), str::to_owned);
        wrong(format!("the template of cards cannot be filled: {why}"), error.line().unwrap_or(1))
            .help("a template may use `width`, `height`, `background`, `text`, `accent` and `language`, and the `text`, `size` and `lines` of `title`, `event`, `speakers` and `site`, such as `{{ title.text }}`")
    })?;
    let unreadable = |why: String| {
        let message = format!("the filled template of cards is not an SVG: {why}");
        wrong(message, 1).help("write an `<svg>` element, well-formed once its code is filled in")
    };
    let too_large = Arc::new(AtomicBool::new(false));
    let mut options = options(fonts);
    if template.is_some() {
        limits::check(&svg).map_err(&unreadable)?;
        options.image_href_resolver.resolve_data = limits::image_sizes(Arc::clone(&too_large));
    }
    // The library panics on some texts with several fonts, which a custom template may have.
    let parsed = catch_unwind(AssertUnwindSafe(|| usvg::Tree::from_str(&svg, &options)));
    let tree = parsed
        .map_err(|_| unreadable("a text of several fonts cannot be set".to_owned()))?
        .map_err(|error| unreadable(error.to_string()))?;
    if too_large.load(Ordering::Relaxed) {
        return Err(unreadable(limits::TOO_LARGE.to_owned()));
    }
    let mut pixels = tiny_skia::Pixmap::new(width, height)
        .ok_or_else(|| unreadable("it has no size".to_owned()))?;
    let scale = tiny_skia::Transform::from_scale(
        width as f32 / tree.size().width(),
        height as f32 / tree.size().height(),
    );
    let mut drawn = pixels.as_mut();
    catch_unwind(AssertUnwindSafe(|| resvg::render(&tree, scale, &mut drawn)))
        .map_err(|_| unreadable("it cannot be drawn".to_owned()))?;
    let png = encode(&pixels).map_err(|error| unreadable(error.to_string()))?;
    let mut drawn = Drawn { png, texts: Vec::new(), empty_boxes: 0, findings: findings(&texts) };
    each_text(tree.root(), &mut |text| {
        let glyphs = text.layouted().iter().flat_map(|span| &span.positioned_glyphs);
        drawn.empty_boxes += glyphs.filter(|glyph| glyph.id.0 == 0).count();
        let id = text.id().split('-').next().unwrap_or_default();
        let edges = |of: tiny_skia::Rect| [of.left(), of.top(), of.right(), of.bottom()];
        drawn.texts.push(Placed {
            id: text.id().to_owned(),
            bounds: edges(text.abs_bounding_box()),
            ink: edges(text.abs_stroke_bounding_box()),
            area: texts.iter().find(|set| set.name == id).map(|set| {
                let area = set.area;
                [area.x, area.y, area.x + area.width, area.y + area.height]
            }),
        });
    });
    if drawn.png.len() > LARGEST {
        let message = format!("the card has {} bytes", drawn.png.len());
        drawn
            .findings
            .push(Finding::new(&CARD_SIZE, message).help("use fewer photographs and gradients"));
    }
    Ok(drawn)
}

/// A PNG without transparency, which no network keeps: transparent pixels become black. An image with
/// very many colours gets a palette, which bounds its size.
fn encode(pixels: &tiny_skia::Pixmap) -> Result<Vec<u8>, png::EncodingError> {
    let mut opaque: Vec<u8> = (pixels.pixels().iter())
        .flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()])
        .collect();
    let encoded = |opaque: &[u8]| {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, pixels.width(), pixels.height());
        encoder.set_color(png::ColorType::Rgb);
        encoder.add_text_chunk(SOFTWARE.0.to_owned(), SOFTWARE.1.to_owned())?;
        let mut writer = encoder.write_header()?;
        writer.write_image_data(opaque)?;
        writer.finish()?;
        Ok::<_, png::EncodingError>(bytes)
    };
    let bytes = encoded(&opaque)?;
    if bytes.len() <= LARGEST {
        return Ok(bytes);
    }
    for value in &mut opaque {
        *value = value.saturating_add(4) & 0xf8;
    }
    encoded(&opaque)
}

/// Fonts of the card only; neither a file nor a URL is read for an image.
pub(super) fn options(fonts: &Fonts) -> usvg::Options<'static> {
    usvg::Options {
        fontdb: fonts.database.clone(),
        font_family: "Noto Sans".to_owned(),
        // Every run names a font that has its characters.
        font_resolver: usvg::FontResolver {
            select_fallback: Box::new(|_, _, _| None),
            ..usvg::FontResolver::default()
        },
        image_href_resolver: usvg::ImageHrefResolver {
            resolve_string: Box::new(|_, _| None),
            ..usvg::ImageHrefResolver::default()
        },
        ..usvg::Options::default()
    }
}

/// A text of the card in its box.
struct Set {
    name: &'static str,
    area: Area,
    laid: Laid,
    missing: Vec<char>,
}

/// Every text of a card, laid out in its box.
fn texts(card: &Card, shape: Shape, fonts: &Fonts) -> Vec<Set> {
    let area = |x, y, width, height| Area { x, y, width, height };
    let facts = [card.event.as_str(), card.date.as_str()];
    let facts: Vec<&str> = facts.into_iter().filter(|text| !text.is_empty()).collect();
    let (event, speakers) = (facts.join(" · "), card.speakers.join(", "));
    let names = if speakers.is_empty() { 0.0 } else { 96.0 };
    let (boxes, large) = match shape {
        Shape::Landscape => (
            [
                area(72.0, 64.0, 1056.0, 46.0),
                area(72.0, 128.0, 1056.0, 372.0 - names),
                area(72.0, 408.0, 1056.0, 92.0),
                area(116.0, 531.0, 1012.0, 44.0),
            ],
            84,
        ),
        Shape::Portrait => (
            [
                area(80.0, 96.0, 920.0, 52.0),
                area(80.0, 184.0, 920.0, 920.0 - names),
                area(80.0, 1010.0, 920.0, 92.0),
                area(124.0, 1216.0, 876.0, 48.0),
            ],
            104,
        ),
    };
    let sizes =
        |from: u8, to: u8| -> Vec<f32> { (to..=from).rev().step_by(2).map(f32::from).collect() };
    let set = |name, text: &str, area, sizes: &[f32], weight| {
        // No box fits more, and the rest need not be measured.
        let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(end, _)| end);
        let text = text.get(..end).unwrap_or(text);
        let language = card.language.as_str();
        let setting = Setting { area, sizes, weight, language };
        let (laid, missing) = lay(text, setting, fonts);
        Set { name, area, laid, missing }
    };
    let [event_box, title_box, names_box, site_box] = boxes;
    vec![
        set("event", &event, event_box, &sizes(34, 18), 700),
        set("title", &card.title, title_box, &sizes(large, 30), 700),
        set("speakers", &speakers, names_box, &sizes(36, 22), 400),
        set("site", &card.site, site_box, &sizes(30, 18), 400),
    ]
}

fn filled(
    card: &Card,
    shape: Shape,
    colours: &Colours,
    template: &str,
    texts: &[Set],
) -> Result<String, minijinja::Error> {
    let text = |name: &str| Serde(texts.iter().find(|set| set.name == name).map(|set| &set.laid));
    let (width, height) = shape.size();
    let words = context! {
        width => width,
        height => height,
        background => colours.background.as_str(),
        text => colours.text.as_str(),
        accent => colours.accent.as_str(),
        title => text("title"),
        event => text("event"),
        speakers => text("speakers"),
        site => text("site"),
        language => card.language.as_str(),
    };
    fill(template, words, FUEL, AutoEscape::Html)
}

/// Reports the characters that no font has, and suggests a font.
fn findings(texts: &[Set]) -> Vec<Finding> {
    let mut missing: Vec<char> = texts.iter().flat_map(|set| set.missing.clone()).collect();
    missing.sort_unstable();
    missing.dedup();
    if missing.is_empty() {
        return Vec::new();
    }
    let mut fonts: Vec<&str> = missing.iter().map(|c| advice(*c)).collect();
    fonts.sort_unstable();
    fonts.dedup();
    let shown: String = missing.iter().take(12).collect();
    let more = if missing.len() > 12 { " …" } else { "" };
    let message = format!("no font of the card has {shown}{more}");
    vec![Finding::new(&CARD_GLYPHS, message).help(format!(
        "put a font such as {} into the project and name it in `[cards] fonts`",
        fonts.join(", ")
    ))]
}
