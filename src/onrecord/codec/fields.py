"""Reading the fields of a JSON object, so that what is wrong is named with where it stands."""

from __future__ import annotations

from collections.abc import Callable, Set
from typing import Any, TypeVar

from onrecord.errors import RecordError, SpanError
from onrecord.records import Span

T = TypeVar("T")


class Fields:
    """One JSON object, read field by field; ``done`` refuses what nobody asked for.

    ``where`` is its path in the line ("statements[2].cue"); ``text`` is the report's, where the
    object's spans quote it.
    """

    def __init__(self, value: Any, where: str, text: str | None = None) -> None:
        if not isinstance(value, dict):
            raise RecordError(f"{where or 'a line'} is {_named(value)}; it must be an object")
        self._value = value
        self._where = where
        self._text = text
        self._seen: set[str] = set()

    def _path(self, key: str) -> str:
        return f"{self._where}.{key}" if self._where else key

    def any(self, key: str) -> Any:
        """The field as it stands; RecordError where it is missing."""
        if key not in self._value:
            raise RecordError(f"{self._path(key)} is missing")
        self._seen.add(key)
        return self._value[key]

    def _typed(self, key: str, kinds: tuple[type, ...], named: str) -> Any:
        value = self.any(key)
        # bool is a subclass of int, and true is no offset
        if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
            raise RecordError(f"{self._path(key)} is {_named(value)}; it must be {named}")
        return value

    def text(self, key: str) -> str:
        """A string."""
        value: str = self._typed(key, (str,), "a string")
        return value

    def opt_text(self, key: str) -> str | None:
        """A string or null."""
        value: str | None = self._typed(key, (str, type(None)), "a string or null")
        return value

    def flag(self, key: str) -> bool:
        """True or false."""
        value: bool = self._typed(key, (bool,), "true or false")
        return value

    def whole(self, key: str) -> int:
        """A whole number."""
        value: int = self._typed(key, (int,), "a whole number")
        return value

    def opt_whole(self, key: str) -> int | None:
        """A whole number or null."""
        value: int | None = self._typed(key, (int, type(None)), "a whole number or null")
        return value

    def number(self, key: str) -> float:
        """A number."""
        return float(self._typed(key, (int, float), "a number"))

    def opt_number(self, key: str) -> float | None:
        """A number or null."""
        value = self._typed(key, (int, float, type(None)), "a number or null")
        return None if value is None else float(value)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings."""
        values = self._typed(key, (list,), "a list")
        for index, value in enumerate(values):
            if not isinstance(value, str):
                raise RecordError(f"{self._path(key)}[{index}] is {_named(value)}; not a string")
        return tuple(values)

    def child(self, key: str) -> Fields:
        """An object."""
        return Fields(self.any(key), self._path(key), self._text)

    def each(self, key: str, read: Callable[[Fields], T]) -> tuple[T, ...]:
        """A list of objects, each read by ``read`` and allowed no further fields."""
        values = self._typed(key, (list,), "a list")
        found = []
        for index, value in enumerate(values):
            fields = Fields(value, f"{self._path(key)}[{index}]", self._text)
            found.append(fields._read_all(read))
        return tuple(found)

    def opt(self, key: str, read: Callable[[Fields], T]) -> T | None:
        """An object read by ``read``, or null."""
        return None if self.any(key) is None else self.child(key)._read_all(read)

    def one(self, key: str, read: Callable[[Fields], T]) -> T:
        """An object read by ``read``."""
        return self.child(key)._read_all(read)

    def _read_all(self, read: Callable[[Fields], T]) -> T:
        try:
            found = read(self)
        except RecordError as error:
            # an item's own invariant does not know where in the line it stands
            if str(error).startswith(self._where):
                raise
            raise type(error)(f"{self._where}: {error}") from None
        self.done()
        return found

    def span(self) -> Span:
        """The span that this object's start, end and text make; SpanError where it misquotes."""
        span = Span(self.whole("start"), self.whole("end"), self.text("text"))
        if self._text is not None and self._text[span.start : span.end] != span.text:
            raise SpanError(
                f"{self._where} quotes {span.text!r}, but [{span.start}, {span.end}) "
                f"of the report is {self._text[span.start : span.end]!r}"
            )
        return span

    def done(self, besides: Set[str] = frozenset()) -> None:
        """RecordError where the object has a field that was not read, ``besides`` left aside."""
        unknown = sorted(set(self._value) - self._seen - besides)
        if unknown:
            raise RecordError(f"{self._path(unknown[0])} is no field of a record")


def _named(value: Any) -> str:
    if value is None:
        return "null"
    return f"{type(value).__name__} {value!r:.60}"
