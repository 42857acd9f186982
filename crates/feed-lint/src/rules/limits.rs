//! The limits of validation.

feed_lint_findings::rules! {
    for EVERY;
    /// A file has at most 5,000 findings and the first of every rule.
    ///
    /// More would not help anybody to correct the file, and a hostile one must not fill the memory.
    Warning TOO_MANY_FINDINGS "too-many-findings":
        "A megabyte of `&`" => "Correct the first findings and validate again.";

    /// A feed is no larger than 1 MB.
    ///
    /// Readers fetch a feed many times a day, often without compression; several hosts and readers
    /// cut off or refuse larger ones.
    Warning LARGE_FEED "large-feed":
        "A feed of all 900 posts with their full text" => "A feed of the newest 20 posts.";

    /// The file is RSS, Atom or JSON Feed.
    ///
    /// An HTML page or another XML or JSON document at the feed's URL leaves readers with
    /// nothing.
    Error NOT_A_FEED "not-a-feed" w3c "UndefinedElement":
        "<html><head><title>Not found</title></head></html>"
        => "<rss version=\"2.0\"><channel>…</channel></rss>";
}
