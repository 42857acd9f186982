//! A thread: an opener, a post a session, the rest by name, the link where the network wants it,
//! and numbers from three posts on.

use super::fit::{Content, Kind, Line, fit};
use super::network::{Form, LinkPlace, Network};

/// From so many posts on they are numbered.
const NUMBERED: usize = 3;

/// The most sessions that have a post of their own.
const OWN_POSTS: usize = 8;

/// What a thread is made of.
pub struct Story<'a> {
    /// Where it is told.
    pub network: &'static dyn Network,
    /// Its language.
    pub language: &'a str,
    /// The content warning that every post leaves room for.
    pub warning: Option<&'a str>,
    /// The most posts that it may have.
    pub limit: usize,
    /// Headline, hook, tags, link and invitation of the whole.
    pub whole: Content,
    /// Everything that the network shows of a post is made by this.
    pub render: &'a dyn Fn(&Content) -> String,
}

impl Story<'_> {
    /// The posts.
    #[must_use]
    pub fn posts(&self) -> Vec<String> {
        if self.network.form() == Form::Single || self.whole.sessions.is_empty() || self.limit <= 1
        {
            let content = Content {
                kind: Kind::Whole,
                ..self.whole.clone()
            };
            return vec![self.fit(content, 1)];
        }
        // How many posts there are decides how wide the numbers are, and those how much fits.
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
        let link_first = self.network.link() == LinkPlace::First;
        let opener = Content {
            kind: Kind::Opener,
            sessions: Vec::new(),
            invitation: String::new(),
            link: if link_first {
                self.whole.link.clone()
            } else {
                String::new()
            },
            ..self.whole.clone()
        };
        let mut posts = vec![self.fit(opener, total)];
        let room = self.limit - 1;
        let mut groups = self.groups(total);
        let told: usize = groups.iter().map(Vec::len).sum();
        let mut rest = Vec::new();
        let closing = usize::from(!link_first);
        if groups.len() > room - closing.min(room) || groups.len() > OWN_POSTS {
            groups.truncate(OWN_POSTS.min(room - 1));
            let kept: usize = groups.iter().map(Vec::len).sum();
            rest = self
                .whole
                .sessions
                .iter()
                .skip(kept)
                .take(told - kept)
                .cloned()
                .collect();
        }
        let last = groups.pop();
        posts.extend(
            groups
                .into_iter()
                .map(|lines| self.fit(told_in(lines), total)),
        );
        let link = || self.whole.link.clone();
        let Some(last) = last.map(told_in) else {
            let content = Content {
                kind: Kind::Rest,
                sessions: rest,
                link: link(),
                ..Content::default()
            };
            posts.push(self.fit(content, total));
            return posts;
        };
        if !rest.is_empty() {
            posts.push(self.fit(last, total));
            let content = Content {
                kind: Kind::Rest,
                sessions: rest,
                link: link(),
                ..Content::default()
            };
            posts.push(self.fit(content, total));
        } else if link_first {
            posts.push(self.fit(last, total));
        } else {
            let linked = Content {
                link: link(),
                ..last.clone()
            };
            let text = (self.render)(&linked);
            if self.takes(&text, total) {
                posts.push(text);
            } else {
                posts.push(self.fit(last, total));
                let closing = Content {
                    kind: Kind::Closing,
                    invitation: self.whole.invitation.clone(),
                    link: link(),
                    ..Content::default()
                };
                posts.push(self.fit(closing, total));
            }
        }
        posts
    }

    /// The sessions by post: one each, save that sessions without a takeaway stand together as far
    /// as they fit in full.
    fn groups(&self, total: usize) -> Vec<Vec<Line>> {
        let mut groups: Vec<Vec<Line>> = Vec::new();
        for line in &self.whole.sessions {
            if let Some(group) = groups.last_mut()
                && line.takeaway.is_empty()
                && group.iter().all(|line| line.takeaway.is_empty())
            {
                group.push(line.clone());
                if self.takes(&(self.render)(&told_in(group.clone())), total) {
                    continue;
                }
                group.pop();
            }
            groups.push(vec![line.clone()]);
        }
        groups
    }

    fn fit(&self, content: Content, total: usize) -> String {
        fit(content, self.language, self.render, &|text| {
            self.takes(text, total)
        })
    }

    fn takes(&self, text: &str, total: usize) -> bool {
        if total < NUMBERED {
            return self.network.takes(text, self.warning);
        }
        self.network
            .takes(&numbered(text, total, total), self.warning)
    }
}

fn told_in(lines: Vec<Line>) -> Content {
    let kind = if lines.len() == 1 {
        Kind::Session
    } else {
        Kind::List
    };
    Content {
        kind,
        sessions: lines,
        ..Content::default()
    }
}

/// The text with its number behind it: on the line of a sentence, on one of its own behind
/// addresses, tags and lists.
fn numbered(text: &str, number: usize, total: usize) -> String {
    let last = text.lines().next_back().unwrap_or_default();
    let apart = text.contains('\n')
        && (last.contains("://") || last.starts_with('#') || !text.contains("\n\n"));
    format!("{text}{}({number}/{total})", if apart { "\n" } else { " " })
}

fn digits(number: usize) -> usize {
    number.checked_ilog10().map_or(1, |log| log as usize + 1)
}
