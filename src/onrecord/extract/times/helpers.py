"""What other extractors ask of times."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract.times.find import expressions
from onrecord.extract.times.intervals import day_of, period_of
from onrecord.extract.times.resolution import Resolved
from onrecord.extract.times.resolution import resolve as resolve_expression
from onrecord.extract.times.scene import Scene, Told
from onrecord.extract.times.tense import Tenses
from onrecord.model.analysis import Analysis
from onrecord.records import Time


def resolve(words: str, *, published: str | None = None, told: str | None = None) -> str | None:
    """The TIMEX3 value of one expression ("three days later"), None where it is none.

    ``published`` is the ISO date on which it was said, ``told`` the TIMEX3 date that the text
    named last.
    """
    tenses = Tenses(words, Analysis(words))
    found = expressions(words, tenses)
    if len(found) != 1 or words[found[0].start : found[0].end] != words.strip():
        return None
    scene = Scene(day_of(published))
    period = period_of(told) if told else None
    if period is not None:
        scene.tell(Told(period, 0, "told"))
    resolved: Resolved = resolve_expression(found[0].expression, scene, 0)
    return resolved.value


def lies_ahead(time: Time, published: str | None) -> bool:
    """Whether a time begins after the report came out: nothing that it reports had been then."""
    if published is None or time.from_ is None:
        return False
    return time.from_[:10] > published[:10]


def is_dated(time: Time) -> bool:
    """Whether ``time`` says when: a date or time of day, known or not, no length and no "now"."""
    return time.type in ("DATE", "TIME") and not time.value.endswith("_REF")


def nearest(
    times: Sequence[Time], start: int, end: int, *, within: tuple[int, int] | None = None
) -> Time | None:
    """The dated time nearest to the words ``[start, end)``; of two as near the one before them.

    ``within`` is the stretch that it must lie in, such as the sentence.
    """
    best: Time | None = None
    least = 0
    for time in times:
        span = time.span
        outside = within is not None and not (within[0] <= span.start and span.end <= within[1])
        if outside or not is_dated(time):
            continue
        gap = max(span.start - end, start - span.end, 0)
        if best is None or gap < least:
            best, least = time, gap
    return best
