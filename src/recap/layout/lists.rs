//! Lists of sessions: bullets with speaker and title in every order, programmes with times.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Candidate, Taken, View, choose, decide, other_lists, untitled};
use crate::recap::blocks::Kind;
use crate::recap::line::{self, Reading, Shape};
use crate::recap::link;
use crate::recap::name::{self, LIKELY, Person};
use crate::recap::text::{MarkKind, Text};
use crate::recap::word;

/// Sessions in the items of lists.
pub fn read(view: &View<'_>, taken: &mut Taken) -> Vec<Candidate> {
    let mut all = Vec::new();
    // A second list of a section where the first one lists sessions, or one within it, may do so too.
    let mut sections = BTreeSet::new();
    for group in groups(view, taken) {
        let Some(first) = group.first().filter(|first| !taken.has(**first)) else {
            continue;
        };
        let heading = view.heading(*first);
        let (talks, thanks) = view.leads_in(*first);
        if thanks || (view.opens_others(&heading) && !talks) {
            continue;
        }
        if particulars(view, &group) {
            continue;
        }
        let section = view.above.get(*first).copied().flatten();
        let helped = talks || view.opens_sessions(&heading) || sections.contains(&section);
        for (index, candidate) in list(view, &group, helped) {
            sections.insert(section);
            taken.take(item(view, index));
            all.push(candidate);
        }
    }
    all
}

/// Whether most items of a list are particulars of one session: "Speaker: S", "Slides: …".
fn particulars(view: &View<'_>, group: &[usize]) -> bool {
    let label = |index: &&usize| {
        view.block(**index).is_some_and(|block| {
            block
                .text
                .plain
                .split_once([':', '：'])
                .is_some_and(|(label, _)| {
                    line::speaker_label(label)
                        || view.lexicon.is(label, |w| &w.slides)
                        || view.lexicon.is(label, |w| &w.video)
                })
        })
    };
    group.iter().filter(label).count() * 2 >= group.len()
}

/// Lists without speakers: items that are nothing but a link to a talk's page, and under a heading
/// for sessions items that have a title on a line of its own.
pub fn pages(view: &View<'_>, taken: &mut Taken) -> Vec<Candidate> {
    let mut all = Vec::new();
    for group in groups(view, taken) {
        let Some(first) = group.first().filter(|first| !taken.has(**first)) else {
            continue;
        };
        let heading = view.heading(*first);
        if view.opens_others(&heading) {
            continue;
        }
        let helped = view.opens_sessions(&heading) || view.leads_in(*first).0;
        let titles: Vec<(usize, &Text, Range<usize>)> = group
            .iter()
            .filter_map(|index| {
                let text = &view.block(*index)?.text;
                let title = page(text).or_else(|| led(text)).or_else(|| {
                    own_line(text)
                        .or_else(|| before_colon(text))
                        .or_else(|| title_of_a_list(view, *index))
                        .filter(|_| helped)
                })?;
                line::title(text, &title, view.lexicon).map(|title| (*index, text, title))
            })
            .collect();
        let alone = titles
            .iter()
            .filter(|(_, text, title)| title.len() == text.plain.trim().len())
            .filter(|(_, text, _)| page(text).is_none())
            .count();
        let leading = titles.iter().filter(|(_, text, _)| led(text).is_some());
        if leading.count() == titles.len() && titles.len() < 3 {
            continue;
        }
        if alone * 2 > titles.len() {
            continue;
        }
        // A colon alone says less than a talk's page or a line of its own.
        let colons = titles.iter().any(|(_, text, _)| {
            page(text)
                .or_else(|| led(text))
                .or_else(|| own_line(text))
                .is_none()
        });
        let few = if colons { 3 } else { 2 };
        let most = if helped {
            titles.len() * 2 >= group.len()
        } else {
            titles.len() * 3 >= group.len() * 2
        };
        if titles.len() < few || !most {
            continue;
        }
        let next: Vec<usize> = titles.iter().skip(1).map(|(index, ..)| *index).collect();
        for (position, (index, text, title)) in titles.into_iter().enumerate() {
            let reading = keynote(view, text).unwrap_or(Reading {
                shape: Shape::Title,
                speakers: Vec::new(),
                end: title.end,
                title: Some(title),
                sure: 0.6,
            });
            let mut candidate = whole(view, index, text, &reading);
            // "T:" speaks of what follows the item.
            if text.plain.trim_end().ends_with([':', '：']) {
                let from = item(view, index).end;
                let end = next.get(position).copied().unwrap_or(from + 1);
                let end = (from..end).find(|at| {
                    view.block(*at)
                        .is_none_or(|block| block.kind != Kind::Paragraph)
                        || taken.has(*at)
                });
                let end = end.or(next.get(position).copied()).unwrap_or(from + 1);
                view.extend(&mut candidate, from..end);
                taken.take(from..end);
            }
            all.push(candidate);
            taken.take(item(view, index));
        }
    }
    all
}

/// "Keynote by S": who gave a talk that has no other title.
fn keynote(view: &View<'_>, text: &Text) -> Option<Reading> {
    let readings = line::readings(text, view.lexicon);
    let bare = |reading: &&Reading| {
        reading.sure >= LIKELY
            && !reading.speakers.is_empty()
            && reading
                .title
                .as_ref()
                .and_then(|title| text.plain.get(title.clone()))
                .is_some_and(|title| view.only_sessions(title))
    };
    readings.iter().find(bare).cloned()
}

/// What is marked or quoted before an item's first colon, or all of a line that ends with one.
fn before_colon(text: &Text) -> Option<Range<usize>> {
    let at = text.plain.find([':', '：'])?;
    let ends = text.plain.get(at..)?.trim_end().chars().count() == 1;
    let last = text.plain.trim_end().ends_with([':', '：']);
    let at = if last {
        text.plain.trim_end().len() - 1
    } else {
        at
    };
    let head = text.trim(0..at);
    let said = text.plain.get(head.clone())?;
    let words = said.split_whitespace().count();
    let marked = text.marks.iter().any(|mark| {
        mark.kind != MarkKind::Code
            && mark.range.start <= head.start + 2
            && mark.range.end + 2 >= head.end
    }) || line::unquoted(text, &head) != head;
    ((2..=22).contains(&words) && (marked || ends || last)).then_some(head)
}

/// All of an item, where it is a link to a talk's page, recording or slides.
fn page(text: &Text) -> Option<Range<usize>> {
    let all = text.trim(0..text.plain.len());
    let (range, href) = text.links().next()?;
    let hosted = link::by_address(href) != link::Target::Page || link::talk_page(href);
    (hosted && range.start <= all.start + 1 && range.end + 1 >= all.end).then_some(all)
}

/// The link to a talk's page that an item begins with, where the item goes on behind it.
fn led(text: &Text) -> Option<Range<usize>> {
    let all = text.trim(0..text.plain.len());
    let (range, href) = text.links().next()?;
    let words = text.plain.get(range.clone())?.split_whitespace().count();
    let begins = range.start <= all.start + 1 && range.end < all.end;
    (begins && link::talk_page(href) && words >= 2).then(|| range.clone())
}

/// The first line of an item that goes on below it.
fn own_line(text: &Text) -> Option<Range<usize>> {
    let end = text.plain.find('\n')?;
    let first = text.trim(0..end);
    let below = text.trim(end..text.plain.len());
    let linked = text
        .links()
        .any(|(range, _)| range.start <= below.start + 1 && range.end + 1 >= below.end);
    let long = text.plain.len() > end + 20 || linked;
    let sentence = text
        .plain
        .get(first.clone())
        .is_some_and(|said| said.ends_with(['.', '。', ':', '：']));
    (long && !sentence && first.len() > 3).then_some(first)
}

/// All of an item that is one line and has a list of its own below.
fn title_of_a_list(view: &View<'_>, index: usize) -> Option<Range<usize>> {
    let text = &view.block(index)?.text;
    let all = text.trim(0..text.plain.len());
    let said = text.plain.get(all.clone())?;
    let line = !said.contains('\n')
        && said.chars().count() < 100
        && !said.ends_with(['.', '。', ':', '：']);
    let below = view.block(index + 1)?;
    (line && below.kind == Kind::Item && below.item == Some(index)).then_some(all)
}

/// The items of every list; lists that only prose or an image parts are one.
fn groups(view: &View<'_>, taken: &Taken) -> Vec<Vec<usize>> {
    let mut groups: Vec<(usize, Vec<usize>)> = Vec::new();
    for (index, block) in view.blocks.all.iter().enumerate() {
        // What is quoted is somebody else's words, but for a programme.
        let quoted = block.quoted && line::time(&block.text.plain).is_none();
        if block.kind != Kind::Item || taken.has(index) || block.text.is_empty() || quoted {
            continue;
        }
        match groups
            .iter_mut()
            .rev()
            .take(8)
            .find(|(group, _)| *group == block.group)
        {
            Some((_, items)) => items.push(index),
            None => groups.push((block.group, vec![index])),
        }
    }
    // Lists of one item under the same heading, as images between items leave them, belong
    // together.
    let mut merged: Vec<Vec<usize>> = Vec::new();
    for (_, items) in groups {
        let alike = |last: &Vec<usize>| {
            last.first().zip(items.first()).is_some_and(|(a, b)| {
                view.above.get(*a) == view.above.get(*b)
                    && view.block(*a).map(|x| x.item) == view.block(*b).map(|x| x.item)
            })
        };
        let parted = |last: &Vec<usize>| {
            let top = items
                .first()
                .and_then(|item| view.block(*item))
                .is_some_and(|b| b.item.is_none());
            top && (items.len() == 1 || last.len() == 1)
        };
        match merged.iter_mut().rev().take(12).find(|last| alike(last)) {
            Some(last) if parted(last) => last.extend(items),
            _ => merged.push(items),
        }
    }
    merged
}

/// The blocks of an item.
fn item(view: &View<'_>, index: usize) -> Range<usize> {
    let mut end = index + 1;
    while view
        .block(end)
        .is_some_and(|block| block.item.is_some_and(|item| item >= index))
    {
        end += 1;
    }
    index..end
}

fn list(view: &View<'_>, group: &[usize], helped: bool) -> Vec<(usize, Candidate)> {
    let lines: Vec<(usize, &Text, Vec<Reading>)> = group
        .iter()
        .take(300)
        .filter_map(|index| {
            let text = &view.block(*index)?.text;
            if pause(view, text) {
                return None;
            }
            Some((*index, text, line::readings(text, view.lexicon)))
        })
        .collect();
    let readings: Vec<Vec<Reading>> = lines
        .iter()
        .map(|(_, _, readings)| readings.clone())
        .collect();
    if let Some(shape) = decide(&readings, helped) {
        if other_lists(
            lines.iter().map(|(_, text, r)| (*text, r.as_slice())),
            shape,
        ) {
            return Vec::new();
        }
        return lines
            .iter()
            .filter_map(|(index, text, readings)| {
                let reading = choose(readings, shape)
                    .or_else(|| untitled(view, text, readings))
                    .cloned()
                    .or_else(|| marked(text, readings, helped))?;
                Some((*index, whole(view, *index, text, &reading)))
            })
            .collect();
    }
    // Items that begin with a name that does something.
    let doing = lines
        .iter()
        .filter(|(_, _, r)| line::best(r, Shape::Doing).is_some_and(|r| r.sure >= LIKELY))
        .count();
    if doing >= 2
        && doing * 2 >= lines.len()
        && (helped
            || (doing >= 3 && (view.talky || doing * 4 >= lines.len() * 3) && whole_names(&lines)))
    {
        return lines
            .iter()
            .filter_map(|(index, text, readings)| {
                let reading = line::best(readings, Shape::Quoted)
                    .or_else(|| line::best(readings, Shape::Doing))?;
                Some((*index, whole(view, *index, text, reading)))
            })
            .collect();
    }
    if !helped {
        return Vec::new();
    }
    // Under a heading for talks: titles that lead to a recording or slides, or have a time.
    let titled: Vec<(usize, Candidate)> = lines
        .iter()
        .filter_map(|(index, text, readings)| {
            let timed = line::lead(text, view.lexicon) > 0
                && text.plain.contains(|c: char| c.is_ascii_digit());
            let reading = marked(text, readings, true).or_else(|| {
                line::best(readings, Shape::Title)
                    .filter(|_| timed)
                    .cloned()
            })?;
            let mut candidate = whole(view, *index, text, &reading);
            let media = candidate.links.video.is_some() || candidate.links.slides.is_some();
            if candidate.speakers.is_empty() {
                candidate.speakers = nested_speaker(view, *index).into_iter().collect();
            }
            (media || (timed && !candidate.speakers.is_empty())).then_some((*index, candidate))
        })
        .collect();
    if titled.len() >= 2 && titled.len() * 2 >= lines.len() {
        titled
    } else {
        Vec::new()
    }
}

/// Whether most of the names are more than a given name: what people who know each other did
/// is no session.
fn whole_names(lines: &[(usize, &Text, Vec<Reading>)]) -> bool {
    let names: Vec<&str> = lines
        .iter()
        .filter_map(|(_, _, readings)| line::best(readings, Shape::Doing))
        .flat_map(|reading| {
            reading
                .speakers
                .iter()
                .map(|person| person.name.value.as_str())
        })
        .collect();
    names.iter().filter(|name| name.contains(' ')).count() * 2 > names.len()
}

/// The name that begins one of the items below an item ("S: what S does").
fn nested_speaker(view: &View<'_>, index: usize) -> Option<Person> {
    item(view, index).skip(1).find_map(|below| {
        let text = &view.block(below)?.text;
        let text = &text.slice(line::lead(text, view.lexicon)..text.plain.len());
        let plain = text.plain.as_str();
        let head = plain.find([':', '：']).map_or(0, |at| at + 4);
        if text.links().any(|(range, _)| range.start <= head)
            || (plain.contains("://") && plain.len() < 80)
        {
            return None;
        }
        let end = plain
            .find([',', ':', '，', '：', '-', '(', '（'])
            .filter(|end| *end < 60)?;
        let slice = text.slice(0..end);
        let label = view.lexicon.is(&slice.plain, |w| &w.video)
            || view.lexicon.is(&slice.plain, |w| &w.slides);
        let person = name::person(&slice, view.lexicon).filter(|p| p.score >= 0.45);
        let single = || {
            let given = word::given(&slice.plain.to_lowercase());
            given.then(|| Person {
                name: slice.found(&(0..slice.plain.len())),
                score: 0.5,
            })
        };
        if label { None } else { person.or_else(single) }
    })
}

/// Whether a line of a programme is a break.
fn pause(view: &View<'_>, text: &Text) -> bool {
    let start = line::lead(text, view.lexicon);
    let said = text.plain.get(start..).unwrap_or_default();
    view.lexicon.is(said, |w| &w.breaks)
}

/// A title that is marked at the start of an item, without a name.
fn marked(text: &Text, readings: &[Reading], helped: bool) -> Option<Reading> {
    let title = line::best(readings, Shape::Title)?;
    if !helped {
        return None;
    }
    let mark = text
        .marks
        .iter()
        .filter(|mark| mark.kind != MarkKind::Code && mark.range.start <= 3)
        .max_by_key(|mark| mark.range.len())?;
    let words = text
        .plain
        .get(mark.range.clone())?
        .split_whitespace()
        .count();
    (words >= 2).then(|| Reading {
        title: Some(mark.range.clone()),
        end: mark.range.end,
        ..title.clone()
    })
}

fn whole(view: &View<'_>, index: usize, text: &Text, reading: &Reading) -> Candidate {
    let mut candidate = view.candidate(index, text, reading);
    let item = item(view, index);
    view.extend(&mut candidate, item.start + 1..item.end);
    candidate
}
