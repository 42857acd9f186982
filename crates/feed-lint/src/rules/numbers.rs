//! Numbers.

feed_lint_findings::rules! {
    for XML;
    /// A count must be a whole number of one or more (`ttl`, `sy:updateFrequency`, `itunes:episode`, sizes of media).
    ///
    /// Readers parse digits and nothing else.
    Error POSITIVE_INTEGER "positive-integer" w3c "InvalidPositiveInteger":
        "<ttl>1.5</ttl>" => "<ttl>60</ttl>";

    /// A number of things or bytes must be a whole number of zero or more (`slash:comments`, `thr:total`, `length`).
    ///
    /// Readers parse digits and nothing else.
    Error NON_NEGATIVE_INTEGER "non-negative-integer" w3c "InvalidNonNegativeInteger":
        "<slash:comments>many</slash:comments>" => "<slash:comments>7</slash:comments>";

    /// The length of an enclosure and the port of a cloud must be whole numbers (RSS 2.0).
    ///
    /// Podcast clients parse digits and nothing else (RSS 2.0, “<enclosure> sub-element”).
    Error INTEGER_ATTRIBUTE "integer-attribute" w3c "InvalidIntegerAttribute":
        "<enclosure url=\"https://example.org/a.mp3\" length=\"5 MB\" type=\"audio/mpeg\"/>"
        => "<enclosure url=\"https://example.org/a.mp3\" length=\"5242880\" type=\"audio/mpeg\"/>";

    /// A decimal number must have digits and at most one point (media, georss).
    ///
    /// Readers parse it as a decimal number.
    Error DECIMAL "decimal" w3c "InvalidFloat":
        "<media:content duration=\"3:12\" …/>" => "<media:content duration=\"192\" …/>";
}
