"""The gazetteer that the extractors ask: the shipped index, and a user's places before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from onrecord.extract.gazetteer import layout
from onrecord.extract.gazetteer.index import Entry, Index
from onrecord.extract.gazetteer.keys import article_key, key, skeleton
from onrecord.extract.gazetteer.user import UserPlace, read_places

_CACHED = 16_384  # names; a bound on memory in long runs
_ADJECTIVES = ("an", "ese", "ish", "ite", "i", "ic", "ans", "ites")
_LEVEL_OF = {"P": "town", "L": "region", "S": "site", "H": "water", "T": "terrain"}


class Gazetteer:
    """Names to places. A name that the user's list has means the user's places only."""

    def __init__(self, index: Index, places: Sequence[UserPlace] = ()) -> None:
        self._index = index
        self._places = places
        self._seen: dict[str, tuple[Entry, ...]] = {}
        self._own = _own_entries(index, places)
        self._adjectives = {
            alternate: entry
            for place in places
            for alternate in place.alternates
            if place.feature == "A" and _is_adjective(place.name, alternate)
            for entry in self._own[key(alternate)]
            if entry.name == place.name
        }

    def __reduce__(self) -> tuple[object, ...]:
        """As another process makes it: of the index that it maps itself."""
        return _with_places, (tuple(self._places),)

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """Everything that ``name`` may mean, in order of kind and size; () where unknown."""
        found = self._seen.get(name)
        if found is None:
            if len(self._seen) >= _CACHED:
                self._seen.clear()
            found = self._seen[name] = self._lookup(name)
        return found

    def _lookup(self, name: str) -> tuple[Entry, ...]:
        strict = key(name)
        if own := self._own.get(strict):
            return own
        named = self._index.named(strict) if strict else []
        if strict and (loose := article_key(name)) != strict:
            known = {place for place, _ in named}
            named += [hit for hit in self._index.named(loose) if hit[0] not in known]
        return tuple(self._index.entry(place, kind) for place, kind in named)

    def adjective(self, word: str) -> Entry | None:
        """The place of the user's list that ``word`` is the adjective of ("Kalmerian")."""
        return self._adjectives.get(word)

    def sounding(self, name: str) -> tuple[Entry, ...]:
        """Places of countries with other scripts whose consonants are those of ``name``.

        Loose: to be believed only where the report's other places support one of them.
        """
        return tuple(self._index.entry(place) for place in self._index.sounding(skeleton(name)))

    def country(self, alpha3: str) -> Entry | None:
        """The country of ISO 3166-1 alpha-3 ``alpha3``."""
        place = self._index.country(alpha3)
        return None if place is None else self._index.entry(place)

    def division(self, code: str) -> Entry | None:
        """The first-order division of GeoNames code ``code`` ("US.TX")."""
        place = self._index.division(code)
        return None if place is None else self._index.entry(place)


def _is_adjective(name: str, alternate: str) -> bool:
    """Whether ``alternate`` is an adjective made from ``name``: a nationality, not a name."""
    stem = name[: max(3, len(name) - 3)]
    return alternate.startswith(stem) and alternate != name and alternate.endswith(_ADJECTIVES)


@cache
def _shipped() -> Index:
    return Index()


@cache
def _plain() -> Gazetteer:
    return Gazetteer(_shipped())


def load_gazetteer(user: str | Path | None = None) -> Gazetteer:
    """The shipped gazetteer, with the places of the CSV file ``user`` before it.

    GazetteerError where the file cannot be used; see ``user`` for its columns.
    """
    return _plain() if user is None else _with_places(read_places(user))


def _with_places(places: Sequence[UserPlace]) -> Gazetteer:
    return Gazetteer(_shipped(), places)


def _own_entries(index: Index, places: Sequence[UserPlace]) -> dict[str, tuple[Entry, ...]]:
    """The user's places by key. Their numbers, and their divisions', follow the index's."""
    divisions: dict[tuple[str | None, str], int] = {}
    for place in places:
        if place.admin1:
            division = (place.country, key(place.admin1))
            divisions.setdefault(division, len(index) + len(places) + len(divisions))
    found: dict[str, list[Entry]] = {}
    for number, place in enumerate(places, start=len(index)):
        entry = _own_entry(index, place, number, divisions)
        for name in (place.name, *place.alternates):
            kind = layout.MAIN if name == place.name else layout.ALTERNATE
            for spelled in {key(name), article_key(name)} - {""}:
                found.setdefault(spelled, []).append(replace(entry, kind=kind))
    return {k: tuple(sorted(v, key=lambda e: (e.kind, -e.size))) for k, v in found.items()}


def _own_entry(
    index: Index, place: UserPlace, number: int, divisions: dict[tuple[str | None, str], int]
) -> Entry:
    level, admin1 = _LEVEL_OF.get(place.feature, "region"), None
    if place.admin1:
        admin1 = divisions[place.country, key(place.admin1)]
    if place.feature == "A":
        level = "admin2" if place.admin1 else "country"
        if (place.country, key(place.name)) in divisions:
            level, admin1 = "admin1", divisions[place.country, key(place.name)]
        elif level == "country" and place.country and index.country(place.country) is not None:
            level = "admin1"
    return Entry(
        place=number,
        name=place.name,
        level=level,
        feature=place.feature,
        country=place.country,
        lat=place.lat,
        lon=place.lon,
        geonameid=None,
        admin1=admin1,
        size=layout.size_of(place.population),
        fame=layout.size_of(len(place.alternates) + 1),
        own=True,
    )
