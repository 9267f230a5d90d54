"""Windows cover a report, tags decode to whole spans, spans go to the cue they point to."""

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.attribution import (
    TAGS,
    WINDOW,
    decode_tags,
    join_windows,
    link_spans,
    windows,
)


@given(st.lists(st.integers(1, 8), max_size=1500))
def test_windows_cover_all_words_within_the_limit(sizes: list[int]) -> None:
    firsts = [sum(sizes[:i]) for i in range(len(sizes))] if len(sizes) < 50 else []
    if not firsts:
        total = 0
        for size in sizes:
            firsts.append(total)
            total += size
    pieces = sum(sizes)
    bounds = windows(firsts, pieces)
    assert {i for a, b in bounds for i in range(a, b)} == set(range(len(sizes)))
    for first, last in bounds:
        end = firsts[last] if last < len(sizes) else pieces
        assert end - firsts[first] <= WINDOW


@given(st.integers(0, 1000), st.integers(1, 40))
def test_decoding_never_goes_on_without_beginning(seed: int, count: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(count, len(TAGS))).astype(np.float32)
    spans = decode_tags(scores)
    assert all(0 <= a < b <= count for _, a, b in spans)
    assert all(x[2] <= y[1] for x, y in itertools.pairwise(spans))


def test_an_inside_tag_needs_its_beginning() -> None:
    scores = np.zeros((3, 7), dtype=np.float32)
    scores[:, 0] = 1.0
    scores[1, TAGS.index("I-cue")] = 5.0
    scores[0, TAGS.index("B-cue")] = 0.9
    assert decode_tags(scores) == [("cue", 0, 2)]


def test_a_word_keeps_the_scores_of_the_window_where_it_is_deepest() -> None:
    left, right = np.full((6, 7), 1.0, np.float32), np.full((6, 7), 2.0, np.float32)
    joined = join_windows([(0, 6), (4, 10)], [left, right], 10)
    assert joined[:, 0].tolist() == [1, 1, 1, 1, 1, 2, 2, 2, 2, 2]


def test_spans_are_grouped_by_the_cue_they_point_to() -> None:
    spans = [("source", 0, 1), ("cue", 1, 2), ("content", 2, 5), ("source", 6, 7), ("cue", 7, 8)]
    links = np.zeros((8, 8), dtype=np.float32)
    for dependent, cue in ((0, 1), (1, 1), (2, 1), (6, 7), (7, 7)):
        links[dependent, cue] = 1.0
    groups = link_spans(spans, [(0, 8)], [links])
    assert groups == [spans[:3], spans[3:]]


def test_moves_decide_between_one_span_and_two() -> None:
    begin, inside = TAGS.index("B-content"), TAGS.index("I-content")
    scores = np.full((3, 7), -9.0, dtype=np.float32)
    scores[0, begin] = scores[1, begin] = scores[2, inside] = -0.1
    scores[1, inside] = -0.5
    assert decode_tags(scores) == [("content", 0, 1), ("content", 1, 3)]
    moves = np.zeros((7, 7), dtype=np.float32)
    moves[begin, begin] = -2.0
    assert decode_tags(scores, moves) == [("content", 0, 3)]
