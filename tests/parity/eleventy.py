"""Eleventy 3 of npm, with a page that dumps the collection of all posts, as a feed of plugin-rss would go through it."""

import json
import os
from pathlib import Path

import pools
from harness import MARK, Entry, Failed, Post, run, write

NAME = "Eleventy"
INIT = ("--url", "https://n.example/", "--title", "T")
HOME = Path(__file__).resolve().parent.parent / ".env/parity/node"
OPTIONS = ["html", "input", "folder-data", "permalink-data"]
DUMP = """export default class {
  data() { return { permalink: "/dump.json", eleventyExcludeFromCollections: true } }
  render({ collections }) {
    // `url` is the path of the file: what an address may not have is not escaped.
    return JSON.stringify(collections.all.filter((one) => one.url).map((one) => ({
      url: "https://n.example" + one.url.replaceAll("%", "%25").replaceAll("#", "%23").replaceAll("?", "%3F"), date: one.date.toISOString(), updated: null, title: String(one.data.title ?? ""),
      tags: null, html: one.content,
    })));
  }
}
"""


def missing():
    return None if (HOME / "node_modules/@11ty/eleventy").exists() else "`@11ty/eleventy` is not installed"


def options(chance):
    return pools.some(chance, OPTIONS, 2)


def date(chance):
    day, time = chance.choice(pools.DAYS), chance.choice(pools.TIMES)
    return chance.choice([day, f"{day}T{time}Z", f"{day} {time}", f"{day}T{time}", f"{day} {time} +02:00", f"\"{day}\"", f"\"{day}T{time}\"", f"{day}T{time}-08:00", f"{day} {time}.5",
                          "2026-1-2 3:04:05"])


def post(chance, mark):
    folder = chance.choice(["blog", "blog", "blog/2026-05-06", "blog/2026-05-06-event", "blog/Two Words", "2026/05"])
    dated = "-" in folder  # a post without a date has its file's
    keys = [f"title: {pools.quoted(chance.choice(pools.TITLES))}"]
    maybe = [
        (0.5 if dated else 1, lambda: f"date: {date(chance)}"), (0.3, lambda: "tags: [posts, rust]"),
        (0.3, lambda: "permalink: " + chance.choice([
            f"/x/{mark}/", f"y/{mark}/index.html", f"\"/{{{{ title | slugify }}}}-{mark}/\"", f"\"/{{{{ page.date | date: '%Y/%m/%d' }}}}/{mark}/\"",
            f"\"/{{{{ title | slug }}}}-{mark}/\"", f"\"/n/{{{{ page.fileSlug }}}}/\"", "false", f"\"/{{{{ page.filePathStem }}}}.html\"", f"/z/{mark}.html"])),
        (0.03, lambda: "eleventyExcludeFromCollections: true"),
    ]
    keys += [key() for share, key in maybe if chance.random() < share]
    name = f"{chance.choice(pools.NAMES)}-{mark[4:9]}"
    path = f"{folder}/{name}" + chance.choice([".md", ".md", "/index.md"])
    if chance.random() < 0.05:
        path = f"{folder}/{name}/{name}.md"
    blocks = pools.BLOCKS + pools.BARE + [pools.TABLE, pools.STRIKE, pools.TASKS, pools.MARKED_BLOCK]
    return Post(path, tuple(keys), pools.body(chance, mark, blocks))


def text(post):
    return "---\n" + "".join(f"{key}\n" for key in post.keys) + "---\n\n" + "\n\n".join(post.blocks) + "\n"


def lay(site, folder):
    given = "src" if "input" in site.options else "."
    write(folder, "eleventy.config.js",
          f'export default function (config) {{\n  config.addPassthroughCopy("feeds");\n  return {{ dir: {{ input: "{given}" }} }};\n}}\n')
    write(folder, "package.json", '{"type": "module"}')
    write(folder, f"{given}/dump.11ty.js", DUMP)
    if "permalink-data" in site.options:
        write(folder, f"{given}/blog/blog.json", '{"permalink": "/d/{{ page.fileSlug }}/"}')
    for post in site.posts:
        write(folder, f"{given}/{post.path}", text(post))


def build(folder):
    os.symlink(HOME / "node_modules", Path(folder, "node_modules"))
    done = run(["node", "node_modules/@11ty/eleventy/cmd.cjs", "--quiet"], folder)
    dump = Path(folder, "_site/dump.json")
    if not dump.exists():
        raise Failed(f"eleventy: {done.stdout[-800:]}{done.stderr[-1500:]}")
    entries = {}
    for one in json.loads(dump.read_text()):
        if mark := MARK.search(one["html"] or ""):
            entries[mark[1]] = Entry(**one)
    return entries
