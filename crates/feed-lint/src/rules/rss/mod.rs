//! RSS 2.0 and the Advisory Board's profile, beyond plain values.

mod channel;
mod image;
mod item;
mod skip;
mod twins;

pub use channel::{after_channel, cloud, form_name};
pub use image::{after_image, image_height, image_url, image_width};
pub use item::{after_item, enclosure, guid, http_attribute, item, source};
pub use skip::{skip_days, skip_hours};

use crate::grammar::{CHANNEL, Context, Scope, Shape, Times};
use crate::linter::Linter;
use crate::shapes;
use crate::xml::{Id, Ns};

use super::structure;

feed_lint_findings::rules! {
    for RSS;
    /// The version of `rss` is one that was finished: 0.91, 0.92 or 2.0 (RSS).
    ///
    /// Readers choose how to read a feed by its version (RSS 2.0, “What is RSS?”); 0.93 and 0.94
    /// were drafts that RSS 2.0 replaced.
    Error RSS_VERSION "rss-version" w3c "InvalidRSSVersion":
        "<rss version=\"2.01\">" => "<rss version=\"2.0\">";

    /// An item has a title or a description (RSS 0.9x, 2.0).
    ///
    /// All elements of an item are optional, but one of these two must be there (RSS 2.0, “Elements
    /// of <item>”); a reader has nothing to show otherwise.
    Error EMPTY_ITEM "empty-item" w3c "ItemMustContainTitleOrDescription":
        "<item><link>https://example.org/1</link></item>"
        => "<item><title>One</title><link>https://example.org/1</link></item>";

    /// In a channel the items come last (RSS 2.0).
    ///
    /// Some readers stop reading about the channel at the first item (RSS profile, “Channel”).
    Warning MISPLACED_ITEM "items-before-channel-elements" w3c "MisplacedItem":
        "<channel><item>…</item><title>News</title></channel>"
        => "<channel><title>News</title><item>…</item></channel>";

    /// A channel has no `textInput` (RSS 2.0).
    ///
    /// Hardly any reader shows it (RSS 2.0, “<textInput> sub-element”).
    Warning AVOID_TEXT_INPUT "text-input" w3c "AvoidTextInput" for RSS_AND_RDF:
        "<textInput>…</textInput>" => "A link to the search page in the description.";

    /// The title of a channel's image is the channel's title (RSS 2.0).
    ///
    /// It becomes the alternative text of the image (RSS 2.0, “<image> sub-element”).
    Warning IMAGE_TITLE "image-title" w3c "ImageTitleDoesntMatch" for RSS_AND_RDF:
        "<title>News</title><image><title>Logo</title>…" => "<title>News</title><image><title>News</title>…";

    /// The link of a channel's image is the channel's link (RSS 2.0).
    ///
    /// The image leads to the site (RSS 2.0, “<image> sub-element”).
    Warning IMAGE_LINK "image-link" w3c "ImageLinkDoesntMatch" for RSS_AND_RDF:
        "<link>https://example.org/</link><image><link>https://example.com/</link>…"
        => "<link>https://example.org/</link><image><link>https://example.org/</link>…";

    /// A channel's image is a GIF, JPEG or PNG (RSS 2.0).
    ///
    /// Readers need to show no others (RSS 2.0, “<image> sub-element”).
    Warning IMAGE_FORMAT "image-format" w3c "ImageUrlFormat" for RSS_AND_RDF:
        "<url>https://example.org/logo.tiff</url>" => "<url>https://example.org/logo.png</url>";

    /// The width of a channel's image is a number from 1 to 144 (RSS 2.0).
    ///
    /// That is the largest width (RSS 2.0, “<image> sub-element”).
    Error IMAGE_WIDTH "image-width" w3c "InvalidWidth" for RSS_AND_RDF:
        "<width>300</width>" => "<width>144</width>";

    /// The height of a channel's image is a number from 1 to 400 (RSS 2.0).
    ///
    /// That is the largest height (RSS 2.0, “<image> sub-element”).
    Error IMAGE_HEIGHT "image-height" w3c "InvalidHeight" for RSS_AND_RDF:
        "<height>0</height>" => "<height>31</height>";

    /// The domain of a cloud is the name of a host, and its protocol `xml-rpc`, `soap` or `http-post` (RSS 2.0).
    ///
    /// Readers register at this host with this protocol (RSS 2.0, “<cloud> sub-element”).
    Error CLOUD "cloud":
        "<cloud domain=\"https://example.org/\" port=\"80\" path=\"/RPC2\" registerProcedure=\"ping\" protocol=\"xmlrpc\"/>"
        => "<cloud domain=\"example.org\" port=\"80\" path=\"/RPC2\" registerProcedure=\"ping\" protocol=\"xml-rpc\"/>";

    /// The name of a text input is the name of a form field: a letter, then letters, digits and `-_:.` (RSS 2.0).
    ///
    /// It becomes the `name` of an HTML input.
    Error FORM_NAME "form-name" w3c "InvalidFormComponentName" for RSS_AND_RDF:
        "<name>search words</name>" => "<name>q</name>";

    /// An hour to skip is a whole number from 0 to 23 (RSS 2.0).
    ///
    /// Aggregators compare it with the hour in GMT (RSS 2.0, “skipHours”).
    Error HOUR "skip-hour" w3c "InvalidHour":
        "<hour>25</hour>" => "<hour>1</hour>";

    /// Midnight is the hour 0 (RSS 2.0).
    ///
    /// RSS 0.91 counted to 24, RSS 2.0 counts from 0; 0 is understood by all (RSS profile,
    /// “skipHours”).
    Warning MIDNIGHT "skip-hour-midnight" w3c "UseZeroForMidnight":
        "<hour>24</hour>" => "<hour>0</hour>";

    /// No more than 24 hours are skipped (RSS 2.0).
    ///
    /// A day has no more (RSS 2.0, “skipHours”).
    Error TOO_MANY_HOURS "too-many-skip-hours" w3c "NotEnoughHoursInTheDay":
        "<skipHours> with 25 hours" => "<skipHours><hour>1</hour></skipHours>";

    /// A day to skip is an English weekday, written out (RSS 2.0).
    ///
    /// Aggregators compare it with these seven words (RSS 2.0, “skipDays”).
    Error DAY "skip-day" w3c "InvalidDay":
        "<day>Sun</day>" => "<day>Sunday</day>";

    /// No more than seven days are skipped (RSS 2.0).
    ///
    /// A week has no more (RSS 2.0, “skipDays”).
    Error TOO_MANY_DAYS "too-many-skip-days" w3c "EightDaysAWeek":
        "<skipDays> with eight days" => "<skipDays><day>Sunday</day></skipDays>";

    /// An item has one enclosure (RSS 2.0).
    ///
    /// Readers differ in which of several they take (RSS profile, “enclosure”).
    Warning SECOND_ENCLOSURE "second-enclosure" w3c "DuplicateEnclosure":
        "<enclosure url=\"https://example.org/a.mp3\" …/><enclosure url=\"https://example.org/a.ogg\" …/>"
        => "<enclosure url=\"https://example.org/a.mp3\" length=\"1234\" type=\"audio/mpeg\"/>";

    /// The URL of an enclosure or a podcast's picture is a full `http:` or `https:` URL (RSS 2.0, iTunes).
    ///
    /// Podcast clients download it as it stands; “must be an http url” (RSS 2.0, “<enclosure>
    /// sub-element”).
    Error ENCLOSURE_URL "enclosure-url" w3c "InvalidURLAttribute":
        "<enclosure url=\"/a.mp3\" length=\"1234\" type=\"audio/mpeg\"/>"
        => "<enclosure url=\"https://example.org/a.mp3\" length=\"1234\" type=\"audio/mpeg\"/>";

    /// An enclosure whose length is not known has length 0 (RSS 2.0).
    ///
    /// A negative number breaks the progress bars of podcast clients (RSS profile, “enclosure”).
    Error NEGATIVE_LENGTH "negative-length" w3c "UseZeroForUnknown":
        "<enclosure url=\"https://example.org/a.mp3\" length=\"-1\" type=\"audio/mpeg\"/>"
        => "<enclosure url=\"https://example.org/a.mp3\" length=\"0\" type=\"audio/mpeg\"/>";

    /// An item with `content:encoded` has a `description` before it (RSS 2.0).
    ///
    /// Readers that take the last of the two would else show the summary in place of the text; the
    /// description is the summary (RSS profile, “content:encoded”).
    Warning CONTENT_ORDER "content-before-description" w3c "NeedDescriptionBeforeContent":
        "<content:encoded>…</content:encoded><description>…</description>"
        => "<description>…</description><content:encoded>…</content:encoded>";

    /// A channel does not say the same thing with an element of RSS and with one of a module (RSS 2.0).
    ///
    /// Where the two differ, readers do too.
    Warning SAME_MEANING_IN_CHANNEL "same-meaning-in-channel" w3c "DuplicateSemantics":
        "<language>en</language><dc:language>en</dc:language>" => "<language>en</language>";

    /// An item does not say the same thing with an element of RSS and with one of a module (RSS 2.0).
    ///
    /// Where the two differ, readers do too.
    Warning SAME_MEANING_IN_ITEM "same-meaning-in-item" w3c "DuplicateItemSemantics":
        "<pubDate>…</pubDate><dc:date>…</dc:date>" => "<pubDate>…</pubDate>";

    /// Attributes of a namespace are used on RSS elements only where the feed points to the Advisory Board's specification.
    ///
    /// Earlier texts of RSS 2.0 allow elements of namespaces and are silent on attributes; the
    /// Board allowed them in 2007.
    Warning EXTENSION_ATTRIBUTE "extension-attribute" w3c "UseOfExtensionAttr" for XML:
        "<rss version=\"2.0\" xsi:noNamespaceSchemaLocation=\"…\">"
        => "<docs>https://www.rssboard.org/rss-specification</docs>";
}

/// The outermost element.
static RSS: Context = Context {
    scope: Scope::Other,
    core: &[("channel", Times::Once, Shape::Custom(channel))],
    required: &[("channel", &structure::MISSING_ELEMENT)],
    after: Some(extension_attributes),
};

/// The outermost element `rss`.
pub fn root(linter: &mut Linter<'_, '_>, id: Id) {
    let version = linter.document.value_of(id, "version");
    match version.as_deref() {
        None => linter.missing_attribute(&structure::MISSING_ATTRIBUTE, id, "version"),
        Some("0.91" | "0.92" | "2.0") => {}
        Some(version) => {
            let message = match version {
                "0.93" | "0.94" => format!("RSS {version} was never finished"),
                _ => format!("there is no RSS {version}"),
            };
            let help = "write `version=\"2.0\"`";
            linter.wrong_value(&RSS_VERSION, id, "version", message, help);
        }
    }
    linter.attributes(id, &["version"]);
    linter.children(id, &RSS);
}

fn channel(linter: &mut Linter<'_, '_>, id: Id) {
    linter.attributes(id, &[]);
    linter.children(id, &CHANNEL);
}

fn extension_attributes(linter: &mut Linter<'_, '_>, root: Id) {
    let docs = linter
        .core_child(root, "channel")
        .and_then(|channel| linter.core_child(channel, "docs"))
        .map(|docs| linter.text(docs));
    if docs.is_some_and(|docs| docs.contains("rssboard.org")) {
        return;
    }
    let document = linter.document;
    let is_foreign = |ns: Ns| !matches!(ns, Ns::None | Ns::Xml | Ns::Xmlns | Ns::Undeclared);
    let first = std::iter::once(root)
        .chain(document.descendants(root))
        .filter(|id| linter.is_core(*id))
        .find_map(|id| Some((id, document.attributes(id).iter().find(|a| is_foreign(a.ns))?)));
    if let Some((id, attribute)) = first {
        let label = linter.label(id);
        let message =
            format!("RSS does not say what an attribute of a namespace means on `{label}`");
        linter.log.report(&EXTENSION_ATTRIBUTE, attribute.range.clone(), message)
            .element(label)
            .help("add `<docs>https://www.rssboard.org/rss-specification</docs>`, whose text allows it, or remove the attribute");
    }
}

/// `category` of a channel or an item.
pub fn category(linter: &mut Linter<'_, '_>, id: Id) {
    linter.attributes(id, &["domain"]);
    shapes::check(linter, id, Shape::Text);
}
