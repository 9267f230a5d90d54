"""What is observed of two mentions of events in one story: their words and their company."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from onrecord.compare.scored.mentions import Telling
from onrecord.compare.scored.phrases import KINDS, meanings
from onrecord.link.words import stem, tokens, words

Floats = npt.NDArray[np.float64]
Table = tuple[str, Floats]

_SETS = ("keys", "names", "numbers", "times", "places", "left", "right", "args", "near")
_SOFT = ("near", "args", "left", "right")
_WEIGHED = ("keys", "near", "args")
WIDTH = 64
COMMON = 5
"""How many mentions without a meaning are added to a story's when their mean is taken."""


class Vectors:
    """Unit vectors of stems; a stem that is not known has none."""

    def __init__(self, rows: Mapping[str, npt.NDArray[np.float32]]) -> None:
        self._rows = rows

    def of(self, found: Iterable[str]) -> npt.NDArray[np.float32]:
        """(n, 64), zeros where a stem has none."""
        none = np.zeros(WIDTH, dtype=np.float32)
        return np.stack([self._rows.get(word, none) for word in found])


def pair_features(
    tellings: Sequence[Telling], like: Floats, vectors: Vectors
) -> npt.NDArray[np.float32]:
    """Everything observed of each two mentions of one story, (n, n, features).

    Each observation stands three times: alone, where the heads are one, and weighed by how near
    the heads are in meaning. ``like`` is the likeness of documents, (documents, documents).
    """
    same = _equal([t.head for t in tellings])
    near = np.maximum(_meaning(tellings, vectors), same)
    found = [
        *_own(tellings, same, vectors),
        *_where(tellings, like),
        *_sets(tellings),
        *_soft(tellings, vectors),
        *_heads(tellings),
        *_rarity(tellings),
        *_phrases(tellings),
    ]
    table = np.stack([values.astype(np.float32) for _, values in found], axis=-1)
    alike = (near**2).astype(np.float32)[..., None]
    one = same.astype(np.float32)[..., None]
    return np.concatenate([table, table * one, table * alike], axis=-1)


def _equal(values: Sequence[str]) -> Floats:
    array = np.array(values)
    return np.asarray(array[:, None] == array[None], dtype=np.float64)


def _meaning(tellings: Sequence[Telling], vectors: Vectors) -> Floats:
    """How near the mentions' own words are in meaning, [-1, 1]."""
    heads = vectors.of(t.head for t in tellings).astype(np.float64)
    texts = []
    for one, head in zip(tellings, heads, strict=True):
        own = [stem(word) for word in tokens(one.text) if word not in words().stop]
        total = vectors.of(own).sum(0) if own else head
        length = float(np.linalg.norm(total))
        texts.append(total / length if length else head)
    text = np.stack(texts)
    return np.asarray(np.maximum(heads @ heads.T, text @ text.T))


def _own(tellings: Sequence[Telling], same: Floats, vectors: Vectors) -> list[Table]:
    kin = [words().kin_of.get(t.head, frozenset()) for t in tellings]
    verb = np.array([t.verb for t in tellings])
    heads = vectors.of(t.head for t in tellings).astype(np.float64)
    return [
        ("lemma", _equal([t.lemma for t in tellings])),
        ("head", same),
        ("kin", np.array([[float(bool(a & b)) for b in kin] for a in kin])),
        ("class", _equal([t.upos for t in tellings])),
        ("verbs", (verb[:, None] & verb[None]).astype(np.float64)),
        ("verb and noun", (verb[:, None] != verb[None]).astype(np.float64)),
        ("text", _equal([t.text for t in tellings])),
        ("head's meaning", heads @ heads.T),
        ("meaning", _meaning(tellings, vectors)),
        ("words", _larger(np.array([len(t.text.split()) for t in tellings], dtype=np.float64))),
    ]


def _larger(values: Floats) -> Floats:
    return np.asarray(np.maximum(values[:, None], values[None]))


def _where(tellings: Sequence[Telling], like: Floats) -> list[Table]:
    document = np.array([t.document for t in tellings])
    sentence = np.array([t.sentence for t in tellings])
    one = document[:, None] == document[None]
    early = (sentence <= 1).astype(np.float64)
    return [
        ("documents", like[np.ix_(document, document)]),
        ("one document", one.astype(np.float64)),
        ("one sentence", (one & (sentence[:, None] == sentence[None])).astype(np.float64)),
        ("early", early[:, None] + early[None]),
        ("earlier", 1 / (1 + np.minimum(sentence[:, None], sentence[None]))),
        ("later", 1 / (1 + np.maximum(sentence[:, None], sentence[None]))),
    ]


def _incidence(sets: Sequence[frozenset[str]]) -> tuple[Floats, list[str]]:
    """Which set holds which word, (sets, words)."""
    known = sorted(set().union(*sets))
    column = {word: at for at, word in enumerate(known)}
    table = np.zeros((len(sets), max(1, len(known))))
    for row, found in enumerate(sets):
        for word in found:
            table[row, column[word]] = 1
    return table, known


def _sets(tellings: Sequence[Telling]) -> list[Table]:
    """How far the words that stand with two mentions are the same."""
    found: list[Table] = []
    for field in _SETS:
        table, _ = _incidence([getattr(t, field) for t in tellings])
        shared, size = table @ table.T, table.sum(1)
        least = np.minimum(size[:, None], size[None])
        union = size[:, None] + size[None] - shared
        found += [
            (f"{field} of all", shared / np.maximum(union, 1)),
            (f"{field} of the fewer", shared / np.maximum(least, 1)),
            (f"{field} differ", ((least > 0) & (shared == 0)).astype(np.float64)),
            (f"{field} in both", (least > 0).astype(np.float64)),
        ]
        if field in _WEIGHED:
            heavy = table * _rare(table, len(tellings))
            both, own = heavy @ table.T, heavy.sum(1)
            fewer = np.maximum(np.minimum(own[:, None], own[None]), 1e-3)
            found += [(f"{field} weighed", both / fewer), (f"{field} sum", np.log1p(both))]
    return found


def _rare(table: Floats, count: int) -> Floats:
    return np.asarray(np.maximum(np.log((count + 1) / (table.sum(0) + 0.5)), 0))


def _soft(tellings: Sequence[Telling], vectors: Vectors) -> list[Table]:
    """How well each word that stands with one has one near it in meaning that stands with the
    other."""
    found: list[Table] = []
    for field in _SOFT:
        table, known = _incidence([getattr(t, field) for t in tellings])
        rows = vectors.of(known or [""]).astype(np.float64)
        near = np.maximum(rows @ rows.T, 0)
        best = np.stack(
            [near[row > 0].max(0) if row.any() else np.zeros(len(near)) for row in table]
        )
        heavy = table * _rare(table, len(tellings))
        one = (heavy @ best.T) / np.maximum(heavy.sum(1, keepdims=True), 1e-3)
        found.append((f"{field} near", (one + one.T) / 2))
    return found


def _heads(tellings: Sequence[Telling]) -> list[Table]:
    """What two heads have to do with each other all over the story.

    Words that meet in a sentence name two things; words that replace each other in the same
    company may name one.
    """
    known = sorted({t.head for t in tellings})
    at = np.array([known.index(t.head) for t in tellings])
    other = at[:, None] != at[None]
    found: list[Table] = []

    def spread(values: Floats, own: float) -> Floats:
        return np.where(other, values[at][:, at], own)

    for name, cells in (
        ("sentences", [f"{t.document} {t.sentence}" for t in tellings]),
        ("documents", [str(t.document) for t in tellings]),
    ):
        sets: list[set[str]] = [set() for _ in known]
        for head, cell in zip(at, cells, strict=True):
            sets[head].add(cell)
        table, _ = _incidence([frozenset(cell) for cell in sets])
        shared, size = table @ table.T, table.sum(1)
        least = np.minimum(size[:, None], size[None])
        mean = np.sqrt(size[:, None] * size[None])
        expected = np.maximum(mean * mean / len(set(cells)), 0.5)
        found += [
            (f"heads meet in {name}", spread(shared / least, 0)),
            (f"heads ever meet in {name}", spread((shared > 0).astype(np.float64), 0)),
            (f"heads meet beyond chance in {name}", spread(np.minimum(shared / expected, 5), 0)),
            (f"{name} of the rarer head", np.log(least)[at][:, at]),
        ]
    for field in ("args", "left", "right", "near", "names"):
        table, _ = _incidence([getattr(t, field) for t in tellings])
        company = np.zeros((len(known), table.shape[1]))
        np.add.at(company, at, table)
        heavy = np.sqrt(company) * _rare((company > 0).astype(np.float64), len(known))
        heavy /= np.linalg.norm(heavy, axis=1, keepdims=True) + 1e-6
        found.append((f"heads' {field}", spread(heavy @ heavy.T, 1)))
    return found


def _rarity(tellings: Sequence[Telling]) -> list[Table]:
    """How common the heads are in the story."""
    count = Counter(t.head for t in tellings)
    documents = {head: {t.document for t in tellings if t.head == head} for head in count}
    every = len({t.document for t in tellings})
    share = np.array([count[t.head] / len(tellings) for t in tellings])
    spread = np.array([len(documents[t.head]) / every for t in tellings])
    each = np.array([count[t.head] / len(documents[t.head]) for t in tellings])
    return [
        ("often in a document", _larger(each)),
        ("share", share[:, None] + share[None]),
        ("documents with the rarer", np.minimum(spread[:, None], spread[None])),
        ("documents with the commoner", _larger(spread)),
    ]


def _phrases(tellings: Sequence[Telling]) -> list[Table]:
    """How near the mentions' phrases are in meaning: as they are, and beside what all the story's
    have in common."""
    rows = meanings(t.phrases for t in tellings).astype(np.float64)
    found: list[Table] = []
    for at, kind in enumerate(KINDS):
        own = rows[:, at]
        # A few mentions say little of what is common.
        rest = own - own.sum(0) / (len(own) + COMMON)
        rest /= np.linalg.norm(rest, axis=1, keepdims=True) + 1e-6
        found += [(f"phrase {kind}", own @ own.T), (f"phrase {kind}, apart", rest @ rest.T)]
    return found
