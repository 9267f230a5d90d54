"""What the reading model says of a text: the input of every extractor.

All offsets are code points of the report's text, half-open. Nothing here is a claim about the
world yet: it is syntax, names, time expressions, event words and attribution as tagged.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

NameKind = Literal["PER", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "MISC"]
"""GPE is a country, region or town; LOC a natural place; NORP a nationality, creed or party."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word. ``head`` is the index of its head in the sentence, -1 for the root."""

    start: int
    end: int
    text: str
    lemma: str
    upos: str
    head: int
    deprel: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; ``paragraph`` counts the text's paragraphs from 0."""

    start: int
    end: int
    paragraph: int
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written, without title or determiner."""

    start: int
    end: int
    kind: NameKind
    score: float


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression as tagged; its value is the extractor's work."""

    start: int
    end: int
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    score: float


@dataclass(frozen=True, slots=True)
class Trigger:
    """An event word. ``cls`` is TimeML's class; polarity and certainty are FactBank's."""

    start: int
    end: int
    cls: str
    polarity: Literal["positive", "negative"]
    certainty: Literal["certain", "probable", "possible", "unknown"]
    tense: str
    score: float


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said what, as spans ``(start, end)``. ``source`` may be missing, ``content`` empty."""

    source: tuple[int, int] | None
    cue: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]
    score: float


@dataclass(frozen=True, slots=True)
class Analysis:
    """One text as the model reads it.

    ``toponyms`` are place names wherever they stand, inside other names too ("Kentucky State
    Police"), with nationalities among them; they may overlap ``names``.
    """

    text: str
    sentences: tuple[Sentence, ...] = ()
    names: tuple[Name, ...] = ()
    times: tuple[TimeMention, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    toponyms: tuple[Name, ...] = ()

    def mended(self, mend: Callable[[Sentence], Sentence]) -> Analysis:
        """The analysis with each sentence as ``mend`` gives it back."""
        return replace(self, sentences=type(self.sentences)(map(mend, self.sentences)))
