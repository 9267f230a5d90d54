"""CAT, the stand-off XML of MEANTIME and ECB+: tokens, markables over them, relations.

The text is rebuilt from the tokens (see ``detokenize``), a line a sentence.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.corpora.detokenize import detokenize
from benchmarks.corpora.spans import CorpusSpan


@dataclass(frozen=True, slots=True)
class Word:
    """A token: ``text[start:end]`` of the document, in sentence ``sentence`` counted from 0."""

    id: str
    sentence: int
    start: int
    end: int


@dataclass(slots=True)
class CatFile:
    """One file. ``markables`` have words; ``instances`` are what coreference points to."""

    name: str
    text: str
    words: tuple[Word, ...]
    markables: dict[str, ET.Element] = field(default_factory=dict)
    instances: dict[str, ET.Element] = field(default_factory=dict)
    relations: list[ET.Element] = field(default_factory=list)

    def spans(self, markable: ET.Element) -> tuple[CorpusSpan, ...]:
        """The spans of a markable: its words, those that follow each other joined."""
        anchors = {anchor.get("t_id", "") for anchor in markable.iter("token_anchor")}
        spans: list[CorpusSpan] = []
        last = -2
        for i, word in enumerate(self.words):
            if word.id not in anchors:
                continue
            if i == last + 1:
                spans[-1] = CorpusSpan(spans[-1].start, word.end)
            else:
                spans.append(CorpusSpan(word.start, word.end))
            last = i
        return tuple(spans)

    def sentence(self, markable: ET.Element) -> int:
        """The sentence of a markable's first word, -1 where it has none."""
        anchors = {anchor.get("t_id", "") for anchor in markable.iter("token_anchor")}
        return next((word.sentence for word in self.words if word.id in anchors), -1)

    def referents(self, *kinds: str) -> dict[str, ET.Element]:
        """What each markable refers to, by relations of ``kinds``: the instance pointed at."""
        found: dict[str, ET.Element] = {}
        for relation in self.relations:
            target = relation.find("target")
            if relation.tag not in kinds or target is None:
                continue
            instance = self.instances.get(target.get("m_id", ""))
            if instance is None:
                continue
            for source in relation.iter("source"):
                found.setdefault(source.get("m_id", ""), instance)
        return found


def read(path: Path) -> CatFile:
    """Read one file of either corpus."""
    root = ET.parse(path).getroot()
    text, words = _text(root)
    file = CatFile(path.stem, text, words)
    markables = root.find("Markables")
    for element in markables if markables is not None else ():
        id_ = element.get("m_id", "")
        if element.find("token_anchor") is not None:
            file.markables[id_] = element
        else:
            file.instances[id_] = element
    relations = root.find("Relations")
    file.relations.extend(relations if relations is not None else ())
    return file


def _text(root: ET.Element) -> tuple[str, tuple[Word, ...]]:
    """The rebuilt text and its words."""
    sentences: dict[int, list[ET.Element]] = {}
    for token in root.iter("token"):
        sentences.setdefault(int(token.get("sentence", "0")), []).append(token)
    text = ""
    words = []
    for number in sorted(sentences):
        tokens = sentences[number]
        if text:
            text += "\n"
        line, spans = detokenize([(token.text or "").strip() or "_" for token in tokens])
        for token, span in zip(tokens, spans, strict=True):
            at = len(text)
            words.append(Word(token.get("t_id", ""), number, at + span.start, at + span.end))
        text += line
    return text, tuple(words)
