"""An event's mention as phrases, and what they mean.

One thing is told in many words: "checks into rehab", "enters a treatment centre". An encoder of
sentences knows such pairs without having been shown them, if it is given little more than the words
that name the event. How much more is best differs, so that several phrases are compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt

from onrecord.model.analysis import Token
from onrecord.model.meaning import WIDTH, Meaning

Floats = npt.NDArray[np.float32]
Phrase = tuple[str, ...]

KINDS = (
    "with all", "with objects", "five around", "alone", "with subject", "three around",
    "eight around", "around only", "sentence", "with first object",
)  # fmt: skip

_MOST = 16
_MOST_OF_SENTENCE = 60
_BELOW = (
    "nsubj", "nmod", "obl", "obj", "iobj", "compound", "amod", "advmod", "neg", "xcomp", "acl",
)  # fmt: skip
_OBJECTS = ("obj", "obl", "nmod", "nsubj:pass")
_ABOVE = frozenset({"amod", "compound", "acl", "acl:relcl", "obj", "xcomp", "conj"})
_THING = "something"
"""What stands for the mention where only its surroundings are compared."""


def phrases(words: Sequence[Token], inside: Sequence[int], at: int) -> tuple[Phrase, ...]:
    """The phrases of ``KINDS`` of a mention of the words ``inside``, with its head ``at``."""
    own = [words[i].text for i in inside]
    whole, short = _clause(words, inside, at)
    subject = [words[i].text for i in _below(words, at, ("nsubj",))]
    found = (
        _told(words, whole)[:_MOST],
        _told(words, short)[:_MOST],
        _told(words, _around(words, at, 5)),
        own,
        subject + own,
        _told(words, _around(words, at, 3)),
        _told(words, _around(words, at, 8)),
        _told(words, _around(words, at, 5), hidden=inside),
        _told(words, range(min(len(words), _MOST_OF_SENTENCE))),
        own + _first_object(words, at),
    )
    return tuple(tuple(phrase or own) for phrase in found)


def meanings(found: Iterable[Sequence[Phrase]]) -> Floats:
    """Unit vectors of the phrases of each mention, (mentions, kinds, 384)."""
    rows = [[_vector(phrase) for phrase in one] for one in found]
    return np.array(rows, dtype=np.float32).reshape(len(rows), len(KINDS), WIDTH)


@cache
def _encoder() -> Meaning:
    return Meaning()


@lru_cache(maxsize=50_000)
def _vector(phrase: Phrase) -> Floats:
    mean = _encoder().states(phrase).mean(0)
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-6), dtype=np.float32)


def _told(words: Sequence[Token], at: Iterable[int], hidden: Sequence[int] = ()) -> list[str]:
    """The words at these places in their order, without marks."""
    return [
        _THING if i in hidden else words[i].text for i in sorted(at) if words[i].upos != "PUNCT"
    ]


def _around(words: Sequence[Token], at: int, reach: int) -> range:
    return range(max(0, at - reach), min(len(words), at + reach + 1))


def _below(words: Sequence[Token], at: int, relations: tuple[str, ...]) -> list[int]:
    return [i for i, t in enumerate(words) if t.head == at and t.deprel.startswith(relations)]


def _clause(words: Sequence[Token], inside: Sequence[int], at: int) -> tuple[set[int], set[int]]:
    """The mention with all that its syntax ties to it, and with what is not its subject alone."""
    whole, short = {*inside, at}, {*inside, at}
    for i in _below(words, at, _BELOW):
        tree = _tree(words, i)
        whole |= set([j for j in tree if abs(j - i) <= 4][:7])
        if not words[i].deprel.startswith("nsubj"):
            short |= {j for j in tree if abs(j - i) <= 2}
    above = words[at].head
    if above >= 0 and words[at].deprel in _ABOVE:
        whole.add(above)
    if above >= 0 and not _below(words, at, ("nsubj",)):
        # "He fled and hid": who hid is said of what is above.
        for i in _below(words, above, ("nsubj",)):
            whole |= {j for j in _tree(words, i) if abs(j - i) <= 2}
    return whole, short


def _tree(words: Sequence[Token], at: int) -> list[int]:
    found, ahead = {at}, [at]
    while ahead:
        for i in _below(words, ahead.pop(), ("",)):
            if i not in found:
                found.add(i)
                ahead.append(i)
    return sorted(found)


def _first_object(words: Sequence[Token], at: int) -> list[str]:
    """A verb's particle and its first object: "pulls | out of talks"."""
    found = [words[i].text for i in _below(words, at, ("compound:prt",))]
    for i in _below(words, at, _OBJECTS)[:1]:
        found += [words[j].text for j in _below(words, i, ("case",))]
        found += [words[j].text for j in _below(words, i, ("compound", "amod"))]
        found.append(words[i].text)
    return found
