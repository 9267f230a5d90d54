"""The words that the grammar of times knows, with the classes that each may have.

A fast internal shape apart from the public one: a word's set of classes is one character, so that
a rule can be a regular expression over a string with one character a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord import lexicons

Value = int | float | str

CLASS_OF_TABLE = {
    "numbers": "num0", "ordinals": "ord", "units": "unit", "plurals": "units", "months": "month",
    "month_abbreviations": "mon", "weekdays": "weekday", "weekday_plurals": "weekdays",
    "weekday_abbreviations": "wd", "seasons": "season", "fall": "fall", "dayparts": "daypart",
    "dayparts_plural": "dayparts", "days": "today", "frequencies": "freq",
    "decades": "decadew", "zones": "zone", "lasting": "lasting",
}  # fmt: skip
"""Tables of ``lexicons/times/words.toml`` and the class that their words have."""

_KINDS_OF_NUMBER = (0, 1, 9, 10, 24, 25, 31, 32, 60, 100, 1000, 1100, 2099, 2150, 2200, 0.5)
_SPECIAL = ("iso", "slashed", "clock", "decade", "ordn", "shortyear", "ampm", "era")


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """What a word may be: ``sign`` is its character, ``values`` its value in each class."""

    sign: str
    values: Mapping[str, Value]


class Vocabulary:
    """Every word that the rules may speak of; made once.

    ``literals`` are the words that rules name themselves: such a word's class is "=" and the word.
    """

    def __init__(self, literals: Iterable[str]) -> None:
        self._signs: dict[frozenset[str], str] = {}
        classes: dict[str, dict[str, Value]] = {}
        tables = lexicons.load("times/words")
        for table, name in CLASS_OF_TABLE.items():
            for word, value in tables[table].items():
                classes.setdefault(word, {})[name] = value
                if name in ("unit", "units"):
                    classes[word]["u"] = value
        for word in literals:
            classes.setdefault(word, {})["=" + word] = word
        self.nothing = Entry("x", {})
        self.known = {word: self._entry(values) for word, values in classes.items()}
        self._numbers: dict[tuple[float, bool], Entry] = {}
        # Every sign must be known before a rule is compiled; numbers come in these kinds only.
        for number in _KINDS_OF_NUMBER:
            self.number(number, words=False)
            self.number(number, words=True)
        for kind in _SPECIAL:
            self.special(kind, 0)
        self.special("ordn", 32)

    def _entry(self, values: Mapping[str, Value]) -> Entry:
        classes = frozenset(values)
        if classes not in self._signs:
            self._signs[classes] = chr(0xE000 + len(self._signs))
        return Entry(self._signs[classes], values)

    def signs(self, name: str) -> str:
        """All characters that stand for words of the class ``name``, in a fixed order."""
        return "".join(sign for classes, sign in self._signs.items() if name in classes)

    def word(self, low: str) -> Entry:
        """The entry of a lower-cased word or mark."""
        return self.known.get(low, self.nothing)

    def number(self, value: float, *, words: bool) -> Entry:
        """The entry of a number, written in digits or in ``words``."""
        known = self._numbers.get((value, words))
        if known is None:
            known = self._entry(_number_classes(value, words=words))
            if len(self._numbers) < 4096:
                self._numbers[value, words] = known
        return known

    def special(self, kind: str, value: Value) -> Entry:
        """The entry of what the lexer itself tells apart: a clock time, an ISO date."""
        classes: dict[str, Value] = {kind: value}
        if kind == "ordn":
            classes["ord"] = value
            if isinstance(value, int) and value <= 31:
                classes["dom"] = value
        return self._entry(classes)


def _number_classes(value: float, *, words: bool) -> dict[str, Value]:
    number = int(value) if value == int(value) else value
    classes: dict[str, Value] = {"num": number, "numw" if words else "digits": number}
    if not isinstance(number, int):
        return classes
    if words:
        if 1100 <= number <= 2099:
            classes["yearw"] = number
        return classes
    if 1 <= number <= 31:
        classes["dom"] = number
    if number <= 24:
        classes["hour"] = number
    if 1000 <= number <= 2199:
        classes["year"] = number
    if 10 <= number <= 99:
        classes["yy"] = number
    return classes
