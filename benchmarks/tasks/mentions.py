"""Event words and their factuality: TimeML's held-out fifth and MEANTIME."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks import system
from benchmarks.corpora import meantime, timeml
from benchmarks.score.events import EventScore, EventSpan
from benchmarks.tasks.base import Options, Result, limited, percent
from onrecord.model.analysis import Trigger

CERTAINTY = {"CERTAIN": "certain", "PROBABLE": "probable", "POSSIBLE": "possible"}
POLARITY = {"POS": "positive", "NEG": "negative"}


def run(options: Options) -> list[Result]:
    """Mention F1 and the accuracy of each attribute among the mentions found."""
    return _timeml(options) + _meantime(options)


def _timeml(options: Options) -> list[Result]:
    documents = limited(timeml.split("heldout"), options)
    score = EventScore()
    for d, analysis in zip(documents, system.analyses([d.text for d in documents]), strict=True):
        gold = {
            (e.start, e.end): EventSpan(
                e.start,
                e.end,
                {"class": e.cls, "tense": e.tense, "polarity": POLARITY.get(e.polarity)},
            )
            for e in d.events
        }
        score.add(list(gold.values()), of_triggers(analysis.triggers))
    return _rows("TimeBank and AQUAINT, held out", score)


def _meantime(options: Options) -> list[Result]:
    documents = limited(meantime.documents("intra-doc_annotation"), options)
    score = EventScore()
    for d, analysis in zip(documents, system.analyses([d.text for d in documents]), strict=True):
        gold = [
            EventSpan(
                e.spans[0].start,
                e.spans[-1].end,
                {"certainty": CERTAINTY.get(e.certainty), "polarity": POLARITY.get(e.polarity)},
            )
            for e in d.events
        ]
        score.add(gold, [e for e in of_triggers(analysis.triggers) if e.start < d.annotated])
    return _rows("MEANTIME, two of four parts", score)


def of_triggers(triggers: Sequence[Trigger]) -> list[EventSpan]:
    """The model's event words."""
    return [
        EventSpan(
            t.start,
            t.end,
            {
                "class": t.cls,
                "tense": t.tense,
                "polarity": t.polarity,
                "certainty": t.certainty,
            },
        )
        for t in triggers
    ]


def _rows(corpus: str, score: EventScore) -> list[Result]:
    rows = [
        Result("mentions", corpus, "mention F1, exact", percent(score.exact.f1)),
        Result("mentions", corpus, "mention F1, overlap", percent(score.relaxed.f1)),
    ]
    for name in score.attributes:
        asked = f"of {score.attributes[name][1]} found"
        accuracy = percent(score.accuracy(name))
        rows.append(Result("mentions", corpus, f"{name}, accuracy", accuracy, "", asked))
    return rows
