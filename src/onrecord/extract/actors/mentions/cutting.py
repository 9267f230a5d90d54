"""Mentions cut where a source begins or ends: who tells it is no part of whom it tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.actors.trees.countries import bare
from onrecord.extract.actors.trees.lexicon import words
from onrecord.extract.actors.trees.syntax import Syntax

if TYPE_CHECKING:
    from onrecord.extract.actors.mentions.mention import Mention

_WORDS = ("PROPN", "ADJ", "NOUN", "NUM")


def cut_off(syntax: Syntax, found: dict[int, Mention], start: int, end: int) -> None:
    """Cut the mentions that run over the bounds of the source ``[start, end)``.

    "According to SANA | militants tried", "20 others wounded | Harbour TV's reporter said".
    """
    for head, mention in found.items():
        inside = mention.start < start <= syntax.tokens[head].start < end
        if inside and _may_begin(syntax, mention, start):
            mention.first, _ = syntax.between(start, end)
            mention.start = syntax.tokens[mention.first].start
            if mention.name >= 0:
                mention.core = syntax.text(mention.first, mention.last)
        begins = start <= mention.start < end < syntax.tokens[head].start
        if not begins or mention.form != "nominal" or end >= mention.end:
            continue
        first, _ = syntax.between(end, mention.end)
        if first <= head and syntax.tokens[first].upos in _WORDS:
            if any(syntax.tokens[i].upos == "ADP" for i in range(mention.first, first)):
                continue  # "the head of the office"
            mention.first, mention.start = first, syntax.tokens[first].start


def _may_begin(syntax: Syntax, mention: Mention, start: int) -> bool:
    """Whether a mention may begin at ``start``: not within a person's or a place's name."""
    if mention.name < 0:
        return mention.form in ("nominal", "name")
    begins = syntax.tokens[syntax.name_tokens[mention.name][0]].start
    whole = words().institution(bare(mention.core)) is not None  # "Associated | Press"
    return begins >= start or (syntax.name_kinds[mention.name] == "ORG" and not whole)
