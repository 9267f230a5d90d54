"""Makes the scorer of whether two events of one report are one (``compare/scored/retelling.py``).

    python -m training.retelling

Pairs of events of reports whose events were grouped by hand (``benchmarks/cases/retellings.csv``),
and of ECB+'s training topics, where only what its annotators marked counts and each pair half; a
killing and its attack are two events there, so that such pairs are left out where they differ.
What is ruled out by other days, places or kinds is not learned. Eight folds by report tell how
good it is. Two minutes; writes src/onrecord/compare/weights/.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from benchmarks.cases import retellings
from onrecord.compare.accounts.facts import view
from onrecord.compare.scored.observed import FEATURES
from onrecord.compare.scored.retelling import WEIGHTS, Network, Retellings
from training.pairs import Plan, taught, write

STORIES = 0.5
FOLDS = 8
PLAN = Plan(hidden=16, decay=0.2, least=1e-3, bias=-2.0)

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Report:
    """The pairs of one report: features (p, f), whether one (p,), and how much each counts."""

    features: Floats
    same: Floats
    weight: float


def reports() -> Iterator[Report]:
    """Those grouped by hand, then the stories'."""
    yield from _read(retellings.labelled(), 1.0)
    yield from _read(retellings.stories("train"), STORIES)


def _read(found: Iterable[retellings.Grouped], weight: float) -> Iterator[Report]:
    harm = FEATURES.index("one harms")
    for grouped in found:
        told = Retellings(view(grouped.record))
        rows, same = [], []
        for number, later in enumerate(told.mentions):
            for one in told.pairs(number):
                ids = told.mentions[one].facts.event.id, later.facts.event.id
                holds = grouped.same(*ids)
                features = told.features(one, number)
                if holds is None or (weight < 1 and not holds and features[harm]):
                    continue
                rows.append(features)
                same.append(float(holds))
        if rows:
            yield Report(np.array(rows), np.array(same), weight)


def trained(found: Sequence[Report], seed: int = 0) -> Network:
    """Networks taught by some reports."""
    features = np.concatenate([one.features for one in found])
    same = np.concatenate([one.same for one in found])
    weight = np.concatenate([np.full(len(one.same), one.weight) for one in found])
    return taught(features, same, weight, PLAN, seed)


def folds(found: Sequence[Report]) -> None:
    """Print precision and recall of pairs by threshold, each report judged by the other folds."""
    order = list(range(len(found)))
    random.Random(3).shuffle(order)
    told: dict[int, Floats] = {}
    for fold in range(FOLDS):
        left_out = set(order[fold::FOLDS])
        network = trained([found[i] for i in order if i not in left_out])
        told |= {i: network.chances(found[i].features) for i in left_out}
    for least in (0.4, 0.5, 0.6, 0.7, 0.8):
        for name, weight in (("by hand", 1.0), ("ECB+", STORIES)):
            mine = [i for i in order if found[i].weight == weight]
            right = sum(float(found[i].same[told[i] >= least].sum()) for i in mine)
            taken = sum(int((told[i] >= least).sum()) for i in mine)
            wanted = sum(float(found[i].same.sum()) for i in mine)
            print(f"{least} {name}: {right / max(taken, 1):.3f} / {right / wanted:.3f} of {taken}")


def main() -> None:
    """Read, judge by folds, train on everything, write."""
    found = list(reports())
    pairs = sum(len(one.same) for one in found)
    print(f"{len(found)} reports, {pairs} pairs, {sum(one.same.sum() for one in found):.0f} of one")
    folds(found)
    network = trained(found)
    write(network, WEIGHTS)
    print(f"wrote {WEIGHTS} ({WEIGHTS.stat().st_size / 1000:.0f} kB)")


if __name__ == "__main__":
    main()
