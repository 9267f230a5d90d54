"""TIMEX3 durations: "P2Y6M", "PT72H", "PXD"."""

from __future__ import annotations

from fractions import Fraction

_LOWER: dict[str, tuple[str, int]] = {
    "Y": ("M", 12), "D": ("TH", 24), "TH": ("TM", 60), "TM": ("TS", 60),
}  # fmt: skip
"""The smaller unit in which a part of a unit is counted, and how many make one."""
_KNOWN = {"F": "W", "Q": "M", "DE": "Y", "CE": "Y", "ML": "Y"}
"""Units that ISO 8601 does not know, and the largest within them that it does."""


def length(number: float | None, letter: str) -> str:
    """The TIMEX3 duration of ``number`` units; "X" of them where it is not said."""
    if letter == "N":
        letter = "D"
    if letter == "WE":
        return "P" + ("X" if number is None else f"{number:g}") + "WE"
    if number is None:
        return _period("X", _KNOWN.get(letter, letter))
    if letter == "F":
        number, letter = number * 2, "W"
    if letter in ("DE", "CE"):  # ISO 8601, and so most readers of durations, knows years only
        number, letter = number * (10 if letter == "DE" else 100), "Y"
    if letter == "Q":
        number, letter = number * 3, "M"
    whole = int(number)
    rest = Fraction(number).limit_denominator(12) - whole
    if not rest or letter not in _LOWER:
        return _period(f"{number:g}" if rest else str(whole), letter)
    smaller, many = _LOWER[letter]
    part = rest * many
    if part != int(part):
        return _period(f"{number:g}", letter)
    if not whole:
        return _period(str(int(part)), smaller)
    tail = _period(str(int(part)), smaller)[1:]
    return _period(str(whole), letter) + (tail[1:] if letter.startswith("T") else tail)


def _period(number: str, letter: str) -> str:
    return f"PT{number}{letter[1:]}" if letter.startswith("T") else f"P{number}{letter}"
