"""From a report and its analysis to its places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord import lexicons
from onrecord.extract.gazetteer import Entry, Gazetteer, layout, load_gazetteer
from onrecord.extract.places.candidates import Meaning
from onrecord.extract.places.mentions import Mention, candidates, mentions
from onrecord.extract.places.points import points
from onrecord.extract.places.resolve import Resolved, resolve
from onrecord.extract.places.words import Words, words
from onrecord.model.analysis import Analysis
from onrecord.read.frontmatter import front
from onrecord.records import Candidate, Place, Report, Span

_AFTER = re.compile(r"[\s-]([\w-]+)")
_BEFORE = re.compile(r"\b([\w-]+) of (?:the )?$")
_APPOSED = re.compile(
    r",\s(?:an?|the)\s(?:[\w’'-]+\s){0,3}?(city|town|village|hamlet|suburb|province|district)\b",
    re.IGNORECASE,
)
_INTO = r"\b(?i:in|on|at|near|from|to|of|into|around|outside|towards?|over|through|against)\s"
_VAGUE = frozenset({"area", "downtown", "countryside", "pocket", "enclave", "division", "state"})
"""Words of a place that do not say whether it is a town or what lies around one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesConfig:
    """What counts as a place, and when it is settled.

    ``least`` is the chance from which a name is taken for a place. ``clear`` is the share of the
    likeliest whereabouts below which the coordinates stay null and all are told in ``others``; they
    stay null too where it is likelier that the gazetteer does not have the place.
    ``told`` is the share from which another meaning is told, ``most`` how many at most.
    ``adjectives`` counts a nationality ("Syrian") as a mention of its country, as LGL and TR-News
    do; in the record it is not one.
    """

    least: float = 0.4
    clear: float = 0.25
    told: float = 0.1
    most: int = 5
    adjectives: bool = False


def find_places(
    report: Report,
    analysis: Analysis,
    *,
    gazetteer: Gazetteer | None = None,
    config: PlacesConfig | None = None,
) -> tuple[Place, ...]:
    """The places that ``report`` names, or gives by coordinates, in the order of its text.

    ``gazetteer`` is the shipped one if not given. Where ``analysis`` has no names, places are found
    by the gazetteer and the words around them alone.
    """
    gazetteer, config, lists = gazetteer or load_gazetteer(), config or PlacesConfig(), words()
    weights = lexicons.load("places/weights")
    text = analysis.text or report.text
    given = "full" if analysis.toponyms else "named" if analysis.names else "alone"
    found = candidates(gazetteer, lists, text, analysis.names, analysis.toponyms)
    kept = [
        in_context(gazetteer, lists, text, mention)
        for mention in mentions(found, weights[given], text, least=config.least, words=lists)
    ]
    kept = again(kept, text)
    where = filed_from(gazetteer, text, report.title)
    resolved = resolve(gazetteer, text, kept, weights, dateline=where)
    places: list[Place] = []
    for mention, means in zip(kept, resolved, strict=True):
        name = text[mention.start : mention.end]
        if config.adjectives or not (name in lists.demonyms or gazetteer.adjective(name)):
            places.append(_place("", Span.of(text, mention.start, mention.end), means, config))
    places = called(places, text, lists)
    exact = tuple(points(text))
    named = [p for p in places if not any(_overlap(p.span, q.span) for q in exact)]
    ordered = sorted([*named, *exact], key=lambda place: place.span)
    return tuple(replace(p, id=f"{report.id}:p{n}") for n, p in enumerate(ordered, 1))


def again(found: Sequence[Mention], text: str) -> list[Mention]:
    """``found`` with the other places of names that no gazetteer has: "the attack on Olim"."""
    unknown = {text[m.start : m.end]: m for m in found if not m.meaning.entries}
    more = list(found)
    taken = {at for m in found for at in range(m.start, m.end)} if unknown else set()
    for name, mention in unknown.items():
        for match in re.finditer(rf"{_INTO}({re.escape(name)})(?![\w-])(?!\s[A-Z])", text):
            if taken.isdisjoint(range(*match.span(1))):
                more.append(replace(mention, start=match.start(1), end=match.end(1)))
    return sorted(more, key=lambda m: (m.start, m.end))


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def filed_from(gazetteer: Gazetteer, text: str, title: str | None) -> tuple[int, int] | None:
    """Where ``text`` says in a dateline where it was filed."""
    line = front(text, title=title, is_place=lambda name: bool(gazetteer.lookup(name))).dateline
    return (line.place.start, line.place.end) if line and line.place else None


def in_context(gazetteer: Gazetteer, lists: Words, text: str, mention: Mention) -> Mention:
    """``mention`` with what its form and the word beside it say of its meaning.

    A nationality stands for its country, whatever town is called so ("Turkish"); "province" or
    "city" beside a name says which of its namesakes is meant.
    """
    name = text[mention.start : mention.end]
    country = lists.demonyms.get(name)
    entry = gazetteer.adjective(name) or (gazetteer.country(country) if country else None)
    if entry:
        return replace(mention, meaning=Meaning((entry,)))
    means = mention.meaning
    if means.hint is None and means.entries and (level := _level_beside(lists, text, mention)):
        return replace(mention, meaning=replace(means, hint=level))
    return mention


def _level_beside(lists: Words, text: str, mention: Mention) -> str | None:
    """The level that a generic word after the name, or before it with "of", gives."""
    beside = _words_beside(text, mention.start, mention.end)
    return next((lists.levels[word] for word in beside if word in lists.levels), None)


def _words_beside(text: str, start: int, end: int) -> Iterator[str]:
    """The word after a name, and the one before it with "of"."""
    for match in (_AFTER.match(text, end), _BEFORE.search(text, max(0, start - 30), start)):
        if match is not None:
            yield match[1].lower()


def called(places: Sequence[Place], text: str, lists: Words) -> list[Place]:
    """``places`` of which those that no gazetteer has are what the text calls them.

    "The town of Zalambessa" says that the name is a town's wherever the text has it again.
    """
    level: dict[str, str] = {}
    for place in places:
        if place.feature is None and place.name not in level:
            told = _called(lists, text, place.span)
            if told is not None:
                level[place.name] = layout.FEATURES[layout.LEVELS.index(told)]
    return [
        replace(p, feature=level[p.name]) if p.feature is None and p.name in level else p
        for p in places
    ]


def _called(lists: Words, text: str, span: Span) -> str | None:
    """The level that the words beside a name give it: "Olim village", "Olim, a mining town"."""
    apposed = _APPOSED.match(text, span.end)
    beside = [
        *_words_beside(text, span.start, span.end),
        *([apposed[1].lower()] if apposed else []),
    ]
    told = (word for word in beside if word in lists.levels and word not in _VAGUE)
    return next((lists.levels[word] for word in told), None)


def _place(id_: str, span: Span, means: Resolved, config: PlacesConfig) -> Place:
    best, share = means.entries[0] if means.entries else (None, 0.0)
    least = max(config.clear, 1 - sum(share for _, share in means.entries))
    if best is None or best.lat is None or means.sure < least:
        return _unsettled(id_, span, means, config)
    others = _others(means.entries[1:], config)
    if means.loose is not None:  # say how sure a match by sound is
        others = (_candidate(best, means.loose * share), *others)
    return Place(
        id=id_,
        span=span,
        name=best.name,
        country=best.country,
        lat=best.lat,
        lon=best.lon,
        geonameid=best.geonameid,
        feature=best.feature,
        others=others,
    )


def _unsettled(id_: str, span: Span, means: Resolved, config: PlacesConfig) -> Place:
    """A place whose whereabouts are not known, or not which of several."""
    likely = means.entries[: config.most]
    countries = {entry.country for entry, share in likely if share >= config.told}
    settled = sum(share for _, share in means.entries) >= 0.5  # more likely one of them than none
    known = settled and len({e.name for e, _ in likely}) == 1
    name = likely[0][0].name if known else span.text
    feature = means.feature
    return Place(
        id=id_,
        span=span,
        name=name,
        country=countries.pop() if settled and len(countries) == 1 else None,
        feature=layout.FEATURES[layout.LEVELS.index(feature)] if feature else None,
        others=_others(means.entries, config)
        or _others(means.entries[:3], replace(config, told=0)),
    )


def _others(
    entries: tuple[tuple[Entry, float], ...], config: PlacesConfig
) -> tuple[Candidate, ...]:
    told = [(e, s) for e, s in entries if s >= config.told and e.lat is not None]
    return tuple(_candidate(entry, share) for entry, share in told[: config.most])


def _candidate(entry: Entry, share: float) -> Candidate:
    assert entry.lat is not None and entry.lon is not None
    return Candidate(
        name=entry.name,
        country=entry.country,
        lat=entry.lat,
        lon=entry.lon,
        geonameid=entry.geonameid,
        feature=entry.feature,
        score=round(share, 3),
    )
