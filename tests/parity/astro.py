"""Astro 5 of npm, with an endpoint that dumps the collection that a feed of `@astrojs/rss` goes through."""

import json
import os
from pathlib import Path

import harness
import passages
import pools
from harness import Post, dumped, failed, fenced, run, settings, write

NAME = "Astro"
INIT = ("--title", "T")
HOME = Path(__file__).resolve().parent.parent / ".env/parity/astro"
OPTIONS = ['trailingSlash: "never"', 'trailingSlash: "always"', 'base: "/docs"', 'build: { format: "file" }', 'build: { format: "directory" }',
           'markdown: { gfm: false }', 'markdown: { smartypants: false }']
CONTENT = """import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";
const blog = defineCollection({
  loader: glob({ pattern: "**/*.md", base: "./src/content/blog" }),
  schema: z.object({ title: z.string(), pubDate: z.coerce.date(), updatedDate: z.coerce.date().optional(), draft: z.boolean().optional(), tags: z.array(z.string()).default([]) }),
});
export const collections = { blog };
"""
PAGE = """---
import { getCollection } from "astro:content";
export const getStaticPaths = async () => (await getCollection("blog")).map((post) => ({ params: { id: post.id } }));
---
<html><head><link rel="canonical" href={Astro.url} /></head></html>
"""
DUMP = """import { getCollection } from "astro:content";
export const GET = async () => new Response(JSON.stringify((await getCollection("blog", ({ data }) => !data.draft)).map((post) => ({
  url: post.id, date: post.data.pubDate.toISOString(), updated: (post.data.updatedDate ?? post.data.pubDate).toISOString(),
  title: post.data.title, tags: post.data.tags, html: post.rendered?.html ?? "",
}))));
"""


def missing():
    return None if (HOME / "node_modules/astro").exists() else "`astro` is not installed"


def options(chance):
    return pools.settings(chance, OPTIONS, 3)


def date(chance):
    day, time = chance.choice(pools.DAYS), chance.choice(pools.TIMES)
    return chance.choice([day, f"{day}T{time}Z", f"{day} {time}", f"{day}T{time}-08:00", f"'{day}T{time}Z'", "'Jul 08 2022'", "'2022-07-08'"])


def post(chance, mark):
    keys = pools.keys(chance, "---", [
        (1, "title", lambda: chance.choice(pools.TITLES)), (1, "pubDate", lambda: pools.Raw(date(chance))),
        (0.15, "updatedDate", lambda: pools.Raw(date(chance))), (0.05, "draft", lambda: True), (0.1, "slug", lambda: f"own-{mark[4:9]}"),
        (0.3, "tags", lambda: pools.some(chance, pools.TAGS, 3)),
    ])
    folder = chance.choice(["", "", "sub/", "Deep Folder/", "ünder/"])
    path = f"src/content/blog/{folder}{pools.name(chance, mark)}" + chance.choice([".md", ".md", "/index.md"])
    # A relative picture is a file that Astro asks for.
    blocks = pools.BLOCKS + pools.BARE + pools.ODD + passages.ALL + [pools.TABLE, pools.STRIKE, pools.TASKS, pools.FOOTNOTE]
    return Post(path, keys, pools.body(chance, mark, blocks))


def lay(site, folder):
    lines = "".join(f"  {option},\n" for option in settings(site))
    write(folder, "astro.config.mjs", f'import {{ defineConfig }} from "astro/config";\nexport default defineConfig({{\n  site: "https://n.example",\n{lines}}});\n')
    write(folder, "package.json", '{"type": "module", "dependencies": {"astro": "5"}}')
    write(folder, "src/content.config.ts", CONTENT)
    write(folder, "src/pages/blog/[...id].astro", PAGE)
    write(folder, "src/pages/dump.json.ts", DUMP)
    harness.lay(site, folder, fenced)


def build(folder):
    os.symlink(HOME / "node_modules", Path(folder, "node_modules"))
    program = json.loads((HOME / "node_modules/astro/package.json").read_text())["bin"]["astro"]
    done = run(["node", f"node_modules/astro/{program}", "build"], folder, env={"ASTRO_TELEMETRY_DISABLED": "1"})
    dump = Path(folder, "dist/dump.json")
    if not dump.exists():
        raise failed("astro", done)
    entries = dumped(dump.read_text())
    config = Path(folder, "astro.config.mjs").read_text()
    base = "/docs" if 'base: "/docs"' in config else ""
    slash = "" if 'trailingSlash: "never"' in config or 'format: "file"' in config and 'trailingSlash: "always"' not in config else "/"
    for entry in entries.values():
        entry.url = f"https://n.example{base}/blog/{entry.url}{slash}"
    return entries
