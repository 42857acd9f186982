//! URIs that name and do not locate: `tag:`, `urn:` and `urn:uuid:`.

use super::uri::character_fault;

/// Whether a `tag:` URI is valid: `tag:` authority `,` date `:` specific (RFC 4151, section 2.1).
pub fn is_tag(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("tag:") else {
        return false;
    };
    let Some((entity, specific)) = rest.split_once(':') else {
        return false;
    };
    let Some((authority, date)) = entity.split_once(',') else {
        return false;
    };
    let name = |text: &str| {
        !text.is_empty()
            && text.starts_with(|c: char| c.is_ascii_alphanumeric())
            && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.'))
    };
    let authority_fine = match authority.split_once('@') {
        Some((local, domain)) => {
            !local.is_empty()
                && local
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_' | b'+'))
                && name(domain)
        }
        None => name(authority),
    };
    let mut fields = date.split('-');
    let mut field = |least: usize, low: u32, high: u32| match fields.next() {
        None => Some(()),
        Some(text) => (text.len() == least && text.bytes().all(|b| b.is_ascii_digit()))
            .then(|| text.parse().unwrap_or(u32::MAX))
            .filter(|value: &u32| (low..=high).contains(value))
            .map(|_| ()),
    };
    let date_fine =
        field(4, 0, 9999).is_some() && field(2, 1, 12).is_some() && field(2, 1, 31).is_some();
    authority_fine
        && date_fine
        && date.split('-').count() <= 3
        && specific.is_ascii()
        && character_fault(specific).is_none()
        && !specific.contains(['[', ']'])
}

/// Whether a `urn:` URI is valid: `urn:` a name of letters, digits and hyphens `:` more.
pub(crate) fn is_urn(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else {
        return false;
    };
    let Some((nid, nss)) = rest.split_once(':') else {
        return false;
    };
    scheme.eq_ignore_ascii_case("urn")
        && (2..=32).contains(&nid.len())
        && nid.starts_with(|c: char| c.is_ascii_alphanumeric())
        && nid.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && !nss.is_empty()
        && character_fault(nss).is_none()
        && !nss.contains(['[', ']'])
}

/// Whether what follows `urn:uuid:` is 32 hexadecimal digits in five groups.
pub(crate) fn is_uuid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    groups.len() == 5
        && groups.iter().zip([8, 4, 4, 4, 12]).all(|(group, length)| {
            group.len() == length && group.bytes().all(|b| b.is_ascii_hexdigit())
        })
}
