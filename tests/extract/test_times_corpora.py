"""Times on the public corpora's held-out parts and on the seeds; skipped where they are absent."""

from __future__ import annotations

import json
import re

import pytest

from benchmarks.corpora import CorpusMissing, corpora_root, timeml, wikiwars
from benchmarks.score.times import TimeScore, TimeSpan
from onrecord.extract.times import find_times
from onrecord.model.analysis import Analysis
from tests.factories import report

SEEDS = corpora_root().parent / "seeds"


def spans(text: str, published: str | None) -> list[TimeSpan]:
    basis = "told" if published else None
    found = find_times(report(text, published=published, published_basis=basis), Analysis(text))
    return [TimeSpan(t.span.start, t.span.end, t.type, t.value) for t in found]


def test_the_held_out_fifth_of_the_news() -> None:
    try:
        documents = timeml.split("heldout")
    except CorpusMissing as missing:
        pytest.skip(str(missing))
    score = TimeScore()
    for document in documents:
        gold = [TimeSpan(t.start, t.end, t.type, t.value) for t in document.timexes]
        score.add(gold, spans(document.text, document.dct[:10] or None))
    assert score.relaxed.f1 >= 0.92
    assert score.value.f1 >= 0.77


def test_the_other_half_of_the_histories() -> None:
    try:
        wars = wikiwars.documents()[1::2]
    except CorpusMissing as missing:
        pytest.skip(str(missing))
    score = TimeScore()
    for war in wars:
        gold = [TimeSpan(t.start, t.end, t.type, t.value) for t in war.outermost()]
        score.add(gold, spans(war.text, None))
    assert score.value.f1 >= 0.82


@pytest.mark.parametrize("told", [True, False])
def test_the_seeds(told: bool) -> None:
    if not SEEDS.is_dir():
        pytest.skip(f"no seeds at {SEEDS}")
    gold = json.loads((SEEDS / "gold_record.json").read_text(encoding="utf-8"))
    for seed in gold["reports"]:
        text = (SEEDS / seed["doc"]).read_text(encoding="utf-8")
        published = seed["published"] or (seed["published_if_told"] if told else None)
        found = {(t.start, t.end): t.value for t in spans(text, published)}
        expected = {(t["start"], t["end"]): t["value"] for t in seed["times"]}
        assert found.keys() == expected.keys()
        if published:
            assert found == expected
        else:
            assert not any(re.search(r"\d{4}", value) for value in found.values())
