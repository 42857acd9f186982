"""What the system may do to a write."""
import os
import random
import re
import resource
import shutil
import signal
import stat
import subprocess
import threading
import time

from harness import BINARY, ENV, LONG, Blog, Fault, Skip, hold, injected, need, post, restore, root, row, straced, two_versions, whole

AT_MOST = 400


def calls_of_the_loader(blog, call):
    """How many calls the system's loader makes before the program itself begins with looking for its configuration."""
    _, log = straced(blog, f"trace={call},openat,stat,statx,newfstatat,getcwd")
    lines = log.splitlines()
    begins = next(number for number, line in enumerate(lines) if "getcwd(" in line)
    return sum(f" {call}(" in line for line in lines[:begins])


def injections(fault, codes, every=1, must_fail=True):
    """Injects FAULT at the n-th call for every n until a run finishes unhurt; outputs stay whole each time."""
    need("strace")
    blog, old, new = two_versions()
    failures = 0
    with blog:
        first = 1 + (calls_of_the_loader(blog, "close") if fault.startswith("close:error") else 0)
        for number in range(first, AT_MOST, every):
            restore(blog, old)
            now = fault.format(n=number)
            done, log = straced(blog, *injected(now))
            if not re.search("INJECTED|killed by", log):
                hold(done.code == 0 and blog.outputs() == new, f"{fault}: an unhurt run is not complete: {done.said}")
                hold(failures or not must_fail, f"{fault}: no run was hurt")
                return
            killed = "signal=KILL" in fault
            hold(killed or done.code in codes, f"{now}: exit {done.code}, not {codes}\n{done.said}")
            failures += done.code != 0
            if killed:
                next_run_mends(blog, old, new, now)
            elif done.code == 0:
                hold(blog.outputs() == new, f"{now}: exit 0, and not complete")
            else:
                whole(blog, old, new)
        raise Fault(f"{fault}: still hurt at call {AT_MOST}")


def next_run_mends(blog, old, new, what):
    for name, content in blog.outputs().items():
        if ".afterword-" not in name:
            hold(content in (old.get(name), new.get(name)), f"{what}: {name} is torn")
    hold(all((blog.path / name).exists() for name in old), f"{what}: an output is gone")
    blog.build(0)
    hold(blog.outputs() == new, f"{what}: the next build leaves {sorted(set(blog.outputs()) ^ set(new))}")


@row(22)
def no_space_at_any_write():
    # 0: only what is said on the screen was lost, and every output is complete.
    injections("write:error=ENOSPC:when={n}", (0, 2))
    injections("write:error=ENOSPC:when={n}+", (0, 2))


@row(23)
def disk_errors():
    for call in ("fsync", "/^rename", "close"):
        for error in ("EIO", "EACCES") if call == "/^rename" else ("EIO",):
            injections(f"{call}:error={error}:when={{n}}", (0, 2) if call == "close" else (2,))  # 0: a file that was only read


@row(24)
def interrupted_and_short_writes():
    for call in ("write", "fsync"):
        injections(f"{call}:error=EINTR:when={{n}}", (0,), must_fail=False)
    # A system that claims to have written what it has not is found out before the rename.
    injections("write:retval=5:when={n}", (0, 2))
    if not shutil.which("fiu-run"):
        raise Skip("fiu-run is not installed, so short writes are tried by a file size limit alone (row 25)")
    blog, old, new = two_versions()
    with blog:
        restore(blog, old)
        blog.run("afterword build", prefix=["fiu-run", "-x", "-c", "enable_random name=posix/io/rw/write/reduce,probability=0.7"]).exits(0)
        hold(blog.outputs() == new, "short writes: not complete")


@row(25)
def full_disk_and_size_limit():
    blog, old, new = two_versions()
    with blog:
        for ignored in (True, False):
            restore(blog, old)

            def limit():
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN if ignored else signal.SIG_DFL)
                resource.setrlimit(resource.RLIMIT_FSIZE, (700, 700))

            done = blog.run("afterword build", preexec_fn=limit, restore_signals=False)
            hold(done.code in (2, -signal.SIGXFSZ), f"size limit: exit {done.code}\n{done.said}")
            if done.code == 2:
                whole(blog, old, new)
            next_run_mends(blog, old, new, "size limit")
    root()
    with Blog({"a.md": post(text="word " * 4000)}) as blog:
        feeds = blog.path / "feeds"
        feeds.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8k", "none", feeds], capture_output=True, check=False).returncode:
            raise Skip("no tmpfs can be mounted here")
        try:
            blog.write("feeds/rss.xml", "old")
            blog.build(2, says="space")
            hold(blog.outputs() == {"feeds/rss.xml": b"old"}, f"a full disk: {list(blog.outputs())}")
        finally:
            subprocess.run(["umount", feeds], check=True)


@row(26)
def killed_at_each_call():
    calls = ("write", "fsync", "/^rename", "openat", "/^(fchmod|fchown|unlink|mkdir)", "close", "flock")
    for call in calls:
        every = 1 if LONG or call not in ("openat", "close") else 5
        injections(f"{call}:signal=KILL:when={{n}}", (), every=every, must_fail=call in calls[:3])


@row(27)
def interrupted_by_a_person():
    runs = 200 if LONG else 60
    posts = {f"p{number:02}.md": post(f"Post {number}", text="Some words. " * 200) for number in range(20)}
    with Blog(posts) as blog:
        started = time.monotonic()
        blog.build()
        length = time.monotonic() - started
        seen = set()
        random.seed(27)
        for number in range(runs):
            blog.write("posts/p00.md", post(f"Post {number} changed", text="Some words. " * 200))
            shutil.rmtree(blog.path / "drafts", ignore_errors=True)
            child = subprocess.Popen([BINARY, "build"], cwd=blog.path, env=ENV, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(random.uniform(0, length * 1.1))
            which = random.choice((signal.SIGINT, signal.SIGTERM))
            child.send_signal(which)
            code = child.wait(timeout=20)
            # Before the handler stands, the system ends the process; then nothing has been written yet.
            hold(code in (0, 128 + which, -which), f"{which.name}: exit {code}")
            seen.add(code)
            left = [name for name in blog.outputs() if ".afterword-" in name]
            hold(not left, f"{which.name} leaves {left}")
        hold(seen & {130, 143}, f"no run was interrupted at work: {seen}")
        blog.build(0)
        blog.check(0)


@row(28)
def killed_between_two_outputs():
    need("strace")
    blog, old, new = two_versions()
    with blog:
        straced(blog, *injected("/^rename:signal=KILL:when=2"))
        hold(blog.outputs() not in (old, new), "the run was not killed between two outputs")
        blog.check(1)
        blog.build(0)
        hold(blog.outputs() == new, "the next build does not complete")
        blog.check(0)


@row(29)
def read_only_folders():
    root()
    need("setpriv")
    nobody = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]
    if subprocess.run([*nobody, str(BINARY), "--version"], capture_output=True, check=False).returncode:
        raise Skip("another user cannot reach the binary")
    for folder in ("feeds", "drafts/a"):
        blog, old, _ = two_versions()
        with blog:
            for path in (blog.path, *blog.path.rglob("*")):
                os.chown(path, 65534, 65534)
            (blog.path / folder).chmod(0o555)
            blog.run("afterword build", prefix=nobody).exits(2, says=folder.split("/")[0])
            hold(blog.outputs() == old, f"{folder} is read-only, and yet something was written")
    blog, old, _ = two_versions()
    with blog:
        feeds = blog.path / "feeds"
        subprocess.run(["mount", "--bind", feeds, feeds], check=True)
        try:
            subprocess.run(["mount", "-o", "remount,ro,bind", feeds], check=True)
            blog.build(2, says="feeds")
            hold(blog.outputs() == old, "feeds is mounted read-only, and yet a draft was written")
        finally:
            subprocess.run(["umount", feeds], check=True)


@row(30)
def write_protected_output():
    blog, old, _ = two_versions()
    with blog:
        (blog.path / "feeds/atom.xml").chmod(0o444)
        blog.build(2, says="feeds/atom.xml")
        hold(blog.outputs() == old, "a write-protected output, and yet something was written")


@row(31)
def modes():
    blog, _, new = two_versions()
    with blog:
        (blog.path / "feeds/atom.xml").chmod(0o640)
        (blog.path / "feeds/rss.xml").unlink()
        blog.build(0, preexec_fn=lambda: os.umask(0o022))
        mode = lambda name: stat.S_IMODE((blog.path / name).stat().st_mode)
        hold(mode("feeds/atom.xml") == 0o640, "mode 0640 is not kept")
        hold(mode("feeds/rss.xml") == 0o644, f"a new output has mode {mode('feeds/rss.xml'):o}")


@row(32)
def outputs_behind_links():
    # At another output of the same folder, a link is written through.
    blog, old, new = two_versions('[feeds]\nformats = ["rss"]\n')
    with blog:
        (blog.path / "feeds/rss.xml").rename(blog.path / "feeds/atom.xml")
        (blog.path / "feeds/rss.xml").symlink_to("atom.xml")
        blog.build(0)
        hold((blog.path / "feeds/rss.xml").is_symlink(), "the link is replaced")
        hold(blog.read("feeds/atom.xml") == new["feeds/rss.xml"], "the link is not written through")
        blog.check(0)
    # Anywhere else it leads no write, be it a link of the file or of its folder.
    for link, target in (("feeds/feed.json", "../.git/hooks/pre-commit"), ("feeds/feed.json", "../.GIT/config"), ("feeds/rss.xml", "../posts/a.md"),
                         ("feeds/rss.xml", "../afterword.toml"), ("feeds/atom.xml", "index.html"), ("feeds", "public"), ("feeds", ".git/hooks"),
                         ("drafts/a", "../posts"), ("drafts/a/x.txt", "../../.git/new")):
        blog, old, new = two_versions()
        with blog:
            blog.must("git init -q -b main .")
            blog.write("public/x", "x")
            blog.write("feeds/index.html", "mine")
            blog.write(".git/hooks/pre-commit", "#!/bin/sh\n")
            place = blog.path / link
            shutil.rmtree(place) if place.is_dir() else place.unlink()
            place.symlink_to(target)
            before = {path: path.read_bytes() for path in blog.path.rglob("*") if path.is_file()}
            for command in ("build", "check"):
                blog.run(f"afterword {command}").exits(2, says=f"{re.escape(link)}.*symbolic link")
            hold({path: path.read_bytes() for path in blog.path.rglob("*") if path.is_file()} == before, f"{link} -> {target}: something is written")
    # A hard link is parted, not written through.
    blog, old, new = two_versions()
    with blog:
        blog.write("mine", "mine")
        (blog.path / "feeds/rss.xml").unlink()
        os.link(blog.path / "mine", blog.path / "feeds/rss.xml")
        blog.build(0)
        hold(blog.read("mine") == b"mine" and blog.outputs() == new, "a hard link is written through")
    for table in ("feeds", "drafts"):
        for folder in (".git/hooks", ".GIT", "a/.git./x", "git~1"):
            with Blog(config=f'[{table}]\ndir = "{folder}"\n') as blog:
                blog.build(2, says="git repository's own files")
    blog, old, new = two_versions()
    with blog, Blog() as outside:
        outside.write("x.xml", "mine")
        (blog.path / "feeds/rss.xml").unlink()
        (blog.path / "feeds/rss.xml").symlink_to(outside.path / "x.xml")
        blog.build(2, says="feeds/rss.xml")
        hold(outside.read("x.xml") == b"mine", "a file outside is written to")
        hold(blog.read("feeds/atom.xml") == old["feeds/atom.xml"], "another output was written")


@row(22)
def an_edit_saved_at_the_last_moment_is_kept():
    need("strace")
    for name in ("drafts/a/bluesky.txt", "feeds/rss.xml"):
        blog, old, new = two_versions()
        with blog:
            for other in old:
                if other < name:
                    blog.write(other, new[other])
            log = blog.path.parent / f"{blog.path.name}.strace"
            trace, inject = injected("/^rename:delay_enter=1500000:when=1")
            child = subprocess.Popen(["strace", "-f", "-qq", "-o", str(log), "-e", trace, "-e", inject, str(BINARY), "build"], cwd=blog.path,
                                     env=ENV, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            while not log.exists() or b"rename" not in log.read_bytes():
                hold(child.poll() is None, "the run ended before its first rename")
                time.sleep(0.01)
                if any(".afterword-" in left for left in blog.outputs()):
                    time.sleep(0.3)
                    break
            with open(blog.path / name, "ab") as file:
                file.write(b"mine\n")
            said = child.communicate(timeout=60)[0].decode()
            log.unlink(missing_ok=True)
            hold(blog.read(name) == old[name] + b"mine\n", f"{name}: the edit is lost")
            hold(child.returncode == 2 and name in said, f"{name}: exit {child.returncode}\n{said}")
            hold(not [left for left in blog.outputs() if ".afterword-" in left], "a temporary file stays behind")


@row(33)
def outputs_that_are_no_files():
    def folder(path):
        path.mkdir()

    def pipe(path):
        os.mkfifo(path)

    def device(path):
        root()
        os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 3))

    for make in (folder, pipe, device):
        blog, old, _ = two_versions()
        with blog:
            (blog.path / "feeds/rss.xml").unlink()
            make(blog.path / "feeds/rss.xml")
            for command in ("afterword build", "afterword check"):
                blog.run(command, timeout=5).exits(2, says="feeds/rss.xml")
            hold(blog.read("feeds/atom.xml") == old["feeds/atom.xml"], "another output was written")
    with Blog() as blog:
        blog.write("feeds", "a file")
        blog.build(2, says="feeds")
        hold(blog.outputs() == {}, "drafts were written although feeds is a file")


@row(34)
def two_builds_at_once():
    for number in range(100 if LONG else 25):
        posts = {f"p{n}.md": post(f"Post {n}", text=f"Words {number}. " * 50) for n in range(4)}
        with Blog(posts) as blog:
            both = [subprocess.Popen([BINARY, "build"], cwd=blog.path, env=ENV, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
                    for _ in range(2)]
            for child in both:
                out, _ = child.communicate(timeout=60)
                hold(child.returncode == 0, f"two at once: exit {child.returncode}\n{out.decode()}")
            blog.check(0)
            hold(not [name for name in blog.everything() if "lock" in name or ".afterword" in name], "a lock file stays behind")


@row(34)
def lock_of_a_dead_process():
    need("strace")
    blog, old, new = two_versions()
    with blog:
        straced(blog, *injected("/^rename:signal=KILL:when=1"))
        blog.run("afterword build", timeout=10).exits(0)
        hold(blog.outputs() == new, "the next build does not complete")


@row(35)
def post_that_changes_while_read():
    need("strace")
    with Blog() as blog:
        done, log = straced(blog, "trace=openat,open")
        done.exits(0)
        opened = re.findall(r'posts/a\.md"', log)
        hold(len(opened) == 1, f"the post is opened {len(opened)} times")
    with Blog() as blog:
        ending = threading.Event()

        def writer():
            number = 0
            while not ending.is_set():
                number += 1
                # As editors save: a whole new file under the old name.
                blog.write("posts/.a.new", post(f"Title {number}"))
                os.replace(blog.path / "posts/.a.new", blog.path / "posts/a.md")

        thread = threading.Thread(target=writer)
        thread.start()
        try:
            for _ in range(20):
                blog.build(0)
        finally:
            ending.set()
            thread.join()
        titles = {re.search(rb"<item>\s*<title>(.*?)</title>", blog.read("feeds/rss.xml")).group(1),
                  re.search(rb"<entry>.*?<title[^>]*>(.*?)</title>", blog.read("feeds/atom.xml"), re.S).group(1)}
        hold(len(titles) == 1, f"one run wrote two versions of a post: {titles}")
        blog.write("posts/a.md", post("The last word"))
        blog.check(1)


@row(36)
def nobody_reads():
    blog, _, new = two_versions()
    with blog:
        for command in ("build", "check", "inspect posts/a.md", "explain date-missing", "draft posts/a.md", "--help", "check --format json",
                        "validate feeds/rss.xml", "build --diff"):
            blog.write("posts/a.md", post("First, again", text=command))
            for stream in ("stdout", "stderr"):
                with open("/dev/full", "wb") as full:
                    blog.run(f"afterword {command}", **{stream: full}).exits(0, 1, 2)
                reader, writer = os.pipe()
                os.close(reader)
                blog.run(f"afterword {command}", **{stream: writer}).exits(0, 1, 2, -signal.SIGPIPE)
                os.close(writer)
                number = 1 if stream == "stdout" else 2
                blog.run(["sh", "-c", f'exec "$0" {command} {number}>&-', str(BINARY)]).exits(0, 1, 2)
