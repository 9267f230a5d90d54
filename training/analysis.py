"""Trains the analysis network: `python -m training.analysis`.

One encoder reads a sentence; heads give its tree, parts of speech, names, times and event words.
Each batch comes from one corpus and trains the heads which that corpus annotates.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable

import torch
import torch.nn.functional as F

from onrecord.model.heads import HEADS, RELATIONS
from onrecord.model.pieces import Piecer, Pieces
from training import corpora
from training.common import (
    RUNS,
    Average,
    Log,
    by_size,
    collate,
    half,
    minilm,
    optimiser,
    piecer,
    set_rate,
)
from training.corpora import Labelled
from training.net import AnalysisNet

EPOCHS, SEED = 3, 11
PIECES_A_STEP = 1536
ENCODER_RATE, HEAD_RATE = 2e-4, 1e-3
SHARE: dict[str, tuple[Callable[[], list[Labelled]], float]] = {
    # what part of each corpus is read in an epoch
    "ewt": (lambda: corpora.universal("ud-ewt", "train"), 1.0),
    "gum": (lambda: corpora.universal("gum", "train"), 1.0),
    "gmb": (lambda: corpora.names("gmb"), 0.6),
    "wikigold": (lambda: corpora.names("wikigold"), 0.7),
    "wnut17": (lambda: corpora.names("wnut17"), 0.3),
    "re3d": (corpora.entities_re3d, 1.0),
    "lgl": (lambda: corpora.toponyms("lgl"), 0.4),
    "trnews": (lambda: corpora.toponyms("trnews"), 1.0),
    "timeml": (corpora.times_and_events, 1.0),
    "wikiwars": (corpora.narrative_times, 0.6),
}
GOING_ON = 0.5
"""With ``--start``: how much of each corpus but the treebanks and re3d is read again, and how the
rates compare with the first time."""
LOSS_WEIGHT = {"upos": 0.5, "thing": 0.5, "tense": 0.3, "negative": 0.3}


def noisy(one: Labelled, rng: random.Random) -> Labelled:
    """A sentence as careless copies have it: lower case, capitals, straight or no marks."""
    draw = rng.random()
    if draw < 0.04:
        return Labelled(
            [w.lower() for w in one.words], one.gaps, one.tags, one.heads, one.relations
        )
    if draw < 0.06:
        return Labelled(
            [w.upper() for w in one.words], one.gaps, one.tags, one.heads, one.relations
        )
    if draw < 0.10 and one.words[-1] in (".", "!", "?") and len(one.words) > 3:
        if one.heads is None or len(one.words) not in one.heads:
            tags = {k: v[:-1] for k, v in one.tags.items()}
            heads = one.heads[:-1] if one.heads else None
            relations = one.relations[:-1] if one.relations else None
            return Labelled(one.words[:-1], one.gaps[:-1], tags, heads, relations)
    return one


def losses(net: AnalysisNet, group: list[Labelled], runs: list[Pieces]) -> dict[str, torch.Tensor]:
    batch = collate(runs)
    with half():
        x = net.drop(net.words(batch.pieces, batch.features, batch.mask, batch.firsts))
        scores = {name: net.heads[name](x) for name in group[0].tags}
    out = {}
    for name, logits in scores.items():
        gold = torch.full(batch.words.shape, -100)
        for i, one in enumerate(group):
            gold[i, : len(one.words)] = torch.tensor(one.tags[name])
        if (gold >= 0).any():
            out[name] = F.cross_entropy(logits.float().flatten(0, 1), gold.flatten())
    if group[0].heads is not None:
        out.update(tree_losses(net, x.float(), batch.words, group))
    return out


def tree_losses(
    net, x: torch.Tensor, words: torch.Tensor, group: list[Labelled]
) -> dict[str, torch.Tensor]:
    heads = torch.full(words.shape, -100)
    relations = torch.full(words.shape, -100)
    for i, one in enumerate(group):
        heads[i, : len(one.words)] = torch.tensor(one.heads)
        relations[i, : len(one.words)] = torch.tensor(one.relations)
    rooted = net.with_root(x)
    allowed = F.pad(words, (1, 0), value=True)
    arcs = net.arcs(rooted).masked_fill(~allowed[:, None, :], -1e4)[:, 1:]  # (B, W, W + 1)
    row, word = words.nonzero(as_tuple=True)
    labels = net.relations(rooted[row, word + 1], rooted[row, heads[row, word]])
    return {
        "arcs": F.cross_entropy(arcs.flatten(0, 1), heads.flatten()),
        "relations": F.cross_entropy(labels, relations[row, word]),
    }


@torch.no_grad()
def evaluate(net: AnalysisNet, examples: list[Labelled], cutter: Piecer) -> dict[str, float]:
    """UPOS, UAS, LAS (universal relations, no subtypes) on gold words, greedy heads."""
    net.eval()
    right = {"upos": 0, "uas": 0, "las": 0}
    total = 0
    runs = [cutter.cut(e.words, e.gaps) for e in examples]
    generator = torch.Generator().manual_seed(0)
    plain = [r.split(":")[0] for r in RELATIONS]
    for index in by_size([len(r.ids) for r in runs], 4096, generator):
        group, pieces = [examples[i] for i in index], [runs[i] for i in index]
        batch = collate(pieces)
        with half():
            x = net.words(batch.pieces, batch.features, batch.mask, batch.firsts)
            tags = net.heads["upos"](x).argmax(-1)
        rooted = net.with_root(x.float())
        allowed = F.pad(batch.words, (1, 0), value=True)
        arcs = net.arcs(rooted).masked_fill(~allowed[:, None, :], -1e4).argmax(-1)
        flat = rooted.flatten(0, 1)
        above = rooted.gather(1, arcs[..., None].expand(-1, -1, rooted.shape[-1]))
        relations = net.relations(flat, above.flatten(0, 1)).argmax(-1).view(arcs.shape)
        for i, one in enumerate(group):
            for j in range(len(one.words)):
                total += 1
                right["upos"] += int(tags[i, j] == one.tags["upos"][j])
                good = int(arcs[i, j + 1]) == one.heads[j]
                right["uas"] += good
                gold = one.relations[j]
                right["las"] += (
                    good and gold >= 0 and plain[int(relations[i, j + 1])] == plain[gold]
                )
    net.train()
    return {k: round(100 * v / total, 2) for k, v in right.items()}


@torch.no_grad()
def evaluate_tags(net: AnalysisNet, examples: list[Labelled], head: str, cutter: Piecer) -> float:
    """Exact-span F1 of a BIO head, or of the labelled words of a plain one."""
    net.eval()
    a = b = c = 0
    for i in range(0, len(examples), 48):
        group = examples[i : i + 48]
        batch = collate([cutter.cut(e.words, e.gaps) for e in group])
        with half():
            tags = net.heads[head](
                net.words(batch.pieces, batch.features, batch.mask, batch.firsts)
            ).argmax(-1)
        for j, one in enumerate(group):
            gold = spans_in(one.tags[head], head)
            ours = spans_in(tags[j, : len(one.words)].tolist(), head)
            a, b, c = a + len(gold & ours), b + len(gold), c + len(ours)
    net.train()
    return round(200 * a / max(1, b + c), 2)


def spans_in(tags: list[int], head: str) -> set[tuple[int, int, str]]:
    labels, found, i = HEADS[head], set(), 0
    while i < len(tags):
        label = labels[tags[i]]
        end = i + 1
        if label != "O":
            if label[1] == "-":
                while end < len(tags) and labels[tags[end]] == f"I-{label[2:]}":
                    end += 1
                label = label[2:]
            found.add((i, end, label))
        i = end
    return found


def epoch_batches(
    data, cutter: Piecer, rng: random.Random, generator: torch.Generator, again: bool
):
    batches = []
    for name, examples in data.items():
        less = GOING_ON if again and name not in ("ewt", "gum", "re3d") else 1.0
        size = round(len(examples) * SHARE[name][1] * less)
        chosen = [noisy(e, rng) for e in rng.sample(examples, size)]
        runs = [cutter.cut(e.words, e.gaps) for e in chosen]
        for index in by_size([len(r.ids) + 2 for r in runs], PIECES_A_STEP, generator):
            batches.append((name, [chosen[i] for i in index], [runs[i] for i in index]))
    rng.shuffle(batches)
    return batches


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--name", default="analysis")
    parser.add_argument("--epochs", type=float, default=EPOCHS)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--start", help="weights to go on from")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--minutes", type=float, help="end by then, the rate falling by the clock")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    rng, generator = random.Random(options.seed), torch.Generator().manual_seed(options.seed)
    cutter, run = piecer(), RUNS / options.name
    log = Log(run)
    data = {
        name: [e for e in make() if 0 < len(e.words) <= 160] for name, (make, _) in SHARE.items()
    }
    log.write(sentences={k: len(v) for k, v in data.items()})
    net = AnalysisNet(
        {k: len(v) for k, v in HEADS.items()}, relations=len(RELATIONS), layers=options.layers
    )
    net.encoder.load_minilm(minilm() / "model.safetensors")
    if options.start:
        net.load_state_dict(torch.load(options.start))
    less = GOING_ON if options.start else 1.0
    optimizer = optimiser(net, encoder_rate=ENCODER_RATE * less, head_rate=HEAD_RATE * less)
    begin = time.time()
    average, step, epoch = Average(net, 0.995), 0, 0
    dev = {name: corpora.universal(name, "dev") for name in ("ud-ewt", "gum")}
    while epoch < options.epochs:
        batches = epoch_batches(data, cutter, rng, generator, bool(options.start))
        batches = batches[: round(len(batches) * min(1.0, options.epochs - epoch))]
        for i, (name, group, runs) in enumerate(batches):
            done = (epoch + i / len(batches) * min(1.0, options.epochs - epoch)) / options.epochs
            if options.minutes:
                done = max(done, (time.time() - begin) / 60 / options.minutes)
                if done >= 1:
                    epoch = options.epochs
                    break
            set_rate(optimizer, done)
            parts = losses(net, group, runs)
            sum(LOSS_WEIGHT.get(k, 1.0) * v for k, v in parts.items()).backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            average.update(net)
            step += 1
            if step % 400 == 0:
                torch.save(average.state(net), run / "average.pt")
            if step % 100 == 0:
                log.write(
                    epoch=epoch,
                    step=step,
                    of=len(batches),
                    corpus=name,
                    **{k: round(v.item(), 3) for k, v in parts.items()},
                )
        epoch += 1
        state = average.state(net)
        torch.save(state, run / "average.pt")
        other = AnalysisNet(
            {k: len(v) for k, v in HEADS.items()}, relations=len(RELATIONS), layers=options.layers
        )
        other.load_state_dict(state)
        log.write(
            epoch=epoch,
            **{name: evaluate(other, examples, cutter) for name, examples in dev.items()},
        )


if __name__ == "__main__":
    main()
