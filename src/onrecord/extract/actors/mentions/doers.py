"""Those who are named by a noun before what they do: "government | air strikes", "rebel | fire"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.actors.mentions.mention import Mention
from onrecord.extract.actors.trees.countries import countries
from onrecord.extract.actors.trees.lexicon import Words
from onrecord.extract.actors.trees.syntax import NOUNS, Syntax

_INNER = frozenset({"compound", "amod", "nmod", "nmod:poss", "obl:unmarked", "nmod:unmarked"})
_SORTS = frozenset({"government", "police", "military", "coalition", "rebels", "paramilitary"})
"""Sorts of sides that act; a bare "soldier" or "opposition" before a noun may as well suffer it."""
_PLURAL = frozenset({"rebels", "paramilitary"})
_LOOSE = frozenset(
    {"military", "command", "leadership", "administration", "presidency", "monarchy", "politburo",
     "fighter", "combatant", "regiment", "battalion"}
)  # fmt: skip
"""Words that before a noun may as well tell of what sort it is, or whom it befalls."""
_BANDS = frozenset({"rebel", "insurgent", "separatist", "guerrilla", "guerilla", "militant"})
_HELD = frozenset(
    {"position", "site", "hideout", "stronghold", "camp", "base", "outpost", "bastion", "convoy",
     "target"}
)  # fmt: skip
"""What is a side's where it is hit: "rebel positions"."""
_REACH = 4


def find_doers(syntax: Syntax, words: Words, known: dict[int, Mention]) -> list[Mention]:
    """A mention for each such noun that stands before an event's noun and in no mention's place.

    An adjective of the same form ("terrorist attacks") is one only where the report tells of such
    people by the noun as well: alone it says of what sort the attack is, unless a band is called
    so by everybody ("insurgent attacks"). A body's name in that place describes nothing; it acts.
    """
    told = {m.core for m in known.values() if m.form == "nominal"}
    found = [] if syntax.apostrophes else list(_owners(syntax, words, known))
    found += _issuers(syntax, words, known)
    taken = {mention.head for mention in found}
    heads = [syntax.token_at(trigger.start) for trigger in syntax.analysis.triggers]
    held = [n for n, token in enumerate(syntax.tokens) if token.lemma.lower() in _HELD]
    for head in sorted({*heads, *held}):
        for index in _before(syntax, head):
            name = known.get(index)
            if name is not None and name.modifier and syntax.name_kinds[name.name] == "ORG":
                name.modifier = False
            if syntax.name_of[index] >= 0 or syntax.deprel[index] not in _INNER or name is not None:
                continue
            if index in taken:
                break
            token = syntax.tokens[index]
            if head not in heads and token.text.lower() != token.lemma.lower():
                break  # "the militants positions": an owner's mark may be lost
            before = [syntax.tokens[index - 1].text.lower()] if index else []
            lemma = (token.text if token.upos == "ADJ" else token.lemma).lower()
            sort = words.sort_of([*before, lemma])
            if sort is None or sort.name not in _SORTS or lemma in _LOOSE:
                continue
            if token.upos == "ADJ" and lemma not in told and lemma not in _BANDS:
                continue
            found.append(_mention(syntax, index, lemma, plural=sort.name in _PLURAL))
            break
    return found


def _issuers(syntax: Syntax, words: Words, known: dict[int, Mention]) -> Iterator[Mention]:
    """ "A U.S. | military | statement said": whose statement it is speaks."""
    for paper in known.values():
        index = paper.head - 1
        told = paper.form == "nominal" and paper.wanted and paper.first <= index
        if not told or syntax.tokens[paper.head].lemma.lower() not in words.documents:
            continue
        lemma = syntax.tokens[index].lemma.lower()
        if lemma not in _ISSUERS or index in known or syntax.name_of[index] >= 0:
            continue
        first = paper.first + (syntax.tokens[paper.first].upos == "DET")
        if first < index and countries().of_word(syntax.text(first, index - 1)) is None:
            continue  # "an internal police report"
        start, end = syntax.span(first, index)
        mention = Mention(index, first, index, start, end, "nominal", lemma)
        mention.doing = "s"
        yield mention


_ISSUERS = frozenset({"military", "army", "navy", "police", "government", "coalition"})


def _owners(syntax: Syntax, words: Words, known: dict[int, Mention]) -> Iterator[Mention]:
    """ "the terrorists | positions", in a report without one apostrophe: whose they are."""
    for index, token in enumerate(syntax.tokens[:-1]):
        inner = token.upos == "NOUN" and syntax.deprel[index] in _INNER and index not in known
        if not inner or syntax.name_of[index] >= 0 or not index < syntax.head[index] <= index + 2:
            continue
        lemma = token.lemma.lower()
        sort = words.sort_of([lemma]) if token.text.lower() != lemma else None
        if sort is not None and sort.name in _PLURAL:
            yield _mention(syntax, index, lemma, plural=True)


def _before(syntax: Syntax, noun: int) -> Iterator[int]:
    """The tokens before an event's noun that may belong to it, the nearest first."""
    if noun < 1 or syntax.tokens[noun].upos not in NOUNS:
        return
    for index in range(noun - 1, max(noun - 1 - _REACH, -1), -1):
        inside = syntax.tokens[index].upos in ("NOUN", "PROPN", "ADJ")
        if not inside or syntax.sent[index] != syntax.sent[noun]:
            return
        yield index


def _mention(syntax: Syntax, index: int, lemma: str, *, plural: bool) -> Mention:
    first = _first(syntax, index)
    start, end = syntax.span(first, index)
    mention = Mention(index, first, index, start, end, "nominal", lemma)
    mention.doing = "p" if plural else "s"
    return mention


def _first(syntax: Syntax, index: int) -> int:
    """Where its own words begin: "US-led | coalition", "Norwegian | army", "air | force"."""
    tokens, first = syntax.tokens, index
    if first >= 3 and tokens[first - 2].text in ("-", "–"):
        return first - 3
    while first > 0 and syntax.sent[first - 1] == syntax.sent[index]:
        before = first - 1
        inner = syntax.deprel[before] in ("compound", "amod")
        if not inner or syntax.head[before] != index:
            break
        first = before
    return first
