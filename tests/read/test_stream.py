from pathlib import Path

import pytest
from conftest import BODY, Read, Reading
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import EmptyInput, InputError
from onrecord.read import ReadOptions, read_text
from onrecord.read.identity import report_id, sha256_of

TEXT = st.text(min_size=1).filter(lambda t: t.removeprefix("\ufeff").strip())


@given(TEXT)
def test_a_text_is_kept_and_its_id_is_the_same_every_time(text: str) -> None:
    first, again = read_text(text), read_text(text)
    assert first == again
    assert first.text == text.removeprefix("\ufeff")
    assert first.sha256 == sha256_of(first.text)
    assert len(first.id) == 16


@given(TEXT, TEXT)
def test_other_words_are_another_report(one: str, two: str) -> None:
    if one.removeprefix("\ufeff") != two.removeprefix("\ufeff"):
        assert read_text(one).id != read_text(two).id


def test_the_id_comes_from_the_words_and_who_published_them() -> None:
    base = report_id("text", outlet="Elden Times", title="T", url="https://a.example/1?x=2")
    assert base == report_id("text", outlet=" elden  TIMES", title="t", url=None)
    assert base != report_id("text", outlet="Korvat Post", title="T", url=None)
    assert base != report_id("text", outlet="Elden Times", title="Other", url=None)
    host = report_id("text", outlet=None, title=None, url="https://www.a.example/1")
    assert host == report_id("text", outlet=None, title=None, url="http://a.example/2?y")
    assert host != report_id("text", outlet=None, title=None, url="http://b.example/2")
    assert report_id("ab", outlet="c", title=None, url=None) != report_id(
        "a", outlet="bc", title=None, url=None
    )


def test_the_same_report_from_two_places_has_one_id(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(BODY)
    one, two = Reading([str(tmp_path)], None).reports
    assert one.id == two.id and one.path != two.path


def test_what_is_told_wins(read: Read) -> None:
    told = ReadOptions(published="2018-09-05", outlet="Elden Times", title="T", author="A",
                       url="https://a.example", language="en")  # fmt: skip
    report = read("a.txt", "date 2017-06-27 " + BODY, told).only
    assert (report.published, report.published_basis) == ("2018-09-05", "told")
    assert (report.outlet, report.title, report.author) == ("Elden Times", "T", "A")
    plain = read("a.txt", "date 2017-06-27 " + BODY).only
    assert (plain.published, plain.published_basis) == ("2017-06-27", "text")


@pytest.mark.parametrize("published", ["04/05/2018", "May 2018", "yesterday"])
def test_a_told_date_that_is_none_is_refused(published: str) -> None:
    with pytest.raises(InputError, match="2017-04-07"):
        ReadOptions(published=published)


def test_no_date_is_taken_from_the_middle_of_a_text() -> None:
    report = read_text(BODY + " The truce was signed on 3 May 2011 and broken on 4 May 2012.")
    assert (report.published, report.published_basis) == (None, None)


def test_a_headline_of_its_own_is_the_title(read: Read) -> None:
    text = f"Talks in Korvat fail\n\nKORVAT, March 3, 2018 (AP) — {BODY}"
    report = read("a.txt", text).only
    assert report.title == "Talks in Korvat fail"
    assert (report.published, report.text) == ("2018-03-03", text)


def test_other_languages_are_kept_and_marked(read: Read) -> None:
    text = "Министр заявил, что переговоры провалились."
    report = read("a.txt", text.encode("cp1251")).only
    assert (report.text, report.language, report.readable) == (text, "ru", False)


def test_nothing_is_no_report() -> None:
    with pytest.raises(EmptyInput):
        read_text(" \n ")


def test_a_problem_can_be_raised(read: Read) -> None:
    problem = read("a.txt", "").problem
    error = problem.as_error()
    assert isinstance(error, EmptyInput) and problem.reason in str(error)
