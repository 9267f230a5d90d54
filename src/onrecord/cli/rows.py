"""Rows as JSON for scripts: the items as record.md has them, with their names and report."""

from __future__ import annotations

from onrecord.codec import json_line, to_plain


def line_of(row: object) -> str:
    """A row on one line of JSON, without the line end."""
    return json_line(to_plain(row))
