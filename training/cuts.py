"""Teaches the cutting of words: `python -m training.cuts` (half a minute).

EWT and GUM say where runs of characters are cut. Copies are made as careless texts have them:
other quotation marks and brackets, lower case, capitals, spaces lost after full stops and commas.
"""

from __future__ import annotations

import random
import re
from collections import Counter

import numpy as np
import torch
import torch.nn.functional as F

from benchmarks.corpora import ud
from onrecord.model.cuts import TABLE_BITS, next_class, places
from onrecord.model.network import WEIGHTS
from onrecord.model.words import TITLES

SEED, EPOCHS, RATE, BATCH = 3, 8, 0.02, 4096
COPY_WEIGHT = 0.3
SQUEEZED = 0.04  # of the spaces after a mark
ABBREVIATIONS = [*TITLES, *"""
    jan feb mar apr jun jul aug sep sept oct nov dec inc corp co ltd bros est approx vs dept univ
    assn ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont
    neb nev okla ore pa tenn tex vt va wash wis wyo""".split()]  # fmt: skip
ENDINGS = ("com", "org", "net", "co.uk", "tv", "info")
Run = tuple[str, int, tuple[int, ...]]
_RUN, _LOST = re.compile(r"\S+"), re.compile(r"(?<=[a-z][.,?!;]) (?=[A-Za-z])")


def count(text: str, cuts: set[int], weight: float, runs: Counter[Run]) -> None:
    """Adds the runs of ``text`` that are not plain letters, with their labels."""
    for match in _RUN.finditer(text):
        (start, end), run = match.span(), match.group()
        if len(run) > 1 and not run.isalpha():
            labels = tuple(int(i in cuts) for i in range(start + 1, end))
            runs[run, next_class(text, end), labels] += weight


def restyled(text: str, rng: random.Random) -> str:
    """The text with other marks or casing, each character in its place."""
    pairs = rng.choice(["’'“\"”\"‘'", "'’", "([)]", "-–", ""])
    text = text.translate({ord(a): b for a, b in zip(pairs[::2], pairs[1::2], strict=True)})
    draw = rng.random()
    if draw < 0.06:
        return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    if draw < 0.11:
        return "".join(c.upper() if len(c.upper()) == 1 else c for c in text)
    return text


def squeezed(text: str, cuts: set[int], rng: random.Random) -> tuple[str, set[int]]:
    """The text with some spaces after marks lost."""
    lost = [m.start() for m in _LOST.finditer(text) if rng.random() < SQUEEZED]
    shift = np.zeros(len(text) + 1, dtype=int)
    shift[[i + 1 for i in lost]] = 1
    shift = shift.cumsum()
    gone = set(lost)
    kept = "".join(c for i, c in enumerate(text) if i not in gone)
    return kept, {i - int(shift[i]) for i in cuts}


def examples(rng: random.Random) -> Counter[Run]:
    runs: Counter[Run] = Counter()
    for corpus in ("ud-ewt", "gum"):
        for d in ud.documents(corpus, "train"):
            spans = [(s.start + t.start, s.start + t.end) for s in d.sentences for t in s.tokens]
            cuts = {i for span in spans for i in span}
            count(d.text, cuts, 1.0, runs)
            count(restyled(d.text, rng), cuts, COPY_WEIGHT, runs)
            count(*squeezed(d.text, cuts, rng), COPY_WEIGHT, runs)
    for word in ABBREVIATIONS:
        for form in (word.capitalize(), word.upper()) if word in TITLES else (word.capitalize(),):
            for before in ("", "(", "“"):
                labels = (1,) * len(before) + (0,) * len(form)
                runs[f"{before}{form}.", 1, labels] += 5.0
                runs[f"{before}{form}.,", 2, (*labels, 1)] += 1.0
    invented(runs, rng)
    return runs


def invented(runs: Counter[Run], rng: random.Random) -> None:
    """What treebanks have too little of: links before a mark, days as computers write them."""
    words = "news report world article a index story".split()
    for _ in range(3000):
        host = "".join(rng.choice(words) for _ in range(2))
        link = rng.choice(["https://", "http://www.", "www."]) + f"{host}.{rng.choice(ENDINGS)}"
        for _ in range(rng.randrange(4)):
            link += rng.choice("/-/?") + rng.choice([*words, str(rng.randrange(3000))])
        day = f"{rng.randrange(1950, 2040)}-{rng.randrange(1, 13):02}-{rng.randrange(1, 32):02}"
        whole = rng.choice([link, day])
        before, behind = (
            rng.choice(["", "", "(", '"', "["]),
            rng.choice(["", "", ".", ",", ")", ":"]),
        )
        labels = (1,) * len(before) + (0,) * (len(whole) - 1) + (1,) * len(behind)
        runs[before + whole + behind, rng.randrange(5), labels] += 0.5


def save_bounds(**arrays: np.ndarray) -> None:
    """Puts arrays into the package's bounds.npz, beside those that other scripts wrote there."""
    path = WEIGHTS / "bounds.npz"
    known = dict(np.load(path)) if path.exists() else {}
    np.savez_compressed(path, **(known | arrays))


def main() -> None:
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    runs = examples(random.Random(SEED))
    rows, sizes = places([(run, after) for run, after, _ in runs])
    x = torch.from_numpy(rows.astype(np.int64))  # (N, FEATURES)
    y = torch.tensor([label for _, _, labels in runs for label in labels], dtype=torch.float32)
    often = np.array([min(n, 50.0) ** 0.75 for n in runs.values()], dtype=np.float32)
    weight = torch.from_numpy(np.repeat(often, sizes))
    table = torch.nn.EmbeddingBag(1 << TABLE_BITS, 1, mode="sum")
    torch.nn.init.zeros_(table.weight)
    bias = torch.nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.Adam([*table.parameters(), bias], lr=RATE)
    for epoch in range(EPOCHS):
        optimizer.param_groups[0]["lr"] = RATE * (1 - epoch / EPOCHS)
        total = 0.0
        for index in torch.randperm(len(y)).split(BATCH):
            scores = table(x[index]).squeeze(1) + bias
            loss = F.binary_cross_entropy_with_logits(scores, y[index], weight[index])
            loss = loss + 1e-6 * table.weight.square().sum()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item()
        print(f"epoch {epoch + 1}: {total:.3f}", flush=True)
    values = table.weight.detach().numpy()[:, 0]
    scale = np.float32(np.abs(values).max() / 127)
    save_bounds(
        cuts=np.round(values / scale).astype(np.int8),
        cuts_scale=scale,
        cuts_bias=np.float32(bias.item()),
    )


if __name__ == "__main__":
    main()
