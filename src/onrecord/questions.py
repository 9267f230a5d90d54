"""What may be told of reports to be read, and what each question may be narrowed by."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from onrecord.read.options import Format
    from onrecord.store.filters import Scope, Versions


class Told(TypedDict, total=False):
    """What may be told of the reports to be read; everything told wins over what they say.

    ``published`` is a date; the ``…_column`` name the columns of a table; ``day_first`` settles
    dates such as 03/04/2017; ``format`` and ``encoding`` override what is found by looking.
    """

    published: str | None
    outlet: str | None
    title: str | None
    author: str | None
    url: str | None
    language: str | None
    text_column: str | None
    title_column: str | None
    outlet_column: str | None
    author_column: str | None
    url_column: str | None
    date_column: str | None
    id_column: str | None
    day_first: bool | None
    format: Format | None
    encoding: str | None


class Question(TypedDict, total=False):
    """What every question about statements and events may be narrowed by."""

    by: str | None
    to: str | None
    about: str | None
    outlet: str | None
    report: str | None
    since: str | None
    until: str | None
    versions: Versions
    limit: int | None


class StatementQuestion(Question, total=False):
    """What ``Record.statements`` may be narrowed by; see ``StatementFilter``."""

    scope: Scope
    act: tuple[str, ...]
    named: bool | None


class EventQuestion(Question, total=False):
    """What ``Record.events`` may be narrowed by; see ``EventFilter``."""

    at: str | None
    type: tuple[str, ...]
    status: tuple[str, ...]


class TimelineQuestion(Question, total=False):
    """What ``Record.timeline`` may be narrowed by; see ``TimelineFilter``."""

    at: str | None
    dated: bool
    events: bool
    statements: bool


class ReportQuestion(TypedDict, total=False):
    """What ``Record.reports`` may be narrowed by; see ``ReportFilter``."""

    about: str | None
    outlet: str | None
    language: str | None
    received_since: str | None
    since: str | None
    until: str | None
    versions: Versions
    limit: int | None


class ActorQuestion(TypedDict, total=False):
    """What ``Record.actors`` may be narrowed by; see ``ActorFilter``."""

    name: str | None
    kind: tuple[str, ...]
    country: str | None
    named: bool | None
    limit: int | None


class LinkQuestion(TypedDict, total=False):
    """What ``Record.links`` may be narrowed by: kinds of link."""

    kinds: tuple[str, ...]
    limit: int | None
