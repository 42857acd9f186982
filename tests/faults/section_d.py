"""Section D: bombs. Each ends within a second and 200 MB in a release build."""
import os
import resource
import subprocess
import tempfile
import time

from harness import BINARY, ENV, SLOWER, Blog, hold, post, row

SECOND = 1.0 * SLOWER
MEGABYTES = 200


def measured(blog, command, what, codes):
    """Runs with the time and the memory that a bomb may cost."""
    with tempfile.TemporaryFile() as said:
        child = subprocess.Popen([BINARY, *command.split()], cwd=blog.path, env=ENV, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        try:
            for _ in range(int(SECOND * 1500)):
                pid, status, usage = os.wait4(child.pid, os.WNOHANG)
                if pid:
                    break
                time.sleep(0.01)
            else:
                child.kill()
                os.wait4(child.pid, 0)
                hold(False, f"{what}: more than {SECOND * 15:.0f} s")
        finally:
            child.returncode = 0
        # The machine's own time: a busy machine is no fault of the text.
        seconds = usage.ru_utime + usage.ru_stime
        said.seek(0)
        text = said.read().decode("utf-8", "replace")
    code = os.waitstatus_to_exitcode(status)
    hold(code in codes, f"{what}: exit {code}, not {codes}\n{text[-1000:]}")
    hold(seconds <= SECOND, f"{what}: {seconds:.1f} s")
    hold(usage.ru_maxrss <= MEGABYTES * 1024, f"{what}: {usage.ru_maxrss // 1024} MB")
    hold(len(text) < 100_000, f"{what}: {len(text)} bytes of message")
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
        bomb(f"+++\ntitle = 'x'\ndate = 2026-01-01\n{text}\n+++\n\nText.\n", f"TOML {what}", (0, 1))
    bomb('{"title": ' + "[" * 100_000 + "}\n\nText.\n", "JSON brackets")


@row(48)
def depth():
    for text, what in ((">" * 20_000 + " x", ">"), ("<div>" * 20_000, "div"), ("> " * 20_000 + "x", "> "), ("- " * 20_000 + "x", "lists"),
                       ("<div>\n\n" * 5_000, "div blocks"), ("> " * 50_000 + "x", "> 50,000"), ("<b>" * 50_000, "b"), ("<svg>" * 20_000, "svg")):
        bomb(post(text=text), f"depth of {what}", (0, 1))


@row(49)
def repetition():
    unit = {"footnotes": "[^1", "footnote definitions": "[^1]: a\n\n", "comments": "<!-- <", "links": "[a](<b", "stars": "*a ", "runs": "**a*",
            "brackets": "[", "images": "![", "entities": "&#x", "backticks": "`a``", "reference links": "[a][", "tildes": "~~a~", "tags": "<a ",
            "declarations": "<?", "cdata": "<![CDATA[", "mails": "a@b", "addresses": "http://a.b ", "underscores": "_a_", "hashes": "# a\n"}
    for what, one in unit.items():
        times = []
        for size in (50_000, 100_000):
            times.append(bomb(post(text=one * (size // len(one))), f"{size} bytes of {what}", (0, 1)))
        # Twice the text, less than three times the time; what takes no time is not worth a ratio.
        hold(times[1] < 0.25 * SLOWER or times[1] / times[0] < 3, f"{what}: {times[0]:.2f} s, then {times[1]:.2f} s")
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
            # An external entity is never fetched, so a feed with one is judged by the rest of it.
            codes = (0, 1) if what == "an external entity" else (1, 2)
            measured(blog, "validate bomb", what, codes)
            blog.run("afterword validate bomb", timeout=15 * SECOND).exits(*codes, never="root:")
