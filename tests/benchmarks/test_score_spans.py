"""Spans, attributions, times and events, on inputs small enough to count by hand."""

from __future__ import annotations

import pytest

from benchmarks.score import spans
from benchmarks.score.attribution import AttributionScore, Roles
from benchmarks.score.counts import Counts, accuracy, macro_f1
from benchmarks.score.events import EventScore, EventSpan
from benchmarks.score.times import TimeScore, TimeSpan, plain

TEXT = "The minister said on Monday that the port was safe, but aid groups deny it."


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def test_f1_is_the_harmonic_mean() -> None:
    counts = Counts(2, 4, 5)
    assert counts.precision == 0.5
    assert counts.recall == 0.4
    assert counts.f1 == pytest.approx(4 / 9)
    assert Counts().f1 == 0.0


def test_macro_f1_weighs_each_class_alike() -> None:
    gold = ["AID", "AID", "AID", "COERCE"]
    predicted = ["AID", "AID", "COERCE", "COERCE"]
    assert accuracy(gold, predicted) == 0.75
    assert macro_f1(gold, predicted) == pytest.approx((0.8 + 2 / 3) / 2)


def test_relaxed_spans_match_one_to_one_and_by_label() -> None:
    gold = [(0, 10, "PER"), (20, 30, "GPE")]
    predicted = [(0, 4, "PER"), (5, 10, "PER"), (20, 30, "ORG")]
    assert spans.relaxed(gold, predicted) == Counts(1, 3, 2)
    assert spans.exact(gold, [(0, 10, "PER")]) == Counts(1, 1, 2)


def test_the_closest_overlap_wins() -> None:
    assert spans.match_overlapping([(0, 10)], [(0, 2), (1, 10)]) == [(0, 1)]


def test_an_exact_attribution_counts_in_every_figure() -> None:
    roles = Roles((at("The minister"),), (at("said"),), (at("that the port was safe"),))
    score = AttributionScore()
    score.add(TEXT, [roles], [roles])
    assert [score.exact[role].f1 for role in score.exact] == [1.0, 1.0, 1.0]
    assert score.linked == Counts(1, 1, 1)


def test_a_short_content_is_no_exact_span_but_shares_words_and_links() -> None:
    gold = Roles((at("The minister"),), (at("said"),), (at("that the port was safe"),))
    short = Roles((at("The minister"),), (at("said"),), (at("the port was safe"),))
    score = AttributionScore()
    score.add(TEXT, [gold], [short])
    assert score.exact["content"] == Counts(0, 1, 1)
    assert score.token["content"] == Counts(4, 4, 5)
    assert score.linked == Counts(1, 1, 1)


def test_parts_with_nothing_between_them_are_one_span() -> None:
    whole = Roles((), (at("said"),), (at("that the port was safe"),))
    parts = Roles((), (at("said"),), (at("that the port"), at("was safe")))
    broken = Roles((), (at("said"),), (at("that the port"), at("safe")))
    score = AttributionScore()
    score.add(TEXT, [whole], [parts])
    assert score.exact["content"] == Counts(1, 1, 1)
    score.add(TEXT, [whole], [broken])
    assert score.exact["content"] == Counts(1, 3, 2)


def test_an_attribution_with_the_wrong_source_is_not_linked() -> None:
    gold = Roles((at("aid groups"),), (at("deny"),), (at("it"),))
    other = Roles((at("The minister"),), (at("deny"),), (at("it"),))
    without = Roles((), (at("deny"),), (at("it"),))
    for predicted in (other, without):
        score = AttributionScore()
        score.add(TEXT, [gold], [predicted])
        assert score.exact["cue"].right == 1
        assert score.linked.right == 0


def test_times_strict_relaxed_and_value() -> None:
    start, end = at("Monday")
    gold = [TimeSpan(start, end, "DATE", "2031-05-05")]
    score = TimeScore()
    score.add(gold, [TimeSpan(start - 3, end, "DATE", "2031-05-05")])
    score.add(gold, [TimeSpan(start, end, "DATE", "2031-05-12")])
    assert score.strict == Counts(1, 2, 2)
    assert score.relaxed == Counts(2, 2, 2)
    assert score.value == Counts(1, 2, 2)


def test_event_attributes_are_counted_where_the_gold_gives_them() -> None:
    start, end = at("deny")
    gold = [
        EventSpan(start, end, {"class": "REPORTING", "modality": None}),
        EventSpan(*at("said"), {"class": "REPORTING"}),
    ]
    score = EventScore()
    score.add(gold, [EventSpan(start, end, {"class": "OCCURRENCE", "modality": "may"})])
    assert score.exact == Counts(1, 1, 2)
    assert score.attributes == {"class": (0, 1)}
    assert score.accuracy("class") == 0.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2000-W7", "2000-W07"),
        ("196X", "196"),
        ("1968-XX", "1968"),
        ("2001-05-04T09:00Z", "2001-05-04T9:00"),
        ("P7D", "P1W"),
    ],
)
def test_values_in_two_notations_are_one_and_count_as_two_where_strings_are_compared(
    one: str, other: str
) -> None:
    assert plain(one) == plain(other)
    score = TimeScore()
    score.add([TimeSpan(0, 4, "DATE", one)], [TimeSpan(0, 4, "DATE", other)])
    assert (score.value.right, score.meant.right) == (0, 1)


def test_a_week_is_no_other_week_and_a_year_no_month() -> None:
    assert plain("2000-W7") != plain("2000-W17")
    assert plain("1968-X5") != plain("1968")
    assert plain("1968-05") != plain("1968")
