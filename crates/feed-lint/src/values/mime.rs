//! Media types (RFC 2045, section 5.1, names as RFC 6838, section 4.2).

/// Whether `text` is a media type, with or without parameters.
pub(crate) fn is_media_type(text: &str) -> bool {
    let mut parts = text.split(';');
    let Some((kind, subtype)) = parts.next().and_then(|essence| essence.split_once('/')) else {
        return false;
    };
    is_token(kind)
        && is_token(subtype.trim_end())
        && parts.all(|parameter| {
            parameter.trim().split_once('=').is_some_and(|(name, value)| {
                is_token(name)
                    && (is_token(value)
                        || (value.len() >= 2 && value.starts_with('"') && value.ends_with('"')))
            })
        })
}

/// Type and subtype in lower case, parameters left out.
pub(crate) fn essence(text: &str) -> String {
    let end = text.find(';').unwrap_or(text.len());
    text.get(..end).unwrap_or_default().trim().to_ascii_lowercase()
}

fn is_token(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"!#$&^_.+-*'`|~%".contains(&byte))
}

/// Whether content of this type is XML.
pub(crate) fn is_xml(essence: &str) -> bool {
    essence.ends_with("+xml")
        || matches!(
            essence,
            "text/xml"
                | "application/xml"
                | "text/xml-external-parsed-entity"
                | "application/xml-external-parsed-entity"
                | "application/xml-dtd"
        )
}

#[cfg(test)]
mod tests {
    use super::is_media_type;

    #[test]
    fn types_and_parameters() {
        assert!(is_media_type("audio/mpeg") && is_media_type("text/html; charset=\"utf-8\""));
        assert!(is_media_type("application/atom+xml;type=entry"));
        for bad in ["", "html", "text/", "/html", "text html", "text/html; charset", "a/b/c"] {
            assert!(!is_media_type(bad), "{bad}");
        }
    }
}
