"""Rows of answers as JSON values: the items as record.md has them, with their names and report."""

from __future__ import annotations

from dataclasses import is_dataclass
from typing import Any

from onrecord.codec.encode import item_to_dict, link_to_dict
from onrecord.records import Actor, Event, Link, Place, Report, Statement, Time

_ITEMS = (Report, Time, Place, Actor, Statement, Event)


def to_plain(value: Any) -> Any:
    """Items and links in the record's form; rows field by field; the rest as it is.

    >>> to_plain(("a", None, ("b",)))
    ['a', None, ['b']]
    """
    if isinstance(value, _ITEMS):
        return item_to_dict(value)
    if isinstance(value, Link):
        return link_to_dict(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {
            name.rstrip("_"): to_plain(getattr(value, name)) for name in value.__dataclass_fields__
        }
    if isinstance(value, (list, tuple)):
        return [to_plain(item) for item in value]
    return value
