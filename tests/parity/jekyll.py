"""Jekyll of Debian, with a page that dumps `site.posts`, which is what jekyll-feed goes through."""

import re
import shutil
from pathlib import Path

import harness
import passages
import pools
from harness import Post, dumped, failed, fenced, run, settings, write

NAME = "Jekyll"
INIT = ("--url", "https://n.example/", "--title", "T")
OPTIONS = [
    "future: true", "permalink: pretty", "permalink: none", "permalink: ordinal", "permalink: /:categories/:title/", "permalink: date",
    "permalink: /b/:year/:i_month/:i_day/:slug.html", "permalink: /:year/:month/:day/:title", "permalink: weekdate",
    "defaults:\n  - scope: {path: \"\", type: posts}\n    values: {category: fixed}", "unpublished: true",
    "permalink: /blog/:categories/:year-:month-:day-:title", "permalink: /:short_year/:y_day/:title/", "permalink: /:year/:short_month/:long_day/:title/",
    "permalink: /:year/:hour:minute:second/:slug", "permalink: /p/:slugified_categories/:title:output_ext", "excerpt_separator: <!--more-->",
    "defaults:\n  - scope: {path: \"\"}\n    values: {permalink: \"/f/:title/\", tags: [given]}",
    "defaults:\n  - scope: {path: \"_posts/sub\"}\n    values: {category: Sub Cat, tag: one tag}", "show_drafts: true", "exclude: [cat]", "exclude: [ca, '_posts/sub/', '*/b']", "exclude: ['a/*/_posts', '*/sub', '_posts/*sure*']",
    "kramdown:\n  auto_ids: false", "kramdown:\n  smart_quotes: [apos, apos, quot, quot]",
    "kramdown:\n  input: GFM", "markdown: kramdown",
]
DUMP = """---
permalink: /dump.json
layout: null
---
[{% for post in site.posts %}{"url": {{ post.url | absolute_url | jsonify }}, "date": {{ post.date | date_to_xmlschema | jsonify }},
"updated": {{ post.last_modified_at | default: post.date | date_to_xmlschema | jsonify }}, "title": {{ post.title | jsonify }},
"tags": {{ post.tags | concat: post.categories | jsonify }}, "html": {{ post.content | jsonify }}}{% unless forloop.last %},{% endunless %}{% endfor %}]
"""


def missing():
    return None if shutil.which("jekyll") else "`jekyll` is not installed"


def options(chance):
    chosen = pools.settings(chance, OPTIONS, 4)
    if chance.random() < 0.6:
        chosen.append(f"timezone: {chance.choice(pools.ZONES)}")
    if chance.random() < 0.2:
        chosen.append("baseurl: /docs")
    return chosen


def date(chance):
    day, time = chance.choice(pools.DAYS), chance.choice(pools.TIMES)
    return chance.choice([
        day, f"{day} {time}", f"{day} {time}", f"{day}T{time}", f"{day} {time[:5]}", f"{day} {time} +0200", f"{day} {time} -0800", f"\"{day} {time}\"",
        f"{day} {time}.5", "2026-1-2 3:04:05", f"{day}T{time}Z", f"{day} {time} {chance.choice(pools.OFFSETS)}", f"{day} {time[:5]} +0100", f"'{day}'",
        f"{day} {time} UTC", f"{day} {time} EST",
    ])


def post(chance, mark):
    keys = pools.keys(chance, "---", [
        (0.9, "title", lambda: chance.choice(pools.TITLES)), (0.6, "date", lambda: pools.Raw(date(chance))),
        (0.15, "last_modified_at", lambda: pools.Raw(date(chance))), (0.1, "slug", lambda: chance.choice(pools.NAMES)),
        (0.07, "permalink", lambda: pools.Raw(chance.choice([f"/x/{mark}/", f"y/{mark}", f"/z/{mark}.html", "/:year/:title/", "/:categories/:slug.html"]))),
        (0.04, "published", lambda: False), (0.03, "layout", lambda: None), (0.03, "redirect_from", lambda: [f"/old/{mark}/"]),
        (0.15, "tag", lambda: pools.Raw(chance.choice(["classic hollywood", "one", "[a, b c]", "2026"]))),
        (0.25, "tags", lambda: pools.Raw(chance.choice(["a b", "[x, two words]", "[C++]", "2026", "[2026, true]", "a, b", "\n- x\n- y z"]))),
        (0.15, "category", lambda: pools.Raw(chance.choice(["One Cat", "travel", "A/B", "[P, Q]"]))),
        (0.15, "categories", lambda: pools.Raw(chance.choice(["One Two", "[Big Cat, small]", "solo", "[C++]", "Ünder", "\n  - x\n  - Y Z"]))),
    ])
    folder = chance.choice(["_posts", "_posts", "_posts/sub", "_posts/_set aside", "cat/_posts", "_cat/_posts", "Two Words/_posts", "a/b/_posts", "_drafts"])
    name = pools.name(chance, mark).replace("2026-03-04", "x")
    path = f"{folder}/{chance.choice(pools.DAYS)}-{name}{chance.choice(['.md', '.md', '.markdown', '.mkd', '.mkdown'])}"
    blocks = pools.BLOCKS + pools.BARE + pools.fenced(pools.ODD) + passages.ALL + [
        pools.TABLE, pools.FOOTNOTE, pools.STRIKE, pools.TASKS, pools.DEFINITIONS, pools.ABBREVIATION, pools.SPACED, pools.MARKED_BLOCK,
        "Text\n{: .note}", "Formula $$x^2$$.", "## Head {#own}", "{% highlight ruby %}\nputs 1\n{% endhighlight %}", "x^2^ and H~2~O.",
        "Raw {% raw %}{{ x }}{% endraw %}.", "{% comment %}hidden{% endcomment %}Shown.", "Called {{ page.title }}.", "At {{ \"/x/\" | relative_url }}.",
        "* one\n* two\n{: .list}", "* Contents\n{:toc}", "A [link](/x){:target=\"_blank\"} and *em*{: .c}.", "{::comment}\nhidden\n{:/comment}",
        "```ruby\nputs \"{{ page.title }}\"\n```"]
    return Post(path, keys, pools.body(chance, mark, blocks))


def lay(site, folder):
    write(folder, "_config.yml", "\n".join(["title: T", "url: https://n.example", *settings(site)]) + "\n")
    write(folder, "dump.html", DUMP)
    harness.lay(site, folder, fenced)


def build(folder):
    done = run(["jekyll", "build", "--quiet"], folder)
    dump = Path(folder, "_site/dump.json")
    if done.returncode != 0 or not dump.exists():
        raise failed("jekyll", done)
    entries = dumped(dump.read_text())
    for entry in entries.values():
        # Feeds have no table of contents.
        entry.html = re.sub(r'<ul id="markdown-toc">.*?^</ul>', "", entry.html, flags=re.S | re.M)
    return entries
