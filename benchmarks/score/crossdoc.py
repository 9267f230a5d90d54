"""Event coreference across documents on gold mentions, and the same-head-lemma baseline."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.score.coref import CorefScore, clusters_of


@dataclass(frozen=True, slots=True)
class CrossMention:
    """An event mention: its name, its group of documents, its true event and its head's lemma.

    Mentions of different groups are never put together by a system that is given the groups.
    """

    id: Hashable
    group: str
    instance: str
    lemma: str


def same_head_lemma(mentions: Iterable[CrossMention]) -> list[set[Hashable]]:
    """Mentions of one group whose heads have the same lemma, taken for one event."""
    return clusters_of((m.id, (m.group, m.lemma.lower())) for m in mentions)


def score(
    mentions: Sequence[CrossMention], predicted: Sequence[set[Hashable]] | Mapping[Hashable, str]
) -> CorefScore:
    """CoNLL measures of predicted clusters (or of each mention's cluster), singletons kept."""
    if isinstance(predicted, Mapping):
        clusters = clusters_of((m.id, predicted[m.id]) for m in mentions)
    else:
        clusters = list(predicted)
    result = CorefScore()
    result.add(clusters_of((m.id, m.instance) for m in mentions), clusters)
    return result
