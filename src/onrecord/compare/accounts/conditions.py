"""Whether what is threatened comes with its condition or without it."""

from __future__ import annotations

import re

from onrecord.link.words import NEGATIONS, stem, tokens
from onrecord.records import Span, Statement

_UNLESS = re.compile(r"unless\s+(?=\S)", re.IGNORECASE)
_IF = re.compile(r"(?:if|should|when|whenever|once|any|in case|were|had)\b", re.IGNORECASE)
_OR = re.compile(r"[\W_]*(?:and |but )?(?:or|otherwise)\b", re.IGNORECASE)

_FAILING = frozenset({"fail", "refus", "neglect", "declin"})


def averts(statement: Statement) -> bool:
    """Whether the consequence comes where the condition is *not* met: "unless they leave", "leave
    or face our fire"."""
    condition, consequence = statement.condition, statement.consequence
    if condition is None:
        return False
    if _UNLESS.match(condition.text):
        return True
    if consequence is None or _IF.match(condition.text) or consequence.start < condition.end:
        return False
    whole = (
        part.text[condition.end - part.start : consequence.end - part.start]
        for part in statement.content
        if part.start <= condition.start and consequence.end <= part.end
    )
    return _OR.match(next(whole, consequence.text)) is not None


def negated(span: Span) -> bool:
    """Whether a half of a warning is that something is *not* done: "if the wages are not paid",
    "no lorry would pass". Who "will not hesitate" to do it will do it."""
    told = tokens(span.text)
    denied = any(word in NEGATIONS or stem(word) in _FAILING for word in told)
    return denied and not {"hesitate", "hesitation"} & set(told)


def labelled(statement: Statement) -> tuple[str, Span] | None:
    """ "if" or "unless", and the words of the condition without it; None where there is none."""
    condition = statement.condition
    if condition is None:
        return None
    if not averts(statement):
        return "if", condition
    word = _UNLESS.match(condition.text)
    cut = word.end() if word else 0
    return "unless", Span(condition.start + cut, condition.end, condition.text[cut:])
