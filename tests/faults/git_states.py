"""Git and hook states. Most are states of tests/git, re-created there under every framework."""
import importlib.util
import os
import pathlib
import shutil
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


@row(6)
def prune_takes_only_what_a_build_wrote():
    posts = {name: post(name[0]) for name in ("a.md", "b.md", "c.md")}
    with Blog(posts) as blog:
        blog.build(0)
        blog.write("drafts/a/x.txt", blog.read("drafts/a/x.txt") + b"MY WORDS\n")
        blog.run("afterword draft approve drafts/b/x.txt").exits(0)
        blog.write("drafts/b/bluesky.txt", blog.read("drafts/b/bluesky.txt").replace(b'lang = "en"', b'lang = "de"'))
        blog.write("drafts/b/threads.txt", blog.read("drafts/b/threads.txt").replace(b"+++\n", b'+++\ncw = "words"\n', 1))
        blog.write("drafts/old/mastodon.txt", "somebody's notes\n")
        before = blog.everything()
        # An error in a post hides which posts there are, and so does a folder without posts.
        blog.write("posts/c.md", "---\ntitel: c\n---\n")
        blog.run("afterword draft prune").exits(1, says="posts/c.md")
        hold({name: text for name, text in blog.everything().items() if name != "posts/c.md"}
             == {name: text for name, text in before.items() if name != "posts/c.md"}, "prune goes on after an error")
        blog.write("posts/c.md", posts["c.md"])
        blog.write("afterword.toml", before["afterword.toml"] + b'[posts]\ndir = "post"\n')
        blog.run("afterword draft prune").exits(1, says="no post for the feed")
        blog.write("afterword.toml", before["afterword.toml"])
        hold(blog.everything() == before, "prune goes on without posts")
        (blog.path / "posts/a.md").unlink()
        (blog.path / "posts/b.md").unlink()
        here = blog.everything()
        blog.run("afterword draft prune --dry-run").exits(0, says="would be moved")
        hold(blog.everything() == here, "--dry-run moves something")
        blog.run("afterword draft prune").exits(0, says="drafts/a/x.txt: kept, it was edited")
        kept = ("drafts/a/x.txt", "drafts/b/x.txt", "drafts/b/bluesky.txt", "drafts/b/threads.txt", "drafts/old/mastodon.txt")
        now = blog.everything()
        hold(all(now.get(name) == here[name] for name in kept), "prune takes a person's words")
        for name in here:
            if name.startswith(("drafts/a/", "drafts/b/")) and name not in kept:
                hold(name not in now and now[name.replace("drafts/", "drafts/.trash/", 1)] == here[name], f"{name} is not in the trash")
        blog.run("afterword draft prune --force drafts/a --force drafts/b").exits(0)
        hold(not (blog.path / "drafts/a").exists() and not (blog.path / "drafts/b").exists(), "an empty folder stays")
        hold(blog.read("drafts/.trash/a/x.txt") == here["drafts/a/x.txt"], "a forced draft is not in the trash")
        blog.run("afterword draft prune --force drafts/c").exits(2, says="drafts/c")


@row(9)
def nothing_of_a_checkout_runs():
    with Blog(git=True) as blog:
        blog.build(0)
        blog.commit()
        trap = blog.path / "trap"
        command = f"touch {trap}; false"
        # A folder that is a bare repository with a configuration of its own.
        blog.must("git init -q --bare talks")
        talks = blog.path / "talks"
        for key, value in (("core.bare", "false"), ("core.worktree", "."), ("core.fsmonitor", command)):
            blog.must(["git", "config", "--file", "talks/config", key, value])
        shutil.copy(blog.path / "afterword.toml", talks)
        shutil.copytree(blog.path / "posts", talks / "posts")
        for line in ("check", "build", "check --from index", "check --from HEAD", "inspect posts/a.md", "draft", "validate feeds/rss.xml"):
            blog.run(f"afterword {line}", cwd=talks)
            blog.run(f"afterword --root talks {line}")
            hold(not trap.exists(), f"{line} runs a command of a folder")
        shutil.rmtree(talks)
        # The configuration of an unpacked archive.
        for key in ("core.fsmonitor", "filter.trap.clean", "filter.trap.process", "filter.lfs.clean"):
            blog.must(["git", "config", key, command])
        blog.write(".gitattributes", "*.md filter=trap\nfeeds/* filter=trap\n*.png filter=lfs\n")
        blog.write("posts/b.md", post("Second", image="/a.png"))
        blog.write("static/a.png", b"\x89PNG\r\n\x1a\n")
        blog.write("feeds/rss.xml", blog.read("feeds/rss.xml").replace(b"\n", b"\r\n"))
        for line in ("check", "build", "check --from index", "validate feeds/rss.xml"):
            blog.run(f"afterword {line}")
            hold(not trap.exists(), f"{line} runs a command of .git/config")


@row(9)
def replaced_objects_and_a_store_that_is_read_alone():
    with Blog({"a.md": post(), "b.md": post("Second")}, git=True) as blog:
        blog.build(0)
        blog.commit()
        other = blog.write("other.md", post("Another"))
        new = blog.must(f"git hash-object -w {other}").strip()
        old = blog.must("git rev-parse :posts/b.md").strip()
        blog.must(f"git replace {old} {new}")
        for source in ("index", "HEAD"):
            blog.check(0, args=f"--from {source}")
        blog.must(f"git replace -d {old}")
        # A stale check asks for a new tree, which the repository does not get.
        blog.edit("posts/a.md", "Some words", "Other words")
        blog.must("git add posts")
        objects = lambda: sorted(str(path) for path in (blog.path / ".git/objects").rglob("*"))
        before = objects()
        blog.check(1, args="--from index")
        hold(objects() == before, "a check writes an object")
        blog.check(1, args="--from index", env={"TMPDIR": "/nonexistent"})


@row(11)
def bare_repositories_and_odd_places():
    with Blog(git=True) as blog, tempfile.TemporaryDirectory(prefix="afterword-bare-") as outside:
        blog.build(0)
        blog.commit()
        bare = pathlib.Path(outside) / "bare.git"
        blog.must(f"git clone -q --bare . {bare}")
        for commit in ("main", "HEAD"):
            blog.run(f"afterword check --from {commit}", cwd=bare).exits(0)
        blog.run("afterword check --from index", cwd=bare).exits(2, says="no work tree")
        hook = bare / "hooks/pre-receive"
        page = (pathlib.Path(__file__).resolve().parents[2] / "docs/hooks.md").read_text()
        hook.write_text(page.split("<!-- server-hook -->")[1].split("```sh\n")[1].split("```")[0])
        hook.chmod(0o755)
        blog.must(f"git remote add origin {bare}")
        blog.edit("posts/a.md", "Some words", "Other words")
        blog.must("git commit -q -a -m stale")
        hold(blog.run("git push -q origin main").code != 0, "a stale push is received")
        blog.build(0)
        blog.commit()
        blog.must("git push -q origin main")
        # A branch of built pages and the tag of a file are no blog.
        blog.must("git tag file HEAD:posts/a.md")
        blog.must("git push -q origin file")
        blog.must("git checkout -q --orphan pages")
        blog.must("git rm -q -rf .")
        blog.write("index.html", "<p>built")
        blog.must("git add index.html")
        blog.check(0, args="--from index", says="no afterword.toml")
        blog.must("git commit -q -m pages")
        blog.check(0, args="--from index", says="no afterword.toml")
        blog.must("git push -q origin pages")
    with Blog(git=True) as blog:
        strange = blog.path / "a\nb"
        strange.mkdir()
        for name in ("afterword.toml", "posts"):
            (blog.path / name).rename(strange / name)
        blog.must("git init -q .", cwd=strange)
        blog.must("git add .", cwd=strange)
        blog.run("afterword build --from index", cwd=strange).exits(0)
        blog.run("git add .", cwd=strange).exits(0)
        blog.run("afterword check --from index", cwd=strange).exits(0)
    with Blog() as above:
        inner = above.path / "inner"
        inner.mkdir()
        above.must("git init -q .", cwd=inner)
        above.run("afterword build", cwd=inner).exits(2, says="no afterword.toml")


@row(8)
def sparse_and_partial():
    with Blog(git=True) as blog:
        blog.build(0)
        blog.commit()
        blog.must("git sparse-checkout set posts")
        blog.edit("posts/a.md", "First", "Another")
        blog.build(0)
        blog.check(0)
    with Blog(git=True) as blog:
        blog.build(0)
        blog.commit()
        blog.must("git config uploadpack.allowFilter true")
        blog.must(f"git clone -q --no-local --filter=blob:none --sparse file://{blog.path} partial")
        partial = blog.path / "partial"
        for source in ("worktree", "HEAD"):
            blog.run(f"afterword check --from {source}", cwd=partial).exits(2, says="not in this clone")
        blog.must("git fetch -q --refetch --no-filter", cwd=partial)
        blog.run("afterword check --from HEAD", cwd=partial).exits(0)


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
