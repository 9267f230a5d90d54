"""What every task takes and gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

Document = TypeVar("Document")

HELD_OUT_EVERY = 5


@dataclass(frozen=True, slots=True)
class Options:
    """``limit`` is the most documents read of each corpus, None for all of them."""

    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """One figure. ``ours`` is as printed: shares are in per cent. ``best`` quotes others'.

    ``fp32`` is the same figure with the networks unquantised, where it was measured.
    """

    task: str
    corpus: str
    metric: str
    ours: float
    best: str = ""
    of: str = ""
    fp32: float | None = None


def percent(share: float) -> float:
    """A share in [0, 1] as a percentage with one decimal."""
    return round(100 * share, 1)


def limited(documents: Sequence[Document], options: Options) -> Sequence[Document]:
    """At most ``options.limit`` documents, spread evenly over all."""
    if options.limit is None or len(documents) <= options.limit:
        return documents
    step = len(documents) / options.limit
    return [documents[int(i * step)] for i in range(options.limit)]


def held_out(documents: Sequence[Document]) -> list[Document]:
    """Every fifth document, the first included: what training leaves out of such corpora."""
    return list(documents[::HELD_OUT_EVERY])
