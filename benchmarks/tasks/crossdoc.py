"""Event coreference across reports: ECB+'s development topics, gold mentions.

Until the record links events across reports, what is measured is the baseline: mentions whose
heads have the same lemma are one event.
"""

from __future__ import annotations

from benchmarks import system
from benchmarks.corpora import ecbplus
from benchmarks.score.crossdoc import CrossMention, same_head_lemma, score
from benchmarks.tasks.base import Options, Result, limited, percent
from onrecord.model.analysis import Analysis, Token

BEST = {
    "topic": "baseline 73.1 (test topics); with a cross-encoder above 85",
    "story": "",
}


def run(options: Options) -> list[Result]:
    """The baseline with gold topics, and with gold stories (each topic's two told apart)."""
    documents = limited(ecbplus.documents("dev"), options)
    mentions: dict[str, list[CrossMention]] = {"topic": [], "story": []}
    for d, analysis in zip(documents, system.analyses([d.text for d in documents]), strict=True):
        for m in d.events():
            lemma = head_lemma(analysis, m.spans[0].start, m.spans[-1].end)
            id_ = (d.name, m.id)
            mentions["topic"].append(CrossMention(id_, str(d.topic), m.instance, lemma))
            mentions["story"].append(CrossMention(id_, d.story, m.instance, lemma))
    rows = []
    for group, found in mentions.items():
        result = score(found, same_head_lemma(found))
        corpus = f"ECB+ dev, gold {'topics' if group == 'topic' else 'stories'}"
        metric = "same head lemma, CoNLL F1"
        rows.append(Result("crossdoc", corpus, metric, percent(result.conll), BEST[group]))
    return rows


def head_lemma(analysis: Analysis, start: int, end: int) -> str:
    """The lemma of the syntactic head of a span; the span's own words where no word is found."""
    for sentence in analysis.sentences:
        inside = [i for i, t in enumerate(sentence.tokens) if t.start < end and start < t.end]
        if inside:
            tokens: tuple[Token, ...] = sentence.tokens
            head = next((i for i in inside if tokens[i].head not in inside), inside[-1])
            return tokens[head].lemma.lower()
    return analysis.text[start:end].lower()
