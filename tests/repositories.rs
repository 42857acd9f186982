//! Real git repositories in states that a hook meets: `build` and `check` agree, or the message
//! names the cause.
#![expect(clippy::disallowed_methods, reason = "tests prepare and read folders")]

mod common;

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

struct Blog(tempfile::TempDir);

impl Blog {
    fn new() -> Self {
        let blog = Self(tempfile::tempdir().expect("a temporary folder"));
        blog.write(
            "afterword.toml",
            "[site]\ntitle = \"Notes\"\nurl = \"https://notes.example/\"\nlanguage = \"en\"\n",
        );
        blog.post("first", "Words.");
        blog.git("init -q -b main");
        blog
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path().join(path)).expect("a text")
    }

    fn post(&self, name: &str, body: &str) {
        let head = format!("---\ntitle: {name}\ndate: 2026-03-01\n---\n\n");
        self.write(&format!("posts/{name}.md"), head + body + "\n");
    }

    fn git(&self, arguments: &str) -> String {
        let output = Command::new("git")
            .current_dir(self.path())
            .args(["-c", "user.name=A", "-c", "user.email=a@example.org"])
            .args(["-c", "protocol.file.allow=always"])
            .args(arguments.split(' '))
            .stdin(Stdio::null())
            .output()
            .expect("git runs");
        assert!(output.status.success(), "git {arguments}: {output:?}");
        let said = String::from_utf8(output.stdout).expect("UTF-8");
        said.trim().to_owned()
    }

    fn commit(&self) -> String {
        self.git("add -A");
        self.git("commit -q -m change");
        self.git("rev-parse HEAD")
    }

    fn command(&self, arguments: &str) -> Command {
        let arguments: Vec<&str> = arguments.split(' ').collect();
        let mut command = common::afterword(self.path(), &arguments);
        command
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", self.path())
            .stdin(Stdio::null());
        command
    }

    /// What a command says, given its exit code.
    fn says(&self, arguments: &str, code: i32) -> String {
        said(&common::run(self.command(arguments), code))
    }
}

fn said(output: &Output) -> String {
    let text = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
    String::from_utf8(text).expect("UTF-8")
}

#[test]
fn a_push_goes_on_from_what_the_hook_runner_names() {
    let blog = Blog::new();
    blog.says("build", 0);
    let before = blog.commit();
    // The first commit changes the id; the second looks at nothing but its own parent.
    blog.git("mv posts/first.md posts/renamed.md");
    blog.says("build --new-ids", 0);
    fs::remove_file(blog.path().join("feeds/new-ids.toml")).expect("the record goes");
    blog.commit();
    blog.post("second", "More words.");
    blog.says("build", 0);
    let after = blog.commit();
    let mut push = blog.command("check --from push");
    push.env("PRE_COMMIT", "1").env("PRE_COMMIT_TO_REF", &after);
    let mut with_base = blog.command("check --from push");
    with_base
        .env("PRE_COMMIT", "1")
        .env("PRE_COMMIT_FROM_REF", &before)
        .env("PRE_COMMIT_TO_REF", &after);
    common::run(push, 0);
    let output = said(&common::run(with_base, 1));
    assert!(output.contains("[id-changed]"), "{output}");
}

#[test]
fn a_tag_of_a_file_is_pushed_with_a_note() {
    let blog = Blog::new();
    blog.says("build", 0);
    blog.commit();
    let object = blog.git("rev-parse HEAD:posts/first.md");
    let mut child = blog
        // With the arguments of git.
        .command("check --from push origin ../notes.git")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let zero = "0".repeat(40);
    let line = format!("refs/tags/text {object} refs/tags/text {zero}\n");
    let mut input = child.stdin.take().expect("standard input");
    input.write_all(line.as_bytes()).expect("a line");
    drop(input);
    let output = child.wait_with_output().expect("an end");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(said(&output), format!("{object}: is not a commit, so there is nothing to check\n"));
}

#[cfg(unix)]
#[test]
fn validate_calls_no_git() {
    use std::os::unix::fs::PermissionsExt;
    let blog = Blog::new();
    blog.says("build", 0);
    let other = tempfile::tempdir().expect("a temporary folder");
    let git = other.path().join("git");
    fs::write(&git, "#!/bin/sh\ntouch \"$0.called\"\nexit 1\n").expect("a file");
    fs::set_permissions(&git, fs::Permissions::from_mode(0o755)).expect("a mode");
    for (arguments, is_called) in [("validate feeds/rss.xml", false), ("check", true)] {
        let mut command = blog.command(arguments);
        let path = format!("{}:/usr/bin:/bin", other.path().display());
        command.env("PATH", path).output().expect("an end");
        let called = other.path().join("git.called").exists();
        assert_eq!(called, is_called, "{arguments}");
    }
}

#[test]
fn a_repository_of_another_user_has_one_cause_and_one_way_out() {
    let blog = Blog::new();
    blog.says("build", 0);
    blog.commit();
    let mut command = blog.command("check --from index");
    command.env("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
    let output = said(&common::run(command, 2));
    let folder = fs::canonicalize(blog.path()).expect("a path");
    let folder = folder.display();
    assert_eq!(
        output,
        format!(
            "afterword: git does not read {folder}, because the folder belongs to another user; if you trust it, run `git config --global --add safe.directory {folder}`\n"
        )
    );
    // The work tree needs no git; what git would have noticed is said.
    for arguments in ["build", "check"] {
        let mut command = blog.command(arguments);
        command.env("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
        let output = said(&common::run(command, 0));
        let cause = format!("run `git config --global --add safe.directory {folder}`");
        assert!(
            output.contains(&cause) && output.contains("no untracked post"),
            "{arguments}: {output}"
        );
    }
}

#[cfg(unix)]
#[test]
fn a_feed_that_is_a_link_is_reported() {
    let blog = Blog::new();
    blog.says("build", 0);
    fs::remove_file(blog.path().join("feeds/feed.json")).expect("the feed goes");
    std::os::unix::fs::symlink("../posts/first.md", blog.path().join("feeds/feed.json"))
        .expect("a link");
    blog.git("add -A");
    for arguments in ["check --from index", "check", "build"] {
        assert_eq!(
            blog.says(arguments, 2),
            "afterword: feeds/feed.json: a symbolic link leads to `posts/first.md`, which is not an output of the same folder; delete the link\n",
            "{arguments}"
        );
    }
}

/// The length of the first post's image in the feed.
fn length(blog: &Blog) -> String {
    let feed = blog.read("feeds/rss.xml");
    let at = feed.find(" length=\"").expect("an enclosure") + " length=\"".len();
    feed[at..].split('"').next().unwrap_or_default().to_owned()
}

const PICTURE: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">\n<title>A lamp</title>\n</svg>\n";

#[test]
fn an_image_with_converted_line_ends_has_one_length() {
    for (attributes, setting) in [
        ("", "core.autocrlf true"),
        ("* text=auto eol=crlf\n", "core.autocrlf false"),
        ("*.svg text eol=crlf\n", "core.autocrlf false"),
    ] {
        let blog = Blog::new();
        blog.git(&format!("config {setting}"));
        fs::remove_file(blog.path().join("posts/first.md")).expect("the other post goes");
        if !attributes.is_empty() {
            blog.write(".gitattributes", attributes);
        }
        blog.write(
            "posts/first/index.md",
            "---\ntitle: First\ndate: 2026-03-01\nimage: lamp.svg\nimage_alt: A lamp\n---\n\nWords.\n",
        );
        blog.write("posts/first/lamp.svg", PICTURE.replace('\n', "\r\n"));
        blog.says("build", 0);
        assert_eq!(length(&blog), PICTURE.len().to_string(), "{attributes}");
        blog.commit();
        blog.says("check --from index", 0);
        blog.says("check", 0);
        // A clean checkout says the same.
        fs::remove_dir_all(blog.path().join("posts")).expect("the posts go");
        blog.git("checkout -q -- posts");
        assert!(blog.read("posts/first/lamp.svg").contains("\r\n"), "{attributes}");
        blog.says("check", 0);
        blog.says("check --from HEAD", 0);
    }
}

#[test]
fn a_large_file_has_the_length_that_its_pointer_gives() {
    let blog = Blog::new();
    fs::remove_file(blog.path().join("posts/first.md")).expect("the other post goes");
    blog.write(".gitattributes", "*.png filter=lfs diff=lfs merge=lfs -text\n");
    blog.write(
        "posts/first/index.md",
        "---\ntitle: First\ndate: 2026-03-01\nimage: lamp.png\nimage_alt: A lamp\n---\n\nWords.\n",
    );
    // An image whose pointer the index has, as `git lfs` leaves it.
    let picture = vec![7_u8; 1796];
    blog.write("posts/first/lamp.png", &picture);
    let id = "0".repeat(64);
    let pointer =
        format!("version https://git-lfs.github.com/spec/v1\noid sha256:{id}\nsize 1796\n");
    blog.says("build", 0);
    assert_eq!(length(&blog), "1796");
    blog.git("add afterword.toml .gitattributes posts/first/index.md feeds drafts");
    blog.write("pointer", pointer);
    let name = blog.git("hash-object -w --no-filters pointer");
    blog.git(&format!("update-index --add --cacheinfo 100644,{name},posts/first/lamp.png"));
    blog.git("commit -q -m change");
    blog.says("check --from index", 0);
    blog.says("check --from HEAD", 0);
    // A checkout without the large files has the pointer in the image's place.
    fs::copy(blog.path().join("pointer"), blog.path().join("posts/first/lamp.png"))
        .expect("a copy");
    blog.says("build", 0);
    assert_eq!(length(&blog), "1796");
}

#[test]
fn posts_in_a_submodule_have_one_cause() {
    let posts = Blog::new();
    posts.commit();
    let blog = Blog::new();
    fs::remove_dir_all(blog.path().join("posts")).expect("the posts go");
    let from = posts.path().display();
    blog.git(&format!("submodule --quiet add {from} content"));
    let mut settings = blog.read("afterword.toml");
    settings.push_str("[posts]\ndir = \"content/posts\"\n");
    blog.write("afterword.toml", settings);
    let built = blog.says("build", 0);
    assert!(built.starts_with("1 post,"), "{built}");
    assert!(built.contains("`content` is a submodule"), "{built}");
    blog.git("add -A");
    let checked = blog.says("check --from index", 2);
    assert!(checked.contains("is a submodule"), "{checked}");
}

#[cfg(unix)]
#[test]
fn folders_that_are_never_read_are_named() {
    let others = Blog::new();
    others.commit();
    let blog = Blog::new();
    let from = others.path().display();
    blog.git(&format!("submodule --quiet add {from} posts/others"));
    std::os::unix::fs::symlink("../elsewhere", blog.path().join("posts/more")).expect("a link");
    let built = blog.says("build", 0);
    blog.git("add -A");
    let checked = blog.says("check --from index", 0);
    for said in [built, checked] {
        assert!(said.contains("it is a submodule"), "{said}");
        assert!(said.contains("it is a symbolic link"), "{said}");
        assert!(said.contains("--> posts/others"), "{said}");
        assert!(said.contains("--> posts/more"), "{said}");
    }
}

/// A state of a repository that git has a part in.
struct State {
    /// Part of what the check reports.
    reported: &'static str,
    /// What leads to it.
    made: &'static str,
    check: &'static str,
    /// What a person does by hand.
    by_hand: &'static str,
    /// How the commands begin that the help or the message quotes.
    quoted: &'static [&'static str],
    /// What follows from it, such as the commit that a help asks for.
    then: &'static str,
}

const STATES: [State; 11] = [
    State {
        reported: "[untracked-post]",
        made: "sed s/Words/Others/ posts/first.md > \"posts/it's new.md\"; sed -i s/2026/2027/ posts/*new.md; afterword build",
        check: "afterword check",
        by_hand: "",
        quoted: &["git add -- 'posts/it'\\''s new.md'"],
        then: "",
    },
    State {
        reported: "[stale-feed]",
        made: "sed s/Words/Others/ posts/first.md > posts/new.md; sed -i s/2026/2027/ posts/new.md; afterword build; git add feeds drafts",
        check: "afterword check --from index",
        by_hand: "",
        quoted: &["afterword build --from index"],
        then: "git add feeds drafts",
    },
    State {
        reported: "[stale-feed]",
        made: "echo More. >> posts/first.md; afterword build; git add feeds drafts",
        check: "afterword check --from index",
        by_hand: "",
        quoted: &["git add -- posts/first.md"],
        then: "",
    },
    State {
        reported: "[stale-feed]",
        made: "echo More. >> posts/first.md; git add -A",
        check: "afterword check --from index",
        by_hand: "",
        quoted: &["afterword build"],
        then: "git add -A",
    },
    State {
        reported: "[unsettled-merge]",
        made: "git checkout -q -b other; sed -i s/Words/Theirs/ posts/first.md; git commit -qam o; git checkout -q main; sed -i s/Words/Ours/ posts/first.md; git commit -qam m; git merge other",
        check: "afterword check",
        by_hand: "sed -i '/^[<=>]\\{7\\}/d' posts/first.md",
        quoted: &["git add -- posts/first.md", "afterword build"],
        then: "git add feeds drafts",
    },
    State {
        reported: "[ignored-output]",
        made: "echo feeds/ > .gitignore; git rm -rq --cached feeds; git add -A",
        check: "afterword check",
        by_hand: ": > .gitignore",
        quoted: &[],
        then: "",
    },
    State {
        reported: "[id-changed]",
        made: "git mv posts/first.md posts/other.md",
        check: "afterword build",
        by_hand: "",
        quoted: &["afterword build --new-ids"],
        then: "git add -A",
    },
    State {
        reported: "[orphan-draft]",
        made: "git mv posts/first.md posts/NEW-NAME.md; printf '%s\\n' --- 'title: Other' 'date: 2026-03-05' --- '' 'Another text.' > posts/NEW-NAME.md; afterword build --new-ids; git add drafts",
        check: "afterword check",
        by_hand: "",
        quoted: &["mkdir -p drafts/NEW-NAME && mv -f drafts/first/* drafts/NEW-NAME"],
        then: "",
    },
    State {
        reported: "[orphan-draft]",
        made: "git rm -rq --cached drafts; git mv posts/first.md posts/NEW-NAME.md; printf '%s\\n' --- 'title: Other' 'date: 2026-03-05' --- '' 'Another text.' > posts/NEW-NAME.md",
        check: "afterword check",
        by_hand: "",
        quoted: &["mkdir -p drafts/NEW-NAME && mv -f drafts/first/* drafts/NEW-NAME"],
        then: "",
    },
    State {
        reported: "afterword.toml is in the work tree, but not in the index",
        made: "git rm -q --cached afterword.toml",
        check: "afterword check --from index",
        by_hand: "",
        quoted: &["git add -- afterword.toml"],
        then: "",
    },
    State {
        reported: "belongs to another user",
        made: "",
        check: "GIT_TEST_ASSUME_DIFFERENT_OWNER=1 afterword check --from index",
        by_hand: "",
        quoted: &["git config --global --add safe.directory"],
        then: "",
    },
];

/// A person puts each state right by what the finding quotes.
#[cfg(unix)]
#[test]
fn following_the_commands_of_a_help_fixes_the_state() {
    for state in STATES {
        let blog = Blog::new();
        blog.git("config user.name A");
        blog.git("config user.email a@example.org");
        blog.post("second", "More words.");
        blog.says("build", 0);
        blog.commit();
        let program = Path::new(env!("CARGO_BIN_EXE_afterword")).parent();
        let sh = |line: &str| {
            let path = std::env::var("PATH").unwrap_or_default();
            let output = Command::new("sh")
                .args(["-c", line])
                .current_dir(blog.path())
                .env("HOME", blog.path())
                // One of the commands writes here. Git replaces the file, so it must not be a device.
                .env("GIT_CONFIG_GLOBAL", blog.path().join(".git/global"))
                .env("PATH", format!("{}:{path}", program.expect("a folder").display()))
                .output();
            said(&output.expect("sh runs"))
        };
        sh(state.made);
        let found = sh(state.check);
        assert!(found.contains(state.reported), "{}: {found}", state.reported);
        sh(state.by_hand);
        for start in state.quoted {
            let mut quoted = found.split('`').skip(1).step_by(2);
            let command = quoted.find(|text| text.starts_with(start));
            let command = command.unwrap_or_else(|| panic!("{start} is not in {found}"));
            let done = sh(command);
            assert!(!done.contains("error"), "{command}: {done}");
        }
        sh(state.then);
        let left = sh(state.check);
        assert!(!left.contains(state.reported), "{left}");
    }
}
