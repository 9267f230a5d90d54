"""What a page's address asks for: its query made into a filter, and changed into another's."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, TypeVar, get_args, get_type_hints
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from onrecord.errors import QueryError
from onrecord.store.pages import SIZE, Paging

F = TypeVar("F")

_LEFT = frozenset({"limit"})
"""Fields of filters that an address does not set: pages have sizes of their own."""


def filter_of(kind: type[F], query: QueryParams, **fixed: Any) -> F:
    """A filter of ``kind`` with the fields that the query names; ``fixed`` ones are as given.

    An empty field asks for nothing: a form sends all of its fields. QueryError where a value is
    none that the field may have.
    """
    hints = get_type_hints(kind)
    given: dict[str, Any] = {}
    for field in fields(kind):  # type: ignore[arg-type]
        if field.name in _LEFT or field.name in fixed:
            continue
        values = [value.strip() for value in query.getlist(field.name) if value.strip()]
        if values:
            given[field.name] = _value(field.name, hints[field.name], values)
    return kind(**given, **fixed)


def _value(name: str, hint: Any, values: list[str]) -> Any:
    if bool in (hint, *get_args(hint)):
        known = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
        if values[-1].lower() not in known:
            raise QueryError(f"{name} is {values[-1]!r}; it may be 1 or 0")
        return known[values[-1].lower()]
    if getattr(hint, "__origin__", None) is tuple:
        return tuple(dict.fromkeys(values))
    return values[-1]


def paging_of(query: QueryParams, *, size: int = SIZE) -> Paging:
    """Which part of the list the query asks for: ``start``, ``size`` and ``order``."""
    order: Any = query.get("order") or "oldest"
    return Paging(start=_whole(query, "start", 0), size=_whole(query, "size", size), order=order)


def _whole(query: QueryParams, name: str, otherwise: int) -> int:
    given = query.get(name, "").strip()
    if not given:
        return otherwise
    if not (given.isascii() and given.isdigit() and len(given) < 10):
        raise QueryError(f"{name} is {given!r}; give a whole number")
    return int(given)


def changed(path: str, query: QueryParams, **changes: Any) -> str:
    """The same page with some of its query changed; None takes a field out.

    The page goes back to its beginning unless ``start`` is among the changes.
    """
    changes = {"start": None, **changes}
    pairs = [(name, value) for name, value in query.multi_items() if name not in changes and value]
    for name, given in changes.items():
        several = given if isinstance(given, (list, tuple)) else [given]
        pairs += [(name, str(value)) for value in several if value is not None]
    return path + (f"?{urlencode(pairs)}" if pairs else "")
