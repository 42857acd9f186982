"""What generated posts are made of, whichever generator reads them."""

TITLES = [
    "Two talks from FOSDEM", "Über uns: Größe & Maß", "C++ & C# in 2026", "Rust's 1.0 — \"stable\"", "emoji 🎉 party",
    "Привет, мир", "北京 meetup 2026", "A/B testing: what, why?", "100% sure", "day_one at PyCon", "Version 1.2.3 released",
    "What's new?", "Ça va, élève?", "Łódź & Øresund", "foo -- bar", "Tom &amp; Jerry", "*stars* and `code`", "İstanbul",
    "a < b > c", "[brackets] (round) {curly}", "trailing dots...", "UPPER Case", "semi; colon: done", "x@y + z=1", "co-op ~ 5",
]
TAGS = ["rust", "C++", "Web Dev", "a/b", "Ünïcode", "café", "two words", "2026", "Go", "node.js", "日本"]
NAMES = [
    "plain", "Upper-Case", "two words", "under_score", "dots.in.name", "ümlaut", "2026-03-04-dated", "2026-03-04 spaced",
    "100% sure", "a+b", "c#sharp", "it's", "x(1)", "x[1]", "v1.2.3", "post.en", "café-olé", "trailing-", "--dashes--", "a%20b",
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
]
TABLE = "| a | b |\n|---|---|\n| 1 | 2 |"
FOOTNOTE = "A note[^1].\n\n[^1]: The *note*."
STRIKE = "~~gone~~ stays."
TASKS = "- [ ] open\n- [x] done"
BARE = ["Slides: https://s.example/x.", "See www.w.example now.", "Mail me@m.example please.", "Go to http://h.example/a_b_c?x=1, then."]
DEFINITIONS = "Term\n: What it is."
ABBREVIATION = "The HTML spec.\n\n*[HTML]: Hyper Text"
SPACED = "![shot](/assets/Screen Shot 1.png) and [pdf](/a b.pdf)."
MARKED = "<div markdown=\"1\">*inside* [l](https://l.example/)</div>"
MARKED_BLOCK = "<div markdown=\"1\">\n\n*inside* [l](https://l.example/)\n\n</div>"


def some(chance, values, most):
    """Up to `most` of the values, none twice."""
    return chance.sample(values, chance.randint(0, most))


def body(chance, mark, blocks):
    return (f"Post {mark} begins.", *some(chance, blocks, 3))


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
