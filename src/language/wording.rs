//! The phrases of drafts in each language.

use chrono::{Datelike, NaiveDate};

use super::{cs, de, en, es, fr, it, ja, ko, nl, pl, pt, ru, sv, zh};

/// Every language of drafts, English first: the fallback.
pub(crate) static LANGUAGES: &[&Wording] = &[
    &en::WORDING,
    &es::WORDING,
    &fr::WORDING,
    &de::WORDING,
    &pt::WORDING,
    &it::WORDING,
    &ja::WORDING,
    &ko::WORDING,
    &zh::WORDING,
    &nl::WORDING,
    &sv::WORDING,
    &pl::WORDING,
    &ru::WORDING,
    &cs::WORDING,
];

/// The phrases of a language. `{}` in a phrase is where the value goes; they are chosen so that no
/// article, gender or preposition depends on the value.
pub(crate) struct Wording {
    /// BCP 47 code of the language.
    pub code: &'static str,
    /// "Notes from {}": the headline of a recap whose title is only the event's name.
    pub recap: &'static str,
    /// "With {}.": the speakers.
    pub with: &'static str,
    /// "My talk": replaces the speaker where that is the post's author.
    pub mine: &'static str,
    /// "Also in the recap: {}": sessions without a post of their own.
    pub also: &'static str,
    /// "Full recap: {}": the link at the end of a thread.
    pub read: &'static str,
    /// What follow-ups say.
    pub news: News,
    /// Between a speaker and what follows.
    pub colon: &'static str,
    /// Between a sentence and the next.
    pub stop: &'static str,
    /// Quotation marks around a title, with their inner spaces.
    pub quotes: (&'static str, &'static str),
    /// Quotation marks inside those.
    pub inner_quotes: (&'static str, &'static str),
    /// Between the members of a list.
    pub comma: &'static str,
    /// Before the last member, depending on that member.
    pub and: fn(&str) -> &'static str,
    /// "and 4 more", directly after the list.
    pub more: fn(usize) -> String,
    /// Between place and date.
    pub detail: &'static str,
    /// Brackets around place and date after a name.
    pub brackets: (&'static str, &'static str),
    /// A day or a range of days, with or without the year.
    pub days: fn(NaiveDate, NaiveDate, bool) -> String,
}

/// How a language says that recordings and slides are there.
pub(crate) struct News {
    /// How an event stands where the phrases have `{}`.
    pub event: &'static str,
    /// Where the post had none of the kind before.
    pub first: Announced,
    /// Where it had some.
    pub further: Announced,
    /// What stands behind a phrase, before the sessions and the URL.
    pub end: &'static str,
}

/// What there is now; `{}` is where the event goes, if it is known.
pub(crate) struct Announced {
    /// The recording of a session.
    pub recording: &'static str,
    /// Several recordings.
    pub recordings: &'static str,
    /// Slides, of one session or several.
    pub slides: &'static str,
    /// Recordings and slides.
    pub both: &'static str,
}

/// The wording for a BCP 47 tag; English for other languages.
pub(crate) fn of(language: &str) -> &'static Wording {
    let primary = language.split(['-', '_']).next().unwrap_or_default();
    LANGUAGES
        .iter()
        .copied()
        .find(|wording| wording.code.eq_ignore_ascii_case(primary))
        .unwrap_or(&en::WORDING)
}

impl Wording {
    /// A list with its conjunction: "A, B and C".
    pub(crate) fn list(&self, members: &[String]) -> String {
        match members {
            [] => String::new(),
            [one] => one.clone(),
            [before @ .., last] => format!("{}{}{last}", before.join(self.comma), (self.and)(last)),
        }
    }

    /// A list and how many more there are: "A, B and 4 more".
    pub(crate) fn list_and_more(&self, members: &[String], more: usize) -> String {
        if more == 0 {
            return self.list(members);
        }
        format!("{}{}", members.join(self.comma), (self.more)(more))
    }

    /// A title in quotation marks; marks inside it become the inner ones.
    pub(crate) fn quote(&self, title: &str) -> String {
        let (open, close) = self.quotes;
        let (inner_open, inner_close) = self.inner_quotes;
        let mut title = title.trim();
        // An unpaired mark is a remnant of quotation marks around the whole.
        match title.matches('"').count() {
            1 => title = title.trim_matches('"'),
            2 if title.starts_with('"') && title.ends_with('"') => title = title.trim_matches('"'),
            _ => {}
        }
        let (opening, closing) = (open.trim().chars().next(), close.trim().chars().next());
        let marks = ['"', opening.unwrap_or('"'), closing.unwrap_or('"')];
        if !title.contains(marks) {
            return format!("{open}{title}{close}");
        }
        let mut quoted = open.to_owned();
        let mut opens = true;
        for c in title.chars() {
            if c == '"' {
                quoted.push_str(if opens { inner_open } else { inner_close });
                opens = !opens;
            } else if opening == Some(c) {
                quoted.push_str(inner_open);
            } else if closing == Some(c) {
                quoted.push_str(inner_close);
            } else {
                quoted.push(c);
            }
        }
        quoted + close
    }
}

/// Days in the order day, month, year with names of months: "8–9 February 2020".
pub(super) fn day_month_year(
    (start, end): (NaiveDate, NaiveDate),
    year: bool,
    months: &[&str; 12],
    (day_mark, of_month, of_year): (&str, &str, &str),
) -> String {
    let month = |date: NaiveDate| months.get(date.month0() as usize).copied().unwrap_or_default();
    let day = |date: NaiveDate| format!("{}{day_mark}", date.day());
    let month_of = |date: NaiveDate| format!("{}{of_month}{}", day(date), month(date));
    let days = if start == end {
        month_of(start)
    } else if (start.year(), start.month()) == (end.year(), end.month()) {
        format!("{}–{}", day(start), month_of(end))
    } else if start.year() == end.year() {
        format!("{} – {}", month_of(start), month_of(end))
    } else {
        return format!(
            "{}{of_year}{} – {}{of_year}{}",
            month_of(start),
            start.year(),
            month_of(end),
            end.year()
        );
    };
    if year { format!("{days}{of_year}{}", end.year()) } else { days }
}

/// Days as in China, Japan and Korea: year, month, day, each with its unit.
pub(super) fn year_month_day(
    (start, end): (NaiveDate, NaiveDate),
    year: bool,
    (y, m, d): (&str, &str, &str),
    to: &str,
) -> String {
    let month_day = |date: NaiveDate| format!("{}{m}{}{d}", date.month(), date.day());
    let whole = |date: NaiveDate, year: bool| {
        if year { format!("{}{y}{}", date.year(), month_day(date)) } else { month_day(date) }
    };
    if start == end {
        whole(start, year)
    } else if (start.year(), start.month()) == (end.year(), end.month()) {
        format!("{}{to}{}{d}", whole(start, year), end.day())
    } else {
        format!("{}{to}{}", whole(start, year), whole(end, start.year() != end.year()))
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{LANGUAGES, of};

    fn days(language: &str, from: (i32, u32, u32), to: (i32, u32, u32), year: bool) -> String {
        let date = |(y, m, d)| NaiveDate::from_ymd_opt(y, m, d).unwrap_or_default();
        (of(language).days)(date(from), date(to), year)
    }

    #[test]
    fn days_read_as_people_write_them() {
        let (sat, sun) = ((2020, 2, 8), (2020, 2, 9));
        for (language, one, two) in [
            ("en", "8 February 2020", "8–9 February 2020"),
            ("es", "8 de febrero de 2020", "8–9 de febrero de 2020"),
            ("fr", "8 février 2020", "8–9 février 2020"),
            ("de", "8. Februar 2020", "8.–9. Februar 2020"),
            ("pt", "8 de fevereiro de 2020", "8–9 de fevereiro de 2020"),
            ("it", "8 febbraio 2020", "8–9 febbraio 2020"),
            ("ja", "2020年2月8日", "2020年2月8日〜9日"),
            ("ko", "2020년 2월 8일", "2020년 2월 8일~9일"),
            ("zh", "2020年2月8日", "2020年2月8日至9日"),
            ("nl", "8 februari 2020", "8–9 februari 2020"),
            ("sv", "8 februari 2020", "8–9 februari 2020"),
            ("pl", "8 lutego 2020", "8–9 lutego 2020"),
            ("ru", "8 февраля 2020", "8–9 февраля 2020"),
            ("cs", "8. února 2020", "8.–9. února 2020"),
        ] {
            assert_eq!(days(language, sat, sat, true), one);
            assert_eq!(days(language, sat, sun, true), two);
        }
        assert_eq!(days("fr", (2020, 5, 1), (2020, 5, 1), false), "1er mai");
        assert_eq!(
            days("en", (2019, 12, 30), (2020, 1, 2), false),
            "30 December 2019 – 2 January 2020"
        );
        assert_eq!(days("en", (2020, 5, 30), (2020, 6, 2), false), "30 May – 2 June");
    }

    #[test]
    fn lists_read_as_people_write_them() {
        let list = |language: &str, members: &[&str], more: usize| {
            let members: Vec<String> = members.iter().map(|member| (*member).to_owned()).collect();
            of(language).list_and_more(&members, more)
        };
        assert_eq!(list("en", &["A", "B", "C"], 0), "A, B and C");
        assert_eq!(list("en-GB", &["A", "B"], 4), "A, B and 4 more");
        assert_eq!(list("es", &["Ana", "Isabel"], 0), "Ana e Isabel");
        assert_eq!(list("ja", &["A", "B"], 2), "A、Bほか2件");
        assert_eq!(list("nl", &["A", "B"], 2), "A, B en nog 2");
        assert_eq!(list("sv-SE", &["A", "B"], 2), "A, B och 2 till");
        assert_eq!(list("pl", &["A", "B"], 5), "A, B i jeszcze 5");
        assert_eq!(list("ru", &["A", "B"], 2), "A, B и ещё 2");
        assert_eq!(list("cs", &["A", "B"], 1), "A, B a 1 další");
        assert_eq!(list("cs", &["A", "B"], 2), "A, B a další 2");
        assert_eq!(list("cs", &["A", "B"], 5), "A, B a dalších 5");
        assert_eq!(list("tlh", &["A", "B"], 0), "A and B");
    }

    #[test]
    fn no_phrase_lacks_its_place() {
        for wording in LANGUAGES {
            for phrase in [wording.recap, wording.with, wording.also, wording.read] {
                assert_eq!(phrase.matches("{}").count(), 1, "{} {phrase}", wording.code);
            }
        }
    }

    #[test]
    fn quotes_inside_a_title_become_inner_ones() {
        assert_eq!(of("en").quote("The “best” talk"), "“The ‘best’ talk”");
        assert_eq!(of("en").quote("The \"best\" talk"), "“The ‘best’ talk”");
        assert_eq!(of("en").quote("\"Hello, Gophers!"), "“Hello, Gophers!”");
        assert_eq!(of("fr").quote("Bonjour"), "«\u{a0}Bonjour\u{a0}»");
        assert_eq!(of("de").quote("Hallo"), "»Hallo«");
        assert_eq!(of("nl").quote("De “beste” talk"), "“De ‘beste’ talk”");
        assert_eq!(of("sv").quote("Det ”bästa”"), "”Det ’bästa’”");
        assert_eq!(of("pl").quote("Lepszy „kod”"), "„Lepszy «kod»”");
        assert_eq!(of("ru").quote("Что такое \"код\"?"), "«Что такое „код“?»");
        assert_eq!(of("cs").quote("Jak „psát“ kód"), "„Jak ‚psát‘ kód“");
    }
}
