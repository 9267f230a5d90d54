"""The shipped index of places: mapped from its file, looked up by a name's digest."""

from __future__ import annotations

import json
import mmap
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.errors import GazetteerError
from onrecord.extract.gazetteer import layout
from onrecord.extract.gazetteer.keys import digest

SHIPPED = Path(__file__).with_name("places.idx")
_TYPES = {"<i4": "i", "<u4": "I", "<u2": "H", "|u1": "B"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of a gazetteer, as found under one of its names.

    ``place`` is its number in the gazetteer that found it and ``admin1`` that of its first-order
    division (None if unknown). ``country`` is ISO 3166-1 alpha-3. ``lat`` and ``lon`` are both
    None where the gazetteer does not place it. ``size`` is ``layout.size_of`` its population,
    and ``fame`` of the number of its names in the world's languages.
    ``kind`` says how the name that was looked up names it (``layout.MAIN`` …), ``own``
    whether it is from the user's list.
    """

    place: int
    name: str
    level: str
    feature: str
    country: str | None
    lat: float | None
    lon: float | None
    geonameid: int | None
    admin1: int | None
    size: int
    fame: int = 0
    kind: int = layout.MAIN
    own: bool = False


class Index:
    """The arrays of ``layout``, mapped. Entries are made when asked for.

    GazetteerError where the file is missing or not of this layout.
    """

    def __init__(self, path: Path = SHIPPED) -> None:
        self._header, data = _map(path)
        self._data = data
        views = {name: self._view(*rest) for name, *rest in self._header["arrays"]}
        self._lat, self._lon = views["lat"], views["lon"]
        self._country, self._admin1 = views["country"], views["admin1"]
        self._size, self._fame, self._level = views["size"], views["fame"], views["level"]
        self._geonameid, self._name, self._names = (
            views["geonameid"],
            views["name"],
            views["names"],
        )
        self._by_key = (views["bucket"], views["tail"], views["place"])
        self._by_bone = (views["bone_bucket"], views["bone_tail"], views["bone_place"])
        self._countries: list[str] = self._header["countries"]
        self._numbers = {code: number for number, code in enumerate(self._countries)}
        self._divisions: dict[str, int] | None = None

    def __len__(self) -> int:
        return len(self._lat)

    def _view(self, kind: str, start: int, count: int) -> memoryview[int]:
        code = _TYPES[kind]
        size = memoryview(bytes(8)).cast(code).itemsize  # type: ignore[call-overload]
        return self._data[start : start + count * size].cast(code)  # type: ignore[no-any-return, call-overload]

    def named(self, key: str) -> list[tuple[int, int]]:
        """(place, kind) of everything called ``key``, in order of kind and size."""
        return _postings(self._by_key, key)

    def sounding(self, skeleton: str) -> list[int]:
        """The places whose own name has this ``skeleton``."""
        return [place for place, _ in _postings(self._by_bone, skeleton)] if skeleton else []

    def entry(self, place: int, kind: int = layout.MAIN) -> Entry:
        lat, level, country = self._lat[place], self._level[place], self._country[place]
        admin1, known = self._admin1[place], lat != layout.NOWHERE
        name = bytes(self._names[self._name[place] : self._name[place + 1]])
        return Entry(
            place=place,
            name=name.decode("utf-8"),
            level=layout.LEVELS[level],
            feature=layout.FEATURES[level],
            country=self._countries[country] if country < len(self._countries) else None,
            lat=lat / 1e5 if known else None,
            lon=self._lon[place] / 1e5 if known else None,
            geonameid=self._geonameid[place] or None,
            admin1=admin1 if admin1 != layout.NO_ADMIN1 else None,
            size=self._size[place],
            fame=self._fame[place],
            kind=kind,
        )

    def country(self, alpha3: str) -> int | None:
        """The place that is the country ``alpha3``."""
        return self._numbers.get(alpha3)

    def division(self, code: str) -> int | None:
        """The first-order division of GeoNames code ``code`` ("US.TX")."""
        if self._divisions is None:
            codes = self._header["admin1"]
            self._divisions = {c: n for n, c in enumerate(codes, start=len(self._countries))}
        return self._divisions.get(code)


def _map(path: Path) -> tuple[dict[str, Any], memoryview[int]]:
    try:
        with path.open("rb") as file:
            mapped = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except (OSError, ValueError) as error:
        raise GazetteerError(f"{path}: the index of places cannot be read: {error}") from error
    start = len(layout.MAGIC) + 4
    if bytes(mapped[: len(layout.MAGIC)]) != layout.MAGIC:
        raise GazetteerError(f"{path}: not an index of places of this version of OnRecord")
    length = int.from_bytes(mapped[len(layout.MAGIC) : start], "little")
    header: dict[str, Any] = json.loads(bytes(mapped[start : start + length]))
    return header, mapped[start + length :]


def _postings(
    table: tuple[memoryview[int], memoryview[int], memoryview[int]], key: str
) -> list[tuple[int, int]]:
    buckets, tails, places = table
    bucket, tail = digest(key)
    low, high = buckets[bucket], buckets[bucket + 1]
    mask = (1 << layout.KIND_BITS) - 1
    return [
        (places[i] & mask, places[i] >> layout.KIND_BITS)
        for i in range(low, high)
        if tails[i] == tail
    ]
