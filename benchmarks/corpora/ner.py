"""Names by kind in tokenised sentences: GMB, WikiGold and WNUT-17.

Each gives sentences of tokens with BIO kinds and a rebuilt text with each token's offsets (see
``detokenize``). GMB's kinds are geo, gpe, org, per, tim, art, eve and nat, where "gpe" is a
nationality for the most part; WikiGold's are PER, ORG, LOC and MISC; WNUT-17's are person,
location, corporation, group, product and creative-work.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpora import corpus_path
from benchmarks.corpora.detokenize import detokenize
from benchmarks.corpora.spans import CorpusSpan

FILES = {"gmb": "gmb.conll", "wikigold": "wikigold.conll", "wnut17": "wnut17.train.conll"}


@dataclass(frozen=True, slots=True)
class Entity:
    """A name: ``text[start:end]``, tokens ``[first, last]`` with both included."""

    kind: str
    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """``tags`` are BIO ("B-org", "I-org", "O"), one a token; ``spans`` are in ``text``."""

    tokens: tuple[str, ...]
    tags: tuple[str, ...]
    text: str
    spans: tuple[CorpusSpan, ...]
    entities: tuple[Entity, ...]


def sentences(corpus: str) -> list[Sentence]:
    """The sentences of "gmb", "wikigold" or "wnut17", in the order of the file."""
    if corpus not in FILES:
        raise ValueError(f"corpus is {corpus!r}; it must be one of {', '.join(FILES)}")
    return list(read(corpus_path("ner", FILES[corpus])))


def read(path: Path) -> Iterator[Sentence]:
    """The sentences of a file with a token a line, its kind in the last column."""
    tokens: list[str] = []
    tags: list[str] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        columns = line.split()
        if columns and columns[0] != "-DOCSTART-":
            tokens.append(columns[0])
            tags.append(columns[-1])
        elif tokens:
            yield build(tokens, tags)
            tokens, tags = [], []
    if tokens:
        yield build(tokens, tags)


def build(tokens: list[str], tags: list[str]) -> Sentence:
    """A sentence of tokens with BIO or IO kinds; the latter come out as BIO."""
    fixed = bio(tags)
    text, spans = detokenize(tokens)
    entities = []
    for i, tag in enumerate(fixed):
        if not tag.startswith("B-"):
            continue
        last = i
        while last + 1 < len(fixed) and fixed[last + 1].startswith("I-"):
            last += 1
        entities.append(Entity(tag[2:], spans[i].start, spans[last].end, i, last))
    return Sentence(tuple(tokens), tuple(fixed), text, spans, tuple(entities))


def bio(tags: list[str]) -> list[str]:
    """``tags`` with a B- wherever a name begins: an I- that continues nothing becomes one."""
    fixed: list[str] = []
    for tag in tags:
        before = fixed[-1] if fixed else "O"
        if tag.startswith("I-") and before[2:] != tag[2:]:
            tag = "B-" + tag[2:]
        fixed.append(tag)
    return fixed
