//! People.

feed_lint_findings::rules! {
    for XML;
    /// `author`, `managingEditor` and `webMaster` are mail addresses, and so is `itunes:email` (RSS 2.0, iTunes).
    ///
    /// A name alone belongs into `dc:creator`; readers offer to write to the address (RSS 2.0,
    /// “<author> sub-element”).
    Error CONTACT "contact" w3c "InvalidContact" for RSS:
        "<author>Ada Lovelace</author>" => "<dc:creator>Ada Lovelace</dc:creator>";

    /// A mail address is followed by a name in parentheses (RSS 2.0).
    ///
    /// Readers show the name (RSS profile, “E-mail addresses”).
    Warning MISSING_REAL_NAME "missing-real-name" w3c "MissingRealName" for RSS:
        "<author>ada@example.org</author>" => "<author>ada@example.org (Ada Lovelace)</author>";

    /// The mail address comes first, the name after it in parentheses (RSS 2.0).
    ///
    /// That is the form that readers parse (RSS profile, “E-mail addresses”).
    Warning CONTACT_SHAPE "contact-shape" w3c "EmailFormat" for RSS:
        "<author>Ada Lovelace &lt;ada@example.org&gt;</author>"
        => "<author>ada@example.org (Ada Lovelace)</author>";

    /// `email` is a mail address and nothing else (Atom).
    ///
    /// The name has an element of its own (RFC 4287, section 3.2.3).
    Error MAIL_ADDRESS "mail-address" w3c "InvalidAddrSpec":
        "<email>Ada &lt;ada@example.org&gt;</email>" => "<name>Ada</name><email>ada@example.org</email>";

    /// The domain of a mail address is a public one (Atom).
    ///
    /// Mail to `ada@localhost` does not leave the machine.
    Warning LOCAL_MAIL_DOMAIN "local-mail-domain" w3c "UnknownHost":
        "<email>ada@localhost</email>" => "<email>ada@example.org</email>";

    /// A person's name holds no mail address (Atom, JSON Feed).
    ///
    /// Readers show it as the author's name; the address has an element of its own (RFC 4287,
    /// section 3.2).
    Warning MAIL_IN_NAME "mail-in-name" w3c "ContainsEmail":
        "<name>ada@example.org</name>" => "<name>Ada</name><email>ada@example.org</email>";
}
