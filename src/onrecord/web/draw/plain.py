"""The timeline and the map as lists, which need no drawing."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from markupsafe import Markup

from onrecord import words
from onrecord.store.rows import PlaceRow, StatementRow, TimelineRow
from onrecord.web import links


def timeline(items: Iterable[TimelineRow]) -> Markup:
    """Days in order, each with what happened or was said on it."""
    dated = (row for row in items if row.day is not None)
    days = [
        Markup("<li><time datetime='{0}'>{0}</time><ul>{1}</ul></li>").format(
            day, Markup("").join(_entry(row) for row in rows)
        )
        for day, rows in groupby(dated, key=lambda row: row.day)
    ]
    return Markup("<ol class='days'>{}</ol>").format(Markup("").join(days))


def _entry(row: TimelineRow) -> Markup:
    item = row.item
    where = (
        links.statement(item.statement.id)
        if isinstance(item, StatementRow)
        else links.event(item.event.id)
    )
    return Markup("<li><a href='{}'>{}</a> {}</li>").format(
        where, words.parties_of(item), words.what_of(item)
    )


def map_(places: Iterable[PlaceRow]) -> Markup:
    """Places, those most often mentioned first."""
    entries = [
        Markup("<li><a href='{}'>{}</a> {}</li>").format(
            links.events(at=place.name), place.name, place.mentions
        )
        for place in places
    ]
    return Markup("<ol class='places'>{}</ol>").format(Markup("").join(entries))
