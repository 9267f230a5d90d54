"""What a stretch of a report is about: whom it names, who does it, where, when, how many."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from onrecord.compare.accounts.dates import Days, days_of
from onrecord.compare.accounts.parties import named_sides, official, only_state, tag
from onrecord.link.identity import Who
from onrecord.link.words import counted, fold, has_mark, keys, stem, tokens, words
from onrecord.records import Event, Place, ReportRecord, Span, Statement

_OPEN = frozenset(
    "could would might may if should unless whether can cannot will must know knew known imagine "
    "imagined verify verified confirm confirmed believe clear how seen saw heard "
    "found".split()
)
_OWN = frozenset({"it", "its", "he", "his", "she", "her", "they", "their", "we", "our", "us"})
_STOPS = ".;!?\n"
# "Tests on Syria attack victims" accuse nobody.
_WHERE = re.compile(r"\b(?:on|in|at|near|against|from)\s+(?:the\s+)?$", re.IGNORECASE)
_AREAS = ("A", "L")
_HARMING = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION"})


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of what: ``what`` as counts have it, ``noun`` the stem of the word counted, where
    it tells soldiers from children."""

    what: str
    low: int | None
    high: int | None
    noun: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Matter:
    """What is told in one place of a report.

    ``keys`` are its content words without names of states, days and the words of telling;
    ``sides`` the states and groups named, ``doers`` those who are told to have done it; ``spots``
    the towns, folded, ``setting`` those of the sentences around it, ``where`` the keys of all names
    of places; ``heads`` the words for the act and their kin; ``names`` the keys of the names of
    states and groups; ``whom`` the persons named to whom it was done; ``voice`` the state or group
    that says it or for which an official says it; ``definite`` whether the act is told of as known
    ("the raid", "Sunday's raid"); ``open`` the words by which it may or may not be; ``days`` when
    it was, ``stretch`` from the first to the last of all days told.
    """

    keys: frozenset[str]
    sides: frozenset[str]
    doers: frozenset[str]
    spots: frozenset[str]
    setting: frozenset[str]
    where: frozenset[str]
    heads: frozenset[str]
    names: frozenset[str]
    whom: frozenset[str]
    voice: str | None
    definite: bool
    open: frozenset[str]
    days: Days | None
    stretch: Days | None
    tallies: tuple[Tally, ...]

    @property
    def telling(self) -> frozenset[str]:
        """The keys that not every report of a conflict has, and that are no name of a place."""
        return self.keys - self.where - _stems("generic")


_NONE: frozenset[str] = frozenset()
NOTHING = Matter(
    **dict.fromkeys(
        ("keys", "sides", "doers", "spots", "setting", "where", "heads", "names", "whom", "open"),
        _NONE,
    ),
    voice=None,
    definite=False,
    days=None,
    stretch=None,
    tallies=(),
)


def matter_of(
    record: ReportRecord, statement: Statement, who: Mapping[str, Who], events: Iterable[Event]
) -> Matter:
    """What is said in ``statement``. ``events`` are the report's; those in its content count."""
    events = list(events)
    inside = [e for e in events if any(_in(e.trigger, span) for span in statement.content)]
    found = _matter(record, statement.content, who, inside)
    if statement.act == "accuse" and not inside and (deed := _deed(record, statement, events)):
        found = _of_deed(found, matter_around(record, deed, who))
    own = who.get(statement.source.actor or "") if statement.source else None
    voice = tag(own) or official(statement)
    first = tokens(" ".join(span.text for span in statement.content))[:8]
    sides = found.sides | ({voice} if voice and _OWN & set(first) else frozenset())
    doers = found.doers
    if statement.act == "accuse":
        accused = _accused(record, statement, who) or found.doers
        doers = accused or doers
    side = own is None or own.kind not in ("igo", "ngo", "company")
    if voice and not doers and (statement.act == "deny" or (side and _own_doing(found, first))):
        doers = frozenset({voice})
    setting = found.spots or _around(record, statement.content)
    return replace(found, sides=sides, doers=doers, voice=voice, setting=setting)


_BACK = 300
"""Characters before an accusation within which the deed stands of which it names the doer alone."""


def _deed(record: ReportRecord, statement: Statement, events: Iterable[Event]) -> Event | None:
    """What somebody is blamed for where the accusation does not say: "The army blamed the Front"
    right behind the bombing that was told of."""
    names = [m for a in record.actors for m in a.mentions]
    told = frozenset(k for span in statement.content for k in keys(span.text))
    told -= frozenset(k for m in names if _among(m, statement.content) for k in keys(m.text))
    if told - _stems("telling") or not statement.content:
        return None
    start = min(span.start for span in statement.content)
    before = [e for e in events if e.type in _HARMING and start - _BACK < e.trigger.start < start]
    return max(before, key=lambda e: e.trigger.start, default=None)


def _of_deed(accusation: Matter, deed: Matter) -> Matter:
    """The matter of an accusation, with that of the deed it is about."""
    return replace(
        accusation,
        keys=accusation.keys | deed.keys,
        spots=accusation.spots or deed.spots,
        where=accusation.where | deed.where,
        heads=accusation.heads | deed.heads,
        days=accusation.days or deed.days,
        tallies=deed.tallies,
        stretch=accusation.stretch or deed.stretch,
    )


def _own_doing(matter: Matter, first: list[str]) -> bool:
    """Whether the speaker's own side is told to have done harm: "its missiles had hit …"."""
    own = [at for at, word in enumerate(first[:4]) if word in _OWN]
    passive = {"was", "were", "been", "being", "is", "are"} & set(first)
    return bool(own) and harmful(matter) and not passive


def matter_around(record: ReportRecord, event: Event, who: Mapping[str, Who]) -> Matter:
    """What is told of ``event`` in its own sentence."""
    text = record.report.text
    start, end = event.trigger.start, event.trigger.end
    begin = max((text.rfind(stop, max(0, start - 200), start) for stop in _STOPS), default=-1) + 1
    ends = [at for stop in _STOPS if (at := text.find(stop, end, end + 200)) >= 0]
    begin = max(begin, start - 200, 0)
    stop = min(ends, default=min(len(text), end + 200))
    found = _matter(record, (Span.of(text, begin, stop),), who, [event])
    return replace(found, setting=found.spots)


def _around(record: ReportRecord, spans: tuple[Span, ...]) -> frozenset[str]:
    """The towns named in the sentences that hold ``spans``, else in the two before them."""
    if not spans:
        return _NONE
    text = record.report.text
    end = max(span.end for span in spans)
    begin = min(span.start for span in spans)
    for _ in range(3):
        begin = max((text.rfind(stop, 0, max(0, begin - 1)) for stop in _STOPS), default=-1) + 1
        found = frozenset(
            fold(p.name) for p in record.places if spot(p) and begin <= p.span.start < end
        )
        if found or begin == 0:
            return found
    return _NONE


def other_towns(one: Matter, other: Matter) -> bool:
    """Whether the two are known to be of other towns."""
    return bool(one.spots and other.spots and not one.spots & other.spots)


def harmful(matter: Matter) -> bool:
    """Whether somebody is told to have come to harm, so that somebody did it."""
    return bool(matter.heads) or any(words().kin_of.get(key) for key in matter.keys)


def spot(place: Place) -> bool:
    """Whether a place is a town or a point, and no country or province."""
    return place.feature is not None and not place.feature.startswith(_AREAS)


def unplaced(place: Place) -> bool:
    """Whether it is a name that no gazetteer has: a village, as good as always, for countries and
    provinces are known."""
    return place.feature is None and place.lat is None and not place.others


def _in(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start < outer.end


def _definite(text: str, at: int) -> bool:
    before = re.split(r"[.,;:()\n]", text[max(0, at - 30) : at])[-1]
    near = tokens(before)[-3:]
    genitive = re.search(r"day[’']?s\s+(?:\w+\s+)?$", before) is not None
    return genitive or bool({"the", "this", "that"} & set(near))


def _among(inner: Span, outer: Iterable[Span]) -> bool:
    return any(_in(inner, span) for span in outer)


def _matter(
    record: ReportRecord, spans: Iterable[Span], who: Mapping[str, Who], inside: list[Event]
) -> Matter:
    spans = tuple(spans)
    named = sorted(_named(record, spans, who))
    text = " ".join(span.text for span in spans)
    harming = [e for e in inside if e.type in _HARMING]
    doers = {side for e in harming for id_ in e.actor if (side := tag(who.get(id_)))}
    doers |= set(_behind(record.report.text, named))
    times = [t for t in record.times if any(_in(t.span, s) for s in spans)]
    dated = [d for t in times if t.type in ("DATE", "TIME") and (d := days_of(t.value))]
    days = dated[0] if len(dated) == 1 else None
    names = frozenset(
        k
        for start, end, _ in named
        # "Turkish troops from Bashiqa" tells more than whose they are.
        if (name := record.report.text[start:end]).istitle() or only_state(name)
        for k in keys(name)
    ) | frozenset(
        k for a in record.actors if a.kind == "person" and tag(who.get(a.id)) for k in keys(a.name)
    )
    timing = frozenset(k for t in times for k in keys(t.span.text))
    spots = frozenset(fold(p.name) for p in record.places if spot(p) and _among(p.span, spans))
    found = keys(text) - names - timing - _stems("telling", "several")
    where = frozenset(
        k for p in record.places if _among(p.span, spans) for k in keys(f"{p.span.text} {p.name}")
    )
    return Matter(
        keys=frozenset(k for k in found if not k.isdigit()),
        sides=frozenset(side for _, _, side in named),
        doers=frozenset(doers),
        spots=spots,
        setting=_NONE,
        where=where,
        heads=frozenset(g for e in inside for g in _kin(e.trigger.text)),
        names=names,
        whom=frozenset(
            one.name
            for e in inside
            for id_ in e.recipient
            if (one := who.get(id_)) is not None and one.kind == "person" and one.name is not None
        ),
        voice=None,
        definite=any(_definite(record.report.text, e.trigger.start) for e in inside),
        open=_opened(tokens(text)),
        days=days,
        tallies=tuple(_tallies(record.report.text, inside)),
        stretch=Days(min(d.start for d in dated), max(d.end for d in dated)) if dated else None,
    )


def _opened(found: list[str]) -> frozenset[str]:
    """The words that leave it open; one for all that name what others say."""
    told = frozenset({"allegation"}) if has_mark("claimed", found) else _NONE
    return (_OPEN & frozenset(found)) | told


@cache
def _stems(*marks: str) -> frozenset[str]:
    return frozenset(stem(word) for mark in marks for word in words().marks[mark])


@lru_cache(maxsize=8192)
def _kin(trigger: str) -> frozenset[str]:
    found = tokens(trigger)
    groups = frozenset(g for word in found for g in words().kin_of.get(stem(word), ()))
    return groups | ({stem(found[-1])} if found else set())


def _tallies(text: str, events: Iterable[Event]) -> Iterator[Tally]:
    for event in events:
        for count in event.counts:
            noun = counted(text, count.span.start, count.span.end)
            yield Tally(count.what, count.low, count.high, noun, count.span.text)


def _named(
    record: ReportRecord, spans: tuple[Span, ...], who: Mapping[str, Who]
) -> Iterator[tuple[int, int, str]]:
    """Where states and groups are named within ``spans``: by actors, and by names of states."""
    for actor in record.actors:
        one = tag(who.get(actor.id))
        if one is not None:
            for mention in actor.mentions:
                plain = mention.text.casefold() not in _OWN
                if plain and any(_in(mention, span) for span in spans):
                    yield mention.start, mention.end, one
    for span in spans:
        for start, end, code in named_sides(span.text):
            yield span.start + start, span.start + end, code


def _behind(text: str, named: list[tuple[int, int, str]]) -> Iterator[str]:
    """Those told to be behind it: "fired by X", "X's missile", "an X jet"."""
    for start, end, side in named:
        before = tokens(text[max(0, start - 40) : start])
        while before and before[-1] in ("the", "a", "an"):
            before.pop()
        if before[-1:] == ["by"]:
            past = [word for word in before[:-1] if word not in ("out", "off", "up")]
            if past and stem(past[-1]) in _stems("done"):
                yield side
        elif has_mark("weapons", tokens(text[end : end + 30])[:2]):
            if before[-1:] != ["on"] and before[-1:] != ["at"] and before[-1:] != ["against"]:
                yield side


def _accused(record: ReportRecord, statement: Statement, who: Mapping[str, Who]) -> frozenset[str]:
    """Whom an accusation names first."""
    named = [
        one
        for one in sorted(_named(record, statement.content, who))
        if not _WHERE.search(record.report.text[max(0, one[0] - 12) : one[0]])
    ]
    if not named:
        return frozenset()
    first = named[0][0]
    begin = min(span.start for span in statement.content)
    return frozenset(s for at, _, s in named if at == first) if first - begin < 20 else frozenset()
