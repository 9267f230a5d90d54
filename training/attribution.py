"""Trains the attribution network on PolNeAR: `python -m training.attribution`.

Reads windows of whole reports, tags each word (source, cue, content) and points each span to the
cue it belongs to. Half of the reports are seen with noise that real copies have: lost or
straightened quotation marks, no line breaks, lost commas and apostrophes, lower case.
"""

from __future__ import annotations

import argparse
import random
from dataclasses import dataclass, replace

import torch
import torch.nn.functional as F

from benchmarks.corpora import polnear
from onrecord.model.attribution import TAGS, decode_tags, join_windows, link_spans, windows
from onrecord.model.pieces import Piecer, Pieces, gaps_of
from onrecord.model.reader import part
from onrecord.model.words import find_words
from training.common import RUNS, Average, Log, collate, minilm, optimiser, piecer, set_rate
from training.net import AttributionNet

EPOCHS, SEED = 6, 7
PIECES_A_STEP = 3072
ENCODER_RATE, HEAD_RATE = 2e-4, 1e-3
LINK_WEIGHT = 0.5


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
CURLY = {"'": "’"}


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


def piece(example: Example, cutter: Piecer) -> Pieces:
    return cutter.cut(example.words, example.gaps)


def training_windows(examples: list[Example], cutter: Piecer, rng: random.Random):
    """Windows of up to 380 pieces from each report, cut at another place in every epoch."""
    for whole in examples:
        seen = noisy(whole, rng)
        run = piece(seen, cutter)
        count, first = len(seen.words), 0
        limit = rng.randint(120, 380)
        while first < count:
            begin = run.firsts[first]
            last = first
            while (
                last < count
                and (run.firsts[last + 1] if last + 1 < count else len(run.ids)) - begin <= limit
            ):
                last += 1
            last = max(last, first + 1)
            cues = [c - first if first <= c < last else -1 for c in seen.cues[first:last]]
            yield part(run, first, last), seen.tags[first:last], cues
            first, limit = last, 380


def losses(net: AttributionNet, batch_windows) -> tuple[torch.Tensor, torch.Tensor]:
    batch = collate([w[0] for w in batch_windows])
    with torch.autocast("cpu", torch.bfloat16):
        tags, links = net(batch.pieces, batch.features, batch.mask, batch.firsts)
    tags, links = tags.float(), links.float()
    gold = torch.full(batch.words.shape, -100)
    cues = torch.full(batch.words.shape, -100)
    for i, (_, tag, cue) in enumerate(batch_windows):
        gold[i, : len(tag)] = torch.tensor(tag)
        cues[i, : len(cue)] = torch.tensor([c if c >= 0 else -100 for c in cue])
    links = links.masked_fill(~batch.words[:, None, :], -1e4)
    tag_loss = F.cross_entropy(tags.flatten(0, 1), gold.flatten(), label_smoothing=0.02)
    if (cues < 0).all():
        return tag_loss, tag_loss * 0
    return tag_loss, F.cross_entropy(links.flatten(0, 1), cues.flatten())


@torch.no_grad()
def evaluate(net: AttributionNet, examples: list[Example], cutter: Piecer) -> dict[str, float]:
    """Exact F1 of each role on words, and of whole attributions (all roles exact)."""
    net.eval()
    right: dict[str, list[int]] = {r: [0, 0, 0] for r in ("source", "cue", "content", "all")}
    for ex in examples:
        run = piece(ex, cutter)
        bounds = windows(run.firsts, len(run.ids))
        pieces_of = [part(run, a, b) for a, b in bounds]
        tag_parts, link_parts = [], []
        for i in range(0, len(pieces_of), 8):
            group = pieces_of[i : i + 8]
            batch = collate(group)
            with torch.autocast("cpu", torch.bfloat16):
                tags, links = net(batch.pieces, batch.features, batch.mask, batch.firsts)
            for j, run_part in enumerate(group):
                size = len(run_part.firsts)
                tag_parts.append(tags[j, :size].float().numpy())
                link_parts.append(links[j, :size, :size].float().numpy())
        scores = join_windows(bounds, tag_parts, len(ex.words))
        spans = decode_tags(scores)
        found = link_spans(spans, bounds, link_parts)
        gold_spans = decode_labels(ex.tags)
        for role in ("source", "cue", "content"):
            gold_set = {(a, b) for r, a, b in gold_spans if r == role}
            ours = {(a, b) for r, a, b in spans if r == role}
            tally(right[role], gold_set, ours)
        tally(right["all"], set(grouped(ex, gold_spans)), {tuple(sorted(g)) for g in found})
    net.train()
    return {role: round(200 * a / max(1, b + c), 2) for role, (a, b, c) in right.items()}


def tally(counts: list[int], gold: set, ours: set) -> None:
    counts[0] += len(gold & ours)
    counts[1] += len(gold)
    counts[2] += len(ours)


def decode_labels(tags: list[int]) -> list[tuple[str, int, int]]:
    spans, i = [], 0
    while i < len(tags):
        if tags[i] % 2 == 1:
            end = i + 1
            while end < len(tags) and tags[end] == tags[i] + 1:
                end += 1
            spans.append((TAGS[tags[i]][2:], i, end))
            i = end
        else:
            i += 1
    return spans


def grouped(
    ex: Example, spans: list[tuple[str, int, int]]
) -> list[tuple[tuple[str, int, int], ...]]:
    groups: dict[int, list[tuple[str, int, int]]] = {}
    for span in spans:
        groups.setdefault(ex.cues[span[1]], []).append(span)
    return [tuple(sorted(g)) for cue, g in groups.items() if cue >= 0]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--name", default="attribution")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--layers", type=int, default=6)
    options = parser.parse_args()
    torch.set_num_threads(2)
    torch.manual_seed(SEED)
    rng, cutter = random.Random(SEED), piecer()
    run = RUNS / options.name
    log = Log(run)
    train = [example(d) for d in polnear.documents("train")]
    dev = [example(d) for d in polnear.documents("dev")]
    net = AttributionNet(options.layers)
    net.encoder.load_minilm(minilm() / "model.safetensors")
    optimizer = optimiser(net, encoder_rate=ENCODER_RATE, head_rate=HEAD_RATE)
    average, step = Average(net), 0
    for epoch in range(options.epochs):
        pool = list(training_windows(train, cutter, rng))
        pool.sort(key=lambda w: len(w[0].ids) + rng.random() * 60)
        batches, size = [[]], 0
        for window in pool:
            if (len(batches[-1]) + 1) * max(size, len(window[0].ids)) > PIECES_A_STEP and batches[
                -1
            ]:
                batches.append([])
                size = 0
            size = max(size, len(window[0].ids))
            batches[-1].append(window)
        rng.shuffle(batches)
        for i, group in enumerate(batches):
            set_rate(optimizer, (epoch + i / len(batches)) / options.epochs)
            tag_loss, link_loss = losses(net, group)
            (tag_loss + LINK_WEIGHT * link_loss).backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            average.update(net)
            step += 1
            if step % 50 == 0:
                log.write(
                    epoch=epoch,
                    step=step,
                    of=len(batches),
                    tags=round(tag_loss.item(), 4),
                    links=round(link_loss.item(), 4),
                )
        state = average.state(net)
        torch.save(state, run / "average.pt")
        other = AttributionNet(options.layers)
        other.load_state_dict(state)
        log.write(
            epoch=epoch,
            dev=evaluate(other, dev[:: 1 if epoch + 1 == options.epochs else 3], cutter),
        )


if __name__ == "__main__":
    main()
