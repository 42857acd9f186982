#!/usr/bin/env python3
"""states.py BINARY [--long] [STATE...]: 23 states of a git repository in which a generator's hook can be fooled.

Each state is made with real git and committed under real hooks. A commit is wrong when its feeds or drafts are not
what its own posts give; that is judged in a fresh clone, never with what the hook saw. What a hook has stopped is
corrected as its message says and must then pass, and no edit made by hand may be lost. Without --long the check hook
runs under bare hooks, pre-commit and prek; with it the build hook as well. Frameworks come from tests/.env.
"""
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
FRAMEWORKS = HERE.parent / ".env/python/bin"
BINARY = pathlib.Path(sys.argv[1]).resolve()
CONFIG = '[site]\ntitle = "Talks"\nurl = "https://example.org/"\nid_base = "tag:example.org,2026:"\n'
STATES = {}


def state(function):
    STATES[function.__name__.rstrip("_")] = function
    return function


def post(title, day, text):
    return f"---\ntitle: {title}\ndate: 2026-01-{day:02}\n---\n\n{text}\n"


class Wrong(Exception):
    """What a state must not end in."""


class Repository:
    """A blog with posts a and b, its feeds and drafts, all committed, and a hook."""

    def __init__(self, work, runner, hook):
        self.work, self.runner, self.hook = work, runner, hook
        self.path = work / "blog"
        self.edited = set()
        bin = work / "bin"
        bin.mkdir()
        (bin / "afterword").symlink_to(BINARY)
        if runner != "bare":
            (bin / runner).symlink_to(FRAMEWORKS / runner)
        (work / "home").mkdir()
        self.env = {
            "PATH": f"{bin}:/usr/local/bin:/usr/bin:/bin", "HOME": str(work / "home"), "TMPDIR": str(work),
            "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "PRE_COMMIT_COLOR": "never",
            "GIT_AUTHOR_NAME": "T. Ester", "GIT_AUTHOR_EMAIL": "t@example.org", "GIT_MERGE_AUTOEDIT": "no",
            "GIT_COMMITTER_NAME": "T. Ester", "GIT_COMMITTER_EMAIL": "t@example.org", "GIT_EDITOR": "true",
            "PRE_COMMIT_HOME": str(work / "cache"), "PREK_HOME": str(work / "cache-prek"),
        }
        self.path.mkdir()
        self.write("afterword.toml", CONFIG)
        self.write("posts/a.md", post("First", 1, "\n\n".join(f"Paragraph {n} of the first." for n in range(30))))
        self.write("posts/b.md", post("Second", 2, "\n\n".join(f"Paragraph {n} of the second." for n in range(30))))
        self.must("git init -q -b main .")
        self.must(f"git init -q --bare -b main {work / 'remote.git'}")
        self.must(f"git remote add origin {work / 'remote.git'}")
        self.must("afterword build")
        self.install()
        self.must("git add -A")
        self.must("git commit -q -m start")
        self.must("git push -q origin main")
        self.checked = {self.head()}

    def install(self):
        entries = {"check": "afterword check --from index", "build": "afterword build --from index --fail-on-change"}
        if self.runner == "bare":
            hooks = self.path / ".git/hooks"
            hooks.mkdir(exist_ok=True)
            for name, line in (("pre-commit", entries[self.hook]), ("pre-merge-commit", entries[self.hook]),
                               ("pre-push", "afterword check --from push")):
                (hooks / name).write_text(f"#!/bin/sh\nexec {line}\n")
                (hooks / name).chmod(0o755)
            return
        local = "".join(
            f"      - {{id: {name}, name: {name}, language: system, entry: {line}, always_run: true, "
            f"pass_filenames: false, require_serial: true, stages: [{stages}]}}\n"
            for name, line, stages in (("current", entries[self.hook], "pre-commit, pre-merge-commit"),
                                       ("pushed", "afterword check --from push", "pre-push")))
        self.write(".pre-commit-config.yaml", f"repos:\n  - repo: local\n    hooks:\n{local}")
        self.must(f"{self.runner} install -t pre-commit -t pre-merge-commit -t pre-push")

    # Doing things

    def run(self, command, cwd=None, env=None):
        return subprocess.run(shlex.split(command), cwd=cwd or self.path, env=self.env | (env or {}), text=True,
                              capture_output=True, stdin=subprocess.DEVNULL, timeout=120, check=False)

    def must(self, command, cwd=None, codes=(0,)):
        done = self.run(command, cwd)
        if done.returncode not in codes:
            raise Wrong(f"{command}: exit {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def write(self, name, text):
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())

    def read(self, name):
        return (self.path / name).read_bytes().decode()

    def edit(self, name, old, new):
        if old not in self.read(name):
            raise Wrong(f"{name} has no {old!r}")
        self.write(name, self.read(name).replace(old, new))

    def head(self, cwd=None):
        return self.must("git rev-parse HEAD", cwd).strip()

    # Judging

    def stopped(self, command):
        """A commit that must be stopped, by the hook and by nothing else."""
        before = self.head()
        done = self.run(command)
        if done.returncode == 0 or self.head() != before:
            raise Wrong(f"{command}: passed; it should have been stopped\n{done.stdout}{done.stderr}")
        output = done.stdout + done.stderr
        if not re.search(r"feeds/|drafts/|posts/", output) or "panicked" in output:
            raise Wrong(f"{command}: stopped without saying why\n{output}")
        return output

    def passes(self, command, cwd=None):
        """A commit that must pass and be right."""
        self.must(command, cwd)
        self.right(self.head(cwd))

    def mend(self, output):
        """What the message says: build from the index (or let the build hook have done it) and add."""
        if self.hook == "check":
            # 1: a draft waits for its author, and everything else is written.
            self.must("afterword build --from index", codes=(0, 1))
            self.must("git add --sparse feeds drafts")
            return
        line = re.search(r"git add [^\n]*", output)
        if not line:
            raise Wrong(f"the build hook prints no `git add` line\n{output}")
        self.must(line.group().strip().rstrip("`").replace("git add", "git add --sparse", 1))

    def commit(self, command="git commit -q -m change"):
        """A stale commit is stopped; corrected as its message says, it passes."""
        self.mend(self.stopped(command))
        self.passes(command)

    def right(self, commit, is_right=True):
        """Whether the commit's feeds and drafts are what its posts give, in a clone that no hook has seen."""
        with tempfile.TemporaryDirectory(dir=self.work) as folder:
            clone = pathlib.Path(folder) / "clone"
            self.must(f"git clone -q -c core.autocrlf=false -n {self.path} {clone}")
            self.must(f"git checkout -q {commit}", clone)
            committed = files(clone)
            for name in ("feeds", "drafts"):
                shutil.rmtree(clone / name, ignore_errors=True)
            done = self.run("afterword build --allow-empty", clone)
            if done.returncode:
                raise Wrong(f"the posts of {commit[:7]} do not build\n{done.stdout}{done.stderr}")
            fresh = files(clone)
            differ = sorted(name for name in fresh | committed if fresh.get(name) != committed.get(name)
                            and name not in self.edited and (name.startswith("feeds/") or name in fresh))
            if bool(differ) == is_right:
                raise Wrong(f"commit {commit[:7]}: {'wrong: ' + ', '.join(differ) if differ else 'right, not stale'}")

    def says(self, command, code):
        done = self.run(command)
        if done.returncode != code:
            raise Wrong(f"{command}: exit {done.returncode}, not {code}\n{done.stdout}{done.stderr}")


def files(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for name in ("feeds", "drafts")
            for path in sorted((folder / name).rglob("*")) if path.is_file()}


# The states


@state
def plain(r):
    r.edit("posts/a.md", "Paragraph 3 ", "An edited paragraph ")
    r.must("git add posts/a.md")
    r.commit()


@state
def retry(r):
    r.edit("posts/a.md", "Paragraph 3 ", "An edited paragraph ")
    r.must("git add posts/a.md")
    r.stopped("git commit -q -m change")
    r.mend(r.stopped("git commit -q -m change"))
    r.passes("git commit -q -m change")


@state
def partial(r):
    r.edit("posts/a.md", "Paragraph 3 ", "A staged paragraph ")
    r.must("git add posts/a.md")
    r.edit("posts/a.md", "Paragraph 20 ", "An unstaged paragraph ")
    unstaged = r.read("posts/a.md")
    # The work tree's own build has the unstaged edit, and so would its feed.
    r.must("afterword build")
    r.must("git add feeds drafts")
    output = r.stopped("git commit -q -m change")
    r.mend(output)
    r.passes("git commit -q -m change")
    if r.read("posts/a.md") != unstaged:
        raise Wrong("the unstaged edit is lost")


@state
def untracked(r):
    r.write("posts/private.md", post("Private", 9, "Mine alone."))
    r.edit("posts/a.md", "Paragraph 3 ", "An edited paragraph ")
    r.must("git add posts/a.md")
    r.must("afterword build")
    r.must("git add feeds drafts/a")
    r.commit()
    if "Private" in r.must("git show HEAD:feeds/rss.xml") or "Mine" not in r.read("posts/private.md"):
        raise Wrong("the private post is published or lost")


@state
def newpost(r):
    r.write("posts/c.md", post("Third", 3, "New."))
    r.must("git add posts/c.md")
    output = r.stopped("git commit -q -m change")
    if r.hook == "check":
        r.must("afterword build --from index")
    r.must("git add -u")
    # The new post's drafts are still untracked.
    r.mend(r.stopped("git commit -q -m change") or output)
    r.passes("git commit -q -m change")


@state
def newpost0(r):
    r.must("git rm -q -r --cached feeds drafts")
    r.must("git commit -q --no-verify -m none")
    shutil.rmtree(r.path / "feeds")
    shutil.rmtree(r.path / "drafts")
    r.write("posts/c.md", post("Third", 3, "New."))
    r.must("git add posts/c.md")
    r.commit()


@state
def del_(r):
    r.must("git rm -q posts/b.md")
    r.commit()
    if not (r.path / "drafts/b").exists():
        raise Wrong("a draft was deleted by something else than `draft prune`")


@state
def rename(r):
    draft = "drafts/b/mastodon.txt"
    r.write(draft, r.read(draft) + "\nMy own words.\n")
    r.must("git add drafts")
    r.edited.add(draft)
    r.must("git mv posts/b.md posts/c.md")
    done = r.run("git commit -q -m change")
    if done.returncode == 0:
        raise Wrong("a rename passed without a word")
    # Either the id is kept by the front matter, or the new one is meant.
    said = re.search(r"id: *\"?(tag:[^\"`'\s]+)", done.stdout + done.stderr)
    if said:
        r.edit("posts/c.md", "---\n\n", f"id: {said.group(1)}\n---\n\n")
    r.must("git add posts")
    r.mend(r.stopped("git commit -q -m change"))
    # The edited draft goes with the post, which gives another text now: its URL has changed.
    moved = "drafts/c/mastodon.txt"
    r.edited.add(moved)
    r.stopped("git commit -q -m change")
    r.must(f"afterword draft keep {moved}")
    r.must("git add drafts")
    r.passes("git commit -q -m change")
    if "My own words." not in r.read(moved):
        raise Wrong("the edited draft did not go with its post")


@state
def pathspec(r):
    r.edit("posts/a.md", "Paragraph 3 ", "An edited paragraph ")
    r.edit("posts/b.md", "Paragraph 3 ", "An edited paragraph ")
    r.must("git add posts/b.md")
    r.stopped("git commit -q -m change posts/a.md")
    # Feeds of both posts with one post: wrong as well.
    r.must("git add posts")
    r.must("afterword build --from index")
    r.stopped("git commit -q -m change posts/a.md feeds drafts")
    r.must("afterword build --from index")
    r.must("git add feeds drafts")
    r.passes("git commit -q -m change")


@state
def commitall(r):
    r.edit("posts/a.md", "Paragraph 3 ", "An edited paragraph ")
    r.stopped("git commit -q -a -m change")
    r.must("afterword build")
    r.passes("git commit -q -a -m change")


@state
def handedit(r):
    draft = "drafts/a/mastodon.txt"
    r.write(draft, r.read(draft).rstrip("\n") + "\nA line by hand.\n")
    r.edit("feeds/rss.xml", "</channel>", "<!-- by hand --></channel>")
    r.edit("posts/a.md", "title: First", "title: First of all")
    r.must("git add -A")
    r.edited.add(draft)
    r.stopped("git commit -q -m change")
    if r.run("afterword build --from index").returncode not in (0, 1):
        raise Wrong("the build failed")
    r.must("git add feeds drafts")
    done = r.run("git commit -q -m change")
    if done.returncode:
        # New text waits beside the edited draft: the person decides.
        r.must(f"afterword draft keep {draft}")
        r.must("git add -A")
        r.passes("git commit -q -m change")
    else:
        raise Wrong("a pending draft passed without a word")
    if "A line by hand." not in r.read(draft) or "A line by hand." not in r.must(f"git show HEAD:{draft}"):
        raise Wrong("the line by hand is lost")


def two_branches(r, ours, theirs):
    """Two branches, each with its own right commit."""
    r.must("git checkout -q -b topic")
    theirs()
    r.must("git add -A posts")
    r.must("afterword build --from index")
    r.must("git add -A")
    r.passes("git commit -q -m topic")
    r.must("git checkout -q main")
    ours()
    r.must("git add -A posts")
    r.must("afterword build --from index")
    r.must("git add -A")
    r.passes("git commit -q -m ours")


@state
def mergeclean(r):
    def ours():
        r.must("git rm -q posts/b.md")

    def theirs():
        r.write("posts/c.md", post("Third", 3, "New."))

    two_branches(r, ours, theirs)
    if r.run("git merge -q topic").returncode == 0:
        raise Wrong("the merge has no conflict in the feeds")
    r.must("git checkout --ours feeds")
    r.must("git add feeds")
    r.mend(r.stopped("git commit -q -m merge"))
    r.passes("git commit -q -m merge")


@state
def mergetext(r):
    """Feeds of an entry a line apart merge cleanly as text; both branches add an entry at an end of their own."""
    for number in range(3, 19):
        r.write(f"posts/p{number:02}.md", post(f"Post {number}", number, f"Text of {number}."))
    r.must("git add posts")
    r.must("afterword build --from index")
    r.must("git add -A")
    r.passes("git commit -q -m more")
    r.write("afterword.toml", CONFIG + "[feeds]\nlimit = 18\nformats = [\"rss\"]\n")
    r.must("git rm -q -r --cached feeds drafts")
    shutil.rmtree(r.path / "feeds")
    shutil.rmtree(r.path / "drafts")
    r.must("git add afterword.toml")
    r.must("afterword build --from index")
    r.must("git add -A")
    r.passes("git commit -q -m eighteen")

    def ours():
        r.write("posts/new.md", post("Newest", 28, "At the top."))

    def theirs():
        # In the middle: each branch drops the oldest, the merge drops it once and has one too many.
        r.write("posts/mid.md", post("In between", 9, "In the middle."))

    two_branches(r, ours, theirs)
    done = r.run("git merge -q --no-edit topic")
    if done.returncode == 0:
        raise Wrong("a wrong merge passed")
    unmerged = r.must("git diff --name-only --diff-filter=U")
    if unmerged:
        r.must("git checkout --theirs feeds")
        r.must("git add feeds")
        r.mend(r.stopped("git commit -q -m merge"))
    else:
        r.mend(done.stdout + done.stderr)
    r.passes("git commit -q -m merge")


def stale_commit(r):
    """A commit of a post without its feed, which no hook has checked."""
    r.edit("posts/a.md", "Paragraph 3 ", "An edited paragraph ")
    r.must("git add posts")
    r.must("git commit -q --no-verify -m stale")


def caught_later(r):
    """No hook runs, but the push's does, and so does a check of the revision."""
    r.right(r.head(), is_right=False)
    r.says("afterword check --from HEAD", 1)
    done = r.run("git push -q origin main")
    if done.returncode == 0:
        raise Wrong("the push passed")
    r.must("afterword build")
    r.must("git add -A")
    r.passes("git commit -q -m mended")
    r.must("git push -q origin main")


@state
def revert(r):
    stale_commit(r)
    r.must("afterword build")
    r.must("git add -A")
    r.passes("git commit -q -m outputs")
    r.must("git revert --no-edit HEAD~1")
    caught_later(r)


@state
def cherrypick(r):
    r.must("git checkout -q -b topic")
    stale_commit(r)
    r.must("git checkout -q main")
    r.must("git cherry-pick topic")
    caught_later(r)


@state
def rebase(r):
    r.must("git checkout -q -b topic")
    stale_commit(r)
    r.must("git checkout -q main")
    r.write("README.md", "More.\n")
    r.must("git add README.md")
    r.passes("git commit -q -m more")
    r.must("git checkout -q topic")
    r.must("git rebase -q main")
    r.must("git checkout -q main")
    r.must("git merge -q --ff-only topic")
    caught_later(r)


@state
def ita(r):
    r.write("posts/c.md", post("Third", 3, "Not yet."))
    r.must("git add -N posts/c.md")
    r.edit("posts/a.md", "Paragraph 3 ", "An edited paragraph ")
    r.must("git add posts/a.md")
    r.commit()
    if "Third" in r.must("git show HEAD:feeds/rss.xml"):
        raise Wrong("a post that was only announced is published")


@state
def sparse(r):
    r.must("git sparse-checkout set --no-cone /* !/posts/b.md")
    if (r.path / "posts/b.md").exists():
        raise Wrong("the checkout is not sparse")
    r.edit("posts/a.md", "Paragraph 3 ", "An edited paragraph ")
    r.must("git add posts/a.md")
    r.commit()
    if "Second" not in r.must("git show HEAD:feeds/rss.xml"):
        raise Wrong("the sparse post is gone from the feed")


@state
def skipwt(r):
    r.must("git update-index --skip-worktree posts/b.md")
    r.edit("posts/b.md", "Paragraph 3 ", "A private paragraph ")
    r.edit("posts/a.md", "Paragraph 3 ", "An edited paragraph ")
    r.must("git add posts/a.md")
    r.commit()
    if "private paragraph" in r.must("git show HEAD:feeds/atom.xml") or "private" not in r.read("posts/b.md"):
        raise Wrong("the local edit is published or lost")


@state
def crlf(r):
    r.must("git config core.autocrlf true")
    r.edit("posts/a.md", "Paragraph 3 ", "An edited paragraph ")
    r.write("posts/a.md", r.read("posts/a.md").replace("\n", "\r\n"))
    r.must("git add posts/a.md")
    r.commit()
    # A checkout that writes CR LF everywhere is as current as what was committed.
    r.must("git rm -q -r --cached .")
    r.must("git reset -q --hard")
    if b"\r\n" not in (r.path / "feeds/rss.xml").read_bytes():
        raise Wrong("the checkout has no CR LF")
    for source in ("worktree", "index", "HEAD"):
        r.says(f"afterword check --from {source}", 0)


@state
def worktree(r):
    linked = r.work / "linked"
    r.must(f"git worktree add -q -b topic {linked}")
    main, r.path = r.path, linked
    r.edit("posts/a.md", "Paragraph 3 ", "An edited paragraph ")
    r.must("git add posts/a.md")
    r.commit()
    r.edit("posts/a.md", "Paragraph 5 ", "An edited paragraph ")
    r.stopped("git commit -q -a -m change")
    r.path = main
    r.must("git diff --exit-code HEAD")


@state
def amend(r):
    r.edit("posts/a.md", "Paragraph 3 ", "An edited paragraph ")
    r.must("git add posts/a.md")
    r.commit("git commit -q --amend --no-edit")


@state
def feedonly(r):
    r.edit("feeds/rss.xml", "Paragraph 3 ", "A tampered paragraph ")
    r.must("git add feeds")
    r.mend(r.stopped("git commit -q -m change"))
    # What is left is what was there before: nothing to commit.
    r.must("git diff --cached --exit-code")


def main():
    arguments = [argument for argument in sys.argv[2:] if not argument.startswith("-")]
    hooks = ("check", "build") if "--long" in sys.argv else ("check",)
    runners = ["bare"]
    for runner in ("pre-commit", "prek"):
        if (FRAMEWORKS / runner).exists():
            runners.append(runner)
        else:
            print(f"{runner} is not in tests/.env: the states were NOT tried under it")
    wrong, ran = [], 0
    for runner in runners:
        for hook in hooks:
            for name in arguments or STATES:
                with tempfile.TemporaryDirectory(prefix="afterword-git-") as work:
                    ran += 1
                    try:
                        STATES[name](Repository(pathlib.Path(work).resolve(), runner, hook))
                    except (Wrong, OSError, subprocess.TimeoutExpired) as error:
                        wrong.append(f"{runner}, {hook} hook, state {name}: {error}")
                        print(wrong[-1], flush=True)
    print(f"git states: {ran - len(wrong)} right, {len(wrong)} wrong ({len(STATES)} states, {', '.join(runners)}, hook: {', '.join(hooks)})")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
