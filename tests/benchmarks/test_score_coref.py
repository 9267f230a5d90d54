"""Coreference measures against figures worked out by hand."""

from __future__ import annotations

from collections.abc import Hashable
from itertools import permutations
from random import Random

import pytest

from benchmarks.score.assignment import best_assignment
from benchmarks.score.coref import CorefScore, b_cubed, ceaf_e, muc
from benchmarks.score.crossdoc import CrossMention, same_head_lemma, score

GOLD = [set("abc"), set("de")]
CUT = [set("ab"), set("cde")]


def test_the_same_clusters_score_one() -> None:
    result = CorefScore()
    result.add(GOLD, GOLD)
    assert result.conll == pytest.approx(1.0)


def test_one_mention_in_the_wrong_cluster() -> None:
    links = muc(GOLD, CUT)
    assert links.recall == pytest.approx(2 / 3)  # (3 - 2) + (2 - 1) of 3
    assert links.precision == pytest.approx(2 / 3)
    shares = b_cubed(GOLD, CUT)
    assert shares.recall == pytest.approx(((4 + 1) / 3 + 4 / 2) / 5)
    assert shares.precision == pytest.approx((4 / 2 + (1 + 4) / 3) / 5)
    aligned = ceaf_e(GOLD, CUT)
    assert aligned.f1 == pytest.approx((4 / 5 + 4 / 5) / 2)


def test_a_missed_mention_costs_a_link() -> None:
    links = muc([set("abc")], [set("ab")])
    assert links.recall == pytest.approx(1 / 2)
    assert links.precision == 1.0


def test_singletons_count_for_b_cubed_and_not_for_links() -> None:
    alone = [{"a"}, {"b"}]
    assert b_cubed(alone, alone).f1 == 1.0
    assert muc(alone, alone).f1 == 0.0


@pytest.mark.parametrize("seed", range(5))
def test_the_assignment_is_the_best_of_all(seed: int) -> None:
    chance = Random(seed)
    gains = {
        (i, j): chance.randint(1, 9) / 10
        for i in range(5)
        for j in range(6)
        if chance.random() < 0.6
    }
    best = max(
        sum(gains.get((i, j), 0.0) for i, j in enumerate(order)) for order in permutations(range(6))
    )
    assert best_assignment(gains) == pytest.approx(best)


def test_no_gains_at_all() -> None:
    assert best_assignment({}) == 0.0


def test_the_baseline_joins_heads_of_one_group_only() -> None:
    mentions = [
        CrossMention("m1", "1", "blast", "explosion"),
        CrossMention("m2", "1", "blast", "Explosion"),
        CrossMention("m3", "2", "other blast", "explosion"),
    ]
    assert same_head_lemma(mentions) == [{"m1", "m2"}, {"m3"}]
    assert score(mentions, same_head_lemma(mentions)).conll == pytest.approx(1.0)
    together: dict[Hashable, str] = {"m1": "x", "m2": "x", "m3": "x"}
    assert score(mentions, together).b_cubed.precision == pytest.approx(5 / 9)
