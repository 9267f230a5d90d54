"""Teaches where sentences begin: `python -m training.sentences` (ten minutes on one core).

EWT and GUM give the sentences, read as running text with the program's own words. In copies,
paragraph breaks become spaces, commas and apostrophes are lost, a sentence or a whole text loses
its capitals or is all capitals, a full stop is missing. News whose bounds are plain (a full stop,
a capital) is added, so that what e-mail teaches does not cut news where it runs on.
"""

from __future__ import annotations

import itertools
import random
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from benchmarks.corpora import geo, polnear, timeml, ud
from onrecord.model import bounds
from onrecord.model.layout import gap
from onrecord.model.pieces import gaps_of
from onrecord.model.words import find_words
from training.common import minilm, piecer
from training.cuts import save_bounds

SEED, EPOCHS, RATE, DROP = 5, 5, 3e-3, 0.15
CROP, WORDS_A_STEP = 320, 3840
NOISY, LOST_PARAGRAPHS, LOST_COMMAS, LOWER, UPPER = 0.6, 0.25, 0.08, 0.05, 0.02
NEWS_SHARE, NEWS_WEIGHT = 0.25, 0.5
UNKNOWN = -100
MARKS, CLOSERS = frozenset(".?!"), frozenset("\"'”’)]")


@dataclass(slots=True)
class Part:
    """A sentence and what stands before it. Not ``sure``: it may belong to the one before."""

    text: str
    before: str
    sure: bool = True


@dataclass(slots=True)
class Example:
    """``rows`` (W, 6) as ``bounds.features`` gives them, ``gaps`` (W,), ``starts`` 0, 1, -100."""

    rows: np.ndarray
    gaps: np.ndarray
    starts: np.ndarray
    weight: float

    def crop(self, a: int, b: int) -> Example:
        return Example(self.rows[a:b], self.gaps[a:b], self.starts[a:b], self.weight)


def treebank(corpus: str, split: str) -> list[list[Part]]:
    found = []
    for d in ud.documents(corpus, split):
        parts, end = [], 0
        for s in d.sentences:
            parts.append(Part(s.text, d.text[end : s.start]))
            end = s.start + len(s.text)
        found.append(parts)
    return found


def news() -> list[list[Part]]:
    texts = [d.text for d in polnear.documents("train")]
    texts += [d.text for d in timeml.split("train")]
    texts += [a.text for name in ("lgl", "trnews") for a in geo.articles(name)]
    return [plainly_cut(text) for text in texts if text.strip()]


def plainly_cut(text: str) -> list[Part]:
    """Cuts at line ends and between a full stop and a capital; not sure where a quotation ends
    with a question ("Why?" Oren asked) and behind abbreviations and dots."""
    words = find_words(text)
    parts, begin, end = [], words[0][0], 0
    sure = True
    for one, two in itertools.pairwise(words):
        last, following = text[slice(*one)], text[slice(*two)]
        before = text[begin : one[1]].rstrip("\"'”’)]")
        opened = (
            following if following[:1].isalnum() else text[two[0] : two[0] + 3].lstrip("“\"'‘([")
        )
        ends = last in MARKS or (last in CLOSERS and before[-1:] in MARKS)
        doubtful = (last in CLOSERS and before[-1:] in "?!") or (len(last) > 1 and last[-1] == ".")
        line = gap(text[one[1] : two[0]]) >= 2
        if line or ((ends or doubtful) and opened[:1].isupper() and one[1] < two[0]):
            parts.append(Part(text[begin : one[1]], text[end:begin], sure))
            begin, end, sure = two[0], one[1], line or not doubtful
    return [*parts, Part(text[begin : words[-1][1]], text[end:begin], sure)]


def joined(parts: list[Part], rng: random.Random, *, noise: bool) -> tuple[str, dict[int, int]]:
    """The text, and which labels stand at the beginnings of its parts."""
    paragraph = " " if noise and rng.random() < LOST_PARAGRAPHS else "\n\n"
    pairs = rng.choice(["", "", "’'“\"”\"‘'", "'’"]) if noise else ""
    table: dict[int, str | None] = {ord(a): b for a, b in zip(pairs[::2], pairs[1::2], strict=True)}
    if noise and rng.random() < LOST_COMMAS:
        table[ord(",")] = None
        if rng.random() < 0.5:
            table |= {ord(c): None for c in "'’"}
    case = rng.random() if noise else 1.0
    text, labels = "", {}
    for part in parts:
        piece = part.text.translate(table).strip()
        if case < LOWER:
            piece = piece.lower()
        elif case < LOWER + UPPER or (noise and rng.random() < 0.01):
            piece = piece.upper()
        if noise and piece[-1:] == "." and rng.random() < 0.01:
            piece = piece[:-1]
        if not piece:
            continue
        if text:
            text += paragraph if "\n" in part.before else part.before
        labels[len(text)] = 1 if part.sure else UNKNOWN
        text += piece
    return text, labels


CUTTER = piecer()


def example(parts: list[Part], rng: random.Random, *, noise: bool, weight: float = 1.0) -> Example:
    text, labels = joined(parts, rng, noise=noise)
    words = find_words(text)
    forms = [text[a:b] for a, b in words]
    rows = np.array([bounds.features(form, CUTTER.word(form)) for form in forms])
    starts = [next((labels[i] for i in range(a, b) if i in labels), 0) for a, b in words]
    gaps = np.minimum(gaps_of(text, words), 3)
    return Example(rows, gaps, np.array(starts), weight)


class Net(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        width = bounds.WIDTH
        self.tables = nn.ModuleList(nn.Embedding(n, width) for n in (*bounds.SIZES, bounds.GAPS))
        for table in self.tables:
            nn.init.normal_(table.weight, std=0.1)
        embeddings = load_file(str(minilm() / "model.safetensors"))
        rows = next(v for k, v in embeddings.items() if k.endswith("word_embeddings.weight"))
        self.register_buffer("words", F.normalize(rows.float(), dim=1), persistent=False)
        self.projection = nn.Linear(2 * rows.shape[1], width, bias=False)
        self.convs = nn.ModuleList(
            nn.Conv1d(width, width, bounds.KERNEL, dilation=d, padding=d * (bounds.KERNEL // 2))
            for d in bounds.DILATIONS
        )
        self.whole, self.out = nn.Linear(width, width), nn.Linear(width, 1)
        self.drop = nn.Dropout(DROP)

    def forward(self, rows: Tensor, gaps: Tensor, mask: Tensor) -> Tensor:
        """(B, W, 6) rows, (B, W) gaps and mask → (B, W) scores."""
        columns = [*rows[..., :-2].unbind(-1), gaps]
        x = sum(table(column) for table, column in zip(self.tables, columns, strict=True))
        x = x + self.projection(self.drop(self.words[rows[..., -2:]].flatten(2)))
        x = self.drop(x) * mask[..., None]
        for i, conv in enumerate(self.convs):
            x = x + self.drop(F.relu(conv(x.transpose(1, 2)).transpose(1, 2)))
            x = x * mask[..., None]
            if i == 0:
                mean = x.sum(1) / mask.sum(1, keepdim=True)
                x = (x + F.relu(self.whole(mean))[:, None]) * mask[..., None]
        return self.out(x).squeeze(-1)


def batches(examples: list[Example], rng: random.Random) -> list[list[Example]]:
    """Crops of at most CROP words, those of like length together."""
    crops = []
    for one in examples:
        at = -rng.randrange(CROP) if len(one.starts) > CROP else 0
        while at < len(one.starts):
            a, b = max(0, at), min(at + CROP, len(one.starts))
            if b - a > 1:
                crops.append(one.crop(a, b))
            at += CROP
    rng.shuffle(crops)
    found: list[list[Example]] = [[]]
    for crop in sorted(crops, key=lambda c: len(c.starts)):
        if (len(found[-1]) + 1) * len(crop.starts) > WORDS_A_STEP:
            found.append([])
        found[-1].append(crop)
    rng.shuffle(found)
    return found


def loss_of(net: Net, group: list[Example]) -> Tensor:
    size = max(len(e.starts) for e in group)
    rows = torch.zeros(len(group), size, group[0].rows.shape[1], dtype=torch.long)
    gaps = torch.zeros(len(group), size, dtype=torch.long)
    gold, mask = torch.full((len(group), size), float(UNKNOWN)), torch.zeros(len(group), size)
    for i, one in enumerate(group):
        n = len(one.starts)
        rows[i, :n], gaps[i, :n] = torch.from_numpy(one.rows), torch.from_numpy(one.gaps)
        gold[i, :n], mask[i, :n] = torch.from_numpy(one.starts), 1.0
    loss = F.binary_cross_entropy_with_logits(net(rows, gaps, mask), gold, reduction="none")
    weight = torch.tensor([e.weight for e in group])[:, None] * (gold >= 0) * (gaps < 3)
    return (loss * weight).sum() / weight.sum().clamp(min=1)


@torch.no_grad()
def score(net: Net, documents: list[list[Part]]) -> float:
    """F1 of whole sentences, both ends right, on texts without noise."""
    net.eval()
    both = ours = true = 0
    for parts in documents:
        one = example(parts, random.Random(0), noise=False)
        rows, gaps = torch.from_numpy(one.rows)[None], torch.from_numpy(one.gaps)[None]
        begins = (net(rows, gaps, torch.ones(gaps.shape))[0] > 0) | (gaps[0] == 3)
        sets = []
        for starts in (np.flatnonzero(begins.numpy()), np.flatnonzero(one.starts == 1)):
            edges = [*starts.tolist(), len(one.starts)]
            sets.append(set(itertools.pairwise(edges)))
        both += len(sets[0] & sets[1])
        ours, true = ours + len(sets[0]), true + len(sets[1])
    net.train()
    return round(200 * both / (ours + true), 2)


def save(net: Net) -> None:
    arrays: dict[str, np.ndarray] = {}

    def keep(name: str, values: np.ndarray, kind: type = np.int8) -> None:
        scale = np.float32(np.abs(values).max() / 127) if kind is np.int8 else np.float32(1)
        arrays[name] = (np.round(values / scale) if kind is np.int8 else values).astype(kind)
        arrays[f"{name}_scale"] = scale

    tables = [t.weight.detach().numpy() for t in net.tables]
    for i, table in enumerate(tables[:-1]):
        keep(f"table{i}", table)
    keep("gaps", tables[-1])
    keep("projection", net.projection.weight.detach().numpy().T)
    for i, conv in enumerate(net.convs):
        weight = conv.weight.detach().numpy()  # (out, in, kernel) → (kernel * in, out)
        keep(f"conv{i}", weight.transpose(2, 1, 0).reshape(-1, bounds.WIDTH))
        keep(f"conv{i}_bias", conv.bias.detach().numpy(), np.float32)
    keep("whole", net.whole.weight.detach().numpy().T)
    keep("whole_bias", net.whole.bias.detach().numpy(), np.float32)
    keep("out", net.out.weight.detach().numpy()[0], np.float32)
    keep("out_bias", net.out.bias.detach().numpy(), np.float32)
    save_bounds(**arrays)


def main() -> None:
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    rng = random.Random(SEED)
    banks = treebank("ud-ewt", "train") + treebank("gum", "train")
    dev = {name: treebank(name, "dev") for name in ("ud-ewt", "gum")}
    reports = news()
    net = Net()
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=0.01)
    for epoch in range(EPOCHS):
        data = [example(parts, rng, noise=rng.random() < NOISY) for parts in banks]
        for parts in rng.sample(reports, round(NEWS_SHARE * len(reports))):
            data.append(example(parts, rng, noise=True, weight=NEWS_WEIGHT))
        groups, total = batches(data, rng), 0.0
        for i, group in enumerate(groups):
            done = (epoch + i / len(groups)) / EPOCHS
            for part in optimizer.param_groups:
                part["lr"] = RATE * min(1.0, 20 * done) * (1 - done) + 1e-5
            loss = loss_of(net, group)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item()
        figures = {name: score(net, documents) for name, documents in dev.items()}
        print(epoch + 1, round(total / len(groups), 5), figures, flush=True)
    save(net)


if __name__ == "__main__":
    main()
