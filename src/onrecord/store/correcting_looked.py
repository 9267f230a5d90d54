"""Decisions that change no field: that somebody looked and it is so, or that a link is none.

``confirmed`` is true of an item that was looked at and stands, or names a link from it that does.
``not_linked`` names a link from it, between reports, that is none; the linking stage leaves it out.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable
from typing import get_args

from onrecord.errors import QueryError, RecordError
from onrecord.records import LinkKind
from onrecord.store.correcting_asked import Asked, Json

CONFIRMED, NOT_LINKED = "confirmed", "not_linked"

Refused = frozenset[tuple[str, str, str]]
"""Kind, from and to of links that are none."""

HOLDING = "c.undoes IS NULL AND NOT EXISTS (SELECT 1 FROM correction u WHERE u.undoes = c.num)"
"""Of a correction ``c``: it undoes none, and is not undone."""


def confirmation(asked: Asked) -> Json:
    """True, or the link that is confirmed."""
    if str(asked.value).lower() in ("true", "yes"):
        return True
    return a_link(asked)


def a_link(asked: Asked) -> dict[str, str]:
    """The kind of a link and where it leads, as a JSON object or as "denies 77d1c0aa:s2"."""
    value = asked.value
    if isinstance(value, str):
        kind, _, to = value.strip().partition(" ")
        value = {"kind": kind, "to": to.strip()}
    if not isinstance(value, dict) or not {"kind", "to"} == value.keys() or not value["to"]:
        raise asked.wrong("give a link as its kind and where it leads: denies 77d1c0aa:s2")
    if value["kind"] not in get_args(LinkKind) or not isinstance(value["to"], str):
        raise asked.wrong(f"a link's kind is one of {', '.join(get_args(LinkKind))}")
    return {"kind": value["kind"], "to": value["to"]}


def whole_link(
    db: sqlite3.Connection, item_id: str, value: Json, full_id: Callable[[str], str]
) -> Json:
    """``value`` with the whole id of where the link leads; RecordError where there is none."""
    if isinstance(value, str) and " " in value.strip():
        kind, _, to = value.strip().partition(" ")
        value = {"kind": kind, "to": to.strip()}
    if not isinstance(value, dict) or not isinstance(value.get("to"), str):
        return value
    try:
        to = full_id(value["to"])
    except QueryError as error:
        raise RecordError(str(error)) from None
    there = "SELECT 1 FROM cross_link WHERE from_id = ? AND to_id = ? AND kind = ?"
    if db.execute(there, (item_id, to, value.get("kind"))).fetchone() is None:
        raise RecordError(
            f"no link of kind {value.get('kind')!r} leads from {item_id} to {to}; only links "
            "between reports can be confirmed or refused, from the end that they lead from"
        )
    return {**value, "to": to}


def refused(db: sqlite3.Connection, ids: Iterable[str] | None = None) -> Refused:
    """The links that persons decided are none; of these ids where they are given."""
    sql = (
        "SELECT c.item_id, c.value ->> 'kind', c.value ->> 'to' FROM correction c "
        f"WHERE c.field = ? AND {HOLDING}"
    )
    values = [NOT_LINKED]
    if ids is not None:
        sql += " AND c.item_id IN (SELECT value FROM json_each(?))"
        values.append(json.dumps(sorted(set(ids))))
    return frozenset((kind, from_, to) for from_, kind, to in db.execute(sql, values))
