#!/usr/bin/env python3
"""Judges feeds by programs that others wrote: lxml and xmllint (well-formedness, RELAX NG), feedparser.

    feeds.py [--relaxng atom.rng] [--posts DIR] [--together] FILE...

Prints one line an offence, `FILE: JUDGE: what is wrong`, and a closing line. Exit 1 where there is an
offence or nothing to judge.

--relaxng   the schema of RFC 4287, appendix B, for Atom files
--posts     the folder of the posts that the feeds were made of: their titles, read by PyYAML, tomllib and
            json, must come back exactly from every feed (drafts and private posts must not come back)
--together  the files are formats of one feed and must tell of the same entries
"""
import argparse
import datetime
import difflib
import email.utils
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tomllib
import urllib.parse

import feedparser
import lxml.html
import yaml
from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
# Attributes that hold an address, by element ("*" is any element).
ADDRESSES = {"*": ("href", "src", "cite", "poster", "background", "longdesc"), "form": ("action",), "object": ("data",)}
SAFE_SCHEMES = {"http", "https", "mailto", "tel", "xmpp", "irc", "ircs", "sms", "geo", "magnet", "matrix", "ftp"}
UNSAFE_ELEMENTS = {"script", "style", "iframe", "object", "embed", "form", "input", "button", "textarea", "select",
                   "link", "meta", "base", "frame", "frameset", "applet", "noscript", "template"}

offences = 0


def say(path, judge, message):
    """Reports one offence."""
    global offences
    offences += 1
    print(f"{path}: {judge}: {' '.join(str(message).split())[:400]}")


class Entry:
    """What a reader gets of an entry, in whatever format it came."""

    def __init__(self, id, title, link, published, content):
        self.id, self.title, self.link, self.published, self.content = id, title, link, published, content


def rfc3339(text):
    if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", text or ""):
        raise ValueError(f"{text!r} is no RFC 3339 date")
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


def rfc822(text):
    if not re.fullmatch(r"(\w{3}, )?\d{1,2} \w{3} \d{4} \d\d:\d\d(:\d\d)? ([+-]\d{4}|GMT|UT)", text or ""):
        raise ValueError(f"{text!r} is no RFC 822 date with four digits of year")
    moment = email.utils.parsedate_to_datetime(text)
    if text[3] == "," and moment.strftime("%a") != text[:3]:
        raise ValueError(f"{text!r} names the wrong day of the week")
    return moment


def read_xml(path, schema):
    """The entries of an RSS or Atom file as lxml reads them; None where it cannot."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.parse(str(path), parser).getroot()
    except etree.XMLSyntaxError as error:
        say(path, "lxml", error)
        return None
    if root.getroottree().docinfo.doctype:
        say(path, "lxml", "has a document type declaration")
    if root.tag == ATOM + "feed":
        if schema is not None and not schema.validate(root.getroottree()):
            for error in schema.error_log:
                say(path, "relaxng", f"line {error.line}: {error.message}")
        without = [entry.findtext(ATOM + "id") for entry in root.findall(ATOM + "entry")
                   if entry.find(f"{ATOM}author/{ATOM}name") is None]
        if without and root.find(f"{ATOM}author/{ATOM}name") is None:
            say(path, "lxml", f"{without[0]} has no author and the feed has none (RFC 4287, 4.1.1)")
        return [atom_entry(path, entry) for entry in root.findall(ATOM + "entry")]
    if root.tag == "rss":
        return [rss_entry(path, item) for item in root.findall("channel/item")]
    say(path, "lxml", f"neither RSS nor Atom: <{root.tag}>")
    return None


def moment(path, read, text):
    try:
        return read(text)
    except ValueError as error:
        say(path, "dates", error)
        return None


def atom_entry(path, entry):
    link = next((x.get("href") for x in entry.findall(ATOM + "link") if x.get("rel", "alternate") == "alternate"), None)
    content = entry.find(ATOM + "content")
    moment(path, rfc3339, entry.findtext(ATOM + "updated"))
    title = entry.find(ATOM + "title")
    if title is not None and title.get("type", "text") not in ("text",):
        say(path, "titles", f"title of type {title.get('type')}: readers differ on how to unescape it")
    return Entry(entry.findtext(ATOM + "id"), entry.findtext(ATOM + "title"), link,
                 moment(path, rfc3339, entry.findtext(ATOM + "published") or entry.findtext(ATOM + "updated")),
                 content.text if content is not None and content.get("type") == "html" else None)


def rss_entry(path, item):
    guid = item.find("guid")
    link = item.findtext("link")
    if guid is not None and guid.get("isPermaLink", "true") != "false" and not (guid.text or "").startswith("http"):
        say(path, "lxml", f"guid {guid.text!r} claims to be a permalink and is no address")
    for enclosure in item.findall("enclosure"):
        if not re.fullmatch(r"\d+", enclosure.get("length", "")) or "/" not in enclosure.get("type", ""):
            say(path, "lxml", f"enclosure without length or type: {dict(enclosure.attrib)}")
    children = [child.tag for child in item]
    if CONTENT in children and "description" in children and children.index(CONTENT) < children.index("description"):
        say(path, "lxml", "content:encoded stands before description: some readers then show the summary alone")
    return Entry(guid.text if guid is not None else link, item.findtext("title"), link,
                 moment(path, rfc822, item.findtext("pubDate")), item.findtext(CONTENT))


def read_json(path):
    """The entries of a JSON Feed; None where it is no JSON."""
    def unique(pairs):
        keys = [key for key, _ in pairs]
        if len(keys) != len(set(keys)):
            raise ValueError(f"a key stands twice in {keys}")
        return dict(pairs)

    def refuse(name):
        raise ValueError(f"{name} is no JSON")
    try:
        feed = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=unique, parse_constant=refuse)
        items = feed["items"]
    except (ValueError, KeyError) as error:
        say(path, "json", error)
        return None
    entries = []
    for item in items:
        if item.get("date_modified"):
            moment(path, rfc3339, item["date_modified"])
        # What a link post is about is where its title leads, as the link of the other formats.
        link = item.get("external_url") or item.get("url")
        entries.append(Entry(item.get("id"), item.get("title"), link,
                             moment(path, rfc3339, item.get("date_published")), item.get("content_html")))
    return entries


def judge_xmllint(path, schema):
    """The command, where the machine has it; lxml has judged by the same library already."""
    command = ["xmllint", "--noout", "--nonet"] + (["--relaxng", schema] if schema else []) + [str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    complaints = [line for line in done.stderr.splitlines() if not line.endswith(" validates")]
    if done.returncode or complaints:  # an unbound prefix is said, and the exit code is 0 all the same
        say(path, "xmllint", complaints[0] if complaints else f"exit {done.returncode}")


def judge_feedparser(path, entries):
    feed = feedparser.parse(path.read_bytes(), sanitize_html=False, resolve_relative_uris=False)
    if feed.bozo:
        say(path, "feedparser", f"bozo: {feed.get('bozo_exception')!r}")
    if not feed.version:
        say(path, "feedparser", "does not know what kind of feed this is")
    if entries is None:
        return
    if len(feed.entries) != len(entries):
        say(path, "feedparser", f"sees {len(feed.entries)} of {len(entries)} entries")
    for name in ("title", "link"):
        if not feed.feed.get(name):
            say(path, "feedparser", f"the feed has no {name}")
    for ours, theirs in zip(entries, feed.entries):
        for name in ("id", "title", "link", "published_parsed", "summary"):
            if not theirs.get(name):
                say(path, "feedparser", f"entry {ours.id}: no {name}")
        if theirs.get("id") != ours.id:
            say(path, "feedparser", f"entry {ours.id}: reads the id {theirs.get('id')!r}")
        # RSS does not say whether a title is text or HTML, so feedparser may unescape it once more: what
        # it may not do is lose it. Atom says so, and there the title must come back as it is.
        if feed.version.startswith("atom") and theirs.get("title") != (ours.title or "").strip():
            say(path, "feedparser", f"entry {ours.id}: reads the title {theirs.get('title')!r}")


def judge_content(path, entries):
    """What readers will show: no active content, absolute addresses, ids that do not collide."""
    seen = {}
    for entry in entries:
        if not entry.content or not entry.content.strip():
            continue
        for element in lxml.html.fragments_fromstring(entry.content, no_leading_text=False):
            if isinstance(element, str):
                continue
            for node in element.iter(etree.Element):
                where = f"entry {entry.id}: <{node.tag}>"
                if node.tag in UNSAFE_ELEMENTS and not (node.tag == "input" and node.get("type") == "checkbox"):
                    say(path, "content", f"{where} has no place in a feed")
                for name, value in node.attrib.items():
                    if name.startswith("on") or name == "style":
                        say(path, "content", f"{where} has {name}=")
                    if name in ADDRESSES["*"] + ADDRESSES.get(node.tag, ()):
                        judge_address(path, where, value)
                    if name == "srcset":
                        for part in value.split(","):
                            judge_address(path, where, part.split()[0] if part.split() else "")
                    if name == "id":
                        if value in seen:
                            say(path, "content", f"{where} has the id {value!r}, which entry {seen[value]} has too")
                        seen[value] = entry.id


def judge_address(path, where, value):
    try:
        address = urllib.parse.urlsplit(value)
    except ValueError as error:
        say(path, "content", f"{where}: {value!r}: {error}")
        return
    if value.startswith("#"):
        return  # a footnote of the same entry
    if not address.scheme:
        say(path, "content", f"{where} points at {value!r}, which is relative")
    elif address.scheme.lower() not in SAFE_SCHEMES:
        say(path, "content", f"{where} points at {value!r}")
    elif address.scheme in ("http", "https") and not address.netloc:
        say(path, "content", f"{where} points at {value!r}, which names no host")


def judge_entries(path, entries):
    ids = [entry.id for entry in entries]
    for id in sorted({id for id in ids if ids.count(id) > 1}, key=str):
        say(path, "ids", f"{id} stands {ids.count(id)} times")
    for entry in entries:
        if not entry.id or not urllib.parse.urlsplit(entry.id).scheme:
            say(path, "ids", f"{entry.id!r} is no URI")
        if not (entry.link or "").startswith(("http://", "https://")):
            say(path, "ids", f"{entry.id}: the link {entry.link!r} is not absolute")
    dates = [entry.published for entry in entries if entry.published]
    if dates != sorted(dates, reverse=True):
        say(path, "dates", "the entries are not in order, newest first")


def front_matter(path):
    """A post's front matter, read by parsers that are not ours."""
    text = path.read_bytes().decode("utf-8-sig")
    text = text.replace("\r\n", "\n")
    if text.startswith("{"):
        return json.JSONDecoder().raw_decode(text)[0]
    fence = text[:3]
    head = text[4:text.index("\n" + fence + "\n", 3) + 1]
    return tomllib.loads(head) if fence == "+++" else yaml.safe_load(head)


def titles_of(folder):
    titles = []
    for path in sorted(folder.rglob("*.md")):
        head = front_matter(path)
        if head.get("draft") or head.get("status", "public") not in ("public", "published") or head.get("feed") is False:
            continue
        titles.append(head["title"].strip())
    return sorted(titles)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--relaxng")
    arguments.add_argument("--posts", type=pathlib.Path)
    arguments.add_argument("--together", action="store_true")
    arguments.add_argument("files", nargs="+", type=pathlib.Path)
    arguments = arguments.parse_args()
    schema = etree.RelaxNG(etree.parse(arguments.relaxng)) if arguments.relaxng else None
    xmllint = shutil.which("xmllint")
    expected = titles_of(arguments.posts) if arguments.posts else None

    total, first = 0, None
    for path in arguments.files:
        is_json = path.suffix == ".json"
        entries = read_json(path) if is_json else read_xml(path, schema)
        if not is_json and xmllint:
            is_atom = b"http://www.w3.org/2005/Atom" in path.read_bytes()[:600] and b"<rss" not in path.read_bytes()[:600]
            judge_xmllint(path, arguments.relaxng if is_atom else None)
        if not is_json:
            judge_feedparser(path, entries)
        if entries is None:
            continue
        total += len(entries)
        judge_entries(path, entries)
        judge_content(path, entries)
        if expected is not None:
            found = sorted((entry.title or "").strip() for entry in entries)
            for title in expected:
                if title not in found:
                    say(path, "titles", f"{title!r} did not come back; the nearest is {nearest(title, found)!r}")
            if len(found) != len(expected):
                say(path, "titles", f"{len(found)} entries of {len(expected)} posts")
        if arguments.together:
            gist = [(entry.id, entry.title, entry.link, entry.published, (entry.content or "").strip()) for entry in entries]
            if first is None:
                first = (path, gist)
            elif [g[:4] for g in gist] != [g[:4] for g in first[1]]:
                differing = next((pair for pair in zip(gist, first[1]) if pair[0][:4] != pair[1][:4]), None)
                say(path, "agree", f"does not tell of the same entries as {first[0]}: {differing or (len(gist), len(first[1]))}")
            elif gist != first[1]:
                say(path, "agree", f"has other content than {first[0]}")
    print(f"{len(arguments.files)} feeds, {total} entries, {offences} offences by lxml, feedparser"
          f"{' and xmllint' if xmllint else ''}{' with RELAX NG' if schema is not None else ''}")
    sys.exit(1 if offences or not arguments.files else 0)


def nearest(title, found):
    return next(iter(difflib.get_close_matches(title, found, 1, 0)), None)


if __name__ == "__main__":
    main()
