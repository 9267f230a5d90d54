"""Which of a record's items are put beside re3d's mentions."""

from __future__ import annotations

from benchmarks.tasks import entities
from onrecord.records import Actor, ActorKind, Report, ReportRecord, Span, Time

TEXT = "Arvenia and Besk, who met the group now, left French soil on Monday, the manual said."


def span(words: str) -> Span:
    return Span.of(TEXT, TEXT.index(words), TEXT.index(words) + len(words))


def actor(number: int, name: str, kind: ActorKind, *words: str, named: bool = True) -> Actor:
    return Actor(f"r:a{number}", name, kind, tuple(span(w) for w in words), named=named)


def counted(*actors: Actor, times: tuple[Time, ...] = ()) -> set[tuple[str, str]]:
    record = ReportRecord(Report("r", TEXT, "0" * 64), times=times, actors=actors)
    return {(TEXT[s:e], kind) for s, e, kind in entities.of_record(record)}


def test_side_by_side_are_each_and_not_one_more() -> None:
    found = counted(
        actor(1, "Arvenia", "government", "Arvenia"),
        actor(2, "Besk", "government", "Besk"),
        actor(3, "Arvenia and Besk", "government", "Arvenia and Besk", "who"),
    )
    assert found == {("Arvenia", "Organisation"), ("Besk", "Organisation")}


def test_a_name_with_and_in_it_stays() -> None:
    found = counted(actor(1, "Arvenia and Besk", "company", "Arvenia and Besk"))
    assert found == {("Arvenia and Besk", "Organisation")}


def test_a_paper_is_nobody_and_a_group_is_somebody() -> None:
    found = counted(
        actor(1, "the manual", "other", "the manual", named=False),
        actor(2, "the group", "other", "the group", named=False),
        actor(3, "France", "government", "French"),
    )
    assert found == {("the group", "Organisation")}


def test_times_are_dated() -> None:
    now = Time("r:t1", span("now"), "DATE", "PRESENT_REF")
    monday = Time("r:t2", span("Monday"), "DATE", "2024-03-04")
    assert counted(times=(now, monday)) == {("Monday", "Temporal")}
