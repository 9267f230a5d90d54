"""Word states of an encoder that was taught what sentences mean, for rules that weigh meaning.

The two reading networks have forgotten much of it: on PLOVER's classes their states give 55 per
cent where these give 80. It runs only on the sentences that are asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from onrecord.errors import ModelError
from onrecord.model.network import WEIGHTS, WordTable
from onrecord.model.pieces import CLS, SEP, Piecer

Floats = npt.NDArray[np.float32]

WIDTH = 384
MOST_PIECES = 254
"""Pieces of a sentence that are read; the words behind have the last one's state."""


class Meaning:
    """The encoder; loading it takes 0.1 s."""

    def __init__(self, *, threads: int = 1, weights: Path = WEIGHTS) -> None:
        # Imported here: onnxruntime costs 100 ms that questions to a record should not pay.
        import onnxruntime as ort

        for name in ("meaning.onnx", "words.npz", "vocab.txt"):
            if not (weights / name).exists():
                raise ModelError(
                    f"the reading model's file {weights / name} is missing; reinstall onrecord"
                )
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = ort.InferenceSession(
            str(weights / "meaning.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._table = WordTable(weights / "words.npz")
        self._piecer = Piecer(weights / "vocab.txt")

    def states(self, words: Sequence[str]) -> Floats:
        """The states of a sentence's words, (W, 384).

        A sentence is run by itself, so that what stands beside it cannot change it.
        """
        if not words:
            return np.zeros((0, WIDTH), dtype=np.float32)
        ids: list[int] = [CLS]
        firsts = []
        for word in words:
            firsts.append(min(len(ids), MOST_PIECES))
            ids.extend(self._piecer.word(word))
        cut = np.asarray([*ids[: MOST_PIECES + 1], SEP], dtype=np.int64)[None]
        inputs = {
            "words": self._table.look_up(cut),
            "firsts": np.asarray(firsts, dtype=np.int64)[None],
        }
        outputs: list[Any] = self._session.run(None, inputs)
        states: Floats = outputs[0][0]
        return states
