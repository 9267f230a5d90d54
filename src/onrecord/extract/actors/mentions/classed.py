"""Several named behind the noun for all of them: "the magazines Harbour and Tide", "two ministers,
Ane Holm and Jon Reed". The noun means those who are named, and tells what they are."""

from __future__ import annotations

from onrecord.extract.actors.mentions.mention import Mention
from onrecord.extract.actors.trees.syntax import Syntax

_BODIES = frozenset({"outlet", "armed_group", "company", "ngo", "igo"})
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}


def join_classed(mentions: list[Mention], syntax: Syntax) -> None:
    """Make each such noun a mention of those named behind it."""
    names = {m.first: m for m in mentions if m.form == "name"}
    for mention in mentions:
        if mention.form != "nominal" or mention.number != "p" or mention.nature == "thing":
            continue
        named = _named(mention, names, syntax)
        if len(named) < 2 or not _counted(mention, len(named), syntax):
            continue
        for one in named:
            if mention.kind in _BODIES and one.kind in ("person", "other", None):
                one.kind, one.nature, one.posts = mention.kind, "group", ()
                one.sector, one.named = one.sector or mention.sector, True
                one.country = one.country or mention.country
            one.wanted = one.wanted or mention.wanted
        _mean(mention, tuple(one.head for one in named))
        for again in _again(mention, mentions):
            _mean(again, mention.parts)


def _mean(mention: Mention, parts: tuple[int, ...]) -> None:
    mention.form, mention.parts, mention.nature, mention.sort = "joint", parts, "group", None


def _again(mention: Mention, mentions: list[Mention]) -> list[Mention]:
    """ "The two ministers", "the suspects": those named, until others are called so."""
    found: list[Mention] = []
    for other in mentions:
        if other.head <= mention.head or other.core != mention.core or other.form != "nominal":
            continue
        if other.definite not in ("def", "dem") or other.number != "p" or " " in other.label:
            break
        found.append(other)
    return found


def _named(mention: Mention, names: dict[int, Mention], syntax: Syntax) -> list[Mention]:
    """The names right behind a noun, or between commas behind it, joined by "and"."""
    place = mention.last + 1
    comma = place < len(syntax.tokens) and syntax.tokens[place].text == ","
    place += comma
    found: list[Mention] = []
    joined = False
    while place in names and syntax.sent[place] == syntax.sent[mention.head]:
        found.append(names[place])
        place = names[place].last + 1
        if joined or place >= len(syntax.tokens):
            break
        while place < len(syntax.tokens) and syntax.tokens[place].text in (",", "and"):
            joined = joined or syntax.tokens[place].text == "and"
            place += 1
    inside = place < len(syntax.tokens) and syntax.sent[place] == syntax.sent[mention.head]
    closed = not inside or syntax.tokens[place].upos == "PUNCT"
    if not joined or (comma and not closed) or not all(_is_name(one) for one in found):
        return []
    return found if _below(found[0], mention, syntax) else []


def _below(name: Mention, mention: Mention, syntax: Syntax) -> bool:
    """Whether the tree takes a name for what the noun is called, or its title does."""
    above = syntax.head[name.head]
    title = name.first <= above < name.head
    above = syntax.head[above] if title else above
    relation = syntax.deprel[syntax.head[name.head] if title else name.head]
    beside = relation == syntax.deprel[mention.head] == "nsubj"  # of one verb both
    return (above == mention.head and relation == "appos") or (
        beside and above == syntax.head[mention.head]
    )


def _is_name(mention: Mention) -> bool:
    return mention.form == "name" and mention.name >= 0 and mention.nature in ("person", "group")


def _counted(mention: Mention, named: int, syntax: Syntax) -> bool:
    """Whether no number is told but that of those named."""
    told = [syntax.tokens[k].text.lower() for k in syntax.of(mention.head, "nummod")]
    return all(_NUMBERS.get(word, 0) == named or word == str(named) for word in told)
