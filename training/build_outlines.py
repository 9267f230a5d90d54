"""Builds the map's country outlines: `python -m training.build_outlines FILE`.

FILE is ``countries-50m.json`` of the npm package world-atlas 2 (`npm pack world-atlas`): Natural
Earth's public-domain 1:50m countries as TopoJSON. What comes of it is ``outlines.npz`` of
``onrecord.web.draw``: the rings of all countries as whole hundredths of a degree.
"""

from __future__ import annotations

import json
import sys
from itertools import accumulate
from pathlib import Path

import numpy as np
import pycountry

OUT = Path(__file__).parents[1] / "src/onrecord/web/draw/outlines.npz"
Ring = list[tuple[float, float]]


def arcs_of(topology: dict) -> list[Ring]:
    """The arcs in degrees; TopoJSON keeps them as whole steps from point to point."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        xs = accumulate(step[0] for step in arc)
        ys = accumulate(step[1] for step in arc)
        found.append([(x * sx + tx, y * sy + ty) for x, y in zip(xs, ys, strict=True)])
    return found


def ring(indices: list[int], arcs: list[Ring]) -> Ring:
    """Arcs one behind the other; a negative index is the arc turned round."""
    points: Ring = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1 if points else 0 :]
    return points


def main() -> None:
    topology = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    arcs = arcs_of(topology)
    points: Ring = []
    starts, codes = [0], []
    for country in topology["objects"]["countries"]["geometries"]:
        known = pycountry.countries.get(numeric=str(country.get("id", "")).zfill(3))
        polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        for polygon in polygons:
            for indices in polygon:
                points += ring(indices, arcs)
                starts.append(len(points))
                codes.append(known.alpha_3 if known else "---")
    rounded = np.round(np.array(points) * 100).astype(np.int16)
    np.savez_compressed(OUT, points=rounded, starts=np.array(starts, np.int32), codes=codes)
    print(f"{len(codes)} rings, {len(points)} points, {OUT.stat().st_size / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
