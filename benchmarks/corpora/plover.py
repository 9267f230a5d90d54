"""PLV and AW: sentences with a marked source and target and the class of what passes between.

PLV's ``YIELD`` is our CONCEDE or RETREAT. AW's classes are those of ACE and WikiEvents, with a
judgement of whether the marked pair stands in the event at all.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpora import corpus_path
from benchmarks.corpora.spans import CorpusSpan

FOLDS = 5
PLV_ROOTS = (
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST",
    "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN", "YIELD",
)  # fmt: skip
_MARK = re.compile(r"<(/?)([st])>")


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence, who acts in it and on whom. A role may be marked in several places or none."""

    id: str
    text: str
    source: tuple[CorpusSpan, ...]
    target: tuple[CorpusSpan, ...]
    root: str
    fold: int


@dataclass(frozen=True, slots=True)
class PairCase:
    """AW's: the event's ``trigger`` as a word, its ``type``, and whether the pair is in it."""

    id: str
    corpus: str
    text: str
    source: tuple[CorpusSpan, ...]
    target: tuple[CorpusSpan, ...]
    trigger: str
    type: str
    holds: bool


def plv() -> list[Case]:
    """PLV's sentences in the order of the file, each in one of five folds.

    The folds are dealt out within each class in the order of the sentences' ids, so that every
    fold has each class in its share; rows of one sentence share a fold.
    """
    rows = list(_rows(corpus_path("plover", "PLV_train.tsv")))
    classes: dict[str, str] = {}
    for row in rows:
        classes.setdefault(row["sentence_id"], row["gold_root"])
    dealt = sorted(classes, key=lambda id_: (classes[id_], int(id_)))
    folds = {id_: i % FOLDS for i, id_ in enumerate(dealt)}
    cases = []
    for row in rows:
        text, marks = unmark(row["marked_sentence"])
        id_ = row["sentence_id"]
        cases.append(Case(id_, text, marks["s"], marks["t"], row["gold_root"], folds[id_]))
    return cases


def fold(number: int) -> tuple[list[Case], list[Case]]:
    """The training and the test cases of one of the five folds, counted from 0."""
    cases = plv()
    return [c for c in cases if c.fold != number], [c for c in cases if c.fold == number]


def aw() -> list[PairCase]:
    """AW's sentences in the order of the file."""
    cases = []
    for row in _rows(corpus_path("plover", "AW_train.tsv")):
        text, marks = unmark(row["marked_sentence"])
        cases.append(
            PairCase(
                id=row["uid"],
                corpus=row["dataset"],
                text=text,
                source=marks["s"],
                target=marks["t"],
                trigger=row["trigger"],
                type=row["event_type"],
                holds=row["gold_binary"] == "1",
            )
        )
    return cases


def unmark(marked: str) -> tuple[str, dict[str, tuple[CorpusSpan, ...]]]:
    """The text without its ``<s>`` and ``<t>`` marks, and the spans that each marked."""
    text, cursor = "", 0
    opened: dict[str, int] = {}
    spans: dict[str, list[CorpusSpan]] = {"s": [], "t": []}
    for match in _MARK.finditer(marked):
        text += marked[cursor : match.start()]
        cursor = match.end()
        closing, role = match.groups()
        if not closing:
            opened[role] = len(text)
        elif role in opened:
            start = opened.pop(role)
            words = text[start:]
            start += len(words) - len(words.lstrip())
            if words.strip():
                spans[role].append(CorpusSpan(start, start + len(words.strip())))
    return text + marked[cursor:], {role: tuple(found) for role, found in spans.items()}


def _rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a table; its quotes are part of the sentences."""
    with path.open(encoding="utf-8", newline="") as handle:
        yield from csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE)
