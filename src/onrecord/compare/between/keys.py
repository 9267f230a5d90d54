"""Which units meet: the keys that two must share before they are compared."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import combinations

from onrecord.compare.accounts.dates import Days
from onrecord.compare.accounts.facts import REAL, EventFacts, Said
from onrecord.compare.accounts.figures import figures
from onrecord.compare.accounts.matter import Matter
from onrecord.compare.between.keying import Key, Side, dated_key, key_on
from onrecord.compare.between.units import Unit
from onrecord.compare.pairs.borne import acts_of, parts, things_of, timeless, who_would
from onrecord.compare.pairs.claims import AFFIRMS
from onrecord.compare.pairs.sameness import by as doers_of
from onrecord.compare.pairs.sameness import in_small_town, may_be_grave, targets
from onrecord.compare.pairs.sayings import LINE
from onrecord.compare.pairs.warnings import towns, warns
from onrecord.compare.pairs.withdrawals import negated_ahead
from onrecord.compare.scored.knownagain import SELDOM, TOLD
from onrecord.compare.scored.onematter import network
from onrecord.compare.scored.settled import WORDS
from onrecord.link.identity import speaks
from onrecord.link.words import fold, keys, mark_keys, stem, tokens, words
from onrecord.records import REPORTER

RARE, RARELY = 4, 5.0
"""So many of a matter's rarest words bring it together with others by one alone, where they stand
in less than one report in 150 (minus the logarithm of their share)."""
_HELD_TO = 5
"""Words of what is said of which every two bring together what one body or post says."""
_KNOWN_BY = 5
"""Words of which every two bring together the acts that stand beside both."""

_TELLING = frozenset(
    {"accuse", "assert", "confirm", "deny", "disclaim", "reject", "threaten", "warn"}
)
_SILENT = frozenset({"decline", "disclaim"})
_LATELY = 92
"""Days of one key in time for what one voice says again, and what comes of a warning."""
_RUN, _WINDOW = 5, 3
"""Runs of five words, the least hash of every three in a row kept: two texts that share seven words
in a row share a kept run for certain."""


def keys_of(unit: Unit) -> frozenset[Key]:
    """The keys of a unit: a function of it alone."""
    found: set[Key] = set()
    if unit.event is not None:
        found.update(_event_keys(unit))
    if unit.said is not None:
        found.update(_said_keys(unit.said))
    return frozenset(found)


def _matter_keys(matter: Matter, published: Days | None, *, answers: bool) -> Iterator[Key]:
    """The telling words of a matter, its towns and its acts, and its words with who did it.

    ``answers``: it is a denial, and asks for what its speaker is said to have done.
    """
    if not matter.keys or published is None:
        return
    day = published.start
    for word in _chosen(matter.telling, 6):
        yield dated_key("word", day, "word", word)
    rare = network().rare
    named = matter.telling | (matter.where - matter.names)
    for word in sorted(named, key=lambda word: (-rare(word), word))[:RARE]:
        if rare(word) >= RARELY:
            yield dated_key("alone", day, "rare", word)
    for spot in sorted(matter.spots or matter.setting)[:2]:
        yield dated_key("scene", day, "spot", spot)
    for name in _chosen(matter.where - matter.names, 3):
        yield dated_key("scene", day, "where", name)
    kin = (group for key in matter.keys for group in words().kin_of.get(key, ()))
    for act in _chosen({*matter.heads, *kin}, 4):
        yield dated_key("scene", day, "act", act)
    for doer in sorted(matter.doers - {matter.voice})[:2] if matter.voice else ():
        yield dated_key("meets", day, "blame", *sorted((str(matter.voice), doer)))
    doers = {matter.voice} if answers else matter.doers
    for doer in sorted(filter(None, doers))[:2]:
        for word in _chosen(matter.keys, 6):
            yield dated_key("asks" if answers else "offers", day, "doer", doer, word)


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
        asked = found | issuer if len(keys(timeless(text))) < 3 else found
        for pair in _pairs(sorted(asked, key=lambda word: (word not in where, word))[:8]):
            if where and where.isdisjoint(pair):
                continue
            yield key_on("wants", "outcome", *pair)
            if said.published:
                yield dated_key("asks", said.published.start, "outcome lately", *pair, span=_LATELY)
        yield from _other_words(said, text)
        acts = {group for word in found for group in words().kin_of.get(word, ())}
        acts |= {ANY_ASSAULT} if found & mark_keys("general") else set()
        for pair in _acts_on(acts, found & (said.matter.where | said.matter.names)):
            yield key_on("wants", "outcome by kind", *pair)


def _other_words(said: Said, text: str) -> Iterator[Key]:
    """The acts of what is held out, in whatever words, each with what it is done to, with words
    beside it, and with who is to do it."""
    condition, then = said.statement.condition, said.statement.consequence
    meant = things_of(keys(then.text)) if condition and then and condition.text == text else ()
    doer = who_would(said)
    for part, wanted in parts(text):
        for act in sorted(acts_of(tokens(part))):
            for thing in sorted({*things_of(wanted), *meant}):
                yield key_on("wants", "outcome on", act, thing)
            for word in sorted(wanted)[:6]:
                yield key_on("wants", "outcome with", act, word)
            if doer is not None:
                yield key_on("wants", "outcome of", act, doer)
            for name in sorted(keys(said.who.label))[:3] if said.who and doer is None else ():
                yield key_on("wants", "outcome with", act, name)


def _event_keys(unit: Unit) -> Iterator[Key]:
    facts = unit.event
    if facts is None:
        return
    yield from _whole_or_part(facts)
    if unit.back is not None:
        yield from _given_up(unit.back.of.union(*unit.back.by), facts.published)
    if facts.published and len(facts.matter.keys) >= WORDS:
        # Of sentences that share most of their words the least hashes are mostly the same.
        for seed in ("", "again"):
            least = _chosen(facts.matter.keys, 2, seed)
            yield dated_key("alone", facts.published.start, "line", seed, facts.head, *least)
    if facts.event.on_word_of == REPORTER:
        yield from _matter_keys(facts.matter, facts.published, answers=False)
    told = unit.word is None or unit.word.statement.act in AFFIRMS
    if told and facts.event.status in ("happened", "ongoing", "alleged"):
        yield from _outcome_keys(facts)
        if unit.fullest is not None:
            yield from _outcome_keys(unit.fullest)
    ahead = facts.event.status in ("planned", "threatened")
    if not (facts.event.status in REAL or ahead):
        return
    if facts.days is not None and facts.days.length <= 2:
        for day in range(facts.days.start, facts.days.end):
            for side in sorted(doers_of(facts))[:3]:
                yield key_on("meets", "by", facts.event.type, side, day)
            for town in [fold(facts.spot.name)] if facts.spot else sorted(facts.matter.spots)[:2]:
                yield key_on("meets", "town", facts.event.type, town, day)
    for name in sorted(facts.persons)[:3] if facts.deadly else ():
        yield key_on("meets", "dead", name)
    time = facts.days or facts.published
    if time is not None:
        for side in sorted(facts.actors)[:3]:
            for aim in sorted(targets(facts)):
                yield dated_key("meets", time.start, "aim", facts.event.type, side, aim)
        for pair in _pairs(_known_by(facts)):
            yield dated_key("meets", time.start, "beside", *pair, span=TOLD)
    if facts.spot is None:
        return
    type_, country = facts.event.type, facts.spot.country
    spot = (type_, country, facts.spot.name)
    # Of a small town some days are enough: who did it, how many died or that it is known tells it.
    telling = facts.days or facts.actors or facts.definite or may_be_grave(facts)
    if time is not None and telling and in_small_town(facts):
        yield dated_key("meets", time.start, "in town", *spot)
    if time is not None and "seizure" in facts.kin:
        yield dated_key("meets", time.start, "taken", *spot)
    if facts.days is not None and facts.days.length <= 31:
        for week in range(facts.days.start // 7, (facts.days.end - 1) // 7 + 1):
            yield key_on("meets", "when", *spot, week)
            for topic in sorted(facts.topics):
                yield key_on("meets", "of", type_, country, topic, week)
    for topic in sorted(facts.topics):
        yield key_on("meets", "what", *spot, topic)
    if ahead and facts.published:
        yield key_on("meets", "ahead", *spot, facts.published.start // 30)


def _known_by(facts: EventFacts) -> list[str]:
    """The rarest words beside an act, for those that may be known by them."""
    rare = network().rare
    found = [word for word in facts.beside - {facts.head} if rare(word) >= SELDOM]
    return sorted(found, key=lambda word: (-rare(word), word))[:_KNOWN_BY]


def _given_up(found: Collection[str], published: Days | None) -> Iterator[Key]:
    """What somebody takes back, under the pairs of words for which a warning looks."""
    for pair in _pairs(sorted(found)[:10]):
        yield key_on("gives", "outcome", *pair)
        if published is not None:
            yield dated_key("offers", published.start, "outcome lately", *pair, span=_LATELY)


def _outcome_keys(facts: EventFacts) -> Iterator[Key]:
    """An event offers its own word, and what it is a kind of, with each telling word beside it."""
    beside = sorted(facts.matter.telling | facts.matter.where | facts.matter.names)[:12]
    verb = [stem(word) for word in tokens(facts.event.trigger.text)[:1]]  # of "walked out"
    for own in sorted({facts.head, *verb, *facts.topics}):
        for word in beside:
            if word != own:
                pair = sorted((own, word))
                yield key_on("gives", "outcome", *pair)
                if facts.published:
                    day = facts.published.start
                    yield dated_key("offers", day, "outcome lately", *pair, span=_LATELY)
    for act in sorted(acts_of(tokens(facts.event.trigger.text))):
        for thing in sorted(things_of(facts.matter.keys)):
            yield key_on("gives", "outcome on", act, thing)
        for word in beside:
            yield key_on("gives", "outcome with", act, word)
        for doer in sorted(facts.actors)[:3]:
            yield key_on("gives", "outcome of", act, doer)
    acts = facts.kin | ({ANY_ASSAULT} if facts.event.type == "ASSAULT" else frozenset())
    for kind in _acts_on(acts, facts.matter.where | facts.matter.names):
        yield key_on("gives", "outcome by kind", *kind)


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
                yield key_on(side, "part", facts.event.type, by, word, aim)


def _said_keys(said: Said) -> Iterator[Key]:
    statement = said.statement
    if warns(statement):
        yield from _warned_keys(said)
    ahead = negated_ahead(said.text)
    if ahead is not None and statement.condition is None:
        yield from _given_up(ahead, said.published)
    if statement.act in _TELLING:
        answers = statement.act in ("deny", "reject")
        yield from _matter_keys(said.matter, said.published, answers=answers)
    if statement.act in AFFIRMS and said.published is not None:
        yield from _counted_keys(said, said.published.start)
    if statement.within or statement.act in _SILENT or not said.keys:
        return
    for voice in _voices(said):
        yield from _voiced_keys(said, voice)
    if said.published is not None:
        for office in _offices(said):
            for pair in _pairs(_chosen(said.keys, _HELD_TO)):
                day = said.published.start
                yield dated_key("voiced", day, "office", *office, *pair, span=_LATELY)
    if said.published is not None and len(said.line) >= LINE:
        # Of sentences that share most of their words the least hashes are mostly the same.
        for seed in ("", "again"):
            yield dated_key(
                "alone", said.published.start, "told so", seed, *_chosen(said.line, 2, seed)
            )
    if said.who is not None and said.who.name is None and said.published is not None:
        for run in _kept_runs(tokens(said.text)):  # one wire's words, whoever is not named
            yield dated_key("voiced", said.published.start, "run unnamed", said.who.kind, run)


def _counted_keys(said: Said, day: int) -> Iterator[Key]:
    """What somebody counts and where: two tolls of one place may have no other word in common."""
    matter = said.matter
    places = sorted(matter.spots or matter.setting)[:2] + _chosen(matter.where - matter.names, 2)
    acts = {act for key in matter.keys for act in words().kin_of.get(key, ())} - _common_acts()
    for what in sorted({figure.what for figure in figures(said)} - {""}):
        for known in (*places, *sorted(acts)[:2]):
            yield dated_key("meets", day, "count", what, known)


@cache
def _common_acts() -> frozenset[str]:
    """The acts that every report of a war is full of."""
    return frozenset(act for key in mark_keys("generic") for act in words().kin_of.get(key, ()))


def _voiced_keys(said: Said, voice: str) -> Iterator[Key]:
    """What this voice said, by runs of words and by words, of all times and of lately."""
    day = None if said.published is None else said.published.start
    for run in _kept_runs(tokens(said.text)):
        yield key_on("voiced", "run", voice, run)
        if day is not None:
            yield dated_key("voiced", day, "run lately", voice, run, span=_LATELY)
    if said.days is not None and said.days.length == 1:
        yield key_on("meets", "day", voice, said.days.start)
    act = said.statement.act
    if act == "assert":
        for pair in _pairs(_chosen(said.keys, 6)):
            yield key_on("voiced", "again", voice, *pair)
        return
    act = "threaten" if act == "warn" else act
    for word in sorted(said.keys):
        yield key_on("ever", "again", voice, act, word)
        if day is not None:
            yield dated_key("lately", day, "again lately", voice, act, word, span=_LATELY)


def _voices(said: Said) -> tuple[str, ...]:
    """What two sources that may be one voice have in common: the surname, the body's name, or the
    state they speak for."""
    who = said.who
    if who is None or who.name is None:
        return ()
    name = said.called.name[-1] if said.called is not None and said.called.name else who.name
    if who.side is None or not speaks(who):
        return (name,)
    return (who.side, name) if who.kind == "person" else (who.side,)


def _offices(said: Said) -> Iterator[tuple[str, ...]]:
    """The body or post by which another report may call the source, whoever holds it, and whose
    state's it is: there are as many foreign ministers as states."""
    called = said.called
    if called is None:
        return
    for words_ in (called.body, *called.posts[:1]):
        if words_:
            yield (min(called.home, default=""), *sorted(words_))


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
