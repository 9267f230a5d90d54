"""A user's own list of places, read from a CSV file.

Columns: ``name``, ``lat``, ``lon``, and where wanted ``alternates`` (other names, separated by
"|"), ``country`` (ISO 3166-1 alpha-3, or three letters of the user's own), ``feature`` (a GeoNames
feature class: A division, P town, L region, S site, H water, T mountain), ``admin1`` (the division
that it lies in) and ``population``. Other columns are not read.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import GazetteerError
from onrecord.extract.gazetteer.keys import key

NEEDED = ("name", "lat", "lon")
FEATURES = {"A", "P", "L", "S", "H", "T", "R", "U", "V"}
MOST_ROWS = 1_000_000


@dataclass(frozen=True, slots=True)
class UserPlace:
    """One row. ``lat`` and ``lon`` are degrees; ``row`` counts from 2, below the column names."""

    name: str
    alternates: tuple[str, ...]
    lat: float
    lon: float
    country: str | None
    feature: str
    admin1: str | None
    population: int
    row: int


def read_places(path: str | Path) -> tuple[UserPlace, ...]:
    """The places of the CSV file ``path``, in its order.

    GazetteerError names the file, the row and what was wrong with it.
    """
    path = Path(path)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return _rows(path, csv.DictReader(file, strict=True))
    except UnicodeDecodeError as error:
        raise GazetteerError(f"{path}: not UTF-8 ({error.reason}); save it as UTF-8") from error
    except OSError as error:
        raise GazetteerError(f"{path}: cannot be read: {error.strerror}") from error
    except csv.Error as error:
        raise GazetteerError(f"{path}: not a CSV file: {error}") from error


def _rows(path: Path, reader: csv.DictReader[str]) -> tuple[UserPlace, ...]:
    columns = [(c or "").strip().lower() for c in reader.fieldnames or ()]
    missing = [c for c in NEEDED if c not in columns]
    if missing:
        found = ", ".join(c for c in columns if c) or "none"
        raise GazetteerError(
            f"{path}: no column {', '.join(missing)}; its columns are {found}, "
            f"and {', '.join(NEEDED)} are needed"
        )
    reader.fieldnames = columns
    places = []
    for row, cells in enumerate(reader, start=2):
        if row > MOST_ROWS:
            raise GazetteerError(f"{path}: more than {MOST_ROWS:,} rows")
        if any(isinstance(v, str) and v.strip() for v in cells.values()):
            places.append(_place(f"{path}, row {row}", row, cells))
    if not places:
        raise GazetteerError(f"{path}: holds no places")
    return tuple(places)


def _place(where: str, row: int, cells: dict[str, str | None]) -> UserPlace:
    if None in cells:
        raise GazetteerError(f"{where}: more cells than columns; quote a name that has a comma")
    cell = {column: (value or "").strip() for column, value in cells.items()}
    if not key(cell["name"]):
        raise GazetteerError(f"{where}: name is {cell['name']!r}; it must hold a letter or digit")
    country, feature = cell.get("country", ""), cell.get("feature", "") or "P"
    if country and not (len(country) == 3 and country.isascii() and country.isalpha()):
        raise GazetteerError(f"{where}: country is {country!r}; it must be three letters (SYR)")
    if feature.upper() not in FEATURES:
        allowed = ", ".join(sorted(FEATURES))
        raise GazetteerError(f"{where}: feature is {feature!r}; it must be one of {allowed}")
    people = cell.get("population", "").replace(",", "")
    if people and not (people.isascii() and people.isdigit()):
        raise GazetteerError(f"{where}: population is {people!r}; it must be a whole number")
    return UserPlace(
        name=cell["name"],
        alternates=tuple(a.strip() for a in cell.get("alternates", "").split("|") if a.strip()),
        lat=_degrees(where, "lat", cell["lat"], 90),
        lon=_degrees(where, "lon", cell["lon"], 180),
        country=country.upper() or None,
        feature=feature.upper(),
        admin1=cell.get("admin1") or None,
        population=int(people or 0),
        row=row,
    )


def _degrees(where: str, column: str, written: str, most: int) -> float:
    try:
        value = float(written)
    except ValueError:
        value = float("nan")
    if not -most <= value <= most:
        raise GazetteerError(
            f"{where}: {column} is {written!r}; it must be a number from {-most} to {most}"
        )
    return value
