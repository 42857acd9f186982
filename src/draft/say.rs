//! The built-in layout of every kind of post; its words are those of [`super::wording`].

use super::fit::{Content, Kind, Line};
use super::network::{Form, Network};
use super::text::tidy;
use crate::language::wording::Wording;

/// The built-in wording of every kind of post.
pub(super) fn render(content: &Content, wording: &Wording, network: &dyn Network) -> String {
    let link = &content.link;
    let read = if link.is_empty() {
        String::new()
    } else {
        wording.read.replace("{}", link)
    };
    let tags = content.tags.join(" ");
    let mut blocks: Vec<String> = Vec::new();
    match content.kind {
        Kind::Opener => blocks.extend([
            content.headline.clone(),
            content.hook.clone(),
            link.clone(),
            tags,
        ]),
        Kind::Session => {
            for line in &content.sessions {
                if !says_itself(line) {
                    let bare = roll(std::slice::from_ref(line), wording);
                    blocks.push(bare.unwrap_or_else(|| head(line, wording)));
                }
                blocks.push(line.takeaway.clone());
            }
            blocks.push(read);
        }
        Kind::List => {
            let heads = content.sessions.iter().map(|line| head(line, wording));
            let list = roll(&content.sessions, wording)
                .unwrap_or_else(|| heads.collect::<Vec<_>>().join("\n"));
            blocks.extend([list, more(content, wording), read]);
        }
        Kind::Rest => {
            let names: Vec<String> = content
                .sessions
                .iter()
                .map(|line| name(line, wording))
                .collect();
            let list = wording.list_and_more(&names, content.more);
            blocks.extend([wording.also.replace("{}", &list), link.clone()]);
        }
        Kind::Closing => blocks.extend([content.invitation.clone(), read]),
        Kind::Whole => {
            blocks.extend([content.headline.clone(), content.hook.clone()]);
            let bullet = if network.form() == Form::Single {
                "• "
            } else {
                ""
            };
            let lines = roll(&content.sessions, wording).unwrap_or_else(|| {
                let lines = content
                    .sessions
                    .iter()
                    .map(|line| bullet.to_owned() + &said(line, wording));
                lines.collect::<Vec<_>>().join("\n")
            });
            blocks.extend([lines, more(content, wording), content.invitation.clone()]);
            blocks.push(if content.sessions.is_empty() {
                link.clone()
            } else {
                read
            });
            blocks.push(tags);
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

/// A session on one line.
fn said(line: &Line, wording: &Wording) -> String {
    match (head(line, wording), line.takeaway.as_str()) {
        (head, "") => head,
        (_, takeaway) if says_itself(line) => takeaway.to_owned(),
        (head, takeaway) => format!("{head} – {takeaway}"),
    }
}

/// Whether the takeaway names the speakers and the title itself: both once more would read like a
/// form.
fn says_itself(line: &Line) -> bool {
    let takeaway = line.takeaway.as_str();
    let title = line.title.is_empty() || tidy::says(takeaway, &line.title);
    !takeaway.is_empty()
        && line.more == 0
        && title
        && line
            .speakers
            .iter()
            .all(|speaker| takeaway.contains(speaker.as_str()))
}

/// "With A and B.", where of all these sessions nothing but the speakers is known.
fn roll(lines: &[Line], wording: &Wording) -> Option<String> {
    let bare = |line: &Line| line.title.is_empty() && line.takeaway.is_empty();
    if lines.is_empty() || !lines.iter().all(bare) {
        return None;
    }
    let names: Vec<String> = lines
        .iter()
        .flat_map(|line| line.speakers.clone())
        .collect();
    let more = lines.iter().map(|line| line.more).sum();
    Some(
        wording
            .with
            .replace("{}", &wording.list_and_more(&names, more)),
    )
}

/// "Speaker: “Title”".
fn head(line: &Line, wording: &Wording) -> String {
    let speakers = wording.list_and_more(&line.speakers, line.more);
    match (speakers.as_str(), line.title.as_str()) {
        ("", title) => wording.quote(title),
        (speakers, "") => speakers.to_owned(),
        (speakers, title) => format!("{speakers}{}{}", wording.colon, wording.quote(title)),
    }
}

/// The speakers of a session, else its title.
fn name(line: &Line, wording: &Wording) -> String {
    if line.speakers.is_empty() {
        wording.quote(&line.title)
    } else {
        line.speakers.join(" & ")
    }
}
