"""The reading model: texts in, tagged sentences out."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.model.analysis import Analysis

if TYPE_CHECKING:
    from onrecord.model.reader import Reader

__all__ = ["Analysis", "analyse"]


@lru_cache(maxsize=1)
def _reader(threads: int) -> Reader:
    from onrecord.model.reader import Reader

    return Reader(threads=threads)


def analyse(
    texts: Sequence[str],
    *,
    breaks: Sequence[Collection[int]] | None = None,
    threads: int = 2,
) -> list[Analysis]:
    """Read ``texts`` with the shipped networks, one analysis each, in order.

    ``breaks`` gives, for each text, offsets at which a sentence must begin (the body's start after
    a date line or dateline). The networks are loaded at the first call (0.2 s) and kept. Raises
    ModelError where their files are missing.
    """
    return _reader(threads).analyse(texts, breaks=breaks)
