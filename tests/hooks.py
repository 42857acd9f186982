#!/usr/bin/env python3
"""hooks.py BINARY ENV: the published hooks in real repositories, under real pre-commit and real prek.

Takes .pre-commit-hooks.yaml from the checkout, uses its -system variants with BINARY on the PATH, and
commits what a person commits: stale posts, a deletion alone, a feed edited by hand, a push of a commit
that no hook has seen. Prints one line a failure and a closing line.
"""
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
BINARY, ENV = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
IDENTITY = {"GIT_AUTHOR_NAME": "T. Ester", "GIT_AUTHOR_EMAIL": "t@example.org", "GIT_COMMITTER_NAME": "T. Ester",
            "GIT_COMMITTER_EMAIL": "t@example.org", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
passed, failed = 0, []


class Repository:
    """A blog under git with a framework's hooks, in a folder of its own."""

    def __init__(self, work, framework, hooks):
        self.name = f"{framework}, {hooks[0] if hooks else 'the project itself'}"
        self.path = work / "blog"
        bin = work / "bin"
        bin.mkdir(parents=True)
        (bin / "afterword").symlink_to(BINARY)
        for tool in ("pre-commit", "prek"):
            (bin / tool).symlink_to(ENV / "python/bin" / tool)
        self.env = IDENTITY | {"PATH": f"{bin}:/usr/local/bin:/usr/bin:/bin", "HOME": str(work / "home"),
                               "PRE_COMMIT_HOME": str(work / "cache"), "PREK_HOME": str(work / "cache-prek"),
                               "PRE_COMMIT_COLOR": "never", "TMPDIR": str(work)}
        (work / "home").mkdir()
        if hooks:
            self.blog_with(hooks, work / "hooks")
        else:
            self.own_blog(bin)
        self.must("git init -q -b main .")
        self.must(f"git init -q --bare -b main {work / 'remote.git'}")
        self.must(f"git remote add origin {work / 'remote.git'}")
        self.must("afterword build")
        self.must("git add -A")
        kinds = ("pre-commit", "pre-merge-commit", "pre-push")
        self.must(f"{framework} install " + " ".join(f"-t {kind}" for kind in kinds))
        self.must("git commit -q -m start")
        self.must("git push -q origin main")

    def blog_with(self, hooks, published):
        """A small blog that takes hooks from the published manifest."""
        published.mkdir()
        shutil.copy(ROOT / ".pre-commit-hooks.yaml", published)
        for command in ("init -q -b main .", "add -A", "commit -q -m hooks"):
            self.must(f"git {command}", cwd=published)
        revision = self.must("git rev-parse HEAD", cwd=published).strip()
        shutil.copytree(ROOT / "tests/golden/bullets", self.path, ignore=shutil.ignore_patterns("expected"))
        entries = "".join(f"      - id: {hook}\n" for hook in hooks)
        (self.path / ".pre-commit-config.yaml").write_text(
            f"repos:\n  - repo: {published}\n    rev: {revision}\n    hooks:\n{entries}", "utf-8")

    def own_blog(self, bin):
        """The project's own blog and configuration; `cargo run --quiet --` is BINARY, built already."""
        self.path.mkdir()
        for name in ("posts", "feeds", "drafts"):
            shutil.copytree(ROOT / name, self.path / name)
        for name in ("afterword.toml", ".pre-commit-config.yaml", ".gitattributes"):
            shutil.copy(ROOT / name, self.path)
        cargo = bin / "cargo"
        cargo.write_text('#!/bin/sh\n[ "$1 $2 $3" = "run --quiet --" ] && shift 3 && exec afterword "$@"\nexit 101\n', "utf-8")
        cargo.chmod(0o755)

    def run(self, command, cwd=None):
        return subprocess.run(shlex.split(command), cwd=cwd or self.path, env=self.env, capture_output=True, text=True,
                              stdin=subprocess.DEVNULL, timeout=300, check=False)

    def must(self, command, cwd=None):
        done = self.run(command, cwd)
        if done.returncode:
            raise RuntimeError(f"{command}: exit {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def expect(self, what, command, passes, says=""):
        """One expectation: the command passes or is stopped, and says something that matches."""
        global passed
        done = self.run(command)
        output = done.stdout + done.stderr
        if (done.returncode == 0) == passes and re.search(says, output):
            passed += 1
        else:
            failed.append(f"{self.name}: {what}: {command}: exit {done.returncode}, expected to "
                          f"{'pass' if passes else 'be stopped'}, saying {says!r}\n{output}")
        return output

    def edit(self, name, old, new):
        path = self.path / name
        text = path.read_text("utf-8")
        assert old in text, (name, old)
        path.write_text(text.replace(old, new), "utf-8")


POST = "posts/exampleconf-2026/index.md"
OWN = "posts/2020-02-12-pycascades-2020.md"


def own(repository):
    """The project's own hooks hold the project's own blog."""
    r = repository
    r.edit(OWN, "Two of those are our favourites", "Two of them are our favourites")
    r.must("git add posts")
    r.expect("a recap without its feeds", "git commit -q -m stale", False, r"feeds/rss\.xml")
    r.must("afterword build")
    r.must("git add -A")
    r.expect("a recap with its feeds", "git commit -q -m current", True)
    r.expect("and its push", "git push -q origin main", True)


def checks(repository):
    """afterword-check and afterword-check-push stop what is stale and nothing else."""
    r = repository
    r.expect("nothing changed", "git commit -q --allow-empty -m empty", True)
    r.edit(POST, "the second time", "the third time")
    r.must("git add posts")
    r.expect("a post without its feeds", "git commit -q -m stale", False, r"feeds/")
    r.expect("the same again", "git commit -q -m stale", False)
    r.must("afterword build")
    r.expect("built and not added", "git commit -q -m stale", False)
    r.must("git add feeds drafts")
    r.expect("built and added", "git commit -q -m current", True)
    (r.path / "posts/2026-06-01-private.md").write_text("---\ntitle: Private\ndate: 2026-06-01\n---\nMine.\n", "utf-8")
    r.edit(POST, "stayed with us", "stay with us")
    r.must("git add posts/exampleconf-2026")
    r.must("afterword build --from index")
    r.must("git add feeds drafts")
    r.expect("an untracked post stays out", "git commit -q -m partial", True)
    if "Private" in r.must("git show HEAD:feeds/rss.xml"):
        failed.append(f"{r.name}: an untracked post was published")
    r.must("git add posts")
    r.expect("a new post without its feeds", "git commit -q -m new", False)
    r.must("afterword build")
    r.must("git add -A")
    r.expect("a new post with all that belongs to it", "git commit -q -m new", True)
    r.must("git rm -q posts/2026-06-01-private.md")
    r.expect("a deletion alone", "git commit -q -m gone", False)
    r.must("afterword build")
    r.run("afterword draft prune")
    r.must("git add -A")
    r.expect("a deletion with all that belongs to it", "git commit -q -m gone", True)
    r.must("git push -q origin main")
    r.edit("feeds/feed.json", "third time", "hundredth time")
    r.must("git add -A")
    r.expect("a feed edited by hand", "git commit -q -m tampered", False)
    r.must("git commit -q --no-verify -m tampered")
    r.expect("a push of what no hook has seen", "git push -q origin main", False, r"feeds/")
    r.must("git reset -q --hard HEAD~1")
    r.expect("a push of what is current", "git push -q origin main", True)
    for branch in ("main", "new"):
        # The second commit looks at nothing but its own parent, which has the new id already.
        r.must("git mv posts/exampleconf-2026 posts/renamed")
        r.must("afterword build --new-ids")
        (r.path / "feeds/new-ids.toml").unlink()
        r.must("git add -A")
        r.must("git commit -q --no-verify -m renamed")
        (r.path / "posts/2026-06-02-more.md").write_text("---\ntitle: More\ndate: 2026-06-02\n---\nMore.\n", "utf-8")
        r.must("afterword build")
        r.must("git add -A")
        r.expect("a commit after one with a changed id", "git commit -q -m more", True)
        r.expect(f"a push of both to {branch}", f"git push -q origin main:{branch}", False, r"id-changed")
        r.must("git reset -q --hard HEAD~2")


def builds(repository):
    """afterword-build writes, stops the commit, and says what to add."""
    r = repository
    r.edit(POST, "the second time", "the third time")
    r.must("git add posts")
    output = r.expect("a post without its feeds", "git commit -q -m stale", False, r"git add ")
    command = re.search(r"git add [^\n`]*", output)
    r.run(command.group().strip() if command else "false")
    r.expect("what it said to add was added", "git commit -q -m current", True)
    r.expect("and it is current", "afterword check --from HEAD", True)


def main():
    for framework in ("pre-commit", "prek"):
        for hooks, trial in ((["afterword-check-system", "afterword-check-push-system"], checks),
                             (["afterword-build-system"], builds), ([], own)):
            with tempfile.TemporaryDirectory(prefix="afterword-hooks-") as work:
                try:
                    trial(Repository(pathlib.Path(work), framework, hooks))
                except (RuntimeError, AssertionError, OSError, subprocess.TimeoutExpired) as error:
                    failed.append(f"{framework}, {trial.__name__}: {error}")
    manifest = subprocess.run([ENV / "python/bin/pre-commit", "validate-manifest", ROOT / ".pre-commit-hooks.yaml"], check=False)
    config = subprocess.run([ENV / "python/bin/pre-commit", "validate-config", ROOT / ".pre-commit-config.yaml"], check=False)
    if manifest.returncode or config.returncode:
        failed.append("pre-commit does not take the manifest or the project's own configuration")
    for line in failed:
        print(line)
    print(f"{passed} passed, {len(failed)} failed: hooks under pre-commit and prek")
    sys.exit(1 if failed else 0)


main()
