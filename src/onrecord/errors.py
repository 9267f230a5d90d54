"""Every error that OnRecord raises on purpose.

    OnRecordError
    ├── InputError            something given to read could not be read
    │   ├── EmptyInput        no text in it
    │   ├── DecodingError     its bytes are no text in any encoding we know
    │   ├── FormatError       it is not the format that it claims to be
    │   ├── ColumnError       a table lacks a column that was asked for
    │   └── LimitError        larger or deeper than a named limit allows
    ├── RecordError           an item breaks an invariant of the record
    │   └── SpanError         a span does not quote its text
    ├── ModelError            the reading model is missing or does not fit the program
    ├── GazetteerError        a user's list of places cannot be used
    ├── LexiconError          a lexicon file cannot be used
    ├── QueryError            a question that the record cannot be asked as put
    └── StoreError            the record on disk cannot be used
        ├── StoreLocked       another process is writing to it
        └── StoreVersionError it was written by a newer program

A message names what was found, what was allowed, and what to do.
"""

from __future__ import annotations


class OnRecordError(Exception):
    """Base of all errors raised on purpose."""


class InputError(OnRecordError):
    """Something given to read could not be read.

    ``where`` names the file, and the row or entry within it, for the user to find.
    """

    def __init__(self, message: str, *, where: str | None = None) -> None:
        super().__init__(f"{where}: {message}" if where else message)
        self.where = where
        self.reason = message


class EmptyInput(InputError):
    """There is no text in it."""


class DecodingError(InputError):
    """The bytes are no text in any encoding we know."""


class FormatError(InputError):
    """The input is not the format that it claims to be."""


class ColumnError(InputError):
    """A table lacks a column that was asked for."""


class LimitError(InputError):
    """The input is larger or deeper than a named limit allows."""


class RecordError(OnRecordError):
    """An item breaks an invariant of the record."""


class SpanError(RecordError):
    """A span does not quote its text."""


class ModelError(OnRecordError):
    """The reading model is missing or does not fit the program."""


class GazetteerError(OnRecordError):
    """A user's list of places cannot be used."""


class LexiconError(OnRecordError):
    """A lexicon file cannot be used."""


class QueryError(OnRecordError):
    """A question that the record cannot be asked as it was put."""


class StoreError(OnRecordError):
    """The record on disk cannot be used."""


class StoreLocked(StoreError):
    """Another process is writing to the record."""


class StoreVersionError(StoreError):
    """The record was written by a newer program."""
