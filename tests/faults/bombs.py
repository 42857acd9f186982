"""Bombs. With --long and a release build each ends within a second and 200 MB.

Otherwise no bound depends on how fast the machine is: each bomb may cost a multiple of what a plain post of 100 KB costs
here and now, which what grows with the square of its size is far beyond, and the doubling test needs no clock at all.
"""
import functools
import os
import subprocess
import tempfile
import time

from harness import BINARY, ENV, LONG, RELEASE, Blog, hold, post, row

MEGABYTES = 200
# A plain post of 100 KB takes 0.03 s in a release build, and an empty one most of that.
TIMES = 60


@functools.cache
def most():
    """The seconds of the processor that a bomb may cost."""
    if LONG and RELEASE:
        return 1.0
    with Blog({"a.md": post(text="Some words of a plain text.\n\n" * 3500)}) as blog:
        return max(TIMES * measured(blog, "build", "a plain post", (0,), 600), 15.0)


def measured(blog, command, what, codes, bound=None):
    """Runs with the time and the memory that a bomb may cost."""
    bound = bound or most()
    with tempfile.TemporaryFile() as said:
        child = subprocess.Popen([BINARY, *command.split()], cwd=blog.path, env=ENV, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        try:
            ends = time.monotonic() + bound * 40
            while time.monotonic() < ends:
                pid, status, usage = os.wait4(child.pid, os.WNOHANG)
                if pid:
                    break
                time.sleep(0.01)
            else:
                child.kill()
                os.wait4(child.pid, 0)
                hold(False, f"{what}: more than {bound * 40:.0f} s")
        finally:
            child.returncode = 0
        # The machine's own time: a busy machine is no fault of the text.
        seconds = usage.ru_utime + usage.ru_stime
        said.seek(0)
        text = said.read().decode("utf-8", "replace")
    code = os.waitstatus_to_exitcode(status)
    hold(code in codes, f"{what}: exit {code}, not {codes}\n{text[-1000:]}")
    hold(seconds <= bound, f"{what}: {seconds:.1f} s, not {bound:.1f}")
    hold(usage.ru_maxrss <= MEGABYTES * 1024, f"{what}: {usage.ru_maxrss // 1024} MB")
    hold(len(text) < 100_000, f"{what}: {len(text)} bytes of message")
    if LONG:
        print(f"    {what}: {seconds:.2f} s, {usage.ru_maxrss // 1024} MB", flush=True)
    return seconds


def bomb(text, what, codes=(1,)):
    with Blog({"a.md": text}) as blog:
        return measured(blog, "build", what, codes)


@row(46)
def yaml():
    aliases = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi"))
    bomb(f"---\ntitle: x\ndate: 2026-01-01\n{aliases}tags: *i\n---\n\nText.\n", "YAML aliases")
    for mark in ("[", "{a: ", "- ", "? "):
        bomb(f"---\ntitle: {mark * 100_000}\n---\n\nText.\n", f"YAML {mark!r}")


@row(47)
def toml():
    for text, what in ((f"x = {'[' * 100_000}", "brackets"), (f"{'a.' * 100_000}a = 1", "dotted key"), (f"x = {'{a=' * 100_000}", "tables"),
                       ("".join(f"[{'a.' * 50}b{n}]\n" for n in range(2000)), "headers")):
        bomb(f"+++\ntitle = 'x'\ndate = 2026-01-01\n{text}\n+++\n\nText.\n", f"TOML {what}", (0,) if what == "headers" else (1,))
    bomb('{"title": ' + "[" * 100_000 + "}\n\nText.\n", "JSON brackets")


@row(48)
def depth():
    for text, what in ((">" * 20_000 + " x", ">"), ("<div>" * 20_000, "div"), ("> " * 20_000 + "x", "> "), ("- " * 20_000 + "x", "lists"),
                       ("<div>\n\n" * 5_000, "div blocks"), ("> " * 50_000 + "x", "> 50,000"), ("<b>" * 50_000, "b"), ("<svg>" * 20_000, "svg")):
        # What is left out of a feed, as <svg> is, has no depth in it.
        bomb(post(text=text), f"depth of {what}", (0,) if what == "svg" else (1,))


@row(49)
def repetition():
    unit = {"footnotes": "[^1", "footnote definitions": "[^1]: a\n\n", "comments": "<!-- <", "links": "[a](<b", "stars": "*a ", "runs": "**a*",
            "brackets": "[", "images": "![", "entities": "&#x", "backticks": "`a``", "reference links": "[a][", "tildes": "~~a~", "tags": "<a ",
            "declarations": "<?", "cdata": "<![CDATA[", "mails": "a@b", "addresses": "http://a.b ", "underscores": "_a_", "hashes": "# a\n"}
    for what, one in unit.items():
        cost = lambda size: bomb(post(text=one * (size // len(one))), f"{size} bytes of {what}", (0, 1))
        half, whole = cost(50_000), cost(100_000)
        # Twice the text, less than three times the time; what takes no time is not worth a ratio.
        if whole > most() / 4 and whole > half * 3:
            half, whole = max(half, cost(50_000)), min(whole, cost(100_000))
            hold(whole < half * 3, f"{what}: {half:.2f} s, then {whole:.2f} s")
    header = "|" + "a|" * 20_000 + "\n|" + "-|" * 20_000 + "\n"
    bomb(post(text=header + "|a\n" * 500), "a wide table", (0, 1))


@row(50)
def feeds():
    rss = '<rss version="2.0"><channel><title>x</title><link>https://example.org/</link><description>x</description>{}</channel></rss>'
    entities = '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi")) + "]>"
    bombs = {
        "entities": entities + rss.format("<item><title>&i;</title></item>"),
        "an external entity": '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + rss.format("<item><title>&x;</title></item>"),
        "attributes": rss.format("<item " + " ".join(f'a{n}="1"' for n in range(80_000)) + "/>"),
        "namespaces": rss.format("<item " + " ".join(f'xmlns:a{n}="u:{n}"' for n in range(80_000)) + "/>"),
        "levels": rss.format("<a>" * 100_000 + "</a>" * 100_000),
        "open levels": "<rss>" + "<a>" * 100_000,
        "JSON levels": '{"version": "https://jsonfeed.org/version/1.1", "title": ' + "[" * 100_000,
    }
    with Blog() as blog:
        for what, text in bombs.items():
            blog.write("bomb", text)
            measured(blog, "validate bomb", what, (1,))
            blog.run("afterword validate bomb", timeout=40 * most()).exits(1, never="root:")
