"""A dateline that has lost its dash, cut off the sentence that it was read as part of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model.analysis import Analysis, Sentence, Token
from onrecord.read.frontmatter import Front


def with_dateline(analysis: Analysis, front: Front) -> Analysis:
    """The analysis with a sentence of its own for "WASHINGTON" in "WASHINGTON Ada Cole said …".

    A dateline with a dash ends a sentence before anything is read; one without is known by the
    gazetteer alone, which the networks do not have.
    """
    if front.dateline is None:
        return analysis
    text, at = analysis.text, front.dateline.span.end
    at += len(text[at:]) - len(text[at:].lstrip())
    sentences: list[Sentence] = []
    for sentence in analysis.sentences:
        parts = _parts(sentence.tokens, max(at, front.body))
        sentences += [
            Sentence(part[0].start, part[-1].end, sentence.paragraph, part) for part in parts
        ]
    return replace(analysis, sentences=tuple(sentences))


def _parts(tokens: Sequence[Token], at: int) -> list[tuple[Token, ...]]:
    """A sentence's words before and from ``at`` on, each part a tree of its own."""
    cut = next((n for n, token in enumerate(tokens) if token.start >= at), 0)
    if cut == 0:
        return [tuple(tokens)]
    return [_tree(tokens, 0, cut), _tree(tokens, cut, len(tokens))]


def _tree(tokens: Sequence[Token], first: int, last: int) -> tuple[Token, ...]:
    """The words ``first`` to ``last`` (half-open) with heads among themselves."""
    root: int | None = None
    found: list[Token] = []
    for token in tokens[first:last]:
        head = token.head
        while head >= 0 and not first <= head < last:
            head = tokens[head].head
        if head >= 0:
            found.append(replace(token, head=head - first))
        elif root is None:
            root = len(found)
            found.append(replace(token, head=-1, deprel="root"))
        else:
            found.append(replace(token, head=root, deprel="parataxis"))
    return tuple(found)
