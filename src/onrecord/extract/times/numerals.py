"""Numbers in words: "twenty-three", "one hundred and fifty", "nineteen ninety-four"."""

from __future__ import annotations

from collections.abc import Sequence


def combined(parts: Sequence[int]) -> list[tuple[int, int]]:
    """Group consecutive simple numbers into the numbers that they spell.

    Returns ``(how many parts, value)`` in order: 20 3 is one number (23), 19 94 a year spoken in
    two halves (1994), 3 5 two numbers.
    """
    groups: list[tuple[int, int]] = []
    i = 0
    while i < len(parts):
        taken, value = _one(parts[i:])
        groups.append((taken, value))
        i += taken
    return groups


def _one(parts: Sequence[int]) -> tuple[int, int]:
    value, taken = _below_hundred(parts)
    if 11 <= value <= 20 and taken == 1 and taken < len(parts):
        rest, more = _below_hundred(parts[taken:])
        if more and rest >= 10:  # "nineteen ninety-four"
            return taken + more, value * 100 + rest
    total = 0
    while taken < len(parts) and parts[taken] in (100, 1000):
        value = max(value, 1) * parts[taken]
        taken += 1
        if parts[taken - 1] == 1000:
            total, value = total + value, 0
        if taken < len(parts) and parts[taken] < 100:
            rest, more = _below_hundred(parts[taken:])
            value, taken = value + rest, taken + more
    if taken == 0:
        return 1, parts[0]
    return taken, total + value


def _below_hundred(parts: Sequence[int]) -> tuple[int, int]:
    """``(value, parts taken)`` of a leading number below 100; ``(0, 0)`` where there is none."""
    first = parts[0]
    if first >= 100:
        return 0, 0
    if first >= 20 and len(parts) > 1 and 1 <= parts[1] <= 9:
        return first + parts[1], 2
    return first, 1
