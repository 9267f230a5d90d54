"""Tree decoding finds the best tree with one root."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.trees import best_heads


def is_tree(heads: tuple[int, ...]) -> bool:
    if heads.count(0) != 1:
        return False
    for word in range(1, len(heads) + 1):
        seen, node = set(), word
        while node:
            if node in seen:
                return False
            seen.add(node)
            node = heads[node - 1]
    return True


@pytest.mark.parametrize("size", [1, 2, 3, 4])
@given(data=st.data())
def test_best_of_all_trees(size: int, data: st.DataObject) -> None:
    seed = data.draw(st.integers(0, 10_000))
    scores = np.random.default_rng(seed).normal(size=(size + 1, size + 1)).astype(np.float32)
    heads = tuple(int(h) for h in best_heads(scores))
    assert is_tree(heads)
    rows = np.arange(1, size + 1)
    best = max(
        float(scores[rows, list(option)].sum())
        for option in product(range(size + 1), repeat=size)
        if is_tree(option)
    )
    assert float(scores[rows, list(heads)].sum()) == pytest.approx(best, abs=1e-4)


def test_long_sentences_are_trees() -> None:
    scores = np.random.default_rng(5).normal(size=(121, 121)).astype(np.float32)
    assert is_tree(tuple(int(h) for h in best_heads(scores)))
