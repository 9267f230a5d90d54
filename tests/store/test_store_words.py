"""The small parts of asking: names, days, sentences, words, countries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import QueryError
from onrecord.identity import is_name_like
from onrecord.records import Span, Time
from onrecord.store.countries import find_country
from onrecord.store.dates import asked_days, days_of, days_of_time
from onrecord.store.merged import by_number
from onrecord.store.names import normalise
from onrecord.store.sentences import Sentences
from onrecord.store.words import expression


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("The White House", "white house"),
        ("al-Assad’s", "al assad"),
        ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
        ("U.S.A.", "usa"),
        ("St. Petersburg", "st petersburg"),
        ("The", "the"),
        ("  O'Neill ", "o neill"),
        ("Ⅳ Corps", "iv corps"),
        ("—", ""),
        ("الحكومة السورية", "الحكومة السورية"),
    ],
)
def test_normalise(name: str, expected: str) -> None:
    assert normalise(name) == expected


@given(st.text())
def test_normalising_twice_changes_nothing_but_a_second_article(name: str) -> None:
    once = normalise(name)
    assert once == " ".join(once.split())
    assert normalise(once) in (once, once.removeprefix("the "))


@pytest.mark.parametrize(
    ("mention", "expected"),
    [("He", False), ("US", True), ("us", False), ("the group", False), ("It", False),
     ("Lavrov", True), ("the Kremlin", True), ("الحكومة", True)],
)  # fmt: skip
def test_what_somebody_may_be_asked_for_by(mention: str, expected: bool) -> None:
    assert is_name_like(mention) == expected


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2017-04-04", ("2017-04-04", "2017-04-05")),
        ("2017-12-31", ("2017-12-31", "2018-01-01")),
        ("2017-04-04T10:30", ("2017-04-04", "2017-04-05")),
        ("2017-12", ("2017-12-01", "2018-01-01")),
        ("2017", ("2017-01-01", "2018-01-01")),
        ("2018-W01", ("2018-01-01", "2018-01-08")),
        ("2018-W35-WE", ("2018-09-01", "2018-09-03")),
        ("2018-Q4", ("2018-10-01", "2019-01-01")),
        ("2018-H2", ("2018-07-01", "2019-01-01")),
        ("2017-04-04/2017-04-06", ("2017-04-04", "2017-04-07")),
        ("2017-04-06/2017-04-04", None),
        ("2017-04-04/PRESENT_REF", None),
        ("2017-02-30", None),
        ("2018-W54", None),
        ("9999", None),
        ("0000-01-01", None),
        ("2017-XX-04", None),
        ("XXXX-WXX-2", None),
        ("P3M", None),
        ("PAST_REF", None),
        ("", None),
        (None, None),
    ],
)
def test_days_of(value: str | None, days: tuple[str, str] | None) -> None:
    assert days_of(value) == days


def test_a_time_that_names_no_day_has_those_of_its_interval() -> None:
    def of(value: str, from_: str | None, to: str | None) -> tuple[str, str] | None:
        return days_of_time(Time("a:t1", Span(0, 1, "x"), "TIME", value, from_, to))

    assert of("2017-SU", "2017-06-01", "2017-09-01") == ("2017-06-01", "2017-09-01")
    assert of("TNI", "2017-06-27T18:00", "2017-06-28T06:00") == ("2017-06-27", "2017-06-29")
    assert of("2017-06-27", "2010-01-01", "2010-01-02") == ("2017-06-27", "2017-06-28")
    assert of("P3M", None, None) is None
    assert of("P3M", "2017-01-02", "2017-01-02") is None


def test_both_ends_of_a_question_are_included() -> None:
    assert asked_days("2017-04", "2017-04") == ("2017-04-01", "2017-05-01")
    assert asked_days(None, "2017") == (None, "2018-01-01")


def sentences(text: str) -> list[str]:
    """The sentences of a text, each found from where it begins."""
    found: list[str] = []
    at = 0
    held = Sentences(text)
    while at < len(text):
        start, end = held.around(at, at + 1)
        found.append(text[start:end])
        at = end
        while at < len(text) and text[at].isspace():
            at += 1
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("“We did.” He left.", ["“We did.”", "He left."]),
        ("“Did we?” he asked. No.", ["“Did we?” he asked.", "No."]),
        ("Mr. Toreck met Gen. Dal.", ["Mr. Toreck met Gen. Dal."]),
        ("The U.S. Army said no. J. Smith agreed.", ["The U.S. Army said no.", "J. Smith agreed."]),
        ("A line\nthat goes on.\nAnother.", ["A line\nthat goes on.", "Another."]),
        ("Headline\n\nthe text.", ["Headline", "the text."]),
        ("It rose 3.5 percent. Then fell.", ["It rose 3.5 percent.", "Then fell."]),
        ("If... Mr. Dal goes, we stay.", ["If... Mr. Dal goes, we stay."]),
        ("no end", ["no end"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.text(min_size=1), st.data())
def test_sentences_hold_their_item_whole(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    left, right = Sentences(text).around(start, end)
    assert 0 <= left <= start < end <= right <= len(text)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("using gas", '("using" AND "gas")'),
        ("the use of gas", '("use" AND "gas")'),
        ("to be", '("to" AND "be")'),
        ('"the gas" attack', '("the gas" AND "attack")'),
        ("“the gas”", '("the gas")'),
        ("chem* NOT", '("chem"* AND "NOT")'),
        ('a "b', '("b")'),
    ],
)
def test_expression(words: str, expected: str) -> None:
    assert expression(words) == expected


def test_alternatives_are_phrases() -> None:
    assert expression("gas", ["Khan X", 'a "b']) == '("gas") OR ("Khan X") OR ("a  b")'


def test_an_expression_of_nothing() -> None:
    with pytest.raises(QueryError):
        expression(' "" * ')


@pytest.mark.parametrize(
    ("name", "code"),
    [("Russia", "RUS"), ("the US", "USA"), ("U.K.", "GBR"), ("syr", "SYR"), ("Iran", "IRN"),
     ("Turkey", "TUR"), ("America", "USA"), ("Lavrov", None), ("", None)],
)  # fmt: skip
def test_find_country(name: str, code: str | None) -> None:
    assert find_country(name) == code


def test_the_most_frequent_comes_first_and_capitals_last() -> None:
    told = [("b", 1), ("A", 2), ("b", 1), ("Ab", 1), ("Aa", 1)]
    assert by_number(told) == ("b", "A", "Aa", "Ab")
    assert by_number([("AB", 1), ("b", 1)]) == ("b", "AB")
    assert by_number([]) == ()
