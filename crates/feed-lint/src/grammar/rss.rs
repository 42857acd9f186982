//! RSS 0.90, 0.91 to 2.0 and 1.0.

use crate::rules::{rdf, rss, structure};

use super::Shape::{
    Anything, Contact, Custom, Html, Inside, Language, Positive, Rfc822, Text, TextOrNothing, Url,
};
use super::Times::{Often, Once};
use super::{Context, Scope};

/// `channel` of RSS 0.91 to 2.0 (RSS 2.0, "Required channel elements" and "Optional channel
/// elements").
pub(crate) static CHANNEL: Context = Context {
    scope: Scope::Feed,
    core: &[
        ("title", Once, Text),
        ("link", Once, Url),
        ("description", Once, TextOrNothing),
        ("language", Once, Language),
        ("copyright", Once, Text),
        ("managingEditor", Once, Contact),
        ("webMaster", Once, Contact),
        ("pubDate", Once, Rfc822),
        ("lastBuildDate", Once, Rfc822),
        ("category", Often, Custom(rss::category)),
        ("generator", Once, TextOrNothing),
        ("docs", Once, Url),
        ("cloud", Once, Custom(rss::cloud)),
        ("ttl", Once, Positive),
        ("image", Once, Inside(&IMAGE)),
        ("rating", Once, Anything),
        ("textInput", Once, Inside(&TEXT_INPUT)),
        ("skipHours", Once, Custom(rss::skip_hours)),
        ("skipDays", Once, Custom(rss::skip_days)),
        ("item", Often, Custom(rss::item)),
    ],
    required: &[
        ("description", &structure::MISSING_DESCRIPTION),
        ("link", &structure::MISSING_LINK),
        ("title", &structure::MISSING_TITLE),
    ],
    after: Some(rss::after_channel),
};

/// `image` of RSS 0.91 to 2.0.
static IMAGE: Context = Context {
    scope: Scope::Other,
    core: &[
        ("title", Once, Text),
        ("url", Once, Custom(rss::image_url)),
        ("link", Once, Url),
        ("width", Once, Custom(rss::image_width)),
        ("height", Once, Custom(rss::image_height)),
        ("description", Once, TextOrNothing),
    ],
    required: &[
        ("link", &structure::MISSING_LINK),
        ("title", &structure::MISSING_TITLE),
        ("url", &structure::MISSING_ELEMENT),
    ],
    after: Some(rss::after_image),
};

/// `textInput` of RSS 0.91 to 2.0.
static TEXT_INPUT: Context = Context {
    scope: Scope::Other,
    core: &[
        ("title", Once, Text),
        ("description", Once, Text),
        ("name", Once, Custom(rss::form_name)),
        ("link", Once, Url),
    ],
    required: &[
        ("title", &structure::MISSING_TITLE),
        ("description", &structure::MISSING_DESCRIPTION),
        ("name", &structure::MISSING_ELEMENT),
        ("link", &structure::MISSING_LINK),
    ],
    after: None,
};

/// `item` of RSS 0.91 to 2.0.
pub(crate) static ITEM: Context = Context {
    scope: Scope::Entry,
    core: &[
        ("title", Once, Text),
        ("link", Once, Url),
        ("description", Once, Html),
        ("author", Once, Contact),
        ("category", Often, Custom(rss::category)),
        ("comments", Once, Url),
        ("enclosure", Often, Custom(rss::enclosure)),
        ("guid", Once, Custom(rss::guid)),
        ("pubDate", Once, Rfc822),
        ("source", Once, Custom(rss::source)),
    ],
    required: &[],
    after: Some(rss::after_item),
};

/// `channel` of RSS 1.0, section 5.3. Its last row is the one that RSS 0.90 does not have.
pub(crate) static CHANNEL_10: Context = Context {
    scope: Scope::Feed,
    core: &[
        ("title", Once, Text),
        ("link", Once, Url),
        ("description", Once, TextOrNothing),
        ("image", Once, Custom(rdf::pointer)),
        ("textinput", Once, Custom(rdf::pointer)),
        ("items", Once, Custom(rdf::items)),
    ],
    required: &[
        ("description", &structure::MISSING_DESCRIPTION),
        ("link", &structure::MISSING_LINK),
        ("title", &structure::MISSING_TITLE),
        ("items", &structure::MISSING_ELEMENT),
    ],
    after: Some(rss::after_channel),
};

/// `channel` of RSS 0.90.
pub(crate) static CHANNEL_090: Context = Context {
    scope: Scope::Feed,
    core: CHANNEL_10.core.split_at(CHANNEL_10.core.len() - 1).0,
    required: CHANNEL.required,
    after: None,
};

/// `image` of RSS 1.0, section 5.4.
pub(crate) static IMAGE_10: Context = Context {
    scope: Scope::Other,
    core: &[("title", Once, Text), ("url", Once, Url), ("link", Once, Url)],
    required: IMAGE.required,
    after: None,
};

/// `item` of RSS 1.0, section 5.5.
pub(crate) static ITEM_10: Context = Context {
    scope: Scope::Entry,
    core: &[("title", Once, Text), ("link", Once, Url), ("description", Once, Html)],
    required: &[("link", &structure::MISSING_ELEMENT), ("title", &structure::MISSING_ELEMENT)],
    after: Some(rss::after_item),
};

/// `textinput` of RSS 1.0, section 5.6.
pub(crate) static TEXT_INPUT_10: Context = Context {
    scope: Scope::Other,
    core: &[
        ("title", Once, Text),
        ("description", Once, Text),
        ("name", Once, Text),
        ("link", Once, Url),
    ],
    required: TEXT_INPUT.required,
    after: None,
};
