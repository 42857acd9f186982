//! Shortens a post in a fixed order until the network accepts it.
//!
//! Tags are dropped first, then another hook is tried, then sentences, clauses and words of the text, then members of lists; titles
//! are shortened as a last resort, speakers and the URL never.

use unicode_segmentation::UnicodeSegmentation;

use super::text::cut::shorter;

/// The content of a post, in parts that can be dropped one by one.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Content {
    /// The kind of the post.
    pub kind: Kind,
    /// The headline: the event with place and date, or the post's title.
    pub headline: String,
    /// The hook.
    pub hook: String,
    /// Hooks that replace one that is too long, the best first.
    pub other_hooks: Vec<String>,
    /// The sessions described in the post.
    pub sessions: Vec<Line>,
    /// The sessions listed in the post.
    pub others: Vec<Line>,
    /// How many more sessions there are.
    pub more: usize,
    /// The closing invitation.
    pub invitation: String,
    /// The URL; empty if it is in another post.
    pub link: String,
    /// Hashtags, sign included.
    pub tags: Vec<String>,
}

/// A session in a post.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Line {
    /// Speakers, each with the network's handle if known.
    pub speakers: Vec<String>,
    /// How many more speakers there are.
    pub more: usize,
    /// The session's title.
    pub title: String,
    /// The takeaway.
    pub takeaway: String,
    /// Whether the post's author is the speaker.
    pub own: bool,
    /// Whether the author praises it outright.
    pub praised: bool,
    /// The probability that this is a session.
    pub sure: f32,
    /// The probability that its takeaway is right.
    pub takeaway_confidence: f32,
}

impl Line {
    /// How much the author cares for it: 2 for the own talk, 1 for one praised outright.
    pub(super) fn rank(&self) -> usize {
        match (self.own, self.praised) {
            (true, _) => 2,
            (_, praised) => usize::from(praised),
        }
    }
}

/// The kind of a post in a thread.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Kind {
    /// The first post of a thread.
    #[default]
    Opener,
    /// One session.
    Session,
    /// Several sessions by speaker and title.
    List,
    /// The sessions without a post of their own.
    Rest,
    /// The end of a thread, with the link.
    Closing,
    /// The whole draft in one post.
    Whole,
    /// A follow-up.
    Followup,
}

impl Kind {
    /// Every kind with the name of its template.
    pub const NAMES: &[(&str, Self)] = &[
        ("opener", Self::Opener),
        ("session", Self::Session),
        ("list", Self::List),
        ("rest", Self::Rest),
        ("closing", Self::Closing),
        ("whole", Self::Whole),
        ("followup", Self::Followup),
    ];

    /// The name of this kind's template.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }
}

/// The longest version of `content` that `takes` accepts, as `render` words it.
pub(super) fn fit(
    mut content: Content,
    language: &str,
    render: &dyn Fn(&Content) -> String,
    takes: &dyn Fn(&str) -> bool,
) -> String {
    let attempt = |content: &Content| {
        let text = render(content);
        takes(&text).then_some(text)
    };
    if let Some(text) = attempt(&content) {
        return text;
    }
    content.invitation.clear();
    let hook = content.hook.clone();
    let tags = content.tags.clone();
    let others = std::mem::take(&mut content.other_hooks);
    for hook in [&hook].into_iter().chain(&others) {
        content.hook.clone_from(hook);
        content.tags.clone_from(&tags);
        loop {
            if let Some(text) = attempt(&content) {
                return text;
            }
            if content.tags.pop().is_none() {
                break;
            }
        }
    }
    content.hook = hook;
    let found = shorten(&mut content, language, &attempt, |content| Some(&mut content.hook))
        .or_else(|| shorten_sessions(&mut content, language, &attempt))
        .or_else(|| {
            shorten(&mut content, language, &attempt, |content| {
                content.sessions.first_mut().map(|line| &mut line.title)
            })
        })
        .or_else(|| {
            shorten(&mut content, language, &attempt, |content| Some(&mut content.headline))
        });
    if let Some(text) = found {
        return text;
    }
    let rest = render(&content);
    content.link.clear();
    let linkless = render(&content);
    let attempt = |text: &str| takes(text).then(|| text.to_owned());
    attempt(&linkless)
        .or_else(|| shorter(&linkless, language).first(attempt))
        .unwrap_or_else(|| by_graphemes(&rest, takes))
}

/// Drops takeaways, last first, then speakers of long lists, then sessions.
fn shorten_sessions(
    content: &mut Content,
    language: &str,
    attempt: &dyn Fn(&Content) -> Option<String>,
) -> Option<String> {
    for index in (0..content.sessions.len()).rev() {
        let found = shorten(content, language, attempt, |content| {
            content.sessions.get_mut(index).map(|line| &mut line.takeaway)
        });
        if found.is_some() {
            return found;
        }
    }
    while content.others.pop().is_some() {
        content.more += 1;
        if let Some(text) = attempt(content) {
            return Some(text);
        }
    }
    while content.sessions.len() > 1 {
        content.sessions.pop();
        content.more += 1;
        if let Some(text) = attempt(content) {
            return Some(text);
        }
    }
    shorten_speakers(content, attempt)
}

/// Names as many speakers of a long list as fit, at least one. Each name makes the text longer, so a
/// binary search finds the number.
fn shorten_speakers(
    content: &mut Content,
    attempt: &dyn Fn(&Content) -> Option<String>,
) -> Option<String> {
    let line = content.sessions.first()?;
    let (all, more) = (line.speakers.clone(), line.more);
    if all.len() < 2 {
        return None;
    }
    let mut with = |named: usize| {
        if let Some(line) = content.sessions.first_mut() {
            line.speakers = all.iter().take(named).cloned().collect();
            line.more = more + all.len() - named;
        }
        attempt(content)
    };
    // The lower number fits, the upper one does not.
    let (mut fits, mut fails) = (0, all.len());
    while fails - fits > 1 {
        let middle = usize::midpoint(fits, fails);
        if with(middle).is_some() {
            fits = middle;
        } else {
            fails = middle;
        }
    }
    with(fits.max(1))
}

/// Shortens one text of the content step by step; empties it where that does not help.
fn shorten(
    content: &mut Content,
    language: &str,
    attempt: &dyn Fn(&Content) -> Option<String>,
    part: impl Fn(&mut Content) -> Option<&mut String>,
) -> Option<String> {
    let text = part(content).filter(|text| !text.is_empty()).cloned()?;
    let found = shorter(&text, language).first(|way| {
        if let Some(part) = part(content) {
            way.clone_into(part);
        }
        attempt(content)
    });
    if found.is_some() {
        return found;
    }
    if let Some(part) = part(content) {
        part.clear();
    }
    attempt(content)
}

/// The last resort, for a single word that is longer than a post.
fn by_graphemes(text: &str, takes: &dyn Fn(&str) -> bool) -> String {
    let ends: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
    let fits = |end: &usize| text.get(..*end).is_some_and(takes);
    let over = ends.partition_point(fits);
    let kept = ends.get(..over).unwrap_or_default().iter().rev().find(|end| fits(end));
    kept.and_then(|end| text.get(..*end)).unwrap_or_default().to_owned()
}
