//! A thread: an opener, a post per session, a list of the rest, the link where the network wants
//! it, and numbers from three posts on.

use super::also;
use super::fit::{Content, Kind, Line, fit};
use super::network::{Form, LinkPlace, Network};

/// From this many posts on they are numbered.
const NUMBERED: usize = 3;

/// The most sessions that a draft describes; it lists the others.
const DESCRIBED: usize = 4;

/// The least probability of a described takeaway: of the first two, and of a further one.
const DESCRIBED_SURE: f32 = 0.4;
const FURTHER_SURE: f32 = 0.85;
const FURTHER: usize = 2;

/// Where at least this many sessions have this probability, the others are only counted: "and 3 more".
const SURE_SESSIONS: usize = 3;
const SURE: f32 = 0.75;

/// The most sessions that a post lists.
const NAMED: usize = 8;

/// At most this many others are named as well: "and 1 more" hides them and is hardly shorter.
const FEW_MORE: usize = 2;

/// Whether sessions are few enough to be listed with their titles after the described ones.
pub(super) fn few(sessions: &[Line]) -> bool {
    let titled = |line: &Line| !line.title.is_empty();
    sessions.len() <= 3 && sessions.iter().any(titled)
}

/// The sessions that are named, and how many are only counted.
pub(super) fn named(mut sessions: Vec<Line>) -> (Vec<Line>, usize) {
    let sure = |line: &Line| line.sure >= SURE || line.rank() > 0;
    // Few others are named too, unless they lack a title or a speaker: of those every third is no session.
    let is_whole = |line: &Line| !line.title.is_empty() && !line.speakers.is_empty();
    let known = sessions.iter().filter(|line| sure(line)).count();
    let all = sessions.len();
    if known >= SURE_SESSIONS {
        let are_few = all - known <= FEW_MORE;
        sessions.retain(|line| sure(line) || are_few && is_whole(line));
    }
    let more = all - sessions.len();
    (sessions, more)
}

/// Shortens a long list of sessions; returns how many are only counted.
fn shorten(sessions: &mut Vec<Line>) -> usize {
    let more = sessions.len().saturating_sub(NAMED);
    if more <= FEW_MORE {
        return 0;
    }
    sessions.truncate(NAMED);
    more
}

/// The input of a thread.
pub(super) struct Thread<'a> {
    /// Its network.
    pub network: &'static Network,
    /// Its language.
    pub language: &'a str,
    /// The content warning that every post must have space for.
    pub warning: Option<&'a str>,
    /// The most posts that it may have.
    pub limit: usize,
    /// Headline, hook, tags, link and invitation of the whole.
    pub whole: Content,
    /// Renders every post.
    pub render: &'a dyn Fn(&Content) -> String,
}

impl Thread<'_> {
    /// The posts.
    pub(super) fn posts(&self) -> Vec<String> {
        if self.whole.kind == Kind::Followup {
            return vec![self.fit(self.followup(), 1)];
        }
        let bare = |line: &Line| line.title.is_empty() && line.takeaway.is_empty();
        if self.network.form == Form::Single
            || self.whole.sessions.iter().all(bare)
            || self.limit <= 1
        {
            return vec![self.fit(self.single(), 1)];
        }
        // Where the link is in the first post, a list of talks needs no post of its own if everything fits into one.
        if self.network.link == LinkPlace::First {
            let single = self.single();
            let text = (self.render)(&single);
            if single.sessions.is_empty() && self.takes(&text, 1) {
                return vec![text];
            }
        }
        // The number of posts decides how wide the numbers are, and those how much fits.
        let mut total = NUMBERED;
        let mut posts = Vec::new();
        for _ in 0..4 {
            posts = self.thread(total);
            if digits(posts.len()) == digits(total) {
                break;
            }
            total = posts.len();
        }
        let count = posts.len();
        if count >= NUMBERED {
            for (index, post) in posts.iter_mut().enumerate() {
                *post = numbered(post, index + 1, count);
            }
        }
        posts
    }

    fn thread(&self, total: usize) -> Vec<String> {
        let link_first = self.network.link == LinkPlace::First;
        let link = self.whole.link.clone();
        let (first_link, last_link) =
            if link_first { (link, String::new()) } else { (String::new(), link) };
        let opener = Content {
            kind: Kind::Opener,
            sessions: Vec::new(),
            more: 0,
            invitation: String::new(),
            link: first_link,
            ..self.whole.clone()
        };
        let mut posts = vec![self.fit(opener, total)];
        let budget = self.limit - 1;
        let (described, others) = self.parted(budget.saturating_sub(1), &|line| {
            self.takes(&(self.render)(&described_in(line.clone())), total)
        });
        let mut described: Vec<Content> = described.into_iter().map(described_in).collect();
        let all = described.is_empty();
        let more = self.more(&others);
        // "And 3 more" makes no post by itself, unless the link stands there too.
        let has_rest = !others.is_empty() || more > 0 && (all || !link_first);
        let mut last = described.pop_if(|_| !has_rest);
        let described = described.into_iter();
        posts.extend(described.map(|content| self.fit(content, total)));
        if let Some(last) = &mut last {
            let counted = Content { more, ..last.clone() };
            if self.takes(&(self.render)(&counted), total) {
                *last = counted;
            }
            let linked = Content { link: last_link.clone(), ..last.clone() };
            // If the sentence has to be cut even without the link, cut it to leave space for the link.
            let takes = |content: &Content| self.takes(&(self.render)(content), total);
            if takes(&linked) || !takes(last) {
                *last = linked;
            }
            posts.push(self.fit(last.clone(), total));
            if link_first || !last.link.is_empty() {
                return posts;
            }
        }
        if last.is_some() || has_rest {
            posts.push(self.fit(self.rest(others, all, last_link), total));
        }
        posts
    }

    /// How many sessions are only counted beside the named ones. "And 1 more" without a list says nothing.
    fn more(&self, others: &[Line]) -> usize {
        let is_noise = others.is_empty() && self.whole.more <= FEW_MORE;
        if is_noise { 0 } else { self.whole.more }
    }

    /// The post that lists sessions, or with the link alone.
    fn rest(&self, mut others: Vec<Line>, all: bool, link: String) -> Content {
        let more = self.more(&others) + shorten(&mut others);
        let kind = if others.is_empty() && more == 0 {
            Kind::Closing
        } else if others.is_empty() || all || few(&others) {
            Kind::List
        } else {
            Kind::Rest
        };
        let closing = kind == Kind::Closing;
        Content {
            kind,
            sessions: others,
            more,
            invitation: if closing { self.whole.invitation.clone() } else { String::new() },
            link,
            ..Content::default()
        }
    }

    /// A follow-up, which is one post.
    fn followup(&self) -> Content {
        let mut content = self.whole.clone();
        content.more = shorten(&mut content.others);
        content
    }

    /// Everything in one post.
    fn single(&self) -> Content {
        let (described, mut others) = self.parted(DESCRIBED, &|_| true);
        let more = self.more(&others) + shorten(&mut others);
        Content { kind: Kind::Whole, sessions: described, others, more, ..self.whole.clone() }
    }

    /// The sessions that the draft describes, first the author's own, those praised outright, and the most probable
    /// ones whose takeaway `fits`, and the others; both in the order of the post behind the author's own and those praised.
    fn parted(&self, most: usize, fits: &dyn Fn(&Line) -> bool) -> (Vec<Line>, Vec<Line>) {
        let sessions = self.whole.sessions.iter().enumerate();
        let mut described: Vec<(usize, &Line, bool)> = (sessions.clone())
            .filter(|(_, line)| !line.takeaway.is_empty())
            .map(|(at, line)| (at, line, fits(line)))
            .collect();
        described.sort_by(|(_, a, a_fits), (_, b, b_fits)| {
            let by_rank = (b.rank(), b_fits).cmp(&(a.rank(), a_fits));
            by_rank.then(b.takeaway_confidence.total_cmp(&a.takeaway_confidence))
        });
        let mut kept = 0;
        described.retain(|(_, line, _)| {
            kept += 1;
            let least = if kept <= FURTHER { DESCRIBED_SURE } else { FURTHER_SURE };
            kept <= most.min(DESCRIBED) && line.takeaway_confidence >= least
        });
        let (mut tell, mut name) = (Vec::new(), Vec::new());
        for (at, line) in sessions {
            if described.iter().any(|(described, ..)| *described == at) {
                tell.push(line.clone());
            } else {
                name.push(Line { takeaway: String::new(), ..line.clone() });
            }
        }
        for lines in [&mut tell, &mut name] {
            lines.sort_by_key(|line| std::cmp::Reverse(line.rank()));
        }
        // Such a session may have been moved up: an "also" in its takeaway would refer to nothing.
        if let Some(first) = tell.first_mut().filter(|line| line.rank() > 0) {
            first.takeaway = also::without(&first.takeaway, self.language);
        }
        (tell, name)
    }

    fn fit(&self, content: Content, total: usize) -> String {
        fit(content, self.language, self.render, &|text| self.takes(text, total))
    }

    fn takes(&self, text: &str, total: usize) -> bool {
        if total < NUMBERED {
            return self.network.takes(text, self.warning);
        }
        self.network.takes(&numbered(text, total, total), self.warning)
    }
}

fn described_in(line: Line) -> Content {
    Content { kind: Kind::Session, sessions: vec![line], ..Content::default() }
}

/// The text with its number: on the line of a sentence, or on one of its own after URLs, tags
/// and lists.
fn numbered(text: &str, number: usize, total: usize) -> String {
    let last = text.lines().next_back().unwrap_or_default();
    let apart = text.contains('\n')
        && (last.contains("://") || last.starts_with('#') || !text.contains("\n\n"));
    format!("{text}{}({number}/{total})", if apart { "\n" } else { " " })
}

fn digits(number: usize) -> usize {
    number.checked_ilog10().map_or(1, |log| log as usize + 1)
}

#[cfg(test)]
mod tests {
    use super::{Line, named};

    #[test]
    fn several_unsure_sessions_and_those_of_half_a_name_are_counted() {
        for (sure, unsure, title, expected) in [
            (3, 1, "Notes", (4, 0)),
            (3, 2, "Notes", (5, 0)),
            (3, 3, "Notes", (3, 3)),
            (3, 1, "", (3, 1)),
            (2, 3, "", (5, 0)),
        ] {
            let line = |sure| Line {
                sure,
                title: title.to_owned(),
                speakers: vec!["Ada Lovelace".to_owned()],
                ..Line::default()
            };
            let lines = [vec![line(0.9); sure], vec![line(0.5); unsure]].concat();
            let (lines, more) = named(lines);
            assert_eq!((lines.len(), more), expected, "{sure} sure, {unsure} unsure, {title:?}");
        }
    }
}
