"""Goes on with attribution where nobody annotated: `python -m training.selftrain TEACHERS`.

The mean of some networks (`training.attribution` with other seeds) reads news of other crises than
PolNeAR's, and one network learns to read it alike, from windows that are noisier than what its
teachers saw, beside PolNeAR's own. What several agree on is right more often than what one finds,
and one network then finds it (Hinton and others 2015; Xie and others 2020, "noisy student").
"""

from __future__ import annotations

import argparse
import math
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from benchmarks.corpora import fakes, geo, ner, polnear, timeml
from onrecord.model.attribution import FORBIDDEN, TAGS, decode_tags
from onrecord.model.pieces import Piecer, Pieces, gaps_of
from onrecord.model.reader import part
from onrecord.model.words import find_words
from training.attribution import (
    LINK_WEIGHT,
    PIECES_A_STEP,
    STRAIGHT,
    Example,
    Window,
    cuts,
    example,
    gold_losses,
    hide,
    learn,
    piece,
    readings,
    scored,
)
from training.common import RUNS, piecer
from training.corpora import training_part
from training.net import AttributionNet
from training.sequence import sequence_loss

SEED = 41
SENTENCES = 12
"""Of GMB, which has no bounds of reports, to a run."""
UNLABELLED = 1.0
"""Batches of what nobody annotated for each of PolNeAR's."""
SOFT_WEIGHT = 0.5
"""Of the teachers' word on PolNeAR's own windows, beside what is annotated."""


def texts() -> list[str]:
    """News that nobody annotated for who says what: training parts where a corpus has parts."""
    found = [r.text for r in fakes.reports()]
    for corpus in ("trnews", "lgl"):
        found += [a.text for a in training_part(geo.articles(corpus))]
    found += [d.text for d in timeml.split("train")]
    lines = [s.text for s in ner.sentences("gmb")]
    found += [" ".join(lines[i : i + SENTENCES]) for i in range(0, len(lines), SENTENCES)]
    return found


def unlabelled(text: str) -> Example:
    offsets = find_words(text)
    nothing = [0] * len(offsets)
    return Example([text[a:b] for a, b in offsets], gaps_of(text, offsets), nothing, nothing)


def blurred(example: Example, rng: random.Random) -> Example:
    """The same words in poorer orthography; none is lost, so that labels stay where they are."""
    draw = rng.random()
    if draw < 0.25:
        example = replace(
            example, words=[STRAIGHT.get(w, w.replace("’", "'")) for w in example.words]
        )
    elif draw < 0.35:
        example = replace(example, words=[w.lower() for w in example.words])
    if rng.random() < 0.4:
        example = replace(example, gaps=[min(g, 1) for g in example.gaps])
    return example


Pair = tuple[Pieces, Pieces]
"""A window as the teachers see it, and as the one that learns does."""


def window_pairs(examples: list[Example], cutter: Piecer, rng: random.Random) -> Iterator[Pair]:
    for one in examples:
        other = blurred(one, rng)
        clean, noisy = piece(one, cutter), piece(other, cutter)
        for first, last in cuts(clean, rng):
            yield part(clean, first, last), hide(part(noisy, first, last), rng)


def paired_batches(
    examples: list[Example], cutter: Piecer, rng: random.Random
) -> Iterator[list[Pair]]:
    """Batches of windows of like length, without end, in random order."""
    while True:
        pool = list(window_pairs(examples, cutter, rng))
        pool.sort(key=lambda w: len(w[0].ids) + rng.random() * 60)
        batches: list[list[Pair]] = [[]]
        for pair in pool:
            if (len(batches[-1]) + 1) * (len(pair[0].ids) + 2) > PIECES_A_STEP:
                batches.append([])
            batches[-1].append(pair)
        rng.shuffle(batches)
        yield from (b for b in batches if b)


@torch.no_grad()
def taught(
    teachers: list[AttributionNet], windows: list[Pieces]
) -> tuple[torch.Tensor, torch.Tensor, np.ndarray]:
    """Mean log chances of tags (B, W, 7), chances of links (B, W, W) and moves (7, 7)."""
    tags: list[torch.Tensor] = []
    links: list[torch.Tensor] = []
    for teacher in teachers:
        _, tag_scores, link_scores = scored(teacher, windows)
        tags.append(tag_scores.log_softmax(-1))
        links.append(link_scores.softmax(-1))
    moves = torch.stack([t.moves for t in teachers]).mean(0)
    return torch.stack(tags).mean(0), torch.stack(links).mean(0), moves.numpy()


def taught_tags(scores: torch.Tensor, moves: np.ndarray, size: int) -> list[int]:
    tags = [0] * size
    for role, a, b in decode_tags(scores[:size].numpy(), moves):
        begin = TAGS.index(f"B-{role}")
        tags[a:b] = [begin + 1] * (b - a)
        tags[a] = begin
    return tags


def taught_losses(
    net: AttributionNet, teachers: list[AttributionNet], pairs: list[Pair]
) -> torch.Tensor:
    """What it costs to read news otherwise than the teachers: words, sequences and links."""
    scores, link_targets, moves = taught(teachers, [p[0] for p in pairs])
    batch, tags, links = scored(net, [p[1] for p in pairs])
    gold = torch.zeros(batch.words.shape, dtype=torch.long)
    for i, (_, seen) in enumerate(pairs):
        size = len(seen.firsts)
        gold[i, :size] = torch.tensor(taught_tags(scores[i], moves, size))
    whole = sequence_loss(tags, net.moves + torch.from_numpy(FORBIDDEN), gold, batch.words.sum(1))
    begins = (gold % 2 == 1) & batch.words
    return (
        alike(scores, tags, batch.words)
        + 0.5 * whole
        + LINK_WEIGHT * alike(link_targets.log(), links, begins)
    )


def own_losses(
    net: AttributionNet, teachers: list[AttributionNet], windows: list[Window]
) -> torch.Tensor:
    """PolNeAR's own windows: what is annotated, and beside it the teachers' word."""
    runs = [w[0] for w in windows]
    scores, _, _ = taught(teachers, runs)
    batch, tags, links = scored(net, runs)
    tag_loss, link_loss = gold_losses(net, batch, tags, links, windows)
    return tag_loss + LINK_WEIGHT * link_loss + SOFT_WEIGHT * alike(scores, tags, batch.words)


def alike(targets: torch.Tensor, scores: torch.Tensor, where: torch.Tensor) -> torch.Tensor:
    """Cross-entropy of ``scores`` with ``targets`` (log chances), mean over ``where``."""
    if not where.any():
        return scores.sum() * 0
    return -(targets.softmax(-1) * scores.log_softmax(-1)).sum(-1)[where].mean()


def load(path: Path) -> AttributionNet:
    net = AttributionNet()
    net.load_state_dict(torch.load(path))
    return net


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("teachers", nargs="+", type=Path, help="weights; it goes on from the first")
    parser.add_argument("--name", default="selftrained")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--share", type=float, default=0.5, help="of the rates of a first run")
    parser.add_argument("--minutes", type=float, default=math.inf, help="end by then at the latest")
    options = parser.parse_args()
    torch.set_num_threads(2)
    torch.manual_seed(SEED)
    rng, cutter = random.Random(SEED), piecer()
    train = readings("train")
    dev = [example(d) for d in polnear.documents("dev")]
    other_news = paired_batches([unlabelled(t) for t in texts()], cutter, rng)
    teachers = [load(p).eval() for p in options.teachers]
    net = load(options.teachers[0])

    def cost(group: list[Window]) -> dict[str, torch.Tensor]:
        return {
            "own": own_losses(net, teachers, group),
            "others": UNLABELLED * taught_losses(net, teachers, next(other_news)),
        }

    learn(net, cost, (train, dev), (cutter, rng), RUNS / options.name, options)


if __name__ == "__main__":
    main()
