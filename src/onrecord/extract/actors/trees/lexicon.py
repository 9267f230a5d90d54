"""The actors' lexicons, indexed for look-up.

The files are ``lexicons/actors/*.toml``; what each table means is said in the file. A word that
stands in two tables belongs to the later one.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast, get_args

from onrecord.errors import LexiconError
from onrecord.identity.spelling import alike, skeleton
from onrecord.identity.spelling import words as spelled
from onrecord.lexicons import ENVIRONMENT, load
from onrecord.records import ActorKind

_OPENING = re.compile(r"[ '’.-]")

LONGEST = 4
"""Words in the longest noun phrase or title that is looked up."""


@dataclass(frozen=True, slots=True)
class Sort:
    """What a head noun says: see ``nouns.toml``."""

    name: str
    kind: ActorKind
    sector: str | None
    unnamed: bool
    one: bool


@dataclass(frozen=True, slots=True)
class Institution:
    """A body known by its name alone: see ``names.toml``. ``id`` is its table's name.

    ``common``: other countries have one of that name.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None
    sector: str | None
    common: bool = False
    short_of: str | None = None
    """The id of the one that is meant where a report names that in full as well."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title in lower case. ``one``: there is one holder; ``lead``: of a state."""

    text: str
    sector: str | None
    one: bool
    lead: bool


@dataclass(frozen=True, slots=True)
class Words:
    """Everything of ``nouns``, ``names`` and ``titles``.

    Keys are lower case but for ``institutions``, whose keys are as written; ``folded`` has them in
    lower case without the acronyms ("WHO" is a body, "who" is not), and ``spelt`` by what other
    spellings of several words have in common. ``openings`` are the first
    words of the institutions' names.
    """

    nouns: Mapping[str, Sort]
    endings: Mapping[str, Sort]
    plural: frozenset[str]
    institutions: Mapping[str, Institution]
    folded: Mapping[str, Institution]
    spelt: Mapping[str, tuple[tuple[str, ...], Institution]]
    openings: frozenset[str]
    titles: Mapping[str, Title]
    address: Mapping[str, str | None]
    past: frozenset[str]
    present: frozenset[str]
    gender: Mapping[str, str]
    anywhere: frozenset[str]
    documents: frozenset[str]
    possessions: frozenset[str]
    policies: frozenset[str]
    deeds: frozenset[str]
    loose: frozenset[str]

    def sort_of(self, words: Sequence[str], lemma: str | None = None) -> Sort | None:
        """The sort of the longest known phrase that ``words`` (lower case) ends with.

        ``lemma`` may stand for the last of them.
        """
        tail = list(words[-LONGEST:])
        for first in range(len(tail)):
            found = self.nouns.get(_joined(tail[first:]))
            if found is None and lemma is not None:
                found = self.nouns.get(_joined([*tail[first:-1], lemma]))
            if found is not None:
                return found
        return None

    def sort_of_name(self, words: Sequence[str]) -> Sort | None:
        """The sort that a name's last words (lower case) tell."""
        tail = list(words[-LONGEST:])
        for first in range(len(tail)):
            text = " ".join(tail[first:])
            found = self.endings.get(text) or self.nouns.get(text)
            if found is not None:
                return found
        return None

    def in_full(self, found: Institution, text: str) -> Institution:
        """What a short name is short of, where the text has that one's full name: the Red Cross."""
        longer = ((n, one) for n, one in self.institutions.items() if one.id == found.short_of)
        return next((one for name, one in longer if name in text), found)

    def institution(self, name: str) -> Institution | None:
        """The institution of this name; an acronym must be written as the lexicon has it."""
        return self.institutions.get(name) or self.folded.get(_folded(name)) or self._near(name)

    def _near(self, name: str) -> Institution | None:
        """The institution whose name of several words is this one in another spelling."""
        told = spelled(name)
        near = self.spelt.get(" ".join(map(skeleton, told)))
        if near is None or len(told) < 2 or not all(map(alike, told, near[0])):
            return None
        return near[1]

    def title_only(self, words: Iterable[str]) -> bool:
        """Whether the words are a title or a form of address and nothing more."""
        text = _joined([word.lower() for word in words])
        known = text in self.titles or text.removesuffix("s") in self.titles
        return known or text in self.address or text in ("lt", "gen", "pm")

    def listed(self, text: str, *, lost: bool = False) -> bool:
        """Whether ``text`` is an institution's name, as written or with "Al" for "al-".

        Where apostrophes are ``lost``, "the Islamic Leagues" may be the League's.
        """
        if text in self.institutions or (text[:1].isupper() and _folded(text) in self.folded):
            return True
        if text[:1].isupper() and self._near(text) is not None:
            return True
        return lost and text.endswith("s") and text[:-1] in self.institutions


def _joined(words: Sequence[str]) -> str:
    """The words as one phrase, hyphens that are words of their own without their spaces."""
    return " ".join(words).replace(" - ", "-")


def _folded(name: str) -> str:
    return _ARTICLE.sub("al-", name.lower())


_ARTICLE = re.compile(r"\bal[- ]")


def words() -> Words:
    """The lexicons, with the user's additions. LexiconError where one is not as it should be."""
    return _words(os.environ.get(ENVIRONMENT))


@lru_cache(maxsize=4)
def _words(folder: str | None) -> Words:
    names = load("actors/names", folder=folder)
    titles = load("actors/titles", folder=folder)
    nouns, endings, plural = _nouns(load("actors/nouns", folder=folder))
    institutions: dict[str, Institution] = {}
    for key in names:
        table = names[key]
        one = Institution(
            key,
            table["names"][0],
            _kind(table, key),
            table.get("country"),
            table.get("sector"),
            bool(table.get("common", False)),
            table.get("short_of"),
        )
        institutions.update(dict.fromkeys(table["names"], one))
    address: dict[str, str | None] = {}
    for gender, code in (("male", "m"), ("female", "f"), ("any", None)):
        address.update(dict.fromkeys(titles["address"][gender], code))
    gendered = {word: "m" for word in titles["gender"]["male"]}
    gendered.update({word: "f" for word in titles["gender"]["female"]})
    return Words(
        nouns=nouns,
        endings=endings,
        plural=plural,
        institutions=institutions,
        folded={_folded(name): one for name, one in institutions.items() if not _acronym(name)},
        spelt={
            " ".join(map(skeleton, spelled(name))): (spelled(name), one)
            for name, one in institutions.items()
            if len(spelled(name)) > 1
        },
        openings=frozenset(
            word for name in institutions for word in (name.split()[0], _OPENING.split(name)[0])
        ),
        titles=_titles(titles),
        address=address,
        past=frozenset(titles["tense"]["past"]),
        present=frozenset(titles["tense"]["present"]),
        gender=gendered,
        anywhere=frozenset(titles["anywhere"]["words"]),
        documents=frozenset(titles["documents"]["words"]),
        possessions=frozenset(titles["possessions"]["words"]),
        policies=frozenset(titles["policies"]["words"]),
        deeds=frozenset(titles["deeds"]["words"]),
        loose=frozenset(titles["loose"]["words"]),
    )


def _acronym(name: str) -> bool:
    return " " not in name and sum(letter.isupper() for letter in name) > 1


_Nouns = tuple[dict[str, Sort], dict[str, Sort], frozenset[str]]


def _nouns(tables: Mapping[str, Any]) -> _Nouns:
    nouns: dict[str, Sort] = {}
    endings: dict[str, Sort] = {}
    plural: set[str] = set()
    for name in tables:
        table = tables[name]
        sort = Sort(
            name,
            _kind(table, name),
            table.get("sector"),
            bool(table.get("unnamed", False)),
            bool(table.get("one", False)),
        )
        nouns.update(dict.fromkeys(table["words"], sort))
        nouns.update(dict.fromkeys(table.get("plural", ()), sort))
        endings.update(dict.fromkeys(table.get("names", ()), sort))
        plural.update(table.get("plural", ()))
    return nouns, endings, frozenset(plural)


def _titles(tables: Mapping[str, Any]) -> dict[str, Title]:
    sectors = {
        "government": "GOV", "legislature": "LEG", "military": "MIL", "police": "COP",
        "justice": "JUD", "religion": "REL", "education": "EDU", "medicine": "MED",
        "journalism": "JRN", "civil": "CVL", "business": "BUS", "party": "PTY",
    }  # fmt: skip
    titles: dict[str, Title] = {}
    for group in tables["many"]:
        for text in tables["many"][group]:
            titles[text] = Title(text, sectors.get(group), one=False, lead=False)
    for text in tables["one"]["offices"]:
        titles[text] = Title(text, "GOV", one=True, lead=False)
    for text in tables["one"]["leads"]:
        titles[text] = Title(text, "GOV", one=True, lead=True)
    return titles


def _kind(table: Mapping[str, Any], name: str) -> ActorKind:
    kind = table.get("kind")
    if kind not in get_args(ActorKind):
        allowed = ", ".join(get_args(ActorKind))
        raise LexiconError(f"{name}: kind is {kind!r}; it must be one of {allowed}")
    return cast(ActorKind, kind)
