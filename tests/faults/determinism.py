"""Determinism."""
import hashlib
import os
import shutil
import subprocess
import tempfile
import time

from harness import Blog, Skip, hold, need, post, root, row

POSTS = {f"{folder}/p{number:02}.md": post(f"Post {number} in {folder}", f"2026-0{number % 9 + 1}-11T10:00:00", f"Text of [{number}](../x/).\n\n- One\n- Two", tags=f"[a{number}, b]")
         for number in range(15) for folder in ("x", "Y", "é")}


def made(env=None, before=None, **more):
    with Blog(POSTS) as blog:
        if before:
            before(blog)
        blog.build(0, env=env, **more)
        return blog.outputs()


@row(73)
def environments():
    plain = made()
    locales = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout.split()
    environments = [{"TZ": "Asia/Tokyo"}, {"TZ": "America/St_Johns"}, {"LC_ALL": "C"}, {"LC_ALL": "tr_TR.UTF-8"}, {"LANG": "de_DE.UTF-8", "LC_ALL": ""},
                    {"HOME": "/"}, {"RAYON_NUM_THREADS": "1"}, {"RAYON_NUM_THREADS": "7"}, {"USER": "someone"}, {"PATH": "/nonexistent"}]
    environments += [{"LC_ALL": locale} for locale in locales[:5]]
    for env in environments:
        hold(made(env) == plain, f"other bytes under {env}")
    hold(made(preexec_fn=lambda: os.umask(0o077)) == plain, "other bytes under umask 077")
    hold(made(before=lambda blog: [os.utime(path, (number, number)) for number, path in enumerate((blog.path / "posts").rglob("*"))]) == plain, "other bytes with other file times")
    with tempfile.TemporaryDirectory(prefix="a longer päth, with spaces ") as folder:
        with Blog(POSTS, folder=folder) as blog:
            blog.build(0)
            hold(blog.outputs() == plain, "other bytes under another path")


@row(74)
def order_of_folders():
    plain = made()
    with Blog({}) as blog:
        for name, text in reversed(POSTS.items()):
            blog.write(f"posts/{name}", text)
        blog.build(0)
        hold(blog.outputs() == plain, "other bytes when the files were made in another order")
    if not shutil.which("disorderfs") or not os.path.exists("/dev/fuse"):
        raise Skip("disorderfs is not installed or there is no /dev/fuse; only files made in another order were tried")
    for option in ("--reverse-dirents=yes", "--shuffle-dirents=yes"):
        with Blog(POSTS) as blog, tempfile.TemporaryDirectory() as mounted:
            if subprocess.run(["disorderfs", option, blog.path, mounted], capture_output=True, check=False).returncode:
                raise Skip("disorderfs cannot mount here")
            try:
                blog.build(0, cwd=mounted)
                hold(blog.outputs() == plain, f"other bytes under {option}")
            finally:
                subprocess.run(["umount", mounted], check=False)


@row(75)
def twice():
    with Blog(POSTS) as blog:
        blog.build(0)
        look = lambda: {path: (path.stat().st_ino, path.stat().st_mtime_ns, path.stat().st_ctime_ns) for path in sorted(blog.path.rglob("*"))}
        before = look()
        blog.build(0, args="--fail-on-change")
        blog.check(0)
        hold(look() == before, "the second build touches something")


@row(76)
def three_sources():
    with Blog(POSTS, git=True) as blog:
        blog.build(0)
        blog.commit()
        for source in ("worktree", "index", "HEAD"):
            blog.check(0, args=f"--from {source}")
        plain = blog.outputs()
        for source in ("worktree", "index", "HEAD"):
            shutil.rmtree(blog.path / "feeds")
            shutil.rmtree(blog.path / "drafts")
            blog.build(0, args=f"--from {source}")
            hold(blog.outputs() == plain, f"other bytes from {source}")
        said = {blog.run(f"afterword check --format json --from {source}").exits(0).out for source in ("worktree", "index", "HEAD")}
        hold(len(said) == 1, f"three sources, several answers: {said}")


@row(77)
def no_version_in_outputs():
    for name, content in made().items():
        hold(b"0.1.0" not in content, f"{name} holds the tool's version")
    # That old posts give the same bytes with a new version is what tests/golden is for.
