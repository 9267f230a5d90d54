"""Event coreference across reports: ECB+'s development topics.

The documents are clustered by the program or as the corpus has them; the mentions are the corpus's
or the program's own event words. The baseline takes mentions whose heads have one lemma for one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from benchmarks import system
from benchmarks.corpora import ecbplus
from benchmarks.score.coref import CorefScore, clusters_of
from benchmarks.score.crossdoc import CrossMention, same_head_lemma, score
from benchmarks.tasks.base import Options, Result, limited, percent
from onrecord.compare.scored.chains import scorer
from onrecord.compare.scored.mentions import Surroundings, Telling, telling
from onrecord.compare.scored.stories import Floats, likeness, stories

BEST = {
    "topics": "baseline 73.1 (test topics)",
    "program": "baseline 77.4 (test topics); with a cross-encoder above 85",
}
BASELINE = "same head lemma, CoNLL F1"


@dataclass(slots=True)
class Read:
    """A part of ECB+ as read: its texts, and for each scored mention how it is told, its name and
    its true event. ``own`` are the program's mentions, named as the true one that they overlap."""

    documents: list[ecbplus.Document]
    texts: list[str]
    tellings: list[Telling]
    names: list[tuple[str, str]]
    instances: list[str]
    own: list[tuple[tuple[str, str], Telling]]


def read(part: str, options: Options | None = None) -> Read:
    """The "train" or the "dev" topics, analysed."""
    documents = list(limited(ecbplus.documents(part), options or Options()))
    found = Read(documents, [d.text for d in documents], [], [], [], [])
    given = [system.Given(text) for text in found.texts]
    for number, (document, (analysis, record)) in enumerate(
        zip(documents, system.records(given), strict=True)
    ):
        around = Surroundings(
            tuple((t.span.start, t.value) for t in record.times),
            tuple((p.span.start, p.name) for p in record.places),
        )
        scored = []
        for m in document.events():
            start, end = m.spans[0].start, m.spans[-1].end
            told = telling(analysis, start, end, document=number, around=around)
            if told is None:
                raise ValueError(f"{document.name}: no word stands at mention {m.id}")
            found.tellings.append(told)
            found.names.append((document.name, m.id))
            found.instances.append(m.instance)
            scored.append((start, end, m.id))
        taken: set[str] = set()
        checked = [m.spans[0].start for m in document.mentions if m.validated]
        spans = [
            (s.start, s.end)
            for s in analysis.sentences
            if any(s.start <= c < s.end for c in checked)
        ]
        for t in analysis.triggers:
            if not any(a <= t.start < b for a, b in spans):
                continue
            told = telling(analysis, t.start, t.end, document=number, around=around)
            over = [id_ for a, b, id_ in scored if a < t.end and t.start < b and id_ not in taken]
            taken.update(over[:1])
            if told is not None:
                found.own.append(((document.name, over[0] if over else f"own {t.start}"), told))
    return found


def run(options: Options) -> list[Result]:
    """The baseline and the program, by how the documents are grouped and whose the mentions are."""
    found = read("dev", options)
    like = likeness(found.texts)
    groups = {
        "gold topics": [str(d.topic) for d in found.documents],
        "gold stories": [d.story for d in found.documents],
        "the program's stories": _named(stories(found.texts), len(found.texts)),
    }
    gold = clusters_of(zip(range(len(found.texts)), groups["gold stories"], strict=True))
    ours = clusters_of(zip(range(len(found.texts)), groups["the program's stories"], strict=True))
    b_cubed = CorefScore()
    b_cubed.add(gold, ours)
    rows = [
        Result("crossdoc", "ECB+ dev, documents", "stories, B³ F1", percent(b_cubed.b_cubed.f1))
    ]
    for name, group in groups.items():
        mentions = [
            CrossMention(id_, group[t.document], instance, t.lemma)
            for id_, t, instance in zip(found.names, found.tellings, found.instances, strict=True)
        ]
        best = BEST["topics"] if name == "gold topics" else ""
        value = score(mentions, same_head_lemma(mentions)).conll
        rows.append(Result("crossdoc", f"ECB+ dev, {name}", BASELINE, percent(value), best))
        predicted = _chains(zip(found.names, found.tellings, strict=True), group, like)
        best = BEST["program"] if name == "the program's stories" else ""
        value = score(mentions, predicted).conll
        rows.append(Result("crossdoc", f"ECB+ dev, {name}", "CoNLL F1", percent(value), best))
    return [*rows, *_own(found, groups["the program's stories"], like)]


def _own(found: Read, group: list[str], like: Floats) -> list[Result]:
    """With the program's own mentions: mentions that only one side has count against it."""
    gold = clusters_of(zip(found.names, found.instances, strict=True))
    rows = []
    lemma = clusters_of((id_, (group[t.document], t.lemma)) for id_, t in found.own)
    for metric, predicted in (
        (BASELINE, lemma),
        ("CoNLL F1", _chains(found.own, group, like)),
    ):
        result = CorefScore()
        result.add(gold, predicted)
        where = "ECB+ dev, the program's stories and mentions"
        rows.append(Result("crossdoc", where, metric, percent(result.conll)))
    return rows


def _named(clusters: list[list[int]], count: int) -> list[str]:
    """The cluster of each document, by name."""
    names = [""] * count
    for number, cluster in enumerate(clusters):
        for at in cluster:
            names[at] = str(number)
    return names


def _chains(
    mentions: Iterable[tuple[tuple[str, str], Telling]], group: list[str], like: Floats
) -> list[set[Hashable]]:
    by_group: dict[str, list[tuple[tuple[str, str], Telling]]] = defaultdict(list)
    for id_, told in mentions:
        by_group[group[told.document]].append((id_, told))
    found: list[set[Hashable]] = []
    for members in by_group.values():
        for chain in scorer().chains([t for _, t in members], like):
            found.append({members[i][0] for i in chain})
    return found
