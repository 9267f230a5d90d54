"""Names that somebody goes by: "its spokesman, known as Commander Oru", "who calls himself Abu"."""

from __future__ import annotations

import re

from onrecord.extract.actors.mentions.entities import Entities, agree, named_person
from onrecord.extract.actors.mentions.mention import Mention
from onrecord.extract.actors.trees.syntax import Syntax

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


_NAMES_ITSELF = re.compile(
    r"(?:(?:who|that|which) (?:gives|gave)|giving) (?:his|her|their|its) name"
    r"(?: only| simply)? as(?: only)?"
    r"|(?:who (?:identified|identifies|introduced|introduces|named)|identifying|introducing|naming)"
    r" (?:himself|herself|itself)(?: only| simply)? as"
    r"|(?:(?:who|that|which) (?:calls|called|styles|styled)|calling|styling|naming)"
    r" (?:himself|herself|itself)"
    r"|(?:(?:who|that|which) (?:goes|went)|going) by the name(?: of)?|using the name"
    r"|(?:who (?:is|was) )?known(?: only| simply)? as"
)
_ARTICLES = frozenset({"a", "an", "another", "one"})


def join_self_named(entities: Entities, syntax: Syntax) -> None:
    """ "A captain who gives his name as | Omar Sela", "a group calling itself | the Sons of Lun":
    one of that name."""
    for name in entities.mentions:
        if name.form != "name" or name.nature not in ("person", "group", "thing"):
            continue
        other = _self_named(entities, syntax, name)
        if other is None or entities.of(other) is entities.of(name):
            continue
        one, two = entities.of(other), entities.of(name)
        if other.nature == "group" and name.kind in ("person", "other", None):
            known = other.kind not in (None, "other")
            name.kind, name.nature, name.posts = other.kind if known else "other", "group", ()
            two.gender = None
            two.changed()
        same = one.nature == two.nature and not named_person(one)
        if same and (one.country is None or two.country is None or one.country == two.country):
            name.wanted = name.wanted or other.wanted
            name.named = True
            entities.merge(other, name)


def _self_named(entities: Entities, syntax: Syntax, name: Mention) -> Mention | None:
    """The description right before the words by which somebody gives a name."""
    begin = name.first
    while begin > 0 and syntax.tokens[begin - 1].text.lower() in ("the", *_ARTICLES):
        begin -= 1
    first = syntax.name_tokens[name.name][0] if name.name >= 0 else name.first
    for index in range(begin - 1, max(begin - 2 - _LONGEST, -1), -1):
        other = entities.headed(index)
        if other is None or syntax.sent[index] != syntax.sent[begin]:
            continue
        described = other.form == "nominal" and other.nature in ("person", "group")
        if not described or other.number == "p" or other.definite != "indef":
            continue
        words = [syntax.tokens[i].text.lower() for i in range(index + 1, first)]
        while words and words[-1] in ("the", *_ARTICLES):
            words.pop()
        if _NAMES_ITSELF.fullmatch(" ".join(words)):
            return other
        titled = words[: begin - index - 1]
        return other if _NAMES_ITSELF.fullmatch(" ".join(titled)) else None
    return None


def _comma(syntax: Syntax, name: Mention) -> int | None:
    """Where the comma stands behind which nothing but "known as" leads to the name."""
    for index in range(name.first - 1, max(name.first - 1 - _LONGEST, 0), -1):
        if syntax.sent[index] != syntax.sent[name.first]:
            return None
        if syntax.tokens[index].text == ",":
            words = [syntax.tokens[i].text.lower() for i in range(index + 1, name.first)]
            return index if _GOES_BY.fullmatch(" ".join(words)) else None
    return None
