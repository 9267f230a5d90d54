"""Trains the attribution network on PolNeAR: `python -m training.attribution`.

Reads windows of whole reports, tags each word (source, cue, content) and points each span to the
cue it belongs to. Half of the reports are seen with noise that real copies have: lost or
straightened quotation marks, no line breaks, lost commas and apostrophes, lower case.

Tags are learned word by word and as whole sequences, with a score for each move from tag to tag.
`--start` goes on from an earlier run's weights: the shipped ones come from two runs.
"""

from __future__ import annotations

import argparse
import copy
import itertools
import math
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import torch
import torch.nn.functional as F

from benchmarks.corpora import polnear
from onrecord.model.attribution import (
    FORBIDDEN,
    TAGS,
)
from onrecord.model.pieces import Piecer, Pieces, gaps_of
from onrecord.model.reader import part
from onrecord.model.words import find_words
from training.attributed import evaluate
from training.common import (
    RUNS,
    Average,
    Batch,
    Log,
    collate,
    half,
    minilm,
    optimiser,
    piecer,
    set_rate,
)
from training.net import AttributionNet
from training.sequence import sequence_loss

EPOCHS, SEED = 6, 7
PIECES_A_STEP = 3072
ENCODER_RATE, HEAD_RATE, MOVE_RATE = 2e-4, 1e-3, 1e-2
WORD_WEIGHT, LINK_WEIGHT = 0.5, 0.5
HIDDEN = 0.04
"""Of the words, whose pieces are hidden in half of the windows: a report names what none before
it did."""
MASK_PIECE = 103


@dataclass(frozen=True, slots=True)
class Example:
    """A report as words, with a tag and, for a span's first word, the cue's first word (or -1)."""

    words: list[str]
    gaps: list[int]
    tags: list[int]
    cues: list[int]


def example(document: polnear.Document) -> Example:
    offsets = find_words(document.text)
    tags, cues = [0] * len(offsets), [-1] * len(offsets)
    for attribution in document.attributions:
        starts: list[int] = []
        for role in ("cue", "source", "content"):
            for span in getattr(attribution, role):
                inside = [i for i, (a, b) in enumerate(offsets) if a < span.end and b > span.start]
                if not inside:
                    continue
                begin = TAGS.index(f"B-{role}")
                for i in inside:
                    tags[i] = begin + 1
                tags[inside[0]] = begin
                starts.append(inside[0])
        if attribution.cue and starts:
            for i in starts:
                cues[i] = starts[0]
    words = [document.text[a:b] for a, b in offsets]
    return Example(words, gaps_of(document.text, offsets), tags, cues)


def drop(example: Example, lost: frozenset[str]) -> Example:
    """The example without the marks in ``lost``; a span that began with one begins after it."""
    kept = [i for i, w in enumerate(example.words) if w not in lost]
    place = {old: new for new, old in enumerate(kept)}
    tags = [example.tags[i] for i in kept]
    cues = [-1] * len(kept)
    nearest: dict[int, int] = {}
    following = len(kept)
    for i in range(len(example.words) - 1, -1, -1):
        following = place.get(i, following)
        nearest[i] = following
    for i, tag in enumerate(example.tags):
        if tag % 2 == 1:
            new = nearest[i]
            if new < len(kept) and tags[new] in (tag, tag + 1):
                tags[new] = tag
                if example.cues[i] >= 0:
                    cues[new] = min(nearest[example.cues[i]], len(kept) - 1)
    gaps = [max(example.gaps[i], 1) if i and i - 1 not in place else example.gaps[i] for i in kept]
    return Example([example.words[i] for i in kept], gaps, tags, cues)


QUOTES = frozenset({"“", "”", '"', "``", "''", "«", "»"})
STRAIGHT = {"“": '"', "”": '"', "’": "'", "‘": "'"}


def noisy(example: Example, rng: random.Random) -> Example:
    """One of the ways in which a copy of a report loses its orthography."""
    if rng.random() < 0.5:
        return example
    draw = rng.random()
    if draw < 0.2:
        example = drop(example, QUOTES)
    elif draw < 0.3:
        example = drop(example, frozenset({",", "'", "’", "‘", "'s", "’s"}))
    elif draw < 0.6:
        example = replace(
            example, words=[STRAIGHT.get(w, w.replace("’", "'")) for w in example.words]
        )
    elif draw < 0.7:
        example = replace(example, words=[w.lower() for w in example.words])
    if rng.random() < 0.5:
        example = replace(example, gaps=[min(g, 1) for g in example.gaps])
    elif rng.random() < 0.4:
        example = replace(example, gaps=[min(g, 2) for g in example.gaps])
    return example


def readings(split: str) -> list[list[Example]]:
    """Each report as each of those who annotated it read it."""
    found: dict[str, list[Example]] = {}
    for document in polnear.documents(split, every_annotator=True):
        found.setdefault(document.name, []).append(example(document))
    return list(found.values())


def piece(example: Example, cutter: Piecer) -> Pieces:
    return cutter.cut(example.words, example.gaps)


def training_windows(reports: list[list[Example]], cutter: Piecer, rng: random.Random):
    """Windows of up to 380 pieces from each report, as one of its readers annotated it, cut at
    another place in every epoch."""
    for wholes in reports:
        seen = noisy(rng.choice(wholes), rng)
        run = piece(seen, cutter)
        for first, last in cuts(run, rng):
            cues = [c - first if first <= c < last else -1 for c in seen.cues[first:last]]
            window = part(run, first, last)
            if rng.random() < 0.5:
                window = hide(window, rng)
            yield window, seen.tags[first:last], cues


def cuts(run: Pieces, rng: random.Random) -> Iterator[tuple[int, int]]:
    """First and last word (excluded) of windows of up to 380 pieces, the first one shorter."""
    ends = [*run.firsts[1:], len(run.ids)]
    first, limit = 0, rng.randint(120, 380)
    while first < len(ends):
        last = first + 1
        while last < len(ends) and ends[last] - run.firsts[first] <= limit:
            last += 1
        yield first, last
        first, limit = last, 380


def hide(run: Pieces, rng: random.Random) -> Pieces:
    """The run with a few of its words hidden; their shapes and gaps stay."""
    ids = list(run.ids)
    for first, last in itertools.pairwise([*run.firsts, len(ids)]):
        if rng.random() < HIDDEN:
            ids[first:last] = [MASK_PIECE] * (last - first)
    return Pieces(ids, run.features, run.firsts)


Window = tuple[Pieces, list[int], list[int]]
"""Pieces, and of each word its tag and the cue that its span belongs to (or -1)."""


def scored(net: AttributionNet, runs: list[Pieces]) -> tuple[Batch, torch.Tensor, torch.Tensor]:
    """A batch of windows, its tag scores (B, W, 7) and its link scores (B, W, W)."""
    batch = collate(runs)
    with half():
        tags, links = net(batch.pieces, batch.features, batch.mask, batch.firsts)
    return batch, tags.float(), links.float().masked_fill(~batch.words[:, None, :], -1e4)


def losses(net: AttributionNet, batch_windows: list[Window]) -> tuple[torch.Tensor, torch.Tensor]:
    """What the tags and the links of a batch of windows cost."""
    return gold_losses(net, *scored(net, [w[0] for w in batch_windows]), batch_windows)


def gold_losses(
    net: AttributionNet,
    batch: Batch,
    tags: torch.Tensor,
    links: torch.Tensor,
    batch_windows: list[Window],
) -> tuple[torch.Tensor, torch.Tensor]:
    gold = torch.full(batch.words.shape, -100)
    cues = torch.full(batch.words.shape, -100)
    for i, (_, tag, cue) in enumerate(batch_windows):
        gold[i, : len(tag)] = torch.tensor(tag)
        cues[i, : len(cue)] = torch.tensor([c if c >= 0 else -100 for c in cue])
    word_loss = F.cross_entropy(tags.flatten(0, 1), gold.flatten(), label_smoothing=0.02)
    whole_loss = sequence_loss(
        tags, net.moves + torch.from_numpy(FORBIDDEN), gold.clamp(min=0), batch.words.sum(1)
    )
    tag_loss = WORD_WEIGHT * word_loss + whole_loss
    if (cues < 0).all():
        return tag_loss, tag_loss * 0
    return tag_loss, F.cross_entropy(links.flatten(0, 1), cues.flatten())


def epoch_batches(
    reports: list[list[Example]], cutter: Piecer, rng: random.Random
) -> list[list[Window]]:
    """Windows of like length together, in random order."""
    pool = list(training_windows(reports, cutter, rng))
    pool.sort(key=lambda w: len(w[0].ids) + rng.random() * 60)
    batches: list[list[Window]] = [[]]
    size = 0
    for window in pool:
        if batches[-1] and (len(batches[-1]) + 1) * max(size, len(window[0].ids)) > PIECES_A_STEP:
            batches.append([])
            size = 0
        size = max(size, len(window[0].ids))
        batches[-1].append(window)
    rng.shuffle(batches)
    return batches


def rates(net: AttributionNet, share: float) -> torch.optim.Optimizer:
    """The optimiser at a ``share`` of the first run's rates; the moves learn fastest."""
    optimizer = optimiser(
        net, encoder_rate=ENCODER_RATE * share, head_rate=HEAD_RATE * share, apart=("moves",)
    )
    move = {"params": [net.moves], "lr": MOVE_RATE, "base": MOVE_RATE, "weight_decay": 0.0}
    optimizer.add_param_group(move)
    return optimizer


Cost = Callable[[list[Window]], dict[str, torch.Tensor]]
"""What a batch of windows costs, by name; the sum is learned from."""


def learn(
    net: AttributionNet,
    cost: Cost,
    reports: tuple[list[list[Example]], list[Example]],
    source: tuple[Piecer, random.Random],
    run: Path,
    options: argparse.Namespace,
) -> None:
    """Trains ``net`` for ``options.epochs``, or ``options.minutes`` if these are over before.

    ``reports`` are those to learn from and those to judge by; ``run`` takes the log, the average
    of the weights every twenty steps, and each epoch's.
    """
    (train, dev), (cutter, rng), log = reports, source, Log(run)
    optimizer = rates(net, options.share)
    average, step, begin = Average(net), 0, time.monotonic()
    for epoch in range(options.epochs):
        batches = epoch_batches(train, cutter, rng)
        for i, group in enumerate(batches):
            spent = (time.monotonic() - begin) / 60 / options.minutes
            if spent >= 1:
                break
            set_rate(optimizer, max(spent, (epoch + i / len(batches)) / options.epochs))
            parts = cost(group)
            torch.stack(list(parts.values())).sum().backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            average.update(net)
            step += 1
            if step % 20 == 0:
                told = {name: round(part.item(), 4) for name, part in parts.items()}
                log.write(epoch=epoch, step=step, of=len(batches), **told)
                torch.save(average.state(net), run / "average.pt")
        state = average.state(net)
        torch.save(state, run / f"epoch{epoch}.pt")
        last = epoch + 1 == options.epochs or spent >= 1
        other = copy.deepcopy(net)
        other.load_state_dict(state)
        log.write(epoch=epoch, dev=evaluate(other, dev[:: 1 if last else 3], cutter))
        if spent >= 1:
            break
    torch.save(state, run / "average.pt")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--name", default="attribution")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--start", type=Path, help="weights of an earlier run to go on from")
    parser.add_argument("--share", type=float, default=1.0, help="of the rates of a first run")
    parser.add_argument("--frozen", type=int, default=0, help="lowest layers that stay as they are")
    parser.add_argument("--minutes", type=float, default=math.inf, help="end by then at the latest")
    options = parser.parse_args()
    torch.set_num_threads(2)
    torch.manual_seed(options.seed)
    rng, cutter = random.Random(options.seed), piecer()
    run = RUNS / options.name
    train = readings("train")
    dev = [example(d) for d in polnear.documents("dev")]
    net = AttributionNet(options.layers)
    if options.start:
        net.load_state_dict(torch.load(options.start), strict=False)
    else:
        net.encoder.load_minilm(minilm() / "model.safetensors")
    for layer in net.encoder.layers[: options.frozen]:
        layer.requires_grad_(False)
    if options.frozen:
        for table in (net.encoder.places, net.encoder.shapes, net.encoder.gaps, net.encoder.quoted):
            table.requires_grad_(False)
        net.encoder.norm.requires_grad_(False)

    def cost(group: list[Window]) -> dict[str, torch.Tensor]:
        tag_loss, link_loss = losses(net, group)
        return {"tags": tag_loss, "links": LINK_WEIGHT * link_loss}

    learn(net, cost, (train, dev), (cutter, rng), run, options)


if __name__ == "__main__":
    main()
