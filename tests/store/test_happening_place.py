"""Where an event was, when its tellings name a town, a province, and the province's capital."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from onrecord.records import Place, Span
from onrecord.store.dates import narrowest
from onrecord.store.happenings import _place


def told(name: str, feature: str) -> Any:
    place = Place("r:p1", Span(0, len(name), name), name, "ORD", 1.0, 2.0, 7, feature)
    return SimpleNamespace(place=place)


def test_a_town_goes_before_a_capital_whose_province_is_told_of_as_often() -> None:
    rows = [told("Dorn", "P"), told("Dorn", "P"), told("Dorn", "A"), told("Lysk", "P")]
    found = _place(rows)
    assert found is not None and found.name == "Lysk"


def test_where_only_the_capital_is_told_it_is_the_town() -> None:
    found = _place([told("Dorn", "A"), told("Dorn", "P")])
    assert found is not None and (found.name, found.feature) == ("Dorn", "P")
    nowhere: Any = SimpleNamespace(place=None)
    assert _place([nowhere]) is None


def test_of_days_as_narrow_the_one_that_most_tell_of_is_the_events() -> None:
    eve = ("2031-04-06", "2031-04-07", "stated")
    day = ("2031-04-07", "2031-04-08", "stated")
    week = ("2031-04-01", "2031-04-08", "stated")
    assert narrowest([eve, day, day]) == day
    assert narrowest([eve, day]) == eve
    assert narrowest([week, day]) == day
