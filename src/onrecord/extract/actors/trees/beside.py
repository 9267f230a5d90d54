"""What stands right beside a name or a pronoun, whatever the tree makes of it.

A tree is wrong once in ten words or so; a title before a name, and a name between commas behind its
title, can be read off the words.
"""

from __future__ import annotations

from onrecord.extract.actors.trees.countries import countries
from onrecord.extract.actors.trees.lexicon import LONGEST, Words
from onrecord.extract.actors.trees.syntax import Syntax

_OWNER = ("'s", "’s", "'", "’")


def title_start(syntax: Syntax, first: int, words: Words) -> int:
    """Where the titles before the name that begins at token ``first`` begin; ``first`` if none.

    What says whose they are is taken in: "Norwegian", "Harbour Authority", "former", "the".
    """
    start = first
    while True:
        size = _title_before(syntax, start, words)
        if size == 0:
            break
        start -= size
    if start == first and not words.title_only([syntax.tokens[first].text]):
        return first
    while True:
        earlier = _whose(syntax, start, words)
        if earlier == start:
            break
        start = earlier
    if start > 0 and _same(syntax, start) and syntax.tokens[start - 1].upos == "DET":
        start -= 1
    return start


def _same(syntax: Syntax, index: int) -> bool:
    return syntax.sent[index - 1] == syntax.sent[index]


def _title_before(syntax: Syntax, end: int, words: Words) -> int:
    """How many tokens before ``end`` make a title."""
    for size in range(LONGEST, 0, -1):
        first = end - size
        if first < 0 or syntax.sent[first] != syntax.sent[min(end, len(syntax.sent) - 1)]:
            continue
        if any(syntax.name_of[i] >= 0 and _foreign(syntax, i, end) for i in range(first, end)):
            continue
        text = " ".join(syntax.tokens[i].text.lower() for i in range(first, end))
        text = text.replace(" - ", "-")
        if text in words.titles or text in words.address:
            return size
    return 0


def _foreign(syntax: Syntax, index: int, end: int) -> bool:
    """Whether the token is part of a name that is not this person's."""
    name = syntax.name_of[index]
    return name != (syntax.name_of[end] if end < len(syntax.tokens) else -1)


def _whose(syntax: Syntax, start: int, words: Words) -> int:
    """One step left of a title: a body's or a country's name, or a word of time."""
    if start == 0 or not _same(syntax, start):
        return start
    token = syntax.tokens[start - 1]
    text = token.text.lower()
    if text in words.past or text in words.present:
        return start - 1
    owned = text in _OWNER
    place = start - 2 if owned else start - 1
    name = syntax.name_of[place] if place >= 0 else -1
    if name >= 0 and syntax.sent[place] == syntax.sent[start]:
        first = syntax.name_tokens[name][0]
        kind = syntax.name_kinds[name]
        country = countries().of_word(syntax.name_text(name)) is not None
        if syntax.case(syntax.name_heads[name]) is not None:
            return start  # "In Norway Minister Cole met"
        if kind in ("ORG", "NORP") or country:
            return first
    known = countries().of_word(token.text) is not None
    modifies = syntax.deprel[start - 1] in ("compound", "amod", "nmod:desc")
    near = start <= syntax.head[start - 1] <= start + 8
    if token.upos in ("ADJ", "NOUN", "PROPN") and (known or (modifies and near and name < 0)):
        return start - 1
    return start


def between_commas(syntax: Syntax, first: int, last: int) -> bool:
    """Whether the tokens stand behind a comma and before a mark or the sentence's end."""
    if first == 0 or syntax.tokens[first - 1].text != ",":
        return False
    after = last + 1
    if after >= len(syntax.tokens) or syntax.sent[after] != syntax.sent[last]:
        return True
    return syntax.tokens[after].upos == "PUNCT"
