"""What a record can be asked for: small frozen filters, every field of which narrows the answer.

Common fields:

- ``by``, ``to``: an actor, as a name ("Lavrov"), a country ("Russia": its government, offices and
  forces, and persons who speak for them) or an actor's id.
- ``about``: words, a phrase in double quotes, a prefix with ``*``; or a name, whose other
  spellings in the record are found as well.
- ``since``, ``until``: an ISO year, month or day; both are included.
- ``outlet``: an outlet's name, case and accents aside. ``report``: a report's id.
- ``versions``: whether a report that has a later version answers too.
- ``limit``: at most so many rows; None for all.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

from onrecord.errors import QueryError
from onrecord.records import Act, ActorKind, EventType, Status

Versions = Literal["latest", "all"]
Scope = Literal["content", "sentence", "report"]
"""Where a statement must mention what it is asked to be about: in what was said, in the sentences
that hold the statement, or anywhere in its report."""

_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def _choices(values: Collection[str], allowed: Any, field: str) -> None:
    if isinstance(values, str):
        raise QueryError(f"{field} is {values!r}; give a tuple of values")
    for value in values:
        if value not in get_args(allowed):
            raise QueryError(f"{field} is {value!r}; it may be {', '.join(get_args(allowed))}")


def _period(since: str | None, until: str | None) -> None:
    for field, value in (("since", since), ("until", until)):
        if value is None:
            continue
        try:
            if not _DAY.fullmatch(value):
                raise ValueError
            date.fromisoformat(f"{value}-01-01"[:10])
        except ValueError:
            raise QueryError(
                f"{field} is {value!r}; give a year, a month or a day, as in 2017-04-04"
            ) from None


def _limit(limit: int | None) -> None:
    if limit is not None and limit < 1:
        raise QueryError(f"limit is {limit}; give 1 or more, or none at all")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFilter:
    """Which reports. ``language`` is a code such as "en"; ``received_since`` an ISO day or moment
    in UTC, of reports that came into the record later."""

    about: str | None = None
    outlet: str | None = None
    language: str | None = None
    received_since: str | None = None
    since: str | None = None
    until: str | None = None
    versions: Versions = "latest"
    limit: int | None = None

    def __post_init__(self) -> None:
        _period(self.since, self.until)
        _choices((self.versions,), Versions, "versions")
        _limit(self.limit)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFilter:
    """Which statements. ``act``: any of these; ``named``: only named, or only unnamed, sources."""

    by: str | None = None
    to: str | None = None
    about: str | None = None
    scope: Scope = "sentence"
    act: tuple[str, ...] = ()
    named: bool | None = None
    outlet: str | None = None
    report: str | None = None
    since: str | None = None
    until: str | None = None
    versions: Versions = "latest"
    limit: int | None = None

    def __post_init__(self) -> None:
        _choices(self.act, Act, "act")
        _choices((self.scope,), Scope, "scope")
        _period(self.since, self.until)
        _choices((self.versions,), Versions, "versions")
        _limit(self.limit)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFilter:
    """Which events. ``at`` is a place's name, in any spelling of the record, or a country's."""

    by: str | None = None
    to: str | None = None
    about: str | None = None
    at: str | None = None
    type: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    outlet: str | None = None
    report: str | None = None
    since: str | None = None
    until: str | None = None
    versions: Versions = "latest"
    limit: int | None = None

    def __post_init__(self) -> None:
        _choices(self.type, EventType, "type")
        _choices(self.status, Status, "status")
        _period(self.since, self.until)
        _choices((self.versions,), Versions, "versions")
        _limit(self.limit)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineFilter:
    """Which events and statements, in the order of their days. ``at`` leaves events only.

    ``dated`` leaves out what has no day but its report's.
    """

    by: str | None = None
    to: str | None = None
    about: str | None = None
    at: str | None = None
    outlet: str | None = None
    report: str | None = None
    since: str | None = None
    until: str | None = None
    dated: bool = False
    events: bool = True
    statements: bool = True
    versions: Versions = "latest"
    limit: int | None = None

    def __post_init__(self) -> None:
        _period(self.since, self.until)
        _choices((self.versions,), Versions, "versions")
        _limit(self.limit)


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningFilter:
    """Which warnings and threats: by whom, to whom, about what."""

    by: str | None = None
    to: str | None = None
    about: str | None = None
    outlet: str | None = None
    report: str | None = None
    since: str | None = None
    until: str | None = None
    versions: Versions = "latest"
    limit: int | None = None

    def __post_init__(self) -> None:
        _period(self.since, self.until)
        _choices((self.versions,), Versions, "versions")
        _limit(self.limit)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorFilter:
    """Which actors of the record; ``country`` is a name or an ISO 3166-1 alpha-3 code."""

    name: str | None = None
    kind: tuple[str, ...] = ()
    country: str | None = None
    named: bool | None = None
    limit: int | None = None

    def __post_init__(self) -> None:
        _choices(self.kind, ActorKind, "kind")
        _limit(self.limit)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceFilter:
    """Which places; ``country`` is a name or an ISO 3166-1 alpha-3 code."""

    name: str | None = None
    country: str | None = None
    limit: int | None = None

    def __post_init__(self) -> None:
        _limit(self.limit)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeFilter:
    """Which time expressions: of a report, or those that denote days in a period."""

    report: str | None = None
    since: str | None = None
    until: str | None = None
    limit: int | None = None

    def __post_init__(self) -> None:
        _period(self.since, self.until)
        _limit(self.limit)
