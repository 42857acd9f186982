"""The models that decide which candidates are sessions, and whether a post looks back on an event.

Two logistic regressions score a candidate: by itself, and then among its siblings and rivals, by the held-out
scores of the first. In each a sentence has weights of its own, which the penalty holds near those of lines. A third scores the post, by its signs (kinds.tsv) and its surest candidate.
All posts of a blog are in one fold; candidates that exclude each other compete as in
src/recap/layout/decide.rs. Every labelled session counts in the scores, offered or not, and so does every
session that a post without any is given.
"""
import collections, csv, hashlib
from pathlib import Path

import numpy as np

from fit import fit, held_out, probability, with_bias

HERE = Path(__file__).resolve().parent
TABLES = {"sessions", "kinds"}
FOLDS = 8
OWN, AMONG, KIND = 5.0, 1.0, 0.2  # penalties
# Fixtures are few, and what they stand for is common; above all those of what is no recap: most labelled posts are
# recaps, most posts of a blog are not.
FIXTURE, WRITTEN, NO_RECAP = 3.0, 1.0, 60.0
# A fixture with one talk, since such posts are the commonest.
ONE_TALK = 8.0
# A post with more candidates that are right counts as one with so many: a long list has one form.
MANY = 16
MADE = ("fixture", "written")
SURE, DOUBTFUL, RECAP = 0.5, 0.25, 0.5
# From here on a sentence with a title, or with one word of a name, is sure: held out, half of those between SURE and this
# are wrong. Of sentences with a whole name and no title three in four are right there.
SENTENCE = 0.66
NAMES = "odds siblings-mean other-group behind-rival post own-siblings siblings-same-shape".split()
BEST = ["best"]
KEYS = "post blog recap form label session index line group begin to start end first last complete same shape".split()
Offer = collections.namedtuple("Offer", KEYS)


def rows(name):
    with open(HERE / f"{name}.tsv", encoding="utf-8", newline="") as file:
        yield from csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def number(text):
    try:
        return int(text or -1)
    except ValueError:
        return text


def read():
    """The candidates with their values, and the posts with theirs."""
    table = rows("sessions")
    names = next(table)[len(KEYS) :]
    offers, values = [], []
    for row in table:
        keys = dict(zip(KEYS, row))
        keys |= {key: number(text) for key, text in keys.items() if key not in ("post", "blog", "same", "shape")}
        keys["same"] = set(map(int, keys["same"].split()))
        offers.append(Offer(**keys))
        values.append([float(v) for v in row[len(KEYS) :]])
    table = rows("kinds")
    looks = next(table)[4:]
    posts = [(post, blog, int(label), int(wanted), [float(v) for v in row]) for post, blog, label, wanted, *row in table]
    return names, offers, values, looks, posts


def times_of(blog):
    """How often a candidate counts; those of posts that were written to show a form only teach what a recap is,
    since with them fewer sessions of real posts are found."""
    return FIXTURE if blog.startswith("fixture") else 0.0 if blog.startswith("written") else 1.0


def fold_of(blog):
    return int(hashlib.sha256(blog.encode()).hexdigest(), 16) % FOLDS


def among(offers, p):
    """The features of each candidate of a post among the others: `among` in src/recap/layout/decide.rs."""
    of = collections.defaultdict(float)
    for at, offer in enumerate(offers):
        of[offer.line] = max(of[offer.line], float(p[at]))
    group_of = {offer.line: offer.group for offer in offers}
    prose = {offer.group for offer in offers if offer.form == "prose"}
    strength, siblings = collections.defaultdict(float), collections.defaultdict(list)
    for line, value in sorted(of.items()):
        strength[group_of[line]] += value
        siblings[group_of[line]].append(line)
    total = sum(value for group, value in strength.items() if group not in prose)
    shaped, blocks = collections.defaultdict(float), collections.defaultdict(list)
    for at, offer in enumerate(offers):
        key = offer.line, offer.shape
        shaped[key] = max(shaped[key], float(p[at]))
        blocks[offer.index, offer.start, offer.end].append(at)
    for at, offer in enumerate(offers):
        others, chance = [line for line in siblings[offer.group] if line != offer.line], float(p[at])
        count = max(1, len(others))
        mean = sum(of[line] for line in others) / count
        elsewhere = (
            value
            for group, value in strength.items()
            if group != offer.group and (group not in prose or offer.form == "prose")
        )
        rivals = (float(p[i]) for i in blocks[offer.index, offer.start, offer.end] if i != at)
        odds = min(max(chance, 1e-4), 1 - 1e-4)
        yield [
            np.log(odds / (1 - odds)) / 3, mean, np.log1p(max(elsewhere, default=0.0)),
            max(0.0, max(rivals, default=0.0) - chance), np.log1p(total), chance * mean,
            sum(shaped[line, offer.shape] for line in others) / count,
        ]


def lowered(p, parts, is_person):
    """Sentences below SENTENCE that are no line too, and do not only name a person, are in doubt: `probabilities` in
    src/recap/layout/decide.rs."""
    result = p.copy()
    for indices, offers in parts.values():
        for at, offer in zip(indices, offers):
            lines = (offers[other] for other in offer.same if offers[other].form != "prose")
            if offer.form == "prose" and not is_person[at] and p[at] < SENTENCE and not any(line.index == offer.index for line in lines):
                result[at] *= SURE / SENTENCE
    return result


def chosen(offers, p, least):
    """The candidates of a post that are accepted: `choose` in src/recap/layout/decide.rs."""
    taken = []
    for at in sorted(range(len(offers)), key=lambda at: (-p[at], at)):
        if p[at] < least:
            break
        a = offers[at]
        for other in taken:
            b = offers[other]
            if a.index == b.index:
                apart = a.form == b.form and a.form in ("prose", "row") and (a.last <= b.first or b.last <= a.first)
            else:
                apart = not (a.begin <= b.index < a.to or b.begin <= a.index < b.to)
            if not apart or other in a.same:
                break
        else:
            taken.append(at)
    return [offers[at] for at in taken]


def scores(posts, parts, p, kinds, least):
    right = wrong = wanted = 0
    for (post, blog, recap, sessions, _), kind in zip(posts, kinds):
        if blog.startswith(MADE):  # our own texts say little of other posts
            continue
        wanted += sessions
        if kind < RECAP:
            continue
        indices, offers = parts[post]
        found = [o for o in chosen(offers, p[indices], least) if not (o.label == -1 and o.session == -1)]
        hits = {offer.session for offer in found if offer.session >= 0 and offer.label != 0}
        right, wrong = right + len(hits), wrong + len(found) - len(hits)
    precision, recall = right / max(1, right + wrong), right / max(1, wanted)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def weights(names, values):
    return [f'        ("{name}", {round(float(value), 3) + 0.0!r}),' for name, value in zip(names, values)]


def of_both(rows, prose):
    """The rows once for all candidates, once for those of sentences alone, and the bias."""
    return with_bias(np.hstack([rows, rows * prose[:, None], prose[:, None]]))


def pairs(names, values):
    """Each name with its weight in lines and that in sentences, the bias last."""
    count = len(names)
    lines = [*values[:count], values[-1]]
    own = [*values[count : 2 * count], values[2 * count]]
    rounded = lambda value: repr(round(float(value), 3) + 0.0)
    return [
        f'        ("{name}", {rounded(line)}, {rounded(line + more)}),'
        for name, line, more in zip([*names, "bias"], lines, own)
    ]


def train():
    names, offers, values, looks, posts = read()
    prose = np.array([float(offer.form == "prose") for offer in offers])
    values = np.asarray(values, float)
    is_person = (values[:, [names.index("title"), names.index("name-single")]] == 0).all(axis=1)
    values = of_both(values, prose)
    labels = np.array([offer.label for offer in offers])
    known = labels >= 0
    folds = np.array([fold_of(offer.blog) for offer in offers])
    parts = {post: ([], []) for post, *_ in posts}
    for at, offer in enumerate(offers):
        indices, own_offers = parts[offer.post]
        indices.append(at)
        own_offers.append(offer)

    def stacked(p):
        result = np.zeros((len(offers), len(NAMES)))
        for indices, each in parts.values():
            if each:
                result[indices] = list(among(each, p[indices]))
        return of_both(result, prose)

    def signs(p):
        return with_bias([[*row, max(p[parts[post][0]], default=0.0)] for post, *_, row in posts])

    right = collections.Counter(offer.post for offer in offers if offer.label == 1)
    shares = np.array([min(1.0, MANY / max(1, right[offer.post])) for offer in offers])
    times = known * shares * np.array([times_of(offer.blog) for offer in offers])
    sessions = {post: wanted for post, _, _, wanted, _ in posts}
    lone = np.array([offer.blog.startswith("fixture") and sessions[offer.post] == 1 for offer in offers])
    times[lone] *= ONE_TALK / FIXTURE
    own_out = held_out(values, labels, folds, OWN, times)
    own = fit(values[known], labels[known], OWN, times[known])
    rows_out = stacked(own_out)
    among_out = lowered(held_out(rows_out, labels, folds, AMONG, times), parts, is_person)
    second = fit(rows_out[known], labels[known], AMONG, times[known])
    recaps = np.array([label for _, _, label, *_ in posts])
    kind_folds = np.array([fold_of(blog) for _, blog, *_ in posts])
    real = np.array([not blog.startswith(MADE) for _, blog, *_ in posts])
    counts = np.where(real | (recaps == 1), 1.0, NO_RECAP)
    counts[[blog.startswith("written") for _, blog, *_ in posts]] = WRITTEN
    kind_out = held_out(signs(own_out), recaps, kind_folds, KIND, counts)
    kind = fit(signs(own_out), recaps, KIND, counts)
    own_in = probability(values @ own)
    within = lowered(probability(stacked(own_in) @ second), parts, is_person), probability(signs(own_in) @ kind)
    accuracy = [((p >= RECAP) == recaps)[real].mean() for p in (kind_out, within[1])]
    for least in (0.3, 0.4, SURE, 0.5, 0.6, 0.7):
        print(f"sessions from {least}: held out", *(f"{v:.3f}" for v in scores(posts, parts, among_out, kind_out, least)))
    told = {
        "held out": scores(posts, parts, among_out, kind_out, SURE),
        "in sample": scores(posts, parts, *within, SURE),
    }
    note = "; ".join(f"{where} P {p:.2f}, R {r:.2f}, F1 {f:.2f}" for where, (p, r, f) in told.items())
    print(note, "kinds", *(f"{value:.3f}" for value in accuracy))
    blogs = len({blog for _, blog, *_ in posts})
    return "\n".join([
        f"/// {len(posts)} posts of {blogs} blogs, fixtures included.",
        f"/// Right of posts that are no fixtures, held out {accuracy[0]:.2f}; in sample {accuracy[1]:.2f}.",
        "pub(super) static KINDS: Model = Model {",
        f"    bias: {round(float(kind[-1]), 3)!r},",
        f"    threshold: {RECAP!r},",
        "    weights: &[",
        *weights(looks + BEST, kind),
        "    ],",
        "};",
        "",
        f"/// {len(offers)} candidates of {len(posts)} posts of {blogs} blogs, fixtures included. Of all sessions of posts",
        f"/// that are no fixtures, kinds decided too: {note}.",
        "pub(super) static SESSIONS: Sessions = Sessions {",
        f"    sure: {SURE!r},",
        f"    sentence: {SENTENCE!r},",
        f"    doubtful: {DOUBTFUL!r},",
        "    own: &[",
        *pairs(names, own),
        "    ],",
        "    among: &[",
        *pairs(NAMES, second),
        "    ],",
        "};",
    ])
