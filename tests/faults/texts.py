"""Bytes, names, front matter."""
import os
import subprocess
import unicodedata

from harness import BINARY, ENV, Blog, Skip, hold, post, row

GOOD = "---\ntitle: First\ndate: 2026-01-01\n---\n\nSome words of the text.\n"


def refused(text, says=None, name="a.md", line=None):
    """The post is an error that names its file (and line), and nothing is written."""
    with Blog({name: text}) as blog:
        blog.check(1, says=says)
        blog.build(1, says=f"posts/{name}")
        hold(blog.outputs() == {}, f"{text[:60]!r}: an error, and yet something was written")
        found = [one for one in blog.findings() if one["level"] == "error" and one["file"] == f"posts/{name}"]
        hold(found, f"{text[:60]!r}: no error in the post")
        hold(line is None or any(one["line"] == line for one in found), f"{text[:60]!r}: not in line {line}: {found}")
        hold(any(one["help"] for one in found), f"{text[:60]!r}: no help: {found}")


@row(37)
def fences():
    refused("", line=1)
    refused("---\ntitle: First\ndate: 2026-01-01\n---\n", line=5)
    refused("Just text, no front matter.\n", line=1)
    refused("Title: First\nDate: 2026-01-01\n\nHeader lines without a fence.\n", line=1)
    refused("---\ntitle: First\ndate: 2026-01-01\n\nText without an end of the front matter.\n", line=1)
    with Blog({"a.md": "Title: First\nDate: 2026-01-01\n\nHeader lines without a fence.\n"}, '[posts]\ndialect = "pelican"\n') as blog:
        blog.build(0)
        hold(b"Header lines" in blog.read("feeds/rss.xml"), "a Pelican post is lost")
    with Blog({"a.md": GOOD + "\n---\n\nBetween the rules.\n\n---\n\nThe end.\n"}) as blog:
        blog.build(0)
        hold(b"Between the rules." in blog.read("feeds/rss.xml"), "text between two `---` is lost")


@row(38)
def encodings():
    at = len(GOOD) + 3
    refused(GOOD.encode() + b"caf\xe9 au lait\n", says=rf"byte {at}\b.*Latin-1", line=7)
    refused(b"\xff\xfe" + GOOD.encode("utf-16-le"), says=r"byte 0\b.*UTF-16", line=1)
    refused(b"\xfe\xff" + GOOD.encode("utf-16-be"), says=r"byte 0\b.*UTF-16", line=1)
    refused(GOOD.encode() + b"\xed\xa0\x80", says=rf"UTF-8 from byte {len(GOOD)}\b", line=7)


@row(39)
def line_ends():
    text = GOOD + "\nA second line,\nand a third.\n\n```\ncode\nmore\n```\n"
    with Blog({"a.md": text}) as blog:
        blog.build(0)
        plain = blog.outputs()
    for name, changed in (("BOM", "\ufeff" + text), ("CR LF", text.replace("\n", "\r\n")), ("CR", text.replace("\n", "\r")),
                          ("mixed", text.replace("\n", "\r\n", 6)), ("BOM and CR LF", "\ufeff" + text.replace("\n", "\r\n"))):
        with Blog({"a.md": changed}) as blog:
            blog.build(0)
            differ = [path for path, content in blog.outputs().items() if plain.get(path) != content]
            hold(not differ and blog.outputs().keys() == plain.keys(), f"{name}: other bytes in {differ}")
    refused("---\r\ntitle: First\r\ndate: 2026-13-01\r\n---\r\n\r\nText.\r\n", line=3)
    refused("---\rtitle: First\rdate: 2026-13-01\r---\r\rText.\r", line=3)


@row(40)
def forbidden_characters():
    for character in ("\0", "\b", "\v", "\x1b", "\ufffe", "\uffff"):
        refused(GOOD + f"one {character} two\n", line=7)
        refused(post(title=f'"a{character}b"'))
    refused(GOOD + "one &#8; two\n", line=7)
    refused(GOOD + "one &#xFFFE; two\n", line=7)
    refused(post(title=r'"a\bb"'), line=2)


@row(41)
def keys_and_types():
    refused("---\ntitle: One\ntitle: Two\ndate: 2026-01-01\n---\n\nText.\n", line=3)
    refused("---\ntitle: [a, b]\ndate: 2026-01-01\n---\n\nText.\n", line=2)
    refused(post(tags="{a: b}"), line=4)
    refused(post(draft='"maybe"'), line=4)
    refused(post(sumary="x"), line=4, says="did you mean `summary`")
    refused(post(summary="y", sumary="x"), line=5, says="did you mean `summary`")
    for title in ("3", "[3]", "2026-01-01", "true"):
        refused(f"+++\ntitle = {title}\ndate = 2026-01-01\n+++\n\nText.\n", line=2)
    refused('{"title": 3, "date": "2026-01-01"}\n\nText.\n', line=1)
    refused('{"title": "One", "title": "Two", "date": "2026-01-01"}\n\nText.\n')
    for text in ("no", '"no"'):
        refused(post(draft=text), line=4, says="draft: false")
    refused(post(title="no"), line=2, says='did you mean.*"no"')
    with Blog({"a.md": post(title='"no"', language="no")}) as blog:
        blog.build(0)
    # What a generator accepts is a warning at most, and its own keys are silent.
    for generator, text in (("hugo", "+++\ntitle = 3\ndate = 2026-01-01\ndraft = \"no\"\nlinkTitle = 'x'\nsumary = 'x'\n+++\n\nText.\n"),
                            ("jekyll", "---\ntitle: no\ndate: 2026-01-01\nlayout: post\ntitel: x\nfoo: bar\n---\n\nText.\n")):
        with Blog({"2026-01-01-a.md": text}, f'[posts]\ndialect = "{generator}"\n') as blog:
            blog.check(1, never=r"error\[(?!missing-output|stale)|linkTitle|layout|foo")
            blog.build(0, never="linkTitle|layout|foo")


@row(42)
def sizes():
    patience = 600  # seconds; how long it takes is measured in bombs.py and in benches
    with Blog({"a.md": post(text="Some words of a very long post. " * 330_000)}) as blog:
        done = blog.run("afterword build", timeout=patience).exits(0, 1)
        hold(done.code == 0 or "posts/a.md" in done.said, "refused without a name")
    with Blog({"a.md": post(text="word " * 200_000)}) as blog:
        blog.build(0, timeout=patience)
    with Blog({}) as blog:
        for number in range(10_000):
            blog.write(f"posts/p{number:05}.md", post(f"Post {number}", f"20{number % 25:02}-{number % 12 + 1:02}-{number % 28 + 1:02}", f"Text {number}."))
        blog.build(0, timeout=patience)
        hold(len(os.listdir(blog.path / "drafts")) <= 20, "drafts outside of the window")
        # An error in the oldest of all posts counts, however far outside of the window it is: of its date, in its
        # front matter, in its bytes.
        for oldest in (post("Post 0", "2000-01-32", "Text 0."), post("Post 0", "1999-01-01", "Text 0.", sumary="x"),
                       post("Post 0", "1999-01-01", "Text \b 0."), post("Post 0", "1999-01-01", "ghp_" + "aB3dE5fG7h" * 4)):
            blog.write("posts/p00000.md", oldest)
            blog.check(1, says="posts/p00000.md", timeout=patience)


@row(43)
def names():
    for name in (b"a\n.md", b"\xff.md", b"-rf.md", b'say "a".md', b"a\x1b[31m.md"):
        with Blog() as blog:
            with open(os.path.join(os.fsencode(blog.path), b"posts", name), "wb") as file:
                file.write(GOOD.encode())
            for command in ("check", "build"):
                done = blog.run(f"afterword {command}").exits(1)
                raw = (done.out + done.err).replace("\n", "")
                hold("\x1b" not in raw and "\ufffd" not in raw, f"{name}: shown unescaped")
            hold(blog.outputs() == {}, f"{name}: something was written")
            blog.must("git init -q .")
            blog.must("git add posts afterword.toml")
            blog.check(1, args="--from index")


@row(44)
def no_files():
    def link(path):
        path.symlink_to("/etc/passwd")

    def loop(path):
        path.symlink_to(path.name)

    def pipe(path):
        os.mkfifo(path)

    for make in (link, loop, pipe):
        with Blog() as blog:
            make(blog.path / "posts/b.md")
            for command in ("check", "build"):
                blog.run(f"afterword {command}", timeout=10).exits(1, says=r"posts/b\.md", never="root:")
            hold(blog.outputs() == {}, "something was written")
            if make is not pipe:
                blog.must("git init -q .")
                blog.must("git add -A")
                blog.check(1, args="--from index", says=r"posts/b\.md")
    with Blog(git=True) as blog:
        blog.commit()
        blog.must("git init -q posts/other.md")
        blog.must("git commit -q --allow-empty -m x", cwd=blog.path / "posts/other.md")
        blog.must("git add -A")
        blog.check(1, args="--from index", says=r"posts/other\.md")


@row(45)
def names_that_meet():
    with Blog({"Talk.md": post("One"), "talk.md": post("Two", "2026-01-02")}) as blog:
        if len(os.listdir(blog.path / "posts")) == 2:
            blog.check(1, says=r"(?s)posts/(?i:talk)\.md.*posts/(?i:talk)\.md")
    composed, apart = (unicodedata.normalize(form, "café") for form in ("NFC", "NFD"))
    with Blog({f"{composed}.md": post("One"), f"{apart}.md": post("Two", "2026-01-02")}) as blog:
        if len(os.listdir(blog.path / "posts")) == 2:
            blog.check(1, says="posts/caf")
