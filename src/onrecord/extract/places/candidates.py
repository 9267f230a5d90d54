"""What a written name may mean: its entries in the gazetteer, and what its generic words say."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from onrecord.extract.gazetteer import Entry, Gazetteer, layout
from onrecord.extract.gazetteer.keys import key
from onrecord.extract.places.words import Words

_POSSESSIVE = re.compile(r"[’'](?:s|S)?$")
_TOWNS = ("town", "capital", "admin1", "admin2", "admin3")
_BROAD = ("region", "continent")
SHORT_FORM = 5
"""Letters of the longest short form that means one country only ("U.S.A")."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """``entries`` that a name may mean; ``hint`` is the level that its generic word names.

    ``feature`` is set where the name is known for something that the gazetteer does not place (a
    sea, a range, a site), whatever else bears the name. ``part`` is True where the entries are
    those of a part of the name ("Northern Syria", "Dublin City").
    """

    entries: tuple[Entry, ...] = ()
    hint: str | None = None
    feature: str | None = None
    part: bool = False


def meaning(gazetteer: Gazetteer, words: Words, name: str, *, after_comma: bool = False) -> Meaning:
    """What ``name``, written so in a text, may mean. ``after_comma`` lets in postal codes."""
    name = _POSSESSIVE.sub("", " ".join(name.split()))
    if alpha3 := words.countries.get(name):
        others = () if len(name) <= SHORT_FORM else gazetteer.lookup(name)
        return _one(gazetteer.country(alpha3), others)
    code = words.divisions.get(name) or (words.postal.get(name) if after_comma else None)
    if code:
        return _one(gazetteer.division(code))
    found = gazetteer.lookup(name)
    if longer := words.names.get(key(name)):
        found = (*gazetteer.lookup(longer), *found)
    if feature := words.features.get(key(name)):
        broad = tuple(e for e in found if e.level in _BROAD and e.kind == layout.MAIN)
        return Meaning(broad, None, None if broad else feature)
    return _generic(gazetteer, words, name, found)


def _one(entry: Entry | None, others: tuple[Entry, ...] = ()) -> Meaning:
    """``entry`` first, and ``others`` that are not the same."""
    if entry is None:
        return Meaning(others)
    return Meaning((entry, *(e for e in others if e.place != entry.place)))


def _generic(gazetteer: Gazetteer, words: Words, name: str, found: tuple[Entry, ...]) -> Meaning:
    """``name`` with its generic word taken for a hint ("Idlib province", "Homs air base")."""
    parts = name.split()
    for length in (3, 2, 1):
        if len(parts) <= length:
            continue
        tail, head = " ".join(parts[-length:]).lower(), " ".join(parts[:-length])
        if level := words.levels.get(tail):
            below = found or _levelled(gazetteer.lookup(head), level)
            return Meaning(below, level, part=not found and tail in words.loose)
        if tail in words.sites:
            return _site(gazetteer, head, found)
    if (
        len(parts) > 2
        and parts[1].lower() == "of"
        and (level := words.levels.get(parts[0].lower()))
    ):
        rest = gazetteer.lookup(" ".join(parts[2:]))
        return Meaning(found or _levelled(rest, level), level, part=not found)
    if found:
        return Meaning(found)
    if len(parts) > 1 and parts[0].lower() in words.limits:
        return replace(meaning(gazetteer, words, " ".join(parts[1:])), part=True)
    return Meaning(feature=_feature(words, parts))


def _levelled(entries: tuple[Entry, ...], level: str) -> tuple[Entry, ...]:
    """Those of ``entries`` at ``level`` where there are any, else all."""
    at = tuple(e for e in entries if e.level == level)
    return at or entries


def _site(gazetteer: Gazetteer, head: str, found: tuple[Entry, ...]) -> Meaning:
    """A site by its own name, else by the place that it is called after."""
    if found:
        return Meaning(found, "site")
    called = gazetteer.lookup(head)
    own = tuple(e for e in called if e.level == "site")
    return Meaning(own or tuple(e for e in called if e.level in _TOWNS), "site", "site")


def _feature(words: Words, parts: list[str]) -> str | None:
    """The level that a capitalised generic word gives a name of no known place ("Lake Assad")."""
    if len(parts) < 2:
        return None
    first_two = " ".join(parts[:2]).lower()
    return (
        words.after.get(parts[-1].lower())
        or words.before.get(parts[0].lower())
        or (words.before.get(first_two) if len(parts) > 2 else None)
    )
