"""Pelican, with a plugin that dumps the articles that its own feed of all posts has."""

import json
import sys
from pathlib import Path

import pools
from harness import MARK, Entry, Failed, Post, run, write

NAME = "Pelican"
INIT = ()
BINARY = Path(sys.executable).with_name("pelican")
OPTIONS = [
    "ARTICLE_URL = '{date:%Y}/{date:%m}/{slug}/'\nARTICLE_SAVE_AS = '{date:%Y}/{date:%m}/{slug}/index.html'",
    "ARTICLE_URL = '{category}/{slug}.html'\nARTICLE_SAVE_AS = '{category}/{slug}.html'",
    "ARTICLE_URL = 'p/{author}/{slug}/'\nARTICLE_SAVE_AS = 'p/{author}/{slug}/index.html'",
    "SLUGIFY_SOURCE = 'basename'", "SLUGIFY_USE_UNICODE = True", "SLUGIFY_PRESERVE_CASE = True", "WITH_FUTURE_DATES = False",
    "FILENAME_METADATA = r'(?P<date>\\d{4}-\\d{2}-\\d{2})-(?P<slug>.*)'", "DEFAULT_CATEGORY = 'Other Things'", "USE_FOLDER_AS_CATEGORY = False",
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
            all.append({'url': f'{site}/{article.url}', 'date': article.date.isoformat(), 'updated': updated and updated.isoformat(),
                        'title': article.title, 'tags': [t.name for t in getattr(article, 'tags', [])] + [article.category.name] * (article.category.name != site_default),
                        'html': article.get_content(site)})
        open('dump.json', 'w').write(json.dumps(all))

def register():
    signals.all_generators_finalized.connect(dump)
"""


def missing():
    return None if BINARY.exists() else "`pelican` is not installed"


def options(chance):
    chosen, heads = [], set()
    for option in pools.some(chance, OPTIONS, 4):
        head = option.split(" =")[0]
        if head not in heads:
            heads.add(head)
            chosen.append(option)
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
        (0.1, lambda: f"Slug: {chance.choice(pools.NAMES)}"), (0.3, lambda: f"Tags: {', '.join(pools.some(chance, pools.TAGS, 3))}"),
        (0.3, lambda: f"Category: {chance.choice(['Talks', 'a, b', 'C++', 'Über'])}"), (0.2, lambda: f"Author: {chance.choice(['Ada Byron', 'X; Y', 'A, B'])}"),
        (0.04, lambda: "Status: draft"), (0.04, lambda: "Status: hidden"), (0.03, lambda: "Status: skip"), (0.05, lambda: "Lang: de"),
        (0.04, lambda: f"URL: u/{mark}/\nSave_as: u/{mark}/index.html"), (0.05, lambda: "Summary: *x*"),
    ]
    keys += [key() for share, key in maybe if chance.random() < share]
    folder = chance.choice(pools.FOLDERS)
    name = f"{chance.choice(pools.NAMES)}-{mark[4:9]}{chance.choice(['.md', '.markdown'])}"
    blocks = pools.BLOCKS + pools.BARE + [pools.TABLE, pools.FOOTNOTE, pools.STRIKE, pools.TASKS, pools.DEFINITIONS, pools.ABBREVIATION, pools.SPACED,
                                          pools.MARKED, pools.MARKED_BLOCK, "    :::python\n    print(1)", "![p]({static}/images/a b.png)", "## Head {#own}",
                                          "[t]({tag}two words) [c]({category}Talks) [a]({author}Ada Byron) [i]({index})"]
    return Post("content/" + (f"{folder}/" if folder else "") + name, tuple(keys), pools.body(chance, mark, blocks))


def text(post):
    return "".join(f"{key}\n" for key in post.keys) + "\n" + "\n\n".join(post.blocks) + "\n"


def lay(site, folder):
    head = ["SITENAME = 'T'", "SITEURL = 'https://n.example'", "PATH = 'content'", "DEFAULT_LANG = 'en'", "STATIC_PATHS = ['feeds']"]
    write(folder, "pelicanconf.py", "\n".join([*head, *site.options]) + "\n")
    write(folder, "plugins/dump.py", PLUGIN)
    write(folder, "content/images/a b.png", "PNG")
    for post in site.posts:
        write(folder, post.path, text(post))


def build(folder):
    more = "import os\nPLUGIN_PATHS = [os.path.join(os.path.dirname(os.path.abspath(__file__)), 'plugins')]\nPLUGINS = ['dump']\n"
    config = Path(folder, "pelicanconf.py")
    config.write_text(config.read_text() + more)
    done = run([str(BINARY), "content", "-s", "pelicanconf.py", "-o", "output", "-q"], folder)
    dump = Path(folder, "dump.json")
    if not dump.exists():
        raise Failed(f"pelican: {done.stdout[-800:]}{done.stderr[-1500:]}")
    entries = {}
    for one in json.loads(dump.read_text()):
        if mark := MARK.search(one["html"]):
            entries[mark[1]] = Entry(**one)
    return entries
