"""Running the two networks: batches of word runs in, scores out.

The word table is looked up here rather than in the graphs, since both networks share it; the
graphs' matrix products are int8, which costs under half a point on every task
(benchmarks/RESULTS.md) and more than halves time and size.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from onrecord.errors import ModelError
from onrecord.model.pieces import CLS, EDGE, SEP, Pieces, piecer
from onrecord.model.trees import flat_relations

WEIGHTS = Path(__file__).parent / "weights"
BATCH_PIECES = 512
"""Pieces a batch, padding counted: a piece costs up to a tenth more in batches of 1024."""
CALL_PIECES = 14
"""What a call costs beyond its pieces, in pieces: 0.8 ms, where a piece takes 0.06."""

Floats = npt.NDArray[np.float32]


class WordTable:
    """The frozen word embeddings, int8 with a scale a row."""

    def __init__(self, path: Path) -> None:
        with np.load(path) as data:
            self._rows: npt.NDArray[np.int8] = data["rows"]
            self._scale: Floats = data["scale"]

    def look_up(self, ids: npt.NDArray[np.int64]) -> Floats:
        """(B, T) ids → (B, T, 384)."""
        rows = self._rows[ids].astype(np.float32)
        rows *= self._scale[ids][..., None]
        return rows


@cache
def word_table(path: Path) -> WordTable:
    """The embeddings in the file, read once a process: they are 12 MB."""
    return WordTable(path)


class Network:
    """One ONNX graph over batches of runs of words."""

    def __init__(self, path: Path, table: WordTable, *, threads: int) -> None:
        # Imported here: onnxruntime costs 100 ms that questions to a record should not pay.
        import onnxruntime as ort

        if not path.exists():
            raise ModelError(f"the reading model's file {path} is missing; reinstall onrecord")
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # The fused kernel for "add, then normalise" takes five times what the two steps take alone:
        # a sixth of all the time that the networks need.
        self._session = ort.InferenceSession(
            str(path),
            options,
            providers=["CPUExecutionProvider"],
            disabled_optimizers=["SkipLayerNormFusion"],
        )
        self._table = table
        # The word states, for training more heads, are not copied out where nobody reads them.
        self._outputs = [o.name for o in self._session.get_outputs() if o.name != "states"]

    def run(self, runs: Sequence[Pieces]) -> list[Any]:
        """The graph's outputs for ``runs``, padded to one length."""
        length = max(len(r.ids) for r in runs) + 2
        count = max(len(r.firsts) for r in runs)
        ids = np.zeros((len(runs), length), dtype=np.int64)
        features = np.zeros((len(runs), length, 3), dtype=np.int64)
        mask = np.zeros((len(runs), length), dtype=np.bool_)
        firsts = np.zeros((len(runs), count), dtype=np.int64)
        for i, run in enumerate(runs):
            size = len(run.ids)
            ids[i, 0], ids[i, 1 : size + 1], ids[i, size + 1] = CLS, run.ids, SEP
            features[i, 0, 0] = features[i, size + 1, 0] = EDGE
            if size:
                features[i, 1 : size + 1] = run.features
            mask[i, : size + 2] = True
            firsts[i, : len(run.firsts)] = np.asarray(run.firsts) + 1
        inputs = {
            "words": self._table.look_up(ids), "features": features, "mask": mask, "firsts": firsts
        }  # fmt: skip
        outputs: list[Any] = self._session.run(self._outputs, inputs)
        return outputs


def batches(runs: Sequence[Pieces], limit: int = BATCH_PIECES) -> Iterator[list[int]]:
    """Indices of ``runs`` in batches of like length, cut where padding and calls cost least."""
    order = sorted(range(len(runs)), key=lambda i: len(runs[i].ids))
    costs, begins = [0], [0]
    for end in range(1, len(order) + 1):
        size = len(runs[order[end - 1]].ids) + 2
        first = max(0, end - max(1, limit // size))
        cost, begin = min((costs[b] + (end - b) * size, b) for b in range(first, end))
        costs.append(cost + CALL_PIECES)
        begins.append(begin)
    cuts = [len(order)]
    while cuts[-1]:
        cuts.append(begins[cuts[-1]])
    for end, begin in pairwise(cuts):
        yield order[begin:end]


class Networks:
    """Both networks and what they share; made once a process."""

    def __init__(self, *, threads: int, weights: Path = WEIGHTS) -> None:
        self._threads, self._weights = threads, weights
        for name in ("vocab.txt", "words.npz", "relations.npy"):
            if not (weights / name).exists():
                raise ModelError(
                    f"the reading model's file {weights / name} is missing; reinstall onrecord"
                )
        self.piecer = piecer(weights / "vocab.txt")
        table = word_table(weights / "words.npz")
        self.attribution = Network(weights / "attribution.onnx", table, threads=threads)
        self.analysis = Network(weights / "analysis.onnx", table, threads=threads)
        self.relations = flat_relations(np.load(weights / "relations.npy").astype(np.float32))
