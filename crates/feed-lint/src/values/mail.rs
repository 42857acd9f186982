//! Mail addresses (RFC 5322, section 3.4.1).

/// Whether `text` is an address and nothing else.
pub(crate) fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    let is_atom = |part: &str| {
        let fine =
            |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~-".contains(&byte);
        !part.is_empty() && part.bytes().all(fine)
    };
    let within = |text: &str, open, close| {
        let inner = text.strip_prefix(open)?.strip_suffix(close)?;
        (!inner.is_empty() && !inner.contains([open, close, '\\', '\n'])).then_some(())
    };
    (local.split('.').all(is_atom) || within(local, '"', '"').is_some())
        && (is_domain(domain) || within(domain, '[', ']').is_some())
}

/// Whether an address's domain has at least two labels, as public ones do.
pub(crate) fn has_public_domain(address: &str) -> bool {
    address.split_once('@').is_some_and(|(_, domain)| domain.contains('.'))
}

fn is_domain(text: &str) -> bool {
    !text.is_empty()
        && text.split('.').all(|label| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        })
}

/// The form of a person in RSS, where the profile asks for `mail (name)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Contact<'t> {
    /// `ada@example.org (Ada Lovelace)`.
    Good,
    /// An address without a name.
    NoName,
    /// Both, in another form: the address and the name.
    OtherShape(&'t str, &'t str),
    /// No mail address.
    Bad,
}

/// Parses a person in the form of the RSS Advisory Board's profile, section on mail addresses.
pub(crate) fn contact(text: &str) -> Contact<'_> {
    let text = text.trim();
    // RFC 6068: a subject may follow the address.
    if is_address(text)
        || text.split_once('?').is_some_and(|(mail, query)| is_address(mail) && query.contains('='))
    {
        return Contact::NoName;
    }
    if let Some((mail, name)) = text.split_once('(')
        && let Some(name) = name.strip_suffix(')')
    {
        let mail = mail.trim();
        let mail = mail.split_once('?').map_or(mail, |(mail, _)| mail);
        if is_address(mail) && !name.trim().is_empty() {
            return Contact::Good;
        }
    }
    if let Some((name, mail)) = text.rsplit_once(',')
        && is_address(mail.trim())
        && !name.trim().is_empty()
    {
        return Contact::OtherShape(mail.trim(), name.trim());
    }
    if let Some((name, mail)) = text.split_once('<')
        && let Some(mail) = mail.strip_suffix('>')
        && is_address(mail.trim())
    {
        let name = name.trim().trim_matches('"');
        return if name.is_empty() {
            Contact::NoName
        } else {
            Contact::OtherShape(mail.trim(), name)
        };
    }
    Contact::Bad
}

/// The first thing in `text` that looks like a mail address.
pub(crate) fn find(text: &str) -> Option<&str> {
    text.split(|c: char| c.is_whitespace() || "<>()[],;:\"".contains(c))
        .find(|word| word.contains('@') && is_address(word) && has_public_domain(word))
}

#[cfg(test)]
mod tests {
    use super::{Contact, contact, is_address};

    #[test]
    fn people() {
        assert!(is_address("jo+feeds@example.org") && !is_address("jo@exa mple.org"));
        assert_eq!(contact("jo@example.org (Jo)"), Contact::Good);
        assert_eq!(contact("jo@example.org"), Contact::NoName);
        assert_eq!(contact("Jo <jo@example.org>"), Contact::OtherShape("jo@example.org", "Jo"));
        assert_eq!(contact("Jo"), Contact::Bad);
    }
}
