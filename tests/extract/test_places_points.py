"""Points that a report gives by their coordinates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.places import find_places
from onrecord.extract.places.points import points
from onrecord.model.analysis import Analysis
from tests.factories import report


@pytest.mark.parametrize(
    ("written", "lat", "lon"),
    [
        ("59°10′25″N 18°10′05″E", 59.173611, 18.168056),
        ("59.173616°N 18.167988°E", 59.173616, 18.167988),
        ("59.173616; 18.167988", 59.173616, 18.167988),
        ("-33.8688, 151.2093", -33.8688, 151.2093),
        ("33° 52' S, 70° 30' W", -33.866667, -70.5),
    ],
)
def test_a_point_lies_where_it_is_written(written: str, lat: float, lon: float) -> None:
    (found,) = points(f"The convoy was hit at {written} on Monday.")
    assert (found.span.text, found.lat, found.lon) == (written, lat, lon)
    assert (found.country, found.geonameid, found.feature) == (None, None, "S")


@pytest.mark.parametrize(
    "text",
    [
        "rose 1.234, 5.678 per cent",
        "it was 36.5, 37.1 in May",
        "95.1234, 10.1234",
        "1.2.3456, 7.8901",
        "12.34567,890.1234",
        "20°C 30°E",
    ],
)
def test_other_figures_are_no_points(text: str) -> None:
    assert not list(points(text))


def test_a_point_is_a_place_among_the_others() -> None:
    text = "Shells hit Aleppo at 36.2021, 37.1343 and Homs."
    found = find_places(report(text), Analysis(text))
    assert [(p.id, p.span.text) for p in found] == [
        ("r:p1", "Aleppo"),
        ("r:p2", "36.2021, 37.1343"),
        ("r:p3", "Homs"),
    ]


@given(st.text(alphabet="0123456789.,;-°′″'NSEW /a", max_size=60))
def test_points_quote_their_text_and_stand_apart(text: str) -> None:
    end = 0
    for found in points(text):
        assert text[found.span.start : found.span.end] == found.span.text
        assert found.span.start >= end
        end = found.span.end
