//! The rules of posts and their front matter.

crate::report::rules! {
    /// A post holds no character that XML forbids: NUL, backspace, form feed and their kin, U+FFFE, U+FFFF, raw or as `&#8;`.
    ///
    /// One such character makes a whole RSS or Atom file ill-formed (XML 1.0, section 2.2, Char);
    /// readers then show nothing at all.
    Error, always FORBIDDEN_CHARACTER "control-character":
        r#"title: "Talks\bworth seeing""# => r#"title: "Talks worth seeing""#;

    /// A post is UTF-8 text.
    ///
    /// Bytes in another encoding would reach readers as wrong letters; Afterword never guesses and
    /// never writes replacement characters.
    Error, always NOT_UTF8 "not-utf8":
        "a post saved as UTF-16 or Latin-1" => "the same post saved as UTF-8";

    /// Titles, slugs, URLs and ids contain no invisible characters: no bidirectional controls, no zero-width spaces. In the body they are a warning.
    ///
    /// They make a text read differently from what it is, and break URLs that look right. Joiners
    /// inside emoji and in Persian or Indic words are fine.
    Error HIDDEN_CHARACTER "hidden-character":
        "title: Report<U+202E> of the day" => "title: Report of the day";

    /// A post begins with front matter.
    ///
    /// Without it there is neither a title nor a date, and a feed entry needs both (RSS 2.0, item;
    /// RFC 4287, section 4.1.2).
    Error NO_FRONT_MATTER "no-front-matter":
        "# PyCascades 2020"
        => r"---
title: PyCascades 2020
date: 2020-02-10
---";

    /// A front matter that is opened is closed by a line of its own.
    ///
    /// Without the closing line the whole post would be read as settings, or the settings as text.
    Error, always UNCLOSED_FRONT_MATTER "unclosed-front-matter":
        r"---
title: PyCascades 2020

Two talks stood out."
        => r"---
title: PyCascades 2020
---

Two talks stood out.";

    /// A front matter is valid YAML, TOML or JSON with keys at its top.
    ///
    /// What follows a syntax error cannot be trusted: the date or the draft mark may be in it.
    Error, always FRONT_MATTER_SYNTAX "front-matter-syntax":
        "title: Day 1: the talks" => r#"title: "Day 1: the talks""#;

    /// A front matter is at most one mebibyte long, 64 levels deep and 20,000 values large, aliases counted each time.
    ///
    /// Authors do not write larger ones; attacks on a machine's memory are.
    Error, always FRONT_MATTER_LIMIT "front-matter-limit":
        "a: [[[[[[… a hundred thousand deep" => "a: [a, b]";

    /// A key occurs once in its table.
    ///
    /// Parsers disagree on which one counts, so two tools would publish two different posts.
    Error DUPLICATE_KEY "duplicate-key":
        r"title: Day one
title: Day two"
        => "title: Day two";

    /// A key that resembles a known one is a typo: an error, in a generator's dialect a warning. Where it would hold the post back without the typo, it is an error in each dialect. Any other unknown key is an info, and silent in a generator's dialect.
    ///
    /// A misspelt `draft` publishes a draft; a misspelt `date` hides a post.
    Error UNKNOWN_KEY "unknown-key":
        "drfat: true" => "draft: true";

    /// A value is of the kind that its key asks for.
    ///
    /// A list where text is meant, or `no` where `false` is, is read differently by every tool.
    Error WRONG_TYPE "wrong-type":
        r#"draft: "no""# => "draft: false";

    /// A text with a word that begins with `#` is quoted.
    ///
    /// After a space, `#` begins a comment in YAML, so that the rest of the text is lost.
    Warning COMMENT_IN_VALUE "comment-in-value":
        "title: Meetup #12" => r#"title: "Meetup #12""#;

    /// A post has a title.
    ///
    /// Atom asks every entry for one (RFC 4287, section 4.2.14), and drafts begin with it.
    Error MISSING_TITLE "missing-title":
        "title:" => "title: PyCascades 2020";

    /// A post has a date, in its front matter or in its file's name. In a generator's dialect a page without a date is not a post and stays out of feeds.
    ///
    /// Readers sort by it, and Atom asks every entry for one (RFC 4287, section 4.2.15).
    Error MISSING_DATE "missing-date":
        "posts/pycascades.md without `date`" => "date: 2020-02-10";

    /// A date is one that the calendar and the clock have, written so that it has one meaning.
    ///
    /// A feed reader that cannot read a date shows the entry at the wrong place or not at all (RFC
    /// 822, section 5; RFC 3339).
    Error, always BAD_DATE "bad-date":
        "date: 2026-02-30" => "date: 2026-02-28";

    /// A post's date is between 1900-01-01 and 9999-12-30.
    ///
    /// RSS takes its dates from RFC 822, which readers hold to the years since 1900, and four
    /// digits end at 9999 in every time zone.
    Error, always DATE_OUT_OF_RANGE "date-out-of-range":
        "date: 0001-01-01" => "date: 2020-02-10";

    /// A local time exists: it is not in the hour that is skipped when clocks are set forward.
    ///
    /// No instant belongs to such a time, and tools move it in different directions.
    Error, always DATE_IN_GAP "date-in-gap":
        "date: 2026-03-29 02:30 (Europe/Berlin)" => "date: 2026-03-29 03:30";

    /// The date in a file's name is the one in its front matter.
    ///
    /// The front matter counts; a name with another day misleads people who look for the post.
    Warning FILE_NAME_DATE "file-name-date":
        "2020-02-08-pycascades.md with `date: 2021-02-08`"
        => "2020-02-08-pycascades.md with `date: 2020-02-08`";

    /// A post has text.
    ///
    /// An entry without content is shown as a bare headline; most often the file was saved too
    /// early.
    Error EMPTY_POST "empty-post":
        r"---
title: PyCascades 2020
---"
        => r"---
title: PyCascades 2020
---

Two talks stood out.";

    /// A post that `afterword new` has started is filled in, and so is a line copied from a help (`…`).
    ///
    /// Readers would get an entry and drafts without a text, or a talk called `…`. Where some of it
    /// is filled in, the rest is an info.
    Error UNFILLED_TEMPLATE "unfilled-template":
        "<!-- Where you were, and why it was worth the journey. -->"
        => "Two days in Portland, for the second time.";

    /// A status is one of those that are known.
    ///
    /// A misspelt status must never publish a draft: such a post stays out of feeds and drafts
    /// until it is corrected.
    Error UNKNOWN_STATUS "unknown-status":
        "status: pubished" => "status: published";

    /// A key that holds a post back is one that the site generator knows; another one affects only Afterword.
    ///
    /// Feeds and drafts leave out a post that its author calls private, hidden or unfinished,
    /// whatever the key. A generator that does not know the key still publishes the page.
    /// `draft POST` says so of any post that is held back.
    Info HELD_BACK "held-back":
        "private: true, in a post for Hugo" => "draft: true";

    /// A language is a BCP 47 tag.
    ///
    /// Readers choose fonts, hyphenation and voices by it (RFC 5646); RSS and Atom carry it as it
    /// is.
    Error BAD_LANGUAGE "bad-language":
        "language: english" => "language: en";

    /// A slug is one part of a URL that every system can use as a file name.
    ///
    /// A slug that climbs out of its folder, or a name that some system reserves, breaks the site
    /// for somebody.
    Error BAD_SLUG "bad-slug":
        "slug: ../pycascades" => "slug: pycascades";

    /// A permalink is an http or https URL, or a path on the site.
    ///
    /// It is the entry's link and often its id; readers follow it as it is.
    Error, always BAD_PERMALINK "bad-permalink":
        "permalink: ../../pycascades" => "permalink: /pycascades/";

    /// An entry id is an absolute URI such as `tag:example.org,2026:pycascades`.
    ///
    /// Atom asks for an IRI that never changes (RFC 4287, section 4.2.6); readers know an entry by
    /// it.
    Error BAD_ID "bad-id":
        "id: 42" => "id: tag:example.org,2026:pycascades";

    /// The URL of an event, a session, slides or a video is an http or https URL, or a path on the site.
    ///
    /// Anything else leads readers nowhere, or runs code.
    Error BAD_URL "bad-url":
        "video: javascript:play()" => "video: https://example.org/video";

    /// An event ends on or after the day it starts.
    ///
    /// The dates are shown in drafts as they are.
    Error EVENT_DATES "event-dates":
        "event: {start: 2020-02-09, end: 2020-02-08}" => "event: {start: 2020-02-08, end: 2020-02-09}";

    /// A post is a regular file with a name that can be written.
    ///
    /// Afterword follows no link out of the project and reads no device, pipe or submodule.
    Error REFUSED_FILE "refused-file":
        "posts/a.md -> /etc/passwd" => "posts/a.md as a file of its own";

    /// Every file under the posts folder that looks like a post is read as one.
    ///
    /// Its name ends in a way that the dialect has no posts for, or lacks the date that the dialect
    /// asks for, so it is in no feed and has no drafts.
    Warning SKIPPED_FILE "skipped-file":
        "posts/recap.rst" => "posts/recap.md";

    /// No two posts have names that differ only by case or by the Unicode form of their accents.
    ///
    /// On macOS and Windows they are one file, so one of the two posts is lost on checkout.
    Error, always NAME_COLLISION "name-collision":
        "posts/Recap.md and posts/recap.md" => "posts/recap.md and posts/recap-2.md";

    /// A post's name can be used on every system: no reserved word, no `:`, no trailing dot or space, at most 255 bytes a part.
    ///
    /// Its drafts are in a folder of that name, and the project could not be checked out on another
    /// system.
    Error UNUSABLE_NAME "unusable-name":
        "posts/con.md" => "posts/conference.md";

    /// No two posts have one permalink.
    ///
    /// They would be one page, and whichever is written last hides the other.
    Error DUPLICATE_PERMALINK "duplicate-permalink":
        "slug: recap in two posts of one folder" => "slug: recap-2020 and slug: recap-2021";
}
