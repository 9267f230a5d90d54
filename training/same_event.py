"""Makes the scorer of event coreference across reports: word vectors, then a regression.

    python -m training.same_event

ECB+'s training topics only, read by the program itself (20 minutes on a busy core; the vectors
take 2). Vectors: every whole word of the encoder's vocabulary is run through MiniLM alone, the
mean of its states centred, averaged by stem, brought to 64 dimensions by the principal axes and to
int8: what the encoder knows of single words, at the price of a look-up. The regression is over
pairs of mentions within the stories that the program finds; a pair counts less the more mentions
its story has (1/√n), since measures count mentions. Writes src/onrecord/compare/weights/.
"""

from __future__ import annotations

import re
from collections import defaultdict

import numpy as np
import numpy.typing as npt
import torch

from benchmarks.tasks.crossdoc import Read, read
from onrecord.compare.chains import WEIGHTS
from onrecord.compare.company import WIDTH, Vectors, pair_features
from onrecord.compare.stories import StoryOptions, average_link, likeness
from onrecord.link.words import stem
from training.common import collate, minilm, piecer
from training.net import Encoder

STEPS, BATCH, RATE, DECAY, SEED = 700, 6000, 0.05, 1e-3, 0
LEAST = 0.4  # of 0.3 to 0.5, the best on the training topics


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


def pairs(found: Read, known: Vectors) -> tuple[npt.NDArray[np.float32], ...]:
    """Features, whether one event, and the weight of each pair within a story."""
    like = likeness(found.texts)
    features, same, weight = [], [], []
    for story in average_link(like, StoryOptions().least):
        at = [i for i, t in enumerate(found.tellings) if t.document in set(story)]
        if len(at) < 2:
            continue
        one, other = np.triu_indices(len(at), 1)
        table = pair_features([found.tellings[i] for i in at], like, known)
        features.append(table[one, other].astype(np.float32))
        instance = np.array([found.instances[i] for i in at])
        same.append(instance[one] == instance[other])
        weight.append(np.full(len(one), len(at) ** -0.5))
    return np.concatenate(features), np.concatenate(same), np.concatenate(weight)


def fit(
    features: npt.NDArray[np.float32], same: npt.NDArray[np.bool_], weight: npt.NDArray[np.float64]
) -> tuple[npt.NDArray[np.float64], float]:
    """Weights of the features as they are, and the bias."""
    mean, spread = features.mean(0), features.std(0) + 1e-3
    chances = np.cumsum(weight / weight.sum())
    draw = np.random.default_rng(SEED)
    theta, first, second = np.zeros(features.shape[1] + 1), 0.0, 0.0
    theta[-1] = -2.0
    for step in range(STEPS):
        rows = np.minimum(np.searchsorted(chances, draw.random(BATCH)), len(same) - 1)
        x = (features[rows] - mean) / spread
        error = 1 / (1 + np.exp(-(x @ theta[:-1] + theta[-1]))) - same[rows]
        slope = np.append(x.T @ error / BATCH + DECAY * theta[:-1], error.mean())
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope**2
        ahead = first / (1 - 0.9 ** (step + 1))
        theta = theta - RATE * (1 - step / STEPS) * ahead / (
            np.sqrt(second / (1 - 0.99 ** (step + 1))) + 1e-8
        )
    weights = theta[:-1] / spread
    return weights, float(theta[-1] - mean @ weights)


def main() -> None:
    """Makes and writes the weights."""
    torch.set_num_threads(1)
    stems, rows = vectors()
    scale = np.abs(rows).max(1) / 127
    small = np.round(rows / scale[:, None]).astype(np.int8)
    exact = small.astype(np.float32) * scale[:, None]
    known = Vectors(dict(zip(stems, exact, strict=True)))
    weights, bias = fit(*pairs(read("train"), known))
    WEIGHTS.parent.mkdir(exist_ok=True)
    np.savez_compressed(
        WEIGHTS,
        stems=np.array(stems),
        rows=small,
        scale=scale.astype(np.float32),
        weights=weights.astype(np.float32),
        bias=np.float32(bias),
        least=np.float32(LEAST),
    )
    print(f"{len(stems)} stems, {len(weights)} features, {WEIGHTS.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
