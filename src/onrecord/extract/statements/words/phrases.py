"""Noun phrases: how far the name of a source reaches."""

from __future__ import annotations

from onrecord.extract.statements.words.syntax import Offsets, Syntax

# What hangs on a noun and is no part of its phrase: clauses of the sentence, and its stops.
_NOT_OF_PHRASE = frozenset({"parataxis", "punct", "conj", "cc", "discourse", "cop", "aux", "advcl"})


def noun_phrase(syntax: Syntax, head: int, *, after: int = -1) -> Offsets:
    """The whole phrase of a noun, with its apposition and relative clause, without case or stops.

    ``after`` is a token that the phrase cannot reach back over.
    """
    kept = [head]
    stack = [head]
    while stack:
        top = stack.pop()
        for child in syntax.children[top]:
            relation = syntax.deprel(child)
            if top == head and (relation == "case" or relation in _NOT_OF_PHRASE):
                # Conjuncts of the head name further sources; "A and B said" is said by both.
                if not (relation == "conj" and _nominal_conjunct(syntax, head, child)):
                    continue
            if child > after:
                kept.append(child)
                stack.append(child)
    kept.sort()
    run = _unbroken(syntax, kept, head)
    while len(run) > 1 and syntax.upos(run[-1]) == "PUNCT" and not _closing(syntax, run):
        run.pop()
    while len(run) > 1 and syntax.tokens[run[0]].text in ",;:–—-.":
        run.pop(0)
    return syntax.span([*run, *_hyphened(syntax, run[-1])])


def _hyphened(syntax: Syntax, last: int) -> list[int]:
    """ "the Secretary | -General": what a hyphen ties to a name."""
    if last + 2 >= len(syntax.tokens) or syntax.tokens[last + 1].text != "-":
        return []
    one, dash, other = syntax.tokens[last : last + 3]
    tight = one.end == dash.start and dash.end == other.start
    named = syntax.upos(last) == syntax.upos(last + 2) == "PROPN"
    return [last + 1, last + 2] if tight and named else []


def _nominal_conjunct(syntax: Syntax, head: int, child: int) -> bool:
    nominal = syntax.upos(child) in ("NOUN", "PROPN", "PRON", "NUM")
    return nominal and not syntax.has(child, "nsubj", "cop")


def _closing(syntax: Syntax, run: list[int]) -> bool:
    return syntax.tokens[run[-1]].text in ")”\"'’" and syntax.tokens[run[0]].text in "(“\"'‘"


def _unbroken(syntax: Syntax, kept: list[int], head: int) -> list[int]:
    """The part about ``head`` that no other word breaks; commas and brackets within it belong."""
    members = set(kept)
    low = high = head
    while low > 0 and (low - 1 in members or _bridge(syntax, low - 1, members, -1)):
        low -= 1
    last = len(syntax.tokens) - 1
    while high < last and (high + 1 in members or _bridge(syntax, high + 1, members, 1)):
        high += 1
    run = list(range(low, high + 1))
    while run and run[0] not in members:
        run.pop(0)
    while run and run[-1] not in members:
        run.pop()
    return run


def _bridge(syntax: Syntax, index: int, members: set[int], step: int) -> bool:
    """A stop or conjunction between two parts of the phrase."""
    beyond = index + step
    if syntax.upos(index) not in ("PUNCT", "CCONJ"):
        return False
    return beyond in members or (beyond + step in members and syntax.upos(beyond) == "CCONJ")
