"""Lines that were wrapped at a width are read on; the stored text stays as it is."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.wrapping import flowing, unwrapped
from onrecord.records import Report

PARAGRAPHS = (
    "A mortar shell fired across the Tarun river killed two customs officers and wounded a driver "
    "on Friday, officials in the port of Velmora said.",
    "Interior Minister Ines Aldana said the shelling, the third this month, had come from a ridge "
    "that the rebels of the Northern League have held since March, and warned that the army "
    "“will answer every round with ten of its own”.",
    "The League denied that it had fired. Its spokesman, Tomas Breck, told Radio Velmora that the "
    "ridge had been empty for weeks.",
)
HEADLINE = "Two customs officers killed as shell hits Velmora port"


def wrapped(width: int = 72, between: str = "\n\n") -> str:
    lines = (textwrap.fill(text, width, break_on_hyphens=False) for text in (HEADLINE, *PARAGRAPHS))
    return between.join(lines)


@pytest.mark.parametrize("width", [60, 72, 80, 100])
@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_wrapped_paragraphs_are_read_on_and_keep_their_ends(width: int, between: str) -> None:
    text = wrapped(width, between)
    lines = [line for line in unwrapped(text).split("\n") if line]
    assert lines == [HEADLINE, *PARAGRAPHS]


def test_indented_lines_and_either_kind_of_line_end() -> None:
    text = wrapped(76, "\n").replace("\n", "\r\n        ")
    lines = [" ".join(line.split()) for line in unwrapped(text).splitlines()]
    assert lines == [HEADLINE, *PARAGRAPHS]


def test_a_headline_as_long_as_the_lines_stays_above_its_report() -> None:
    headline = "Two customs officers are killed as a shell hits Velmora port on Friday"
    text = headline + "\n" + textwrap.fill(PARAGRAPHS[1], 72)
    assert unwrapped(text).split("\n")[0] == headline


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(PARAGRAPHS),
        "Velmora\nthe port\nand the sea\nbeyond it\nwait for rain\nall the long year",
        "What we know so far:\n• two customs officers are dead, officials in Velmora say tonight\n"
        "• the army blames the rebels of the Northern League for it, and they deny\n"
        "• a funeral will be held on Monday in the port, says the mayor of Velmora",
        "One line, and no other",
    ],
)
def test_paragraphs_verses_and_lists_are_no_wrapped_lines(text: str) -> None:
    assert unwrapped(text) == text


def test_a_list_in_a_wrapped_text_stays_a_list() -> None:
    items = [
        "• the first shell fell on the quay of Velmora at six in the morning, Friday.",
        "• the second fell into the river beside it and hurt nobody, the mayor said.",
    ]
    text = wrapped(72) + "\n" + "\n".join(items)
    assert unwrapped(text).splitlines()[-2:] == items


@given(st.text(alphabet="abcXYZ .,\n\r\t•\u2028", max_size=600))
def test_nothing_but_line_ends_is_changed_and_nothing_moves(text: str) -> None:
    read = unwrapped(text)
    assert len(read) == len(text)
    same = (a == b or (a.isspace() and b == " ") for a, b in zip(text, read, strict=True))
    assert all(same)


def test_a_report_without_wrapped_lines_is_itself() -> None:
    report = Report("r", "\n".join(PARAGRAPHS), "0" * 64)
    assert flowing(report) is report
    assert flowing(Report("r", wrapped(), "0" * 64)).text.split("\n\n")[1] == PARAGRAPHS[0]


def test_a_headline_over_two_lines_is_one() -> None:
    headline = "Two customs officers are killed as a shell hits the port of Velmora Tarun"
    text = headline.replace("Velmora Tarun", "Velmora\nTarun") + "\n\n" + wrapped(70)
    assert unwrapped(text).split("\n")[0] == headline
