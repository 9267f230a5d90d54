"""The words of a mention."""

from __future__ import annotations

from onrecord.extract.actors.mentions.mention import Mention
from onrecord.extract.actors.trees.lexicon import Words
from onrecord.extract.actors.trees.syntax import Syntax


def modifiers(mention: Mention, syntax: Syntax, *, before_name: bool = False) -> list[str]:
    """The words before the head noun (or the name), as written."""
    stop = mention.head
    if before_name and mention.name >= 0:
        stop = syntax.name_tokens[mention.name][0]
    return [syntax.tokens[i].text for i in range(mention.first, stop)]


def gender_of(phrase: str, words: Words) -> str | None:
    return words.gender.get(phrase) or words.gender.get(phrase.split()[-1] if phrase else "")
