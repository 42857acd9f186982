//! Numbers.

feed_lint_findings::rules! {
    for XML;
    Error POSITIVE_INTEGER "positive-integer" w3c "InvalidPositiveInteger" {
        what: "A count must be a whole number of one or more (`ttl`, `sy:updateFrequency`, `itunes:episode`, sizes of media).",
        why: "Readers parse digits and nothing else.",
        example: "<ttl>1.5</ttl>",
        instead: "<ttl>60</ttl>",
    }
    Error NON_NEGATIVE_INTEGER "non-negative-integer" w3c "InvalidNonNegativeInteger" {
        what: "A number of things or bytes must be a whole number of zero or more (`slash:comments`, `thr:total`, `length`).",
        why: "Readers parse digits and nothing else.",
        example: "<slash:comments>many</slash:comments>",
        instead: "<slash:comments>7</slash:comments>",
    }
    Error INTEGER_ATTRIBUTE "integer-attribute" w3c "InvalidIntegerAttribute" {
        what: "The length of an enclosure and the port of a cloud must be whole numbers (RSS 2.0).",
        why: "Podcast clients parse digits and nothing else (RSS 2.0, “<enclosure> sub-element”).",
        example: "<enclosure url=\"https://example.org/a.mp3\" length=\"5 MB\" type=\"audio/mpeg\"/>",
        instead: "<enclosure url=\"https://example.org/a.mp3\" length=\"5242880\" type=\"audio/mpeg\"/>",
    }
    Error DECIMAL "decimal" w3c "InvalidFloat" {
        what: "A decimal number must have digits and at most one point (media, georss).",
        why: "Readers parse it as a decimal number.",
        example: "<media:content duration=\"3:12\" …/>",
        instead: "<media:content duration=\"192\" …/>",
    }
}
