"""MkDocs with Material's blog plugin, and a hook that dumps its posts."""

import json
import sys
from pathlib import Path

import passages
import pools
from harness import MARK, Entry, Failed, Post, ended, run, write

NAME = "MkDocs Material"
INIT = ()
BINARY = Path(sys.executable).with_name("mkdocs")
OPTIONS = [
    "post_url_format: \"{slug}\"", "post_url_format: \"{categories}/{slug}\"", "post_url_format: \"{date}/{file}\"",
    "post_url_date_format: yyyy/MM", "post_url_date_format: yy-M-d", "blog_dir: news", "blog_dir: .", "post_dir: \"{blog}/entries\"",
    "draft_if_future_date: true", "post_url_max_categories: 2", "draft: true", "post_excerpt_separator: <!-- cut -->",
]
ARITHMATEX = "  - pymdownx.arithmatex:\n      generic: true"
SITE = ["use_directory_urls: false", "docs_dir: content", ARITHMATEX]
HOOK = """
import json

found = []

def on_page_content(html, *, page, config, files):
    if type(page).__name__ == "Post":
        date = page.config.date
        updated = date.get("updated")
        found.append({"url": page.canonical_url, "date": date.created.isoformat(), "updated": updated and updated.isoformat(), "title": page.title,
                      "tags": [str(tag) for tag in page.meta.get("tags", [])] + page.config.categories, "html": html})

def on_post_build(*, config):
    open("dump.json", "w").write(json.dumps(found))
"""


def missing():
    return None if BINARY.exists() else "`mkdocs` is not installed"


def options(chance):
    chosen = {}
    for option in pools.some(chance, OPTIONS, 3):
        chosen.setdefault(option.split(":")[0], option)
    return list(chosen.values()) + pools.some(chance, SITE, 1)


def date(chance):
    day, time = chance.choice(pools.DAYS), chance.choice(pools.TIMES)
    return chance.choice([day, f"{day} {time}", f"{day}T{time}", f"{day}T{time}Z", f"{day}T{time}+02:00", f"{day} {time}.5"])


def dates(chance):
    if chance.random() < 0.7:
        return f"date: {date(chance)}"
    return f"date:\n  created: {date(chance)}" + chance.choice(["", f"\n  updated: {date(chance)}"])


def post(chance, mark):
    keys = [dates(chance)]
    heading = ()
    if chance.random() < 0.8:
        keys.append(f"title: {pools.quoted(chance.choice(pools.TITLES) + ' ' + mark[4:9])}")
    else:
        heading = (f"# Heading {mark[4:9]}",)
    maybe = [
        (0.1, lambda: f"slug: own-{mark[4:9]}"), (0.3, lambda: f"categories: {json.dumps(pools.some(chance, ['Talks', 'C++', 'Two Words', 'Über'], 3))}"),
        (0.3, lambda: f"tags: {json.dumps(pools.some(chance, pools.TAGS[:3], 2))}"), (0.05, lambda: "draft: true"), (0.05, lambda: "draft: false"),
        (0.2, lambda: "authors: [ada]"),
    ]
    keys += [key() for share, key in maybe if chance.random() < share]
    folder = chance.choice(["", "", "2026/", "talks/"])
    name = f"{chance.choice(['plain', 'Upper-Case', 'under_score', '2026-03-04-dated', 'v1.2.3'])}-{mark[4:9]}.md"
    # Python-Markdown's own rules of lists and code are not part of this comparison.
    blocks = [block for block in pools.BLOCKS + pools.fenced(pools.ODD) + passages.ALL if "nested" not in block] + [
        pools.FOOTNOTE, pools.TABLE, "!!! note\n\n    Inside *it*.", "!!! warning \"Own title\"\n    One line.\n\n    Another.", "??? tip\n\n    Folded.",
        "<!-- more -->", "```python title=\"x.py\"\ncode\n```"]
    return Post(folder + name, tuple(keys), (*heading, *pools.body(chance, mark, blocks)))


def text(post):
    return "---\n" + "".join(f"{key}\n" for key in post.keys) + "---\n\n" + "\n\n".join(post.blocks) + "\n"


def lay(site, folder):
    plugin = [option for option in site.options if option not in SITE]
    own = [option for option in site.options if option in SITE]
    said = dict(option.split(": ", 1) for option in site.options if option != ARITHMATEX)
    docs = said.get("docs_dir", "docs")
    blog = said.get("blog_dir", "blog")
    posts = said.get("post_dir", "\"{blog}/posts\"").strip('"').format(blog=blog)
    config = ["site_name: T", "site_url: https://n.example/", "theme:\n  name: material\n  language: en", *(option for option in own if option != ARITHMATEX),
              "markdown_extensions:\n  - footnotes\n  - admonition\n  - tables\n  - pymdownx.details\n  - pymdownx.superfences", *(option for option in own if option == ARITHMATEX)]
    config += ["plugins:\n  - search\n  - blog:", "      archive: false", *(f"      {option}" for option in plugin)]
    write(folder, "mkdocs.yml", "\n".join(config) + "\n")
    write(folder, f"{docs}/{blog}/index.md", "# Blog\n")
    write(folder, f"{docs}/{blog}/.authors.yml", "authors:\n  ada:\n    name: Ada Byron\n    description: d\n    avatar: https://n.example/a.png\n")
    for post in site.posts:
        write(folder, f"{docs}/{posts}/{post.path}", ended(post, text(post)))


def build(folder):
    write(folder, "dump.py", HOOK)
    config = Path(folder, "mkdocs.yml")
    config.write_text(config.read_text() + "hooks:\n  - dump.py\n")
    done = run([str(BINARY), "build", "-q"], folder)
    dump = Path(folder, "dump.json")
    if not dump.exists():
        raise Failed(f"mkdocs: {done.stdout[-800:]}{done.stderr[-1500:]}")
    entries = {}
    for one in json.loads(dump.read_text()):
        if mark := MARK.search(one["html"]):
            entries[mark[1]] = Entry(**one)
    return entries
