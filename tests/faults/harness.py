"""What the rows share: a blog in a folder of its own, running Afterword in it, and saying what must hold."""
import contextlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

BINARY = pathlib.Path(sys.argv[1]).resolve()
LONG = "--long" in sys.argv
RELEASE = "release" in BINARY.parts
ROWS = {}
CONFIG = '[site]\ntitle = "Talks"\nurl = "https://example.org/"\nid_base = "tag:example.org,2026:"\n'
ENV = {"PATH": f"{BINARY.parent}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/nonexistent",
       "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "NO_COLOR": "1", "LC_ALL": "C.UTF-8",
       "GIT_AUTHOR_NAME": "T", "GIT_AUTHOR_EMAIL": "t@example.org", "GIT_COMMITTER_NAME": "T",
       "GIT_COMMITTER_EMAIL": "t@example.org", "GIT_EDITOR": "true"}


class Fault(Exception):
    """A row of the catalogue does not hold."""


class Skip(Exception):
    """This machine cannot try the row."""


def row(number):
    """Marks a test as one of row NUMBER of the catalogue."""
    def register(test):
        ROWS.setdefault(number, []).append(test)
        return test
    return register


def need(*programs):
    for program in programs:
        if not shutil.which(program, path=ENV["PATH"]):
            raise Skip(f"{program} is not installed")


def root():
    if os.geteuid():
        raise Skip("only root can do this")


def hold(condition, what):
    if not condition:
        raise Fault(what)


def post(title="First", date="2026-01-01", text="Some words of the text.", **more):
    head = "".join(f"{key}: {value}\n" for key, value in more.items())
    return f"---\ntitle: {title}\ndate: {date}\n{head}---\n\n{text}\n"


class Done:
    """A run that has ended."""

    def __init__(self, command, code, out, err, seconds):
        self.command, self.code, self.out, self.err, self.seconds = command, code, out, err, seconds
        self.said = out + err
        hold(code not in (101, 134, 139, -6, -11), f"{command} crashed: exit {code}\n{self.said[-2000:]}")

    def exits(self, *codes, says=None, never=None):
        hold(self.code in codes, f"{self.command}: exit {self.code}, not {codes}\n{self.said[-2000:]}")
        if says:
            hold(re.search(says, self.said), f"{self.command}: does not say {says!r}\n{self.said[-2000:]}")
        if never:
            hold(not re.search(never, self.said), f"{self.command}: says {never!r}\n{self.said[-2000:]}")
        return self


class Blog:
    """A blog with a configuration and posts, gone at the end of `with`."""

    def __init__(self, posts=None, config="", git=False, folder=None):
        self.temporary = tempfile.TemporaryDirectory(prefix="afterword-faults-", dir=folder)
        self.path = pathlib.Path(self.temporary.name).resolve()
        self.path.chmod(0o755)
        self.write("afterword.toml", CONFIG + config)
        for name, text in ({"a.md": post()} if posts is None else posts).items():
            self.write(f"posts/{name}", text)
        if git:
            self.must("git init -q -b main .")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if os.path.ismount(self.path / "feeds"):
            subprocess.run(["umount", "-q", self.path / "feeds"], check=False, capture_output=True)
        for folder, _, _ in os.walk(self.path):
            with contextlib.suppress(FileNotFoundError):  # git repacks in the background
                os.chmod(folder, 0o755)
        self.temporary.cleanup()

    def write(self, name, text):
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def read(self, name):
        return (self.path / name).read_bytes()

    def edit(self, name, old, new):
        text = self.read(name).decode()
        hold(old in text, f"{name} has no {old!r}")
        self.write(name, text.replace(old, new))

    def run(self, command, env=None, prefix=(), timeout=60, cwd=None, **more):
        """Runs a command line; `afterword` is the binary under test."""
        words = command.split() if isinstance(command, str) else list(command)
        words = [str(BINARY) if word == "afterword" else word for word in words]
        words = [*prefix, *words]
        more = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | more
        started = time.monotonic()
        child = subprocess.Popen(words, cwd=cwd or self.path, env=ENV | (env or {}), **more)
        try:
            out, err = child.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            child.kill()
            child.communicate()
            raise Fault(f"{command}: did not end within {timeout} s") from None
        text = lambda piped: (piped or b"").decode("utf-8", "backslashreplace")
        return Done(command, child.returncode, text(out), text(err), time.monotonic() - started)

    def must(self, command, **more):
        done = self.run(command, **more)
        hold(done.code == 0, f"{command}: exit {done.code}\n{done.said[-2000:]}")
        return done.out

    def build(self, *codes, args="", says=None, never=None, **more):
        return self.run(f"afterword build {args}", **more).exits(*(codes or (0,)), says=says, never=never)

    def check(self, *codes, args="", says=None, never=None, **more):
        return self.run(f"afterword check {args}", **more).exits(*(codes or (0,)), says=says, never=never)

    def findings(self, args="check", **more):
        done = self.run(f"afterword {args} --format json", **more)
        return [json.loads(line) for line in done.out.splitlines() if line.startswith("{")]

    def outputs(self):
        """Every file under feeds and drafts, whatever its name."""
        return {str(path.relative_to(self.path)): path.read_bytes() for name in ("feeds", "drafts")
                for path in sorted((self.path / name).rglob("*")) if path.is_file() and not path.is_symlink()}

    def everything(self):
        return {str(path.relative_to(self.path)): path.read_bytes() for path in sorted(self.path.rglob("*"))
                if path.is_file() and ".git" not in path.relative_to(self.path).parts}

    def commit(self, message="commit"):
        self.must("git add -A")
        self.must(["git", "commit", "-q", "--allow-empty", "-m", message])


def whole(blog, old, new):
    """Each output is the old one or the complete new one, and nothing else lies about."""
    now = blog.outputs()
    for name, content in now.items():
        hold(".afterword-" not in name, f"{name} stays behind")
        hold(content in (old.get(name), new.get(name)), f"{name} is neither the old nor the new one ({len(content)} bytes)")
    for name in old:
        hold(name in now, f"{name} is gone")


def two_versions(config=""):
    """A blog whose next build changes every output: the blog, its outputs now and after that build."""
    blog = Blog({"a.md": post()}, config)
    blog.build()
    old = blog.outputs()
    blog.write("posts/a.md", post("First, again"))
    with Blog({"a.md": post()}, config) as other:
        other.build()
        other.write("posts/a.md", post("First, again"))
        other.build()
        new = other.outputs()
    hold(old.keys() == new.keys() and all(old[name] != new[name] for name in old), "the two versions differ everywhere")
    return blog, old, new


def straced(blog, *expressions, timeout=60):
    """A build under strace with these expressions: the run, and what strace wrote about it."""
    log = blog.path.parent / f"{blog.path.name}.strace"
    options = [word for expression in expressions for word in ("-e", expression)]
    try:
        done = blog.run("afterword build", prefix=["strace", "-f", "-qq", "-o", str(log), *options], timeout=timeout)
        return done, log.read_text(errors="replace")
    finally:
        log.unlink(missing_ok=True)


def injected(fault):
    """The expressions of strace that inject a fault, such as `write:error=ENOSPC:when=2`."""
    return f"trace={fault.split(':')[0]}", f"inject={fault}"


def restore(blog, old):
    """Puts the old outputs back."""
    for name in ("feeds", "drafts"):
        shutil.rmtree(blog.path / name, ignore_errors=True)
    for name, content in old.items():
        blog.write(name, content)
