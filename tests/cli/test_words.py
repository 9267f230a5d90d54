"""The record's words in plain English: nothing is made surer than it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import words
from onrecord.cli import cards
from onrecord.cli.out import printable
from onrecord.records import Count, Span
from onrecord.store import EventFilter, open_store
from onrecord.store.rows import EventRow


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2017-04-04", "2017-04-04"),
        ("2017-04", "2017-04"),
        ("197", "the 1970s"),
        ("2018-W35", "week of 2018-08-27"),
        ("2017-06-27TEV", "2017-06-27 evening"),
        ("2017-06-27T14:30", "2017-06-27 14:30"),
        ("2024-SP", "spring 2024"),
        ("PAST_REF", "some time before"),
        ("XXXX-WXX-2", "a Tuesday"),
        ("XXXX-WXX-7TMO", "a Sunday"),
        ("XXXX-03-05", "undated (XXXX-03-05)"),
        ("2017-04-04/2017-04-06", "2017-04-04/2017-04-06"),
        ("P3M", "P3M"),
    ],
)
def test_times(value: str, shown: str) -> None:
    assert words.time_in_words(value) == shown


def test_the_day_of_the_report_is_told_apart() -> None:
    assert words.day_of("2017-04-04", "stated", "2017-04-04") == "2017-04-04"
    assert words.day_of("2017-04-04", "published", None) == "(2017-04-04)"
    assert words.day_of(None, None, None) == "undated"
    assert words.day_of(None, None, "XXXX-WXX-2") == "a Tuesday"


@pytest.fixture
def event(db: Path) -> EventRow:
    with open_store(db) as store:
        (row,) = store.events(EventFilter(status=("alleged",)))
    return row


@pytest.mark.parametrize(
    ("status", "word", "source", "shown"),
    [
        ("happened", "reporter", False, "happened, says the report"),
        ("happened", "x:s1", True, "happened, says Petra Oldane"),
        ("happened", "x:s1", False, "happened, not said by whom"),
        ("ongoing", "reporter", False, "going on, says the report"),
        ("planned", "x:s1", True, "planned, says Petra Oldane"),
        ("threatened", "x:s1", True, "threatened, says Petra Oldane"),
        ("alleged", "x:s1", True, "alleged by Petra Oldane"),
        ("alleged", "reporter", False, "alleged"),
        ("denied", "x:s1", True, "denied by Petra Oldane"),
        ("hypothetical", "reporter", False, "only supposed, says the report"),
    ],
)
def test_standing(event: EventRow, status: str, word: str, source: bool, shown: str) -> None:
    changed = replace(event.event, status=status, on_word_of=word)
    row = replace(event, event=changed, word_of=event.word_of if source else None)
    assert words.status_of(row) == shown


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [
        (17, 17, "17 killed"),
        (24, None, "24 or more killed"),
        (None, 9, "at most 9 killed"),
        (5, 9, "5 to 9 killed"),
        (None, None, "an unknown number of killed"),
    ],
)
def test_counts(low: int | None, high: int | None, shown: str) -> None:
    assert words.counts_of((Count("killed", low, high, Span(0, 1, "x")),)) == shown


def test_who_and_whom_are_not_made_up(event: EventRow) -> None:
    assert words.parties_of(event) == "Navorran army → Ilvesk"
    assert words.parties_of(replace(event, actors=())) == "unknown → Ilvesk"
    assert words.parties_of(replace(event, recipients=())) == "Navorran army"
    assert words.parties_of(replace(event, actors=(), recipients=())) == "unknown"


TEXTS = st.text(st.characters(blacklist_categories=["Cs"]), min_size=1, max_size=900)


@given(TEXTS, st.data())
def test_any_passage_can_be_shown(text: str, data: st.DataObject) -> None:
    """Whatever the words are, they are shown, cut but not changed, on lines that fit."""
    start = data.draw(st.integers(0, len(text) - 1))
    mark = Span.of(text, start, data.draw(st.integers(start + 1, len(text))))
    shown = cards.passage(Span.of(text, 0, len(text)), [mark], middle=mark)
    whole = printable(text).replace("\n", " ")
    for piece in shown.plain.removeprefix("… ").removesuffix(" …").split(" "):
        assert piece in whole
    assert not set(shown.plain) & {chr(n) for n in [*range(32), *range(127, 160)]}
    marked = "".join(shown.plain[s.start : s.end] for s in shown.spans if s.style == cards.MARK)
    assert len(marked) <= mark.end - mark.start


def test_a_report_cannot_steer_the_terminal() -> None:
    steering = "a\x1b[2Jb\x9b31mc\r\nd\x07"
    assert printable(steering) == "a\ufffd[2Jb\ufffd31mc \nd\ufffd"
    assert len(printable(steering)) == len(steering)
