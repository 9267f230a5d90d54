"""What a report's other places say for each thing that a name may mean, as numbers.

Arrays are over the candidates of all of a report's names, one after another: N candidates of G
names. Shapes are given at the lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onrecord.extract.gazetteer import Entry, layout
from onrecord.extract.places.candidates import Meaning

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

FIXED = (
    "size", "town_size", "city_size", "fame", "country", "admin1", "admin2", "admin3", "capital",
    "region", "continent", "site", "alternate", "short", "hint_agrees", "hint_differs", "none",
)  # fmt: skip
"""Features that a candidate has by itself. "none" is the candidate that each name has beside its
entries: that it means a place which the gazetteer does not have."""

SUPPORT = (
    "inside", "outside", "contains", "same_country", "any_country", "same_division",
    "any_division", "near", "any_near", "named_country", "named_division", "opening",
    "focus",
)  # fmt: skip
"""Features that it has by the report's other names."""

FEATURES = FIXED + SUPPORT

CITY = layout.size_of(100_000) / 100
EARTH_KM = 6371.0
NEAR_KM = 60.0  # the distance over which support from another place falls to 1/e
SUPPORTERS = 3  # of each other name, how many of its likeliest candidates lend support
WITHIN_KM = 80.0  # how far a town may be from the middle of a county that it lies in


@dataclass(frozen=True, slots=True)
class Group:
    """One name of a report in one use. ``holder`` is the number of the group that is written to
    hold it ("Paris, Texas"); ``opening`` is whether it stands where a report says where it is from.
    """

    meaning: Meaning
    holder: int | None = None
    opening: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The candidates of all groups, each group's "none" last.

    ``start`` has G + 1 offsets into the N candidates.
    """

    start: list[int]
    group: Ints
    holder: Ints
    xyz: Floats
    country: Ints
    division: Ints
    level: Ints
    placed: npt.NDArray[np.bool_]
    opening: npt.NDArray[np.bool_]
    fixed: Floats


_NEVER = -10.0  # times the weight of "none": a user's name means the user's place
_NONE = Entry(-1, "", "none", "", None, None, None, None, None, 0)


def tabulate(groups: Sequence[Group]) -> Table:
    """The candidates of ``groups`` as arrays."""
    entries, group, start = [], [], [0]
    fixed: list[list[float]] = []
    for number, each in enumerate(groups):
        for entry in each.meaning.entries:
            entries.append(entry)
            group.append(number)
            fixed.append(_fixed(entry, each.meaning))
        if each.meaning.entries:
            entries.append(_NONE)
            group.append(number)
            own = any(entry.own for entry in each.meaning.entries)
            fixed.append([*[0.0] * (len(FIXED) - 1), _NEVER if own else 1.0])
        start.append(len(entries))
    countries: dict[str | None, int] = {None: -1}
    at = np.array([(e.lat or 0.0, e.lon or 0.0) for e in entries], dtype=float).reshape(-1, 2)
    lat, lon = np.radians(at).T
    return Table(
        start=start,
        group=np.array(group, dtype=np.int64),  # (N,)
        holder=np.array([_holder(groups, g) for g in group], dtype=np.int64),  # (N,)
        xyz=np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], 1),
        country=_ints([countries.setdefault(e.country, len(countries)) for e in entries]),
        division=_ints([-1 if e.admin1 is None else e.admin1 for e in entries]),
        level=_ints([_LEVELS[e.level] for e in entries]),
        placed=np.array([e.lat is not None for e in entries], dtype=bool),
        opening=np.array([groups[g].opening for g in group], dtype=bool),
        fixed=np.array(fixed, dtype=float).reshape(-1, len(FIXED)),  # (N, FIXED)
    )


def _ints(values: list[int]) -> Ints:
    return np.array(values, dtype=np.int64)


def _holder(groups: Sequence[Group], number: int) -> int:
    holder = groups[number].holder
    return -1 if holder is None else holder


def _fixed(entry: Entry, meaning: Meaning) -> list[float]:
    size, level, hint = entry.size / 100, entry.level, meaning.hint
    town = level in ("town", "capital")
    agrees = hint is not None and (level == hint or (hint == "town" and town))
    return [
        size,
        size if town else 0.0,
        max(0.0, size - CITY) if town else 0.0,
        entry.fame / 40,
        *(float(level == name) for name in FIXED[4:12]),
        float(entry.kind == layout.ALTERNATE),
        float(entry.kind == layout.SHORT),
        float(agrees),
        float(hint is not None and not agrees),
        0.0,
    ]


def support(table: Table, share: Floats) -> Floats:
    """(N, SUPPORT) from the probability that each candidate has within its name, (N,)."""
    who = _supporters(table, share)  # (S,)
    n = len(table.group)
    if not len(who) or not n:
        return np.zeros((n, len(SUPPORT)))
    mass = share[who][None, :] * (table.group[:, None] != table.group[who][None, :])  # (N, S)
    known = table.country[who] >= 0
    country = mass * ((table.country[:, None] == table.country[who]) & known)
    division = mass * (
        (table.division[:, None] == table.division[who]) & (table.division[who] >= 0)
    )
    km = EARTH_KM * np.arccos(np.clip(table.xyz @ table.xyz[who].T, -1.0, 1.0))  # (N, S)
    small = table.placed[who] & ~np.isin(table.level[who], _BROAD)
    near = mass * np.exp(-km / NEAR_KM) * small * table.placed[:, None]
    others = max(1.0, len(table.start) - 2.0)
    held = table.group[who][None, :] == table.holder[:, None]
    inside = _lies_in(table, who, km)
    holds = table.holder[who][None, :] == table.group[:, None]
    columns = [
        (mass * held * inside).sum(1),
        (mass * held * ~inside).sum(1),
        (mass * holds * _lies_in(table, who, km, inward=True)).max(1),
        country.sum(1) / others,
        np.log1p(country.sum(1)),
        division.sum(1) / others,
        np.log1p(division.sum(1)),
        near.max(1),
        np.log1p(near.sum(1)),
        (country * (table.level[who] == _COUNTRY)).max(1),
        (division * (table.level[who] == _ADMIN1)).max(1),
        (near * table.opening[who]).max(1),
        _focus(table, who, mass) * (table.level == _NOTHING),
    ]
    return np.stack(columns, 1)


def _focus(table: Table, who: Ints, mass: Floats) -> Floats:
    """(N,) the largest share of the other names that one country has."""
    in_country = table.country[who][:, None] == np.unique(
        table.country[who][table.country[who] >= 0]
    )
    total: Floats = mass @ in_country  # (N, countries)
    if not total.shape[1]:
        return np.zeros(len(mass))
    found: Floats = total.max(1) / np.maximum(1.0, mass.sum(1))
    return found


_LEVELS = {level: i for i, level in enumerate((*layout.LEVELS, _NONE.level))}
_NOTHING = _LEVELS[_NONE.level]
_COUNTRY, _ADMIN1, _ADMIN2 = (layout.LEVELS.index(v) for v in ("country", "admin1", "admin2"))
_BROAD = [layout.LEVELS.index(v) for v in ("country", "admin1", "continent", "region")]


def _lies_in(table: Table, who: Ints, km: Floats, *, inward: bool = False) -> npt.NDArray[np.bool_]:
    """(N, S): whether each candidate lies in each supporter; ``inward``, the other way round."""
    rows, columns = table.level[:, None], table.level[who][None, :]
    outer, inner = (rows, columns) if inward else (columns, rows)
    nation = (table.country[:, None] == table.country[who]) & (outer == _COUNTRY)
    division = (table.division[:, None] == table.division[who]) & (outer == _ADMIN1)
    county = (km < WITHIN_KM) & (outer == _ADMIN2)
    # A town may be held by another town ("Hackney, London").
    town = (km < WITHIN_KM / 2) & (outer > _ADMIN2)
    within = (nation & (inner != _COUNTRY)) | (division & (inner > _ADMIN1)) | county | town
    found: npt.NDArray[np.bool_] = within & (inner >= _ADMIN1)
    return found


def _supporters(table: Table, share: Floats) -> Ints:
    """The likeliest candidates of each group, (S,)."""
    kept: list[int] = []
    for low, high in zip(table.start, table.start[1:], strict=False):
        order = np.argsort(-share[low:high], kind="stable")[:SUPPORTERS]
        kept.extend(low + int(i) for i in order)
    return _ints(kept)


def shares(table: Table, scores: Floats) -> Floats:
    """Softmax of ``scores`` within each group, (N,)."""
    out = np.zeros_like(scores)
    for low, high in zip(table.start, table.start[1:], strict=False):
        if low < high:
            e = np.exp(scores[low:high] - scores[low:high].max())
            out[low:high] = e / e.sum()
    return out
