"""kills.py BINARY [KILLS]: SIGKILL at random moments of builds over 50 posts that change, with drafts that people edit.

After every kill each output is the old one or a complete new one, and no edited draft has lost a byte; after the next
run nothing is left over and everything is current. At least three in ten kills have to fall between the first temporary
file and the last rename, or the test says that it proves too little.
"""
import os
import random
import signal
import subprocess
import sys
import time

from harness import BINARY, ENV, Blog, Fault, hold, post

POSTS = 50
EDITED = [f"drafts/p{number:02}/mastodon.txt" for number in (40, 45, 49)]
TEMPORARY = ".afterword-"


def write_posts(blog, generation, only=None):
    for number in range(POSTS):
        if only is None or number % 5 == only:
            # The title changes, so every feed and every draft of the post does.
            blog.write(f"posts/p{number:02}.md", post(f"Post {number}, take {generation}", f"2026-01-{number % 28 + 1:02}T{number % 24:02}:00:00Z", "Some words. " * 100))


def temporary(blog):
    return [path for path in blog.path.rglob(f"{TEMPORARY}*")]


def kill_while_writing(blog, child, random_source, length):
    """Kills at a random moment. Half of the time it waits for the first temporary file, so that many kills fall into the writing."""
    if random_source.random() < 0.5:
        time.sleep(random_source.uniform(0, length))
    else:
        folders = [blog.path / "feeds", *(blog.path / "drafts").glob("*")]
        while child.poll() is None:
            if any(name.startswith(TEMPORARY) for folder in folders[:3] + folders[-3:] for name in os.listdir(folder)):
                time.sleep(random_source.uniform(0, 0.03))
                break
    child.send_signal(signal.SIGKILL)
    child.wait()


def main():
    kills = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    source = random.Random(1000)
    within = torn = 0
    with Blog({}, config="[feeds]\nlimit = 50\n") as blog:
        generation = 0
        write_posts(blog, generation)
        blog.build()
        mine = {}
        for name in EDITED:
            blog.write(name, blog.read(name).rstrip(b"\n") + b"\nMy own words.\n")
            mine[name] = blog.read(name)
        started = time.monotonic()
        blog.build(0, 1)
        length = time.monotonic() - started
        for number in range(kills):
            generation += 1
            before = blog.outputs()
            write_posts(blog, generation, only=generation % 5)
            child = subprocess.Popen([BINARY, "build"], cwd=blog.path, env=ENV, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            kill_while_writing(blog, child, source, length * 1.2)
            left = temporary(blog)
            after = {name: content for name, content in blog.outputs().items() if TEMPORARY not in name}
            changed = [name for name in after if after[name] != before.get(name)]
            for name in before:
                hold(name in after, f"kill {number}: {name} is lost")
            for name, content in mine.items():
                hold(blog.read(name) == content, f"kill {number}: the edit of {name} is lost")
            # What a build that nobody kills writes from the very same state.
            blog.run("afterword build").exits(0, 1)
            new = blog.outputs()
            hold(not temporary(blog), f"kill {number}: {temporary(blog)} stays behind")
            # Between the first temporary file and the last rename: one is left, or some outputs are new and some are not.
            within += bool(left) or (child.returncode < 0 and bool(changed) and after != new)
            for name in changed:
                torn += after[name] not in (before.get(name), new[name])
            hold(not torn, f"kill {number}: an output is neither old nor new")
            for name, content in mine.items():
                hold(blog.read(name) == content, f"after kill {number}: the edit of {name} is lost")
            if number % 100 == 99:
                print(f"{number + 1} kills, {within} while writing", flush=True)
    print(f"kills: {kills}, {within} between the first temporary file and the last rename; 0 torn or lost files, 0 leftovers after the next run, 0 lost edits")
    hold(within * 10 >= kills * 3, "too few kills fell into the writing to prove anything")


try:
    main()
except Fault as fault:
    print(f"kills: {fault}")
    sys.exit(1)
