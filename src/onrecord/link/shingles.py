"""The words of a report as they are compared, and the word runs that it can be found by."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from sys import intern

_WORD = re.compile(r"[^\W_]+")
_QUOTE = re.compile(r"[“\"][^“”\"]{1,600}[”\"]")

RUN = 8
"""Words in a row that count as taken over. Runs of six are half stock phrases: on FA-KES they
lead to five times as many pairs of reports, and to no more copies."""
EVERY = 4
"""Of all runs one in so many is kept, chosen by its own hash, so that one run is kept in every
report or in none: a shared passage of thirty words holds six kept runs on average."""
BRIEF = 80
"""A report of fewer words keeps all its runs, since a quarter of them may be none."""


@dataclass(frozen=True, slots=True)
class Text:
    """A report's words as they are compared: folded, each with its place in the text.

    ``own`` tells of each word whether it is outside quotation marks: what was quoted in both was
    said to both, and shows no copying. ``runs`` are the hashes of the runs of ``RUN`` words by the
    word that they begin with; they hold within one process only.
    """

    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    own: tuple[bool, ...]
    runs: tuple[int, ...]


def fold_text(text: str) -> Text:
    """The words of ``text`` for comparing; apostrophes and stops, which wires lose, count not."""
    quotes = [match.span() for match in _QUOTE.finditer(text)]
    starts = [start for start, _ in quotes]
    words: list[str] = []
    places: list[tuple[int, int]] = []
    own: list[bool] = []
    for match in _WORD.finditer(text):
        at = bisect_left(starts, match.end()) - 1
        words.append(intern(match.group().casefold()))  # many texts are held at a time
        places.append(match.span())
        own.append(at < 0 or match.start() >= quotes[at][1])
    runs = tuple(hash(tuple(words[at : at + RUN])) for at in range(len(words) - RUN + 1))
    return Text(tuple(words), tuple(places), tuple(own), runs)


def kept_runs(text: Text) -> tuple[int, ...]:
    """The hashes (63 bits, ascending) of the runs of ``RUN`` words by which a text is found.

    Only runs outside quotation marks, one in ``EVERY`` of them.
    """
    every = EVERY if len(text.words) >= BRIEF else 1
    return tuple(sorted({value for value in _hashes(text) if value % every == 0}))


def _hashes(text: Text) -> Iterator[int]:
    for at in range(len(text.words) - RUN + 1):
        if all(text.own[at : at + RUN]):
            run = " ".join(text.words[at : at + RUN]).encode("utf-8", "surrogatepass")
            yield int.from_bytes(hashlib.blake2b(run, digest_size=8).digest(), "big") >> 1
