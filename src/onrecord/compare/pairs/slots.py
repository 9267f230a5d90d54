"""Where accounts of one event differ: how many, when, where, who did it, and whether it was."""

from __future__ import annotations

from datetime import date
from itertools import product
from math import cos, hypot, inf, radians

from onrecord.compare.accounts.dates import Days
from onrecord.compare.accounts.facts import REAL, EventFacts, Said
from onrecord.compare.accounts.figures import of_all, sole, sum_of, told_as_part
from onrecord.compare.accounts.matter import Matter, Tally, harmful, spot
from onrecord.compare.accounts.negation import lacks
from onrecord.compare.accounts.parties import share_name
from onrecord.compare.pairs.claims import AFFIRMS, NEAR, affirms, meet, one_name, tie
from onrecord.compare.pairs.gainsaid import met
from onrecord.link.identity import same_voice
from onrecord.link.words import NEGATIONS, has_mark, shared_run, tokens, written
from onrecord.records import Place, Slot

Found = tuple[Slot, float, str]

# What a toll grows from: killed and injured rise as bodies are found.
_GROWS = frozenset({"killed", "injured", "missing", "displaced", "detained", "abducted"})
# Days within which two tellings of other days may still be of one event.
_SLIP = 4
_APART_KM = 50.0
_WIRE = 10


def at_odds(left: Said, right: Said) -> Found | None:
    """How two sources contradict each other, and in which slot. The order does not matter."""
    if not meet(left, right):
        return None
    found = _whether(left, right) or _blame(left, right) or _counted(left, right)
    return found or _dated(left, right)


def events_at_odds(left: EventFacts, right: EventFacts) -> Found | None:
    """How two reports differ in when or where one event was. The order does not matter.

    That it is one event must be shown by what is not in question: the same number of victims at
    one spot, or the same person to whom it was done.
    """
    if left.report == right.report or left.event.type != right.event.type:
        return None
    if not {left.event.status, right.event.status} <= REAL - {"denied"}:
        return None
    if not left.matter.heads & right.matter.heads or _far(left, right):
        return None
    days, days2 = left.days or left.matter.days, right.days or right.matter.days
    if days is None or days2 is None or max(days.length, days2.length) > 1:
        return None
    whom = sorted(left.matter.whom & right.matter.whom)
    gap = abs(days.start - days2.start)
    telling = left.matter.telling & right.matter.telling
    if (
        0 < gap <= _SLIP
        and left.matter.spots & right.matter.spots
        and (whom or (len(telling) >= 2 and _same_number(left.matter, right.matter)))
    ):
        told = " against ".join(sorted((_iso(days), _iso(days2))))
        return "time", 0.7, f"{told}, in {min(left.where or '', right.where or '')}"
    if gap == 0 and whom and _elsewhere(left.place, right.place):
        told = " against ".join(sorted((str(left.where), str(right.where))))
        return "place", 0.7, f"{told}, of {whom[0]}"
    return None


def _far(left: EventFacts, right: EventFacts) -> bool:
    if left.published is None or right.published is None:
        return False
    return abs(left.published.start - right.published.start) > NEAR


def _elsewhere(one: Place | None, other: Place | None) -> bool:
    """Whether two towns are known to lie apart."""
    if one is None or other is None or not (spot(one) and spot(other)):
        return False
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    # A flat earth is exact enough to tell two towns from a town and its outskirts.
    east = (one.lon - other.lon) * cos(radians((one.lat + other.lat) / 2))
    return 111.2 * hypot(one.lat - other.lat, east) > _APART_KM


_COUNTED = 2
"""Days after an event from which two sources who differ have counted otherwise, and not later."""


def numbers(
    earlier: EventFacts, later: EventFacts, word: Said | None, word2: Said | None
) -> str | None:
    told = [s.published.start if s.published else None for s in (earlier, later)]
    same_day = told[0] is not None and told[0] == told[1]
    two = False
    if word is not None and word2 is not None:
        if of_all(word.text) != of_all(word2.text):
            return None
        two = not same_voice(word.who, word2.who) and not one_name(word, word2)
    level = same_day or (_settled(earlier) and _settled(later))
    return _tolls(earlier.matter, later.matter, level=level and two, flat=same_day and not two)


def _settled(facts: EventFacts) -> bool:
    """Whether it was told so long after it was that its toll no longer grows by the hour."""
    if facts.days is None or facts.published is None:
        return False
    return facts.published.start - facts.days.start >= _COUNTED


def _tolls(earlier: Matter, later: Matter, *, level: bool, flat: bool = False) -> str | None:
    """The tolls that exclude each other. ``level``: neither is the later; ``flat``: which is the
    later is not known, and neither contradicts the other."""
    for one, other in product(sole(earlier.tallies), sole(later.tallies)):
        if one.what != other.what or not excludes(one, other):
            continue
        if one.noun and other.noun and one.noun != other.noun:
            continue  # soldiers against children
        grown = one.what in _GROWS and (other.low or 0) > (one.low or 0)
        if flat or (grown and not level):
            continue
        return f"“{one.text}” against “{other.text}” {one.what}"
    return None


def excludes(one: Tally, other: Tally) -> bool:
    """Whether no number is in both ranges."""
    if one.low is None or other.low is None:
        return False
    high = one.high if one.high is not None else inf
    high2 = other.high if other.high is not None else inf
    return high < _least(other.low, other.text) or high2 < _least(one.low, one.text)


def _least(low: int, text: str) -> float:
    """The least that a number means: "dozens" may be twenty."""
    return low / 2 if has_mark("vague", tokens(text)) else low


def _same_number(left: Matter, right: Matter) -> bool:
    return any(
        one.what == other.what and one.low == other.low and (one.low or 0) > 3
        for one, other in product(left.tallies, right.tallies)
    )


def _counted(left: Said, right: Said) -> Found | None:
    """Two sources that count one event's victims, neither of whom may know of more since."""
    if not (affirms(left) and affirms(right)) or one_name(left, right):
        return None
    found = tie(left, right)
    known = found.telling or left.matter.definite or right.matter.definite
    if not known or not left.matter.heads & right.matter.heads or _another(left, right):
        return None
    if of_all(left.text) != of_all(right.text):
        return None  # what one town counts, and what all do
    if left.report == right.report:
        enough = found.cover >= 0.75 and bool(found.telling)
    else:
        one_town = bool(left.matter.spots & right.matter.spots)
        one_town |= found.place and _same_noun(left.matter, right.matter)
        settled = one_town and (found.day or (found.gap <= 1 and bool(found.telling)))
        enough = found.cover >= 0.5 and (settled or (len(found.telling) >= 2 and found.gap <= 1))
    if not enough:
        return None
    earlier, later = _in_order(left, right)
    same_day = left.published is not None and left.published == right.published
    parts = [(one.low, later) for one in earlier.matter.tallies]
    parts += [(one.low, earlier) for one in later.matter.tallies]
    if any(low and told_as_part(low, said) for low, said in parts):
        return None
    if sum_of(earlier, later):
        return None
    told = _tolls(earlier.matter, later.matter, level=same_day)
    return None if told is None else ("number", 0.55 + found.cover / 5, told)


def _same_noun(one: Matter, other: Matter) -> bool:
    """Whether both count the same sort of people, and say which."""
    mine = {tally.noun for tally in sole(one.tallies)} - {None}
    return bool(mine & {tally.noun for tally in sole(other.tallies)})


def _another(left: Said, right: Said) -> bool:
    """Whether one says that it is of another than what was told before."""
    return any(has_mark("another", tokens(said.text)) for said in (left, right))


def _dated(left: Said, right: Said) -> Found | None:
    """Two sources that tell one act, known by place and number, of two days near each other."""
    one, other = left.matter, right.matter
    if not (affirms(left) and affirms(right)) or one.days is None or other.days is None:
        return None
    gap = abs(one.days.start - other.days.start)
    if max(one.days.length, other.days.length) > 1 or not 0 < gap <= _SLIP:
        return None
    shared = one.keys & other.keys
    alike = len(one.telling & other.telling) >= 2 and len(shared) >= 0.6 * min(
        len(one.keys), len(other.keys)
    )
    if alike and one.spots & other.spots and _same_number(one, other):
        told = " against ".join(sorted((_iso(one.days), _iso(other.days))))
        return "time", 0.7, f"{told}, of {written(shared, min(left.text, right.text))}"
    return None


def _iso(days: Days) -> str:
    return date.fromordinal(days.start).isoformat()


def _blame(left: Said, right: Said) -> Found | None:
    """Each names another as the doer of one deed."""
    if not (affirms(left) and affirms(right)):
        return None
    ours, theirs = left.matter.doers, right.matter.doers
    if not ours or not theirs or share_name(ours, theirs):
        return None
    if not all(s.statement.act == "accuse" or harmful(s.matter) for s in (left, right)):
        return None
    found = tie(left, right)
    if shared_run(tokens(left.text), tokens(right.text), _WIRE):
        return None  # one text under two names
    turned = (right.matter.voice in ours) + (left.matter.voice in theirs)
    names = " against ".join(sorted(" and ".join(sorted(doers)) for doers in (ours, theirs)))
    told = len(found.shared) >= 2 or (found.shared and found.place)
    if turned == 2 and told and found.cover >= 0.5 and found.gap <= 7:
        return "who", 0.7, f"who did it: {names}; each blames the other"
    if turned and found.telling and found.strength >= 2 - found.place and found.cover >= 0.4:
        return "who", 0.6 + found.cover / 5, f"who did it: {names}; the accused names another"
    owned = right.matter.voice in theirs and left.matter.voice in ours
    owned &= not one_name(left, right)
    if owned and found.telling and found.cover >= 0.6 and found.gap <= 3:
        return "who", 0.5 + found.cover / 5, f"who did it: {names}; each says that it was his own"
    if len(found.telling) >= 2 and found.strength >= 3 and found.cover >= 0.7:
        of = written(found.shared, min(left.text, right.text))  # the same from either side
        return "who", 0.5 + found.cover / 4, f"who did it: {names}, of {of}"
    return None


def _whether(left: Said, right: Said) -> Found | None:
    """One says that it was, the other that it was not."""
    for claim, other in ((left, right), (right, left)):
        if not affirms(claim) or other.statement.act not in AFFIRMS:
            continue
        if other.statement.polarity != "negative" or other.matter.open:
            continue  # "cannot be tolerated", "could not be verified", "never imagined"
        if NEGATIONS & set(tokens(claim.text)) or lacks(claim.text):
            continue  # both may say that it was not: "is out of oxygen", "have no oxygen left"
        if "but" in tokens(other.text):
            continue  # two clauses, of which one is not negated
        if not met(other, claim):
            continue  # "does not favour a change of the law", "there is no need to change it"
        if shared_run(tokens(claim.text), tokens(other.text), _WIRE):
            continue  # one text, of which one copy was misread
        found = tie(claim, other)
        if found.cover >= 0.6 and found.telling and len(found.shared) + found.place >= 3:
            of = written(found.shared, other.text)
            return "whether", 0.5 + found.cover / 4, f"one says that it was not: {of}"
    return None


def _in_order(left: Said, right: Said) -> tuple[Said, Said]:
    def key(said: Said) -> tuple[int, str, int]:
        published = said.published.start if said.published else 10**7
        return published, said.report, said.start

    one, other = sorted((left, right), key=key)
    return one, other
