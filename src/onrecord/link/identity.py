"""Who an actor is beyond its report: only what the report's own words settle."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.identity.forms import is_name_like
from onrecord.identity.spelling import words
from onrecord.link.words import fold
from onrecord.records import Actor, ReportRecord

_STATE = frozenset({"government", "office", "military"})
_PRONOUNS = frozenset({"It", "Its", "He", "His", "She", "Her", "They", "Their", "We", "Our"})
_WORDS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Who:
    """An actor as it can be compared: ``name`` is null for the unnamed, ``side`` the state (ISO
    3166-1 alpha-3) that it belongs to or speaks for, null where the report does not tell."""

    actor: str
    label: str
    kind: str
    name: str | None
    side: str | None


_ENDED = re.compile(r"(?<!\b[A-Z])[.!?;:,”\"]\s+$")
"""The end of a sentence or a clause, and no "U.S."."""


def whos(record: ReportRecord) -> dict[str, Who]:
    """Every actor of a record by its id.

    A person named with a state or its office ("White House spokesperson X", "Syrian President Y")
    speaks for that state, and a government named for such a person ("the Y regime") is its own.
    """
    forms = state_forms(record)
    texts = _texts(record)
    found = {a.id: _who(a, forms, texts.get(a.id, [])) for a in record.actors}
    for actor in record.actors:
        who = found[actor.id]
        if who.kind == "person" and who.name and who.side:
            forms.setdefault(who.name.split()[-1], set()).add(who.side)
    for actor in record.actors:
        if actor.kind in ("government", "military") and found[actor.id].side is None:
            found[actor.id] = _who(actor, forms, texts.get(actor.id, []))
    return found


def state_forms(record: ReportRecord) -> dict[str, set[str]]:
    """The words by which this report names a state or its office, with the states they name."""
    forms: dict[str, set[str]] = {}
    for actor in record.actors:
        if not (actor.named and actor.kind in _STATE and actor.country):
            continue
        written = [actor.name, *actor.aliases, *(m.text for m in actor.mentions)]
        for text in written:
            form = text.removeprefix("the ").removeprefix("The ")
            if form[:1].isupper() and form not in _PRONOUNS:
                forms.setdefault(fold(form), set()).add(actor.country)
    return forms


def _texts(record: ReportRecord) -> dict[str, list[str]]:
    """By actor, the words that the report calls it by, with the word before its title."""
    texts: dict[str, list[str]] = {}
    for actor in record.actors:
        titles = tuple(role.title for role in actor.roles)
        mine = texts.setdefault(actor.id, [])
        mine += [f"{role.title} {role.organisation or ''}" for role in actor.roles]
        for mention in actor.mentions:
            mine.append(mention.text)
            if titles and mention.text.startswith(titles):
                before = record.report.text[max(0, mention.start - 30) : mention.start]
                mine.append(" ".join(before.split()[-2:]) if _goes_on(before) else "")
    for statement in record.statements:
        if statement.source is not None and statement.source.actor is not None:
            texts.setdefault(statement.source.actor, []).append(statement.source.span.text)
    return texts


def _goes_on(before: str) -> bool:
    """Whether what stands before a title belongs to it: "U.S. |", and no "… to Ordavia. |"."""
    return before.endswith(" ") and _ENDED.search(before) is None


def _who(actor: Actor, forms: Mapping[str, set[str]], texts: list[str]) -> Who:
    side = actor.country if actor.kind in _STATE | {"person", "people", "other"} else None
    if side is None and actor.kind in _STATE | {"person"}:
        words = [f" {' '.join(_WORDS.findall(fold(text)))} " for text in texts]
        sides = {
            state
            for form, states in forms.items()
            for state in states
            if any(f" {form} " in text for text in words)
        }
        side = sides.pop() if len(sides) == 1 else None
    # One report's "the army" is another country's: a name without a capital tells nobody apart.
    known = actor.named and (side is not None or is_name_like(actor.name))
    return Who(actor.id, actor.name, actor.kind, _name(actor.name) if known else None, side)


def _name(name: str) -> str:
    return " ".join(words(name)) or fold(name)


def same_voice(left: Who | None, right: Who | None) -> bool:
    """Whether two sources are one voice: the same name, or both speaking for one state.

    An unnamed source is nobody but itself.
    """
    if left is None or right is None:
        return False
    if left.actor == right.actor:
        return True
    if left.name is None or right.name is None:
        return False
    if left.name == right.name:
        return left.side is None or right.side is None or left.side == right.side
    if left.side is None or left.side != right.side:
        return False
    return speaks(left) and speaks(right)


def speaks(who: Who) -> bool:
    """A government or office speaks for its state, and so does one who is named with it."""
    return who.kind in ("government", "office", "person")


def sides(ids: tuple[str, ...], known: Mapping[str, Who]) -> frozenset[str]:
    """What tells these actors from others: their states, else their names."""
    found = set()
    for who in (known[i] for i in ids if i in known):
        if who.side is not None and who.kind != "people":
            found.add(who.side)
        elif who.name is not None and who.kind in ("armed_group", "igo", "ngo", "company"):
            found.add(who.name)
    return frozenset(found)
