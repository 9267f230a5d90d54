"""Teaches the small networks that weigh what is observed of two items of one report."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch

from onrecord.compare.scored.retelling import Network

Floats = npt.NDArray[np.float64]
NETS, STEPS, RATE, DROPPED = 7, 300, 0.01, 0.3


@dataclass(frozen=True, slots=True)
class Plan:
    """How networks are taught: ``least`` is added to each feature's spread, ``far`` the spreads
    beyond which a feature counts as no further, ``bias`` the log-odds to begin with."""

    hidden: int
    decay: float
    least: float
    bias: float
    far: float = np.inf


def taught(features: Floats, right: Floats, weight: Floats, plan: Plan, seed: int = 0) -> Network:
    """Networks that tell from features (p, f) whether a pair is a right one (p,), each weighed by
    ``weight`` (p,)."""
    torch.manual_seed(seed)
    mean, spread = features.mean(0), features.std(0) + plan.least
    scaled = np.clip((features - mean) / spread, -plan.far, plan.far)
    seen = torch.tensor(scaled, dtype=torch.float32)
    wanted = torch.tensor(right, dtype=torch.float32).expand(NETS, -1)
    share = torch.tensor(weight, dtype=torch.float32)
    count = features.shape[1]
    inner = torch.nn.Parameter(torch.randn(NETS, count, plan.hidden) * 0.1)
    inner_bias = torch.nn.Parameter(torch.zeros(NETS, plan.hidden))
    outer = torch.nn.Parameter(torch.randn(NETS, plan.hidden) * 0.1)
    outer_bias = torch.nn.Parameter(torch.full((NETS,), plan.bias))
    around = torch.nn.Parameter(torch.zeros(NETS, count))
    all_ = [inner, inner_bias, outer, outer_bias, around]
    steps = torch.optim.AdamW(all_, lr=RATE, weight_decay=plan.decay)
    for step in range(STEPS):
        for group in steps.param_groups:
            group["lr"] = RATE * (1 - step / STEPS)
        part = torch.nn.functional.dropout(seen, DROPPED)
        hidden = torch.tanh(torch.einsum("pf,nfh->nph", part, inner) + inner_bias[:, None])
        odds = (hidden * outer[:, None]).sum(-1) + outer_bias[:, None]
        odds = odds + torch.einsum("pf,nf->np", part, around)
        wrong = torch.nn.functional.binary_cross_entropy_with_logits(odds, wanted, reduction="none")
        steps.zero_grad()
        (wrong * share).mean().backward()
        steps.step()
    arrays = [parameter.detach().numpy().astype(np.float64) for parameter in all_]
    return Network(mean, spread, *arrays)


def write(network: Network, path: Path) -> None:
    """Put a scorer where the program looks for it."""
    arrays = {name: getattr(network, name) for name in Network.__slots__}
    np.savez_compressed(path, **{n: a.astype(np.float32) for n, a in arrays.items()})
