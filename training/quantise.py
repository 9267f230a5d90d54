"""int8 networks that answer as the fp32 ones do: `training.export` calls `quantised`.

What dynamic quantisation by itself loses is lost in three places, and each is mended from what the
matrix products see on training reports (`training/LOG.md` has the figures):

- The scale of a product's input is one for all channels, and one channel reaches 28 where the
  others reach 2. Each channel is shifted to its middle and divided by its reach before the product,
  and its row of the weights multiplied by that: nothing changes but the rounding. What GELU
  gives is loud in single rows instead (the edge marks'): each row is divided by its largest value.
- Processors without VNNI add two products of a byte in 16 bits, and what does not fit is cut off.
  A column whose weights could overflow beside each other takes a coarser scale.
- Weights are rounded one row after another, each taking on what those before it got wrong
  (Frantar and others 2022, GPTQ), rather than each for itself.
"""

from __future__ import annotations

import copy
import random
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import helper, numpy_helper
from onnxruntime import InferenceSession
from onnxruntime.quantization import QuantType, quantize_dynamic

from benchmarks.corpora import geo, polnear
from onrecord.model.attribution import windows
from onrecord.model.network import WordTable, batches
from onrecord.model.pieces import Piecer, Pieces, gaps_of
from onrecord.model.reader import part
from onrecord.model.sentences import split_sentences
from onrecord.model.words import as_meant, find_words
from onrecord.read.frontmatter import front
from training.common import collate
from training.corpora import training_part

Floats = npt.NDArray[np.float64]
Inputs = dict[str, npt.NDArray[Any]]

BATCHES = 30
"""Batches of training reports by which rounding is judged: some 14,000 pieces."""
ROWS = 600
"""Rows of a product's input by which shifts and scales are compared."""
BLOCK = 64
"""Rows of weights rounded before the rest takes on their errors."""
PAIR = 128
"""The largest sum of two weights side by side whose products with 255 still fit 16 bits."""
KINDS = ("qkv", "out", "up", "down")
FLOOR = 0.25
"""No row is divided by less than this share of the middle row's largest value."""


def sample(name: str, cutter: Piecer, table: WordTable) -> list[Inputs]:
    """What the network of that name is given for some training reports: a few batches."""
    texts: list[str] = []
    local = training_part(geo.articles("lgl"))
    for source, count in ((polnear.documents("train"), 24), (local, 16)):
        own = [document.text for document in source]
        random.Random(7).shuffle(own)
        texts += own[:count]
    every = list(inputs(name, texts, cutter, table))
    order = np.random.default_rng(0).permutation(len(every))
    return [every[i] for i in order[:BATCHES]]


def inputs(name: str, texts: Sequence[str], cutter: Piecer, table: WordTable) -> Iterator[Inputs]:
    """What the network of that name is given when the texts are read, each by itself."""
    for text in texts:
        words = find_words(text)
        runs = []
        if name == "attribution":
            pieces = cutter.cut([as_meant(text[a:b]) for a, b in words], gaps_of(text, words))
            bounds = windows(pieces.firsts, len(pieces.ids))
            runs = [part(pieces, first, last) for first, last in bounds]
        else:
            for first, last, _ in split_sentences(text, words, (front(text).body,)):
                own = words[first:last]
                runs.append(cutter.cut([as_meant(text[a:b]) for a, b in own], gaps_of(text, own)))
        for index in batches(runs):
            yield _fed([runs[k] for k in index], table)


def _fed(runs: Sequence[Pieces], table: WordTable) -> Inputs:
    batch = collate(runs)
    return {
        "words": table.look_up(batch.pieces.numpy()),
        "features": batch.features.numpy(),
        "mask": batch.mask.numpy(),
        "firsts": batch.firsts.numpy(),
    }


class Graph:
    """An ONNX graph whose weights are changed in place."""

    def __init__(self, model: onnx.ModelProto) -> None:
        self.model = model
        self.weights = {i.name: i for i in model.graph.initializer}
        self.nodes = {n.name: n for n in model.graph.node}

    def get(self, name: str) -> Floats:
        return numpy_helper.to_array(self.weights[name]).astype(np.float64)

    def set(self, name: str, value: npt.NDArray[Any]) -> None:
        new = numpy_helper.from_array(value, name)
        if name in self.weights:
            self.weights[name].CopyFrom(new)
        else:
            self.model.graph.initializer.append(new)
            self.weights[name] = self.model.graph.initializer[-1]

    def products(self) -> list[onnx.NodeProto]:
        """The matrix products of the encoder's layers that have weights."""
        return [
            self.nodes[f"/layers.{i}/{kind}/MatMul"] for i in range(self.layers) for kind in KINDS
        ]

    @property
    def layers(self) -> int:
        return sum(name.endswith("/qkv/MatMul") for name in self.nodes)

    def bias(self, product: onnx.NodeProto) -> str:
        """The name of what is added to a product."""
        after = next(n for n in self.model.graph.node if product.output[0] in n.input)
        return next(name for name in after.input if name in self.weights)

    def before(self, name: str, new: onnx.NodeProto) -> None:
        """Puts a node before the one of that name."""
        place = next(i for i, n in enumerate(self.model.graph.node) if n.name == name)
        self.model.graph.node.insert(place, copy.deepcopy(new))
        self.nodes = {n.name: n for n in self.model.graph.node}


def seen(model: onnx.ModelProto, given: Sequence[Inputs]) -> dict[str, Floats]:
    """Rows (pieces, channels) that each product of the layers is given, padding left out."""
    watched = onnx.ModelProto()
    watched.CopyFrom(model)
    names = list(dict.fromkeys(n.input[0] for n in Graph(watched).products()))
    watched.graph.output.extend(helper.make_empty_tensor_value_info(name) for name in names)
    session = InferenceSession(watched.SerializeToString(), providers=["CPUExecutionProvider"])
    rows: dict[str, list[Floats]] = {name: [] for name in names}
    for one in given:
        for name, value in zip(names, session.run(names, one), strict=True):
            rows[name].append(value[one["mask"]].astype(np.float64))
    return {name: np.concatenate(parts) for name, parts in rows.items()}


def steps(weights: Floats) -> Floats:
    """The finest scale of each column at which no weight and no two side by side overflow."""
    one, two = weights[0::2], weights[1::2]
    above = (np.maximum(one, 0) + np.maximum(two, 0)).max(0)
    below = -(np.minimum(one, 0) + np.minimum(two, 0)).min(0)
    found: Floats = np.maximum(np.abs(weights).max(0) / 127, np.maximum(above, below) / PAIR)
    return np.where(found > 0, found, 1.0)


def _rounded(x: Floats) -> Floats:
    """A product's input as dynamic quantisation rounds it."""
    low, high = min(0.0, x.min()), max(0.0, x.max())
    step = (high - low) / 255
    zero = np.round(-low / step)
    rounded: Floats = (np.clip(np.round(x / step) + zero, 0, 255) - zero) * step
    return rounded


def _cost(x: Floats, weights: Floats, scale: Floats, shift: Floats) -> float:
    """What rounding does to the product, as a share of each row's variance, over all rows."""
    exact = x @ weights
    own = weights * scale[:, None]
    step = steps(own)
    rounded = _rounded((x - shift) / scale) @ (np.round(own / step) * step) + shift @ weights
    variance = np.square(exact - exact.mean(0)).mean(1)
    return float((np.square(rounded - exact).mean(1) / variance).mean())


def _best(rows: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """The scale and the shift of each channel at which rounding costs least."""
    low, high = rows.min(0), rows.max(0)
    rng = np.random.default_rng(1)
    x = rows[rng.choice(len(rows), min(ROWS, len(rows)), replace=False)]
    # The range of a batch is that of its largest rows: they must be among those looked at.
    x = np.concatenate([x, rows[np.abs(rows).max(1).argsort()[-3:]]]).astype(np.float32)
    weights = weights.astype(np.float32)
    none = np.zeros_like(low)
    plain = np.ones_like(low)
    options = [(plain, none)]
    for shift in (none, (low + high) / 2):
        reach = np.maximum(np.maximum(high - shift, shift - low), 1e-6)
        size = np.sqrt(np.square(weights).mean(1)) + 1e-9
        for power in (0.6, 0.7, 0.8, 0.9):
            options.append((reach**power / size ** (1 - power), shift))
        for reached in (0.6, 0.8, 1.0, 1.25, 1.5, 2.0):
            options.append((np.maximum(1, reach / np.median(reach) / reached), shift))
    options = [(a.astype(np.float32), b.astype(np.float32)) for a, b in options]
    return min(options, key=lambda option: _cost(x, weights, *option))


def smooth(graph: Graph, rows: dict[str, Floats]) -> None:
    """Shifts and scales the channels that each product of the layers is given, or its rows."""
    for node in graph.products():
        weights = graph.get(node.input[1])
        *_, layer, kind, _ = node.name.split("/")
        stem = node.name.removeprefix("/").removesuffix("/MatMul")
        if kind == "down":
            middle = np.median(rows[node.input[0]].max(1))
            _divide_rows(graph, node, stem, FLOOR * float(middle))
            continue
        scale, shift = _best(rows[node.input[0]], weights)
        _put(graph, graph.bias(node), graph.get(graph.bias(node)) + shift @ weights)
        _put(graph, node.input[1], weights * scale[:, None])
        if kind == "out":
            _rescale_values(graph, graph.nodes[f"/{layer}/qkv/MatMul"], scale, shift)
            continue
        _put(graph, f"{stem}/factor", 1 / scale)
        ends = [f"{stem}/product", f"{stem}/smooth"] if shift.any() else [f"{stem}/smooth"]
        given = [node.input[0], f"{stem}/factor"]
        graph.before(node.name, helper.make_node("Mul", given, ends[:1], f"/{stem}/smooth/Mul"))
        if shift.any():
            _put(graph, f"{stem}/addend", -shift / scale)
            given = [ends[0], f"{stem}/addend"]
            graph.before(node.name, helper.make_node("Add", given, ends[1:], f"/{stem}/smooth/Add"))
        graph.nodes[node.name].input[0] = ends[-1]


def _divide_rows(graph: Graph, product: onnx.NodeProto, stem: str, floor: float) -> None:
    """Divides each row of a product's input by its largest value, and multiplies the product."""
    _put(graph, f"{stem}/floor", np.array(floor))
    name, given, made = product.name, product.input[0], product.output[0]
    after = next(n.name for n in graph.model.graph.node if made in n.input)
    largest, reach = f"{stem}/largest", f"{stem}/reach"
    for node in (
        helper.make_node("ReduceMax", [given], [largest], axes=[-1], keepdims=1),
        helper.make_node("Max", [largest, f"{stem}/floor"], [reach]),
        helper.make_node("Div", [given, reach], [f"{stem}/even"]),
    ):
        node.name = f"/{node.output[0]}"
        graph.before(name, node)
    back = helper.make_node("Mul", [f"{stem}/rounded", reach], [made], f"/{stem}/back")
    graph.before(after, back)
    graph.nodes[name].input[0] = f"{stem}/even"
    graph.nodes[name].output[0] = f"{stem}/rounded"


def _put(graph: Graph, name: str, value: Floats) -> None:
    graph.set(name, value.astype(np.float32))


def _rescale_values(graph: Graph, qkv: onnx.NodeProto, scale: Floats, shift: Floats) -> None:
    """Attention's weights sum to one: what it mixes can be shifted and scaled before it."""
    weights, bias = graph.get(qkv.input[1]), graph.get(graph.bias(qkv))
    first = weights.shape[1] - len(scale)
    weights[:, first:] /= scale
    bias[first:] = (bias[first:] - shift) / scale
    _put(graph, qkv.input[1], weights)
    _put(graph, graph.bias(qkv), bias)


def round_weights(weights: Floats, step: Floats, x: Floats) -> npt.NDArray[np.int8]:
    """Whole multiples of ``step`` for which ``x @ weights`` changes little, after GPTQ."""
    size = len(weights)
    moments = x.T @ x / len(x)
    moments[np.diag_indices(size)] += 0.01 * np.diag(moments).mean()
    upper = np.linalg.cholesky(np.linalg.inv(moments)).T
    left = weights.copy()
    found = np.zeros(weights.shape, dtype=np.int8)
    for begin in range(0, size, BLOCK):
        end = min(begin + BLOCK, size)
        errors = np.zeros((end - begin, weights.shape[1]))
        for k in range(begin, end):
            found[k] = np.clip(np.round(left[k] / step), -127, 127)
            error = (left[k] - found[k] * step) / upper[k, k]
            left[k + 1 : end] -= np.outer(upper[k, k + 1 : end], error)
            errors[k - begin] = error
        left[end:] -= upper[begin:end, end:].T @ errors
    return found


def quantised(plain: onnx.ModelProto, given: Sequence[Inputs]) -> onnx.ModelProto:
    """The int8 form of a graph; ``given`` is what it was given for some training reports."""
    smoothed = onnx.ModelProto()
    smoothed.CopyFrom(plain)
    graph = Graph(smoothed)
    smooth(graph, seen(plain, given))
    with tempfile.TemporaryDirectory() as folder:
        before, after = Path(folder) / "plain.onnx", Path(folder) / "int8.onnx"
        onnx.save(smoothed, before)
        quantize_dynamic(
            before,
            after,
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gemm"],
        )
        small = Graph(onnx.load(after))
    rows = seen(smoothed, given)
    for node in graph.products():
        weights, stem = graph.get(node.input[1]), node.input[1]
        step = steps(weights)
        small.set(f"{stem}_quantized", round_weights(weights, step, rows[node.input[0]]))
        small.set(f"{stem}_scale", step.astype(np.float32))
    _halve(small, "net.encoder.places.weight")
    return small.model


def _halve(graph: Graph, name: str) -> None:
    """Keeps a table in 16 bits; it is made 32 again when the network is loaded."""
    graph.set(name, graph.get(name).astype(np.float16))
    users = [n for n in graph.model.graph.node if name in n.input]
    for node in users:
        node.input[list(node.input).index(name)] = f"{name}_float"
    cast = helper.make_node("Cast", [name], [f"{name}_float"], f"{name}/Cast", to=1)
    graph.model.graph.node.insert(0, cast)
