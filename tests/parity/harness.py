"""A generated site, built by a site generator and by Afterword, and where the two differ."""

import json
import os
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field
from datetime import datetime, timezone
from pathlib import Path
from urllib.parse import urljoin, unquote

import html5lib

MARK = re.compile(r"mark(\d{5})k")
FIELDS = ("published", "url", "date", "updated", "title", "tags", "text", "links")


@dataclass(frozen=True)
class Post:
    """A source file: its path, the lines of its front matter, the blocks of its body."""

    path: str
    keys: tuple
    blocks: tuple
    fence: str = "---"
    line_end: str = "\n"


@dataclass(frozen=True)
class Site:
    """Settings of the generator's configuration or files beside the posts, and posts.

    A setting that begins with `FILE path` is the file with the lines below as its text.
    """

    options: tuple
    posts: tuple


@dataclass
class Entry:
    """What one side says of a post. A field of None is not compared."""

    url: str
    date: str | None
    updated: str | None
    title: str
    tags: list | None
    html: str = field(repr=False)


def run(command, folder, **options):
    """The finished process; nothing of the caller's machine counts."""
    env = {key: os.environ[key] for key in ("PATH", "HOME", "TMPDIR") if key in os.environ}
    env |= {"TZ": "UTC", "LC_ALL": "C.UTF-8"}
    env |= options.pop("env", {})
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, timeout=900, **options)


def instant(text):
    """Seconds since 1970 of an RFC 3339 time."""
    if not text:
        return None
    when = datetime.fromisoformat(text.strip().replace("Z", "+00:00"))
    return int(when.replace(tzinfo=when.tzinfo or timezone.utc).timestamp())


TYPOGRAPHY = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\xa0": " ",
                            "«": '"', "»": '"', "\ufe0e": "", "↩": "", "↑": "", "\u200b": "", "☐": "", "☑": ""})
NO_TEXT = {"script", "style", "template", "noscript"}
# GitHub's heading above footnotes, which is for screen readers; numbers of notes, which lists have; links back.
UNREAD = {"sr-only", "footnote-definition-label", "reversefootnote", "data-footnote-backref"}
APART = {"p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "td", "th", "pre", "hr", "br",
         "blockquote", "dl", "dt", "dd", "figure", "figcaption", "section", "aside", "details", "summary"}


def words(html):
    """Text and links of HTML as a browser reads it; typographic quotes and dashes count as plain ones."""
    # Feeds have a link in place of a frame, whose page readers leave out.
    html = re.sub(r"<iframe.*?</iframe>|<a [^>]*>Embedded page on [^<]*</a>", "", html)
    # Links of headings to themselves are the page's.
    html = re.sub(r"<a [^>]*class=\"headerlink\".*?</a>", "", html)
    root = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)
    text, links = [], []

    def walk(node):
        if not isinstance(node.tag, str):
            text.append(node.tail or "")
            return
        if node.tag not in NO_TEXT:
            for name in ("href", "src"):
                if node.tag in ("a", "img") and node.get(name):
                    links.append(node.get(name).strip())
        if node.tag not in NO_TEXT and node.get("class") not in UNREAD:
            if node.tag in APART:
                text.append(" ")
            text.append(node.text or "")
            for child in node:
                walk(child)
            if node.tag in APART:
                text.append(" ")
        text.append(node.tail or "")

    text.append(root.text or "")
    for child in root:
        walk(child)
    # Delimiters that MathJax looks for; feeds have the formula alone.
    plain = re.sub(r"\\[()\[\]]", "", "".join(text)).replace("<<", '"').replace(">>", '"').translate(TYPOGRAPHY).replace("...", "…")
    # The same for dollars around a formula.
    plain = re.sub(r"(\$\$?)(?=[^\s$])([^$]*[^\s$])\1", r"\2", re.sub(r"\$\$\s*([^$]+?)\s*\$\$", r"$$\1$$", plain))
    return re.sub(r"-{2,}", "-", " ".join(plain.split())), links


def address(url):
    """A URL as it is compared: no escapes, and a path."""
    return re.sub(r"^(\w+://[^/]+)$", r"\1/", unquote(url))


def differences(real, ours):
    """The names of the fields in which two entries differ, with both values."""
    if ours is None and real is not None and not real.url:
        return {}  # listed without a page: there is nothing that an entry could link to
    if real is None or ours is None:
        return {"published": (real is not None, ours is not None)} if (real is None) != (ours is None) else {}
    found = {}

    def compare(name, one, other):
        if one != other:
            found[name] = (one, other)

    compare("url", address(real.url), address(ours.url))
    if real.date is not None:
        compare("date", instant(real.date), instant(ours.date))
    if real.updated is not None:
        updated = instant(real.updated)
        own = instant(ours.updated) or instant(ours.date)
        # No entry is updated before it is published: `updated` is left out.
        compare("updated", max(updated, instant(real.date) or updated), own)
    compare("title", " ".join(words(real.title)[0].split()), " ".join(words(ours.title)[0].split()))
    if real.tags is not None:
        compare("tags", sorted({str(tag).lower() for tag in real.tags}), sorted({tag.lower() for tag in ours.tags or []}))
    (text, links), (own_text, own_links) = words(real.html), words(ours.html)
    compare("text", text, own_text)
    # `urljoin` drops the empty parts of a path, which an unknown author leaves in a URL.
    plain = lambda url: re.sub(r"(?<!:)/{2,}", "/", url)
    absolute = lambda base, all: sorted(plain(address(urljoin(base, link))) for link in all)
    compare("links", absolute(real.url, links), absolute(ours.url, own_links))
    return found


class Failed(Exception):
    """One of the two programs did not build the site."""


def failed(name, done):
    """What a program says that did not build the site."""
    return Failed(f"{name}: {done.stdout[-1500:]}{done.stderr[-1500:]}")


def settings(site):
    """The settings of a site that are no files."""
    return [option for option in site.options if not option.startswith("FILE ")]


def lay(site, folder, text):
    """Writes the posts, and the files beside them."""
    for option in site.options:
        if option.startswith("FILE "):
            path, rest = option.removeprefix("FILE ").split("\n", 1)
            write(folder, path, rest + "\n")
    for post in site.posts:
        write(folder, post.path, ended(post, text(post)))


def ended(post, text):
    """A text with the ends of lines that its post has."""
    return text.replace("\n", post.line_end)


def fenced(post):
    """A file with front matter of YAML (`---`), TOML (`+++`) or JSON (`{`)."""
    keys = ",\n".join(post.keys) if post.fence == "{" else "\n".join(post.keys)
    close = {"{": "}", "---json": "---"}.get(post.fence, post.fence)
    keys = "{" + ",".join(post.keys) + "}" if post.fence == "---json" else keys
    return f"{post.fence}\n{keys}\n{close}\n\n" + "\n\n".join(post.blocks) + "\n"


def dumped(text):
    """Entries by mark, of a list of their fields in JSON."""
    entries = {}
    for one in json.loads(text):
        if mark := MARK.search(one["html"] or ""):
            entries[mark[1]] = Entry(**one)
    return entries


def write(folder, path, text):
    file = Path(folder, path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())


def afterword(binary, folder, init=()):
    """Entries by mark, and the errors that keep a post out."""
    done = run([binary, "init", *init], folder)
    config = Path(folder, "afterword.toml")
    if not config.exists():
        raise Failed(f"init: {done.stdout}{done.stderr}")
    text = config.read_text().replace("# limit = 20  #", 'limit = "all"  #')
    text = re.sub(r"^# networks = .*$", "networks = []", text, flags=re.M)
    text = re.sub(r"^# formats = .*$", 'formats = ["json"]', text, flags=re.M)
    config.write_text(text)
    # A post with an error is left out: the finding says so, and counts as a difference.
    done = run([binary, "build", "--format", "json", "--all", "--keep-going"], folder)
    findings = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    feeds = [feed for feed in Path(folder).rglob("feed.json") if "node_modules" not in feed.parts]
    if not feeds:
        raise Failed(f"build: {done.stdout[-2000:]}{done.stderr[-2000:]}")
    refused = {}
    for finding in findings:
        path = Path(folder, finding.get("path") or finding.get("file") or "afterword.toml")
        if finding.get("level") == "error" and path.name != "afterword.toml" and path.is_file():
            for mark in MARK.findall(path.read_text(errors="replace")):
                refused[mark] = f"{finding.get('rule')}: {finding.get('message')}"
    entries = {}
    for feed in feeds:
        for item in json.loads(feed.read_text()).get("items", []):
            html = item.get("content_html", "")
            mark = MARK.search(html)
            if mark:
                entries[mark[1]] = Entry(item["url"], item.get("date_published"), item.get("date_modified"),
                                         item.get("title", ""), item.get("tags", []), html)
    return entries, refused


def compared(generator, binary, site):
    """Differences by mark: {mark: {field: (real, ours)}}."""
    with tempfile.TemporaryDirectory(prefix="parity-") as folder:
        source = Path(folder, "site")
        generator.lay(site, source)
        built = Path(folder, "real")
        shutil.copytree(source, built)
        real = generator.build(built)
        ours, refused = afterword(binary, source, generator.INIT)
    if unnamed := getattr(generator, "unnamed", None):
        for entry in [*real.values(), *ours.values()]:
            entry.html = unnamed(entry.html)
    result = {}
    for post in site.posts:
        mark = MARK.search("\n".join(post.blocks))[1]
        if real.get(mark, True) is None:  # the generator refuses it, and so the whole site
            continue
        # A name that is never read, whatever the generator does; or one address of two posts, of whose
        # pages the generator keeps one.
        if refused.get(mark, "").startswith(("refused-file", "duplicate-permalink")):
            continue
        if mark in refused and mark in real:
            result[mark] = {"published": (True, refused[mark])}
        elif found := differences(real.get(mark), ours.get(mark)):
            result[mark] = found
    return result, real
