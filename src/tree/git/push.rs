//! What a push is about to publish, as hook frameworks and git itself tell it.

use std::env;

/// A commit that a push publishes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tip {
    /// Its object id or name.
    pub(super) commit: String,
    /// What the remote had there before.
    pub(super) before: Option<String>,
}

/// The commits of this push, each once.
pub(super) fn tips(input: impl FnOnce() -> String) -> Vec<Tip> {
    let told = |name| {
        env::var(name)
            .ok()
            .filter(|value: &String| !value.is_empty())
    };
    if let Some(commit) = told("PRE_COMMIT_TO_REF") {
        return vec![Tip {
            commit,
            before: None,
        }];
    }
    // For a branch that the remote has never seen, pre-commit names the branch alone.
    if let Some(commit) = told("PRE_COMMIT_LOCAL_BRANCH") {
        return vec![Tip {
            commit,
            before: None,
        }];
    }
    if told("PRE_COMMIT").is_some() {
        return vec![Tip {
            commit: "HEAD".into(),
            before: None,
        }];
    }
    parse(&input())
}

/// Lines of `LOCAL-REF SP LOCAL-OID SP REMOTE-REF SP REMOTE-OID` (githooks(5), pre-push). An id
/// of zeros means that there is none: the push deletes, or the remote has no such branch.
fn parse(input: &str) -> Vec<Tip> {
    let mut tips: Vec<Tip> = Vec::new();
    for line in input.lines() {
        let mut words = line.split(' ').rev();
        let (Some(before), Some(_), Some(commit)) = (words.next(), words.next(), words.next())
        else {
            continue;
        };
        let absent = |id: &str| id.bytes().all(|byte| byte == b'0');
        if absent(commit) || tips.iter().any(|tip| tip.commit == commit) {
            continue;
        }
        tips.push(Tip {
            commit: commit.to_owned(),
            before: (!absent(before)).then(|| before.to_owned()),
        });
    }
    tips
}

#[cfg(test)]
mod tests {
    use super::{Tip, parse};

    #[test]
    fn deletions_and_repeats_are_left_out() {
        let (a, b, zero) = ("a".repeat(40), "b".repeat(40), "0".repeat(40));
        let input = format!(
            "refs/heads/main {a} refs/heads/main {b}\n(delete) {zero} refs/heads/old {b}\n\
             refs/tags/v1 {a} refs/tags/v1 {zero}\nrefs/heads/new {b} refs/heads/new {zero}\n"
        );
        assert_eq!(
            parse(&input),
            [
                Tip {
                    commit: a,
                    before: Some(b.clone())
                },
                Tip {
                    commit: b,
                    before: None
                },
            ]
        );
        assert_eq!(parse(""), []);
    }
}
