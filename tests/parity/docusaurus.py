"""Docusaurus 3 of npm: the JSON feed of its blog plugin, which it renders from the pages."""

import json
import re
import shutil
from pathlib import Path

import passages
import pools
from harness import MARK, Entry, Failed, Post, ended, run, write

NAME = "Docusaurus"
INIT = ()
HOME = (Path(__file__).resolve().parent.parent / ".env/parity/docusaurus").resolve()
OPTIONS = ["routeBasePath: \"news\"", "routeBasePath: \"/\"", "path: \"posts\""]
MDX = [
    "<details>\n<summary>*More* here</summary>\n\nInside **it**.\n\n</details>", "<figure>\n  <figcaption>A *caption* with `{braces}`</figcaption>\n</figure>",
    "<ul><li>one *a*</li><li>two [b](/b/)</li></ul>", "- <div>*in a list*</div>\n- next", "<div>\n  First *x*\n\n  Second *y*\n</div>",
    "> <div>*in a quote*</div>", "# A title", "Text {/* note */} behind.", ":tada: and :+1:", "export const x = 1;\n\nBehind it.",
    "[file](pathname:///a.pdf) and [root](/) and [hash](#a-title)", "Quoted {'text'} and {\"more\"}.", "<p>a *b*</p>\n<p>c `d`</p>",
    "[ref][r]\n\n[r]: /r/", "## With an id {#own-id}\n\nTo [it](#own-id).", "<span>*in* it</span> and <b>`x`</b>", "<table>\n<tbody>\n<tr>\n<td>*x*</td>\n<td>\n\n- y\n\n</td>\n</tr>\n</tbody>\n</table>",
]
# What is no MDX, or no component that React renders: one such page, and there is no site.
BROKEN = re.compile(r"<https|<me@|<<|<-|<br>|<hr>|<img|<3|<style>|<source|style=|^\{curly|^<details><summary>|^<pre><code>raw")
# A file that the site lacks is a route there, with a final slash: docs/sites/docusaurus.md.
LACKING = "](/images/full.png)"
BLOCKS = [block for block in [*pools.BLOCKS, *pools.ODD, *pools.BARE, *passages.ALL, pools.DEFINITIONS, pools.SPACED, pools.MARKED, pools.MARKED_BLOCK]
          if not BROKEN.search(block) and LACKING not in block] + [*MDX, pools.TABLE, pools.STRIKE, pools.TASKS, pools.FOOTNOTE, "<!-- truncate -->", "{/* truncate */}"]
SITE = ["trailingSlash: true", "trailingSlash: false", "baseUrl: \"/sub/\""]


def missing():
    return None if (HOME / "node_modules/@docusaurus/core").exists() else "`@docusaurus/core` is not installed"


def options(chance):
    chosen = {}
    for option in pools.some(chance, OPTIONS, 2) + pools.some(chance, SITE, 2):
        chosen.setdefault(option.split(":")[0], option)
    return list(chosen.values())


def date(chance):
    day, time = chance.choice(pools.DAYS), chance.choice(pools.TIMES)
    return chance.choice([day, f"{day} {time}", f"{day}T{time}", f"{day}T{time}Z", f"{day}T{time}+02:00", f"{day} {time[:5]}", f"\"{day}\"", f"\"{day}T{time}\""])


def post(chance, mark):
    dated = chance.random() < 0.6
    folder = chance.choice(["2026-05-06-", "2026/5/6/", "2026/05/06-", "x/2026-05-06/", "2025-1-2-"] if dated else ["", "talks/", "two words/"])
    keys, heading = [], ()
    if chance.random() < 0.85:
        keys.append(f"title: {pools.quoted(chance.choice(pools.TITLES))}")
    elif chance.random() < 0.5:
        heading = (f"# Heading {mark[4:9]}",)
    maybe = [
        (0.3 if dated else 1, lambda: f"date: {date(chance)}"), (0.15, lambda: "slug: " + chance.choice([f"own-{mark}", f"/deep/{mark}", f"/slash-{mark}/"])),
        (0.3, lambda: f"tags: {json.dumps(pools.some(chance, ['rust', 'facebook', 'Two Words'], 2))}"), (0.1, lambda: chance.choice(["draft: true", "unlisted: true"])),
        (0.2, lambda: "authors: " + chance.choice(["ada", "[ada, {name: Bob}]"])), (0.2, lambda: "description: About it."),
    ]
    keys += [key() for share, key in maybe if chance.random() < share]
    name = f"{chance.choice(['plain', 'Upper-Case', 'under_score', 'dots.in.name', 'ümlaut'])}-{mark[4:9]}"
    path = folder + name + chance.choice([".md", ".md", ".mdx", "/index.md"])
    return Post(path, tuple(keys), (*heading, *pools.body(chance, mark, BLOCKS)))


def text(post):
    head = "---\n" + "".join(f"{key}\n" for key in post.keys) + "---\n\n" if post.keys else ""
    return head + "\n\n".join(post.blocks) + "\n"


def lay(site, folder):
    of_blog = ", ".join(option for option in site.options if option not in SITE)
    own = [option for option in site.options if option in SITE]
    if not any(option.startswith("baseUrl") for option in own):
        own.append("baseUrl: \"/\"")
    said = dict(option.split(": ", 1) for option in site.options)
    blog = said.get("path", "\"blog\"").strip('"')
    config = f"""export default {{
  title: "T", url: "https://n.example", {", ".join(own)},
  onBrokenLinks: "ignore", markdown: {{ hooks: {{ onBrokenMarkdownLinks: "ignore", onBrokenMarkdownImages: "ignore" }} }},
  presets: [["classic", {{
    docs: false, pages: false,
    blog: {{ {of_blog}{", " if of_blog else ""}showReadingTime: false, feedOptions: {{ type: "json", limit: false }},
      onInlineTags: "ignore", onInlineAuthors: "ignore", onUntruncatedBlogPosts: "ignore" }},
  }}]],
}};
"""
    write(folder, "docusaurus.config.mjs", config)
    write(folder, "package.json", '{"private": true}')
    write(folder, f"{blog}/authors.yml", "ada:\n  name: Ada Byron\n  url: https://ada.example/\n")
    write(folder, f"{blog}/tags.yml", "facebook:\n  label: Meta\n  permalink: /fb\n")
    for post in site.posts:
        write(folder, f"{blog}/{post.path}", ended(post, text(post)))


def build(folder):
    # Its bundler follows no links: the site lies beside its modules.
    site = HOME / "site"
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(folder, site)
    done = run(["node", str(HOME / "node_modules/@docusaurus/core/bin/docusaurus.mjs"), "build", "--no-minify"], site)
    feeds = list((site / "build").rglob("feed.json"))
    if not feeds:
        raise Failed(f"docusaurus: {done.stdout[-1500:]}{done.stderr[-2500:]}")
    entries = {}
    # Images that are there get the site's base, and these are not there.
    base = re.search(r'baseUrl: "(.*?)"', (folder / "docusaurus.config.mjs").read_text())[1]
    for one in json.loads(feeds[0].read_text())["items"]:
        # Links to headings and buttons are the page's, not the text's.
        html = re.sub(r'<a [^>]*class="hash-link"[^>]*>.*?</a>', "", one["content_html"])
        html = re.sub(rf'(<img [^>]*src="https://n.example)/(?!{base[1:] or "$"})', rf"\1{base}", html)
        if mark := MARK.search(html):
            entries[mark[1]] = Entry(one["url"], one["date_modified"], None, one["title"], one.get("tags", []), html)
    return entries


def unnamed(html):
    """Without what names footnotes: the ids of the page depend on the folder of the site."""
    html = re.sub(r'<h2 [^>]*id="footnote-label".*?</h2>', "", html)
    return re.sub(r'href="[^"]*#(user-content-|[^"]*-)(fn|fnref)-[^"]*"', 'href="#note"', html)
