"""What actors of many reports have in common before anything is decided: their form.

A form is what identity needs of an actor and no more, so that a record of a hundred thousand
reports has a few thousand of them, and a decision about a form is one about all who bear it.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from onrecord import lexicons
from onrecord.identity.spelling import alike, fold, skeleton, words
from onrecord.records import Actor, ActorKind

FormSort = Literal["person", "surname", "holder", "ruled", "state", "body", "people"]
"""``person``: a full name; ``surname``: a person by one word; ``holder``: a person by an office
alone ("the Syrian president"); ``ruled``: a government or forces by who leads them ("the Amar
regime"); ``state``: a country's government or forces; ``body``; ``people``: a nation or so."""

RECORD = "record"
"""What stands before the colon in the id of a record's actor, where others have their report's."""

_PRONOUNS = frozenset(
    "he him his himself she her hers herself it its itself they them their theirs themselves "
    "we us our ours i me my you your who whom whose which that this these those one".split()
)
_RULE = frozenset({"regime", "government", "administration", "regimes", "governments", "rule"})
_WHERE = frozenset({"in", "near", "at", "around", "across"})
_SMALL = frozenset({"of", "the", "for", "and", "in", "on", "to", "a", "de", "des", "la"})


@dataclass(frozen=True, slots=True, order=True)
class Form:
    """``norm`` is folded; ``country`` an ISO 3166-1 alpha-3 code; ``office`` the one-holder office
    of a surname or holder, or which of a ruler's bodies it is; ``month`` ("2017-04") that of the
    reports that name a holder. Each is empty where it is not known or not needed."""

    sort: FormSort
    norm: str
    country: str = ""
    office: str = ""
    month: str = ""

    @property
    def id(self) -> str:
        """The id of a record's actor that this form alone makes: of its content, in any record."""
        parts = (self.sort, self.norm, self.country, self.office, self.month)
        return f"{RECORD}:a{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:16]}"

    @property
    def block(self) -> str:
        """What it has in common with every form that may be the same name in another spelling."""
        told = words(self.norm)
        if self.sort == "person":
            return f"person/{skeleton(told[0])}/{_singular(skeleton(told[-1]))}"
        if self.sort == "body" and not self.norm.startswith("="):
            return "body/" + "/".join(_singular(skeleton(word)) for word in told)
        return f"{self.sort}/{self.norm}"


class Post(NamedTuple):
    """An office that a report says a person holds, in the month of the report."""

    office: str
    country: str
    month: str


def _singular(bones: str) -> str:
    """Reports that have lost their apostrophes write a name's genitive as one word."""
    return bones[:-1] if len(bones) > 2 and bones.endswith("s") else bones


def family_of(form: Form) -> str:
    """What persons of one surname have in common; empty of all that are no persons."""
    if form.sort not in ("person", "surname", "ruled"):
        return ""
    return _singular(skeleton(form.norm.split()[-1]))


def is_name_like(mention: str) -> bool:
    """Whether somebody might ask for an actor by this mention of it: no pronoun, no "the group"."""
    if mention.casefold() in _PRONOUNS and not (len(mention) > 1 and mention.isupper()):
        return False
    # a script without case has no lower-case letters either
    return any(c.isupper() for c in mention) or not any(c.islower() for c in mention)


def form_of(actor: Actor, published: str | None) -> Form | None:
    """The form of a report's actor; None of one that is nobody beyond its report.

    Unnamed sources never are: two reports' "officials" may be different people. Nor is whoever a
    report identifies by a description alone: one report's "government" is another country's.
    """
    if not (actor.named and is_name_like(actor.name) and fold(actor.name)):
        return None
    country = actor.country or ""
    if actor.kind == "people":
        return Form("people", _without_article(fold(actor.name)), country)
    known = _institution(actor)
    if known is not None:
        return Form("body", known)
    if actor.kind == "person":
        return _person(actor, country, (published or "")[:7])
    return _body(actor, country)


def _person(actor: Actor, country: str, month: str) -> Form | None:
    told = words(actor.name)
    if actor.name.split()[-1].islower():
        office = _office(actor, country)
        known = office is not None and len(month) == 7
        return Form("holder", "", country, office or "", month) if known and country else None
    if any(word.isdigit() for word in told):
        told = tuple(word for word in told if not word.isdigit())
    if not told:
        return None
    if len(told) == 1:
        held = posts_of(actor, None)
        return Form("surname", told[0], country, held[0].office if held and country else "")
    return Form("person", " ".join(told), country)


def _office(actor: Actor, country: str) -> str | None:
    """The office by which alone a person is named: "Syrian president"."""
    name = fold(actor.name).split()
    while name and (name[0] in demonyms().get(country, ()) or name[0] == "the"):
        name = name[1:]
    office = " ".join(name)
    return office if office in offices() else None


def posts_of(actor: Actor, published: str | None) -> tuple[Post, ...]:
    """The offices of which there is one that the report says a person holds now."""
    if actor.kind != "person" or not actor.country:
        return ()
    month = (published or "")[:7]
    titles = (fold(role.title) for role in actor.roles if role.until is None)
    held = (title for title in titles if title in offices())
    return tuple(dict.fromkeys(Post(title, actor.country, month) for title in held))


def _body(actor: Actor, country: str) -> Form | None:
    name = _without_article(fold(actor.name))
    own = demonyms().get(country, ())
    kept = [word for word in name.split() if word not in own] or name.split()
    if actor.kind == "government":
        if country:
            return Form("state", "government", country)
        if kept[-1] in _RULE and len(kept) > 1:
            ruler = words(" ".join(kept[:-1]))
            return Form("ruled", " ".join(ruler), office="government") if ruler else None
    if actor.kind in ("military", "armed_group"):
        # where somebody's forces stand is none of their name
        kept = kept[: next((n for n, word in enumerate(kept) if n and word in _WHERE), None)]
    forces = lexicons.load("actors/identity", folder=_folder())["forces"]
    if actor.kind == "military" and not country and len(kept) > 1 and kept[-1] == "forces":
        ruler = words(" ".join(kept[:-1]))
        return Form("ruled", " ".join(ruler), office="forces") if ruler else None
    if actor.kind == "military" and country:
        branch = kept == ["army"] and country in forces["branch"]
        if set(kept) <= set(forces["words"]) and kept[-1] in forces["heads"] and not branch:
            return Form("state", "forces", country)
    bare = lexicons.load("actors/identity", folder=_folder())["bare"]["words"]
    if not country and set(kept) <= set(bare):
        return None  # "the Foreign Ministry": of a country that the report does not tell
    if kept[0] in ("ministry", "department") and kept[1:2] == ["of"] and len(kept) > 2:
        kept = [*kept[2:], kept[0]]
    return Form("body", " ".join(words(" ".join(kept))) or " ".join(kept), country)


def shorts_of(actor: Actor, form: Form) -> tuple[str, ...]:
    """The short names by which the report calls one that it also names in full.

    A person's are single words of the name; a body's its initials, and what is left when words of
    the name are left out ("the Observatory").
    """
    if form.sort not in ("person", "body"):
        return ()
    full = words(form.norm if not form.norm.startswith("=") else actor.name)
    found: dict[str, None] = {}
    for text in (*actor.aliases, *(m.text for m in actor.mentions)):
        if not is_name_like(text):
            continue
        if form.sort == "person":
            found.update(dict.fromkeys(_single(words(text), full)))
        elif len(full) > 1:
            short = _short_body(_without_article(fold(text)), actor.country or "")
            if short and short != form.norm and _shortens(short, full, fold(actor.name)):
                found[short] = None
    return tuple(found)


def _single(told: tuple[str, ...], full: tuple[str, ...]) -> Iterator[str]:
    """The last word of a mention that leaves the other words of the name out."""
    if told and told[-1] in full and not any(word in told for word in full if word != told[-1]):
        yield told[-1]


def _short_body(text: str, country: str) -> str:
    own = demonyms().get(country, ())
    return " ".join(words(" ".join(word for word in text.split() if word not in own)))


def _shortens(short: str, full: tuple[str, ...], name: str) -> bool:
    told = short.split()
    if len(told) == 1 and told[0] == "".join(w[0] for w in name.split() if w not in _SMALL):
        return True
    rest = iter(full)
    return len(told) < len(full) and all(any(alike(word, long) for long in rest) for word in told)


def _without_article(folded: str) -> str:
    return folded.removeprefix("the ") or folded


def _institution(actor: Actor) -> str | None:
    """``=`` and the name of the lexicon's institution that a body is, whatever it is called."""
    told = _without_article(fold(actor.name)).split()
    known = _institutions(_folder())
    while " ".join(told) not in known and told and told[0] in _peoples(_folder()):
        told = told[1:]  # "the Kurdish People's Protection Units"
    found = known.get(" ".join(told))
    if found is None:
        return None
    table, kind, country = found
    fits = actor.country in (None, country) or country is None
    return f"={table}" if fits and (actor.kind != "person" or kind == "armed_group") else None


def institution_norm(name: str) -> str | None:
    """The norm of the lexicon's institution of this name."""
    found = _institutions(_folder()).get(_without_article(fold(name)))
    return None if found is None else f"={found[0]}"


@lru_cache(maxsize=4)
def _institutions(folder: str | None) -> dict[str, tuple[str, ActorKind, str | None]]:
    found: dict[str, tuple[str, ActorKind, str | None]] = {}
    for table, values in lexicons.load("actors/names", folder=folder).items():
        for name in values["names"]:
            # a report that has lost its apostrophes writes "Peoples"
            for written in {name, re.sub("['’]s", "s", name)} if len(name) > 2 else ():
                known = (table, values["kind"], values.get("country"))
                found[_without_article(fold(written))] = known
    return found


@lru_cache(maxsize=4)
def _peoples(folder: str | None) -> frozenset[str]:
    """Words that say whose something is: a people's, or a country's."""
    words_ = lexicons.load("actors/demonyms", folder=folder)["peoples"]["words"]
    return frozenset(map(fold, words_)).union(*_demonyms(folder).values())


def offices() -> frozenset[str]:
    """The offices of which a country has one, folded."""
    return leads() | _offices(_folder(), "offices")


def leads() -> frozenset[str]:
    """Those of the offices that "leader" may mean, too."""
    return _offices(_folder(), "leads")


@lru_cache(maxsize=8)
def _offices(folder: str | None, table: str) -> frozenset[str]:
    return frozenset(map(fold, lexicons.load("actors/titles", folder=folder)["one"][table]))


def demonyms() -> dict[str, frozenset[str]]:
    """By country, the folded words by which names say that something is its own."""
    return _demonyms(_folder())


@lru_cache(maxsize=4)
def _demonyms(folder: str | None) -> dict[str, frozenset[str]]:
    lexicon = lexicons.load("actors/demonyms", folder=folder)
    names = [(country, name) for country, given in lexicon["adjectives"].items() for name in given]
    names += [(country, name) for country, given in lexicon["short"].items() for name in given]
    found: dict[str, set[str]] = {}
    for country, name in names:
        told = fold(name).split()
        found.setdefault(country, set()).update([*told, f"{told[-1]}s"])
    return {country: frozenset(told) for country, told in found.items()}


def _folder() -> str | None:
    return os.environ.get(lexicons.ENVIRONMENT)
