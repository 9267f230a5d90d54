"""Corpora → sentences with labels for the heads that each can teach.

Every corpus keeps its own convention in a head of its own ("gmb", "re3d", …): a sentence gives
labels only to the heads its corpus annotates, and the others learn nothing from it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from benchmarks.corpora import geo, ner, re3d, timeml, ud, wikiwars
from onrecord.model.heads import HEADS, RELATIONS, UPOS
from onrecord.model.pieces import gaps_of
from onrecord.model.sentences import split_sentences
from onrecord.model.words import find_words

HELD_OUT_EVERY = 5
"""Every fifth document by name, the first included, teaches nothing where a corpus has no
development part of its own."""


@dataclass(slots=True)
class Labelled:
    """A sentence. ``tags`` gives per head one label a word (-100: not labelled)."""

    words: list[str]
    gaps: list[int]
    tags: dict[str, list[int]] = field(default_factory=dict)
    heads: list[int] | None = None
    relations: list[int] | None = None


def sentences_of(text: str) -> list[list[tuple[int, int]]]:
    words = find_words(text)
    return [words[a:b] for a, b, _ in split_sentences(text, words)]


def spans_to_tags(
    words: Sequence[tuple[int, int]], spans: Iterable[tuple[int, int, str]], head: str
) -> list[int]:
    """BIO labels of ``head`` for the words that overlap each span."""
    labels = HEADS[head]
    tags = [0] * len(words)
    for start, end, kind in spans:
        if f"B-{kind}" not in labels:
            continue
        inside = [i for i, (a, b) in enumerate(words) if a < end and b > start]
        if inside and not any(tags[i] for i in inside):
            for i in inside:
                tags[i] = labels.index(f"I-{kind}")
            tags[inside[0]] = labels.index(f"B-{kind}")
    return tags


def from_text(text: str, spans: Sequence[tuple[int, int, str]], head: str) -> list[Labelled]:
    found = []
    for words in sentences_of(text):
        begin, end = words[0][0], words[-1][1]
        near = [s for s in spans if s[0] < end and s[1] > begin]
        tags = {head: spans_to_tags(words, near, head)}
        found.append(Labelled([text[a:b] for a, b in words], gaps_of(text, words), tags))
    return found


def universal(corpus: str, split: str) -> list[Labelled]:
    """UD trees, with GUM's mentions as the kind of thing that each mention's head is."""
    found = []
    for document in ud.documents(corpus, split):
        mentions: dict[int, list[ud.Mention]] = {}
        for mention in document.mentions:
            mentions.setdefault(mention.sentence, []).append(mention)
        for number, sentence in enumerate(document.sentences):
            found.append(_tree(sentence, mentions.get(number, []), corpus == "gum"))
    return found


def _tree(sentence: ud.Sentence, mentions: list[ud.Mention], kinds: bool) -> Labelled:
    tokens = sentence.tokens
    offsets = [(t.start, t.end) for t in tokens]
    words = [t.form for t in tokens]
    gaps = [3, *(min(1, max(0, b[0] - a[1])) for a, b in itertools.pairwise(offsets))]
    one = Labelled(words, gaps)
    one.heads = [t.head + 1 for t in tokens]  # 0 is the root
    one.relations = [RELATIONS.index(t.deprel) if t.deprel in RELATIONS else -100 for t in tokens]
    one.tags["upos"] = [UPOS.index(t.upos) if t.upos in UPOS else -100 for t in tokens]
    if kinds:
        labels = HEADS["thing"]
        tags = [0] * len(tokens)
        for m in sorted(mentions, key=lambda m: m.first - m.last):
            head = _head(tokens, m.first, m.last)
            if m.type in labels:
                tags[head] = labels.index(m.type)
        one.tags["thing"] = tags
    return one


def _head(tokens: Sequence[ud.Token], first: int, last: int) -> int:
    for i in range(first, last + 1):
        if not first <= tokens[i].head <= last:
            return i
    return last


def names(corpus: str) -> list[Labelled]:
    found = []
    for sentence in ner.sentences(corpus):
        words = find_words(sentence.text)
        if not words:
            continue
        spans = [(e.start, e.end, e.kind) for e in sentence.entities]
        tags = {corpus: spans_to_tags(words, spans, corpus)}
        found.append(
            Labelled([sentence.text[a:b] for a, b in words], gaps_of(sentence.text, words), tags)
        )
    return found


def training_part(documents: Sequence[object]) -> list[object]:
    return [d for i, d in enumerate(documents) if i % HELD_OUT_EVERY]


def entities_re3d() -> list[Labelled]:
    found = []
    for d in training_part(sorted(re3d.documents(), key=lambda d: d.id)):
        found += from_text(d.text, [(e.start, e.end, e.type) for e in d.entities], "re3d")
    return found


def toponyms(corpus: str) -> list[Labelled]:
    """Sentences of local and of international news with every toponym marked."""
    found = []
    for a in training_part(geo.articles(corpus)):
        found += from_text(a.text, [(t.start, t.end, "place") for t in a.toponyms], "topo")
    return found


def times_and_events() -> list[Labelled]:
    found = []
    for d in timeml.split("train"):
        times = [(t.start, t.end, t.type) for t in d.timexes]
        for words in sentences_of(d.text):
            one = Labelled([d.text[a:b] for a, b in words], gaps_of(d.text, words))
            begin, end = words[0][0], words[-1][1]
            near = [t for t in times if t[0] < end and t[1] > begin]
            one.tags["time"] = spans_to_tags(words, near, "time")
            _events(one, words, [e for e in d.events if e.start < end and e.end > begin])
            found.append(one)
    return found


def _events(one: Labelled, words: list[tuple[int, int]], events: list[timeml.Event]) -> None:
    classes = [0] * len(words)
    tenses, negative = [-100] * len(words), [-100] * len(words)
    for event in events:
        inside = [i for i, (a, b) in enumerate(words) if a < event.end and b > event.start]
        if not inside or event.cls not in HEADS["event"]:
            continue
        i = inside[-1]
        classes[i] = HEADS["event"].index(event.cls)
        if event.tense in HEADS["tense"]:
            tenses[i] = HEADS["tense"].index(event.tense)
        negative[i] = int(event.polarity == "NEG")
    one.tags.update(event=classes, tense=tenses, negative=negative)


def narrative_times() -> list[Labelled]:
    found = []
    for d in training_part(wikiwars.documents()):
        found += from_text(d.text, [(t.start, t.end, t.type) for t in d.timexes], "time")
    return found
