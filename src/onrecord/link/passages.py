"""The passages that two texts share, and the words that were changed between them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise

from onrecord.link.shingles import RUN, Text

# A text that says one thing over and over is compared at its first so many places only.
_REPEATS = 16


@dataclass(frozen=True, slots=True)
class Passage:
    """``size`` words that stand in both: from word ``left`` of one and ``right`` of the other."""

    left: int
    right: int
    size: int

    @property
    def turned(self) -> Passage:
        """The same passage with the two texts exchanged."""
        return Passage(self.right, self.left, self.size)


def passages(left: Text, right: Text, least: int = RUN) -> list[Passage]:
    """The runs of at least ``least`` words, ``RUN`` or more, that stand in both, the longest
    claimed first.

    No word belongs to two passages. Paragraphs that stand in another order in the two texts are
    found, too. Half of a passage's words at the least are outside quotation marks.
    """
    found = sorted(_runs(left, right, least), key=lambda p: (-p.size, p.left, p.right))
    taken_left, taken_right = [False] * len(left.words), [False] * len(right.words)
    kept = []
    for one in found:
        for part in _free(one, taken_left, taken_right):
            if part.size < least or own(left, part) < least // 2:
                continue
            kept.append(part)
            for at in range(part.size):
                taken_left[part.left + at] = taken_right[part.right + at] = True
    return sorted(kept, key=lambda p: (p.left, p.right))


def own(text: Text, passage: Passage) -> int:
    """How many words of a passage stand outside quotation marks in the left text."""
    return sum(text.own[passage.left : passage.left + passage.size])


def changes(left: Text, right: Text, found: list[Passage]) -> list[tuple[str, str]]:
    """The words that differ between two passages that follow on each other in both texts."""
    changed = []
    for one, after in pairwise(sorted(found, key=lambda p: p.left)):
        gap = left.words[one.left + one.size : after.left]
        gap2 = right.words[one.right + one.size : after.right]
        close = len(gap) <= 5 and len(gap2) <= 5 and after.right >= one.right + one.size
        if close and (gap or gap2):
            changed.append((" ".join(gap), " ".join(gap2)))
    return changed


def covered(left: Text, right: Text) -> int:
    """How many words of the left text stand in runs of ``RUN`` words that are in both.

    No passages can be more; to count these costs a twentieth of finding those.
    """
    common = set(left.runs) & set(right.runs)
    total = end = 0
    for at, run in enumerate(left.runs if common else ()):
        if run in common:
            total += RUN - max(0, end - at)
            end = at + RUN
    return total


def _runs(left: Text, right: Text, least: int) -> list[Passage]:
    """Every run of ``least`` words and more in both that cannot be made longer."""
    common = set(left.runs) & set(right.runs)
    starts: dict[int, list[int]] = defaultdict(list)
    for at, run in enumerate(right.runs):
        if run in common:
            starts[run].append(at)
    found = []
    seen: Counter[int] = Counter()
    for at, run in enumerate(left.runs):
        if run not in common:
            continue
        seen[run] += 1
        for other in starts[run][:_REPEATS] if seen[run] <= _REPEATS else ():
            if at and other and left.words[at - 1] == right.words[other - 1]:
                continue  # it began before
            size = _length(left, at, right, other)
            if size >= least:
                found.append(Passage(at, other, size))
    return found


def _length(left: Text, at: int, right: Text, other: int) -> int:
    """How many words in a row are the same from these places on."""
    most = min(len(left.words) - at, len(right.words) - other)
    same = (n for n in range(most) if left.words[at + n] != right.words[other + n])
    return next(same, most)


def _free(one: Passage, taken_left: list[bool], taken_right: list[bool]) -> list[Passage]:
    """What of a run no longer run has claimed."""
    parts = []
    begin = 0
    for at in range(one.size + 1):
        ends = at == one.size or taken_left[one.left + at] or taken_right[one.right + at]
        if ends:
            if at > begin:
                parts.append(Passage(one.left + begin, one.right + begin, at - begin))
            begin = at + 1
    return parts
