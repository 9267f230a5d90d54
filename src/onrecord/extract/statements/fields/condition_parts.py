"""A condition and what follows from it, and the words that they are cut out of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.extract.statements.words.syntax import Offsets, Syntax

STOPS = frozenset({",", ".", ";", ":", "...", "…", "-", "–", "—", "!", "?"})
_QUOTES = frozenset({'"', "“", "”", "''", "``", "‘"})
_HOLDING_OUT = frozenset({"threaten", "vow", "swear", "warn"})
_ENDS = frozenset({".", ";", "!", "?", "—", "–"})


@dataclass(frozen=True, slots=True)
class Condition:
    """The spans of both clauses, and the tokens that they consist of."""

    condition: Offsets
    consequence: Offsets | None
    if_: tuple[int, ...]
    then: tuple[int, ...]


def sentence_before(syntax: Syntax, inside: Sequence[int], position: int) -> list[int]:
    number = syntax.sentences[inside[position]]
    return [i for i in inside[:position] if syntax.sentences[i] == number]


def to_stop(syntax: Syntax, rest: Sequence[int]) -> list[int]:
    """The tokens to the end of the sentence, or of the quotation that they stand in."""
    found: list[int] = []
    for index in rest:
        if found and syntax.sentences[index] != syntax.sentences[found[-1]]:
            break
        if syntax.tokens[index].text in _ENDS and found:
            break
        found.append(index)
    return found


def before_it(syntax: Syntax, inside: Sequence[int], position: int) -> list[int]:
    """The clause in front of a condition that comes last."""
    before = sentence_before(syntax, inside, position)
    while before and syntax.lemmas[before[-1]] in (",", "only", "but"):
        before.pop()
    while before and (
        syntax.lemmas[before[0]] in ("that", "and", "but") or syntax.tokens[before[0]].text in STOPS
    ):
        before.pop(0)
    return before


def held_out(syntax: Syntax, then: Sequence[int]) -> list[int]:
    """Of what stands before a condition, what is threatened: "guards beat him and threatened | to
    kill his family |, if he spoke": the beating was done."""
    for place in range(len(then) - 2, 0, -1):
        verb, behind = then[place], then[place + 1]
        held = syntax.lemmas[verb] in _HOLDING_OUT and syntax.upos(verb) == "VERB"
        if held and syntax.words[behind] in ("to", "that") and syntax.words[verb - 1] != "to":
            joined = any(syntax.upos(i) == "VERB" for i in then[:place])
            return list(then[place + 1 :]) if joined else list(then)
    return list(then)


def tidy(syntax: Syntax, tree: Sequence[int]) -> list[int] | None:
    """Without stops at the edges, and without a mark whose partner is elsewhere."""
    kept = list(tree)
    while kept and syntax.tokens[kept[0]].text in STOPS:
        kept.pop(0)
    while kept and syntax.tokens[kept[-1]].text in STOPS | _QUOTES:
        if syntax.tokens[kept[-1]].text in _QUOTES and _paired(syntax, kept):
            break
        kept.pop()
    if kept and syntax.tokens[kept[0]].text in _QUOTES and not _paired(syntax, kept):
        kept.pop(0)
    return kept or None


def _paired(syntax: Syntax, tree: Sequence[int]) -> bool:
    return sum(1 for i in tree if syntax.tokens[i].text in _QUOTES) % 2 == 0
