"""The word lists of places, made ready for look-up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from onrecord import lexicons
from onrecord.extract.gazetteer.keys import key
from onrecord.read.dateline import AGENCIES


@dataclass(frozen=True, slots=True)
class Words:
    """What ``lexicons/places`` says. Names are by key, generic words in lower case.

    ``levels`` gives a generic word's level ("province": "admin1"), ``features`` a name's level
    ("red sea": "water"), ``after`` and ``before`` the level of a capitalised generic word by where
    it stands. ``reached`` are words right before a place of a report's own country, ``never``
    names that are hardly ever places, ``peoples`` adjectives and plurals
    of no one country. ``demonyms`` gives a country's alpha-3 code by its adjective as written.
    """

    countries: Mapping[str, str]
    divisions: Mapping[str, str]
    postal: Mapping[str, str]
    names: Mapping[str, str]
    features: Mapping[str, str]
    levels: Mapping[str, str]
    loose: frozenset[str]
    sites: frozenset[str]
    site_starts: frozenset[str]
    after: Mapping[str, str]
    before: Mapping[str, str]
    roads: frozenset[str]
    limits: frozenset[str]
    cues: frozenset[str]
    people: frozenset[str]
    reached: frozenset[str]
    never: frozenset[str]
    peoples: frozenset[str]
    demonyms: Mapping[str, str]


@cache
def words() -> Words:
    """The lists, read once."""
    aliases, lists = lexicons.load("places/aliases"), lexicons.load("places/words")
    features, demonyms = lexicons.load("places/features"), lexicons.load("actors/demonyms")
    return Words(
        countries=aliases["countries"],
        divisions=aliases["divisions"],
        postal=aliases["postal"],
        names={key(short): name for short, name in aliases["names"].items()},
        features={key(n): level for level, names in features.items() for n in names},
        levels={w: v for v, ws in lists["divisions"].items() if v != "loose" for w in ws},
        loose=_lower(lists["divisions"]["loose"]),
        sites=_lower(lists["sites"]["words"]),
        site_starts=frozenset(site.split()[0] for site in _lower(lists["sites"]["words"])),
        after=_by_word(lists, "after"),
        before=_by_word(lists, "before"),
        roads=_lower(lists["roads"]["after"]),
        limits=_lower(lists["limits"]["words"]),
        reached=frozenset(lists["reached"]["words"]),
        cues=_lower(lists["cues"]["strong"]),
        people=_lower(lists["cues"]["people"]),
        never=frozenset(lists["never"]["words"]) | frozenset(AGENCIES),
        peoples=frozenset(p + s for p in demonyms["peoples"]["words"] for s in ("", "s")),
        demonyms={
            adjective: country
            for adjective, country in _demonyms(demonyms).items()
            if adjective not in aliases["countries"]
        },
    )


def _lower(names: Iterable[str]) -> frozenset[str]:
    return frozenset(name.lower() for name in names)


def _by_word(lists: lexicons.Lexicon, where: str) -> dict[str, str]:
    return {w.lower(): level for level in ("water", "terrain") for w in lists[level][where]}


def _demonyms(lists: lexicons.Lexicon) -> dict[str, str]:
    """Adjectives and their plurals ("Syrian", "Syrians") by the country's code."""
    found: dict[str, str] = {}
    for country, adjectives in lists["adjectives"].items():
        for adjective in adjectives:
            found.setdefault(adjective, country)
            if adjective[-1:] in "nite":
                found.setdefault(adjective + "s", country)
    return found
