"""Section A: git and hook states. Most are states of tests/git, re-created there under every framework."""
import importlib.util
import os
import pathlib
import subprocess
import tempfile

from harness import BINARY, Blog, Fault, Skip, hold, post, row

STATES_FILE = pathlib.Path(__file__).resolve().parent.parent / "git/states.py"
specification = importlib.util.spec_from_file_location("states", STATES_FILE)
states = importlib.util.module_from_spec(specification)
specification.loader.exec_module(states)


def states_hold(*names):
    def test():
        for name in names:
            for hook in ("check", "build"):
                with tempfile.TemporaryDirectory(prefix="afterword-git-") as work:
                    try:
                        states.STATES[name](states.Repository(pathlib.Path(work).resolve(), "bare", hook))
                    except states.Wrong as wrong:
                        raise Fault(f"state {name}, {hook} hook: {wrong}") from None
    test.__module__ = __name__
    return test


for number, names in {1: ("plain", "retry"), 2: ("partial",), 3: ("untracked",), 4: ("ita",), 5: ("newpost", "newpost0"), 6: ("del",), 7: ("rename",),
                      8: ("sparse", "skipwt"), 9: ("crlf",), 10: ("commitall", "amend", "pathspec"), 11: ("worktree",), 15: ("mergetext",),
                      16: ("mergeclean",), 17: ("revert", "cherrypick", "rebase"), 19: ("handedit",), 20: ("feedonly",)}.items():
    row(number)(states_hold(*names))


@row(3)
def untracked_posts_are_named():
    with Blog(git=True) as blog:
        blog.commit()
        blog.write("posts/private.md", post("Private", "2026-01-02"))
        blog.build(0, says=r"posts/private\.md")


@row(5)
def outputs_that_nobody_added():
    with Blog(git=True) as blog:
        blog.commit()
        blog.build(0)
        blog.check(1, args="--from index", says="feeds/")
        blog.check(1, args="--from HEAD", says="feeds/")


@row(6)
def orphaned_drafts():
    with Blog({"a.md": post(), "b.md": post("Two", "2026-01-02")}) as blog:
        blog.build(0)
        (blog.path / "posts/b.md").unlink()
        blog.check(1)
        blog.build(0, says="drafts/b")
        hold((blog.path / "drafts/b/mastodon.txt").exists(), "a build deletes a draft")
        blog.check(0)
        blog.run("afterword draft prune").exits(0)
        hold(not (blog.path / "drafts/b/mastodon.txt").exists(), "prune leaves the draft")


@row(9)
def filters():
    with Blog(git=True) as blog:
        blog.must(["git", "config", "filter.swap.clean", "sed s/WORKTREE/INDEX/"])
        blog.must(["git", "config", "filter.swap.smudge", "sed s/INDEX/WORKTREE/"])
        blog.write(".gitattributes", "posts/*.md filter=swap\n")
        blog.write("posts/a.md", post(text="Written in the WORKTREE."))
        blog.must("git add -A")
        blog.build(0)
        from_worktree = blog.outputs()
        blog.build(0, args="--from index")
        hold(blog.outputs() == from_worktree, "a clean filter makes index and work tree differ")


@row(11)
def submodule():
    with Blog(git=True) as blog, tempfile.TemporaryDirectory() as folder:
        blog.build(0)
        blog.commit()
        folder = pathlib.Path(folder)
        blog.must(f"git init -q -b main {folder / 'outer'}")
        blog.must(["git", "-c", "protocol.file.allow=always", "submodule", "add", "-q", str(blog.path), "blog"], cwd=folder / "outer")
        inner = folder / "outer/blog"
        hooks = pathlib.Path(blog.must("git rev-parse --absolute-git-dir", cwd=inner).strip()) / "hooks"
        hooks.mkdir(exist_ok=True)
        (hooks / "pre-commit").write_text(f"#!/bin/sh\nexec {BINARY} check --from index\n")
        (hooks / "pre-commit").chmod(0o755)
        (inner / "posts/a.md").write_text(post("Changed"))
        for command in (["git", "commit", "-q", "-a", "-m", "x"], ["git", "commit", "-q", "-m", "x", "posts/a.md"]):
            done = blog.run(command, cwd=inner)
            hold(done.code != 0 and "feeds/" in done.said, f"a stale commit passed in a submodule: {done.said}")
        blog.must(["afterword", "build"], cwd=inner)
        blog.must("git add -A", cwd=inner)
        blog.must(["git", "commit", "-q", "-m", "x"], cwd=inner)


@row(11)
def hook_of_another_repository():
    """A hook of one repository checks a project in another: git's variables speak of the first."""
    with Blog(git=True) as blog, Blog({}, git=True) as other:
        blog.build(0)
        blog.commit()
        linked = other.path / "linked"
        other.commit()
        other.must(f"git worktree add -q {linked} -b topic")
        hooks = other.path / ".git/hooks"
        hooks.mkdir(exist_ok=True)
        (hooks / "pre-commit").write_text(f"#!/bin/sh\ncd {blog.path} && exec {BINARY} check --from index\n")
        (hooks / "pre-commit").chmod(0o755)
        for place in (other.path, linked):
            for command in ("git commit -q --allow-empty -m x", "git commit -q -a --allow-empty -m x"):
                other.must(command, cwd=place)


@row(12)
def relative_index_from_a_subfolder():
    with Blog(git=True) as blog:
        (blog.path / "site").mkdir()
        for name in ("posts", "afterword.toml"):
            (blog.path / name).rename(blog.path / "site" / name)
        blog.build(0, cwd=blog.path / "site")
        blog.commit()
        for env in ({"GIT_INDEX_FILE": ".git/index"}, {"GIT_INDEX_FILE": ".git/index", "GIT_DIR": str(blog.path / ".git")}, {}):
            blog.check(0, args="--from index", cwd=blog.path / "site", env=env)
        blog.write("site/posts/a.md", post("Changed"))
        blog.must("git add -A")
        blog.check(1, args="--from index", cwd=blog.path / "site", env={"GIT_INDEX_FILE": ".git/index"})
        blog.must("git rm -q -r --cached site/posts")
        blog.check(1, args="--from index", cwd=blog.path / "site")
        blog.check(1, args="--from index --allow-empty", cwd=blog.path / "site")


def conflict(blog, path, ours, theirs):
    blog.must("git checkout -q -b topic")
    blog.write(path, theirs)
    blog.commit("theirs")
    blog.must("git checkout -q main")
    blog.write(path, ours)
    blog.commit("ours")
    hold(blog.run("git merge -q topic").code != 0, "the merge has no conflict")


@row(13)
def unsettled_merges():
    config = '[site]\ntitle = "{}"\nurl = "https://example.org/"\nid_base = "tag:example.org,2026:"\n'
    for path, ours, theirs in (("posts/a.md", post("Ours"), post("Theirs")), ("afterword.toml", config.format("Ours"), config.format("Theirs")),
                               ("people.toml", '["A"]\nx = "@a"\n', '["A"]\nx = "@b"\n')):
        with Blog(git=True) as blog:
            if path == "people.toml":
                blog.write(path, '["A"]\nx = "@c"\n')
            blog.build(0)
            blog.commit()
            conflict(blog, path, ours, theirs)
            before = blog.everything()
            for source in ("index", "worktree"):
                blog.run(f"afterword check --from {source}").exits(1, says=path)
                blog.run(f"afterword build --from {source}").exits(1, says=path)
            hold(blog.everything() == before, f"{path}: something was written")
            # Settled without a look: the markers are still there.
            blog.must("git add -A")
            blog.run("afterword check --from index").exits(1, says=path)


@row(13)
def unsettled_draft():
    draft = "drafts/a/mastodon.txt"
    with Blog(git=True) as blog:
        blog.build(0)
        text = blog.read(draft).decode()
        blog.commit()
        conflict(blog, draft, text + "\nOne person's words.\n", text + "\nAnother's words.\n")
        before = blog.everything()
        for command in ("check --from index", "check", "build", "build --from index"):
            blog.run(f"afterword {command}").exits(1, says=draft)
        hold(blog.everything() == before, "something was written")
        blog.must("git add -A")
        blog.run("afterword check --from index").exits(1, says=draft)


@row(13)
def unmerged_outputs_are_rebuilt():
    with Blog(git=True) as blog:
        blog.build(0)
        blog.commit()
        blog.must("git checkout -q -b topic")
        blog.write("posts/b.md", post("Theirs", "2026-01-02"))
        blog.build(0)
        blog.commit()
        blog.must("git checkout -q main")
        blog.write("posts/c.md", post("Ours", "2026-01-03"))
        blog.build(0)
        blog.commit()
        hold(blog.run("git merge -q topic").code != 0, "the merge has no conflict")
        blog.check(1, args="--from index", says="feeds/")
        blog.build(0)
        hold(b"<<<<<<<" not in blog.read("feeds/rss.xml"), "markers are left")
        blog.must("git add -A")
        blog.check(0, args="--from index")


@row(14)
def markers_in_a_feed():
    with Blog(git=True) as blog:
        blog.build(0)
        blog.commit()
        good = blog.outputs()
        blog.write("feeds/rss.xml", b"<<<<<<< HEAD\n" + blog.read("feeds/rss.xml") + b"=======\n>>>>>>> topic\n")
        blog.check(1, says="feeds/rss.xml")
        blog.build(0)
        hold(blog.outputs() == good, "the feed is not rebuilt")


@row(18)
def file_names_in_batches():
    posts = {f"p{number:02}.md": post(f"Post {number}", f"2026-01-{number % 28 + 1:02}") for number in range(40)}
    with Blog(posts) as blog, Blog(posts) as other:
        other.build(0)
        names = sorted(f"posts/{name}" for name in posts)
        both = [subprocess.Popen([BINARY, "build", *part], cwd=blog.path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) for part in (names[:20], names[20:])]
        codes = {(child.communicate()[0], child.returncode)[1] for child in both}
        hold(codes == {0} and blog.outputs() == other.outputs(), f"two batches: exits {codes}, other outputs")
        for command in ("check", "build --fail-on-change"):
            blog.must(["afterword", *command.split(), *names])
        # What is no file was meant as something else.
        blog.run("afterword check index").exits(2, says="--from index")


@row(19)
def edited_drafts():
    draft = "drafts/a/mastodon.txt"
    with Blog() as blog:
        blog.build(0)
        blog.write(draft, blog.read(draft).replace(b"First", b"My own words"))
        mine = blog.read(draft)
        blog.check(0)
        blog.write("posts/a.md", post("Another title"))
        blog.build(1, says="mastodon")
        hold(blog.read(draft) == mine, "the edited draft is overwritten")
        hold((blog.path / "drafts/a/mastodon.pending.txt").exists(), "no new text beside it")
        blog.check(1, says="mastodon")
        blog.run(f"afterword draft keep {draft}").exits(0)
        blog.check(0)
        hold(b"My own words" in blog.read(draft), "keep loses the words")
        blog.write("posts/a.md", post("A third title"))
        blog.build(1)
        blog.build(1)
        blog.check(1)
        blog.run(f"afterword draft accept {draft}").exits(0)
        blog.check(0)
        hold(b"A third title" in blog.read(draft), "accept takes no new text")


@row(21)
def without_git():
    with Blog() as blog, tempfile.TemporaryDirectory() as empty:
        blog.build(0, env={"PATH": empty})
        blog.check(0, env={"PATH": empty})
        for source in ("index", "HEAD", "push"):
            blog.check(2, args=f"--from {source}", says="git")
            blog.check(2, args=f"--from {source}", env={"PATH": empty}, says="git")
        blog.must("git init -q .")
        blog.check(2, args="--from index", env={"PATH": empty}, says="git is not installed")
        blog.check(0, env={"PATH": empty})
        fake = pathlib.Path(empty) / "git"
        for script, most in (("exit 1", 10), ("echo fatal: no >&2; exit 128", 10), ("sleep 300", 30), ("kill -9 $$", 10)):
            fake.write_text(f"#!/bin/sh\n{script}\n")
            fake.chmod(0o755)
            env = {"PATH": f"{empty}:/usr/bin:/bin"}
            blog.check(2, args="--from index", env=env, says="git", timeout=most)
            blog.check(0, env=env, timeout=most)
