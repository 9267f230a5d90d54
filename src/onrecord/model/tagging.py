"""Decoding the analysis heads: names, time expressions and event words of one sentence.

Two heads know names, each with its corpus's convention. Their probabilities are averaged over
kinds that both know, so that a name is one only where the two together say so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
import numpy.typing as npt

from onrecord.model.analysis import Name, NameKind, TimeMention, Trigger
from onrecord.model.heads import HEADS, bio

Floats = npt.NDArray[np.float32]
Offsets = Sequence[tuple[int, int]]

KINDS: tuple[NameKind, ...] = ("PER", "ORG", "GPE", "NORP", "EVENT", "MISC")
_LABELS = bio(KINDS)
_GMB = {"per": "PER", "org": "ORG", "geo": "GPE", "gpe": "NORP", "eve": "EVENT", "art": "MISC",
        "nat": "MISC"}  # fmt: skip
_WIKIGOLD = {"PER": "PER", "ORG": "ORG", "LOC": "GPE"}
_GMB_SHARE = 0.55
TOPONYM_NONE = 0.7
PLACE_ALONE = 0.75
"""A toponym that the name heads missed counts from this probability on."""


def softmax(scores: Floats) -> Floats:
    """Along the last axis."""
    scores = scores - scores.max(-1, keepdims=True)
    np.exp(scores, out=scores)
    scores /= scores.sum(-1, keepdims=True)
    return scores


def split_heads(scores: Floats) -> dict[str, Floats]:
    """The heads' scores from the network's side-by-side output (words, sum)."""
    found, at = {}, 0
    for name, labels in HEADS.items():
        found[name] = scores[:, at : at + len(labels)]
        at += len(labels)
    return found


def spans_of(labels: Sequence[str], best: npt.NDArray[np.int64]) -> list[tuple[int, int, str]]:
    """Runs of BIO labels as (first word, one past its last, kind); a stray I- begins a span."""
    spans: list[tuple[int, int, str]] = []
    for i, index in enumerate(best):
        label = labels[index]
        if label == "O":
            continue
        kind = label[2:]
        if label[0] == "I" and spans and spans[-1][1] == i and spans[-1][2] == kind:
            spans[-1] = (spans[-1][0], i + 1, kind)
        else:
            spans.append((i, i + 1, kind))
    return spans


def _mapped(probabilities: Floats, head: str, kinds: dict[str, str]) -> Floats:
    """A head's probabilities over the shared name labels; what is unmapped counts as O."""
    out = np.zeros((len(probabilities), len(_LABELS)), dtype=np.float32)
    for i, label in enumerate(HEADS[head]):
        kind = kinds.get(label[2:])
        target = _LABELS.index(f"{label[0]}-{kind}") if kind else 0
        out[:, target] += probabilities[:, i]
    return out


def names(heads: dict[str, Floats], words: Offsets) -> list[Name]:
    """The names of a sentence, in order, none overlapping."""
    gmb = _mapped(softmax(heads["gmb"]), "gmb", _GMB)
    wiki_raw = softmax(heads["wikigold"])
    wiki = _mapped(wiki_raw, "wikigold", _WIKIGOLD)
    misc = [i for i, label in enumerate(HEADS["wikigold"]) if label.endswith("MISC")]
    mass = wiki_raw[:, misc]  # WikiGold's MISC holds nationalities and events alike:
    wiki[:, 0] -= mass.sum(1)  # it is shared out as GMB sees them
    others = [i for i, label in enumerate(_LABELS) if label[2:] in ("NORP", "EVENT", "MISC")]
    weights = gmb[:, others] + 1e-6
    wiki[:, others] += mass.sum(1, keepdims=True) * weights / weights.sum(1, keepdims=True)
    both = _GMB_SHARE * gmb + (1 - _GMB_SHARE) * wiki
    found: list[Name] = []
    for first, last, kind in spans_of(_LABELS, both.argmax(1)):
        score = 1 - float(both[first:last, 0].mean())
        found.append(_name(words, first, last, kind, score))
    return _with_places(found, heads["topo"], words)


def _name(words: Offsets, first: int, last: int, kind: str, score: float) -> Name:
    known = next(k for k in KINDS if k == kind)
    return Name(words[first][0], words[last - 1][1], known, round(score, 4))


def _with_places(found: list[Name], topo: Floats, words: Offsets) -> list[Name]:
    chance = softmax(topo)
    for first, last, _ in spans_of(HEADS["topo"], chance.argmax(1)):
        score = 1 - float(chance[first:last, 0].mean())
        start, end = words[first][0], words[last - 1][1]
        if score >= PLACE_ALONE and not any(n.start < end and n.end > start for n in found):
            found.append(Name(start, end, "GPE", round(score, 4)))
    return sorted(found, key=lambda n: n.start)


def toponyms(heads: dict[str, Floats], words: Offsets) -> list[Name]:
    """The words that the toponym head takes for a place, whatever the name heads call them.

    A span goes on while O has less than seven parts in ten; a new one begins where B outweighs I.
    The threshold favours finding: what is a place is judged with the gazetteer.
    """
    chance = softmax(heads["topo"])
    runs: list[tuple[int, int]] = []
    for i, (none, begin, inside) in enumerate(chance.tolist()):
        if none >= TOPONYM_NONE:
            continue
        if runs and runs[-1][1] == i and inside >= begin:
            runs[-1] = (runs[-1][0], i + 1)
        else:
            runs.append((i, i + 1))
    return [
        Name(words[a][0], words[b - 1][1], "GPE", round(1 - float(chance[a:b, 0].mean()), 4))
        for a, b in runs
    ]


def times(heads: dict[str, Floats], words: Offsets) -> list[TimeMention]:
    """The time expressions of a sentence."""
    chance = softmax(heads["time"])
    found = []
    for first, last, kind in spans_of(HEADS["time"], chance.argmax(1)):
        score = 1 - float(chance[first:last, 0].mean())
        kinds: dict[str, Literal["DATE", "TIME", "DURATION", "SET"]] = {
            "DATE": "DATE", "TIME": "TIME", "DURATION": "DURATION", "SET": "SET"
        }  # fmt: skip
        found.append(TimeMention(words[first][0], words[last - 1][1], kinds[kind], round(score, 4)))
    return found


def triggers(heads: dict[str, Floats], words: Offsets) -> list[Trigger]:
    """The event words of a sentence, with class, tense and polarity."""
    chance = softmax(heads["event"])
    best = chance.argmax(1)
    tense, negative = heads["tense"].argmax(1), heads["negative"].argmax(1)
    return [
        Trigger(
            words[i][0],
            words[i][1],
            HEADS["event"][best[i]],
            "negative" if negative[i] else "positive",
            "certain",
            HEADS["tense"][tense[i]],
            round(float(1 - chance[i, 0]), 4),
        )
        for i in np.flatnonzero(best).tolist()
    ]
