"""Makes training weights again from the shipped int8 graphs: `python -m training.recover`.

Only the rounding is lost: what it gives scores like the shipped network, and training can go on
from it (`python -m training.analysis --start training/runs/recovered/analysis.pt`).
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from safetensors.torch import load_file
from torch import nn

from onrecord.model.heads import HEADS, RELATIONS
from onrecord.model.network import WEIGHTS
from training.common import RUNS, minilm
from training.net import AnalysisNet, AttributionNet


def weights_of(path: str) -> dict[str, np.ndarray]:
    """Every weight of the graph by the name that it has in the network."""
    graph = onnx.load(path).graph
    values = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    found = {k.removeprefix("net."): v.copy() for k, v in values.items() if k.startswith("net.")}
    for node in graph.node:
        if node.op_type == "Identity" and node.output[0] == "moves":
            found["moves"] = values[node.input[0]]
        if node.op_type != "MatMulInteger" or node.input[1] not in values:
            continue
        stem = node.input[1].removesuffix("_quantized")
        zero = values[stem + "_zero_point"].astype(np.float32)
        matrix = (values[node.input[1]].astype(np.float32) - zero) * values[stem + "_scale"]
        owner = "/".join(node.name.strip("/").split("/")[:-1])  # "layers.0/qkv", "arcs/dependent"
        unsmooth(owner, matrix, values, found)
        found[owner] = matrix
    return found


def unsmooth(
    owner: str,
    matrix: np.ndarray,
    values: Mapping[str, np.ndarray],
    found: Mapping[str, np.ndarray],
) -> None:
    """Takes back into a product's weights and bias what the graph does to its input before."""
    if f"{owner}/addend" in values:
        bias = found["encoder." + owner.replace("/", ".") + ".bias"]
        bias += values[f"{owner}/addend"] @ matrix
    if f"{owner}/factor" in values:
        matrix *= values[f"{owner}/factor"][:, None]


def name_of(owner: str) -> str:
    parts = owner.split("/")
    if parts[0].startswith("layers."):
        return "encoder." + ".".join(parts) + ".weight"
    if parts[-1].removeprefix("heads.") in HEADS:
        return f"heads.{parts[-1].removeprefix('heads.')}.weight"
    if parts == ["tags"]:
        return "tags.weight"
    if len(parts) == 1:  # the graph calls the relation scorer's sides by their own names only
        parts = ["relations", *parts]
    return ".".join(parts) + ".weight"


def recovered(net: nn.Module, name: str) -> dict[str, torch.Tensor]:
    """The network's weights as the shipped graph of that name has them, and the word table."""
    own = net.state_dict()
    for key, value in weights_of(str(WEIGHTS / f"{name}.onnx")).items():
        if key in own:
            own[key] = torch.from_numpy(value.copy())
        elif key in ("arcs", "links"):
            own[f"{key}.weight"] = torch.from_numpy(value)[None]
        else:
            own[name_of(key)] = torch.from_numpy(value.T.copy())
    table = load_file(str(minilm() / "model.safetensors"))
    words = next(v for k, v in table.items() if k.endswith("word_embeddings.weight"))
    own["encoder.words.weight"] = words.float()
    return own


def main() -> None:
    analysis = AnalysisNet({k: len(v) for k, v in HEADS.items()}, relations=len(RELATIONS))
    target = RUNS / "recovered"
    target.mkdir(parents=True, exist_ok=True)
    for name, net in (("analysis", analysis), ("attribution", AttributionNet())):
        own = recovered(net, name)
        if name == "analysis":
            relations = np.load(WEIGHTS / "relations.npy").astype(np.float32)
            own["relations.weight"] = torch.from_numpy(relations)
        net.load_state_dict(own)
        torch.save(own, target / f"{name}.pt")


if __name__ == "__main__":
    main()
