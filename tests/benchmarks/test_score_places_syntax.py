"""Distances, resolution, and trees aligned by characters."""

from __future__ import annotations

import pytest

from benchmarks.score.counts import Counts
from benchmarks.score.places import PlaceScore, PlaceSpan, distance_km
from benchmarks.score.syntax import SyntaxScore, Word


def test_a_quarter_of_the_equator() -> None:
    assert distance_km(0, 0, 0, 90) == pytest.approx(10007.5, abs=0.5)
    assert distance_km(51.5, -0.1, 51.5, -0.1) == 0.0


def test_places_near_far_and_unresolved() -> None:
    gold = [
        PlaceSpan(0, 5, 10.0, 10.0),
        PlaceSpan(10, 15, 10.0, 10.0),
        PlaceSpan(20, 25, 10.0, 10.0),
        PlaceSpan(30, 35, None, None),
    ]
    predicted = [
        PlaceSpan(0, 5, 11.0, 10.0),  # one degree of latitude: 111 km
        PlaceSpan(10, 17, 12.0, 10.0),  # two: 222 km
        PlaceSpan(20, 25, None, None),
        PlaceSpan(30, 35, 1.0, 1.0),
        PlaceSpan(40, 45, 1.0, 1.0),
    ]
    score = PlaceScore()
    score.add(gold, predicted)
    assert score.exact == Counts(3, 5, 4)
    assert score.relaxed == Counts(4, 5, 4)
    assert score.accuracy == pytest.approx(1 / 3)
    assert score.mean_km == pytest.approx(166.8, abs=0.1)
    assert score.unresolved == 1


def test_a_tree_on_gold_words() -> None:
    gold = [
        Word(0, 3, "DET", 1, "det"),
        Word(4, 8, "NOUN", 2, "nsubj:pass"),
        Word(9, 13, "VERB", -1, "root"),
    ]
    predicted = [
        Word(0, 3, "DET", 1, "det"),
        Word(4, 8, "NOUN", 2, "nsubj"),  # the subtype does not matter
        Word(9, 13, "NOUN", -1, "root"),
    ]
    score = SyntaxScore()
    score.add(gold, predicted)
    assert score.upos.f1 == pytest.approx(2 / 3)
    assert score.uas.f1 == score.las.f1 == 1.0


def test_words_that_are_cut_otherwise_are_not_found() -> None:
    gold = [Word(0, 2, "PRON", 1, "nsubj"), Word(3, 8, "VERB", -1, "root")]
    predicted = [
        Word(0, 2, "PRON", 2, "nsubj"),
        Word(3, 6, "VERB", 2, "aux"),
        Word(6, 8, "VERB", -1, "root"),
    ]
    score = SyntaxScore()
    score.add(gold, predicted, ([(0, 8)], [(0, 8)]))
    assert score.words == Counts(1, 3, 2)
    assert score.upos == Counts(1, 3, 2)
    assert score.uas == Counts(0, 3, 2)  # its head is no word of the gold
    assert score.sentences == Counts(1, 1, 1)
