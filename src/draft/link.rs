//! The URL of a post for drafts.

use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};
use url::Url;

use super::settings::Utm;

/// Characters that linkifiers take for the end of a URL, or count differently. Percent signs stay: the
/// URL is encoded already.
const UNSAFE: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'\'')
    .add(b'(')
    .add(b')')
    .add(b'*')
    .add(b'!')
    .add(b'$')
    .add(b',')
    .add(b';')
    .add(b'<')
    .add(b'>')
    .add(b'[')
    .add(b']')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The URL with the parameters of `utm`, encoded so that every network finds the same URL in a text.
/// Query and fragment stay; if `utm_source` is there already, nothing is added.
pub fn for_network(link: &Url, utm: &Utm, network: &str, key: &str) -> String {
    let mut link = link.clone();
    let campaign = match utm {
        Utm::None | Utm::Switch(false) => None,
        Utm::Switch(true) => Some(key.rsplit('/').next().unwrap_or(key)),
        Utm::Campaign(campaign) => Some(campaign.as_str()),
    };
    let tagged = link.query_pairs().any(|(name, _)| name == "utm_source");
    if let Some(campaign) = campaign.filter(|_| !tagged) {
        link.query_pairs_mut()
            .append_pair("utm_source", network)
            .append_pair("utm_medium", "social")
            .append_pair("utm_campaign", campaign);
    }
    let mut url = utf8_percent_encode(link.as_str(), UNSAFE).to_string();
    // Networks would take a full stop at the end for the sentence's.
    if url.ends_with(['.', ':', '?', '~', '@', '%']) {
        let last = url.split_off(url.len() - 1);
        url.extend(utf8_percent_encode(&last, NON_ALPHANUMERIC));
    }
    url
}

#[cfg(test)]
mod tests {
    use url::Url;

    use super::for_network;
    use crate::draft::settings::Utm;

    fn with(link: &str, utm: &Utm) -> String {
        Url::parse(link).map(|link| for_network(&link, utm, "x", "2024/pycon")).unwrap_or_default()
    }

    #[test]
    fn parameters_are_added_once_and_nothing_else_changes() {
        let on = Utm::Switch(true);
        let once = with("https://example.org/a?b=c#d", &on);
        assert_eq!(
            once,
            "https://example.org/a?b=c&utm_source=x&utm_medium=social&utm_campaign=pycon#d"
        );
        assert_eq!(with(&once, &on), once);
        assert_eq!(with("https://example.org/a?b=c#d", &Utm::None), "https://example.org/a?b=c#d");
    }

    #[test]
    fn characters_that_end_a_url_on_some_network_are_encoded() {
        assert_eq!(
            with("https://example.org/a_(b),c.", &Utm::None),
            "https://example.org/a_%28b%29%2Cc%2E"
        );
    }
}
