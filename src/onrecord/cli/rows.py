"""Rows as JSON for scripts: the items as record.md has them, with their names and report."""

from __future__ import annotations

from dataclasses import is_dataclass
from typing import Any

from onrecord.codec import item_to_dict, json_line, link_to_dict
from onrecord.records import Actor, Event, Link, Place, Report, Statement, Time

ITEMS = (Report, Time, Place, Actor, Statement, Event)


def line_of(row: object) -> str:
    """A row on one line of JSON, without the line end."""
    return json_line(_plain(row))


def _plain(value: Any) -> Any:
    """Items and links in the codec's form; rows field by field; the rest as it is."""
    if isinstance(value, ITEMS):
        return item_to_dict(value)
    if isinstance(value, Link):
        return link_to_dict(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {name: _plain(getattr(value, name)) for name in value.__dataclass_fields__}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value
