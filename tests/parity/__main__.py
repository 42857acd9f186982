"""Builds generated sites by site generators and by Afterword, and says where they differ."""

import argparse
import importlib
import random
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from harness import MARK, Failed, Site, compared, fenced


def shrunk(generator, binary, site, mark, name):
    """The smallest site that still shows the difference `name` of the post with this mark."""

    def fails(smaller):
        try:
            found, _ = compared(generator, binary, smaller)
        except (Failed, subprocess.TimeoutExpired):
            return False
        return name in found.get(mark, {})

    post = next(post for post in site.posts if f"mark{mark}k" in "\n".join(post.blocks))
    alone = replace(site, posts=(post,))
    if fails(alone):
        site = alone
    for part in ("options", "keys", "blocks"):
        at = 0
        while True:
            post = site.posts[0] if len(site.posts) == 1 else None
            all = site.options if part == "options" else getattr(post, part) if post else ()
            if at >= len(all):
                break
            fewer = all[:at] + all[at + 1:]
            smaller = replace(site, options=fewer) if part == "options" else replace(
                site, posts=(replace(post, **{part: fewer}),))
            # Undated posts are no recaps: a post keeps its date.
            kept = part == "keys" and re.match(r'"?date"?\s*[:=]', all[at], re.I)
            if not kept and MARK.search("\n".join(smaller.posts[0].blocks)) and fails(smaller):
                site = smaller
            else:
                at += 1
    return site


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("binary")
    parser.add_argument("generators", nargs="+")
    parser.add_argument("--sites", type=int, default=2)
    parser.add_argument("--posts", type=int, default=40, help="posts a site")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shrink", type=int, default=3, help="differences shrunk for each field")
    options = parser.parse_args()
    binary = str(Path(options.binary).resolve())
    bad = False
    for name in options.generators:
        generator = importlib.import_module(name)
        missing = generator.missing()
        text = getattr(generator, "text", fenced)
        if missing:
            print(f"parity: {name}: ignored: {missing}")
            continue
        posts = left = 0
        kinds = {}
        for number in range(options.sites):
            chance = random.Random(f"{name} {options.seed + number}")
            marks = iter(range(10_000))
            posted = [generator.post(chance, f"mark{next(marks):05}k") for _ in range(options.posts)]
            posted = [replace(post, line_end="\r\n") if chance.random() < 0.05 else post for post in posted]
            site = Site(tuple(generator.options(chance)), tuple(posted))
            try:
                found, real = compared(generator, binary, site)
            except Failed as failed:
                print(f"{name}: seed {options.seed + number}: {failed}")
                bad = True
                continue
            posts += len(real)
            left += len(found)
            for mark, fields in found.items():
                for kind, values in fields.items():
                    kinds.setdefault(kind, []).append((site, mark, values, options.seed + number))
        for kind, all in kinds.items():
            print(f"{name}: {kind}: {len(all)} differences")
            for site, mark, values, seed in all[: options.shrink]:
                small = shrunk(generator, binary, site, mark, kind)
                found, _ = compared(generator, binary, small)
                values = found.get(mark, {}).get(kind, values)
                print(f"  seed {seed}: {generator.NAME} {values[0]!r}\n    afterword {values[1]!r}")
                print(f"    {' | '.join(small.options)}")
                for post in small.posts:
                    if f"mark{mark}k" not in "\n".join(post.blocks):
                        continue
                    print("    " + "\n    ".join(f"{post.path}\n{text(post)}".splitlines()))
        bad |= left > 0
        print(f"parity: {name}: {options.sites} sites, {posts} published posts, {left} differ")
    return 1 if bad else 0


sys.exit(main())
