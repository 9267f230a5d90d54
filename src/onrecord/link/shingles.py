"""An index of word runs, so that reports that share passages are found without reading all."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+")
_QUOTE = re.compile(r"[“\"][^“”\"]{1,600}[”\"]")


@dataclass(frozen=True, slots=True)
class Text:
    """A report's words as they are compared: folded, each with its place in the text.

    ``own`` tells of each word whether it is outside quotation marks: what was quoted in both was
    said to both, and shows no copying.
    """

    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    own: tuple[bool, ...]


def fold_text(text: str) -> Text:
    """The words of ``text`` for comparing; apostrophes and stops, which wires lose, count not."""
    quotes = [match.span() for match in _QUOTE.finditer(text)]
    starts = [start for start, _ in quotes]
    words: list[str] = []
    places: list[tuple[int, int]] = []
    own: list[bool] = []
    for match in _WORD.finditer(text):
        at = bisect_left(starts, match.end()) - 1
        words.append(match.group().casefold())
        places.append(match.span())
        own.append(at < 0 or match.start() >= quotes[at][1])
    return Text(tuple(words), tuple(places), tuple(own))


class ShingleIndex:
    """Which reports hold which runs of ``size`` words, exactly.

    Of all runs one in ``every`` is kept, chosen by its own hash, so that the same run is kept in
    every report: a shared passage of ``size + 4 * every`` words is all but sure to be seen, at
    that fraction of the memory. A run that stands in more than ``common`` reports is a phrase of
    the trade and leads to nobody.
    """

    def __init__(self, *, size: int = 6, every: int = 4, common: int = 40) -> None:
        self._size, self._every, self._common = size, every, common
        self._reports: dict[int, list[str]] = defaultdict(list)

    def add(self, report: str, text: Text) -> Counter[str]:
        """Adds a report; how many kept runs it shares with each of those added before."""
        shared: Counter[str] = Counter()
        for run in sorted(set(self._runs(text))):
            before = self._reports[run]
            if len(before) <= self._common:
                shared.update(before)
                before.append(report)
        return shared

    def _runs(self, text: Text) -> Iterator[int]:
        words = text.words
        for at in range(len(words) - self._size + 1):
            run = " ".join(words[at : at + self._size]).encode()
            value = int.from_bytes(hashlib.blake2b(run, digest_size=8).digest(), "big")
            if value % self._every == 0:
                yield value
