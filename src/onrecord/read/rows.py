"""One row of a table, or one JSON object, to a draft of a report."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.errors import EmptyInput
from onrecord.read.columns import Columns
from onrecord.read.dates import UNKNOWN, DateReading, parse_date
from onrecord.read.fragment import looks_like_markup, text_of
from onrecord.read.items import Draft
from onrecord.read.options import Limits, Role


def draft_of(
    row: Mapping[str, object],
    columns: Columns,
    where: str,
    *,
    limits: Limits,
    day_first: bool | None = None,
    lead_day_first: bool | None = None,
) -> Draft:
    """The draft that ``row`` holds. A cell that is HTML gives its text, and is kept beside.

    ``day_first`` is how the date column writes its dates, ``lead_day_first`` the texts of this
    row's outlet, where other rows show it. EmptyInput where the row has no text.
    """
    text = plain(row.get(columns["text"]))
    if not text or not text.strip():
        raise EmptyInput(f"its column {columns['text']!r} is empty", where=where)
    original = None
    if looks_like_markup(text):
        text, original = text_of(text, limits), text
    return Draft(
        where,
        text,
        title=short(row, columns, "title"),
        outlet=short(row, columns, "outlet"),
        author=short(row, columns, "author"),
        url=short(row, columns, "url"),
        date=_date(short(row, columns, "date"), day_first),
        own_metadata=False,
        original=original,
        day_first=lead_day_first,
    )


def short(row: Mapping[str, object], columns: Columns, role: Role) -> str | None:
    """What ``row`` holds for ``role`` on one line, or None."""
    column = columns.get(role)
    value = plain(row.get(column)) if column else None
    value = " ".join(value.split()) if value else ""
    return None if value.lower() in ("", "nan", "null", "none", "n/a", "unknown") else value


def plain(value: object) -> str | None:
    """A JSON value as text: the name of an object that has one, the parts of a list joined."""
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, str):
        return value
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, Mapping):
        for key in ("name", "title", "text", "value", "url"):
            if isinstance(value.get(key), str):
                return str(value[key])
        return None
    if isinstance(value, list):
        return ", ".join(part for item in value if (part := plain(item))) or None
    return None


def _date(cell: str | None, day_first: bool | None) -> DateReading | None:
    if cell is None:
        return None
    reading = parse_date(cell, day_first=day_first)
    return reading if reading != UNKNOWN else UNKNOWN
