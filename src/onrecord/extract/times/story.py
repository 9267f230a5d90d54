"""Days and months that a text of today tells of a past year that it has just named."""

from __future__ import annotations

from onrecord.extract.times import choose
from onrecord.extract.times.expressions import Named
from onrecord.extract.times.periods import Period, Unit
from onrecord.extract.times.scene import Scene

OPENING, YEAR_REMEMBERED = 6, 90
"""A year in the first characters of a sentence is that of the months so many behind it."""
STORY_REMEMBERED, RECENT = 600, 100
"""For how many characters a day of an earlier year has days of its month beside it, unless they may
be of the last so many days."""

Found = tuple[Period | None, str | None, Unit]
"""A period, the expression that its year is from, and its unit."""


def of_year_told(named: Named, scene: Scene) -> Found | None:
    """A month of the past year that its own sentence names: "In 2012 it fought on from April"."""
    told, now = scene.told, scene.now
    if named.kind != "month" or told is None or now is None or told.aside:
        return None
    first = told.at - scene.sentence < OPENING
    near = scene.told_here() and first and scene.at - told.at < YEAR_REMEMBERED
    if told.period.unit != "year" or not near or told.period.year >= now.year:
        return None
    return choose.in_year(named, told.period.year), told.identifier, "month"


def of_story(named: Named, scene: Scene) -> Found | None:
    """Days of the month of a past year told just before: "on 18 July 1982. … until 20 July".

    What may be of the last months is left to the day of publication.
    """
    day, now = scene.day, scene.now
    if named.kind != "date" or day is None or now is None or day.period.unit != "day":
        return None
    if day.period.year >= now.year - 1 or scene.at - day.at > STORY_REMEMBERED:
        return None
    found, lately = choose.in_year(named, day.period.year), choose.near(named, now, -1)
    last, today = lately and lately.first(), now.first()
    if found is None or found.month != day.period.month or not last or not today:
        return None
    return None if abs((today - last).days) < RECENT else (found, day.identifier, "day")
