"""Keys: numbers that units share, so that of many reports only those that may meet are compared."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

from onrecord.compare.pairs.claims import NEAR

Side = Literal[
    "meets", "asks", "offers", "alone", "word", "scene", "lately", "ever", "voiced", "wants",
    "gives",
]  # fmt: skip
"""Units that ``meets`` a key meet each other; those that ``asks`` meet those that ``offers``, and
those that ``wants``, whenever it comes, those that ``gives``. A rare word or a line brings two
together ``alone``; a ``word`` of a matter and its ``scene`` (town, act) tell too little by
themselves, and are weighed together. So are words in one mouth, sought ``lately`` and ``ever``; a
run of them, ``voiced``, tells enough.
"""

LIMIT = 400
"""Units on one side of a key beyond which it tells too little and is passed over. The strikes of a
week on one city stay below it in a record of 100,000 reports."""
FEW: dict[Side, int] = {
    "alone": 30, "asks": 150, "offers": 150, "word": 150, "scene": 150, "lately": 100, "ever": 50,
    "voiced": 50, "wants": 100, "gives": 100,
}  # fmt: skip
"""The same of sides that tell less. A word that more have in two weeks is none to know a matter by,
and one that 30 have is not rare then. What one voice says so often at any time, or so many warn of,
is still found where it was lately; else who has spoken for ten years would be compared with all
that he said."""
ENOUGH = 12
"""What the keys that two units share must weigh: two words, or a word and two of town and act, or
four of these; in one mouth two words, lately three where each is on everybody's lips."""
WEIGHT: dict[Side, int] = {
    "meets": 12, "asks": 12, "offers": 12, "alone": 12, "word": 6, "scene": 3, "lately": 4,
    "ever": 6, "voiced": 12, "wants": 12, "gives": 12,
}  # fmt: skip

_PARTNER: dict[Side, Side] = {
    "asks": "offers", "offers": "asks", "wants": "gives", "gives": "wants",
}  # fmt: skip
SPAN = NEAR + 1
"""Days of one key in time; whose keys are next to each other may be ``NEAR`` days apart."""


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """A number that units share, and on which side of it this one stands.

    Of a key in time, ``dated``, the number of the next ``SPAN`` days is the next number.
    """

    number: int
    side: Side
    dated: bool = False

    def partners(self) -> tuple[tuple[int, Side], ...]:
        """The numbers and sides of the units that one under this key meets."""
        side = _PARTNER.get(self.side, self.side)
        if not self.dated:
            return ((self.number, side),)
        return tuple((number, side) for number in around(self.number))


def around(number: int) -> tuple[int, int, int]:
    """The numbers whose units may meet one under ``number``, were it of a key in time."""
    return signed(number - 1), number, signed(number + 1)


def key_on(side: Side, *parts: object) -> Key:
    """The key of what ``parts`` tell, on that side."""
    return Key(number_of(*parts), side)


def dated_key(side: Side, day: int, *parts: object, span: int = SPAN) -> Key:
    """The same, of a stretch of ``span`` days and those next to it."""
    return Key(signed(number_of(*parts) + day // span), side, dated=True)


def number_of(*parts: object) -> int:
    """A number for what ``parts`` tell."""
    text = "\t".join(map(str, parts)).encode()
    return int.from_bytes(hashlib.blake2b(text, digest_size=8).digest(), "big", signed=True)


def signed(number: int) -> int:
    """In 64 bits, as SQLite has them."""
    return (number + 2**63) % 2**64 - 2**63


def meet(one: Iterable[Key], other: Iterable[Key], full: Collection[int] = ()) -> bool:
    """Whether two units meet, by their keys without those that are ``full``."""
    at = {(key.number, key.side) for key in other if key.number not in full}
    shared = 0
    for key in one:
        if key.number not in full and not at.isdisjoint(key.partners()):
            shared += WEIGHT[key.side]
    return shared >= ENOUGH
