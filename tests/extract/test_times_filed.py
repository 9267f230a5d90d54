"""The day on which a report says that it was written goes before the one that is given."""

from __future__ import annotations

import pytest

from onrecord.extract.times import find_times
from onrecord.model.analysis import Analysis
from tests.factories import report


def days(
    text: str, published: str | None, given: str = "metadata"
) -> list[tuple[str, str, str | None]]:
    """The words, value and anchor of each expression, the anchor without the report's id."""
    basis = given if published else None
    found = find_times(report(text, published=published, published_basis=basis), Analysis(text))
    return [(t.span.text, t.value, t.anchor and t.anchor.split(":")[-1]) for t in found]


@pytest.mark.parametrize(
    "front",
    [
        "Raid kills 24 in Lun Agency Saturday 10 Sep 2016 ",
        "Sat Sep 10 2016 ",
        "Date of publication 10 September 2016 ",
        "LUN, September 10, 2016 (Agency) - ",
        "(Lun, September 10, 2016) – ",
        "Saturday 10 September 2016 14:28 54 Killed in Lun. ",
        "Sat Sep 10 2016 175 Rebels Killed in Lun. ",
        "Last updated at Sep 102016 LUN ",
        "Lun Post Middle East 2159 10.09.2016(updated 2204 10.09.2016) Get short URL ",
    ],
)
@pytest.mark.parametrize("given", ["2016-09-21", None])
def test_the_reports_own_day_is_what_a_weekday_is_counted_from(
    front: str, given: str | None
) -> None:
    told = days(front + "Jets struck the market of Lun on Friday, a monitor said.", given)
    assert told[-1][:2] == ("Friday", "2016-09-09")
    assert told[-1][2] in ("t1", "t2")


@pytest.mark.parametrize(
    "text",
    [
        "The truce of 10 September 2016 was broken on Friday, a monitor said.",
        "Lun was shelled on Saturday 10 September 2016 and again on Friday, a monitor said.",
        "A monitor said that since 10 September 2016 Lun was quiet until Friday.",
    ],
)
def test_a_day_within_a_sentence_is_not_the_day_of_writing(text: str) -> None:
    assert days(text, None)[-1][1].startswith("XXXX-WXX")
    assert days(text, "2016-09-21")[-1][1] == "2016-09-16"


def test_a_day_that_a_person_told_goes_before_the_reports_own() -> None:
    text = "Sat Sep 10 2016 Jets struck the market of Lun on Friday, a monitor said."
    assert days(text, "2016-09-21", "told")[-1] == ("Friday", "2016-09-16", "published")
