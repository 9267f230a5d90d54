"""Which place each name means, given the report's other names.

Names are resolved together in rounds: what each may mean is first judged by itself (how large, what
kind, under which of its names), then again by how well it goes with what the others probably mean.
"""

from __future__ import annotations

import difflib
import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from onrecord.extract.gazetteer import Entry, Gazetteer, layout
from onrecord.extract.gazetteer.keys import key, plain, skeleton
from onrecord.extract.places.candidates import Meaning
from onrecord.extract.places.context import (
    EARTH_KM,
    FEATURES,
    FIXED,
    Floats,
    Group,
    Table,
    shares,
    support,
    tabulate,
)
from onrecord.extract.places.mentions import Mention

ROUNDS = 3
ONE_PLACE_KM = 50.0  # two meanings no farther apart put the name in the same place
_HOLDS = re.compile(r",\s+|\s+\(|,?\s+(?:in|of)\s+(?:the\s+)?(?:[a-z-]+ern\s+)?")
_HOLDERS = ("country", "admin1", "admin2", "region")
# How alike a name and its namesake in another transliteration must be, by the consonants that they
# share: two consonants say little.
_LEAST_ALIKE = {2: 0.88, 3: 0.8, 4: 0.72}
_LEAST_SHARE = 0.25  # of a report's places that must lie in the country of such a namesake
_LEAST_NAMES, _LEAST_HOME = 2.5, 0.5  # names and share of a country by which a report is of it
_LARGE = 150_000  # people of a town that is known far from its country
_LEAST_OTHERS = 0.02  # of a report's places in the country of a town that is no stranger there


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a name may mean, likeliest first, with the share of each.

    ``sure`` is the share of all that lie where the first does (a town, and the province called
    after it). ``loose`` is how alike a name is that was matched by its consonants only, null where
    it was found as written.
    """

    entries: tuple[tuple[Entry, float], ...]
    feature: str | None = None
    sure: float = 0.0
    loose: float | None = None


def resolve(
    gazetteer: Gazetteer,
    text: str,
    mentions: Sequence[Mention],
    weights: Mapping[str, Mapping[str, float]],
    *,
    dateline: tuple[int, int] | None = None,
) -> list[Resolved]:
    """What each of ``mentions`` means. ``dateline`` is where the text says where it was filed."""
    number, groups = group(text, mentions, dateline)
    table = tabulate(groups)
    share = judge(table, weights)
    found = [_ranked(each, table, share, i) for i, each in enumerate(groups)]
    countries = _countries(found)
    mentioned = _countries([found[i] for i in number])
    home = max((share for land, share in mentioned.items() if land), default=0.0)
    names = {n: text[m.start : m.end] for m, n in zip(mentions, number, strict=True)}
    for i, each in enumerate(groups):
        if _foreign(found[i], countries):
            heard = _by_sound(gazetteer, names[i], each, countries)
            found[i] = heard if heard.entries else _unless_strange(found[i], countries, home)
    return [found[i] for i in number]


def _foreign(found: Resolved, countries: Mapping[str | None, float]) -> bool:
    """Whether a name means nothing, or a town in a country of which the report names no more."""
    if not found.entries:
        return found.feature in (None, "site")
    best, share = found.entries[0]
    others = countries.get(best.country, 0.0) - share / max(1.0, countries[None])
    return best.level in ("town", "admin3", "site") and others < _LEAST_OTHERS


def _unless_strange(
    found: Resolved, countries: Mapping[str | None, float], home: float
) -> Resolved:
    """What a name means, unless that is a small town of a country that has no part in the report.

    A village that the gazetteer lacks must not be its namesake across the sea. ``home`` is the
    share of the report's mentions that lie in the country of most.
    """
    if not found.entries or countries[None] < _LEAST_NAMES:
        return found
    best = found.entries[0][0]
    told = best.geonameid is None  # a user's own place
    strange = not told and home >= _LEAST_HOME and best.size < layout.size_of(_LARGE)
    return Resolved((), found.feature) if strange else found


def group(
    text: str, mentions: Sequence[Mention], dateline: tuple[int, int] | None
) -> tuple[list[int], list[Group]]:
    """The group of each mention, and the groups: one name in one report has one meaning.

    Only a name that is written with what holds it may have two ("Paris, Texas" and "Paris").
    """
    held = [_holder(text, mentions, i) for i in range(len(mentions))]
    numbers: dict[tuple[str, str], int] = {}
    members: dict[int, list[int]] = defaultdict(list)
    first_held: dict[str, str] = {}
    keys = [key(text[m.start : m.end]) for m in mentions]
    for i, holder in enumerate(held):
        if holder is not None and keys[holder] != keys[i]:
            first_held.setdefault(keys[i], keys[holder])
    number = []
    for i, holder in enumerate(held):
        by = keys[holder] if holder is not None and keys[holder] != keys[i] else ""
        use = (keys[i], by or first_held.get(keys[i], ""))
        number.append(numbers.setdefault(use, len(numbers)))
        members[number[-1]].append(i)
    groups = []
    for n in range(len(numbers)):
        inside = members[n]
        means = max((mentions[i].meaning for i in inside), key=_told)
        holder = next((number[h] for i in inside if (h := held[i]) is not None), None)
        opening = dateline is not None and any(
            dateline[0] <= mentions[i].start < dateline[1] for i in inside
        )
        groups.append(Group(means, None if holder == n else holder, opening))
    return number, groups


def _told(means: Meaning) -> tuple[bool, int]:
    return means.hint is not None, len(means.entries)


def _holder(text: str, mentions: Sequence[Mention], i: int) -> int | None:
    """The mention that is written to hold mention ``i`` ("Idlib, Syria", "Shibin in Menoufia")."""
    if i + 1 >= len(mentions):
        return None
    after = mentions[i + 1]
    if not _HOLDS.fullmatch(text[mentions[i].end : after.start]):
        return None
    return i + 1 if any(e.level in _HOLDERS for e in after.meaning.entries) else None


def judge(table: Table, weights: Mapping[str, Mapping[str, float]]) -> Floats:
    """(N,) the share of each candidate within its name, after all rounds."""
    first = np.array([weights["first"][name] for name in FIXED])
    later = np.array([weights["later"][name] for name in FEATURES])
    if not len(table.group):
        return np.zeros(0)
    share = shares(table, table.fixed @ first)
    for _ in range(ROUNDS):
        facts = np.concatenate([table.fixed, support(table, share)], axis=1)
        share = shares(table, facts @ later)
    return share


def _ranked(each: Group, table: Table, share: Floats, number: int) -> Resolved:
    """The group's entries, likeliest first: first the likeliest of the likeliest whereabouts."""
    low, high = table.start[number], table.start[number + 1] - 1  # the last is "none"
    if high <= low:
        return Resolved((), each.meaning.feature)
    own = share[low:high]
    close = table.xyz[low:high] @ table.xyz[low:high].T >= math.cos(ONE_PLACE_KM / EARTH_KM)
    whereabouts = close @ own  # (n,)
    best = int(np.argmax(np.where(close[int(np.argmax(whereabouts))], own, -1.0)))
    order = [best, *(int(i) for i in np.argsort(-own, kind="stable") if i != best)]
    entries = tuple((each.meaning.entries[i], float(own[i])) for i in order)
    return Resolved(entries, each.meaning.feature, sure=float(whereabouts[best]))


def _by_sound(
    gazetteer: Gazetteer, name: str, each: Group, countries: Mapping[str | None, float]
) -> Resolved:
    """A name that is not in the gazetteer as written, by its consonants.

    Only in a country where other names of the report lie, and only where one place is alike enough.
    """
    least = _LEAST_ALIKE[min(4, max(2, len(skeleton(name).replace(" ", ""))))]
    alike: dict[Entry, float] = {}
    for entry in gazetteer.sounding(name):
        likeness = difflib.SequenceMatcher(None, plain(name), plain(entry.name)).ratio()
        if likeness >= least and countries.get(entry.country, 0.0) >= _LEAST_SHARE:
            alike[entry] = likeness
    if not alike:
        return Resolved((), each.meaning.feature)
    ranked = sorted(alike, key=lambda e: (-alike[e], -e.size, e.place))
    total = sum(alike.values())
    entries = tuple((replace(e, kind=layout.ALTERNATE), alike[e] / total) for e in ranked)
    best = alike[ranked[0]]
    return Resolved(entries, each.meaning.feature, sure=best / total, loose=best)


def _countries(found: Sequence[Resolved]) -> dict[str | None, float]:
    """The share of a report's resolved names in each country; at None, how many there are."""
    total: dict[str | None, float] = defaultdict(float)
    for each in found:
        for entry, share in each.entries[:3]:
            if entry.country:
                total[entry.country] += share
    whole = sum(total.values())
    return {country: mass / whole for country, mass in total.items() if whole} | {None: whole}
