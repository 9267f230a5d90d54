"""Makes the scorer of what a denial answers (``compare/inside/answering.py``).

    python -m training.answering

Pairs of statements of the coded reports' part that is in view (``benchmarks/cases/reports``), of
which the later denies, rejects or knows nothing; those that the gold links are the ones. Pairs that
are another telling of a linked claim are left out. Six folds by report tell how good it is, and the
part held out, of which only sums are printed. Three minutes; writes
src/onrecord/compare/weights/.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks import system
from benchmarks.cases import reports as coded
from benchmarks.score.report_scores import statement_pairs
from onrecord import api
from onrecord.compare.accounts.facts import view
from onrecord.compare.inside.answered import FEATURES, Answers, Floats
from onrecord.compare.inside.answering import FAR, WEIGHTS, chances
from onrecord.compare.scored.retelling import Network
from training.pairs import Plan, taught, write

ANSWERS = ("denies", "undercuts", "contradicts")
ACTS = ("deny", "reject", "disclaim")
TOLD_AGAIN = ("restates", "repeats", "supports")
FOLDS = 6
PLAN = Plan(hidden=12, decay=0.3, least=1e-2, bias=-3.0, far=FAR)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Report:
    """The pairs of one report: features (p, f), whether the later answers (p,), and which it is."""

    features: Floats
    answers: Floats
    later: tuple[str, ...]


def read(part: str) -> Iterator[Report]:
    """The reports of a part, as the program reads them."""
    for gold in coded.golds():
        if gold.part != part:
            continue
        (record,) = api.read(gold.path, **({"published": gold.published} if gold.published else {}))
        (line,) = system.read_files([gold.path], published=gold.published)
        pairs = statement_pairs(gold, line, [m.span() for m in _WORD.finditer(gold.text)])
        to_gold = {line["statements"][j]["id"]: gold.statements[i]["id"] for i, j in pairs.items()}
        found = _pairs(Answers(view(record)), gold.links, to_gold)
        if found is not None:
            yield found


def _pairs(
    told: Answers, links: Sequence[tuple[str, str, str]], to_gold: dict[str, str]
) -> Report | None:
    answered: dict[str, set[str]] = defaultdict(set)
    again = {frozenset(ends) for kind, *ends in links if kind in TOLD_AGAIN}
    for kind, one, other in links:
        if kind in ANSWERS:
            answered[one].add(other)
    rows, labels, later = [], [], []
    for at, reply in enumerate(told.told):
        if reply.said.statement.act not in ACTS:
            continue
        mine = answered[to_gold.get(reply.said.statement.id, "")]
        for one in range(at):
            claim = to_gold.get(told.told[one].said.statement.id, "")
            if not told.open(one, at):
                continue
            if claim not in mine and any(frozenset({claim, two}) in again for two in mine):
                continue
            rows.append(told.features(one, at))
            labels.append(float(claim in mine))
            later.append(reply.said.statement.id)
    return Report(np.array(rows), np.array(labels), tuple(later)) if rows else None


def trained(found: Sequence[Report], seed: int = 0) -> Network:
    """Networks taught by some reports."""
    right = np.concatenate([one.answers for one in found])
    features = np.concatenate([one.features for one in found])
    return taught(features, right, np.ones_like(right), PLAN, seed)


def told(found: Sequence[Report], judged: Sequence[Floats], name: str) -> None:
    """Print, by threshold, how many of the likeliest claims are the ones that are answered."""
    wanted = sum(len({w for w, a in zip(r.later, r.answers, strict=True) if a}) for r in found)
    for least in (0.2, 0.3, 0.4, 0.5, 0.6):
        right = taken = 0
        for report, likely in zip(found, judged, strict=True):
            best: dict[str, tuple[float, float]] = {}
            for later, chance, answers in zip(report.later, likely, report.answers, strict=True):
                best[later] = max(best.get(later, (0.0, 0.0)), (float(chance), float(answers)))
            kept = [answers for chance, answers in best.values() if chance >= least]
            taken, right = taken + len(kept), right + int(sum(kept))
        print(f"{name} {least}: {right} right of {taken} taken, {wanted} to be found")


def folds(found: Sequence[Report]) -> list[Floats]:
    """How likely the pairs of each report are, by what the other folds teach."""
    order = list(range(len(found)))
    random.Random(3).shuffle(order)
    judged: dict[int, Floats] = {}
    for fold in range(FOLDS):
        left_out = set(order[fold::FOLDS])
        network = trained([found[i] for i in order if i not in left_out])
        judged |= {i: chances(network, found[i].features) for i in left_out}
    return [judged[i] for i in range(len(found))]


_NOTHING = Report(np.zeros((2, len(FEATURES))), np.zeros(2), ("", ""))


def main() -> None:
    """Read, judge by folds and on the part held out, train on what is in view, write."""
    if not WEIGHTS.exists():
        write(
            trained([_NOTHING]), WEIGHTS
        )  # reports are read with links, for which there must be some
    found, held = list(read("tune")), list(read("held"))
    print(f"{len(found)} reports, {sum(len(one.answers) for one in found)} pairs")
    told(found, folds(found), "folds")
    network = trained(found)
    told(held, [chances(network, one.features) for one in held], "held out")
    write(network, WEIGHTS)
    print(f"wrote {WEIGHTS} ({WEIGHTS.stat().st_size / 1000:.0f} kB)")


if __name__ == "__main__":
    main()
