"""Whether a decision can be taken, told in words."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from onrecord.errors import RecordError
from onrecord.records import Actor, Event, ReportRecord
from onrecord.store.correcting_asked import Asked, Item, Json
from onrecord.store.correcting_standing import Standing, items_of
from onrecord.store.correcting_values import NOT_SAME, RETRACTED, SAME, canonical, stands
from onrecord.store.rows import Correction

if TYPE_CHECKING:
    from onrecord.store.correcting import Decision

Stand = Callable[[Sequence[Correction]], Standing]
"""What stands of a report by some decisions about it."""


class StandsAlready(RecordError):
    """What is decided stands without a decision, or by one that was taken before."""


def checked(
    read: ReportRecord, stand: Stand, before: Sequence[Correction], decision: Decision
) -> Json:
    """The value as it is kept; RecordError where it is not allowed, or stands already.

    ``before`` are the decisions that hold.
    """
    found = stand(before)
    read_item = _item(read, decision.item_id)
    if decision.item_id in found.retracted:
        raise RecordError(_why_retracted(decision.item_id, before))
    item = _item(found.record, decision.item_id)
    asked = Asked(found.record, item, read_item, decision.field, decision.value)
    value = canonical(asked)
    if stands(asked) == value:
        shown = "not known" if value is None else json.dumps(value, ensure_ascii=False)
        raise StandsAlready(f"{decision.field} of {decision.item_id} is {shown} already")
    return value


def _why_retracted(item_id: str, before: Iterable[Correction]) -> str:
    for c in before:
        if c.field == RETRACTED and c.item_id in (item_id, item_id.partition(":")[0]):
            return f"{item_id} is retracted, by correction {c.number}; undo that first"
    return f"{item_id} is retracted with the statement on whose word it rests"


def check_rest(read: ReportRecord, stand: Stand, decisions: Sequence[Correction]) -> None:
    """RecordError where one of these decisions could not be taken after those before it."""
    for n, later in enumerate(decisions):
        if later.field in (SAME, NOT_SAME):
            continue
        record = stand(decisions[:n]).record
        value = json.loads(later.value)
        try:
            item = _item(record, later.item_id)
            canonical(Asked(record, item, _item(read, later.item_id), later.field, value))
        except RecordError as error:
            raise RecordError(
                f"correction {later.number} rests on it, so undo that first: {error}"
            ) from None


def checked_other(
    own: ReportRecord, others: ReportRecord, said: Iterable[Correction], decision: Decision
) -> str:
    """The id of the item that another is decided to be, or not to be, the same as.

    ``said`` are the decisions of that kind about either, undone ones too.
    """
    item, other = _item(own, decision.item_id), _item(others, decision.value)
    if type(item) is not type(other) or not isinstance(item, Actor | Event):
        raise RecordError(
            f"{item.id} and {other.id} cannot be one: only two actors can, or two events"
        )
    if item.id == other.id:
        raise RecordError(f"{item.id} cannot be set against itself; give another id")
    for c in said:
        if c.undoes is not None or c.undone_by is not None:
            continue
        if {c.item_id, json.loads(c.value)} == {item.id, other.id}:
            if c.field == decision.field:
                raise StandsAlready(f"correction {c.number} says so already")
            raise RecordError(f"correction {c.number} says otherwise; undo that first")
    return other.id


def _item(record: ReportRecord, item_id: str) -> Item:
    if item_id == record.report.id:
        return record.report
    for item in items_of(record):
        if item.id == item_id:
            return item
    raise RecordError(f"there is no item {item_id!r} in the record, or it is retracted")
