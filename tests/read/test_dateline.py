"""Datelines that stand on a line of their own."""

from __future__ import annotations

import pytest

from onrecord.read import read_text


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Brussels, 28 February 2031", "2031-02-28"),
        ("Port Sudan, March 3, 2029", "2029-03-03"),
        ("Brussels, 28 February", None),
    ],
)
def test_a_place_and_a_full_date_date_the_report(line: str, published: str | None) -> None:
    text = f"Ministers agree on aid\n\n{line}\n\nThe ministers agreed on aid for the north today.\n"
    assert read_text(text).published == published
