"""Fits what each observation about a pronoun and a candidate for it is worth.

    PYTHONPATH=src:. python training/fit_pronouns.py

Reads GUM's training part with its own trees (a minute), and writes
src/onrecord/lexicons/actors/pronouns.toml. A softmax over the candidates of each pronoun and "none
of these"; every candidate that GUM puts into the pronoun's chain is right. Pronouns before it are
resolved as GUM has them. Conversations, vlogs and podcasts are left out: nobody reports there.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

import numpy as np

from benchmarks.corpora import ud
from onrecord.extract.actors.find import gather
from onrecord.extract.actors.mentions.mention import Mention
from onrecord.extract.actors.reference.pronouns import PronounOptions, Pronouns
from onrecord.extract.actors.reference.speech import Speech
from onrecord.extract.actors.reference.weights import weights
from onrecord.extract.actors.trees.syntax import Syntax
from onrecord.extract.actors.trees.tables import tables
from onrecord.model.analysis import Analysis, Name, NameKind, Sentence, Token

OUT = Path(__file__).parents[1] / "src/onrecord/lexicons/actors/pronouns.toml"
LEFT_OUT = ("conversation", "vlog", "podcast")
KINDS: dict[str, NameKind] = {"person": "PER", "organization": "ORG", "place": "GPE"}
WORDS = {"m": "he", "f": "he", "n": "it"}
BY_HAND = ("last_source", "speaker_indirect", "speaker_direct", "none_source")
STEPS, RATE, DECAY = 400, 0.05, 1e-3

Example = tuple[list[dict[str, float]], list[bool]]
"""A pronoun: what is observed of each candidate, and whether it is right."""


def analysis(document: ud.Document) -> Analysis:
    """GUM's own trees; the runs of proper nouns that head its mentions are the names."""
    sentences, names = [], []
    for number, sentence in enumerate(document.sentences):
        base = sentence.start
        tokens = tuple(
            Token(base + t.start, base + t.end, t.form, t.lemma, t.upos, t.head, t.deprel)
            for t in sentence.tokens
        )
        sentences.append(Sentence(base, base + len(sentence.text), number, tokens))
        mentions = [m for m in document.mentions if m.sentence == number and m.type in KINDS]
        taken: set[int] = set()
        for mention in sorted(mentions, key=lambda m: m.last - m.first):
            run = proper_run(tokens, mention)
            if run and not taken & set(run):
                taken |= set(run)
                kind = KINDS[mention.type]
                names.append(Name(tokens[run[0]].start, tokens[run[-1]].end, kind, 1.0))
    return Analysis(document.text, tuple(sentences), tuple(sorted(names, key=lambda n: n.start)))


def proper_run(tokens: tuple[Token, ...], mention: ud.Mention) -> range | None:
    """The proper nouns around a mention's head, its titles left out."""
    inside = range(mention.first, mention.last + 1)
    head = next((i for i in inside if tokens[i].head not in inside), mention.last)
    if tokens[head].upos != "PROPN":
        return None
    first = last = head
    while first > mention.first and (
        tokens[first - 1].upos == "PROPN" and tokens[first - 1].deprel != "nmod:desc"
    ):
        first -= 1
    while last < mention.last and (
        tokens[last + 1].upos == "PROPN" or tokens[last + 1].text == "-"
    ):
        last += 1
    return range(first, last + 1)


class Teacher(Pronouns):
    """Resolves pronouns as GUM does, and notes what could be observed."""

    def teach(self, document: ud.Document, examples: dict[str, list[Example]]) -> None:
        self.examples = examples
        self.spans = {(m.start, m.end): m.group for m in document.mentions}
        self.groups: dict[int, int] = {}
        bases = np.cumsum([0, *(len(s.tokens) for s in document.sentences)])
        for m in sorted(document.mentions, key=lambda m: m.start - m.end):
            tokens = document.sentences[m.sentence].tokens
            inside = range(m.first, m.last + 1)
            head = next((i for i in inside if tokens[i].head not in inside), m.last)
            self.groups[int(bases[m.sentence]) + head] = m.group
        self.resolve()

    def group(self, mention: Mention) -> int | None:
        if mention.form == "joint":
            return self.spans.get((mention.start, mention.end))
        return self.groups.get(mention.head)

    def antecedent(self, mention: Mention) -> Mention | None:
        if mention.gender in ("1", "2", "r") or mention.core.endswith(("self", "selves")):
            return super().antecedent(mention)
        group, seen, first = self.group(mention), set(), None
        rows, right = [], []
        for other, entity in self.candidates(mention):
            seen.add(id(entity))
            order = min(len(seen), 2)
            rows.append(self.observer.observe(mention, other, entity, order=order))
            right.append(group is not None and self.group(other) == group)
            if right[-1] and first is None:
                first = other
        if rows:
            self.examples[WORDS.get(mention.gender or "", "they")].append((rows, right))
        return first


def collect(split: str) -> dict[str, list[Example]]:
    """The pronouns of a part, by the word that stands for their class."""
    examples: dict[str, list[Example]] = defaultdict(list)
    for document in ud.documents("gum", split):
        if document.genre not in LEFT_OUT:
            syntax = Syntax(analysis(document), tables().words)
            entities = gather(syntax, [], tables())
            speech = Speech(entities, syntax)
            Teacher(entities, syntax, speech, PronounOptions()).teach(document, examples)
    return examples


def matrices(examples: list[Example], names: list[str]) -> list[tuple[np.ndarray, np.ndarray]]:
    """For each pronoun a row a candidate and one for "none", and which rows are right."""
    place = {name: i for i, name in enumerate(names)}
    built = []
    for rows, right in examples:
        seen = np.zeros((len(rows) + 1, len(names)))  # Shape: (candidates + 1, observations)
        for i, row in enumerate(rows):
            for name, value in row.items():
                if name in place:
                    seen[i, place[name]] = value
        seen[-1, place["none"]] = 1.0
        built.append((seen, np.array([*right, not any(right)], dtype=float)))
    return built


def fit(examples: list[Example]) -> dict[str, float]:
    """The weights that make the right candidates likeliest, by Adam from zero."""
    names = [*sorted({name for rows, _ in examples for row in rows for name in row}), "none"]
    data = matrices(examples, names)
    worth, mean, square = (np.zeros(len(names)) for _ in range(3))
    for step in range(1, STEPS + 1):
        gradient = DECAY * worth
        for seen, right in data:
            odds = np.exp(seen @ worth - (seen @ worth).max())
            wanted = odds * right
            gradient += seen.T @ (odds / odds.sum() - wanted / max(wanted.sum(), 1e-12)) / len(data)
        mean = 0.9 * mean + 0.1 * gradient
        square = 0.99 * square + 0.01 * gradient**2
        worth -= RATE * mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return {name: round(float(value), 2) + 0.0 for name, value in zip(names, worth, strict=True)}


def accuracy(examples: list[Example], worth: dict[str, float]) -> float:
    """How often the likeliest candidate, or "none", is right."""
    data = matrices(examples, list(worth))
    values = np.array(list(worth.values()))
    return float(np.mean([right[int(np.argmax(seen @ values))] for seen, right in data]))


def main() -> None:
    train, develop = collect("train"), collect("dev")
    speech = weights()["he"]
    lines = [
        "# What each observation about a pronoun and a candidate for it is worth, in natural",
        '# logarithms of odds; "none" is the score of "none of these". Written by',
        "# training/fit_pronouns.py from GUM's training part, but for [speech], which is set by",
        "# hand: GUM's trees do not say who speaks.",
        "",
        "[speech]",
        *(f"{name} = {speech[name]}" for name in BY_HAND),
    ]
    for word in ("he", "it", "they"):
        worth = fit(train[word])
        lines += ["", f"[{word}]", *(f"{name} = {value}" for name, value in worth.items())]
        counts = f"{len(train[word])} and {len(develop[word])} pronouns"
        right = [f"{accuracy(part[word], worth):.3f}" for part in (train, develop)]
        print(f"{word}: right on train {right[0]}, dev {right[1]} ({counts})", file=sys.stderr)
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
