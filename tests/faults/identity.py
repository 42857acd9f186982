"""Identity and paths."""
import re
import shutil
from urllib.parse import quote

from harness import CONFIG, Blog, hold, need, post, row


@row(58)
def slugs_that_lead_out():
    for slug in ("../../etc/x", "/x", "C:\\x", "a/../b", "%2e%2e", "..", "a\\b"):
        with Blog({"a.md": post(slug=f"'{slug}'")}) as blog:
            blog.check(1, says=r"posts/a\.md")
            blog.build(1)
            hold(blog.outputs() == {}, f"{slug}: something was written")


@row(58)
def nothing_outside_is_opened():
    need("strace")
    with Blog({"a.md": post(image="../../../etc/passwd"), "b.md": post("Two", "2026-01-02", "![x](../../../../etc/passwd) ![y](/etc/passwd)")}) as blog:
        log = blog.path.parent / f"{blog.path.name}.strace"
        blog.run("afterword build", prefix=["strace", "-f", "-qq", "-o", str(log), "-e", "trace=openat,open"]).exits(0, 1)
        opened = re.findall(r'"([^"]*)"', log.read_text(errors="replace"))
        log.unlink(missing_ok=True)
        hold(not [path for path in opened if "passwd" in path], "a file outside of the project is opened")


@row(59)
def slugs_that_some_system_cannot_bear():
    for slug in ("CON", "nul.txt", "aux", "trailing.", "trailing ", "a:b", "x" * 256, "a|b", "a?b", "a*b"):
        with Blog({"a.md": post(slug=f"'{slug}'")}) as blog:
            blog.check(1, says=r"posts/a\.md")
    for name in ("🎉🎉", "日本語の記事", "!!!"):
        # The documented fallback: a key is the file's own name, written in addresses as RFC 3986 asks.
        with Blog({f"{name}.md": post()}) as blog:
            blog.build(0)
            hold(f"https://example.org/{quote(name, safe='!')}/".encode() in blog.read("feeds/rss.xml"), f"{name}: another address")
            hold((blog.path / "drafts" / name / "x.txt").exists(), f"{name}: drafts elsewhere")
    with Blog({"con.md": post()}) as blog:
        blog.run("afterword check").exits(1, says=r"posts/con\.md")


@row(60)
def two_of_one_name():
    with Blog({"a.md": post(id="tag:example.org,2026:x"), "b.md": post("Two", "2026-01-02", id="tag:example.org,2026:x")}) as blog:
        blog.check(1, says=r"(?s)posts/[ab]\.md.*posts/[ab]\.md")
    with Blog({"a.md": post(permalink="https://example.org/x/"), "b.md": post("Two", "2026-01-02", permalink="https://example.org/x/")}) as blog:
        blog.check(1, says=r"(?s)posts/[ab]\.md.*posts/[ab]\.md")
    with Blog({"2025/talk.md": post(), "2026/talk.md": post("Two", "2026-01-02")}) as blog:
        blog.build(0)


@row(61)
def id_that_changes():
    with Blog(git=True) as blog:
        blog.build(0)
        blog.commit()
        blog.write("posts/a.md", post(id="tag:example.org,2026:other"))
        blog.check(1, says="id")
        blog.build(1, says=r"id: ")
        hold(b"2026:other" not in blog.read("feeds/atom.xml"), "the new id was written")
        blog.build(0, args="--new-ids")
        hold(b"2026:other" in blog.read("feeds/atom.xml"), "--new-ids writes no new id")


@row(61)
def a_meant_change_of_an_id_can_be_committed():
    with Blog({"a.md": post(), "b.md": post("Second", "2026-01-02")}, git=True) as blog:
        blog.build(0)
        blog.commit()
        blog.must("git mv posts/b.md posts/bb.md")
        blog.build(1, says="build --new-ids")
        blog.check(1, says="id-changed|entry id would change")
        blog.build(0, args="--new-ids")
        blog.must("git add -A")
        blog.check(0, args="--from index")
        blog.build(0)
        blog.commit()
        for source in ("worktree", "index", "HEAD"):
            blog.check(0, args=f"--from {source}")
        # What is meant of one entry is not meant of another.
        blog.must("git mv posts/a.md posts/aa.md")
        blog.build(1, says="tag:example.org,2026:a ")


@row(62)
def configuration_that_leads_out():
    for text in ('[posts]\ndir = "../posts"\n', '[feeds]\ndir = "/tmp/feeds"\n', '[drafts]\ndir = "a/../../b"\n', '[feeds]\ndir = "../x"\n'):
        with Blog(config=text) as blog:
            for command in ("check", "build"):
                blog.run(f"afterword {command}").exits(2, says="afterword.toml")
            hold(blog.outputs() == {}, f"{text}: something was written")
    with Blog() as blog, Blog() as outside:
        (blog.path / "feeds").symlink_to(outside.path)
        blog.build(2, says="feeds")
        hold(not (outside.path / "rss.xml").exists() and not (blog.path / "drafts").exists(), "something was written")
