"""The encoder of meaning as the package ships it: MiniLM-L6 with coarse integer weights."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.common import minilm
from training.net import Encoder, first_pieces

LEVELS = 10
"""Steps on either side of zero. 127 and 10 gave the same classes in 98 of 100 sentences."""
PLACES = 256


class Graph(nn.Module):
    """(1, T, 384) words and each word's first piece (1, W) → states (1, W, 384)."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.register_buffer("places", encoder.places.weight[:PLACES].clone())

    def forward(self, words: Tensor, firsts: Tensor) -> Tensor:
        x = self.encoder.norm(words + self.places[: words.shape[1]])
        mask = torch.ones(words.shape[:2], dtype=torch.bool)
        return first_pieces(self.encoder.run(x, mask), firsts)


def write(path: Path) -> None:
    """Write the quantised graph."""
    encoder = Encoder()
    encoder.load_minilm(minilm() / "model.safetensors")
    with tempfile.TemporaryDirectory() as name:
        plain, small = Path(name) / "plain.onnx", Path(name) / "small.onnx"
        torch.onnx.export(
            Graph(encoder).eval(), (torch.randn(1, 12, 384), torch.arange(5)[None]), str(plain),
            input_names=["words", "firsts"], output_names=["states"], opset_version=17,
            dynamic_axes={"words": {1: "pieces"}, "firsts": {1: "count"}, "states": {1: "count"}},
            dynamo=False,
        )  # fmt: skip
        quantize_dynamic(
            plain, small, weight_type=QuantType.QInt8, per_channel=True,
            op_types_to_quantize=["MatMul", "Gemm"],
        )  # fmt: skip
        model = onnx.load(small)
    held = {tensor.name: tensor for tensor in model.graph.initializer}
    for tensor_name, tensor in held.items():
        if tensor_name.endswith("_quantized"):
            scale = held[tensor_name.replace("_quantized", "_scale")]
            coarse(tensor, scale)
    onnx.save(model, path)


def coarse(tensor: onnx.TensorProto, scale: onnx.TensorProto) -> None:
    """Round int8 weights to fewer levels, and widen their scale by as much."""
    values = numpy_helper.to_array(tensor).astype(np.float32)
    levels = np.round(values * LEVELS / 127).astype(np.int8)
    wide = (numpy_helper.to_array(scale) * 127 / LEVELS).astype(np.float32)
    tensor.CopyFrom(numpy_helper.from_array(levels, tensor.name))
    scale.CopyFrom(numpy_helper.from_array(wide, scale.name))
