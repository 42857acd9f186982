"""Jekyll of Debian, with a page that dumps `site.posts`, which is what jekyll-feed goes through."""

import json
import shutil
from pathlib import Path

import pools
from harness import MARK, Entry, Failed, Post, run, write

NAME = "Jekyll"
INIT = ("--url", "https://n.example/", "--title", "T")
OPTIONS = [
    "future: true", "permalink: pretty", "permalink: none", "permalink: ordinal", "permalink: /:categories/:title/", "permalink: date",
    "permalink: /b/:year/:i_month/:i_day/:slug.html", "permalink: /:year/:month/:day/:title", "permalink: weekdate",
    "defaults:\n  - scope: {path: \"\", type: posts}\n    values: {category: fixed}", "unpublished: true",
    "kramdown:\n  input: GFM\n  hard_wrap: true", "markdown: kramdown",
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
    chosen, heads = [], set()
    for option in pools.some(chance, OPTIONS, 3):
        head = option.split(":")[0]
        if head not in heads:
            heads.add(head)
            chosen.append(option)
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
    keys = [f"title: {pools.quoted(chance.choice(pools.TITLES))}"] if chance.random() < 0.9 else []
    maybe = [
        (0.6, lambda: f"date: {date(chance)}"), (0.15, lambda: f"last_modified_at: {date(chance)}"),
        (0.1, lambda: f"slug: {pools.quoted(chance.choice(pools.NAMES))}"),
        (0.07, lambda: f"permalink: {chance.choice(['/x/' + mark + '/', 'y/' + mark, '/z/' + mark + '.html', '/:year/:title/'])}"),
        (0.04, lambda: "published: false"),
        (0.15, lambda: f"tag: {chance.choice(['classic hollywood', 'one', '[a, b c]'])}"),
        (0.25, lambda: f"tags: {chance.choice(['a b', '[x, two words]', '[C++]', '2026'])}"),
        (0.15, lambda: f"category: {chance.choice(['One Cat', 'travel', 'A/B'])}"),
        (0.15, lambda: f"categories: {chance.choice(['One Two', '[Big Cat, small]', 'solo', '[C++]'])}"),
    ]
    seen = set()
    for share, key in maybe:
        if chance.random() < share:
            keys.append(key())
    folder = chance.choice(["_posts", "_posts", "_posts/sub", "cat/_posts", "Two Words/_posts", "_drafts"])
    path = f"{folder}/{chance.choice(pools.DAYS)}-{chance.choice(pools.NAMES).replace('2026-03-04', 'x')}-{mark[4:9]}{chance.choice(['.md', '.markdown'])}"
    blocks = pools.BLOCKS + pools.BARE + [pools.TABLE, pools.FOOTNOTE, pools.STRIKE, pools.TASKS, pools.DEFINITIONS, pools.ABBREVIATION, pools.SPACED,
                                          pools.MARKED, pools.MARKED_BLOCK, "Text\n{: .note}", "Formula $$x^2$$.", "## Head {#own}",
                                          "{% highlight ruby %}\nputs 1\n{% endhighlight %}", "Raw {% raw %}{{ x }}{% endraw %}.", "x^2^ and H~2~O."]
    return Post(path, tuple(keys), pools.body(chance, mark, blocks))


def text(post):
    return "---\n" + "".join(f"{key}\n" for key in post.keys) + "---\n\n" + "\n\n".join(post.blocks) + "\n"


def lay(site, folder):
    write(folder, "_config.yml", "\n".join(["title: T", "url: https://n.example", *site.options]) + "\n")
    write(folder, "dump.html", DUMP)
    for post in site.posts:
        write(folder, post.path, text(post))


def build(folder):
    done = run(["jekyll", "build", "--quiet"], folder)
    dump = Path(folder, "_site/dump.json")
    if done.returncode != 0 or not dump.exists():
        raise Failed(f"jekyll: {done.stdout[-800:]}{done.stderr[-1500:]}")
    entries = {}
    for one in json.loads(dump.read_text()):
        if mark := MARK.search(one["html"]):
            entries[mark[1]] = Entry(**one)
    return entries
