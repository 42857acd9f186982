"""What generated posts are made of, whichever generator reads them."""

import json
import re

TITLES = [
    "Two talks from FOSDEM", "Über uns: Größe & Maß", "C++ & C# in 2026", "Rust's 1.0 — \"stable\"", "emoji 🎉 party",
    "Привет, мир", "北京 meetup 2026", "A/B testing: what, why?", "100% sure", "day_one at PyCon", "Version 1.2.3 released",
    "What's new?", "Ça va, élève?", "Łódź & Øresund", "foo -- bar", "Tom &amp; Jerry", "*stars* and `code`", "İstanbul",
    "a < b > c", "[brackets] (round) {curly}", "trailing dots...", "UPPER Case", "semi; colon: done", "x@y + z=1", "co-op ~ 5",
]
TAGS = ["rust", "C++", "Web Dev", "a/b", "Ünïcode", "café", "two words", "2026", "Go", "node.js", "日本"]
NAMES = [
    "plain", "Upper-Case", "two words", "under_score", "dots.in.name", "ümlaut", "2026-03-04-dated", "2026-03-04 spaced",
    "100% sure", "a+b", "c#sharp", "it's", "x(1)", "x[1]", "v1.2.3", "post.en", "post.de", "café-olé", "trailing-", "--dashes--", "a%20b",
    "tilde~1", "comma,name", "amp&name", "日本", "index2", "caret^name", "at@home", "ex!claim", "semi;colon", "e=mc2",
]
FOLDERS = ["", "", "talks", "Talks/Deep", "two words", "2026", "ünder"]
DAYS = ["2026-01-02", "2026-07-15", "2025-03-30", "2025-10-26", "2024-02-29", "2025-12-31", "2026-01-01", "2025-06-30", "2090-05-06"]
TIMES = ["00:00:00", "23:30:00", "02:30:00", "12:34:56", "00:15:00"]
OFFSETS = ["Z", "+02:00", "-08:00", "+05:30"]
ZONES = ["Europe/Berlin", "America/Los_Angeles", "Asia/Kolkata", "UTC", "Australia/Lord_Howe"]
BLOCKS = [
    "Plain *emphasis*, **strong** and `code <b>`.",
    "A [link](https://a.example/x?a=1&b=2 \"T\") and an image ![alt](/images/a.png).",
    "- one\n- two\n    - nested\n- three",
    "1. first\n2. second",
    "> quoted\n> twice",
    "```python\nprint(\"a < b\")\n```",
    "    indented code",
    "## A heading\n\nText below it.",
    "Line one\nline two  \nbroken line.",
    "<div class=\"x\">raw <b>html</b></div>",
    "AT&T costs 5 < 6 &copy; 2026 &amp; more.",
    "Entities: &hellip; &mdash; &#8217;",
    "Emoji 🎉 and 北京.",
    "A rule\n\n---\n\nbelow.",
    "Relative [page](other/) and [up](../up/).",
    "Hard \\*escaped\\* stars.",
    "He said \"hello\" -- 'twice'...",
    "<span>inline *md*</span> html.",
    "~~~\ntilde `code` & <b>\n~~~",
    "```\n{ \"plain\": [1, 2] }\n\n  set in\n```",
    "Setext\n======\n\nText.",
    "See [a reference][ref] and [ref].\n\n[ref]: https://r.example/a_(b) 'T'",
    "<https://auto.example/x?y=1&z=2> and [parens](https://p.example/a_(b)).",
    "![](/images/no-alt.png) ![*em* alt](/images/b.png \"T\")",
    "Water is H<sub>2</sub>O, <kbd>Ctrl</kbd>, x<sup>2</sup>.<br>Next.",
    "<!-- a comment --> Text behind.",
    "<details><summary>More</summary>\n\nInside *it*.\n\n</details>",
    "<table><tr><td>raw *cell*</td></tr></table>",
    "> a quote\n>\n> - with a list\n> - in it",
    "3. third\n4. fourth\n\n   a paragraph in it",
    "- loose\n\n- items\n\n      code in an item",
    "* star\n+ plus",
    "***both*** __strong__ _em_ snake_case_word 2*3*4.",
    "A backslash\\\nbreak, and 1\\. no list.",
    "Code with `` ` `` and `&amp;`.",
    "#hashtag is no heading, # neither.",
    "[link with `code` and **strong**](/a/b/?c=d#e)",
    "<p>A paragraph <em>of</em> HTML</p>",
    "<img src=\"/images/raw.png\" alt=\"raw\"> beside text.",
    "Term one, 50% of $5 and $6.",
    "***\n\nBelow stars.",
]
TABLE = "| a | b |\n|---|---|\n| 1 | 2 |"
FOOTNOTE = "A note[^1].\n\n[^1]: The *note*."
STRIKE = "~~gone~~ stays."
TASKS = "- [ ] open\n- [x] done"
BARE = ["Slides: https://s.example/x.", "See www.w.example now.", "Mail me@m.example please.", "Go to http://h.example/a_b_c?x=1, then."]
# What the parsers of generators read differently: blocks without blank lines, lists, marks at odd places.
ODD = [
    "Text before\n- a list\n- at once", "Text before\n1. a list\n2. at once", "Text before\n# A heading at once", "Text before\n> a quote at once",
    "Text before\n```\ncode at once\n```", "Text before\n\n| a | b |\n|---|---|\n| `x` | *y* |\nText behind", "- one\n  - two spaces\n  - twice\n- three",
    "1. one\n   - three spaces\n2. two", "1) paren\n2) paren", "- a\n\n\n- b", "- a\n- b\n\n1. c\n2. d", "* * *", "- [link](https://a.example/)\n- `code`\n-\n- last",
    "## Closed ##", "##No blank", "Setext two\n---\nText.", "[![badge](/b.svg)](https://ci.example/)", "[ref one][] and [shown][Ref One].\n\n[ref one]: <https://r.example/x>",
    "Mail <me@m.example> or <mailto:you@m.example>.", "snake_case and __init__ and 2 * 3 * 4.", "**bold**text and *em*text and a**b**c.", "**\"quoted\"** and *(paren)*text",
    "`a` ``b ` c`` ``` d ```", "A &lt;tag&gt; &amp;amp; &nbsp; &#x1F389;", "<https://a.example/ü?x=[1]>", "http://bare.example/(paren) and https://b.example/x_y_z_.",
    "Line\\\\\nnext", "Line \nnext", "a << b >> c", "... -- --- 'a' \"b\" 1/2 (c) (tm)", "H~2~O and ~one~ and ~~two~~", "x^2^ ==mark== ++ins++", ":tada: and :+1: and :not_an_emoji:",
    "> a\nlazy line\n\nnot in it", "> [!NOTE]\n> An alert.", "> a\n\n> b", "    code\n\n    more code\nText", "\ttab code", "- item\n\n  ```\n  code\n  ```\n- next",
    "<b>bold</b> at the beginning", "<div>\n*not parsed*\n</div>", "<div>\n\n*parsed*\n\n</div>", "<p>one</p>\n<p>two</p>", "<center>*x*</center>", "<iframe src=\"https://v.example/1\"></iframe>",
    "<video src=\"/v.mp4\" controls></video>", "<a href=\"/x/\">*in*</a> text", "<br>\nText <br/> more", "a<!-- inline -->b", "<!--\nlong\n\ncomment\n-->\nText behind", "<script>alert(1)</script>\n\nAfter.",
    "| a | b |\n|:--|--:|\n| 1 \\| 2 | x |\n| only |", "a | b\n--|--\n1 | 2", "Note[^a] and[^b].\n\n[^a]: First.\n[^b]: Second\n    with more.\n\n    And a paragraph.", "Again[^r] and again[^r].\n\n[^r]: Once.",
    "Missing[^none].", "Cased[^Big-Note].\n\n[^Big-Note]: It.", "Term\n: One\n: Two\n\nOther\n: Three", "1. a\n1. b\n\n   ![i](/i.png)\n1. c", "10. ten\n11. eleven", "0. zero\n1. one", "A line ending in two spaces  \nand `code\nover lines`.",
    "[text](<a b.html> 'T') ![i](/x.png =100x20)", "[a](/x \"t\\\"q\") [b](/y 't') [c](/z (t))", "[empty]() [](/no-text/)", "[nested [brackets]](/n/)", "\\[not a link\\](x) and \\# and \\> and \\- and \\`",
    "$x_1$ and $$y_2$$ and \\(z_3\\)", "{curly} and 100%", "#1 is a number", "+1 for it", "2026. A year begins it.", "- 2026. In a list", "*a\n\nb*", "_under_score_ *a*b*", "&copy 2026 AT&T; x",
    "~~~python title=\"x\"\ncode\n~~~", "``` js {1,3}\nlet a\n```", "```\nunclosed", "* a\n    code?\n* b\n\n        code!", "Tabs:\n\n-\ta\n\t-\tb",
]
DEFINITIONS = "Term\n: What it is."
ABBREVIATION = "The HTML spec.\n\n*[HTML]: Hyper Text"
SPACED = "![shot](/assets/Screen Shot 1.png) and [pdf](/a b.pdf)."
MARKED = "<div markdown=\"1\">*inside* [l](https://l.example/)</div>"
MARKED_BLOCK = "<div markdown=\"1\">\n\n*inside* [l](https://l.example/)\n\n</div>"


def fenced(blocks):
    """Without fences that kramdown and Python-Markdown show as text, and with four spaces in lists, as the latter asks for."""
    return [block for block in blocks if not re.match(r"(~~~|```) ?\w+ |```\nunclosed|- item\n\n  ```|1\. a\n1\. b", block)]


def some(chance, values, most):
    """Up to `most` of the values, none twice."""
    return chance.sample(values, chance.randint(0, most))


def body(chance, mark, blocks):
    return (f"Post {mark} begins.", *some(chance, blocks, 5))


class Raw(str):
    """A value as it is written in YAML: a date without quotes."""


TIMESTAMP = re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?)?")


def line(fence, key, value):
    """A key and its value in YAML (`---`), TOML (`+++`) or JSON (`{`, `---json`)."""
    if isinstance(value, Raw):
        as_it_is = fence == "---" or fence == "+++" and TIMESTAMP.fullmatch(value)
        text = value if as_it_is else json.dumps(value.strip("'\""), ensure_ascii=False)
    elif fence == "+++" and isinstance(value, dict):
        text = "{" + ", ".join(f"{name} = {json.dumps(one)}" for name, one in value.items()) + "}"
    else:
        text = json.dumps(value, ensure_ascii=False)
    return f"{key} = {text}" if fence == "+++" else f"{key}: {text}" if fence == "---" else f'"{key}": {text}'


def keys(chance, fence, maybe):
    """Lines of front matter: each key with its share, none twice."""
    chosen = {}
    for share, key, value in maybe:
        if chance.random() < share and key.lower() not in map(str.lower, chosen):
            chosen[key] = value()
    return tuple(line(fence, key, value) for key, value in chosen.items())


def settings(chance, options, most, parts=r" =|:"):
    """Up to `most` settings, none of which sets what another one does."""
    chosen = {}
    for option in some(chance, options, most):
        chosen.setdefault(re.split(parts, option)[0] if not option.startswith("FILE ") else option.split("\n")[0], option)
    return list(chosen.values())


def name(chance, mark):
    """A name of a file that no other post has."""
    return f"{chance.choice(NAMES)}-{mark[4:9]}"


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
