"""Which units meet: the keys that two must share before they are compared."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Literal

from onrecord.compare.borne import acts_of, parts, things_of, who_would
from onrecord.compare.claims import AFFIRMS, NEAR
from onrecord.compare.dates import Days
from onrecord.compare.facts import REAL, EventFacts, Said
from onrecord.compare.figures import figures
from onrecord.compare.matter import Matter
from onrecord.compare.onematter import network
from onrecord.compare.sameness import by as doers_of
from onrecord.compare.sameness import in_small_town, may_be_grave, targets
from onrecord.compare.settled import WORDS
from onrecord.compare.units import Unit
from onrecord.compare.warnings import towns, warns
from onrecord.link.identity import Who, speaks
from onrecord.link.words import fold, keys, mark_keys, tokens, words
from onrecord.records import REPORTER

Side = Literal[
    "meets", "asks", "offers", "alone", "word", "scene", "lately", "ever", "voiced", "wants",
    "gives",
]  # fmt: skip
"""Units that ``meets`` a key meet each other; those that ``asks`` meet those that ``offers``, and
those that ``wants``, whenever it comes, those that ``gives``. A rare word or a line brings two
together ``alone``; a ``word`` of a matter and its ``scene`` (town, act) tell too little by
themselves, and are weighed together. So are words in one mouth, sought ``lately`` and ``ever``; a
run of them, ``voiced``, tells enough.
"""

LIMIT = 400
"""Units on one side of a key beyond which it tells too little and is passed over. The strikes of a
week on one city stay below it in a record of 100,000 reports."""
FEW: dict[Side, int] = {
    "alone": 30, "asks": 150, "offers": 150, "word": 150, "scene": 150, "lately": 100, "ever": 50,
    "voiced": 50, "wants": 100, "gives": 100,
}  # fmt: skip
"""The same of sides that tell less. A word that more have in two weeks is none to know a matter by,
and one that 30 have is not rare then. What one voice says so often at any time, or so many warn of,
is still found where it was lately; else who has spoken for ten years would be compared with all
that he said."""
ENOUGH = 12
"""What the keys that two units share must weigh: two words, or a word and two of town and act, or
four of these; in one mouth two words, lately three where each is on everybody's lips."""
WEIGHT: dict[Side, int] = {
    "meets": 12, "asks": 12, "offers": 12, "alone": 12, "word": 6, "scene": 3, "lately": 4,
    "ever": 6, "voiced": 12, "wants": 12, "gives": 12,
}  # fmt: skip

RARE, RARELY = 4, 5.0
"""So many of a matter's rarest words bring it together with others by one alone, where they stand
in less than one report in 150 (minus the logarithm of their share)."""

_PARTNER: dict[Side, Side] = {
    "asks": "offers", "offers": "asks", "wants": "gives", "gives": "wants",
}  # fmt: skip
_TELLING = frozenset(
    {"accuse", "assert", "confirm", "deny", "disclaim", "reject", "threaten", "warn"}
)
_SILENT = frozenset({"decline", "disclaim"})
_SPAN = NEAR + 1
"""Days of one key in time; whose keys are next to each other may be ``NEAR`` days apart."""
_LATELY = 92
"""Days of one key in time for what one voice says again, and what comes of a warning."""
_RUN, _WINDOW = 5, 3
"""Runs of five words, the least hash of every three in a row kept: two texts that share seven words
in a row share a kept run for certain."""


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """A number that units share, and on which side of it this one stands.

    Of a key in time, ``dated``, the number of the next ``_SPAN`` days is the next number.
    """

    number: int
    side: Side
    dated: bool = False

    def partners(self) -> tuple[tuple[int, Side], ...]:
        """The numbers and sides of the units that one under this key meets."""
        side = _PARTNER.get(self.side, self.side)
        if not self.dated:
            return ((self.number, side),)
        return tuple((number, side) for number in around(self.number))


def around(number: int) -> tuple[int, int, int]:
    """The numbers whose units may meet one under ``number``, were it of a key in time."""
    return _signed(number - 1), number, _signed(number + 1)


def keys_of(unit: Unit) -> frozenset[Key]:
    """The keys of a unit: a function of it alone."""
    found: set[Key] = set()
    if unit.event is not None:
        found.update(_event_keys(unit))
    if unit.said is not None:
        found.update(_said_keys(unit.said))
    return frozenset(found)


def _key(side: Side, *parts: object) -> Key:
    return Key(_number(*parts), side)


def _dated(side: Side, day: int, *parts: object, span: int = _SPAN) -> Key:
    return Key(_signed(_number(*parts) + day // span), side, dated=True)


def _number(*parts: object) -> int:
    text = "\t".join(map(str, parts)).encode()
    return int.from_bytes(hashlib.blake2b(text, digest_size=8).digest(), "big", signed=True)


def _signed(number: int) -> int:
    """In 64 bits, as SQLite has them."""
    return (number + 2**63) % 2**64 - 2**63


def _matter_keys(matter: Matter, published: Days | None, *, answers: bool) -> Iterator[Key]:
    """The telling words of a matter, its towns and its acts, and its words with who did it.

    ``answers``: it is a denial, and asks for what its speaker is said to have done.
    """
    if not matter.keys or published is None:
        return
    day = published.start
    for word in _chosen(matter.telling, 6):
        yield _dated("word", day, "word", word)
    rare = network().rare
    named = matter.telling | (matter.where - matter.names)
    for word in sorted(named, key=lambda word: (-rare(word), word))[:RARE]:
        if rare(word) >= RARELY:
            yield _dated("alone", day, "rare", word)
    for spot in sorted(matter.spots or matter.setting)[:2]:
        yield _dated("scene", day, "spot", spot)
    for name in _chosen(matter.where - matter.names, 3):
        yield _dated("scene", day, "where", name)
    kin = (group for key in matter.keys for group in words().kin_of.get(key, ()))
    for act in _chosen({*matter.heads, *kin}, 4):
        yield _dated("scene", day, "act", act)
    for doer in sorted(matter.doers - {matter.voice})[:2] if matter.voice else ():
        yield _dated("meets", day, "blame", *sorted((str(matter.voice), doer)))
    doers = {matter.voice} if answers else matter.doers
    for doer in sorted(filter(None, doers))[:2]:
        for word in _chosen(matter.keys, 6):
            yield _dated("asks" if answers else "offers", day, "doer", doer, word)


def _chosen(found: Iterable[str], most: int, seed: str = "") -> list[str]:
    """So many of the words, the same ones of two sets that share them."""
    return sorted(found, key=lambda word: hashlib.blake2b((seed + word).encode()).digest())[:most]


def _warned_keys(said: Said) -> Iterator[Key]:
    """What a warning asks for, in pairs of its words for the act and its object.

    The town, if it names one, is of every pair.
    Where there is one word alone ("they would behead one of them"), with those for who warns.
    """
    issuer = keys(said.who.label) if said.who else frozenset()
    spans = (said.statement.condition, said.statement.consequence)
    told = [span.text for span in spans if span is not None] or [said.text]
    for text in told:
        found, where = keys(text), towns(said, text)
        asked = found | issuer if len(found) < 3 else found
        for pair in _pairs(sorted(asked, key=lambda word: (word not in where, word))[:8]):
            if where and where.isdisjoint(pair):
                continue
            yield _key("wants", "outcome", *pair)
            if said.published:
                yield _dated("asks", said.published.start, "outcome lately", *pair, span=_LATELY)
        yield from _other_words(said, text)
        acts = {group for word in found for group in words().kin_of.get(word, ())}
        acts |= {ANY_ASSAULT} if found & mark_keys("general") else set()
        for pair in _acts_on(acts, found & (said.matter.where | said.matter.names)):
            yield _key("wants", "outcome by kind", *pair)


def _other_words(said: Said, text: str) -> Iterator[Key]:
    """The acts of what is held out, in whatever words, each with what it is done to, with words
    beside it, and with who is to do it."""
    condition, then = said.statement.condition, said.statement.consequence
    meant = things_of(keys(then.text)) if condition and then and condition.text == text else ()
    doer = who_would(said)
    for part, wanted in parts(text):
        for act in sorted(acts_of(tokens(part))):
            for thing in sorted({*things_of(wanted), *meant}):
                yield _key("wants", "outcome on", act, thing)
            for word in sorted(wanted)[:6]:
                yield _key("wants", "outcome with", act, word)
            if doer is not None:
                yield _key("wants", "outcome of", act, doer)
            for name in sorted(keys(said.who.label))[:3] if said.who and doer is None else ():
                yield _key("wants", "outcome with", act, name)


def _event_keys(unit: Unit) -> Iterator[Key]:
    facts = unit.event
    if facts is None:
        return
    yield from _whole_or_part(facts)
    if facts.published and len(facts.matter.keys) >= WORDS:
        # Of sentences that share most of their words the least hashes are mostly the same.
        for seed in ("", "again"):
            least = _chosen(facts.matter.keys, 2, seed)
            yield _dated("alone", facts.published.start, "line", seed, facts.head, *least)
    if facts.event.on_word_of == REPORTER:
        yield from _matter_keys(facts.matter, facts.published, answers=False)
    told = unit.word is None or unit.word.statement.act in AFFIRMS
    if told and facts.event.status in ("happened", "ongoing", "alleged"):
        yield from _outcome_keys(facts)
    ahead = facts.event.status in ("planned", "threatened")
    if not (facts.event.status in REAL or ahead):
        return
    if facts.days is not None and facts.days.length <= 2:
        for day in range(facts.days.start, facts.days.end):
            for side in sorted(doers_of(facts))[:3]:
                yield _key("meets", "by", facts.event.type, side, day)
            for town in [fold(facts.spot.name)] if facts.spot else sorted(facts.matter.spots)[:2]:
                yield _key("meets", "town", facts.event.type, town, day)
    for name in sorted(facts.persons)[:3] if facts.deadly else ():
        yield _key("meets", "dead", name)
    time = facts.days or facts.published
    if time is not None:
        for side in sorted(facts.actors)[:3]:
            for aim in sorted(targets(facts)):
                yield _dated("meets", time.start, "aim", facts.event.type, side, aim)
    if facts.spot is None:
        return
    type_, country = facts.event.type, facts.spot.country
    spot = (type_, country, facts.spot.name)
    # Of a small town some days are enough: who did it, how many died or that it is known tells it.
    telling = facts.days or facts.actors or facts.definite or may_be_grave(facts)
    if time is not None and telling and in_small_town(facts):
        yield _dated("meets", time.start, "in town", *spot)
    if time is not None and "seizure" in facts.kin:
        yield _dated("meets", time.start, "taken", *spot)
    if facts.days is not None and facts.days.length <= 31:
        for week in range(facts.days.start // 7, (facts.days.end - 1) // 7 + 1):
            yield _key("meets", "when", *spot, week)
            for topic in sorted(facts.topics):
                yield _key("meets", "of", type_, country, topic, week)
    for topic in sorted(facts.topics):
        yield _key("meets", "what", *spot, topic)
    if ahead and facts.published:
        yield _key("meets", "ahead", *spot, facts.published.start // 30)


def _outcome_keys(facts: EventFacts) -> Iterator[Key]:
    """An event offers its own word, and what it is a kind of, with each telling word beside it."""
    beside = sorted(facts.matter.telling | facts.matter.where | facts.matter.names)[:12]
    for own in sorted({facts.head, *facts.topics}):
        for word in beside:
            if word != own:
                pair = sorted((own, word))
                yield _key("gives", "outcome", *pair)
                if facts.published:
                    day = facts.published.start
                    yield _dated("offers", day, "outcome lately", *pair, span=_LATELY)
    for act in sorted(acts_of(tokens(facts.event.trigger.text))):
        for thing in sorted(things_of(facts.matter.keys)):
            yield _key("gives", "outcome on", act, thing)
        for word in beside:
            yield _key("gives", "outcome with", act, word)
        for doer in sorted(facts.actors)[:3]:
            yield _key("gives", "outcome of", act, doer)
    acts = facts.kin | ({ANY_ASSAULT} if facts.event.type == "ASSAULT" else frozenset())
    for kind in _acts_on(acts, facts.matter.where | facts.matter.names):
        yield _key("gives", "outcome by kind", *kind)


ANY_ASSAULT = "any assault"
"""What "if they attack it" may come to, whatever word tells it."""


def _acts_on(acts: Iterable[str], objects: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The kinds of act, each with the names of places and sides beside it, a few of them."""
    named = sorted(objects)[:4]
    return ((act, name) for act in sorted(acts)[:4] for name in named)


def _whole_or_part(facts: EventFacts) -> Iterator[Key]:
    """A telling of several acts asks for those that are told one by one."""
    if facts.event.status not in REAL or not facts.actors or (facts.plural and not facts.several):
        return
    aims = {*facts.recipients, facts.place.country if facts.place else None} - {None}
    side: Side = "asks" if facts.several else "offers"
    for by in sorted(facts.actors):
        for word in sorted(facts.kin | {facts.head}):
            for aim in sorted(map(str, aims)):
                yield _key(side, "part", facts.event.type, by, word, aim)


def _said_keys(said: Said) -> Iterator[Key]:
    statement = said.statement
    if warns(statement):
        yield from _warned_keys(said)
    if statement.act in _TELLING:
        answers = statement.act in ("deny", "reject")
        yield from _matter_keys(said.matter, said.published, answers=answers)
    if statement.act in AFFIRMS and said.published is not None:
        yield from _counted_keys(said, said.published.start)
    if statement.within or statement.act in _SILENT or not said.keys:
        return
    for voice in _voices(said.who):
        yield from _voiced_keys(said, voice)
    if said.who is not None and said.who.name is None and said.published is not None:
        for run in _kept_runs(tokens(said.text)):  # one wire's words, whoever is not named
            yield _dated("voiced", said.published.start, "run unnamed", said.who.kind, run)


def _counted_keys(said: Said, day: int) -> Iterator[Key]:
    """What somebody counts and where: two tolls of one place may have no other word in common."""
    matter = said.matter
    places = sorted(matter.spots or matter.setting)[:2] + _chosen(matter.where - matter.names, 2)
    acts = {act for key in matter.keys for act in words().kin_of.get(key, ())} - _common_acts()
    for what in sorted({figure.what for figure in figures(said)} - {""}):
        for known in (*places, *sorted(acts)[:2]):
            yield _dated("meets", day, "count", what, known)


@cache
def _common_acts() -> frozenset[str]:
    """The acts that every report of a war is full of."""
    return frozenset(act for key in mark_keys("generic") for act in words().kin_of.get(key, ()))


def _voiced_keys(said: Said, voice: str) -> Iterator[Key]:
    """What this voice said, by runs of words and by words, of all times and of lately."""
    day = None if said.published is None else said.published.start
    for run in _kept_runs(tokens(said.text)):
        yield _key("voiced", "run", voice, run)
        if day is not None:
            yield _dated("voiced", day, "run lately", voice, run, span=_LATELY)
    if said.days is not None and said.days.length == 1:
        yield _key("meets", "day", voice, said.days.start)
    act = said.statement.act
    if act == "assert":
        for pair in _pairs(_chosen(said.keys, 6)):
            yield _key("voiced", "again", voice, *pair)
        return
    act = "threaten" if act == "warn" else act
    for word in sorted(said.keys):
        yield _key("ever", "again", voice, act, word)
        if day is not None:
            yield _dated("lately", day, "again lately", voice, act, word, span=_LATELY)


def _voices(who: Who | None) -> tuple[str, ...]:
    """What two sources that are one voice have in common: the name, or the state they speak for."""
    if who is None or who.name is None:
        return ()
    if who.side is None or not speaks(who):
        return (who.name,)
    return (who.side, who.name) if who.kind == "person" else (who.side,)


def _pairs(found: Iterable[str]) -> Iterator[tuple[str, str]]:
    return combinations(sorted(found), 2)


def _kept_runs(told: list[str]) -> Iterator[str]:
    """Winnowed runs (Schleimer, Wilkerson and Aiken 2003)."""
    runs = [" ".join(told[at : at + _RUN]) for at in range(len(told) - _RUN + 1)]
    ranked = [(hashlib.blake2b(run.encode(), digest_size=8).digest(), run) for run in runs]
    if ranked and len(ranked) < _WINDOW:
        yield min(ranked)[1]
    for at in range(len(ranked) - _WINDOW + 1):
        yield min(ranked[at : at + _WINDOW])[1]


def meet(one: Iterable[Key], other: Iterable[Key], full: Collection[int] = ()) -> bool:
    """Whether two units meet, by their keys without those that are ``full``."""
    at = {(key.number, key.side) for key in other if key.number not in full}
    shared = 0
    for key in one:
        if key.number not in full and not at.isdisjoint(key.partners()):
            shared += WEIGHT[key.side]
    return shared >= ENOUGH
