"""The corpora themselves, where they are: known sizes, and spans that quote their texts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from benchmarks.corpora import corpora_root, ecbplus, geo, matres, meantime, plover, polnear, re3d

pytestmark = pytest.mark.skipif(
    not corpora_root().exists(), reason=f"no corpora at {corpora_root()}"
)


def test_polnear_dev_quotes() -> None:
    documents = polnear.documents("dev")
    assert len(documents) == 84
    assert sum(len(d.attributions) for d in documents) == 2192
    assert all(d.skipped == 0 for d in documents)
    for document in documents:
        for attribution in document.attributions:
            for span in attribution.source + attribution.cue + attribution.content:
                words = document.text[span.start : span.end]
                assert words and words == words.strip()


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (lambda: len(plover.plv()), 1050),
        (lambda: len(plover.aw()), 802),
        (lambda: sum(len(d.entities) for d in re3d.documents()), 2486),
        (lambda: sum(len(a.toponyms) for a in geo.articles("trnews")), 1319),
        (lambda: sum(len(d.events()) for d in ecbplus.documents("dev")), 1245),
        (lambda: sum(len(d.events) for d in meantime.documents()), 1442),
        (lambda: len(matres.pairs("AQUAINT")[0]), 5268),
    ],
)
def test_sizes(count: Callable[[], int], expected: int) -> None:
    assert count() == expected


def test_folds_part_the_sentences() -> None:
    seen = [c.id for number in range(plover.FOLDS) for c in plover.fold(number)[1]]
    assert len(seen) == 1050
    train, test = plover.fold(0)
    assert not {c.id for c in train} & {c.id for c in test}
