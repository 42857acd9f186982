//! The days of the event.

mod relative;

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::View;
use super::name::year;
use crate::language::{DateMark, Lexicon, WEEKDAYS, date_mark, fold};
use crate::recap::mention;
use crate::recap::text::Text;

/// First and last day, with their place in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Days {
    /// First day.
    pub start: NaiveDate,
    /// Last day.
    pub end: NaiveDate,
    /// Bytes of the source.
    pub source: Range<usize>,
    /// Whether the text has the days explicitly: days computed from the day of writing are doubtful.
    pub sure: bool,
}

/// The key of a post's date.
const FIELD: &str = "date:";

/// The first date that the text connects to the event.
pub(super) fn find(view: &View<'_>, name: Option<&str>) -> Option<Days> {
    let assumed = name
        .and_then(year)
        .or_else(|| year(&view.title.plain))
        .or_else(|| view.published.map(|day| day.year()));
    let texts = std::iter::once(view.title)
        .chain(view.own_texts(20).filter(|text| !is_field(view, text)))
        .chain(&view.summary);
    for (index, text) in texts.enumerate() {
        let Some(days) = first(text, assumed, view.lexicon) else {
            continue;
        };
        let (from, to) = (
            text.plain.floor_char_boundary(days.1.start.saturating_sub(140)),
            text.plain.ceil_char_boundary((days.1.end + 180).min(text.plain.len())),
        );
        let around = text.plain.get(from..to).unwrap_or_default();
        // A short line early on, such as "When: …".
        let label = text.plain.chars().count() < 60
            && index < 8
            && !view.lexicon.has(&text.plain, |w| &w.written_on);
        let tied = index == 0
            || label
            || (view.lexicon.has(around, |w| &w.attended)
                && !view.lexicon.has(around, |w| &w.journeys))
            || name.is_some_and(|name| fold(around).contains(super::name::core(name).as_str()));
        let near = view.published.is_none_or(|published| {
            let since = (published - days.0.start).num_days();
            // A recap is about the past; an invitation may be far ahead.
            (if view.past { -1..400 } else { -400..400 }).contains(&since)
        });
        if tied && near {
            return Some(days.0);
        }
    }
    days_from(view)
}

/// Whether a text is the date of the post, which has no other: the first field behind the title, as Kirby writes it.
fn is_field(view: &View<'_>, text: &Text) -> bool {
    let key = text.plain.get(..FIELD.len());
    let mut blocks = view.blocks.all.iter().take(2);
    view.published.is_none()
        && key.is_some_and(|key| key.eq_ignore_ascii_case(FIELD))
        && blocks.any(|block| block.text.plain == text.plain)
}

/// The day that the opening gives relative to the day of writing.
fn days_from(view: &View<'_>) -> Option<Days> {
    let published = view.published.filter(|_| view.past)?;
    view.early_texts(4).find_map(|text| {
        let sentences = mention::sentences(text, view.lexicon);
        sentences.iter().take(4).find_map(|sentence| {
            let phrase = text.plain.get(sentence.clone())?;
            let there = view.lexicon.has(phrase, |w| &w.attended)
                && !view.lexicon.has(phrase, |w| &w.journeys);
            let day = there.then(|| relative::day(phrase, published, view.lexicon))??;
            Some(Days { start: day, end: day, source: text.source(sentence), sure: false })
        })
    })
}

/// A token of a date: a number or a month.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Token {
    Number(u32, usize),
    Month(u32),
    Dash,
    Slash,
    Year,
    MonthMark,
    DayMark,
    Other,
}

/// The first date in a text.
fn first(text: &Text, assumed: Option<i32>, lexicon: Lexicon) -> Option<(Days, Range<usize>)> {
    let plain = text.plain.get(..text.plain.floor_char_boundary(1500))?;
    let (start, end, range) = within(plain, assumed, lexicon).into_iter().next()?;
    let source = text.source(&range);
    let days = Days { start, end, source, sure: true };
    Some((days, range))
}

/// The dates in a text: first day, last day, and their bytes.
pub(crate) fn within(
    plain: &str,
    assumed: Option<i32>,
    lexicon: Lexicon,
) -> Vec<(NaiveDate, NaiveDate, Range<usize>)> {
    let mut found = Vec::new();
    // Every date has a number.
    if !plain.contains(|c: char| c.is_ascii_digit()) {
        return found;
    }
    let tokens = tokens(plain, lexicon);
    let rest = |at: usize| plain.get(at..).unwrap_or_default();
    let english = lexicon.own.code == "en";
    let mut start = 0;
    while let Some((token, _)) = tokens.get(start) {
        start += 1;
        if !matches!(token, Token::Number(..) | Token::Month(_)) {
            continue;
        }
        let at = start - 1;
        let window: Vec<Token> = tokens.iter().skip(at).take(11).map(|(token, _)| *token).collect();
        let short = lexicon.own.code == "ja"
            || dotted(plain, &tokens, at, lexicon)
            || tokens.get(at + 2).is_some_and(|(_, day)| is_weekday(rest(day.end)));
        if let Some((from, to, len)) = read(&window, assumed, (short, english))
            && let (Some((_, first)), Some((_, last))) = (tokens.get(at), tokens.get(at + len - 1))
        {
            found.push((from, to, first.start..last.end));
            start = at + len;
        }
    }
    found
}

/// Whether two numbers at `start` are a day and a month in German or Czech notation: "27.7.".
fn dotted(plain: &str, tokens: &[(Token, Range<usize>)], start: usize, lexicon: Lexicon) -> bool {
    let ends = |index: usize| {
        tokens.get(index).is_some_and(|(token, range)| {
            matches!(token, Token::Number(_, 1..=2))
                && plain.get(range.end..).is_some_and(|rest| rest.starts_with('.'))
        })
    };
    matches!(lexicon.own.code, "cs" | "de") && ends(start) && ends(start + 1)
}

/// Whether a text begins with a weekday in brackets: "（月）", "(토)".
fn is_weekday(plain: &str) -> bool {
    let mut chars = plain.chars();
    let mut is = |of: fn(char) -> bool| chars.next().is_some_and(of);
    is(|c| matches!(c, '(' | '（'))
        && is(|c| WEEKDAYS.contains(c))
        && is(|c| matches!(c, ')' | '）'))
}

fn tokens(plain: &str, lexicon: Lexicon) -> Vec<(Token, Range<usize>)> {
    let mut tokens = Vec::new();
    let mut chars = plain.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if is_weekday(plain.get(at..).unwrap_or_default()) {
            chars.nth(1);
        } else if c.is_ascii_digit() {
            let mut end = at + 1;
            while chars.peek().is_some_and(|(_, c)| c.is_ascii_digit()) {
                end += 1;
                chars.next();
            }
            let digits = end - at;
            let value = plain.get(at..end).and_then(|d| d.parse().ok()).unwrap_or(u32::MAX);
            // "11th", "1er", "2º" are days like "11".
            let rest = plain.get(end..).unwrap_or_default();
            for suffix in lexicon.list(|w| &w.ordinal_ends) {
                if rest.starts_with(suffix)
                    && !rest.get(suffix.len()..).is_some_and(|r| r.starts_with(char::is_alphabetic))
                {
                    end += suffix.len();
                    while chars.next_if(|(next, _)| *next < end).is_some() {}
                    break;
                }
            }
            // "Meetup #1, March 5".
            let is_day = !plain.get(..at).is_some_and(|before| before.ends_with('#'));
            let token = if is_day { Token::Number(value, digits) } else { Token::Other };
            tokens.push((token, at..end));
        } else if let Some(mark) = date_mark(c) {
            let token = match mark {
                DateMark::Year => Token::Year,
                DateMark::Month => Token::MonthMark,
                DateMark::Day => Token::DayMark,
            };
            tokens.push((token, at..at + c.len_utf8()));
        } else if c.is_alphabetic() {
            let mut end = at + c.len_utf8();
            while let Some((next, c)) =
                chars.peek().copied().filter(|(_, c)| c.is_alphabetic() && date_mark(*c).is_none())
            {
                end = next + c.len_utf8();
                chars.next();
            }
            // Dutch "5 t/m 7 mei".
            let rest = plain.get(at..).unwrap_or_default();
            let mut until = lexicon.own.until.iter();
            if let Some(until) = until.find(|word| word.contains('/') && rest.starts_with(**word)) {
                end = at + until.len();
                while chars.next_if(|(next, _)| *next < end).is_some() {}
            }
            let word = plain.get(at..end).unwrap_or_default().to_lowercase();
            let upper = c.is_uppercase() || lexicon.own.code != "en";
            match lexicon.month(&word) {
                Some(month) if upper => tokens.push((Token::Month(month), at..end)),
                _ if lexicon.knows(&word, |w| &w.until) => tokens.push((Token::Dash, at..end)),
                _ if lexicon.knows(&word, |w| &w.of_days) => {}
                _ if lexicon.weekday(&word).is_some() => {}
                _ => tokens.push((Token::Other, at..end)),
            }
        } else if c == '/' {
            tokens.push((Token::Slash, at..at + 1));
        } else if matches!(c, '-' | '–' | '—' | '~' | '〜' | '～' | '&') {
            tokens.push((Token::Dash, at..at + c.len_utf8()));
        } else if !c.is_whitespace() && !matches!(c, ',' | '.' | '(' | ')' | '（' | '）') {
            tokens.push((Token::Other, at..at + c.len_utf8()));
        }
        if tokens.len() > 400 {
            break;
        }
    }
    tokens
}

/// A date as written: the year if it has one, first and last month and day, and its number of tokens.
type Written = (Option<u32>, (u32, u32), (u32, u32), usize);

/// Parses a date at the start of the tokens: first day, last day, tokens consumed.
fn read(
    window: &[Token],
    assumed: Option<i32>,
    (short, english): (bool, bool),
) -> Option<(NaiveDate, NaiveDate, usize)> {
    let (year, first, last, read) = written(window)
        .or_else(|| slashes(window, english))
        .or_else(|| short.then(|| without_year(window)).flatten())?;
    let year = match year {
        Some(year) => i32::try_from(year).ok().filter(|year| (1980..2100).contains(year))?,
        None => assumed?,
    };
    let start = NaiveDate::from_ymd_opt(year, first.0, first.1)?;
    let end = NaiveDate::from_ymd_opt(year, last.0, last.1)?;
    Some((start, end.max(start), read))
}

/// 24/11/2020, and in English 11/24/2020.
fn slashes(window: &[Token], english: bool) -> Option<Written> {
    match *window {
        [
            Token::Number(one, 1..=2),
            Token::Slash,
            Token::Number(two, 1..=2),
            Token::Slash,
            Token::Number(year, 4),
            ..,
        ] => {
            let (month, day) = if english && one <= 12 { (one, two) } else { (two, one) };
            Some((Some(year), (month, day), (month, day), 5))
        }
        _ => None,
    }
}

/// 11/24 and 11/24~11/26 in Japanese, 24.11. in German and Czech.
fn without_year(window: &[Token]) -> Option<Written> {
    match *window {
        [
            Token::Number(month, 1..=2),
            Token::Slash,
            Token::Number(day, 1..=2),
            Token::Dash,
            Token::Number(last, 1..=2),
            Token::Slash,
            Token::Number(to, 1..=2),
            ..,
        ] => Some((None, (month, day), (last, to), 7)),
        [Token::Number(month, 1..=2), Token::Slash, Token::Number(day, 1..=2), ref rest @ ..]
            if rest.first() != Some(&Token::Slash) =>
        {
            Some((None, (month, day), (month, day), 3))
        }
        [Token::Number(day, 1..=2), Token::Number(month, 1..=2), ..] => {
            Some((None, (month, day), (month, day), 2))
        }
        _ => None,
    }
}

/// The second day of two that are written out with slashes.
fn slashed(window: &[Token], (year, month, day): (u32, u32, u32)) -> Option<Written> {
    match window.get(8..11)? {
        [Token::Number(last, 1..=2), Token::Slash, Token::Number(to, 1..=2)] => {
            Some((Some(year), (month, day), (*last, *to), 11))
        }
        _ => None,
    }
}

#[rustfmt::skip]
fn written(window: &[Token]) -> Option<Written> {
    use Token::{Dash, DayMark, Month, MonthMark, Number, Slash, Year};
    // The year after the day, if there is one.
    let year = |read: usize| match window.get(read) {
        Some(Number(year, 4)) => (Some(*year), read + 1),
        _ => (None, read),
    };
    let days = |month: u32, from: u32, to: u32, read: usize| {
        let (year, read) = year(read);
        Some((year, (month, from), (month, to), read))
    };
    match *window {
        // 2020/11/24~2020/11/26
        [Number(year, 4), Slash, Number(m, 1..=2), Slash, Number(d, 1..=2), Dash, Number(last, 4), Slash, ..] if last == year => slashed(window, (year, m, d)),
        // 2020/11/30~12/1
        [Number(year, 4), Slash, Number(m, 1..=2), Slash, Number(d, 1..=2), Dash, Number(last, 1..=2), Slash, Number(to, 1..=2), ..] => Some((Some(year), (m, d), (last, to), 9)),
        // 2020-11-24 and 2020/11/24
        [Number(year, 4), Dash, Number(m, 2), Dash, Number(d, 2), ..]
        | [Number(year, 4), Slash, Number(m, 1..=2), Slash, Number(d, 1..=2), ..] => Some((Some(year), (m, d), (m, d), 5)),
        // 2020年11月24日〜12月1日
        [Number(year, 4), Year, Number(m, _), MonthMark, Number(d, _), DayMark, Dash, Number(last, 1..=2), MonthMark, Number(to, 1..=2), DayMark, ..] => Some((Some(year), (m, d), (last, to), 11)),
        // 2020年11月24日(〜26日)
        [Number(year, 4), Year, Number(m, _), MonthMark, Number(d, _), DayMark, Dash, Number(to, _), DayMark, ..] => Some((Some(year), (m, d), (m, to), 9)),
        [Number(year, 4), Year, Number(m, _), MonthMark, Number(d, _), DayMark, ..] => Some((Some(year), (m, d), (m, d), 6)),
        // 11月24日〜12月1日
        [Number(m, 1..=2), MonthMark, Number(d, 1..=2), DayMark, Dash, Number(last, 1..=2), MonthMark, Number(to, 1..=2), DayMark, ..] => Some((None, (m, d), (last, to), 9)),
        // 11月24日
        [Number(m, 1..=2), MonthMark, Number(d, 1..=2), DayMark, Dash, Number(to, _), DayMark, ..] => Some((None, (m, d), (m, to), 7)),
        [Number(m, 1..=2), MonthMark, Number(d, 1..=2), DayMark, ..] => Some((None, (m, d), (m, d), 4)),
        // 2023. 4. 22 and 24.11.2020
        [Number(year, 4), Number(m, 1..=2), Number(d, 1..=2), ..]
        | [Number(d, 1..=2), Number(m, 1..=2), Number(year, 4), ..] => Some((Some(year), (m, d), (m, d), 3)),
        // June 14-17, 2020 and 14-17 June 2020
        [Month(m), Number(from, 1..=2), Dash, Number(to, 1..=2), ..]
        | [Number(from, 1..=2), Dash, Number(to, 1..=2), Month(m), ..] => days(m, from, to, 4),
        // June 30 - July 2, 2020
        [Month(m), Number(from, 1..=2), Dash, Month(last), Number(to, 1..=2), ..]
        | [Number(from, 1..=2), Month(m), Dash, Number(to, 1..=2), Month(last), ..] => {
            let (year, read) = year(5);
            Some((year, (m, from), (last, to), read))
        }
        // June 14, 2020 and 14 June 2020
        [Month(m), Number(d, 1..=2), ..] | [Number(d, 1..=2), Month(m), ..] => days(m, d, d, 2),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Lexicon, within};

    #[test]
    fn days_are_read_as_people_write_them() {
        for (phrase, language, start, end) in [
            ("Op 5 t/m 7 mei 2024", "nl", "2024-05-05", "2024-05-07"),
            ("Den 5:e maj 2024", "sv", "2024-05-05", "2024-05-05"),
            ("5 i 6 maja 2024", "pl", "2024-05-05", "2024-05-06"),
            ("С 5 по 7 мая 2024 года", "ru", "2024-05-05", "2024-05-07"),
            ("7-го мая 2024", "ru", "2024-05-07", "2024-05-07"),
            ("5. až 7. května 2024", "cs", "2024-05-05", "2024-05-07"),
            ("2024年9月21日（土）と22日（日）", "ja", "2024-09-21", "2024-09-22"),
            ("21. 9. 2024", "cs", "2024-09-21", "2024-09-21"),
            ("Vom 5. bis 7. Mai 2024", "de", "2024-05-05", "2024-05-07"),
            ("2024年11月30日（土）〜12月1日（日）", "ja", "2024-11-30", "2024-12-01"),
            ("2024/11/30（土）〜12/1（日）", "ja", "2024-11-30", "2024-12-01"),
            ("2024年11月30日（六）至12月1日", "zh", "2024-11-30", "2024-12-01"),
            ("2024년 11월 30일(토) ~ 12월 1일(일)", "ko", "2024-11-30", "2024-12-01"),
            ("11/25（六）", "zh", "2024-11-25", "2024-11-25"),
        ] {
            let found = within(phrase, Some(2024), Lexicon::of(language));
            let found = found.first().map(|(start, end, _)| (start.to_string(), end.to_string()));
            let expected = Some((start.to_owned(), end.to_owned()));
            assert_eq!(found, expected, "{phrase}");
        }
    }
}
