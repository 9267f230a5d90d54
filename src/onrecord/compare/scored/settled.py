"""Whether two reports tell of one event: whether the words settle day and place for both."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.compare.accounts.dates import Days
from onrecord.compare.accounts.facts import AHEAD, EventFacts
from onrecord.compare.accounts.matter import unplaced
from onrecord.compare.accounts.parties import share_name
from onrecord.compare.pairs.sameness import (
    Match,
    by,
    conflict,
    dies,
    grave,
    in_small_town,
    match,
    targets,
    tied,
)
from onrecord.compare.scored.knownagain import known_again
from onrecord.records import Place

RECENT = 14
"""Days between two reports of fresh news of a rare kind at one spot."""
NEXT = 2
"""Days after an act within which a report of it need not say when it was."""
NEWS = 4
"""Days within which reports of many killed in one small place, one of them undated, are of one."""
LATER = 200
"""Days after a rare act within which "the sarin attack in X" is still that one."""

WEEK = 7
"""Days of a telling that names no more than a week ("last week")."""

COPIED = 3
"""Days between two reports that carry one sentence."""
WORDS, ALIKE = 6, 0.85
"""Content words of a sentence, and the share of them that two have in common, to be one."""


_MUTUAL = frozenset({"AGREE", "CONSULT"})
"""Acts of two sides at once: that the one and that the other did it is no contradiction."""


def same(left: EventFacts, right: EventFacts) -> Match | None:
    """What makes the two one event, or None; the order of the two does not matter.

    One named person died of both; or the day and the spot are one; or the act is of so rare a
    kind (gas) that the spot and the fortnight tell it; or one side did it on one day and two
    telling words stand beside both.
    """
    if left.another or right.another or conflict(left, right, worded=False):
        return None
    found = match(left, right)
    worded_apart = conflict(left, right)
    if not worded_apart and (copied := _copied(left, right, found)) is not None:
        return copied
    known = known_again(left, right, found)
    if known is not None:
        return known
    if worded_apart:
        return None
    if any(len(name.split()) > 1 for name in dies(left, right)):
        return Match(max(0.75, found.score), found.reasons, found.place, found.day)
    rare = bool(left.topics & right.topics)
    if found.day and rare and found.place:
        return found  # a kind of act so rare that the day and the country tell it
    if left.days is not None and right.days is not None:
        return _dated(left, right, found)
    if grave(left, right) and _of_the_news(left, right):
        many = (*found.reasons, "many killed in one place")
        return Match(max(0.7, found.score), many, found.place, found.day)
    if found.place < 2:
        return _target(left, right, found)
    if left.days is None and right.days is None:
        if {left.event.status, right.event.status} <= AHEAD:
            return found
        return _fresh(left, right, found) if rare else _scene(left, right, found)
    return _told_after(left, right, found) if rare else _scene(left, right, found)


def same_but_for_doer(left: EventFacts, right: EventFacts) -> Match | None:
    """What makes the two one act of which each tells another doer, or None."""
    if left.another or right.another or not (left.actors and right.actors):
        return None
    if share_name(left.actors, right.actors) or conflict(left, right, who=False, worded=False):
        return None
    if left.event.type in _MUTUAL or _both_told(left, right):
        return None
    return known_again(left, right, match(left, right))


def _both_told(left: EventFacts, right: EventFacts) -> bool:
    """Whether both sentences tell of both acts: "its attack answered an offensive of the army"."""
    heads = left.head, right.head
    return heads[0] != heads[1] and heads[1] in left.matter.keys and heads[0] in right.matter.keys


def _dated(left: EventFacts, right: EventFacts, found: Match) -> Match | None:
    longest = max(f.days.length for f in (left, right) if f.days is not None)
    if found.place == 2:
        if _one_date(left, right, found) and spot(left.place) and spot(right.place):
            # one town, one day, words for one act: as surely as where the words are the same
            return Match(max(0.7, found.score), found.reasons, found.place, found.day)
        least = 0.8 if longest <= WEEK else 0.9  # "in early October" names no one day
        return found if found.day or (longest <= 31 and found.score >= least) else None
    if longest > 2:
        return _target(left, right, found) if longest <= WEEK else None
    towns = sorted(left.matter.spots & right.matter.spots)
    words = tied(left, right) or (towns if found.day else [])
    untold = found.day and bool(towns) and not (left.actors and right.actors)
    if not words or not (by(left) & by(right) or untold):
        return None  # "Wednesday's strike", told in Lun, is Wednesday's strike on Lun
    if left.matter.spots and right.matter.spots and not left.matter.spots & right.matter.spots:
        return None  # the towns named beside them differ
    shown = " and ".join(f"“{word}”" for word in words[:3])
    return Match(
        max(0.75, found.score), (*found.reasons, f"{shown} beside both"), found.place, found.day
    )


def _one_date(left: EventFacts, right: EventFacts, found: Match) -> bool:
    """Whether both are of one day, or one of that day and the other of the night that began it."""
    told = [facts.days for facts in (left, right) if facts.days is not None]
    if found.day:
        return max(days.length for days in told) == 1
    nights = [f.event.when.endswith("TNI") for f in (left, right) if f.event.when]
    return any(nights) and len({days.start for days in told}) == 1 and _short(told)


def _short(told: Iterable[Days]) -> bool:
    return all(days.length <= 2 for days in told)


def _target(left: EventFacts, right: EventFacts, found: Match) -> Match | None:
    """What one side did to what there are few of, an airbase, an embassy, in the same days.

    A telling with no day is of its report's, one of "last week" of that week.
    """
    aims = sorted(targets(left) & targets(right))
    sides = left.actors & right.actors
    if not aims or not sides or left.plural or right.plural:
        return None
    if left.place and right.place and found.place < 1:
        return None
    if left.matter.spots and right.matter.spots and not left.matter.spots & right.matter.spots:
        return None
    if not all(_of_these_days(one, other) for one, other in ((left, right), (right, left))):
        return None
    shown = f"both by {' and '.join(sorted(sides))} on the {aims[0].replace('_', ' ')}"
    return Match(max(0.7, found.score), (*found.reasons, shown), found.place, found.day)


def _of_these_days(facts: EventFacts, other: EventFacts) -> bool:
    """Whether a telling with no day stands in a report that came out when the other was news."""
    if facts.days is not None:
        return True
    if facts.published is None:
        return False
    if other.days is not None:
        return 0 <= facts.published.start - other.days.start <= NEXT
    return other.published is not None and abs(facts.published.start - other.published.start) <= 1


def _copied(left: EventFacts, right: EventFacts, found: Match) -> Match | None:
    """One sentence in two fresh reports: what one agency's text tells is one act."""
    if left.published is None or right.published is None or left.head != right.head:
        return None
    if abs(left.published.start - right.published.start) > COPIED:
        return None
    one, other = left.matter.keys, right.matter.keys
    if min(len(one), len(other)) < WORDS or len(one & other) < ALIKE * len(one | other):
        return None
    counts = [{(c.what, c.low, c.high) for c in facts.event.counts} for facts in (left, right)]
    if all(counts) and counts[0].isdisjoint(counts[1]):
        return None
    reasons = (*found.reasons, "told in the same words")
    return Match(max(0.75, found.score), reasons, found.place, found.day)


def _fresh(left: EventFacts, right: EventFacts, found: Match) -> Match | None:
    """Undated tellings of a rare act at one spot, in reports of one fortnight."""
    if left.plural or right.plural or left.published is None or right.published is None:
        return None
    gap = abs(left.published.start - right.published.start)
    if gap > RECENT:
        return None
    reasons = (*found.reasons, f"told {gap} days apart" if gap else "told on one day")
    return Match(max(0.7, found.score), reasons, 2, False)


def _of_the_news(left: EventFacts, right: EventFacts) -> bool:
    """Whether tellings of which one has no day came out while it was news: a definite one ("the
    massacre in X") for a fortnight, another for some days."""
    told = [facts.days or facts.published for facts in (left, right)]
    if None in told or any(f.days is None and f.published is None for f in (left, right)):
        return False
    first, last = sorted(t.start for t in told if t is not None)
    known = any(facts.definite and facts.days is None for facts in (left, right))
    return last - first <= (RECENT if known else NEWS)


def _scene(left: EventFacts, right: EventFacts, found: Match) -> Match | None:
    """Tellings at one town, one or both of them undated, in fresh reports with words in common.

    "The market shelling in X" of the day after is the shelling of X's market.
    """
    if left.plural or right.plural or not (spot(left.place) and spot(right.place)):
        return None
    told = [facts.days or facts.published for facts in (left, right)]
    undated = [facts for facts in (left, right) if facts.days is None]
    if not all(told) or any(facts.published is None for facts in undated):
        return None
    dated = next((facts.days for facts in (left, right) if facts.days is not None), None)
    for facts in undated:
        first = dated or (left.published if facts is right else right.published)
        if first is None or facts.published is None or first.length > 2:
            return None
        gap = facts.published.start - first.start
        if not (0 <= gap <= NEXT if dated else abs(gap) <= 1):
            return None
    once = "seizure" in left.kin & right.kin or (in_small_town(left) and bool(dated))
    if once and share_name(left.actors, right.actors):
        # one side takes a town once in two days; a great city it may shell daily
        by_one = f"both by {min(left.actors)}"
        return Match(max(0.7, found.score), (*found.reasons, by_one), 2, False)
    if dated and in_small_town(left) and any(facts.definite for facts in undated):
        # "the shelling of Lun" two days later is the one that was news
        return Match(max(0.7, found.score), (*found.reasons, "told of as known"), 2, False)
    words = tied(left, right)
    if len(words) < 2:
        return None
    shown = " and ".join(f"“{word}”" for word in words[:3])
    return Match(max(0.7, found.score), (*found.reasons, f"{shown} beside both"), 2, False)


def _told_after(left: EventFacts, right: EventFacts, found: Match) -> Match | None:
    """An undated telling of a rare act at one spot is the dated one if it is told after it."""
    dated, undated = (left, right) if left.days else (right, left)
    if undated.plural or undated.published is None or dated.days is None:
        return None
    if not 0 <= undated.published.start - dated.days.start <= LATER:
        return None
    return Match(min(1.0, found.score + 0.1), (*found.reasons, "told after it"), 2, False)


def spot(place: Place | None) -> bool:
    """Whether it is a town or a place in one, and no province or country."""
    if place is None or unplaced(place):
        return place is not None
    return not (place.feature or "A").startswith(("A", "L"))
