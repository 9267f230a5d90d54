"""Batches: each run once, within the limit, and little of them padding."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.network import BATCH_PIECES, CALL_PIECES, batches
from onrecord.model.pieces import Pieces


def run(size: int) -> Pieces:
    return Pieces([7] * size, [(0, 0, 0)] * size, list(range(size)))


def cost(sizes: list[int], groups: list[list[int]]) -> int:
    return sum(len(g) * max(sizes[i] + 2 for i in g) + CALL_PIECES for g in groups)


@given(st.lists(st.integers(0, 600), max_size=60))
def test_every_run_is_in_one_batch_within_the_limit(sizes: list[int]) -> None:
    groups = list(batches([run(n) for n in sizes]))
    assert sorted(i for group in groups for i in group) == list(range(len(sizes)))
    for group in groups:
        padded = len(group) * max(sizes[i] + 2 for i in group)
        assert len(group) == 1 or padded <= BATCH_PIECES


def test_a_long_run_does_not_pad_the_short_ones() -> None:
    sizes = [12, 200, 10, 11, 12]
    groups = list(batches([run(n) for n in sizes]))
    assert sorted(map(sorted, groups)) == [[0, 2, 3, 4], [1]]


@given(st.lists(st.integers(1, 90), min_size=1, max_size=7))
def test_no_other_cut_of_the_sorted_runs_costs_less(sizes: list[int]) -> None:
    order = sorted(range(len(sizes)), key=lambda i: sizes[i])
    best = cost(sizes, list(batches([run(n) for n in sizes])))
    for cuts in range(2 ** (len(sizes) - 1)):
        groups = [[order[0]]]
        for k, i in enumerate(order[1:]):
            if cuts >> k & 1:
                groups.append([i])
            else:
                groups[-1].append(i)
        if all(len(g) * max(sizes[i] + 2 for i in g) <= BATCH_PIECES for g in groups):
            assert best <= cost(sizes, groups)
