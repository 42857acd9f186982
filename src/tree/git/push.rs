//! The commits of a push, as hook frameworks and git itself pass them.

use std::env;

/// A commit that a push publishes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tip {
    /// Its object id or name.
    pub(super) commit: String,
    /// The commit that the remote had before.
    pub(super) before: Option<String>,
}

/// The commits of this push, each once.
pub(super) fn tips(input: impl FnOnce() -> String) -> Vec<Tip> {
    let variable = |name| env::var(name).ok().filter(|value: &String| !value.is_empty());
    // For a branch new to the remote, pre-commit may name the branch alone.
    let pushed = variable("PRE_COMMIT_TO_REF").or_else(|| variable("PRE_COMMIT_LOCAL_BRANCH"));
    if let Some(commit) = pushed {
        let before = variable("PRE_COMMIT_FROM_REF");
        return vec![Tip { commit, before }];
    }
    if variable("PRE_COMMIT").is_some() {
        return vec![Tip { commit: "HEAD".into(), before: None }];
    }
    parse(&input())
}

/// Lines of `LOCAL-REF SP LOCAL-OID SP REMOTE-REF SP REMOTE-OID` (githooks(5), pre-push). An id of
/// zeros means none: the push deletes, or the remote does not have the branch. On the server,
/// `pre-receive` gets `OLD-OID SP NEW-OID SP REF`.
fn parse(input: &str) -> Vec<Tip> {
    let mut tips: Vec<Tip> = Vec::new();
    for line in input.lines() {
        let words: Vec<&str> = line.split(' ').collect();
        let (before, commit) = match words.as_slice() {
            [before, commit, reference] if reference.starts_with("refs/") => (*before, *commit),
            [.., commit, _, before] => (*before, *commit),
            _ => continue,
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
            [Tip { commit: a, before: Some(b.clone()) }, Tip { commit: b, before: None },]
        );
        let received = format!("{} {} refs/heads/main\n", "b".repeat(40), "a".repeat(40));
        assert_eq!(
            parse(&received),
            [Tip { commit: "a".repeat(40), before: Some("b".repeat(40)) }]
        );
        assert_eq!(parse(""), []);
    }
}
