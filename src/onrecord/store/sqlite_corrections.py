"""Persons' decisions, of a record in an SQLite file."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from onrecord.errors import RecordError
from onrecord.store import correcting, found, rows
from onrecord.store.connect import explained
from onrecord.store.correcting_asked import Asked
from onrecord.store.correcting_check import StandsAlready
from onrecord.store.correcting_files import Taking, decided
from onrecord.store.correcting_looked import CONFIRMED, NOT_LINKED, whole_link
from onrecord.store.correcting_values import NOT_SAME, SAME, OneOf, fields_of, stands
from onrecord.store.load import load_record
from onrecord.store.rereading import Rereading


class SqliteCorrections:
    """The part of ``SqliteStore`` that keeps decisions."""

    path: Path

    @property
    def _db(self) -> sqlite3.Connection:
        raise NotImplementedError

    def _writing(self) -> AbstractContextManager[sqlite3.Connection]:
        raise NotImplementedError

    def correct(
        self,
        item_id: str,
        field: str,
        value: str,
        *,
        reason: str,
        by: str,
        reread: Rereading | None = None,
    ) -> rows.Correction:
        try:
            given = json.loads(value)
        except ValueError:
            raise RecordError(f"the value {value!r} is not JSON") from None
        with self._writing() as db:
            ids = found.full_ids(db, item_id)
            if field in (SAME, NOT_SAME):
                # who is who follows from any one of them
                given, ids = found.full_id(db, str(given)), ids[:1]
            elif field in (CONFIRMED, NOT_LINKED):
                full_id = partial(found.full_id, db)
                given, ids = whole_link(db, ids[0], given, full_id), ids[:1]
            made = []
            for whole in ids:
                decision = correcting.Decision(whole, field, given, reason, by)
                try:
                    made.append(correcting.decide(db, decision, reread))
                except StandsAlready:
                    if whole == ids[-1] and not made:
                        raise
            return made[0]

    def undo(
        self, number: int, *, reason: str, by: str, reread: Rereading | None = None
    ) -> rows.Correction:
        with self._writing() as db:
            return correcting.undo(db, number, reason=reason, by=by, reread=reread)

    def corrections(self, item_id: str | None = None) -> Iterator[rows.Correction]:
        with explained(self.path):
            return iter(self._corrections(item_id))

    def _corrections(self, item_id: str | None) -> list[rows.Correction]:
        if item_id is None:
            return correcting.corrections(self._db)
        given = json.dumps(found.full_ids(self._db, item_id))
        where = "c.item_id IN (SELECT value FROM json_each(?))"
        return correcting.corrections(self._db, where, (given,))

    def decided(self, item_id: str | None = None) -> Iterator[rows.Decided]:
        with explained(self.path):
            yield from decided(self._db, self._corrections(item_id))

    def take(
        self, lines: Iterable[Any], *, reread: Rereading | None = None
    ) -> Iterator[rows.Taken]:
        taking = Taking(reread)
        for number, line in enumerate(lines, 1):
            try:
                with self._writing() as db:
                    made = taking.take(db, line)
            except RecordError as error:
                yield rows.Taken(number, None, str(error))
            else:
                yield rows.Taken(number, made)

    def correctable(self, item_id: str) -> tuple[rows.Correctable, ...]:
        with explained(self.path):
            there = found.get(self._db, item_id)
            record = load_record(self._db, found.report_number(self._db, there.report.id))
        item, read = there.item, there.read or there.item
        asked = Asked(record, item, read, "", None)
        return tuple(_correctable(asked, field, rule) for field, rule in fields_of(read).items())


def _correctable(asked: Asked, field: str, rule: object) -> rows.Correctable:
    now = replace(asked, field=field)
    before = replace(now, item=asked.read)
    choices = rule.choices if isinstance(rule, OneOf) else ()
    return rows.Correctable(field, stands(now), stands(before), choices)
