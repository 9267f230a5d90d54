"""Near and partial copies: which report carries passages of which, and what it changed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from onrecord.link.shingles import ShingleIndex, Text, fold_text
from onrecord.link.words import fold
from onrecord.records import Link, Report, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyOptions:
    """What counts as a copy.

    ``passage``: words in a row, outside quotation marks, from which a shared run counts.
    ``share``: what part of the shorter report such passages must be, and ``words`` how many words
    at the least; ``own_share`` is asked of two reports of one outlet, which tell the background
    in the same words each time. ``lead``: words that must be shared within the first third of
    both, since what is shared only at the end is background and not the news.
    ``candidates``: kept word runs in common from which two reports are compared.
    """

    passage: int = 8
    share: float = 0.25
    own_share: float = 0.5
    lead: int = 12
    words: int = 40
    candidates: int = 3


@dataclass(frozen=True, slots=True)
class Passage:
    """``size`` words that stand in both: from word ``left`` of one and ``right`` of the other."""

    left: int
    right: int
    size: int


def copies(reports: Iterable[Report], *, options: CopyOptions | None = None) -> tuple[Link, ...]:
    """``copies`` links between reports: from the copy to where it has it from.

    The direction is told by a credit to an agency, else by the time of publication, else the
    shorter is taken to be cut from the longer; ``why`` says which. The spans are the passages, in
    both reports. Reports may be given in any order.
    """
    options = options or CopyOptions()
    index = ShingleIndex()
    texts: dict[str, Text] = {}
    known: dict[str, Report] = {}
    links: list[Link] = []
    for report in sorted(reports, key=lambda r: (r.published or "9999", r.id)):
        text = fold_text(report.text)
        shared = index.add(report.id, text)
        for other in sorted(shared):
            if shared[other] < options.candidates or other == report.id:
                continue
            found = _copy(known[other], texts[other], report, text, options)
            if found is not None:
                links.append(found)
        texts[report.id], known[report.id] = text, report
    return tuple(links)


def _copy(
    earlier: Report, left: Text, later: Report, right: Text, options: CopyOptions
) -> Link | None:
    found = passages(left, right, options.passage)
    copied = sum(_own(left, p.left, p.size) for p in found)
    shorter = min(sum(left.own), sum(right.own)) or 1
    share = copied / shorter
    same_outlet = earlier.outlet is not None and earlier.outlet == later.outlet
    if copied < options.words or share < (options.own_share if same_outlet else options.share):
        return None
    if _leading(found, len(left.words) // 3, len(right.words) // 3) < options.lead:
        return None
    origin, copy, reason = _direction(earlier, later, len(left.words), len(right.words))
    if origin is later:
        found = [Passage(p.right, p.left, p.size) for p in found]
        left, right = right, left
    changed = changes(left, right, found)
    told = [f"{copied} words in {len(found)} passages, {share:.0%} of the shorter", reason]
    if changed:
        told.append("changed: " + ", ".join(f"“{a}” to “{b}”" for a, b in changed[:3]))
    spans = [
        (report.id, _span(report, text, at, p.size))
        for p in sorted(found, key=lambda p: -p.size)[:8]
        for report, text, at in ((copy, right, p.right), (origin, left, p.left))
    ]
    score = min(1.0, 0.6 + share / 2)
    return Link("copies", copy.id, origin.id, round(score, 2), "; ".join(told), None, tuple(spans))


def passages(left: Text, right: Text, least: int) -> list[Passage]:
    """The runs of at least ``least`` words that stand in both in the same order."""
    matcher = SequenceMatcher(None, left.words, right.words, autojunk=False)
    blocks = matcher.get_matching_blocks()
    return [
        Passage(b.a, b.b, b.size)
        for b in blocks
        if b.size >= least and _own(left, b.a, b.size) >= least // 2
    ]


def changes(left: Text, right: Text, found: list[Passage]) -> list[tuple[str, str]]:
    """The words that differ between two passages that follow on each other in both reports."""
    changed = []
    ordered = sorted(found, key=lambda p: p.left)
    for one, after in pairwise(ordered):
        gap = left.words[one.left + one.size : after.left]
        gap2 = right.words[one.right + one.size : after.right]
        if gap and gap2 and len(gap) <= 5 and len(gap2) <= 5 and after.right > one.right:
            changed.append((" ".join(gap), " ".join(gap2)))
    return changed


def _leading(found: list[Passage], third: int, third2: int) -> int:
    """How many shared words stand in the first third of both."""
    return sum(max(0, min(p.size, third - p.left, third2 - p.right)) for p in found)


def _own(text: Text, start: int, size: int) -> int:
    return sum(text.own[start : start + size])


def _span(report: Report, text: Text, at: int, size: int) -> Span:
    return Span.of(report.text, text.places[at][0], text.places[at + size - 1][1])


def _direction(one: Report, other: Report, words: int, words2: int) -> tuple[Report, Report, str]:
    """Origin, copy, and how that is told."""
    for origin, copy in ((one, other), (other, one)):
        if agency := credited(copy, origin):
            return origin, copy, f"it credits {agency}"
    common = sorted(credits_of(one) & credits_of(other))
    day, day2 = (one.published or "")[:10], (other.published or "")[:10]
    if one.published and other.published and day != day2:
        first, second = (one, other) if day < day2 else (other, one)
        told = f"published {second.published} after {first.published}"
        return first, second, f"both credit {common[0]}; {told}" if common else told
    if common:
        return one, other, f"both credit {common[0]}; which had it first the texts do not tell"
    if words != words2:
        longer, cut = (one, other) if words > words2 else (other, one)
        return longer, cut, "the shorter is taken for the copy; the text does not tell"
    return one, other, "which copied which the texts do not tell"


def credited(copy: Report, origin: Report) -> str | None:
    """The agency that ``copy`` credits and ``origin`` is of, or null."""
    if not origin.outlet or origin.outlet == copy.outlet:
        return None
    from onrecord.read.dateline import AGENCIES

    agencies = {fold(agency) for agency in AGENCIES}
    name = fold(origin.outlet)
    if name not in agencies or fold(copy.outlet or "") in agencies:
        return None
    return next((a for a in sorted(credits_of(copy)) if fold(a) == name), None)


def credits_of(report: Report) -> frozenset[str]:
    """The agencies that stand in a report's first words or its last, where credits do."""
    from onrecord.read.dateline import AGENCIES

    text = f"{report.text[:300]} … {report.text[-120:]}"
    found = (a for a in AGENCIES if len(a) > 2 or a.isupper())
    return frozenset(a for a in found if re.search(rf"(?<!\w){re.escape(a)}(?!\w)", text))
