//! One line that may name a session: every way to read it, each with how sure it is.
//!
//! Nothing is decided here. A list or a level of headings picks the reading that fits most of it.

use std::ops::Range;

use super::link;
use super::mention;
use super::name::{self, LIKELY, Person};
use super::text::{MarkKind, Text};
use super::words::{self, Lexicon, fold};

/// How speaker and title stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// `T by S`.
    By,
    /// `T (S, Org)`.
    Brackets,
    /// `S - T` with this separator.
    SpeakerFirst(char),
    /// `T - S` with this separator.
    TitleFirst(char),
    /// `S … "T"` or `"T" … S`.
    Quoted,
    /// `S explained …`.
    Doing,
    /// A title alone.
    Title,
    /// Names alone.
    Speaker,
}

/// One way to read a line.
#[derive(Debug, Clone)]
pub struct Reading {
    /// How speaker and title stand.
    pub shape: Shape,
    /// The speakers.
    pub speakers: Vec<Person>,
    /// The bytes of the title.
    pub title: Option<Range<usize>>,
    /// Where the line ends and a description may begin.
    pub end: usize,
    /// How sure it is, from 0 to 1.
    pub sure: f32,
}

/// Longest line that is read, in bytes.
const LONGEST: usize = 600;
/// Longest title, in characters.
const TITLE: usize = 220;

/// All readings of a text that starts with a session's line.
pub fn readings(text: &Text, lexicon: Lexicon) -> Vec<Reading> {
    let start = lead(text, lexicon);
    let mut all = Vec::new();
    for end in ends(text, start) {
        let head = text.trim(start..end);
        if head.is_empty() || head.len() > LONGEST {
            continue;
        }
        let before = all.len();
        split(text, &head, lexicon, &mut all);
        // A colon ends a line less often than it belongs to a title.
        if text
            .plain
            .get(end..)
            .is_some_and(|rest| rest.starts_with(": "))
        {
            for reading in all.iter_mut().skip(before) {
                reading.sure *= 0.97;
            }
        }
    }
    linked(text, start, lexicon, &mut all);
    lines(text, start, lexicon, &mut all);
    quoted(text, start, lexicon, &mut all);
    all
}

/// The best reading of a shape.
pub fn best(readings: &[Reading], shape: Shape) -> Option<&Reading> {
    readings
        .iter()
        .filter(|reading| reading.shape == shape)
        // Of two that are as sure the shorter one: what follows is a description.
        .max_by(|a, b| a.sure.total_cmp(&b.sure).then(b.end.cmp(&a.end)))
}

/// Bytes of times, numbers, bullets and labels before the line itself.
pub fn lead(text: &Text, lexicon: Lexicon) -> usize {
    let plain = text.plain.as_str();
    let mut at = 0;
    for _ in 0..4 {
        let rest = plain.get(at..).unwrap_or_default();
        let skipped = rest.len()
            - rest
                .trim_start_matches(|c: char| {
                    c.is_whitespace() || "•·▪◦*⚡🎤📢🎙️➡→▶-–—|~".contains(c)
                })
                .len();
        let rest = rest.get(skipped..).unwrap_or_default();
        let more = time(rest)
            .or_else(|| number(rest))
            .or_else(|| label(rest, lexicon))
            .unwrap_or(0);
        if skipped + more == 0 {
            break;
        }
        at += skipped + more;
    }
    at
}

/// The length of a time or a span of times at the start.
pub fn time(rest: &str) -> Option<usize> {
    let one = |rest: &str| -> Option<usize> {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if !(1..=2).contains(&digits) {
            return None;
        }
        let after = rest.get(digits..)?;
        let mark = after
            .chars()
            .next()
            .filter(|c| matches!(c, ':' | 'h' | 'H' | '.' | '：'))?;
        let minutes = after.get(mark.len_utf8()..)?;
        let two = minutes.bytes().take_while(u8::is_ascii_digit).count();
        if two != 2 && !(two == 0 && matches!(mark, 'h' | 'H')) {
            return None;
        }
        let mut len = digits + mark.len_utf8() + two;
        let suffix = rest.get(len..).unwrap_or_default();
        let lower = suffix.trim_start().to_ascii_lowercase();
        if let Some(unit) = ["am", "pm", "a.m.", "p.m.", "uhr", "h"]
            .iter()
            .find(|unit| {
                lower
                    .strip_prefix(**unit)
                    .is_some_and(|after| !after.starts_with(char::is_alphanumeric))
            })
        {
            len += suffix.len() - suffix.trim_start().len() + unit.len();
        }
        Some(len)
    };
    let open = rest.len() - rest.trim_start_matches(['(', '[']).len();
    let mut len = open + one(rest.get(open..)?)?;
    let after = rest.get(len..).unwrap_or_default();
    let gap = after.len()
        - after
            .trim_start_matches(|c: char| c.is_whitespace() || "-–—~〜to".contains(c))
            .len();
    if let Some(second) = after.get(gap..).and_then(one) {
        len += gap + second;
    }
    let after = rest.get(len..).unwrap_or_default();
    len += after.len()
        - after
            .trim_start_matches([')', ']', ':', '：', ',', '|'])
            .len();
    Some(len)
}

fn number(rest: &str) -> Option<usize> {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let after = rest.get(digits..)?;
    ((1..=2).contains(&digits) && after.starts_with([')', '.']) && after.get(1..)?.starts_with(' '))
        .then_some(digits + 2)
}

/// The length of a label such as "Keynote:".
pub fn label(rest: &str, lexicon: Lexicon) -> Option<usize> {
    let near = rest.get(..rest.floor_char_boundary(48)).unwrap_or(rest);
    let (at, mark) = near
        .char_indices()
        .find(|(_, c)| matches!(c, ':' | '：' | '-' | '–' | '—' | '|'))?;
    let before = near.get(..at)?;
    let dash = !matches!(mark, ':' | '：');
    if dash && !before.ends_with(' ') {
        return None;
    }
    let mut folded = fold(before).trim().to_owned();
    while folded.ends_with(|c: char| c.is_ascii_digit() || c == ' ') {
        folded.pop();
    }
    if folded.is_empty() {
        return None;
    }
    let known = lexicon.list(|w| w.talks).any(|talk| talk == folded)
        || [
            "title",
            "topic",
            "speaker",
            "讲师",
            "嘉宾",
            "分享人",
            "主讲",
            "登壇者",
            "연사",
            "ponente",
            "intervenant",
            "lightning",
            "título",
            "titre",
            "titel",
            "topic",
            "主题",
            "题目",
            "제목",
            "タイトル",
            "titolo",
        ]
        .contains(&folded.as_str());
    known.then_some(at + mark.len_utf8())
}

/// Where a line that starts at `start` may end: at a hard break, a sentence, or a mark.
fn ends(text: &Text, start: usize) -> Vec<usize> {
    let plain = text.plain.as_str();
    let line = plain
        .get(start..)
        .and_then(|rest| rest.find('\n'))
        .map_or(plain.len(), |at| start + at);
    let mut ends = vec![line];
    if let Some(end) = sentence_end(plain.get(start..line).unwrap_or_default()) {
        ends.push(start + end);
    }
    for mark in &text.marks {
        if matches!(mark.kind, MarkKind::Strong)
            && mark.range.start <= start + 2
            && mark.range.end < line
        {
            ends.push(mark.range.end);
        }
    }
    if let Some(colon) = plain.get(start..line).and_then(|rest| rest.find(": ")) {
        ends.push(start + colon);
    }
    ends.sort_unstable();
    ends.dedup();
    ends
}

/// The end of the first sentence where another follows it.
fn sentence_end(line: &str) -> Option<usize> {
    let mut depth = 0_i32;
    for (at, c) in line.char_indices() {
        match c {
            '(' | '“' | '«' | '「' | '（' => depth += 1,
            ')' | '”' | '»' | '」' | '）' => depth -= 1,
            '。' | '！' | '？' if depth <= 0 => return Some(at),
            '.' | '!' | '?' if depth <= 0 && at > 3 => {
                let after = line.get(at + 1..).unwrap_or_default();
                let next = after
                    .strip_prefix(' ')
                    .or_else(|| after.strip_prefix("\" "))
                    .and_then(|rest| rest.chars().next());
                let word = line
                    .get(..at)
                    .and_then(|before| before.split(' ').next_back())
                    .unwrap_or_default();
                let short = c == '.'
                    && (word.chars().count() < 2
                        || matches!(
                            word,
                            "vs" | "Dr" | "Mr" | "Mrs" | "Ms" | "St" | "No" | "Prof" | "Jr" | "Inc"
                        ));
                // A question may be half of a title; it ends one where much follows.
                let much = c == '.' || after.len() > 60;
                if !short
                    && much
                    && next.is_some_and(|c| {
                        c.is_uppercase() || words::is_cjk(c) || matches!(c, '“' | '"')
                    })
                {
                    return Some(at + usize::from(c != '.'));
                }
            }
            _ => {}
        }
    }
    None
}

/// Readings that part one line into names and a title.
fn split(text: &Text, head: &Range<usize>, lexicon: Lexicon, all: &mut Vec<Reading>) {
    by(text, head, lexicon, all);
    brackets(text, head, lexicon, all);
    for (left, right, sign) in separators(text, head) {
        let strength = match sign {
            ',' if !covered(text, &left) && !covered(text, &right) => 0.65,
            ',' | '*' => 0.85,
            _ => 1.0,
        };
        let first = names(text, &left, lexicon).or_else(|| {
            matches!(sign, ':' | '-')
                .then(|| after_with(text, &left, lexicon))
                .flatten()
        });
        // A title in quotation marks ends with them.
        let quote = quotes(text, &right).into_iter().next().filter(|quote| {
            quote.start <= right.start + 4
                && text.plain.get(quote.clone()).is_some_and(|said| {
                    said.split_whitespace().count() > 1 || said.chars().any(words::is_cjk)
                })
        });
        let (right_title, head_end) = match quote {
            Some(quote)
                if text
                    .plain
                    .get(quote.end..right.end)
                    .is_some_and(after_quote) =>
            {
                (
                    quote.clone(),
                    text.plain
                        .ceil_char_boundary((quote.end + 1).min(right.end)),
                )
            }
            _ => (right.clone(), head.end),
        };
        if let (Some(speakers), Some(title)) = (first, title(text, &right_title, lexicon)) {
            let doubt = doubt(text, &title, sign, lexicon);
            let sure = sureness(&speakers) * strength * doubt;
            all.push(Reading {
                shape: Shape::SpeakerFirst(sign),
                speakers,
                title: Some(title),
                end: head_end,
                sure,
            });
        }
        let Some(title) = title(text, &left, lexicon) else {
            continue;
        };
        if let Some(speakers) = names(text, &right, lexicon) {
            let sure = sureness(&speakers) * strength;
            all.push(Reading {
                shape: Shape::TitleFirst(sign),
                speakers,
                title: Some(title),
                end: head.end,
                sure,
            });
        } else if matches!(sign, ':' | '-')
            && let Some(speakers) = leading_names(text, &right, lexicon)
        {
            let sure = sureness(&speakers) * 0.9;
            all.push(Reading {
                shape: Shape::TitleFirst(sign),
                speakers,
                title: Some(title),
                end: right.start,
                sure,
            });
        }
    }
    if let Some(speakers) = names(text, head, lexicon) {
        let sure = sureness(&speakers);
        all.push(Reading {
            shape: Shape::Speaker,
            speakers,
            title: None,
            end: head.end,
            sure,
        });
    }
    if let Some(title) = title(text, head, lexicon) {
        all.push(Reading {
            shape: Shape::Title,
            speakers: Vec::new(),
            title: Some(title),
            end: head.end,
            sure: 0.5,
        });
    }
}

fn title_words(text: &Text, title: &Range<usize>) -> usize {
    text.plain
        .get(title.clone())
        .map_or(0, |said| said.split_whitespace().count())
}

/// Whether a mark covers a range, or quotation marks enclose it.
fn covered(text: &Text, range: &Range<usize>) -> bool {
    text.marks
        .iter()
        .any(|mark| mark.range.start <= range.start && mark.range.end >= range.end)
        || unquote(text, range) != *range
}

/// The title at the end of a longer phrase: what is marked, where much stands before it.
fn refined(text: &Text, left: &Range<usize>) -> Range<usize> {
    text.marks
        .iter()
        .filter(|mark| !matches!(mark.kind, MarkKind::Code | MarkKind::Small))
        .map(|mark| mark.range.clone())
        .chain(
            quotes(text, left)
                .into_iter()
                .map(|range| range.start..range.end + 1),
        )
        .filter(|range| {
            range.end <= left.end && range.end + 4 >= left.end && range.start > left.start + 3
        })
        .filter(|range| {
            text.plain
                .get(range.clone())
                .is_some_and(|said| said.split_whitespace().count() >= 2)
        })
        .min_by_key(|range| range.start)
        .map_or_else(|| left.clone(), |range| range.start..left.end)
}

/// Whether what follows a quotation's end begins something else.
fn after_quote(rest: &str) -> bool {
    let mut chars = rest.chars();
    chars.next();
    let rest = chars.as_str().trim_start();
    rest.is_empty() || rest.starts_with(['-', '–', '—', '.', ',', ':', '(', '|', '。', '，', '：'])
}

/// How far a part beside a name can be believed to be a title: it is no sentence about the
/// speaker and no role.
fn doubt(text: &Text, title: &Range<usize>, sign: char, lexicon: Lexicon) -> f32 {
    let said = text.plain.get(title.clone()).unwrap_or_default();
    let folded = fold(said);
    let words: Vec<&str> = folded.split_ascii_whitespace().collect();
    let marked = text.link_over(title).is_some()
        || text
            .plain
            .get(..title.start)
            .is_some_and(|before| before.ends_with(['"', '“', '«', '「', '『', '《']));
    let small = said.chars().next().is_some_and(char::is_lowercase);
    let doing = words
        .first()
        .is_some_and(|first| lexicon.list(|w| w.verbs).any(|verb| verb == *first));
    let about = lexicon
        .list(|w| w.about)
        .any(|about| folded.starts_with(&format!(" {about} ")));
    if (small && (sign == '*' || doing || about)) || (words.len() > 4 && said.contains(". ")) {
        return 0.0;
    }
    if marked {
        return 1.0;
    }
    let role = lexicon
        .list(|w| w.roles)
        .any(|role| words::contains(&folded, role));
    if role && words.len() < 12 {
        return 0.4;
    }
    if words.len() > 22 { 0.6 } else { 1.0 }
}

/// The names at the very start of a sentence about them ("**T**: S explained …").
fn leading_names(text: &Text, range: &Range<usize>, lexicon: Lexicon) -> Option<Vec<Person>> {
    let slice = text.slice(
        range.start
            ..text
                .plain
                .len()
                .min(range.start + 400)
                .max(range.end)
                .min(text.plain.len()),
    );
    let mentions = mention::mentions(&slice, lexicon);
    let first = mentions
        .first()
        .filter(|m| m.range.start <= 1 && m.score >= 0.45)?;
    let mut people = vec![name::person(&slice.slice(first.range.clone()), lexicon)?];
    let mut last = first;
    let mut tie = first.tie;
    for next in mentions.iter().skip(1) {
        let between = slice
            .plain
            .get(last.range.end..next.range.start)?
            .trim()
            .trim_start_matches(',')
            .trim();
        if !(between.is_empty()
            || between == "&"
            || lexicon.list(|w| w.and).any(|and| and == between))
        {
            break;
        }
        people.extend(name::person(&slice.slice(next.range.clone()), lexicon));
        tie = tie.max(next.tie);
        last = next;
    }
    let does = mention::does(slice.plain.get(last.range.end..)?, lexicon);
    (tie >= mention::Tie::Profile || does).then_some(people)
}

/// The names after "with" in "Deep dive with S".
fn after_with(text: &Text, range: &Range<usize>, lexicon: Lexicon) -> Option<Vec<Person>> {
    let said = text.plain.get(range.clone())?;
    lexicon.list(|w| w.with).find_map(|with| {
        let at = said.rfind(&format!(" {with} "))?;
        names(
            text,
            &(range.start + at + with.len() + 2..range.end),
            lexicon,
        )
    })
}

fn names(text: &Text, range: &Range<usize>, lexicon: Lexicon) -> Option<Vec<Person>> {
    let range = link::without_media(text, range.clone(), lexicon);
    let range = by_less(text, &range, lexicon);
    name::people(&text.slice(range), lexicon)
}

/// How sure a list of names is.
pub fn sureness(people: &[Person]) -> f32 {
    let sum: f32 = people.iter().map(|person| person.score).sum();
    let best = people.iter().map(|person| person.score).fold(0.0, f32::max);
    #[expect(
        clippy::cast_precision_loss,
        reason = "a list of names has a few entries"
    )]
    let count = people.len().max(1) as f32;
    f32::midpoint(sum / count, best)
}

/// `T by S`: the last "by" that a name follows counts.
fn by(text: &Text, head: &Range<usize>, lexicon: Lexicon, all: &mut Vec<Reading>) {
    let Some(said) = text.plain.get(head.clone()) else {
        return;
    };
    let lower = said.to_lowercase();
    if lower.len() != said.len() {
        return;
    }
    for word in lexicon.list(|w| w.by).chain(lexicon.list(|w| w.with)) {
        let sure_word = word.len() > 4 || matches!(word, "by" | "por" | "par");
        for (at, _) in lower
            .match_indices(word)
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .take(4)
        {
            let after = at + word.len();
            let whole = word.chars().any(words::is_cjk)
                || (lower.get(..at).is_some_and(|b| {
                    b.is_empty()
                        || b.ends_with([
                            ' ', ',', '-', '–', '—', '(', '\n', ')', '"', '”', '」', '』',
                        ])
                }) && lower
                    .get(after..)
                    .is_some_and(|a| a.starts_with([' ', ':'])));
            if !whole {
                continue;
            }
            let left = text.trim(head.start..head.start + at);
            let mut right = text.trim(head.start + after..head.end);
            // "T (by S)": the bracket belongs to both.
            let open = text
                .plain
                .get(left.clone())
                .is_some_and(|l| l.ends_with(['(', '（']));
            if open
                && let Some(close) = text
                    .plain
                    .get(right.clone())
                    .and_then(|r| r.find([')', '）']))
            {
                right.end = right.start + close;
            }
            if text
                .plain
                .get(right.clone())
                .is_some_and(|r| r.starts_with("by ") || r.starts_with("By "))
            {
                right.start += 3;
            }
            if right.start < right.end
                && text
                    .plain
                    .get(right.clone())
                    .is_some_and(|r| r.starts_with(':'))
            {
                right.start += 1;
            }
            let left = refined(text, &left);
            if let (Some(title), Some(speakers)) =
                (title(text, &left, lexicon), names(text, &right, lexicon))
            {
                let sure = sureness(&speakers);
                let sure = if sure_word {
                    (sure + 0.15).min(1.0)
                } else {
                    sure * 0.8
                };
                let sure = if title_words(text, &title) > 16 {
                    sure * 0.6
                } else {
                    sure
                };
                all.push(Reading {
                    shape: Shape::By,
                    speakers,
                    title: Some(title),
                    end: head.end,
                    sure,
                });
                break;
            }
        }
    }
}

/// `T (S, Org; S2)`.
fn brackets(text: &Text, head: &Range<usize>, lexicon: Lexicon, all: &mut Vec<Reading>) {
    let head = link::without_media(text, head.clone(), lexicon);
    let Some(said) = text.plain.get(head.clone()) else {
        return;
    };
    let trimmed = said.trim_end_matches([':', '.', ' ']);
    let Some(close) = trimmed.strip_suffix([')', '）', ']', '】']) else {
        return;
    };
    let Some((at, c)) = close
        .char_indices()
        .rev()
        .find(|(_, c)| matches!(c, '(' | '（' | '[' | '【'))
    else {
        return;
    };
    let left = text.trim(head.start..head.start + at);
    let inner = text.trim(head.start + at + c.len_utf8()..head.start + close.len());
    if let (Some(title), Some(speakers)) =
        (title(text, &left, lexicon), names(text, &inner, lexicon))
    {
        let sure = sureness(&speakers);
        all.push(Reading {
            shape: Shape::Brackets,
            speakers,
            title: Some(title),
            end: head.end,
            sure,
        });
    }
}

/// The places where a line may be parted: left, right, sign. A mark's edge is the sign `*`.
fn separators(text: &Text, head: &Range<usize>) -> Vec<(Range<usize>, Range<usize>, char)> {
    let mut found = Vec::new();
    let Some(said) = text.plain.get(head.clone()) else {
        return found;
    };
    let mut depth = 0_i32;
    for (at, c) in said.char_indices() {
        let before = said.get(..at).unwrap_or_default();
        let after = said.get(at + c.len_utf8()..).unwrap_or_default();
        let spaced = before.ends_with(' ') && after.starts_with(' ');
        let sign = match c {
            '(' | '（' | '“' | '«' | '「' | '『' | '《' | '【' => {
                depth += 1;
                continue;
            }
            ')' | '）' | '”' | '»' | '」' | '』' | '》' | '】' => {
                depth -= 1;
                continue;
            }
            '-' | '‐' | '–' | '—' | '―' if spaced => '-',
            '—' | '–' if after.starts_with(' ') || before.ends_with(' ') || c == '—' => '-',
            ':' if after.starts_with(' ') => ':',
            '：' => ':',
            '|' | '/' | '·' | '~' | '•' | '@' if spaced => '|',
            '｜' | '／' | '→' => '|',
            ',' if after.starts_with(' ') => ',',
            '，' | '、' => ',',
            _ => continue,
        };
        if depth <= 0 && found.len() < 12 {
            let left = text.trim(head.start..head.start + at);
            let right = text.trim(head.start + at + c.len_utf8()..head.end);
            if !left.is_empty() && !right.is_empty() {
                found.push((left, right, sign));
            }
        }
    }
    for mark in &text.marks {
        let (from, to) = (mark.range.start, mark.range.end);
        if mark.kind == MarkKind::Small || found.len() >= 16 {
            continue;
        }
        for edge in [to, from] {
            if edge > head.start + 1
                && edge + 1 < head.end
                && (from <= head.start + 1 || to + 1 >= head.end)
            {
                let left = text.trim(head.start..edge);
                let right = text.trim(edge..head.end);
                let signed = text
                    .plain
                    .get(right.clone())
                    .is_some_and(|r| r.starts_with([',', '-', '–', '—', ':', '|']))
                    || text
                        .plain
                        .get(left.clone())
                        .is_some_and(|l| l.ends_with([',', '-', '–', '—', ':', '|']));
                if !left.is_empty() && !right.is_empty() && !signed {
                    found.push((left, right, '*'));
                }
            }
        }
    }
    found
}

/// Title and names together in one link, as in `[T - S, Org](url)`.
fn linked(text: &Text, start: usize, lexicon: Lexicon, all: &mut Vec<Reading>) {
    let long = |range: &Range<usize>| {
        text.plain
            .get(range.clone())
            .is_some_and(|said| said.split_whitespace().count() >= 4)
    };
    let links: Vec<Range<usize>> = text
        .links()
        .map(|(range, _)| range.clone())
        .filter(|range| range.start >= start && long(range))
        .take(2)
        .collect();
    for link in links.iter().filter(|link| link.len() <= LONGEST) {
        let mut inner = Vec::new();
        split(text, link, lexicon, &mut inner);
        inner.retain(|reading| !matches!(reading.shape, Shape::Speaker | Shape::Title));
        for reading in &mut inner {
            reading.sure = (reading.sure + 0.06).min(1.0);
        }
        all.extend(inner);
    }
}

/// Title and names on lines of their own, in either order.
fn lines(text: &Text, start: usize, lexicon: Lexicon, all: &mut Vec<Reading>) {
    let plain = text.plain.as_str();
    let Some(first) = plain
        .get(start..)
        .and_then(|rest| rest.find('\n'))
        .map(|at| start + at)
    else {
        return;
    };
    let second = plain
        .get(first + 1..)
        .and_then(|rest| rest.find('\n'))
        .map_or(plain.len(), |at| first + 1 + at);
    let (one, two) = (text.trim(start..first), text.trim(first + 1..second));
    let two = by_less(text, &two, lexicon);
    if one.len() > LONGEST || two.len() > LONGEST {
        return;
    }
    if let (Some(title), Some(speakers)) = (title(text, &one, lexicon), names(text, &two, lexicon))
    {
        let sure = (sureness(&speakers) + 0.05).min(1.0);
        all.push(Reading {
            shape: Shape::TitleFirst('\n'),
            speakers,
            title: Some(title),
            end: second,
            sure,
        });
    }
    if let (Some(speakers), Some(title)) = (names(text, &one, lexicon), title(text, &two, lexicon))
    {
        let sure = sureness(&speakers);
        all.push(Reading {
            shape: Shape::SpeakerFirst('\n'),
            speakers,
            title: Some(title),
            end: second,
            sure,
        });
    }
}

/// Labels of a line that names the speakers.
#[rustfmt::skip]
const SPEAKER: &[&str] = &[
    "speaker", "speakers", "presenter", "presenters", "ponente", "ponentes", "palestrante", "palestrantes", "orateur", "oratrice", "intervenant", "intervenante", "intervenants", "sprecher", "sprecherin", "referent", "referentin", "relatore", "relatrice", "relatori", "登壇者", "発表者", "スピーカー", "講師", "연사", "발표자", "讲师", "嘉宾", "分享人", "主讲人", "主讲", "演讲者", "分享嘉宾", "演讲嘉宾",
];

/// The speakers of a line that says nothing else: "by S", "Speaker: S", "S, Org".
pub fn byline(text: &Text, lexicon: Lexicon) -> Option<Vec<Person>> {
    let all = text.trim(0..text.plain.len());
    if all.is_empty() || text.plain.chars().count() > 120 {
        return None;
    }
    let rest = by_less(text, &all, lexicon);
    let people = name::people(&text.slice(rest.clone()), lexicon)?;
    let bar = if rest.start > all.start { 0.45 } else { LIKELY };
    (sureness(&people) >= bar).then_some(people)
}

/// A line without the "by" or "Speaker:" that it starts with.
pub fn by_less(text: &Text, range: &Range<usize>, lexicon: Lexicon) -> Range<usize> {
    let Some(said) = text.plain.get(range.clone()) else {
        return range.clone();
    };
    let lower = said.to_lowercase();
    for word in lexicon.list(|w| w.by).chain(SPEAKER.iter().copied()) {
        if let Some(rest) = lower.strip_prefix(word)
            && rest.starts_with([' ', ':', '：'])
        {
            let rest = rest.trim_start_matches([' ', ':', '：']);
            return text.trim(range.end.saturating_sub(rest.len()).max(range.start)..range.end);
        }
    }
    range.clone()
}

/// `S … "T"` and `S explained …` at the start of a text.
fn quoted(text: &Text, start: usize, lexicon: Lexicon, all: &mut Vec<Reading>) {
    let Some(first) = mention::sentences(&text.slice(start..text.plain.len()), lexicon)
        .into_iter()
        .next()
    else {
        return;
    };
    let sentence = start + first.start..start + first.end;
    if sentence.len() > 900 {
        return;
    }
    let Some(mention) = mention::mentions(text, lexicon)
        .into_iter()
        .find(|m| m.range.start >= start)
    else {
        return;
    };
    let Some(person) = name::person(&text.slice(mention.range.clone()), lexicon) else {
        return;
    };
    let leads = mention.range.start <= start + 2;
    let quote = quotes(text, &sentence)
        .into_iter()
        .find(|range| range.len() > 3);
    if let Some(quote) = quote {
        let gap = if quote.start > mention.range.end {
            mention.range.end..quote.start
        } else {
            quote.end..mention.range.start
        };
        let short = gap.start <= gap.end && gap.len() < 80;
        let first_quote = quote.start <= start + 4;
        if short
            && (leads || first_quote)
            && let Some(title) = title(text, &quote, lexicon)
        {
            all.push(Reading {
                shape: Shape::Quoted,
                speakers: vec![person.clone()],
                title: Some(title),
                end: sentence.end,
                sure: mention.score,
            });
        }
    }
    let after = text.plain.get(mention.range.end..).unwrap_or_default();
    let about = lexicon.list(|w| w.about).any(|about| {
        after.strip_prefix(' ').is_some_and(|rest| {
            rest.strip_prefix(about)
                .is_some_and(|rest| rest.starts_with(' '))
        })
    });
    if leads && (mention.tie >= mention::Tie::Verb || about) {
        all.push(Reading {
            shape: Shape::Doing,
            speakers: vec![person],
            title: None,
            end: start,
            sure: mention.score,
        });
    }
}

/// The insides of quotation marks within `within`.
pub fn quotes(text: &Text, within: &Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let Some(said) = text.plain.get(within.clone()) else {
        return found;
    };
    let mut open: Option<(usize, char)> = None;
    for (at, c) in said.char_indices() {
        if let Some((from, close)) = open {
            if c == close || (close == '”' && c == '"') || (close == '"' && c == '”') {
                let range = text.trim(within.start + from..within.start + at);
                // A quotation that begins in a link and ends outside of it lacks its own end.
                let crosses = text.links().any(|(link, _)| {
                    link.contains(&range.start) && range.end > link.end + 1 && link.len() > 2
                });
                if !crosses {
                    found.push(range);
                }
                open = None;
            }
            continue;
        }
        let close = match c {
            '"' => '"',
            '“' => '”',
            '„' => '“',
            '«' => '»',
            '「' => '」',
            '『' => '』',
            '《' => '》',
            _ => continue,
        };
        open = Some((at + c.len_utf8(), close));
    }
    found
}

/// The title in a range: without labels, quotation marks, media and closing marks; nothing where
/// the words are no title.
pub fn title(text: &Text, range: &Range<usize>, lexicon: Lexicon) -> Option<Range<usize>> {
    let mut range = link::without_media(text, range.clone(), lexicon);
    for _ in 0..4 {
        let said = text.plain.get(range.clone())?;
        if let Some(len) = label(said, lexicon) {
            range.start += len;
        }
        range = text.trim(range);
        let said = text.plain.get(range.clone())?;
        let bare = said
            .trim_start_matches(['-', '–', '—', ':', '：', '|', ' ', ','])
            .trim_end_matches(['-', '–', '—', ':', '：', '|', ' ', ',', ';']);
        let from = said.find(bare).unwrap_or(0);
        range = range.start + from..range.start + from + bare.len();
        let unquoted = unquote(text, &range);
        if unquoted == range {
            break;
        }
        range = unquoted;
    }
    let said = text.plain.get(range.clone())?;
    if let Some(bare) = said.strip_suffix('.').filter(|bare| !bare.ends_with('.')) {
        range.end = range.start + bare.len();
    }
    let said = text.plain.get(range.clone())?;
    let count = said.chars().count();
    let letters = said.chars().filter(|c| c.is_alphanumeric()).count();
    let address = said.contains("://") || said.contains("www.");
    (count <= TITLE && letters >= 2 && !address && !said.contains('\n')).then_some(range)
}

/// A range without the quotation marks that enclose all of it.
fn unquote(text: &Text, range: &Range<usize>) -> Range<usize> {
    let Some(said) = text.plain.get(range.clone()) else {
        return range.clone();
    };
    for (open, close) in [
        ('"', '"'),
        ('“', '”'),
        ('„', '“'),
        ('«', '»'),
        ('「', '」'),
        ('『', '』'),
        ('《', '》'),
        ('\'', '\''),
        ('‘', '’'),
        ('【', '】'),
    ] {
        if let Some(inner) = said
            .strip_prefix(open)
            .and_then(|rest| rest.strip_suffix([close]))
            && !inner.is_empty()
            && !inner.contains(open)
        {
            let from = range.start + open.len_utf8();
            return text.trim(from..from + inner.len());
        }
    }
    range.clone()
}

/// Whether a reading's names are sure enough on their own.
pub fn certain(reading: &Reading) -> bool {
    reading.sure >= LIKELY + 0.15
}
