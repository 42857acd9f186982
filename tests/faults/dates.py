"""Dates."""
import os
import re
import shutil
import subprocess

from harness import Blog, Skip, hold, need, post, row


def dates(values, code, says=None):
    for value in values:
        with Blog({"a.md": post(date=value)}) as blog:
            blog.check(code, says=says, args="") if code else blog.build(0)
            if code:
                found = [one for one in blog.findings() if one["level"] == "error" and one["file"] == "posts/a.md"]
                hold(found and found[0]["line"] == 3 and found[0]["help"], f"{value}: {found}")


@row(51)
def impossible():
    dates(["2026-02-30", "2026-13-01", "2026-00-10", "2026-01-00", "2026-01-01T24:00:00Z", "2026-01-01T10:61:00Z",
           "2026-01-01T10:00:00+25:00", "2025-02-29", "yesterday", '"12/13/14"'], 1)


@row(52)
def early():
    dates(["0000-01-01", "0001-01-01", "1582-10-10", "1899-12-31"], 1)
    dates(["1900-01-02"], 0)


@row(53)
def late():
    dates(["9999-12-31T23:59:59Z", "9999-12-31T23:59:59-12:00", "10000-01-01", '"99999-01-01T00:00:00Z"'], 1)
    dates(["9999-12-30"], 0)


@row(54)
def leap_second():
    with Blog({"a.md": post(date="2016-12-31T23:59:60Z")}) as blog:
        blog.build(0)
        hold(b"2016-12-31T23:59:59" in blog.read("feeds/atom.xml"), "second 60 is not written as 59")
        hold(b"23:59:59" in blog.read("feeds/rss.xml"), "second 60 is not written as 59 in RSS")
        blog.check(0)


@row(55)
def zones():
    zone = 'timezone = "America/New_York"\n'
    made = set()
    for machine in ("UTC", "Asia/Tokyo", "America/Los_Angeles", ":/nonexistent", "XYZ-5"):
        with Blog({"a.md": post(date="2026-07-01T12:00:00")}, zone) as blog:
            blog.build(0, env={"TZ": machine})
            made.add(blog.read("feeds/atom.xml"))
    hold(len(made) == 1 and b"2026-07-01T12:00:00-04:00" in made.pop(), "a time without zone is not read in the configured one")
    with Blog({"a.md": post(date="2026-03-08T02:30:00")}, zone) as blog:
        blog.check(1, says=r"posts/a\.md")
    folds = set()
    for machine in ("UTC", "Asia/Tokyo"):
        with Blog({"a.md": post(date="2026-11-01T01:30:00")}, zone) as blog:
            done = blog.run("afterword build", env={"TZ": machine}).exits(0, 1)
            folds.add((done.code, tuple(blog.outputs().items())))
    hold(len(folds) == 1, "the fold depends on the machine")


@row(56)
def clocks():
    with Blog({"a.md": post(date="2030-01-01"), "b.md": post("Second", "2020-01-01")}) as blog:
        blog.build(0)
        before = blog.outputs()
        blog.check(0)
        if shutil.which("faketime"):
            for year in ("1999", "2038", "2099"):
                prefix = ["faketime", f"{year}-06-01 12:00:00"]
                blog.run("afterword check", prefix=prefix).exits(0)
                blog.run("afterword build", prefix=prefix).exits(0)
                hold(blog.outputs() == before, f"other outputs in {year}")
        else:
            raise Skip("faketime is not installed")


@row(57)
def dates_that_differ():
    with Blog({"2026-01-05-a.md": post(date="2026-01-06")}) as blog:
        done = blog.build(0, says=r"2026-01-05-a\.md")
        hold(b"2026-01-06" in blog.read("feeds/atom.xml"), "the front matter does not count")
        hold(any(one["level"] == "warning" for one in blog.findings()), "no warning")
        del done
    made = set()
    for names in (("a", "b", "c"), ("c", "b", "a")):
        with Blog({}) as blog:
            for name in names:
                blog.write(f"posts/{name}.md", post(f"Title {name}", "2026-01-01T10:00:00Z"))
            blog.build(0)
            made.add(tuple(blog.outputs().items()))
    hold(len(made) == 1, "posts of one instant have no fixed order")
