//! The rules of posts and their front matter.

use crate::report::{Level, Rule};

/// Every rule of this room, in the order in which they are documented.
pub static RULES: &[&Rule] = &[
    &FORBIDDEN_CHARACTER,
    &NOT_UTF8,
    &HIDDEN_CHARACTER,
    &NO_FRONT_MATTER,
    &UNCLOSED_FRONT_MATTER,
    &FRONT_MATTER_SYNTAX,
    &FRONT_MATTER_LIMIT,
    &DUPLICATE_KEY,
    &UNKNOWN_KEY,
    &WRONG_TYPE,
    &MISSING_TITLE,
    &MISSING_DATE,
    &BAD_DATE,
    &DATE_OUT_OF_RANGE,
    &DATE_IN_GAP,
    &FILE_NAME_DATE,
    &EMPTY_POST,
    &UNFILLED_TEMPLATE,
    &UNKNOWN_STATUS,
    &HELD_BACK,
    &BAD_LANGUAGE,
    &BAD_SLUG,
    &BAD_PERMALINK,
    &BAD_ID,
    &BAD_URL,
    &EVENT_DATES,
    &REFUSED_FILE,
    &SKIPPED_FILE,
    &NAME_COLLISION,
    &UNUSABLE_NAME,
    &DUPLICATE_ID,
    &DUPLICATE_PERMALINK,
];

/// A post holds no character that XML forbids: NUL, backspace, form feed and their kin, U+FFFE, U+FFFF, raw or as `&#8;`.
pub static FORBIDDEN_CHARACTER: Rule = Rule {
    name: "control-character",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "A post holds no character that XML forbids: NUL, backspace, form feed and their kin, U+FFFE, U+FFFF, raw or as `&#8;`.",
    why: "One such character makes a whole RSS or Atom file ill-formed (XML 1.0, section 2.2, Char); readers then show nothing at all.",
    example: r#"title: "Talks\bworth seeing""#,
    instead: r#"title: "Talks worth seeing""#,
};

/// A post is UTF-8 text.
pub static NOT_UTF8: Rule = Rule {
    name: "not-utf8",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "A post is UTF-8 text.",
    why: "Bytes in another encoding would reach readers as wrong letters; Afterword never guesses and never writes replacement characters.",
    example: "a post saved as UTF-16 or Latin-1",
    instead: "the same post saved as UTF-8",
};

/// Titles, slugs, addresses and ids hold no invisible characters: no bidirectional controls, no zero-width spaces. In the body they are a warning.
pub static HIDDEN_CHARACTER: Rule = Rule {
    name: "hidden-character",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "Titles, slugs, addresses and ids hold no invisible characters: no bidirectional controls, no zero-width spaces. In the body they are a warning.",
    why: "They make a text read differently from what it is, and break addresses that look right. Joiners inside emoji and in Persian or Indic words are fine.",
    example: "title: Report<U+202E> of the day",
    instead: "title: Report of the day",
};

/// A post begins with front matter.
pub static NO_FRONT_MATTER: Rule = Rule {
    name: "no-front-matter",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "A post begins with front matter.",
    why: "Without it there is neither a title nor a date, and a feed entry needs both (RSS 2.0, item; RFC 4287, section 4.1.2).",
    example: "# PyCascades 2020",
    instead: r"---
title: PyCascades 2020
date: 2020-02-10
---",
};

/// A front matter that is opened is closed by a line of its own.
pub static UNCLOSED_FRONT_MATTER: Rule = Rule {
    name: "unclosed-front-matter",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "A front matter that is opened is closed by a line of its own.",
    why: "Without the closing line the whole post would be read as settings, or the settings as text.",
    example: r"---
title: PyCascades 2020

Two talks stood out.",
    instead: r"---
title: PyCascades 2020
---

Two talks stood out.",
};

/// A front matter is valid YAML, TOML or JSON with keys at its top.
pub static FRONT_MATTER_SYNTAX: Rule = Rule {
    name: "front-matter-syntax",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "A front matter is valid YAML, TOML or JSON with keys at its top.",
    why: "What follows a syntax error cannot be trusted: the date or the draft mark may be in it.",
    example: "title: Day 1: the talks",
    instead: r#"title: "Day 1: the talks""#,
};

/// A front matter is at most one mebibyte long, 64 levels deep and 20,000 values large, aliases counted each time.
pub static FRONT_MATTER_LIMIT: Rule = Rule {
    name: "front-matter-limit",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "A front matter is at most one mebibyte long, 64 levels deep and 20,000 values large, aliases counted each time.",
    why: "Nobody writes a larger one; only an input made to exhaust a machine is.",
    example: "a: [[[[[[… a hundred thousand deep",
    instead: "a: [a, b]",
};

/// A key stands once in its table.
pub static DUPLICATE_KEY: Rule = Rule {
    name: "duplicate-key",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "A key stands once in its table.",
    why: "Parsers disagree on which one counts, so two tools would publish two different posts.",
    example: r"title: Day one
title: Day two",
    instead: "title: Day two",
};

/// A key that nearly is a known one is a slip. A key that is like none is an info, and silent in a generator's dialect.
pub static UNKNOWN_KEY: Rule = Rule {
    name: "unknown-key",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "A key that nearly is a known one is a slip. A key that is like none is a warning, and silent in a generator's dialect.",
    why: "A misspelt `draft` publishes a draft; a misspelt `date` hides a post.",
    example: "drfat: true",
    instead: "draft: true",
};

/// A value is of the kind that its key asks for.
pub static WRONG_TYPE: Rule = Rule {
    name: "wrong-type",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "A value is of the kind that its key asks for.",
    why: "A list where text is meant, or `no` where `false` is, is read differently by every tool.",
    example: r#"draft: "no""#,
    instead: "draft: false",
};

/// A post has a title.
pub static MISSING_TITLE: Rule = Rule {
    name: "missing-title",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "A post has a title.",
    why: "Atom asks every entry for one (RFC 4287, section 4.2.14), and drafts begin with it.",
    example: "title:",
    instead: "title: PyCascades 2020",
};

/// A post has a date, in its front matter or in its file's name. In a generator's dialect a page without a date is no post and stays out of feeds.
pub static MISSING_DATE: Rule = Rule {
    name: "missing-date",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "A post has a date, in its front matter or in its file's name. In a generator's dialect a page without a date is no post and stays out of feeds.",
    why: "Readers sort by it, and Atom asks every entry for one (RFC 4287, section 4.2.15).",
    example: "posts/pycascades.md without `date`",
    instead: "date: 2020-02-10",
};

/// A date is one that the calendar and the clock have, written so that it has one meaning.
pub static BAD_DATE: Rule = Rule {
    name: "bad-date",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "A date is one that the calendar and the clock have, written so that it has one meaning.",
    why: "A feed reader that cannot read a date shows the entry at the wrong place or not at all (RFC 822, section 5; RFC 3339).",
    example: "date: 2026-02-30",
    instead: "date: 2026-02-28",
};

/// A post's date lies between 1900-01-01 and 9999-12-30.
pub static DATE_OUT_OF_RANGE: Rule = Rule {
    name: "date-out-of-range",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "A post's date lies between 1900-01-01 and 9999-12-30.",
    why: "RSS takes its dates from RFC 822, which readers hold to the years since 1900, and four digits end at 9999 in every time zone.",
    example: "date: 0001-01-01",
    instead: "date: 2020-02-10",
};

/// A local time exists: it does not lie in the hour that is skipped when clocks are set forward.
pub static DATE_IN_GAP: Rule = Rule {
    name: "date-in-gap",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "A local time exists: it does not lie in the hour that is skipped when clocks are set forward.",
    why: "No instant belongs to such a time, and tools move it in different directions.",
    example: "date: 2026-03-29 02:30 (Europe/Berlin)",
    instead: "date: 2026-03-29 03:30",
};

/// The date in a file's name is the one in its front matter.
pub static FILE_NAME_DATE: Rule = Rule {
    name: "file-name-date",
    level: Level::Warning,
    w3c: None,
    formats: &[],
    what: "The date in a file's name is the one in its front matter.",
    why: "The front matter counts; a name that says another day misleads whoever looks for the post.",
    example: "2020-02-08-pycascades.md with `date: 2021-02-08`",
    instead: "2020-02-08-pycascades.md with `date: 2020-02-08`",
};

/// A post has text.
pub static EMPTY_POST: Rule = Rule {
    name: "empty-post",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "A post has text.",
    why: "An entry without content is shown as a bare headline; most often the file was saved too early.",
    example: r"---
title: PyCascades 2020
---",
    instead: r"---
title: PyCascades 2020
---

Two talks stood out.",
};

/// A status is one of those that are known.
pub static UNKNOWN_STATUS: Rule = Rule {
    name: "unknown-status",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "A status is one of those that are known.",
    why: "A misspelt status must never publish a draft: such a post stays out of feeds and drafts until it is settled.",
    example: "status: pubished",
    instead: "status: published",
};

/// A key that keeps a post from readers is one that the site generator knows; another one holds for Afterword alone.
pub static HELD_BACK: Rule = Rule {
    name: "held-back",
    level: Level::Info,
    w3c: None,
    formats: &[],
    what: "A key that keeps a post from readers is one that the site generator knows; another one holds for Afterword alone.",
    why: "Feeds and drafts leave out a post that its author calls private, hidden or unfinished, whatever the key. A generator that does not know the key still publishes the page.",
    example: "private: true, in a post for Hugo",
    instead: "draft: true",
};

/// A language is a BCP 47 tag.
pub static BAD_LANGUAGE: Rule = Rule {
    name: "bad-language",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "A language is a BCP 47 tag.",
    why: "Readers choose fonts, hyphenation and voices by it (RFC 5646); RSS and Atom carry it as it is.",
    example: "language: english",
    instead: "language: en",
};

/// A slug is one part of an address that every system can use as a file name.
pub static BAD_SLUG: Rule = Rule {
    name: "bad-slug",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "A slug is one part of an address that every system can use as a file name.",
    why: "A slug that climbs out of its folder, or a name that some system reserves, breaks the site for somebody.",
    example: "slug: ../pycascades",
    instead: "slug: pycascades",
};

/// A permalink is an http or https address, or a path on the site.
pub static BAD_PERMALINK: Rule = Rule {
    name: "bad-permalink",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "A permalink is an http or https address, or a path on the site.",
    why: "It is the entry's link and often its id; readers follow it as it is.",
    example: "permalink: ../../pycascades",
    instead: "permalink: /pycascades/",
};

/// An entry id is an absolute address such as `tag:example.org,2026:pycascades`.
pub static BAD_ID: Rule = Rule {
    name: "bad-id",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "An entry id is an absolute address such as `tag:example.org,2026:pycascades`.",
    why: "Atom asks for an IRI that never changes (RFC 4287, section 4.2.6); readers know an entry by it.",
    example: "id: 42",
    instead: "id: tag:example.org,2026:pycascades",
};

/// The address of an event, a session, slides or a video is an http or https address, or a path on the site.
pub static BAD_URL: Rule = Rule {
    name: "bad-url",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "The address of an event, a session, slides or a video is an http or https address, or a path on the site.",
    why: "Anything else leads readers nowhere, or runs code.",
    example: "video: javascript:play()",
    instead: "video: https://example.org/video",
};

/// An event ends on or after the day it starts.
pub static EVENT_DATES: Rule = Rule {
    name: "event-dates",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "An event ends on or after the day it starts.",
    why: "The dates are shown in drafts as they are.",
    example: "event: {start: 2020-02-09, end: 2020-02-08}",
    instead: "event: {start: 2020-02-08, end: 2020-02-09}",
};

/// A file that looks like a post and is not read as one.
pub static SKIPPED_FILE: Rule = Rule {
    name: "skipped-file",
    level: Level::Warning,
    w3c: None,
    formats: &[],
    what: "Every file under the posts folder that looks like a post is read as one.",
    why: "Its name ends in a way that the dialect has no posts for, or lacks the date that the dialect \
          asks for, so it is in no feed and has no drafts.",
    example: "posts/recap.rst",
    instead: "posts/recap.md",
};

/// A post is a regular file with a name that can be written.
pub static REFUSED_FILE: Rule = Rule {
    name: "refused-file",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "A post is a regular file with a name that can be written.",
    why: "Afterword follows no link out of the project and reads no device, pipe or submodule.",
    example: "posts/a.md -> /etc/passwd",
    instead: "posts/a.md as a file of its own",
};

/// No two posts have names that differ by case or by the form of their accents alone.
pub static NAME_COLLISION: Rule = Rule {
    name: "name-collision",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "No two posts have names that differ by case or by the form of their accents alone.",
    why: "On macOS and Windows they are one file, so one of the two posts is lost on checkout.",
    example: "posts/Recap.md and posts/recap.md",
    instead: "posts/recap.md and posts/recap-2.md",
};

/// A post's name can be used on every system: no reserved word, no `:`, no trailing dot or blank, at most 255 bytes a part.
pub static UNUSABLE_NAME: Rule = Rule {
    name: "unusable-name",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "A post's name can be used on every system: no reserved word, no `:`, no trailing dot or blank, at most 255 bytes a part.",
    why: "Its drafts lie in a folder of that name, and somebody on another system could not check the project out.",
    example: "posts/con.md",
    instead: "posts/conference.md",
};

/// No two posts have one entry id.
pub static DUPLICATE_ID: Rule = Rule {
    name: "duplicate-id",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "No two posts have one entry id.",
    why: "Readers show only one entry for an id (RFC 4287, section 4.2.6).",
    example: "id: tag:example.org,2026:a in two posts",
    instead: "an id of its own for each post",
};

/// No two posts have one permalink.
pub static DUPLICATE_PERMALINK: Rule = Rule {
    name: "duplicate-permalink",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "No two posts have one permalink.",
    why: "They would be one page, and whichever is written last hides the other.",
    example: "slug: recap in two posts of one folder",
    instead: "slug: recap-2020 and slug: recap-2021",
};

/// A new post was filled in.
pub static UNFILLED_TEMPLATE: Rule = Rule {
    name: "unfilled-template",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "A post that `afterword new` has started is filled in.",
    why: "Readers would get an entry and drafts without a text. Where some of it is filled in, the rest is an info.",
    example: "<!-- Where you were, and why it was worth the journey. -->",
    instead: "Two days in Portland, for the second time.",
};
