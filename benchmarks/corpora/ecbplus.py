"""ECB+: events that several reports tell of, with coreference across reports.

Only the validated sentences (ECBplus_coreference_sentences.csv) are meant to be scored; a
mention says whether it stands in one. Topics are numbers; a topic holds two different stories,
told apart by the ending of a report's name ("ecb", "ecbplus").
"""

from __future__ import annotations

import csv
from dataclasses import dataclass

from benchmarks.corpora import cat, corpus_path
from benchmarks.corpora.spans import CorpusSpan

TRAIN = (1, 3, 4, *range(6, 12), 13, 14, 16, 17, 19, 20, 22, *range(24, 34))
DEV = (2, 5, 12, 18, 21, 23, 34, 35)


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of an event ("ACTION_…", "NEG_ACTION_…"), a time, a place or a participant.

    ``instance`` is the thing meant, across reports; a mention in no chain has one of its own.
    ``validated`` tells whether its sentence was checked for coreference.
    """

    id: str
    spans: tuple[CorpusSpan, ...]
    tag: str
    sentence: int
    instance: str
    validated: bool

    @property
    def is_event(self) -> bool:
        """Whether it is a mention of an event."""
        return "ACTION" in self.tag


@dataclass(frozen=True, slots=True)
class Document:
    """``story`` is the topic with which of its two stories is told: "12ecb", "12ecbplus"."""

    name: str
    topic: int
    story: str
    text: str
    mentions: tuple[Mention, ...]

    def events(self) -> tuple[Mention, ...]:
        """The validated mentions of events, which are what is scored."""
        return tuple(m for m in self.mentions if m.is_event and m.validated)


def documents(part: str) -> list[Document]:
    """The reports of the "train" or the "dev" topics, by topic and name."""
    if part not in ("train", "dev"):
        raise ValueError(f"part is {part!r}; it must be 'train' or 'dev'")
    checked = _validated()
    found = []
    for topic in TRAIN if part == "train" else DEV:
        folder = corpus_path("ecb+") / str(topic)  # a topic may be wanting: it gives nothing
        for path in sorted(folder.glob("*.xml"), key=lambda p: (len(p.stem), p.stem)):
            found.append(_document(cat.read(path), topic, checked))
    return found


def _validated() -> set[tuple[int, str, int]]:
    """The checked sentences as (topic, the file's name behind the topic, sentence)."""
    with corpus_path("ecb+", "ECBplus_coreference_sentences.csv").open(newline="") as handle:
        return {
            (int(row["Topic"]), row["File"], int(row["Sentence Number"]))
            for row in csv.DictReader(handle)
        }


def _document(file: cat.CatFile, topic: int, checked: set[tuple[int, str, int]]) -> Document:
    rest = file.name.partition("_")[2]
    referents = file.referents("CROSS_DOC_COREF")
    local = file.referents("INTRA_DOC_COREF")
    mentions = []
    for id_, element in file.markables.items():
        spans = file.spans(element)
        if not spans:
            continue
        sentence = file.sentence(element)
        if id_ in referents:
            instance = referents[id_].get("instance_id", "")
        elif id_ in local:
            instance = f"{file.name}:{local[id_].get('m_id', '')}"
        else:
            instance = f"{file.name}:{id_}:alone"
        validated = (topic, rest, sentence) in checked
        mentions.append(Mention(id_, spans, element.tag, sentence, instance, validated))
    mentions.sort(key=lambda m: (m.spans, m.id))
    story = f"{topic}{'ecbplus' if rest.endswith('plus') else 'ecb'}"
    return Document(file.name, topic, story, file.text, tuple(mentions))
