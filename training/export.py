"""Writes the trained networks as the package's weights: `python -m training.export`.

The frozen word table that both networks share becomes one int8 file with a scale a row; each
network becomes an ONNX graph whose matrix products are int8 per channel (`training.quantise`).
`--fp32` writes the unquantised graphs beside, for the benchmark of what quantisation costs;
`--again` quantises those anew and needs no training run.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from onrecord.model.heads import HEADS, RELATIONS
from onrecord.model.network import WordTable
from training.common import RUNS, minilm, piecer
from training.net import AnalysisNet, AttributionNet, first_pieces
from training.quantise import quantised, sample

WEIGHTS = Path(__file__).parent.parent / "src" / "onrecord" / "model" / "weights"


class AttributionGraph(nn.Module):
    """(B, T, 384) words, features, mask, first pieces → tags (B, W, 7), links (B, W, W), and the
    moves from tag to tag (7, 7), which no input changes."""

    def __init__(self, net: AttributionNet) -> None:
        super().__init__()
        self.net = net

    def forward(
        self, words: Tensor, features: Tensor, mask: Tensor, firsts: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        states = self.net.encoder.run(self.net.encoder.embed(words, features), mask)
        x = first_pieces(states, firsts)
        return self.net.tags(x), self.net.links(x), self.net.moves * 1.0


class AnalysisGraph(nn.Module):
    """→ all heads' scores side by side (B, W, sum), arcs (B, W+1, W+1), the relation scorer's two
    sides (B, W+1, 65) each, and the word states (B, W, 384)."""

    def __init__(self, net: AnalysisNet) -> None:
        super().__init__()
        self.net = net

    def forward(self, words: Tensor, features: Tensor, mask: Tensor, firsts: Tensor):
        states = self.net.encoder.run(self.net.encoder.embed(words, features), mask)
        x = first_pieces(states, firsts)
        rooted = torch.cat([self.net.root.expand(x.shape[0], 1, -1), x], 1)
        tags = torch.cat([self.net.heads[name](x) for name in HEADS], -1)
        dependent, head = self.net.relations.sides(rooted)
        return tags, self.net.arcs(rooted), dependent, head, x


def graph(module: nn.Module, path: Path, outputs: dict[str, tuple[int, ...]]) -> None:
    module.eval()
    batch, length, count = 2, 12, 5
    inputs = (
        torch.randn(batch, length, 384),
        torch.ones(batch, length, 3, dtype=torch.long),
        torch.ones(batch, length, dtype=torch.bool),
        torch.arange(count).repeat(batch, 1),
    )
    axes = {"words": {0: "batch", 1: "pieces"}, "features": {0: "batch", 1: "pieces"}}
    axes |= {"mask": {0: "batch", 1: "pieces"}, "firsts": {0: "batch", 1: "count"}}
    axes |= {name: {i: f"{name}{i}" for i in dims} for name, dims in outputs.items()}
    torch.onnx.export(
        module, inputs, str(path), input_names=["words", "features", "mask", "firsts"],
        output_names=list(outputs), dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip
    name_outputs(path, list(outputs))


def name_outputs(path: Path, names: list[str]) -> None:
    """Gives an output that is a constant its name: the exporter folds it and forgets the name."""
    model = onnx.load(path)
    for output, name in zip(model.graph.output, names, strict=True):
        if output.name != name:
            model.graph.node.append(onnx.helper.make_node("Identity", [output.name], [name]))
            output.name = name
    onnx.save(model, path)


def write_table(target: Path) -> None:
    """words.npz: int8 rows with one scale a row; the largest error is half a step of its row."""
    table = load_file(str(minilm() / "model.safetensors"))
    rows = next(v for k, v in table.items() if k.endswith("word_embeddings.weight")).numpy()
    scale = np.abs(rows).max(1) / 127
    np.savez(
        target / "words.npz",
        rows=np.round(rows / scale[:, None]).astype(np.int8),
        scale=scale.astype(np.float32),
    )


def write_graphs(plain: Path, names: Sequence[str], options: argparse.Namespace) -> None:
    """The fp32 graphs of trained networks, and the relation scorer's weight beside."""
    if "attribution" in names:
        net = AttributionNet(options.attribution_layers)
        net.load_state_dict(torch.load(options.attribution))
        shapes: dict[str, tuple[int, ...]] = {"tags": (0, 1), "links": (0, 1, 2), "moves": ()}
        graph(AttributionGraph(net), plain / "attribution.onnx", shapes)
    if "analysis" in names:
        parser_net = AnalysisNet(
            {k: len(v) for k, v in HEADS.items()},
            relations=len(RELATIONS),
            layers=options.analysis_layers,
        )
        parser_net.load_state_dict(torch.load(options.analysis))
        outputs = {k: (0, 1) for k in ("tags", "dependents", "governors", "states")} | {
            "arcs": (0, 1, 2)
        }
        order = ("tags", "arcs", "dependents", "governors", "states")
        graph(AnalysisGraph(parser_net), plain / "analysis.onnx", {k: outputs[k] for k in order})
        weight = parser_net.relations.weight.detach().numpy()
        np.save(WEIGHTS / "relations.npy", weight.astype(np.float16))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--attribution", type=Path, default=RUNS / "attribution" / "average.pt")
    parser.add_argument("--analysis", type=Path, default=RUNS / "analysis" / "average.pt")
    parser.add_argument("--attribution-layers", type=int, default=6)
    parser.add_argument("--analysis-layers", type=int, default=6)
    parser.add_argument("--only", choices=["attribution", "analysis"])
    parser.add_argument("--fp32", type=Path, help="folder for the unquantised graphs")
    parser.add_argument("--again", action="store_true", help="the graphs there are up to date")
    options = parser.parse_args()
    WEIGHTS.mkdir(exist_ok=True)
    plain = options.fp32 or RUNS / "fp32"
    names = [options.only] if options.only else ["attribution", "analysis"]
    if not options.again:
        plain.mkdir(parents=True, exist_ok=True)
        write_table(WEIGHTS)
        shutil.copy(minilm() / "vocab.txt", WEIGHTS / "vocab.txt")
        write_graphs(plain, names, options)
    for name in names:
        given = sample(name, piecer(), WordTable(WEIGHTS / "words.npz"))
        onnx.save(quantised(onnx.load(plain / f"{name}.onnx"), given), WEIGHTS / f"{name}.onnx")
    for path in sorted(WEIGHTS.iterdir()):
        print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
