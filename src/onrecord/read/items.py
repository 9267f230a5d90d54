"""What passes between the readers of the formats and the stage's door."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.errors import InputError
from onrecord.read.dates import DateReading


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read; everything else was.

    ``where`` names the file, and the row or entry in it; ``reason`` what was found, what was
    allowed and what to do; ``error`` is the class of the error that it is.
    """

    where: str
    reason: str
    error: type[InputError]

    @classmethod
    def of(cls, error: InputError, where: str) -> Problem:
        """The problem that ``error`` tells; ``where`` serves if the error names no place."""
        return cls(error.where or where, error.reason, type(error))

    def as_error(self) -> InputError:
        """The problem as an exception to raise."""
        return self.error(self.reason, where=self.where)


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell the user that is no error: what was guessed, what was passed over."""

    where: str
    message: str


OnNotice = Callable[[Notice], None]


def ignore(_notice: Notice) -> None:
    """The listener of a caller who does not want notices."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One report as its format gives it, before it is dated, named and hashed.

    ``original`` is the markup that ``text`` was extracted from. ``date`` is the metadata's.
    ``own_metadata`` is true where the metadata is the publisher's (a page, a feed), false where
    somebody else's table says it of the report. ``numeric`` says how this table, for this
    outlet, writes the all-number dates that lead its texts, where other rows settle it.
    """

    where: str
    text: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    date: DateReading | None = None
    own_metadata: bool = True
    original: str | None = None
    day_first: bool | None = None
