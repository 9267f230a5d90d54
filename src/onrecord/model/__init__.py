"""The reading model: texts in, tagged sentences out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from onrecord.model.analysis import Analysis

__all__ = ["Analysis", "analyse"]


@lru_cache(maxsize=1)
def _reader(threads: int):  # type: ignore[no-untyped-def]
    from onrecord.model.reader import Reader

    return Reader(threads=threads)


def analyse(texts: Sequence[str], *, threads: int = 2) -> list[Analysis]:
    """Read ``texts`` with the shipped networks, one analysis each, in order.

    The networks are loaded at the first call (0.2 s) and kept. Raises ModelError where their
    files are missing.
    """
    found: list[Analysis] = _reader(threads).analyse(texts)
    return found
