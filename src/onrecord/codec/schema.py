"""The JSON Schema (draft 2020-12) that every printed line is valid against."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any


def load_schema() -> dict[str, Any]:
    """The schema of a line: of a report, or of links. Read from the package at each call."""
    text = (resources.files("onrecord") / "schema" / "record.schema.json").read_text("utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema
