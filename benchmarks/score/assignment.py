"""The best one-to-one assignment of a sparse table of gains."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray


def best_assignment(gains: Mapping[tuple[int, int], float]) -> float:
    """The greatest sum of gains with each row and each column taken once at most.

    Absent pairs gain nothing. The table is cut into its connected parts first: coreference
    clusters overlap few others, so that the cubic search works on small parts.
    """
    return sum(
        (_hungarian(_table(part, gains)) for part in _parts(gains)),
        0.0,
    )


def _parts(gains: Mapping[tuple[int, int], float]) -> list[list[tuple[int, int]]]:
    """The pairs, grouped by which are connected through a shared row or column."""
    parent: dict[tuple[str, int], tuple[str, int]] = {}

    def find(node: tuple[str, int]) -> tuple[str, int]:
        parent.setdefault(node, node)
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for i, j in gains:
        parent[find(("row", i))] = find(("column", j))
    grouped: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for i, j in gains:
        grouped.setdefault(find(("row", i)), []).append((i, j))
    return list(grouped.values())


def _table(
    part: list[tuple[int, int]], gains: Mapping[tuple[int, int], float]
) -> NDArray[np.float64]:
    """The dense table of one part, with no more rows than columns."""
    rows = {i: n for n, i in enumerate(sorted({i for i, _ in part}))}
    columns = {j: n for n, j in enumerate(sorted({j for _, j in part}))}
    table = np.zeros((len(rows), len(columns)))
    for i, j in part:
        table[rows[i], columns[j]] = gains[i, j]
    return table if len(rows) <= len(columns) else table.T


def _hungarian(table: NDArray[np.float64]) -> float:
    """Kuhn and Munkres' method with potentials; ``table`` is (n, m) with n <= m."""
    n, m = table.shape
    cost = -table
    row_potential, column_potential = np.zeros(n + 1), np.zeros(m + 1)
    taken_by = np.zeros(m + 1, dtype=np.int64)  # the row (from 1) that has each column; 0: none
    for row in range(1, n + 1):
        taken_by[0] = row
        column = 0
        least = np.full(m + 1, np.inf)
        before = np.zeros(m + 1, dtype=np.int64)
        seen = np.zeros(m + 1, dtype=bool)
        while True:
            seen[column] = True
            i = taken_by[column]
            slack = cost[i - 1] - row_potential[i] - column_potential[1:]
            better = ~seen[1:] & (slack < least[1:])
            least[1:][better] = slack[better]
            before[1:][better] = column
            open_columns = np.where(seen[1:], np.inf, least[1:])
            nearest = int(np.argmin(open_columns)) + 1
            step = open_columns[nearest - 1]
            row_potential[taken_by[seen]] += step
            column_potential[seen] -= step
            least[1:][~seen[1:]] -= step
            column = nearest
            if taken_by[column] == 0:
                break
        while column:
            taken_by[column] = taken_by[before[column]]
            column = int(before[column])
    return float(sum(table[taken_by[j] - 1, j - 1] for j in range(1, m + 1) if taken_by[j]))
