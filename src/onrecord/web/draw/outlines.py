"""Country outlines for the map: Natural Earth 1:50m, public domain (training/build_outlines.py)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Ring:
    """A closed line of a country (ISO 3166-1 alpha-3): ``points`` are degrees, (N, 2) lon, lat."""

    country: str
    points: Array
    west: float
    south: float
    east: float
    north: float


@cache
def rings() -> tuple[Ring, ...]:
    """All countries' rings, islands and all."""
    file = resources.files("onrecord.web.draw") / "outlines.npz"
    with file.open("rb") as stream, np.load(stream) as data:
        points = data["points"].astype(np.float64) / 100
        starts, codes = data["starts"], data["codes"]
    found = []
    for code, start, stop in zip(codes, starts[:-1], starts[1:], strict=True):
        part = points[start:stop]
        low, high = part.min(axis=0), part.max(axis=0)
        bounds = (float(low[0]), float(low[1]), float(high[0]), float(high[1]))
        found.append(Ring(str(code), part, *bounds))
    return tuple(found)
