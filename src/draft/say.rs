//! The built-in layout of every kind of post; its words come from [`crate::language::wording`].

use super::fit::{Content, Kind, Line};
use super::text::tidy;
use super::thread::few;
use crate::language::wording::Wording;

/// The built-in wording of every kind of post.
pub(super) fn render(content: &Content, wording: &Wording) -> String {
    let link = &content.link;
    let read = if link.is_empty() { String::new() } else { wording.read.replace("{}", link) };
    let tags = content.tags.join(" ");
    let mut blocks: Vec<String> = Vec::new();
    match content.kind {
        Kind::Opener => {
            blocks.extend([content.headline.clone(), content.hook.clone(), link.clone(), tags]);
        }
        Kind::Session => {
            for line in &content.sessions {
                if !takeaway_is_enough(line) {
                    blocks.push(head_above_takeaway(line, wording));
                }
                blocks.push(line.takeaway.clone());
            }
            blocks.extend([more(content, wording), read]);
        }
        Kind::List => {
            blocks.extend([heads(&content.sessions, wording), more(content, wording), read]);
        }
        Kind::Rest => blocks.extend([also(&content.sessions, content.more, wording), read]),
        Kind::Closing => blocks.push(read),
        Kind::Followup => blocks.extend([
            format!("{}{}", content.headline, wording.news.end),
            announced(content, wording),
            link.clone(),
        ]),
        Kind::Whole => {
            blocks.extend([content.headline.clone(), content.hook.clone()]);
            blocks.extend(content.sessions.iter().map(|line| session_line(line, wording)));
            let (others, none) = (&content.others, content.sessions.is_empty());
            // After described sessions, "With A" would seem to name the speakers of those.
            let speakers = speakers_alone(others, content.more, wording).filter(|_| none);
            let rest = match speakers {
                Some(speakers) => speakers,
                None if others.is_empty() => more(content, wording),
                None if none || few(others) => {
                    join(&heads(others, wording), &more(content, wording))
                }
                None => also(others, content.more, wording),
            };
            let url = if none && others.is_empty() { link.clone() } else { read };
            blocks.extend([rest, url, tags]);
        }
    }
    blocks.retain(|block| !block.is_empty());
    blocks.join("\n\n")
}

fn more(content: &Content, wording: &Wording) -> String {
    if content.more == 0 {
        String::new()
    } else {
        tidy::capital((wording.more)(content.more).trim())
    }
}

/// The sessions of a follow-up: one by itself, several as a list.
fn announced(content: &Content, wording: &Wording) -> String {
    let heads: Vec<String> = content.others.iter().map(|line| head(line, wording)).collect();
    match heads.as_slice() {
        [] => String::new(),
        [one] if content.more == 0 => one.clone(),
        heads => join(&format!("• {}", heads.join("\n• ")), &more(content, wording)),
    }
}

/// The sessions, one per line, several with a bullet; those without a title share the last line, since a bare name
/// needs no line of its own.
fn heads(sessions: &[Line], wording: &Wording) -> String {
    let titled = |line: &&Line| !line.title.is_empty();
    let bullet = if sessions.iter().filter(titled).nth(1).is_some() { "• " } else { "" };
    let heads = sessions.iter().filter(titled);
    let heads: Vec<String> = heads.map(|line| bullet.to_owned() + &head(line, wording)).collect();
    let bare = sessions.iter().filter(|line| !titled(line)).cloned();
    let bare: Vec<Line> = bare.collect();
    if bare.is_empty() {
        return heads.join("\n");
    }
    join(&heads.join("\n"), &also(&bare, 0, wording))
}

/// "Also in the recap: A, B and 3 more".
fn also(sessions: &[Line], more: usize, wording: &Wording) -> String {
    let names: Vec<String> = sessions.iter().map(|line| name(line, wording)).collect();
    wording.also.replace("{}", &wording.list_and_more(&names, more))
}

/// The speakers of a session, else its title.
fn name(line: &Line, wording: &Wording) -> String {
    if !line.title.is_empty() && (line.speakers.is_empty() || line.own) {
        wording.quote(&line.title)
    } else {
        line.speakers.join(" & ")
    }
}

/// Two texts on lines of their own, if both are there.
fn join(first: &str, second: &str) -> String {
    if first.is_empty() || second.is_empty() {
        format!("{first}{second}")
    } else {
        format!("{first}\n{second}")
    }
}

/// A session on one line.
fn session_line(line: &Line, wording: &Wording) -> String {
    match (head_above_takeaway(line, wording), line.takeaway.as_str()) {
        (head, "") => head,
        (_, takeaway) if takeaway_is_enough(line) => takeaway.to_owned(),
        (head, takeaway) if line.title.is_empty() => format!("{head}{}{takeaway}", wording.colon),
        (head, takeaway) if takeaway.starts_with(char::is_lowercase) => {
            format!("{head} – {takeaway}")
        }
        (head, takeaway) if line.title.ends_with(['?', '!', '…', '.']) => {
            format!("{head} {takeaway}")
        }
        (head, takeaway) if line.title.ends_with(['？', '！', '。']) => {
            format!("{head}{takeaway}")
        }
        (head, takeaway) => format!("{head}{}{takeaway}", wording.stop),
    }
}

/// Whether the takeaway contains the speakers and the title, so that repeating them would be redundant.
fn takeaway_is_enough(line: &Line) -> bool {
    let takeaway = line.takeaway.as_str();
    let title = line.title.is_empty() || is_label(line) || tidy::says(takeaway, &line.title);
    !takeaway.is_empty()
        && line.more == 0
        && title
        && (line.own || (line.speakers.iter()).all(|speaker| takeaway.contains(speaker.as_str())))
}

/// Whether the title only names the speaker: "Ada Lovelace's keynote".
fn is_label(line: &Line) -> bool {
    let rest = |title: String, speaker: &String| title.replacen(speaker.as_str(), "", 1);
    let named = |speaker: &String| line.title.contains(speaker.as_str());
    !line.speakers.is_empty()
        && line.speakers.iter().all(named)
        && (line.speakers.iter().fold(line.title.clone(), rest)).split_whitespace().count() <= 3
}

/// "With A and B.", if only the speakers of all these sessions are known.
fn speakers_alone(lines: &[Line], more: usize, wording: &Wording) -> Option<String> {
    let bare = |line: &Line| line.title.is_empty() && line.takeaway.is_empty();
    if lines.is_empty() || !lines.iter().all(bare) {
        return None;
    }
    let names: Vec<String> = lines.iter().flat_map(|line| line.speakers.clone()).collect();
    let more = more + lines.iter().map(|line| line.more).sum::<usize>();
    Some(wording.with.replace("{}", &wording.list_and_more(&names, more)))
}

/// The line above the takeaway: the title alone where the takeaway begins with the speaker.
fn head_above_takeaway(line: &Line, wording: &Wording) -> String {
    let begins = match line.speakers.as_slice() {
        [speaker] => line
            .takeaway
            .strip_prefix(speaker.as_str())
            .is_some_and(|rest| rest.starts_with(|c: char| !c.is_alphanumeric() && c != '-')),
        _ => false,
    };
    if begins && line.more == 0 && !line.title.is_empty() && !is_label(line) {
        wording.quote(&line.title)
    } else {
        head(line, wording)
    }
}

/// "Speaker: “Title”".
fn head(line: &Line, wording: &Wording) -> String {
    let speakers = if line.own && !line.title.is_empty() {
        wording.mine.to_owned()
    } else {
        wording.list_and_more(&line.speakers, line.more)
    };
    match (speakers.as_str(), line.title.as_str()) {
        (_, title) if is_label(line) && !line.own => title.to_owned(),
        ("", title) => wording.quote(title),
        (speakers, "") => speakers.to_owned(),
        (speakers, title) => format!("{speakers}{}{}", wording.colon, wording.quote(title)),
    }
}
