"""The one span type that every corpus reader yields."""

from __future__ import annotations

from typing import NamedTuple


class CorpusSpan(NamedTuple):
    """``text[start:end]`` of a corpus document, half-open code points."""

    start: int
    end: int
