"""States and armed groups as a text names them, and for whom somebody speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise

from onrecord import lexicons
from onrecord.extract.actors.trees.countries import countries
from onrecord.link.identity import Who
from onrecord.link.words import fold, has_mark, keys, tokens
from onrecord.records import Statement

_NAME = re.compile(r"[A-ZÀ-Þ][^\W\d_]+(?:[ -](?:of |and )?[A-ZÀ-Þ][^\W\d_]+){0,3}")
_AT = re.compile(r"\b(?:in|near|at|outside|around|from|of|on|into|to)\s+$", re.IGNORECASE)
_STATES = frozenset({"government", "office", "military", "person", "other"})
_BODIES = frozenset({"armed_group", "igo", "ngo", "company"})


def tag(who: Who | None) -> str | None:
    """What tells an actor from others: its state, else a body's name; None for the rest."""
    if who is None:
        return None
    if who.side is not None and who.kind in _STATES:
        return who.side
    return who.name if who.kind in _BODIES else None


def named_sides(text: str, *, at_place: bool = True) -> Iterator[tuple[int, int, str]]:
    """Where ``text`` names states, by name, adjective or capital, and the groups that all know.

    ``at_place``: a capital in which something is, is a town and no state.
    """
    known = countries()
    for match in _NAME.finditer(text):
        at = match.start()
        for part in (match.group(), *match.group().split(" ")):
            start = text.index(part, at)
            code = known.of_word(part) or _groups().get(fold(part))
            if code is None and not (at_place and _AT.search(text[max(0, start - 10) : start])):
                code = known.capital(part)
            if code is not None:
                yield start, start + len(part), code
                if part == match.group():
                    break


@lru_cache(maxsize=8192)
def only_state(name: str) -> bool:
    """Whether ``name`` as a whole is the name or adjective of a state or group."""
    return any(end - start == len(name) for start, end, _ in named_sides(name))


def official(statement: Statement) -> str | None:
    """The state for which an unnamed official speaks: "a government spokesman in Kigali"."""
    text = statement.source.span.text if statement.source else ""
    found = {code for _, _, code in named_sides(text, at_place=False)}
    told = tokens(text)
    official = len(told) <= 2 or has_mark("officials", told)
    return found.pop() if len(found) == 1 and official else None


def share_name(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether one of each may be the other under a shorter name."""
    return any(
        set(one.split()) <= set(two.split()) or set(two.split()) <= set(one.split())
        for one in some
        for two in others
    )


@cache
def _groups() -> Mapping[str, str]:
    """The folded names of the armed groups and bodies that the lexicon knows, by their one name."""
    found = {}
    for entry in lexicons.load("actors/names").values():
        if isinstance(entry, Mapping) and entry.get("kind") in _BODIES:
            one = _bare(entry["names"][0])
            for name in entry["names"]:
                found[fold(name)] = one
                found[fold(name).removesuffix("s")] = one
    return found


def _bare(name: str) -> str:
    parts = fold(name).replace("-", " ").split()
    return " ".join(part for part in parts if part not in ("al", "el", "the")) or fold(name)


@cache
def party_keys() -> frozenset[str]:
    """Keys of the words for whoever takes part in a conflict or suffers it: "rebels"."""
    listed = lexicons.load("compare/parties").values()
    named = frozenset(key for words in listed for word in words for key in keys(word))
    return named | keys("civilians people residents fighters men women children")


def kinds_of(text: str) -> frozenset[str]:
    """The kinds of those whom a text names by what they are: "soldiers" and "the army" are of the
    state."""
    told = tokens(text)
    pairs = [" ".join(pair) for pair in pairwise(told)]
    return frozenset(_kinds()[word] for word in (*told, *pairs) if word in _kinds())


@cache
def _kinds() -> Mapping[str, str]:
    listed = lexicons.load("compare/parties")
    return {word: kind for kind, found in listed.items() for word in found}
