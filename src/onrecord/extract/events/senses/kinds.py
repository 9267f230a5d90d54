"""What passes between two parties, by the words between them: PLOVER's class, with how sure.

A logistic regression over the meaning of the words between the parties (the mean of their states,
``model.meaning``) and what the word lists found in the sentence. ``training/plover.py`` makes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock
from typing import cast

import numpy as np
import numpy.typing as npt

from onrecord.errors import ModelError
from onrecord.extract.events.clauses.text import Text
from onrecord.model.meaning import WIDTH, Meaning
from onrecord.model.network import WEIGHTS
from onrecord.records import EventType

Floats = npt.NDArray[np.float32]

KINDS = (
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "NONE",
    "PROTEST", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN", "YIELD",
)  # fmt: skip
"""YIELD is CONCEDE or RETREAT, which the words for it tell apart; NONE is no event."""
_YIELD = frozenset({"CONCEDE", "RETREAT"})
SIGNS = 5
SIZE = WIDTH + 4 * len(KINDS) + SIGNS


def kind_of(type_: str) -> str:
    """A PLOVER type as the classes have it."""
    return "YIELD" if type_ in _YIELD else type_


@dataclass(frozen=True, slots=True)
class Told:
    """An event that the word lists found: its type, first token, parties' tokens and status."""

    type: str
    at: int
    actor: frozenset[int]
    recipient: frozenset[int]
    status: str


@dataclass(frozen=True, slots=True)
class Pair:
    """The tokens of who acts and of who is acted on."""

    source: frozenset[int]
    target: frozenset[int]


class States:
    """The word states of one text's sentences, each made when it is first asked for."""

    def __init__(self, text: Text, meaning: Meaning) -> None:
        self._text = text
        self._meaning = meaning
        self._known: dict[int, Floats] = {}

    def of(self, tokens: Iterable[int]) -> Floats:
        """(N, 384), a row a token."""
        syntax = self._text.syntax
        rows = []
        for index in tokens:
            number = syntax.sentences[index]
            low, high = syntax.bounds[number]
            if number not in self._known:
                words = [token.text for token in syntax.tokens[low:high]]
                self._known[number] = self._meaning.states(words)
            rows.append(self._known[number][index - low])
        return np.stack(rows)


def observe(text: Text, states: States, told: Sequence[Told], pair: Pair) -> Floats:
    """What the classifier sees of a pair, (SIZE,): state, what is told, order and mood."""
    seen = np.zeros(SIZE, dtype=np.float32)
    ends = pair.source | pair.target
    between = [i for i in range(min(ends), max(ends) + 1) if i not in ends]
    seen[:WIDTH] = states.of(between or sorted(ends)).mean(0)
    best, most = None, -1
    for event in told:
        fit = bool(event.actor & pair.source) + bool(event.recipient & pair.target)
        seen[WIDTH + (1 + fit) * len(KINDS) + KINDS.index(kind_of(event.type))] = 1.0
        if fit > most:
            best, most = event, fit
    kind = kind_of(best.type) if best is not None else "NONE"
    seen[WIDTH + KINDS.index(kind)] = 1.0
    seen[-SIGNS:] = (
        min(pair.target) < min(pair.source),
        best is not None and best.status == "planned",
        best is not None and best.status in ("hypothetical", "threatened"),
        best is not None and best.status == "denied",
        any(text.syntax.word(i) in ("not", "n't", "no", "never") for i in between),
    )
    return seen


class Kinds:
    """Judges pairs with one set of weights; loads the encoder when it is first needed."""

    def __init__(self, weights: Path = WEIGHTS, *, head: Path | None = None) -> None:
        """``head`` is the classifier's file where it is not the one beside the encoder."""
        path = head or weights / "plover.npz"
        if not path.exists():
            raise ModelError(f"the reading model's file {path} is missing; reinstall onrecord")
        with np.load(path) as data:
            self._weight = data["weight"].astype(np.float32)  # Shape: (SIZE, classes)
            self._bias = data["bias"].astype(np.float32)
            self._mean, self._scale = data["mean"], data["scale"]
            self._retreat = data["retreat"].astype(np.float32)  # Shape: (WIDTH + 1,)
        if self._weight.shape != (SIZE, len(KINDS)):
            raise ModelError(f"{path} is of another version of onrecord; reinstall it")

    def weigh(self, seen: Floats) -> Mapping[str, float]:
        """The probability of each class for a pair, by what ``observe`` gave of it."""
        scores = ((seen - self._mean) * self._scale) @ self._weight + self._bias
        odds = np.exp(scores - scores.max())
        return dict(zip(KINDS, (odds / odds.sum()).tolist(), strict=True))

    def type_of(self, kind: str, seen: Floats) -> EventType:
        """The PLOVER type of a class: of YIELD, the deed (RETREAT) or the word (CONCEDE)."""
        if kind != "YIELD":
            return cast(EventType, kind)
        state = (seen[:WIDTH] - self._mean[:WIDTH]) * self._scale[:WIDTH]
        return "RETREAT" if state @ self._retreat[:-1] + self._retreat[-1] > 0 else "CONCEDE"


def states_of(text: Text) -> States:
    """A text's states, by the encoder that the process shares."""
    return States(text, meaning())


_LOADING = Lock()


def meaning() -> Meaning:
    """The encoder, loaded once a process."""
    with _LOADING:
        return _meaning()


@cache
def _meaning() -> Meaning:
    return Meaning()


@cache
def kinds() -> Kinds:
    """The shipped classifier, loaded once a process."""
    return Kinds()
