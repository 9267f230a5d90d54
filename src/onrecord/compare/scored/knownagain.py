"""Whether a report tells again of what another told: by what stands beside both tellings.

Of most events two reports do not both give day and town. What else they tell ties them: the boat
that was sunk at a reef, the engineers who were taken on a road. How much that weighs is how rare
the words are in news; of two reports that tell one story, as the names in them show, less is
enough. Nothing here outweighs what rules out that two are one (``sameness.conflict``).
"""

from __future__ import annotations

from onrecord.compare.accounts.facts import EventFacts
from onrecord.compare.pairs.sameness import Match, alike, dies
from onrecord.compare.scored.onematter import network
from onrecord.link.words import has_mark, keys

TOLD, AT_ONCE = 14, 3
"""Days after an act within which a report may still tell of it without its day, and days between
two reports neither of which has it."""
WEEK = 7
"""Days of a telling that names no more than a week."""
NAMED, RARE, SELDOM = 10.0, 6.0, 3.5
"""How rare the words are, added up, that tell an act alone; the rarest of them; and each."""
STORY, FAMOUS = 3, 6.0
"""Names that two reports of one story share at least; how rare a name is that is enough alone."""
COMMON = 2.0
"""How rare a word is that weighs anything between two reports of one story."""
ENOUGH, MORE = 8.0, 3.0
"""What must be on the scales there; and how much more where one telling calls it no more than an
attack, or where the reports share one rare name alone."""
DAY, SPOT, AREA, TOLL, DOER, VICTIM, PERSON = 4.0, 4.0, 1.0, 3.0, 2.0, 1.0, 7.0
"""What it weighs that both tell the same day, spot, area, number, doer, side befallen, person."""


def known_again(left: EventFacts, right: EventFacts, found: Match) -> Match | None:
    """What tells that two are one that nothing keeps apart; None where it is too little."""
    if left.plural or right.plural or not _told_while_fresh(left, right):
        return None
    general = not alike(left, right)
    if general and not (_loose(left) or _loose(right)):
        return None
    if _other_toll(left, right) and not (found.day or found.place == 2):
        return None  # "killed 47 since Monday", "killed 35 in a day"
    words = distinctive(left, right) or _of_one_story(left, right, found, general=general)
    if not words:
        return None
    shown = " and ".join(f"“{word}”" for word in words[:3])
    reasons = (*found.reasons, f"{shown} beside both")
    return Match(max(0.7, found.score), reasons, found.place, found.day)


def distinctive(left: EventFacts, right: EventFacts) -> list[str]:
    """The words beside both by which any report knows the act, the rarest first; [] if too common.

    A place alone is none: where there is war, much happens in it.
    """
    rare = network().rare
    shared = _shared(left, right, SELDOM)
    if sum(map(rare, shared)) < NAMED or max(map(rare, shared)) < RARE:
        return []
    return shared if set(shared) - (left.matter.where | right.matter.where) else []


def _of_one_story(left: EventFacts, right: EventFacts, found: Match, *, general: bool) -> list[str]:
    """The words beside both, if these and the rest are enough in reports of one story."""
    names = left.story & right.story
    few = len(names) < STORY
    if few and not any(_rare_name(name) for name in names):
        return []
    words = _shared(left, right, COMMON)
    where = left.matter.where | right.matter.where
    things = [word for word in words if word not in where]
    if not things:
        return []
    weight = sum(map(network().rare, things))
    weight += DAY * found.day + {2: SPOT, 1: AREA}.get(found.place, 0.0)
    weight += TOLL * _same_toll(left, right) + DOER * bool(left.actors & right.actors)
    weight += VICTIM * bool(left.recipients & right.recipients)
    weight += PERSON * bool(left.persons & right.persons or dies(left, right))
    return things if weight >= ENOUGH + MORE * general + MORE * few else []


def _rare_name(name: str) -> bool:
    rare = network().rare
    return min(map(rare, keys(name)), default=0.0) >= FAMOUS


def _loose(facts: EventFacts) -> bool:
    """Whether its word tells an attack of any kind, or what came of one: "attacked", "killed"."""
    return facts.general or (facts.event.type == "ASSAULT" and has_mark("harm", [facts.head]))


def _shared(left: EventFacts, right: EventFacts, least: float) -> list[str]:
    rare = network().rare
    shared = left.beside & right.beside - {left.head, right.head}
    return sorted((w for w in shared if rare(w) >= least), key=lambda word: (-rare(word), word))


def _same_toll(left: EventFacts, right: EventFacts) -> bool:
    return not _tolls(left).isdisjoint(_tolls(right))


def _other_toll(left: EventFacts, right: EventFacts) -> bool:
    told = _tolls(left), _tolls(right)
    both = {what for what, *_ in told[0]} & {what for what, *_ in told[1]}
    return bool(both) and told[0].isdisjoint(told[1])


def _tolls(facts: EventFacts) -> set[tuple[str, int | None, int | None]]:
    return {(c.what, c.low, c.high) for c in facts.event.counts if c.low}


def _told_while_fresh(left: EventFacts, right: EventFacts) -> bool:
    if left.days is not None and right.days is not None:
        return max(left.days.length, right.days.length) <= WEEK  # and nothing keeps them apart
    if left.published is None or right.published is None:
        return False
    if left.days is None and right.days is None:
        return abs(left.published.start - right.published.start) <= AT_ONCE
    dated, undated = (left, right) if left.days is not None else (right, left)
    if dated.days is None or undated.published is None or dated.days.length > WEEK:
        return False
    return 0 <= undated.published.start - dated.days.start <= TOLD
