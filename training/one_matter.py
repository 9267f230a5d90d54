"""Makes the scorer of whether two statements are of one matter (``compare/scored/onematter.py``).

    python -m training.one_matter

Positive: statements of two reports of a labelled case of links (part ``tune`` alone) that a label
ties as contradicting, denying, undercutting, supporting, restating or repeating; negative: every
other pair of a case, and pairs of FA-KES that share keys and no five words in a row, of which next
to none are of one matter; each of those counts a twentieth. How rare a word is comes from FA-KES
or from the training part of PolNeAR with LGL and TR-News, whichever has it more often. Eight folds
by case tell how good it is. A few minutes; writes src/onrecord/compare/weights/.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt
import torch

from benchmarks import system
from benchmarks.cases import links
from benchmarks.corpora import fakes, geo, polnear
from onrecord.compare.accounts.facts import Said, View, view
from onrecord.compare.between.across import meeting
from onrecord.compare.between.keys import keys_of
from onrecord.compare.between.units import units
from onrecord.compare.scored.onematter import FEATURES, WEIGHTS, features
from onrecord.link.words import keys, shared_run, tokens

KINDS = {"contradicts", "denies", "undercuts", "supports", "restates", "repeats"}
NEGATIVE, PAIRS, RUN = 0.05, 12_000, 5
HIDDEN, NETS, STEPS, RATE, DECAY, DROPPED, FOLDS = 16, 5, 300, 0.01, 0.1, 0.2, 8

Floats = npt.NDArray[np.float64]
Pair = tuple[str, Said, Said, int]


def rarity() -> tuple[dict[str, float], float]:
    """How rare each stem is, and one that is in no text: minus the logarithm of its share."""
    war = [report.text for report in fakes.reports()]
    news = [a.text for corpus in ("lgl", "trnews") for a in geo.articles(corpus)]
    news += [d.text for d in polnear.documents("train")]
    shares = []
    for texts in (war, news):
        found = Counter(key for text in texts for key in keys(text))
        shares.append({key: count / len(texts) for key, count in found.items()})
    rest = 1 / len(news)
    known = {*shares[0], *shares[1]}
    often = {key: max(share.get(key, 0.0) for share in shares) for key in known}
    return {k: float(-np.log(min(1.0, s + rest))) for k, s in often.items()}, float(-np.log(rest))


def labelled() -> Iterator[Pair]:
    """The case, two statements of two of its reports, and whether they are of one matter."""
    cases = [case for case in links.cases() if case.part == "tune"]
    records = iter([r for _, r in system.records([g for c in cases for g in c.reports.values()])])
    for case in cases:
        seen = {letter: view(next(records)) for letter in case.reports}
        told: dict[frozenset[str], list[str]] = {}
        for label in case.labels:
            if label.kind in KINDS:
                for one in _at(case, label.from_, seen):
                    for other in _at(case, label.to, seen):
                        told.setdefault(frozenset((one, other)), []).append(label.holds)
        said = [(n, s) for n, v in seen.items() for s in v.said.values() if _content(s)]
        for at, (letter, one) in enumerate(said):
            for other_letter, other in said[at + 1 :]:
                if letter != other_letter:
                    holds = told.get(frozenset((one.statement.id, other.statement.id)), [])
                    if "yes" in holds or "maybe" not in holds:
                        yield case.name, one, other, int("yes" in holds)


def _content(said: Said) -> bool:
    return bool(said.statement.content) and said.statement.act != "decline"


def _at(case: links.Case, mark: str, seen: dict[str, View]) -> set[str]:
    letter, start, end = case.marks[mark]
    return {
        s.statement.id
        for s in seen[letter].said.values()
        if any(span.start < end and start < span.end for span in s.statement.content)
    }


def unlike() -> list[tuple[Said, Said]]:
    """Pairs of FA-KES's statements that meet, without those of one text."""
    texts = [system.Given(r.text, r.published, r.outlet) for r in fakes.reports()]
    found = {u.id: u for _, record in system.records(texts) for u in units(record) if u.said}
    pairs = sorted(meeting({id_: keys_of(unit) for id_, unit in found.items()}))
    random.Random(1).shuffle(pairs)
    drawn = [(found[a], found[b]) for a, b in pairs if found[a].report != found[b].report][:PAIRS]
    both = [(a.said, b.said) for a, b in drawn if a.said and b.said]
    return [(a, b) for a, b in both if not shared_run(tokens(a.text), tokens(b.text), RUN)]


def table(pairs: Iterable[tuple[Said, Said]], known: dict[str, float], unseen: float) -> Floats:
    """(pairs, features)."""
    return np.stack([features(one, other, known, unseen) for one, other in pairs])


def fit(x: Floats, y: Floats, weight: Floats) -> list[dict[str, Floats]]:
    """The networks' weights, for standardised features."""
    given, wanted, how = (torch.tensor(a, dtype=torch.float32) for a in (x, y, weight))
    found = []
    for seed in range(NETS):
        torch.manual_seed(seed)
        inner, outer = torch.nn.Linear(x.shape[1], HIDDEN), torch.nn.Linear(HIDDEN, 1)
        steps = torch.optim.AdamW(
            [*inner.parameters(), *outer.parameters()], lr=RATE, weight_decay=DECAY
        )
        for _ in range(STEPS):
            hidden = torch.nn.functional.dropout(torch.tanh(inner(given)), DROPPED)
            loss = torch.nn.functional.binary_cross_entropy_with_logits(
                outer(hidden)[:, 0], wanted, reduction="none"
            )
            steps.zero_grad()
            ((loss * how).sum() / how.sum()).backward()
            steps.step()
        parts = (inner.weight.T, inner.bias, outer.weight[0], outer.bias)
        names = ("inner", "inner_bias", "outer", "outer_bias")
        found.append({n: p.detach().double().numpy() for n, p in zip(names, parts, strict=True)})
    return found


def chances(nets: Sequence[dict[str, Floats]], x: Floats) -> Floats:
    """How likely each pair is of one matter, (pairs,)."""
    scores = [
        np.tanh(x @ n["inner"] + n["inner_bias"]) @ n["outer"] + n["outer_bias"] for n in nets
    ]
    return np.asarray(1 / (1 + np.exp(-np.mean(scores, axis=0))))


def tell(x: Floats, y: Floats, names: Sequence[str], other: Floats) -> None:
    """How it does on cases that it was not fitted on, at several thresholds."""
    order = {name: at for at, name in enumerate(sorted(set(names)))}
    fold = np.array([order[name] % FOLDS for name in names])
    away = np.arange(len(other)) % FOLDS
    here, there = np.zeros(len(y)), np.zeros(len(other))
    for held in range(FOLDS):
        some, rest = fold != held, away != held
        given = np.concatenate([x[some], other[rest]])
        nets = fit(given, np.concatenate([y[some], np.zeros(rest.sum())]),
                   np.r_[np.ones(some.sum()), np.full(rest.sum(), NEGATIVE)])  # fmt: skip
        here[~some], there[~rest] = chances(nets, x[~some]), chances(nets, other[~rest])
    for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        taken = here >= least
        print(f"{least}: precision {100 * y[taken].mean():.0f}, recall "
              f"{100 * y[taken].sum() / y.sum():.0f}; of FA-KES {int((there >= least).sum())} of "
              f"{len(there)}")  # fmt: skip


def main() -> None:
    """Makes and writes the weights."""
    torch.set_num_threads(1)
    known, unseen = rarity()
    cases, away = list(labelled()), unlike()
    raw = table([(one, other) for _, one, other, _ in cases], known, unseen)
    far = table(away, known, unseen)
    both = np.concatenate([raw, far])
    mean, spread = both.mean(0), both.std(0) + 1e-6
    x, other = (raw - mean) / spread, (far - mean) / spread
    y = np.array([label for *_, label in cases], dtype=np.float64)
    print(f"{int(y.sum())} of {len(y)} pairs of cases, {len(far)} of FA-KES")
    tell(x, y, [name for name, *_ in cases], other)
    nets = fit(np.concatenate([x, other]), np.concatenate([y, np.zeros(len(other))]),
               np.concatenate([np.ones(len(y)), np.full(len(other), NEGATIVE)]))  # fmt: skip
    stems = sorted(known)
    np.savez_compressed(
        WEIGHTS,
        mean=mean.astype(np.float32),
        spread=spread.astype(np.float32),
        **{
            name: np.stack([net[name] for net in nets]).squeeze().astype(np.float32)
            for name in ("inner", "inner_bias", "outer", "outer_bias")
        },
        stems=np.array(stems),
        rarity=np.array([known[stem] for stem in stems], dtype=np.float16),
        unseen=np.float32(unseen),
    )
    print(f"{len(FEATURES)} features, {len(stems)} stems, {WEIGHTS.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
