"""int8 networks: no two products overflow, rounding looks at what is seen, little is lost."""

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("onnx")
torch = pytest.importorskip("torch")
pytest.importorskip("safetensors")


def test_no_two_weights_side_by_side_overflow_16_bits() -> None:
    from training.quantise import steps

    weights = np.random.default_rng(3).normal(size=(64, 32))
    weights[:, 0] = 0
    whole = np.round(weights / steps(weights))
    for sign in (1, -1):
        pairs = np.maximum(sign * whole, 0).reshape(32, 2, 32).sum(1)
        assert pairs.max() * 255 <= 2**15 + 255  # rounding may add half a weight to each
    assert np.abs(whole).max() <= 127


def test_rounding_by_what_is_seen_changes_the_product_less() -> None:
    from training.quantise import round_weights, steps

    rng = np.random.default_rng(5)
    x = rng.normal(size=(400, 8)) @ rng.normal(size=(8, 48)) + 0.1 * rng.normal(size=(400, 48))
    weights = rng.normal(size=(48, 16))
    step = steps(weights) * 4

    def lost(whole: np.ndarray) -> float:
        return float(np.square(x @ (whole * step - weights)).mean())

    assert lost(round_weights(weights, step, x)) < 0.5 * lost(np.round(weights / step))


@pytest.mark.filterwarnings("ignore")  # the exporter that torch keeps warns of itself
def test_a_network_with_one_loud_channel_answers_as_before(tmp_path: Path) -> None:
    import onnx
    from onnxruntime import InferenceSession

    from training.export import AttributionGraph, graph
    from training.net import AttributionNet
    from training.quantise import quantised
    from training.recover import weights_of

    torch.manual_seed(1)
    net = AttributionNet(layers=1)
    with torch.no_grad():
        net.encoder.layers[0].norm1.bias[7] = 30.0
    path = tmp_path / "plain.onnx"
    graph(AttributionGraph(net), path, {"tags": (0, 1), "links": (0, 1, 2), "moves": ()})
    rng = np.random.default_rng(2)
    given = {
        "words": rng.normal(size=(4, 40, 384)).astype(np.float32),
        "features": np.zeros((4, 40, 3), dtype=np.int64),
        "mask": np.ones((4, 40), dtype=np.bool_),
        "firsts": np.tile(np.arange(40), (4, 1)),
    }
    small = quantised(onnx.load(path), [given])
    onnx.save(small, tmp_path / "int8.onnx")

    def tags(name: str) -> np.ndarray:
        return InferenceSession(str(tmp_path / name)).run(["tags"], given)[0]

    plain, rounded = tags("plain.onnx"), tags("int8.onnx")
    assert np.square(rounded - plain).mean() < 1e-3 * plain.var()
    found = weights_of(str(tmp_path / "int8.onnx"))
    layer = net.encoder.layers[0]
    for name in ("qkv", "up", "down"):
        own = getattr(layer, name).weight.detach().numpy().T
        if name == "qkv":  # the values are scaled for what mixes them
            own = own[:, : 2 * 384]
        there = found[f"layers.0/{name}"][:, : own.shape[1]]
        assert np.abs(there - own).max() < 0.1 * np.abs(own).max()
    bias = found["encoder.layers.0.up.bias"]
    assert np.abs(bias - layer.up.bias.detach().numpy()).max() < 0.5
