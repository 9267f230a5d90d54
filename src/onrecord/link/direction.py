"""Which of two reports that share their words had them first, as far as the two tell."""

from __future__ import annotations

from datetime import UTC, date, datetime

from onrecord.link.credits import agency, credits_of
from onrecord.link.passages import Passage
from onrecord.link.shingles import Text
from onrecord.link.signed import names_outlet, own_signature
from onrecord.link.words import tokens
from onrecord.records import UNTOLD, Report

LONGER = 1.2
"""From how many times the length on a text is taken for the one that the other was cut from."""
_LEAD = 25


def direction(one: Report, other: Report, words: int, words2: int) -> tuple[bool, str]:
    """Whether ``one`` is the copy, and how that is told. ``words`` and ``words2`` are the lengths.

    Exchanging the two exchanges the answer; where nothing tells, the larger id is the copy. A
    reprint is never what the agency that it credits has its text from, whatever the days.
    """
    of_other, of_one = _is_of(one, other), _is_of(other, one)
    if (of_other is None) != (of_one is None):
        return of_one is None, f"it credits {of_other or of_one}"
    mine, theirs = credits_of(one), credits_of(other)
    own = own_signature(one), own_signature(other)
    common = sorted((mine & theirs) - {name for name in own if name})
    both = f"both credit {common[0]}; " if common else ""
    later = _later(one, other)
    if later is not None:
        first, last = (other, one) if later else (one, other)
        return later, f"{both}published {last.published} after {first.published}"
    untold = one.id > other.id
    if common:
        return untold, f"{both}{UNTOLD}"
    if bool(mine) != bool(theirs):
        name = min(mine or theirs)
        if name in own:
            return not mine, f"the other is filed by an agency, {name}; {UNTOLD}"
        return not mine, f"the other credits {name}, from which both may have it; {UNTOLD}"
    if max(words, words2) >= LONGER * min(words, words2):
        return words < words2, f"{UNTOLD}; this one is the shorter"
    return untold, UNTOLD


def framing(
    copy: Report, origin: Report, texts: tuple[Text, Text], found: list[Passage], *, known: bool
) -> list[str]:
    """How the copy's headline and lead differ from the origin's, where they do; without saying
    which was before where that is not ``known``."""
    told = []
    if copy.title and origin.title and tokens(copy.title) != tokens(origin.title):
        was, now = _flat(origin.title), _flat(copy.title)
        headline = f"the headline was “{was}”, is “{now}”"
        told.append(headline if known else f"the headlines are “{now}” and “{was}”")
    lead = min(_LEAD, len(texts[0].words))
    kept = sum(max(0, min(p.left + p.size, lead) - p.left) for p in found)
    if kept < lead / 2:
        end = texts[0].places[min(12, len(texts[0].places)) - 1][1]
        which = "it" if known else "one"
        told.append(f"{which} leads with other words: “{_flat(copy.text[:end])} …”")
    return told


def near(one: Report, other: Report, days: int) -> bool:
    """Whether the two came out no more than ``days`` apart, or when is not known."""
    if one.published is None or other.published is None:
        return True
    first, last = (date.fromisoformat(r.published[:10]) for r in (one, other) if r.published)
    return abs((first - last).days) <= days


def _is_of(copy: Report, origin: Report) -> str | None:
    """The agency that ``copy`` credits and ``origin`` is of, or the outlet that it says so of."""
    name = agency(origin.outlet)
    if name is not None and agency(copy.outlet) is None and name in credits_of(copy):
        return name
    return names_outlet(copy, origin)


def _later(one: Report, other: Report) -> bool | None:
    """Whether ``one`` came out after ``other``; None where that is not known.

    Two moments are compared where both have their zone, else two days.
    """
    if one.published is None or other.published is None:
        return None
    moments = [_moment(report.published) for report in (one, other)]
    if moments[0] is not None and moments[1] is not None and moments[0] != moments[1]:
        return moments[0] > moments[1]
    day, day2 = one.published[:10], other.published[:10]
    return None if day == day2 else day > day2


def _moment(published: str | None) -> datetime | None:
    if published is None or len(published) <= 10:
        return None
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return None
    return None if moment.tzinfo is None else moment.astimezone(UTC)


def _flat(text: str) -> str:
    return " ".join(text.split())
