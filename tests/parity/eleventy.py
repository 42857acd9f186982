"""Eleventy 3 of npm, with a page that dumps the collection of all posts, as a feed of plugin-rss would go through it."""

import os
from pathlib import Path

import harness
import passages
import pools
from harness import Post, dumped, failed, fenced, run, write

NAME = "Eleventy"
INIT = ("--url", "https://n.example/", "--title", "T")
HOME = Path(__file__).resolve().parent.parent / ".env/parity/eleventy"
OPTIONS = [
    'FILE blog/blog.json\n{"permalink": "/d/{{ page.fileSlug }}/"}', 'FILE blog/blog.11tydata.json\n{"permalink": "/e/{{ page.fileSlug }}/index.html"}',
    'FILE blog/blog.json\n{"tags": ["posts"]}', 'FILE 2026/2026.json\n{"permalink": "/{{ page.filePathStem }}/"}',
    "input", "FILE .eleventyignore\n# Not these.\nblog/Two Words/\nblog/*sure*.md\n./2026", "ignores",
]
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
    return pools.settings(chance, OPTIONS, 3)


def date(chance, fence):
    day, time = chance.choice(pools.DAYS), chance.choice(pools.TIMES)
    if fence != "---":  # no text but ISO 8601 is a date
        return chance.choice([day, f"{day}T{time}Z", f"{day}T{time}", f"{day}T{time}-08:00"])
    return chance.choice([day, f"{day}T{time}Z", f"{day} {time}", f"{day}T{time}", f"{day} {time} +02:00", f"\"{day}\"", f"\"{day}T{time}\"", f"{day}T{time}-08:00", f"{day} {time}.5",
                          "2026-1-2 3:04:05"])


def post(chance, mark):
    fence = chance.choice(["---", "---", "---json"])
    folder = chance.choice(["blog", "blog", "blog/2026-05-06", "blog/2026-05-06-event", "blog/Two Words", "2026/05", "2026/05"])
    dated = "-" in folder  # a post without a date has its file's
    keys = pools.keys(chance, fence, [
        (1, "title", lambda: chance.choice(pools.TITLES)), (0.5 if dated else 1, "date", lambda: pools.Raw(date(chance, fence))),
        (0.3, "tags", lambda: chance.choice([["posts", "rust"], "post"])),
        (0.3, "permalink", lambda: chance.choice([
            f"/x/{mark}/", f"y/{mark}/index.html", f"/{{{{ title | slugify }}}}-{mark}/", f"/{{{{ page.date | date: '%Y/%m/%d' }}}}/{mark}/",
            f"/{{{{ title | slug }}}}-{mark}/", f"/n/{{{{ page.fileSlug }}}}-{mark}/", False, f"/{mark}/{{{{ page.filePathStem }}}}.html", f"/z/{mark}.html"])),
        (0.03, "eleventyExcludeFromCollections", lambda: True), (0.03, "layout", lambda: None), (0.04, "eleventyNavigation", lambda: {"key": mark}),
    ])
    name = pools.name(chance, mark)
    path = f"{folder}/{name}" + chance.choice([".md", ".md", "/index.md"])
    if chance.random() < 0.05:
        path = f"{folder}/{name}/{name}.md"
    blocks = pools.BLOCKS + pools.BARE + pools.ODD + passages.ALL + [
        pools.TABLE, pools.STRIKE, pools.TASKS, pools.MARKED_BLOCK, pools.DEFINITIONS, pools.FOOTNOTE, "Called {{ title }}.",
        "Raw {% raw %}{{ x }}{% endraw %}.", "{% comment %}hidden{% endcomment %}Shown.", "At [x]({{ \"/x/\" | url }})."]
    return Post(path, keys, pools.body(chance, mark, blocks), fence)


def lay(site, folder):
    given = "src" if "input" in site.options else "."
    ignores = '  config.ignores.add("blog/2026-05-06/**");\n' if "ignores" in site.options else ""
    write(folder, "eleventy.config.js",
          f'export default function (config) {{\n  config.addPassthroughCopy("feeds");\n{ignores}  return {{ dir: {{ input: "{given}" }} }};\n}}\n')
    write(folder, "package.json", '{"type": "module"}')
    write(folder, f"{given}/dump.11ty.js", DUMP)
    harness.lay(site, Path(folder, given), fenced)


def build(folder):
    os.symlink(HOME / "node_modules", Path(folder, "node_modules"))
    done = run(["node", "node_modules/@11ty/eleventy/cmd.cjs", "--quiet"], folder)
    dump = Path(folder, "_site/dump.json")
    if not dump.exists():
        raise failed("eleventy", done)
    return dumped(dump.read_text())
