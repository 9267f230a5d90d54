"""If X then Y: where a statement sets a condition, and what follows from it.

The condition stands without its "if" and the consequence without its stops. "Unless" and "only if"
stay with the condition, since without them it would say the opposite. "Should they …", "were they
to …", "in case of …", "any use of … will" are conditions too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.extract.statements.clauses import Clause
from onrecord.extract.statements.syntax import SUBJECTS, Offsets, Syntax

_IF = frozenset({"if", "unless", "provided", "providing", "lest"})
_PHRASES = (
    ("in", "case", "of"), ("in", "the", "event", "of"), ("in", "the", "case", "of"),
    ("in", "the", "event", "that"), ("in", "case"), ("as", "long", "as"), ("so", "long", "as"),
    ("on", "condition", "that"), ("on", "the", "condition", "that"), ("provided", "that"),
    ("in", "the", "event"), ("assuming", "that"),
)  # fmt: skip
_KEEP = frozenset({"unless", "lest"})
_STOPS = frozenset({",", ".", ";", ":", "...", "…", "-", "–", "—", "!", "?"})
_QUOTES = frozenset({'"', "“", "”", "''", "``", "‘"})


@dataclass(frozen=True, slots=True)
class Condition:
    """The spans, and the head words of both clauses."""

    condition: Offsets
    consequence: Offsets | None
    head: int
    then: int | None


def find_condition(
    syntax: Syntax, content: Sequence[Offsets], found: Sequence[Clause]
) -> Condition | None:
    """The first condition on a main clause of the content; None where there is none."""
    for clause in found:
        for child in syntax.kids(clause.head, "advcl", "obl", "ccomp", "parataxis", "dep"):
            part = _part(content, syntax, child)
            if part is None:
                continue
            words = _condition(syntax, child, part)
            if words is not None:
                return _with_consequence(syntax, clause, child, words, part)
    for clause in found:
        universal = _any(syntax, clause, content) or _slip(syntax, clause, content)
        if universal is not None:
            return universal
    return None


def _part(content: Sequence[Offsets], syntax: Syntax, index: int) -> Offsets | None:
    at = syntax.tokens[index].start
    return next((part for part in content if part[0] <= at < part[1]), None)


def _condition(syntax: Syntax, head: int, part: Offsets) -> list[int] | None:
    """The tokens of the condition that hangs on ``head``, without what introduces it."""
    inside = syntax.within(*part)
    tree = [i for i in syntax.subtree(head) if i in inside]
    while tree and syntax.tokens[tree[0]].text in _STOPS | _QUOTES:
        tree.pop(0)
    if not tree:
        return None
    lemmas = [syntax.word(i) for i in tree]
    for phrase in _PHRASES:
        if tuple(lemmas[: len(phrase)]) == phrase:
            return _tidy(syntax, tree[len(phrase) :])
    if syntax.deprel(head) == "obl":
        return None
    start = 1 if lemmas[0] == "only" and len(lemmas) > 1 and lemmas[1] == "if" else 0
    if lemmas[start] == "even" and lemmas[start + 1 : start + 2] == ["if"]:
        return None  # it happens either way
    if lemmas[start] in _IF:
        kept = tree if start or lemmas[start] in _KEEP else tree[1:]
        return _tidy(syntax, kept)
    if _inverted(syntax, head, tree):
        return _tidy(syntax, tree[1:])
    return None


def _inverted(syntax: Syntax, head: int, tree: Sequence[int]) -> bool:
    """ "should they attack", "were Iran to strike", "had it not agreed": the auxiliary leads."""
    first = tree[0]
    if syntax.word(first) not in ("should", "were", "had") or len(tree) < 3:
        return False
    subject = syntax.kid(head, *SUBJECTS)
    return syntax.deprel(head) == "advcl" and subject is not None and first < subject <= tree[-1]


def _tidy(syntax: Syntax, tree: list[int]) -> list[int] | None:
    tree = list(tree)
    while tree and syntax.tokens[tree[0]].text in _STOPS:
        tree.pop(0)
    while tree and syntax.tokens[tree[-1]].text in _STOPS | _QUOTES:
        if syntax.tokens[tree[-1]].text in _QUOTES and _opened(syntax, tree):
            break
        tree.pop()
    return tree or None


def _opened(syntax: Syntax, tree: Sequence[int]) -> bool:
    return sum(1 for i in tree if syntax.tokens[i].text in _QUOTES) % 2 == 0


def _with_consequence(
    syntax: Syntax, clause: Clause, head: int, words: list[int], part: Offsets
) -> Condition:
    """The clause that the condition hangs on, from its first word to its last."""
    inside = syntax.within(*part)
    out = set(syntax.subtree(head))
    # Clauses that lead over to this one, or stand beside it, are not its consequence.
    apart = [c for c in syntax.kids(clause.head, "parataxis", "mark", "cc")]
    rest = [
        i
        for i in syntax.subtree(clause.head, without=[head, *apart])
        if i in inside and i not in out
    ]
    if words[0] < clause.head:
        rest = [i for i in rest if i > words[-1]]
    else:
        rest = [i for i in rest if i < words[0]]
        rest = [i for i in rest if syntax.deprel(i) != "mark" or syntax.heads[i] != clause.head]
    tidy = _tidy(syntax, _from_words(syntax, rest))
    consequence = syntax.span(tidy) if tidy else None
    return Condition(syntax.span(words), consequence, head, clause.head)


def _from_words(syntax: Syntax, rest: list[int]) -> list[int]:
    while rest and (
        syntax.tokens[rest[0]].text in _STOPS
        or (
            syntax.word(rest[0]) in ("then", "that")
            and syntax.deprel(rest[0]) in ("advmod", "mark")
        )
    ):
        rest = rest[1:]
    return rest


def _any(syntax: Syntax, clause: Clause, content: Sequence[Offsets]) -> Condition | None:
    """ "any use of gas will be answered": whatever does the first meets the second."""
    subject = clause.subject
    if subject is None or not clause.future:
        return None
    if not any(syntax.lemmas[d] in ("any", "whoever", "anyone") for d in
               (*syntax.kids(subject, "det"), subject)):  # fmt: skip
        return None
    part = _part(content, syntax, subject)
    if part is None:
        return None
    inside = syntax.within(*part)
    words = _tidy(syntax, [i for i in syntax.subtree(subject) if i in inside])
    if words is None:
        return None
    rest = [
        i for i in syntax.subtree(clause.head, without=[subject]) if i in inside and i > words[-1]
    ]
    tidy = _tidy(syntax, rest)
    return Condition(syntax.span(words), syntax.span(tidy) if tidy else None, subject, clause.head)


def _slip(syntax: Syntax, clause: Clause, content: Sequence[Offsets]) -> Condition | None:
    """ "will pay for it it it does so": an "if" mistyped as "it" before a clause with its subject.

    The slip stays in the condition, which says no more than the report.
    """
    if not clause.future or clause.negated:
        return None
    part = _part(content, syntax, clause.head)
    if part is None:
        return None
    inside = list(syntax.within(*part))
    for position, index in enumerate(inside[:-2]):
        if index <= clause.head or syntax.word(index) not in ("it", "is", "of", "fi"):
            continue
        pronoun, verb = inside[position + 1], inside[position + 2]
        if syntax.word(pronoun) not in ("it", "he", "she", "they", "we", "you"):
            continue
        if syntax.upos(verb) not in ("VERB", "AUX") or syntax.word(index) == syntax.word(verb):
            continue
        words = _tidy(syntax, inside[position:])
        before = _tidy(syntax, _from_words(syntax, inside[:position]))
        if words and before:
            return Condition(syntax.span(words), syntax.span(before), verb, clause.head)
    return None
