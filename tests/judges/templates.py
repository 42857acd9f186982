#!/usr/bin/env python3
"""Finds template code that a generator should have turned into text, in feeds and drafts.

    templates.py [--posts DIR] FILE...

Looks at titles, summaries, tags, content outside <code> and <pre>, and every address in feeds (RSS, Atom,
JSON), and at the whole of drafts (.txt). Prints one line an offence, `FILE: templates: what is left`, and a
closing line. Exit 1 where there is an offence or nothing to judge.

--posts   the folder of the posts: what stands there as code may stand as plain text in summaries and drafts
"""
import argparse
import json
import pathlib
import re
import sys
import urllib.parse

import lxml.html
from lxml import etree

# What no reader should see, by the way of writing that it comes from.
MARKS = [
    ("shortcode", re.compile(r"\{\{[<%].*?[>%]\}\}|\{\{[<%]")),
    ("Liquid tag", re.compile(r"\{%.*?%\}|\{%")),
    ("expression", re.compile(r"\{\{.*?\}\}|\{\{")),
    ("wiki link", re.compile(r"!?\[\[[^\[\]\n]+\]\]")),
    ("container", re.compile(r"(?m)^[ \t]*:{3,}.*$")),
    ("module line", re.compile(r"(?m)^(?:import\s[^\n]*?\sfrom\s+['\"]|import\s+['\"]|export\s+(?:const|default|let|function)\s).*$")),
    ("Pelican link", re.compile(r"[{|](?:filename|static|attach|author|category|tag|index)[}|]/?[^\s]*")),
    ("Zola link", re.compile(r"(?<![\w.])@/[\w./-]+\.md\S*")),
    # A bare `<T>` is a type that people write of; what encloses something has an end tag.
    ("component", re.compile(r"</[A-Z]\w*(?:\.[A-Z]\w*)?>|<[A-Z]\w*(?:\.[A-Z]\w*)?(?:\s+[A-Za-z:]+=(?:\{[^}]*\}|\"[^\"]*\"|'[^']*'))+\s*/?>|<[A-Z]\w*\s*/>")),
    ("attribute list", re.compile(r"\{:(?:toc|\s*[.#]|\s*[a-z-]+=)[^}\n]*\}")),
    ("directive", re.compile(r"<!--\s*(?:more|excerpt|truncate|toc)\s*-->")),
]
# Text in these is shown as it was written.
CODE = {"code", "pre", "samp", "kbd", "tt", "var"}
offences = 0


def say(path, where, kind, text):
    global offences
    offences += 1
    print(f"{path}: templates: {where}: {kind} {' '.join(text.split())[:160]!r}")


def look(path, where, text, excused=""):
    """Reports each mark in a text, except what stands as code in the posts."""
    seen = set()
    for kind, mark in MARKS:
        for found in mark.finditer(text or ""):
            if any(found.start() < end and start < found.end() for start, end in seen):
                continue
            seen.add(found.span())
            if " ".join(found.group().split()) not in excused:
                say(path, where, kind, found.group())


def look_html(path, where, html):
    for element in lxml.html.fragments_fromstring(html or ""):
        if isinstance(element, str):
            look(path, where, element)
            continue
        for node in element.iter():
            if isinstance(node, etree._Comment):
                look(path, where, f"<!--{node.text}-->")
            elif isinstance(node.tag, str):
                for name, value in node.attrib.items():
                    look(path, f"{where} <{node.tag} {name}>", urllib.parse.unquote(value))
                if not in_code(node):
                    look(path, where, node.text)
            parent = node.getparent()
            if node is not element and parent is not None and not in_code(parent):
                look(path, where, node.tail)
        look(path, where, element.tail)


def in_code(node):
    return node.tag in CODE or any(above.tag in CODE for above in node.iterancestors())


def local(tag):
    return etree.QName(tag).localname


def look_xml(path):
    root = etree.parse(str(path), etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)).getroot()
    for entry in root.iter("item", "{http://www.w3.org/2005/Atom}entry"):
        name = next((child.text for child in entry if isinstance(child.tag, str) and local(child.tag) in ("guid", "id")), "?")
        for child in entry.iter(etree.Element):
            where = f"entry {name}: {local(child.tag)}"
            for value in child.attrib.values():
                look(path, where, urllib.parse.unquote(value), excused)
            if local(child.tag) in ("encoded", "content") and child.text:
                look_html(path, where, child.text)
            elif local(child.tag) != "markdown":
                look(path, where, urllib.parse.unquote(child.text or "") if local(child.tag) in ("link", "id", "guid") else child.text, excused)


def look_json(path):
    for item in json.loads(path.read_text("utf-8"))["items"]:
        for key, value in item.items():
            where = f"entry {item['id']}: {key}"
            if key == "content_html":
                look_html(path, where, value)
            elif key in ("id", "url", "image", "external_url"):
                look(path, where, urllib.parse.unquote(value), excused)
            else:
                look(path, where, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False), excused)


def code_of(folder):
    """Everything that stands as code in the posts, as one text."""
    code = []
    for path in sorted(folder.rglob("*")):
        if path.suffix not in (".md", ".mdx", ".markdown"):
            continue
        text = path.read_bytes().decode("utf-8", "replace")
        code += [found.group() for found in re.finditer(r"(?ms)^[ \t]*(`{3,}|~{3,}).*?^[ \t]*\1", text)]
        code += [found.group(2) for found in re.finditer(r"(?s)(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", text)]
        code += [found.group(1) for found in re.finditer(r"(?s)\{%-?\s*raw\s*-?%\}(.*?)\{%-?\s*endraw", text)]
        code += [found.group(1) for found in re.finditer(r"(?s)<(?:code|pre)\b[^>]*>(.*?)</(?:code|pre)>", text)]
    return " ".join(" ".join(code).split())


arguments = argparse.ArgumentParser()
arguments.add_argument("--posts", type=pathlib.Path)
arguments.add_argument("files", nargs="*", type=pathlib.Path)
arguments = arguments.parse_args()
excused = code_of(arguments.posts) if arguments.posts else ""
for file in arguments.files:
    try:
        if file.suffix == ".json":
            look_json(file)
        elif file.suffix == ".xml":
            look_xml(file)
        else:
            look(file, "draft", file.read_text("utf-8"), excused)
    except (etree.XMLSyntaxError, ValueError, KeyError) as error:
        say(file, "file", "unreadable", str(error))
print(f"{len(arguments.files)} files, {offences} pieces of template code left")
sys.exit(1 if offences or not arguments.files else 0)
