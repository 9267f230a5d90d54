"""The pairs of mentions, and how they are scored."""

from __future__ import annotations

import pytest

from benchmarks.corpora import CorpusMissing, fakes
from benchmarks.tasks.actors import Mention, Pair, actor_of, joined, pairs, score
from onrecord.records import Actor, Report, ReportRecord, Span

TEXT = "Kalmeria struck. Kalmeria, its army said, struck again."


def record() -> ReportRecord:
    def actor(number: int, name: str, start: int, words: str) -> Actor:
        return Actor(f"r:a{number}", name, "other", (Span(start, start + len(words), words),))

    first, second = TEXT.index("Kalmeria"), TEXT.rindex("Kalmeria")
    return ReportRecord(
        Report("r", TEXT, "0" * 64),
        actors=(
            actor(1, "Kalmeria", first, "Kalmeria"),
            actor(2, "army", second, "Kalmeria, its army"),
            actor(3, "its army", TEXT.index("its"), "its army"),
        ),
    )


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        (Mention(0, "Kalmeria", 0), "Kalmeria"),
        (Mention(0, "Kalmeria", 1), "army"),
        (Mention(0, "its army", 0), "its army"),
        (Mention(0, "said", 0), None),
    ],
)
def test_a_mention_is_the_closest_actors(mention: Mention, name: str | None) -> None:
    actor = actor_of(record(), mention)
    assert (actor.name if actor else None) == name


def test_what_is_no_actor_joins_nobody() -> None:
    ids = {"r:a1": "x", "r:a2": "x", "r:a3": "y"}
    one, other, army, said = (
        Mention(0, "Kalmeria", 0), Mention(0, "Kalmeria", 1), Mention(0, "its army", 0),
        Mention(0, "said", 0),
    )  # fmt: skip
    found = [joined({0: record()}, ids, Pair("dev", one, m, True)) for m in (other, army, said)]
    assert found == [True, False, False]


def test_precision_and_recall() -> None:
    assert score([(True, True), (True, False), (False, True), (False, False)]) == (0.5, 0.5)
    assert score([(False, False)]) == (0.0, 0.0)


def test_the_pairs_stand_in_the_corpus() -> None:
    given = pairs()
    assert len(given) == 200 == len({(p.one, p.other) for p in given})
    for part in ("dev", "held"):
        assert sum(p.same for p in given if p.part == part) == 50
    dev, held = (
        {m.row for p in given if p.part == part for m in (p.one, p.other)}
        for part in ("dev", "held")
    )
    assert not dev & held
    try:
        reports = fakes.reports()
    except CorpusMissing:
        pytest.skip("the corpus is not here")
    for mention in (m for p in given for m in (p.one, p.other)):
        assert reports[mention.row].text.count(mention.words[0]) > 0
        at = -1
        for _ in range(mention.nth + 1):
            at = reports[mention.row].text.find(mention.words, at + 1)
        assert at >= 0
