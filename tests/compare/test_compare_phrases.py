"""Phrases: what is compared where two reports use other words for one thing."""

from __future__ import annotations

import numpy as np

from onrecord.compare.scored.phrases import KINDS, meanings, phrases
from onrecord.model.analysis import Token


def _sentence() -> tuple[Token, ...]:
    rows = (
        ("The", "the", "DET", 1, "det"), ("minister", "minister", "NOUN", 2, "nsubj"),
        ("pulled", "pull", "VERB", -1, "root"), ("out", "out", "ADP", 2, "compound:prt"),
        ("of", "of", "ADP", 6, "case"), ("peace", "peace", "NOUN", 6, "compound"),
        ("talks", "talk", "NOUN", 2, "obl"), (".", ".", "PUNCT", 2, "punct"),
    )  # fmt: skip
    found, at = [], 0
    for text, lemma, upos, head, deprel in rows:
        found.append(Token(at, at + len(text), text, lemma, upos, head, deprel))
        at += len(text) + 1
    return tuple(found)


def test_phrases_are_the_mention_with_more_and_more_beside_it() -> None:
    found = dict(zip(KINDS, phrases(_sentence(), [2], 2), strict=True))
    assert found["alone"] == ("pulled",)
    assert found["with subject"] == ("minister", "pulled")
    assert found["with first object"] == ("pulled", "out", "of", "peace", "talks")
    assert found["with objects"] == ("pulled", "out", "of", "peace", "talks")
    assert found["with all"] == ("The", "minister", "pulled", "out", "of", "peace", "talks")
    assert "something" in found["around only"] and "pulled" not in found["around only"]
    assert "." not in found["sentence"]


def test_phrases_that_mean_one_thing_are_near() -> None:
    def told(*words: str) -> tuple[tuple[str, ...], ...]:
        return (words,) * len(KINDS)

    table = meanings(
        [
            told("checks", "into", "rehab"),
            told("enters", "a", "treatment", "clinic"),
            told("wins", "the", "final"),
        ]
    )
    assert table.shape[:2] == (3, len(KINDS))
    assert np.allclose(np.linalg.norm(table, axis=-1), 1, atol=1e-4)
    near = table[:, 0] @ table[:, 0].T
    assert near[0, 1] > near[0, 2] and near[0, 1] > near[1, 2]
