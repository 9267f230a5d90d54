"""Makes the scorer of event coreference across reports: word vectors, then small networks.

    python -m training.same_event [--vectors]

ECB+'s training topics only, read by the program itself (20 minutes on a busy core). With
``--vectors`` the word vectors are made anew; otherwise the shipped ones stay, since the scorer of
matters (``training/one_matter.py``) was trained on them as well. Vectors: every whole word of the
encoder's vocabulary is run through MiniLM alone, the mean of its states centred, averaged by stem,
brought to 64 dimensions by the principal axes and to int8: what the encoder knows of single words,
at the price of a look-up. The networks are over pairs of mentions within the stories that the
program finds; a pair counts less the more mentions its story has (1/√n), since measures count
mentions. Beside them a regression over single mentions: which have a fellow in their story at all,
by the answers of networks that were not trained on their topic. Writes
src/onrecord/compare/weights/.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from torch import nn

from benchmarks.tasks.crossdoc import Read, read
from onrecord.compare.scored.chains import CLIP, WEIGHTS, Layers, pair_odds
from onrecord.compare.scored.company import WIDTH, Vectors, pair_features
from onrecord.compare.scored.mentions import Telling
from onrecord.compare.scored.retold import CLIP as ODDS_CLIP
from onrecord.compare.scored.retold import meant, observed
from onrecord.compare.scored.stories import likeness, stories
from onrecord.link.words import stem
from training.common import collate, minilm, piecer
from training.net import Encoder

# Chosen on the training topics, five folds by topic.
STEPS, BATCH, RATE, DECAY, SEEDS, HIDDEN = 1500, 1024, 4e-3, 0.05, 4, 32
HIDE, DROP = 0.1, 0.3  # of the features, of the hidden layer
FOLDS, AXES, TIGHT = 5, 40, 200.0
LEAST = 0.45

Vector = npt.NDArray[np.float32]


def vectors() -> tuple[list[str], npt.NDArray[np.float32]]:
    """Stems and their unit vectors, (stems, 64)."""
    encoder, cut = Encoder(), piecer()
    encoder.load_minilm(minilm() / "model.safetensors")
    encoder.eval()
    lines = (minilm() / "vocab.txt").read_text(encoding="utf-8").splitlines()
    found = sorted(word for word in lines if re.fullmatch(r"[a-z]{3,}", word))
    rows = []
    for begin in range(0, len(found), 256):
        batch = collate([cut.cut([word], [3]) for word in found[begin : begin + 256]])
        with torch.no_grad():
            states = encoder(batch.pieces, batch.features, batch.mask)
        mask = batch.mask[..., None]
        rows.append(((states * mask).sum(1) / mask.sum(1)).numpy())
    table = np.concatenate(rows)
    table /= np.linalg.norm(table, axis=1, keepdims=True)
    table -= table.mean(0)
    by_stem: dict[str, list[npt.NDArray[np.float32]]] = defaultdict(list)
    for word, row in zip(found, table, strict=True):
        by_stem[stem(word)].append(row / np.linalg.norm(row))
    stems = sorted(by_stem)
    means = np.stack([np.mean(by_stem[s], axis=0) for s in stems])
    _, axes = np.linalg.eigh(means.T @ means)
    small = means @ axes[:, -WIDTH:]
    return stems, (small / np.linalg.norm(small, axis=1, keepdims=True)).astype(np.float32)


@dataclass(slots=True)
class Story:
    """Its mentions' positions and tellings, the features of each two, (n, n, f), whether each two
    are one event, and the topic that most are of."""

    at: npt.NDArray[np.int64]
    tellings: list[Telling]
    features: Vector
    same: npt.NDArray[np.bool_]
    topic: int

    def pairs(self) -> tuple[Vector, npt.NDArray[np.bool_], Vector]:
        """Features, whether one event, and the weight of each pair."""
        one, other = np.triu_indices(len(self.at), 1)
        weight = np.full(len(one), len(self.at) ** -0.5, dtype=np.float32)
        return self.features[one, other], self.same[one, other], weight


def told(found: Read, known: Vectors) -> list[Story]:
    """The stories that the program finds."""
    like = likeness(found.texts)
    instances = np.array(found.instances)
    document = np.array([t.document for t in found.tellings])
    topic = np.array([d.topic for d in found.documents])
    made = []
    for story in stories(found.texts):
        at = np.flatnonzero(np.isin(document, story))
        if not len(at):
            continue
        tellings = [found.tellings[i] for i in at]
        same = instances[at][:, None] == instances[at][None]
        most = int(np.bincount(topic[document[at]]).argmax())
        made.append(Story(at, tellings, pair_features(tellings, like, known), same, most))
    return made


def trained(told: Sequence[Story], seeds: int) -> dict[str, Vector]:
    """The networks' weights from these stories."""
    features, same, weight = zip(*(s.pairs() for s in told if len(s.at) > 1), strict=True)
    return fit(np.concatenate(features), np.concatenate(same), np.concatenate(weight), seeds=seeds)


def layers(made: dict[str, Vector]) -> Layers:
    """The networks."""
    arrays = {name: value.astype(np.float32) for name, value in made.items() if name != "bias"}
    return Layers(**arrays, bias=float(made["bias"]))


def unseen(told: Sequence[Story]) -> list[npt.NDArray[np.float64]]:
    """Each story's log-odds by networks that were not trained on its topic."""
    topics = sorted({s.topic for s in told})
    np.random.default_rng(0).shuffle(topics)
    odds = [np.zeros(0)] * len(told)
    for fold in range(FOLDS):
        out = set(topics[fold::FOLDS])
        nets = layers(trained([s for s in told if s.topic not in out], 2))
        for number, story in enumerate(told):
            if story.topic in out:
                odds[number] = pair_odds(nets, story.features)
    return odds


def retold(told: Sequence[Story]) -> dict[str, npt.NDArray[np.float64]]:
    """Which mentions have a fellow in their story, by the names of ``retold.Retold``.

    Meanings count by their principal axes, so that a few thousand mentions are enough.
    """
    odds = unseen(told)
    seen = np.concatenate([observed(s.tellings, o) for s, o in zip(told, odds, strict=True)])
    truth = np.concatenate([s.same.sum(1) > 1 for s in told])
    vectors = np.concatenate([meant(s.tellings) for s in told])
    centre = vectors.mean(0)
    axes = []
    for kind in range(vectors.shape[1]):
        rest = vectors[:, kind] - centre[kind]
        _, _, rows = np.linalg.svd(rest, full_matrices=False)
        axes.append(rows[:AXES].T / (rest @ rows[:AXES].T).std(0))
    mean, spread = seen.mean(0), seen.std(0) + 1e-3
    parts = [(vectors[:, k] - centre[k]) @ axis for k, axis in enumerate(axes)]
    x = np.concatenate([np.clip((seen - mean) / spread, -ODDS_CLIP, ODDS_CLIP), *parts], axis=1)
    weights, bias = _logistic(x, truth)
    own, rest = weights[: len(mean)], weights[len(mean) :].reshape(len(axes), AXES)
    meaning = np.stack([axis @ row for axis, row in zip(axes, rest, strict=True)])
    return {
        "mean": mean, "spread": spread, "weights": own, "meaning": meaning,
        "bias": np.array(bias - (meaning * centre).sum()),
    }  # fmt: skip


def _logistic(
    x: npt.NDArray[np.float64], truth: npt.NDArray[np.bool_]
) -> tuple[npt.NDArray[np.float64], float]:
    """By Newton's steps, with ``TIGHT`` times the half of the squared weights."""
    ones = np.column_stack([x, np.ones(len(x))])
    held = np.full(ones.shape[1], TIGHT)
    held[-1] = 0
    theta = np.zeros(ones.shape[1])
    for _ in range(20):
        chance = 1 / (1 + np.exp(-ones @ theta))
        slope = ones.T @ (chance - truth) + held * theta
        curve = (ones * (chance * (1 - chance))[:, None]).T @ ones + np.diag(held)
        theta = theta - np.linalg.solve(curve, slope)
    return theta[:-1], float(theta[-1])


def fit(
    features: Vector, same: npt.NDArray[np.bool_], weight: Vector, *, seeds: int = SEEDS
) -> dict[str, Vector]:
    """The networks' weights by their names in ``onrecord.compare.scored.chains.Layers``."""
    mean, spread = features.mean(0), features.std(0) + 1e-3
    seen = torch.from_numpy(np.clip((features - mean) / spread, -CLIP, CLIP))
    truth = torch.from_numpy(same.astype(np.float32))
    chances = np.cumsum(weight.astype(np.float64))
    nets = [_net(seen, truth, chances / chances[-1], seed) for seed in range(seeds)]
    inner, outer, around = zip(*nets, strict=True)
    made = {
        "inner": np.stack([n.weight.detach().numpy().T for n in inner]),
        "inner_bias": np.stack([n.bias.detach().numpy() for n in inner]),
        "outer": np.stack([n.weight.detach().numpy()[0] for n in outer]),
        "around": np.mean([n.weight.detach().numpy()[0] for n in around], axis=0),
    }
    bias = [
        float(a.bias.detach()) + float(b.bias.detach()) for a, b in zip(outer, around, strict=True)
    ]
    return {"mean": mean, "spread": spread, **made, "bias": np.array(np.mean(bias))}


def _net(
    seen: torch.Tensor, truth: torch.Tensor, chances: npt.NDArray[np.float64], seed: int
) -> tuple[nn.Linear, nn.Linear, nn.Linear]:
    torch.manual_seed(seed)
    draw = np.random.default_rng(seed)
    inner, outer = nn.Linear(seen.shape[1], HIDDEN), nn.Linear(HIDDEN, 1)
    around = nn.Linear(seen.shape[1], 1)
    nn.init.zeros_(around.weight)
    weights = [*inner.parameters(), *outer.parameters(), *around.parameters()]
    steps = torch.optim.AdamW(weights, RATE, weight_decay=DECAY)
    for step in range(STEPS):
        for group in steps.param_groups:
            group["lr"] = RATE * min(1.0, (step + 1) / 50) * (1 - step / STEPS)
        rows = np.minimum(np.searchsorted(chances, draw.random(BATCH)), len(truth) - 1)
        x = F.dropout(seen[rows], HIDE)
        hidden = F.dropout(F.gelu(inner(x), approximate="tanh"), DROP)
        error = F.binary_cross_entropy_with_logits((outer(hidden) + around(x))[:, 0], truth[rows])
        steps.zero_grad()
        error.backward()  # type: ignore[no-untyped-call]
        steps.step()
    return inner, outer, around


def main(anew: bool) -> None:
    """Makes and writes the weights; ``anew``: the word vectors too."""
    torch.set_num_threads(1)
    if anew:
        stems, exact = vectors()
        scale = (np.abs(exact).max(1) / 127).astype(np.float32)
        small = np.round(exact / scale[:, None]).astype(np.int8)
    else:
        with np.load(WEIGHTS) as old:
            stems, small, scale = [str(s) for s in old["stems"]], old["rows"], old["scale"]
    rows = small.astype(np.float32) * scale[:, None]
    known = Vectors(dict(zip(stems, rows, strict=True)))
    found = told(read("train"), known)
    again = retold(found)
    made = trained(found, SEEDS)
    half = ("inner", "inner_bias", "outer")
    kept: dict[str, Any] = {
        "stems": np.array(stems), "rows": small, "scale": scale, "least": np.float32(LEAST),
        **{name: value.astype(np.float16 if name in half else np.float32)
           for name, value in made.items()},
        **{f"retold_{name}": value.astype(np.float32) for name, value in again.items()},
    }  # fmt: skip
    np.savez_compressed(WEIGHTS, **kept)
    size = WEIGHTS.stat().st_size / 1e6
    print(f"{len(stems)} stems, {len(made['mean'])} features, {size:.1f} MB")


if __name__ == "__main__":
    main("--vectors" in sys.argv[1:])
