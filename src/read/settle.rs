//! Finds title and date of a post: in the front matter, the text, or the file's name.

use crate::post::paragraph::paragraph_end;
use std::ops::Range;

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::generator::{Context, Field, title_of_name};
use crate::post::date::{self, Written};
use crate::post::front_matter::Format;
use crate::post::{Post, Spanned, Zone, rules};
use crate::report::{Finding, Level};

/// The state after reading the front matter.
pub(super) struct Settling<'a> {
    /// The format of the front matter.
    pub format: Format,
    /// Its start.
    pub fence: Range<usize>,
    /// Fields that have a finding already.
    pub reported: &'a [Field],
    /// Whether a part of the front matter could not be read: it may contain what is missing.
    pub unread: bool,
    pub context: &'a Context,
    /// The zone of its dates without one.
    pub zone: Zone,
}

impl Settling<'_> {
    pub(super) fn settle(&self, post: &mut Post, findings: &mut Vec<Finding>) {
        self.title(post, findings);
        self.date(post, findings);
    }

    /// Finds a title if the front matter has none: the first heading, else the file's name.
    fn title(&self, post: &mut Post, findings: &mut Vec<Finding>) {
        if post.head.title.is_some() {
            return;
        }
        let strict = self.context.dialect.is_strict;
        let heading = first_heading(post);
        if heading.is_some() && self.context.dialect.headings_are_titles {
            post.head.title = heading;
            return;
        }
        if let Some(value) = (self.context.dialect.title_from_name)(&post.key) {
            post.head.title = Some(Spanned::new(value, 0..0));
            return;
        }
        // A generator, too, shows such a post by its name; with the error switched off, so do we.
        let found = heading.unwrap_or_else(|| Spanned::new(title_of_name(&post.key), 0..0));
        if !self.unread && !self.reported.contains(&Field::Title) {
            let quoted = self.format.quoted(&found.value);
            findings.push(
                Finding::new(&rules::MISSING_TITLE, "the post has no title")
                    .at(post.span(&self.fence))
                    .help(format!("write `{}`", self.format.line("title", &quoted, &quoted)))
                    .at_most(if strict { Level::Error } else { Level::Warning }),
            );
        }
        post.head.title = Some(found);
    }

    /// Finds a date if the front matter has none, and compares the two if the file's name has one.
    fn date(&self, post: &mut Post, findings: &mut Vec<Finding>) {
        let name = post.key.rsplit('/').next().unwrap_or_default();
        let named = (self.context.dialect.date_in_name)(name);
        let names_first = self.context.facts.names_first && named.is_some();
        if let Some(written) = &post.head.date
            && !names_first
        {
            if let Some((day, length)) = named {
                findings.extend(self.compare(post, written, day, &name[length..]));
            }
            return;
        }
        let refused = findings.iter().any(|finding| {
            let rules = [&rules::BAD_DATE, &rules::DATE_OUT_OF_RANGE, &rules::DATE_IN_GAP];
            finding.level == Level::Error && rules.contains(&finding.rule)
        });
        if refused {
            return;
        }
        if let Some(value) = self.elsewhere(post, named.map(|(day, _)| day)) {
            let head = &mut post.head;
            let written = head.date.replace(Spanned::new(value, 0..0));
            // A written date that is not the post's still says when it appears and last changed.
            head.updated = head.updated.take().or_else(|| written.clone());
            head.appears = head.appears.take().or(written);
        } else if post.head.date.is_none() && !self.unread && !self.reported.contains(&Field::Date)
        {
            findings.push(self.no_date(post, name));
        }
    }

    fn compare(
        &self,
        post: &Post,
        written: &Spanned<DateTime<FixedOffset>>,
        day: NaiveDate,
        rest: &str,
    ) -> Option<Finding> {
        let local = written.value.date_naive();
        let here = self.zone.local(&written.value).date_naive();
        if day == local || day == here {
            return None;
        }
        let dash = if rest.is_empty() { "" } else { "-" };
        let message = format!(
            "the file's name says {day}, the front matter {local}; the front matter counts"
        );
        Some(
            Finding::new(&rules::FILE_NAME_DATE, message)
                .at(post.span(&written.range))
                .help(format!("name the file `{local}{dash}{rest}`, or write the other date")),
        )
    }

    /// The date in the file's name, its folders or its URL; midnight in the site's zone.
    fn elsewhere(&self, post: &Post, named: Option<NaiveDate>) -> Option<DateTime<FixedOffset>> {
        if !(self.context.dialect.dates_in_names)(&self.context.facts) {
            return None;
        }
        let url = post.head.permalink.as_ref().map(|permalink| permalink.value.as_str());
        let path = post.source.path();
        let day = (self.context.dialect.date_in_path)(path, named)
            .or_else(|| url.and_then(date::in_folders))?;
        let written = Written { day, time: None, zone: None };
        date::resolve(written, self.zone).ok()
    }

    fn no_date(&self, post: &Post, name: &str) -> Finding {
        let strict = self.context.dialect.is_strict;
        let page = if strict { "" } else { "; a page that is not a post needs none" };
        Finding::new(&rules::MISSING_DATE, "the post has no date")
            .at(post.span(&self.fence))
            .help(if (self.context.dialect.dates_in_names)(&self.context.facts) {
                format!(
                    "write a `date` with year, month and day as YYYY-MM-DD, or begin the file's name with it: `YYYY-MM-DD-{name}.md`{page}"
                )
            } else {
                format!("write a `date` with year, month and day as YYYY-MM-DD{page}")
            })
            .at_most(if strict { Level::Error } else { Level::Info })
    }
}

/// The heading at the beginning of the body, after the imports of MDX.
fn first_heading(post: &Post) -> Option<Spanned<String>> {
    let mut text = post.markdown().trim_start();
    while text.starts_with("import ") || text.starts_with("export ") {
        let end = paragraph_end(text).unwrap_or(text.len());
        text = text.get(end..).unwrap_or_default().trim_start();
    }
    let mut lines = text.lines();
    let line = lines.next()?;
    let under = lines.next().unwrap_or_default().trim_end();
    let words = match line.strip_prefix("# ") {
        Some(words) => words.trim().trim_end_matches('#').trim_end(),
        None if !under.is_empty() && under.bytes().all(|byte| byte == b'=') => line.trim(),
        None => return None,
    };
    let at = post.body.end - text.len();
    (!words.is_empty()).then(|| Spanned::new(words.to_owned(), at..at + line.len()))
}
