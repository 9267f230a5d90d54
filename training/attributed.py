"""How well a network finds who says what, in words: exact spans and whole attributions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

from onrecord.model.attribution import TAGS, decode_tags, join_windows, link_spans, windows
from onrecord.model.pieces import Piecer
from onrecord.model.reader import part
from training.common import collate, half
from training.net import AttributionNet

if TYPE_CHECKING:
    from training.attribution import Example


@torch.no_grad()
def evaluate(net: AttributionNet, examples: list[Example], cutter: Piecer) -> dict[str, float]:
    """Exact F1 of each role on words, and of whole attributions (all roles exact)."""
    net.eval()
    right: dict[str, list[int]] = {r: [0, 0, 0] for r in ("source", "cue", "content", "all")}
    for ex in examples:
        run = cutter.cut(ex.words, ex.gaps)
        bounds = windows(run.firsts, len(run.ids))
        pieces_of = [part(run, a, b) for a, b in bounds]
        tag_parts, link_parts = [], []
        for i in range(0, len(pieces_of), 8):
            group = pieces_of[i : i + 8]
            batch = collate(group)
            with half():
                tags, links = net(batch.pieces, batch.features, batch.mask, batch.firsts)
            for j, run_part in enumerate(group):
                size = len(run_part.firsts)
                tag_parts.append(tags[j, :size].float().numpy())
                link_parts.append(links[j, :size, :size].float().numpy())
        scores = join_windows(bounds, tag_parts, len(ex.words))
        spans = decode_tags(scores, net.moves.detach().numpy())
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
