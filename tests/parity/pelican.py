"""Pelican, with a plugin that dumps the articles that its own feed of all posts has."""

import sys
from pathlib import Path

import harness
import passages
import pools
from harness import Post, dumped, failed, run, settings, write

NAME = "Pelican"
INIT = ()
BINARY = Path(sys.executable).with_name("pelican")
OPTIONS = [
    "ARTICLE_URL = '{date:%Y}/{date:%m}/{slug}/'\nARTICLE_SAVE_AS = '{date:%Y}/{date:%m}/{slug}/index.html'",
    "ARTICLE_URL = '{category}/{slug}.html'\nARTICLE_SAVE_AS = '{category}/{slug}.html'",
    "ARTICLE_URL = 'p/{author}/{slug}/'\nARTICLE_SAVE_AS = 'p/{author}/{slug}/index.html'",
    "SLUGIFY_SOURCE = 'basename'", "SLUGIFY_USE_UNICODE = True", "SLUGIFY_PRESERVE_CASE = True", "WITH_FUTURE_DATES = False",
    "FILENAME_METADATA = r'(?P<date>\\d{4}-\\d{2}-\\d{2})-(?P<slug>.*)'", "DEFAULT_CATEGORY = 'Other Things'", "USE_FOLDER_AS_CATEGORY = False",
    "ARTICLE_URL = 'posts/{date:%b}/{date:%d}/{slug}/'\nARTICLE_SAVE_AS = 'posts/{date:%b}/{date:%d}/{slug}/index.html'",
    "ARTICLE_URL = '{slug}/'\nARTICLE_SAVE_AS = '{slug}/index.html'", "ARTICLE_LANG_URL = '{lang}/{slug}/'\nARTICLE_LANG_SAVE_AS = '{lang}/{slug}/index.html'",
    "TAG_URL = 't/{slug}/'\nTAG_SAVE_AS = 't/{slug}/index.html'", "CATEGORY_URL = 'c/{slug}/'\nCATEGORY_SAVE_AS = 'c/{slug}/index.html'",
    "ARTICLE_EXCLUDES = ['two words']", "RELATIVE_URLS = True", "ARTICLE_PATHS = ['talks', '2026']",
    "PATH_METADATA = r'(?P<category>[^/]+)/(?P<slug>.*)\\.md'", "FILENAME_METADATA = r'(?P<slug>.*)'",
    "DEFAULT_METADATA = {'tags': ['given', 'two words'], 'category': 'Given'}", "DEFAULT_METADATA = {'tags': 'x, y', 'author': 'Given'}",
    "SITEURL = 'https://n.example/docs'",
    "FILENAME_METADATA = r'(?P<date>\\d{4}-\\d{2}-\\d{2}).*'", "DEFAULT_DATE = (2026, 3, 4, 5, 6)",
    "AUTHOR = 'Ada Lovelace'", "DEFAULT_METADATA = {'status': 'draft'}",
]
PLUGIN = """
import json
from pelican import signals

def dump(generators):
    for generator in generators:
        if type(generator).__name__ != 'ArticlesGenerator':
            continue
        all = []
        for article in [*generator.articles, *generator.translations]:
            if not hasattr(article, 'date'):
                continue
            site = generator.settings['SITEURL']
            site_default = generator.settings['DEFAULT_CATEGORY']  # tells readers nothing
            updated = getattr(article, 'modified', None)
            # `url` is the path of the file: what an address may not have is not escaped.
            path = article.url.replace('%', '%25').replace('#', '%23')
            all.append({'url': f'{site}/{path}', 'date': article.date.isoformat(), 'updated': updated and updated.isoformat(),
                        'title': article.title, 'tags': [t.name for t in getattr(article, 'tags', [])] + [article.category.name] * (article.category.name != site_default),
                        'html': article.get_content(site)})
        open('dump.json', 'w').write(json.dumps(all))

def register():
    signals.all_generators_finalized.connect(dump)
"""


def missing():
    return None if BINARY.exists() else "`pelican` is not installed"


def options(chance):
    chosen = pools.settings(chance, OPTIONS, 5)
    if chance.random() < 0.6:
        chosen.append(f"TIMEZONE = '{chance.choice(pools.ZONES)}'")
    return chosen


def date(chance):
    day, time = chance.choice(pools.DAYS), chance.choice(pools.TIMES)
    return chance.choice([day, f"{day} {time[:5]}", f"{day} {time}", f"{day}T{time}", f"{day} {time} +0200", f"{day}T{time}Z", f"{day} {time} EST",
                          "15 Oct 2023", "October 15, 2023 3:04 PM", "2026-1-2"])


def post(chance, mark):
    keys = [f"Title: {chance.choice(pools.TITLES)} {mark[4:9]}"]
    maybe = [
        (1, lambda: f"Date: {date(chance)}"), (0.15, lambda: f"Modified: {date(chance)}"),
        # Two articles of one slug are an error of Pelican's.
        (0.1, lambda: f"Slug: {pools.name(chance, mark)}"), (0.3, lambda: f"Tags: {', '.join(pools.some(chance, pools.TAGS, 3))}"),
        (0.3, lambda: f"Category: {chance.choice(['Talks', 'a, b', 'C++', 'Über'])}"),
        (0.2, lambda: chance.choice(["Author: Ada Byron", "Author: X; Y", "Author: A, B", "Authors: A; B", "AUTHORS: Byron, Ada; Hopper, Grace"])),
        (0.04, lambda: "Status: draft"), (0.04, lambda: "Status: hidden"), (0.03, lambda: "Status: skip"), (0.03, lambda: "Status: Published"),
        (0.05, lambda: f"Lang: {chance.choice(['de', 'en'])}"), (0.04, lambda: f"URL: u/{mark}/\nSave_as: u/{mark}/index.html"),
        (0.05, lambda: "Summary: *x*"), (0.04, lambda: "Keywords: one, two"), (0.04, lambda: "Template: article"),
    ]
    keys += [key() for share, key in maybe if chance.random() < share]
    folder = chance.choice(pools.FOLDERS)
    name = pools.name(chance, mark) + chance.choice([".md", ".md", ".markdown", ".mkd"])
    # Fences in lists are code in a line in Python-Markdown, which docs/sites/pelican.md says.
    passed = [block for block in passages.ALL if "  ```" not in block]
    blocks = pools.BLOCKS + pools.BARE + pools.fenced(pools.ODD) + passed + [
        pools.TABLE, pools.FOOTNOTE, pools.STRIKE, pools.TASKS, pools.DEFINITIONS, pools.ABBREVIATION, pools.SPACED, pools.MARKED,
        pools.MARKED_BLOCK, "    :::python\n    print(1)", "![p]({static}/images/a b.png)", "## Head {#own}", 
        "[t]({tag}two words) [c]({category}Talks) [a]({author}Ada Byron) [i]({index})", 
        "```{.python hl_lines=\"1\"}\nprint(1)\n```", "### Head { .cls }", "Text with {curly} and | pipes |.", "[TOC]"]
    return Post("content/" + (f"{folder}/" if folder else "") + name, tuple(keys), pools.body(chance, mark, blocks))


def text(post):
    return "".join(f"{key}\n" for key in post.keys) + "\n" + "\n\n".join(post.blocks) + "\n"


def lay(site, folder):
    head = ["SITENAME = 'T'", "SITEURL = 'https://n.example'", "PATH = 'content'", "DEFAULT_LANG = 'en'", "STATIC_PATHS = ['feeds']"]
    write(folder, "pelicanconf.py", "\n".join([*head, *settings(site)]) + "\n")
    write(folder, "plugins/dump.py", PLUGIN)
    write(folder, "content/images/a b.png", "PNG")
    harness.lay(site, folder, text)


def build(folder):
    more = "import os\nPLUGIN_PATHS = [os.path.join(os.path.dirname(os.path.abspath(__file__)), 'plugins')]\nPLUGINS = ['dump']\n"
    config = Path(folder, "pelicanconf.py")
    config.write_text(config.read_text() + more)
    done = run([str(BINARY), "content", "-s", "pelicanconf.py", "-o", "output", "-q"], folder)
    dump = Path(folder, "dump.json")
    if not dump.exists():
        raise failed("pelican", done)
    return dumped(dump.read_text())
