use super::{Pending, State, accept, approve, keep, orphans, posted, reconcile};
use crate::draft::Draft;
use crate::draft::file::{File, write};
use crate::draft::network::named;
use crate::report::Source;

fn composed(posts: &[&str]) -> Draft {
    Draft {
        network: named("x").expect("a network"),
        lang: "en".to_owned(),
        cw: None,
        link: "https://example.org/".to_owned(),
        images: Vec::new(),
        posts: posts.iter().map(|post| (*post).to_owned()).collect(),
        unknown: Vec::new(),
        findings: Vec::new(),
    }
}

fn read(text: &str) -> File {
    File::parse(&Source::new("x.txt", text))
}

/// A draft with old text, edited, and the pending file that new text makes beside it.
fn waiting() -> (String, String) {
    let edited = write(&composed(&["old"])).replace("\nold\n", "\nmine\n");
    let outcome = reconcile(Some(&edited), None, &composed(&["new"]));
    assert_eq!((outcome.state, outcome.draft), (State::Pending, None));
    match outcome.pending {
        Pending::Write(text) => (edited, text),
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_untouched_draft_is_rewritten_and_what_people_wrote_into_its_header_stays() {
    let old = write(&composed(&["old"])).replace(
        "lang",
        "# by hand\nschedule = 2026-05-01T09:00:00Z\nmood = \"good\"\nlang",
    );
    let outcome = reconcile(Some(&old), None, &composed(&["new", "two"]));
    let new = outcome.draft.expect("new text");
    assert_eq!(outcome.state, State::Untouched);
    assert_eq!(read(&new).texts(), ["new", "two"]);
    for kept in [
        "# by hand\n",
        "schedule = 2026-05-01T09:00:00Z\n",
        "mood = \"good\"\n",
    ] {
        assert!(new.contains(kept), "{new}");
    }
    assert_eq!(
        reconcile(Some(&new), None, &composed(&["new", "two"])).draft,
        None
    );
}

#[test]
fn a_changed_header_value_stays_and_an_unchanged_one_follows_the_post() {
    let old = write(&composed(&["old"]));
    let moved = Draft {
        link: "https://example.org/moved/".to_owned(),
        ..composed(&["new"])
    };
    let follows = reconcile(Some(&old), None, &moved).draft.expect("new text");
    assert_eq!(
        read(&follows).header.link.as_deref(),
        Some("https://example.org/moved/")
    );
    let theirs = old.replace("lang = \"en\"", "lang = \"en-GB\"");
    let stays = reconcile(Some(&theirs), None, &moved)
        .draft
        .expect("new text");
    assert_eq!(read(&stays).header.lang.as_deref(), Some("en-GB"));
}

#[test]
fn line_ends_of_git_are_no_edit() {
    let old = write(&composed(&["one\n\ntwo", "three"])).replace('\n', "\r\n");
    let same = reconcile(Some(&old), None, &composed(&["one\n\ntwo", "three"]));
    assert_eq!((same.state, same.draft), (State::Untouched, None));
    let new = reconcile(Some(&old), None, &composed(&["new"]))
        .draft
        .expect("new text");
    assert_eq!(new.matches('\n').count(), new.matches("\r\n").count());
}

#[test]
fn an_edit_waits_only_for_other_text() {
    let edited = write(&composed(&["old"])).replace("\nold\n", "\nmine\n");
    let same = reconcile(Some(&edited), None, &composed(&["old"]));
    assert_eq!(
        (same.state, same.draft, same.pending),
        (State::Edited, None, Pending::Leave)
    );
    let (edited, pending) = waiting();
    let again = reconcile(Some(&edited), Some(&pending), &composed(&["new"]));
    assert_eq!(
        (again.state, again.pending),
        (State::Pending, Pending::Leave)
    );
    // The post went back to what it was: nothing is left to ask.
    let back = reconcile(Some(&edited), Some(&pending), &composed(&["old"]));
    assert_eq!((back.state, back.pending), (State::Edited, Pending::Remove));
}

#[test]
fn an_edited_pending_file_stays() {
    let (edited, pending) = waiting();
    let theirs = pending.replace("\nnew\n", "\nnew and mine\n");
    let outcome = reconcile(Some(&edited), Some(&theirs), &composed(&["newer"]));
    assert_eq!(outcome.pending, Pending::Leave);
    let accepted = accept(&edited, &theirs).expect("a draft");
    assert_eq!(read(&accepted).texts(), ["new and mine"]);
    assert!(read(&accepted).edited());
}

#[test]
fn accept_takes_and_keep_stays() {
    let (edited, pending) = waiting();
    let edited = edited.replace("lang", "mood = \"good\"\nlang");
    let accepted = accept(&edited, &pending).expect("a draft");
    assert_eq!(read(&accepted).texts(), ["new"]);
    assert!(accepted.contains("mood = \"good\"\n"));
    let after = reconcile(Some(&accepted), None, &composed(&["new"]));
    assert_eq!((after.state, after.draft), (State::Untouched, None));

    let kept = keep(&edited, &pending).expect("a draft");
    assert_eq!(read(&kept).texts(), ["mine"]);
    let after = reconcile(Some(&kept), None, &composed(&["new"]));
    assert_eq!(
        (after.state, after.draft, after.pending),
        (State::Edited, None, Pending::Leave)
    );
    assert_eq!(
        reconcile(Some(&kept), None, &composed(&["newer"])).state,
        State::Pending
    );
}

#[test]
fn approved_and_posted_drafts_are_frozen() {
    let old = write(&composed(&["old"]));
    let approved = approve(&old).expect("a draft");
    let frozen = reconcile(Some(&approved), None, &composed(&["new"]));
    assert_eq!(
        (frozen.state, frozen.draft, frozen.pending),
        (State::Approved, None, Pending::Leave)
    );
    let out = posted(&approved, "https://example.social/@me/1").expect("a draft");
    let out = posted(&out, "https://example.social/@me/2").expect("a draft");
    assert_eq!(
        read(&out).header.posted_urls,
        [
            "https://example.social/@me/1",
            "https://example.social/@me/2"
        ]
    );
    assert_eq!(
        posted(&out, "https://example.social/@me/2").as_deref(),
        Some(out.as_str())
    );
    assert_eq!(
        reconcile(Some(&out), None, &composed(&["new"])).state,
        State::Posted
    );
    // A misspelt status might have been meant to freeze it.
    let misspelt = old.replace("\"draft\"", "\"Approved\"");
    assert_eq!(
        reconcile(Some(&misspelt), None, &composed(&["new"])).draft,
        None
    );
}

#[test]
fn what_cannot_be_read_stays() {
    let old = write(&composed(&["old"]));
    for broken in [
        "",
        "old\n",
        "+++\nstatus = draft\n+++\nold\n",
        "+++\nstatus = \"draft\"\n",
    ] {
        let outcome = reconcile(Some(broken), None, &composed(&["new"]));
        assert_eq!(
            (outcome.state, outcome.draft, outcome.pending),
            (State::Broken, None, Pending::Leave)
        );
        assert_eq!(
            (approve(broken), keep(broken, &old), accept(broken, &old)),
            (None, None, None)
        );
    }
}

#[test]
fn a_conflict_of_generated_texts_is_rebuilt_and_one_with_an_edit_is_not() {
    let (ours, theirs) = (write(&composed(&["ours"])), write(&composed(&["theirs"])));
    let conflict = format!("<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> branch\n");
    let outcome = reconcile(Some(&conflict), None, &composed(&["new"]));
    assert_eq!(outcome.state, State::Untouched);
    assert_eq!(read(&outcome.draft.expect("new text")).texts(), ["new"]);
    let edited = conflict.replace("\ntheirs\n", "\nmine\n");
    let outcome = reconcile(Some(&edited), None, &composed(&["new"]));
    assert_eq!((outcome.state, outcome.draft), (State::Broken, None));
}

#[test]
fn a_line_of_the_text_that_looks_like_the_parting_line_is_escaped() {
    let text = "--- next post ---\n\\--- next post ---\n+++";
    let written = write(&composed(&[text, "two"]));
    assert_eq!(read(&written).texts(), [text, "two"]);
    assert!(!read(&written).edited());
}

#[test]
fn drafts_without_a_post_are_found() {
    let paths = [
        "drafts/a/x.txt",
        "drafts/2024/b/x.pending.txt",
        "drafts/2024/c/x.txt",
        "drafts/a/notes.txt",
    ];
    assert_eq!(
        orphans("drafts", &paths, &["a", "2024/c"]),
        ["drafts/2024/b/x.pending.txt"]
    );
}
