//! Dates.

feed_lint_findings::rules! {
    for EVERY;
    /// Dates in RSS are dates of RFC 822, with a year of two or, better, four digits.
    ///
    /// A date that a reader cannot parse puts the item at the beginning or at the end of everything
    /// (RSS 2.0; RFC 822, section 5, as revised by RFC 2822, section 3.3).
    Error RFC822_DATE "rfc822-date" w3c "InvalidRFC2822Date" for RSS:
        "<pubDate>2026-01-02 15:04</pubDate>" => "<pubDate>Fri, 02 Jan 2026 15:04:00 +0000</pubDate>";

    /// Dates in RSS have the form that all readers understand: four-digit year, one space between the parts, English names in their usual case, a numeric zone or GMT.
    ///
    /// RFC 822 allows comments, military zones and years of two digits; date parsers of readers do
    /// not (RSS profile, “Dates and Times”).
    Warning ODD_RFC822 "odd-rfc822-date" w3c "ProblematicalRFC822Date" for RSS:
        "<pubDate>Fri,02 Jan 26 15:04:00 A</pubDate>" => "<pubDate>Fri, 02 Jan 2026 15:04:00 +0100</pubDate>";

    /// The weekday of a date is the weekday of that date (RSS).
    ///
    /// One of the two is wrong, and strict parsers refuse the date (RFC 2822, section 3.3).
    Error WRONG_WEEKDAY "wrong-weekday" w3c "IncorrectDOW" for RSS:
        "<pubDate>Mon, 02 Jan 2026 15:04:00 +0000</pubDate>"
        => "<pubDate>Fri, 02 Jan 2026 15:04:00 +0000</pubDate>";

    /// Dates in Atom and in JSON Feed are dates of RFC 3339: date, `T`, time with seconds, zone.
    ///
    /// Readers parse this form and no other; a missing zone makes the instant unknown (RFC 4287,
    /// section 3.3; JSON Feed 1.1).
    Error RFC3339_DATE "rfc3339-date" w3c "InvalidRFC3339Date" for ATOM_AND_JSON:
        "<updated>2026-01-02 15:04</updated>" => "<updated>2026-01-02T15:04:00Z</updated>";

    /// Dates of modules are dates of the W3C's profile of ISO 8601: a year, a month, a day, or a time with a zone (dc, dcterms, sy, ev).
    ///
    /// That is the form that the modules ask for.
    Error W3CDTF_DATE "w3cdtf-date" w3c "InvalidW3CDTFDate" for XML:
        "<dc:date>2026-01-02T15:04:00</dc:date>" => "<dc:date>2026-01-02T15:04:00Z</dc:date>";

    /// Dates lie after 1990 and not in the future (all formats).
    ///
    /// A date in the future pins the entry to the top of the list, 1970 is a clock that was never
    /// set. The future is checked only where the time is given (`--now`).
    Warning IMPLAUSIBLE_DATE "implausible-date" w3c "ImplausibleDate":
        "<updated>1970-01-01T00:00:00Z</updated>" => "<updated>2026-01-02T15:04:00Z</updated>";
}
