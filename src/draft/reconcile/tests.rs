use super::{Pending, State, Written, accept, approve, keep, orphans, posted, reconcile, written};
use crate::draft::Draft;
use crate::draft::file::{File, write};
use crate::draft::network::named;
use crate::post::Image;
use crate::report::Source;

fn composed(posts: &[&str]) -> Draft {
    Draft {
        network: named("x").expect("a network"),
        lang: "en".to_owned(),
        cw: None,
        link: "https://example.org/".to_owned(),
        images: Vec::new(),
        reply_to: None,
        recordings: Some(Vec::new()),
        posts: posts.iter().map(|post| (*post).to_owned()).collect(),
        unknown: Vec::new(),
        findings: Vec::new(),
    }
}

fn read(text: &str) -> File {
    File::parse(&Source::new("x.txt", text))
}

fn image(src: &str) -> Image {
    Image { src: src.to_owned(), alt: None, credit: None }
}

/// A draft with old text, edited, and the pending file for the new text.
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
fn an_unedited_draft_is_rewritten_with_the_keys_that_people_added() {
    let old = write(&composed(&["old"]))
        .replace("lang", "# by hand\nschedule = 2026-05-01T09:00:00Z\nmood = \"good\"\nlang");
    let outcome = reconcile(Some(&old), None, &composed(&["new", "two"]));
    let new = outcome.draft.expect("new text");
    assert_eq!(outcome.state, State::Untouched);
    assert_eq!(read(&new).texts(), ["new", "two"]);
    for kept in ["# by hand\n", "schedule = 2026-05-01T09:00:00Z\n", "mood = \"good\"\n"] {
        assert!(new.contains(kept), "{new}");
    }
    assert_eq!(reconcile(Some(&new), None, &composed(&["new", "two"])).draft, None);
}

#[test]
fn a_changed_header_value_stays_and_an_unchanged_one_follows_the_post() {
    let old = write(&composed(&["old"]));
    let moved = Draft { link: "https://example.org/moved/".to_owned(), ..composed(&["new"]) };
    let follows = reconcile(Some(&old), None, &moved).draft.expect("new text");
    assert_eq!(read(&follows).header.link.as_deref(), Some("https://example.org/moved/"));
    let theirs = old.replace("lang = \"en\"", "lang = \"en-GB\"");
    let stays = reconcile(Some(&theirs), None, &moved).draft.expect("new text");
    assert_eq!(read(&stays).header.lang.as_deref(), Some("en-GB"));
}

#[test]
fn a_list_of_images_with_anything_of_a_person_in_it_stays() {
    let old = Draft { images: vec![image("a.jpg")], ..composed(&["old"]) };
    let new = Draft { images: vec![image("b.jpg")], ..composed(&["new"]) };
    let written = "images = [{ path = \"a.jpg\" }]\n";
    let old = write(&old);
    for theirs in [
        "images = [\n  # the stage\n  { path = \"a.jpg\" },\n]\n",
        "images = [{ path = \"a.jpg\", by = \"me\" }]\n",
        "[[images]]\npath = \"a.jpg\"\n",
        "[[\"images\"]]\npath = \"a.jpg\"\n",
        "images = [\"a.jpg\"]\n",
    ] {
        let draft = old.replace(written, theirs);
        for post in [&new, &composed(&["new"])] {
            let kept = reconcile(Some(&draft), None, post).draft.expect("new text");
            assert!(kept.contains(theirs) && read(&kept).readable(), "{kept}");
        }
    }
    // An unreadable list is not an empty one.
    let draft = write(&composed(&["old"])).replace("lang", "images = \"a.jpg\"\nlang");
    let kept = reconcile(Some(&draft), None, &new).draft.expect("new text");
    assert!(kept.contains("images = \"a.jpg\"\n"), "{kept}");
    let follows = reconcile(Some(&old), None, &new).draft.expect("new text");
    assert_eq!(read(&follows).header.images, [image("b.jpg")]);
}

#[test]
fn an_author_s_warning_stays_even_if_empty() {
    let warned = Draft { cw: Some("spiders".to_owned()), ..composed(&["new"]) };
    for theirs in ["cw = \"\"\n", "cw = 5\n", "cw = \"heights\" # mine\n"] {
        let draft = write(&composed(&["old"])).replace("link", &format!("{theirs}link"));
        let kept = reconcile(Some(&draft), None, &warned).draft.expect("new text");
        assert!(kept.contains(theirs), "{kept}");
    }
}

#[test]
fn a_new_key_goes_behind_a_byte_order_mark() {
    let marked = write(&composed(&["old"])).replacen("+++\n", "+++\n\u{feff}", 1);
    let warned = Draft { cw: Some("spiders".to_owned()), ..composed(&["new"]) };
    let new = reconcile(Some(&marked), None, &warned).draft.expect("new text");
    assert_eq!(read(&new).header.cw.as_deref(), Some("spiders"));
}

#[test]
fn text_around_generated_values_and_fences_stays() {
    let old = write(&composed(&["old"])).replace("\nlang", " # checksum\n  lang");
    let old = old.replace("+++\nold", "+++  \nold");
    let new = reconcile(Some(&old), None, &composed(&["new"])).draft.expect("new text");
    let generated = composed(&["new"]).hash();
    assert_eq!(new, old.replace(&composed(&["old"]).hash(), &generated).replace("\nold", "\nnew"));
}

#[test]
fn line_ends_of_git_are_not_an_edit() {
    let old = write(&composed(&["one\n\ntwo", "three"])).replace('\n', "\r\n");
    let same = reconcile(Some(&old), None, &composed(&["one\n\ntwo", "three"]));
    assert_eq!((same.state, same.draft), (State::Untouched, None));
    let new = reconcile(Some(&old), None, &composed(&["new"])).draft.expect("new text");
    assert_eq!(new.matches('\n').count(), new.matches("\r\n").count());
}

#[test]
fn an_edit_waits_only_for_other_text() {
    let edited = write(&composed(&["old"])).replace("\nold\n", "\nmine\n");
    let same = reconcile(Some(&edited), None, &composed(&["old"]));
    assert_eq!((same.state, same.draft, same.pending), (State::Edited, None, Pending::Leave));
    let (edited, pending) = waiting();
    let again = reconcile(Some(&edited), Some(&pending), &composed(&["new"]));
    assert_eq!((again.state, again.pending), (State::Pending, Pending::Leave));
    // The post has its old text again: nothing is pending.
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
fn keys_in_the_header_of_a_pending_file_stay() {
    let (edited, pending) = waiting();
    let back = |theirs: &str| reconcile(Some(&edited), Some(theirs), &composed(&["old"])).pending;
    for theirs in [
        pending.replace("lang", "# ask Bob\nlang"),
        pending.replace("lang", "schedule = 2026-05-01T09:00:00Z\nlang"),
        pending.replace("lang", "cw = \"spiders\"\nlang"),
        pending.replace("\"en\"", "\"en-GB\""),
    ] {
        assert_eq!(back(&theirs), Pending::Leave, "{theirs}");
        let newer = match reconcile(Some(&edited), Some(&theirs), &composed(&["newer"])).pending {
            Pending::Write(text) => text,
            other => panic!("{other:?}"),
        };
        let (old, new) = (composed(&["new"]).hash(), composed(&["newer"]).hash());
        assert_eq!(newer, theirs.replace(&old, &new).replace("\nnew\n", "\nnewer\n"));
    }
    let frozen = approve(&pending).expect("a draft");
    assert_eq!(back(&frozen), Pending::Leave);
    let newer = reconcile(Some(&edited), Some(&frozen), &composed(&["newer"]));
    assert_eq!(newer.pending, Pending::Leave);
    assert_eq!(back(&pending.replace('\n', "\r\n")), Pending::Remove);
}

#[test]
fn keys_of_a_pending_header_go_into_the_draft() {
    let (edited, pending) = waiting();
    let edited = edited.replace("lang", "mood = \"good\"\nlang");
    let pending = pending.replace(
        "lang",
        "schedule = 2026-05-01T09:00:00Z\nmood = \"bad\"\ncw = \"food\"\n\"my note\" = [\n  1,\n]\nlang",
    );
    for after in [accept(&edited, &pending), keep(&edited, &pending)] {
        let after = after.expect("a draft");
        for kept in [
            "schedule = 2026-05-01T09:00:00Z\n",
            "cw = \"food\"\n",
            "\"my note\" = [\n  1,\n]\n",
            "mood = \"good\"\n",
        ] {
            assert_eq!(after.matches(kept).count(), 1, "{after}");
        }
        assert!(read(&after).readable(), "{after}");
    }
    // The pending file stays, since deleting it would lose keys.
    for lost in ["a.b = 1\na.c = 2\nlang", "lang"] {
        let mut pending = pending.replace("lang", lost);
        if lost == "lang" {
            pending = pending.replace("\n+++\n", "\n[table]\nkey = 1\n+++\n");
        }
        assert_eq!(accept(&edited, &pending), None, "{pending}");
        assert_eq!(keep(&edited, &pending), None, "{pending}");
    }
}

#[test]
fn a_warning_that_is_taken_away_does_not_come_back() {
    let warned = |posts: &[&str]| Draft { cw: Some("food".to_owned()), ..composed(posts) };
    let edited = write(&warned(&["old"])).replace("\nold\n", "\nmine\n");
    let Pending::Write(pending) = reconcile(Some(&edited), None, &warned(&["new"])).pending else {
        panic!("no text waits");
    };
    let without = edited.replace("cw = \"food\"\n", "");
    for after in [accept(&without, &pending), keep(&without, &pending)] {
        let after = after.expect("a draft");
        assert!(!after.contains("cw"), "{after}");
    }
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
    assert_eq!((after.state, after.draft, after.pending), (State::Edited, None, Pending::Leave));
    assert_eq!(reconcile(Some(&kept), None, &composed(&["newer"])).state, State::Pending);
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
    let urls = ["https://example.social/@me/1", "https://example.social/@me/2"].map(str::to_owned);
    let one = posted(&approved, &urls[..1], &composed(&["one"])).expect("a draft");
    let out = posted(&one, &urls[1..], &composed(&["one"])).expect("a draft");
    assert_eq!(read(&out).header.posted_urls, urls);
    assert_eq!(posted(&approved, &urls, &composed(&["one"])).as_ref(), Some(&out));
    assert_eq!(posted(&out, &urls[1..], &composed(&["one"])).as_ref(), Some(&out));
    assert_eq!(reconcile(Some(&out), None, &composed(&["new"])).state, State::Posted);
    // A misspelt status may have been intended to freeze it.
    let misspelt = old.replace("\"draft\"", "\"Approved\"");
    assert_eq!(reconcile(Some(&misspelt), None, &composed(&["new"])).draft, None);
}

#[test]
fn a_draft_that_was_posted_earlier_gets_the_recordings_of_its_post_and_nothing_else() {
    let with = |recordings: Option<&str>| Draft {
        recordings: recordings.map(|url| vec![url.to_owned()]),
        ..composed(&["new"])
    };
    let urls = ["https://example.social/@me/1".to_owned()];
    let before = posted(&write(&composed(&["old"])), &urls, &with(None));
    let before = before.expect("a draft");
    let built = |draft: &Draft| reconcile(Some(&before), None, draft).draft;
    assert_eq!(built(&with(None)), None);
    let after = built(&with(Some("https://videos.example/1"))).expect("a draft");
    assert_eq!(after.replace("recordings = [\"https://videos.example/1\"]\n", ""), before);
    let again = reconcile(Some(&after), None, &with(Some("https://videos.example/2")));
    assert_eq!((again.state, again.draft), (State::Posted, None));
    // One without a URL has nothing that could be answered.
    let by_hand = write(&composed(&["old"])).replace("\"draft\"", "\"posted\"");
    assert_eq!(reconcile(Some(&by_hand), None, &with(Some("a"))).draft, None);
}

#[test]
fn what_a_person_changed_of_a_follow_up_stays() {
    let followup = |answers: &str, recording: &str, text: &str| Draft {
        reply_to: Some(answers.to_owned()),
        recordings: Some(vec![recording.to_owned()]),
        ..composed(&[text])
    };
    let old = followup("https://example.social/1", "a", "old");
    let new = followup("https://example.social/2", "b", "new");
    let build = |text: &str| reconcile(Some(text), None, &new).draft.expect("a draft");
    assert_eq!(build(&write(&old)), write(&new));
    let theirs = write(&old).replace("social/1", "social/9");
    let header = read(&build(&theirs)).header;
    assert_eq!(header.reply_to.as_deref(), Some("https://example.social/9"));
    assert_eq!(header.recordings, Some(vec!["b".to_owned()]));
    // A person may let any draft answer a post; the rest of it follows its post.
    let theirs = write(&composed(&["old"])).replace("+++\nst", "+++\nreply_to = \"x\"\nst");
    let moved = Draft { lang: "de".to_owned(), ..composed(&["new"]) };
    let header = reconcile(Some(&theirs), None, &moved).draft;
    let header = read(&header.expect("a draft")).header;
    assert_eq!(header.reply_to.as_deref(), Some("x"));
    assert_eq!(header.lang.as_deref(), Some("de"));
    assert_eq!(written(&write(&old)), Written::Generated);
}

#[test]
fn unreadable_drafts_stay() {
    let old = write(&composed(&["old"]));
    for broken in ["", "old\n", "+++\nstatus = draft\n+++\nold\n", "+++\nstatus = \"draft\"\n"] {
        let outcome = reconcile(Some(broken), None, &composed(&["new"]));
        assert_eq!(
            (outcome.state, outcome.draft, outcome.pending),
            (State::Broken, None, Pending::Leave)
        );
        assert_eq!((approve(broken), keep(broken, &old), accept(broken, &old)), (None, None, None));
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
    for of_one_side in [
        conflict.replacen("lang", "# by hand\nlang", 1),
        conflict.replacen("lang", "mood = \"good\"\nlang", 1),
        format!("{}<<<<<<< mine\n", write(&composed(&["old"]))),
    ] {
        let outcome = reconcile(Some(&of_one_side), None, &composed(&["new"]));
        assert_eq!((outcome.state, outcome.draft), (State::Broken, None));
    }
    let different = conflict.replacen("lang", "mood = \"good\"\nlang", 1);
    let different = different
        .replace("=\n+++\nstatus = \"draft\"\n", "=\n+++\nstatus = \"draft\"\nmood = \"bad\"\n");
    let outcome = reconcile(Some(&different), None, &composed(&["new"]));
    assert_eq!((outcome.state, outcome.draft), (State::Broken, None));
}

#[test]
fn a_table_in_place_of_a_value_stays() {
    let (edited, pending) = waiting();
    let table = "[\"generated\"]\nby = \"me\"\n";
    let edited = edited.replace("+++\nmine", &format!("{table}+++\nmine"));
    let start = edited.find("generated").expect("a key");
    let end = edited.find("generated_header").expect("a key");
    let edited = format!("{}{}", &edited[..start], &edited[end..]);
    for after in [accept(&edited, &pending), keep(&edited, &pending)] {
        let after = after.expect("a draft");
        assert!(after.contains(table) && read(&after).readable(), "{after}");
    }
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
    assert_eq!(orphans("drafts", &paths, &["a", "2024/c"]), ["drafts/2024/b/x.pending.txt"]);
}
