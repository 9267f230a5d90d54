"""Names that somebody goes by: "its spokesman, known as Commander Oru", "who calls himself Abu"."""

from __future__ import annotations

import re

from onrecord.extract.actors.entities import Entities, agree, named_person
from onrecord.extract.actors.mentions import Mention
from onrecord.extract.actors.syntax import Syntax

_GOES_BY = re.compile(
    r"(?:who is |who was )?(?:better |only |widely |otherwise )?(?:known|styled|nicknamed)"
    r"(?: only| simply)?(?: to \w+)? (?:as|by the name(?: of)?)"
    r"|who (?:goes|went|go) (?:only )?by(?: the (?:name|alias|nom de guerre)(?: of)?)?"
    r"|(?:going|who uses|using)(?: by)? the (?:name|alias|nom de guerre)(?: of)?"
    r"|who (?:calls|called|styles|styled) (?:himself|herself)"
    r"|(?:who (?:is|was) )?(?:identified|named|nicknamed|dubbed)(?: only| simply)?(?: as)?"
)
_LONGEST = 9
"""Words from the comma to the name, at most."""


def join_styled(entities: Entities, syntax: Syntax) -> None:
    """Merge a description with the name behind its comma that somebody goes by."""
    persons = [m for m in entities.mentions if m.nature == "person" and m.number != "p"]
    described = [m for m in persons if m.form == "nominal"]
    for name in entities.mentions:
        if name.form != "name" or name.kind != "person":
            continue
        comma = _comma(syntax, name)
        if comma is None:
            continue
        told = [m for m in described if m.last == comma - 1 and m.head < comma]
        if not told:
            continue
        other = min(told, key=lambda m: m.first)
        one, two = entities.of(other), entities.of(name)
        if one is not two and not named_person(one) and agree(one, two):
            entities.merge(other, name)


def _comma(syntax: Syntax, name: Mention) -> int | None:
    """Where the comma stands behind which nothing but "known as" leads to the name."""
    for index in range(name.first - 1, max(name.first - 1 - _LONGEST, 0), -1):
        if syntax.sent[index] != syntax.sent[name.first]:
            return None
        if syntax.tokens[index].text == ",":
            words = [syntax.tokens[i].text.lower() for i in range(index + 1, name.first)]
            return index if _GOES_BY.fullmatch(" ".join(words)) else None
    return None
