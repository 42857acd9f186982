//! What else in a post speaks for a name: the title, the text, the hosts of its links, its hashtags.

use super::View;
use super::name::{Name, core};
use crate::language::is_cjk;
use crate::recap::model::Features;

/// The post, as a candidate for the event's name is compared with it.
pub(super) struct Evidence {
    /// The folded title, with a space at both ends.
    title: String,
    /// The folded text.
    body: String,
    /// The labels of the hosts that the post links to, without digits at the end.
    hosts: Vec<String>,
    /// The hashtags of the text, in lower case, without digits at the end.
    hashtags: Vec<String>,
}

/// The text that is read, in bytes; cells of tables are not.
const LONGEST: usize = 30_000;

impl Evidence {
    /// Collects it.
    pub(super) fn of(view: &View<'_>) -> Self {
        let mut evidence = Self {
            title: format!(" {} ", core(&view.title.plain)),
            body: String::new(),
            hosts: Vec::new(),
            hashtags: Vec::new(),
        };
        for block in &view.blocks.all {
            if evidence.body.len() > LONGEST {
                break;
            }
            evidence.body.push_str(block.text.folded());
            let links = block.text.links().filter_map(|(_, href)| href.split_once("//"));
            for (_, rest) in links {
                let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
                evidence.hosts.extend(host.split('.').map(undated));
            }
            let tags = block.text.plain.split('#').skip(1);
            evidence.hashtags.extend(tags.map(|tag| {
                let end = tag.find(|c: char| !c.is_alphanumeric() && c != '_');
                undated(tag.get(..end.unwrap_or(tag.len())).unwrap_or_default())
            }));
        }
        evidence
    }

    /// The folded text.
    pub(super) fn body(&self) -> &str {
        &self.body
    }

    /// Whether the title has the words of a folded name.
    pub(super) fn is_in_title(&self, core: &str) -> bool {
        // Chinese and Japanese have no spaces between words.
        let unspaced = core.chars().any(is_cjk);
        let wanted = if unspaced { core.to_owned() } else { format!(" {core} ") };
        core.len() > 1 && self.title.contains(&wanted)
    }

    /// Sets the features of a candidate that depend on it.
    pub(super) fn set(&self, features: &mut Features, name: &str) {
        let core = core(name);
        features.flag(Name::Unsaid, core.len() < 4 || !self.body.contains(&core));
        let joined = undated(&core.replace(' ', ""));
        let names = |all: &[String]| joined.len() > 2 && all.contains(&joined);
        features.flag(Name::Host, names(&self.hosts));
        features.flag(Name::Hashtag, names(&self.hashtags));
        features.flag(Name::InTitle, self.is_in_title(&core));
    }
}

/// A word in lower case without the digits at its end.
fn undated(word: &str) -> String {
    word.trim_end_matches(|c: char| c.is_ascii_digit()).to_lowercase()
}
