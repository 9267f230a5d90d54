"""Near and partial copies: which report carries passages of which, and what it changed.

Two reports are compared by their own words alone, so that what is found of a pair does not depend
on the other reports of a record, nor on the order in which they came.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from onrecord.link.direction import direction, framing, near
from onrecord.link.passages import Passage, changes, covered, own, passages
from onrecord.link.shingles import RUN, Text, fold_text, kept_runs
from onrecord.records import UNTOLD, Link, Report, Span

SHARED = 3
"""Kept runs in common from which two reports are worth comparing: of a passage of thirty words, the
least that makes a copy, 96 in 100 have so many. With two a third more pairs are compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyOptions:
    """What counts as a copy.

    ``passage``: words in a row, outside quotation marks, from which a shared run counts, ``RUN``
    or more.
    ``share``: what part of the shorter report such passages must be, and ``words`` how many words
    at the least; ``own_share`` is asked of two reports of one outlet, which tell the background
    in the same words each time. ``lead``: words that must be shared within the first third of
    both, since what is shared only at the end is background and not the news.
    ``paragraph``: the words in one passage, within the first third of one of the two, that make a
    partial copy of reports that share less, and came out no more than ``days`` apart: the same
    paragraph weeks later is background. ``whole``: the part of both that makes a copy of
    ``brief`` words and more, however short the two are.
    """

    passage: int = RUN
    share: float = 0.25
    own_share: float = 0.5
    lead: int = 12
    words: int = 40
    paragraph: int = 30
    days: int = 3
    whole: float = 0.8
    brief: int = 12


@dataclass(frozen=True, slots=True)
class _Shared:
    """What two texts share: ``copied`` words of the left, in ``found``, which is ``share`` of the
    left's own words and ``other_share`` of the right's."""

    found: list[Passage]
    copied: int
    share: float
    other_share: float


def fingerprint(report: Report) -> tuple[int, ...]:
    """The hashes (63 bits, ascending) of word runs by which a report's copies are found.

    Of the report alone. Reports that have ``SHARED`` of them in common are worth comparing.
    """
    return kept_runs(_text(report.text))


def compare_copies(
    left: Report, right: Report, *, options: CopyOptions | None = None
) -> Link | None:
    """The ``copies`` link between two reports, from the copy to where it has it from, or None.

    The same whichever is given first, and of the two reports alone. The direction is told by a
    credit to an agency or the other's outlet, else by the time of publication; ``why`` says by
    which. Where nothing tells it, ``why`` says that, and ``from_`` is the shorter or the larger id.
    The spans are the passages, in both reports. A score of 0.8 and more says that most of the copy
    is taken over; below 0.7 stands a paragraph of one among the other's own words.
    """
    if left.id == right.id:
        return None
    one, other = sorted((left, right), key=lambda report: report.id)
    options = options or CopyOptions()
    texts = _text(one.text), _text(other.text)
    if not _may_be(covered(*texts), sum(texts[0].own), options):
        return None
    shared = _shared(*texts, options)
    partial = _partial(one, other, *texts, shared, options)
    if partial is None:
        return None
    to_other, told = direction(one, other, len(texts[0].words), len(texts[1].words))
    found = shared.found if to_other else [p.turned for p in shared.found]
    copy, origin = (one, other) if to_other else (other, one)
    words = texts if to_other else (texts[1], texts[0])
    of_copy = shared.share if to_other else shared.other_share
    why = _why(copy, origin, words, found, shared, partial=partial, known=UNTOLD not in told)
    spans = [
        (report.id, _span(report, text, at, p.size))
        for p in sorted(found, key=lambda p: (-p.size, p.left))[:8]
        for report, text, at in ((copy, words[0], p.left), (origin, words[1], p.right))
    ]
    score = 0.5 + 0.25 * min(1.0, of_copy) if partial else 0.6 + 0.4 * min(1.0, of_copy)
    score = min(score, 0.69) if partial else score
    reasons = "; ".join((why[0], told, *why[1:]))
    return Link("copies", copy.id, origin.id, round(score, 2), reasons, None, tuple(spans))


def copies(reports: Iterable[Report], *, options: CopyOptions | None = None) -> tuple[Link, ...]:
    """``copies`` links between reports, which may be given in any order."""
    known = {report.id: report for report in reports}
    holders: dict[int, list[str]] = defaultdict(list)
    links: list[Link] = []
    for id_ in sorted(known):
        shared: Counter[str] = Counter()
        for run in fingerprint(known[id_]):
            shared.update(holders[run])
            holders[run].append(id_)
        for other in sorted(o for o, count in shared.items() if count >= SHARED):
            found = compare_copies(known[other], known[id_], options=options)
            if found is not None:
                links.append(found)
    return tuple(sorted(links, key=lambda link: (link.from_, link.to)))


def _may_be(most: int, words: int, options: CopyOptions) -> bool:
    """Whether ``most`` words in common of one's ``words`` may be enough."""
    return most >= options.paragraph or most >= max(options.brief, options.whole * words)


@lru_cache(maxsize=512)
def _text(text: str) -> Text:
    return fold_text(text)


def _shared(left: Text, right: Text, options: CopyOptions) -> _Shared:
    found = passages(left, right, options.passage)
    copied = sum(own(left, p) for p in found)
    other = sum(own(right, p.turned) for p in found)
    return _Shared(found, copied, copied / (sum(left.own) or 1), other / (sum(right.own) or 1))


def _partial(
    one: Report, other: Report, left: Text, right: Text, shared: _Shared, options: CopyOptions
) -> bool | None:
    """False where the news of one is the other's, True where a paragraph is, None where neither."""
    if shared.copied >= options.brief and min(shared.share, shared.other_share) >= options.whole:
        return False
    if shared.copied < options.paragraph:
        return None
    same_outlet = one.outlet is not None and one.outlet == other.outlet
    least = options.own_share if same_outlet else options.share
    third, third2 = len(left.words) // 3, len(right.words) // 3
    leading = sum(max(0, min(p.size, third - p.left, third2 - p.right)) for p in shared.found)
    most = max(shared.share, shared.other_share)
    if shared.copied >= options.words and most >= least and leading >= options.lead:
        return False
    if same_outlet or not near(one, other, options.days):
        return None
    for p in shared.found:
        in_lead = p.left + p.size <= third or p.right + p.size <= third2
        if in_lead and own(left, p) >= options.paragraph:
            return True
    return None


def _why(
    copy: Report,
    origin: Report,
    texts: tuple[Text, Text],
    found: list[Passage],
    shared: _Shared,
    *,
    partial: bool,
    known: bool,
) -> list[str]:
    """What is shared, what frames it otherwise, and the words that were changed; ``known`` is
    whether it is told which of them had it first."""
    most = max(shared.share, shared.other_share)
    passages_ = "1 passage" if len(found) == 1 else f"{len(found)} passages"
    told = [f"{shared.copied} words in {passages_}, {most:.0%} of the one with fewer words"]
    if partial:
        told = [f"a part only: {told[0]}"]
    told += framing(copy, origin, texts, found, known=known)
    changed = changes(*texts, found)[:3]
    if changed and known:
        words = ", ".join(f"{_quoted(was)} to {_quoted(now)}" for now, was in changed)
        told.append(f"changed in the copy: {words}")
    elif changed:
        words = ", ".join(f"{_quoted(now)} for {_quoted(was)}" for now, was in changed)
        told.append(f"the words differ: {words}")
    return told


def _quoted(words: str) -> str:
    return f"“{words}”" if words else "nothing"


def _span(report: Report, text: Text, at: int, size: int) -> Span:
    return Span.of(report.text, text.places[at][0], text.places[at + size - 1][1])
