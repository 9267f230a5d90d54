"""The shapes of the answers in JSON, made from the rows' own types, so that they cannot differ.

``shape_of`` gives the model of what ``codec.to_plain`` makes of a row: a field's last underscore
is dropped, a field ``span`` is laid out in its owner, a link's spans name their report.
``query_of`` gives the model of what a filter may be asked in an address.
"""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import GenericAlias, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, create_model

from onrecord.records import Act, ActorKind, EventType, Link, Report, Span, Status
from onrecord.store.pages import LARGEST, SIZE, Order

Model = type[BaseModel]

_KEPT_BACK: dict[type, set[str]] = {Report: {"readable", "path", "received", "original"}}
"""Fields that are no part of the record's JSON: where a report lay on somebody's disk."""

_CHOICES: dict[str, Any] = {"act": Act, "type": EventType, "status": Status, "kind": ActorKind}
_DAY = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
_FURTHEST = 1_000_000
"""Rows that an address may pass over."""


@cache
def shape_of(kind: type) -> Model:
    """The model of a row, an item or a link."""
    made: dict[str, Any] = {}
    hints = get_type_hints(kind)
    for field in fields(kind):
        if field.name in _KEPT_BACK.get(kind, ()):
            continue
        if field.name == "span" and hints["span"] is Span:
            for inner in fields(Span):
                made |= _field(inner.name, get_type_hints(Span)[inner.name])
        elif kind is Link and field.name == "spans":
            made |= _field("spans", list_of(_report_span()))
        else:
            made |= _field(field.name.rstrip("_"), _json(hints[field.name]))
    return _model(kind.__name__, made)


def list_of(kind: Any) -> Any:
    """The type of a list of what only the running program knows."""
    return GenericAlias(list, (kind,))


def page_of(row: type) -> Model:
    """The model of a page of such rows."""
    made = _field("rows", list_of(shape_of(row))) | _field("start", int) | _field("total", int)
    return _model(f"{row.__name__}Page", made)


@cache
def _report_span() -> Model:
    made = _field("report", str)
    for inner in fields(Span):
        made |= _field(inner.name, get_type_hints(Span)[inner.name])
    return _model("ReportSpan", made)


def _field(name: str, kind: Any) -> dict[str, Any]:
    # another name in the class, since some are those of a model's own methods ("copy")
    return {f"f_{name}": (kind, Field(alias=name))}


def _model(name: str, made: dict[str, Any]) -> Model:
    model: Model = create_model(name, __config__=ConfigDict(extra="forbid"), **made)
    return model


def _json(hint: Any) -> Any:
    """A type as JSON has it."""
    if is_dataclass(hint) and isinstance(hint, type):
        return shape_of(hint)
    origin, args = get_origin(hint), get_args(hint)
    if origin is Literal:
        return hint
    if origin in (UnionType, Union):
        return Union[tuple(_json(arg) for arg in args)]  # noqa: UP007 - made of a list of types
    if origin is tuple:
        if args[-1] is Ellipsis:
            return list_of(_json(args[0]))
        return GenericAlias(tuple, tuple(_json(arg) for arg in args))
    return hint


@cache
def query_of(kind: type, *, ordered: bool) -> Model:
    """The model of an address's query: the filter's fields, and which part of the answer."""
    hints = get_type_hints(kind)
    made: dict[str, Any] = {}
    for field in fields(kind):
        if field.name == "limit":
            continue
        default = None if field.default is MISSING else field.default
        if field.name in _CHOICES and default == ():
            several = list_of(_CHOICES[field.name])
            made[field.name] = (several, Field(default_factory=list, max_length=20))
        elif field.name in ("since", "until"):
            made[field.name] = (str | None, Field(None, pattern=_DAY, max_length=10))
        elif hints[field.name] == (str | None):
            made[field.name] = (str | None, Field(None, max_length=200))
        else:
            made[field.name] = (hints[field.name], default)
    made["start"] = (int, Field(0, ge=0, le=_FURTHEST, description="Rows to pass over."))
    made["size"] = (int, Field(SIZE, ge=1, le=LARGEST, description="Rows of the page."))
    if ordered:
        made["order"] = (Order, Field("oldest", description="Undated rows are last in both."))
    model: Model = create_model(f"{kind.__name__}Query", **made)
    return model
