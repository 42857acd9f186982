"""Injection and privacy."""
import csv
import html
import io
import json
import re
import xml.etree.ElementTree as xml

from harness import Blog, hold, post, row

MARKER = "xyzzy-must-not-appear"


def contents(blog):
    """The HTML of every entry, as three parsers that are not ours see it."""
    rss = xml.fromstring(blog.read("feeds/rss.xml"))
    yield from (one.text or "" for one in rss.iter("{http://purl.org/rss/1.0/modules/content/}encoded"))
    atom = xml.fromstring(blog.read("feeds/atom.xml"))
    yield from (one.text or "" for one in atom.iter("{http://www.w3.org/2005/Atom}content"))
    yield from (item.get("content_html", "") for item in json.loads(blog.read("feeds/feed.json"))["items"])


@row(63)
def active_content():
    hostile = ["<script>alert(1)</script>", '<img src="x" onerror="alert(1)">', '<a href="javascript:alert(1)">words</a>', "[words](javascript:alert(1))",
               "[words](JaVaScRiPt:alert(1))", "[words](&#106;avascript:alert(1))", "[words](java\tscript:alert(1))", "<iframe src=//evil.example></iframe>",
               "<object data=x></object>", "<form action=//evil.example><input></form>", "<svg onload=alert(1)>", "<math href=javascript:alert(1)>",
               "[words](data:text/html,<script>)", "[words](vbscript:x)", '<p style="position:fixed">words</p>', '<a href=" javascript:alert(1)">words</a>',
               '<a href="java&#10;script:alert(1)">words</a>', "![x](javascript:alert(1))", "<javascript:alert(1)>", "<style>*{}</style>",
               '<div><script>alert(1)</script></div>', "[words][x]\n\n[x]: javascript:alert(1)", '<embed src="x">', '<base href="//evil.example">',
               '<meta http-equiv="refresh" content="0">', '<link rel="stylesheet" href="x">']
    bad = re.compile(r"<\s*(script|style|iframe|object|embed|form|input|svg|base|meta|link)\b|\son\w+\s*=|<[^>]*(java|vb)script:|<[^>]*\bdata:text|<[^>]*\sstyle\s*=", re.I)
    for text in hostile:
        with Blog({"a.md": post(text=f"Before. {text}\n\nAfter the words.")}) as blog, Blog({"a.md": post(text=f"Before.\n\n{text}\n\nAfter the words.")}) as block:
            for one in (blog, block):
                done = one.run("afterword build").exits(0, 1)
                if done.code == 1:
                    continue
                for content in contents(one):
                    hold(not bad.search(html.unescape(content).replace("\n", "").replace("\t", "")) or "<code>" in content, f"{text}: {content}")
                    hold("After the words." in content, f"{text}: the text after it is lost")


@row(64)
def text_that_looks_like_markup():
    title = "<b>&amp;]]> & \"quotes\""
    with Blog({"a.md": post(title=json.dumps(title), text="Inline ]]> and `]]>` and &amp;amp; here.")}) as blog:
        blog.build(0)
        rss = xml.fromstring(blog.read("feeds/rss.xml"))
        hold(rss.find("channel/item/title").text == title, f"RSS: {rss.find('channel/item/title').text}")
        atom = xml.fromstring(blog.read("feeds/atom.xml"))
        found = atom.find("{http://www.w3.org/2005/Atom}entry/{http://www.w3.org/2005/Atom}title")
        text = found.text if found.get("type", "text") == "text" else html.unescape(found.text)
        hold(text == title, f"Atom: {text}")
        hold(json.loads(blog.read("feeds/feed.json"))["items"][0]["title"] == title, "JSON")
        for content in contents(blog):
            hold("]]" in content and "&amp;amp;" in content, content)


@row(65)
def addresses():
    with Blog({"a.md": post(text="[one](../other/) ![two](hall.png) [three](//cdn.example.org/x) [four](#part) [five](?q=1)\n\n<a href='/six'>six</a>")}) as blog:
        blog.build(0)
        for content in contents(blog):
            found = re.findall(r'(?:href|src)="([^"]*)"', content)
            hold(len(found) == 6, f"addresses: {found}")
            for address in found:
                hold(re.match(r"https?://", address), f"not absolute: {address}")
    with Blog({"a.md": post(text="[one](file:///home/me/secret.txt)")}) as blog:
        blog.build(1, says=r"posts/a\.md:6")
        hold(blog.outputs() == {}, "a file: link came out")


@row(66)
def hidden_characters():
    for character in "\u202e\u2066\u200b":
        for text in (post(title=f"a{character}b"), post(slug=f"a{character}b")):
            with Blog({"a.md": text}) as blog:
                blog.check(1, says=r"posts/a\.md")
        with Blog({"a.md": post(text=f"[one](https://example.org/a{character}b)")}) as blog:
            blog.check(1, says=r"posts/a\.md:6")
        with Blog({"a.md": post(text=f"one{character}two")}) as blog:
            done = blog.build(0, says=r"posts/a\.md")
            hold(character not in done.said, "shown unescaped")
    for good in ("👩‍💻 at work", "می‌خواهم", "क्‍ष"):
        with Blog({"a.md": post(title=good, text=good)}) as blog:
            blog.build(0, never="hidden|zero-width")


@row(67)
def mixed_scripts():
    with Blog({"a.md": post(text="[bank](https://pаypal.com/)")}) as blog:
        blog.build(0, says="xn--")


@row(68)
def unpublished():
    for key in ("draft: true", "status: draft", "visibility: private", "published: false", "unlisted: true", "private: true", "status: private", "status: unlisted"):
        with Blog({"a.md": post(), "b.md": f"---\ntitle: {MARKER}\ndate: 2026-01-02\nsummary: {MARKER}\n{key}\n---\n\n{MARKER}\n"}) as blog:
            done = blog.run("afterword build").exits(0, 1)
            hold(not any(MARKER in path or MARKER.encode() in content for path, content in blog.outputs().items()), f"{key}: published")
            hold(done.code == 0 or key in done.said or key.split(":")[0] in done.said, f"{key}: {done.said}")
    for key in ("status: Draft", "status: pubished", "status: visible", "status: hidden", "draft: treu"):
        with Blog({"a.md": post(), "b.md": f"---\ntitle: {MARKER}\ndate: 2026-01-02\n{key}\n---\n\n{MARKER}\n"}) as blog:
            done = blog.run("afterword build").exits(0, 1)
            hold(done.code == 1, f"{key}: no error")
            hold(not any(MARKER.encode() in content for content in blog.outputs().values()), f"{key}: published")


@row(69)
def private_parts():
    with Blog({"a.md": post(text=f"Words.\n\n<!-- {MARKER} -->\n\nMore <!-- {MARKER} --> words.", notes=MARKER, secret_note=MARKER)}) as blog:
        blog.run("afterword build").exits(0, 1)
        hold(not any(MARKER.encode() in content for content in blog.outputs().values()), "a comment or a private field came out")
        hold(not any(str(blog.path).encode() in content for content in blog.outputs().values()), "the path of the checkout came out")
    with Blog({"a.md": post(text="[x](/home/me/notes.md) ![y](C:\\Users\\me\\y.png) [z](file:///Users/me/z)")}) as blog:
        blog.build(1, says=r"posts/a\.md:6")
        for content in blog.outputs().values():
            hold(b"file:///Users" not in content and b"C:\\Users" not in content and b"C:%5CUsers" not in content, "a local path came out")


@row(70)
def secrets():
    token = "ghp_" + "aB3dE5fG7h" * 4
    key = "-----BEGIN RSA PRIVATE KEY-----\n" + ("MIIEpAIBAAKCAQEA" * 4 + "\n") * 3 + "-----END RSA PRIVATE KEY-----"
    for value, tail in ((token, "dE5fG7haB3dE5fG7h"), ("AKIA" + "ABCDEFGH23456723", "EFGH23456723"), (key, "AKCAQEAMIIEpAIBAA")):
        with Blog({"a.md": post(text=f"Look: {value}\n\nEnd.")}) as blog:
            for command in ("check", "build", "build --format json", "check --format github"):
                blog.run(f"afterword {command}").exits(1, says=r"posts/a\.md", never=re.escape(tail))
            hold(blog.outputs() == {}, "a secret, and yet something was written")
        # Out of the feed's window.
        many = {f"p{number:02}.md": post(f"Post {number}", f"2026-01-{number + 1:02}") for number in range(25)}
        with Blog(many | {"old.md": post("Old", "2001-01-01", value)}) as blog:
            blog.check(1, says=r"posts/old\.md", never=re.escape(tail))
    with Blog() as blog:
        blog.build(0)
        draft = "drafts/a/mastodon.txt"
        blog.write(draft, blog.read(draft).rstrip(b"\n") + f"\n{token}\n".encode())
        blog.check(1, says="drafts/a/mastodon", never="dE5fG7haB3dE5fG7h")
    allow = '[[allow]]\npath = "posts/a.md"\nrule = "secret-github"\n'
    with Blog({"a.md": post(text=f"Look: `{token}`")}, allow) as blog:
        blog.build(0)
    with Blog({"b.md": post(text=f"Look: `{token}`")}, allow) as blog:
        blog.check(1)


@row(71)
def what_is_printed():
    hostile = "a\x1b]0;owned\x07\x1b[31mb\u202ec\u2028d"
    with Blog({"a.md": f"---\ntitle: \"x\"\ntilte: \"{hostile}\"\ndate: \"{hostile}::error::%0A\"\n---\n\nText.\n"}) as blog:
        for format in ("human", "json", "github", "sarif"):
            done = blog.run(f"afterword check --format {format}").exits(1, 2)
            bad = [character for character in done.said if (ord(character) < 32 and character not in "\n") or character in "\u202e\u2028\x7f"]
            hold(not bad, f"{format}: {bad}")
            hold(not re.search(r"(?m)^::error::", done.said), f"{format}: a command of the text's own")


@row(71)
def control_characters_of_drafts():
    with Blog() as blog:
        blog.build(0)
        blog.write("drafts/a/x.txt", blog.read("drafts/a/x.txt") + b"\x1b]0;pwned\x07\x1b[31mRED\n")
        blog.check(1, says="draft-control-character")
        blog.edit("posts/a.md", "First", "Another")
        blog.build(1)
        for line in ("draft diff", "build --diff", "check --diff", "draft export --to typefully", "draft"):
            said = blog.run(f"afterword {line}").said
            hold("\x1b" not in said and "\x07" not in said, f"{line} prints a control character")
        blog.run("afterword draft export --to typefully --all").exits(1, says="control character")
        blog.run(["afterword", "draft", "posted", "drafts/a/bluesky.txt", "javascript:alert(1)"]).exits(2, says="is not the URL of a post")
    with Blog() as blog:
        blog.write("afterword.toml", blog.read("afterword.toml") + b'author = { name = "A", url = "javascript:alert(1)" }\n')
        blog.build(2, says="URL")


@row(72)
def limits_of_drafts():
    family = "👨‍👩‍👧‍👦"
    for text in (family * 400, "word " * 300 + "https://example.org/" + "x" * 300, "é" * 600, "👍🏽" * 300, "x" * 1000):
        with Blog({"a.md": post(title="T" * 200, text=f"{text}.", takeaway=f'"{text}."')}) as blog:
            blog.run("afterword build").exits(0, 1)
            done = blog.run("afterword draft --format json posts/a.md").exits(0, 1)
            for line in done.out.splitlines():
                draft = json.loads(line)
                for one in draft["posts"]:
                    hold(one["count"] <= one["limit"], f"{draft['network']}: {one['count']} of {one['limit']}")
                    left = one["text"].replace(family, "").replace("👍🏽", "")
                    hold(not re.search("[\u200d👨👩👧👦👍🏽]", left), f"{draft['network']}: cut inside of a grapheme")


@row(72)
def cells_of_spreadsheets():
    for start in "=+-@":
        with Blog() as blog:
            blog.build(0)
            draft = "drafts/a/x.txt"
            head, _, text = blog.read(draft).decode().rpartition("+++\n")
            blog.write(draft, f"{head}+++\n{start}SUM(A1) {text.lstrip()}")
            blog.run(f"afterword draft approve {draft}").exits(0)
            for tool in ("buffer", "metricool", "sprout"):
                done = blog.run(f"afterword draft export --to {tool} {draft}").exits(0, says="SUM")
                cells = [cell for line in csv.reader(io.StringIO(done.out)) for cell in line]
                hold(not [cell for cell in cells if cell.lstrip().startswith(start)], f"{tool}: a formula: {cells}")
