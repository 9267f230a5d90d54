"""Whose own words a report is: a ministry's communiqué, a charity's statement, a paper's own voice.

A body that publishes its own paper, and is named in it, is the author of all that nobody else says
there; a newspaper is only where it speaks of itself ("we said on Monday").
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.extract.actors.trees.countries import countries
from onrecord.extract.actors.trees.lexicon import words
from onrecord.lexicons import ENVIRONMENT, load
from onrecord.records import ActorKind, Report

_BODIES = frozenset({"government", "office", "military", "armed_group", "igo", "ngo"})
_ARTICLE = re.compile(r"the\s+", re.IGNORECASE)
_BY = re.compile(r"\W*[\w ]+? (?:by|from|of) (?:[Tt]he )?(?P<name>[A-Z][\w’'. -]+)")
_LEAST = 2
"""Words of a body's name that must stand in the text, where they are not all of it."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who publishes a report. ``own``: the paper is all its own; ``named`` are where it is named in
    it, in order."""

    name: str
    kind: ActorKind
    country: str | None
    own: bool
    named: tuple[tuple[int, int], ...] = ()


def listed(key: str) -> frozenset[str]:
    """A list of ``actors/papers``, with the user's additions."""
    return _listed(key, os.environ.get(ENVIRONMENT))


@lru_cache(maxsize=32)
def _listed(key: str, folder: str | None) -> frozenset[str]:
    return frozenset(load("actors/papers", folder=folder)[key])


def author_of(report: Report) -> Author | None:
    """The author of a report; None where neither its outlet nor its title tells one."""
    outlet = " ".join((report.outlet or "").split())
    if not outlet and (headed := _heading(report.title)) is not None and _kind(headed) in _BODIES:
        outlet = headed
    name = _ARTICLE.sub("", outlet, count=1) if _ARTICLE.match(outlet) else outlet
    if not re.search(r"[^\W\d_]{2}", name):
        return None
    kind = _kind(name)
    country = countries().within(name.split())
    if kind == "outlet" or (kind not in _BODIES and not _is_paper(report.title)):
        return Author(outlet, "outlet", None, own=False)
    named = _named(report.text, name, body=kind in _BODIES)
    return Author(outlet, kind, country, own=bool(named), named=named)


def _heading(title: str | None) -> str | None:
    """Who heads a paper with its name: "Statement by the | Lun Doctors' Association, 9 June"."""
    found = _BY.match(title or "") if _is_paper(title) else None
    return found["name"].strip() if found is not None else None


def _kind(name: str) -> ActorKind:
    """What an outlet is by its name: of the press, a body of another sort, or "other"."""
    parts = [part.casefold() for part in re.findall(r"[\w’'-]+", name)]
    known = words().institution(name)
    if known is not None:
        return known.kind
    if set(parts) & listed("press"):
        return "outlet"
    head = re.split(r"\s(?:of|for)\s", name.casefold(), maxsplit=1)[0].split()
    sort = words().sort_of_name(head)
    return sort.kind if sort is not None and sort.kind in (*_BODIES, "outlet") else "other"


def _is_paper(title: str | None) -> bool:
    """Whether a title is that of somebody's own paper: "Statement on the flood in Lun"."""
    told = (title or "").casefold().strip()
    return any(
        told.startswith(one) and not told[len(one) : len(one) + 1].isalpha()
        for one in listed("titles")
    )


def _named(text: str, name: str, *, body: bool) -> tuple[tuple[int, int], ...]:
    """Where a text names its author: in full, by the first words of it, or "the Ministry"."""
    forms = [re.escape(name)]
    if body:
        parts = re.split(r"(\s(?:of|for)\s)", name)
        for size in range(len(parts) - 2, 0, -2):
            short = "".join(parts[:size])
            whole = rf"{re.escape(short)}(?!\s(?:of|for)\s+(?:the\s+)?[A-Z])"
            forms.append(whole if len(short.split()) >= _LEAST else rf"(?<=[Tt]he\s){whole}")
    found = re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)")
    return tuple(match.span() for match in found.finditer(text))
